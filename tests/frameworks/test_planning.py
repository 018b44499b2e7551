"""The Australian guidelines, as the Care Act report gives them."""

import pytest

from implsupport.frameworks.planning import PlanDomain, SignificanceTrigger
from implsupport.sources import cite
from implsupport.terms import Term


def test_the_triggers_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 13: eight criteria, "one or more" of which suffice."""
    assert [trigger.gloss for trigger in SignificanceTrigger] == [
        "addresses a top Government priority",
        "has significant budget implications",
        "makes major or complex changes to existing policies",
        "involves significant cross-agency issues",
        "is particularly sensitive",
        "requires urgent implementation",
        "involves new or complex delivery systems",
        "has been developed over a very short period",
    ]


def test_the_domains_have_the_printed_names_in_their_order() -> None:
    """Care Act report, p. 13: a plan covers seven domains."""
    assert [domain.printed or domain.label for domain in PlanDomain] == [
        "planning",
        "governance",
        "stakeholder engagement",
        "risks",
        "monitoring, review and evaluation",
        "resource management",
        "management strategy",
    ]


@pytest.mark.parametrize("vocabulary", [SignificanceTrigger, PlanDomain])
def test_both_lists_are_cited_to_the_page(vocabulary: type[Term]) -> None:
    """Care Act report, p. 13, footnote 29."""
    assert vocabulary.source == cite("care-act-report", "p. 13, after australian-government-2014")
