"""What is wrong with a frame, as facts and sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from implsupport.errors import FrameError, FrameFinding, nearest, shown

__all__ = [
    "Findings",
    "beyond",
    "empty",
    "marked",
    "missing",
    "of_another_type",
    "repeated",
    "several",
    "taken",
    "unknown",
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

    def add_words(
        self, column: str, words: Mapping[Any, int], name: str, keys: Sequence[str]
    ) -> None:
        """Keep the unknown words of a column: those in most rows, and how many others."""
        first = sorted(words.items(), key=lambda item: (-item[1], str(item[0])))[:_MOST]
        found = (unknown(column, word, rows, name, keys) for word, rows in first)
        self.add(found, len(words) - len(first))

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
    near = nearest(name, map(str, there))
    rest = f" and {len(there) - _MOST_NAMES:,} more" if len(there) > _MOST_NAMES else ""
    known = f"there are {_quoted(there[:_MOST_NAMES])}{rest}" if there else "there are none"
    sentence = f"is not there, and {what} is read from it; {known}{_did_you_mean(near)}"
    return FrameFinding("missing", name, sentence, expected=tuple(there), nearest=near)


def taken(names: Sequence[str], there: Sequence[str]) -> list[FrameFinding]:
    """Find the names of results that are there already; to some engines case is no difference.

    Args:
        names: The names of the results.
        there: The columns of the frame.

    Returns:
        A finding for each such name.

    >>> print(*taken(["kind", "lowest"], ["id", "Lowest"]))
    column 'lowest': is there already; rename it, or pass a prefix for the names of the results
    """
    sentence = "is there already; rename it, or pass a prefix for the names of the results"
    met = {str(name).casefold() for name in there}
    found: list[FrameFinding] = []
    for name in names:
        if name.casefold() in met:
            found.append(FrameFinding("taken", name, sentence, given=name))
        met.add(name.casefold())
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


def of_another_type(column: str, dtype: object, rows: int, expected: str) -> FrameFinding:
    """Say that a column holds values of a type that cannot be read.

    Args:
        column: The name of the column.
        dtype: Its type.
        rows: How many rows have a value.
        expected: What would be read.

    Returns:
        The finding.

    >>> print(of_another_type("clarity", "Int64", 1, "text or categories"))
    column 'clarity': holds Int64 in 1 row, not text or categories
    """
    sentence = f"holds {dtype} in {_rows(rows)}, not {expected}"
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


def repeated(columns: Sequence[str], example: object, times: int) -> FrameFinding:
    """Say that rows judge again what another row judges.

    Args:
        columns: The columns that say what is judged, and by whom.
        example: What is judged twice, as one such row says.
        times: How many things are judged twice or more.

    Returns:
        The finding.

    >>> print(repeated(["case", "assessor"], ("hwb", "A"), 1))
    several rows agree in 'case', 'assessor', such as those of ('hwb', 'A'); keep one row of each
    (1 has several)
    """
    have = "has" if times == 1 else "have"
    sentence = (
        f"several rows agree in {_quoted(columns)}, such as those of {shown(example)}; keep one "
        f"row of each ({times:,} {have} several)"
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


def _rows(number: int) -> str:
    return f"{number:,} row" if number == 1 else f"{number:,} rows"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(map(repr, words))


def _did_you_mean(near: str | None) -> str:
    return f"; did you mean {near!r}?" if near else ""
