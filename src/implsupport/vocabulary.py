"""Words that more than one framework uses."""

from implsupport.sources import cite
from implsupport.terms import Scale, Term

__all__ = ["Extent", "Need", "Purpose", "RelationKind", "SupportFeature", "SupportModel"]


class SupportModel(Term, source=cite("care-act-report", "pp. 23-24, after gold-2014")):
    """The three models that a support approach may follow.

    The Care Act report takes them from Gold (2014) on pp. 23-24. On p. 16 it prints three
    purposes under other names: see `Purpose`.

    Source:
        care-act-report, pp. 23-24; the glosses are condensed from its words. Status: source.

    >>> SupportModel.of("problem-solving").gloss
    'working through a well-defined problem to reach a solution: the what rather than the how'
    """

    PERFORMANCE_MANAGEMENT = (
        "performance-management",
        "required standards articulated, acceptable levels identified, performance scrutinised",
        "Performance management",
    )
    PROBLEM_SOLVING = (
        "problem-solving",
        "working through a well-defined problem to reach a solution: the what rather than the how",
        "Problem-solving",
    )
    CAPACITY_BUILDING = (
        "capacity-building",
        "investing in competencies and skills for future sustainability: the how, not the what",
        "Capacity building",
    )


class Purpose(Term, source=cite("care-act-report", "p. 16")):
    """The three purposes of bodies that support implementation.

    Combining all three in one body, compliance and support above all, is problematic (p. 16,
    after Henkel 1991). On pp. 23-24 the report prints three models under other names: see
    `SupportModel`.

    Source:
        care-act-report, p. 16; the glosses are condensed from its words. Status: source.

    >>> [purpose.key for purpose in Purpose]
    ['managing-and-regulating', 'problem-solving', 'capacity-building']
    """

    MANAGING_AND_REGULATING = (
        "managing-and-regulating",
        "measuring and scrutinising performance and ensuring that required standards are met",
        "Managing and Regulating",
    )
    PROBLEM_SOLVING = (
        "problem-solving",
        "a close focus on how to solve a problem that is sufficiently well defined",
        "Problem-Solving",
    )
    CAPACITY_BUILDING = (
        "capacity-building",
        "investing in skills and competencies that will last for future challenges",
        "Capacity Building",
    )


class Extent(Scale, source=cite("care-act-report", "Table 3, pp. 25-27")):
    """How far a support approach follows a support model, least to most.

    Source:
        care-act-report, Table 3, pp. 25-27, which prints the words without defining them; the
        glosses are ours. Status: source.

    >>> Extent.NO < Extent.IN_PART < Extent.YES
    True
    """

    NO = "no", "the approach does not follow the model", "No"
    IN_PART = "in-part", "the approach follows the model in part", "In part"
    YES = "yes", "the approach follows the model", "Yes"


class SupportFeature(Term, source=cite("care-act-report", "pp. 18-19", status="adapted")):
    """The features of support that the four hypotheses name.

    Source:
        care-act-report, the four bullets after Table 1, pp. 18-19. Splitting them into nine
        features is ours, and so are the glosses. Status: adapted.

    >>> len(SupportFeature)
    9
    """

    GUIDANCE = "guidance", "written advice on what to do and how", "guidance"
    REGULATION = "regulation", "rules with legal force", "regulation"
    PERFORMANCE_MANAGEMENT = (
        "performance-management",
        "standards set, measured and scrutinised; top-down, where the report says so",
        "top-down performance management",
    )
    FLEXIBILITY = "flexibility", "room to adapt what is asked to local need", "flexibility"
    COLLABORATIVE_WORKING = (
        "collaborative-working",
        "the parties work out together how to implement",
        "collaborative working",
    )
    BOTTOM_UP_APPROACH = (
        "bottom-up-approach",
        "implementation shaped by those who carry it out",
        "a bottom-up approach",
    )
    CONTEXT_SENSITIVITY = (
        "context-sensitivity",
        "attention to the circumstances in which the policy is carried out",
        "sensitivity to the implementation context",
    )
    PROBLEM_SOLVING = (
        "problem-solving",
        "help with finding and removing what stands in the way",
        "support for problem-solving",
    )
    CAPACITY_BUILDING = (
        "capacity-building",
        "help with building skills and competencies that last",
        "support for capacity building",
    )


class Need(Term, source=cite("care-act-report", "pp. 18-19", status="adapted")):
    """How strongly a hypothesis calls for a feature of support, in the report's own verbs.

    The words are no scale: the report does not rank them.

    Source:
        care-act-report, the four bullets after Table 1, pp. 18-19; *not named* is ours, for a
        feature that a bullet leaves out, and so are the glosses. Status: adapted.

    >>> Need.of("may be required").printed
    'may also require'
    """

    NOT_NAMED = "not-named", "the hypothesis does not name the feature"
    ASSOCIATED = "associated", "the model is associated with the feature", "associated with"
    REQUIRED = "required", "the model will also require the feature", "will also require"
    MAY_BE_REQUIRED = (
        "may-be-required",
        "the model may also require the feature",
        "may also require",
    )


class RelationKind(Term):
    """How one body of a support programme stands to another. Each goes from source to target.

    Source:
        This library. Status: ours.

    >>> RelationKind.of("accountable-to").gloss
    'the source answers to the target for what it does'
    """

    ACCOUNTABLE_TO = "accountable-to", "the source answers to the target for what it does"
    MEMBER_OF = "member-of", "the source has a seat in the target"
    SUPPORTS = "supports", "the source helps the target to implement"
    INFORMS = "informs", "the source tells the target what it knows"
