"""How long a Hasse diagram of many cards takes, beside networkx's way of drawing one.

networkx has a transitive reduction, of a graph that must have an edge for every pair of which one
dominates the other. The peers make that graph in two ways, by asking `orders.dominates` of every
pair and by comparing tuples of whole numbers, and reduce it. They are timed on 1,000 cards, for
at 10,000 they would take a hundred times as long; ours on 1,000 and on 10,000.

Everything is measured in one run and set in ratio, so that figures of two machines compare. It
ends with an error if ours and the peers do not draw the same diagram. It takes about a minute:

    python benchmarks/hasse.py
"""

import random
import sys
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias, TypeVar

import networkx as nx

from implsupport import Scorecard, success
from implsupport.evaluation.orders import dominates
from implsupport.graphs import Hasse, hasse
from implsupport.terms import Gap

Cards: TypeAlias = Mapping[str, Scorecard[Any, Any]]
Graph: TypeAlias = "nx.DiGraph[str]"
T = TypeVar("T")

FEW: Final = 1_000
MANY: Final = 10_000
PLACES: Final = {grade: place for place, grade in enumerate(success.Attainment)}


def drawn(number: int, marks: tuple[Any, ...]) -> Cards:
    """Draw cards at random, the same ones each time."""
    chance = random.Random(number)  # noqa: S311 -- nothing is to be kept secret
    return {
        f"case-{place}": success.score({row: chance.choice(marks) for row in success.Criterion})
        for place in range(number)
    }


def by_dominates(cards: Cards) -> Graph:
    """Ask of every pair whether one dominates the other, and let networkx reduce the answers."""
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(cards)
    graph.add_edges_from(
        (a, b) for a, card in cards.items() for b, other in cards.items() if dominates(card, other)
    )
    return nx.transitive_reduction(graph)


def by_numbers(cards: Cards) -> Graph:
    """Compare the places of the grades as numbers, and let networkx reduce the answers."""
    numbers = {
        case: tuple(PLACES[grade] for grade in card.grades.values()) for case, card in cards.items()
    }
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(cards)
    graph.add_edges_from(
        (a, b)
        for a, mine in numbers.items()
        for b, other in numbers.items()
        if mine != other and all(one >= two for one, two in zip(mine, other, strict=True))
    )
    return nx.transitive_reduction(graph)


def ours_with_pairs(cards: Cards) -> int:
    """Draw the diagram and list the incomparable pairs."""
    return len(hasse(cards).incomparable)


def best(call: Callable[[Cards], T], cards: Cards, times: int) -> tuple[float, T]:
    """Time a call: the shortest of several, and what it returned."""
    found = call(cards)
    shortest = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        found = call(cards)
        shortest = min(shortest, time.perf_counter() - start)
    return shortest, found


def differ(ours: Hasse[Any, Any], theirs: Graph) -> bool:
    """Compare the links, those of ours unfolded from profiles to cases."""
    links = {(a, b) for upper, lower in ours.covers for a in upper for b in lower}
    return links != set(theirs.edges())


def main() -> None:
    """Time everything, check that all agree, and print the table."""
    grades, marks = tuple(success.Attainment), (*success.Attainment, *Gap)
    few, many, gappy = drawn(FEW, grades), drawn(MANY, grades), drawn(MANY, marks)
    slow, reduced = best(by_dominates, few, 1)
    fair, other = best(by_numbers, few, 2)
    small, diagram = best(hasse, few, 5)
    if differ(diagram, reduced) or differ(diagram, other):
        sys.exit("the diagrams differ")
    large, whole = best(hasse, many, 5)
    pairs, count = best(ours_with_pairs, many, 2)
    gaps, open_ = best(hasse, gappy, 2)
    rows = [
        (f"networkx, orders.dominates, {FEW:,} cards", slow, len(reduced)),
        (f"networkx, numbers compared, {FEW:,} cards", fair, len(other)),
        (f"graphs.hasse, {FEW:,} cards", small, len(diagram.cards)),
        (f"graphs.hasse, {MANY:,} cards", large, len(whole.cards)),
        (f"graphs.hasse, {MANY:,} cards, with its {count:,} incomparable pairs", pairs, None),
        (f"graphs.hasse, {MANY:,} cards with gaps", gaps, len(open_.cards)),
    ]
    print("| what | nodes | time | first peer / it | second peer / it |")
    print("|---|--:|--:|--:|--:|")
    for name, seconds, nodes in rows:
        ratios = f"{slow / seconds:,.1f} | {fair / seconds:,.1f}"
        print(f"| {name} | {nodes or ''} | {1e3 * seconds:,.1f} ms | {ratios} |")


if __name__ == "__main__":
    main()
