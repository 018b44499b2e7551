"""Columns of words as digits."""

import importlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw
import pytest

from implsupport.errors import FrameError
from implsupport.frames import columns
from implsupport.frames.findings import Findings
from implsupport.frameworks.governance import Locus
from implsupport.frameworks.matland import Ambiguity
from implsupport.terms import Gap

polars: Any = importlib.import_module("polars")

Native: TypeAlias = Any
"""A frame as its own library knows it."""

Columns: TypeAlias = Mapping[str, Sequence[object]]
Make: TypeAlias = Callable[[Columns], Native]

MARKS: Final = (*Ambiguity, Gap.NOT_APPLICABLE, Gap.NOT_ASSESSED)
GIVEN: Final[Columns] = {
    "a": ["low", "low", None, "High"],
    "n": [1.5, None, float("nan"), 2.5],
    "nothing": [None] * 4,
    "of text": [None, None, "x", "x"],
}


def test_the_words_of_all_columns_are_counted() -> None:
    """What is no text is one word, its type."""
    frame = nw.from_native(polars.LazyFrame(GIVEN))

    assert columns.counted(frame, list(GIVEN)) == [
        {"low": 2, "High": 1},
        {"Float64": 2},
        {},
        {"x": 2},
    ]


def test_words_that_are_expected_may_be_left_out() -> None:
    """Each column has its own."""
    frame = nw.from_native(polars.LazyFrame(GIVEN))
    counts = columns.counted(frame, ["a", "of text", "a"], [["low"], ["y"], []])

    assert counts == [{"High": 1}, {"x": 2}, {"low": 2, "High": 1}]


def test_of_no_columns_nothing_is_counted() -> None:
    """As where none of those asked for is there."""
    assert columns.counted(nw.from_native(polars.LazyFrame(GIVEN)), []) == []


def test_words_are_read_as_for_one_case() -> None:
    """Keys and labels; gaps that are not told apart share the last digit; all keys are known."""
    counts = {" LOW ": 1, "High": 3, "Not stated": 2, "not applicable": 1}
    read = columns.read("a", nw.String(), Ambiguity, MARKS, counts, Findings())

    assert {word: read.digits[word] for word in counts} == {
        " LOW ": 0,
        "High": 1,
        "Not stated": 3,
        "not applicable": 2,
    }
    assert {gap.key for gap in Gap} | {"low", "high"} <= set(read.digits)
    assert (read.missing, read.unread, read.base) == (3, None, 4)


def test_the_commonest_word_is_met_first() -> None:
    """Engines test words in this order."""
    counts = {"low": 1, "High": 30, "high": 2}
    read = columns.read("a", nw.String(), Ambiguity, MARKS, counts, Findings())

    assert list(read.digits)[:3] == ["High", "high", "low"]


def test_a_word_that_cannot_be_read_has_a_digit_of_its_own() -> None:
    """Where that is not refused; it is not the digit of a missing value."""
    read = columns.read("a", nw.String(), Ambiguity, MARKS, {"hihg": 1}, Findings(is_lenient=True))

    assert (read.missing, read.unread, read.base) == (3, 4, 5)
    assert read.digit_of("hihg") == 4


def test_where_gaps_are_not_read_they_are_unknown() -> None:
    """A criterion is no gap."""
    found = Findings()
    columns.read("a", nw.String(), Locus, (*Locus, None), {"not-stated": 1}, found)

    with pytest.raises(FrameError, match=r"one of 'system', 'organisation', 'individual'$"):
        found.refuse()


def test_a_word_that_was_not_met_is_refused() -> None:
    """Where there must be none, as in a partition that changed since it was read."""
    read = columns.read("a", nw.String(), Ambiguity, MARKS, {"low": 1}, Findings())

    with pytest.raises(FrameError, match="column 'a': 'new' in 1 row is not a term of Ambiguity"):
        read.digit_of("new")


def test_a_column_is_read_where_it_lies(make: Make) -> None:
    """On every engine a digit for each word, and for nothing that of a missing value."""
    given: Columns = {"id": [0, 1, 2, 3], "a": ["low", "patchy", None, "High"]}
    frame = nw.from_native(make(given))
    counts = {"low": 1, "patchy": 1, "High": 1}
    lenient = Findings(is_lenient=True)
    read = columns.read("a", frame.collect_schema()["a"], Ambiguity, MARKS, counts, lenient)
    digits = frame.select("id", digit=read.digit(columns.number))

    assert sorted(columns.collected(digits).rows()) == [(0, 0), (1, 4), (2, 3), (3, 1)]


def test_a_column_of_many_spellings_is_read_where_it_lies(make_lazy: Make) -> None:
    """On every lazy engine, of hundreds of words for one digit."""
    words = ["low", *(f"{' ' * number}high" for number in range(1, 400)), None]
    frame = nw.from_native(make_lazy({"id": [*range(401)], "a": words}))
    counts = dict.fromkeys(words[:-1], 1)
    read = columns.read("a", frame.collect_schema()["a"], Ambiguity, MARKS, counts, Findings())
    digits = frame.select("id", digit=read.digit(columns.number))

    assert sorted(columns.collected(digits).rows()) == [
        (0, 0),
        *((number, 1) for number in range(1, 400)),
        (400, 3),
    ]


@pytest.mark.parametrize(
    ("there", "name"), [([], "key"), (["Key"], "_key"), (["key", "_KEY", "__key"], "___key")]
)
def test_a_name_that_is_free_is_found(there: list[str], name: str) -> None:
    """Case makes no difference."""
    assert columns.free("key", there) == name
