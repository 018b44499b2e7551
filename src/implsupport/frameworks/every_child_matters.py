"""Every Child Matters: what it was for, and how its parts work.

The outcomes and themes of the agenda, the pathfinders, who answers for what, the plan, the
commissioning cycle, the common assessment, and the boards of Children's Trusts.
"""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import FrozenMap, Scale, Term

__all__ = [
    "ACCOUNTABILITIES",
    "AssessmentRole",
    "AssessmentStage",
    "BoardAuthority",
    "ChildOutcome",
    "ChildTheme",
    "ChildrensOffice",
    "CommissioningStep",
    "OfficeAccountability",
    "PathfinderFeature",
    "PlanContent",
    "TrustBoardRole",
]

_OVERVIEW: Final = "Every Child Matters: A Policy Overview"
_OPERATIONAL: Final = "Analysis, Operational, Common Assessment Framework"
_STRUCTURES: Final = "Analysis, Constitutive Level, Governance Structures"


class ChildOutcome(Term, source=cite("every-child-matters-study", _OVERVIEW)):
    """The five outcomes to which all children have a right.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview; the glosses
        are ours. Status: source.

    >>> [outcome.label for outcome in ChildOutcome][:2]
    ['being healthy', 'staying safe']
    """

    BEING_HEALTHY = "being-healthy", "children are well in body and mind"
    STAYING_SAFE = "staying-safe", "children are protected from harm"
    ENJOYING_AND_ACHIEVING = "enjoying-and-achieving", "children like and get on with what they do"
    MAKING_A_POSITIVE_CONTRIBUTION = (
        "making-a-positive-contribution",
        "children take part and are of use to others",
    )
    ECONOMIC_WELLBEING = "economic-wellbeing", "children are not held back by want"


class ChildTheme(Term, source=cite("every-child-matters-study", f"{_OVERVIEW}, after dfes-2003")):
    """The four key themes by which preventative services are strengthened; the glosses are printed.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview, after
        dfes-2003. Status: source.

    >>> ChildTheme.of("early-intervention").gloss
    'Early intervention and effective protection of vulnerable children'
    """

    SUPPORTING_FAMILIES = (
        "supporting-families",
        "Increasing the focus on supporting families and caregivers",
    )
    EARLY_INTERVENTION = (
        "early-intervention",
        "Early intervention and effective protection of vulnerable children",
    )
    ACCOUNTABILITY_AND_INTEGRATION = (
        "accountability-and-integration",
        "Addressing weak accountability and poor integration",
    )
    WORKFORCE = (
        "workforce",
        "Ensuring that the children's workforce is valued, rewarded and trained",
    )


class PathfinderFeature(
    Term, source=cite("every-child-matters-study", f"{_OVERVIEW}, after audit-commission-2008")
):
    """Key features of the 35 pathfinders for Children's Trusts.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview, after
        audit-commission-2008; the glosses are ours. Status: source.

    >>> PathfinderFeature.of("pooled-budgets").gloss
    'agencies put money together'
    """

    POOLED_BUDGETS = "pooled-budgets", "agencies put money together"
    AREA_WIDE_NEEDS_ASSESSMENTS = (
        "area-wide-needs-assessments",
        "the needs of a whole area are found out",
        "area-wide needs assessments",
    )
    INFORMATION_SHARING = "information-sharing", "agencies tell each other what they know"
    WORKFORCE_DEVELOPMENT = "workforce-development", "those who work with children learn"
    MULTI_AGENCY_WORKING = (
        "multi-agency-working",
        "several agencies work as one",
        "multi-agency working",
    )


class ChildrensOffice(Term, source=cite("every-child-matters-study", _OVERVIEW)):
    """The two offices that a local authority has for children's services.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview; the glosses
        are ours. Status: source.

    >>> [ACCOUNTABILITIES[office].key for office in ChildrensOffice]
    ['professional', 'political']
    """

    DIRECTOR_OF_CHILDRENS_SERVICES = (
        "director-of-childrens-services",
        "an officer whom the authority appoints",
        "Director of Children's Services (DCS)",
    )
    LEAD_MEMBER = "lead-member", "a councillor whom the authority designates", "Lead Member"


class OfficeAccountability(Term, source=cite("every-child-matters-study", _OVERVIEW)):
    """How an office is accountable for services to children, the services being the same.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview; the glosses
        are ours. Status: source.

    >>> OfficeAccountability.of("political").printed
    'politically'
    """

    PROFESSIONAL = "professional", "for the delivery of the services", "professionally"
    POLITICAL = "political", "for the same services, to the voters", "politically"


