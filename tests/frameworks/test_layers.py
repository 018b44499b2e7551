"""What the Every Child Matters study finds outside the cells of the governance framework."""

import pytest

from implsupport import cases
from implsupport.frameworks.layers import AdministrativeLayer, OpenQuestion, SetDesign
from implsupport.sources import cite
from implsupport.terms import Term


def test_the_layers_are_the_examples_of_the_table() -> None:
    """Every Child Matters study, Table 1: "National (Federal) vs. Local (State or County)"."""
    assert [layer.printed for layer in AdministrativeLayer] == [
        "National (Federal)",
        "Local (State or County)",
    ]


def test_the_set_design_has_the_printed_words_in_their_order() -> None:
    """Every Child Matters study, Discussion, Challenges with the Framework."""
    assert [factor.gloss for factor in SetDesign] == [
        "visionary leadership willing to take risks and reform a large, complicated system",
        "change champions",
        (
            "frontline workers engaged and enthused by a new policy environment within which to "
            "improve their practice"
        ),
    ]


def test_the_set_design_is_what_the_case_leaves_unplaced() -> None:
    """The keys here are those of the activities without a cell."""
    unplaced = [one.key for one in cases.every_child_matters() if not one.cells]

    assert unplaced == [factor.key for factor in SetDesign]


def test_the_open_questions_have_the_printed_words_in_their_order() -> None:
    """Every Child Matters study, Discussion, New Directions for Strengthening the Framework."""
    assert [question.gloss for question in OpenQuestion] == [
        "how do different levels interact with each other?",
        (
            "What does it mean to have an implementation activity overlap between different "
            "layers of formal government or loci of policy actors?"
        ),
        (
            "If there are empty cells in the MGF matrix, is there something missing from the "
            "implementation process that identifies success or failure?"
        ),
        "Are there ways in which using MGF helps to inform and critique policy implementation?",
    ]


@pytest.mark.parametrize(
    ("vocabulary", "place"),
    [
        (AdministrativeLayer, "Table 1, adapted there from hill-hupe-2009"),
        (SetDesign, "Discussion, Challenges with the Framework"),
        (OpenQuestion, "Discussion, New Directions for Strengthening the Framework"),
    ],
)
def test_a_list_is_cited_to_its_place(vocabulary: type[Term], place: str) -> None:
    """The Every Child Matters study has no page numbers: a place is a table or a heading."""
    assert vocabulary.source == cite("every-child-matters-study", place)
