"""numpy counts and draws as plain Python does, number for number."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.evaluation import arrays, tallies

codes = st.integers(1, 6).flatmap(
    lambda units: st.lists(st.binary(min_size=units, max_size=units), min_size=2, max_size=9)
)
few_codes = st.integers(1, 6).flatmap(
    lambda units: st.lists(
        st.lists(st.sampled_from([0, 1, 2, 3, 255]), min_size=units, max_size=units).map(bytes),
        min_size=2,
        max_size=9,
    )
)


def hands(sizes: Sequence[int], seed: int) -> tuple[tallies.PlainHand, arrays.ArrayHand]:
    """Make a hand of each kind for the same cases."""
    deck = tallies.Deck.of(sizes, [[1.0, place / 4] for place in range(len(sizes))])
    plain = tallies.PlainHand(deck, seed)
    return plain, arrays.ArrayHand(deck.sizes, deck.sums, deck.tables, seed)


def played(hand: tallies.Hand) -> list[object]:
    """Deal, keep and draw, twice, and tell what comes of each."""
    told: list[object] = []
    for _ in range(2):
        counts = hand.deal()
        hand.keep(counts[:1])
        hand.draw(9, 0, 5)
        hand.draw(4, 2, 3)
        hand.draw(0, 0, 5)
        told += [counts, hand.sums()]
    return told


@given(codes | few_codes)
def test_tally_counts_as_plain_python_does(columns: list[bytes]) -> None:
    """The same patterns in the same order, the same counts."""
    assert arrays.tally(columns, 3, paired=False) == tallies.tally(columns, 3)


@given(codes | few_codes)
def test_labelled_finds_what_plain_python_does(columns: list[bytes]) -> None:
    """The same patterns in the same order, the same places."""
    assert arrays.labelled(columns, 3, paired=False) == tallies.labelled(columns, 3)


@given(codes | few_codes)
def test_pairs_are_counted_as_plain_python_does(columns: list[bytes]) -> None:
    """Of two assessors, which gave which grade."""
    two = columns[:2]

    assert arrays.tally(two, 3, paired=True) == tallies.tally(two, 3, paired=True)
    assert arrays.labelled(two, 3, paired=True) == tallies.labelled(two, 3, paired=True)


def test_more_assessors_than_a_byte_can_count_are_counted() -> None:
    """Three hundred assessors who all gave the same grade."""
    assert arrays.tally([b"\1\2"] * 300, 2, paired=False) == ([[300, 0], [0, 300]], [1, 1])


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("sizes", [[5], [70, 100, 2], [64], [3, 3, 3]])
def test_a_hand_draws_as_plain_python_does(sizes: list[int], seed: int) -> None:
    """Both take the same random words, and draw the same cases."""
    plain, array = hands(sizes, seed)

    assert played(array) == played(plain)
