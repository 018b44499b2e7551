"""Implementation support: its models, its purposes by other names, and the bodies that give it.

Three models crossed with how far an approach reflects each. The Care Act report prints three
names over for what is nearly one distinction: purposes (p. 16), models (pp. 23-24) and the
functions of delivery units (p. 14, in `delivery_units`). All are kept.
"""

from collections.abc import Mapping
from typing import Final, overload

from implsupport import readings
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Gap, Term
from implsupport.vocabulary import Extent, Purpose, SupportModel

__all__ = [
    "COUNTERPARTS",
    "ELEMENTS",
    "MEANS",
    "MODELS",
    "ApproachTheme",
    "CapacityQuestion",
    "HenkelBody",
    "IntermediaryBody",
    "ModelElement",
    "SupportMeans",
    "score",
]


MODELS: Final[Rubric[SupportModel, Extent, str]] = Rubric(
    key="support-models",
    title="Models that a support approach reflects",
    source=cite("care-act-report", "Table 3, pp. 25-27, and pp. 23-24", status="adapted"),
    rows=SupportModel,
    cols=Extent,
    cells={  # each: no, in part, yes
        SupportModel.PERFORMANCE_MANAGEMENT: (
            "No standards, acceptable levels or scrutiny of performance",
            "Some of these: required standards, acceptable levels, scrutiny of performance",
            "Required standards are set, acceptable levels identified, performance scrutinised",
        ),
        SupportModel.PROBLEM_SOLVING: (
            "No work on solving a problem",
            "Some work on a problem, not followed through to a solution",
            "A well-defined problem is worked through, solutions implemented, results reviewed",
        ),
        SupportModel.CAPACITY_BUILDING: (
            "No investment in competencies and skills",
            "Some investment in competencies and skills",
            "Investment in competencies and skills for future sustainability",
        ),
    },
    caveats=(
        "Table 3 rates approaches with no, in part and yes and prints no anchors: these are ours.",
        "The Care Act report rates approaches, not cases.",
    ),
)
"""Model crossed with extent: anchors, which are ours, for the ratings of Table 3."""


class ModelElement(Term, source=cite("care-act-report", "pp. 23-24, after gold-2014")):
    """What a model of support includes; `ELEMENTS` says which. The glosses are printed.

    Source:
        care-act-report, pp. 23-24, after gold-2014. Status: source.

    >>> [element.key for element in ELEMENTS[SupportModel.CAPACITY_BUILDING]]
    ['the-how', 'investing-in-competencies']
    """

    REQUIRED_STANDARDS = "required-standards", "articulation of required standards"
    ACCEPTABLE_LEVELS = "acceptable-levels", "identification of acceptable levels of performance"
    SCRUTINY = "scrutiny", "procedures for measurement and scrutiny of performance"
    THE_WHAT = "the-what", "focus on the ‘what’ rather than the ‘how’"
    WORKING_THROUGH_A_PROBLEM = (
        "working-through-a-problem",
        "working through a well-defined problem to reach a solution",
    )
    IMPLEMENTING_SOLUTIONS = (
        "implementing-solutions",
        "implementing solutions and reviewing results",
    )
    THE_HOW = "the-how", "focus on the ‘how’ rather than the ‘what’"
    INVESTING_IN_COMPETENCIES = (
        "investing-in-competencies",
        "investing in competencies and skills for future sustainability",
    )


ELEMENTS: Final[FrozenMap[SupportModel, tuple[ModelElement, ...]]] = FrozenMap(
    {
        SupportModel.PERFORMANCE_MANAGEMENT: (
            ModelElement.REQUIRED_STANDARDS,
            ModelElement.ACCEPTABLE_LEVELS,
            ModelElement.SCRUTINY,
        ),
        SupportModel.PROBLEM_SOLVING: (
            ModelElement.THE_WHAT,
            ModelElement.WORKING_THROUGH_A_PROBLEM,
            ModelElement.IMPLEMENTING_SOLUTIONS,
        ),
        SupportModel.CAPACITY_BUILDING: (
            ModelElement.THE_HOW,
            ModelElement.INVESTING_IN_COMPETENCIES,
        ),
    }
)
"""Model to what it includes, in the order of the page (care-act-report, pp. 23-24)."""


