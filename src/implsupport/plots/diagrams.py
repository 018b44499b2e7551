"""Pictures of graphs: cards in the order of dominance, and the bodies of a programme."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

import attrs
import networkx as nx
from matplotlib.axes import Axes
from matplotlib.path import Path

from implsupport.given import require_each
from implsupport.graphs import Cases, Hasse
from implsupport.plots.layers import Cable, Layout, Point, arranged
from implsupport.plots.sheets import (
    DETAIL,
    HEAD,
    INK,
    MUTED,
    PANEL,
    WHITE,
    Block,
    Face,
    Mark,
    Shape,
    Words,
    beside,
    drawn,
    line,
    page,
    paragraph,
    placed,
    rectangle,
    rounded,
    stacked,
)
from implsupport.plots.symbols import arrow_head, key, lamp, marks_of
from implsupport.plots.wording import headed, named, terms
from implsupport.vocabulary import RelationKind

__all__ = ["hasse", "programme"]

_NAME: Final = Face(8)
_LETTER: Final = Face(6.5, bold=True)
_BOX: Final = 124.0
_PAD: Final = 6.0
_LANE: Final = 92.0
_ROW: Final = 900.0
_MOST_TOGETHER: Final = 9

_Programme: TypeAlias = "nx.MultiDiGraph[str]"


def _curve(points: Sequence[Point]) -> Path:
    """Lead a line through rows: straight within a row, bent between rows."""
    path, codes = [points[0]], [Path.MOVETO]
    for number, (start, end) in enumerate(pairwise(points)):
        if number % 2:
            path.append(end)
            codes.append(Path.LINETO)
        else:
            middle = (start[1] + end[1]) / 2
            path += [(start[0], middle), (end[0], middle), end]
            codes += [Path.CURVE4] * 3
    return Path(path, codes)


def _rows(ranks: Sequence[int], widths: Sequence[float], limit: float) -> list[int]:
    """Number the rows anew, breaking those that would be too wide."""
    rows = [0] * len(ranks)
    number = -1
    for rank in sorted(set(ranks)):
        number, wide = number + 1, 0.0
        for one in (one for one, its in enumerate(ranks) if its == rank):
            if wide and wide + widths[one] > limit:
                number, wide = number + 1, 0.0
            rows[one] = number
            wide += widths[one] + 16
    return rows


# --- cards in the order of dominance ---


def hasse(
    diagram: Hasse[Any, Any],
    *,
    titles: Mapping[str, str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw cards in the order of dominance: a line leads down to what a card stands above.

    Cases that share a profile share a box, with the profile below their names. Where no way
    leads down from one box to another, neither stands above the other, or gaps leave it open.

    Args:
        diagram: What `graphs.hasse` returned.
        titles: The key of a case to its name, as it is to be read; without one the key is its
            name, written out where it is no text.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If what is given is no Hasse diagram.

    Source:
        Pareto dominance, as in `evaluation.orders.dominates`. Status: ours.

    >>> from implsupport import graphs, success
    >>> low = success.score(dict.fromkeys(success.Criterion, "relative-failure"))
    >>> high = success.score(dict.fromkeys(success.Criterion, "relative-success"))
    >>> axes = hasse(graphs.hasse({"North": high, "South": low}))
    >>> [text.get_text() for text in axes.texts][:2]
    ['North', 'South']
    """
    require_each(Hasse, (diagram,), "hasse", "make one with graphs.hasse(cards)")
    names = titles or {}
    nodes = list(diagram.cards)
    ranks = _depths(diagram)

    @cache
    def net(most: int | None) -> Block:
        boxes = [_case_box(node, diagram, names, most) for node in nodes]
        rows = _rows(ranks, [box.width for box in boxes], _ROW)
        place = {node: number for number, node in enumerate(nodes)}
        cables = [Cable(place[upper], place[lower]) for upper, lower in diagram.covers]
        layout = arranged([(box.width, box.height) for box in boxes], rows, cables)
        under = [Shape(_curve(route), stroke=MUTED, width=1.0) for (route,) in layout.routes]
        return _net(layout, boxes, under)

    def build(room: float, most: int | None) -> Block:
        if not nodes:
            return page(title, [paragraph("No case is given.", room)])
        found = net(most)
        cards = list(diagram.cards.values())
        shown = marks_of((card.profile.values() for card in cards), cards[0].rubric.cols)
        wide = max(found.width, min(room, 420))
        words = key(((lamp(mark, 5), mark.label) for mark in shown), wide)
        order = ", ".join(row.label for row in terms(cards[0].rubric.rows))
        note = (
            "A line leads down from a card to one that it stands above: at least as high on every "
            "criterion and higher on one, whatever grades fill the gaps. Where none leads, neither "
            f"is sure to stand above the other. The signs in a box, from the left: {order}."
        )
        return page(title, [found, words], note, width=wide)

    return drawn(build, ax)


