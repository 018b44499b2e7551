"""How wide text is, where it breaks, and what of it can be shown.

Widths are those of DejaVu Sans, which matplotlib brings along, so that a picture is laid out the
same on every machine. Most other sans serifs are narrower.
"""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate, takewhile
from pathlib import Path
from typing import Final

import matplotlib as mpl
from matplotlib.ft2font import FT2Font, LoadFlags

__all__ = ["FAMILY", "cut", "tidy", "width", "wrapped"]

FAMILY: Final = "DejaVu Sans"
"""The font that pictures are set in."""

_LONGEST: Final = 1000
_EM: Final = 1000
_SLACK: Final = 1.05  # a renderer that fits letters to pixels makes most lines a little wider
_FIXED_POINT: Final = 65536
_ELLIPSIS: Final = "…"
_INSTEAD: Final = "\N{REPLACEMENT CHARACTER}"
# Control characters, bidirectional controls, lone surrogates, and what is no character: XML holds
# none of them, or they would change how the text around them reads.
_UNFIT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane + end) for plane in range(0, 0x110000, 0x10000) for end in (0xFFFE, 0xFFFF))
    + "]"
)


def tidy(text: str) -> str:
    r"""Make one line of a text, with a sign for each character that cannot be shown.

    Args:
        text: Whatever somebody wrote.

    Returns:
        The text with its blanks drawn together and unfit characters replaced, cut at 1,000
        characters.

    >>> tidy(" Night\nvisits\x1b ")
    'Night visits�'
    """
    words = " ".join(text[: 2 * _LONGEST].split())
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + _ELLIPSIS
    return _UNFIT.sub(_INSTEAD, shown)


@cache
def _font(*, bold: bool) -> FT2Font:
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    font = FT2Font(str(Path(mpl.get_data_path()) / "fonts" / "ttf" / name))
    font.set_size(_EM, 72)
    return font


@cache
def _advance(character: str, *, bold: bool) -> float:
    """Measure a character in ems; one that the font lacks is as wide as another font has it."""
    font = _font(bold=bold)
    if font.get_char_index(ord(character)):
        glyph = font.load_char(ord(character), flags=LoadFlags.NO_HINTING)
        return glyph.linearHoriAdvance / _FIXED_POINT / _EM
    return 0.0 if unicodedata.combining(character) else 1.0


@lru_cache(maxsize=20_000)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Measure a line of text.

    Args:
        text: The line.
        size: The size of the font, in points.
        bold: Whether it is bold.

    Returns:
        Its width in points, with a little room to spare.

    >>> width("ii", 10) < width("WW", 10) < width("WW", 10, bold=True)
    True
    """
    return _SLACK * size * sum(_advance(character, bold=bold) for character in text)


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Cut a line where it would be too wide.

    Args:
        text: The line.
        room: How wide it may be, in points.
        size: The size of the font, in points.
        bold: Whether it is bold.

    Returns:
        The line; or its beginning with an ellipsis, if there is room for one.

    >>> cut("Night visits", 40, 10)
    'Night…'
    """
    if width(text, size, bold=bold) <= room:
        return text
    return _fitting(text, room - width(_ELLIPSIS, size, bold=bold), size, bold=bold) + _ELLIPSIS


def _fitting(text: str, room: float, size: float, *, bold: bool) -> str:
    """Take as many characters as fit of a text that does not fit as a whole."""
    advances = (_SLACK * size * _advance(character, bold=bold) for character in text)
    count = sum(1 for _ in takewhile(lambda used: used <= room, accumulate(advances)))
    return text[:count].rstrip()


@lru_cache(maxsize=20_000)
def wrapped(
    text: str, room: float, size: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, ...]:
    """Break a text into lines: between words, within a word only where it is too wide alone.

    Args:
        text: The text.
        room: How wide a line may be, in points.
        size: The size of the font, in points.
        bold: Whether it is bold.
        most: How many lines there may be, from 1; the last one is cut. None for any number.

    Returns:
        The lines; none for a blank text.

    >>> wrapped("Night visits to those who asked", 60, 10)
    ('Night visits', 'to those', 'who asked')
    >>> wrapped("Night visits to those who asked", 60, 10, most=2)
    ('Night visits', 'to those…')
    """
    words = tidy(text).split()
    lines: list[str] = []
    while words:
        if most is not None and len(lines) == most - 1:
            lines.append(cut(" ".join(words), room, size, bold=bold))
            break
        lines.append(_line(words, room, size, bold=bold))
    return tuple(lines)


def _line(words: list[str], room: float, size: float, *, bold: bool) -> str:
    """Take a line from the front of the words."""
    blank, line, used = width(" ", size, bold=bold), list[str](), 0.0
    while words and used + (wide := width(words[0], size, bold=bold)) <= room:
        line.append(words.pop(0))
        used += wide + blank
    if not line:
        part = _fitting(words[0], room, size, bold=bold) or words[0][0]
        words[0] = words[0][len(part) :]
        if not words[0]:
            words.pop(0)
        return part
    return " ".join(line)
