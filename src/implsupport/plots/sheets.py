"""What a picture is made of, in points from its top left corner, and how it gets onto Axes.

A block holds shapes and lines of text and knows its size; blocks stand below or beside one
another. A picture is a function from the room there is to a block. `drawn` finds the largest
scale at which the block fits, so that text is wrapped first, then shrunk, and never overlaps.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias

import attrs
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from implsupport.plots import lettering
from implsupport.plots.lettering import FAMILY, wrapped

__all__ = [
    "BODY",
    "DETAIL",
    "FAINT",
    "HEAD",
    "INK",
    "MUTED",
    "NOTE",
    "PANEL",
    "RULE",
    "TITLE",
    "WHITE",
    "Block",
    "Builder",
    "Face",
    "Mark",
    "Shape",
    "Words",
    "beside",
    "drawn",
    "line",
    "page",
    "paragraph",
    "placed",
    "rectangle",
    "rounded",
    "stacked",
]

INK: Final = "#1f2933"
MUTED: Final = "#56616c"
FAINT: Final = "#9aa5b1"
RULE: Final = "#d9dfe5"
WHITE: Final = "#ffffff"
PANEL: Final = "#f4f6f8"

_DPI: Final = 144.0
_PIXELS: Final = 2_500_000.0  # a larger picture is written at a lower resolution
_INCH: Final = 72
_MARGIN: Final = 18.0
_WIDTH: Final = 720.0
_LEADING: Final = 1.32
_RISE: Final = 0.98  # from the top of a line to its baseline, in sizes of the font
_TALLEST: Final = 14_000.0  # what Agg can still draw at this resolution
_LARGEST: Final = 1.5
_TRIES: Final = 3
_STEP: Final = 0.94
_STEPS: Final = 120
_READABLE: Final = 0.7
_WORTH: Final = 1.15  # names are cut only where that makes the rest so much larger

Align: TypeAlias = Literal["left", "center", "right"]


@attrs.frozen
class Face:
    """How text is set.

    Attributes:
        size: In points.
        colour: In hexadecimal.
        bold: Whether it is bold.
        italic: Whether it is oblique.
    """

    size: float
    colour: str = INK
    bold: bool = False
    italic: bool = False


TITLE: Final = Face(13, bold=True)
HEAD: Final = Face(8.5, bold=True)
BODY: Final = Face(9)
DETAIL: Final = Face(7.5, MUTED)
NOTE: Final = Face(7, MUTED)


@attrs.frozen
class Words:
    """A line of text.

    Attributes:
        x: Where it is anchored.
        y: Where its baseline lies.
        text: What it says.
        face: How it is set.
        align: Which part of it is at the anchor.
    """

    x: float
    y: float
    text: str
    face: Face
    align: Align = "left"


@attrs.frozen(eq=False)
class Shape:
    """A path, filled, stroked or both.

    Attributes:
        path: Its outline, in points around its anchor.
        x: Where it is anchored.
        y: Where it is anchored.
        fill: The colour inside, or None.
        stroke: The colour of the line, or None.
        width: How thick the line is.
        dash: How long the line and its breaks are; empty for an unbroken line.
    """

    path: Path
    x: float = 0.0
    y: float = 0.0
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.8
    dash: tuple[float, ...] = ()


Mark: TypeAlias = Words | Shape


@attrs.frozen(eq=False)
class Block:
    """Marks that stand together.

    Attributes:
        width: How wide it is.
        height: How tall it is.
        marks: What is in it, from the back to the front.
        parts: The blocks in it, in front of its marks, each with its left and its top.
        has_axes: Whether data coordinates from 0 to 1 span it.
    """

    width: float
    height: float
    marks: tuple[Mark, ...] = ()
    parts: tuple[tuple["Block", float, float], ...] = ()
    has_axes: bool = False

    def flat(self, x: float = 0.0, y: float = 0.0) -> Iterator[tuple["Block", float, float]]:
        """List it and all that is in it, from the back to the front, each with its place."""
        yield self, x, y
        for part, left, top in self.parts:
            yield from part.flat(x + left, y + top)


Builder: TypeAlias = Callable[[float, int | None], Block]
"""From the width that there is and the most lines a name may have to a block."""


# --- what a block is made of ---


def rectangle(  # noqa: PLR0913 -- where it is and how it looks
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    dash: tuple[float, ...] = (),
) -> Shape:
    """Draw a rectangle by its top left corner."""
    corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height), (0.0, 0.0)]
    return Shape(Path(corners, closed=True), x, y, fill, stroke, dash=dash)


def rounded(  # noqa: PLR0913 -- how large it is and how it looks
    width: float,
    height: float,
    *,
    fill: str | None = None,
    stroke: str | None = None,
    thick: float = 0.8,
    dash: tuple[float, ...] = (),
    radius: float = 4.0,
) -> Shape:
    """Draw a rectangle with round corners, its top left corner at its anchor."""
    r, w, h = radius, width, height
    points = [(r, 0), (w - r, 0), (w, 0), (w, r), (w, h - r), (w, h), (w - r, h)]
    points += [(r, h), (0, h), (0, h - r), (0, r), (0, 0), (r, 0), (r, 0)]
    corner = [Path.CURVE3, Path.CURVE3]
    side = [Path.LINETO, *corner]
    codes = [Path.MOVETO, *side, *side, *side, *side, Path.CLOSEPOLY]
    return Shape(Path(points, codes), 0.0, 0.0, fill, stroke, thick, dash)


def line(
    points: Sequence[tuple[float, float]],
    *,
    stroke: str = RULE,
    width: float = 0.8,
    dash: tuple[float, ...] = (),
) -> Shape:
    """Draw a line from point to point."""
    return Shape(Path(points), stroke=stroke, width=width, dash=dash)


def paragraph(
    text: str, room: float, face: Face = BODY, *, most: int | None = None, align: Align = "left"
) -> Block:
    """Set a text in lines.

    Args:
        text: The text.
        room: How wide a line may be, in points.
        face: How it is set.
        most: How many lines there may be; the last one is cut. None for any number.
        align: To which side the lines are set.

    Returns:
        A block as wide as the room; without height for a blank text.
    """
    lines = wrapped(text, room, face.size, bold=face.bold, most=most)
    x = {"left": 0.0, "center": room / 2, "right": room}[align]
    pitch = face.size * _LEADING
    marks = tuple(
        Words(x, number * pitch + face.size * _RISE, words, face, align)
        for number, words in enumerate(lines)
    )
    return Block(room, len(lines) * pitch, marks)


# --- how blocks stand together ---


def placed(
    blocks: Iterable[tuple[Block, float, float]],
    width: float,
    height: float,
    under: Iterable[Mark] = (),
) -> Block:
    """Put blocks, each with its left and its top, in front of marks, in a block of a given size."""
    return Block(width, height, tuple(under), tuple(blocks))


def stacked(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Put blocks below one another; those without height take no room."""
    found: list[tuple[Block, float, float]] = []
    top = 0.0
    for block in blocks:
        if block.height:
            found.append((block, 0.0, top))
            top += block.height + gap
    width = max((block.width for block, _, _ in found), default=0.0)
    return placed(found, width, max(top - gap, 0.0))


