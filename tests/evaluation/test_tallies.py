"""Counting patterns and drawing cases again, in plain Python and by whoever counts in large."""

import itertools
import math
import random
import sys
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.evaluation import tallies
from implsupport.evaluation.tallies import labelled, resampled, tally

GRADES = 3


def drawn(assessors: int, units: int, grades: int = GRADES) -> list[bytes]:
    """Draw codes: grades, nothing, and gaps."""
    numbers = random.Random(assessors * units)  # noqa: S311 -- to be repeated, not to be secret
    codes = [0, *range(1, grades + 1), 250, 255]
    return [bytes(numbers.choices(codes, k=units)) for _ in range(assessors)]


def counted(codes: Sequence[bytes], grades: int = GRADES) -> Counter[tuple[int, ...]]:
    """Count the patterns of grades one by one."""
    return Counter(
        tuple(unit.count(grade) for grade in range(1, grades + 1))
        for unit in zip(*codes, strict=True)
    )


def paired(codes: Sequence[bytes], grades: int = GRADES) -> Counter[tuple[int, ...]]:
    """Count the pairs of grades one by one."""
    return Counter(
        tuple(code if code <= grades else 0 for code in unit) for unit in zip(*codes, strict=True)
    )


def as_counter(patterns: Sequence[Sequence[int]], counts: Sequence[int]) -> dict[object, int]:
    """Put patterns and their counts together."""
    return dict(zip(zip(*patterns, strict=True), counts, strict=True))


def in_order(patterns: Sequence[Sequence[int]]) -> bool:
    """Tell whether patterns stand in the order of their last entry, then the one before."""
    backwards = [pattern[::-1] for pattern in zip(*patterns, strict=True)]
    return all(one < other for one, other in itertools.pairwise(backwards))


# --- counting ---


@pytest.mark.parametrize("units", [1, 40, 4_000])
def test_tally_counts_every_pattern_once(units: int) -> None:
    """Few units are counted by plain Python, many by numpy."""
    codes = drawn(3, units)
    patterns, counts = tally(codes, GRADES)

    assert as_counter(patterns, counts) == counted(codes)
    assert in_order(patterns)


@pytest.mark.parametrize("units", [1, 40, 6_000])
def test_tally_counts_every_pair_once(units: int) -> None:
    """Of two assessors, which gave which grade; gaps and nothing are the same there."""
    codes = drawn(2, units)
    patterns, counts = tally(codes, GRADES, paired=True)

    assert as_counter(patterns, counts) == paired(codes)
    assert in_order(patterns)


@pytest.mark.parametrize("units", [1, 40, 4_000])
def test_labelled_finds_the_pattern_of_each_unit(units: int) -> None:
    """The places are those of the patterns that `tally` gives."""
    codes = drawn(3, units)
    patterns, places = labelled(codes, GRADES)

    assert patterns == tally(codes, GRADES)[0]
    assert [list(zip(*patterns, strict=True))[place] for place in places] == [
        tuple(map(unit.count, (1, 2, 3))) for unit in zip(*codes, strict=True)
    ]


def test_labelled_finds_the_pair_of_each_unit() -> None:
    """The places are those of the pairs that `tally` gives."""
    codes = [b"\1\2\1", b"\2\0\2"]

    assert labelled(codes, GRADES, paired=True) == ([[2, 1], [0, 2]], [1, 0, 1])


def test_nobody_and_nothing_have_no_patterns() -> None:
    """Without assessors there is a column for each grade and no pattern in it."""
    assert tally([], GRADES) == ([[], [], []], [])
    assert labelled([], GRADES) == ([[], [], []], [])


def test_too_many_patterns_for_numpy_are_counted_all_the_same() -> None:
    """Of 40 grades by 4 assessors there are more patterns than one of its numbers can tell."""
    codes = drawn(4, 3_000, grades=40)

    assert as_counter(*tally(codes, 40)) == counted(codes, 40)


