"""Bytes as text: UTF-8 and nothing hidden in it, each line and column known."""

import re
from array import array
from bisect import bisect_right
from functools import cached_property
from itertools import chain, islice
from typing import Final

from implsupport.documents.findings import MOST_SHOWN, Found, Place, refusal

__all__ = ["HIDDEN", "Lines", "decoded"]

# Control characters but for tab and line ends, bidirectional controls, and what surrogateescape
# makes of bytes that are not UTF-8. Records refuse the same, and the tab.
_CONTROLS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_BIDIRECTIONAL: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
HIDDEN: Final = _CONTROLS + _BIDIRECTIONAL + "\ud800-\udfff"
"""The characters that no file of text may hold, as the inside of a regular expression's set."""

_LINE_END: Final = re.compile(r"\r\n?|\n")
_BAD_BYTES: Final = range(0xDC80, 0xDD00)
_STAND_IN: Final = "\N{REPLACEMENT CHARACTER}"
_BYTE_ORDER_MARK: Final = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Lines:
    r"""The lines of a text, to tell where its characters stand.

    Args:
        text: The text.
        file: The name of its file.

    >>> print(Lines("title: x\nstatus: ours\n", "study.yaml").place(17))
    study.yaml:2:9
    """

    def __init__(self, text: str, file: str) -> None:
        """Keep the text; where its lines begin is found once somebody asks."""
        self._file = file
        self._text = text

    @cached_property
    def _starts(self) -> "array[int]":
        return array("Q", chain([0], (end.end() for end in _LINE_END.finditer(self._text))))

    def place(self, index: int) -> Place:
        """Tell where a character stands.

        Args:
            index: Its number in the text, from 0.

        Returns:
            Its line and column.
        """
        line = bisect_right(self._starts, index)
        return Place(self._file, line, index - self._starts[line - 1] + 1)

    def indent(self, index: int) -> int:
        r"""Tell in which column the line of a character begins to say something.

        Args:
            index: The number of the character in the text, from 0.

        Returns:
            The column, from 1.

        >>> Lines("title: x\n  - status\n", "study.yaml").indent(13)
        3
        """
        line = self.before(index) + self.after(index)
        return len(line) - len(line.lstrip(" ")) + 1

    def is_item(self, index: int) -> bool:
        """Tell whether the line of a character begins an item, as lists in YAML have them.

        Args:
            index: The number of the character in the text, from 0.
        """
        return (self.before(index) + self.after(index)).lstrip(" ").startswith("-")

    def before(self, index: int) -> str:
        """Give what stands before a character in its line.

        Args:
            index: The number of the character in the text, from 0.
        """
        return self._text[self._starts[bisect_right(self._starts, index) - 1] : index]

    def after(self, index: int) -> str:
        """Give what stands in the line of a character from there on.

        Args:
            index: The number of the character in the text, from 0.
        """
        end = _LINE_END.search(self._text, index)
        return self._text[index : end.start() if end else None]

    def index(self, place: Place) -> int:
        """Tell which character stands at a place.

        Args:
            place: Its line and column.

        Returns:
            Its number in the text, from 0.
        """
        return self._starts[place.line - 1] + place.column - 1


def decoded(data: bytes, file: str, *, also: str = "") -> tuple[str, list[Found]]:
    r"""Read bytes as UTF-8 text.

    Args:
        data: What a file holds. One byte order mark at its beginning is passed over.
        file: The name of the file.
        also: Further characters that the file may not hold, as in a regular expression's set.

    Returns:
        The text, with U+FFFD in place of each character that may not be there, and a finding for
        each of them.

    Raises:
        DocumentError: If the file is no UTF-8 text at all, or holds more than 50 of them.

    >>> text, found = decoded(b"title: Caf\xe9", "study.yaml")
    >>> text, str(found[0].place), found[0].sentence
    ('title: Caf�', 'study.yaml:1:11', 'the byte 0xE9 is not UTF-8; save the file as UTF-8')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        sentence = "the file is UTF-16, UTF-32 or no text; save it as UTF-8"
        raise refusal([Found(Place(file), "encoding", (), sentence)])
    if data.startswith(b"PK\x03\x04"):
        sentence = "the file is a workbook or another archive, and no text; save it as UTF-8"
        raise refusal([Found(Place(file), "encoding", (), sentence)])
    text = data.decode("utf-8", errors="surrogateescape").removeprefix(_BYTE_ORDER_MARK)
    hidden = re.compile(f"[{HIDDEN}{also}]")
    found = _told(text, file, hidden)
    if len(found) > MOST_SHOWN:
        raise refusal(found, more=sum(1 for _ in hidden.finditer(text)) - len(found))
    return hidden.sub(_STAND_IN, text) if found else text, found


def _told(text: str, file: str, hidden: re.Pattern[str]) -> list[Found]:
    """Tell of the first characters that may not be there: as many as are shown, and one."""
    spots = list(islice(hidden.finditer(text), MOST_SHOWN + 1))
    lines = Lines(text, file)
    return [_finding(spot[0], lines.place(spot.start())) for spot in spots]


def _finding(character: str, place: Place) -> Found:
    code = ord(character)
    if code in _BAD_BYTES:
        sentence = f"the byte 0x{code - 0xDC00:02X} is not UTF-8; save the file as UTF-8"
        return Found(place, "encoding", (), sentence)
    sentence = f"the character U+{code:04X} is not seen, or taken for another; take it out"
    return Found(place, "character", (), sentence)
