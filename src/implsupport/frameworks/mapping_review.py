"""What the mapping review found in fifteen policies: reach, the centre's role, mechanisms."""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import FrozenMap, Term

__all__ = ["ACTIONS", "CentralAction", "CentralRole", "ContextMechanism", "DegreeOfReach"]


class DegreeOfReach(Term, source=cite("care-act-report", "p. 22")):
    """How far a policy and its approach reached; the words are no scale.

    Source:
        care-act-report, p. 22; the glosses are ours. Status: source.

    >>> DegreeOfReach.of("blanket").printed
    'blanket approach'
    """

    TARGETED = "targeted", "support for specific concerns or issues", "targeted support"
    PILOT = "pilot", "implemented at some sites first", "pilot basis"
    BLANKET = "blanket", "all authorities, with little local variation", "blanket approach"


class CentralRole(Term, source=cite("care-act-report", "p. 22")):
    """The two elements of the central government's role; `ACTIONS` says how they were seen.

    Source:
        care-act-report, p. 22; the glosses are ours. Status: source.

    >>> [len(ACTIONS[role]) for role in CentralRole]
    [3, 2]
    """

    DEVELOPMENT = "development", "helping the policy to be developed: in almost all policies"
    MANAGEMENT = "management", "steering it from the centre: in all policies to some level"


class CentralAction(Term, source=cite("care-act-report", "p. 22")):
    """What central government did under its two roles.

    Source:
        care-act-report, p. 22; the glosses are ours. Status: source.

    >>> CentralAction.of("legislative frameworks").gloss
    'laws and rules that guide the implementation of the policy'
    """

    CHOOSING_SITES = (
        "choosing-sites",
        "saying where the policy is tried or carried out",
        "choosing of pilot/implementation sites",
    )
    DEVELOPING_FRAMEWORKS = "developing-frameworks", "working out frameworks for those who do it"
    SUPPORT_UNITS_AND_ADVISORS = (
        "support-units-and-advisors",
        "setting up a unit or sending people who help",
        "establishing central support units or providing expert advisors",
    )
    LEGISLATIVE_FRAMEWORKS = (
        "legislative-frameworks",
        "laws and rules that guide the implementation of the policy",
        "‘legislative frameworks’",
    )
    FUNDING = "funding", "money, often linked to the legislative frameworks"


ACTIONS: Final[FrozenMap[CentralRole, tuple[CentralAction, ...]]] = FrozenMap(
    {
        CentralRole.DEVELOPMENT: (
            CentralAction.CHOOSING_SITES,
            CentralAction.DEVELOPING_FRAMEWORKS,
            CentralAction.SUPPORT_UNITS_AND_ADVISORS,
        ),
        CentralRole.MANAGEMENT: (
            CentralAction.LEGISLATIVE_FRAMEWORKS,
            CentralAction.FUNDING,
        ),
    }
)
"""Role to what central government did in it, in the order of the page (care-act-report, p. 22)."""


class ContextMechanism(Term, source=cite("care-act-report", "pp. 22-23")):
    """Contextual factors and mechanisms that shaped implementation, in the order of the page.

    Source:
        care-act-report, pp. 22-23; the glosses are ours. Status: source.

    >>> len(ContextMechanism)
    5
    """

    CULTURAL_CHANGE = (
        "cultural-change",
        "shifts in ways of working, or organisations brought together: in all policies",
    )
    PAYMENT_BY_RESULTS = "payment-by-results", "money follows what was achieved"
    OUTCOMES_FOCUS = (
        "outcomes-focus",
        "attention shifts to what comes of the policy",
        "outcomes based focus",
    )
    PARTNERSHIP_WORKING = (
        "partnership-working",
        "partners pool resources and knowledge, often at the local level: in all policies",
    )
    POWER_HANDED_DOWN = (
        "power-handed-down",
        "services can be designed at the local level to meet local need",
        "power being handed down from central to local levels",
    )
