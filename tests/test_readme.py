"""The README, CONTRIBUTING and .ci/run say the same, and what they say works."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

NOXFILE = (ROOT / "noxfile.py").read_text(encoding="utf-8")
BY_HAND = ("mutation", "fuzz")

RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python -m implsupport"
TEST = (
    "python3 -m venv .venv && .venv/bin/pip install uv "
    "&& .venv/bin/uv run --locked --all-extras pytest -n 2 -m 'not long'"
)


def commands(file: Path, heading: str) -> list[str]:
    """Ask the script that .ci/run asks."""
    script = ROOT / ".ci" / "commands.py"
    arguments = [sys.executable, str(script), str(file), heading]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.splitlines()


def block(kind: str) -> str:
    """Read the blocks of a kind in the README, one below the other."""
    found = re.findall(
        rf"^```{kind}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    return "\n".join(found)


def appraisal() -> str:
    """Print the appraisal of the built-in study as a user would."""
    arguments = [sys.executable, "-m", "implsupport"]
    done = subprocess.run(arguments, check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def test_the_readme_has_two_commands_of_one_line() -> None:
    """A newcomer runs the main job with one line and the tests with another."""
    found = commands(README, "Start")

    assert found == [RUN, TEST]


@pytest.mark.parametrize(
    "step",
    [
        'each README.md "$3" newcomer',
        'readme first "$first" Start',
        'each CONTRIBUTING.md "$section" inside',
        'for section in "Set up" "Fast checks" "Long checks"; do',
    ],
)
def test_ci_takes_every_command_from_the_documents(step: str) -> None:
    """`.ci/run` reads the commands from README and CONTRIBUTING."""
    assert step in CI


@pytest.mark.parametrize("word", ["-m implsupport", "pytest", "mypy", "pyright", "ruff", "uv "])
def test_ci_holds_no_command_of_its_own(word: str) -> None:
    """What `.ci/run` does not hold cannot drift from what the documents say."""
    code = re.sub(r"#.*", "", CI)

    assert word not in code


def test_contributing_names_the_two_kinds_of_checks() -> None:
    """What `.ci/run` reads are sessions of nox; the tests stand in the README already."""
    found = [commands(CONTRIBUTING, heading) for heading in ("Fast checks", "Long checks")]

    assert found == [["nox -s lint types"], ["nox -t long"]]


def test_contributing_names_every_session() -> None:
    """Each session has a row that says what it is for, and no row is of none."""
    sessions = re.findall(r"^@nox\.session.*?^def (\w+)", NOXFILE, re.MULTILINE | re.DOTALL)
    text = CONTRIBUTING.read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|", text.partition("## Layers")[0], re.MULTILINE)

    assert named == [one for one in sessions if one not in BY_HAND]
    assert all(f"`{one}`" in text for one in BY_HAND)


def test_the_example_in_the_readme_runs() -> None:
    """The README's Python prints what the README says it prints."""
    example = doctest.DocTestParser().get_doctest(block("python"), {}, "README", None, None)
    result = doctest.DocTestRunner().run(example)

    assert example.examples
    assert result.failed == 0


def test_the_picture_in_the_readme_is_real_output() -> None:
    """The README shows a passage of what `python -m implsupport` prints."""
    picture = block("text")

    assert picture.strip()
    assert picture in appraisal()