def _depths(diagram: Hasse[Any, Any]) -> list[int]:
    """Tell how many cards stand above each on the longest way down; the cards come from the top."""
    depth = dict.fromkeys(diagram.cards, 0)
    below: dict[Cases, list[Cases]] = {node: [] for node in depth}
    for upper, lower in diagram.covers:
        below[upper].append(lower)
    for node in depth:
        for lower in below[node]:
            depth[lower] = max(depth[lower], depth[node] + 1)
    return list(depth.values())


def _case_box(
    cases: Cases, diagram: Hasse[Any, Any], names: Mapping[str, str], most: int | None
) -> Block:
    signs = beside([lamp(mark, 4.5) for mark in diagram.cards[cases].profile.values()], 3)
    room = max(_BOX - 2 * _PAD, signs.width)
    text = stacked(
        [paragraph(names.get(case) or named(case), room, _NAME, most=most) for case in cases], 3
    )
    return _box(stacked((text, signs), 5), room)


def _box(inner: Block, room: float, dash: tuple[float, ...] = ()) -> Block:
    wide, tall = room + 2 * _PAD, inner.height + 2 * _PAD
    frame = rounded(wide, tall, fill=WHITE, stroke=MUTED, dash=dash)
    return placed([(inner, _PAD, _PAD)], wide, tall, under=(frame,))


def _net(layout: Layout, boxes: Sequence[Block], under: Iterable[Mark]) -> Block:
    """Put the boxes where the layout has them, in the middle of the room that it gives them."""
    found = [
        (block, box.x + (box.width - block.width) / 2, box.y)
        for block, box in zip(boxes, layout.boxes, strict=True)
    ]
    return placed(found, layout.width, layout.height, under)


# --- the bodies of a programme ---


@attrs.frozen
class _Style:
    """How a kind of relation is drawn: its letter, its colour, its dashes, and which end is up."""

    letter: str
    colour: str
    dash: tuple[float, ...]
    target_is_above: bool


_STYLES: Final = {
    RelationKind.ACCOUNTABLE_TO: _Style("A", INK, (), target_is_above=True),
    RelationKind.MEMBER_OF: _Style("M", "#7a4a8c", (1.0, 2.0), target_is_above=True),
    RelationKind.SUPPORTS: _Style("S", "#1f5a8c", (5.0, 2.0), target_is_above=False),
    RelationKind.INFORMS: _Style("In", "#b4521f", (6.0, 2.0, 1.2, 2.0), target_is_above=False),
}

_Group: TypeAlias = tuple[str, ...]
_Relation: TypeAlias = tuple[int, int, RelationKind]


