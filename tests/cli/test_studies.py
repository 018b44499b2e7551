"""The studies that the command line reads."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import pytest

from implsupport import cases, documents
from implsupport.cli.options import STUDIES, parsed
from implsupport.cli.studies import appraised, read, require_judgeable
from implsupport.errors import DocumentError
from implsupport.records import Study

GIVEN = Namespace(size=4)

RATED: dict[str, Any] = {
    "policy": "toll",
    "object": "policy",
    "rubric": "success",
    "assessor": "Ann",
    "ratings": {"clarity": {"grade": "relative-success"}},
}
DECIDED: dict[str, Any] = {
    "policy": "toll",
    "object": "policy",
    "rubric": "success",
    "criterion": "clarity",
    "grade": "relative-success",
    "assessors": ["Ann"],
    "reason": "They talked.",
}


def study(**more: object) -> Study:
    """Make a study of one policy."""
    return Study.model_validate(
        {"title": "T", "policies": [{"key": "toll", "title": "Toll"}], **more}
    )


CLASHES = [
    ({"assessments": [RATED, RATED]}, "given twice to 'success'; keep one of each"),
    ({"decisions": [DECIDED]}, "decision 1: no ratings of 'toll, policy, without a layer'"),
]


def test_a_study_with_a_name_is_that_of_cases() -> None:
    """The very same."""
    assert read("built-in", GIVEN) is cases.study()
    assert read("illustration", GIVEN) is cases.illustration()


def test_any_other_study_is_a_file(tmp_path: Path) -> None:
    """Whatever its kind."""
    documents.write(study(), tmp_path / "a.json")

    assert read(str(tmp_path / "a.json"), GIVEN) == study()


def test_a_folder_that_is_called_nearly_like_a_study_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is there comes before what may have been meant."""
    monkeypatch.chdir(tmp_path)
    documents.write(study(), "illustrations")

    assert read("illustrations", GIVEN) == study()


def test_a_misspelt_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest is named."""
    with pytest.raises(SystemExit, match="2"):
        read("ilustration", parsed(["check", "ilustration"]))

    assert capsys.readouterr().err.endswith(
        "no study or file 'ilustration'; there are 'built-in', 'illustration'; "
        "did you mean 'illustration'?\n"
    )


@pytest.mark.parametrize("name", ["elsewhere", "ilustration.yaml"])
def test_a_file_that_is_not_there_cannot_be_read(name: str) -> None:
    """A name with an ending, or like no study, is that of a file."""
    with pytest.raises(DocumentError, match="no such file or directory"):
        read(name, GIVEN)


def test_the_size_raises_what_a_file_may_hold(tmp_path: Path) -> None:
    """The values in proportion."""
    path = tmp_path / "a.json"
    values = {
        "schema": "implsupport/study/1",
        "title": "T",
        "policies": [{"key": f"p-{number}", "title": "P"} for number in range(17_000)],
    }
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(DocumentError, match="holds more than 50,000 values; allow more"):
        read(str(path), Namespace(size=1))

    assert len(read(str(path), Namespace(size=2)).policies) == 17_000


@pytest.mark.parametrize(("more", "sentence"), CLASHES, ids=["twice", "unrated"])
def test_what_cannot_stand_together_is_found(more: dict[str, Any], sentence: str) -> None:
    """By the check as by the report, in the same words."""
    with pytest.raises(DocumentError, match=r"^a\.yaml:1:1: ") as checked:
        require_judgeable("a.yaml", study(**more))
    with pytest.raises(DocumentError, match=r"^a\.yaml:1:1: ") as reported:
        appraised("a.yaml", study(**more), None)

    assert sentence in str(checked.value)
    assert str(checked.value) == str(reported.value)


@pytest.mark.parametrize("more", [one for one, _ in CLASHES], ids=["twice", "unrated"])
def test_what_cannot_stand_together_is_read_unless_it_is_to_be_judged(
    more: dict[str, Any], tmp_path: Path
) -> None:
    """So it can be converted; for a report it is refused at its place."""
    path = tmp_path / "a.yaml"
    documents.write(study(**more), path)
    with pytest.raises(DocumentError, match=rf"^{path}:[0-9]+:[0-9]+: ") as caught:
        read(str(path), GIVEN, judgeable=True)

    assert caught.value.findings[0].path
    assert read(str(path), GIVEN) == study(**more)


def test_what_can_stand_together_is_judgeable() -> None:
    """A rating and a decision about it."""
    both = study(assessments=[RATED], decisions=[DECIDED])
    require_judgeable("a.yaml", both)

    assert appraised("a.yaml", both, None).title == "T"


@pytest.mark.parametrize("name", STUDIES)
def test_a_study_with_a_name_comes_with_what_no_study_can_hold(name: str) -> None:
    """A copy of it in a file does not."""
    given = read(name, GIVEN)
    named, copied = appraised(name, given, None), appraised("a.yaml", given, None)

    assert named.context.features
    assert copied.context.features is None
