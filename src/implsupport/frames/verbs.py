"""The verbs over the columns of a frame: the words and the results are those for one case."""

from collections.abc import Mapping
from typing import Any, TypeVar

from narwhals.stable.v2.typing import IntoFrameT

from implsupport.errors import FrameworkError, IncompleteError, UnknownTermError, shown
from implsupport.evaluation.verdicts import SortingRule
from implsupport.frames import calls, degrees, profiles
from implsupport.frames.calls import Call, OnError
from implsupport.matrix import Grid, Rubric, Typology
from implsupport.terms import Term

__all__ = ["classify", "decide", "locate", "place", "score"]

R = TypeVar("R", bound=Term)


def classify(  # noqa: PLR0913 -- columns, prefix and on_error are given by name
    df: IntoFrameT,
    typology: Typology[Any, Any, Any],
    *,
    row: str,
    col: str,
    prefix: str = "",
    on_error: OnError = "raise",
) -> IntoFrameT:
    """Pick the cell of a typology that each row falls in.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        typology: The typology to read.
        row: The column with a term of its rows, as key or label, or with a gap; null and blank
            text are one.
        col: The column with a term of its columns, likewise.
        prefix: What the names of the results begin with.
        on_error: Whether words that cannot be read are refused or count as gaps.

    Returns:
        The frame with `kind`, the key of the kind, null where an axis has a gap. Keys are text, or
        categories where every column that is read holds categories, but on DuckDB and Spark. With
        `on_error="gap"` also `unread`, how many words of the row could not be read, and `reason`,
        of which columns, and which vocabulary has no such word; the words stay in their columns.
        A lazy frame stays lazy: only its distinct words are asked for here.

    Raises:
        FrameError: If it is no data frame; or a column is not there, of another type, or read for
            both, a name of a result is taken, or a word cannot be read: all findings, each word
            with the number of its rows.
        FrameworkError: If what is to be read is no typology.
        UnknownTermError: If `on_error` is neither, or `prefix` is no text.

    Source:
        That of `readings.classify`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import matland
    >>> policies = pandas.DataFrame({"ambiguity": ["High", "low"], "conflict": ["low", None]})
    >>> placed = classify(policies, matland.MATLAND, row="ambiguity", col="conflict")
    >>> placed["kind"].fillna("not placed").tolist()
    ['experimental', 'not placed']
    """
    call = Call.of(profiles.classifying(typology), _axes(row, col), prefix, on_error)
    native: IntoFrameT = calls.looked_up(df, call)
    return native


def place(  # noqa: PLR0913 -- see classify
    df: IntoFrameT,
    grid: Grid[Any, Any, Any],
    *,
    row: str,
    col: str,
    prefix: str = "",
    on_error: OnError = "raise",
) -> IntoFrameT:
    """Name the cell of a grid that each row, an activity in one cell, stands in.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        grid: The grid to read.
        row: The column with a term of its rows, as key or label, or with a gap; null and blank
            text are one.
        col: The column with a term of its columns, likewise.
        prefix: What the names of the results begin with.
        on_error: Whether words that cannot be read are refused or count as gaps.

    Returns:
        The frame with `activity_type`, the key of what the cell says, null for what has no cell.
        With `on_error="gap"` also `unread` and `reason`, as for `classify`.

    Raises:
        FrameError: As for `classify`.
        FrameworkError: If what is to be read is no grid.
        UnknownTermError: As for `classify`.

    Source:
        That of `readings.place`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import governance
    >>> acts = pandas.DataFrame({"locus": ["system"], "level": ["directive"]})
    >>> place(acts, governance.GOVERNANCE, row="locus", col="level")["activity_type"].tolist()
    ['general-rule-setting']
    """
    call = Call.of(profiles.placing(grid), _axes(row, col), prefix, on_error)
    native: IntoFrameT = calls.looked_up(df, call)
    return native


def score(
    df: IntoFrameT,
    rubric: Rubric[Any, Any, Any],
    *,
    columns: Mapping[Any, str] | None = None,
    prefix: str = "",
    on_error: OnError = "raise",
) -> IntoFrameT:
    """Score each row on a rubric: one card a row, one column a criterion.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        rubric: The rubric to read.
        columns: Criterion to the column with its grades, as keys or labels, and gaps; a criterion
            that is not named has the column of its key, and no two have the same. A null and
            text that is blank are *not-assessed*.
        prefix: What the names of the results begin with.
        on_error: Whether words that cannot be read are refused or count as gaps.

    Returns:
        The frame with `lowest` and `highest`, the keys of the lowest and the highest grade given,
        null where none is, and `gaps`, how many criteria have none. Keys are text or categories as
        for `classify`; grades are in their order then, but for pyarrow. With `on_error="gap"` also
        `unread` and `reason`, as for `classify`.

    Raises:
        FrameError: As for `classify`.
        UnknownTermError: If a criterion that is named is not one of the rubric; or as for
            `classify`.
        IncompleteError: If a criterion is named twice.
        FrameworkError: If what is to be read is no rubric, or `columns` is no mapping.

    Source:
        That of `readings.score`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import success
    >>> cases = pandas.DataFrame(
    ...     {criterion.key: ["relative-success"] for criterion in success.Criterion}
    ...     | {"politics": ["Not stated"]}
    ... )
    >>> score(cases, success.SUCCESS)[["lowest", "highest", "gaps"]].values.tolist()
    [['relative-success', 'relative-success', 1]]
    """
    verb = profiles.scoring(rubric)
    call = Call.of(verb, _criteria(rubric, columns), prefix, on_error)
    native: IntoFrameT = calls.looked_up(df, call)
    return native


