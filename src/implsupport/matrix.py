"""The one shape of every framework: two vocabularies crossed, something in every cell.

A `Typology` is read by picking one cell, a `Rubric` by picking one cell in each row, a `Grid`
by picking any number of cells. A plain `Matrix` serves for the rest.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Generic, TypeVar, cast

import attrs

from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Scale, Term

__all__ = ["Grid", "Matrix", "Rubric", "Typology"]

R = TypeVar("R", bound=Term)
C = TypeVar("C", bound=Term)
S = TypeVar("S", bound=Scale)
K = TypeVar("K", bound=Term)
X = TypeVar("X")


@attrs.frozen(repr=False, init=False)
class Matrix(Generic[R, C, X]):
    """A framework: a row vocabulary crossed with a column vocabulary, and what each cell says.

    Attributes:
        key: The stable kebab-case key of the framework.
        title: Its name as people write it.
        source: Where it is printed, or None.
        rows: The vocabulary down the side.
        cols: The vocabulary across the top.
        cells: For each row, in any order, one cell for each column in the order of `cols`.
        printed: The source's own words for a cell, where they are garbled and ours differ.
        caveats: What the source itself warns of; it goes with every output.

    Raises:
        FrameworkError: If a row is missing or foreign, or a row has not one cell a column, or a
            cell is empty: all findings at once.

    >>> class Season(Term):
    ...     WET = "wet"
    ...     DRY = "dry"
    >>> class Ground(Term):
    ...     HILL = "hill"
    ...     PLAIN = "plain"
    >>> crops = Matrix(
    ...     key="crops",
    ...     title="Crops",
    ...     rows=Season,
    ...     cols=Ground,
    ...     cells={Season.WET: ("tea", "rice"), Season.DRY: ("vines", "wheat")},
    ... )
    >>> crops["wet", "plain"], crops.row("dry")[Ground.HILL]
    ('rice', 'vines')
    """

    key: str
    title: str
    source: Source | None
    rows: type[R]
    cols: type[C]
    cells: FrozenMap[R, tuple[X, ...]]
    printed: FrozenMap[tuple[R, C], str]
    caveats: tuple[str, ...]
    _at: dict[tuple[R, C], X] = attrs.field(eq=False)

    def __init__(  # noqa: PLR0913 -- a framework is one literal: every part has a name
        self,
        *,
        key: str,
        title: str,
        rows: type[R],
        cols: type[C],
        cells: Mapping[R, Sequence[X]],
        source: Source | None = None,
        printed: Mapping[tuple[R, C], str] | None = None,
        caveats: Sequence[str] = (),
    ) -> None:
        """Freeze the parts, check that there is one cell for each pair, and index them."""
        parts = {
            "key": key,
            "title": title,
            "source": source,
            "rows": rows,
            "cols": cols,
            "cells": FrozenMap({row: _listed(given) for row, given in cells.items()}),
            "printed": FrozenMap(printed),
            "caveats": _listed(caveats),
        }
        for name, part in parts.items():
            object.__setattr__(self, name, part)
        problems = self._problems()
        if problems:
            raise FrameworkError(key, tuple(problems))
        at = {(row, col): cell for row in rows for col, cell in self.row(row).items()}
        object.__setattr__(self, "_at", at)

    def _problems(self) -> list[str]:
        """Find what keeps this from being a matrix."""
        width = len(self.cols)
        return [
            *(f"no row for {row.key!r}" for row in self.rows if row not in self.cells),
            *(
                f"{row!r} is not a row{_use(self.rows, row)}"
                for row in self.cells
                if row not in tuple(self.rows)
            ),
            *(
                f"{_counted(len(cells), 'cell')} in row {row!r}, where there "
                f"{'is' if width == 1 else 'are'} {_counted(width, 'column')}"
                for row, cells in self.cells.items()
                if len(cells) != width
            ),
            *(
                f"an empty cell in row {row!r}"
                for row, cells in self.cells.items()
                if any(
                    cell is None or (isinstance(cell, str) and not cell.strip()) for cell in cells
                )
            ),
            *(
                f"{place!r} is not a cell, so no printed words belong to it"
                for place in self.printed
                if place not in {(row, col) for row in self.rows for col in self.cols}
            ),
        ]

    def __getitem__(self, place: tuple[R | str, C | str]) -> X:
        """Read one cell.

        Args:
            place: The row and the column, each a term, its key or its label.

        Returns:
            What the cell says.

        Raises:
            UnknownTermError: If the row or the column is not of its vocabulary: both findings.
        """
        row, col = place
        return self._at[self.pair(row, col)]

    def pair(self, row: R | str, col: C | str) -> tuple[R, C]:
        """Find the row and the column that two words name.

        Args:
            row: A term of `rows`, its key or its label.
            col: A term of `cols`, its key or its label.

        Returns:
            The two terms.

        Raises:
            UnknownTermError: If the row or the column is not of its vocabulary: both findings,
                and whether the two look swapped.

        >>> from implsupport import matland
        >>> matland.MATLAND.pair("high", "low")
        (Ambiguity.HIGH, Conflict.LOW)
        """
        try:
            return self.rows.of(row), self.cols.of(col)
        except UnknownTermError:
            raise _no_pair((self.rows, self.cols), (row, col)) from None

    def items(self) -> tuple[tuple[tuple[R, C], X], ...]:
        """List every cell with its place, row by row, in the order of the vocabularies.

        Returns:
            Pairs of ((row, column), cell).
        """
        return tuple(self._at.items())

    def row(self, row: R | str) -> FrozenMap[C, X]:
        """Read one row.

        Args:
            row: A term of `rows`, its key or its label.

        Returns:
            Column to cell, in the order of `cols`.

        Raises:
            UnknownTermError: If the row is not of its vocabulary.
        """
        term = self.rows.of(row)
        return FrozenMap(dict(zip(self.cols, self.cells[term], strict=True)))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key!r})"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _use(rows: type[Term], given: object) -> str:
    """Name the term where a row was given by its key: a literal names its rows by term."""
    found = _refusal(rows, given)
    return f"; use {found!r}" if isinstance(found, Term) else ""


def _refusal(words: type[Term], given: Any) -> Term | UnknownTermError:  # noqa: ANN401 -- whatever was given
    try:
        return words.of(given)
    except UnknownTermError as error:
        return error


def _no_pair(axes: tuple[type[Term], ...], given: tuple[object, ...]) -> UnknownTermError:
    """Collect what is wrong with a row and a column, and tell if the other way round is right."""
    read = [_refusal(axis, word) for axis, word in zip(axes, given, strict=True)]
    turned = [_refusal(axis, word) for axis, word in zip(axes, reversed(given), strict=True)]
    error = UnknownTermError.together([one for one in read if isinstance(one, UnknownTermError)])
    swapped = all(isinstance(one, Term) for one in turned)
    return attrs.evolve(error, hint="these look swapped") if swapped else error


@attrs.frozen(repr=False, init=False)
class Typology(Matrix[R, C, K]):
    """A matrix read by picking one cell, which says what kind of thing a case is.

    Raises:
        FrameworkError: As for `Matrix`, or if a cell is not a term.

    >>> from implsupport import matland
    >>> matland.MATLAND[matland.Ambiguity.LOW, matland.Conflict.HIGH]
    Implementation.POLITICAL
    """

    def _problems(self) -> list[str]:
        return super()._problems() + _not_terms(self.cells)


def _not_terms(cells: Mapping[Any, Sequence[object]]) -> list[str]:
    return [
        f"{cell!r} in row {row!r} is not a term"
        for row, given in cells.items()
        for cell in given
        if not isinstance(cell, Term)
    ]


@attrs.frozen(repr=False, init=False)
class Rubric(Matrix[R, S, X]):
    """A matrix read by picking one cell in each row: a criterion down, a grade across.

    Raises:
        FrameworkError: As for `Matrix`, or if the columns are not a scale of two grades or more.

    >>> from implsupport import success
    >>> success.SUCCESS["legitimacy", "relative-success"]
    'Few challenges to the legitimacy of the policy from implementing bodies'
    """

    def _problems(self) -> list[str]:
        return super()._problems() + _not_a_scale(self.cols)


def _listed(given: Sequence[X]) -> tuple[X, ...]:
    """Take a text for one item, not for its letters."""
    return (cast("X", given),) if isinstance(given, str) else tuple(given)


_FEWEST_GRADES = 2


def _not_a_scale(cols: type[Term]) -> list[str]:
    if issubclass(cols, Scale) and len(cols) >= _FEWEST_GRADES:
        return []
    return [f"{cols.__name__} is not a scale of two grades or more"]


@attrs.frozen(repr=False, init=False)
class Grid(Matrix[R, C, K]):
    """A matrix read by picking any number of cells: who acts where.

    Raises:
        FrameworkError: As for `Matrix`, or if a cell is not a term.

    >>> from implsupport import governance
    >>> governance.GOVERNANCE["system", "operational"]
    ActivityType.MANAGING_TRAJECTORIES
    """

    def _problems(self) -> list[str]:
        return super()._problems() + _not_terms(self.cells)
