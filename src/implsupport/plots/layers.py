"""Boxes in rows and the lines between them, laid out so that few lines cross.

The rows are given. Lines that pass a row get a place in it, as if there were a box; then every
row is ordered by where its neighbours stand, back and forth, and the order with the fewest
crossings is kept; last, boxes are moved as near to their neighbours as their width allows.

Source:
    sugiyama-tagawa-toda-1981 for the steps. Status: adapted.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import fsum  # from 3.12 on `sum` rounds otherwise, and rows might be sorted otherwise
from typing import Final, TypeAlias

import attrs

__all__ = ["Box", "Cable", "Layout", "Point", "arranged"]

Point: TypeAlias = tuple[float, float]

_PORT: Final = 10.0
_LANE: Final = 6.0
_GAP: Final = 16.0
_SWEEPS: Final = 10
_PASSES: Final = 40
_FREE: Final = 0.05
_STRAIGHT: Final = 6.0


@attrs.frozen
class Cable:
    """Lines between two boxes.

    Attributes:
        upper: The place of the box in the upper row.
        lower: The place of the box in the lower row.
        lines: How many lines there are.
    """

    upper: int
    lower: int
    lines: int = 1


@attrs.frozen
class Box:
    """Where a box stands: its left, its top, its width and its height."""

    x: float
    y: float
    width: float
    height: float


@attrs.frozen
class Layout:
    """Where everything stands.

    Attributes:
        boxes: One for each size given, wider where its lines need room.
        routes: For each cable its lines, each from the upper box to the lower one: where it leaves,
            then for each row on the way where it enters and leaves it, then where it arrives.
        rows: The top and the bottom of each row.
        width: The width of the whole.
        height: The height of the whole.
    """

    boxes: tuple[Box, ...]
    routes: tuple[tuple[tuple[Point, ...], ...], ...]
    rows: tuple[tuple[float, float], ...]
    width: float
    height: float


@attrs.frozen(eq=False)
class _Plan:
    """The boxes, then a place for each row that a cable passes, as items by number.

    Attributes:
        widths: How wide each item is.
        rows: The items of each row, from left to right.
        chains: For each cable its items from top to bottom, both boxes included.
        boxes: How many of the items are boxes.
    """

    widths: list[float]
    rows: list[list[int]]
    chains: list[list[int]]
    boxes: int

    def links(self) -> Iterable[tuple[int, int]]:
        """List the pairs of items that a line joins, upper first."""
        for chain in self.chains:
            yield from pairwise(chain)


def arranged(
    sizes: Sequence[tuple[float, float]], rows: Sequence[int], cables: Sequence[Cable]
) -> Layout:
    """Lay boxes out.

    Args:
        sizes: The width and the height that each box needs at least.
        rows: For each box its row, from 0 at the top; no row is left out.
        cables: The lines; the upper box of each stands in a row above its lower one.

    Returns:
        Where boxes and lines stand. The same for the same input.

    >>> found = arranged([(40, 20), (40, 20)], [0, 1], [Cable(0, 1)])
    >>> [(box.x, box.y) for box in found.boxes], len(found.routes[0][0])
    ([(0.0, 0.0), (0.0, 62.0)], 2)
    """
    plan = _ordered(_plan(sizes, rows, cables))
    centres = _spread(plan)
    tops = _tops(plan, [height for _, height in sizes], rows)
    left = min((centres[one] - plan.widths[one] / 2 for one in range(len(plan.widths))), default=0)
    boxes = tuple(
        Box(centres[one] - plan.widths[one] / 2 - left, tops[row][0], plan.widths[one], height)
        for one, ((_, height), row) in enumerate(zip(sizes, rows, strict=True))
    )
    shifted = [centre - left for centre in centres]
    right = max((c + w / 2 for c, w in zip(shifted, plan.widths, strict=True)), default=0.0)
    routes = _routes(plan, boxes, cables, shifted, tops)
    return Layout(boxes, routes, tuple(tops), right, tops[-1][1] if tops else 0.0)


def _plan(
    sizes: Sequence[tuple[float, float]], rows: Sequence[int], cables: Sequence[Cable]
) -> _Plan:
    """Widen boxes that many lines come to, and give each cable a place in the rows it passes."""
    below, above = [0] * len(sizes), [0] * len(sizes)
    for cable in cables:
        below[cable.upper] += cable.lines
        above[cable.lower] += cable.lines
    widths = [
        max(width, _PORT * (max(under, over) + 1))
        for (width, _), under, over in zip(sizes, below, above, strict=True)
    ]
    order: list[list[int]] = [[] for _ in range(max(rows, default=-1) + 1)]
    for box, row in enumerate(rows):
        order[row].append(box)
    chains: list[list[int]] = []
    for cable in cables:
        chain = [cable.upper]
        for row in range(rows[cable.upper] + 1, rows[cable.lower]):
            order[row].append(len(widths))
            chain.append(len(widths))
            widths.append(_LANE * cable.lines)
        chains.append([*chain, cable.lower])
    return _Plan(widths, order, chains, len(sizes))


# --- the order in the rows ---


def _ordered(plan: _Plan) -> _Plan:
    """Sort each row by where its neighbours stand, downwards and upwards, and keep the best."""
    up, down = _neighbours(plan)
    rows = [list(row) for row in plan.rows]
    best, fewest = rows, _crossings(rows, down)
    for sweep in range(_SWEEPS):
        near = up if sweep % 2 == 0 else down
        rows = [list(row) for row in rows]
        for row in rows if sweep % 2 == 0 else reversed(rows):
            _sort(row, near, _places(rows))
        crossings = _crossings(rows, down)
        if crossings < fewest:
            best, fewest = rows, crossings
    return attrs.evolve(plan, rows=best)


def _neighbours(plan: _Plan) -> tuple[Mapping[int, list[int]], Mapping[int, list[int]]]:
    up: dict[int, list[int]] = {item: [] for item in range(len(plan.widths))}
    down: dict[int, list[int]] = {item: [] for item in range(len(plan.widths))}
    for upper, lower in plan.links():
        up[lower].append(upper)
        down[upper].append(lower)
    return up, down


def _places(rows: Iterable[Sequence[int]]) -> dict[int, float]:
    """Map each item to how far to the right it stands in its row, from 0 to 1."""
    return {item: (place + 0.5) / len(row) for row in rows for place, item in enumerate(row)}


def _sort(row: list[int], near: Mapping[int, Sequence[int]], places: Mapping[int, float]) -> None:
    """Sort a row by the middle of its neighbours; an item without any keeps its place."""
    wanted = {
        item: fsum(places[one] for one in near[item]) / len(near[item])
        if near[item]
        else places[item]
        for item in row
    }
    row.sort(key=wanted.__getitem__)


def _crossings(rows: Sequence[Sequence[int]], down: Mapping[int, Sequence[int]]) -> int:
    """Count the pairs of lines that cross: those whose ends stand the other way round."""
    places = {item: place for row in rows for place, item in enumerate(row)}
    count = 0
    for row in rows:
        ends: list[int] = []
        for item in row:
            mine = sorted(places[one] for one in down[item])
            count += sum(len(ends) - bisect_right(ends, end) for end in mine)
            for end in mine:
                insort(ends, end)
    return count


# --- how far to the right ---


def _spread(plan: _Plan) -> list[float]:
    """Move items towards their neighbours, row by row, without changing their order."""
    up, down = _neighbours(plan)
    centres = [0.0] * len(plan.widths)
    for row in plan.rows:
        _settle(row, [(0.0, 1.0)] * len(row), plan.widths, centres)
    for number in range(_PASSES):
        near = (up, down)[number % 2]
        for row in plan.rows if number % 2 == 0 else reversed(plan.rows):
            wanted = [_wanted(item, near[item], plan, centres) for item in row]
            _settle(row, wanted, plan.widths, centres)
    return centres


def _wanted(
    item: int, near: Sequence[int], plan: _Plan, centres: Sequence[float]
) -> tuple[float, float]:
    """Find the middle of the neighbours, and how much it matters.

    Places that a line passes weigh more, for it shall be straight. An item without neighbours
    yields to the others and stays near the middle.
    """
    if not near:
        return fsum(centres) / len(centres), _FREE
    weights = [_STRAIGHT if min(one, item) >= plan.boxes else 1.0 for one in near]
    total = fsum(weight * centres[one] for weight, one in zip(weights, near, strict=True))
    return total / sum(weights), sum(weights)


def _settle(
    row: Sequence[int],
    wanted: Sequence[tuple[float, float]],
    widths: Sequence[float],
    centres: list[float],
) -> None:
    """Give each item the place nearest to the one it wants, in order and without touching.

    With the least distances taken off, the places must not fall: that is isotonic regression,
    solved by pooling neighbours that stand the wrong way round.
    """
    offsets: list[float] = []
    for place, item in enumerate(row):
        before = row[place - 1]
        apart = (widths[before] + widths[item]) / 2 + _GAP
        offsets.append(offsets[-1] + apart if place else 0.0)
    pools: list[tuple[float, float, int]] = []
    for (want, weight), offset in zip(wanted, offsets, strict=True):
        pool = (want - offset, weight, 1)
        while pools and pools[-1][0] > pool[0]:
            pool = _pooled(pools.pop(), pool)
        pools.append(pool)
    means = [mean for mean, _, size in pools for _ in range(size)]
    for item, mean, offset in zip(row, means, offsets, strict=True):
        centres[item] = mean + offset


def _pooled(
    one: tuple[float, float, int], other: tuple[float, float, int]
) -> tuple[float, float, int]:
    weight = one[1] + other[1]
    return (one[0] * one[1] + other[0] * other[1]) / weight, weight, one[2] + other[2]


# --- how far down, and the lines ---


def _tops(plan: _Plan, heights: Sequence[float], rows: Sequence[int]) -> list[tuple[float, float]]:
    """Give each row its top and its bottom; the more lines pass between rows, the further apart."""
    tall = [0.0] * len(plan.rows)
    for height, row in zip(heights, rows, strict=True):
        tall[row] = max(tall[row], height)
    row_of = {item: number for number, row in enumerate(plan.rows) for item in row}
    passing = [0] * len(plan.rows)
    for upper, _ in plan.links():
        passing[row_of[upper]] += 1
    found: list[tuple[float, float]] = []
    top = 0.0
    for height, lines in zip(tall, passing, strict=True):
        found.append((top, top + height))
        top += height + 40 + min(2 * lines, 34)
    return found


def _routes(
    plan: _Plan,
    boxes: Sequence[Box],
    cables: Sequence[Cable],
    centres: Sequence[float],
    tops: Sequence[tuple[float, float]],
) -> tuple[tuple[tuple[Point, ...], ...], ...]:
    row_of = {item: number for number, row in enumerate(plan.rows) for item in row}
    leaving = _ports(plan, boxes, cables, centres, upwards=False)
    arriving = _ports(plan, boxes, cables, centres, upwards=True)
    routes: list[tuple[tuple[Point, ...], ...]] = []
    for number, (chain, cable) in enumerate(zip(plan.chains, cables, strict=True)):
        upper, lower = boxes[cable.upper], boxes[cable.lower]
        lines: list[tuple[Point, ...]] = []
        for one in range(cable.lines):
            aside = (one - (cable.lines - 1) / 2) * _LANE
            points = [(leaving[number][one], upper.y + upper.height)]
            for item in chain[1:-1]:
                points += [(centres[item] + aside, y) for y in tops[row_of[item]]]
            lines.append((*points, (arriving[number][one], lower.y)))
        routes.append(tuple(lines))
    return tuple(routes)


def _ports(
    plan: _Plan,
    boxes: Sequence[Box],
    cables: Sequence[Cable],
    centres: Sequence[float],
    *,
    upwards: bool,
) -> list[list[float]]:
    """Set the lines of each box side by side, in the order of where they come from or go to."""
    ports: list[list[float]] = [[] for _ in cables]
    at: dict[int, list[int]] = {}
    for number, cable in enumerate(cables):
        at.setdefault(cable.lower if upwards else cable.upper, []).append(number)
    for box, numbers in at.items():
        next_to = {one: plan.chains[one][-2 if upwards else 1] for one in numbers}
        numbers.sort(key=lambda one: centres[next_to[one]])
        total = sum(cables[one].lines for one in numbers)
        x = boxes[box].x + boxes[box].width / 2 - (total - 1) / 2 * _PORT
        for one in numbers:
            for _ in range(cables[one].lines):
                ports[one].append(x)
                x += _PORT
    return ports
