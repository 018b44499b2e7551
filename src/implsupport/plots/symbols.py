"""The signs that stand beside every colour: lamps for grades and gaps, and the key to them.

The colours run from orange over pale amber to deep blue. They differ in lightness too, so that they
stay apart in greyscale and for those who do not see red from green.
"""

import math
from collections.abc import Iterable
from functools import cache
from typing import Final

from matplotlib.path import Path

from implsupport.plots.lettering import width
from implsupport.plots.sheets import (
    BODY,
    INK,
    MUTED,
    WHITE,
    Block,
    Shape,
    paragraph,
    placed,
    rectangle,
)
from implsupport.plots.wording import terms
from implsupport.terms import Gap, Scale

__all__ = [
    "arrow_head",
    "circle",
    "colour",
    "key",
    "lamp",
    "marks_of",
    "on",
    "pie",
    "sign",
    "strokes",
]

_RAMP: Final = ((0xD9, 0x65, 0x2B), (0xF3, 0xCE, 0x73), (0x1F, 0x5A, 0x8C))
_BLACK: Final = "#000000"
_DARK: Final = 0.179  # the luminance as far from white as from black
_SHARES: Final = (0.2126, 0.7152, 0.0722)
_GAP_DASH: Final = (1.6, 1.6)


# --- colours ---


def colour(grade: Scale) -> str:
    """Give a grade its colour: the lowest is orange, the highest blue, whatever lies between.

    Args:
        grade: A grade of any scale.

    Returns:
        The colour in hexadecimal.

    >>> from implsupport.frameworks.success import Attainment
    >>> colour(Attainment.RELATIVE_FAILURE), colour(Attainment.RELATIVE_SUCCESS)
    ('#d9652b', '#1f5a8c')
    """
    return "#" + "".join(f"{part:02x}" for part in _colour(grade))


def _colour(grade: Scale) -> tuple[int, ...]:
    """Go along the ramp, as far as the grade stands in its scale."""
    scale = list(type(grade))
    way = scale.index(grade) / max(len(scale) - 1, 1) * (len(_RAMP) - 1)
    begin = min(int(way), len(_RAMP) - 2)
    ends = zip(_RAMP[begin], _RAMP[begin + 1], strict=True)
    return tuple(round(a + (b - a) * (way - begin)) for a, b in ends)


def on(grade: Scale) -> str:
    """Choose white or black, whichever stands out more: by 4.5 to 1 on any colour of the ramp."""
    linear = [((part / 255 + 0.055) / 1.055) ** 2.4 for part in _colour(grade)]
    luminance = sum(share * part for share, part in zip(_SHARES, linear, strict=True))
    return WHITE if luminance < _DARK else _BLACK


# --- outlines ---


@cache
def circle(radius: float) -> Path:
    """Outline a circle around its anchor."""
    return Path.circle((0.0, 0.0), radius)


@cache
def strokes(*lines: tuple[tuple[float, float], ...], scale: float) -> Path:
    """Draw several lines as one path around its anchor, their points times the scale."""
    points = [(x * scale, y * scale) for line in lines for x, y in line]
    codes = [Path.LINETO if place else Path.MOVETO for line in lines for place in range(len(line))]
    return Path(points, codes)


_CHECK: Final = (((-0.5, 0.05), (-0.15, 0.4), (0.5, -0.38)),)
_CROSS: Final = (((-0.38, -0.38), (0.38, 0.38)), ((-0.38, 0.38), (0.38, -0.38)))
_SLASH: Final = ((-0.3, 0.48), (0.3, -0.48))
_UNEQUAL: Final = (((-0.45, -0.2), (0.45, -0.2)), ((-0.45, 0.2), (0.45, 0.2)), _SLASH)


