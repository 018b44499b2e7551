"""Results as graphs; every answer on the Care Act's programme is worked out by hand here.

Who is linked with whom in the programme, whatever the kind and direction of the relation:

    Programme Board         DH Major Programmes Board, DH, Cabinet Office, LGA, ADASS, SOLACE,
                            NHS England, Skills for Care, NICE, Delivery Board, PMO, the nine
                            work streams, regional infrastructure, local authorities
    Delivery Board          DH
    PMO                     regional infrastructure, local authorities
    regional infrastructure local authorities, ADASS branches, CEOs, directors, elected members
    local authorities       charging for care, law reform
    assessment, eligibility ADASS, Skills for Care
    CEOs, directors,        DH Regional Deputy Directors, LGA Principal Advisers
      elected members
    nobody                  Social Care Oversight Group
"""

import pickle
import random
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise, permutations, product
from typing import Any, TypeAlias

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases, graphs
from implsupport.errors import FrameworkError, IncompleteError, UnknownKeyError
from implsupport.evaluation.matching import tensions
from implsupport.evaluation.orders import Dominance, dominates
from implsupport.frameworks import governance as framework
from implsupport.frameworks import success
from implsupport.frameworks.governance import Level, Locus
from implsupport.graphs import Accountability, Bridges, Hasse, TwoWay
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard, score
from implsupport.records import Body, Relation, Study
from implsupport.terms import Gap, Scale, Term
from implsupport.vocabulary import Purpose, RelationKind

Graph: TypeAlias = "nx.MultiDiGraph[str]"
Card: TypeAlias = Scorecard[Any, Any]

MPB = "department-of-health-major-programmes-board"
DH = "department-of-health"
PB = "programme-board"
PMO = "programme-management-office"
REGIONS = "regional-infrastructure"
LOCAL = "local-authorities"


def graph_of(study: Study) -> Graph:
    """Make the graph of a study's programme."""
    return graphs.programme(study.bodies, study.relations)


def drawn(kinds: Mapping[str, str | None], *relations: tuple[str, RelationKind, str]) -> Graph:
    """Make a graph from keys with their kinds, and relations as (source, kind, target)."""
    bodies = [Body(key=key, title=key, kind=kind) for key, kind in kinds.items()]
    return graphs.programme(
        bodies,
        [Relation(source=source, kind=kind, target=target) for source, kind, target in relations],
    )


ACCOUNTABLE, MEMBER, SUPPORTS, INFORMS = RelationKind

CARE_ACT = graph_of(cases.study())
ILLUSTRATION = graph_of(cases.illustration())


# --- the graph of a programme ---


def test_a_programme_has_a_node_for_each_body_in_its_order() -> None:
    """Nodes are keys; each carries key, title, kind and status."""
    assert list(CARE_ACT) == [body.key for body in cases.study().bodies]
    assert CARE_ACT.nodes[PB] == {
        "key": "programme-board",
        "title": "Programme Board",
        "kind": "programme",
        "status": "adapted",
    }


def test_a_programme_has_an_edge_for_each_relation() -> None:
    """Edges are typed: the kind is the key of the edge and stands on it, as text."""
    edges = {(source, target, key) for source, target, key in CARE_ACT.edges(keys=True)}

    assert edges == {(one.source, one.target, one.kind.key) for one in cases.study().relations}
    assert CARE_ACT.edges[PB, MPB, "accountable-to"] == {
        "kind": "accountable-to",
        "status": "source",
    }


def test_two_bodies_may_be_related_in_several_ways() -> None:
    """CA pp. 33, 34 and 38: the office answers to the board, supports it and informs it."""
    assert list(CARE_ACT[PMO][PB]) == ["accountable-to", "supports", "informs"]


def test_a_relation_given_twice_is_one_edge() -> None:
    """A kind of relation between two bodies holds or does not."""
    graph = drawn({"a": None, "b": None}, ("a", INFORMS, "b"), ("a", INFORMS, "b"))

    assert graph.number_of_edges() == 1


def test_a_programme_of_nobody_is_an_empty_graph() -> None:
    """No bodies, no relations, no error."""
    assert list(graphs.programme([], [])) == []


def test_bodies_with_one_key_are_refused() -> None:
    """Every key that is given more than once is named."""
    bodies = [Body(key=key, title="Body") for key in ("a", "b", "a", "b", "c")]

    with pytest.raises(IncompleteError, match="'a', 'b' given twice to 'programme'"):
        graphs.programme(bodies, [])