def beside(blocks: Iterable[Block], gap: float = 0.0) -> Block:
    """Put blocks beside one another, tops aligned."""
    found: list[tuple[Block, float, float]] = []
    left = 0.0
    for block in blocks:
        found.append((block, left, 0.0))
        left += block.width + gap
    height = max((block.height for block, _, _ in found), default=0.0)
    return placed(found, max(left - gap, 0.0), height)


def page(title: str, blocks: Iterable[Block], notes: str = "", *, width: float = 0.0) -> Block:
    """Put a title above blocks and small print below them.

    Args:
        title: The title; none if blank.
        blocks: What the picture shows, from top to bottom.
        notes: The small print; none if blank.
        width: The least width of the whole.

    Returns:
        One block.
    """
    body = stacked(blocks, 14)
    room = max(body.width, width)
    heading, print_ = paragraph(title, room, TITLE), paragraph(notes, room, NOTE)
    return stacked((heading, body, print_), 14)


# --- onto the Axes ---


def drawn(build: Builder, ax: Axes | None, *, width: float = _WIDTH) -> Axes:
    """Draw a picture on the Axes given, or on a new Figure of the size that it needs.

    Args:
        build: The picture.
        ax: The Axes to draw on; None for a new Figure.
        width: How wide a new Figure may be, in points.

    Returns:
        The Axes, its frame off. Data coordinates from 0 to 1, downwards, span the picture or the
        part of it that has axes of its own.
    """
    if ax is None:
        block = build(width - 2 * _MARGIN, None)
        ax, scale = _new(block.width + 2 * _MARGIN, block.height + 2 * _MARGIN)
    else:
        block, scale = _fitted(build, *_room(ax))
    _draw(block, ax, scale)
    return ax


def _new(width: float, height: float) -> tuple[Axes, float]:
    scale = min(1.0, _TALLEST / max(width, height))
    size = (width * scale / _INCH, height * scale / _INCH)
    dpi = min(_DPI, math.sqrt(_PIXELS / (size[0] * size[1])))
    figure: Any = Figure(figsize=size, dpi=dpi, facecolor=WHITE, edgecolor=WHITE)
    figure.set_layout_engine("none")
    return figure.add_axes((0.0, 0.0, 1.0, 1.0)), scale


