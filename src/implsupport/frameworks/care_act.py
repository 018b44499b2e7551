"""The Care Act 2014 and its support programme, as they were meant to be.

The duties of the Act's first phase; why support was thought necessary, on which principles it
rested, what kind of intervention it was, and its priorities. The bodies that carried it are in
`care_act_boards`, what was found of it in `care_act_findings`.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = [
    "CareActDuty",
    "NationalProduct",
    "ProgrammeFeature",
    "SupportArea",
    "SupportPrinciple",
    "SupportPriority",
    "SupportReason",
]


class CareActDuty(Term, source=cite("care-act-report", "pp. 31-32")):
    """The main duties that Phase 1 puts on local authorities; the glosses are printed.

    Source:
        care-act-report, pp. 31-32. Status: source.

    >>> len(CareActDuty), CareActDuty.of("independent-advocate").gloss
    (11, 'provide an independent advocate where such support is needed')
    """

    PREVENT_OR_DELAY_NEEDS = (
        "prevent-or-delay-needs",
        (
            "provide services that prevent care needs from becoming more serious, or delay the "
            "impact of their needs"
        ),
    )
    NATIONAL_ELIGIBILITY = (
        "national-eligibility",
        ("meet a national minimum level of eligibility for a person’s care and support needs"),
    )
    ASSESS_CARERS = (
        "assess-carers",
        (
            "assess carers, regardless of how much care they provide, and meet carers’ needs on a "
            "similar basis to those they care for"
        ),
    )
    DEFERRED_PAYMENTS = (
        "deferred-payments",
        (
            "offer deferred payment or loan arrangements to more people, avoiding property sales "
            "to pay for care and support"
        ),
    )
    INFORMATION_AND_ADVICE = (
        "information-and-advice",
        (
            "provide information and advice (including financial advice) on care and support "
            "services to all, regardless of care needs"
        ),
    )
    INDEPENDENT_ADVOCATE = (
        "independent-advocate",
        "provide an independent advocate where such support is needed",
    )
    WORK_WITH_PROVIDERS = (
        "work-with-providers",
        "work with care providers to get a diverse and high-quality range of local services",
    )
    PROTECTION_OF_ADULTS = (
        "protection-of-adults",
        ("comply with a new legal framework for protection of adults at risk of abuse or neglect"),
    )
    CONTINUITY_OF_CARE = (
        "continuity-of-care",
        (
            "give continuity of care to those whose needs are being funded by the local authority "
            "who choose to move to another area"
        ),
    )
    MOVE_TO_ADULT_CARE = (
        "move-to-adult-care",
        (
            "assess the care and support needs of children and their carers, who may need support "
            "after they turn 18 as they move to adult social care"
        ),
    )
    ADULTS_IN_PRISON = (
        "adults-in-prison",
        (
            "arrange and fund services to meet the care and support needs of adults who are "
            "detained in prison"
        ),
    )


class SupportReason(Term, source=cite("care-act-report", "p. 36")):
    """Why implementation support was needed; the glosses are printed.

    Source:
        care-act-report, p. 36. Status: source.

    >>> [reason.key for reason in SupportReason][0]
    'inviting-greater-collaboration'
    """

    INVITING_GREATER_COLLABORATION = (
        "inviting-greater-collaboration",
        (
            "involving a range of organisations in the planning and execution of the Act, as well "
            "as providing infrastructure to support implementation"
        ),
        "Inviting greater collaboration",
    )
    REDUCING_THE_IMPACT_OF_RISK = (
        "reducing-the-impact-of-risk",
        (
            "thorough planning for any risks that might occur during the process of policy "
            "implementation in order to aid smooth delivery of the Care Act"
        ),
        "Reducing the impact of risk",
    )
    PROVIDING_CLEAR_INFORMATION_AND_GUIDANCE = (
        "providing-clear-information-and-guidance",
        (
            "using the knowledge and skills base of organisations outside of government to produce "
            "information relating to all aspects of the Care Act"
        ),
        "Providing clear information and guidance",
    )


class SupportPrinciple(Term, source=cite("care-act-report", "p. 33")):
    """The three principles underpinning the support programme (also p. 23).

    Source:
        care-act-report, p. 33; the glosses are condensed from its words. Status: source.

    >>> SupportPrinciple.of("flexible products").gloss
    'accessible, and drawn upon in a way that met local needs'
    """

    CLARITY_OF_EXPECTATIONS_AND_REQUIREMENTS = (
        "clarity-of-expectations-and-requirements",
        "of the legislative framework, financial issues and outcomes, for different audiences",
        "Clarity of expectations and requirements",
    )
    FLEXIBLE_PRODUCTS = (
        "flexible-products",
        "accessible, and drawn upon in a way that met local needs",
        "Flexible products",
    )
    COLLABORATIVE_INFRASTRUCTURE = (
        "collaborative-infrastructure",
        "supports collaboration at all levels through an ongoing two-way supportive dialogue",
        "Collaborative infrastructure",
    )


class SupportArea(Term, source=cite("care-act-report", "Figure 1, p. 40, after hughes-2013")):
    """The three areas whose intersection Figure 1 portrays; the drawing is not in the text at hand.

    Source:
        care-act-report, Figure 1, p. 40, after hughes-2013, with its explanation on p. 41; the
        glosses are condensed from that. Status: source.

    >>> [area.key for area in SupportArea]
    ['collaboration', 'clarity', 'flexibility']
    """

    COLLABORATION = (
        "collaboration",
        "at local, regional and national levels, building a collective knowledge base",
    )
    CLARITY = (
        "clarity",
        "of expectations and requirements, the framework, finance and the outcomes",
    )
    FLEXIBILITY = (
        "flexibility",
        "a range of products to draw on, made locally, regionally or nationally",
    )


class ProgrammeFeature(Term, source=cite("care-act-report", "p. 35")):
    """What kind of intervention the programme was, in the report's description.

    Source:
        care-act-report, p. 35: "a clear, complex, multi-layered, time-limited intervention
        characterised by highly collaborative relationships and a desire for flexible local
        implementation facilitated by regional mechanisms"; the glosses are ours. Status: source.

    >>> len(ProgrammeFeature)
    7
    """

    CLEAR = "clear", "what is expected is said"
    COMPLEX = "complex", "it has many parts"
    MULTI_LAYERED = "multi-layered", "it works at several layers of government", "multi-layered"
    TIME_LIMITED = "time-limited", "it ends", "time-limited"
    HIGHLY_COLLABORATIVE_RELATIONSHIPS = (
        "highly-collaborative-relationships",
        "the partners work closely together",
    )
    FLEXIBLE_LOCAL_IMPLEMENTATION = (
        "flexible-local-implementation",
        "local bodies may do it their own way",
    )
    REGIONAL_MECHANISMS = "regional-mechanisms", "regions help local bodies to do it"


class SupportPriority(Term, source=cite("care-act-report", "p. 41, after hughes-2014")):
    """The priorities for implementation support; the third is spelt out in `NationalProduct`.

    Source:
        care-act-report, p. 41, after hughes-2014; the glosses are printed. Status: source.

    >>> SupportPriority.of("grant").gloss
    'Care Act Implementation Grant of £125,000 allocated to each local authority'
    """

    GRANT = (
        "grant",
        "Care Act Implementation Grant of £125,000 allocated to each local authority",
    )
    REGIONAL_CAPACITY = (
        "regional-capacity",
        (
            "Strengthening of regional capacity and the recently confirmed regional training and "
            "implementation support fund"
        ),
    )
    NATIONAL_PRODUCTS = "national-products", "National support products"


class NationalProduct(Term, source=cite("care-act-report", "p. 41, after hughes-2014")):
    """The national support products; the glosses are printed.

    Source:
        care-act-report, p. 41, after hughes-2014. Status: source.

    >>> [product.key for product in NationalProduct]
    ['workforce-and-capacity', 'toolkits-and-guidance', 'provider-support']
    """

    WORKFORCE_AND_CAPACITY = (
        "workforce-and-capacity",
        "Workforce learning and development resources and capacity planning tools",
    )
    TOOLKITS_AND_GUIDANCE = (
        "toolkits-and-guidance",
        "Implementation support toolkits and practice guidance",
    )
    PROVIDER_SUPPORT = "provider-support", "Support for providers"
