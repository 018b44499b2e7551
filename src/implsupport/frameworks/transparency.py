"""Whether somebody outside government could see what is proposed, and why.

Sense About Science's framework for the transparency of evidence: four questions. It scores them
at four levels that the Care Act report does not name, so the questions are here and no scale.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["EvidenceShortcoming", "TransparencyQuestion"]


class TransparencyQuestion(
    Term,
    source=cite(
        "care-act-report", "p. 12, after sense-about-science-2015 and sense-about-science-2017"
    ),
):
    """What a proposal should show the evidence for; the glosses are printed.

    The overall question is: ‘could someone outside government see what you’re proposing to do and
    why?’ The framework was applied to 593 proposals of thirteen departments.

    Source:
        care-act-report, p. 12, after sense-about-science-2015 and sense-about-science-2017.
        Status: source.

    >>> [question.key for question in TransparencyQuestion]
    ['diagnosis', 'proposal', 'implementation', 'evaluation']
    """

    DIAGNOSIS = "diagnosis", "the issue to be addressed"
    PROPOSAL = "proposal", "the chosen intervention"
    IMPLEMENTATION = "implementation", "how the intervention will be introduced and run"
    EVALUATION = "evaluation", "how will we know if the policy has worked?"


class EvidenceShortcoming(
    Term,
    source=cite(
        "care-act-report", "p. 13, after sense-about-science-2015 and sense-about-science-2017"
    ),
):
    """The four general shortcomings that were found.

    Source:
        care-act-report, p. 13, after sense-about-science-2015 and sense-about-science-2017; the
        glosses are ours. Status: source.

    >>> EvidenceShortcoming.of("poor referencing").gloss
    'what is said cannot be traced to its evidence'
    """

    SHARING_WORK_DONE = "sharing-work-done", "what was worked out is not shown to others"
    POOR_REFERENCING = "poor-referencing", "what is said cannot be traced to its evidence"
    UNCLEAR_CHAINS_OF_REASONING = (
        "unclear-chains-of-reasoning",
        "how the proposal follows from the evidence is not clear",
    )
    FAILURE_TO_CONSIDER_OTHER_OPTIONS = (
        "failure-to-consider-other-options",
        "no other way to deal with the issue was considered",
        "a failure to consider other policy options",
    )
