"""Results as networkx graphs, and the questions that evaluators ask of them.

`programme` is a graph of the bodies of a support programme and of how they stand to one another,
`governance` one of activities in the cells of the governance grid. What networkx does with graphs
can be done with them. `bridges`, `two_way`, `accountability` and `mixed_purposes` answer what
evaluators ask of a programme; `hasse` puts cards in the order that dominance gives them. The
answers are frozen values.

A graph knows what was written down. A relation that nobody states may hold all the same, so that
an answer says what is described, never what is absent.
"""

from collections import Counter, defaultdict
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from itertools import combinations, product
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs
import networkx as nx

from implsupport.errors import (
    FrameworkError,
    IncompleteError,
    UnknownKeyError,
    nearest,
    shown,
)
from implsupport.evaluation.matching import Tension, tensions
from implsupport.given import require_each, require_fields, require_mapping
from implsupport.readings import MAKE_A_CARD, MAKE_A_PLACEMENT, Placement, Scorecard
from implsupport.records import Body, Relation
from implsupport.sources import Status
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.vocabulary import RelationKind

__all__ = [
    "Accountability",
    "Bridges",
    "Cases",
    "Hasse",
    "TwoWay",
    "accountability",
    "bridges",
    "governance",
    "hasse",
    "mixed_purposes",
    "programme",
    "two_way",
]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

# In quotes, for networkx knows type arguments only in its stubs.
_Programme: TypeAlias = "nx.MultiDiGraph[str]"
_Links: TypeAlias = "nx.DiGraph[str]"


# --- graphs ---


def programme(bodies: Iterable[Body], relations: Iterable[Relation]) -> _Programme:
    """Make a graph of a support programme.

    Args:
        bodies: Who belongs to it.
        relations: How the bodies stand to one another.

    Returns:
        A node for each body, in the order given, under its key, with *key*, *title*, *kind* and
        *status*. An edge for each relation, from source to target, with *kind* (accountable-to,
        member-of, supports, informs; also the key of the edge) and *status*.

    Raises:
        IncompleteError: If two bodies share a key.
        UnknownKeyError: If a relation goes from or to what is not among the bodies: every such
            key.
        FrameworkError: If what is given is no list of bodies, or of relations: every thing that
            is none.

    Source:
        The bodies' and the relations' own; reading them as a graph is this library's choice.
        Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> graph.nodes["delivery-board"]["title"]
    'Delivery Board'
    >>> list(graph["delivery-board"]["programme-board"])
    ['accountable-to']
    """
    graph: _Programme = nx.MultiDiGraph()
    given = _bodies(("key", "title", "kind", "status"), bodies, "programme")
    fields, way_out = ("source", "target", "kind", "status"), "make one with records.Relation(...)"
    related = require_fields(fields, relations, "programme", "relation", way_out)
    _require_own_keys(body.key for body in given)
    for body in given:
        graph.add_node(body.key, key=body.key, title=body.title, kind=body.kind, status=body.status)
    _require_bodies(graph, *(end for one in related for end in (one.source, one.target)))
    for one in related:
        graph.add_edge(
            one.source, one.target, key=one.kind.key, kind=one.kind.key, status=one.status
        )
    return graph


def _bodies(fields: Iterable[str], given: Any, of: str) -> tuple[Any, ...]:  # noqa: ANN401 -- whatever a caller gave
    return require_fields(fields, given, of, "body", "make one with records.Body(...)")


def _require_own_keys(keys: Iterable[str]) -> None:
    repeated = tuple(key for key, times in Counter(keys).items() if times > 1)
    if repeated:
        raise IncompleteError("programme", repeated=repeated)


def _require_programme(graph: _Programme, of: str) -> None:
    require_each(nx.MultiDiGraph, (graph,), of, "make one with programme(bodies, relations)")


def _require_bodies(graph: _Programme, *keys: Any) -> None:  # noqa: ANN401 -- whatever a caller gave
    hashable = (key if isinstance(key, Hashable) else shown(key) for key in keys)
    unknown = [key for key in dict.fromkeys(hashable) if key not in graph]
    if unknown:
        given, known = ", ".join(map(shown, unknown)), tuple(graph)
        what = "body" if len(unknown) == 1 else "bodies"
        raise UnknownKeyError(given, what, known, nearest(unknown[0], known))


