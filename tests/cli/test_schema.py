"""`implsupport schema`."""

import json
from pathlib import Path

import pytest

from implsupport import appraisal, documents
from implsupport.cli import main
from implsupport.cli.schema import published


@pytest.mark.parametrize("arguments", [[], ["study"]], ids=str)
def test_the_schema_of_a_study_is_printed(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """As Python gives it; it is what is asked for by default."""
    assert main(["schema", *arguments]) == 0

    assert json.loads(capsys.readouterr().out) == documents.schema()


def test_the_schema_of_an_appraisal_is_written(tmp_path: Path) -> None:
    """As Python gives it."""
    assert main(["schema", "appraisal", "-o", str(tmp_path / "a.json")]) == 0

    written = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert written == appraisal.schema()


def test_a_published_schema_ends_in_a_line_feed() -> None:
    """And so does what is printed."""
    assert published("study").endswith("}\n")
