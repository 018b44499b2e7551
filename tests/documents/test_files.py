"""Files as they lie on the disk: read up to a limit, written whole or not at all."""

import os
import re
import socket
import stat
from pathlib import Path
from typing import BinaryIO

import pytest

from implsupport.documents.files import (
    LIMITS,
    failure,
    read_bytes,
    unreadable,
    write_bytes,
    write_with,
)
from implsupport.errors import DocumentError


def refused_to_read(path: Path, most: int = LIMITS.size) -> tuple[str, str]:
    """Give the code of the one finding, and the sentence, with which a file is refused."""
    with pytest.raises(DocumentError) as caught:
        read_bytes(path, most=most)
    (finding,) = caught.value.findings
    return finding.code, finding.sentence


def refused_to_write(path: Path, *, overwrite: bool) -> tuple[str, str]:
    """Give the code of the one finding, and the sentence, with which nothing is written."""
    with pytest.raises(DocumentError) as caught:
        write_bytes(path, b"new", overwrite=overwrite)
    (finding,) = caught.value.findings
    return finding.code, finding.sentence


def names_in(folder: Path) -> list[str]:
    """Name what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """Up to the limit, and at it."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"title")

    assert read_bytes(path) == b"title"
    assert read_bytes(path, most=5) == b"title"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    """The limit and the way out are named."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"title")

    assert refused_to_read(path, most=4) == (
        "limit",
        "the file is larger than the 4 bytes allowed; split it or allow more",
    )


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """The finding stands at the beginning of the file that was asked for."""
    path = tmp_path / "study.yaml"

    with pytest.raises(DocumentError) as caught:
        read_bytes(path)

    assert str(caught.value) == f"{path}:1:1: the file cannot be read: no such file or directory"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is refused like a file that is not there."""
    assert refused_to_read(tmp_path) == ("file", "the file cannot be read: is a directory")


