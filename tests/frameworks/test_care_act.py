"""The Care Act and the design of its support programme, as the Care Act report prints them."""

import pytest

from implsupport.frameworks.care_act import (
    CareActDuty,
    NationalProduct,
    ProgrammeFeature,
    SupportArea,
    SupportPrinciple,
    SupportPriority,
    SupportReason,
)
from implsupport.sources import cite
from implsupport.terms import Term


def test_the_duties_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 31 (seven bullets) and p. 32 (four)."""
    assert [duty.gloss for duty in CareActDuty] == [
        (
            "provide services that prevent care needs from becoming more serious, or delay the "
            "impact of their needs"
        ),
        "meet a national minimum level of eligibility for a person’s care and support needs",
        (
            "assess carers, regardless of how much care they provide, and meet carers’ needs on "
            "a similar basis to those they care for"
        ),
        (
            "offer deferred payment or loan arrangements to more people, avoiding property "
            "sales to pay for care and support"
        ),
        (
            "provide information and advice (including financial advice) on care and support "
            "services to all, regardless of care needs"
        ),
        "provide an independent advocate where such support is needed",
        "work with care providers to get a diverse and high-quality range of local services",
        ("comply with a new legal framework for protection of adults at risk of abuse or neglect"),
        (
            "give continuity of care to those whose needs are being funded by the local "
            "authority who choose to move to another area"
        ),
        (
            "assess the care and support needs of children and their carers, who may need "
            "support after they turn 18 as they move to adult social care"
        ),
        (
            "arrange and fund services to meet the care and support needs of adults who are "
            "detained in prison"
        ),
    ]


def test_the_reasons_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 36: three numbered issues, each a heading and a clause."""
    assert [(reason.printed, reason.gloss) for reason in SupportReason] == [
        (
            "Inviting greater collaboration",
            (
                "involving a range of organisations in the planning and execution of the Act, as "
                "well as providing infrastructure to support implementation"
            ),
        ),
        (
            "Reducing the impact of risk",
            (
                "thorough planning for any risks that might occur during the process of policy "
                "implementation in order to aid smooth delivery of the Care Act"
            ),
        ),
        (
            "Providing clear information and guidance",
            (
                "using the knowledge and skills base of organisations outside of government to "
                "produce information relating to all aspects of the Care Act"
            ),
        ),
    ]


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (  # p. 33
            SupportPrinciple,
            [
                "Clarity of expectations and requirements",
                "Flexible products",
                "Collaborative infrastructure",
            ],
        ),
        (SupportArea, ["collaboration", "clarity", "flexibility"]),  # p. 40
        (  # p. 35
            ProgrammeFeature,
            [
                "clear",
                "complex",
                "multi-layered",
                "time-limited",
                "highly collaborative relationships",
                "flexible local implementation",
                "regional mechanisms",
            ],
        ),
    ],
)
def test_a_list_has_the_printed_names_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed or term.label for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (
            SupportPriority,
            [
                "Care Act Implementation Grant of £125,000 allocated to each local authority",
                (
                    "Strengthening of regional capacity and the recently confirmed regional "
                    "training and implementation support fund"
                ),
                "National support products",
            ],
        ),
        (
            NationalProduct,
            [
                "Workforce learning and development resources and capacity planning tools",
                "Implementation support toolkits and practice guidance",
                "Support for providers",
            ],
        ),
    ],
)
def test_the_priorities_have_the_printed_words_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, p. 41: (a) to (c), the third in three parts."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "place"),
    [
        (CareActDuty, "pp. 31-32"),
        (SupportReason, "p. 36"),
        (SupportPrinciple, "p. 33"),
        (SupportArea, "Figure 1, p. 40, after hughes-2013"),
        (ProgrammeFeature, "p. 35"),
        (SupportPriority, "p. 41, after hughes-2014"),
        (NationalProduct, "p. 41, after hughes-2014"),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], place: str) -> None:
    """Care Act report, and the paper that it takes the list from."""
    assert vocabulary.source == cite("care-act-report", place)