def test_a_relation_with_nobody_is_refused() -> None:
    """Left to networkx, the body would be made up; every unknown key is named."""
    relations = [
        Relation(source="bord", target="office", kind=SUPPORTS),
        Relation(source="office", target="ministry", kind=INFORMS),
    ]
    bodies = [Body(key="board", title="Board"), Body(key="office", title="Office")]

    with pytest.raises(UnknownKeyError) as caught:
        graphs.programme(bodies, relations)
    assert str(caught.value) == (
        "no bodies 'bord', 'ministry'; there are 'board', 'office'; did you mean 'board'?"
    )


# --- the graph of a placement ---


def test_governance_has_a_node_for_each_cell_and_each_activity() -> None:
    """ECM Tables 1 and 2: nine cells, five supports, three factors that have no cell."""
    graph = graphs.governance(framework.place(cases.every_child_matters()))
    kinds = [facts["kind"] for _, facts in graph.nodes(data=True)]

    assert kinds == ["cell"] * 9 + ["activity"] * 5 + ["factor"] * 3


def test_governance_names_its_cells_by_the_type_of_activity() -> None:
    """ECM Table 1, first cell, and the layers that its one support spans."""
    graph = graphs.governance(framework.place(cases.every_child_matters()))

    assert graph.nodes[Locus.SYSTEM, Level.CONSTITUTIVE] == {
        "key": "system/constitutive",
        "title": "institutional design",
        "kind": "cell",
        "layers": ("national", "local"),
    }
    assert graph.nodes["duty-to-cooperate"] == {
        "key": "duty-to-cooperate",
        "title": "duty to cooperate",
        "kind": "activity",
    }


def test_governance_links_each_activity_to_its_cells() -> None:
    """ECM Table 2: five supports in six cells; three cells are left without a link."""
    graph = graphs.governance(framework.place(cases.every_child_matters()))
    cells = [node for node, facts in graph.nodes(data=True) if facts["kind"] == "cell"]

    assert graph.number_of_edges() == 6
    assert {kind for _, _, kind in graph.edges(keys=True)} == {"stands-in"}
    assert list(graph["common-assessment-framework"]) == [
        (Locus.ORGANISATION, Level.OPERATIONAL),
        (Locus.INDIVIDUAL, Level.OPERATIONAL),
    ]
    assert [cell for cell in cells if not graph.in_degree(cell)] == [
        (Locus.SYSTEM, Level.DIRECTIVE),
        (Locus.INDIVIDUAL, Level.CONSTITUTIVE),
        (Locus.INDIVIDUAL, Level.DIRECTIVE),
    ]


# --- bridges ---


def test_the_programme_board_bridges_the_gap_on_every_path() -> None:
    """CA p. 35 calls the Programme Board and its office an intermediary body.

    By hand: of central government the Major Programmes Board, the Cabinet Office and DH reach
    the Programme Board, DH over the Delivery Board as well, and nobody else; the Oversight Group
    reaches nobody. So every path goes through the Programme Board. From there the local
    authorities are reached at once, or over the PMO, the regional infrastructure, charging for
    care or law reform. All other bodies are blind alleys: LGA, SOLACE, NHS England, NICE and six
    streams lead nowhere else; assessment and eligibility, ADASS and Skills for Care lead only
    round to the board; the other regional bodies lead only back to the regional infrastructure.
    """
    found = graphs.bridges(CARE_ACT, centre="central government", localities="local authority")

    assert found == Bridges(
        centre=(DH, MPB, "cabinet-office", "social-care-oversight-group"),
        localities=(LOCAL,),
        on_some_path=(PB, "delivery-board", PMO, "charging-for-care", "law-reform", REGIONS),
        on_every_path=(PB,),
        direct=(),
    )


def test_between_the_work_streams_and_the_regions_nobody_is_on_every_path() -> None:
    """CA Table 4 and p. 33: other kinds may be asked for, as they are written.

    By hand: the streams reach the regional level over the Programme Board, or over the local
    authorities (charging for care, law reform); the PMO lies between board and regions. From
    DH one path leads on (board, DH, Delivery Board, board) only round. ADASS and Skills for
    Care are next to a stream and to the board, so they lie on a path from the stream.
    """
    found = graphs.bridges(CARE_ACT, centre="work stream", localities="regional")

    assert found.on_some_path == (
        PB,
        PMO,
        "association-of-directors-of-adult-social-services",
        "skills-for-care",
        LOCAL,
    )
    assert found.on_every_path == ()