def governance(placement: Placement[Any, Any, Any]) -> "nx.MultiDiGraph[Any]":
    """Make a graph of the activities in the cells of a grid.

    Args:
        placement: Which activities stand in which cells.

    Returns:
        A node for each cell, in reading order, under the pair of its row and its column, with
        *key*, *title* (the type of activity), *kind* (cell) and *layers*. Then a node for each
        activity, under its key, with *key*, *title* and *kind*: activity, or factor for what
        has no cell. An edge of *kind* stands-in from each activity to each of its cells. The
        graph's own *caveats* are those of the grid: above all, its cells have no sequence.

    Raises:
        FrameworkError: If what is given is no placement.

    Source:
        The grid's own; laying it out as a graph is this library's choice. Status: ours.

    >>> from implsupport import cases
    >>> from implsupport.frameworks import governance as framework
    >>> graph = governance(framework.place(cases.every_child_matters()))
    >>> [cell.key for _, cell in graph.out_edges("inspection-regimes") for cell in cell]
    ['system', 'operational']
    """
    require_each(Placement, (placement,), "governance", MAKE_A_PLACEMENT)
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(caveats=placement.grid.caveats)
    for (row, col), activity_type in placement.grid.items():
        key, layers = f"{row.key}/{col.key}", placement.layers[row, col]
        graph.add_node((row, col), key=key, title=activity_type.label, kind="cell", layers=layers)
    for cell, activities in placement.cells.items():
        for activity in activities:
            graph.add_node(activity, **_named(activity, "activity"))
            graph.add_edge(activity, cell, key="stands-in", kind="stands-in")
    graph.add_nodes_from((factor, _named(factor, "factor")) for factor in placement.unplaced)
    return graph


def _named(key: str, kind: str) -> dict[str, str]:
    return {"key": key, "title": key.replace("-", " "), "kind": kind}


# --- questions to a programme ---


@attrs.frozen
class Bridges:
    """Which bodies stand between the centre and the localities of a programme.

    Attributes:
        centre: The bodies of the centre.
        localities: The bodies of the localities.
        on_some_path: The bodies that lie on a path between the two.
        on_every_path: Those of them that lie on every such path: take away one of them, and
            nothing that is described links the centre with the localities.
        direct: Pairs of a body of the centre and one of the localities that are related with
            nobody between them; where there is one, no body lies on every path.

    Source:
        care-act-report, pp. 34-35, as in `bridges`. Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> found = bridges(graph, centre="central government", localities="local authority")
    >>> found.localities, found.on_every_path
    (('local-authorities',), ('programme-board',))
    """

    centre: tuple[str, ...]
    localities: tuple[str, ...]
    on_some_path: tuple[str, ...]
    on_every_path: tuple[str, ...]
    direct: tuple[tuple[str, str], ...]


def bridges(graph: _Programme, *, centre: str, localities: str) -> Bridges:
    """Find the bodies that stand between the centre and the localities of a programme.

    Two bodies are linked where a relation of any kind goes from one to the other, either way. A
    path leads from a body of the centre over such links to a body of the localities, comes to
    no body twice, and has between its ends only bodies that belong to neither.

    Args:
        graph: The programme, as `programme` makes it.
        centre: The *kind* of the bodies at the centre, as written.
        localities: The *kind* of the bodies in the localities, as written.

    Returns:
        The bodies on some path and on every path, in the order of the graph. Both are empty
        where no path is described.

    Raises:
        UnknownKeyError: If no body is of one of the kinds.
        FrameworkError: If both are the same kind, or what is given is no graph.

    Source:
        care-act-report, p. 34 on the gap and p. 35 on the body that is to bridge it; reading a
        bridge as a body on a path is a choice of this library. Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> found = bridges(graph, centre="central government", localities="local authority")
    >>> found.on_every_path
    ('programme-board',)
    """
    _require_programme(graph, "bridges")
    if centre == localities:
        problem = f"centre and localities are both {shown(centre)}, so nothing lies between them"
        raise FrameworkError("bridges", (problem,))
    ends = _of_kind(graph, centre), _of_kind(graph, localities)
    direct = tuple(pair for pair in product(*ends) if _linked(graph, *pair))
    block = _between(graph, *ends)
    on_some = {body for link in block for body in link}.difference(*ends)
    on_every = set[str]() if direct else on_some & _cuts(block)
    return Bridges(
        *ends,
        on_some_path=tuple(body for body in graph if body in on_some),
        on_every_path=tuple(body for body in graph if body in on_every),
        direct=direct,
    )


