"""Standard output and standard error."""

import io
import os
import pty
import re
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from implsupport.cli import streams
from implsupport.errors import DocumentError, DocumentFinding


class Terminal:
    """A terminal: the stream that a program prints to, and what a person sees."""

    def __init__(self, encoding: str = "utf-8") -> None:
        self.here, there = pty.openpty()
        self.stream = os.fdopen(there, "w", encoding=encoding)

    def seen(self) -> str:
        """Close the stream and read all that was printed."""
        self.stream.close()
        parts = b"".join(iter(self._part, b""))
        os.close(self.here)
        return parts.decode()

    def _part(self) -> bytes:
        try:
            return os.read(self.here, 1000)
        except OSError:  # nobody holds the other end
            return b""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Open a terminal that can do more than print."""
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


@contextmanager
def broken_pipe() -> Generator[TextIO]:
    """Open a pipe that nobody reads."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        yield pipe


def error(code: str, sentence: str) -> DocumentError:
    """Make an error of one finding."""
    return DocumentError((DocumentFinding(code, "a.yaml:1:1", "", sentence),))


def test_a_terminal_is_watched_but_no_dumb_one(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor a stream in memory, nor one that is not there."""
    good = streams.is_watched(terminal.stream)
    monkeypatch.setenv("TERM", "dumb")
    dumb = streams.is_watched(terminal.stream)
    terminal.seen()

    assert (good, dumb) == (True, False)
    assert not streams.is_watched(io.StringIO())
    assert not streams.is_watched(None)


def test_colour_is_for_terminals(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """And not for those who ask for none; an empty `NO_COLOR` asks for nothing."""
    monkeypatch.setattr(sys, "stdout", terminal.stream)
    monkeypatch.setenv("NO_COLOR", "")
    coloured = streams.painted("not ok", "red")
    monkeypatch.setenv("NO_COLOR", "1")
    plain = streams.painted("not ok", "red")
    terminal.seen()

    assert (coloured, plain) == ("\x1b[31mnot ok\x1b[0m", "not ok")


def test_a_pipe_gets_utf_8_and_line_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the stream was opened with."""
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="ascii", newline="\r\n"))
    streams.put("– 1\n")

    assert data.getvalue() == "– 1\n".encode()


def test_a_terminal_without_a_character_shows_its_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It keeps its own encoding."""
    terminal = Terminal("ascii")
    monkeypatch.setattr(sys, "stdout", terminal.stream)
    streams.put("– 1")

    assert terminal.seen() == "\\u2013 1"


def test_a_stream_in_memory_takes_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As where somebody redirects standard output in Python."""
    memory = io.StringIO()
    monkeypatch.setattr(sys, "stdout", memory)
    streams.put("–")
    streams.settle()

    assert memory.getvalue() == "–"


def test_nobody_reads_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed then and later goes nowhere, and no error is raised."""
    with broken_pipe() as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        streams.put("first")
        streams.put("second")
        streams.settle()

        assert os.fstat(pipe.fileno()).st_rdev == Path(os.devnull).stat().st_rdev


def test_what_is_left_in_a_broken_pipe_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nothing is said when the program ends."""
    with broken_pipe() as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        pipe.write("left")
        streams.settle()

        assert os.fstat(pipe.fileno()).st_rdev == Path(os.devnull).stat().st_rdev


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file that cannot be written."""
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 -- typed as a stream
        monkeypatch.setattr(sys, "stdout", full)
        with pytest.raises(DocumentError, match="nothing can be printed: no space left") as caught:
            streams.put("text")

    assert streams.code_of(caught.value) == 3


def test_streams_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing can be printed, and nothing need be said."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    streams.say("unheard")
    streams.settle()

    with pytest.raises(DocumentError, match="standard output: nothing can be printed: closed"):
        streams.put("unseen")


def test_what_cannot_be_said_is_left_unsaid(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody reads standard error."""
    with broken_pipe() as pipe:
        monkeypatch.setattr(sys, "stderr", pipe)
        streams.say("unheard")
        streams._lead_nowhere(pipe)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] -- or closing the pipe fails

        assert not pipe.closed


@pytest.mark.parametrize(
    ("code", "sentence", "said"),
    [
        ("file", "there already; pass overwrite=True", "there already; pass --overwrite"),
        ("limit", "larger than 4 bytes; allow more", "larger than 4 bytes; allow more with --size"),
        ("limit", "too deep", "too deep"),
        ("form", "allow more", "allow more"),
    ],
)
def test_findings_are_told_in_the_words_of_the_command_line(
    code: str, sentence: str, said: str
) -> None:
    """Options stand for what a Python caller would pass."""
    assert streams.told(error(code, sentence)) == f"a.yaml:1:1: {said}\n"


def test_the_exit_code_tells_files_from_findings() -> None:
    """3 only where nothing but the file itself is wrong."""
    both = DocumentError((*error("file", "f").findings, *error("word", "w").findings))

    assert [streams.code_of(one) for one in (error("file", "f"), error("word", "w"), both)] == [
        3,
        1,
        1,
    ]


def test_nothing_is_said_of_long_work_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard error stays empty."""
    with streams.stage("sleeping"):
        time.sleep(1.1)

    assert capsys.readouterr().err == ""


def test_a_person_is_told_of_long_work(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a second, each second, on one line that fits and is wiped out."""
    monkeypatch.setenv("COLUMNS", "18")
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    with streams.stage("sleeping"):
        time.sleep(2.5)
    with streams.stage("sleeping on and on"):
        time.sleep(1.2)
    with streams.stage("nothing"):
        pass

    assert re.fullmatch(
        r"(\r\x1b\[Ksleeping: \d s){2,}\r\x1b\[K(\r\x1b\[Ksleeping on and o)+\r\x1b\[K",
        terminal.seen(),
    )


def sleep_and_fail() -> None:
    """Take long, then go wrong."""
    with streams.stage("dividing"):
        time.sleep(1.2)
        raise ZeroDivisionError


def test_the_line_is_wiped_out_where_work_fails(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is then told on a clean line."""
    monkeypatch.setattr(sys, "stderr", terminal.stream)
    with pytest.raises(ZeroDivisionError):
        sleep_and_fail()

    assert re.fullmatch(r"(\r\x1b\[Kdividing: \d s)+\r\x1b\[K", terminal.seen())


def test_a_name_that_cannot_be_printed_stands_in_quotation_marks() -> None:
    """Or a file could colour the terminal."""
    assert streams.named("study.yaml") == "study.yaml"
    assert streams.named("a\x1b[31m.yaml") == "'a\\x1b[31m.yaml'"
