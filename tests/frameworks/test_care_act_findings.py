"""What was found of the Care Act's support programme, as the Care Act report prints it."""

import pytest

from implsupport.frameworks.care_act_findings import (
    CampaignPhase,
    EffectivenessStrand,
    InterviewSupport,
    MinutesSupport,
    MinuteTheme,
    NewRisk,
    PerceivedResult,
)
from implsupport.sources import cite
from implsupport.terms import Term

# Category, brief description.
TABLE_5 = [
    (
        "Phased implementation using scenario analysis",
        (
            "Scenario planning workshops – i.e. coordinating implementation at the national and "
            "regional level, using comparison of scenarios"
        ),
    ),
    (
        "Translating products from national to local",
        "Production of new guidance from the PMO",
    ),
    (
        "Identifying risks using a risk register template",
        "Risk identification workshops with regional and local coordination",
    ),
    (
        "Public awareness strand",
        "Commissioned research on regional and local variations of social care",
    ),
    (
        "Product development",
        (
            "Publication of support activities and distribution of funds, as well as the "
            "production of new products for implementation support"
        ),
    ),
    (
        "Collaboration",
        "Use of existing resources and engagement groups on national and regional level",
    ),
    (
        "Provider implementation support",
        "Provider engagement work to gain understanding of implementation support needs",
    ),
    (
        "Distribution and allocation of funding",
        (
            "Government allocations methodology – consultation with regional implementation "
            "offices and local authorities"
        ),
    ),
]
TABLE_6 = [
    (
        "Stakeholder support",
        (
            "Providing information and resource support to key organisations and groups involved "
            "in implementation process"
        ),
    ),
    (
        "Risk management",
        (
            "Identifying risks in the implementation process and producing guidance on "
            "mitigation strategies"
        ),
    ),
    (
        "Funding management",
        "Central and regional management of funding for implementation support",
    ),
    (
        "Relationship management",
        (
            "Continual evaluation of relationships between partnerships of implementation "
            "partners, and, the public and private providers of care"
        ),
    ),
    (
        "National coordination",
        (
            "Using PMO and PB to coordinate funding and resources for regional and local "
            "implementation"
        ),
    ),
    (
        "Information dissemination",
        "Using PMO and PB to coordinate information dissemination in local authorities",
    ),
    (
        "Stock-take support",
        "Providing regional and LA support for conducting stock-takes of resources",
    ),
    (
        "Strategic partnerships",
        (
            "Linking primary care organisations, care groups, third sector organisations and "
            "private sector groups in order to streamline implementation"
        ),
    ),
    (
        "Training courses",
        (
            "Courses run for the benefit of local authorities in updating own knowledge base on "
            "details of Care Act and its implications"
        ),
    ),
    (
        "Work-stream approach",
        (
            "Organising different work-streams for components of implementation – i.e. finance "
            "stream, workforce stream"
        ),
    ),
    (
        "Workshop support",
        "Organising workshops at a regional and local level to aid dissemination of information",
    ),
]


@pytest.mark.parametrize(
    ("vocabulary", "table"), [(MinutesSupport, TABLE_5), (InterviewSupport, TABLE_6)]
)
def test_a_typology_is_typed_as_printed(
    vocabulary: type[Term], table: list[tuple[str, str]]
) -> None:
    """Care Act report, Tables 5 and 6, p. 42: category and brief description, row by row."""
    assert [(term.printed, term.gloss) for term in vocabulary] == table


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (MinuteTheme, ["public awareness", "stock-takes", "risk"]),  # p. 41
        (  # p. 38
            NewRisk,
            [
                "finance",
                "lack of provider readiness",
                "changes in current political consensus",
            ],
        ),
        (  # pp. 43-44
            PerceivedResult,
            [
                "Clarity of information and guidance",
                "Collaboration and infrastructure",
                "Products and programme management tools",
            ],
        ),
        (  # p. 45
            EffectivenessStrand,
            [
                "Effectiveness of the Implementation Tools",
                "Effectiveness of the Communications Strategy",
                "Effectiveness of the Public Awareness Campaign",
            ],
        ),
        (CampaignPhase, ["awareness", "behaviour change"]),  # p. 45
    ],
)
def test_a_list_has_the_printed_names_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed or term.label for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "place"),
    [
        (MinuteTheme, "p. 41"),
        (NewRisk, "p. 38"),
        (MinutesSupport, "Table 5, p. 42"),
        (InterviewSupport, "Table 6, p. 42"),
        (PerceivedResult, "pp. 43-44"),
        (EffectivenessStrand, "p. 45, after care-and-support-reform-programme-2015"),
        (CampaignPhase, "p. 45, after care-and-support-reform-programme-2015"),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], place: str) -> None:
    """Care Act report, and the paper that it takes the list from."""
    assert vocabulary.source == cite("care-act-report", place)
