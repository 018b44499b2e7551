"""`implsupport check`."""

from pathlib import Path

import pytest

from implsupport import documents
from implsupport.cli import main
from implsupport.cli.check import summary
from implsupport.records import Study


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, so that names are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, text: str) -> None:
    """Write a study as YAML."""
    Path(name).write_text(f"schema: implsupport/study/1\n{text}", encoding="utf-8")


def test_a_study_that_is_right_is_ok(capsys: pytest.CaptureFixture[str]) -> None:
    """And what it holds is printed."""
    write("a.yaml", "title: T\npolicies:\n  - {key: toll, title: Toll}\n")

    assert main(["check", "a.yaml"]) == 0
    assert capsys.readouterr() == ("a.yaml: ok\n  T (ours)\n  1 policy\n", "")


def test_every_finding_of_every_file_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """To standard output, at its place; then how many there are."""
    write("a.yaml", "title: T\nstatus: own\npolices: []\n")
    write("b.yaml", "title: T\n")
    write("c.yaml", "status: ours\n")
    code = main(["check", "a.yaml", "b.yaml", "c.yaml"])
    printed = capsys.readouterr()
    lines = [line.split(": ")[0:2] for line in printed.out.splitlines()]

    assert (code, printed.err) == (1, "")
    assert lines == [
        ["a.yaml:3:9", "status"],
        ["a.yaml:4:1", "polices"],
        ["a.yaml", "not ok"],
        ["b.yaml", "ok"],
        ["  T (ours)"],
        ["  no records"],
        ["c.yaml:1:1", "title"],
        ["c.yaml", "not ok"],
        ["3 studies", "1 ok, 2 not ok"],
    ]


def test_findings_beyond_the_first_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """Fifty are shown."""
    names = "\n".join(f"  - {{key: p-{number}, name: P}}" for number in range(40))
    write("a.yaml", f"title: T\npolicies:\n{names}\n")
    code = main(["check", "a.yaml"])
    lines = capsys.readouterr().out.splitlines()

    assert code == 1
    assert lines[-2:] == ["and 30 more", "a.yaml: not ok: 80 findings"]
    assert len(lines) == 52


def test_a_file_that_cannot_be_read_gives_the_code(capsys: pytest.CaptureFixture[str]) -> None:
    """The highest of all files; the others are checked all the same."""
    write("a.yaml", "title: T\nstatus: own\n")
    code = main(["check", "none.yaml", "a.yaml", "illustration"])
    printed = capsys.readouterr().out

    assert code == 3
    assert printed.startswith(
        "none.yaml:1:1: the file cannot be read: no such file or directory\n"
        "none.yaml: not ok: 1 finding\na.yaml:3:9: "
    )
    assert printed.endswith("3 studies: 1 ok, 2 not ok\n")


def test_what_no_report_can_judge_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    """Here an assessor who judged one thing twice."""
    rated = "{policy: toll, object: policy, rubric: success, assessor: Ann, ratings: {clarity: "
    rows = "".join(f"  - {rated}{{gap: {gap}}}}}}}\n" for gap in ("not-stated", "not-assessed"))
    write("a.yaml", f"title: T\npolicies: [{{key: toll, title: T}}]\nassessments:\n{rows}")
    code = main(["check", "a.yaml"])

    assert code == 1
    assert capsys.readouterr().out == (
        "a.yaml:6:78: assessments[1].ratings.clarity: 'Ann' rates 'clarity' at a.yaml:5:78 "
        "already; keep one, or give the two assessments different dates or layers\n"
        "a.yaml: not ok: 1 finding\n"
    )


def test_a_rubric_of_ones_own_is_for_python(capsys: pytest.CaptureFixture[str]) -> None:
    """The command line knows those that are built in, and says how to go on."""
    judged = "{policy: toll, object: policy, rubric: lights, ratings: {}}"
    write("a.yaml", f"title: T\npolicies: [{{key: toll, title: T}}]\nassessments: [{judged}]\n")
    code = main(["check", "a.yaml"])

    assert code == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "a.yaml:4:54: assessments[0].rubric: no rubric 'lights'; there are 'success', "
        "'support-models'; the command line knows these alone; with a rubric of your own, MINE, go "
        "on in Python: study = documents.read(file, frameworks=(*CATALOGUE, MINE)), then "
        "appraise(study, frameworks=(*CATALOGUE, MINE))"
    )


def test_a_name_that_cannot_be_printed_is_quoted(capsys: pytest.CaptureFixture[str]) -> None:
    """It colours no terminal."""
    main(["check", "a\x1b[31m.yaml"])

    assert "\x1b" not in capsys.readouterr().out


def test_the_files_that_a_folder_of_tables_holds_are_one_study(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As a workbook is."""
    documents.write(Study(title="T"), "tables")
    documents.write(Study(title="T"), "tables.xlsx")

    assert main(["check", "tables", "tables.xlsx"]) == 0
    assert "tables: ok\n" in capsys.readouterr().out


def test_a_summary_counts_what_there_is() -> None:
    """One of a kind in the singular; gaps by their reasons; no line is long."""
    rated = {
        "policy": "toll",
        "object": "policy",
        "rubric": "success",
        "ratings": {"clarity": {"grade": "relative-success"}, "politics": {"gap": "not-stated"}},
    }
    study = Study.model_validate(
        {
            "title": "A title of many words " * 5,
            "policies": [{"key": "toll", "title": "Toll"}, {"key": "tax", "title": "Tax"}],
            "approaches": [{"key": "a", "title": "A"}, {"key": "b", "title": "B"}],
            "bodies": [{"key": "board", "title": "Board"}],
            "assessments": [
                {**rated, "assessor": "Ann"},
                {**rated, "assessor": "Ben"},
                {**rated, "assessor": "Cleo", "date": "2020", "ratings": {}},
                rated,
            ],
        }
    )
    lines = summary(study)

    assert lines[-3:] == (
        "2 policies, 4 assessments, 2 approaches, 1 body",
        "6 ratings, 4 of them by 2 named assessors: 3 grades, 3 gaps (3 not stated)",
        "18 ratings left out, read as not assessed",
    )
    assert max(map(len, lines)) <= 78


def test_a_summary_of_grades_alone_names_no_gaps() -> None:
    """Nor assessors where none has a name."""
    rated = {
        "policy": "toll",
        "object": "policy",
        "rubric": "success",
        "ratings": {"clarity": {"grade": "relative-success"}},
    }
    policies = [{"key": "toll", "title": "Toll"}]
    study = Study.model_validate({"title": "T", "policies": policies, "assessments": [rated]})

    assert summary(study)[-2:] == (
        "1 rating: 1 grade",
        "5 ratings left out, read as not assessed",
    )
