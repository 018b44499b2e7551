"""The support programme of a study as a graph, and what the graph answers."""

from collections.abc import Iterable
from itertools import product
from typing import TYPE_CHECKING

from implsupport import graphs
from implsupport.appraisal.results import Context, Exchange, Link, Programme
from implsupport.cases import Passage
from implsupport.records import Body, Relation, Study
from implsupport.terms import FrozenMap
from implsupport.vocabulary import RelationKind

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["programme"]


def programme(study: Study, context: Context) -> Programme | None:
    """Ask the questions that the bodies and relations of a study can answer."""
    if not study.bodies:
        return None
    graph = graphs.programme(study.bodies, study.relations)
    between = _bridges(graph, context)
    above = (*between.centre, *between.on_some_path) if between else ()
    ends = product(above, between.localities) if between else ()
    return Programme(
        titles=FrozenMap({body.key: body.title for body in study.bodies}),
        kinds=FrozenMap({body.key: body.kind for body in study.bodies if body.kind}),
        functions=FrozenMap({body.key: body.functions for body in study.bodies if body.functions}),
        sources=FrozenMap({body.key: _behind(body, context) for body in study.bodies}),
        statuses=FrozenMap({body.key: body.status for body in study.bodies}),
        links=tuple(_link(relation, context) for relation in study.relations),
        bridges=between,
        exchanges=tuple(
            Exchange(centre=a, locality=b, way=graphs.two_way(graph, a, b)) for a, b in ends
        ),
        accountability=tuple(
            graphs.accountability(graph, body.key) for body in _accountable(study)
        ),
        mixed=graphs.mixed_purposes(study.bodies),
    )


def _bridges(graph: "nx.MultiDiGraph[str]", context: Context) -> graphs.Bridges | None:
    """Look for bridges where the context says which kinds of body are the two banks."""
    centre, localities = context.centre, context.localities
    if centre is None or localities is None:
        return None
    return graphs.bridges(graph, centre=centre, localities=localities)


def _accountable(study: Study) -> tuple[Body, ...]:
    upwards = {r.source for r in study.relations if r.kind is RelationKind.ACCOUNTABLE_TO}
    return tuple(body for body in study.bodies if body.key in upwards)


def _behind(body: Body, context: Context) -> tuple[str, ...]:
    known = context.support_programme
    return _cited(known.bodies.get(body.key, ())) if known else ()


def _link(relation: Relation, context: Context) -> Link:
    known = context.support_programme
    ends = (relation.source, relation.target, relation.kind)
    passages = known.relations.get(ends, ()) if known else ()
    return Link(
        source=relation.source,
        target=relation.target,
        kind=relation.kind,
        sources=_cited(passages),
        status=relation.status,
    )


def _cited(passages: Iterable[Passage]) -> tuple[str, ...]:
    """Cite each place once; several passages may stand on one page."""
    return tuple(dict.fromkeys(f"{p.source.key}, {p.source.locator}" for p in passages))
