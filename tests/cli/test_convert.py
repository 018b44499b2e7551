"""`implsupport convert`."""

from pathlib import Path

import pytest

from implsupport import cases, documents
from implsupport.cli import main

KINDS = ["a.yaml", "a.yml", "a.json", "a.xlsx", "tables"]


@pytest.mark.parametrize("name", KINDS)
def test_a_study_becomes_any_kind_of_file_and_comes_back(name: str, tmp_path: Path) -> None:
    """Equal, and the same bytes as it is written from Python."""
    there, back = str(tmp_path / name), str(tmp_path / "back.yaml")
    codes = [main(["convert", "illustration", there]), main(["convert", there, back])]
    documents.write(cases.illustration(), tmp_path / "expected.yaml")

    assert codes == [0, 0]
    assert documents.read(there) == cases.illustration()
    assert Path(back).read_bytes() == (tmp_path / "expected.yaml").read_bytes()


@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_replaced_unless_asked(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The option is named."""
    path = str(tmp_path / name)
    codes = [main(["convert", one, path]) for one in ("illustration", "built-in")]
    kept = documents.read(path)
    codes.append(main(["convert", "built-in", path, "--overwrite"]))

    assert codes == [0, 3, 0]
    assert "is there already; pass --overwrite to replace" in capsys.readouterr().err
    assert (kept, documents.read(path)) == (cases.illustration(), cases.study())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("a.txt", "no study is kept as '.txt'"), ("none/a.yaml", "no such file or directory")],
)
def test_what_cannot_be_written_is_told(
    name: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, with exit code 3."""
    assert main(["convert", "illustration", str(tmp_path / name)]) == 3

    assert sentence in capsys.readouterr().err


def test_a_study_in_which_something_is_wrong_is_not_converted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its findings are told on standard error, and nothing is written."""
    wrong = tmp_path / "a.json"
    wrong.write_text('{"schema": "implsupport/study/1"}', encoding="utf-8")
    code = main(["convert", str(wrong), str(tmp_path / "b.yaml")])

    assert code == 1
    assert "title" in capsys.readouterr().err
    assert not (tmp_path / "b.yaml").exists()
