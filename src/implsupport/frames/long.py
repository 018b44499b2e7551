"""Long frames, one row a rating: turned into wide ones, one row a card, or read as a panel."""

import datetime as dt
import functools
import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeVar

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import IntoFrame, IntoFrameT

from implsupport.errors import (
    FrameError,
    FrameFinding,
    FrameworkError,
    IncompleteError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.evaluation import panels
from implsupport.evaluation.panels import Agreement, Coefficient, Panel
from implsupport.evaluation.ratings import OBJECTS
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
    present,
)
from implsupport.frames.findings import Findings
from implsupport.frames.profiles import require
from implsupport.matrix import Matrix, Rubric, Typology
from implsupport.terms import Gap, Scale, Term, folded

__all__ = ["agreement", "panel", "widen"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_FIELDS: Final = ("case", "object", "part", "criterion", "assessor", "layer", "date", "grade")
_REQUIRED: Final = ("case", "criterion", "grade")
_LABELS: Final = ("case", "part", "assessor", "layer")
_GAPS: Final = tuple(reversed(tuple(Gap)))  # the one for a missing value is the last


def _asked(
    framework: Matrix[Any, Any, Any],
    there: Sequence[str],
    columns: Any,  # noqa: ANN401 -- also what is refused
) -> dict[str, str]:
    """Find the column of each field: the one named, else that of its own name if it is there."""
    named: Mapping[str, str] = {} if columns is None else columns
    if not isinstance(named, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance] -- a user may give anything
        problem = f"{shown(columns)} is not a mapping of fields to columns"
        raise FrameworkError(framework.key, (problem,))
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


def _there(frame: Frame, asked: Mapping[str, Any]) -> dict[str, str]:
    """Keep the fields whose columns are there."""
    names = names_of(frame)
    return {field: name for field, name in asked.items() if isinstance(name, str) and name in names}


def _amiss(frame: Frame, asked: Mapping[str, str]) -> Findings:
    """Find the columns that are not there, or read twice, or not read though they should be."""
    engines.require_readable(frame, asked.values())
    found, there = Findings(), names_of(frame)
    found.add_columns({f"the {field}": name for field, name in asked.items()}, there)
    known = _there(frame, asked).values()
    found.add(_likely([name for name in there if name not in known], _unasked(asked)))
    return found


def _unasked(asked: Mapping[str, str]) -> list[str]:
    return [field for field in _FIELDS if field not in asked]


def _likely(names: Sequence[str], fields: Sequence[str]) -> list[FrameFinding]:
    """Find the columns whose names are nearly those of fields: else layers or dates are pooled."""
    words = [(name, folded(name)) for name in names if isinstance(name, str)]  # pyright: ignore[reportUnnecessaryIsInstance] -- pandas takes any name
    return [
        findings.likely(name, field)
        for name, word in words
        for field in fields
        if _is_slip(word, field)
    ]


_LONG: Final = 6
"""In so long a name, a letter more or another one is a slip; in a short one, another word."""


def _is_slip(word: str, field: str) -> bool:
    """Tell whether a word is a field with one slip: a plural, or a letter left out or misplaced.

    A letter more, or another one, is a slip only in a long word.
    """
    pairs = zip(word, field, strict=False)
    place = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    rest, wanted = word[place:], field[place:]
    is_swapped = rest[1:2] + rest[:1] + rest[2:] == wanted
    is_short = place > 0 and rest != "" and rest == wanted[1:]
    is_changed = len(field) >= _LONG and rest[1:] in {wanted, wanted[1:]}
    return word == f"{field}s" or is_swapped or is_short or is_changed


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
            *date*. The grade may be a gap, and a null is *not-assessed*. Text that is blank is
            null.

    Returns:
        A frame with a row for each case, object, part, assessor, layer and date, and after these
        a column for each criterion, with the key of its grade or gap, or null where it has no
        row. Categories become text, and other columns are left out. Of a frame that is not lazy
        the rows stand in the order in which their cards begin.

    Raises:
        FrameError: If it is no data frame; or a column is not there, of another type, or read for
            two fields, one that is not read has nearly the name of a field that is not there, a
            word cannot be read, a case or a criterion is missing, a text has space around it, the
            names of two cases, parts, assessors or layers differ in case alone, or a card has
            several rows for a criterion: all findings of a kind.
        UnknownTermError: If `columns` names a field that there is not.
        FrameworkError: If what is to be read is no rubric, or `columns` is no mapping.

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
    asked = _asked(rubric, names_of(frame), columns)
    index = [name for field, name in asked.items() if field not in {"criterion", "grade"}]
    found = _amiss(frame, asked)
    found.add(findings.taken([criterion.key for criterion in rubric.rows], index))
    criterion, grade = _words(frame, rubric, asked, found)
    row, mark = free("row", index), free("mark", index)
    schema = frame.collect_schema()
    keyed: Any = frame.select(
        *(_label(name) if is_text(schema[name]) else name for name in index),
        criterion.digit(reading.number).alias(row),
        grade.digit(reading.number).alias(mark),
    )
    criteria = reading.keys_of(rubric.rows)
    keys = (*criteria, free("none", [*index, *criteria]))
    apart = _apart(keyed, keys)
    _require_one_each(apart, index, asked, keys)
    native: IntoFrameT = _cards(apart, rubric, index).to_native()
    return native


def _label(name: str) -> nw.Expr:
    """Write a column as text, null where it is blank."""
    text = nw.col(name).cast(nw.String)
    return nw.when(text.str.strip_chars() != "").then(text).alias(name)


def _words(
    frame: Frame, rubric: Rubric[R, S, Any], asked: Mapping[str, str], found: Findings
) -> list[Words]:
    """Read the words of criteria and grades, or refuse all that is wrong."""
    schema, there = frame.collect_schema(), _there(frame, asked)
    words: dict[str, Asked] = {
        "criterion": (asked["criterion"], rubric.rows, (*rubric.rows, None)),
        "grade": (asked["grade"], rubric.cols, (*rubric.cols, *_GAPS)),
    }
    known = [one for field, one in words.items() if field in there]
    counts = engines.counted(frame, known)
    read = [
        reading.read(name, schema[name], vocabulary, marks, of, found)
        for (name, vocabulary, marks), of in zip(known, counts, strict=True)
    ]
    found.refuse()
    return read


def _apart(keyed: AnyFrame, keys: Sequence[str]) -> AnyFrame:
    """Write the mark of each row in the column of its criterion; the last is that of none."""
    row, mark = names_of(keyed)[-2:]
    return keyed.with_columns(
        nw.when(nw.col(row) == place).then(nw.col(mark)).alias(key)
        for place, key in enumerate(keys)
    ).drop(row, mark)


def _require_one_each(
    apart: AnyFrame, index: Sequence[str], asked: Mapping[str, str], keys: Sequence[str]
) -> None:
    """Refuse rows without a case or a criterion, and cards with several rows for one."""
    rows, none, case = free("rows", names_of(apart)), keys[-1], asked["case"]
    counts = (nw.col(key).count() for key in keys)
    cards = apart.group_by(*index).agg(nw.len().alias(rows), *counts)
    schema = cards.collect_schema()  # pandas before 3 makes numbers of text that is all missing
    has_case = present(case, schema[case])
    again = {key: has_case & (nw.col(key) > 1) for key in keys[:-1]}
    written = [asked[field] for field in _LABELS if field in asked]
    labels = [name for name in written if is_text(schema[name])]
    facts = {f"again {key}": is_again.cast(nw.Int64).sum() for key, is_again in again.items()}
    facts |= {"none": nw.col(none).sum(), "no case": _sum_where(~has_case, rows)}
    facts |= _facts_of_texts(labels, rows)
    [told] = collected(cards.select(**facts)).rows(named=True)
    found, empty = Findings(), {case: told["no case"], asked["criterion"]: told["none"]}
    found.add(findings.empty(name, int(times)) for name, times in empty.items() if times)
    _find_in_texts(cards, told, labels, rows, found)
    times = {key: int(told[f"again {key}"]) for key in again}
    if key := next(filter(times.get, times), None):
        first = collected(cards.filter(again[key]).select(*index).head(1)).row(0)
        columns, several = [*index, asked["criterion"]], sum(times.values())
        found.add([findings.repeated(columns, (*first, key), several, _unasked(asked))])
    found.refuse()


def _facts_of_texts(labels: Sequence[str], rows: str) -> dict[str, nw.Expr]:
    """Ask whether texts have space around them, or differ in case alone."""
    facts = {f"loose {name}": _sum_where(_is_loose(name), rows) for name in labels}
    facts |= {f"names {name}": nw.col(name).n_unique() for name in labels}
    return facts | {f"folded {name}": nw.col(name).str.to_lowercase().n_unique() for name in labels}


def _find_in_texts(
    cards: AnyFrame, told: Mapping[str, Any], labels: Sequence[str], rows: str, found: Findings
) -> None:
    """Fetch the texts that are wrong, if any are."""

    def counted(name: str, which: nw.Expr) -> dict[str, int]:
        counts = cards.filter(which).group_by(name).agg(nw.col(rows).sum())
        return dict(collected(counts).rows())

    for name in labels:
        words = counted(name, _is_loose(name)) if told[f"loose {name}"] else {}
        found.add_most(words, functools.partial(findings.loose, name))
    for name in labels:
        is_one = told[f"folded {name}"] == told[f"names {name}"]
        is_name = ~nw.col(name).is_null() & ~_is_loose(name)
        _find_alike(name, {} if is_one else counted(name, is_name), found)


def _sum_where(condition: nw.Expr, name: str) -> nw.Expr:
    return nw.when(condition).then(nw.col(name)).otherwise(0).cast(nw.Int64).sum()


def _is_loose(name: str) -> nw.Expr:
    """Tell whether a text has space around it."""
    return ~nw.col(name).is_null() & (nw.col(name).str.strip_chars() != nw.col(name))


def _cards(apart: AnyFrame, rubric: Rubric[R, S, Any], index: Sequence[str]) -> AnyFrame:
    """Gather the rows of each card; of its one row for a criterion the mark is the greatest."""
    criteria = [criterion.key for criterion in rubric.rows]
    begins = [] if issubclass(type(apart), nw.LazyFrame) else [free("begins", [*index, *criteria])]
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
            *date*. The grade may be a gap, and a null is *not-assessed*. Text that is blank is
            null. Dates are taken as text, and numbers too, whole ones without a point.

    Returns:
        The panel.

    Raises:
        FrameError: If it is no data frame; or a column is not there or read for two fields, one
            that is not read has nearly the name of a field that is not there, a word, an object or
            a date cannot be read, a case or a criterion is missing, a text has space around it, or
            the names of two cases, parts, assessors or layers differ in case alone: all findings.
            Or, if that is all, an assessor judges something in two rows.
        UnknownTermError: If `columns` names a field that there is not.
        FrameworkError: If the framework is neither a rubric nor a typology of scales, or `columns`
            is no mapping.

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
    asked = _asked(framework, names_of(frame), columns)
    found, there = _amiss(frame, asked), _there(frame, asked)
    fetched = collected(frame.select(*dict.fromkeys(there.values())))
    texts = {field: _texts(fetched.get_column(name)) for field, name in there.items()}
    marks = _marks(empty, texts, asked, found)
    _find_misfits(empty, texts, asked, found)
    found.refuse()
    nothing = [None] * len(fetched)
    fields = [texts.get(field, nothing) for field in _FIELDS[:-1]]
    try:
        return Panel.of(framework, [*zip(*fields, marks, strict=True)])
    except IncompleteError as error:
        judged = [name for field, name in asked.items() if field != "grade"]
        times, unasked = len(error.repeated), _unasked(asked)
        twice = findings.repeated(judged, error.repeated[0], times, unasked)
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
        if math.isnan(value):
            return None
        return str(int(value)) if value.is_integer() else repr(float(value))
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


def _find_misfits(
    empty: Panel[Any, Any],
    texts: Mapping[str, list[str | None]],
    asked: Mapping[str, str],
    found: Findings,
) -> None:
    """Find what a panel would refuse of the other fields, each word once."""
    times = {field: Counter(filter(None, words)) for field, words in texts.items()}
    objects, dates = times.get("object", Counter()), times.get("date", Counter())
    foreign = {word: rows for word, rows in objects.items() if word not in OBJECTS}
    found.add_words(asked.get("object", ""), foreign, "object", OBJECTS)
    wanted = {word: _date_wanted(empty, word) for word in dates}
    found.add_most(
        {word: rows for word, rows in dates.items() if wanted[word]},
        lambda word, rows: findings.no_date(asked["date"], word, rows, wanted[word]),
    )
    for field in _LABELS:
        words = times.get(field, Counter())
        loose = {word: rows for word, rows in words.items() if word != word.strip()}
        found.add_most(loose, functools.partial(findings.loose, asked.get(field, "")))
        _find_alike(asked.get(field, ""), words - Counter(loose), found)


def _find_alike(column: str, names: Mapping[str, int], found: Findings) -> None:
    """Find names that differ in case alone; the one in most rows is taken for the right one."""
    right: dict[str, str] = {}
    for name in sorted(names, key=lambda name: (-names[name], name)):
        right.setdefault(name.casefold(), name)
    found.add_most(
        {name: rows for name, rows in names.items() if right[name.casefold()] != name},
        lambda name, rows: findings.alike(column, name, rows, right[name.casefold()]),
    )


def _date_wanted(empty: Panel[Any, Any], date: str) -> str:
    """Say what a panel reads as a date; nothing where it reads this."""
    criterion, *_ = reading.keys_of(empty.criteria)
    try:
        Panel.of(empty.framework, [("x", None, None, criterion, None, None, date, _GAPS[-1])])
    except UnknownTermError as error:
        return error.expected[0]
    return ""


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
