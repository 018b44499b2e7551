"""Ways to see implementation, as the Care Act report defines them."""

import pytest

from implsupport.frameworks.perspectives import (
    CollaborativeDesign,
    CollaborativeResult,
    Direction,
    DownstreamActor,
    LinearRational,
    LocalUniversality,
    TopDownAssumption,
)
from implsupport.sources import Source, cite
from implsupport.terms import Term


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (  # p. 7
            TopDownAssumption,
            [
                "expressed intentions precede action",
                "goals determine instruments and instruments determine results",
                "policy formation is more important than policy implementation",
            ],
        ),
        (  # p. 15
            LinearRational,
            [
                "unambiguous objectives are established",
                (
                    "action upon them flows in predictable ways through established "
                    "implementation structures"
                ),
                "outcomes are monitored against them",
            ],
        ),
        (  # p. 10
            LocalUniversality,
            [
                (
                    "general rules, products or guidelines are shaped and tailored to fit into "
                    "local contexts"
                ),
                "enacted within practices",
            ],
        ),
    ],
)
def test_a_definition_has_the_printed_words_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, at the page beside the definition."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (Direction, ["The top-down model", "The bottom-up explanation"]),  # p. 10
        (
            TopDownAssumption,  # p. 7
            ["a chronological order", "a linear causal logic", "a hierarchy"],
        ),
        (  # p. 11
            DownstreamActor,
            ["end users", "frontline staff", "a range of local service agencies"],
        ),
    ],
)
def test_a_list_has_the_printed_headings_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed or term.label for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "labels"),
    [
        # "connects actors vertically and horizontally in a process of collaboration and joint
        # deliberation"
        (
            CollaborativeDesign,
            ["connects vertically", "connects horizontally", "joint deliberation"],
        ),
        # "a joint commitment to, and responsibility for, the implementation"
        (CollaborativeResult, ["joint commitment", "joint responsibility"]),
    ],
)
def test_collaborative_design_is_taken_apart_in_the_order_of_the_sentence(
    vocabulary: type[Term], labels: list[str]
) -> None:
    """Care Act report, p. 11, after Ansell et al. (2017)."""
    assert [term.label for term in vocabulary] == labels


@pytest.mark.parametrize(
    ("vocabulary", "source"),
    [
        (Direction, cite("care-act-report", "p. 10, bottom-up after lipsky-1980")),
        (TopDownAssumption, cite("care-act-report", "p. 7, after hupe-hill-2015")),
        (LinearRational, cite("care-act-report", "p. 15", status="adapted")),
        (
            LocalUniversality,
            cite("care-act-report", "p. 10, after sausman-2016", status="adapted"),
        ),
        (
            CollaborativeDesign,
            cite("care-act-report", "p. 11, after ansell-2017", status="adapted"),
        ),
        (
            CollaborativeResult,
            cite("care-act-report", "p. 11, after ansell-2017", status="adapted"),
        ),
        (DownstreamActor, cite("care-act-report", "p. 11")),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], source: Source) -> None:
    """A sentence that we split is *adapted*, a list that the page numbers or lists is *source*."""
    assert vocabulary.source == source
