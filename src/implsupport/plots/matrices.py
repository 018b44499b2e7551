"""The matrix of a typology on paper, and chips that are put into it without touching each other."""

import math
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final, TypeAlias

import attrs
from matplotlib.path import Path

from implsupport.matrix import Typology
from implsupport.plots.lettering import width
from implsupport.plots.sheets import (
    BODY,
    DETAIL,
    HEAD,
    MUTED,
    PANEL,
    RULE,
    WHITE,
    Block,
    Face,
    Mark,
    Shape,
    Words,
    line,
    paragraph,
    placed,
    rectangle,
    rounded,
    stacked,
)
from implsupport.plots.symbols import arrow_head, circle
from implsupport.plots.wording import headed, terms
from implsupport.terms import Gap, Scale, Term

__all__ = [
    "Arrow",
    "Axis",
    "Chip",
    "Item",
    "Spot",
    "chip",
    "listed",
    "matrix",
    "miniature",
    "span",
]

Axis: TypeAlias = Term | float | None
"""How a case stands on an axis: a grade, a gap, a degree from 0 to 1, or nobody knows."""

_Box: TypeAlias = tuple[float, float, float, float]

_CELL: Final = 165.0
_SMALL_CELL: Final = 58.0
_ROW_HEAD: Final = 66.0
_LABEL: Final = 34.0
_NUMBER: Final = Face(7.5, bold=True)
_TALL: Final = 13.0
_INSET: Final = 9.0
_OPEN_DASH: Final = (2.4, 1.8)
_MARGIN_DASH: Final = (0.8, 1.8)
_CROSSOVER: Final = 0.5
_RING: Final = 7.0
_STEP: Final = 4.0
_PITCH: Final = _TALL + 4
_SQUARE: Final = 24
_SPARE: Final = 30  # how many chips a cell holds before it grows


@attrs.frozen
class Spot:
    """A chip to be put into the matrix.

    Attributes:
        text: What it says: a number or a letter, explained beside the matrix.
        row: How the case stands on the rows.
        col: How the case stands on the columns.
        hue: Its colour.
        is_central: Whether a chip placed by grade goes to the middle of its cell, not in line.
    """

    text: str
    row: Axis
    col: Axis
    hue: str
    is_central: bool = False

    @property
    def is_graded(self) -> bool:
        """Whether a degree says where it stands."""
        return isinstance(self.row, float | int) or isinstance(self.col, float | int)

    @property
    def is_open(self) -> bool:
        """Whether an axis is a gap."""
        return _is_open(self.row) or _is_open(self.col)


def _is_open(mark: Axis) -> bool:
    return mark is None or isinstance(mark, Gap)


def span(axis: type[Term], mark: Axis) -> tuple[float, float]:
    """Say between which shares of an axis a case stands.

    >>> from implsupport.frameworks.matland import Conflict
    >>> span(Conflict, Conflict.HIGH), span(Conflict, 0.25), span(Conflict, None)
    ((0.5, 1.0), (0.25, 0.25), (0.0, 1.0))
    """
    if mark is None or isinstance(mark, Gap):
        return 0.0, 1.0
    if isinstance(mark, Term):
        place, count = list(axis).index(mark), len(axis)
        return place / count, (place + 1) / count
    return float(mark), float(mark)


# --- chips ---


def chip(text: str, hue: str, *, graded: bool = False, is_open: bool = False) -> Block:
    """Draw a chip: filled for a grade, outlined for a degree, dashed where an axis is open."""
    wide = max(width(text, _NUMBER.size, bold=True) + 8, _TALL)
    hollow = graded or is_open
    body = rounded(
        wide,
        _TALL,
        fill=WHITE if hollow else hue,
        stroke=hue,
        thick=1.1,
        dash=_OPEN_DASH if is_open else (),
    )
    face = attrs.evolve(_NUMBER, colour=hue if hollow else WHITE)
    return Block(wide, _TALL, (body, Words(wide / 2, _TALL / 2 + 2.7, text, face, "center")))


@attrs.frozen(eq=False)
class Chip:
    """A chip in its place.

    Attributes:
        spot: What it shows.
        x: Where its middle is.
        y: Where its middle is.
        anchor: The place it belongs to, from which it may have been pushed away.
    """

    spot: Spot
    x: float
    y: float
    anchor: tuple[float, float]

    @property
    def box(self) -> _Box:
        """The room it takes, with some air around it."""
        wide = max(width(self.spot.text, _NUMBER.size, bold=True) + 8, _TALL) / 2 + 1.5
        tall = _TALL / 2 + 1.5
        return (self.x - wide, self.y - tall, self.x + wide, self.y + tall)


