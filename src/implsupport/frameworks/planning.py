"""The Australian guidelines: which proposals need an implementation plan, and what it covers.

A proposal that fits any one of eight criteria has significant implementation risks or
challenges, and then a full plan over seven domains has to be developed.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["PlanDomain", "SignificanceTrigger"]


class SignificanceTrigger(
    Term, source=cite("care-act-report", "p. 13, after australian-government-2014")
):
    """What gives a proposal significant implementation risks: any one; the glosses are printed.

    Source:
        care-act-report, p. 13, after australian-government-2014 ("one or more of several
        criteria"). Status: source.

    >>> SignificanceTrigger.of("particularly-sensitive").gloss
    'is particularly sensitive'
    """

    TOP_PRIORITY = "top-priority", "addresses a top Government priority"
    BUDGET_IMPLICATIONS = "budget-implications", "has significant budget implications"
    MAJOR_OR_COMPLEX_CHANGES = (
        "major-or-complex-changes",
        "makes major or complex changes to existing policies",
    )
    CROSS_AGENCY_ISSUES = "cross-agency-issues", "involves significant cross-agency issues"
    PARTICULARLY_SENSITIVE = "particularly-sensitive", "is particularly sensitive"
    URGENT_IMPLEMENTATION = "urgent-implementation", "requires urgent implementation"
    NEW_OR_COMPLEX_DELIVERY_SYSTEMS = (
        "new-or-complex-delivery-systems",
        "involves new or complex delivery systems",
    )
    VERY_SHORT_PERIOD = "very-short-period", "has been developed over a very short period"


class PlanDomain(Term, source=cite("care-act-report", "p. 13, after australian-government-2014")):
    """The seven domains that a full implementation plan covers.

    Source:
        care-act-report, p. 13, after australian-government-2014; the glosses are ours.
        Status: source.

    >>> PlanDomain.of("monitoring-review-and-evaluation").printed
    'monitoring, review and evaluation'
    """

    PLANNING = "planning", "what is to be done, and in which order"
    GOVERNANCE = "governance", "who decides and who answers for it"
    STAKEHOLDER_ENGAGEMENT = "stakeholder-engagement", "how those concerned take part"
    RISKS = "risks", "what may go wrong, and what is done about it"
    MONITORING_REVIEW_AND_EVALUATION = (
        "monitoring-review-and-evaluation",
        "how progress and results are followed and judged",
        "monitoring, review and evaluation",
    )
    RESOURCE_MANAGEMENT = "resource-management", "which people and means are needed"
    MANAGEMENT_STRATEGY = "management-strategy", "how the implementation is led"
