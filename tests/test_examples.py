"""The examples: short, each answering one question, each run as a user runs it."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = {
    "place_and_score.py": "placed as experimental by a margin of 0.20",
    "assessors_to_verdict.py": "discuss: west clarity",
    "compare_cases.py": "meet all five: ccsf, sure-start, hwb, vanguards",
    "programme_graph.py": "on every path: programme-board",
    "own_rubric.py": "By the rule 'half' the verdict",
}


def run(name: str) -> str:
    """Run an example in a process of its own."""
    command = [sys.executable, "-W", "error", str(EXAMPLES / name)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", list(EXPECTED))
def test_an_example_runs_and_answers_its_question(name: str) -> None:
    """What it prints holds the answer."""
    assert EXPECTED[name] in run(name)


@pytest.mark.parametrize("name", list(EXPECTED))
def test_an_example_fits_on_a_page(name: str) -> None:
    """At most forty lines."""
    lines = (EXAMPLES / name).read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 40
