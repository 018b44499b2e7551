"""The examples: short, each answering one question, each run as a user runs it.

The studies among them are what `cases` gives. Where a study of `cases` changes, run
`python tests/test_examples.py`, which writes them again.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from implsupport import cases, documents

EXAMPLES = Path(__file__).parents[1] / "examples"
EXPECTED = {
    "place_and_score.py": "placed as experimental by a margin of 0.20",
    "assessors_to_verdict.py": "discuss: west clarity",
    "compare_cases.py": "meet all five: ccsf, sure-start, hwb, vanguards",
    "programme_graph.py": "on every path: programme-board",
    "own_rubric.py": "By the rule 'half' the verdict",
    "trace_a_policy.py": "symbolic > experimental: between 2020-10 and 2021-11",
    "draw_pictures.py": "10 pictures in",
    "check_a_study.py": "study.yaml:8:16 | positions[0].ambiguity | meant: high",
    "score_on_spark.py": "the verdict is relative-success for 86,432 programmes",
}
STUDIES = {"built-in.yaml": cases.study(), "illustration.yaml": cases.illustration()}
ELSEWHERE = {"gmpp", "portfolio.py"}  # tests/test_portfolio.py


def run(name: str) -> str:
    """Run an example in a process of its own."""
    command = [sys.executable, "-W", "error", str(EXAMPLES / name)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("name", list(EXPECTED))
def test_an_example_runs_and_answers_its_question(name: str) -> None:
    """What it prints holds the answer."""
    assert EXPECTED[name] in run(name)


def test_every_example_is_run() -> None:
    """Here or by the tests named above, and there are at least eight."""
    scripts = {script.name for script in EXAMPLES.glob("*.py")}

    assert len(scripts) >= 8
    assert scripts - ELSEWHERE == set(EXPECTED)


@pytest.mark.parametrize("script", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_an_example_answers_one_question(script: Path) -> None:
    """The first line of its docstring asks it."""
    asked = script.read_text(encoding="utf-8").removeprefix('"""').split("\n", 1)[0]

    assert asked.count("?") == 1


@pytest.mark.parametrize("script", sorted(EXAMPLES.rglob("*.py")), ids=lambda path: path.name)
def test_an_example_fits_on_a_page(script: Path) -> None:
    """At most forty lines, and so each file that an example imports."""
    lines = script.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= 40


@pytest.mark.parametrize("name", list(STUDIES))
def test_a_study_among_the_examples_is_what_cases_gives(name: str, tmp_path: Path) -> None:
    """Byte for byte as it is written, and equal as it is read."""
    documents.write(STUDIES[name], tmp_path / name)

    assert (EXAMPLES / name).read_bytes() == (tmp_path / name).read_bytes(), (
        "run: python tests/test_examples.py"
    )
    assert documents.read(EXAMPLES / name) == STUDIES[name]


if __name__ == "__main__":
    for file, study in STUDIES.items():
        documents.write(study, EXAMPLES / file, overwrite=True)
