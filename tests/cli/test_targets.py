"""Where output goes."""

import os
import threading
from argparse import Namespace
from pathlib import Path

import pytest

from implsupport.cli import streams
from implsupport.cli.targets import deliver, require_free
from implsupport.errors import DocumentError


def given(output: Path | str | None, *, overwrite: bool = False) -> Namespace:
    """Ask for output somewhere."""
    return Namespace(output=None if output is None else str(output), overwrite=overwrite)


@pytest.mark.parametrize("output", [None, "-"])
def test_without_a_file_it_is_printed(
    output: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    """A hyphen stands for none."""
    assert deliver("text\n", given(output)) == 0

    assert capsys.readouterr().out == "text\n"


def test_a_file_holds_exactly_the_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In UTF-8, and nothing is printed."""
    deliver("– 1\n", given(tmp_path / "a.txt"))

    assert (tmp_path / "a.txt").read_bytes() == "– 1\n".encode()
    assert capsys.readouterr() == ("", "")


def test_nothing_is_replaced_unless_asked(tmp_path: Path) -> None:
    """Before the work as after it."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(DocumentError, match="is there already") as late:
        deliver("new", given(path))
    with pytest.raises(DocumentError, match="is there already") as early:
        require_free(str(path), overwrite=False)
    kept = path.read_text(encoding="utf-8")
    require_free(str(path), overwrite=True)
    deliver("new", given(path, overwrite=True))

    assert streams.told(early.value) == streams.told(late.value)
    assert streams.code_of(early.value) == 3
    assert (kept, path.read_text(encoding="utf-8")) == ("old", "new")


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_link_is_never_replaced(overwrite: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a parameter of the test
    """Nor is it followed out of the folder; that is told before any work is done."""
    (tmp_path / "a.txt").symlink_to("nowhere")

    with pytest.raises(DocumentError, match="this is a link to 'nowhere'; name that file itself"):
        require_free(str(tmp_path / "a.txt"), overwrite=overwrite)


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_folder_is_no_file(overwrite: bool, tmp_path: Path) -> None:  # noqa: FBT001 -- a parameter of the test
    """Whether it may be replaced or not."""
    with pytest.raises(DocumentError, match="this is a folder; give the name of a file"):
        deliver("text", given(tmp_path, overwrite=overwrite))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """In one sentence."""
    with pytest.raises(DocumentError, match="cannot be written: no such file or directory"):
        deliver("text", given(tmp_path / "nowhere" / "a.txt"))


def test_a_device_is_written_to_and_never_replaced() -> None:
    """With `--overwrite` as without."""
    before = Path(os.devnull).stat()
    deliver("text", given(os.devnull))
    deliver("text", given(os.devnull, overwrite=True))

    assert Path(os.devnull).stat().st_ino == before.st_ino


def test_a_full_device_is_told() -> None:
    """As a file that cannot be written."""
    with pytest.raises(DocumentError, match="/dev/full:1:1: nothing can be written: no space"):
        deliver("text", given("/dev/full"))


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    """Its reader gets the text."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    deliver("text", given(pipe))
    reader.join()

    assert got == [b"text"]


def test_a_named_pipe_may_lose_its_reader(tmp_path: Path) -> None:
    """Quietly, as on standard output."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: os.close(os.open(pipe, os.O_RDONLY)))
    reader.start()
    code = deliver("text" * 100_000, given(pipe))
    reader.join()

    assert code == 0
