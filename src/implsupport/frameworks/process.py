"""Policy and its implementation as a sequence, and what is held against seeing it so.

The four points at which governments attend to implementation, the stages model, and Sabatier's
criticisms of that model with those that the Multiple Governance Framework answers.
"""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import FrozenMap, Term

__all__ = ["ANSWERED", "ImplementationPoint", "Stage", "StagesCriticism"]


class ImplementationPoint(Term, source=cite("care-act-report", "p. 12, headings pp. 12-17")):
    """The four sequential points of the implementation process; p. 31 calls them stages.

    Source:
        care-act-report, p. 12, headings pp. 12-17; the glosses are condensed from its words.
        Status: source.

    >>> [point.key for point in ImplementationPoint]
    ['preparation', 'prioritisation-and-tracking', 'support', 'review']
    """

    PREPARATION = (
        "preparation",
        "scrutinising at the outset whether a proposal is feasible: better policy design",
        "Implementation Preparation",
    )
    PRIORITISATION_AND_TRACKING = (
        "prioritisation-and-tracking",
        "establishing a central ‘delivery unit’ of some form to track progress",
        "Implementation Prioritisation and Tracking",
    )
    SUPPORT = (
        "support",
        "promoting the art and craft of policy implementation",
        "Implementation Support",
    )
    REVIEW = (
        "review",
        "evaluating, so as to modify, renew, expand or terminate an initiative",
        "Implementation Review",
    )


_STAGES: Final = "Background, The Multiple Governance Framework"


class Stage(Term, source=cite("every-child-matters-study", f"{_STAGES}, after hill-hupe-2009")):
    """The six stages of the stages model, in its sequence.

    The study prints the third and the fourth as one step: "policy formulation and
    decision-making".

    Source:
        every-child-matters-study, Background, The Multiple Governance Framework, after
        hill-hupe-2009; the glosses are ours. Status: source.

    >>> [stage.label for stage in Stage][::5]
    ['problem identification', 'policy evaluation']
    """

    PROBLEM_IDENTIFICATION = "problem-identification", "something is seen to be a problem"
    AGENDA_SETTING = "agenda-setting", "the problem gets attention"
    POLICY_FORMULATION = "policy-formulation", "ways to deal with it are worked out"
    DECISION_MAKING = "decision-making", "one of them is chosen", "decision-making"
    POLICY_IMPLEMENTATION = "policy-implementation", "what was chosen is carried out"
    POLICY_EVALUATION = "policy-evaluation", "how it went is judged"


class StagesCriticism(
    Term, source=cite("every-child-matters-study", f"{_STAGES}, after sabatier-2007")
):
    """Sabatier's four criticisms of the stages model; the glosses are printed.

    Source:
        every-child-matters-study, Background, The Multiple Governance Framework, after
        sabatier-2007. Status: source.

    >>> StagesCriticism.of("not causal").gloss
    'the model is not a causal theory'
    """

    NOT_CAUSAL = "not-causal", "the model is not a causal theory"
    SUCCESSIVE_ORDER = (
        "successive-order",
        "the automatic assumption of successive order is often descriptively inadequate",
    )
    TOP_DOWN_BIAS = "top-down-bias", "the model has a top-down bias"
    SINGLE_CYCLE = (
        "single-cycle",
        (
            "the focus on a single “policy cycle” makes little sense in the context of multiple "
            "and interacting cycles and levels of government"
        ),
    )


ANSWERED: Final[FrozenMap[StagesCriticism, bool]] = FrozenMap(
    {
        StagesCriticism.NOT_CAUSAL: False,
        StagesCriticism.SUCCESSIVE_ORDER: True,
        StagesCriticism.TOP_DOWN_BIAS: True,
        StagesCriticism.SINGLE_CYCLE: True,
    }
)
"""Criticism to whether the Multiple Governance Framework answers it.

every-child-matters-study, Discussion, Accomplishments of the Framework: it offers no causal
theory either, and "does much to address the remaining criticisms". Status: source.
"""