def test_in_the_illustration_centre_and_localities_meet() -> None:
    """By hand: the northern cantons sit in the board and the inspectorate supports the southern.

    Both desks are on a path as well, from the office to the cantons of their region.
    """
    found = graphs.bridges(ILLUSTRATION, centre="national", localities="local")

    assert found.direct == (
        ("night-care-inspectorate", "southern-cantons"),
        ("lantern-programme-board", "northern-cantons"),
    )
    assert found.on_some_path == ("regional-desk-north", "regional-desk-south")
    assert found.on_every_path == ()


def test_bodies_in_a_row_are_all_on_every_path() -> None:
    """A relation links whichever way it goes; a body to the side is no bridge."""
    graph = drawn(
        {"ministry": "centre", "board": None, "aside": None, "desk": None, "town": "place"},
        ("board", ACCOUNTABLE, "ministry"),
        ("aside", MEMBER, "board"),
        ("board", SUPPORTS, "desk"),
        ("town", INFORMS, "desk"),
        ("desk", INFORMS, "desk"),
    )

    assert graphs.bridges(graph, centre="centre", localities="place") == Bridges(
        ("ministry",), ("town",), ("board", "desk"), ("board", "desk"), ()
    )


def test_no_path_means_no_bridge() -> None:
    """What nobody relates is not bridged, and a body between that reaches one side is none."""
    graph = drawn(
        {"ministry": "centre", "board": None, "town": "place"}, ("board", ACCOUNTABLE, "ministry")
    )

    assert graphs.bridges(graph, centre="centre", localities="place") == Bridges(
        ("ministry",), ("town",), (), (), ()
    )


def test_a_path_does_not_pass_through_the_centre_or_the_localities() -> None:
    """A body that links two bodies of the centre, or two localities, is no bridge."""
    graph = drawn(
        {"m": "centre", "n": "centre", "inner": None, "town": "place", "city": "place", "x": None},
        ("inner", MEMBER, "m"),
        ("inner", MEMBER, "n"),
        ("n", SUPPORTS, "town"),
        ("town", INFORMS, "x"),
        ("x", INFORMS, "city"),
    )

    assert graphs.bridges(graph, centre="centre", localities="place") == Bridges(
        ("m", "n"), ("town", "city"), (), (), (("n", "town"),)
    )


@pytest.mark.parametrize(
    ("centre", "localities", "sentence"),
    [
        ("center", "place", "no kind of body 'center'; there are 'centre', 'place'; did you mean"),
        ("centre", "town", "no kind of body 'town'; there are 'centre', 'place'"),
        ("None", "place", "no kind of body 'None'; there are 'centre', 'place'"),
    ],
)
def test_a_kind_that_no_body_is_of_is_refused(centre: str, localities: str, sentence: str) -> None:
    """A body without a kind is of none."""
    graph = drawn({"ministry": "centre", "board": None, "town": "place"})

    with pytest.raises(UnknownKeyError) as caught:
        graphs.bridges(graph, centre=centre, localities=localities)
    assert str(caught.value).startswith(sentence)


def test_centre_and_localities_of_one_kind_are_refused() -> None:
    """Nothing lies between a body and itself."""
    with pytest.raises(FrameworkError, match="centre and localities are both 'regional'"):
        graphs.bridges(CARE_ACT, centre="regional", localities="regional")


KEYS = ["a", "b", "c", "d", "e", "f"]
some_kinds = st.fixed_dictionaries(
    {
        "a": st.just("centre"),
        "b": st.just("place"),
        **dict.fromkeys(KEYS[2:], st.sampled_from(["centre", "place", None, None, None])),
    }
)
some_relations = st.lists(
    st.tuples(st.sampled_from(KEYS), st.sampled_from(RelationKind), st.sampled_from(KEYS)),
    max_size=12,
)


def every_path(kinds: Mapping[str, str | None], linked: set[frozenset[str]]) -> Iterator[set[str]]:
    """Walk every row of bodies between centre and localities: the inner bodies of each path."""
    centre, places = ([key for key in KEYS if kinds[key] == kind] for kind in ("centre", "place"))
    others = [key for key in KEYS if kinds[key] is None]
    for number in range(len(others) + 1):
        for start, inner, end in product(centre, permutations(others, number), places):
            path = [start, *inner, end]
            if all(frozenset(pair) in linked for pair in pairwise(path)):
                yield set(inner)


