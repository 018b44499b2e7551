"""Models, means and bodies of implementation support, as the Care Act report prints them."""

from typing import Any

import pytest

from implsupport import cases
from implsupport.errors import IncompleteError, UnknownTermError
from implsupport.frameworks.support import (
    COUNTERPARTS,
    ELEMENTS,
    MEANS,
    MODELS,
    ApproachTheme,
    CapacityQuestion,
    HenkelBody,
    IntermediaryBody,
    ModelElement,
    SupportMeans,
    score,
)
from implsupport.sources import cite
from implsupport.terms import Gap, Term
from implsupport.vocabulary import Extent, Purpose, SupportModel

PERFORMANCE_MANAGEMENT = [
    "articulation of required standards",
    "identification of acceptable levels of performance",
    "procedures for measurement and scrutiny of performance",
]
PROBLEM_SOLVING = [
    "focus on the ‘what’ rather than the ‘how’",
    "working through a well-defined problem to reach a solution",
    "implementing solutions and reviewing results",
]
CAPACITY_BUILDING = [
    "focus on the ‘how’ rather than the ‘what’",
    "investing in competencies and skills for future sustainability",
]


@pytest.mark.parametrize(
    ("model", "printed"),
    [
        (SupportModel.PERFORMANCE_MANAGEMENT, PERFORMANCE_MANAGEMENT),
        (SupportModel.PROBLEM_SOLVING, PROBLEM_SOLVING),
        (SupportModel.CAPACITY_BUILDING, CAPACITY_BUILDING),
    ],
)
def test_a_model_has_the_printed_elements(model: SupportModel, printed: list[str]) -> None:
    """Care Act report, pp. 23-24, under "Including"."""
    assert [element.gloss for element in ELEMENTS[model]] == printed


def test_the_elements_are_listed_in_the_order_of_the_page() -> None:
    """Care Act report, pp. 23-24."""
    printed = PERFORMANCE_MANAGEMENT + PROBLEM_SOLVING + CAPACITY_BUILDING

    assert [element.gloss for element in ModelElement] == printed


@pytest.mark.parametrize(
    ("purpose", "printed"),
    [
        (
            Purpose.MANAGING_AND_REGULATING,
            [
                "procedures for the measurement and scrutiny of performance",
                "ensuring required standards are met",
            ],
        ),
        (
            Purpose.PROBLEM_SOLVING,
            [
                "technical support",
                "trouble-shooting",
                "the brokering of areas of dispute",
                "encouraging the utilisation of research and evidence",
            ],
        ),
        (
            Purpose.CAPACITY_BUILDING,
            [
                "Training",
                "peer learning",
                "information",
                "guidance",
                "project management skills",
            ],
        ),
    ],
)
def test_a_purpose_has_the_printed_means(purpose: Purpose, printed: list[str]) -> None:
    """Care Act report, p. 16, under the heading of each purpose."""
    assert [means.printed or means.label for means in MEANS[purpose]] == printed


def test_every_means_serves_one_purpose() -> None:
    """Care Act report, p. 16: eleven, in the order of the page."""
    assert [means for purpose in Purpose for means in MEANS[purpose]] == list(SupportMeans)


def test_purposes_and_models_keep_their_own_names() -> None:
    """Care Act report, p. 16 and pp. 23-24: the first of the three differs in name."""
    assert [(purpose.printed, model.printed) for purpose, model in COUNTERPARTS.items()] == [
        ("Managing and Regulating", "Performance management"),
        ("Problem-Solving", "Problem-solving"),
        ("Capacity Building", "Capacity building"),
    ]


def test_the_capacity_questions_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 15."""
    assert [question.gloss for question in CapacityQuestion] == [
        "existing capacity to deliver",
        "what is being done well",
        "what needs improving",
        "how best to build new capacity",
    ]


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (  # p. 15; the third in the title in footnote 38
            IntermediaryBody,
            [
                "implementation support centres",
                "intermediary organisations",
                "purveyor organisations",
            ],
        ),
        (  # p. 16
            HenkelBody,
            ["Audit Commission", "Social Services Inspectorate", "Health Advisory Service"],
        ),
        (  # Table 3, pp. 25-27
            ApproachTheme,
            [
                "Information dissemination, learning and awareness",
                "Risk management, mitigation and risk registers",
                "National programme coordination and delivery",
                "Coproduction and collaboration",
            ],
        ),
    ],
)
def test_a_list_has_the_printed_names_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed or term.label for term in vocabulary] == printed


def test_the_themes_are_those_of_the_approaches() -> None:
    """Care Act report, Table 3: the keys here are those that the built-in study holds."""
    themes = [approach.theme for approach in cases.study().approaches]

    assert list(dict.fromkeys(themes)) == [theme.key for theme in ApproachTheme]


@pytest.mark.parametrize(
    ("vocabulary", "place"),
    [
        (ModelElement, "pp. 23-24, after gold-2014"),
        (SupportMeans, "p. 16"),
        (CapacityQuestion, "p. 15, after allcock-2015"),
        (IntermediaryBody, "p. 15, after pew-macarthur-2017 and franks-bory-2015"),
        (HenkelBody, "pp. 16-17, after henkel-1991"),
        (ApproachTheme, "Table 3, pp. 25-27"),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], place: str) -> None:
    """Care Act report, and the work that it takes the list from."""
    assert vocabulary.source == cite("care-act-report", place)


# --- the rubric of models ---


def test_the_models_are_crossed_with_the_three_printed_extents() -> None:
    """Care Act report, Table 3: No, In part, Yes; the anchors are ours, so all is *adapted*."""
    assert (MODELS.rows, MODELS.cols) == (SupportModel, Extent)
    assert MODELS.source == cite(
        "care-act-report", "Table 3, pp. 25-27, and pp. 23-24", status="adapted"
    )


def test_an_approach_is_rated_on_the_three_models() -> None:
    """Written support, as Table 3 on p. 25 rates it."""
    card = score(
        {
            "performance-management": "yes",
            "problem-solving": "in part",
            "capacity-building": "in-part",
        }
    )

    assert list(card.profile.values()) == [Extent.YES, Extent.IN_PART, Extent.IN_PART]
    assert list(card.tally.values()) == [0, 2, 1]


def test_an_anchor_says_what_an_extent_means_for_its_model() -> None:
    """Ours, after pp. 23-24."""
    card = score({SupportModel.PROBLEM_SOLVING: Extent.NO}, partial=True)

    assert list(card.anchors.values()) == ["No work on solving a problem"]
    assert set(card.gaps.values()) == {Gap.NOT_ASSESSED}


def test_a_model_without_a_rating_is_refused() -> None:
    """A blank in a table is not described, never no."""
    with pytest.raises(IncompleteError, match=r"^no rating for 'capacity-building' of rubric "):
        score({"performance-management": "yes", "problem-solving": "no"})


def test_a_purpose_is_not_taken_for_a_model() -> None:
    """The two vocabularies share words, not meaning."""
    ratings: dict[Any, str] = {Purpose.PROBLEM_SOLVING: "yes"}

    with pytest.raises(UnknownTermError, match=r"^Purpose\.PROBLEM_SOLVING is not a term of "):
        score(ratings, partial=True)