def _of_kind(graph: _Programme, kind: str) -> tuple[str, ...]:
    found = tuple(body for body in graph if graph.nodes[body]["kind"] == kind)
    if not found:
        kinds = dict.fromkeys(graph.nodes[body]["kind"] for body in graph)
        known = tuple(str(one) for one in kinds if one is not None)
        raise UnknownKeyError(shown(kind), "kind of body", known, nearest(kind, known))
    return found


def _linked(graph: _Programme, one: str, other: str) -> bool:
    return graph.has_edge(one, other) or graph.has_edge(other, one)


def _between(
    graph: _Programme, centre: tuple[str, ...], localities: tuple[str, ...]
) -> list[tuple[str, str]]:
    """Find the links of all paths, with each side drawn together into its first body.

    A link lies on a path from one body to another just if both would stand in one circle once
    the two were linked: the circles of a graph are those of its biconnected components.
    """
    top, bottom = centre[0], localities[0]
    merged = dict.fromkeys(centre, top) | dict.fromkeys(localities, bottom)
    links: nx.Graph[str] = nx.Graph()
    ends = ((merged.get(a, a), merged.get(b, b)) for a, b in graph.edges())
    links.add_edges_from((a, b) for a, b in ends if a != b)
    links.add_edge(top, bottom)
    added = {(top, bottom), (bottom, top)}
    blocks = nx.biconnected_component_edges(links)
    block = next(block for block in blocks if not added.isdisjoint(block))
    return [link for link in block if link not in added]


def _cuts(links: list[tuple[str, str]]) -> set[str]:
    """Find the bodies without which the links fall apart."""
    graph: nx.Graph[str] = nx.Graph(links)
    return set(nx.articulation_points(graph))


@attrs.frozen
class TwoWay:
    """Whether word is described as passing both ways between two bodies.

    Attributes:
        there: A shortest path from the first body to the second, both included; None if none
            is described.
        back: A shortest path from the second body to the first; None if none is described.

    Source:
        care-act-report, p. 33, as in `two_way`. Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> two_way(graph, "programme-management-office", "local-authorities").both
    True
    """

    there: tuple[str, ...] | None
    back: tuple[str, ...] | None

    @property
    def both(self) -> bool:
        """Whether there is a path each way."""
        return self.there is not None and self.back is not None


def two_way(graph: _Programme, a: str, b: str) -> TwoWay:
    """Ask whether word passes both ways between two bodies.

    Word passes from one body to another where the first *informs* or *supports* the second, and
    on from there: a path may lead over other bodies, and the way back over other ones than the
    way there. That a body sits in another, or answers to it, passes no word here.

    Args:
        graph: The programme, as `programme` makes it.
        a: The key of one body.
        b: The key of the other.

    Returns:
        A shortest path there and one back, each None if none is described.

    Raises:
        UnknownKeyError: If one of the two is not in the graph.
        FrameworkError: If what is given is no graph.

    Source:
        care-act-report, p. 33, for the "two-way supportive dialogue"; which relations pass word
        on is a choice of this library. Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> two_way(graph, "programme-management-office", "local-authorities").back
    ('local-authorities', 'regional-infrastructure', 'programme-management-office')
    """
    _require_programme(graph, "two_way")
    _require_bodies(graph, a, b)
    word = _over_kinds(graph, RelationKind.INFORMS, RelationKind.SUPPORTS)
    return TwoWay(_shortest(word, a, b), _shortest(word, b, a))


def _over_kinds(graph: _Programme, *kinds: RelationKind) -> _Links:
    """Keep every body, and the relations of some kinds."""
    links: _Links = nx.DiGraph()
    links.add_nodes_from(graph)
    wanted = {kind.key for kind in kinds}
    links.add_edges_from(
        (a, b) for a, b, facts in graph.edges(data=True) if facts["kind"] in wanted
    )
    return links


def _shortest(links: _Links, start: str, end: str) -> tuple[str, ...] | None:
    if not nx.has_path(links, start, end):
        return None
    return tuple(next(nx.all_shortest_paths(links, start, end)))


