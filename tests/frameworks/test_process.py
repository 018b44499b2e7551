"""The points of implementation, the stages model, and what is held against it."""

import pytest

from implsupport.frameworks.process import ANSWERED, ImplementationPoint, Stage, StagesCriticism
from implsupport.sources import Source, cite
from implsupport.terms import Scale, Term

BACKGROUND = "Background, The Multiple Governance Framework"


def test_the_points_stand_in_their_sequence() -> None:
    """Care Act report, p. 12: "four sequential points"; headings on pp. 12, 13, 15 and 17."""
    assert [(point.label, point.printed) for point in ImplementationPoint] == [
        ("preparation", "Implementation Preparation"),
        ("prioritisation and tracking", "Implementation Prioritisation and Tracking"),
        ("support", "Implementation Support"),
        ("review", "Implementation Review"),
    ]


def test_the_stages_stand_in_the_sequence_of_the_model() -> None:
    """Every Child Matters study, Background, The Multiple Governance Framework."""
    assert [stage.printed or stage.label for stage in Stage] == [
        "problem identification",
        "agenda setting",
        "policy formulation",
        "decision-making",
        "policy implementation",
        "policy evaluation",
    ]


def test_the_criticisms_have_the_printed_words_in_their_order() -> None:
    """Every Child Matters study, Background, The Multiple Governance Framework: (1) to (4)."""
    assert [criticism.gloss for criticism in StagesCriticism] == [
        "the model is not a causal theory",
        "the automatic assumption of successive order is often descriptively inadequate",
        "the model has a top-down bias",
        (
            "the focus on a single “policy cycle” makes little sense in the context of multiple "
            "and interacting cycles and levels of government"
        ),
    ]


def test_the_governance_framework_answers_all_criticisms_but_the_first() -> None:
    """Every Child Matters study, Discussion, Accomplishments of the Framework."""
    assert list(ANSWERED) == list(StagesCriticism)
    assert list(ANSWERED.values()) == [False, True, True, True]


@pytest.mark.parametrize(
    ("vocabulary", "source"),
    [
        (ImplementationPoint, cite("care-act-report", "p. 12, headings pp. 12-17")),
        (Stage, cite("every-child-matters-study", f"{BACKGROUND}, after hill-hupe-2009")),
        (
            StagesCriticism,
            cite("every-child-matters-study", f"{BACKGROUND}, after sabatier-2007"),
        ),
    ],
)
def test_a_list_is_cited_to_its_place(vocabulary: type[Term], source: Source) -> None:
    """The Every Child Matters study has no page numbers: a place is a heading."""
    assert vocabulary.source == source


def test_a_later_stage_is_not_a_higher_one() -> None:
    """Points and stages are in sequence, and no scale."""
    assert not issubclass(ImplementationPoint, Scale)
    assert not issubclass(Stage, Scale)
