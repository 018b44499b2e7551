"""Studies as YAML: the part of YAML that says what it looks like.

Names, lists and text, nothing else: no anchors, aliases, tags or merges, no name twice, no second
document. A scalar is text, and only a field that takes numbers makes a number of a plain one, and
only a field that may be empty makes None of a plain *null*, *~* or nothing. So *no*, *on*, *1.10*,
*010* and *12:30* stay what they say, and so does whatever stands in quotation marks.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import Any, Final, Literal, NoReturn, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from implsupport.documents.files import Limits
from implsupport.documents.findings import WORD, Found
from implsupport.documents.shapes import number_or_text
from implsupport.documents.text_files import TextFile, values_of
from implsupport.documents.texts import Lines, decoded
from implsupport.documents.trees import Builder, ListAt, MappingAt
from implsupport.documents.yaml_events import Events
from implsupport.errors import DocumentError, shown
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["dumped", "read", "study_from", "tree_of", "write"]

# PyYAML ends a line at the first two, as YAML no longer does, and reads no file with the others.
_REFUSED: Final = "\u2028\u2029\ufffe\uffff"

_NULLS: Final = frozenset({"", "~", "null"})
_FIRST_OF_NO_TEXT: Final = frozenset({"", "~", "n", "-", *"0123456789"})


def study_from(
    data: bytes,
    file: str,
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]],
    limits: Limits,
    judgeable: bool = False,
) -> Study:
    r"""Make a study of what a YAML file holds.

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
    >>> data = b"schema: implsupport/study/1\ntitle: 12:30\n"
    >>> study_from(data, "study.yaml", frameworks=(), limits=LIMITS).title
    '12:30'
    """
    text, found = decoded(data, file, also=_REFUSED)
    return tree_of(text, file, limits, found).study(frameworks, judgeable=judgeable)


# --- reading ---


def tree_of(text: str, file: str, limits: Limits, found: list[Found]) -> Builder:
    """Read the values of a YAML text, each with its place.

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
    >>> tree_of("title: [a, 1.5]", "study.yaml", LIMITS, []).root
    {'title': ['a', '1.5']}
    """
    lines = Lines(text, file)
    builder = Builder(lines, limits, found)
    _Reader(builder, lines).take_all(text)
    return builder


# What people do most often, by what PyYAML says of it; of several the first.
_WAYS_OUT: Final = {
    "mapping values are not allowed": "put a text with ': ' in it in quotation marks",
    "could not find expected ':'": "write ': ' after each name, and indent what goes on below",
    "expected <block end>, but found '<scalar>'": (
        "put the whole text in quotation marks; in single ones, write ' as two of them"
    ),
    "expected <block end>": "indent what belongs together alike, and close quotation marks",
    "sequence entries are not allowed": "begin a list on the line below its name",
    "found character '\\t'": "write spaces, not tabs",
    "found character": "put a text that begins with it in quotation marks",
    "found unknown escape": "write a backslash as two of them, or use single quotation marks",
    "found unexpected end of stream": "put one at the end of the text",
    "expected a comment or a line break": "put a text that begins so in quotation marks",
    "mapping keys are not allowed": "put a text that begins with '? ' in quotation marks",
    "expected ',' or": "part what stands in brackets with commas, and close each bracket",
}

# The same in words that need no knowledge of how YAML is read.
_PLAINLY: Final = {
    "mapping values are not allowed": "a ': ' stands here, where a text goes on",
    "sequence entries are not allowed": "a list begins in the line of its name",
    "found unexpected end of stream": "this quotation mark has no other",
    "could not find expected ':'": "no ': ' stands after this name",
    "expected <block end>, but found '<block": "this line is indented like none above it",
    "expected <block end>, but found '<scalar>'": "text stands after a quotation mark or bracket",
    "found character '\\t'": "a tab stands here",
}

# What PyYAML says of a ': ' in a text that began further above.
_GONE_ON: Final = (
    "this line goes on with the text of the line above it; indent both alike, and write ': ' "
    "after each name and '- ' before each item"
)

# What PyYAML notices only further below; it keeps where what it was reading began.
_NOTICED_LATE: Final = re.compile(
    "could not find expected ':'|found unexpected end of stream|.*'<stream end>'"
)

_Expected: TypeAlias = Literal["name", "value", "item"]


class _Reader:
    """Takes one event after the other, and knows whether it is a name or a value."""

    def __init__(self, builder: Builder, lines: Lines) -> None:
        self.builder = builder
        self._lines = lines
        self._documents = 0
        # Of the text, and of each list and mapping that is open: what comes next in it.
        self._expected: list[_Expected] = ["item"]

    def take_all(self, text: str) -> None:
        events = Events(text)
        try:
            for event in events.all():
                _TAKE[type(event)](self, event)
        except DocumentError:
            raise
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            self._stop(error, events)

    def pass_over(self, _: Event) -> None:
        pass

    def begin(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            sentence = "a second document begins here; keep each study in a file of its own"
            self.builder.stop("construct", sentence, _at(event))
        if event.tags:
            self._tell_of("a %TAG line", "take it out", event)

    def scalar(self, event: ScalarEvent) -> None:
        self._check(event)
        if self._expected[-1] == "name":
            self._name(event)
        else:
            self.builder.add(self._value(event), _at(event))
            self._after_value()

    def alias(self, event: AliasEvent) -> None:
        self._require_value(event)
        sentence = f"{shown('*' + str(event.anchor))} is an alias; write out what it stands for"
        self.builder.tell("construct", sentence, _at(event))
        self.builder.add(None, _at(event))
        self._after_value()

    def mapping(self, event: MappingStartEvent) -> None:
        self._open(event, MappingAt(), "name")

    def sequence(self, event: SequenceStartEvent) -> None:
        self._open(event, ListAt(), "item")

    def close(self, _: Event) -> None:
        self.builder.close()
        self._expected.pop()
        self._after_value()

    def _open(
        self, event: CollectionStartEvent, container: MappingAt | ListAt, expected: _Expected
    ) -> None:
        self._check(event)
        self._require_value(event)
        self.builder.open(container, _at(event))
        self._expected.append(expected)

    def _after_value(self) -> None:
        if self._expected[-1] == "value":
            self._expected[-1] = "name"

    def _name(self, event: ScalarEvent) -> None:
        if event.value == "<<" and event.style is None:
            path = (*self.builder.inside, "<<")
            sentence = "'<<' merges a mapping into this one; write out what it stands for"
            self.builder.tell("construct", sentence, _at(event), path)
        self.builder.name(event.value, _at(event))
        self._expected[-1] = "value"

    def _value(self, event: ScalarEvent) -> object:
        text = event.value
        if event.style is not None or text[:1] not in _FIRST_OF_NO_TEXT:
            return text
        shape = self.builder.shape
        if shape.null and text in _NULLS:
            return None
        if shape.each and text in _NULLS:
            sentence = "nothing is listed here; leave the name out, or write [] or {} for nothing"
            self.builder.tell("form", sentence, _at(event))
        elif not text and self._lines.after(_at(event)).lstrip(" ").startswith("#"):
            sentence = "a '#' begins a comment here; put a text with ' #' in it in quotation marks"
            self.builder.tell("form", sentence, _at(event))
        return number_or_text(text) if shape.number else text

    def _require_value(self, event: Event) -> None:
        if self._expected[-1] == "name":
            sentence = "a name is text on one line, no list, mapping or alias"
            self.builder.stop("construct", sentence, _at(event), self.builder.inside)

    def _check(self, event: CollectionStartEvent | ScalarEvent) -> None:
        """Find an anchor and a tag; what they stand at is read all the same."""
        if event.anchor is not None:
            self._tell_of(f"the anchor {shown('&' + event.anchor)}", "take it out", event)
        if event.tag is not None:
            way_out = "take it out, and put text that looks like a number in quotation marks"
            self._tell_of(f"the tag {shown(event.tag)}", way_out, event)

    def _tell_of(self, what: str, way_out: str, event: Event) -> None:
        builder = self.builder
        way = builder.inside if self._expected[-1] == "name" else (*builder.path, WORD)
        self.builder.tell("construct", f"{what} is not allowed; {way_out}", _at(event), way)

    def _stop(self, error: Exception, events: Events) -> NoReturn:
        mark, problem = events.get_mark(), "a number or an escape is larger than any"
        if isinstance(error, yaml.MarkedYAMLError):
            problem = " ".join(filter(None, (error.problem, error.context)))
            is_late = _NOTICED_LATE.match(problem)
            mark = (error.context_mark if is_late else error.problem_mark) or mark
        if problem.startswith("mapping values") and ": " not in self._lines.before(mark.index):
            problem = _GONE_ON
        ways_out = (way for said, way in _WAYS_OUT.items() if problem.startswith(said))
        plainly = (words for said, words in _PLAINLY.items() if problem.startswith(said))
        what = f"this is no YAML: {next(plainly, problem)}"
        sentence = "; ".join((what, *islice(ways_out, 1)))
        # In brackets the indent says nothing.
        way = self.builder.path if events.flow_level else self.builder.way_by_indent(mark.index)
        self.builder.stop("syntax", sentence, mark.index, way)


_at: Final[Callable[[Event], int]] = attrgetter("start_mark.index")


_TAKE: Final[Mapping[type[Event], Callable[[_Reader, Any], None]]] = {
    StreamStartEvent: _Reader.pass_over,
    DocumentStartEvent: _Reader.begin,
    MappingStartEvent: _Reader.mapping,
    SequenceStartEvent: _Reader.sequence,
    ScalarEvent: _Reader.scalar,
    AliasEvent: _Reader.alias,
    SequenceEndEvent: _Reader.close,
    MappingEndEvent: _Reader.close,
    DocumentEndEvent: _Reader.pass_over,
    StreamEndEvent: _Reader.pass_over,
}


# --- writing ---

# What begins with a letter or a digit and holds nothing that ends it, in any YAML.
_PLAIN: Final = re.compile(r"[^\W_](?:[^\s:#]|:(?=\S)|(?<! )#| (?=[^\s#]))*+")

# What other readers take for a truth value, for nothing, for a number, a date or a time.
_MISTAKEN: Final = re.compile(
    r"y|n|yes|no|on|off|true|false|null|\d\S*|\d[\d .:+tz-]*", re.IGNORECASE
)

_UNSEEN: Final = re.compile("[\u2028\u2029\ufeff\ufffe\uffff]")


def dumped(study: Study) -> str:
    """Write a study as YAML.

    Args:
        study: The study.

    Returns:
        The text, without what is left at its default.

    >>> print(dumped(Study(title="Ours", policies=[{"key": "toll", "title": "No", "year": 2014}])))
    schema: implsupport/study/1
    title: Ours
    policies:
      - key: toll
        title: 'No'
        year: 2014
    """
    return "".join(f"{line}\n" for line in _lines(values_of(study)))


_Value: TypeAlias = "dict[str, _Value] | list[_Value] | str | float | bool | None"


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        yield from _entry(f"{_scalar(name)}:", value)


def _entry(head: str, value: _Value) -> Iterator[str]:
    """Write a value after its name, or after the hyphen of an item."""
    match value:
        case dict() if value:
            yield head
            yield from _indented(_lines(value))
        case list() if value:
            yield head
            yield from _indented(_items(value))
        case str(text) if _stands_as_block(text):
            yield f"{head} {_block_sign(text)}"
            yield from _indented(text.removesuffix("\n").split("\n"))
        case _:
            yield f"{head} {_flat(value)}"


def _items(values: list[_Value]) -> Iterator[str]:
    for value in values:
        match value:
            case dict():
                first, *rest = _lines(value)
                yield f"- {first}"
                yield from _indented(rest)
            case list():
                yield f"- [{', '.join(map(_flat, value))}]"
            case _:
                yield from _entry("-", value)


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else line for line in lines)


def _stands_as_block(text: str) -> bool:
    return "\n" in text and text[0] not in " \n" and not _UNSEEN.search(text)


def _block_sign(text: str) -> str:
    """Say by the sign of a block how many line ends stand at its end: none, one or more."""
    if text.endswith("\n\n"):
        return "|+"
    return "|" if text.endswith("\n") else "|-"


def _flat(value: _Value) -> str:
    """Write a value on one line; of lists and mappings only the empty ones come here."""
    return _scalar(value) if isinstance(value, str) else json.dumps(value)


def _scalar(text: str) -> str:
    """Write text as it stands, or in quotation marks where any reader would misread it."""
    if _PLAIN.fullmatch(text) and not _MISTAKEN.fullmatch(text) and not _UNSEEN.search(text):
        return text
    if "\n" not in text and not _UNSEEN.search(text):
        return "'" + text.replace("'", "''") + "'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


_FILE: Final = TextFile(study_from, dumped)
read: Final = _FILE.read
write: Final = _FILE.write
