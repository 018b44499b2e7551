"""The command line as a whole: in processes of its own where it matters, and on a terminal."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pytest

from implsupport import cases, documents
from implsupport.cli import main
from implsupport.records import Study

COMMAND = (sys.executable, "-m", "implsupport")
# As on a slow machine: whatever is done takes longer than a person waits.
AT_ONCE = (
    sys.executable,
    "-c",
    "from implsupport.cli import main, streams; streams._PATIENCE = 0; raise SystemExit(main())",
)


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the module in a process of its own, some variables of the environment changed."""
    environment = {**os.environ, **more}
    return subprocess.run(
        [*COMMAND, *arguments],
        check=False,
        capture_output=True,
        env=environment,
        encoding="utf-8",
    )


def in_shell(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a shell script in a folder, with `implsupport` on its path; both outputs are one."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", script],
        check=False,
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


def on_terminal(arguments: Sequence[str], **more: str) -> tuple[int, str]:
    """Run it on a terminal of its own: the exit code, and all that a person sees."""
    here, there = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", **more}
    with subprocess.Popen(
        [*COMMAND, *arguments], stdin=there, stdout=there, stderr=there, env=environment
    ) as process:
        os.close(there)
        seen = b"".join(iter(lambda: read(here), b""))
    os.close(here)
    return process.returncode, seen.decode()


def read(terminal: int) -> bytes:
    """Read what a terminal shows; nothing once nobody writes to it."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def large(policies: int) -> Study:
    """Make a study of many policies, each rated by three assessors."""
    criteria = ("legitimacy", "stakeholders", "clarity", "complexity", "politics", "objectives")
    return Study.model_validate(
        {
            "title": "Large",
            "policies": [{"key": f"policy-{n}", "title": f"Policy {n}"} for n in range(policies)],
            "assessments": [
                {
                    "policy": f"policy-{number}",
                    "object": "support-programme",
                    "rubric": "success",
                    "assessor": name,
                    "ratings": {criterion: {"grade": "relative-success"} for criterion in criteria},
                }
                for number in range(policies)
                for name in ("Ann", "Ben", "Cleo")
            ],
        }
    )


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """Write a study in which one word is wrong."""
    path = tmp_path / "wrong.yaml"
    path.write_text("schema: implsupport/study/1\ntitle: T\nstatus: own\n", encoding="utf-8")
    return path


# --- what there is ---


def test_the_version_is_that_of_the_distribution(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and number."""
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])

    assert capsys.readouterr().out == f"implsupport {version('implsupport')}\n"


def test_help_tells_the_commands_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    """No line is wider than a terminal of 90 columns."""
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    printed = capsys.readouterr().out

    assert re.findall(r"^    (\w+)  ", printed, re.MULTILINE) == [
        "report",
        "check",
        "template",
        "convert",
        "codebook",
        "schema",
    ]
    assert re.findall(r"^  (\d+) ", printed, re.MULTILINE) == ["0", "1", "2", "3", "130"]
    assert max(map(len, printed.splitlines())) < 90


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_version_and_help_load_little(asked: str) -> None:
    """No records, no graphs, no files."""
    code = (
        f"import sys; sys.argv = ['implsupport', {asked!r}]; from implsupport.cli import main\n"
        "try: main()\n"
        "finally: print(*sys.modules, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded = set(done.stdout.split())

    assert "implsupport.cli.options" in loaded
    assert loaded & {"pydantic", "networkx", "yaml", "implsupport.cases"} == set()


# --- a whole study ---


@pytest.mark.parametrize("name", ["study.yaml", "study.json", "study.xlsx", "tables"])
def test_a_template_can_be_checked_and_reported_at_once(name: str, tmp_path: Path) -> None:
    """Written, checked and reported by three commands, the last of which prints its title."""
    script = f"""
        implsupport template {name} --case 'Toll' --assessor Ann &&
        implsupport check {name} | head -1 &&
        implsupport {name} | head -1"""
    done = in_shell(script.replace("implsupport tables", "implsupport ./tables"), tmp_path)

    assert done.stdout == f"{name}: ok\nUntitled study\n"


# --- exit codes ---


def test_findings_are_exit_code_1(wrong: Path) -> None:
    """On standard error, for they are not what `report` was asked for."""
    done = run("report", str(wrong))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{wrong}:3:9: status: 'own' is not a term of Status; ")


def test_wrong_usage_is_exit_code_2() -> None:
    """And the nearest command is named."""
    done = run("codebok")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("did you mean 'codebook'?\n")


def test_what_cannot_be_read_is_exit_code_3(tmp_path: Path) -> None:
    """In one line, without a trace."""
    done = run("report", str(tmp_path / "none.yaml"))

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"{tmp_path}/none.yaml:1:1: the file cannot be read: no such file or directory\n"
    )


