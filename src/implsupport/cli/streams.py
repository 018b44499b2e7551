"""Standard output and standard error: plain in a pipe, coloured where a person watches."""

import os
import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic
from typing import Final, Literal, TextIO, TypeAlias

import attrs

from implsupport.errors import DocumentError, DocumentFinding, shown

__all__ = ["code_of", "is_watched", "named", "painted", "put", "say", "settle", "stage", "told"]

Colour: TypeAlias = Literal["green", "red"]

_CODES: Final[dict[Colour, str]] = {"green": "32", "red": "31"}
_PATIENCE: Final = 1.0  # how many seconds work may take before it is told of


def is_watched(stream: TextIO | None) -> bool:
    """Tell whether a person watches a stream: whether it is a terminal, and no dumb one.

    Args:
        stream: The stream; None where the program was started without.

    >>> is_watched(None)
    False
    """
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def painted(text: str, colour: Colour) -> str:
    """Colour what is printed, if a person watches who has not asked for none.

    Args:
        text: What is printed; it says all without the colour too.
        colour: *green* or *red*.

    Returns:
        The text, coloured on a terminal, but not where `NO_COLOR` is set or `TERM` is *dumb*.

    >>> painted("ok", "green")
    'ok'
    """
    if os.environ.get("NO_COLOR") or not is_watched(sys.stdout):
        return text
    return f"\x1b[{_CODES[colour]}m{text}\x1b[0m"


def put(text: str) -> None:
    """Print what was asked for; nothing more is printed once the reader of a pipe has gone.

    In a pipe or a file it is UTF-8 with line feeds, whatever the locale. A terminal that lacks a
    character shows its number.

    Args:
        text: What was asked for.

    Raises:
        DocumentError: If it cannot be printed, because the disk is full or the stream closed.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise _unprintable("closed")
    _make_steady(stream)
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _lead_nowhere(stream)
    except OSError as error:
        _lead_nowhere(stream)
        raise _unprintable(str(error.strerror).lower()) from error


def _make_steady(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)  # which a stream in memory lacks
    if reconfigure:
        kept = stream.encoding if stream.isatty() else "utf-8"
        reconfigure(encoding=kept, errors="backslashreplace", newline="\n")


def say(text: str) -> None:
    """Print what was not asked for to standard error.

    Args:
        text: What there is to say.
    """
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


def settle() -> None:
    """Print what is still to be printed, so that nothing can go wrong when the program ends."""
    if sys.stdout is not None:
        try:
            sys.stdout.flush()
        except OSError:
            _lead_nowhere(sys.stdout)


def _lead_nowhere(stream: TextIO) -> None:
    """Let what is still to be printed, and all that follows, go nowhere."""
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def _unprintable(why: str) -> DocumentError:
    finding = DocumentFinding("file", "standard output", "", f"nothing can be printed: {why}")
    return DocumentError((finding,))


# --- errors ---


def named(file: str) -> str:
    r"""Name a file as findings do: one that cannot be printed stands in quotation marks.

    Args:
        file: Its name.

    >>> named("study.yaml"), named("a\x1b.yaml")
    ('study.yaml', "'a\\x1b.yaml'")
    """
    return file if file.isprintable() else shown(file)


def told(error: DocumentError) -> str:
    """Say what is wrong in a file, a line for each finding, in the words of the command line.

    Args:
        error: The error.

    Returns:
        The lines.

    >>> print(told(DocumentError((DocumentFinding("file", "a.yaml", "", "there"),), 3)), end="")
    a.yaml: there
    and 3 more
    """
    return f"{attrs.evolve(error, findings=tuple(map(_in_our_words, error.findings)))}\n"


_IN_PYTHON: Final = "a rubric of your own is passed as frameworks=(...)"
_ON_THE_COMMAND_LINE: Final = (
    "the command line knows these alone; with a rubric of your own, MINE, go on in Python: "
    "study = documents.read(file, frameworks=(*CATALOGUE, MINE)), then "
    "appraise(study, frameworks=(*CATALOGUE, MINE))"
)


def _in_our_words(finding: DocumentFinding) -> DocumentFinding:
    """Say what to type in place of what a Python caller would pass."""
    sentence = finding.sentence.replace("pass overwrite=True", "pass --overwrite")
    sentence = sentence.replace(_IN_PYTHON, _ON_THE_COMMAND_LINE)
    if finding.code == "limit" and sentence.endswith("allow more"):
        sentence += " with --size"
    return attrs.evolve(finding, sentence=sentence)


def code_of(error: DocumentError) -> int:
    """Find the exit code for an error.

    Args:
        error: The error.

    Returns:
        3 if all that is wrong is the file itself, which cannot be read or written; else 1.

    >>> code_of(DocumentError((DocumentFinding("file", "a.yaml", "", "no such file"),)))
    3
    """
    return 3 if all(finding.code == "file" for finding in error.findings) else 1


# --- progress ---


@contextmanager
def stage(what: str) -> Generator[None]:
    """Tell on standard error what is being done, once it takes long, and only if a person watches.

    Args:
        what: What is being done.

    >>> with stage("counting"):
    ...     sum(range(10))
    45
    """
    if not is_watched(sys.stderr):
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(what, done), daemon=True)
    try:
        teller.start()
        yield
    finally:
        done.set()
        with suppress(RuntimeError):  # where an interrupt came before it was started
            teller.join()


def _tell(what: str, done: Event) -> None:
    """Tell what is being done and how long it has taken, each second, then wipe it out."""
    start = monotonic()
    if done.wait(_PATIENCE):
        return
    while True:
        room = shutil.get_terminal_size().columns - 1
        say(f"\r\x1b[K{f'{what}: {monotonic() - start:.0f} s'[:room]}")
        if done.wait(1):
            break
    say("\r\x1b[K")
