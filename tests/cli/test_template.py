"""`implsupport template`."""

import csv
import json
import os
import pty
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from implsupport import documents, success
from implsupport.cli import main
from implsupport.cli.schema import published
from implsupport.cli.template import SCHEMA_FILE, as_yaml, unfilled
from implsupport.records import Policy, Study
from implsupport.terms import Gap
from implsupport.vocabulary import SupportModel

KINDS = ["a.yaml", "a.yml", "a.json", "tables"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, so that names are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(*arguments: str) -> Study:
    """Write a template and read it back."""
    assert main(["template", *arguments]) == 0
    return documents.read(arguments[0])


def workbook(name: str) -> Any:  # noqa: ANN401 -- openpyxl is not typed
    """Open a workbook as a spreadsheet does."""
    return import_module("openpyxl").load_workbook(name)


def refused(*arguments: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Give the sentence with which a template is refused."""
    with pytest.raises(SystemExit, match="2"):
        main(["template", *arguments])
    return capsys.readouterr().err.splitlines()[-1].removeprefix("implsupport template: error: ")


@pytest.mark.parametrize("name", KINDS)
def test_a_template_is_a_study_in_which_nothing_is_judged(name: str) -> None:
    """Each assessor judges each policy on each criterion, later."""
    study = written(
        name, "--case", "Care Act 2014", "--case", "toll=Road toll", *("--assessor", "Ann")
    )

    assert [(one.key, one.title) for one in study.policies] == [
        ("care-act-2014", "Care Act 2014"),
        ("toll", "Road toll"),
    ]
    assert [(one.policy, one.ambiguity) for one in study.positions] == [
        ("care-act-2014", Gap.NOT_ASSESSED),
        ("toll", Gap.NOT_ASSESSED),
    ]
    assert [(one.policy, one.assessor, len(one.ratings)) for one in study.assessments] == [
        ("care-act-2014", "Ann", 6),
        ("toll", "Ann", 6),
    ]
    assert {one.gap for given in study.assessments for one in given.ratings.values()} == {
        Gap.NOT_ASSESSED
    }


@pytest.mark.parametrize("name", [*KINDS, "a.xlsx"])
def test_without_policies_one_stands_to_be_named(name: str) -> None:
    """And one assessor without a name."""
    assert [one.title for one in written(name).policies] == ["First policy"]


@pytest.mark.parametrize("name", [*KINDS, "a.xlsx"])
def test_the_policies_of_another_study_are_judged(name: str) -> None:
    """Before those that are named."""
    policies = written(name, "--cases-of", "illustration", "--case", "Toll").policies

    assert [one.key for one in policies] == [
        "lantern-act",
        "school-orchard-scheme",
        "quiet-streets-order",
        "river-wardens",
        "common-kitchens-charter",
        "toll",
    ]


def test_another_rubric_may_be_judged_by() -> None:
    """One of those that the library has."""
    study = written("a.yaml", "--rubric", "support-models")

    assert list(study.assessments[0].ratings) == [one.key for one in SupportModel]


def test_a_workbook_has_a_form_for_each_assessor() -> None:
    """Filled in with any spreadsheet, it reads as their ratings."""
    written("a.xlsx", "--case", "Toll", "--assessor", "Ann", "--assessor", "Ben")
    book = workbook("a.xlsx")
    form = book["form 2"]
    rows = {row[0].value: row for row in form.iter_rows() if row[0].value}
    rows["object"][1].value = "policy"
    rows["clarity"][1].value = "relative-success"
    book.save("filled.xlsx")
    (assessment,) = documents.read("filled.xlsx").assessments

    assert (assessment.assessor, assessment.policy) == ("Ben", "toll")
    assert assessment.ratings["clarity"].grade == "relative-success"


def test_a_workbook_for_another_rubric_names_it() -> None:
    """On its forms."""
    main(["template", "a.xlsx", "--rubric", "support-models"])
    book = workbook("a.xlsx")
    values = [row[:2] for row in book["form 1"].iter_rows(values_only=True)]

    assert ("rubric", "support-models") in values


def test_a_yaml_template_leads_editors_to_its_schema() -> None:
    """The schema lies beside it, out of sight of `check *`, and fits."""
    written("a.yaml")
    first = Path("a.yaml").read_text(encoding="utf-8").splitlines()[0]
    values = documents.read("a.yaml").model_dump(mode="json", exclude_defaults=True)
    schema = documents.schema()
    jsonschema.validate({"schema": "implsupport/study/1", **values}, schema)

    assert first == f"# yaml-language-server: $schema={SCHEMA_FILE}"
    assert Path(SCHEMA_FILE).read_text(encoding="utf-8") == published("study")
    assert {file.name for file in Path().glob("[!.]*")} == {"a.yaml"}


def test_a_yaml_template_tells_the_words() -> None:
    """Every grade and every gap, on lines of at most 78 characters."""
    comments = [
        line for line in as_yaml(Study(title="T"), success.SUCCESS).splitlines() if line[:1] == "#"
    ]
    words = " ".join(comments)

    assert [one.key for one in (*success.Attainment, *Gap) if one.key not in words] == []
    assert max(map(len, comments)) <= 78


def test_templates_share_a_schema() -> None:
    """The same schema is left as it is; another one is not replaced unless asked."""
    codes = [main(["template", name]) for name in ("a.yaml", "b.yaml")]
    Path(SCHEMA_FILE).write_text("{}", encoding="utf-8")
    codes += [main(["template", "c.yaml"]), main(["template", "c.yaml", "--overwrite"])]

    assert codes == [0, 0, 3, 0]
    assert Path(SCHEMA_FILE).read_text(encoding="utf-8") == published("study")


@pytest.mark.parametrize("name", [*KINDS, "a.xlsx"])
def test_nothing_is_replaced_unless_asked(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The option is named, and what was there stays."""
    codes = [main(["template", name, "--case", one]) for one in ("First", "Second")]
    kept = documents.read(name).policies[0].title
    codes.append(main(["template", name, "--case", "Third", "--overwrite"]))

    assert codes == [0, 3, 0]
    assert "is there already; pass --overwrite to replace" in capsys.readouterr().err
    assert (kept, documents.read(name).policies[0].title) == ("First", "Third")


def test_a_refused_template_leaves_nothing() -> None:
    """No schema beside a template that is not there."""
    Path("a.yaml").write_text("kept", encoding="utf-8")
    code = main(["template", "a.yaml"])

    assert code == 3
    assert [file.name for file in Path().iterdir()] == ["a.yaml"]


def test_a_template_is_no_other_kind_of_file(capsys: pytest.CaptureFixture[str]) -> None:
    """With the kinds there are."""
    assert main(["template", "a.docx"]) == 3

    assert "no study is kept as '.docx'; expected" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--case", "A", "--case", "a"], "policies[1].key: 'a' is the key of policies[0] already"),
        (["--case", "!?"], "'!?' gives no key; write one before it: --case key=!?"),
        (["--case", "a="], "title: '' is blank; write something or leave it out"),
        (["--case", "a=\x1b"], "title: '\\x1b' holds the control character U+001B"),
        (["--assessor", " "], "assessor: ' ' is blank; write something or leave it out"),
        (["--assessor", "A", "--assessor", "A"], "the assessor 'A' is named twice"),
        (["--cases-of", "ilustration"], "no study or file 'ilustration'; there are"),
    ],
    ids=["twice", "no-key", "no-title", "control", "blank", "assessor-twice", "misspelt"],
)
@pytest.mark.parametrize("name", ["a.yaml", "a.xlsx"])
def test_names_that_no_record_takes_are_refused(
    arguments: list[str], sentence: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As wrong usage, before anything is written."""
    said = refused(name, *arguments, capsys=capsys)

    assert said.startswith(sentence)
    assert list(Path().iterdir()) == []


def test_unfilled_studies_name_no_assessor_unless_told() -> None:
    """One assessment for each policy."""
    study = unfilled([Policy(key="toll", title="Toll")], success.SUCCESS, [])

    assert [one.assessor for one in study.assessments] == [None]


def test_a_folder_of_tables_has_every_table() -> None:
    """With its columns, to be filled in."""
    main(["template", "tables"])
    with Path("tables/assessments.ratings.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert header == ["parent_row", "criterion", "grade", "gap", "note"]
    assert len(rows) == 6


def test_a_person_is_told_what_comes_next(monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, where it is a terminal."""
    here, there = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(there, "w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        main(["template", "a.yaml"])
        seen = os.read(here, 200)
    os.close(here)

    assert seen == b"a.yaml is there to fill in; then: implsupport check a.yaml\r\n"


def test_a_template_in_json_tells_editors_where_its_schema_lies() -> None:
    """The file beside it is the published schema, and the template keeps to it."""
    main(["template", "a.json", "--case", "Toll"])
    values = json.loads(Path("a.json").read_text(encoding="utf-8"))
    schema = json.loads(Path(values["$schema"]).read_text(encoding="utf-8"))

    assert schema == json.loads(published("study"))
    jsonschema.validate(values, schema)
