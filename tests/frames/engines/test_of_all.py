"""What holds for every engine that has no way of its own."""

import importlib
from collections.abc import Callable
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest

from implsupport.frames import profiles
from implsupport.frames.columns import AnyFrame, Words
from implsupport.frames.engines import of_all
from implsupport.frames.plans import Plan
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict
from implsupport.terms import FrozenMap, Gap, Term

polars: Any = importlib.import_module("polars")
pyarrow: Any = importlib.import_module("pyarrow")

DIGITS: Final = FrozenMap({"low": 0, "high": 1})
GIVEN: Final = {"a": ["high", "low", None], "c": ["low", "low", "high"], "key": [7, 8, 9]}


def words(name: str, vocabulary: type[Term]) -> Words:
    """Make a column of words."""
    return Words(name, nw.String(), vocabulary, DIGITS, 2, None)


PLAN: Final = Plan(
    profiles.classifying(MATLAND), (words("a", Ambiguity), words("c", Conflict)), ("kind",)
)


def test_gaps_are_expected_where_a_missing_value_is_one() -> None:
    """Else a word of theirs is counted as any other that is no key."""
    asked = [("a", Ambiguity, (*Ambiguity, None)), ("c", Conflict, (*Conflict, Gap.NOT_ASSESSED))]
    gaps = tuple(gap.key for gap in Gap)

    assert of_all.keys_asked(asked) == [("low", "high"), ("low", "high", *gaps)]


def test_keys_are_not_counted() -> None:
    """Only what has yet to be read."""
    frame = nw.from_native(polars.LazyFrame({"c": ["low", "Low", None, "patchy", "patchy"]}))
    counts = of_all.others_counted(frame, [("c", Conflict, (*Conflict, None))])

    assert counts == [{"Low": 1, "patchy": 2}]


def test_keys_stand_under_a_name_that_is_free() -> None:
    """A column of that name is left as it is."""
    frame, look_up, name = of_all.keyed(nw.from_native(polars.DataFrame(GIVEN)), PLAN)

    assert (name, look_up.is_full) == ("_key", True)
    assert frame.select("key", "_key").rows() == [(7, 3), (8, 0), (9, 7)]


def test_what_a_verb_says_is_told_profile_by_profile() -> None:
    """One value for each key, in the order of the keys."""
    look_up = PLAN.look_up(nw.from_native(polars.DataFrame(GIVEN)))
    low = ["administrative", "political", None]
    high = ["experimental", "symbolic", None]

    assert of_all.told(PLAN, look_up) == [("kind", nw.String, [*low, *high, None, None, None])]


@pytest.mark.parametrize("make", [polars.DataFrame, pyarrow.table])
@pytest.mark.parametrize("most", [8, 9])
def test_the_key_is_replaced_by_the_results(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[Any], Any], most: int
) -> None:
    """Whether the keys are numbers or, where there are more profiles, texts."""
    monkeypatch.setattr(profiles, "MOST_PROFILES", most)
    frame: AnyFrame = of_all.replaced(nw.from_native(make(GIVEN)), PLAN)

    assert frame.columns == ["a", "c", "key", "kind"]
    assert frame.get_column("kind").to_list() == ["experimental", "administrative", None]
