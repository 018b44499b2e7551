"""Columns of degrees: how far a case has the higher grade of each axis, from 0 to 1.

Memberships and margins are arithmetic, and each engine works them out for itself. On which side
of the crossover a degree stands is looked up, as words are.
"""

from collections.abc import Sequence
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from implsupport.frames import calls, columns, engines, findings
from implsupport.frames.calls import Call
from implsupport.frames.columns import Frame, Literal, Native, present
from implsupport.frames.plans import Plan
from implsupport.matrix import Typology
from implsupport.terms import Scale

__all__ = ["Degrees", "located"]

_CROSSOVER: Final = 0.5


@attrs.frozen
class Degrees:
    """A column of degrees from 0 to 1, each read as the side of the crossover that it stands on.

    Attributes:
        name: The name of the column.
        dtype: Its type.
        has_unread: Whether some of its numbers are no degrees, and that is recorded.
    """

    name: str
    dtype: nw.dtypes.DType
    has_unread: bool = False

    @property
    def base(self) -> int:
        """How many digits there are: below, on, above, missing, and perhaps no degree."""
        return 5 if self.has_unread else 4

    @property
    def number(self) -> nw.Expr:
        """The numbers as they stand there, null where there is none."""
        there = present(self.name, self.dtype)
        if not self.dtype.is_numeric():  # it has no value, or it would have been refused
            return nw.when(there & ~there).then(nw.lit(0.0))
        return nw.when(there).then(nw.col(self.name).cast(nw.Float64))

    @property
    def is_no_degree(self) -> nw.Expr:
        """Whether there is a number below 0 or above 1; it may be null where there is none."""
        return (self.number < 0) | (self.number > 1)

    @property
    def degree(self) -> nw.Expr:
        """The degrees, without the sign of a zero; null where there is none."""
        is_degree = (self.number >= 0) & (self.number <= 1)
        return nw.when(is_degree).then(self.number.abs())

    def digit(self, literal: Literal) -> nw.Expr:
        """Read the column where it lies.

        Args:
            literal: How a digit is written.

        Returns:
            An expression. It is null for what is no degree, where there must be none.
        """
        below, on, above, missing, no_degree = map(literal, range(5))
        found = nw.when(~present(self.name, self.dtype)).then(missing)
        found = found.when((self.number >= 0) & (self.number < _CROSSOVER)).then(below)
        found = found.when(self.number == _CROSSOVER).then(on)
        found = found.when((self.number > _CROSSOVER) & (self.number <= 1)).then(above)
        return found.otherwise(no_degree) if self.has_unread else found


def located(df: Native, typology: Typology[Any, Any, Any], call: Call) -> Native:
    """Read two columns of degrees, and add where each row stands.

    Args:
        df: The frame, as its own library knows it.
        typology: The typology.
        call: What is asked for.

    Returns:
        The frame with the results, as its own library knows it.

    Raises:
        FrameError: If it cannot be read: all findings.
    """
    frame = engines.opened(df)
    kinds = dict.fromkeys(kind.key for _, kind in typology.items())
    memberships = [f"{call.prefix}{key}" for key in kinds]
    kind, margin, *others = call.names[0], f"{call.prefix}margin", *call.names[1:]
    row, col = _read(frame, call, [*memberships, kind, margin, *others])
    degrees = _memberships(typology, row.degree, col.degree).values()
    graded = frame.with_columns(
        degree.alias(name) for name, degree in zip(memberships, degrees, strict=True)
    )
    # What is looked up with the kind stands behind the margin in the end.
    taken = [*columns.names_of(graded), kind, margin, *others]
    late = [columns.free(f"late {number}", taken) for number in range(len(others))]
    found = engines.attached(graded, Plan(call.verb, (row, col), (kind, *late)))
    moved = (nw.col(name).alias(other) for name, other in zip(late, others, strict=True))
    margins = _margin(row.degree, col.degree).alias(margin)
    return found.with_columns(margins, *moved).drop(*late).to_native()


def _read(frame: Frame, call: Call, results: Sequence[str]) -> list[Degrees]:
    """Find what is no degree, all in one aggregate, and refuse all that is wrong."""
    found, asked = calls.checked(frame, call, results)
    schema, read = frame.collect_schema(), list[Degrees]()
    each = (
        _facts(Degrees(name, schema[name]), name) for name in dict.fromkeys(one[0] for one in asked)
    )
    asking = [fact for facts in each for fact in facts]
    told = columns.collected(frame.select(*asking)).rows(named=True)[0] if asking else {}
    for name, scale, _ in asked:
        rows, least, greatest = (told[f"{fact} {name}"] for fact in _FACTS)
        column = Degrees(name, schema[name], has_unread=bool(rows and found.is_lenient))
        read.append(column)
        if rows and not column.dtype.is_numeric():
            expected = "numbers from 0 to 1"
            way_out = "write numbers, in a column of a type of numbers"
            found.add([findings.of_another_type(name, column.dtype, int(rows), expected, way_out)])
        elif rows and not found.is_lenient:
            found.add([findings.beyond(name, scale.__name__, int(rows), least, greatest)])
    found.refuse()
    return read


_FACTS: Final = ("rows", "least", "greatest")


def _facts(column: Degrees, name: str) -> list[nw.Expr]:
    """Ask in how many rows a column has what is no degree, and how far its numbers go."""
    is_number = column.dtype.is_numeric()
    wrong = column.is_no_degree if is_number else present(column.name, column.dtype)
    facts = (wrong.cast(nw.Int64).sum(), column.number.min(), column.number.max())
    pairs = zip(_FACTS, facts, strict=True)
    return [fact.alias(f"{what} {name}") for what, fact in pairs]


# --- arithmetic, as `readings.locate` does it ---


def _memberships(
    typology: Typology[Any, Any, Any], row: nw.Expr, col: nw.Expr
) -> dict[str, nw.Expr]:
    """Write the membership of each kind: the lesser share of its two grades, at their best."""
    degrees: dict[str, nw.Expr] = {}
    for (row_grade, col_grade), kind in typology.items():
        degree = _lesser(_share(row_grade, row), _share(col_grade, col))
        known = degrees.get(kind.key)
        degrees[kind.key] = degree if known is None else _greater(known, degree)
    return degrees


def _share(grade: Scale, degree: nw.Expr) -> nw.Expr:
    return degree if grade is max(type(grade)) else 1 - degree


def _lesser(left: nw.Expr, right: nw.Expr) -> nw.Expr:
    """Take the lesser of two numbers; null where one is null, on every engine."""
    return nw.when(left <= right).then(left).when(left > right).then(right)


def _greater(left: nw.Expr, right: nw.Expr) -> nw.Expr:
    return nw.when(left >= right).then(left).when(left < right).then(right)


def _margin(row: nw.Expr, col: nw.Expr) -> nw.Expr:
    return _lesser((row - _CROSSOVER).abs(), (col - _CROSSOVER).abs())
