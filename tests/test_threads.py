"""Threads share the package without a lock: no call sees another."""

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import implsupport as isup
from implsupport import cases, graphs
from implsupport.appraisal import appraise
from implsupport.codebook import codebook

THREADS, CALLS = 16, 1_000

CARD = isup.success.score(
    {"legitimacy": "relative-success", "politics": "conflicted-attainment"}, partial=True
)
FULL = isup.success.score(dict.fromkeys(isup.success.Criterion, "relative-success"))


def refused() -> str:
    """Make the error that a misspelt word gets."""
    try:
        isup.matland.classify(ambiguity="hihg", conflict="low")
    except isup.UnknownTermError as error:
        return str(error)
    return ""


FUNCTIONS: tuple[Callable[[], object], ...] = (
    lambda: isup.matland.classify(ambiguity="high", conflict="low"),
    lambda: isup.matland.locate(ambiguity=0.7, conflict=0.3),
    lambda: isup.success.score({"clarity": "relative-failure"}, partial=True),
    lambda: isup.verdicts.decide(CARD, isup.verdicts.MAJORITY),
    lambda: isup.verdicts.acceptability(CARD, isup.verdicts.MAJORITY_WITH_VETO),
    lambda: isup.verdicts.pivots(FULL, isup.verdicts.WEAKEST),
    lambda: isup.orders.dominates(FULL, CARD),
    lambda: isup.compare(CARD, FULL),
    lambda: isup.governance.place(cases.every_child_matters()),
    lambda: list(graphs.governance(isup.governance.place(cases.every_child_matters())).edges),
    lambda: isup.cite("matland-1995"),
    lambda: hash(cases.study()),
    lambda: codebook()[17],
    refused,
)
# One in a hundred calls reads a whole study.
SLOW: tuple[Callable[[], object], ...] = (lambda: appraise(cases.illustration()).to_dict(),)


def calls(seed: int) -> list[Callable[[], object]]:
    """Draw the calls of one thread, in an order of its own."""
    drawn = random.Random(seed)  # noqa: S311 -- an order, no secret
    fast = drawn.choices(FUNCTIONS, k=CALLS - CALLS // 100)
    mixed = [*fast, *SLOW * (CALLS // 100)]
    drawn.shuffle(mixed)
    return mixed


def differing(seed: int, alone: dict[Callable[[], object], object], start: Barrier) -> list[object]:
    """Make the calls of one thread, and return those whose result is not what it is alone."""
    start.wait()
    return [found for call in calls(seed) if (found := call()) != alone[call]]


def test_threads_get_what_one_thread_gets() -> None:
    """Sixteen threads make a thousand mixed calls each, all at once."""
    alone = {call: call() for call in (*FUNCTIONS, *SLOW)}
    start = Barrier(THREADS)
    with ThreadPoolExecutor(THREADS) as threads:
        jobs = [threads.submit(differing, seed, alone, start) for seed in range(THREADS)]
        found = [job.result() for job in jobs]

    assert found == [[]] * THREADS


def test_the_first_call_may_come_from_any_thread() -> None:
    """What is read once is read once, or read the same, when many ask for it at the same time."""
    cases.study.cache_clear()
    start = Barrier(THREADS)
    with ThreadPoolExecutor(THREADS) as threads:
        jobs = [threads.submit(lambda: (start.wait(), cases.study())[1]) for _ in range(THREADS)]
        found = {job.result() for job in jobs}

    assert found == {cases.study()}
