"""How pictures word things."""

from implsupport.plots.wording import counted, headed, small_print, terms
from implsupport.sources import cite
from implsupport.vocabulary import Extent


def test_one_thing_is_counted_without_an_s() -> None:
    """And none with."""
    assert (counted(1, "case"), counted(0, "case")) == ("1 case", "0 cases")


def test_a_heading_begins_with_a_capital_and_keeps_the_rest() -> None:
    """Names within it too."""
    assert headed("the NHS") == "The NHS"


def test_the_small_print_names_the_source_and_what_it_warns_of() -> None:
    """In one paragraph."""
    found = small_print(cite("matland-1995", "Table 1"), ["High is a judgement."])

    assert found == "Source: Matland (1995), Table 1. High is a judgement."


def test_without_a_source_there_are_only_warnings() -> None:
    """Such as of a framework of one's own."""
    assert small_print(None, []) == ""


def test_terms_are_listed_in_order() -> None:
    """As declared."""
    assert terms(Extent) == (Extent.NO, Extent.IN_PART, Extent.YES)