class SupportMeans(Term, source=cite("care-act-report", "p. 16")):
    """Ways to pursue a purpose of support; `MEANS` says which.

    Source:
        care-act-report, p. 16, where the ways are examples; the glosses are ours. Status: source.

    >>> [means.label for means in MEANS[Purpose.MANAGING_AND_REGULATING]]
    ['measurement and scrutiny', 'required standards']
    """

    MEASUREMENT_AND_SCRUTINY = (
        "measurement-and-scrutiny",
        "performance is measured and looked into",
        "procedures for the measurement and scrutiny of performance",
    )
    REQUIRED_STANDARDS = (
        "required-standards",
        "somebody sees to it that standards are kept",
        "ensuring required standards are met",
    )
    TECHNICAL_SUPPORT = "technical-support", "experts help with a technical question"
    TROUBLE_SHOOTING = (
        "trouble-shooting",
        "somebody comes to find and remove what is going wrong",
        "trouble-shooting",
    )
    BROKERING_DISPUTES = (
        "brokering-disputes",
        "somebody mediates where the parties disagree",
        "the brokering of areas of dispute",
    )
    USE_OF_EVIDENCE = (
        "use-of-evidence",
        "those who implement are helped to use what research has found",
        "encouraging the utilisation of research and evidence",
    )
    TRAINING = "training", "people are taught what they will need", "Training"
    PEER_LEARNING = "peer-learning", "those who implement learn from each other"
    INFORMATION = "information", "people are told what they need to know"
    GUIDANCE = "guidance", "people are shown how it can be done"
    PROJECT_MANAGEMENT_SKILLS = "project-management-skills", "people learn to manage projects"


MEANS: Final[FrozenMap[Purpose, tuple[SupportMeans, ...]]] = FrozenMap(
    {
        Purpose.MANAGING_AND_REGULATING: (
            SupportMeans.MEASUREMENT_AND_SCRUTINY,
            SupportMeans.REQUIRED_STANDARDS,
        ),
        Purpose.PROBLEM_SOLVING: (
            SupportMeans.TECHNICAL_SUPPORT,
            SupportMeans.TROUBLE_SHOOTING,
            SupportMeans.BROKERING_DISPUTES,
            SupportMeans.USE_OF_EVIDENCE,
        ),
        Purpose.CAPACITY_BUILDING: (
            SupportMeans.TRAINING,
            SupportMeans.PEER_LEARNING,
            SupportMeans.INFORMATION,
            SupportMeans.GUIDANCE,
            SupportMeans.PROJECT_MANAGEMENT_SKILLS,
        ),
    }
)
"""Purpose to ways of pursuing it, in the order of the page (care-act-report, p. 16)."""

COUNTERPARTS: Final[FrozenMap[Purpose, SupportModel]] = FrozenMap(
    {
        Purpose.MANAGING_AND_REGULATING: SupportModel.PERFORMANCE_MANAGEMENT,
        Purpose.PROBLEM_SOLVING: SupportModel.PROBLEM_SOLVING,
        Purpose.CAPACITY_BUILDING: SupportModel.CAPACITY_BUILDING,
    }
)
"""Purpose (p. 16) to the model (pp. 23-24) that describes the same under its own name.

The report credits both to Gold (p. 23; p. 35) and nowhere sets them side by side: doing so is
ours.
"""


class CapacityQuestion(Term, source=cite("care-act-report", "p. 15, after allcock-2015")):
    """What support has to find out with those who implement; the glosses are printed.

    Source:
        care-act-report, p. 15, after allcock-2015. Status: source.

    >>> CapacityQuestion.of("needs-improving").gloss
    'what needs improving'
    """

    EXISTING_CAPACITY = "existing-capacity", "existing capacity to deliver"
    DONE_WELL = "done-well", "what is being done well"
    NEEDS_IMPROVING = "needs-improving", "what needs improving"
    NEW_CAPACITY = "new-capacity", "how best to build new capacity"


