"""Studies in files: strict in, faithful out."""

import csv
import importlib
import io
import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from implsupport import cases, documents
from implsupport.appraisal import appraise
from implsupport.documents import DocumentError, Limits
from implsupport.documents.texts import HIDDEN
from implsupport.errors import FrameworkError
from implsupport.frameworks.success import SUCCESS
from implsupport.matrix import Rubric
from implsupport.records import Study
from implsupport.reports import content, text
from implsupport.sources import cite
from implsupport.terms import Scale, Term

SCRIPTS = Path(__file__).parent / "documents"
ATTACKS: list[Any] = runpy.run_path(str(SCRIPTS / "attacks.py"))["ATTACKS"]
INJECTIONS: dict[str, Any] = runpy.run_path(str(SCRIPTS / "injections.py"))

TEXTS = ["study.yaml", "study.yml", "study.json", "STUDY.YAML", "study.Json"]


class Question(Term):
    """What is asked."""

    WHO = "who", "who acts"


class Answer(Scale):
    """How clearly it is answered."""

    UNCLEAR = "unclear", "nobody knows"
    CLEAR = "clear", "everybody knows"


OWN: Rubric[Question, Answer, str] = Rubric(
    key="own",
    title="Own rubric",
    source=cite("matland-1995"),
    rows=Question,
    cols=Answer,
    cells={Question.WHO: ("no", "yes")},
)


def begun(script: str, *arguments: object) -> "subprocess.Popen[str]":
    """Run a script of the tests in a process of its own."""
    command = [sys.executable, str(SCRIPTS / script), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def printed_by(script: "subprocess.Popen[str]") -> Any:  # noqa: ANN401 -- any JSON value
    """Wait for a script, and read what it prints."""
    with script:
        return json.loads(script.communicate()[0])


def refused(path: Path, limits: Limits = documents.LIMITS) -> str:
    """Give the error with which a file is refused."""
    with pytest.raises(DocumentError) as caught:
        documents.read(path, limits=limits)
    return str(caught.value)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("study", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_a_study_that_is_written_reads_back(study: Study, name: str, tmp_path: Path) -> None:
    """Equal, and the same bytes when it is written again."""
    first, second = tmp_path / name, tmp_path / f"second-{name}"

    documents.write(study, first)
    documents.write(documents.read(first), second)

    assert documents.read(first) == study
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("name", TEXTS)
def test_the_name_may_be_text(name: str, tmp_path: Path) -> None:
    """A path or the name of one."""
    documents.write(Study(title="T"), str(tmp_path / name))

    assert documents.read(str(tmp_path / name)) == Study(title="T")


def test_a_file_whose_name_has_no_ending_is_no_folder(tmp_path: Path) -> None:
    """What names there are is told."""
    path = tmp_path / "study"
    path.write_text("title: Ours\n", encoding="utf-8")
    told = "its name has no ending; expected a name that ends in .yaml"

    with pytest.raises(DocumentError, match=told):
        documents.read(path)
    with pytest.raises(DocumentError, match=told):
        documents.write(Study(title="T"), path, overwrite=True)


def test_only_a_study_is_written(tmp_path: Path) -> None:
    """Plain values are made into one first."""
    given: Any = {"title": "Ours"}

    with pytest.raises(FrameworkError, match=r"not a study; make one with Study\.model_validate"):
        documents.write(given, tmp_path / "study.yaml")


@pytest.mark.parametrize("name", TEXTS)
def test_nothing_is_overwritten_unless_told(name: str, tmp_path: Path) -> None:
    """What is there stays; when told, it is replaced."""
    path = tmp_path / name
    documents.write(Study(title="old"), path)

    with pytest.raises(DocumentError, match="there already; pass overwrite=True to replace it"):
        documents.write(Study(title="new"), path)
    kept = documents.read(path)
    documents.write(Study(title="new"), path, overwrite=True)

    assert (kept.title, documents.read(path).title) == ("old", "new")


@pytest.mark.parametrize("name", ["study.txt", "study.yaml.bak", "study.xlsx.gz", "study.toml"])
def test_other_kinds_of_files_are_refused(name: str, tmp_path: Path) -> None:
    """With the kinds that there are."""
    suffix = Path(name).suffix
    sentence = (
        f"no study is kept as '{suffix}'; expected a name that ends in .yaml, .yml, .json or "
        ".xlsx, or a folder of CSV files"
    )

    assert refused(tmp_path / name) == f"{tmp_path / name}:1:1: {sentence}"
    with pytest.raises(DocumentError, match="no study is kept as"):
        documents.write(Study(title="T"), tmp_path / name)


@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("policies.csv", "; give the folder in which the tables lie, study.csv and others"),
        ("study.xls", "; save the workbook as .xlsx"),
        ("study.xlsm", "; save the workbook as .xlsx"),
        ("study.ODS", "; save the workbook as .xlsx"),
    ],
)
def test_what_is_nearly_a_study_has_a_way_out(name: str, way_out: str, tmp_path: Path) -> None:
    """A table of a folder, and other kinds of workbooks."""
    assert refused(tmp_path / name).endswith(f"or a folder of CSV files{way_out}")


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


