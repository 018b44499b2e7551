"""Every Child Matters, as the study of it prints its parts."""

import pytest

from implsupport.frameworks.every_child_matters import (
    ACCOUNTABILITIES,
    AssessmentRole,
    AssessmentStage,
    BoardAuthority,
    ChildOutcome,
    ChildrensOffice,
    ChildTheme,
    CommissioningStep,
    OfficeAccountability,
    PathfinderFeature,
    PlanContent,
    TrustBoardRole,
)
from implsupport.sources import cite
from implsupport.terms import Term

OVERVIEW = "Every Child Matters: A Policy Overview"
OPERATIONAL = "Analysis, Operational, Common Assessment Framework"
STRUCTURES = "Analysis, Constitutive Level, Governance Structures"
COUNCIL = "childrens-workforce-development-council-2010"


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (
            ChildTheme,
            [
                "Increasing the focus on supporting families and caregivers",
                "Early intervention and effective protection of vulnerable children",
                "Addressing weak accountability and poor integration",
                "Ensuring that the children's workforce is valued, rewarded and trained",
            ],
        ),
        (
            PlanContent,  # footnote 2
            [
                "a local vision for improving children and young people's wellbeing",
                "key outcomes",
                "an analysis of needs",
                "actions with timescales",
                (
                    "arrangements for joint planning with key partners and for performance "
                    "management and review of services"
                ),
                "an outline of how consultation informed the plan",
            ],
        ),
        (
            CommissioningStep,  # footnote 4
            [
                "assessing need in a local authority",
                "identifying resources available",
                "planning how to use the resources",
                "arranging service delivery",
                "reviewing the service",
                "reassessing need",
            ],
        ),
        (
            AssessmentStage,
            [
                "identifying needs",
                "assessing those needs",
                "delivering integrated services",
                "reviewing progress",
            ],
        ),
    ],
)
def test_a_list_has_the_printed_words_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Every Child Matters study, at the heading or footnote that the list is cited to."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (
            ChildOutcome,
            [
                "being healthy",
                "staying safe",
                "enjoying and achieving",
                "making a positive contribution",
                "economic wellbeing",
            ],
        ),
        (
            PathfinderFeature,
            [
                "pooled budgets",
                "area-wide needs assessments",
                "information sharing",
                "workforce development",
                "multi-agency working",
            ],
        ),
        (ChildrensOffice, ["Director of Children's Services (DCS)", "Lead Member"]),
        (OfficeAccountability, ["professionally", "politically"]),
        (AssessmentRole, ["team around the child", "Lead Professional"]),
        (
            TrustBoardRole,
            ["partnership development", "joint strategizing", "some interagency governance"],
        ),
        (BoardAuthority, ["mainly advisory", "decision-making"]),
    ],
)
def test_a_list_has_the_printed_names_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Every Child Matters study, at the heading that the list is cited to."""
    assert [term.printed or term.label for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "place"),
    [
        (ChildOutcome, OVERVIEW),
        (ChildTheme, f"{OVERVIEW}, after dfes-2003"),
        (PathfinderFeature, f"{OVERVIEW}, after audit-commission-2008"),
        (ChildrensOffice, OVERVIEW),
        (OfficeAccountability, OVERVIEW),
        (PlanContent, f"{OVERVIEW}, footnote 2"),
        (CommissioningStep, f"{OVERVIEW}, footnote 4"),
        (AssessmentStage, OPERATIONAL),
        (AssessmentRole, f"{OPERATIONAL}, after {COUNCIL}"),
        (TrustBoardRole, STRUCTURES),
        (BoardAuthority, STRUCTURES),
    ],
)
def test_a_list_is_cited_to_its_place(vocabulary: type[Term], place: str) -> None:
    """The study has no page numbers: a place is a heading or a footnote."""
    assert vocabulary.source == cite("every-child-matters-study", place)


def test_the_director_answers_professionally_and_the_member_politically() -> None:
    """Every Child Matters study, A Policy Overview."""
    assert ACCOUNTABILITIES == {
        ChildrensOffice.DIRECTOR_OF_CHILDRENS_SERVICES: OfficeAccountability.PROFESSIONAL,
        ChildrensOffice.LEAD_MEMBER: OfficeAccountability.POLITICAL,
    }


def test_a_board_that_decides_goes_further_than_one_that_advises() -> None:
    """Every Child Matters study: a degree "from mainly advisory to decision-making"."""
    assert BoardAuthority.ADVISORY < BoardAuthority.DECISION_MAKING
