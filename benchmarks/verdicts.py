"""How long a verdict takes beside a hand-written sum, and exact shares beside sampled ones.

Everything is measured in one run and set in ratio, so that figures of two machines compare. The
samples' errors stand below the table: the peer is slower and not exact.

    python benchmarks/verdicts.py
"""

import importlib.util
import random
import statistics
import sys
import timeit
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from typing import Final

from implsupport import success
from implsupport.evaluation import verdicts
from implsupport.evaluation.verdicts import MAJORITY, MAJORITY_WITH_VETO

Shares = list[float]
Call = Callable[[], object]

GRADES: Final = range(len(success.Attainment))
MARKS: Final = {"legitimacy": 2, "stakeholders": 2, "clarity": 2, "complexity": 2}
ALL_MARKS: Final = {**MARKS, "politics": 1, "objectives": 0}
KEYS: Final = [grade.key for grade in success.Attainment]
RATINGS: Final = {criterion: KEYS[mark] for criterion, mark in ALL_MARKS.items()}
OPEN: Final = dict.fromkeys(("politics", "objectives"), "not-assessed")

CARD: Final = success.score(RATINGS)
CARD_WITH_GAPS: Final = success.score({**RATINGS, **OPEN})

WEIGHTINGS: Final = 100_000
ROUNDS: Final = 7


# --- the peers ---


def decide_by_hand(marks: dict[str, int]) -> int:
    """Find the best grade that two thirds of the criteria reach, without any check."""
    for grade in (2, 1):
        if 3 * sum([mark >= grade for mark in marks.values()]) >= 2 * len(marks):
            return grade
    return 0


def bounds_by_hand(marks: dict[str, int], gaps: Iterable[str]) -> tuple[int, int]:
    """Do it twice, with the gaps at the lowest grade and at the best."""
    low, high = dict.fromkeys(gaps, 0), dict.fromkeys(gaps, 2)
    return decide_by_hand({**marks, **low}), decide_by_hand({**marks, **high})


def sampled(seed: int) -> Shares:
    """Draw weightings evenly from the simplex, and count the verdicts."""
    draw = random.Random(seed).expovariate  # noqa: S311 -- no secret
    counts, marks = [0] * len(GRADES), list(ALL_MARKS.values())
    for _ in range(WEIGHTINGS):
        weights = [draw(1.0) for _ in marks]
        enough = 2 / 3 * sum(weights)
        above = {g: sum(w for w, m in zip(weights, marks, strict=True) if m >= g) for g in (2, 1)}
        counts[next((grade for grade in (2, 1) if above[grade] >= enough), 0)] += 1
    return [count / WEIGHTINGS for count in counts]


def sampled_in_arrays(seed: int) -> Shares:
    """Do the same with arrays."""
    import numpy as np  # noqa: PLC0415 -- its rows are left out where it is not installed

    marks = np.array(list(ALL_MARKS.values()))
    weights = np.random.default_rng(seed).exponential(size=(WEIGHTINGS, len(marks)))
    enough = 2 / 3 * weights.sum(axis=1)
    middle, top = (weights @ (marks >= grade) >= enough for grade in (1, 2))
    best = np.where(top, 2, np.where(middle, 1, 0))
    return [float((best == grade).mean()) for grade in GRADES]


# --- the table ---


def seconds(call: Call) -> float:
    """Time a call: the median of some rounds, each long enough to measure."""
    timer = timeit.Timer(call)
    times, _ = timer.autorange()
    return statistics.median(timer.repeat(ROUNDS, times)) / times


def shown(time: float) -> str:
    """Write a time in the unit that suits it."""
    unit, scale = ("ms", 1e3) if time > 1e-3 else ("µs", 1e6)  # noqa: PLR2004 -- a millisecond
    return f"{scale * time:.1f} {unit}"


def row(name: str, ours: Call, theirs: Call) -> str:
    """Time one pair and write its row of the table."""
    our_time, their_time = seconds(ours), seconds(theirs)
    return (
        f"| {name} | {shown(our_time)} | {shown(their_time)} "
        f"| {our_time / their_time:.4f} | {their_time / our_time:,.1f} |"
    )


def error(name: str, sample: Shares, exact: list[Fraction]) -> str:
    """Say how far a sample is off, beside the standard error to expect."""
    off = max(abs(share - float(true)) for share, true in zip(sample, exact, strict=True))
    expected = max((float(true * (1 - true)) / WEIGHTINGS) ** 0.5 for true in exact)
    return f"{name}: off by {off:.5f} at most; standard error {expected:.5f}; ours: exact"


def main() -> None:
    """Time everything and print the table."""
    decide, accept = verdicts.decide, partial(verdicts.acceptability, CARD, MAJORITY)
    gaps = tuple(OPEN)
    by_hand = partial(decide_by_hand, ALL_MARKS)
    rows: list[tuple[str, Call, Call]] = [
        ("decide, no gaps, majority", partial(decide, CARD, MAJORITY), by_hand),
        ("decide, no gaps, with veto", partial(decide, CARD, MAJORITY_WITH_VETO), by_hand),
        (
            "decide, two gaps, majority",
            partial(decide, CARD_WITH_GAPS, MAJORITY),
            partial(bounds_by_hand, MARKS, gaps),
        ),
        ("shares, beside 100,000 sampled", accept, partial(sampled, 1)),
    ]
    samples: list[tuple[str, Callable[[int], Shares]]] = [("sampled", sampled)]
    if importlib.util.find_spec("numpy"):
        rows.append(("shares, beside numpy's sample", accept, partial(sampled_in_arrays, 1)))
        samples.append(("sampled by numpy", sampled_in_arrays))
    print("| what | ours | peer | ours / peer | peer / ours |", "|---|--:|--:|--:|--:|", sep="\n")
    for name, ours, theirs in rows:
        print(row(name, ours, theirs))
    shares = accept().shares or sys.exit("nothing is applicable")
    for name, sample in samples:
        print(error(name, sample(1), [least for least, _ in shares.values()]))


if __name__ == "__main__":
    main()
