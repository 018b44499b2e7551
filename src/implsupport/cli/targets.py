"""Where output goes: printed, or written to a file whole or not at all."""

import stat
from argparse import Namespace
from pathlib import Path

from implsupport.cli import streams
from implsupport.errors import DocumentError, DocumentFinding

__all__ = ["deliver", "require_free"]


def deliver(text: str, given: Namespace) -> int:
    """Print a text, or write it to the file that was named.

    Args:
        text: What was asked for.
        given: The options of the command, with `output` and `overwrite`.

    Returns:
        The exit code of what is done, 0.

    Raises:
        DocumentError: If it cannot be printed or written, or may not be replaced.
    """
    require_free(given.output, overwrite=given.overwrite)
    path = _file_of(given.output)
    if path is None:
        streams.put(text)
    elif _is_open_end(path):
        _pour(text.encode(), path)
    else:
        from implsupport.documents.files import write_bytes  # noqa: PLC0415 -- it loads the records

        write_bytes(path, text.encode(), overwrite=given.overwrite)
    return 0


def require_free(output: str | None, *, overwrite: bool) -> None:
    """Refuse a file that may not be replaced before any work is done.

    Args:
        output: The file; None or a hyphen to print.
        overwrite: Whether what is there already is replaced.

    Raises:
        DocumentError: If the file is there already and may not be replaced, or is a folder or a
            link, which is never replaced.
    """
    path = _file_of(output)
    if path is None or _is_open_end(path):
        return
    if stat.S_ISDIR(_mode(path)):
        raise _unwritable(path, "this is a folder; give the name of a file")
    if path.is_symlink():
        leads = repr(str(path.readlink()))
        sentence = f"this is a link to {leads}; name that file itself, or take the link away"
        raise _unwritable(path, sentence)
    if path.exists() and not overwrite:
        raise _unwritable(path, "the file is there already; pass overwrite=True to replace it")


def _file_of(output: str | None) -> Path | None:
    return None if output in {None, "-"} else Path(str(output))


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _is_open_end(path: Path) -> bool:
    """Tell whether it is a device or a pipe, which takes what comes and is never replaced."""
    mode = _mode(path)
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def _pour(data: bytes, path: Path) -> None:
    try:
        path.write_bytes(data)
    except BrokenPipeError:
        return
    except OSError as error:
        raise _unwritable(path, f"nothing can be written: {error.strerror}".lower()) from error


def _unwritable(path: Path, sentence: str) -> DocumentError:
    place = f"{streams.named(str(path))}:1:1"
    return DocumentError((DocumentFinding("file", place, "", sentence),))
