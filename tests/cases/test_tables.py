"""The printed tables, typed here a second time from the page."""

import pytest

from implsupport.cases.tables import (
    citations,
    comparability,
    overrides,
    overrides_source,
    printed_in,
    read,
)
from implsupport.terms import FrozenMap

CRITERIA = ("scale", "purpose", "reach", "learning", "significance")

TABLE_2 = [
    # policy, printed title, scale, purpose, reach, learning, significance
    ("total-place", "Total Place", "x x ✔ ✔ x"),
    ("city-challenge", "City Challenge", "x x ✔ ✔ x"),
    ("ccsf", "Community Care Support Force (CCSF)", "✔ ✔ ✔ ✔ ✔"),
    ("devolution-act", "Cities and Local Government Devolution Act 2016", "x x x x ✔"),
    ("ccdp", "Community Care Development Programme", "x x ✔ ✔ x"),
    ("troubled-families", "Troubled Families", "✔ ✔ ✔ ✔ x"),
    (
        "older-patients-discharge",
        "Ensuring the effective discharge of older patients from NHS acute hospitals",
        "x x ✔ x x",
    ),
    ("academies", "Academies programme", "✔ x x ✔ ✔"),
    ("new-deal", "New Deal for Communities", "x x x ✔ X"),
    ("haz", "Health Action Zones (HAZ)", "✔ x x ✔ X"),
    ("sure-start", "Sure Start", "✔ ✔ ✔ ✔ ✔"),
    ("hsca", "Health and Social Care Act", "✔ x ✔ ✔ ✔"),
    ("better-care-fund", "Better Care Fund (BCF)", "✔ x ✔ ✔ ✔"),
    ("hwb", "Health and Wellbeing Boards (HWB)", "✔ ✔ ✔ ✔ ✔"),
    ("vanguards", "Vanguards", "✔ ✔ ✔ ✔ ✔"),
]


@pytest.mark.parametrize(("policy", "title", "marks"), TABLE_2)
def test_table_2_is_typed_as_printed(policy: str, title: str, marks: str) -> None:
    """CA Table 2, p. 21: title and five marks of each policy, two of them a capital X."""
    row = read("care_act_table_2")["rows"][policy]

    assert row["title"] == title
    assert row["marks"] == marks.split()


@pytest.mark.parametrize(("policy", "title", "marks"), TABLE_2)
def test_comparability_reads_a_tick_as_yes(policy: str, title: str, marks: str) -> None:
    """CA Table 2, p. 21: a tick is yes, a small or a capital x is no."""
    ticks = [mark == "✔" for mark in marks.split()]

    assert comparability()[policy] == dict(zip(CRITERIA, ticks, strict=True)), title


def test_comparability_keeps_the_order_of_the_page() -> None:
    """CA Table 2, p. 21: policies from Total Place to Vanguards, criteria from scale on."""
    assert list(comparability()) == [policy for policy, _, _ in TABLE_2]
    assert [tuple(row) for row in comparability().values()] == [CRITERIA] * 15


def test_four_policies_have_every_criterion() -> None:
    """CA p. 23: CCSF, Sure Start, HWB and Vanguards share all five characteristics."""
    full = [policy for policy, row in comparability().items() if all(row.values())]

    assert full == ["ccsf", "sure-start", "hwb", "vanguards"]


def test_troubled_families_was_chosen_with_four_criteria() -> None:
    """CA p. 23: included "although only sharing four of the characteristics"."""
    chosen = read("care_act_table_2")["table"]["highlighted"]

    assert chosen == ["ccsf", "troubled-families", "sure-start", "hwb", "vanguards"]
    assert sum(comparability()["troubled-families"].values()) == 4


def test_table_2_ticks_46_of_75_cells() -> None:
    """CA Table 2, p. 21: the ticks a criterion, counted on the page."""
    columns = zip(*(row.values() for row in comparability().values()), strict=True)

    assert [sum(column) for column in columns] == [9, 5, 11, 13, 8]


def test_comparability_is_kept_and_cannot_change() -> None:
    """The table is read once, and is frozen all through."""
    assert comparability() is comparability()
    assert isinstance(comparability()["haz"], FrozenMap)
    assert hash(comparability()) == hash(comparability())


CASES = ["ccsf", "sure-start", "hwb", "troubled-families", "vanguards", "care-act"]

