"""The one shape of every framework: two vocabularies crossed, something in every cell.

A `Typology` is read by picking one cell, a `Rubric` by picking one cell in each row, a `Grid`
by picking any number of cells. A plain `Matrix` serves for the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

import attrs

from implsupport.errors import FrameworkError, UnknownTermError, shown
from implsupport.given import Kinds, called, misfits, no_cell
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Scale, Term, is_key

__all__ = ["Grid", "Matrix", "Rubric", "Typology"]

R = TypeVar("R", bound=Term)
C = TypeVar("C", bound=Term)
S = TypeVar("S", bound=Scale)
K = TypeVar("K", bound=Term)
X = TypeVar("X")

# A row of cells: in the order of the columns, or under its columns.
_Row: TypeAlias = Sequence[X] | Mapping[C, X]


@attrs.frozen(repr=False, init=False)
class Matrix(Generic[R, C, X]):
    """A framework: a row vocabulary crossed with a column vocabulary, and what each cell says.

    Attributes:
        key: The stable kebab-case key of the framework.
        title: Its name as people write it.
        source: Where it is printed, or None.
        rows: The vocabulary down the side.
        cols: The vocabulary across the top.
        cells: For each row, in any order, one cell for each column: in the order of `cols`, or
            under its column.
        printed: The source's own words for a cell, where they are garbled and ours differ.
        caveats: What the source itself warns of; it goes with every output.

    Raises:
        FrameworkError: If a row is missing or foreign, or a row has not one cell a column, or a
            cell is empty, or the key or another part is not of its kind: all findings at once.

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
        cells: Mapping[R, _Row[X, C]],
        source: Source | None = None,
        printed: Mapping[tuple[R, C], str] | None = None,
        caveats: Sequence[str] = (),
    ) -> None:
        """Freeze the parts, check that there is one cell for each pair, and index them."""
        head = {"key": key, "title": title, "source": source}
        body = {"rows": rows, "cols": cols, "cells": cells, "printed": printed, "caveats": caveats}
        name = called(key, type(self).__name__.lower())
        problems = [*misfits(head, _KINDS), *misfits(body, _KINDS)]
        if misfits(body, _KINDS):
            raise FrameworkError(name, tuple(problems))
        frozen = {
            "cells": FrozenMap({row: _in_order(cols, given) for row, given in cells.items()}),
            "printed": FrozenMap(printed),
            "caveats": _listed(caveats),
        }
        for part, value in {**head, **body, **frozen}.items():
            object.__setattr__(self, part, value)
        problems += [*_row_problems(cols, cells), *self._problems()]
        if problems:
            raise FrameworkError(name, tuple(problems))
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

    __iter__ = None  # it has places and no order, though Python would count from 0

    def __getitem__(self, place: tuple[R | str, C | str]) -> X:
        """Read one cell.

        Args:
            place: The row and the column, each a term, its key or its label.

        Returns:
            What the cell says.

        Raises:
            UnknownTermError: If the place is not a row and a column, or one of them is not of its
                vocabulary: both findings.
        """
        try:
            row, col = place
        except (TypeError, ValueError):
            raise no_cell(place, self.key, "read a whole row with row(...)") from None
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


def _listed(given: Sequence[X]) -> tuple[X, ...]:
    """Take a text for one item, not for its letters."""
    return (cast("X", given),) if isinstance(given, str) else tuple(given)


def _in_order(cols: type[C], row: _Row[X, C]) -> tuple[X, ...]:
    """Put the cells of a row in the order of the columns; none where no order can be told."""
    if isinstance(row, Mapping):
        return tuple(row[col] for col in cols if col in row)
    return _listed(row) if _is_listed(row) else ()


def _row_problems(cols: type[Term], cells: Mapping[Any, Any]) -> Iterator[str]:
    """Find what is wrong with how the rows are given, before it is said what they hold."""
    for row, given in cells.items():
        if isinstance(given, Mapping):
            named = cast("Mapping[Any, object]", given)
            yield from (
                f"no cell for {col.key!r} in row {row!r}" for col in cols if col not in named
            )
            foreign = (col for col in named if col not in tuple(cols))
            yield from (
                f"{col!r} in row {row!r} is not a column{_use(cols, col)}" for col in foreign
            )
        elif not _is_listed(given):
            yield (
                f"row {row!r} must be a list or tuple in the order of the columns, or a mapping "
                f"of columns to cells, not {shown(given)}"
            )


def _is_listed(given: object) -> bool:
    """Tell whether something has an order: a set has none, and what is read once is gone."""
    return isinstance(given, list | tuple | str)


def _are_texts(given: object) -> bool:
    return _is_listed(given) and all(
        isinstance(one, str) for one in cast("Sequence[object]", given)
    )


def _is_vocabulary(given: object) -> bool:
    return isinstance(given, type) and issubclass(given, Term)


_WORDS: Final = "a vocabulary, a subclass of Term"
_KINDS: Final[Kinds] = {
    "key": ("lower-case words joined by hyphens", is_key),
    "title": ("text", lambda given: isinstance(given, str)),
    "source": (
        "a Source, such as cite('gold-2014'), or None",
        lambda given: given is None or isinstance(given, Source),
    ),
    "rows": (_WORDS, _is_vocabulary),
    "cols": (_WORDS, _is_vocabulary),
    "cells": ("a mapping of rows to their cells", lambda given: isinstance(given, Mapping)),
    "printed": (
        "a mapping of rows and columns to words, or None",
        lambda given: given is None or isinstance(given, Mapping),
    ),
    "caveats": ("a list of texts", _are_texts),
}


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