@attrs.frozen
class Accountability:
    """Whom a body answers to, and whom they answer to in turn.

    Attributes:
        body: The key of the body.
        chains: The chains from the body up to one that answers to nobody, both included; empty
            where the body answers to nobody, or only round in a circle.
        circles: The groups of bodies, on the way up, that answer to one another in a circle.

    Source:
        The relations' own, as in `accountability`. Status: ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> accountability(graph, "delivery-board").chains
    (('delivery-board', 'programme-board', 'department-of-health-major-programmes-board'),)
    """

    body: str
    chains: tuple[tuple[str, ...], ...]
    circles: tuple[tuple[str, ...], ...]


def accountability(graph: _Programme, body: str) -> Accountability:
    """Follow the accountability of a body upwards.

    Args:
        graph: The programme, as `programme` makes it.
        body: The key of the body.

    Returns:
        Every chain upwards over *accountable-to*, and every circle that the way up leads into;
        chains, circles and the bodies of a circle in the order of the graph.

    Raises:
        UnknownKeyError: If the body is not in the graph.
        FrameworkError: If what is given is no graph.

    Source:
        The relations' own; following them over several bodies is this library's choice. Status:
        ours.

    >>> from implsupport import cases
    >>> study = cases.study()
    >>> graph = programme(study.bodies, study.relations)
    >>> for chain in accountability(graph, "delivery-board").chains:
    ...     print(" > ".join(chain))
    delivery-board > programme-board > department-of-health-major-programmes-board
    """
    _require_programme(graph, "accountability")
    _require_bodies(graph, body)
    upwards = _over_kinds(graph, RelationKind.ACCOUNTABLE_TO)
    met = set(nx.dfs_preorder_nodes(upwards, body))
    tops = {one for one in met - {body} if not upwards[one]}
    found = nx.strongly_connected_components(upwards.subgraph(met))
    in_order = _in_order_of(graph)
    circles = [sorted(group, key=in_order) for group in found if _is_circle(upwards, group)]
    return Accountability(
        body=body,
        chains=_sorted(nx.all_simple_paths(upwards, body, tops), in_order),
        circles=_sorted(circles, in_order),
    )


def _is_circle(links: _Links, group: set[str]) -> bool:
    return len(group) > 1 or any(links.has_edge(one, one) for one in group)


def _in_order_of(graph: _Programme) -> Callable[[str], int]:
    return {body: place for place, body in enumerate(graph)}.__getitem__


def _sorted(
    groups: Iterable[Iterable[str]], in_order: Callable[[str], int]
) -> tuple[tuple[str, ...], ...]:
    frozen = (tuple(group) for group in groups)
    return tuple(sorted(frozen, key=lambda group: tuple(map(in_order, group))))


def mixed_purposes(bodies: Iterable[Body]) -> FrozenMap[str, tuple[Tension, ...]]:
    """Find the bodies that mix compliance with support.

    Args:
        bodies: The bodies, each with its purposes.

    Returns:
        The key of each body whose purposes are in tension to the tensions, in the order given.
        That a body has the purposes stands on the body's own status: the source of a tension has
        that status here, or its own where that is further from print. A body without purposes
        is one of which none are stated.

    Raises:
        FrameworkError: If what is given is no list of bodies: every thing that is none.

    Source:
        care-act-report, p. 16, after henkel-1991; see `evaluation.matching.tensions`. Status:
        adapted.

    >>> from implsupport import cases
    >>> {body: len(found) for body, found in mixed_purposes(cases.study().bodies).items()}
    {'regional-infrastructure': 3}
    """
    given = _bodies(("key", "purposes", "status"), bodies, "mixed_purposes")
    found = {body.key: tuple(_held_by(body)) for body in given}
    return FrozenMap({body: mixed for body, mixed in found.items() if mixed})


_FROM_PRINT: Final[tuple[Status, ...]] = ("source", "adapted", "ours")


def _held_by(body: Body) -> Iterator[Tension]:
    """Say of a body what is printed of bodies in general, no closer to print than the body is."""
    for tension in tensions(body.purposes):
        status = max(tension.source.status, body.status, key=_FROM_PRINT.index)
        yield attrs.evolve(tension, source=attrs.evolve(tension.source, status=status))


# --- cards in the order of dominance ---


Cases: TypeAlias = tuple[str, ...]
"""The cases that share one profile, in the order given: a node of a Hasse diagram."""

