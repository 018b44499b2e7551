"""Sense About Science's questions and findings, as the Care Act report gives them."""

from implsupport.frameworks.transparency import EvidenceShortcoming, TransparencyQuestion
from implsupport.sources import cite
from implsupport.terms import Scale

BOTH_REPORTS = "after sense-about-science-2015 and sense-about-science-2017"


def test_the_questions_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 12: four parts, each with its words in brackets."""
    assert [(question.label, question.gloss) for question in TransparencyQuestion] == [
        ("diagnosis", "the issue to be addressed"),
        ("proposal", "the chosen intervention"),
        ("implementation", "how the intervention will be introduced and run"),
        ("evaluation", "how will we know if the policy has worked?"),
    ]


def test_the_shortcomings_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 13."""
    assert [fault.printed or fault.label for fault in EvidenceShortcoming] == [
        "sharing work done",
        "poor referencing",
        "unclear chains of reasoning",
        "a failure to consider other policy options",
    ]


def test_the_lists_are_cited_to_their_pages() -> None:
    """Care Act report, p. 12 and, overleaf, p. 13; footnotes 24 and 25."""
    assert TransparencyQuestion.source == cite("care-act-report", f"p. 12, {BOTH_REPORTS}")
    assert EvidenceShortcoming.source == cite("care-act-report", f"p. 13, {BOTH_REPORTS}")


def test_the_four_levels_are_not_invented() -> None:
    """Care Act report, p. 12: "a scoring system with four levels", none of which it names."""
    assert not issubclass(TransparencyQuestion, Scale)
