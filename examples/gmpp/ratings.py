"""The published ratings as a frame, one row each, and what the department says of them."""

from pathlib import Path

import polars as pl
from gmpp.scales import READING, Judged


def ratings(folder: Path) -> pl.DataFrame:
    """Read each rater's rating of each project in each year, its raw words beside it.

    A project is followed by its identifier, which is printed from 2021 on, else by its name. A
    rater who rated no project in a year has no rows for that year.
    """
    name = pl.col("project").str.to_lowercase()
    table = pl.read_csv(folder / "gmpp_dca_long.csv", infer_schema=False).with_columns(
        case=pl.coalesce(pl.col("gmpp_id").max().over(name), name),
        date=pl.col("report_year").cast(pl.Int64),
        criterion=pl.lit(Judged.CONFIDENCE.key),
    )
    by_rater = [
        table.with_columns(
            assessor=pl.lit(rater),
            word=f"{rater}_rating",
            raw=f"{rater}_rating_raw",
            grade=pl.col(f"{rater}_rating").replace(READING).fill_null("not-assessed"),
        )
        for rater in ("ipa", "sro")
    ]
    return pl.concat(by_rater).filter(pl.col("word").is_not_null().any().over("assessor", "date"))


def commentary(folder: Path, rated: pl.DataFrame) -> pl.DataFrame:
    """Set the department's own words on a rating beside it."""
    records = pl.read_csv(folder / "care_act_programme_records.csv", infer_schema=False)
    said = records.filter(pl.col("field").str.starts_with("Departmental commentary on actions"))
    return rated.join(said, on=["project", "report_year"], maintain_order="left")