@given(some_kinds, some_relations)
def test_bridges_are_the_bodies_on_some_and_on_every_path(
    kinds: dict[str, str | None], relations: list[tuple[str, RelationKind, str]]
) -> None:
    """Against the definition: every path is walked, and its inner bodies are noted."""
    found = graphs.bridges(drawn(kinds, *relations), centre="centre", localities="place")
    paths = list(every_path(kinds, {frozenset((a, b)) for a, _, b in relations}))

    assert set(found.on_some_path) == set[str]().union(*paths)
    assert set(found.on_every_path) == (set[str].intersection(*paths) if paths else set())
    assert bool(found.direct) == (set() in paths)


# --- two ways ---


def test_office_and_local_authorities_are_in_a_two_way_dialogue() -> None:
    """CA pp. 33-34 and 42. By hand: the office informs the authorities at once (p. 42).

    They inform only the regional infrastructure (p. 33), and that the office (p. 34).
    """
    assert graphs.two_way(CARE_ACT, PMO, LOCAL) == TwoWay(
        there=(PMO, LOCAL), back=(LOCAL, REGIONS, PMO)
    )


def test_word_from_the_localities_reaches_the_board_over_the_regions_and_the_office() -> None:
    """By hand: the way back is local authorities, regions, office, board; there is no shorter."""
    answer = graphs.two_way(CARE_ACT, PB, LOCAL)

    assert answer.back == (LOCAL, REGIONS, PMO, PB)
    assert answer.both


@pytest.mark.parametrize("body", [DH, MPB, "cabinet-office", "local-government-association"])
def test_who_only_sits_or_is_answered_to_passes_no_word(body: str) -> None:
    """By hand: DH, Cabinet Office and LGA only have seats; the Major Programmes Board is above."""
    answer = graphs.two_way(CARE_ACT, body, LOCAL)

    assert answer == TwoWay(None, None)
    assert not answer.both


@pytest.mark.parametrize("stream", ["charging-for-care", "law-reform"])
def test_two_streams_pass_word_down_and_hear_none(stream: str) -> None:
    """CA Table 4, pp. 39-40: they support the local authorities; nobody informs a stream."""
    assert graphs.two_way(CARE_ACT, stream, LOCAL) == TwoWay(there=(stream, LOCAL), back=None)


def test_in_the_illustration_only_the_north_is_two_way() -> None:
    """By hand: northern cantons inform their desk and it the office; southern inform nobody."""
    office, north = "lantern-programme-office", "northern-cantons"

    assert graphs.two_way(ILLUSTRATION, office, north).back == (
        north,
        "regional-desk-north",
        office,
    )
    assert graphs.two_way(ILLUSTRATION, office, "southern-cantons").back is None


def test_two_ways_turn_round_with_their_ends() -> None:
    """There from one end is back from the other."""
    one, other = graphs.two_way(CARE_ACT, PMO, LOCAL), graphs.two_way(CARE_ACT, LOCAL, PMO)

    assert (one.there, one.back) == (other.back, other.there)


def test_unknown_ends_are_refused_together() -> None:
    """Both keys are named, with the nearest to the first."""
    with pytest.raises(UnknownKeyError, match="no bodies 'programme-bored', 'councils'; there are"):
        graphs.two_way(CARE_ACT, "programme-bored", "councils")


# --- accountability ---


@pytest.mark.parametrize("body", [PMO, "delivery-board", *cases.work_streams()])
def test_what_stands_beneath_the_board_answers_through_it(body: str) -> None:
    """CA p. 33. By hand: beneath the Programme Board, which answers to the Major Programmes'."""
    assert graphs.accountability(CARE_ACT, body) == Accountability(
        body=body, chains=((body, PB, MPB),), circles=()
    )


@pytest.mark.parametrize("body", [MPB, LOCAL, REGIONS, "social-care-oversight-group"])
def test_of_some_bodies_no_accountability_is_stated(body: str) -> None:
    """By hand: only the board and what is beneath it are said to answer to anybody."""
    assert graphs.accountability(CARE_ACT, body) == Accountability(body, (), ())


