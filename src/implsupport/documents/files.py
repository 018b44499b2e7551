"""Files as they lie on the disk: read up to a limit, written whole or not at all."""

import os
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from implsupport.documents.findings import Found, Place, refusal
from implsupport.errors import DocumentError

__all__ = [
    "LIMITS",
    "Limits",
    "failure",
    "read_bytes",
    "require_free",
    "unreadable",
    "write_bytes",
    "write_with",
]


@attrs.frozen
class Limits:
    """How much a file may hold, so that no file can stop a reader.

    Attributes:
        size: The most bytes, of all files of a folder together.
        values: The most values: every text, number, list and mapping, without the keys.
        depth: The most lists and mappings that may stand in one another.
        findings: The most things that may be wrong before reading stops.

    >>> Limits(size=2**30).values
    200000
    """

    size: int = 4 * 2**20
    values: int = 200_000
    depth: int = 32
    findings: int = 10_000


LIMITS: Final = Limits()
"""What is allowed unless the caller allows more: 4 MiB, 200,000 values, 32 in one another."""


def unreadable(path: Path, code: str, sentence: str) -> DocumentError:
    """Make the error of a file that cannot be read or written at all.

    Args:
        path: The file.
        code: *file* or *limit*.
        sentence: What is wrong.

    Returns:
        The error, with its one finding at the beginning of the file.

    >>> print(unreadable(Path("study.yaml"), "file", "no such file"))
    study.yaml:1:1: no such file
    """
    return refusal([Found(Place(str(path)), code, (), sentence)])


def read_bytes(path: Path, *, most: int = LIMITS.size) -> bytes:
    """Read a file, if it is one and not too large.

    Args:
        path: The file.
        most: The most bytes that it may have.

    Returns:
        What it holds.

    Raises:
        DocumentError: If there is no such file, if it is a folder or a device, if it cannot be
            opened, or if it is larger.
    """
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise unreadable(path, "file", "this is not a file; give the path of one")
            data = file.read(most + 1)
    except OSError as error:
        raise failure(path, "the file cannot be read", error) from error
    if len(data) > most:
        sentence = f"the file is larger than the {most:,} bytes allowed; split it or allow more"
        raise unreadable(path, "limit", sentence)
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to must not stop the reader for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def failure(path: Path, what: str, error: OSError) -> DocumentError:
    """Make the error of what the system does not do.

    Args:
        path: The file or folder.
        what: What was asked of it.
        error: What the system says.

    Returns:
        The error, with its one finding at the beginning of the file.

    >>> print(failure(Path("study.yaml"), "the file cannot be read", OSError(2, "No such file")))
    study.yaml:1:1: the file cannot be read: no such file
    """
    return unreadable(path, "file", f"{what}: {(error.strerror or str(error)).lower()}")


def write_bytes(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write a file whole or not at all.

    Args:
        path: The file.
        data: What it shall hold.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        DocumentError: If it is there already and may not be replaced, or is no file of its own;
            if its folder is not there, or if it cannot be written. What was there before is then
            untouched.
    """
    write_with(path, lambda file: file.write(data), overwrite=overwrite)


def write_with(path: Path, fill: Callable[[BinaryIO], object], *, overwrite: bool = False) -> None:
    """Let a function fill a file that appears whole or not at all.

    It is filled in a temporary file of the same folder, made sure to be on the disk, and then
    put in its place in one step: whoever looks sees the old file or the new one, never a half.

    Args:
        path: The file.
        fill: Writes into the open file that it is given.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        DocumentError: As `write_bytes` does.
    """
    require_free(path, overwrite=overwrite)
    beside = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        require_free(path, overwrite=overwrite)
        _put(beside, path)
    except OSError as error:
        raise failure(path, "the file cannot be written", error) from error
    finally:
        with suppress(OSError):  # it is in its place, or was never made
            beside.unlink()


def require_free(path: Path, *, overwrite: bool) -> None:
    """Refuse a place where no file can be put.

    A link is never replaced: it may lead out of the folder, and whoever made it wants it kept.

    Args:
        path: The file.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        DocumentError: If it is there already and may not be replaced, or is no file of its own
            but a folder, a link, a device or a pipe.
    """
    try:
        mode = path.lstat().st_mode
    except OSError:  # where nothing is, or nothing can be written either
        return
    if stat.S_ISDIR(mode):
        raise unreadable(path, "file", "this is a folder; give the name of a file")
    if stat.S_ISLNK(mode):
        leads = repr(str(path.readlink()))
        sentence = f"this is a link to {leads}; name that file itself, or take the link away"
        raise unreadable(path, "file", sentence)
    if not stat.S_ISREG(mode):
        sentence = "this is a device, a pipe or a socket; give the name of a file"
        raise unreadable(path, "file", sentence)
    if not overwrite:
        sentence = "the file is there already; pass overwrite=True to replace it"
        raise unreadable(path, "file", sentence)


def _put(beside: Path, path: Path) -> None:
    """Put a new file in the place of an old one, which passes its permissions on."""
    if path.exists():
        shutil.copymode(path, beside)
    beside.replace(path)