_Marks: TypeAlias = tuple[Any, ...]  # a mark for each criterion; once filled, a grade or None

_LOWEST: Final = 0
_HIGHEST: Final = -1


@attrs.frozen
class Hasse(Generic[R, S]):
    """Cards in the order of dominance, each profile once, and no link that others imply.

    Attributes:
        cards: The cases of each distinct profile to their card; none comes before one that
            dominates it.
        covers: Pairs of which the first dominates the second with no profile between them: the
            transitive reduction of dominance. From the top.

    Source:
        Pareto dominance, as in `evaluation.orders.dominates`. Status: ours.

    >>> from implsupport import success
    >>> cards = {
    ...     key: success.score(dict.fromkeys(success.Criterion, grade))
    ...     for key, grade in (("x", "relative-success"), ("y", "relative-failure"))
    ... }
    >>> found = hasse(cards)
    >>> found.covers, found.untold
    (((('x',), ('y',)),), ())
    """

    cards: FrozenMap[Cases, Scorecard[R, S]]
    covers: tuple[tuple[Cases, Cases], ...]

    @property
    def incomparable(self) -> tuple[tuple[Cases, Cases], ...]:
        """The pairs of which neither dominates, whatever grades fill the gaps. From the top."""
        return self._open(untold=False)

    @property
    def untold(self) -> tuple[tuple[Cases, Cases], ...]:
        """The pairs of which it hangs on the gaps whether one dominates. From the top."""
        return self._open(untold=True)

    def graph(self) -> "nx.DiGraph[Cases]":
        """Draw the diagram as a graph.

        Returns:
            A new graph: a node for each profile, under its cases, with its *card*; an edge for
            each of `covers`.
        """
        graph: nx.DiGraph[Cases] = nx.DiGraph()
        graph.add_nodes_from((cases, {"card": card}) for cases, card in self.cards.items())
        graph.add_edges_from(self.covers)
        return graph

    def _open(self, *, untold: bool) -> tuple[tuple[Cases, Cases], ...]:
        nodes = tuple(self.cards)
        certain, possible = _certain(self.cards.values()), _possible(self.cards.values())
        return tuple(
            (nodes[one], nodes[other])
            for one, other in combinations(range(len(nodes)), 2)
            if not _has(certain[one], other)
            if untold is (_has(possible[one], other) or _has(possible[other], one))
        )


def hasse(cards: Mapping[str, Scorecard[R, S]]) -> Hasse[R, S]:
    """Put cards in the order of dominance.

    One card stands above another where `orders.dominates` is certain of it: whatever grades
    fill the gaps. Cards without gaps are all told; with gaps, pairs may be left untold.

    Args:
        cards: Case to its card; all of one rubric.

    Returns:
        One node for each distinct profile, holding its cases; the links that no others imply;
        the pairs that are incomparable. Cases that share a profile with a gap share what is
        known, not a grade.

    Raises:
        FrameworkError: If the cards are of different rubrics, or one is none, or they are not
            a mapping.

    Source:
        Pareto dominance, as in `evaluation.orders.dominates`. Status: ours.

    >>> from implsupport import success
    >>> low = success.score(dict.fromkeys(success.Criterion, "conflicted-attainment"))
    >>> clear = success.score({**low.profile, success.Criterion.CLARITY: "relative-success"})
    >>> backed = success.score({**low.profile, success.Criterion.POLITICS: "relative-success"})
    >>> found = hasse({"a": low, "b": clear, "c": backed, "d": low})
    >>> found.covers
    ((('b',), ('a', 'd')), (('c',), ('a', 'd')))
    >>> found.incomparable
    ((('b',), ('c',)),)
    """
    require_mapping(cards, "hasse", "cases to cards")
    require_each(Scorecard, cards.values(), "hasse", MAKE_A_CARD)
    _require_one_rubric(cards)
    nodes = _from_the_top(cards)
    keys, below = tuple(nodes), _certain(nodes.values())
    covers = ((keys[one], keys[other]) for one, other in _covers(below))
    return Hasse(FrozenMap(nodes), tuple(covers))


def _require_one_rubric(cards: Mapping[str, Scorecard[Any, Any]]) -> None:
    rubrics = list({id(card.rubric): card.rubric for card in cards.values()}.values())
    foreign = dict.fromkeys(rubric.key for rubric in rubrics if rubric != rubrics[0])
    if foreign:
        problem = "cards of it and of {} cannot be compared: another rubric"
        raise FrameworkError(rubrics[0].key, tuple(problem.format(repr(key)) for key in foreign))


