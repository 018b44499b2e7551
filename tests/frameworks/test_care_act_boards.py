"""The bodies of the Care Act's support programme, as the Care Act report prints them."""

import pytest

from implsupport.frameworks.care_act_boards import (
    PURPOSES,
    BoardFunction,
    BoardPurpose,
    DeliveryBoardTask,
    OfficeRemit,
    OrganisationalInnovation,
    RegionalFunction,
    RegionalPartner,
)
from implsupport.sources import cite
from implsupport.terms import Term

# The function, and what the page prints as its purposes.
BOARD = [
    (
        BoardFunction.SUPPORT,  # p. 33
        [
            "provide national leadership",
            (
                "oversee the delivery of practical support to local authority providers and other "
                "delivery partners"
            ),
        ],
    ),
    (
        BoardFunction.ASSURANCE,  # pp. 33-34
        [
            "oversee delivery of the Care Act legal framework",
            "ensure that appropriate local delivery plans were in place",
            "provide assurance on the state of readiness and delivery confidence",
            "ensure expected benefits and associated outcomes were being realised",
        ],
    ),
    (
        BoardFunction.DELIVERY,  # p. 34
        [
            "oversee effective delivery of the national programme plan",
            "bring together key representatives of delivery organisations",
            "manage risks and make decisions about delivery",
        ],
    ),
]


@pytest.mark.parametrize(("function", "printed"), BOARD)
def test_a_function_of_the_board_has_its_printed_purposes(
    function: BoardFunction, printed: list[str]
) -> None:
    """Care Act report, at the page beside the function."""
    assert [purpose.gloss for purpose in PURPOSES[function]] == printed


def test_every_purpose_belongs_to_one_function() -> None:
    """Care Act report, pp. 33-34: nine, in the order of the page."""
    listed = [purpose for purposes in PURPOSES.values() for purpose in purposes]

    assert listed == list(BoardPurpose)
    assert list(PURPOSES) == list(BoardFunction)


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (
            DeliveryBoardTask,
            [
                "driving timely and effective delivery",
                "ensuring risks and other issues were identified and mitigated",
                (
                    "assessing data to monitor impact and drive the delivery of anticipated "
                    "programme benefits"
                ),
            ],
        ),
        (
            OfficeRemit,
            [
                "group projects together into work streams",
                "provide a single point of contact for progress",
                "enable the Board to agree and prioritise progress",
                (
                    "identify a single senior responsible officer to sign off on plans and "
                    "related issues"
                ),
                "support the identification of cross-cutting issues",
            ],
        ),
        (
            RegionalFunction,
            [
                "facilitate rapid dissemination of the latest tools and advice",
                "increase the pace of local implementation",
                (
                    "link into assurance mechanisms where the local pace is thought to be "
                    "falling behind"
                ),
            ],
        ),
    ],
)
def test_a_body_has_its_printed_tasks_in_their_order(
    vocabulary: type[Term], printed: list[str]
) -> None:
    """Care Act report, p. 34."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(
    ("vocabulary", "printed"),
    [
        (  # p. 33
            OrganisationalInnovation,
            [
                "Programme Board",
                "Delivery Board and Programme Management Office",
                "regional infrastructure",
            ],
        ),
        (BoardFunction, ["Support", "Assurance", "Delivery"]),  # pp. 33-34
        (  # p. 34
            RegionalPartner,
            [
                "lead local authority CEOs",
                "directors of adult social care",
                "lead elected members",
                "DH Regional Deputy Directors",
                "LGA Principal Advisers",
                "Regional branches of ADASS",
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
    ("vocabulary", "page"),
    [
        (OrganisationalInnovation, "p. 33"),
        (BoardFunction, "pp. 33-34"),
        (BoardPurpose, "pp. 33-34"),
        (DeliveryBoardTask, "p. 34"),
        (OfficeRemit, "p. 34"),
        (RegionalFunction, "p. 34"),
        (RegionalPartner, "p. 34"),
    ],
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], page: str) -> None:
    """Care Act report."""
    assert vocabulary.source == cite("care-act-report", page)
