"""A verb laid over the columns of one frame: which digits to read, and what to look up for them."""

import functools
import math
from collections.abc import Callable, Sequence
from typing import Final, Protocol, TypeAlias

import attrs
import narwhals.stable.v2 as nw
from narwhals.typing import IntoDType

from implsupport.frames import profiles
from implsupport.frames.columns import Frame, Literal, Words, collected, is_text
from implsupport.frames.profiles import Table, Value, Verb
from implsupport.terms import Scale, Term

__all__ = ["Column", "LookUp", "Plan", "as_categories", "as_ordered_categories", "as_text"]

_BETWEEN: Final = "-"

Type: TypeAlias = IntoDType
"""The type of a result in a frame."""


# --- how keys are written ---


def as_text(_: type[Term]) -> Type:
    """Write keys as text.

    Returns:
        The type.
    """
    return nw.String


def as_categories(_: type[Term]) -> Type:
    """Write keys as categories.

    Returns:
        The type.
    """
    return nw.Categorical


def as_ordered_categories(vocabulary: type[Term]) -> Type:
    """Write keys as categories, in the order of the grades where they are grades.

    Args:
        vocabulary: The vocabulary of the keys.

    Returns:
        The type.

    >>> from implsupport import matland
    >>> as_ordered_categories(matland.Conflict)
    Enum(categories=['low', 'high'])
    >>> as_ordered_categories(matland.Implementation) is nw.Categorical
    True
    """
    is_scale = issubclass(vocabulary, Scale)
    return nw.Enum([term.key for term in vocabulary]) if is_scale else nw.Categorical


# --- columns and rows ---


class Column(Protocol):
    """A column that is read as digits."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def dtype(self) -> nw.dtypes.DType:
        """Its type."""
        ...

    @property
    def base(self) -> int:
        """How many digits there are."""
        ...

    def digit(self, literal: Literal) -> nw.Expr:
        """Read the column where it lies; `literal` says how a digit is written."""
        ...


@attrs.frozen
class LookUp:
    """What to look up for the key of each row.

    Attributes:
        key: The key of a row, as an expression: a whole number, or a text where there are too
            many profiles to number them all.
        keys: The keys, in the order of the table.
        table: What the verb says of the profile of each key.
        is_full: Whether the keys are all whole numbers from 0 on.
    """

    key: nw.Expr
    keys: Sequence[int] | Sequence[str]
    table: Table
    is_full: bool


@attrs.frozen
class Plan:
    """A verb, the columns that it reads, and the names of its results.

    Attributes:
        verb: The verb.
        columns: The columns, in the order of the verb's marks.
        names: The names of the results.
        written: How keys among the results are written.
    """

    verb: Verb
    columns: tuple[Column, ...]
    names: tuple[str, ...]
    written: Callable[[type[Term]], Type] = as_text

    @property
    def words(self) -> list[Words]:
        """The columns that hold words."""
        columns = (column for column in self.columns if isinstance(column, Words))
        return [column for column in columns if is_text(column.dtype)]

    @property
    def bases(self) -> tuple[int, ...]:
        """How many digits each column has."""
        return tuple(column.base for column in self.columns)

    @property
    def strides(self) -> tuple[int, ...]:
        """What a digit of each column is worth: the last column changes first."""
        return tuple(math.prod(self.bases[place + 1 :]) for place in range(len(self.bases)))

    @property
    def has_few(self) -> bool:
        """Whether there are so few profiles that a table can hold every one."""
        return math.prod(self.bases) <= profiles.MOST_PROFILES

    @property
    def types(self) -> tuple[Type, ...]:
        """The types of the results."""
        return tuple(
            self.written(dtype) if issubclass(dtype, Term) else dtype
            for _, dtype in self.verb.results
        )

    def results(self, table: Table) -> list[tuple[str, Type, list[Value]]]:
        """List the name and the type of each result, and its values in a table.

        Args:
            table: What the verb says.

        Returns:
            A value for each outcome of the table.
        """
        return [
            (name, dtype, [outcome[place] for outcome in table.outcomes])
            for place, (name, dtype) in enumerate(zip(self.names, self.types, strict=True))
        ]

    def look_up(self, frame: Frame) -> LookUp:
        """Say what to look up for the rows of a frame.

        Args:
            frame: The frame; it is read only where there are too many profiles.

        Returns:
            The look-up: of every profile, or else of those that the frame has.
        """
        if self.has_few:
            table = profiles.every(self.verb, self.bases)
            return LookUp(self._number(), range(len(table.places)), table, is_full=True)
        met = collected(frame.select(self._text().alias("key")).unique())
        keys = [key for key in met.get_column("key").to_list() if isinstance(key, str)]
        met_profiles = (tuple(map(int, key.split(_BETWEEN))) for key in keys)
        table = profiles.tabulated(self.verb, met_profiles)
        return LookUp(self._text(), keys, table, is_full=False)

    def _number(self) -> nw.Expr:
        """Write the profile as one whole number."""
        parts = (
            column.digit(functools.partial(_worth, stride))
            for column, stride in zip(self.columns, self.strides, strict=True)
        )
        return sum(parts, nw.lit(0, nw.Int64))

    def _text(self) -> nw.Expr:
        """Write the profile as one text: whole numbers do not reach far enough."""
        return nw.concat_str(
            [column.digit(_written) for column in self.columns], separator=_BETWEEN
        )


def _worth(stride: int, digit: int) -> nw.Expr:
    return nw.lit(digit * stride, nw.Int64)


def _written(digit: int) -> nw.Expr:
    return nw.lit(str(digit))
