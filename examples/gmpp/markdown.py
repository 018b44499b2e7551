"""Counts, and tables that can be pasted into a report."""

from collections.abc import Iterable

import polars as pl

from implsupport import Gap

GAPS = (Gap.NOT_STATED, Gap.NOT_APPLICABLE, Gap.NOT_ASSESSED)


def tally(frame: pl.DataFrame, column: str, words: Iterable[str]) -> pl.DataFrame:
    """Count words by rater and report, in the order given, zeros included."""
    counts = [pl.col(column).eq(word).sum().alias(word) for word in words]
    by = [pl.col("assessor").alias("rater"), pl.col("date").alias("report")]
    return frame.group_by(by).agg(counts).sort("rater", "report")


def reasons(rated: pl.DataFrame) -> pl.DataFrame:
    """Count the gaps by rater and word, with what is printed at the first of them."""
    gaps = rated.filter(pl.col("grade").is_in([gap.key for gap in GAPS]))
    by = [pl.col("assessor").alias("rater"), pl.col("grade").alias("read as"), "word"]
    counts = [pl.len().alias("ratings"), pl.col("raw").first().alias("printed at the first")]
    return gaps.group_by(by, maintain_order=True).agg(counts).fill_null("(blank)")


def show(title: str, frame: pl.DataFrame) -> None:
    """Print a frame as a Markdown table."""
    with pl.Config(
        tbl_formatting="MARKDOWN",
        tbl_hide_column_data_types=True,
        tbl_hide_dataframe_shape=True,
        tbl_rows=-1,
        tbl_cols=-1,
        tbl_width_chars=1000,
        fmt_str_lengths=100,
    ):
        print(f"\n## {title}\n\n{frame}")
