"""Studies as JSON: every value at its place, no name given twice, no number that is none.

Python's own scanner is fast, but keeps no places. So it reads a file first, and only a file in
which something is wrong is read again, token by token, to tell where. Both refuse the same.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import Any, Final, NamedTuple, NoReturn

from implsupport.documents.files import Limits
from implsupport.documents.findings import Found, Path, Place, study_of
from implsupport.documents.shapes import number_or_text
from implsupport.documents.text_files import TextFile, values_of
from implsupport.documents.texts import Lines, decoded
from implsupport.documents.trees import SCHEMA, Builder, ListAt, MappingAt
from implsupport.errors import nearest, shown
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["dumped", "read", "study_from", "tree_of", "write"]

_DEEPEST: Final = 7
"""How deep a study is at most: the evidence of a rating."""

_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}

_TOKEN: Final = re.compile(
    r"""
    [ \t\r\n]*+
    (?: (?P<text> "(?: [^"\\\x00-\x1f] | \\[^\x00-\x1f] )*+" )
      | (?P<mark> [\[\]{},:] )
      | (?P<bare> [^ \t\r\n"\[\]{},:]++ )
      | (?P<open> "[^\r\n]*+ )
      | (?P<end> \Z )
    )
    """,
    re.VERBOSE,
)


def study_from(
    data: bytes,
    file: str,
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]],
    limits: Limits,
    judgeable: bool = False,
) -> Study:
    """Make a study of what a JSON file holds.

    Args:
        data: What it holds.
        file: Its name, for the findings.
        frameworks: The frameworks whose rubrics the study may name.
        limits: How much it may hold.
        judgeable: Whether what no report can put together is refused too.

    Returns:
        The study.

    Raises:
        DocumentError: If anything is wrong.

    >>> from implsupport.documents.files import LIMITS
    >>> data = b'{"schema": "implsupport/study/1", "title": "Ours"}'
    >>> study_from(data, "study.json", frameworks=(), limits=LIMITS).title
    'Ours'
    """
    text, found = decoded(data, file)

    @cache
    def built() -> Builder:
        return tree_of(text, file, limits, found)

    def placed(way: Path) -> Place | None:
        return built().place(way)

    values = None if found else _scanned(text, limits)
    if values is not None:
        with suppress(RecursionError):  # of values that stand too deep in one another
            return study_of(
                values,
                placed,
                frameworks=frameworks,
                most=limits.findings,
                judgeable=judgeable,
            )
    return built().study(frameworks, judgeable=judgeable)


def dumped(study: Study) -> str:
    """Write a study as JSON.

    Args:
        study: The study.

    Returns:
        The text, without what is left at its default.

    >>> print(dumped(Study(title="Ours")))
    {
      "schema": "implsupport/study/1",
      "title": "Ours"
    }
    """
    return json.dumps(values_of(study), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


_FILE: Final = TextFile(study_from, dumped)
read: Final = _FILE.read
write: Final = _FILE.write


# --- a file in which nothing is wrong ---

_HALF: Final = re.compile(r"\\u[Dd][89A-Fa-f]")  # of a character, perhaps of a whole one


def _scanned(text: str, limits: Limits) -> dict[str, object] | None:
    """Read a file by Python's scanner; None if there may be anything wrong with it."""
    most = 1 + text.count(",") + text.count("[") + text.count("{")
    if most > limits.values or limits.depth <= _DEEPEST or _HALF.search(text):
        return None
    try:
        values: dict[str, object] | None = _SCANNER.decode(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(values, dict) or values.pop("schema", None) != SCHEMA:
        return None
    if not isinstance(values.pop("$schema", ""), str):
        return None
    return values


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError
    return values


def _number(text: str) -> int | float:
    """Read a number; there is none in *NaN*, nor where a float would be infinite."""
    number = number_or_text(text)
    if isinstance(number, int | float):
        return number
    raise ValueError(text)


_SCANNER: Final = json.JSONDecoder(
    object_pairs_hook=_once, parse_int=_number, parse_float=_number, parse_constant=_number
)


# --- a file to tell the places of ---


class _Token(NamedTuple):
    """A piece of JSON: what kind it is, what stands there, and where it begins."""

    kind: str
    raw: str
    at: int


def _tokens(text: str) -> Iterator[_Token]:
    """Cut a text into its tokens; the last is its end, which has no text.

    After space the end matches twice, as `finditer` goes on from where a match ended.
    """
    for found in _TOKEN.finditer(text):
        kind = str(found.lastgroup)
        yield _Token(kind, found[kind], found.start(kind))


def tree_of(text: str, file: str, limits: Limits, found: list[Found]) -> Builder:
    """Read the values of a JSON text, each with its place.

    Args:
        text: The text.
        file: The name of its file, for the findings.
        limits: How much it may hold.
        found: What was found wrong with it before; what is found is added to it.

    Returns:
        The values.

    Raises:
        DocumentError: If the text cannot be read to its end, or a limit is passed.

    >>> from implsupport.documents.files import LIMITS
    >>> tree_of('{"title": ["a", 1.5]}', "study.json", LIMITS, []).root
    {'title': ['a', 1.5]}
    """
    reader = _Reader(Builder(Lines(text, file), limits, found))
    for token in _tokens(text):
        reader.take(token)
    return reader.builder


class _Reader:
    """Takes one token after the other, and knows what may come next."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._ends: list[str] = []
        self._next: Callable[[_Token], None] = self._value

    def take(self, token: _Token) -> None:
        if token.kind == "open":
            sentence = 'this text does not end on its line, or holds a tab; end it with one "'
            self.builder.stop("syntax", sentence, token.at)
        self._next(token)

    def _value(self, token: _Token) -> None:
        if token.kind == "text":
            self._add(self._text(token), token)
        elif token.kind == "bare":
            self._add(self._bare(token), token)
        elif token.raw == "{":
            self._open(MappingAt(), token, "}", self._first_name)
        elif token.raw == "[":
            self._open(ListAt(), token, "]", self._first_item)
        elif token.raw == "]" and self._ends[-1:] == ["]"]:
            self._close_after_comma(token)
        else:
            self._refuse(token, "a value")

    def _add(self, value: object, token: _Token) -> None:
        self.builder.add(value, token.at)
        self._next = self._after

    def _open(
        self, container: MappingAt | ListAt, token: _Token, end: str, then: Callable[[_Token], None]
    ) -> None:
        self.builder.open(container, token.at)
        self._ends.append(end)
        self._next = then

    def _close(self) -> None:
        self.builder.close()
        self._ends.pop()
        self._next = self._after

    def _first_item(self, token: _Token) -> None:
        if token.raw == "]":
            self._close()
        else:
            self._value(token)

    def _first_name(self, token: _Token) -> None:
        if token.raw == "}":
            self._close()
        else:
            self._name(token)

    def _name(self, token: _Token) -> None:
        if token.kind == "text":
            self.builder.name(self._text(token, names_it=True), token.at)
            self._next = self._colon
        elif token.raw == "}":
            self._close_after_comma(token)
        else:
            self._refuse(token, "a name in double quotation marks", self.builder.inside)

    def _close_after_comma(self, token: _Token) -> None:
        sentence = f"a comma stands before {token.raw!r}; take it out"
        self.builder.tell("syntax", sentence, token.at, self.builder.inside)
        self._close()

    def _colon(self, token: _Token) -> None:
        if token.raw != ":":
            self._refuse(token, "':' and a value")
        self._next = self._value

    def _after(self, token: _Token) -> None:
        if not self._ends:
            if token.kind != "end":
                self._refuse(token, "the end of the file")
        elif token.raw == self._ends[-1]:
            self._close()
        elif token.raw == ",":
            self._next = self._name if self._ends[-1] == "}" else self._value
        else:
            self._refuse(token, f"',' or {self._ends[-1]!r}")

    def _refuse(self, token: _Token, expected: str, path: Path | None = None) -> NoReturn:
        what = "the end of the file" if token.kind == "end" else shown(token.raw)
        self.builder.stop("syntax", f"{what} stands where {expected} is expected", token.at, path)

    def _text(self, token: _Token, *, names_it: bool = False) -> str:
        try:
            text: str = json.loads(token.raw)
        except json.JSONDecodeError as error:
            begin = token.raw[: error.pos + 1].rindex("\\")
            escape = shown(token.raw[begin : begin + 2])
            sentence = f"{escape} is no escape of JSON; write a backslash as two of them"
            way = self.builder.inside if names_it else self.builder.path
            self.builder.tell("syntax", sentence, token.at + begin, way)
            return token.raw
        return text

    def _bare(self, token: _Token) -> object:
        number = number_or_text(token.raw)
        if not isinstance(number, str):
            return number
        if number not in _WORDS:
            near = nearest(number, _WORDS)
            hint = f"; did you mean {near}?" if near else ""
            expected = "a finite number, text in double quotation marks, true, false or null"
            sentence = f"{shown(number)} is no value of JSON; expected {expected}{hint}"
            self.builder.tell("syntax", sentence, token.at)
        return _WORDS.get(number)
