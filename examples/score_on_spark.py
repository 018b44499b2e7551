"""Of a million programmes, how many can be said to have succeeded, decided where the data lie?"""

import tempfile
from pathlib import Path

from pyspark.sql import SparkSession, functions

import implsupport as isup
from implsupport import frames

ROWS = 1_000_000
WORDS = ["relative-failure", "conflicted-attainment", "Relative success", None]


def grade(place: int) -> functions.Column:
    """Make up a grade for each number, another for each criterion, and a gap for some."""
    word = functions.col("id") % (7 + place) % len(WORDS)
    return functions.element_at(functions.array(*map(functions.lit, WORDS)), word.cast("int") + 1)


def main(folder: Path) -> None:
    """Write ratings to Parquet, decide them on two cores, count the verdicts there."""
    spark = SparkSession.builder.master("local[2]").appName("programmes").getOrCreate()
    grades = [grade(place).alias(row.key) for place, row in enumerate(isup.success.Criterion)]
    spark.range(ROWS).select("id", *grades).write.parquet(str(folder / "ratings"))

    ratings = spark.read.parquet(str(folder / "ratings"))
    decided = frames.decide(ratings, isup.success.SUCCESS, isup.verdicts.MAJORITY)
    decided.write.parquet(str(folder / "decided"))  # each worker writes its own rows

    verdicts = spark.read.parquet(str(folder / "decided")).groupBy("settled", "verdict_lowest")
    for settled, lowest, rows in sorted(verdicts.count().collect()):
        print("the verdict is" if settled else "at the least", lowest, f"for {rows:,} programmes")
    spark.stop()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name))