def decide(  # noqa: PLR0913 -- see classify
    df: IntoFrameT,
    rubric: Rubric[Any, Any, Any],
    rule: SortingRule | str,
    *,
    columns: Mapping[Any, str] | None = None,
    prefix: str = "",
    on_error: OnError = "raise",
) -> IntoFrameT:
    """Sort each row, a card, into one grade by a rule, or into bounds where it has gaps.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        rubric: The rubric to read.
        rule: One of `verdicts.RULES` or its key, or the caller's own.
        columns: Criterion to the column with its grades, as for `score`.
        prefix: What the names of the results begin with.
        on_error: Whether words that cannot be read are refused or count as gaps.

    Returns:
        The frame with `verdict_lowest` and `verdict_highest`, the keys of the bounds, null where
        nothing is applicable, and `settled`, whether they are one. Keys are text or categories as
        for `score`. With `on_error="gap"` also `unread` and `reason`, as for `classify`.

    Raises:
        FrameError: As for `classify`.
        UnknownTermError: If the rule or `columns` names a criterion or a grade that the rubric
            does not have; or as for `classify`.
        UnknownKeyError: If there is no rule of that key.
        FrameworkError: If what is to be read is no rubric, `columns` is no mapping, or the rule
            has no weight for a criterion, or names one twice.
        IncompleteError: If `columns` names a criterion twice.

    Source:
        That of `verdicts.decide`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import success, verdicts
    >>> cases = pandas.DataFrame(
    ...     {criterion.key: ["relative-success"] for criterion in success.Criterion}
    ...     | {"politics": [None]}
    ... )
    >>> decided = decide(cases, success.SUCCESS, verdicts.MAJORITY)
    >>> decided["verdict_lowest"].tolist(), decided["settled"].tolist()
    (['relative-success'], [True])
    """
    verb = profiles.deciding(rubric, rule)
    call = Call.of(verb, _criteria(rubric, columns), prefix, on_error)
    native: IntoFrameT = calls.looked_up(df, call)
    return native


def locate(  # noqa: PLR0913 -- see classify
    df: IntoFrameT,
    typology: Typology[Any, Any, Any],
    *,
    row: str,
    col: str,
    prefix: str = "",
    on_error: OnError = "raise",
) -> IntoFrameT:
    """Grade each row's membership of every cell of a typology of two two-grade scales.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        typology: The typology to read.
        row: The column with how far a case has the higher grade of the rows, from 0 to 1; null
            or NaN where it is not known.
        col: The column with how far it has the higher grade of the columns, likewise.
        prefix: What the names of the results begin with.
        on_error: Whether numbers that are no degrees are refused or count as not known.

    Returns:
        The frame with a column for the membership of each kind, named by its key; then `kind`,
        the key of the kind above 0.5, or null; `margin`, the least distance of an axis from its
        crossover; and `borderline`, whether an axis sits on it. With `on_error="gap"` also
        `unread` and `reason`, as for `classify`.

    Raises:
        FrameError: If it is no data frame; or a column is not there, of another type, or read for
            both, a name of a result is taken, or numbers are below 0 or above 1: all findings,
            each with the number of its rows.
        FrameworkError: If it is no typology whose axes are scales of two grades.
        UnknownTermError: As for `classify`.

    Source:
        That of `readings.locate`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import matland
    >>> policies = pandas.DataFrame({"a": [0.75, 0.5], "c": [0.25, 1.0]})
    >>> located = locate(policies, matland.MATLAND, row="a", col="c")
    >>> located[["experimental", "margin"]].values.tolist(), located["kind"].count().item()
    ([[0.75, 0.25], [0.0, 0.0]], 1)
    """
    call = Call.of(profiles.locating(typology), _axes(row, col), prefix, on_error)
    native: IntoFrameT = degrees.located(df, typology, call)
    return native


def _axes(row: str, col: str) -> dict[str, str]:
    return {"the row": row, "the column": col}


def _criteria(rubric: Rubric[R, Any, Any], columns: Any) -> dict[str, str]:  # noqa: ANN401 -- also what is refused
    """Find the column of each criterion, in the rubric's order."""
    given: Mapping[Any, str] = {} if columns is None else columns
    if not isinstance(given, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] -- a user may give anything
        problem = f"{shown(columns)} is not a mapping of criteria to columns"
        raise FrameworkError(rubric.key, (problem,))
    named: dict[R, str] = {}
    unknown: list[UnknownTermError] = []
    again: list[str] = []
    for word, column in given.items():
        try:
            row = rubric.rows.of(word)
        except UnknownTermError as error:
            unknown.append(error)
            continue
        again += [row.key] if row in named else []
        named[row] = column
    if unknown:
        raise UnknownTermError.together(unknown)
    if again:
        raise IncompleteError(rubric.key, repeated=tuple(again))
    return {f"criterion {row.key!r}": named.get(row, row.key) for row in rubric.rows}