@pytest.mark.parametrize(
    ("name", "again", "first"),
    [
        ("study.yaml", ":18:7", ":11:7"),
        ("study.json", ":27:9", ":16:9"),
        ("study", "/assessments.ratings.csv:3:2", "/assessments.ratings.csv:2:2"),
        ("study.xlsx", "!assessments.ratings!B3", "!assessments.ratings!B2"),
    ],
)
def test_what_no_report_can_put_together_is_refused_at_its_place(
    name: str, again: str, first: str, tmp_path: Path
) -> None:
    """If it is to be judged; else it is read as it is."""
    path = tmp_path / name
    documents.write(TWICE, path)
    with pytest.raises(DocumentError) as caught:
        documents.read(path, judgeable=True)

    assert documents.read(path) == TWICE
    assert str(caught.value) == (
        f"{path}{again}: assessments[1].ratings.clarity: 'Ann' rates 'clarity' at {path}{first} "
        "already; keep one, or give the two assessments different dates or layers"
    )


def test_a_form_that_was_copied_is_refused_at_its_cell(tmp_path: Path) -> None:
    """Both sheets are named."""
    path = tmp_path / "study.xlsx"
    templates: Any = importlib.import_module("implsupport.documents.templates")
    templates.template(path, rubric=SUCCESS, cases=TWICE.policies, assessors=("Ann",))
    openpyxl: Any = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(path)
    form = book["form 1"]
    form["B5"], form["B12"] = "policy", "relative-success"
    book.copy_worksheet(form).title = "form 1 (2)"
    book.save(path)
    with pytest.raises(DocumentError) as caught:
        documents.read(path, judgeable=True)

    assert str(caught.value).startswith(
        f"{path}!form 1 (2)!A12: assessments[1].ratings.legitimacy: 'Ann' rates 'legitimacy' at "
        f"{path}!form 1!A12 already; "
    )