def _from_the_top(cards: Mapping[str, Scorecard[R, S]]) -> dict[Cases, Scorecard[R, S]]:
    """Draw equal profiles together, and let none come before one that dominates it.

    Where one card surely dominates another, its lowest grades are as high on every criterion
    and higher on one: so it comes first in the order of a dictionary, by the first criterion,
    then by the second, and so on.
    """
    together: dict[_Marks, list[str]] = {}
    rows = _rows(cards.values())
    for case, card in cards.items():
        together.setdefault(_marks(card, rows), []).append(case)
    nodes = {tuple(cases): cards[cases[0]] for cases in together.values()}
    place = {grade: place for place, grade in enumerate((None, *_grades(nodes.values())))}
    lowest = dict(zip(nodes, _filled(nodes.values(), _LOWEST), strict=True))
    order = sorted(nodes, key=lambda cases: [place[m] for m in lowest[cases]], reverse=True)
    return {cases: nodes[cases] for cases in order}


# The cards are of one rubric, so that the first tells its criteria and its grades; no card, none.


def _rows(cards: Iterable[Scorecard[R, Any]]) -> tuple[R, ...]:
    return next((tuple(card.rubric.rows) for card in cards), ())


def _grades(cards: Iterable[Scorecard[Any, S]]) -> tuple[S, ...]:
    return next((tuple(card.rubric.cols) for card in cards), ())


def _marks(card: Scorecard[R, Any], rows: tuple[R, ...]) -> _Marks:
    return tuple(map(card.profile.__getitem__, rows))


def _filled(cards: Collection[Scorecard[Any, Any]], end: int) -> list[_Marks]:
    """Put the grade at one end of the scale into every gap, None where nothing applies."""
    rows, grades = _rows(cards), _grades(cards)
    fill: dict[object, Any] = {gap: grades[end] for gap in Gap if grades}
    fill[Gap.NOT_APPLICABLE] = None
    return [tuple(fill.get(mark, mark) for mark in _marks(card, rows)) for card in cards]


# Many cards are compared at once: a set of cards is a whole number, with one bit for each.


def _certain(cards: Collection[Scorecard[Any, Any]]) -> list[int]:
    """Find, for each card, those that it dominates whatever grades fill the gaps."""
    return _above(_filled(cards, _LOWEST), _filled(cards, _HIGHEST), _grades(cards))


def _possible(cards: Collection[Scorecard[Any, Any]]) -> list[int]:
    """Find, for each card, those that it dominates for some grades in the gaps."""
    return _above(_filled(cards, _HIGHEST), _filled(cards, _LOWEST), _grades(cards))


def _above(these: Sequence[_Marks], those: Sequence[_Marks], grades: Iterable[Scale]) -> list[int]:
    """Find, for each of these, those that it is as high as everywhere and higher than once."""
    columns = [_up_to(_places(column), grades) for column in zip(*those, strict=True)]
    equal, every = _places(those), (1 << len(those)) - 1
    found: list[int] = []
    for marks in these:
        places = every & ~equal[marks]
        for column, mark in zip(columns, marks, strict=True):
            places &= column[mark]
        found.append(places)
    return found


def _places(items: Iterable[Hashable]) -> defaultdict[Any, int]:
    """Map each item to the set of its places."""
    places: defaultdict[Any, int] = defaultdict(int)
    for place, item in enumerate(items):
        places[item] |= 1 << place
    return places


def _up_to(places: defaultdict[Any, int], grades: Iterable[Scale]) -> dict[Scale | None, int]:
    """Map each grade to the places of it and of those below; what does not apply to its own."""
    found: dict[Scale | None, int] = {None: places[None]}
    so_far = 0
    for grade in grades:
        so_far |= places[grade]
        found[grade] = so_far
    return found


def _has(places: int, place: int) -> bool:
    return bool(places >> place & 1)


def _covers(below: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pair each card with those right below it: the first left, when what is below goes too."""
    for one, places in enumerate(below):
        rest = places
        while rest:
            first = (rest & -rest).bit_length() - 1
            yield one, first
            rest &= ~(below[first] | 1 << first)
