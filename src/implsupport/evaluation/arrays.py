"""Counting patterns and drawing cases with numpy, for large panels.

The same functions as in `tallies`, which imports this module where it pays and numpy is there.
"""

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["ArrayHand", "labelled", "tally"]


def tally(
    codes: Sequence[bytes | memoryview], grades: int, *, paired: bool
) -> tuple[list[list[int]], list[int]]:
    """Count how often each pattern of ratings occurs, as `tallies.tally` does.

    Args:
        codes: For each assessor the codes of the units, all of one length, as bytes.
        grades: How many grades the scale has.
        paired: Whether a pattern is which grade each assessor gave, not how many gave each.

    Returns:
        The distinct patterns, and how often each occurs.
    """
    numbers, base, width = _numbered(codes, grades, paired=paired)
    distinct, counts = np.unique(numbers, return_counts=True)
    return _patterns(distinct, base, width), counts.tolist()


def labelled(
    codes: Sequence[bytes | memoryview], grades: int, *, paired: bool
) -> tuple[list[list[int]], list[int]]:
    """Find the pattern of each unit, as `tallies.labelled` does.

    Args:
        codes: For each assessor the codes of the units, all of one length, as bytes.
        grades: How many grades the scale has.
        paired: Whether a pattern is which grade each assessor gave, not how many gave each.

    Returns:
        The distinct patterns, and for each unit the place of its own among them.
    """
    numbers, base, width = _numbered(codes, grades, paired=paired)
    distinct, places = np.unique(numbers, return_inverse=True)
    return _patterns(distinct, base, width), places.tolist()


def _numbered(
    codes: Sequence[bytes | memoryview], grades: int, *, paired: bool
) -> tuple[npt.NDArray[np.unsignedinteger], int, int]:
    """Write each unit's pattern as one number, an entry a digit, the last entry the highest."""
    columns = [np.frombuffer(column, dtype=np.uint8) for column in codes]
    if paired:
        base, digits = grades + 1, [np.where(column <= grades, column, 0) for column in columns]
    else:
        base = len(columns) + 1
        digits = [_count(columns, grade) for grade in range(1, grades + 1)]
    numbers = np.zeros(len(columns[0]), dtype=np.min_scalar_type(base ** len(digits) - 1))
    for digit in reversed(digits):
        numbers *= base
        numbers += digit
    return numbers, base, len(digits)


def _count(columns: list[npt.NDArray[np.uint8]], grade: int) -> npt.NDArray[np.unsignedinteger]:
    count = np.zeros(len(columns[0]), dtype=np.min_scalar_type(len(columns)))
    for column in columns:
        count += column == grade
    return count


def _patterns(numbers: npt.NDArray[np.unsignedinteger], base: int, width: int) -> list[list[int]]:
    return [(numbers // base**place % base).tolist() for place in range(width)]


class ArrayHand:
    """The cases drawn for one replicate, as `tallies.PlainHand` draws them.

    The random words are those of Python: both are Mersenne Twisters, and take one state.
    """

    def __init__(
        self,
        sizes: list[int],
        sums: Sequence[Sequence[float]],
        tables: list[tuple[int, list[int]]],
        seed: int,
    ) -> None:
        """Lay the cases out by kind, and the tables end to end, each a word's range higher."""
        self._bits = _twister(seed)
        self._kinds = np.repeat(np.arange(len(sizes)), sizes)
        self._sums = np.array(sums, dtype=np.float64).T.copy()
        self._counts = np.zeros(len(sizes), dtype=np.int64)
        chances = [np.array(words, dtype=np.int64) for _, words in tables]
        self._shifts = np.arange(len(tables), dtype=np.int64) << 32
        self._table = np.concatenate(
            [words + shift for words, shift in zip(chances, self._shifts, strict=True)]
            or [np.zeros(0, dtype=np.int64)]
        )
        starts = np.cumsum([0, *map(len, chances)])[:-1]
        self._least = np.array([least for least, _ in tables], dtype=np.int64) - starts

    def deal(self) -> list[int]:
        """Begin anew, and draw a count from each table."""
        self._counts[:] = 0
        words = self._bits.random_raw(len(self._shifts)).astype(np.int64) + self._shifts
        counts: list[int] = (np.searchsorted(self._table, words, "right") + self._least).tolist()
        return counts

    def keep(self, counts: list[int]) -> None:
        """Take that many cases of each of the first kinds."""
        self._counts[: len(counts)] = counts

    def draw(self, times: int, first: int, among: int) -> None:
        """Draw that many cases one by one, among so many cases from the first on."""
        words = self._bits.random_raw(times)
        words *= np.uint64(among)
        words >>= np.uint64(32)
        kinds = self._kinds[first:].take(words.view(np.int64))
        self._counts += np.bincount(kinds, minlength=len(self._counts))

    def sums(self) -> list[float]:
        """Sum what the cases drawn contribute."""
        sums: list[float] = (self._sums @ self._counts.astype(np.float64)).tolist()
        return sums


def _twister(seed: int) -> np.random.MT19937:
    """Set numpy's Mersenne Twister to the state that Python's has for a seed."""
    _, state, _ = random.Random(seed).getstate()  # noqa: S311 -- to be repeated, not secret
    bits = np.random.MT19937()
    key = np.array(state[:-1], dtype=np.uint32)
    bits.state = {"bit_generator": "MT19937", "state": {"key": key, "pos": state[-1]}}
    return bits
