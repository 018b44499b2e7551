"""What was found of the Care Act's support programme at national level.

The kinds of support that the Programme Board's minutes and the national interviews show, what
the minutes attend to, what was perceived as achieved, and how effectiveness was to be judged.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = [
    "CampaignPhase",
    "EffectivenessStrand",
    "InterviewSupport",
    "MinuteTheme",
    "MinutesSupport",
    "NewRisk",
    "PerceivedResult",
]


class MinuteTheme(Term, source=cite("care-act-report", "p. 41")):
    """What the minutes of the Programme Board primarily indicate.

    Source:
        care-act-report, p. 41; the glosses are condensed from its words. Status: source.

    >>> MinuteTheme.of("stock-takes").gloss
    'a concern at the local level; tools to understand preparedness were developed quickly'
    """

    PUBLIC_AWARENESS = (
        "public-awareness",
        "a key feature: information is to reach the regional and local level accurately",
    )
    STOCK_TAKES = (
        "stock-takes",
        "a concern at the local level; tools to understand preparedness were developed quickly",
        "stock-takes",
    )
    RISK = "risk", "considered thoroughly at all levels of implementation"


class NewRisk(Term, source=cite("care-act-report", "p. 38")):
    """The newly identified risks of the risk register; its template is dated 08/01/06 in print.

    Source:
        care-act-report, p. 38, from the Programme Board's minutes of 15/07/2014; the glosses are
        ours. Status: source.

    >>> NewRisk.of("provider-readiness").printed
    'lack of provider readiness'
    """

    FINANCE = "finance", "the money may not suffice"
    PROVIDER_READINESS = (
        "provider-readiness",
        "those who provide care may not be ready",
        "lack of provider readiness",
    )
    POLITICAL_CONSENSUS = (
        "political-consensus",
        "the agreement between the parties may not last",
        "changes in current political consensus",
    )


class MinutesSupport(Term, source=cite("care-act-report", "Table 5, p. 42")):
    """The kinds of support that the Programme Board's minutes show; the glosses are printed.

    Source:
        care-act-report, Table 5, p. 42. Status: source.

    >>> MinutesSupport.of("translating-products-from-national-to-local").gloss
    'Production of new guidance from the PMO'
    """

    PHASED_IMPLEMENTATION_USING_SCENARIO_ANALYSIS = (
        "phased-implementation-using-scenario-analysis",
        (
            "Scenario planning workshops – i.e. coordinating implementation at the national and "
            "regional level, using comparison of scenarios"
        ),
        "Phased implementation using scenario analysis",
    )
    TRANSLATING_PRODUCTS_FROM_NATIONAL_TO_LOCAL = (
        "translating-products-from-national-to-local",
        "Production of new guidance from the PMO",
        "Translating products from national to local",
    )
    IDENTIFYING_RISKS_USING_A_RISK_REGISTER_TEMPLATE = (
        "identifying-risks-using-a-risk-register-template",
        "Risk identification workshops with regional and local coordination",
        "Identifying risks using a risk register template",
    )
    PUBLIC_AWARENESS_STRAND = (
        "public-awareness-strand",
        "Commissioned research on regional and local variations of social care",
        "Public awareness strand",
    )
    PRODUCT_DEVELOPMENT = (
        "product-development",
        (
            "Publication of support activities and distribution of funds, as well as the "
            "production of new products for implementation support"
        ),
        "Product development",
    )
    COLLABORATION = (
        "collaboration",
        "Use of existing resources and engagement groups on national and regional level",
        "Collaboration",
    )
    PROVIDER_IMPLEMENTATION_SUPPORT = (
        "provider-implementation-support",
        ("Provider engagement work to gain understanding of implementation support needs"),
        "Provider implementation support",
    )
    DISTRIBUTION_AND_ALLOCATION_OF_FUNDING = (
        "distribution-and-allocation-of-funding",
        (
            "Government allocations methodology – consultation with regional implementation "
            "offices and local authorities"
        ),
        "Distribution and allocation of funding",
    )


class InterviewSupport(Term, source=cite("care-act-report", "Table 6, p. 42")):
    """The kinds of support that the national interviews show; the glosses are printed.

    Source:
        care-act-report, Table 6, p. 42. Status: source.

    >>> InterviewSupport.of("stock-take-support").gloss
    'Providing regional and LA support for conducting stock-takes of resources'
    """

    STAKEHOLDER_SUPPORT = (
        "stakeholder-support",
        (
            "Providing information and resource support to key organisations and groups involved "
            "in implementation process"
        ),
        "Stakeholder support",
    )
    RISK_MANAGEMENT = (
        "risk-management",
        (
            "Identifying risks in the implementation process and producing guidance on mitigation "
            "strategies"
        ),
        "Risk management",
    )
    FUNDING_MANAGEMENT = (
        "funding-management",
        "Central and regional management of funding for implementation support",
        "Funding management",
    )
    RELATIONSHIP_MANAGEMENT = (
        "relationship-management",
        (
            "Continual evaluation of relationships between partnerships of implementation "
            "partners, and, the public and private providers of care"
        ),
        "Relationship management",
    )
    NATIONAL_COORDINATION = (
        "national-coordination",
        (
            "Using PMO and PB to coordinate funding and resources for regional and local "
            "implementation"
        ),
        "National coordination",
    )
    INFORMATION_DISSEMINATION = (
        "information-dissemination",
        "Using PMO and PB to coordinate information dissemination in local authorities",
        "Information dissemination",
    )
    STOCK_TAKE_SUPPORT = (
        "stock-take-support",
        "Providing regional and LA support for conducting stock-takes of resources",
        "Stock-take support",
    )
    STRATEGIC_PARTNERSHIPS = (
        "strategic-partnerships",
        (
            "Linking primary care organisations, care groups, third sector organisations and "
            "private sector groups in order to streamline implementation"
        ),
        "Strategic partnerships",
    )
    TRAINING_COURSES = (
        "training-courses",
        (
            "Courses run for the benefit of local authorities in updating own knowledge base on "
            "details of Care Act and its implications"
        ),
        "Training courses",
    )
    WORK_STREAM_APPROACH = (
        "work-stream-approach",
        (
            "Organising different work-streams for components of implementation – i.e. finance "
            "stream, workforce stream"
        ),
        "Work-stream approach",
    )
    WORKSHOP_SUPPORT = (
        "workshop-support",
        ("Organising workshops at a regional and local level to aid dissemination of information"),
        "Workshop support",
    )


class PerceivedResult(Term, source=cite("care-act-report", "pp. 43-44")):
    """The headings under which national interviewees speak of achievements and problems.

    Source:
        care-act-report, pp. 43-44; the glosses are ours. Status: source.

    >>> PerceivedResult.of("clarity-of-information-and-guidance").gloss
    'achieved: the programme produced clear guidance on the Act'
    """

    CLARITY_OF_INFORMATION_AND_GUIDANCE = (
        "clarity-of-information-and-guidance",
        "achieved: the programme produced clear guidance on the Act",
        "Clarity of information and guidance",
    )
    COLLABORATION_AND_INFRASTRUCTURE = (
        "collaboration-and-infrastructure",
        "achieved: all levels were involved, by strong programme management",
        "Collaboration and infrastructure",
    )
    PRODUCTS_AND_PROGRAMME_MANAGEMENT_TOOLS = (
        "products-and-programme-management-tools",
        "delivery flaws: the department lost those who knew social care",
        "Products and programme management tools",
    )


class EffectivenessStrand(
    Term, source=cite("care-act-report", "p. 45, after care-and-support-reform-programme-2015")
):
    """The three areas in which the programme's effectiveness was to be judged.

    Source:
        care-act-report, p. 45, after care-and-support-reform-programme-2015; the glosses are
        condensed from its words. Status: source.

    >>> EffectivenessStrand.of("communications strategy").printed
    'Effectiveness of the Communications Strategy'
    """

    IMPLEMENTATION_TOOLS = (
        "implementation-tools",
        "toolkits, best practice guides, models and templates",
        "Effectiveness of the Implementation Tools",
    )
    COMMUNICATIONS_STRATEGY = (
        "communications-strategy",
        "awareness of support products, the assurance process and timelines",
        "Effectiveness of the Communications Strategy",
    )
    PUBLIC_AWARENESS_CAMPAIGN = (
        "public-awareness-campaign",
        "in two phases: see `CampaignPhase`",
        "Effectiveness of the Public Awareness Campaign",
    )


class CampaignPhase(
    Term, source=cite("care-act-report", "p. 45, after care-and-support-reform-programme-2015")
):
    """The two phases of the public awareness campaign; the glosses are condensed from the print.

    Source:
        care-act-report, p. 45, after care-and-support-reform-programme-2015. Status: source.

    >>> [phase.key for phase in CampaignPhase]
    ['awareness', 'behaviour-change']
    """

    AWARENESS = (
        "awareness",
        "what the changes would mean for users, carers and those approaching the point of need",
    )
    BEHAVIOUR_CHANGE = (
        "behaviour-change",
        "people come to prepare for care needs as part of wider financial planning",
    )
