"""The bodies of the Care Act's support programme: what each was for.

Three organisational innovations, the functions of the Programme Board with their purposes, the
tasks of the Delivery Board, the remit of the Programme Management Office, and the regions.
"""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import FrozenMap, Term

__all__ = [
    "PURPOSES",
    "BoardFunction",
    "BoardPurpose",
    "DeliveryBoardTask",
    "OfficeRemit",
    "OrganisationalInnovation",
    "RegionalFunction",
    "RegionalPartner",
]


class OrganisationalInnovation(Term, source=cite("care-act-report", "p. 33")):
    """The three organisational innovations that structured the programme.

    Source:
        care-act-report, p. 33; the glosses are ours. Status: source.

    >>> OrganisationalInnovation.of("regional-infrastructure").gloss
    'a conduit between the regions and the Programme Management Office'
    """

    PROGRAMME_BOARD = (
        "programme-board",
        "the partners at national level: support, assurance and delivery",
        "Programme Board",
    )
    DELIVERY_BOARD_AND_PROGRAMME_MANAGEMENT_OFFICE = (
        "delivery-board-and-programme-management-office",
        "the more hands-on board, and the office that supported all three functions",
        "Delivery Board and Programme Management Office",
    )
    REGIONAL_INFRASTRUCTURE = (
        "regional-infrastructure",
        "a conduit between the regions and the Programme Management Office",
        "regional infrastructure",
    )


class BoardFunction(Term, source=cite("care-act-report", "pp. 33-34")):
    """The three functions of the Programme Board; `PURPOSES` has the purposes of each.

    Source:
        care-act-report, pp. 33-34; the glosses are ours. Status: source.

    >>> [len(PURPOSES[function]) for function in BoardFunction]
    [2, 4, 3]
    """

    SUPPORT = "support", "leading, and seeing that practical support is given", "Support"
    ASSURANCE = "assurance", "making sure that law, plans and local bodies are ready", "Assurance"
    DELIVERY = "delivery", "seeing the programme through, and deciding", "Delivery"


class BoardPurpose(Term, source=cite("care-act-report", "pp. 33-34")):
    """The purposes of the Programme Board; the glosses are printed.

    The two of its support function are one sentence on the page; splitting it is ours.

    Source:
        care-act-report, pp. 33-34. Status: source.

    >>> BoardPurpose.of("national-leadership").gloss
    'provide national leadership'
    """

    NATIONAL_LEADERSHIP = "national-leadership", "provide national leadership"
    PRACTICAL_SUPPORT = (
        "practical-support",
        (
            "oversee the delivery of practical support to local authority providers and other "
            "delivery partners"
        ),
    )
    LEGAL_FRAMEWORK = "legal-framework", "oversee delivery of the Care Act legal framework"
    LOCAL_DELIVERY_PLANS = (
        "local-delivery-plans",
        "ensure that appropriate local delivery plans were in place",
    )
    READINESS_AND_CONFIDENCE = (
        "readiness-and-confidence",
        "provide assurance on the state of readiness and delivery confidence",
    )
    EXPECTED_BENEFITS = (
        "expected-benefits",
        "ensure expected benefits and associated outcomes were being realised",
    )
    PROGRAMME_PLAN = (
        "programme-plan",
        "oversee effective delivery of the national programme plan",
    )
    KEY_REPRESENTATIVES = (
        "key-representatives",
        "bring together key representatives of delivery organisations",
    )
    RISKS_AND_DECISIONS = (
        "risks-and-decisions",
        "manage risks and make decisions about delivery",
    )


