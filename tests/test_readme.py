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

RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/python -m implsupport"
TEST = (
    "python3 -m venv .venv && .venv/bin/pip install uv "
    "&& .venv/bin/uv run --locked --all-extras pytest"
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
        "each README.md Start newcomer",
        'each CONTRIBUTING.md "Set up" inside',
        'each CONTRIBUTING.md "$section" inside',
        'for section in Checks "Oldest dependencies"; do',
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


def test_contributing_names_every_check() -> None:
    """The checks that `.ci/run` reads are those this project is held to."""
    found = commands(CONTRIBUTING, "Checks")

    assert found == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "pyright",
        "lint-imports",
        "coverage run -m pytest",
        "coverage report",
    ]


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
