"""A verb laid over the columns of a frame."""

import importlib
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest

from implsupport import matland
from implsupport.frames import profiles
from implsupport.frames.columns import Words
from implsupport.frames.plans import Plan
from implsupport.terms import FrozenMap, Term

polars: Any = importlib.import_module("polars")

DIGITS: Final = FrozenMap({"low": 0, "high": 1})


def words(name: str, vocabulary: type[Term], unread: int | None = None) -> Words:
    """Make a column of words."""
    return Words(name, nw.String(), vocabulary, DIGITS, 2, unread)


PLAN: Final = Plan(
    profiles.classifying(matland.MATLAND),
    (words("a", matland.Ambiguity), words("c", matland.Conflict, 3)),
    ("kind",),
)


def test_the_last_column_changes_first() -> None:
    """As in the table of every profile."""
    assert PLAN.bases == (3, 4)
    assert PLAN.strides == (4, 1)


def test_few_profiles_are_numbered() -> None:
    """The key of a row is the place of its profile in the table of every profile."""
    frame = nw.from_native(polars.DataFrame({"a": ["high", None], "c": ["low", "patchy"]}))
    look_up = PLAN.look_up(frame)

    assert (look_up.is_full, list(look_up.keys)) == (True, [*range(12)])
    assert frame.select(key=look_up.key).rows() == [(4,), (11,)]


def test_of_many_profiles_those_of_the_frame_are_looked_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The key is a text then."""
    monkeypatch.setattr(profiles, "MOST_PROFILES", 11)
    frame = nw.from_native(polars.DataFrame({"a": ["high", "high"], "c": ["low", "low"]}))
    look_up = PLAN.look_up(frame)

    assert (look_up.is_full, look_up.keys) == (False, ["1-0"])
    assert look_up.table.outcomes == (("experimental",),)
    assert frame.select(key=look_up.key).rows() == [("1-0",), ("1-0",)]


def test_results_are_listed_by_outcome() -> None:
    """Each with its name and its type."""
    table = profiles.tabulated(PLAN.verb, [(0, 0), (0, 2), (1, 1)])

    assert PLAN.results(table) == [("kind", nw.String, ["administrative", None, "symbolic"])]
