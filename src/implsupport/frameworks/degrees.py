"""McConnell's degrees of policy failure, as the Care Act report gives them.

The report applies them to support programmes and turns them into relative success, conflicted
attainment and relative failure. That step is its own: see `success`.
"""

from implsupport.sources import cite
from implsupport.terms import Scale, Term

__all__ = ["FailureDegree", "PolicyActivity", "SpectrumEnd"]


class PolicyActivity(Term, source=cite("care-act-report", "p. 45, after mcconnell-2015")):
    """The three inter-linked activities in which a policy can fail.

    The report finds process the most applicable to the role of implementation support.

    Source:
        care-act-report, p. 45, after mcconnell-2015; the glosses are ours. Status: source.

    >>> [activity.key for activity in PolicyActivity]
    ['process', 'programmes', 'politics']
    """

    PROCESS = "process", "how the policy is made and put into practice"
    PROGRAMMES = "programmes", "what the policy does"
    POLITICS = "politics", "what it does for those who govern"


class FailureDegree(Scale, source=cite("care-act-report", "p. 45, after mcconnell-2015")):
    """The three degrees of failure, least to most; the glosses are printed.

    They are degrees of failure and none of success: that is the report's adaptation (p. 46).

    Source:
        care-act-report, p. 45, after mcconnell-2015. Status: source.

    >>> FailureDegree.TOLERABLE < FailureDegree.CONFLICTED < FailureDegree.TOTAL
    True
    """

    TOLERABLE = "tolerable", "opposition and criticism is small"
    CONFLICTED = "conflicted", "failures are matched by achievements"
    TOTAL = "total", "opposition is great and support minimal"


class SpectrumEnd(Scale, source=cite("care-act-report", "p. 8, after mcconnell-2015")):
    """The two ends of the spectrum from failure to success.

    Most policies lie between: ‘in reality failure is rarely unequivocal and absolute’.

    Source:
        care-act-report, p. 8, after mcconnell-2015; the gloss of success is ours. Status: source.

    >>> SpectrumEnd.FAILURE < SpectrumEnd.SUCCESS
    True
    """

    FAILURE = "failure", "absolute non-achievement"
    SUCCESS = "success", "the other end; the report does not define it"
