"""PyYAML's events, found in Python alone: nothing in a text can crash the process.

The scanner and the parser are PyYAML's own. What they do most often they do for each character;
here it is done for a word, a line or a run of empty lines at once, where these are as simple as
nearly all are. This halves the time, and the tests hold the events against PyYAML's own.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias, cast

from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner
from yaml.tokens import ScalarToken, Token

__all__ = ["Events"]

# What ends a line in PyYAML beside the newline, and the mark that it does not count as a column.
_SPECIAL: Final = "\r\x85\u2028\u2029\ufeff"
_JUMP: Final = re.compile(f"[\n{_SPECIAL}]")
_IN_BRACKETS: Final = ",?[]{}"
_AFTER_WORDS: Final = _IN_BRACKETS + ":"  # of these, only a colon outside of brackets


def _words(but: str, after_colon: str) -> re.Pattern[str]:
    """Match the words of a line; a colon is part of a word unless some characters follow."""
    ends = "\0 \t\n\r\x85\u2028\u2029"
    word = f"(?:[^{ends}\ufeff{but}:]|:(?![{ends}{after_colon}]))++"
    return re.compile(f"{word}(?: ++(?!#){word})*+")


_WORDS: Final = _words("", "")
_WORDS_IN_BRACKETS: Final = _words(re.escape(_IN_BRACKETS), re.escape(",[]{}"))
_COMMENT: Final = f"(?:#[^\0\n{_SPECIAL}]*+)?"

# These match wherever they are asked to, the first at line ends.
_Matches: TypeAlias = Callable[[str, int], re.Match[str]]
_empty_lines: Final = cast("_Matches", re.compile("\n(?: *+\n)*+ *+").match)
_gap: Final = cast("_Matches", re.compile(f"(?: *+{_COMMENT}\n)*+ *+{_COMMENT}").match)

_QUOTED: Final = re.compile(
    f"\"(?P<double>[^\"\\\\\0\n{_SPECIAL}]*+)\"|'(?P<single>(?:[^'\0\n{_SPECIAL}]|'')*+)'"
)

# What PyYAML's stubs leave without types.
_next_event: Final[Callable[[Parser], Event | None]] = cast("Any", Parser).get_event
_scan_flow_scalar: Final[Callable[[Scanner, str], ScalarToken]] = cast(
    "Any", Scanner
).scan_flow_scalar


class Events(Reader, Scanner, Parser):
    """The events of a text.

    Args:
        text: The text.

    >>> [type(event).__name__ for event in Events("title: Ours").all()][2:5]
    ['MappingStartEvent', 'ScalarEvent', 'ScalarEvent']
    """

    index: int
    pointer: int
    line: int
    column: int
    tokens_taken: int
    allow_simple_key: bool
    flow_level: int

    def __init__(self, text: str) -> None:
        """Begin before the first event."""
        self._is_ready = False
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def all(self) -> Iterator[Event]:
        """Give the events one after the other.

        Raises:
            yaml.YAMLError: Where the text is no YAML.
            ValueError: Where an escape names no character, or a version has a thousand digits.
        """
        while event := _next_event(self):
            yield event

    # A token that could be the first of a name is ready once what follows has been read. PyYAML
    # asks again at each look at the token; the answer changes only when a token is taken.

    def _make_ready(self) -> None:
        while not self._is_ready:
            self._is_ready = not self.need_more_tokens()
            if not self._is_ready:
                self.fetch_more_tokens()

    def check_token(self, *choices: Any) -> bool:  # noqa: ANN401 -- as PyYAML has it
        """Tell whether the next token is one of these."""
        if not self._is_ready:
            self._make_ready()
        return bool(self.tokens) and (not choices or isinstance(self.tokens[0], choices))

    def peek_token(self) -> Token:
        """Give the next token and leave it there."""
        if not self._is_ready:
            self._make_ready()
        token: Token = self.tokens[0]
        return token

    def get_token(self) -> Token:
        """Take the next token, which was looked at before; the first is there from the start."""
        self.tokens_taken += 1
        self._is_ready = False
        token: Token = self.tokens.pop(0)
        return token

    def forward(self, length: int = 1) -> None:
        """Pass over characters; where none ends a line, over all at once."""
        end = self.pointer + length
        if _JUMP.search(self.buffer, self.pointer, end):
            super().forward(length)
        else:
            self.pointer = end
            self.index += length
            self.column += length

    def scan_to_next_token(self) -> None:
        """Pass over spaces, comments and empty lines."""
        end = _gap(self.buffer, self.pointer).end()
        if self.buffer[end] in _SPECIAL:
            super().scan_to_next_token()
            return
        if self._skip(end) and not self.flow_level:
            self.allow_simple_key = True

    def _skip(self, end: int) -> int:
        """Go on to a character over spaces, comments and line ends; count the lines."""
        lines: int = self.buffer.count("\n", self.pointer, end)
        if lines:
            self.line += lines
            self.column = end - self.buffer.rindex("\n", self.pointer, end) - 1
        else:
            self.column += end - self.pointer
        self.index += end - self.pointer
        self.pointer = end
        return lines

    def scan_flow_scalar(self, style: str) -> ScalarToken:
        """Read a scalar in quotation marks; one that stands on one line at once."""
        found = _QUOTED.match(self.buffer, self.pointer)
        if found is None:
            return _scan_flow_scalar(self, style)
        start = self.get_mark()
        self.forward(found.end() - self.pointer)
        single = found["single"]
        text = found["double"] if single is None else single.replace("''", "'")
        return ScalarToken(text, False, start, self.get_mark(), style)  # noqa: FBT003

    def scan_plain(self) -> ScalarToken:
        """Read a plain scalar; one that stands on one line at once."""
        pattern = _WORDS_IN_BRACKETS if self.flow_level else _WORDS
        words = pattern.match(self.buffer, self.pointer)
        then = words and self._end_of_plain(words.end())
        if not words or then is None:
            return super().scan_plain()
        start = self.get_mark()
        self.forward(words.end() - self.pointer)
        token = ScalarToken(words[0], True, start, self.get_mark())  # noqa: FBT003
        self.allow_simple_key = then > self.pointer
        self._skip(then)
        return token

    def _end_of_plain(self, end: int) -> int | None:
        """Say where to read on after the words of a line; None if they may go on."""
        if self.buffer[end] in _AFTER_WORDS:
            return end
        if self.buffer[end] != "\n" or self.flow_level:
            return None
        then = _empty_lines(self.buffer, end).end()
        column = then - self.buffer.rindex("\n", end, then) - 1
        is_over = column <= self.indent and self.buffer[then] not in _SPECIAL
        return then if is_over else None
