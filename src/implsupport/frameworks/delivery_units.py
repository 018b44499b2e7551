"""Central units that track delivery: what they do, and what makes them effective."""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["DeliveryFunction", "DeliveryLesson"]


class DeliveryFunction(Term, source=cite("care-act-report", "p. 14, after gold-2014")):
    """What delivery units do; the glosses are printed.

    Source:
        care-act-report, p. 14, after gold-2014. Status: source.

    >>> DeliveryFunction.of("progress-assessing").gloss
    'supplying heads of government with routine progress reports'
    """

    PERFORMANCE_MONITORING = (
        "performance-monitoring",
        (
            "tracking progress against key policy priorities through analysing a constant stream "
            "of departmental performance data"
        ),
    )
    PROBLEM_SOLVING = (
        "problem-solving",
        (
            "undertaking field visits to identify obstacles to delivery and flagging up where "
            "additional resources are needed to fix problems"
        ),
        "problem-solving",
    )
    PROGRESS_ASSESSING = (
        "progress-assessing",
        "supplying heads of government with routine progress reports",
    )


class DeliveryLesson(Term, source=cite("care-act-report", "p. 14, after aid-effectiveness-2014")):
    """What a global review of delivery units in education found; the glosses are printed.

    Source:
        care-act-report, p. 14, after aid-effectiveness-2014. Status: source.

    >>> len(DeliveryLesson)
    6
    """

    FEW_PRIORITIES = "few-priorities", "focusing on a limited number of key priorities"
    ADEQUATE_BUDGETS = (
        "adequate-budgets",
        "being able to assume that budgets for each priority are adequate",
    )
    GOOD_DATA_AND_METRICS = (
        "good-data-and-metrics",
        "developing good quality data and metrics to measure what matters",
    )
    AGREED_TARGETS = (
        "agreed-targets",
        "producing mutually agreed targets that are realistic and achievable",
    )
    DELIVERY_SYSTEMS_AND_STAKEHOLDERS = (
        "delivery-systems-and-stakeholders",
        ("ensuring a clear understanding of delivery systems and active stakeholder engagement"),
    )
    COMMUNICATIONS_STRATEGY = (
        "communications-strategy",
        "constructing an effective communications strategy",
    )
