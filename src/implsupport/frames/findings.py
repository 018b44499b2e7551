"""What is wrong with a frame, as facts and sentences."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from implsupport.errors import FrameError, FrameFinding, nearest, shown

__all__ = [
    "Findings",
    "alike",
    "beyond",
    "empty",
    "likely",
    "loose",
    "marked",
    "missing",
    "no_date",
    "no_frame",
    "of_another_type",
    "repeated",
    "several",
    "shared",
    "taken",
    "unknown",
    "unnamed",
    "unread",
]

_MOST: Final = 50
"""Of so many unknown words of a column, those in most rows, an error tells the facts."""

_MOST_NAMES: Final = 20
"""So many columns are named in a sentence."""


class Findings:
    """What is wrong with a frame, collected instead of stopping at the first.

    Attributes:
        is_lenient: Whether words that cannot be read are not wrong, but recorded in the frame.
    """

    def __init__(self, *, is_lenient: bool = False) -> None:
        """Begin with nothing wrong."""
        self.is_lenient = is_lenient
        self._found: list[FrameFinding] = []
        self._more = 0

    def add(self, findings: Iterable[FrameFinding], more: int = 0) -> None:
        """Keep findings, and how many there are beside them."""
        self._found += findings
        self._more += more

    def add_columns(self, columns: Mapping[str, Any], there: Sequence[str]) -> None:
        """Keep what is wrong with the columns asked for: no names, not there, read twice."""
        named = {what: name for what, name in columns.items() if isinstance(name, str)}
        self.add(unnamed(columns, there))
        self.add(missing(named, there))
        self.add(shared(named))

    def add_words(
        self, column: str, words: Mapping[Any, int], name: str, keys: Sequence[str]
    ) -> None:
        """Keep the unknown words of a column: those in most rows, and how many others."""
        self.add_most(words, lambda word, rows: unknown(column, word, rows, name, keys))

    def add_most(
        self, words: Mapping[Any, int], finding: Callable[[Any, int], FrameFinding]
    ) -> None:
        """Keep a finding for each word: of those in most rows, and how many others."""
        first = sorted(words.items(), key=lambda item: (-item[1], str(item[0])))[:_MOST]
        self.add((finding(word, rows) for word, rows in first), len(words) - len(first))

    def refuse(self) -> None:
        """Raise what was found, if anything was."""
        if self._found:
            raise FrameError(tuple(dict.fromkeys(self._found)), self._more)


def missing(columns: Mapping[str, str], there: Sequence[str]) -> list[FrameFinding]:
    """Find the columns that are not there.

    Args:
        columns: What is read, to the name of the column that it is read from.
        there: The columns of the frame.

    Returns:
        A finding for each such column.

    >>> print(*missing({"criterion 'clarity'": "clarty"}, ["id", "clarity"]))
    column 'clarty': is not there, and criterion 'clarity' is read from it; there are 'id',
    'clarity'; did you mean 'clarity'?
    """
    return [_missing(what, name, there) for what, name in columns.items() if name not in there]


def _missing(what: str, name: str, there: Sequence[str]) -> FrameFinding:
    names = {str(other).casefold(): str(other) for other in there}
    near = names.get(nearest(name, names) or "")
    sentence = f"is not there, and {what} is read from it; {_known(there)}{_did_you_mean(near)}"
    return FrameFinding("missing", name, sentence, expected=tuple(there), nearest=near)


def _known(there: Sequence[str]) -> str:
    rest = f" and {len(there) - _MOST_NAMES:,} more" if len(there) > _MOST_NAMES else ""
    return f"there are {_quoted(there[:_MOST_NAMES])}{rest}" if there else "there are none"


def unnamed(columns: Mapping[str, Any], there: Sequence[str]) -> list[FrameFinding]:
    """Find what is asked for by something else than a name.

    Args:
        columns: What is read, to what was given for the name of its column.
        there: The columns of the frame.

    Returns:
        A finding for each thing that is no text.

    >>> print(*unnamed({"the row": None}, ["a", "c"]))
    the row is read from None, which is no text; give the name of a column as text, and rename
    columns that have no such name; there are 'a', 'c'
    """
    sentence = (
        "{} is read from {}, which is no text; give the name of a column as text, and rename "
        "columns that have no such name; {}"
    )
    known = _known(there)
    return [
        FrameFinding("name", None, sentence.format(what, shown(name), known), 0, shown(name))
        for what, name in columns.items()
        if not isinstance(name, str)
    ]


def shared(columns: Mapping[str, str]) -> list[FrameFinding]:
    """Find the columns that several things are read from.

    Args:
        columns: What is read, to the name of the column that it is read from.

    Returns:
        A finding for each such column.

    >>> print(*shared({"the row": "a", "the column": "a"}))
    column 'a': is read for the row and the column, and would count 2 times; name a column of its
    own for each
    """
    readers: dict[str, list[str]] = {}
    for what, name in columns.items():
        readers.setdefault(name, []).append(what)
    sentence = "is read for {} and {}, and would count {} times; name a column of its own for each"
    return [
        FrameFinding(
            "name", name, sentence.format(", ".join(what[:-1]), what[-1], len(what)), given=name
        )
        for name, what in readers.items()
        if len(what) > 1
    ]


def likely(name: str, field: str) -> FrameFinding:
    """Say that a column is not read, and that its name is nearly that of a field.

    Args:
        name: The name of the column.
        field: The field, which no column has.

    Returns:
        The finding.

    >>> print(likely("Layer", "layer"))
    column 'Layer': is not read, and may be the field 'layer', for which there is no column; rename
    it, or name it as columns={'layer': 'Layer'}, or drop it
    """
    sentence = (
        f"is not read, and may be the field {field!r}, for which there is no column; rename it, "
        f"or name it as columns={{{field!r}: {name!r}}}, or drop it"
    )
    return FrameFinding("name", name, sentence, given=name, expected=(field,), nearest=field)


def taken(names: Sequence[str], there: Sequence[str]) -> list[FrameFinding]:
    """Find the names of results that are there already; to some engines case is no difference.

    Args:
        names: The names of the results.
        there: The columns of the frame.

    Returns:
        A finding for each such name.

    >>> print(*taken(["kind", "lowest"], ["id", "Lowest"]))
    column 'lowest': is there already as 'Lowest', which some engines take for the same; rename it,
    or pass a prefix for the names of the results
    """
    sentence = "is there already{}; rename it, or pass a prefix for the names of the results"
    met = {str(name).casefold(): str(name) for name in there}
    found: list[FrameFinding] = []
    for name in names:
        other = met.setdefault(name.casefold(), "")
        also = f" as {other!r}, which some engines take for the same" if other != name else ""
        found += [FrameFinding("taken", name, sentence.format(also), given=name)] if other else []
        met[name.casefold()] = name
    return found


def several(names: Iterable[str]) -> tuple[FrameFinding, ...]:
    """Find the names that several columns have.

    Args:
        names: The names of the columns.

    Returns:
        A finding for each such name.

    >>> print(*several(["id", "note", "note"]))
    column 'note': is the name of 2 columns, and which is meant cannot be told; rename them
    """
    sentence = "is the name of {} columns, and which is meant cannot be told; rename them"
    return tuple(
        FrameFinding("name", name, sentence.format(times), given=name)
        for name, times in Counter(names).items()
        if times > 1
    )


def marked(name: str) -> FrameFinding:
    """Say that a column cannot be asked for by its name.

    Args:
        name: The name of the column.

    Returns:
        The finding.

    >>> print(marked("clarity.grade"))
    column 'clarity.grade': has a dot or a backtick in its name, which the engine takes for a part
    of a column; rename it
    """
    sentence = (
        "has a dot or a backtick in its name, which the engine takes for a part of a column; "
        "rename it"
    )
    return FrameFinding("name", name, sentence, given=name)


def of_another_type(
    column: str, dtype: object, rows: int, expected: str, way_out: str
) -> FrameFinding:
    """Say that a column holds values of a type that cannot be read.

    Args:
        column: The name of the column.
        dtype: Its type.
        rows: How many rows have a value.
        expected: What would be read.
        way_out: What to do about it.

    Returns:
        The finding.

    >>> print(of_another_type("clarity", "Int64", 1, "text or categories", "write keys"))
    column 'clarity': holds Int64 in 1 row, not text or categories; write keys
    """
    sentence = f"holds {dtype} in {_rows(rows)}, not {expected}; {way_out}"
    return FrameFinding("type", column, sentence, rows, str(dtype), (expected,))


def unknown(column: str, word: object, rows: int, name: str, keys: Sequence[str]) -> FrameFinding:
    """Say that a word is not of its vocabulary.

    Args:
        column: The name of the column.
        word: The word, as it stands there.
        rows: In how many rows it stands.
        name: The name of the vocabulary.
        keys: The keys that would be read.

    Returns:
        The finding.

    >>> print(unknown("conflict", "hihg", 12, "Conflict", ["low", "high"]))
    column 'conflict': 'hihg' in 12 rows is not a term of Conflict; expected one of 'low',
    'high'; did you mean 'high'?
    """
    near = nearest(word, keys)
    sentence = (
        f"{shown(word)} in {_rows(rows)} is not a term of {name}; "
        f"expected one of {_quoted(keys)}{_did_you_mean(near)}"
    )
    return FrameFinding("word", column, sentence, rows, shown(word), tuple(keys), near)


def beyond(column: str, name: str, rows: int, least: float, greatest: float) -> FrameFinding:
    """Say that numbers are no degrees.

    Args:
        column: The name of the column.
        name: The name of the scale.
        rows: How many rows have a number below 0 or above 1.
        least: The least number of the column.
        greatest: The greatest number of the column.

    Returns:
        The finding.

    >>> print(beyond("conflict", "Conflict", 3, 0.0, 70.0))
    column 'conflict': 3 rows have no degree of Conflict; expected a number from 0 to 1, and these
    go from 0.0 to 70.0
    """
    have = "has" if rows == 1 else "have"
    expected = "a number from 0 to 1"
    sentence = (
        f"{_rows(rows)} {have} no degree of {name}; expected {expected}, and these go from "
        f"{least} to {greatest}"
    )
    return FrameFinding("degree", column, sentence, rows, f"{least} to {greatest}", (expected,))


def empty(column: str, rows: int) -> FrameFinding:
    """Say that a value which has to be there is missing.

    Args:
        column: The name of the column.
        rows: In how many rows.

    Returns:
        The finding.

    >>> print(empty("case", 2))
    column 'case': has no value in 2 rows
    """
    return FrameFinding("empty", column, f"has no value in {_rows(rows)}", rows)


def loose(column: str, word: str, rows: int) -> FrameFinding:
    """Say that a text has space around it, so that it is another than the same without.

    Args:
        column: The name of the column.
        word: The text.
        rows: In how many rows it stands.

    Returns:
        The finding.

    >>> print(loose("case", "hwb ", 2))
    column 'case': 'hwb ' in 2 rows has space around it; write 'hwb'
    """
    near = word.strip()
    sentence = f"{shown(word)} in {_rows(rows)} has space around it; write {shown(near)}"
    return FrameFinding("word", column, sentence, rows, shown(word), (near,), near)


def alike(column: str, word: str, rows: int, other: str) -> FrameFinding:
    """Say that a name is another in case alone, so that one thing would count as two.

    Args:
        column: The name of the column.
        word: The name.
        rows: In how many rows it stands.
        other: How it is written elsewhere in the column.

    Returns:
        The finding.

    >>> print(alike("assessor", "ann", 1, "Ann"))
    column 'assessor': 'ann' in 1 row differs from 'Ann' in case alone; write both in one way, or
    names that differ in more
    """
    sentence = (
        f"{shown(word)} in {_rows(rows)} differs from {shown(other)} in case alone; write both in "
        "one way, or names that differ in more"
    )
    return FrameFinding("word", column, sentence, rows, shown(word), (other,), other)


def no_date(column: str, word: str, rows: int, expected: str) -> FrameFinding:
    """Say that a text is no date.

    Args:
        column: The name of the column.
        word: The text.
        rows: In how many rows it stands.
        expected: What would be read.

    Returns:
        The finding.

    >>> print(no_date("date", "June 2016", 1, "text as YYYY"))
    column 'date': 'June 2016' in 1 row is not a date; expected text as YYYY, or no value
    """
    sentence = f"{shown(word)} in {_rows(rows)} is not a date; expected {expected}, or no value"
    return FrameFinding("word", column, sentence, rows, shown(word), (expected,))


def repeated(
    columns: Sequence[str], example: object, times: int, fields: Sequence[str]
) -> FrameFinding:
    """Say that rows judge again what another row judges.

    Args:
        columns: The columns that say what is judged, and by whom.
        example: What is judged twice, as one such row says.
        times: How many things are judged twice or more.
        fields: The fields that no column was found for, and that could tell the rows apart.

    Returns:
        The finding.

    >>> print(repeated(["case"], ("hwb",), 1, ["assessor", "date"]))
    several rows agree in 'case', such as those of ('hwb',) (1 has several); no column was found
    for 'assessor', 'date': name it in columns= if one tells them apart, else keep one row of each
    >>> print(repeated(["case", "date"], ("hwb", "2015"), 1, []))
    several rows agree in 'case', 'date', such as those of ('hwb', '2015') (1 has several); keep
    one row of each
    """
    have = "has" if times == 1 else "have"
    keep = "keep one row of each"
    apart = (
        f"no column was found for {_quoted(fields)}: name it in columns= if one tells them apart, "
        f"else {keep}"
    )
    sentence = (
        f"several rows agree in {_quoted(columns)}, such as those of {shown(example)} "
        f"({times:,} {have} several); {apart if fields else keep}"
    )
    return FrameFinding("repeated", None, sentence, times, shown(example), tuple(columns))


def unread(engine: str, expected: Sequence[str]) -> FrameFinding:
    """Say that the verbs do not run on an engine.

    Args:
        engine: The engine of the frame.
        expected: The engines that they run on.

    Returns:
        The finding.

    >>> print(unread("ibis", ["duckdb", "polars"]))
    lazy frames of ibis are not read; expected one of 'duckdb', 'polars', or a frame that was
    collected
    """
    sentence = (
        f"lazy frames of {engine} are not read; expected one of {_quoted(expected)}, or a frame "
        "that was collected"
    )
    return FrameFinding("engine", None, sentence, given=engine, expected=tuple(expected))


def no_frame(given: object, libraries: Sequence[str]) -> FrameFinding:
    """Say that something is no data frame.

    Args:
        given: What was given.
        libraries: The libraries whose frames are read.

    Returns:
        The finding.

    >>> print(no_frame(None, ["pandas", "polars"]))
    a NoneType is not a data frame; expected one of pandas, polars; make a frame of it first
    """
    sentence = (
        f"a {type(given).__name__} is not a data frame; expected one of {', '.join(libraries)}; "
        "make a frame of it first"
    )
    return FrameFinding("engine", None, sentence, given=shown(given), expected=tuple(libraries))


def _rows(number: int) -> str:
    return f"{number:,} row" if number == 1 else f"{number:,} rows"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(map(repr, words))


def _did_you_mean(near: str | None) -> str:
    return f"; did you mean {near!r}?" if near else ""
