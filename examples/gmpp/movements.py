"""How ratings moved from one report to the next: one row a project and rater."""

from typing import Any

import polars as pl
from gmpp.scales import RUBRICS

from implsupport import FrameworkError, compare, score

MOVES = ("rose", "fell", "held", "unclear", "not comparable", "scope changed")
KEY = """
Unclear: a gap in one of the two years, such as a project that the other rater rated.
Not comparable: the scale changed. A rise is a higher rating, whatever it was due to."""
RESCOPED = {("Care and Support Implementation Programme", "2016")}  # from the official commentary


def movements(rated: pl.DataFrame) -> pl.DataFrame:
    """Set each rating beside the one by the same rater a year later, and compare the two."""
    later = rated.with_columns(pl.col("date") - 1)
    pairs = rated.join(later, on=["case", "assessor", "date"], suffix="_after", validate="1:1")
    told = pairs.filter(pl.any_horizontal(pl.col("word", "word_after").is_not_null()))
    return told.with_columns(movement=pl.Series(map(_movement, told.iter_rows(named=True))))


def _movement(pair: dict[str, Any]) -> str:
    """Compare two cards; cards of two rubrics do not compare."""
    if (pair["project"], pair["report_year_after"]) in RESCOPED:
        return "scope changed"
    before, after = (
        score(RUBRICS[pair[f"scale{which}"]], {pair["criterion"]: pair[f"grade{which}"]})
        for which in ("", "_after")
    )
    try:
        found = compare(before, after)
    except FrameworkError:
        return "not comparable"
    return next(move for move in MOVES if getattr(found, move))