ACCOUNTABILITIES: Final[FrozenMap[ChildrensOffice, OfficeAccountability]] = FrozenMap(
    {
        ChildrensOffice.DIRECTOR_OF_CHILDRENS_SERVICES: OfficeAccountability.PROFESSIONAL,
        ChildrensOffice.LEAD_MEMBER: OfficeAccountability.POLITICAL,
    }
)
"""Office to how it is accountable (every-child-matters-study, A Policy Overview)."""


class PlanContent(Term, source=cite("every-child-matters-study", f"{_OVERVIEW}, footnote 2")):
    """What a Children and Young People's Plan should include; the glosses are printed.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview, footnote 2.
        Status: source.

    >>> PlanContent.of("actions").gloss
    'actions with timescales'
    """

    LOCAL_VISION = (
        "local-vision",
        "a local vision for improving children and young people's wellbeing",
    )
    KEY_OUTCOMES = "key-outcomes", "key outcomes"
    ANALYSIS_OF_NEEDS = "analysis-of-needs", "an analysis of needs"
    ACTIONS = "actions", "actions with timescales"
    ARRANGEMENTS = (
        "arrangements",
        (
            "arrangements for joint planning with key partners and for performance management and "
            "review of services"
        ),
    )
    CONSULTATION = "consultation", "an outline of how consultation informed the plan"


class CommissioningStep(Term, source=cite("every-child-matters-study", f"{_OVERVIEW}, footnote 4")):
    """The steps of commissioning: a cycle, repeated continually; the glosses are printed.

    The last step is the first again.

    Source:
        every-child-matters-study, Every Child Matters: A Policy Overview, footnote 4;
        also Analysis, Directive, Joint Planning & Commissioning. Status: source.

    >>> CommissioningStep.of("arrange-delivery").gloss
    'arranging service delivery'
    """

    ASSESS_NEED = "assess-need", "assessing need in a local authority"
    IDENTIFY_RESOURCES = "identify-resources", "identifying resources available"
    PLAN_USE = "plan-use", "planning how to use the resources"
    ARRANGE_DELIVERY = "arrange-delivery", "arranging service delivery"
    REVIEW = "review", "reviewing the service"
    REASSESS_NEED = "reassess-need", "reassessing need"


class AssessmentStage(Term, source=cite("every-child-matters-study", _OPERATIONAL)):
    """The four stages of the Common Assessment Framework, in sequence; the glosses are printed.

    Source:
        every-child-matters-study, Analysis, Operational, Common Assessment Framework.
        Status: source.

    >>> AssessmentStage.of("review").gloss
    'reviewing progress'
    """

    IDENTIFY = "identify", "identifying needs"
    ASSESS = "assess", "assessing those needs"
    DELIVER = "deliver", "delivering integrated services"
    REVIEW = "review", "reviewing progress"


class AssessmentRole(
    Term,
    source=cite(
        "every-child-matters-study",
        f"{_OPERATIONAL}, after childrens-workforce-development-council-2010",
    ),
):
    """Who acts on a common assessment that finds several needs.

    Source:
        every-child-matters-study, Analysis, Operational, Common Assessment Framework, after
        childrens-workforce-development-council-2010; the glosses are condensed from its words.
        Status: source.

    >>> AssessmentRole.of("lead-professional").printed
    'Lead Professional'
    """

    TEAM_AROUND_THE_CHILD = (
        "team-around-the-child",
        "practitioners from different agencies who together meet the needs found",
    )
    LEAD_PROFESSIONAL = (
        "lead-professional",
        "one of them, the main contact for the family, who coordinates the services",
        "Lead Professional",
    )


class TrustBoardRole(Term, source=cite("every-child-matters-study", _STRUCTURES)):
    """The roles of the boards of Children's Trusts; `BoardAuthority` says how far they went.

    Source:
        every-child-matters-study, Analysis, Constitutive Level, Governance Structures; the
        glosses are ours. Status: source.

    >>> TrustBoardRole.of("joint-strategising").printed
    'joint strategizing'
    """

    PARTNERSHIP_DEVELOPMENT = "partnership-development", "bringing the agencies together"
    JOINT_STRATEGISING = (
        "joint-strategising",
        "making a strategy together",
        "joint strategizing",
    )
    INTERAGENCY_GOVERNANCE = (
        "interagency-governance",
        "steering several agencies at once, to some degree",
        "some interagency governance",
    )


class BoardAuthority(Scale, source=cite("every-child-matters-study", _STRUCTURES)):
    """The degree to which a board undertook its roles, least to most.

    Source:
        every-child-matters-study, Analysis, Constitutive Level, Governance Structures; the
        glosses are ours. Status: source.

    >>> BoardAuthority.ADVISORY < BoardAuthority.DECISION_MAKING
    True
    """

    ADVISORY = "advisory", "the board advises", "mainly advisory"
    DECISION_MAKING = "decision-making", "the board decides", "decision-making"
