"""Strategies for frameworks, of given vocabularies or of vocabularies drawn with them."""

import itertools
from typing import Any, TypeVar

from hypothesis import strategies as st

from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.sources import BIBLIOGRAPHY
from implsupport.terms import Scale, Term
from implsupport.testing.words import keys, scales, terms, texts, vocabularies

__all__ = ["grids", "matrices", "rubrics", "typologies"]

M = TypeVar("M", bound=Matrix[Any, Any, Any])
T = TypeVar("T")


def matrices(
    rows: type[Term] | None = None,
    cols: type[Term] | None = None,
    cells: st.SearchStrategy[Any] | None = None,
) -> st.SearchStrategy[Matrix[Any, Any, Any]]:
    """Draw plain matrices.

    Args:
        rows: The vocabulary down the side; by default one of `vocabularies`.
        cols: The vocabulary across the top; by default one of `vocabularies`.
        cells: What stands in the cells, neither None nor blank; by default texts.

    Returns:
        Matrices, some with a source, caveats and printed words; shrinks to one cell.

    >>> from hypothesis import given
    >>> @given(matrices())
    ... def check(matrix: Matrix) -> None:
    ...     assert len(matrix.items()) == len(matrix.rows) * len(matrix.cols)
    >>> check()
    """
    kind: type[Matrix[Any, Any, Any]] = Matrix
    return _matrices(
        kind,
        _given_or(rows, vocabularies()),
        _given_or(cols, vocabularies()),
        _given_or(cells, st.just(texts())),
    )


def typologies(
    rows: type[Term] | None = None,
    cols: type[Term] | None = None,
    cells: st.SearchStrategy[Term] | None = None,
) -> st.SearchStrategy[Typology[Any, Any, Any]]:
    """Draw typologies. A kind may stand in several cells.

    Args:
        rows: The vocabulary down the side; by default a scale, so that it can be a gap.
        cols: The vocabulary across the top; by default a scale, so that it can be a gap.
        cells: The kinds; by default the terms of one of `vocabularies`.

    Returns:
        Typologies, some with a source, caveats and printed words; shrinks to one kind.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.matland import Ambiguity, Conflict
    >>> @given(typologies(Ambiguity, Conflict))
    ... def check(typology: Typology) -> None:
    ...     assert isinstance(typology["low", "high"], Term)
    >>> check()
    """
    kind: type[Typology[Any, Any, Any]] = Typology
    return _matrices(
        kind,
        _given_or(rows, scales()),
        _given_or(cols, scales()),
        _given_or(cells, vocabularies().map(terms)),
    )


def rubrics(
    rows: type[Term] | None = None,
    cols: type[Scale] | None = None,
    cells: st.SearchStrategy[Any] | None = None,
) -> st.SearchStrategy[Rubric[Any, Any, Any]]:
    """Draw rubrics.

    Args:
        rows: The criteria; by default one of `vocabularies`.
        cols: The scale; by default one of `scales`.
        cells: The anchors, neither None nor blank; by default texts.

    Returns:
        Rubrics, some with a source, caveats and printed words; shrinks to one criterion and two
        grades.

    >>> from hypothesis import given
    >>> @given(rubrics())
    ... def check(rubric: Rubric) -> None:
    ...     assert issubclass(rubric.cols, Scale) and len(rubric.cols) >= 2
    >>> check()
    """
    kind: type[Rubric[Any, Any, Any]] = Rubric
    return _matrices(
        kind,
        _given_or(rows, vocabularies()),
        _given_or(cols, scales()),
        _given_or(cells, st.just(texts())),
    )


def grids(
    rows: type[Term] | None = None,
    cols: type[Term] | None = None,
    cells: st.SearchStrategy[Term] | None = None,
) -> st.SearchStrategy[Grid[Any, Any, Any]]:
    """Draw grids.

    Args:
        rows: The vocabulary down the side; by default one of `vocabularies`.
        cols: The vocabulary across the top; by default one of `vocabularies`.
        cells: What the cells are called; by default the terms of one of `vocabularies`.

    Returns:
        Grids, some with a source, caveats and printed words; shrinks to one cell.

    >>> from hypothesis import given
    >>> from implsupport.readings import place
    >>> @given(grids())
    ... def check(grid: Grid) -> None:
    ...     assert len(place(grid, []).empty) == len(grid.items())
    >>> check()
    """
    kind: type[Grid[Any, Any, Any]] = Grid
    return _matrices(
        kind,
        _given_or(rows, vocabularies()),
        _given_or(cols, vocabularies()),
        _given_or(cells, vocabularies().map(terms)),
    )


def _given_or(value: T | None, default: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    return default if value is None else st.just(value)


@st.composite
def _matrices(
    draw: st.DrawFn,
    kind: type[M],
    down: st.SearchStrategy[type[Term]],
    across: st.SearchStrategy[type[Term]],
    contents: st.SearchStrategy[st.SearchStrategy[Any]],
) -> M:
    """Draw the vocabularies, then something for each cell, then what may be left out."""
    rows, cols, cells = draw(down), draw(across), draw(contents)
    places = list(itertools.product(rows, cols))
    return kind(
        key=draw(keys()),
        title=draw(texts()),
        rows=rows,
        cols=cols,
        cells={row: [draw(cells) for _ in cols] for row in rows},
        source=draw(st.none() | st.sampled_from(BIBLIOGRAPHY)),
        printed=draw(st.dictionaries(st.sampled_from(places), texts(), max_size=1)),
        caveats=draw(st.lists(texts(), max_size=1)),
    )
