"""Strategies for records: what they draw is valid, and of every kind that is."""

import operator
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from implsupport import records
from implsupport.appraisal import appraise
from implsupport.frameworks import CATALOGUE
from implsupport.frameworks.matland import Ambiguity, Conflict
from implsupport.matrix import Rubric
from implsupport.records import Position, Study
from implsupport.terms import Gap, Scale, Term
from implsupport.testing import positions, studies
from implsupport.testing.records import RECORDS, recorded

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])
LEAST = settings(FIRST, phases=[Phase.generate, Phase.shrink])

SECTIONS = list(Study.model_fields)[2:]


class Question(Term):
    """The criteria of somebody's own rubric."""

    REACH = "reach", "who is reached"
    COST = "cost", "what it costs"


class Answer(Scale):
    """The grades of somebody's own rubric."""

    POOR = "poor", "not enough"
    GOOD = "good", "enough"


OWN = Rubric(
    key="own",
    title="Own rubric",
    rows=Question,
    cols=Answer,
    cells={Question.REACH: ("few", "many"), Question.COST: ("high", "low")},
)


# --- single records ---


def test_every_record_is_drawn() -> None:
    """Every class of records has a strategy."""
    defined = [name for name, one in vars(records).items() if isinstance(one, type)]

    assert set(RECORDS) == {name for name in records.__all__ if name in defined}


FIELDS = [
    (name, field)
    for name in RECORDS
    for field, given_as in getattr(records, name).model_fields.items()
    if not given_as.is_required() and name != "Study"
]


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_every_field_of_a_record_is_sometimes_given(name: str, field: str) -> None:
    """What may be left out is not always left out."""
    drawn = recorded(getattr(records, name))

    assert find(drawn, operator.attrgetter(field), settings=FIRST)


def both(kind: type[Any]) -> Callable[[Position], bool]:
    """Tell of a position whether both axes are of a kind."""
    return lambda place: isinstance(place.ambiguity, kind) and isinstance(place.conflict, kind)


@pytest.mark.parametrize("kind", [Scale, Gap, float])
def test_a_position_is_by_grades_by_degrees_or_unknown(kind: type[Any]) -> None:
    """Each way of placing a policy is drawn."""
    assert both(kind)(find(positions(), both(kind), settings=FIRST))


def test_a_position_shrinks_to_low_and_low() -> None:
    """With nothing said beside, and the shortest of keys."""
    least = find(positions(), lambda _: True, settings=LEAST)

    assert least == Position(policy="a", ambiguity=Ambiguity.LOW, conflict=Conflict.LOW)


@given(positions(policies=st.sampled_from(["care-act", "vanguards"])))
def test_the_policies_of_positions_can_be_chosen(position: Position) -> None:
    """For a study whose policies are known."""
    assert position.policy in {"care-act", "vanguards"}


# --- studies ---


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_of_a_study_is_sometimes_filled(section: str) -> None:
    """With two records or more."""
    study = find(studies(), lambda study: len(getattr(study, section)) > 1, settings=FIRST)

    assert len(getattr(study, section)) > 1


def is_full(study: Study) -> bool:
    """Tell whether a study has something in every section."""
    return all(getattr(study, name) for name in SECTIONS)


def test_a_study_may_have_every_section_at_once() -> None:
    """So that what joins the sections is tried as well."""
    assert is_full(find(studies(), is_full, settings=FIRST))


def test_a_study_shrinks_to_its_title() -> None:
    """An empty study is a study."""
    assert find(studies(), lambda _: True, settings=LEAST) == Study(title="0")


def judges_twice(study: Study) -> bool:
    """Tell whether a policy is judged twice."""
    return len({one.policy for one in study.assessments}) < len(study.assessments)


def test_the_records_of_a_study_are_about_the_same_things() -> None:
    """Some policies are judged more than once, so that there is something to compare."""
    assert judges_twice(find(studies(), judges_twice, settings=FIRST))


@given(studies())
def test_a_drawn_study_can_be_appraised(study: Study) -> None:
    """What is drawn holds nothing that an evaluation trips over."""
    assert [case.key for case in appraise(study).cases] == [one.key for one in study.policies]


@given(studies(frameworks=(OWN,)))
def test_the_rubrics_of_a_study_can_be_chosen(study: Study) -> None:
    """Judgements are by rubrics of one's own, then."""
    assert {one.rubric for one in study.assessments} <= {"own"}
    assert {one.rubric for one in study.decisions} <= {"own"}
    assert {word for one in study.assessments for word in one.ratings} <= {"reach", "cost"}


@given(studies(frameworks=[one for one in CATALOGUE if not isinstance(one, Rubric)]))
def test_without_a_rubric_nobody_judges(study: Study) -> None:
    """The other sections are drawn all the same."""
    assert (study.assessments, study.decisions) == ((), ())
