"""Columns as digits: each word is read once, and the place of what it means is written.

One aggregate asks for the distinct words of all columns and how often each occurs. A word is
then read as the functions for one case read it: by key or label, however it is folded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from implsupport.errors import FrameError
from implsupport.frames import findings
from implsupport.frames.findings import Findings
from implsupport.terms import FrozenMap, Gap, Term, folded

__all__ = [
    "AnyFrame",
    "Asked",
    "Coded",
    "Counts",
    "Frame",
    "Literal",
    "Native",
    "Words",
    "collected",
    "counted",
    "free",
    "is_text",
    "keys_of",
    "names_of",
    "number",
    "present",
    "read",
    "vocabularies_of",
]

Frame: TypeAlias = nw.DataFrame[Any] | nw.LazyFrame[Any]
"""A frame of any engine."""

AnyFrame: TypeAlias = Any
"""A frame of any engine, asked for what both kinds can do; narwhals has no type for that."""

Native: TypeAlias = Any
"""A frame, a column, an expression or a module as its own library knows it."""

Counts: TypeAlias = Mapping[Any, int]
"""Word to the number of rows that it stands in."""

Asked: TypeAlias = tuple[str, type[Term], tuple[Any, ...]]
"""The name of a column, the vocabulary of its words, and the marks that are told apart."""

Coded: TypeAlias = tuple[list[Any], Any]
"""The words of a column, some of no row perhaps, and for each row the place of its word; that of
*missing* is after the last, or -1."""

Literal: TypeAlias = Callable[[int], nw.Expr]
"""How a digit is written."""


def names_of(frame: Frame) -> list[str]:
    """List the columns of a frame.

    Args:
        frame: The frame.

    Returns:
        Their names, in order.
    """
    return list(frame.collect_schema().names())


def free(name: str, there: Iterable[str]) -> str:
    """Find a name that no column has; to some engines case is no difference.

    Args:
        name: The name to begin with.
        there: The names of the columns.

    Returns:
        The name, after as many underscores as it takes.

    >>> free("key", ["id", "Key"])
    '_key'
    """
    taken = {str(other).casefold() for other in there}  # pandas has names that are no text
    while name in taken:
        name = f"_{name}"
    return name


def collected(frame: Frame) -> nw.DataFrame[Any]:
    """Fetch a small frame.

    Args:
        frame: The frame.

    Returns:
        The frame, where Python can read it.
    """
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def is_text(dtype: object) -> bool:
    """Tell whether a column of this type holds words.

    Args:
        dtype: The type.

    Returns:
        Whether it is text, or categories or an enumeration of text.
    """
    return isinstance(dtype, nw.String | nw.Categorical | nw.Enum)


def present(name: str, dtype: nw.dtypes.DType) -> nw.Expr:
    """Tell where a column has a value; NaN and null are one thing.

    Args:
        name: The name of the column.
        dtype: Its type.

    Returns:
        An expression: whether there is a value.
    """
    there = ~nw.col(name).is_null()
    return there & ~nw.col(name).is_nan() if dtype.is_float() else there


def number(digit: int) -> nw.Expr:
    """Write a digit as a number that is not whole: of whole ones pandas has none missing.

    Args:
        digit: The digit.

    Returns:
        An expression.
    """
    return nw.lit(digit, nw.Float64)


# --- words ---

_SINGLY: Final = 16
"""So many words are tested one by one; hundreds would nest too deeply for the engines."""


@attrs.frozen
class Words:
    """A column of words, each read as a digit.

    Attributes:
        name: The name of the column.
        dtype: Its type.
        vocabulary: The vocabulary of the words.
        digits: Word to digit, for every word that was met and could be read.
        missing: The digit of a missing value.
        unread: The digit of a word that could not be read; None if there must be no such word.
    """

    name: str
    dtype: nw.dtypes.DType
    vocabulary: type[Term]
    digits: FrozenMap[Any, int]
    missing: int
    unread: int | None

    @property
    def base(self) -> int:
        """How many digits there are."""
        return (self.missing if self.unread is None else self.unread) + 1

    def digit(self, literal: Literal) -> nw.Expr:
        """Read the column where it lies.

        Args:
            literal: How a digit is written.

        Returns:
            An expression. It is null for a word that was not met, where there must be none.
        """
        column = nw.col(self.name)
        words = column if isinstance(self.dtype, nw.String) else column.cast(nw.String)
        found = nw.when(~present(self.name, self.dtype)).then(literal(self.missing))
        met = [*self.digits.items()]
        for word, digit in met[:_SINGLY]:  # faster than one test of several words a digit
            found = found.when(words == word).then(literal(digit))
        for digit in sorted({digit for _, digit in met[_SINGLY:]}):
            others = [word for word, of in met[_SINGLY:] if of == digit]
            found = found.when(words.is_in(others)).then(literal(digit))
        return found if self.unread is None else found.otherwise(literal(self.unread))

    def digit_of(self, word: object) -> int:
        """Read one word.

        Args:
            word: The word.

        Returns:
            Its digit.

        Raises:
            FrameError: If it was not met when the column was read, and there must be none.
        """
        digit = self.digits.get(word, self.unread)
        if digit is None:
            keys = keys_of(self.vocabulary, Gap)
            found = findings.unknown(self.name, word, 1, self.vocabulary.__name__, keys)
            raise FrameError((found,))
        return digit


def keys_of(*vocabularies: type[Term]) -> tuple[str, ...]:
    """List what may stand in a column.

    Args:
        vocabularies: The vocabularies of its words.

    Returns:
        Their keys, in order.
    """
    return tuple(term.key for vocabulary in vocabularies for term in vocabulary)


def vocabularies_of(vocabulary: type[Term], marks: Sequence[Any]) -> tuple[type[Term], ...]:
    """List the vocabularies of a column: gaps are read where a missing value is one.

    Args:
        vocabulary: The vocabulary of its words.
        marks: The marks that are told apart, the one for *missing* last.

    Returns:
        The vocabularies, that of gaps last.

    >>> from implsupport import matland
    >>> vocabularies_of(matland.Conflict, (*matland.Conflict, Gap.NOT_ASSESSED))
    (<enum 'Conflict'>, <enum 'Gap'>)
    >>> vocabularies_of(matland.Conflict, (*matland.Conflict, None))
    (<enum 'Conflict'>,)
    """
    return (vocabulary, Gap) if marks[-1] is Gap.NOT_ASSESSED else (vocabulary,)


def counted(frame: Frame, names: Sequence[str], but: Sequence[Sequence[str]] = ()) -> list[Counts]:
    """Count the distinct words of columns, all in one aggregate.

    Args:
        frame: The frame.
        names: The names of the columns.
        but: For each column the words that are left out; empty if none are.

    Returns:
        For each column its words and the number of their rows. A column that is no text has one
        word, its type, if it has any value.
    """
    schema = frame.collect_schema()
    texts = [place for place, name in enumerate(names) if is_text(schema[name])]
    others = [place for place in range(len(names)) if place not in texts]
    words = {place: nw.col(names[place]) for place in texts}
    if but:  # else categories become text once they are counted
        words = {place: word.cast(nw.String) for place, word in words.items()}
        words = {
            place: nw.when(~word.is_in(but[place])).then(word) for place, word in words.items()
        }
    parts = [_counts(_alone(frame, place, word)) for place, word in words.items()]
    parts += [_types_of(frame, names[place], schema[names[place]], place) for place in others]
    counts: list[dict[str, int]] = [{} for _ in names]
    for place, word, rows in collected(nw.concat(parts)).iter_rows() if parts else ():
        if rows and isinstance(word, str):
            counts[int(place)][word] = rows
    return [*counts]


def _alone(frame: AnyFrame, place: int, words: nw.Expr) -> AnyFrame:
    """Write one column, beside it its place."""
    return frame.select(nw.lit(str(place)).alias("place"), words.alias("word"))


def _counts(long: AnyFrame) -> AnyFrame:
    there = long.filter(~nw.col("word").is_null())
    counts = there.group_by("place", "word").agg(nw.len().alias("rows"))
    return counts.select("place", nw.col("word").cast(nw.String), nw.col("rows").cast(nw.Int64))


def _types_of(frame: AnyFrame, name: str, dtype: nw.dtypes.DType, place: int) -> AnyFrame:
    """Count the values of a column that is no text, and give its type for a word."""
    rows = frame.select(present(name, dtype).cast(nw.Int64).sum().alias("rows"))
    told = rows.with_columns(nw.lit(str(place)).alias("place"), nw.lit(str(dtype)).alias("word"))
    return told.select("place", "word", nw.col("rows").cast(nw.Int64))


def read(  # noqa: PLR0913, PLR0917 -- what a column is, what it may hold, what it holds, and what is wrong
    name: str,
    dtype: nw.dtypes.DType,
    vocabulary: type[Term],
    marks: Sequence[Any],
    counts: Counts,
    found: Findings,
) -> Words:
    """Read the distinct words of a column.

    Args:
        name: The name of the column.
        dtype: Its type.
        vocabulary: The vocabulary of the words.
        marks: The marks that are told apart, the one for *missing* last. If that is
            *not-assessed*, gaps are read too, and those not told apart are the same as it. Text
            that is blank is missing.
        counts: The words, and in how many rows each stands.
        found: Where to add what cannot be read, unless it is lenient.

    Returns:
        The column; where the findings are lenient it has a digit for what cannot be read.
    """
    missing = len(marks) - 1
    if not is_text(dtype):
        expected = "text or categories"
        way_out = f"write each as text, by its key, such as {next(iter(vocabulary)).key!r}"
        found.add(
            findings.of_another_type(name, what, rows, expected, way_out)
            for what, rows in counts.items()
        )
        return Words(name, dtype, vocabulary, FrozenMap[Any, int](), missing, None)
    vocabularies = vocabularies_of(vocabulary, marks)
    keys = keys_of(*vocabularies)
    words = sorted(counts, key=counts.__getitem__, reverse=True)  # the commonest is met first
    met = {word: _mark(word, *vocabularies) for word in (*words, *keys)}
    digits = {
        word: marks.index(mark) if mark in marks else missing
        for word, mark in met.items()
        if mark is not None or _is_blank(word)
    }
    unread = {word: rows for word, rows in counts.items() if word not in digits}
    if not found.is_lenient:
        found.add_words(name, unread, vocabulary.__name__, keys)
    last = missing + 1 if unread and found.is_lenient else None
    return Words(name, dtype, vocabulary, FrozenMap(digits), missing, last)


def _mark(word: object, *vocabularies: type[Term]) -> Term | None:
    """Read one word by the first vocabulary that has it; None where none has."""
    if not isinstance(word, str):
        return None
    known = (vocabulary for vocabulary in vocabularies if folded(word) in keys_of(vocabulary))
    return next((vocabulary.of(word) for vocabulary in known), None)


def _is_blank(word: object) -> bool:
    return isinstance(word, str) and not word.strip()