def _room(ax: Axes) -> tuple[float, float]:
    box = ax.get_window_extent()
    inch = ax.figure.dpi / _INCH
    return box.width / inch, box.height / inch


def _fitted(build: Builder, width: float, height: float) -> tuple[Block, float]:
    """Find the largest scale that fits, with names in full; if it is too small, with names cut."""
    found = _largest(build, width, height, None)
    for most in (2, 1):
        if found[1] >= _READABLE:
            break
        shorter = _largest(build, width, height, most)
        found = shorter if shorter[1] > _WORTH * found[1] else found
    return found


def _largest(build: Builder, width: float, height: float, most: int | None) -> tuple[Block, float]:
    """Halve the steps of scale: the smaller the scale, the more room there is."""
    low, high = 0, _STEPS
    while low < high:
        middle = (low + high) // 2
        if _fits(build, width, height, most, _LARGEST * _STEP**middle):
            high = middle
        else:
            low = middle + 1
    scale = _LARGEST * _STEP**low
    return build(width / scale - 2 * _MARGIN, most), scale


def _fits(build: Builder, width: float, height: float, most: int | None, scale: float) -> bool:
    room, tall = width / scale - 2 * _MARGIN, height / scale - 2 * _MARGIN
    if room <= 0 or tall <= 0:
        return False
    block = build(room, most)
    return block.width <= room and block.height <= tall


def _draw(block: Block, ax: Axes, scale: float) -> None:
    """Add the marks to the Axes, in the middle of its width, from the top."""
    width, height = (side / scale for side in _room(ax))
    left = (width - block.width) / 2
    ax.set_axis_off()
    on_paper = Affine2D().scale(1 / width, -1 / height).translate(0, 1) + ax.transAxes
    span = (left, _MARGIN, block)
    for part, x, y in block.flat(left, _MARGIN):
        place = Affine2D().translate(x, y) + on_paper
        for mark in part.marks:
            _add(mark, ax, place, scale)
        span = (x, y, part) if part.has_axes else span
    x, y, axes = span
    wide, tall = axes.width or 1.0, axes.height or 1.0
    ax.set_xlim(-x / wide, (width - x) / wide)
    ax.set_ylim((height - y) / tall, -y / tall)


def _add(mark: Mark, ax: Axes, place: Transform, scale: float) -> None:
    if isinstance(mark, Shape):
        ax.add_artist(_patch(mark, place, scale))
    else:
        text = _text(mark, place, scale)
        ax.add_artist(text)
        _shrink(text, mark, scale, ax.figure.dpi)


def _text(words: Words, transform: Transform, scale: float) -> Text:
    """Make text of words: no mathematics, no TeX, and nothing that settings could change."""
    face = words.face
    font = FontProperties(
        family=FAMILY,
        style="oblique" if face.italic else "normal",
        weight="bold" if face.bold else "normal",
        size=face.size * scale,
    )
    return Text(
        words.x,
        words.y,
        words.text,
        color=face.colour,
        fontproperties=font,
        horizontalalignment=words.align,
        verticalalignment="baseline",
        transform=transform,
        parse_math=False,
        usetex=False,
        clip_on=False,
        zorder=3,
    )


def _shrink(text: Text, words: Words, scale: float, dpi: float) -> None:
    """Make text smaller that came out larger than it was measured: letters are fitted to pixels."""
    face = words.face
    wide = lettering.width(words.text, face.size, bold=face.bold) * scale * dpi / _INCH
    tall = face.size * _LEADING * scale * dpi / _INCH
    size = face.size * scale
    for _ in range(_TRIES):
        box = text.get_window_extent(_renderer(dpi))
        share = min(wide / max(box.width, wide), tall / max(box.height, tall))
        if share == 1:
            return
        size *= 0.99 * share
        text.set_fontsize(size)


@lru_cache(maxsize=4)
def _renderer(dpi: float) -> Any:  # noqa: ANN401 -- matplotlib has no types for it
    """Make something to measure text with, which nothing is drawn on."""
    return import_module("matplotlib.backends.backend_agg").RendererAgg(1, 1, dpi)


def _patch(shape: Shape, transform: Transform, scale: float) -> PathPatch:
    dashes = (0, tuple(length * scale for length in shape.dash)) if shape.dash else "solid"
    return PathPatch(
        shape.path,
        facecolor=shape.fill or "none",
        edgecolor=shape.stroke or "none",
        linewidth=shape.width * scale if shape.stroke else 0.0,
        linestyle=dashes,
        capstyle="butt" if shape.dash else "round",
        joinstyle="round",
        clip_on=False,
        transform=Affine2D().translate(shape.x, shape.y) + transform,
        zorder=2,
    )
