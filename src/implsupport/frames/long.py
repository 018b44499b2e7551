"""Long frames, one row a rating: turned into wide ones, one row a card, or read as a panel."""

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrame, IntoFrameT

from implsupport.errors import FrameError, IncompleteError, UnknownTermError, nearest, shown
from implsupport.evaluation import panels
from implsupport.evaluation.panels import Agreement, Coefficient, Panel
from implsupport.frames import columns as reading
from implsupport.frames import engines, findings
from implsupport.frames.columns import (
    AnyFrame,
    Asked,
    Frame,
    Words,
    collected,
    free,
    is_text,
    names_of,
)
from implsupport.frames.findings import Findings
from implsupport.frames.profiles import require
from implsupport.matrix import Rubric, Typology
from implsupport.terms import Gap, Scale, Term

__all__ = ["agreement", "panel", "widen"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_FIELDS: Final = ("case", "object", "part", "criterion", "assessor", "layer", "date", "grade")
_REQUIRED: Final = ("case", "criterion", "grade")
_GAPS: Final = tuple(reversed(tuple(Gap)))  # the one for a missing value is the last


def _asked(there: Sequence[str], named: Mapping[str, str]) -> dict[str, str]:
    """Find the column of each field: the one named, else that of its own name if it is there."""
    foreign = [
        UnknownTermError(shown(name), "a long frame", _FIELDS, nearest(name, _FIELDS), noun="field")
        for name in named
        if name not in _FIELDS
    ]
    if foreign:
        raise UnknownTermError.together(foreign)
    return {
        field: named.get(field, field)
        for field in _FIELDS
        if field in named or field in there or field in _REQUIRED
    }


# --- wide ---


def widen(
    df: IntoFrameT, rubric: Rubric[R, S, Any], *, columns: Mapping[str, str] | None = None
) -> IntoFrameT:
    """Turn a long frame, one row a rating, into a wide one, one row a card.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        rubric: The rubric.
        columns: Field to column, where they differ. The fields are *case*, *criterion* and
            *grade*, and as far as they are there *object*, *part*, *assessor*, *layer* and
            *date*. The grade may be a gap, and a null is *not-assessed*.

    Returns:
        A frame with a row for each case, object, part, assessor, layer and date, and after these
        a column for each criterion, with the key of its grade or gap, or null where it has no
        row. Categories become text, and other columns are left out. Of a frame that is not lazy
        the rows stand in the order in which their cards begin.

    Raises:
        FrameError: If a column is not there or of another type, a word cannot be read, or a card
            has several rows for a criterion: all findings.
        UnknownTermError: If `columns` names a field that there is not.
        FrameworkError: If what is to be read is no rubric.

    Source:
        Only the layout changes. Status: ours.

    >>> import pandas
    >>> from implsupport import success
    >>> long = pandas.DataFrame(
    ...     [["hwb", "Clarity", "relative-failure"], ["hwb", "politics", "Not stated"]],
    ...     columns=["case", "criterion", "grade"],
    ... )
    >>> widen(long, success.SUCCESS)[["case", "clarity", "politics"]].values.tolist()
    [['hwb', 'relative-failure', 'not-stated']]
    """
    require(rubric, Rubric)
    frame = engines.opened(df)
    asked = _asked(names_of(frame), columns or {})
    index = [name for field, name in asked.items() if field not in {"criterion", "grade"}]
    found = _missing(frame, asked)
    found.add(findings.taken([criterion.key for criterion in rubric.rows], index))
    criterion, grade = _words(frame, rubric, asked, found)
    row, mark = free("row", index), free("mark", index)
    schema = frame.collect_schema()
    keyed: Any = frame.select(
        *(nw.col(name).cast(nw.String) if is_text(schema[name]) else name for name in index),
        criterion.digit(reading.number).alias(row),
        grade.digit(reading.number).alias(mark),
    )
    keys = reading.keys_of(rubric.rows)
    _require_one_each(keyed, [*index, row], asked["criterion"], keys)
    native: IntoFrameT = _cards(keyed, rubric, index).to_native()
    return native


def _missing(frame: Frame, asked: Mapping[str, str]) -> Findings:
    """Find the columns that are not there."""
    engines.require_readable(frame, asked.values())
    found, wanted = Findings(), {f"the {field}": name for field, name in asked.items()}
    found.add(findings.missing(wanted, names_of(frame)))
    return found


def _words(
    frame: Frame, rubric: Rubric[R, S, Any], asked: Mapping[str, str], found: Findings
) -> list[Words]:
    """Read the words of criteria and grades, or refuse all that is wrong."""
    schema, there = frame.collect_schema(), names_of(frame)
    words: list[Asked] = [
        (asked["criterion"], rubric.rows, (*rubric.rows, None)),
        (asked["grade"], rubric.cols, (*rubric.cols, *_GAPS)),
    ]
    known = [one for one in words if one[0] in there]
    counts = engines.counted(frame, known)
    read = [
        reading.read(name, schema[name], vocabulary, marks, of, found)
        for (name, vocabulary, marks), of in zip(known, counts, strict=True)
    ]
    found.refuse()
    return read


def _require_one_each(
    keyed: AnyFrame, judged: Sequence[str], criterion: str, keys: Sequence[str]
) -> None:
    """Refuse rows without a criterion, and cards with several rows for one."""
    rows, row = free("rows", judged), judged[-1]
    groups = keyed.group_by(*judged).agg(nw.len().alias(rows))
    is_none = nw.col(row) == len(keys)
    is_again = (nw.col(rows) > 1) & ~is_none
    of_none = nw.when(is_none).then(nw.col(rows)).otherwise(0)
    facts = groups.select(again=is_again.cast(nw.Int64).sum(), none=of_none.cast(nw.Int64).sum())
    [(again, none)] = collected(facts).rows()
    found = Findings()
    found.add([findings.empty(criterion, int(none))] if none else [])
    if again:
        *card, place = collected(groups.filter(is_again).select(*judged).head(1)).row(0)
        example = (*card, keys[int(place)])
        found.add([findings.repeated([*judged[:-1], criterion], example, int(again))])
    found.refuse()


def _cards(keyed: AnyFrame, rubric: Rubric[R, S, Any], index: Sequence[str]) -> AnyFrame:
    """Gather the rows of each card; of its one row for a criterion the mark is the greatest."""
    row, mark = names_of(keyed)[-2:]
    criteria = [criterion.key for criterion in rubric.rows]
    apart = keyed.with_columns(
        nw.when(nw.col(row) == place).then(nw.col(mark)).alias(key)
        for place, key in enumerate(criteria)
    )
    begins = [] if isinstance(keyed, nw.LazyFrame) else [free("begins", [*index, *criteria])]
    ordered = apart.with_row_index(*begins) if begins else apart
    cards = ordered.group_by(*index).agg(
        *(nw.col(key).max() for key in criteria), *(nw.col(name).min() for name in begins)
    )
    keys = [term.key for term in (*rubric.cols, *_GAPS)]
    written = (cards.sort(*begins) if begins else cards).with_columns(
        _key_of(name, keys).alias(name) for name in criteria
    )
    return written.select(*index, *criteria)


def _key_of(name: str, keys: Sequence[str]) -> nw.Expr:
    """Write the key for each digit, null for null."""
    written: Any = nw
    for digit, key in enumerate(keys):
        written = written.when(nw.col(name) == digit).then(nw.lit(key))
    expression: nw.Expr = written
    return expression


# --- panels ---


def panel(
    df: IntoFrame,
    framework: Rubric[Any, Any, Any] | Typology[Any, Any, Any],
    *,
    columns: Mapping[str, str] | None = None,
) -> Panel[Any, Any]:
    """Read a long frame, one row a rating, as a panel of assessors.

    A lazy frame is fetched, as far as its columns are read: a panel is one value in memory.

    Args:
        df: A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark.
        framework: The rubric; or a typology, whose criteria are then *ambiguity* for its rows
            and *conflict* for its columns.
        columns: Field to column, where they differ. The fields are *case*, *criterion* and
            *grade*, and as far as they are there *object*, *part*, *assessor*, *layer* and
            *date*. The grade may be a gap, and a null is *not-assessed*. Dates and whole numbers
            are taken as text.

    Returns:
        The panel.

    Raises:
        FrameError: If a column is not there, a word cannot be read, a case or a criterion is
            missing, or an assessor judges something in two rows: all findings.
        UnknownTermError: If `columns` names a field that there is not.
        FrameworkError: If the framework is neither a rubric nor a typology of scales.

    Source:
        That of `panels.Panel`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import success
    >>> long = pandas.DataFrame(
    ...     [["hwb", "Clarity", "A", "relative-failure"], ["hwb", "clarity", "B", None]],
    ...     columns=["case", "criterion", "assessor", "grade"],
    ... )
    >>> panel(long, success.SUCCESS)
    Panel('success': 1 item, 2 assessors)
    """
    empty: Panel[Any, Any] = Panel.of(framework, [])  # refuses what no panel can be of
    frame = engines.opened(df)
    asked = _asked(names_of(frame), columns or {})
    found = _missing(frame, asked)
    there = {field: name for field, name in asked.items() if name in names_of(frame)}
    fetched = collected(frame.select(*dict.fromkeys(there.values())))
    texts = {field: _texts(fetched.get_column(name)) for field, name in there.items()}
    marks = _marks(empty, texts, asked, found)
    found.refuse()
    nothing = [None] * len(fetched)
    fields = [texts.get(field, nothing) for field in _FIELDS[:-1]]
    try:
        return Panel.of(framework, [*zip(*fields, marks, strict=True)])
    except IncompleteError as error:
        judged = [name for field, name in asked.items() if field != "grade"]
        twice = findings.repeated(judged, error.repeated[0], len(error.repeated))
        raise FrameError((twice,)) from None


def _texts(series: nw.Series[Any]) -> list[str | None]:
    """Write what stands in a column as text; NaN and blanks are missing as null is."""
    there = series.is_null().to_list()
    return [
        None if is_null else _text(value)
        for is_null, value in zip(there, series.to_list(), strict=True)
    ]


def _text(value: object) -> str | None:
    if isinstance(value, dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float):
        return None if math.isnan(value) else f"{value:g}"
    text = str(value)
    return text if text.strip() else None


def _marks(
    empty: Panel[Any, Any],
    texts: Mapping[str, list[str | None]],
    asked: Mapping[str, str],
    found: Findings,
) -> list[Term | None]:
    """Read criteria and grades, each pair of words once, and find what cannot be read."""
    for field in ("case", "criterion"):
        rows = texts.get(field, []).count(None)
        found.add([findings.empty(asked[field], rows)] if rows else [])
    criteria, grades = texts.get("criterion", []), texts.get("grade", [])
    times = Counter(word for word in criteria if word is not None)
    scales = {word: _scale_of(empty, word) for word in times}
    foreign = {word: rows for word, rows in times.items() if scales[word] is None}
    keys = reading.keys_of(empty.criteria)
    found.add_words(asked["criterion"], foreign, empty.criteria.__name__, keys)
    marks: dict[tuple[str | None, str | None], Term | None] = {}
    unknown: dict[type[Scale], Counter[str]] = {}
    for (criterion, grade), rows in Counter(zip(criteria, grades, strict=False)).items():
        scale = scales.get(criterion or "")
        marks[criterion, grade] = mark = None if scale is None else _mark_of(scale, grade)
        if scale is not None and mark is None:
            unknown.setdefault(scale, Counter())[grade or ""] += rows
    for scale, words in unknown.items():
        found.add_words(asked["grade"], words, scale.__name__, reading.keys_of(scale, Gap))
    return [marks[pair] for pair in zip(criteria, grades, strict=False)]


def _mark_of(scale: type[Scale], grade: str | None) -> Term | None:
    """Read a grade; None where it is neither one of the scale nor a gap."""
    try:
        return scale.mark(grade or Gap.NOT_ASSESSED)
    except UnknownTermError:
        return None


def _scale_of(empty: Panel[Any, Any], word: str) -> type[Scale] | None:
    """Find the scale of a criterion; None where there is no such criterion."""
    try:
        scale: type[Scale] = empty.scales[empty.criteria.of(word)]
    except UnknownTermError:
        return None
    return scale


def agreement(  # noqa: PLR0913 -- those of panels.agreement, and where the columns are
    df: IntoFrame,
    framework: Rubric[Any, Any, Any] | Typology[Any, Any, Any],
    coefficient: Coefficient | str = "ordinal-alpha",
    *,
    columns: Mapping[str, str] | None = None,
    pool: bool = False,
    replicates: int = 10_000,
    seed: int = 0,
) -> Agreement[Any, Any]:
    """Find how far the assessors of a long frame agree, within one layer and date.

    Args:
        df: A long frame, one row a rating, as `panel` reads it.
        framework: The rubric, or a typology of scales.
        coefficient: Which coefficient, as for `panels.agreement`.
        columns: Field to column, as for `panel`.
        pool: Whether to compare judgements of different layers and dates.
        replicates: How many times to draw the cases again for the interval, 1 or more.
        seed: Which random numbers to take for that.

    Returns:
        What `panels.agreement` returns for the panel.

    Raises:
        FrameError: As for `panel`.
        UnknownTermError: If there is no such coefficient or field, or the replicates or the seed
            are not whole numbers.
        FrameworkError: If the framework is neither a rubric nor a typology of scales.

    Source:
        That of `panels.agreement`; that columns are read is ours. Status: ours.

    >>> import pandas
    >>> from implsupport import success
    >>> long = pandas.DataFrame(
    ...     [["x", "clarity", "A", "relative-failure"], ["x", "clarity", "B", "relative-failure"]],
    ...     columns=["case", "criterion", "assessor", "grade"],
    ... )
    >>> agreement(long, success.SUCCESS, "percent").overall.value
    1.0
    """
    ratings = panel(df, framework, columns=columns)
    return panels.agreement(ratings, coefficient, pool=pool, replicates=replicates, seed=seed)
