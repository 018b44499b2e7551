"""What arrow does in its own way."""

import importlib
from typing import Any

import pytest

from implsupport import frames
from implsupport.errors import FrameError
from implsupport.frames.engines.of_arrow import ENGINE
from implsupport.frameworks.matland import MATLAND

pyarrow: Any = importlib.import_module("pyarrow")


def test_a_word_that_is_twice_in_a_dictionary_is_counted_once() -> None:
    """Arrow does not refuse such a dictionary."""
    twice = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0, 1, 2]), pyarrow.array(["patchy", "patchy", "low"])
    )

    with pytest.raises(FrameError, match="'patchy' in 2 rows is not"):
        frames.classify(pyarrow.table({"a": twice, "c": twice}), MATLAND, row="a", col="c")


@pytest.mark.parametrize(("words", "width"), [(127, "uint8"), (128, "int32")])
def test_few_words_have_codes_of_one_byte(words: int, width: str) -> None:
    """A missing value has the place after the last."""
    given = [*map(str, range(words)), None]
    coded: Any = ENGINE.coded
    ((known, codes),) = coded(pyarrow.table({"c": given}), {"c": ["low"]})

    assert (known, codes.dtype) == (given[:-1], width)
    assert codes.tolist() == [*range(words + 1)]


def test_a_dictionary_may_hold_a_missing_value() -> None:
    """It is no word."""
    array = pyarrow.DictionaryArray.from_arrays(
        pyarrow.array([0, 1, 0]), pyarrow.array([None, "low"])
    )
    coded: Any = ENGINE.coded
    ((known, codes),) = coded(pyarrow.table({"c": array}), {"c": ["low"]})

    assert (known, codes.tolist()) == (["low"], [1, 0, 1])
