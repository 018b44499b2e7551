"""Counting patterns of ratings, and drawing whole cases again.

Plain Python does it, and in large numpy, if it is installed: `arrays` has the same functions. Both
give the same whole numbers in the same order, from the same random words, so that no result tells
which of them counted.
"""

import importlib.util
import itertools
import math
import random
import struct
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeAlias

import attrs

__all__ = ["Codes", "Deck", "Hand", "Patterns", "PlainHand", "labelled", "resampled", "tally"]

Codes: TypeAlias = Sequence[bytes | memoryview]
"""For each assessor a code for each unit: 1 up for the grades in order, any other for none."""

Patterns: TypeAlias = list[list[int]]
"""Distinct patterns as columns, in the order of their last entry, then of the one before it."""

_MANY_CODES: Final = 10_000
"""From so many codes on numpy counts faster than plain Python."""

_MANY_CASES: Final = 300
"""From so many cases on numpy draws faster than plain Python."""

_WORDS: Final = 1 << 32
"""So many values has a random word."""

_NUMBERS: Final = 1 << 63
"""So many patterns can be told apart by one of numpy's numbers."""


def _has_numpy() -> bool:
    return importlib.util.find_spec("numpy") is not None


# --- counting patterns ---


def tally(codes: Codes, grades: int, *, paired: bool = False) -> tuple[Patterns, list[int]]:
    r"""Count how often each pattern of ratings occurs.

    Args:
        codes: For each assessor the codes of the units, all of one length.
        grades: How many grades the scale has; a code that is none of them is no grade.
        paired: Whether a pattern is which grade each assessor gave, not how many gave each.

    Returns:
        The distinct patterns, and how often each occurs.

    >>> tally([b"\1\1\2", b"\1\2\0"], 2)
    ([[2, 0, 1], [0, 1, 1]], [1, 1, 1])
    """
    if _is_for_arrays(codes, grades, paired=paired):
        from implsupport.evaluation import arrays  # noqa: PLC0415 -- it imports numpy

        return arrays.tally(codes, grades, paired=paired)
    times: Counter[tuple[int, ...]] = Counter()
    for row, count in Counter(zip(*codes, strict=True)).items():
        times[_pattern(row, grades, paired=paired)] += count
    patterns = sorted(times, key=_last_first)
    return _as_columns(patterns, grades), [times[pattern] for pattern in patterns]


def labelled(codes: Codes, grades: int, *, paired: bool = False) -> tuple[Patterns, list[int]]:
    r"""Find the pattern of each unit.

    Args:
        codes: For each assessor the codes of the units, all of one length.
        grades: How many grades the scale has; a code that is none of them is no grade.
        paired: Whether a pattern is which grade each assessor gave, not how many gave each.

    Returns:
        The distinct patterns, and for each unit the place of its own among them.

    >>> labelled([b"\1\1\2", b"\1\2\0"], 2)
    ([[2, 0, 1], [0, 1, 1]], [0, 2, 1])
    """
    if _is_for_arrays(codes, grades, paired=paired):
        from implsupport.evaluation import arrays  # noqa: PLC0415 -- it imports numpy

        return arrays.labelled(codes, grades, paired=paired)
    rows = list(zip(*codes, strict=True))
    pattern_of = {row: _pattern(row, grades, paired=paired) for row in set(rows)}
    patterns = sorted(set(pattern_of.values()), key=_last_first)
    places = {pattern: place for place, pattern in enumerate(patterns)}
    return _as_columns(patterns, grades), [places[pattern_of[row]] for row in rows]


def _is_for_arrays(codes: Codes, grades: int, *, paired: bool) -> bool:
    """Tell whether numpy pays, can number the patterns, and is there."""
    patterns = (grades + 1) ** len(codes) if paired else (len(codes) + 1) ** grades
    return sum(map(len, codes)) >= _MANY_CODES and patterns <= _NUMBERS and _has_numpy()


def _pattern(row: tuple[int, ...], grades: int, *, paired: bool) -> tuple[int, ...]:
    if paired:
        return tuple(code if code <= grades else 0 for code in row)
    return tuple(map(row.count, range(1, grades + 1)))


def _last_first(pattern: tuple[int, ...]) -> tuple[int, ...]:
    return pattern[::-1]


def _as_columns(patterns: Sequence[tuple[int, ...]], grades: int) -> Patterns:
    columns = [list(column) for column in zip(*patterns, strict=True)]
    return columns or [[] for _ in range(grades)]


# --- drawing cases again ---

_MANY: Final = 64
"""A kind of so many cases has its number of draws drawn at once; smaller kinds share one."""

_MARGIN: Final = 3
"""So many standard deviations below the number of cases the draws at once are kept."""

_REACH: Final = 8
"""Beyond so many standard deviations a Poisson count is never met with a random word."""


def _poisson(mean: float) -> tuple[int, list[int]]:
    """Cumulate the chances of a Poisson count, in random words.

    From the likeliest count outwards, by the four arithmetical operations and the square root
    alone: those come out alike on every machine.

    Args:
        mean: The mean count.

    Returns:
        The least count, and for each from there on below how many words it is not exceeded.
    """
    reach = _REACH * math.sqrt(mean)
    least, middle, most = max(0, math.floor(mean - reach)), int(mean), math.ceil(mean + reach)
    below, above = [1.0], [1.0]
    for count in range(middle, least, -1):
        below.append(below[-1] * count / mean)
    for count in range(middle + 1, most + 1):
        above.append(above[-1] * mean / count)
    chances = [*reversed(below), *above[1:]]
    total = math.fsum(chances)
    words = [int(upto / total * _WORDS) for upto in itertools.accumulate(chances)]
    return least, [*words[:-1], _WORDS]


