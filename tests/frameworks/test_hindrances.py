"""Blunders, hindrances and faults, as the Care Act report prints them."""

import pytest

from implsupport.frameworks.hindrances import (
    FACTORS,
    AccountabilityFault,
    BlunderFeature,
    CyclePhase,
    DesignFault,
    Hindrance,
    LongTermArea,
    LongTermFeature,
    MissingVoice,
    OverOptimism,
    ShunningReason,
    StructuralCause,
)
from implsupport.sources import cite
from implsupport.terms import Scale, Term

# The list, where it is printed, its words in the order of the page.
CLAUSES: list[tuple[type[Term], str, list[str]]] = [
    (
        BlunderFeature,
        "p. 8, after king-crewe-2013",
        [
            "failed in their objectives",
            "spent and wasted large amounts of public money",
            "‘wrecked the lives of ordinary people’",
            "were foreseeable",
        ],
    ),
    (
        MissingVoice,
        "p. 8, after king-crewe-2013",
        [
            "the people most directly affected",
            "those whose job it is to apply a policy",
            "independent experts",
            "those opposed to the policy",
        ],
    ),
    (
        AccountabilityFault,
        "p. 8, after king-crewe-2013",
        [
            "by the time a blunder becomes apparent, they have moved on or out",
            (
                "ministers are attracted to short-term results and to pushing through policies as "
                "quickly as possible"
            ),
        ],
    ),
    (
        LongTermFeature,
        "p. 9, after ilott-2016",
        [
            (
                "costs and benefits are distributed unevenly over time – there is a long-time lag "
                "between implementation and positive outcomes"
            ),
            "they are intellectually contested, politically contentious and hard to deliver",
            "the causes and effects span government siloes",
        ],
    ),
    (
        CyclePhase,
        "p. 11, after ilott-2016",
        [
            "an issue becomes politicised, gaining the attention of ministers",
            (
                "politicians and officials put in place the policies, institutions and targets "
                "aimed at resolving the problem"
            ),
            (
                "the period at risk of diminishing political interest during which the ‘building "
                "blocks’ nevertheless need to deliver some evidence of success"
            ),
        ],
    ),
    (
        ShunningReason,
        "p. 12, after ansell-2017",
        [
            (
                "policies have been adopted with high popular sentiment but little prospect of "
                "successful implementation"
            ),
            "an unwillingness to share authority with others deemed less politically important",
            "possession of an ideological fervour unsuited to collaborative governance",
            "undue ties to partisan interest groups",
            "the perceived need to deliver unduly quick solutions to complex issues",
        ],
    ),
    (
        DesignFault,
        "p. 12",
        [
            "a poor understanding of the problem",
            "insufficient knowledge of the implementation context",
            "unclear and even contradictory goals",
            "absence of political backing",
        ],
    ),
]
HEADINGS: list[tuple[type[Term], str, list[str]]] = [
    (
        StructuralCause,
        "p. 8, after king-crewe-2013",
        ["A Deficit of Deliberation", "A Deficit of Accountability"],
    ),
    (
        Hindrance,
        "p. 8, headings pp. 9-11",
        [
            "Overly Optimistic Expectations",
            "Implementation in Dispersed Governance",
            "Inadequate Collaborative Policymaking",
            "Vagaries of the Political Cycle",
        ],
    ),
    (
        LongTermArea,
        "p. 9, after ilott-2016",
        [
            "UK climate change",
            "UK international development",
            "Irish anti-poverty strategies",
            "rough sleepers in England",
        ],
    ),
    (
        OverOptimism,
        "pp. 9-10, after national-audit-office-2013",
        [
            "Complexity",
            "Evidence Base",
            "Stakeholders",
            "Behaviour and Incentives",
            "Challenge and Accountability",
        ],
    ),
    (
        CyclePhase,
        "p. 11, after ilott-2016",
        ["Rising Salience", "Building Blocks", "Embedding"],
    ),
]


@pytest.mark.parametrize(("vocabulary", "_", "printed"), CLAUSES)
def test_a_list_has_the_printed_words_in_their_order(
    vocabulary: type[Term], _: str, printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(("vocabulary", "_", "printed"), HEADINGS)
def test_a_list_has_the_printed_headings_in_their_order(
    vocabulary: type[Term], _: str, printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed for term in vocabulary] == printed


@pytest.mark.parametrize(("vocabulary", "place", "_"), CLAUSES + HEADINGS)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], place: str, _: list[str]) -> None:
    """Care Act report, and the work that it takes the list from."""
    assert vocabulary.source == cite("care-act-report", place)


def test_each_cause_and_hindrance_has_the_lists_printed_under_it() -> None:
    """Care Act report, pp. 8-12; two hindrances are described without a list, pp. 10-11."""
    expected = {
        StructuralCause.DEFICIT_OF_DELIBERATION: (MissingVoice,),
        StructuralCause.DEFICIT_OF_ACCOUNTABILITY: (AccountabilityFault,),
        Hindrance.OVERLY_OPTIMISTIC_EXPECTATIONS: (LongTermFeature, OverOptimism),
        Hindrance.IMPLEMENTATION_IN_DISPERSED_GOVERNANCE: (),
        Hindrance.INADEQUATE_COLLABORATIVE_POLICYMAKING: (),
        Hindrance.VAGARIES_OF_THE_POLITICAL_CYCLE: (CyclePhase, ShunningReason),
    }

    assert dict(FACTORS) == expected


def test_no_cause_outweighs_another() -> None:
    """The report ranks none of them, and a phase comes later, not higher."""
    vocabularies = [vocabulary for vocabulary, _, _ in CLAUSES + HEADINGS]

    assert not any(issubclass(vocabulary, Scale) for vocabulary in vocabularies)
