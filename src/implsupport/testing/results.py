"""Strategies for what is read off a framework: cards, and the panels of several assessors."""

import functools
import operator
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TypeAlias, TypeVar

from hypothesis import strategies as st

from implsupport.evaluation.panels import Item, Panel
from implsupport.matrix import Rubric, Typology
from implsupport.readings import Scorecard, score
from implsupport.terms import Gap, Scale, Term
from implsupport.testing.words import marks

__all__ = ["cards", "panels"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_Row: TypeAlias = tuple[str | Term | None, ...]
_Rated: TypeAlias = tuple[Item[Any], Mapping[Any, Term]]


def cards(
    rubric: Rubric[R, S, Any], *, gaps: Iterable[Gap] = Gap
) -> st.SearchStrategy[Scorecard[R, S]]:
    """Draw cards of a rubric.

    Args:
        rubric: The rubric.
        gaps: The gaps to draw; all by default, and none if it is empty.

    Returns:
        Cards; shrinks to the lowest grade on every criterion.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.success import SUCCESS
    >>> @given(cards(SUCCESS, gaps=[]))
    ... def check(card: Scorecard) -> None:
    ...     assert card.lowest <= card.highest and not card.gaps
    >>> check()
    """
    mark = marks(rubric.cols, gaps=gaps)
    ratings = st.fixed_dictionaries(dict.fromkeys(rubric.rows, mark))
    return ratings.map(functools.partial(score, rubric))


# Few of each, so that assessors judge the same things, and some things differ in one field only.
_CASES: Final = ("case-a", "case-b", "case-c")
_OBJECTS: Final = (None, "policy", "support-programme")
_PARTS: Final = (None, "a part")
_LAYERS: Final = (None, "national", "local")
_DATES: Final = (None, "2014", "2014-06", "2016-02-29")
_ASSESSORS: Final = (None, "A", "B", "C")


def panels(
    framework: Rubric[Any, Any, Any] | Typology[Any, Any, Any],
) -> st.SearchStrategy[Panel[Any, Any]]:
    """Draw panels of up to four assessors, one of whom may have no name.

    Args:
        framework: A rubric, or a typology whose axes are scales.

    Returns:
        Panels of up to four items, of several cases, objects, parts, layers and dates; shrinks
        to none.

    Raises:
        FrameworkError: If the framework is neither a rubric nor a typology of scales.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.success import SUCCESS
    >>> @given(panels(SUCCESS))
    ... def check(panel: Panel) -> None:
    ...     assert all(panel.ratings(item) for item in panel.items)
    >>> check()
    """
    scales = Panel.of(framework, ()).scales
    criteria = {scale: tuple(c for c in scales if scales[c] is scale) for scale in scales.values()}
    items = st.one_of(*(_items(scale, of_scale) for scale, of_scale in criteria.items()))
    rated = st.lists(items, unique_by=operator.itemgetter(0), max_size=4)
    return rated.map(lambda some: Panel.of(framework, _rows(some)))


def _rows(rated: Iterable[_Rated]) -> Iterator[_Row]:
    for (case, object_, part, criterion, layer, date), ratings in rated:
        for name, mark in ratings.items():
            yield case, object_, part, criterion, name, layer, date, mark


def _items(scale: type[Scale], criteria: tuple[Term, ...]) -> st.SearchStrategy[_Rated]:
    """Draw an item with its ratings; all criteria are of the same scale."""
    item = st.builds(
        Item[Any],
        case=st.sampled_from(_CASES),
        object=st.sampled_from(_OBJECTS),
        part=st.sampled_from(_PARTS),
        criterion=st.sampled_from(criteria),
        layer=st.sampled_from(_LAYERS),
        date=st.sampled_from(_DATES),
    )
    return st.tuples(item, st.dictionaries(st.sampled_from(_ASSESSORS), marks(scale)))
