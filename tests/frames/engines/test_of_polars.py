"""What polars does in its own way."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeAlias

import pytest

from implsupport import frames
from implsupport.frames.engines.of_polars import ENGINE
from implsupport.frameworks.matland import MATLAND
from implsupport.frameworks.success import SUCCESS, Criterion

polars: Any = importlib.import_module("polars")

Native: TypeAlias = Any
"""A frame as polars knows it."""

Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

CRITERIA: Final = [criterion.key for criterion in Criterion]


def of_clarity(*words: str | None) -> Native:
    """Make a frame of successes, but for the words of one criterion."""
    passes = dict.fromkeys(CRITERIA, ["relative-success"] * len(words))
    return polars.DataFrame(passes | {"clarity": [*words]})


# --- words as codes ---


def test_words_among_thousands_of_categories_are_read(rows: Rows) -> None:
    """Other columns of the process may have made them."""
    others = [f"place {number}" for number in range(5000)]
    words = polars.Series(["low", "High"], dtype=polars.Enum([*others, "low", "High"]))
    frame = polars.DataFrame({"a": words, "c": words})
    found = frames.classify(frame, MATLAND, row="a", col="c")

    assert rows(found, "kind") == [("administrative",), ("symbolic",)]


def test_words_that_are_keys_have_their_places_among_the_keys() -> None:
    """No word need be looked for then; a missing value has the place after the last."""
    coded: Any = ENGINE.coded
    frame = polars.DataFrame({"c": ["high", None, "low"]})
    ((known, codes),) = coded(frame, {"c": ["low", "high", "not-stated"]})

    assert (known, codes.tolist()) == (["low", "high", "not-stated"], [1, 3, 0])


@pytest.mark.parametrize(("words", "width"), [(127, "uint8"), (128, "uint32")])
def test_few_words_have_codes_of_one_byte(words: int, width: str) -> None:
    """As many as there are keys, or words where one is no key."""
    coded: Any = ENGINE.coded
    frame = polars.DataFrame({"c": [*map(str, range(words)), None]})
    ((known, codes),) = coded(frame, {"c": ["low"]})

    assert (len(known), codes.dtype) == (words, width)


# --- looking up ---


def test_a_word_that_comes_later_is_told_from_a_missing_one(tmp_path: Path, rows: Rows) -> None:
    """Where the source has changed since the call, a new word gives nothing, not even a count."""
    file = tmp_path / "ratings.csv"
    of_clarity("relative-success").write_csv(file)
    found = frames.score(polars.scan_csv(file), SUCCESS)
    of_clarity("relative-success", "new", None).write_csv(file)
    told = [("relative-success", 0), (None, None), ("relative-success", 1)]

    assert rows(found, "lowest", "gaps") == told