@pytest.mark.parametrize("is_paired", [False, True])
def test_counting_is_the_same_without_numpy(
    monkeypatch: pytest.MonkeyPatch, *, is_paired: bool
) -> None:
    """On a machine that has no numpy, large panels are counted too, in the same order."""
    codes = drawn(2, 6_000)
    with_numpy = (
        tally(codes, GRADES, paired=is_paired),
        labelled(codes, GRADES, paired=is_paired),
    )
    monkeypatch.setitem(sys.modules, "numpy", None)

    assert tally(codes, GRADES, paired=is_paired) == with_numpy[0]
    assert labelled(codes, GRADES, paired=is_paired) == with_numpy[1]


# --- drawing cases again ---

SIZES = [[5], [1, 2, 3], [64, 64], [400, 3, 90, 1], [1] * 400]


def each_alone(sizes: Sequence[int]) -> list[list[float]]:
    """Let a case of each kind contribute 1 to a sum of its own."""
    return [[float(kind == place) for place in range(len(sizes))] for kind in range(len(sizes))]


def binomial(times: int, chance: float) -> list[float]:
    """Cumulate the chances of a binomial count."""
    chances = (
        math.comb(times, count) * chance**count * (1 - chance) ** (times - count)
        for count in range(times + 1)
    )
    return list(itertools.accumulate(chances))


@pytest.mark.parametrize("sizes", SIZES)
def test_as_many_cases_are_drawn_as_there_are(sizes: list[int]) -> None:
    """In every replicate the counts of the kinds add up to the number of cases."""
    replicates = list(resampled(sizes, each_alone(sizes), 2_000, seed=1))

    assert len(replicates) == 2_000
    assert {sum(counts) for counts in replicates} == {sum(sizes)}


@pytest.mark.parametrize(("sizes", "kind"), [([70, 10], 0), ([70, 10], 1), ([70, 70, 3], 1)])
def test_the_number_of_cases_drawn_of_a_kind_is_binomial(sizes: list[int], kind: int) -> None:
    """Though drawn in two stages, a kind is met as often as with one draw after the other."""
    drawn_counts = [round(r[kind]) for r in resampled(sizes, each_alone(sizes), 20_000, seed=2)]
    times = Counter(drawn_counts)
    cases = sum(sizes)
    shares = list(itertools.accumulate(times[count] / 20_000 for count in range(cases + 1)))
    chances = binomial(cases, sizes[kind] / cases)

    assert max(abs(s - c) for s, c in zip(shares, chances, strict=True)) < 0.012


def test_kinds_are_drawn_at_each_others_cost() -> None:
    """The covariance of two kinds is that of a multinomial: less of one where more of another."""
    sizes = [300, 100, 100]
    pairs = [(r[0] - 300, r[1] - 100) for r in resampled(sizes, each_alone(sizes), 20_000, seed=3)]
    covariance = sum(one * other for one, other in pairs) / len(pairs)

    assert abs(covariance - -300 * 100 / 500) < 3


def test_the_same_seed_draws_the_same_cases() -> None:
    """And another seed draws others."""
    one, again, other = (
        list(resampled([30, 4], each_alone([30, 4]), 20, seed=seed)) for seed in (7, 7, 8)
    )

    assert one == again
    assert one != other


@pytest.mark.parametrize("sizes", [[200, 150, 3], [400], [1] * 320])
def test_drawing_is_the_same_without_numpy(
    monkeypatch: pytest.MonkeyPatch, sizes: list[int]
) -> None:
    """On a machine that has no numpy, the very same cases are drawn."""
    with_numpy = list(resampled(sizes, each_alone(sizes), 50, seed=4))
    monkeypatch.setitem(sys.modules, "numpy", None)

    assert list(resampled(sizes, each_alone(sizes), 50, seed=4)) == with_numpy


@given(st.lists(st.integers(1, 200), min_size=1, max_size=6))
def test_a_deck_keeps_every_case(sizes: list[int]) -> None:
    """Large kinds come first, and each keeps what its cases contribute."""
    deck = tallies.Deck.of(sizes, [[float(size)] for size in sizes])

    assert sorted(deck.sizes) == sorted(sizes)
    assert [[float(size)] for size in deck.sizes] == deck.sums
    assert [size >= 64 for size in deck.sizes] == sorted(
        (size >= 64 for size in sizes), reverse=True
    )