def test_a_body_may_answer_to_several() -> None:
    """Every chain is told, in the order of the graph."""
    graph = drawn(
        {"top": None, "left": None, "right": None, "crown": None, "low": None},
        ("low", ACCOUNTABLE, "right"),
        ("low", ACCOUNTABLE, "left"),
        ("left", ACCOUNTABLE, "top"),
        ("right", ACCOUNTABLE, "top"),
        ("right", ACCOUNTABLE, "crown"),
        ("low", INFORMS, "top"),
    )

    assert graphs.accountability(graph, "low").chains == (
        ("low", "left", "top"),
        ("low", "right", "top"),
        ("low", "right", "crown"),
    )


def test_circles_of_accountability_are_reported() -> None:
    """A chain that only goes round has no end; one that leaves the circle is told beside it."""
    graph = drawn(
        dict.fromkeys(["a", "b", "c", "self", "top", "below"]),
        ("b", ACCOUNTABLE, "c"),
        ("c", ACCOUNTABLE, "a"),
        ("a", ACCOUNTABLE, "b"),
        ("c", ACCOUNTABLE, "top"),
        ("below", ACCOUNTABLE, "b"),
        ("below", ACCOUNTABLE, "self"),
        ("self", ACCOUNTABLE, "self"),
    )

    assert graphs.accountability(graph, "below") == Accountability(
        body="below",
        chains=(("below", "b", "c", "top"),),
        circles=(("a", "b", "c"), ("self",)),
    )
    assert graphs.accountability(graph, "self") == Accountability("self", (), (("self",),))


def test_accountability_of_an_unknown_body_is_refused() -> None:
    """The nearest key is named."""
    with pytest.raises(UnknownKeyError, match="did you mean 'programme-board'"):
        graphs.accountability(CARE_ACT, "programm-board")


# --- mixed purposes ---


def test_the_regional_infrastructure_mixes_compliance_with_support() -> None:
    """By hand: it alone has more than one purpose, and it has all three, as we read it.

    The report says so of the programme as a whole (CA p. 35).
    """
    found = graphs.mixed_purposes(cases.study().bodies)

    assert list(found) == [REGIONS]
    assert [(one.purposes, one.reason) for one in found[REGIONS]] == [
        (one.purposes, one.reason) for one in tensions(cases.support_programme().purposes)
    ]
    assert [len(tension.purposes) for tension in found[REGIONS]] == [3, 2, 2]


def test_a_tension_of_a_body_is_no_closer_to_print_than_the_body() -> None:
    """CA p. 16 prints the first in general; that the regional level has all three is a reading."""
    general = tensions(cases.support_programme().purposes)
    found = graphs.mixed_purposes(cases.study().bodies)[REGIONS]

    assert [one.source.status for one in general] == ["source", "adapted", "adapted"]
    assert {one.source.status for one in found} == {"adapted"}


def test_in_the_illustration_the_inspectorate_teaches() -> None:
    """By hand: of the bodies with two purposes, only one has managing and regulating."""
    found = graphs.mixed_purposes(cases.illustration().bodies)

    assert [(body, [tension.purposes for tension in mixed]) for body, mixed in found.items()] == [
        (
            "night-care-inspectorate",
            [(Purpose.MANAGING_AND_REGULATING, Purpose.CAPACITY_BUILDING)],
        )
    ]


# --- cards in the order of dominance ---


class Pair(Term):
    """Two criteria."""

    FIRST = "first"
    SECOND = "second"


class Grade(Scale):
    """Three grades, whose keys do not sort as they stand."""

    LOW = "low"
    MID = "mid"
    HIGH = "high"


RUBRIC: Rubric[Pair, Grade, str] = Rubric(
    key="pair",
    title="Pair",
    rows=Pair,
    cols=Grade,
    cells=dict.fromkeys(Pair, ("anchor",) * 3),
)

LOW, MID, HIGH = Grade
OPEN, NONE = Gap.NOT_STATED, Gap.NOT_APPLICABLE


def card_of(first: Grade | Gap, second: Grade | Gap) -> Scorecard[Pair, Grade]:
    """Write two marks as a card."""
    return score(RUBRIC, {Pair.FIRST: first, Pair.SECOND: second})


def panel_of(*marks: tuple[Grade | Gap, Grade | Gap]) -> dict[str, Scorecard[Pair, Grade]]:
    """Write pairs of marks as cards of the cases a, b, c and so on."""
    return {chr(ord("a") + place): card_of(*pair) for place, pair in enumerate(marks)}


