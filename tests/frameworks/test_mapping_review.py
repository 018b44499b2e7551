"""What the mapping review found, as the Care Act report prints it."""

import pytest

from implsupport.frameworks.mapping_review import (
    ACTIONS,
    CentralAction,
    CentralRole,
    ContextMechanism,
    DegreeOfReach,
)
from implsupport.sources import cite
from implsupport.terms import Scale, Term


@pytest.mark.parametrize(
    ("vocabulary", "page", "printed"),
    [
        (DegreeOfReach, "p. 22", ["targeted support", "pilot basis", "blanket approach"]),
        (CentralRole, "p. 22", ["development", "management"]),
        (
            CentralAction,
            "p. 22",
            [
                "choosing of pilot/implementation sites",
                "developing frameworks",
                "establishing central support units or providing expert advisors",
                "‘legislative frameworks’",
                "funding",
            ],
        ),
        (
            ContextMechanism,
            "pp. 22-23",
            [
                "cultural change",
                "payment by results",
                "outcomes based focus",
                "partnership working",
                "power being handed down from central to local levels",
            ],
        ),
    ],
)
def test_a_list_has_the_printed_words_in_their_order_with_their_page(
    vocabulary: type[Term], page: str, printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed or term.label for term in vocabulary] == printed
    assert vocabulary.source == cite("care-act-report", page)


def test_the_centre_develops_in_three_ways_and_manages_in_two() -> None:
    """Care Act report, p. 22."""
    assert [[action.label for action in actions] for actions in ACTIONS.values()] == [
        ["choosing sites", "developing frameworks", "support units and advisors"],
        ["legislative frameworks", "funding"],
    ]
    assert list(ACTIONS) == list(CentralRole)


def test_degrees_of_reach_have_no_order() -> None:
    """Care Act report, p. 22: it tells three kinds apart and ranks none."""
    assert not issubclass(DegreeOfReach, Scale)