PURPOSES: Final[FrozenMap[BoardFunction, tuple[BoardPurpose, ...]]] = FrozenMap(
    {
        BoardFunction.SUPPORT: (
            BoardPurpose.NATIONAL_LEADERSHIP,
            BoardPurpose.PRACTICAL_SUPPORT,
        ),
        BoardFunction.ASSURANCE: (
            BoardPurpose.LEGAL_FRAMEWORK,
            BoardPurpose.LOCAL_DELIVERY_PLANS,
            BoardPurpose.READINESS_AND_CONFIDENCE,
            BoardPurpose.EXPECTED_BENEFITS,
        ),
        BoardFunction.DELIVERY: (
            BoardPurpose.PROGRAMME_PLAN,
            BoardPurpose.KEY_REPRESENTATIVES,
            BoardPurpose.RISKS_AND_DECISIONS,
        ),
    }
)
"""Function to its purposes, in the order of the page (care-act-report, pp. 33-34)."""


class DeliveryBoardTask(Term, source=cite("care-act-report", "p. 34")):
    """What the Delivery Board was tasked with; the glosses are printed.

    Source:
        care-act-report, p. 34. Status: source.

    >>> DeliveryBoardTask.of("delivery").gloss
    'driving timely and effective delivery'
    """

    DELIVERY = "delivery", "driving timely and effective delivery"
    RISKS = "risks", "ensuring risks and other issues were identified and mitigated"
    BENEFITS = (
        "benefits",
        (
            "assessing data to monitor impact and drive the delivery of anticipated programme "
            "benefits"
        ),
    )


class OfficeRemit(Term, source=cite("care-act-report", "p. 34")):
    """What the Programme Management Office aimed to do; the glosses are printed.

    Source:
        care-act-report, p. 34. Status: source.

    >>> OfficeRemit.of("single-point-of-contact").gloss
    'provide a single point of contact for progress'
    """

    WORK_STREAMS = "work-streams", "group projects together into work streams"
    SINGLE_POINT_OF_CONTACT = (
        "single-point-of-contact",
        "provide a single point of contact for progress",
    )
    PROGRESS = "progress", "enable the Board to agree and prioritise progress"
    SENIOR_RESPONSIBLE_OFFICER = (
        "senior-responsible-officer",
        ("identify a single senior responsible officer to sign off on plans and related issues"),
    )
    CROSS_CUTTING_ISSUES = (
        "cross-cutting-issues",
        "support the identification of cross-cutting issues",
    )


class RegionalFunction(Term, source=cite("care-act-report", "p. 34")):
    """What support at the regional level was to do; the glosses are printed.

    Source:
        care-act-report, p. 34. Status: source.

    >>> RegionalFunction.of("pace").gloss
    'increase the pace of local implementation'
    """

    DISSEMINATION = (
        "dissemination",
        "facilitate rapid dissemination of the latest tools and advice",
    )
    PACE = "pace", "increase the pace of local implementation"
    ASSURANCE = (
        "assurance",
        ("link into assurance mechanisms where the local pace is thought to be falling behind"),
    )


class RegionalPartner(Term, source=cite("care-act-report", "p. 34")):
    """Who carried the regional level: three key partners, two who supported them, and one lead.

    Source:
        care-act-report, p. 34; the glosses are ours. Status: source.

    >>> [partner.printed for partner in RegionalPartner][0]
    'lead local authority CEOs'
    """

    LEAD_LOCAL_AUTHORITY_CEOS = (
        "lead-local-authority-ceos",
        "chief executives who lead for their region",
        "lead local authority CEOs",
    )
    DIRECTORS_OF_ADULT_SOCIAL_CARE = (
        "directors-of-adult-social-care",
        "the officers responsible for adult social care",
    )
    LEAD_ELECTED_MEMBERS = "lead-elected-members", "the councillors responsible for it"
    DH_REGIONAL_DEPUTY_DIRECTORS = (
        "dh-regional-deputy-directors",
        "support from the Department of Health",
        "DH Regional Deputy Directors",
    )
    LGA_PRINCIPAL_ADVISERS = (
        "lga-principal-advisers",
        "support from the Local Government Association",
        "LGA Principal Advisers",
    )
    REGIONAL_BRANCHES_OF_ADASS = (
        "regional-branches-of-adass",
        "expected to take the lead, a named contact acting as an ‘engine room’",
        "Regional branches of ADASS",
    )
