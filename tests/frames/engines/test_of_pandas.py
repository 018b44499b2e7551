"""What pandas does in its own way."""

import importlib
import tracemalloc
from typing import Any, Final

import narwhals.stable.v2 as nw
import pytest

from implsupport import frames
from implsupport.evaluation.verdicts import MAJORITY
from implsupport.frames.engines.of_pandas import ENGINE
from implsupport.frameworks.matland import MATLAND
from implsupport.frameworks.success import SUCCESS, Criterion

pandas: Any = importlib.import_module("pandas")

CRITERIA: Final = [criterion.key for criterion in Criterion]


def test_the_index_of_pandas_is_left_as_it_was() -> None:
    """An index with repeated labels in any order does not move a result to another row."""
    words = ["relative-success", None, "not-applicable", "conflicted-attainment"]
    several = dict.fromkeys(CRITERIA, ["relative-success"] * 4) | {"clarity": words}
    found = frames.score(pandas.DataFrame(several, index=[7, 3, 7, "x"]), SUCCESS)

    assert found.index.tolist() == [7, 3, 7, "x"]
    assert found["gaps"].tolist() == [0, 1, 1, 0]


def test_names_in_pandas_may_be_anything() -> None:
    """Of columns that are not read."""
    frame = pandas.DataFrame({key: ["relative-success"] for key in CRITERIA})
    frame[0] = "x"
    frame["a", 1] = "y"
    found = frames.score(frame, SUCCESS)

    assert [*found.columns[-5:]] == [0, ("a", 1), "lowest", "highest", "gaps"]


def test_beside_a_column_of_text_words_come_out_as_text() -> None:
    """The result has one type, whichever column is the first."""
    frame = pandas.DataFrame({"c": pandas.Categorical(["low", "High"]), "t": ["low", "low"]})
    found = nw.from_native(frames.classify(frame, MATLAND, row="t", col="c"))

    assert found.schema["kind"] == nw.String


@pytest.mark.parametrize(("words", "width"), [(127, "int8"), (128, "int32")])
def test_few_words_have_codes_of_one_byte(words: int, width: str) -> None:
    """A missing value has one too."""
    given = [*map(str, range(words)), None]
    coded: Any = ENGINE.coded
    ((known, codes),) = coded(pandas.DataFrame({"c": given}), {"c": ["low"]})

    assert (known, codes.dtype) == (given[:-1], width)
    assert codes.tolist() == [*range(words), -1]


def test_of_categories_the_results_take_no_more_than_the_frame() -> None:
    """Not even while they are made, when numbers of eight bytes stand for some rows at a time."""
    words = pandas.Categorical(
        ["relative-success", None, "not-applicable", "conflicted-attainment"] * 100_000
    )
    frame = pandas.DataFrame(dict.fromkeys(CRITERIA, words))
    frames.decide(frame[:20_000], SUCCESS, MAJORITY)
    tracemalloc.start()
    frames.decide(frame, SUCCESS, MAJORITY)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert peak < frame.memory_usage().sum()
