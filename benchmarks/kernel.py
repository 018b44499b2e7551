"""How long the import and the verbs take, beside a bare interpreter and a hand-written look-up.

Everything is measured in one run and set in ratio, so that figures of two machines compare.
How to run it, and what it measured: README.md beside this file.
"""

import sys
from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

import pyperf

from implsupport import matland, success

RATINGS: Final = {
    "legitimacy": "relative-success",
    "stakeholders": "conflicted-attainment",
    "clarity": "relative-success",
    "complexity": "not-stated",
    "politics": "relative-failure",
    "objectives": "insufficient-evidence",
}

KINDS: Final = {
    ("low", "low"): "administrative",
    ("low", "high"): "political",
    ("high", "low"): "experimental",
    ("high", "high"): "symbolic",
}
CRITERIA: Final = tuple(RATINGS)
MARKS: Final = {
    "relative-failure": 0,
    "conflicted-attainment": 1,
    "relative-success": 2,
    "not-assessed": None,
    "not-stated": None,
    "insufficient-evidence": None,
    "conflicting-evidence": None,
    "no-anchor-fits": None,
    "not-applicable": None,
}


def classify(ambiguity: str, conflict: str) -> matland.Implementation:
    """Place a policy by keys, and read its kind."""
    return matland.classify(ambiguity=ambiguity, conflict=conflict).kind


def classify_by_hand(ambiguity: str, conflict: str) -> str:
    """Find the kind without any check: one look-up."""
    return KINDS[ambiguity, conflict]


def score_by_hand(ratings: dict[str, str]) -> dict[str, int | None]:
    """Find the marks without any check: a look-up for each criterion."""
    return {criterion: MARKS[ratings[criterion]] for criterion in CRITERIA}


_MILLISECOND: Final = 1e-3

Timed = list[str] | Callable[[], object]


class Comparison(NamedTuple):
    """What is timed, and beside what."""

    name: str
    ours: Timed
    theirs: Timed


COMPARISONS: Final = (
    Comparison(
        "import implsupport",
        [sys.executable, "-c", "import implsupport"],
        [sys.executable, "-c", "pass"],
    ),
    Comparison(
        "matland.classify",
        partial(classify, "high", "low"),
        partial(classify_by_hand, "high", "low"),
    ),
    Comparison(
        "success.score",
        partial(success.score, RATINGS),
        partial(score_by_hand, RATINGS),
    ),
)


def seconds(runner: pyperf.Runner, name: str, what: Timed) -> float | None:
    """Time a command or a call: its median, or None in the processes that do the timing."""
    bench = runner.bench_command if isinstance(what, list) else runner.bench_func
    benchmark = bench(name, what)
    return benchmark.median() if benchmark and not runner.args.worker else None


def shown(time: float) -> str:
    """Write a time in the unit that suits it."""
    return f"{1e3 * time:.1f} ms" if time > _MILLISECOND else f"{1e6 * time:.2f} µs"


def row(name: str, ours: float, theirs: float) -> str:
    """Write one row of the table."""
    times = [shown(time) for time in (ours, theirs, ours - theirs)]
    return f"| {name} | {' | '.join(times)} | {ours / theirs:.1f} |"


def main() -> None:
    """Time everything and print the table."""
    runner = pyperf.Runner()
    times = [
        (name, seconds(runner, name, ours), seconds(runner, f"{name}: peer", theirs))
        for name, ours, theirs in COMPARISONS
    ]
    rows = [row(name, ours, theirs) for name, ours, theirs in times if ours and theirs]
    if rows:
        head = ["| what | ours | peer | difference | ratio |", "|---|--:|--:|--:|--:|"]
        print(*head, *rows, sep="\n")


if __name__ == "__main__":
    main()