def programme(graph: _Programme, *, title: str = "", ax: Axes | None = None) -> Axes:
    """Draw the bodies of a programme, a lane for each kind of body, and how they are related.

    Bodies of one kind that have the same relations share a box: each of them has each relation.
    Every kind of relation has a letter, a line style and a colour of its own; an arrow leads from
    its source to its target, and its letter stands at its source.

    Args:
        graph: What `graphs.programme` returned.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If what is given is no graph.

    Source:
        This library. Status: ours.

    >>> from implsupport import cases, graphs
    >>> study = cases.illustration()
    >>> axes = programme(graphs.programme(study.bodies, study.relations))
    >>> len(axes.texts) > len(study.bodies)
    True
    """
    way_out = "make one with graphs.programme(bodies, relations)"
    require_each(nx.MultiDiGraph, (graph,), "programme", way_out)
    chart = _chart(graph)

    @cache
    def net(most: int | None) -> Block:
        return _lanes(chart, most)

    def build(room: float, most: int | None) -> Block:
        if not chart.titles:
            return page(title, [paragraph("No body is given.", room)])
        found = net(most)
        wide = max(found.width, min(room, 420))
        used = {kind for _, _, kind in chart.relations}
        words = key((_line_sample(kind) for kind in RelationKind if kind in used), wide)
        note = (
            "An arrow leads from the body that is accountable, is a member, supports or informs; "
            "its letter stands at that end. Bodies in one box each have every relation of the box. "
            "A relation that is not described is not thereby absent."
        )
        return page(title, [found, words], note, width=wide)

    return drawn(build, ax, width=1000)


@attrs.frozen(eq=False)
class _Chart:
    """What is drawn of a programme.

    Attributes:
        titles: For each group of bodies, a box, its lines.
        lanes: For each group its lane.
        names: The names of the lanes, from the top.
        relations: Source group, target group and kind, once each.
    """

    titles: list[list[tuple[str, list[str]]]]
    lanes: list[int]
    names: list[str]
    relations: list[_Relation]


def _chart(graph: _Programme) -> _Chart:
    groups = _together(graph)
    kinds = [graph.nodes[group[0]]["kind"] for group in groups]
    names = list(dict.fromkeys(kinds))
    group_of = {body: number for number, group in enumerate(groups) for body in group}
    found = dict.fromkeys(
        (group_of[source], group_of[target], kind)
        for source, target, kind in _relations(graph)
        if source != target
    )
    return _Chart(
        titles=[[(graph.nodes[one]["title"], _to_itself(graph, one)) for one in g] for g in groups],
        lanes=[names.index(kind) for kind in kinds],
        names=[headed(name or "kind not stated") for name in names],
        relations=list(found),
    )


def _relations(graph: _Programme) -> list[tuple[str, str, RelationKind]]:
    return [(a, b, RelationKind.of(facts["kind"])) for a, b, facts in graph.edges(data=True)]


def _together(graph: _Programme) -> list[_Group]:
    """Draw together bodies of one kind that have the same relations, a few at a time."""
    ends: dict[str, set[tuple[str, str, RelationKind]]] = {body: set() for body in graph}
    for source, target, kind in _relations(graph):
        ends[source].add(("to", target, kind))
        ends[target].add(("from", source, kind))
    alike: dict[Any, list[str]] = {}
    for body in graph:
        alike.setdefault((graph.nodes[body]["kind"], frozenset(ends[body])), []).append(body)
    return [
        tuple(bodies[place : place + _MOST_TOGETHER])
        for bodies in alike.values()
        for place in range(0, len(bodies), _MOST_TOGETHER)
    ]


def _to_itself(graph: _Programme, body: str) -> list[str]:
    return [f"{kind.label} itself" for a, b, kind in _relations(graph) if a == b == body]


