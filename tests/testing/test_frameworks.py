"""Strategies for frameworks: of any vocabularies, with every part that a framework may have."""

import pickle
from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from implsupport.frameworks.matland import Ambiguity, Conflict, Implementation
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.terms import Scale
from implsupport.testing import grids, matrices, rubrics, terms, typologies

Drawn: TypeAlias = Matrix[Any, Any, Any]

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])
LEAST = settings(FIRST, phases=[Phase.generate, Phase.shrink])

EVERY_KIND: list[tuple[Callable[..., st.SearchStrategy[Drawn]], type[Any]]] = [
    (matrices, Matrix),
    (typologies, Typology),
    (rubrics, Rubric),
    (grids, Grid),
]

of_every_kind = pytest.mark.parametrize(
    ("draw", "kind"), EVERY_KIND, ids=[kind.__name__ for _, kind in EVERY_KIND]
)


@of_every_kind
@given(data=st.data())
def test_a_drawn_framework_is_a_value(
    draw: Callable[..., st.SearchStrategy[Drawn]], kind: type[Drawn], data: st.DataObject
) -> None:
    """Of its kind exactly; a copy is equal and hashes alike."""
    framework = data.draw(draw())
    copy = pickle.loads(pickle.dumps(framework))  # noqa: S301 -- our own bytes

    assert type(framework) is kind
    assert {framework: "found"}[copy] == "found"


@of_every_kind
@given(data=st.data())
def test_a_framework_is_drawn_of_the_vocabularies_given(
    draw: Callable[..., st.SearchStrategy[Drawn]], kind: type[Drawn], data: st.DataObject
) -> None:
    """Rows, columns and cells are the caller's."""
    framework = data.draw(draw(Ambiguity, Conflict, terms(Implementation)))

    assert (framework.rows, framework.cols) == (Ambiguity, Conflict)
    assert {cell for _, cell in framework.items()} <= set(Implementation)
    assert isinstance(framework, kind)


@of_every_kind
@pytest.mark.parametrize("part", ["source", "caveats", "printed"])
def test_what_a_framework_may_leave_out_is_sometimes_there(
    draw: Callable[..., st.SearchStrategy[Drawn]], kind: type[Drawn], part: str
) -> None:
    """And sometimes not."""
    with_it = find(draw(), lambda drawn: bool(getattr(drawn, part)), settings=FIRST)
    without = find(draw(), lambda drawn: not getattr(drawn, part), settings=FIRST)

    assert with_it != without
    assert isinstance(with_it, kind)


@pytest.mark.parametrize(
    ("strategy", "cells"),
    [
        (matrices(), [("a", "a", "0")]),
        (rubrics(), [("a", "a", "0"), ("a", "b", "0")]),
        (grids(), [("a", "a", "a")]),
    ],
    ids=["matrix", "rubric", "grid"],
)
def test_a_framework_shrinks_to_the_fewest_cells(
    strategy: st.SearchStrategy[Drawn], cells: list[tuple[str, str, str]]
) -> None:
    """One row and one column, or the two that a scale needs."""
    least = find(strategy, lambda _: True, settings=LEAST)
    shown = [(row.key, col.key, getattr(cell, "key", cell)) for (row, col), cell in least.items()]

    assert shown == cells
    assert (least.source, least.caveats, len(least.printed)) == (None, (), 0)


@given(typologies(), rubrics())
def test_what_is_graded_is_graded_on_scales(
    typology: Typology[Any, Any, Any], rubric: Rubric[Any, Any, Any]
) -> None:
    """So a gap may stand on either axis of a typology."""
    assert issubclass(typology.rows, Scale)
    assert issubclass(typology.cols, Scale)
    assert issubclass(rubric.cols, Scale)