class _Taken:
    """The boxes that are taken, by the squares of a coarse grid, so that few are looked at."""

    def __init__(self) -> None:
        """Take nothing."""
        self._boxes: dict[tuple[int, int], list[_Box]] = {}

    def add(self, box: _Box) -> None:
        """Take a box."""
        for square in _squares(box):
            self._boxes.setdefault(square, []).append(box)

    def touches(self, box: _Box) -> bool:
        """Tell whether a box overlaps one that is taken."""
        return any(
            _touch(box, other) for square in _squares(box) for other in self._boxes.get(square, ())
        )


def _squares(box: _Box) -> list[tuple[int, int]]:
    left, top, right, bottom = (int(side // _SQUARE) for side in box)
    return [(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)]


def _touch(one: _Box, other: _Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _is_inside(box: _Box, size: tuple[float, float]) -> bool:
    return box[0] >= 0 and box[1] >= 0 and box[2] <= size[0] and box[3] <= size[1]


def _around(x: float, y: float, far: float) -> Iterable[tuple[float, float]]:
    """Go out from a place in rings, the steps on each as wide as the rings are apart."""
    turns = (
        (_RING * ring, math.pi * turn / (3 * ring))
        for ring in range(1, int(far / _RING))
        for turn in range(6 * ring)
    )
    away = ((x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in turns)
    return chain([(x, y)], away)


def _slots(area: _Box) -> list[tuple[float, float]]:
    """Go through a cell in lines, from its top left."""
    left, top, right, bottom = area
    across = int((right - left - 2 * _INSET) / _STEP)
    down = int((bottom - top - _LABEL) / _PITCH)
    return [
        (left + _INSET + _TALL / 2 + _STEP * col, top + _LABEL + _PITCH * (row + 0.5))
        for row in range(down)
        for col in range(across)
    ]


@attrs.frozen(eq=False)
class _Field:
    """The cells of a typology on paper.

    Attributes:
        typology: The typology.
        cell: The side of a cell.
        labels: What the cells say, and where.
    """

    typology: Typology[Any, Any, Any]
    cell: float
    labels: tuple[tuple[Block, float, float], ...]

    @property
    def size(self) -> tuple[float, float]:
        """The width and the height of all cells."""
        cols, rows = terms(self.typology.cols), terms(self.typology.rows)
        return len(cols) * self.cell, len(rows) * self.cell

    def area(self, spot: Spot) -> _Box:
        """Find the cells that a spot may stand in; a degree makes it a line or a point."""
        (x0, x1), (y0, y1) = span(self.typology.cols, spot.col), span(self.typology.rows, spot.row)
        wide, tall = self.size
        return x0 * wide, y0 * tall, x1 * wide, y1 * tall

    def put(self, spots: Sequence[Spot]) -> list[Chip]:
        """Put each chip where it belongs or as near as there is room, degrees first."""
        taken = _Taken()
        for label, x, y in self.labels:
            taken.add((x, y, x + label.width, y + label.height))
        chips: dict[int, Chip] = {}
        order = sorted(range(len(spots)), key=lambda one: _rank(spots[one]))
        for one in order:
            chips[one] = self._put(spots[one], taken)
            taken.add(chips[one].box)
        return [chips[one] for one in range(len(spots))]

    def _put(self, spot: Spot, taken: _Taken) -> Chip:
        area = self.area(spot)
        anchor = ((area[0] + area[2]) / 2, (area[1] + area[3]) / 2)
        is_crisp = _rank(spot) == _CRISP
        size, far = self.size, 2 * max(self.size)
        in_line = _slots(area) if is_crisp and not spot.is_central else ()
        free = (
            Chip(spot, x, y, (x, y) if is_crisp else anchor)
            for x, y in chain(in_line, _around(*anchor, far))
        )
        inside = (one for one in free if _is_inside(one.box, size))
        there = (one for one in inside if not taken.touches(one.box))
        return next(there, Chip(spot, *anchor, anchor))


_CRISP: Final = 2


def _rank(spot: Spot) -> int:
    """Tell what is put first: degrees, then what is open, then grades, which go anywhere."""
    if spot.is_open:
        return 1
    return 0 if spot.is_graded else _CRISP


def _cell(typology: Typology[Any, Any, Any], spots: Sequence[Spot], least: float) -> float:
    """Make the cells large enough for the chips."""
    share = len(spots) / len(typology.items())
    most = max((_crowd(spot, spots) for spot in spots), default=0)
    spare = _SPARE * (least / _CELL) ** 2
    return least * math.sqrt(max(1.0, most / spare, share / spare))


def _field(typology: Typology[Any, Any, Any], cell: float) -> _Field:
    """Name the cells, with what each means where that fits in a line in every cell."""
    labels: list[tuple[Block, float, float]] = []
    kinds = [kind for _, kind in typology.items()]
    has_glosses = all(width(kind.gloss, DETAIL.size) <= cell - 2 * _INSET for kind in kinds)
    for number, kind in enumerate(kinds):
        row, col = divmod(number, len(terms(typology.cols)))
        label = _label(kind, cell, has_gloss=has_glosses)
        labels.append((label, col * cell + _INSET, row * cell + _INSET))
    return _Field(typology, cell, tuple(labels))


def _crowd(spot: Spot, spots: Sequence[Spot]) -> int:
    return sum(one.row == spot.row and one.col == spot.col for one in spots)


def _label(kind: Term, cell: float, *, has_gloss: bool) -> Block:
    room = cell - 2 * _INSET
    name = paragraph(headed(kind.label), room, HEAD, most=1)
    return stacked((name, paragraph(kind.gloss if has_gloss else "", room, DETAIL)))


# --- the matrix ---


Arrow: TypeAlias = tuple[int, int, str, bool]
"""From one spot to another, by their places; the colour; whether it is told."""


def matrix(
    typology: Typology[Any, Any, Any],
    spots: Sequence[Spot],
    arrows: Iterable[Arrow] = (),
    cell: float = _CELL,
) -> Block:
    """Draw a typology, row by row as it is printed, with chips in it.

    Args:
        typology: The typology.
        spots: The chips.
        arrows: From spot to spot.
        cell: The least side of a cell, in points.

    Returns:
        One block; the matrix in it, without its headings, has the axes, so that data coordinates
        are degrees: across for the columns, downwards for the rows.
    """
    field = _field(typology, _cell(typology, spots, cell))
    wide, tall = field.size
    inner = attrs.evolve(_filled(field, spots, arrows), has_axes=True)
    heads = _col_heads(field)
    scale = _ticks(field) if any(spot.is_graded for spot in spots) else Block(0, 0)
    top = heads.height + 5
    return placed(
        [
            (heads, _ROW_HEAD, 0),
            (_row_heads(field), 0, top),
            (inner, _ROW_HEAD, top),
            (scale, _ROW_HEAD, top),
        ],
        _ROW_HEAD + wide + (24 if scale.height else 0),
        top + max(tall, scale.height),
    )


def miniature(
    typology: Typology[Any, Any, Any], spots: Sequence[Spot], arrows: Iterable[Arrow]
) -> Block:
    """Draw a small matrix without words; one that has them must stand near.

    Args:
        typology: The typology.
        spots: The chips.
        arrows: From spot to spot.

    Returns:
        One block.
    """
    return _filled(_Field(typology, _cell(typology, spots, _SMALL_CELL), ()), spots, arrows)


def _filled(field: _Field, spots: Sequence[Spot], arrows: Iterable[Arrow]) -> Block:
    """Put chips and arrows into the cells."""
    chips = field.put(spots)
    marks: list[Mark] = [*_cells(field), *(mark for one in chips for mark in _pointers(field, one))]
    for start, end, hue, told in arrows:
        marks += _arrow(chips[start], chips[end], hue, told=told)
    return Block(*field.size, tuple(marks), (*field.labels, *map(_centred, chips)))


def _centred(one: Chip) -> tuple[Block, float, float]:
    drawn = chip(one.spot.text, one.spot.hue, graded=one.spot.is_graded, is_open=one.spot.is_open)
    return drawn, one.x - drawn.width / 2, one.y - drawn.height / 2


def _cells(field: _Field) -> Iterable[Mark]:
    inner = field.cell - 2
    for row in range(len(terms(field.typology.rows))):
        for col in range(len(terms(field.typology.cols))):
            x, y = col * field.cell + 1, row * field.cell + 1
            yield rectangle(x, y, inner, inner, fill=PANEL, stroke=RULE)


def _name(term: Term) -> str:
    """Name a grade with its axis, as the printed table does; another term by itself."""
    axis = type(term).__name__
    return headed(f"{term.label} {axis.lower()}") if isinstance(term, Scale) else headed(term.label)


def _col_heads(field: _Field) -> Block:
    heads = [
        paragraph(_name(term), field.cell - 8, HEAD, align="center")
        for term in terms(field.typology.cols)
    ]
    tall = max(head.height for head in heads)
    return placed(
        [(head, number * field.cell + 4, tall - head.height) for number, head in enumerate(heads)],
        field.size[0],
        tall,
    )


def _row_heads(field: _Field) -> Block:
    heads = [
        paragraph(_name(term), _ROW_HEAD - 8, HEAD, align="right")
        for term in terms(field.typology.rows)
    ]
    return placed(
        [
            (head, 0.0, (number + 0.5) * field.cell - head.height / 2)
            for number, head in enumerate(heads)
        ],
        _ROW_HEAD,
        field.size[1],
    )


def _ticks(field: _Field) -> Block:
    """Mark 0, the crossover and 1 along the right and below."""
    wide, tall = field.size
    marks: list[Mark] = []
    for share, text in ((0.0, "0"), (0.5, "0.5"), (1.0, "1")):
        marks.append(Words(share * wide, tall + 11, text, DETAIL, "center"))
        marks.append(Words(wide + 6, share * tall + 2.7, text, DETAIL))
    return Block(wide + 24, tall + 14, tuple(marks))


def _pointers(field: _Field, one: Chip) -> Iterable[Mark]:
    """Draw what goes with a chip: its margin, the line it may lie on, the way to its place."""
    x, y = one.anchor
    if one.spot.is_open:
        yield from _reach(field.area(one.spot), one)
        return
    if not one.spot.is_graded:
        return
    yield from _margin(field, one)
    if (one.x, one.y) != one.anchor:
        yield line([one.anchor, (one.x, one.y)], stroke=MUTED, width=0.6)
        yield Shape(circle(1.8), x, y, fill=one.spot.hue)


def _margin(field: _Field, one: Chip) -> Iterable[Mark]:
    """Lead from a point to the nearest crossover."""
    x, y = one.anchor
    wide, tall = field.size
    across, down = abs(x / wide - _CROSSOVER), abs(y / tall - _CROSSOVER)
    end = (wide * _CROSSOVER, y) if across <= down else (x, tall * _CROSSOVER)
    yield line([(x, y), end], stroke=one.spot.hue, width=1.0, dash=_MARGIN_DASH)


def _reach(area: _Box, one: Chip) -> Iterable[Mark]:
    """Draw how far a case may lie along an open axis, through its chip."""
    x0, y0, x1, y1 = area
    across, down = x1 - x0, y1 - y0
    if across >= down:
        ends = [(x0 + _INSET, one.y), (x1 - _INSET, one.y)]
    else:
        ends = [(one.x, y0 + _INSET), (one.x, y1 - _INSET)]
    yield line(ends, stroke=one.spot.hue, width=0.9, dash=_OPEN_DASH)
    for x, y in ends:
        yield Shape(circle(1.6), x, y, fill=one.spot.hue)


def _arrow(start: Chip, end: Chip, hue: str, *, told: bool) -> Iterable[Mark]:
    """Draw a bowed line between two chips, its head at the border of the second."""
    across, down = end.x - start.x, end.y - start.y
    far = math.hypot(across, down)
    if far < 2 * _TALL:
        return
    bow = 0.12
    control = (start.x + across / 2 + bow * down, start.y + down / 2 - bow * across)
    tip = _toward((end.x, end.y), control, _TALL * 0.78)
    tail = _toward((start.x, start.y), control, _TALL * 0.78)
    neck = _toward(tip, control, 5.0)
    curve = Path([tail, control, neck], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    yield Shape(curve, stroke=hue, width=1.3, dash=() if told else _OPEN_DASH)
    yield arrow_head(tip, control, hue)


def _toward(
    start: tuple[float, float], end: tuple[float, float], far: float
) -> tuple[float, float]:
    across, down = end[0] - start[0], end[1] - start[1]
    share = far / max(math.hypot(across, down), 1e-9)
    return start[0] + across * share, start[1] + down * share


# --- what the chips mean ---


@attrs.frozen(eq=False)
class Item:
    """A line of the list beside a matrix.

    Attributes:
        sign: The chip that stands before it.
        name: What it is called.
        details: What is said of it.
    """

    sign: Block
    name: str
    details: tuple[str, ...]


def listed(items: Sequence[Item], room: float, most: int | None) -> Block:
    """Set the list: a chip, a name and what is said of it, one below the other."""
    indent = max((item.sign.width for item in items), default=0.0) + 7
    blocks: list[Block] = []
    for item in items:
        name = paragraph(item.name, room - indent, BODY, most=most)
        details = [paragraph(one, room - indent, DETAIL) for one in item.details]
        text = stacked((name, *details), 1)
        sign = (item.sign, 0.0, 0.0)
        blocks.append(placed([sign, (text, indent, 0.0)], room, max(text.height, item.sign.height)))
    return stacked(blocks, 6)