class IntermediaryBody(
    Term, source=cite("care-act-report", "p. 15, after pew-macarthur-2017 and franks-bory-2015")
):
    """Bodies that bridge the understanding of national and local narratives.

    The report sees one in the Care Act's Programme Board and Programme Management Office (p. 35).

    Source:
        care-act-report, p. 15, after pew-macarthur-2017 and franks-bory-2015; the glosses are
        ours. The third stands only in the title of the latter, footnote 38. Status: source.

    >>> IntermediaryBody.of("implementation-support-centres").gloss
    'entities that work beside government, often at its direction, to support implementation'
    """

    IMPLEMENTATION_SUPPORT_CENTRES = (
        "implementation-support-centres",
        "entities that work beside government, often at its direction, to support implementation",
    )
    INTERMEDIARY_ORGANISATIONS = (
        "intermediary-organisations",
        "organisations that help to implement and to build the capacity for systems change",
    )
    PURVEYOR_ORGANISATIONS = (
        "purveyor-organisations",
        "named beside intermediary organisations; the report does not define them",
    )


class HenkelBody(Term, source=cite("care-act-report", "pp. 16-17, after henkel-1991")):
    """The bodies in which Henkel studied compliance combined with support to change.

    Source:
        care-act-report, pp. 16-17, after henkel-1991; the glosses are ours. Status: source.

    >>> len(HenkelBody)
    3
    """

    AUDIT_COMMISSION = (
        "audit-commission",
        "seen as independent from government, and credible within the policy communities",
        "Audit Commission",
    )
    SOCIAL_SERVICES_INSPECTORATE = (
        "social-services-inspectorate",
        "made of the advisory Social Work Service in 1985; the tensions were not resolved",
        "Social Services Inspectorate",
    )
    HEALTH_ADVISORY_SERVICE = (
        "health-advisory-service",
        "conceived to persuade, reshaped to control; ended up pleasing neither side",
        "Health Advisory Service",
    )


class ApproachTheme(Term, source=cite("care-act-report", "Table 3, pp. 25-27")):
    """The four themes under which support approaches are grouped.

    Source:
        care-act-report, Table 3, pp. 25-27; the glosses are ours. Status: source.

    >>> ApproachTheme.of("coproduction-and-collaboration").printed
    'Coproduction and collaboration'
    """

    INFORMATION_DISSEMINATION_LEARNING_AND_AWARENESS = (
        "information-dissemination-learning-and-awareness",
        "telling, teaching and advising those who implement, and the public",
        "Information dissemination, learning and awareness",
    )
    RISK_MANAGEMENT_MITIGATION_AND_RISK_REGISTERS = (
        "risk-management-mitigation-and-risk-registers",
        "finding what may go wrong and preparing for it",
        "Risk management, mitigation and risk registers",
    )
    NATIONAL_PROGRAMME_COORDINATION_AND_DELIVERY = (
        "national-programme-coordination-and-delivery",
        "leading and funding the programme nationally, with room for local delivery",
        "National programme coordination and delivery",
    )
    COPRODUCTION_AND_COLLABORATION = (
        "coproduction-and-collaboration",
        "making the policy work together with the bodies that implement it",
        "Coproduction and collaboration",
    )


@overload
def score(
    ratings: Mapping[str, Term | str], *, partial: bool = False
) -> Scorecard[SupportModel, Extent]: ...
@overload
def score(
    ratings: Mapping[SupportModel, Extent | Gap | str], *, partial: bool = False
) -> Scorecard[SupportModel, Extent]: ...
def score(
    ratings: Mapping[str, Term | str] | Mapping[SupportModel, Extent | Gap | str],
    *,
    partial: bool = False,
) -> Scorecard[SupportModel, Extent]:
    """Rate how far a support approach reflects each of the three models.

    Args:
        ratings: Model to no, in part, yes, or a gap; each a term, its key or its label.
        partial: Whether models without a rating become the gap *not-assessed*.

    Returns:
        The card: a profile in the order of the page, never a total.

    Raises:
        UnknownTermError: If a model or an extent is not of its vocabulary.
        IncompleteError: If a model has no rating and `partial` is not set, or has two.

    Source:
        care-act-report, Table 3, pp. 25-27, for models and extents; the anchors are ours.
        Status: adapted.

    >>> card = score({"performance-management": "in part", "problem-solving": "yes"}, partial=True)
    >>> card.highest, card.gaps
    (Extent.YES, FrozenMap({SupportModel.CAPACITY_BUILDING: Gap.NOT_ASSESSED}))
    """
    return readings.score(MODELS, ratings, partial=partial)