def test_a_missing_library_is_exit_code_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to type."""
    path = tmp_path / "study.xlsx"
    documents.write(Study(title="T"), path)
    monkeypatch.setitem(sys.modules, "openpyxl.reader.excel", None)
    monkeypatch.delitem(sys.modules, "implsupport.documents.workbook")
    code = main(["report", str(path)])

    assert code == 3
    assert capsys.readouterr().err == (
        "implsupport: implsupport.documents.workbook needs openpyxl, which is not installed; "
        'install it with: pip install "implsupport[excel]"\n'
    )


def test_an_interrupt_is_exit_code_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whenever it comes."""

    def interrupted(_: Sequence[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("implsupport.cli.options.parsed", interrupted)

    assert main(["check", "illustration"]) == 130


# --- pipes ---


def test_the_output_is_the_same_bytes_whatever_the_locale() -> None:
    """Two processes with hash seeds, locales and encodings of their own."""
    first = run("built-in", PYTHONHASHSEED="1", LC_ALL="C", PYTHONIOENCODING="ascii")
    second = run("built-in", PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TERM="xterm")

    assert first.returncode == 0
    assert "–" in first.stdout
    assert first.stdout == second.stdout


def test_nothing_is_coloured_in_a_pipe() -> None:
    """Not even on a good terminal."""
    done = run("check", "illustration", TERM="xterm-256color")

    assert done.stdout.startswith("illustration: ok\n")
    assert done.stderr == ""


@pytest.mark.parametrize("asked", ["", "codebook", "schema", "--help"])
def test_a_reader_that_goes_away_is_no_error(asked: str, tmp_path: Path) -> None:
    """`implsupport | head -1` ends quietly, and well."""
    done = in_shell(f"(implsupport {asked}; echo $? >code) | head -1; cat code", tmp_path)

    assert len(done.stdout.splitlines()) == 2
    assert done.stdout.endswith("\n0\n")


def test_a_full_disk_is_one_line() -> None:
    """With exit code 3, on standard output as in a file."""
    with Path("/dev/full").open("wb") as full:
        printed = subprocess.run(
            [*COMMAND, "illustration"], check=False, stdout=full, stderr=subprocess.PIPE
        )
    written = run("illustration", "-o", "/dev/full")

    assert (printed.returncode, written.returncode) == (3, 3)
    assert printed.stderr.decode() == (
        "standard output: nothing can be printed: no space left on device\n"
    )
    assert written.stderr == "/dev/full:1:1: nothing can be written: no space left on device\n"


@pytest.mark.parametrize(
    ("closed", "said"),
    [(">&-", "standard output: nothing can be printed: closed\n"), (">&- 2>&-", "")],
    ids=["output", "both"],
)
def test_closed_streams_are_no_crash(closed: str, said: str, tmp_path: Path) -> None:
    """The exit code still tells."""
    done = in_shell(f"(implsupport illustration {closed}); echo $?", tmp_path)

    assert done.stdout == f"{said}3\n"


# --- terminals ---


def test_ok_is_green_where_a_person_watches() -> None:
    """And says so without the colour too."""
    code, seen = on_terminal(["check", "illustration"])

    assert code == 0
    assert seen.startswith("illustration: \x1b[32mok\x1b[0m\r\n")


@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_is_shown_where_none_is_wanted(variable: dict[str, str]) -> None:
    """The terminal gets plain text."""
    code, seen = on_terminal(["check", "illustration"], **variable)

    assert code == 0
    assert seen.startswith("illustration: ok\r\n")
    assert "\x1b" not in seen


def test_long_work_shows_its_progress_and_is_interrupted_quietly(tmp_path: Path) -> None:
    """A person sees what is done and for how long; the line is wiped out, and no file is left."""
    documents.write(large(3000), tmp_path / "large.json")
    command = [*AT_ONCE, "report", "large.json", "-o", "out.txt", "--size", "16"]
    here, there = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "40"}
    with subprocess.Popen(command, cwd=tmp_path, stderr=there, env=environment) as process:
        os.close(there)
        first = read(here)
        process.send_signal(signal.SIGINT)
        rest = b"".join(iter(lambda: read(here), b""))
    os.close(here)
    seen = (first + rest).decode()

    assert re.fullmatch(r"(\r\x1b\[K(reading|appraising|writing) [\w ,.:]{,38})+\r\x1b\[K", seen)
    assert process.returncode == 130
    assert [file.name for file in tmp_path.iterdir()] == ["large.json"]


def test_a_template_says_what_comes_next_where_a_person_watches(tmp_path: Path) -> None:
    """In a pipe it says nothing."""
    first, second = str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")

    assert on_terminal(["template", first])[1] == (
        f"{first} is there to fill in; then: implsupport check {first}\r\n"
    )
    assert run("template", second).stderr == ""


# --- JSON ---


def test_the_appraisal_as_json_is_read_by_other_programs() -> None:
    """`implsupport --format json | program`."""
    printed = json.loads(run("--format", "json").stdout)

    assert printed["schema"] == "implsupport/appraisal/1"
    assert printed["title"] == cases.study().title
