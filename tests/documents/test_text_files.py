"""What files of text have in common."""

from pathlib import Path

import pytest

from implsupport.documents import json_text, yaml_text
from implsupport.documents.files import LIMITS, Limits
from implsupport.documents.text_files import TextFile, values_of
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study

KINDS = [json_text, yaml_text]
FILES = [TextFile(kind.study_from, kind.dumped) for kind in KINDS]
TWICE = Study.model_validate(
    {
        "title": "T",
        "policies": [{"key": "toll", "title": "Toll"}],
        "assessments": [
            {
                "policy": "toll",
                "object": "policy",
                "rubric": "success",
                "assessor": "Ann",
                "ratings": {"clarity": {"gap": "not-stated"}},
            }
        ]
        * 2,
    }
)


@pytest.mark.parametrize("file", FILES)
def test_what_is_written_reads_back(file: TextFile, tmp_path: Path) -> None:
    """In UTF-8, and as what the kind of file makes of it."""
    path = tmp_path / "study"
    study = Study(title="Żółć")
    file.write(study, path, overwrite=False)

    assert path.read_text(encoding="utf-8") == file.dumped(study)
    assert file.read(path, frameworks=CATALOGUE, limits=LIMITS) == study


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_replaced_only_when_told(file: TextFile, tmp_path: Path) -> None:
    """Else it stays."""
    path = tmp_path / "study"
    file.write(Study(title="old"), path, overwrite=False)
    with pytest.raises(DocumentError, match="there already"):
        file.write(Study(title="new"), path, overwrite=False)
    kept = file.read(path, frameworks=CATALOGUE, limits=LIMITS)
    file.write(Study(title="new"), path, overwrite=True)

    assert kept.title == "old"
    assert file.read(path, frameworks=CATALOGUE, limits=LIMITS).title == "new"


@pytest.mark.parametrize("file", FILES)
def test_the_limits_are_passed_on(file: TextFile, tmp_path: Path) -> None:
    """Of the bytes as of the values."""
    path = tmp_path / "study"
    file.write(Study(title="T"), path, overwrite=False)

    with pytest.raises(DocumentError, match=f"^{path}:1:1: the file is larger than the 1 bytes"):
        file.read(path, frameworks=CATALOGUE, limits=Limits(size=1))
    with pytest.raises(DocumentError, match=f"^{path}:[1-3]:[0-9]+: .*more than 1 values"):
        file.read(path, frameworks=CATALOGUE, limits=Limits(values=1))


@pytest.mark.parametrize("file", FILES)
def test_what_clashes_is_refused_only_when_it_is_to_be_judged(
    file: TextFile, tmp_path: Path
) -> None:
    """By the frameworks that are passed."""
    path = tmp_path / "study"
    file.write(TWICE, path, overwrite=False)
    with pytest.raises(DocumentError, match="'Ann' rates 'clarity' at"):
        file.read(path, frameworks=CATALOGUE, limits=LIMITS, judgeable=True)

    assert file.read(path, frameworks=CATALOGUE, limits=LIMITS) == TWICE


def test_what_is_left_at_its_default_is_not_written() -> None:
    """The schema comes first."""
    study = Study.model_validate({"title": "T", "policies": [{"key": "toll", "title": "Toll"}]})

    assert list(values_of(study).items()) == [
        ("schema", "implsupport/study/1"),
        ("title", "T"),
        ("policies", [{"key": "toll", "title": "Toll"}]),
    ]
