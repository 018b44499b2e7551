"""What Spark does in its own way."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import pytest

from implsupport import frames
from implsupport.errors import FrameError, shown
from implsupport.frameworks.matland import MATLAND
from implsupport.frameworks.success import SUCCESS, Criterion

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas")

Native: TypeAlias = Any
"""A frame or a session as Spark knows it."""

Columns: TypeAlias = dict[str, Sequence[object]]
Make: TypeAlias = Callable[[Mapping[str, Sequence[object]]], Native]
Rows: TypeAlias = Callable[..., list[tuple[object, ...]]]

CRITERIA: Final = [criterion.key for criterion in Criterion]
PASSING: Final[Columns] = {key: ["relative-success"] for key in CRITERIA}


def test_spark_leaves_a_name_with_a_dot_as_it_is(frames_of: Callable[[str], Make]) -> None:
    """As long as it is not read; the name of a result may have one too."""
    columns: Columns = {"x.y": ["a"], "x`y": ["b"], "a": [0.75], "c": [0.25], **PASSING}
    scored = frames.score(frames_of("pyspark")(columns), SUCCESS, prefix="of.`six` ")
    found = frames.locate(scored, MATLAND, row="a", col="c", prefix="as.is ")

    assert found.columns[:10] == [*columns]
    assert found.columns[10:13] == ["of.`six` lowest", "of.`six` highest", "of.`six` gaps"]
    assert found.columns[-3:] == ["as.is kind", "as.is margin", "as.is borderline"]
    assert found.collect()[0][-3:] == ("experimental", 0.25, False)


@pytest.mark.parametrize("name", ["x.y", "x`y"])
def test_spark_cannot_be_asked_for_a_name_with_a_dot(
    frames_of: Callable[[str], Make], name: str
) -> None:
    """It would look for a part of a column."""
    frame = frames_of("pyspark")({name: ["high"], "c": ["low"]})

    with pytest.raises(FrameError, match="has a dot or a backtick in its name"):
        frames.classify(frame, MATLAND, row=name, col="c")


def test_each_session_of_spark_has_its_own_tables(spark: Native, rows: Rows) -> None:
    """What comes from one stays there."""
    frame = spark.newSession().createDataFrame([("high", "low")], "a STRING, c STRING")
    found = frames.classify(frame, MATLAND, row="a", col="c")

    assert found.sparkSession is frame.sparkSession
    assert rows(found, "kind") == [("experimental",)]


def test_words_with_marks_of_sql_are_words_to_spark(spark: Native) -> None:
    """Quotation marks and backslashes end no text."""
    words = ["'", "\\", "x' OR '1'='1", "näher", "low"]
    frame = spark.createDataFrame([(word, word) for word in words], "a STRING, c STRING")

    with pytest.raises(FrameError) as caught:
        frames.classify(frame, MATLAND, row="a", col="c")

    assert {(one.column, one.given, one.rows) for one in caught.value.findings} == {
        (column, shown(word), 1) for column in "ac" for word in words[:-1]
    }


def test_words_of_odd_white_space_are_read_by_spark(spark: Native, rows: Rows) -> None:
    """They are folded as for one case."""
    words = ["\tLow ", "low\n", "high\u00a0"]
    frame = spark.createDataFrame([(word, word) for word in words], "a STRING, c STRING")
    found = frames.classify(frame, MATLAND, row="a", col="c")

    assert rows(found, "kind") == [("administrative",), ("administrative",), ("symbolic",)]


def test_of_spark_many_outcomes_are_joined(frames_of: Callable[[str], Make], rows: Rows) -> None:
    """An array of few is looked through; what could not be read makes many."""
    given = {name: ["low", "relative-success", None, name] for name in CRITERIA}
    names = ("lowest", "gaps", "unread", "reason")
    asked = {"columns": {name: name for name in CRITERIA}, "on_error": "gap"}
    spark, polars_ = frames_of("pyspark")(given), frames_of("polars")(given)
    score: Any = frames.score

    assert sorted(rows(score(spark, SUCCESS, **asked), *names), key=str) == sorted(
        rows(score(polars_, SUCCESS, **asked), *names), key=str
    )
