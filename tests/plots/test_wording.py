"""How pictures word things."""

import pytest

from implsupport.errors import FrameworkError
from implsupport.plots.wording import counted, headed, named, results, small_print, terms
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


def test_a_key_is_written_out_as_a_name() -> None:
    """Text as it is, a term as its label, of several parts those that are said."""
    assert [named(key) for key in ("a, b", 1.5, Extent.IN_PART, ("x", None, 3))] == [
        "a, b",
        "1.5",
        "in part",
        "x, 3",
    ]


def test_results_are_read_in_order_with_their_names() -> None:
    """Two keys that are written alike stay two."""
    assert results({1: "a", "1": "b"}, "word", "words", str.islower) == [("1", "a"), ("1", "b")]


def test_everything_that_is_no_result_is_found() -> None:
    """By its name."""
    with pytest.raises(FrameworkError) as caught:
        results({1: "A", 2: "b", 3: "C"}, "word", "words", str.islower)

    assert caught.value.problems == ("'1' has 'A', not a word", "'3' has 'C', not a word")