TABLE_3 = [
    # page, approach, printed title, CCSF, Sure Start, HWB, Troubled Families, Vanguards,
    # Care Act, and the ratings for performance management, problem-solving, capacity building
    (25, "phased-implementation", "Phased implementation", ".✔✔✔.✔", "In part, Yes, In part"),
    (25, "written-support", "Written support", "✔✔✔✔✔✔", "Yes, In part, In part"),
    (
        25,
        "product-development-and-information-dissemination",
        "Product development and information dissemination",
        "✔✔.✔✔✔",
        "In part, Yes, No",
    ),
    (25, "increase-public-awareness", "Increase public awareness", ".....✔", "No, Yes, No"),
    (25, "regional-support", "Regional support", ".✔...✔", "In part, Yes, In part"),
    (
        25,
        "provider-implementation-support",
        "Provider implementation support",
        ".✔.✔.✔",
        "In part, Yes, In part",
    ),
    (25, "stakeholder-support", "Stakeholder support", "✔✔✔✔✔✔", "In part, Yes, No"),
    (26, "stock-take-support", "Stock-take support", ".....✔", "In part, In part, In part"),
    (
        26,
        "training-courses-and-workshop-support",
        "Training courses and workshop support",
        "✔✔.✔✔✔",
        "In part, Yes, In part",
    ),
    (26, "dedicated-support", "Dedicated support", ".✔..✔.", "In part, Yes, In part"),
    (26, "targeted-support", "Targeted support", "✔.....", "Yes, Yes, Yes"),
    (26, "risk-management", "Risk management", ".....✔", "Yes, Yes, In part"),
    (
        26,
        "translating-products-from-national-to-local",
        "Translating products from national to local",
        ".✔...✔",
        "Yes, In part, In part",
    ),
    (26, "individual-lead-areas", "Individual lead areas", "....✔.", "In part, Yes, Yes"),
    (26, "national-coordination", "National coordination", "✔✔.✔.✔", "Yes, No, No"),
    (26, "payment-by-results", "Payment by results", "...✔..", "Yes, No, No"),
    (
        26,
        "adaptation-of-delivery-models",
        "Adaptation of delivery models",
        "✔✔✔✔✔✔",
        "In part, Yes, Yes",
    ),
    (
        26,
        "joint-production-of-operating-models",
        "Joint production of operating models",
        ".✔.✔✔✔",
        "In part, Yes, No",
    ),
    (26, "relationship-management", "Relationship management", ".....✔", "No, Yes, No"),
    (
        27,
        "collaboration-using-and-developing-strategic-partnerships",
        "Collaboration, using and developing strategic partnerships",
        "..✔..✔",
        "No, Yes, Yes",
    ),
]

ROWS = {row["key"]: row for theme in read("care_act_table_3")["themes"] for row in theme["rows"]}


@pytest.mark.parametrize(("page", "approach", "title", "marks", "ratings"), TABLE_3)
def test_table_3_is_typed_as_printed(
    page: int, approach: str, title: str, marks: str, ratings: str
) -> None:
    """CA Table 3, pp. 25-27: title, six case cells, three ratings and page of each approach."""
    row = ROWS[approach]

    assert row["title"] == title
    assert [mark or "." for mark in row["marks"]] == list(marks)
    assert row["ratings"] == ratings.split(", ")
    assert row["page"] == page


DESCRIPTIONS = [
    "Phased implementation approach",
    "Provision of practice guidance",
    (
        "Publication of support activities and distribution of funds, as well as the production of "
        "new products for implementation support to be disseminated to local areas"
    ),
    "Commissioned research on regional and local variations",
    "Appointment of regional teams to promote implementation",
    "Provider engagement work to gain understanding of implementation support needs",
    (
        "Providing information and resource support to key organisations and groups involved in "
        "implementation process"
    ),
    "Providing regional and LA support for conducting stock-takes of resources",
    "Aiding the dissemination of information",
    "Individual area Officer/Advisor made available",
    "‘Support Force’ targeting specific authorities",
    (
        "Identifying risks in the implementation process and producing guidance on mitigation "
        "strategies"
    ),
    "Production of local guidance",
    "Local areas taking the lead to develop new aspects of care models",
    "National coordination of funding and resources for regional and local implementation",
    "Detailed financial framework illustrating payment by results",
    "Local level delivery models able to be adapted to meet local need",
    (
        "Authorities working together with National Government to refine and implement operating "
        "models"
    ),
    (
        "Continual evaluation of relationships between partnerships of implementation partners, "
        "and, the public and private providers of care"
    ),
    "Linking relevant organisations in order to streamline implementation",
]


def test_table_3_describes_its_approaches_as_printed() -> None:
    """CA Table 3, pp. 25-27: the second column, in the order of the page."""
    assert [row["description"] for row in ROWS.values()] == DESCRIPTIONS


