"""`implsupport report`."""

import json
from pathlib import Path

import pytest

from implsupport import cases, documents, reports
from implsupport.appraisal import appraise, schema
from implsupport.cli import main
from implsupport.evaluation.verdicts import RULES, WEAKEST
from implsupport.records import Study


@pytest.fixture
def toll(tmp_path: Path) -> Path:
    """Write a small study."""
    path = tmp_path / "toll.yaml"
    given = {
        "title": "Tolls",
        "policies": [{"key": "toll", "title": "Toll"}],
        "assessments": [
            {
                "policy": "toll",
                "object": "policy",
                "rubric": "success",
                "ratings": {"clarity": {"grade": "relative-success"}},
            }
        ],
    }
    documents.write(Study.model_validate(given), path)
    return path


def test_without_arguments_it_reports_the_built_in_study(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No line of several words is wider than a terminal of 80 columns."""
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "What the sources state"
    assert [line for line in lines if len(line) > 80 and " " in line.strip()] == []


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_a_file_is_appraised_in_every_form(
    form: str, toll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As Python appraises it, byte for byte."""
    appraisal = appraise(documents.read(toll))
    expected = {
        "text": reports.text(reports.content(appraisal)),
        "markdown": reports.markdown(reports.content(appraisal)),
        "json": json.dumps(appraisal.to_dict(), ensure_ascii=False, indent=2) + "\n",
        "html": reports.html(appraisal),
    }

    assert main([str(toll), "--format", form]) == 0
    assert capsys.readouterr().out == expected[form]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a", "Illustration, not evidence\n="),
        ("a.md", "# Illustration, not evidence\n"),
        ("a.json", '{\n  "schema": "implsupport/appraisal/1",'),
        ("a.html", "<!DOCTYPE html>\n"),
    ],
)
def test_the_ending_of_the_file_says_the_form(name: str, begins: str, tmp_path: Path) -> None:
    """And nothing is printed."""
    assert main(["illustration", "-o", str(tmp_path / name)]) == 0

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("rule", [one.key for one in RULES])
def test_a_rule_gives_its_reasons(rule: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Of the rule that was asked for."""
    assert main(["illustration", "--rule", rule]) == 0

    assert f"By the rule '{rule}' the verdict" in capsys.readouterr().out


def test_the_rule_is_that_of_python(toll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same appraisal."""
    main([str(toll), "--rule", "weakest", "--format", "json"])

    assert json.loads(capsys.readouterr().out) == (
        appraise(documents.read(toll), rule=WEAKEST).to_dict()
    )


def test_a_file_that_is_there_stays(toll: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless it is told to be replaced."""
    out = toll.with_name("out.txt")
    out.write_text("kept", encoding="utf-8")
    refused = main([str(toll), "-o", str(out)])
    said, kept = capsys.readouterr().err, out.read_text(encoding="utf-8")
    replaced = main([str(toll), "-o", str(out), "--overwrite"])

    assert (refused, replaced, kept) == (3, 0, "kept")
    assert said == f"{out}:1:1: the file is there already; pass --overwrite to replace it\n"
    assert out.read_text(encoding="utf-8").startswith("Tolls\n")


def test_findings_are_told_and_nothing_is_written(
    toll: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every one of them, on standard error."""
    text = toll.read_text(encoding="utf-8").replace("relative-success", "relative-sucess")
    toll.write_text(text.replace("object: policy", "object: polcy"), encoding="utf-8")
    code = main([str(toll), "-o", str(toll.with_name("out.txt"))])
    printed = capsys.readouterr()

    assert (code, printed.out) == (1, "")
    assert [line.split(": ")[1] for line in printed.err.splitlines()] == [
        "assessments[0].object",
        "assessments[0].ratings.clarity.grade",
    ]
    assert not toll.with_name("out.txt").exists()


def test_the_json_names_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """That which `implsupport schema appraisal` prints."""
    main(["--format", "json"])
    printed = json.loads(capsys.readouterr().out)

    assert printed["title"] == cases.study().title
    assert schema()["properties"]["schema"]["const"] == printed["schema"]