def test_cases_of_one_profile_share_a_node() -> None:
    """The cases stand in the order given, the best profile on top."""
    found = graphs.hasse(panel_of((LOW, LOW), (HIGH, HIGH), (LOW, LOW)))

    assert list(found.cards) == [("b",), ("a", "c")]
    assert found.cards["a", "c"] == card_of(LOW, LOW)
    assert found.covers == ((("b",), ("a", "c")),)


def test_a_link_that_others_imply_is_left_out() -> None:
    """By hand: high high is above mid low over either mid mid or high low."""
    found = graphs.hasse(panel_of((HIGH, HIGH), (MID, LOW), (MID, MID), (HIGH, LOW)))

    assert found.covers == (
        (("a",), ("d",)),
        (("a",), ("c",)),
        (("d",), ("b",)),
        (("c",), ("b",)),
    )
    assert found.incomparable == ((("d",), ("c",)),)
    assert found.untold == ()


def test_a_gap_leaves_a_pair_untold() -> None:
    """By hand: an open grade may be low or high, so it is neither above nor below mid.

    Beside a low on the other criterion it cannot reach high high; that it may be above low low
    is not certain, for it may be equal.
    """
    found = graphs.hasse(panel_of((OPEN, LOW), (MID, LOW), (HIGH, HIGH), (LOW, LOW)))

    assert found.covers == ((("c",), ("b",)), (("c",), ("a",)), (("b",), ("d",)))
    assert found.untold == ((("b",), ("a",)), (("a",), ("d",)))
    assert found.incomparable == ()


def test_a_criterion_applicable_to_one_card_makes_two_incomparable() -> None:
    """Cards to which the same criterion does not apply are compared on the other."""
    found = graphs.hasse(panel_of((HIGH, NONE), (LOW, NONE), (LOW, LOW), (NONE, NONE)))

    assert found.covers == ((("a",), ("b",)),)
    assert found.incomparable == tuple(
        (one, other)
        for one, other in combinations((("a",), ("c",), ("b",), ("d",)), 2)
        if (one, other) != (("a",), ("b",))
    )


def test_gaps_of_two_reasons_are_two_profiles() -> None:
    """Nobody has looked, or nobody says: which of the two is above may be told later."""
    found = graphs.hasse(panel_of((Gap.NOT_ASSESSED, LOW), (Gap.NOT_STATED, LOW)))

    assert (found.covers, found.untold) == ((), ((("a",), ("b",)),))


def test_no_cards_make_an_empty_diagram() -> None:
    """Nothing is in order with nothing."""
    found: Hasse[Pair, Grade] = graphs.hasse({})

    assert len(found.cards) == 0
    assert (found.covers, found.incomparable, found.untold) == ((), (), ())


def test_cards_of_two_rubrics_are_refused() -> None:
    """Both rubrics are named; the same rubric made twice is the same."""
    cards: dict[str, Card] = {**panel_of((LOW, LOW)), "z": success.score({}, partial=True)}

    with pytest.raises(FrameworkError, match="cards of it and of 'success' cannot be compared"):
        graphs.hasse(cards)


@pytest.mark.parametrize(
    ("cards", "problem"),
    [
        ([1], "[1] is not a mapping of cases to cards"),
        ({"a": 1}, "1 is not a scorecard; make one with score(rubric, ratings)"),
    ],
)
def test_what_is_no_card_or_no_mapping_has_no_diagram(
    cards: Any,  # noqa: ANN401 -- whatever a user gives
    problem: str,
) -> None:
    """With what would have done."""
    with pytest.raises(FrameworkError) as caught:
        graphs.hasse(cards)

    assert str(caught.value) == f"'hasse' cannot be used: {problem}"


def test_the_diagram_draws_itself_as_a_graph() -> None:
    """A node for each profile with its card; a new graph each time."""
    found = graphs.hasse(panel_of((LOW, LOW), (HIGH, HIGH)))
    graph = found.graph()

    assert list(graph.edges()) == [(("b",), ("a",))]
    assert graph.nodes["a",] == {"card": card_of(LOW, LOW)}
    assert found.graph() is not graph