def _arc(
    radius: float, begin: float, end: float, x: float, y: float
) -> tuple[tuple[float, float], ...]:
    """Draw a part of a circle, in degrees clockwise from the right."""
    turns = [math.radians(begin + (end - begin) * step / 16) for step in range(17)]
    return tuple((x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns)


_QUESTION: Final = (
    (*_arc(0.27, 180, 405, 0.0, -0.25), (0.0, 0.12), (0.0, 0.2)),
    ((0.0, 0.5), (0.0, 0.51)),
)
_EMPTY_SET: Final = (_arc(0.36, 0, 360, 0.0, 0.0), _SLASH)
_DOTS: Final = tuple(((x - 0.06, 0.0), (x + 0.06, 0.0)) for x in (-0.42, 0.0, 0.42))

_SIGN_OF: Final = {
    Gap.NOT_ASSESSED: (),
    Gap.NOT_STATED: _DOTS,
    Gap.INSUFFICIENT_EVIDENCE: _QUESTION,
    Gap.CONFLICTING_EVIDENCE: _UNEQUAL,
    Gap.NO_ANCHOR_FITS: _EMPTY_SET,
    Gap.NOT_APPLICABLE: (_SLASH,),
}


def _bars(number: int) -> tuple[tuple[tuple[float, float], ...], ...]:
    """Draw as many level lines as a grade between the ends stands above the lowest."""
    pitch = min(0.36, 0.9 / number)
    tops = [pitch * (place - (number - 1) / 2) for place in range(number)]
    return tuple(((-0.42, y), (0.42, y)) for y in tops)


def sign(
    mark: Scale | Gap, radius: float, stroke: str, x: float = 0.0, y: float = 0.0
) -> tuple[Shape, ...]:
    """Draw the sign of a grade or a gap.

    Args:
        mark: A grade: a cross for the lowest, a tick for the highest, between them a bar for
            each step up. Or a gap: each reason has its own sign.
        radius: How large, in points from the middle.
        stroke: The colour of its lines.
        x: Where its middle is.
        y: Where its middle is.

    Returns:
        One shape; none for the gap *not assessed*, which stays blank.
    """
    lines = _SIGN_OF[mark] if isinstance(mark, Gap) else _grade_sign(mark)
    if not lines:
        return ()
    path = strokes(*lines, scale=radius)
    return (Shape(path, x, y, stroke=stroke, width=max(radius / 5, 0.5)),)


def _grade_sign(grade: Scale) -> tuple[tuple[tuple[float, float], ...], ...]:
    scale = list(type(grade))
    place = scale.index(grade)
    if place == len(scale) - 1:
        return _CHECK
    return _bars(place) if place else _CROSS


def arrow_head(
    tip: tuple[float, float], source: tuple[float, float], fill: str, long: float = 6.0
) -> Shape:
    """Draw the head of an arrow that comes from somewhere and ends at its tip."""
    angle = math.atan2(tip[1] - source[1], tip[0] - source[0])
    sides = [
        (-long * math.cos(angle + turn), -long * math.sin(angle + turn)) for turn in (0.42, -0.42)
    ]
    return Shape(Path([(0.0, 0.0), *sides, (0.0, 0.0)], closed=True), *tip, fill=fill)


# --- lamps ---


def lamp(mark: Scale | Gap, radius: float = 8.0) -> Block:
    """Draw a grade as a filled disc and a gap as an empty square, each with its sign.

    Args:
        mark: A grade or a gap.
        radius: How large, in points from the middle.

    Returns:
        A square block.
    """
    side = 2 * radius
    if isinstance(mark, Gap):
        inset = 0.12 * radius
        edge = side - 2 * inset
        body = rectangle(inset, inset, edge, edge, fill=WHITE, stroke=MUTED, dash=_GAP_DASH)
        return Block(side, side, (body, *sign(mark, radius, MUTED, radius, radius)))
    disc = Shape(circle(radius), radius, radius, fill=colour(mark))
    return Block(side, side, (disc, *sign(mark, radius, on(mark), radius, radius)))


def pie(share: float, radius: float = 6.0) -> Block:
    """Draw a disc that is filled to a share, clockwise from the top.

    Args:
        share: From 0 to 1.
        radius: How large, in points.

    Returns:
        A square block.
    """
    ring = Shape(circle(radius), radius, radius, fill=WHITE, stroke=INK, width=0.9)
    if share <= 0:
        return Block(2 * radius, 2 * radius, (ring,))
    if share >= 1:
        return Block(
            2 * radius, 2 * radius, (Shape(circle(radius), radius, radius, fill=INK, stroke=INK),)
        )
    wedge = Path(
        [(0.0, 0.0), *_arc(radius, -90, -90 + 360 * share, 0.0, 0.0), (0.0, 0.0)], closed=True
    )
    return Block(2 * radius, 2 * radius, (ring, Shape(wedge, radius, radius, fill=INK)))


# --- the key ---


def marks_of(profiles: Iterable[Iterable[Scale | Gap]], scale: type[Scale]) -> list[Scale | Gap]:
    """List what the key to some profiles holds: all grades, and those gaps that there are.

    Args:
        profiles: The marks shown.
        scale: The scale of the grades.

    Returns:
        The grades, highest first, then the gaps, in order.
    """
    found = {mark for profile in profiles for mark in profile}
    return [*reversed(terms(scale)), *(gap for gap in Gap if gap in found)]


def key(entries: Iterable[tuple[Block, str]], room: float) -> Block:
    """Set signs with their words in lines.

    Args:
        entries: Each sign with its word.
        room: How wide a line may be.

    Returns:
        One block.
    """
    found: list[tuple[Block, float, float]] = []
    left = top = tall = wide = 0.0
    for symbol, word in entries:
        text = paragraph(word, min(width(word, BODY.size) + 1, room - symbol.width - 5), BODY)
        entry = symbol.width + 5 + text.width
        height = max(symbol.height, text.height)
        if left and left + entry > room:
            left, top, tall = 0.0, top + tall + 5, 0.0
        found += [
            (symbol, left, top + (height - symbol.height) / 2),
            (text, left + symbol.width + 5, top + (height - text.height) / 2),
        ]
        left, tall = left + entry + 16, max(tall, height)
        wide = max(wide, left - 16)
    return placed(found, wide, top + tall)