def test_table_3_has_four_themes() -> None:
    """CA Table 3, pp. 25-27: the four headings between its rows, and the rows under each."""
    themes = read("care_act_table_3")["themes"]

    assert [(theme["title"], len(theme["rows"])) for theme in themes] == [
        ("Information dissemination, learning and awareness", 11),
        ("Risk management, mitigation and risk registers", 1),
        ("National programme coordination and delivery", 5),
        ("Coproduction and collaboration", 3),
    ]


def test_table_3_has_58_ticks() -> None:
    """CA Table 3, pp. 25-27: 58 ticks in all, 16 of them the Care Act's."""
    columns = zip(*(row["marks"] for row in ROWS.values()), strict=True)
    ticks = [column.count("✔") for column in columns]

    assert read("care_act_table_3")["table"]["cases"] == CASES
    assert ticks == [7, 12, 5, 10, 8, 16]
    assert sum(ticks) == 58


def test_table_3_rates_few_approaches_no() -> None:
    """CA Table 3, pp. 25-27: the ratings No for each model, where p. 24 has three for the second.

    The text says that all bar three approaches have problem-solving; the table rates two No.
    """
    columns = zip(*(row["ratings"] for row in ROWS.values()), strict=True)

    assert [column.count("No") for column in columns] == [3, 2, 7]


def test_table_3_keeps_the_literature_of_each_case() -> None:
    """CA p. 27, notes 45 to 49: one note a case, none for the Care Act."""
    notes = read("care_act_table_3")["footnotes"]

    assert [(case, note["number"], len(note["works"])) for case, note in notes.items()] == [
        ("ccsf", 45, 1),
        ("sure-start", 46, 1),
        ("hwb", 47, 2),
        ("troubled-families", 48, 3),
        ("vanguards", 49, 3),
    ]


def test_the_literature_is_typed_as_printed() -> None:
    """CA p. 27, notes 45 to 49, word for word."""
    notes = read("care_act_table_3")["footnotes"].values()

    assert [work for note in notes for work in note["works"]] == [
        (
            "Henwood, M & Wistow, G (1993) Evaluation of the Impact of the Community Care Support "
            "Force. Community Care Division, The Nuffield Institute for Health"
        ),
        "Sure Start: National Evaluation, Getting Sure Start Started (2002)",
        (
            "Humphries, Galea, Sonola & Mundle (2012) Health and wellbeing boards System leaders "
            "or talking shops?"
        ),
        "Humphries, Galea (2013) Health and wellbeing boards: One year on",
        "The first Troubled Families Programme 2012-2015. An Overview, DCLG (2016)",
        "Bate (2017) The Troubled Families Programme (England)",
        (
            "Financial Framework for the Expanded Troubled Families Programme (2015) Department "
            "for Communities and Local Government"
        ),
        (
            "New Care Models: Vanguards and developing a blueprint for the future of NHS and care "
            "services (2015)"
        ),
        "The Forward View into Action: New Care Models (support for the Vanguards) (2015)",
        (
            "The Local Evaluation of the New Care Models Vanguards: Our Expectations and Offer of "
            "Support for 2017/18 (2017)"
        ),
    ]


def test_every_approach_is_cited_with_its_page() -> None:
    """CA Table 3, pp. 25-27: an approach is cited with the page its row begins on."""
    places = [(approach, f"Table 3, p. {page}") for page, approach, *_ in TABLE_3]

    assert [(key, source.locator) for key, source in citations().items()] == places
    assert {source.key for source in citations().values()} == {"care-act-report"}
    assert citations() is citations()


def test_a_table_without_pages_is_cited_by_its_name() -> None:
    """ECM carries no page numbers: its table is cited as Table 2."""
    source = printed_in(read("every_child_matters_table_2"))

    assert (source.key, source.locator) == ("every-child-matters-study", "Table 2")
    assert source.status == "source"


def test_a_table_that_is_read_belongs_to_the_reader() -> None:
    """What one reader changes, another does not see."""
    read("care_act_table_2")["rows"].clear()

    assert len(read("care_act_table_2")["rows"]) == 15


def test_the_one_override_gives_its_reason_in_the_words_of_the_page() -> None:
    """CA, p. 23: Troubled Families was included although it shares four characteristics."""
    (reason,) = overrides().values()

    assert list(overrides()) == ["troubled-families"]
    assert reason.startswith("Troubled Families, although only sharing four")
    assert reason.endswith("very much in line with the Care Act 2014.")


def test_the_override_is_cited_from_the_page_and_not_from_the_table() -> None:
    """CA, p. 23: the table is on p. 21 and does not hold the sentence."""
    source = overrides_source()

    assert (source.key, source.locator, source.status) == ("care-act-report", "p. 23", "source")