def naive(cards: Mapping[str, Card]) -> "nx.DiGraph[str]":
    """Ask for every pair whether one dominates, and let networkx reduce the answers."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(cards)
    graph.add_edges_from((a, b) for a, b in permutations(cards, 2) if dominates(cards[a], cards[b]))
    return nx.transitive_reduction(graph)


def unfolded(found: Hasse[Any, Any]) -> set[tuple[str, str]]:
    """Write the links of profiles as links of their cases."""
    return {(a, b) for upper, lower in found.covers for a in upper for b in lower}


def sorted_out(
    found: Hasse[Any, Any],
) -> dict[frozenset[tuple[str, ...]], set[Dominance]]:
    """Ask both ways for every two profiles."""
    return {
        frozenset((a, b)): {
            dominates(found.cards[a], found.cards[b]),
            dominates(found.cards[b], found.cards[a]),
        }
        for a, b in combinations(found.cards, 2)
    }


some_panels = st.lists(
    st.tuples(*[st.sampled_from([LOW, MID, HIGH, OPEN, Gap.NOT_ASSESSED, NONE])] * 2), max_size=12
).map(lambda marks: panel_of(*marks))


@given(some_panels)
def test_the_links_are_those_of_the_transitive_reduction(cards: dict[str, Card]) -> None:
    """Against networkx on random panels with gaps, profile by profile and case by case."""
    assert unfolded(graphs.hasse(cards)) == set(naive(cards).edges())


@given(some_panels)
def test_every_two_profiles_are_ordered_incomparable_or_untold(cards: dict[str, Card]) -> None:
    """Against `orders.dominates`, asked both ways of every pair."""
    found = graphs.hasse(cards)
    answers = sorted_out(found)

    assert {frozenset(pair) for pair in found.incomparable} == {
        pair for pair, told in answers.items() if told == {Dominance.NO}
    }
    assert {frozenset(pair) for pair in found.untold} == {
        pair
        for pair, told in answers.items()
        if Dominance.POSSIBLY in told and Dominance.CERTAINLY not in told
    }


@given(some_panels)
def test_no_card_comes_before_one_that_dominates_it(cards: dict[str, Card]) -> None:
    """From the top: of any two profiles in their order, the second never dominates the first."""
    found = graphs.hasse(cards)

    assert not any(
        dominates(found.cards[lower], found.cards[upper])
        for upper, lower in combinations(found.cards, 2)
    )


@pytest.mark.parametrize("seed", range(5))
def test_random_panels_on_six_criteria_agree_with_networkx(seed: int) -> None:
    """40 cards of the success rubric, grades and gaps at random."""
    chance = random.Random(seed)  # noqa: S311 -- nothing is to be kept secret
    marks = [*success.Attainment, *success.Attainment, *Gap]
    cards = {
        f"case-{place}": success.score({row: chance.choice(marks) for row in success.Criterion})
        for place in range(40)
    }

    assert unfolded(graphs.hasse(cards)) == set(naive(cards).edges())


def test_all_729_profiles_make_the_grid_of_six_criteria() -> None:
    """By hand: a link lowers one of six criteria by one grade: 6 x 2 x 3^5 = 2,916 links."""
    profiles = product(success.Attainment, repeat=6)
    found = graphs.hasse(
        {
            f"case-{place}": success.score(dict(zip(success.Criterion, profile, strict=True)))
            for place, profile in enumerate(profiles)
        }
    )

    assert (len(found.cards), len(found.covers)) == (729, 2916)
    assert len(found.incomparable) == 729 * 728 // 2 - (6**6 - 3**6)


# --- answers are values ---


@pytest.mark.parametrize(
    "answer",
    [
        graphs.bridges(CARE_ACT, centre="central government", localities="local authority"),
        graphs.two_way(CARE_ACT, PMO, LOCAL),
        graphs.accountability(CARE_ACT, PMO),
        graphs.mixed_purposes(cases.study().bodies),
        graphs.hasse(panel_of((LOW, OPEN), (HIGH, HIGH))),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_an_answer_is_frozen_and_pickles(answer: object) -> None:
    """It can be a key, and comes back from a pickle the same."""
    assert {answer: "found"}[pickle.loads(pickle.dumps(answer))] == "found"  # noqa: S301 -- our own


def test_the_caveats_of_the_grid_go_with_its_graph() -> None:
    """ECM: the grid has no sequence, which a picture of a graph may suggest."""
    graph = graphs.governance(framework.place(cases.every_child_matters()))

    assert graph.graph["caveats"] == framework.GOVERNANCE.caveats
