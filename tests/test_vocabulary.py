"""The words that more than one framework uses, as the pages print them."""

import pytest

from implsupport.terms import Scale, Term
from implsupport.vocabulary import Extent, Need, Purpose, RelationKind, SupportFeature, SupportModel


@pytest.mark.parametrize(
    ("vocabulary", "keys"),
    [
        (SupportModel, ["performance-management", "problem-solving", "capacity-building"]),
        (Purpose, ["managing-and-regulating", "problem-solving", "capacity-building"]),
        (Extent, ["no", "in-part", "yes"]),
        (
            SupportFeature,
            [
                "guidance",
                "regulation",
                "performance-management",
                "flexibility",
                "collaborative-working",
                "bottom-up-approach",
                "context-sensitivity",
                "problem-solving",
                "capacity-building",
            ],
        ),
        (Need, ["not-named", "associated", "required", "may-be-required"]),
        (RelationKind, ["accountable-to", "member-of", "supports", "informs"]),
    ],
)
def test_a_vocabulary_has_its_keys_in_order(vocabulary: type[Term], keys: list[str]) -> None:
    """Other people's files hold the keys."""
    assert [term.key for term in vocabulary] == keys


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        (SupportModel.PERFORMANCE_MANAGEMENT, "Performance management"),  # p. 23
        (SupportModel.PROBLEM_SOLVING, "Problem-solving"),  # p. 23
        (SupportModel.CAPACITY_BUILDING, "Capacity building"),  # p. 24
        (Purpose.MANAGING_AND_REGULATING, "Managing and Regulating"),  # p. 16
        (Purpose.PROBLEM_SOLVING, "Problem-Solving"),  # p. 16
        (Purpose.CAPACITY_BUILDING, "Capacity Building"),  # p. 16
        (Extent.NO, "No"),  # Table 3, pp. 25-27
        (Extent.IN_PART, "In part"),  # Table 3, pp. 25-27
        (Extent.YES, "Yes"),  # Table 3, pp. 25-27
        (SupportFeature.GUIDANCE, "guidance"),  # p. 18, administrative
        (SupportFeature.REGULATION, "regulation"),  # p. 18, administrative
        (SupportFeature.PERFORMANCE_MANAGEMENT, "top-down performance management"),  # p. 18
        (SupportFeature.FLEXIBILITY, "flexibility"),  # p. 19, political
        (SupportFeature.COLLABORATIVE_WORKING, "collaborative working"),  # p. 19, political
        (SupportFeature.BOTTOM_UP_APPROACH, "a bottom-up approach"),  # p. 19, experimental
        (SupportFeature.CONTEXT_SENSITIVITY, "sensitivity to the implementation context"),  # p. 19
        (SupportFeature.PROBLEM_SOLVING, "support for problem-solving"),  # p. 19, experimental
        (SupportFeature.CAPACITY_BUILDING, "support for capacity building"),  # p. 19, symbolic
        (Need.NOT_NAMED, ""),  # ours: no bullet prints it
        (Need.ASSOCIATED, "associated with"),  # pp. 18-19, all four
        (Need.REQUIRED, "will also require"),  # p. 19, political
        (Need.MAY_BE_REQUIRED, "may also require"),  # p. 19, symbolic
    ],
)
def test_a_term_has_the_heading_that_the_care_act_report_prints(term: Term, printed: str) -> None:
    """Hyphens at the end of a printed line are kept where the word has one."""
    assert term.printed == printed


@pytest.mark.parametrize(
    ("vocabulary", "locator", "status"),
    [
        (SupportModel, "pp. 23-24, after gold-2014", "source"),
        (Purpose, "p. 16", "source"),
        (Extent, "Table 3, pp. 25-27", "source"),
        (SupportFeature, "pp. 18-19", "adapted"),
        (Need, "pp. 18-19", "adapted"),
    ],
)
def test_a_vocabulary_is_cited_to_its_page(
    vocabulary: type[Term], locator: str, status: str
) -> None:
    """All are the Care Act report's; what we split or added to is *adapted*."""
    source = vocabulary.source

    assert source is not None
    assert (source.key, source.locator, source.status) == ("care-act-report", locator, status)


def test_extent_is_the_only_vocabulary_here_with_an_order() -> None:
    """The report ranks neither models, purposes and features, nor the verbs of need."""
    scales = [
        words.__name__
        for words in (SupportModel, Purpose, Extent, SupportFeature, Need, RelationKind)
        if issubclass(words, Scale)
    ]

    assert scales == ["Extent"]
    assert Extent.NO < Extent.IN_PART < Extent.YES


def test_models_and_purposes_are_two_vocabularies() -> None:
    """The report names three purposes on p. 16 and three models on pp. 23-24: two share a key."""
    shared = {model.key for model in SupportModel} & {purpose.key for purpose in Purpose}

    assert shared == {"problem-solving", "capacity-building"}
    assert set(SupportModel).isdisjoint(list[Term](Purpose))
