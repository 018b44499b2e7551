"""Strategies for cards and for the panels of several assessors."""

from collections.abc import Callable
from typing import Any, TypeAlias

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from implsupport.errors import FrameworkError
from implsupport.evaluation.panels import Axis, Panel
from implsupport.frameworks.governance import GOVERNANCE
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.readings import Scorecard, score
from implsupport.terms import Gap, Scale
from implsupport.testing import cards, panels, rubrics

Judged: TypeAlias = Panel[Any, Any]

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])
LEAST = settings(FIRST, phases=[Phase.generate, Phase.shrink])


# --- cards ---


@given(cards(SUCCESS))
def test_a_card_is_one_that_the_rubric_gives(card: Scorecard[Criterion, Attainment]) -> None:
    """Reading its profile again changes nothing."""
    assert score(SUCCESS, card.profile) == card


@given(cards(SUCCESS, gaps=()), cards(SUCCESS, gaps=[Gap.NOT_APPLICABLE]))
def test_the_gaps_of_a_card_can_be_chosen(
    complete: Scorecard[Criterion, Attainment], some: Scorecard[Criterion, Attainment]
) -> None:
    """None at all, or those that are named."""
    assert len(complete.grades) == len(Criterion)
    assert set(some.gaps.values()) <= {Gap.NOT_APPLICABLE}


def test_a_card_shrinks_to_the_lowest_grades() -> None:
    """With as many gaps as it takes, and those of the first kind."""
    least = find(cards(SUCCESS), lambda card: len(card.gaps) == 2, settings=LEAST)

    assert set(least.gaps.values()) == {Gap.NOT_ASSESSED}
    assert (least.lowest, least.highest) == (Attainment.RELATIVE_FAILURE,) * 2


# --- panels ---


@given(rubrics().flatmap(panels))
def test_a_panel_is_drawn_for_any_rubric(panel: Judged) -> None:
    """Of few items and few assessors."""
    assert len(panel.items) <= 4
    assert len(panel.assessors) <= 4
    assert {*panel.scales} >= {item.criterion for item in panel.items}


@given(panels(MATLAND))
def test_a_panel_of_a_typology_is_graded_on_its_axes(panel: Judged) -> None:
    """Ambiguity on the scale of the rows, conflict on that of the columns."""
    scales: dict[Axis, type[Scale]] = {Axis.AMBIGUITY: Ambiguity, Axis.CONFLICT: Conflict}
    ratings = [(item.criterion, mark) for item, of in panel.all_ratings() for mark in of.values()]

    assert all(mark in {*scales[axis], *Gap} for axis, mark in ratings)


def differ(panel: Judged) -> bool:
    """Tell whether assessors give one item different grades."""
    grades = [set(marks.values()) - {*Gap} for _, marks in panel.all_ratings()]
    return any(len(of_item) > 1 for of_item in grades)


KINDS: dict[str, Callable[[Judged], bool]] = {
    "assessors differ": differ,
    "several strata": lambda panel: len(panel.strata) > 1,
    "several cases": lambda panel: len({item.case for item in panel.items}) > 1,
    "several criteria": lambda panel: len({item.criterion for item in panel.items}) > 1,
    "a part": lambda panel: any(item.part for item in panel.items),
    "no object": lambda panel: any(item.object is None for item in panel.items),
    "nobody by name": lambda panel: None in panel.assessors,
    "a gap": lambda panel: any({*Gap} & {*marks.values()} for _, marks in panel.all_ratings()),
}


@pytest.mark.parametrize("has", KINDS.values(), ids=KINDS)
def test_panels_are_of_many_kinds(has: Callable[[Judged], bool]) -> None:
    """Everything that the functions on panels tell apart is drawn."""
    assert has(find(panels(SUCCESS), has, settings=FIRST))


def test_a_panel_shrinks_to_no_item() -> None:
    """Nobody, and nothing judged."""
    least = find(panels(SUCCESS), lambda _: True, settings=LEAST)

    assert (least.items, least.assessors) == ((), ())


def test_there_is_no_panel_of_a_grid() -> None:
    """Its cells have no order, so nobody can be said to agree on them."""
    no_rubric: Any = GOVERNANCE

    with pytest.raises(FrameworkError, match="a panel is of a rubric"):
        panels(no_rubric)


def test_a_panel_may_be_drawn_with_what_it_is_of() -> None:
    """Strategies compose: here a rubric and two panels of it."""
    of_one = rubrics().flatmap(lambda rubric: st.tuples(panels(rubric), panels(rubric)))
    one, other = find(of_one, lambda both: both[0] != both[1], settings=FIRST)

    assert one.framework is other.framework
