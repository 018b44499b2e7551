"""The criteria of the mapping review and of comparison, as the Care Act report prints them."""

import pytest

from implsupport import cases
from implsupport.frameworks.comparability import (
    ComparabilityCriterion,
    ExtractionField,
    SelectionCriterion,
)
from implsupport.sources import cite
from implsupport.terms import Term


def test_the_five_criteria_have_their_printed_questions() -> None:
    """Care Act report, p. 20 (1 and 2) and p. 21 (3 to 5)."""
    assert [(one.printed, one.gloss) for one in ComparabilityCriterion] == [
        (
            "Scale",
            "was this a national policy applicable to all relevant localities across the country?",
        ),
        (
            "Purpose",
            (
                "was the focus on implementation support rather than monitoring, inspection or "
                "performance management?"
            ),
        ),
        ("Reach", "was support extended to every locality nationwide?"),
        ("Learning", "is there an evaluation or other evidence base?"),
        ("Significance", "does this policy have a statutory underpinning and guidance?"),
    ]


def test_the_table_of_policies_is_read_by_the_criteria() -> None:
    """Care Act report, Table 2, p. 21: the columns are the five criteria, in their order."""
    total_place = cases.comparability()["total-place"]

    assert list(total_place) == [criterion.key for criterion in ComparabilityCriterion]


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (
            SelectionCriterion,
            [
                "national reach (England)",
                "related to health and social care",
                "bringing together services at the local level",
                "policy has sufficient information available to catalogue",
            ],
        ),
        (
            ExtractionField,
            [
                "how the approach was implemented",
                "the role of the government with respect to implementation",
                "support provided for implementation",
                "key contextual factors influencing implementation",
                "whether or not the implementation approach had been evaluated",
            ],
        ),
    ],
)
def test_the_mapping_review_has_the_printed_words_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, p. 20."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "page"),
    [
        (SelectionCriterion, "p. 20"),
        (ExtractionField, "p. 20"),
        (ComparabilityCriterion, "pp. 20-21"),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], page: str) -> None:
    """Care Act report."""
    assert vocabulary.source == cite("care-act-report", page)
