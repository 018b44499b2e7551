"""What can be asked of the command line."""

import argparse

import pytest

from implsupport import CATALOGUE
from implsupport.cli.options import COMMANDS, FORMS, RUBRICS, RULES, STUDIES, parsed, refuse
from implsupport.evaluation import verdicts
from implsupport.matrix import Rubric


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Give the last line of what is said where it is asked for wrongly."""
    with pytest.raises(SystemExit, match="2"):
        parsed(arguments)
    return capsys.readouterr().err.splitlines()[-1]


def test_the_rules_are_the_named_rules() -> None:
    """They are listed twice, because to load them takes time."""
    assert [rule.key for rule in verdicts.RULES] == list(RULES)


def test_the_rubrics_are_those_of_the_catalogue() -> None:
    """By key."""
    found = [one for one in CATALOGUE if isinstance(one, Rubric)]

    assert list(RUBRICS.values()) == found
    assert [one.key for one in found] == list(RUBRICS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["report"],
        ["built-in"],
        ["report", "built-in"],
        ["--format", "text"],
        ["-o", "-"],
    ],
    ids=" ".join,
)
def test_the_report_of_the_built_in_study_is_the_default(arguments: list[str]) -> None:
    """As text, printed."""
    given = parsed(arguments)

    assert (given.command, given.named or given.study) == ("report", "built-in")
    assert given.format == "text"


@pytest.mark.parametrize(
    "arguments",
    [
        ["illustration"],
        ["--study", "illustration"],
        ["report", "illustration"],
        ["report", "--study", "illustration"],
        ["--rule", "weakest", "illustration"],
    ],
    ids=" ".join,
)
def test_a_study_is_named_in_several_ways(arguments: list[str]) -> None:
    """With or without the command, as a word or as an option."""
    given = parsed(arguments)

    assert (given.command, given.named or given.study) == ("report", "illustration")


@pytest.mark.parametrize("path", ["study.yaml", "./report", "folder/study", "/tmp"])  # noqa: S108 -- a folder that is there
def test_a_path_is_a_study(path: str) -> None:
    """Known by a dot, by its folders, or by being there."""
    given = parsed([path])

    assert (given.command, given.study) == ("report", path)


def test_a_name_that_begins_with_a_hyphen_comes_after_two() -> None:
    """As everywhere."""
    assert parsed(["--", "-study.yaml"]).study == "-study.yaml"


@pytest.mark.parametrize(("word", "near"), [("codebok", "codebook"), ("bulit-in", "built-in")])
def test_what_is_no_command_and_no_study_is_refused(
    word: str, near: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """With all there are, and the nearest."""
    known = ", ".join(map(repr, (*COMMANDS, *STUDIES)))

    assert refused([word], capsys) == (
        f"implsupport: error: no command or study {word!r}; there are {known}; "
        f"did you mean {near!r}?"
    )


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("report", "text"),
        ("report.txt", "text"),
        ("REPORT.MD", "markdown"),
        ("report.markdown", "markdown"),
        ("report.v2.json", "json"),
        ("report.html", "html"),
        ("report.htm", "html"),
    ],
)
def test_the_ending_of_the_file_asks_for_a_form(file: str, form: str) -> None:
    """Whatever its case."""
    assert parsed(["-o", file]).format == form


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_is_named_comes_before_the_ending(form: str) -> None:
    """Any file takes any form."""
    assert parsed(["-o", "report.json", "--format", form]).format == form


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-o", "a.pdf"], "no form ends in '.pdf'; there are '.txt', '.md', '.markdown', "),
        (["codebook", "-o", "a.html"], "no form ends in '.html'; there are '.txt', '.md', "),
    ],
    ids=["report", "codebook"],
)
def test_an_ending_that_asks_for_no_form_is_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of another kind would not open."""
    said = refused(arguments, capsys)

    assert sentence in said
    assert said.endswith("; name the form with --format")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--rule", "majorty"], "no rule 'majorty'; there are 'weakest', 'majority', "),
        (["--format", "jsn"], "no format 'jsn'; there are 'text', 'markdown', 'json', 'html'; did"),
        (["schema", "studi"], "no schema 'studi'; there are 'study', 'appraisal'; did you mean"),
        (["template", "a.yaml", "--rubric", "x"], "no rubric 'x'; there are 'success', "),
        (["--size", "0"], "'0' is no size; expected a whole number of MiB, from 1 to 999999"),
        (["--size", "1.5"], "'1.5' is no size"),
        (["--size", "1000000"], "'1000000' is no size"),
        (["built-in", "--study", "built-in"], "not allowed with argument"),
        (["--form", "json"], "unrecognized arguments: --form"),
        (["check"], "required: STUDY"),
        (["convert", "a.yaml"], "required: FILE"),
    ],
    ids=str,
)
def test_a_wrong_option_is_refused(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one sentence, with what was expected."""
    assert sentence in refused(arguments, capsys)


@pytest.mark.parametrize(("arguments", "size"), [([], 4), (["--size", "16"], 16)], ids=str)
def test_the_size_is_a_number(arguments: list[str], size: int) -> None:
    """Of MiB."""
    assert parsed(arguments).size == size


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_of_its_own(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It names the command."""
    with pytest.raises(SystemExit, match="0"):
        parsed([command, "--help"])

    assert capsys.readouterr().out.startswith(f"usage: implsupport {command} ")


def test_a_command_may_refuse_what_it_was_asked(capsys: pytest.CaptureFixture[str]) -> None:
    """With its own usage before the sentence."""
    with pytest.raises(SystemExit, match="2"):
        refuse(parsed(["check", "a.yaml"]), "no such thing")
    said = capsys.readouterr().err

    assert said.startswith("usage: implsupport check ")
    assert said.endswith("implsupport check: error: no such thing\n")


def test_what_is_asked_for_is_plain() -> None:
    """A namespace, as `argparse` gives it."""
    given = parsed(["template", "a.yaml", "--case", "A", "--case", "b=B", "--assessor", "Ann"])

    assert isinstance(given, argparse.Namespace)
    assert (given.cases, given.assessors, given.rubric) == (["A", "b=B"], ["Ann"], "success")