def _ranks(chart: _Chart) -> list[int]:
    """Number lanes downwards, and in a lane who is above whom, by the first kind that says so."""
    above: nx.DiGraph[int] = nx.DiGraph()
    above.add_nodes_from(range(len(chart.lanes)))
    for kind, style in _STYLES.items():
        for source, target, its in chart.relations:
            upper, lower = (target, source) if style.target_is_above else (source, target)
            is_within = chart.lanes[source] == chart.lanes[target]
            if its is kind and is_within and not nx.has_path(above, lower, upper):
                above.add_edge(upper, lower)
    depth = [0] * len(chart.lanes)
    for group in nx.lexicographical_topological_sort(above):
        for lower in above[group]:
            depth[lower] = max(depth[lower], depth[group] + 1)
    return [lane * len(depth) + down for lane, down in zip(chart.lanes, depth, strict=True)]


def _body_box(titles: Sequence[tuple[str, Sequence[str]]], most: int | None) -> Block:
    room = _BOX - 2 * _PAD
    names = [
        stacked(
            (
                paragraph(title, room, _NAME, most=most),
                *(paragraph(told, room, DETAIL) for told in to_itself),
            )
        )
        for title, to_itself in titles
    ]
    return _box(stacked(names, 4), room)


def _lanes(chart: _Chart, most: int | None) -> Block:
    """Lay out boxes and lines, with a band and a name for each lane."""
    boxes = [_body_box(titles, most) for titles in chart.titles]
    rows = _rows(_ranks(chart), [box.width for box in boxes], _ROW)
    pairs: dict[tuple[int, int], list[_Relation]] = {}
    for source, target, kind in chart.relations:
        ends = (source, target) if rows[source] < rows[target] else (target, source)
        pairs.setdefault(ends, []).append((source, target, kind))
    cables = [Cable(*ends, len(found)) for ends, found in pairs.items()]
    layout = arranged([(box.width, box.height) for box in boxes], rows, cables)
    under = [
        mark
        for (upper, _), found, routes in zip(pairs, pairs.values(), layout.routes, strict=True)
        for (source, _, kind), route in zip(found, routes, strict=True)
        for mark in _relation_line(route, _STYLES[kind], downwards=source == upper)
    ]
    net = _net(layout, boxes, under)
    wide = _LANE + net.width + 12
    bands = _bands(chart, rows, layout, wide)
    return placed([(bands, 0, 0), (net, _LANE, 12)], wide, net.height + 24)


def _relation_line(route: Sequence[Point], style: _Style, *, downwards: bool) -> Iterable[Mark]:
    """Draw a line with its arrow at the target and its letter at the source."""
    start, end = (route[0], route[-1]) if downwards else (route[-1], route[0])
    yield Shape(_curve(route), stroke=style.colour, width=1.1, dash=style.dash)
    way = 1 if downwards else -1
    yield arrow_head(end, (end[0], end[1] - 10 * way), style.colour, 6.5)
    y = start[1] + 9 * way
    yield rectangle(start[0] - 4.6, y - 4.2, 9.2, 8.4, fill=WHITE)
    face = attrs.evolve(_LETTER, colour=style.colour)
    yield Words(start[0], y + 2.4, style.letter, face, "center")


def _bands(chart: _Chart, rows: Sequence[int], layout: Layout, wide: float) -> Block:
    found: list[tuple[Block, float, float]] = []
    under: list[Mark] = []
    for number, lane in enumerate(chart.names):
        its = [row for row, one in zip(rows, chart.lanes, strict=True) if one == number]
        top, bottom = layout.rows[min(its)][0], layout.rows[max(its)][1] + 24
        under.append(rectangle(0, top, wide, bottom - top, fill=PANEL))
        found.append((paragraph(lane, _LANE - 20, HEAD), 8, top + 12))
    return placed(found, wide, layout.height + 24, under)


def _line_sample(kind: RelationKind) -> tuple[Block, str]:
    style = _STYLES[kind]
    shape = line([(12, 6), (46, 6)], stroke=style.colour, width=1.1, dash=style.dash)
    head = arrow_head((48, 6), (12, 6), style.colour, 6.5)
    face = attrs.evolve(_LETTER, colour=style.colour)
    return Block(48, 12, (shape, head, Words(4, 8.4, style.letter, face, "center"))), kind.label