def test_what_else_is_wrong_is_told_before_what_clashes(tmp_path: Path) -> None:
    """Only a study can be judged."""
    path = tmp_path / "study.yaml"
    documents.write(TWICE, path)
    path.write_text(path.read_text(encoding="utf-8") + "status: own\n", encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        documents.read(path, judgeable=True)

    assert [finding.path for finding in caught.value.findings] == ["status"]


def test_a_name_that_no_file_can_have_is_refused() -> None:
    """Shown in quotation marks, for it cannot be printed."""
    assert refused(Path("a\0b.yaml")) == (
        "'a\\x00b.yaml':1:1: the name of a file holds no U+0000; take it out"
    )


@pytest.mark.parametrize("name", TEXTS)
def test_limits_may_be_lowered_and_raised(name: str, tmp_path: Path) -> None:
    """For the bytes of a file as for its values."""
    path = tmp_path / name
    documents.write(cases.illustration(), path)

    assert "the file is larger than the 1,000 bytes allowed" in refused(path, Limits(size=1000))
    assert "the file holds more than 100 values" in refused(path, Limits(values=100))
    assert documents.read(path, limits=Limits(size=2**30, values=10**6, depth=100)).title


@pytest.mark.parametrize("name", ["study.yaml", "study.json"])
def test_other_frameworks_may_be_named(name: str, tmp_path: Path) -> None:
    """A rubric of one's own is passed when the file is read."""
    path = tmp_path / name
    values = {
        "title": "T",
        "policies": [{"key": "toll", "title": "Toll"}],
        "assessments": [
            {
                "policy": "toll",
                "object": "policy",
                "rubric": "own",
                "ratings": {"who": {"grade": "clear"}},
            }
        ],
    }
    documents.write(Study.model_validate(values, context={"frameworks": (OWN,)}), path)

    assert documents.read(path, frameworks=(OWN,)).assessments[0].ratings["who"].grade == "clear"
    assert "no rubric 'own'; there are 'success'" in refused(path)


def test_nothing_of_an_extra_is_loaded() -> None:
    """Nor what reads YAML, before a file of YAML is read."""
    code = "import implsupport.documents, sys; print(*sys.modules, sep='\\n')"
    command = [sys.executable, "-I", "-c", code]
    loaded = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    assert "implsupport.documents" in loaded
    assert {"yaml", "openpyxl", "xlsxwriter", "hypothesis"} & set(loaded) == set()


# --- bad input ---


@pytest.mark.long
@pytest.mark.parametrize("kind", ["yaml", "json"])
def test_damaged_documents_are_refused_at_their_places(kind: str) -> None:
    """Ten thousand of about two kilobytes: no other error, none slow, no memory kept."""
    told = printed_by(begun("damage.py", kind, 10_000))

    assert 1500 < told["bytes"] < 2600
    assert set(told["outcomes"]) == {"read", "refused"}
    assert told["outcomes"]["refused"] > 9000
    assert told["slowest"] < 0.1
    assert told["seconds"] < 60
    assert told["growth"] < 50


@pytest.fixture(scope="module")
def ends(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Let each attack be read in a process of its own, with 512 MB and five seconds."""
    folder = tmp_path_factory.mktemp("attacks")
    halves = [begun("attacks.py", folder, first, 2) for first in (0, 1)]
    return {**printed_by(halves[0]), **printed_by(halves[1])}


@pytest.mark.long
@pytest.mark.parametrize(("name", "expected"), [(one.name, one.expected) for one in ATTACKS])
def test_an_attack_ends_as_it_should(name: str, expected: str, ends: dict[str, str]) -> None:
    """No crash, no time-out: the code and the line of what is wrong, or a study."""
    assert expected in ends[name].split("; ")


def test_there_are_attacks_enough() -> None:
    """At least sixty, each with a name of its own."""
    assert len({one.name for one in ATTACKS}) == len(ATTACKS) >= 60


@pytest.mark.long
@pytest.mark.parametrize("name", ["study.yaml", "study.json", "study.xlsx"])
def test_a_write_that_is_killed_leaves_a_whole_file(name: str, tmp_path: Path) -> None:
    """A hundred times: the old file or the new one; nobody takes what is left for a study."""
    told = printed_by(begun("kills.py", tmp_path / name))

    assert set(told["held"]) == {"first", "second"}
    assert sum(told["held"].values()) == 100
    assert told["left"] > 25
    assert told["mistaken"] == []


# --- texts that some program might take for something else ---

FORMATS = ["study", "study.xlsx", "study.yaml", "study.json"]
INJECTED: Study = INJECTIONS["everywhere"](INJECTIONS["TEXTS"])


def fields_of(schema: dict[str, Any]) -> set[tuple[str, str]]:
    """Find the fields that take any text, in a study and in its records."""
    records: dict[str, Any] = {"Study": schema, **schema["$defs"]}
    return {
        (name, field)
        for name, record in records.items()
        for field, shape in record.get("properties", {}).items()
        if r"'pattern': '\\S'" in str(shape)
    }


def cells_of(path: Path) -> list[Any]:
    """Read every cell of a workbook that holds anything."""
    book: Any = importlib.import_module("openpyxl").load_workbook(path)
    return [cell for sheet in book for row in sheet for cell in row if cell.value is not None]


def all_of(error: DocumentError) -> list[str]:
    """Give the paths of what is wrong in a file."""
    return [finding.path for finding in error.findings]


def test_there_are_injections_enough() -> None:
    """At least forty, each in every field that takes text."""
    assert len(set(INJECTIONS["TEXTS"])) == len(INJECTIONS["TEXTS"]) >= 40
    assert len(INJECTIONS["marked"]()) == len(fields_of(Study.model_json_schema())) + 4


@pytest.mark.parametrize("name", FORMATS)
def test_a_text_in_any_field_is_read_as_text(name: str, tmp_path: Path) -> None:
    """And as nothing else."""
    documents.write(INJECTED, tmp_path / name)

    assert documents.read(tmp_path / name) == INJECTED


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("title", INJECTIONS["TEXTS"])
def test_a_text_in_a_title_is_read_as_text(title: str, name: str, tmp_path: Path) -> None:
    """A study has only one."""
    documents.write(Study(title=title), tmp_path / name)

    assert documents.read(tmp_path / name) == Study(title=title)


def test_a_text_in_a_workbook_is_text_to_other_programs_too(tmp_path: Path) -> None:
    """No cell is anything but text, and none begins as a formula does."""
    documents.write(INJECTED, tmp_path / "study.xlsx")
    cells = cells_of(tmp_path / "study.xlsx")

    assert {cell.data_type for cell in cells} == {"s"}
    assert not [cell.value for cell in cells if cell.value.lstrip()[:1] in set("=+-@")]


def test_a_text_in_a_folder_is_text_to_other_programs_too(tmp_path: Path) -> None:
    """No cell begins as a formula does, as another reader parts them."""
    documents.write(INJECTED, tmp_path / "study")
    rows = [
        row
        for file in (tmp_path / "study").iterdir()
        for row in csv.reader(io.StringIO(file.read_text(encoding="utf-8")))
    ]

    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@")]


@pytest.mark.parametrize("word", INJECTIONS["TEXTS"])
def test_a_text_in_a_report_is_text(word: str) -> None:
    """It stands there as it is, and no character is one that a terminal obeys."""
    report = text(content(appraise(INJECTIONS["everywhere"]([word]))))

    assert " ".join(report.split()).startswith(" ".join(word.split()))
    assert not re.search(f"[{HIDDEN}]", report)


@pytest.mark.parametrize("word", [*INJECTIONS["TEXTS"], *INJECTIONS["ESCAPED"]])
@pytest.mark.parametrize("name", ["study.yaml", "study.json"])
def test_a_text_in_an_error_is_text(name: str, word: str, tmp_path: Path) -> None:
    """It stays on its line, and has no character that a terminal obeys or does not show."""
    values = {"schema": "implsupport/study/1", "title": "T", word: {word: word}, "status": word}
    (tmp_path / name).write_text(json.dumps(values), encoding="utf-8")
    lines = refused(tmp_path / name).split("\n")

    assert [line for line in lines if not line.startswith(f"{tmp_path / name}:1:")] == []
    assert [line for line in lines if not line.isprintable()] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("hidden", INJECTIONS["HIDDEN"])
def test_a_hidden_character_is_refused_with_its_path(
    hidden: str, name: str, tmp_path: Path
) -> None:
    """In every field that takes text, as it stands in the file."""
    INJECTIONS["plant"](tmp_path / name, hidden)
    with pytest.raises(DocumentError) as caught:
        documents.read(tmp_path / name)

    assert sorted(all_of(caught.value)) == sorted(INJECTIONS["marked"]())
    assert all(line.isprintable() for line in str(caught.value).splitlines())


@pytest.mark.parametrize("name", ["study.yaml", "study.json"])
@pytest.mark.parametrize("hidden", INJECTIONS["ESCAPED"])
def test_a_hidden_character_that_is_escaped_is_refused_with_its_path(
    hidden: str, name: str, tmp_path: Path
) -> None:
    """In every field that takes text; the text is read before it is refused."""
    INJECTIONS["plant_escaped"](tmp_path / name, hidden)
    with pytest.raises(DocumentError) as caught:
        documents.read(tmp_path / name)

    assert sorted(all_of(caught.value)) == sorted(INJECTIONS["marked"]())
    assert all(line.isprintable() for line in str(caught.value).splitlines())