def test_a_pipe_does_not_stop_the_reader(tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused at once."""
    path = tmp_path / "study.yaml"
    os.mkfifo(path)

    assert refused_to_read(path) == ("file", "this is not a file; give the path of one")


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    """And nothing else is left in the folder."""
    path = tmp_path / "study.yaml"

    write_bytes(path, b"title")

    assert path.read_bytes() == b"title"
    assert names_in(tmp_path) == ["study.yaml"]


def test_a_file_that_is_there_is_not_replaced_unless_told(tmp_path: Path) -> None:
    """It stays as it was, and the way out is named."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"old")

    with pytest.raises(DocumentError, match="there already; pass overwrite=True to replace it"):
        write_bytes(path, b"new")

    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["study.yaml"]


def test_a_file_is_replaced_when_told(tmp_path: Path) -> None:
    """Its permissions are kept."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"old")
    path.chmod(0o600)

    write_bytes(path, b"new", overwrite=True)

    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_is_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    """It is refused, whether it may be replaced or not; the link and what it leads to stay."""
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(b"precious")
    path = tmp_path / "folder" / "study.yaml"
    path.parent.mkdir()
    path.symlink_to(outside)

    sentence = f"this is a link to '{outside}'; name that file itself, or take the link away"

    assert refused_to_write(path, overwrite=True) == ("file", sentence)
    assert refused_to_write(path, overwrite=False) == ("file", sentence)
    assert outside.read_bytes() == b"precious"
    assert (names_in(path.parent), path.is_symlink()) == (["study.yaml"], True)


def test_a_link_that_leads_nowhere_is_refused_too(tmp_path: Path) -> None:
    """It may lead out of the folder."""
    path = tmp_path / "study.yaml"
    path.symlink_to("nowhere.yaml")

    assert refused_to_write(path, overwrite=True) == (
        "file",
        "this is a link to 'nowhere.yaml'; name that file itself, or take the link away",
    )
    assert names_in(tmp_path) == ["study.yaml"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_is_no_file_is_not_replaced(
    overwrite: bool,  # noqa: FBT001 -- a parameter of the test
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A folder, a pipe, a socket or a device, whether it may be replaced or not."""
    monkeypatch.chdir(tmp_path)  # the name of a socket has at most about a hundred bytes
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
    folder = ("file", "this is a folder; give the name of a file")
    other = ("file", "this is a device, a pipe or a socket; give the name of a file")

    assert refused_to_write(tmp_path / "folder", overwrite=overwrite) == folder
    assert refused_to_write(tmp_path / "pipe", overwrite=overwrite) == other
    assert refused_to_write(tmp_path / "socket", overwrite=overwrite) == other
    assert refused_to_write(Path(os.devnull), overwrite=overwrite) == other
    assert names_in(tmp_path) == ["folder", "pipe", "socket"]


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    """What another writes while this file is being filled stays."""
    path = tmp_path / "study.yaml"

    def fill(file: BinaryIO) -> None:
        file.write(b"ours")
        path.write_bytes(b"theirs")

    with pytest.raises(DocumentError, match="there already"):
        write_with(path, fill)

    assert path.read_bytes() == b"theirs"
    assert names_in(tmp_path) == ["study.yaml"]


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """The reason is the system's own."""
    with pytest.raises(DocumentError, match="cannot be written: no such file or directory"):
        write_bytes(tmp_path / "nowhere" / "study.yaml", b"new")

    assert names_in(tmp_path) == []


def test_a_file_is_no_folder_to_write_into(tmp_path: Path) -> None:
    """The reason is the system's own here too."""
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(DocumentError, match="cannot be written: not a directory"):
        write_bytes(tmp_path / "file" / "study.yaml", b"new")

    assert names_in(tmp_path) == ["file"]


def test_what_fails_while_a_file_is_filled_leaves_the_old_one(tmp_path: Path) -> None:
    """The error comes through, and no half file is left."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"old")

    def fill(file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyError

    with pytest.raises(KeyError):
        write_with(path, fill, overwrite=True)

    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["study.yaml"]


def test_a_file_that_cannot_be_read_is_one_finding() -> None:
    """At its beginning, for want of a better place."""
    error = unreadable(Path("study.yaml"), "file", "gone")

    assert re.fullmatch("study.yaml:1:1: gone", str(error))


def test_a_file_is_read_no_further_than_is_allowed(tmp_path: Path) -> None:
    """One of a tebibyte, though hardly anything of it is on the disk."""
    path = tmp_path / "study.yaml"
    with path.open("wb") as file:
        file.truncate(2**40)

    assert refused_to_read(path)[0] == "limit"


def test_whatever_is_refused_is_told_by_its_name(tmp_path: Path) -> None:
    """Too large, no file, or in a folder that is not there."""
    path, pipe, away = tmp_path / "a.yaml", tmp_path / "pipe", tmp_path / "nowhere" / "a.yaml"
    path.write_bytes(b"title")
    os.mkfifo(pipe)

    with pytest.raises(DocumentError, match=f"^{path}:1:1: the file is larger"):
        read_bytes(path, most=4)
    with pytest.raises(DocumentError, match=f"^{pipe}:1:1: this is not a file"):
        read_bytes(pipe)
    with pytest.raises(DocumentError, match=f"^{away}:1:1: the file cannot be written"):
        write_bytes(away, b"new")


def test_a_file_that_is_there_is_one_finding(tmp_path: Path) -> None:
    """With the way out."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"old")
    with pytest.raises(DocumentError) as caught:
        write_bytes(path, b"new")

    assert [(one.code, str(one)) for one in caught.value.findings] == [
        ("file", f"{path}:1:1: the file is there already; pass overwrite=True to replace it")
    ]


def test_an_error_without_a_word_of_the_system_is_told_as_it_is() -> None:
    """As other file systems raise it."""
    error = failure(Path("study.yaml"), "the file cannot be read", OSError("No such share"))

    assert str(error) == "study.yaml:1:1: the file cannot be read: no such share"
