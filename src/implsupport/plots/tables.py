"""A table of signs, as the pictures of cards, approaches and features are."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

import attrs

from implsupport.plots.lettering import tidy, width
from implsupport.plots.sheets import (
    BODY,
    DETAIL,
    HEAD,
    MUTED,
    Block,
    line,
    paragraph,
    placed,
    stacked,
)

__all__ = ["Band", "Row", "table"]

_NARROWEST: Final = 24.0
_WIDEST: Final = 84.0
_MOST_HEADS: Final = 12
_LEAST_NAME: Final = 110.0
_GAP: Final = 12.0
_PAD: Final = 5.0
_TIGHT: Final = {1: 1.5, 2: 3.0}


@attrs.frozen(eq=False)
class Row:
    """A row of a table.

    Attributes:
        name: What stands at its left.
        cells: A sign for each column; none makes the row a heading.
    """

    name: str
    cells: tuple[Block, ...] = ()


@attrs.frozen
class Band:
    """Columns that stand together.

    Attributes:
        name: What stands above them; nothing if blank.
        heads: The heading of each column.
    """

    name: str
    heads: tuple[str, ...]


@attrs.frozen
class _Column:
    """A column: its heading, and how wide it is."""

    head: str
    width: float


def table(bands: Sequence[Band], rows: Sequence[Row], room: float, most: int | None) -> Block:
    """Set a table: names at the left, signs in columns, a thin line below each row.

    Args:
        bands: The columns, from left to right.
        rows: The rows, from top to bottom.
        room: How wide it may be, as long as names and columns keep their least width.
        most: How many lines a name may have; None for any number.

    Returns:
        One block. More than twelve columns in a band, or a word too long to stand whole above
        its column, have numbers for headings, and below the table stands what they mean.
    """
    spare = (room - _LEAST_NAME - _GAP) / max(sum(len(band.heads) for band in bands), 1)
    widest = max(_WIDEST, spare)
    groups = [_columns(band, widest) for band in bands]
    columns = [column for group in groups for column in group]
    signs = sum(column.width for column in columns)
    names = [width(row.name, BODY.size) + 2 for row in rows if row.cells]
    name = max(min(max(names, default=0.0), room - signs - _GAP), _LEAST_NAME)
    wide = name + _GAP + signs
    blocks = (
        _bands(bands, groups, name + _GAP, wide),
        _heads(columns, name + _GAP, wide),
        *(_row(row, name, columns, wide, most) for row in rows),
    )
    numbers = [_numbers(band, wide, most) for band in bands if _is_numbered(band, widest)]
    return stacked((stacked(blocks), *numbers), 2 * _PAD)


def _is_numbered(band: Band, widest: float) -> bool:
    return len(band.heads) > _MOST_HEADS or _longest(band.heads) > widest


def _longest(heads: Iterable[str]) -> float:
    """Measure the column that the longest word of the headings fits in."""
    words = (word for head in heads for word in tidy(head).split())
    return max((width(word, HEAD.size, bold=True) + 8 for word in words), default=0.0)


def _columns(band: Band, widest: float) -> list[_Column]:
    """Give the columns of a band one width, in which no heading and no name breaks in a word."""
    numbers = map(str, range(1, len(band.heads) + 1))
    heads = tuple(numbers) if _is_numbered(band, widest) else band.heads
    name = max((width(word, DETAIL.size) + 8 for word in band.name.split()), default=0.0)
    wide = max(_NARROWEST, _longest(heads), name / max(len(heads), 1))
    return [_Column(head, wide) for head in heads]


def _bands(
    bands: Sequence[Band], groups: Sequence[Sequence[_Column]], left: float, wide: float
) -> Block:
    """Name the bands, each above a line as wide as its columns."""
    found: list[tuple[Block, float, float]] = []
    for band, group in zip(bands, groups, strict=True):
        across = sum(column.width for column in group)
        if band.name:
            found.append((paragraph(band.name, across - 8, DETAIL, align="center"), left + 4, 0.0))
        left += across
    tall = max((block.height for block, _, _ in found), default=0.0)
    rules = [
        line([(x, tall + 2), (x + block.width, tall + 2)], stroke=MUTED, width=0.5)
        for block, x, _ in found
    ]
    return placed(found, wide, tall + _PAD if found else 0.0, under=rules)


def _heads(columns: Sequence[_Column], left: float, wide: float) -> Block:
    blocks = [paragraph(one.head, one.width - 6, HEAD, align="center") for one in columns]
    tall = max((block.height for block in blocks), default=0.0)
    found = [
        (block, x + 3, tall - block.height)
        for block, x in zip(blocks, _lefts(columns, left), strict=True)
    ]
    rule = line([(0, tall + _PAD), (wide, tall + _PAD)], stroke=MUTED)
    return placed(found, wide, tall + _PAD, under=(rule,))


def _lefts(columns: Sequence[_Column], left: float) -> list[float]:
    """Say where each column begins."""
    return list(accumulate((column.width for column in columns), initial=left))[:-1]


def _row(row: Row, name: float, columns: Sequence[_Column], wide: float, most: int | None) -> Block:
    if not row.cells:
        text = paragraph(row.name, wide, HEAD, most=most)
        return placed([(text, 0, 2.5 * _PAD)], wide, text.height + 3.5 * _PAD)
    text = paragraph(row.name, name, BODY, most=most)
    pad = _TIGHT.get(most or 0, _PAD)
    tall = max(text.height, *(cell.height for cell in row.cells)) + 2 * pad
    lefts = _lefts(columns, name + _GAP)
    cells = [
        (cell, left + (column.width - cell.width) / 2, (tall - cell.height) / 2)
        for cell, column, left in zip(row.cells, columns, lefts, strict=True)
    ]
    rule = line([(0, tall), (wide, tall)])
    return placed([(text, 0.0, (tall - text.height) / 2), *cells], wide, tall, under=(rule,))


def _numbers(band: Band, wide: float, most: int | None) -> Block:
    """Say what the numbers above the columns mean, in two columns if their words fit."""
    half = (wide - _GAP) / 2
    is_narrow = _longest(band.heads) > half
    lines = [
        paragraph(f"{number}  {head}", wide if is_narrow else half, DETAIL, most=most)
        for number, head in enumerate(band.heads, 1)
    ]
    middle = len(lines) if is_narrow else (len(lines) + 1) // 2
    left, right = stacked(lines[:middle], 2), stacked(lines[middle:], 2)
    return placed([(left, 0, 0), (right, half + _GAP, 0)], wide, max(left.height, right.height))
