"""The command line."""

import json
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from implsupport.cli import main


def run(*arguments: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """Run the module in a process of its own."""
    command = [sys.executable, "-m", "implsupport", *arguments]
    return subprocess.run(command, check=False, stdout=stdout, stderr=subprocess.PIPE, text=True)


def test_without_arguments_it_reports_the_built_in_study(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """No line of several words is wider than a terminal of 80 columns."""
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == "What the sources state"
    assert [line for line in lines if len(line) > 80 and " " in line.strip()] == []


@pytest.mark.parametrize(
    "arguments",
    [["illustration"], ["--study", "illustration"], ["report", "illustration"]],
    ids=" ".join,
)
def test_a_study_is_named_in_three_ways(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With or without the command, as a word or as an option."""
    assert main(arguments) == 0

    assert capsys.readouterr().out.startswith("Illustration, not evidence\n")


def test_json_goes_to_a_file(tmp_path: Path) -> None:
    """`-o` writes the file and prints nothing."""
    target = tmp_path / "appraisal.json"
    assert main(["--format", "json", "-o", str(target)]) == 0

    assert json.loads(target.read_text(encoding="utf-8"))["schema"] == "implsupport/appraisal/1"


def test_the_suffix_of_the_file_says_the_format(tmp_path: Path) -> None:
    """Without `--format`, `.json` is JSON and anything else is text."""
    as_json, as_text = tmp_path / "a.json", tmp_path / "a.txt"
    assert main(["illustration", "-o", str(as_json)]) == 0
    assert main(["illustration", "-o", str(as_text)]) == 0

    assert json.loads(as_json.read_text(encoding="utf-8"))["title"] == "Illustration, not evidence"
    assert as_text.read_text(encoding="utf-8").startswith("Illustration, not evidence\n=")


def test_an_unknown_study_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is 2, and the studies there are stand in the message."""
    with pytest.raises(SystemExit, match="2"):
        main(["--study", "ilustration"])

    assert "choose from" in capsys.readouterr().err


def test_a_misspelt_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """What is neither command nor study is refused in one sentence."""
    with pytest.raises(SystemExit, match="2"):
        main(["codebok"])

    assert "did you mean 'codebook'?" in capsys.readouterr().err


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and number."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])

    assert capsys.readouterr().out == f"implsupport {version('implsupport')}\n"


def test_a_file_that_cannot_be_written_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The exit code is 3, and no trace is printed."""
    target = tmp_path / "nowhere" / "report.txt"
    code = main(["illustration", "-o", str(target)])
    said = capsys.readouterr().err

    assert code == 3
    assert said == f"implsupport: cannot write {str(target)!r}: No such file or directory\n"


def test_help_is_that_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` alone explains the commands."""
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])

    assert "report" in capsys.readouterr().out


def test_the_module_runs_and_its_output_is_the_same_twice() -> None:
    """Two processes with hash seeds of their own print the same bytes."""
    first, second = run("--study", "illustration"), run("--study", "illustration")

    assert first.returncode == 0
    assert first.stdout == second.stdout


def test_a_closed_pipe_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads at the other end, and the exit code is still 0."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        code = main(["illustration"])

    assert code == 0


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`implsupport | head -1` ends quietly."""
    command = f"'{sys.executable}' -m implsupport | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], check=True, capture_output=True, text=True)

    assert done.stdout == "What the sources state\n"
    assert done.stderr == ""


def test_a_rule_gives_its_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    """`--rule` puts the rule first and says why."""
    assert main(["illustration", "--rule", "weakest"]) == 0

    assert "By the rule 'weakest' the verdict" in capsys.readouterr().out


@pytest.mark.parametrize(("form", "start"), [("markdown", "#"), ("json", "{")])
def test_the_codebook_is_printed(form: str, start: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every vocabulary with its terms, as Markdown or JSON."""
    assert main(["codebook", "--format", form]) == 0
    printed = capsys.readouterr().out

    assert printed.startswith(start)
    assert "relative-success" in printed
    assert printed.endswith("\n")
