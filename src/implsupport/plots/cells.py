"""The picture of a governance grid: who acts where, and where nothing is described."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from matplotlib.axes import Axes

from implsupport.given import require_each
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
    drawn,
    page,
    paragraph,
    placed,
    rectangle,
    stacked,
)
from implsupport.plots.wording import headed, small_print, terms
from implsupport.readings import MAKE_A_PLACEMENT, Placement
from implsupport.terms import Term

__all__ = ["governance"]

_ROW_HEAD: Final = 92.0
_LEAST: Final = 120.0
_WIDEST: Final = 260.0
_PAD: Final = 9.0
_GAP: Final = 6.0
_EMPTY_DASH: Final = (3.0, 3.0)
_TYPE: Final = Face(7.5, MUTED, bold=True)
_NOTHING: Final = Face(9, MUTED, italic=True)


def governance(
    placement: Placement[Any, Any, Any],
    *,
    titles: Mapping[str, str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw a grid with the activities in its cells, the empty cells shown as such.

    Args:
        placement: What `place` returned.
        titles: The key of an activity or factor to its name, as it is to be read; without one
            the key, its hyphens as spaces, is its name.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes. Below the grid stand what has no cell and the caveats of the grid's source.

    Raises:
        FrameworkError: If what is given is no placement.

    Source:
        The grid's own; that an empty cell is a question is the sources' and ours. Status:
        adapted.

    >>> from implsupport import cases
    >>> from implsupport.frameworks import governance as framework
    >>> axes = governance(framework.place(cases.every_child_matters()))
    >>> [text.get_text() for text in axes.texts].count("nothing is described here")
    3
    """
    require_each(Placement, (placement,), "governance", MAKE_A_PLACEMENT)
    names = titles or {}
    grid, cols = placement.grid, terms(placement.grid.cols)

    def build(room: float, most: int | None) -> Block:
        cell = (room - _ROW_HEAD) / len(cols) - _GAP
        cell = max(min(cell, _WIDEST), _LEAST)
        rows = [_row(placement, row, cell, names, most) for row in terms(grid.rows)]
        figure = stacked((_heads(cols, cell), *rows), _GAP)
        unplaced = _unplaced([_name(one, names) for one in placement.unplaced], figure.width, most)
        notes = small_print(grid.source, grid.caveats)
        return page(title, [figure, unplaced], notes)

    return drawn(build, ax)


def _name(activity: str, names: Mapping[str, str]) -> str:
    return names.get(activity) or headed(activity.replace("-", " "))


def _heads(cols: Iterable[Term], cell: float) -> Block:
    heads = [_head(col, cell - 4) for col in cols]
    tall = max(head.height for head in heads)
    found = [
        (head, _ROW_HEAD + number * (cell + _GAP) + 2, tall - head.height)
        for number, head in enumerate(heads)
    ]
    return placed(found, _ROW_HEAD + len(heads) * (cell + _GAP) - _GAP, tall)


def _head(term: Term, room: float) -> Block:
    """Name a row or a column, with what it means."""
    return stacked((paragraph(headed(term.label), room, HEAD), paragraph(term.gloss, room, DETAIL)))


def _row(
    placement: Placement[Any, Any, Any],
    row: Term,
    cell: float,
    names: Mapping[str, str],
    most: int | None,
) -> Block:
    inner, cols = cell - 2 * _PAD, terms(placement.grid.cols)
    texts = [_cell(placement, (row, col), inner, names, most) for col in cols]
    head = _head(row, _ROW_HEAD - 12)
    tall = max(head.height, *(text.height for text in texts)) + 2 * _PAD
    found = [(head, 0.0, _PAD)]
    under: list[Mark] = []
    for number, (text, col) in enumerate(zip(texts, cols, strict=True)):
        left = _ROW_HEAD + number * (cell + _GAP)
        found.append((text, left + _PAD, _PAD))
        under.append(_frame(left, cell, tall, is_empty=not placement.cells[row, col]))
    return placed(found, _ROW_HEAD + len(texts) * (cell + _GAP) - _GAP, tall, under)


def _frame(left: float, wide: float, tall: float, *, is_empty: bool) -> Mark:
    if is_empty:
        return rectangle(left, 0, wide, tall, fill=WHITE, stroke=MUTED, dash=_EMPTY_DASH)
    return rectangle(left, 0, wide, tall, fill=PANEL, stroke=RULE)


def _cell(
    placement: Placement[Any, Any, Any],
    cell: tuple[Any, Any],
    room: float,
    names: Mapping[str, str],
    most: int | None,
) -> Block:
    """Say which type of activity it is, which there are, and which layers they span."""
    kind = paragraph(headed(placement.grid[cell].label), room, _TYPE)
    activities = placement.cells[cell]
    if not activities:
        return stacked((kind, paragraph("nothing is described here", room, _NOTHING)), 5)
    layers = ", ".join(placement.layers[cell])
    return stacked(
        (
            kind,
            *(_activity(one, placement, room, names, most) for one in activities),
            paragraph(f"layers: {layers}" if layers else "", room, DETAIL, most=most),
        ),
        5,
    )


def _activity(
    activity: str,
    placement: Placement[Any, Any, Any],
    room: float,
    names: Mapping[str, str],
    most: int | None,
) -> Block:
    """Name an activity, and say so if it stands in other cells too."""
    name = paragraph(_name(activity, names), room, BODY, most=most)
    others = len(placement.several.get(activity, ())) - 1
    if others < 1:
        return name
    where = "another cell" if others == 1 else f"{others} other cells"
    return stacked((name, paragraph(f"also in {where}", room, DETAIL)))


def _unplaced(names: Sequence[str], room: float, most: int | None) -> Block:
    if not names:
        return Block(room, 0.0)
    head = paragraph("No cell, because it is no activity", room, HEAD)
    return stacked((head, *(paragraph(name, room, BODY, most=most) for name in names)), 2)