@attrs.frozen
class Deck:
    """Whole cases to draw from with replacement, those that are alike as one kind.

    Attributes:
        sizes: How many cases there are of each kind, the large kinds first.
        sums: What a case of each kind contributes.
        tables: For each large kind, then for all the others together, the chances of its count.
    """

    sizes: list[int]
    sums: list[Sequence[float]]
    tables: list[tuple[int, list[int]]]

    @classmethod
    def of(cls, sizes: Sequence[int], sums: Sequence[Sequence[float]]) -> "Deck":
        """Put the large kinds first, and work out the chances of their counts."""
        order = sorted(range(len(sizes)), key=lambda kind: sizes[kind] < _MANY)
        ordered = [sizes[kind] for kind in order]
        large = [size for size in ordered if size >= _MANY]
        cases = sum(ordered)
        counts = [*large, cases - sum(large)] if large else []
        tables = [_poisson(count - count * _MARGIN / math.sqrt(cases)) for count in counts]
        return cls(ordered, [sums[kind] for kind in order], tables)


class Hand(Protocol):
    """The cases drawn for one replicate."""

    def deal(self) -> list[int]:
        """Begin anew, and draw a count from each table."""
        ...

    def keep(self, counts: list[int]) -> None:
        """Take that many cases of each of the first kinds."""
        ...

    def draw(self, times: int, first: int, among: int) -> None:
        """Draw that many cases one by one, among so many cases from the first on."""
        ...

    def sums(self) -> list[float]:
        """Sum what the cases drawn contribute."""
        ...


class PlainHand:
    """A hand in plain Python."""

    def __init__(self, deck: Deck, seed: int) -> None:
        """Lay the cases out by kind."""
        self._deck = deck
        self._random = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
        self._kinds = [kind for kind, size in enumerate(deck.sizes) for _ in range(size)]
        self._counts: list[int] = []

    def _words(self, count: int) -> tuple[int, ...]:
        return struct.unpack(f"<{count}I", self._random.randbytes(4 * count))

    def deal(self) -> list[int]:
        """Begin anew, and draw a count from each table."""
        self._counts = [0] * len(self._deck.sizes)
        tables = self._deck.tables
        words = self._words(len(tables))
        return [
            least + bisect_right(chances, word)
            for (least, chances), word in zip(tables, words, strict=True)
        ]

    def keep(self, counts: list[int]) -> None:
        """Take that many cases of each of the first kinds."""
        self._counts[: len(counts)] = counts

    def draw(self, times: int, first: int, among: int) -> None:
        """Draw that many cases one by one, among so many cases from the first on."""
        kinds, counts = self._kinds, self._counts
        for word in self._words(times):
            counts[kinds[first + (word * among >> 32)]] += 1

    def sums(self) -> list[float]:
        """Sum what the cases drawn contribute."""
        drawn = [
            (count, part)
            for count, part in zip(self._counts, self._deck.sums, strict=True)
            if count
        ]
        width = len(self._deck.sums[0])
        return [sum(count * part[place] for count, part in drawn) for place in range(width)]


def resampled(
    sizes: Sequence[int], sums: Sequence[Sequence[float]], replicates: int, seed: int
) -> Iterator[list[float]]:
    """Draw as many cases as there are, with replacement, again and again.

    The counts of the large kinds are drawn at once, as Poisson counts that fall a little short of
    the number of cases; the rest is drawn case by case. Given their total, such counts are just
    those of so many draws. Where they exceed the number of cases all are drawn one by one.

    Args:
        sizes: How many cases there are of each kind.
        sums: What a case of each kind contributes.
        replicates: How many times to draw.
        seed: Which random numbers to take.

    Returns:
        For each replicate, the sums of what the cases drawn contribute.

    Source:
        efron-tibshirani-1993 for the bootstrap, brown-bromberg-1984 for the draws in two stages;
        that what is drawn is a whole case is ours. Status: adapted.

    >>> [sums] = resampled([3, 1], [[1, 0.5], [1, 2.0]], 1, seed=0)
    >>> sums[0]
    4
    """
    deck = Deck.of(sizes, sums)
    hand = _hand(deck, seed)
    cases, small = sum(sizes), sum(size for size in sizes if size < _MANY)
    for _ in range(replicates):
        counts = hand.deal()
        left = cases - sum(counts)
        if not counts or left < 0:
            hand.draw(cases, 0, cases)
        else:
            hand.keep(counts[:-1])
            hand.draw(counts[-1], cases - small, small)
            hand.draw(left, 0, cases)
        yield hand.sums()


def _hand(deck: Deck, seed: int) -> Hand:
    if sum(deck.sizes) >= _MANY_CASES and _has_numpy():
        from implsupport.evaluation import arrays  # noqa: PLC0415 -- it imports numpy

        return arrays.ArrayHand(deck.sizes, deck.sums, deck.tables, seed)
    return PlainHand(deck, seed)
