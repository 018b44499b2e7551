"""A framework for assessing implementation support programmes.

Six criteria, each with three anchors from relative failure to relative success. The Care Act
report adapts it from McConnell (2015) and calls it provisional. It prints no overall score.
"""

from collections.abc import Mapping
from typing import Final, overload

from implsupport import readings
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard
from implsupport.sources import cite
from implsupport.terms import Gap, Scale, Term

__all__ = ["SUCCESS", "Attainment", "Criterion", "score"]


class Criterion(Term, source=cite("care-act-report", "Table 7, p. 46")):
    """The six criteria, in the order of the page.

    Source:
        care-act-report, Table 7, p. 46; the glosses are ours. Status: source.

    >>> Criterion.POLITICS.printed
    'SUSTAINING POLITICAL SUPPORT'
    """

    LEGITIMACY = (
        "legitimacy",
        "whether the programme helped the policy to be accepted as legitimate",
        "HELPING TO SECURE POLICY LEGITIMACY",
    )
    STAKEHOLDERS = (
        "stakeholders",
        "whether stakeholders support the policy and take part in the programme",
        "DEVELOPING STAKEHOLDER SUPPORT",
    )
    CLARITY = (
        "clarity",
        "whether the programme's aims and contribution are clear",
        "CLARITY OF PROGRAMME CONTRIBUTION",
    )
    COMPLEXITY = (
        "complexity",
        "whether the programme understands implementation in the real world",
        "COMPREHENSION of COMPLEXITY",
    )
    POLITICS = (
        "politics",
        "whether political backing is sustained",
        "SUSTAINING POLITICAL SUPPORT",
    )
    OBJECTIVES = (
        "objectives",
        "whether the programme contributed to what the policy set out to do",
        "CONTRIBUTING TO ATTAINMENT OF POLICY OBJECTIVES",
    )


class Attainment(Scale, source=cite("care-act-report", "Table 7, p. 46")):
    """How far a criterion is attained, least to most.

    The report applies McConnell's degrees of failure (tolerable, conflicted, total; p. 45).
    Turning them into success, conflicted and failure is the report's own step.

    Source:
        care-act-report, Table 7, p. 46, adapted there from mcconnell-2015; the glosses are ours.
        Status: source.

    >>> Attainment.RELATIVE_FAILURE < Attainment.RELATIVE_SUCCESS
    True
    """

    RELATIVE_FAILURE = (
        "relative-failure",
        "the criterion is largely not attained",
        "RELATIVE FAILURE",
    )
    CONFLICTED_ATTAINMENT = (
        "conflicted-attainment",
        "attained in part, contested or uncertain",
        "CONFLICTED ATTAINMENT",
    )
    RELATIVE_SUCCESS = (
        "relative-success",
        "the criterion is largely attained",
        "RELATIVE SUCCESS",
    )


SUCCESS: Final[Rubric[Criterion, Attainment, str]] = Rubric(
    key="success",
    title="Framework for the assessment of implementation support programmes",
    source=cite("care-act-report", "Table 7, p. 46, adapted there from mcconnell-2015"),
    rows=Criterion,
    cols=Attainment,
    cells={  # each: relative failure, conflicted attainment, relative success
        Criterion.LEGITIMACY: (
            "Policy process deemed to be illegitimate and successful implementation unlikely",
            "Contested legitimacy with potential for long-term damage",
            "Few challenges to the legitimacy of the policy from implementing bodies",
        ),
        Criterion.STAKEHOLDERS: (
            "Widespread resistance to engagement",
            "Patchy and uneven engagement amongst stakeholders; some key groups missing",
            "All key stakeholders support the policy and participate in support programmes",
        ),
        Criterion.CLARITY: (
            "Little understanding or awareness of the support programme",
            "Some of the aims and activities of the support programme are unclear and/or contested",
            "Aims of the implementation support process are agreed and understood",
        ),
        Criterion.COMPLEXITY: (
            (
                "Perceived as a remote agency with little understanding of the problems facing "
                "implementing bodies"
            ),
            "Only a partial understanding and awareness of implementation dilemmas",
            "A reputation for understanding the complexity of ‘real-world’ implementation",
        ),
        Criterion.POLITICS: (
            "Support programme is undermined by waning political support and interest",
            (
                "Uncertainty as to whether political support is being sustained over the "
                "implementation period"
            ),
            "Support programme has clear and sustained backing at the highest political levels",
        ),
        Criterion.OBJECTIVES: (
            (
                "Both the policy itself and the implementation support process are unable to "
                "demonstrate achievements"
            ),
            (
                "Some evidence of policy success but uncertainty around the contribution of the "
                "support process"
            ),
            (
                "Evidence that the support programme has contributed to the achievement of policy "
                "objectives"
            ),
        ),
    },
    printed={
        (Criterion.COMPLEXITY, Attainment.RELATIVE_FAILURE): (
            "Perceived and as a remote agency with little understanding of the problems facing "
            "implementing bodies"
        ),
    },
    caveats=(
        'The Care Act report calls this framework "provisional" (p. 46).',
        "It prints no overall score: an overall grade needs a rule, and the rule is the user's.",
        "McConnell's degrees are of failure; grades of success are the report's adaptation.",
    ),
)
"""Criterion crossed with attainment: the anchor text of each grade."""


@overload
def score(
    ratings: Mapping[str, Term | str], *, partial: bool = False
) -> Scorecard[Criterion, Attainment]: ...
@overload
def score(
    ratings: Mapping[Criterion, Attainment | Gap | str], *, partial: bool = False
) -> Scorecard[Criterion, Attainment]: ...
def score(
    ratings: Mapping[str, Term | str] | Mapping[Criterion, Attainment | Gap | str],
    *,
    partial: bool = False,
) -> Scorecard[Criterion, Attainment]:
    """Score a support programme on the six criteria.

    Args:
        ratings: Criterion to grade or gap; each a term, its key or its label.
        partial: Whether criteria without a rating become the gap *not-assessed*.

    Returns:
        The card: a profile in the order of the page, never a total.

    Raises:
        UnknownTermError: If a criterion or a grade is not of its vocabulary.
        IncompleteError: If a criterion has no rating and `partial` is not set, or has two.

    Source:
        care-act-report, Table 7, p. 46; provisional there. Status: source.

    >>> card = score({"politics": "conflicted-attainment"}, partial=True)
    >>> card.anchors[Criterion.POLITICS][:47]
    'Uncertainty as to whether political support is '
    """
    return readings.score(SUCCESS, ratings, partial=partial)
