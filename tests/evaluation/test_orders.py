"""Orders of cards, checked against their definitions by trying every filling of every gap."""

import itertools
import pickle
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import pytest
from hypothesis import given, settings

from implsupport.errors import FrameworkError, UnknownKeyError, UnknownTermError
from implsupport.evaluation.orders import Dominance, dominates, separates, tally_dominates
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard, score
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.testing import cards

Card: TypeAlias = Scorecard["Trio", "Grade"]
Marks: TypeAlias = tuple["Grade | Gap", ...]

NO, POSSIBLY, CERTAINLY = Dominance


class Trio(Term):
    """Three criteria."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"


class Grade(Scale):
    """Three grades."""

    LOW = "low"
    MID = "mid"
    TOP = "top"


RUBRIC: Rubric[Trio, Grade, str] = Rubric(
    key="trio",
    title="Trio",
    rows=Trio,
    cols=Grade,
    cells=dict.fromkeys(Trio, ("anchor",) * 3),
)

LOW, MID, TOP = Grade
OPEN, NONE = Gap.NOT_STATED, Gap.NOT_APPLICABLE

ALL_MARKS: list[Marks] = list(itertools.product((LOW, MID, TOP, OPEN, NONE), repeat=3))


def card_of(*marks: Grade | Gap) -> Card:
    """Write marks as a card."""
    return score(RUBRIC, dict(zip(Trio, marks, strict=True)))


# --- the definitions, written a second time ---


def fillings(marks: Marks) -> Iterator[Marks]:
    """List every way to fill the gaps."""
    return itertools.product(*(tuple(Grade) if mark is OPEN else (mark,) for mark in marks))


def stands_above(a: Marks, b: Marks) -> bool:
    """At least as high everywhere and higher somewhere, where both or neither are applicable."""
    pairs = list(zip(a, b, strict=True))
    if any((left is NONE) != (right is NONE) for left, right in pairs):
        return False
    places = [(left.key, right.key) for left, right in pairs if left is not NONE]
    order = ["low", "mid", "top"]
    differences = [order.index(left) - order.index(right) for left, right in places]
    return min(differences, default=0) >= 0 and max(differences, default=0) > 0


def worth(marks: Marks, middle: Fraction) -> Fraction:
    """Average the worth of the grades: 0, something between, 1."""
    values = {LOW: Fraction(0), MID: middle, TOP: Fraction(1)}
    given_values = [values[mark] for mark in marks if isinstance(mark, Grade)]
    return sum(given_values, Fraction(0)) / len(given_values)


def is_as_good(a: Marks, b: Marks) -> bool:
    """No less worth for any worth of the middle grade; worth is linear in it, so ends suffice."""
    if set(a) == {NONE} or set(b) == {NONE}:
        return False
    middles = (Fraction(0), Fraction(1, 2), Fraction(1))
    return all(worth(a, middle) >= worth(b, middle) for middle in middles)


def by_enumeration(a: Marks, b: Marks, holds: Callable[[Marks, Marks], bool]) -> Dominance:
    """Try every filling of both cards."""
    answers = {holds(left, right) for left in fillings(a) for right in fillings(b)}
    if len(answers) > 1:
        return POSSIBLY
    return CERTAINLY if True in answers else NO


def disagreements(
    ours: Callable[[Card, Card], Dominance], holds: Callable[[Marks, Marks], bool]
) -> list[tuple[Marks, Marks]]:
    """List the pairs of profiles on which the library and the definition differ."""
    cards = {marks: card_of(*marks) for marks in ALL_MARKS}
    return [
        (a, b)
        for a, b in itertools.product(ALL_MARKS, ALL_MARKS)
        if ours(cards[a], cards[b]) is not by_enumeration(a, b, holds)
    ]


# --- two cards ---


def test_dominance_is_that_of_the_definition() -> None:
    """All 15,625 pairs of profiles of three criteria, every filling of both."""
    assert disagreements(dominates, stands_above) == []


def test_dominance_of_tallies_is_that_of_the_definition() -> None:
    """All 15,625 pairs of profiles, every filling of both, every worth of the middle grade."""
    assert disagreements(tally_dominates, is_as_good) == []


@settings(deadline=None)
@given(cards(RUBRIC), cards(RUBRIC))
def test_what_stands_above_is_as_good_by_its_tally(a: Card, b: Card) -> None:
    """Dominance of tallies asks for less."""
    assert tally_dominates(a, b) >= dominates(a, b)


def below() -> dict[Marks, set[Marks]]:
    """For each profile list those that it certainly stands above."""
    cards = {marks: card_of(*marks) for marks in ALL_MARKS}
    return {a: {b for b in cards if dominates(cards[a], cards[b])} for a in cards}


def test_certain_dominance_is_a_strict_order() -> None:
    """No profile stands above itself, and what is below the lower is below the higher."""
    lower = below()

    assert [a for a in lower if a in lower[a]] == []
    assert [(a, b) for a in lower for b in lower[a] if not lower[b] <= lower[a]] == []


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((TOP, MID, LOW), (MID, MID, LOW), CERTAINLY),
        ((TOP, MID, LOW), (TOP, MID, LOW), NO),
        ((TOP, LOW, LOW), (LOW, TOP, LOW), NO),
        ((TOP, OPEN, LOW), (MID, LOW, LOW), CERTAINLY),
        ((TOP, OPEN, LOW), (MID, MID, LOW), POSSIBLY),
        ((TOP, OPEN, LOW), (MID, MID, MID), NO),
        ((OPEN, OPEN, OPEN), (OPEN, OPEN, OPEN), POSSIBLY),
        ((TOP, NONE, LOW), (MID, NONE, LOW), CERTAINLY),
        ((TOP, TOP, TOP), (LOW, NONE, LOW), NO),
        ((NONE, NONE, NONE), (NONE, NONE, NONE), NO),
    ],
)
def test_dominance_worked_by_hand(a: Marks, b: Marks, expected: Dominance) -> None:
    """Equal cards, crossed cards, gaps, and criteria that are not applicable."""
    assert dominates(card_of(*a), card_of(*b)) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ((TOP, LOW, LOW), (LOW, TOP, LOW), CERTAINLY),
        ((TOP, LOW, LOW), (MID, MID, LOW), NO),
        ((MID, MID, LOW), (TOP, LOW, LOW), NO),
        ((OPEN, MID, LOW), (LOW, MID, MID), POSSIBLY),
        ((TOP, NONE, NONE), (TOP, TOP, MID), CERTAINLY),
        ((TOP, LOW, NONE), (TOP, LOW, LOW), CERTAINLY),
        ((NONE, NONE, NONE), (LOW, LOW, LOW), NO),
    ],
)
def test_dominance_of_tallies_worked_by_hand(a: Marks, b: Marks, expected: Dominance) -> None:
    """One success against two in the middle cannot be told without the worth of the middle."""
    assert tally_dominates(card_of(*a), card_of(*b)) is expected


@pytest.mark.parametrize("verb", [dominates, tally_dominates])
def test_cards_of_two_rubrics_are_not_compared(
    verb: Callable[[Scorecard[Any, Any], Scorecard[Any, Any]], Dominance],
) -> None:
    """The sentence names both rubrics."""
    other = score(SUCCESS, dict.fromkeys(Criterion, Attainment.RELATIVE_SUCCESS))
    with pytest.raises(FrameworkError) as caught:
        verb(card_of(TOP, TOP, TOP), other)

    assert str(caught.value) == (
        "'trio' cannot be used: cards of it and of 'success' cannot be compared: another rubric"
    )


@pytest.mark.parametrize(("answer", "counts"), [(NO, False), (POSSIBLY, False), (CERTAINLY, True)])
def test_only_what_is_certain_counts_as_true(answer: Dominance, *, counts: bool) -> None:
    """A possibility is no fact in a condition."""
    assert bool(answer) is counts


# --- many cards and an outcome ---

CARDS = {
    "a": card_of(TOP, TOP, OPEN),
    "b": card_of(MID, TOP, TOP),
    "c": card_of(LOW, TOP, LOW),
    "d": card_of(LOW, MID, NONE),
}


def test_a_criterion_separates_where_every_high_case_is_above_every_low_one() -> None:
    """The first does; the second has a tie at the top; the third has gaps."""
    found = separates(CARDS, {"a": True, "b": True, "c": False, "d": False})

    assert found.criteria == (Trio.FIRST,)
    assert found.tested == (Trio.FIRST, Trio.SECOND)
    assert found.untold == FrozenMap({Trio.THIRD: ("a", "d")})
    assert (found.high, found.low, found.contrast) == (("a", "b"), ("c", "d"), True)


def test_one_case_of_either_outcome_is_a_contrast() -> None:
    """The first criterion is higher in the one than in the other, and the second is not."""
    found = separates(
        {"a": card_of(TOP, MID, OPEN), "c": card_of(LOW, MID, LOW)}, {"a": True, "c": False}
    )

    assert (found.criteria, found.tested) == ((Trio.FIRST,), (Trio.FIRST, Trio.SECOND))


def test_a_criterion_that_runs_against_the_outcome_does_not_separate() -> None:
    """Low cases above high ones are no separation."""
    found = separates(CARDS, {"a": False, "b": False, "c": True, "d": True})

    assert found.criteria == ()
    assert found.tested == (Trio.FIRST, Trio.SECOND)


@pytest.mark.parametrize(
    ("cards", "outcome", "high"),
    [
        (CARDS, dict.fromkeys(CARDS, True), ("a", "b", "c", "d")),
        (CARDS, dict.fromkeys(CARDS, False), ()),
        ({}, {}, ()),
    ],
)
def test_without_both_outcomes_there_is_no_contrast(
    cards: Mapping[str, Card], outcome: Mapping[str, bool], high: tuple[str, ...]
) -> None:
    """Nothing is tested, so nothing separates."""
    found = separates(cards, outcome)

    assert (found.contrast, found.high) == (False, high)
    assert found.low == tuple(case for case in cards if case not in high)
    assert (found.criteria, found.tested, found.untold) == ((), (), FrozenMap())


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        ({"a": True, "b": True, "c": True}, "no outcome for 'd'; there are 'a', 'b', 'c'"),
        (
            {**dict.fromkeys(CARDS, True), "e": True, "f": True},
            "no card for 'e', 'f'; there are 'a', 'b', 'c', 'd'",
        ),
    ],
)
def test_every_case_needs_a_card_and_an_outcome(outcome: dict[str, bool], sentence: str) -> None:
    """All cases that lack one are named."""
    with pytest.raises(UnknownKeyError) as caught:
        separates(CARDS, outcome)

    assert str(caught.value) == sentence


def test_a_misspelt_case_is_told_the_nearest() -> None:
    """The nearest to the first of them."""
    cards = {"care-act": card_of(TOP, TOP, TOP), "city-challenge": card_of(LOW, LOW, LOW)}
    with pytest.raises(UnknownKeyError) as caught:
        separates(cards, {"care-akt": True, "city-challenge": False})

    assert str(caught.value) == (
        "no card for 'care-akt'; there are 'care-act', 'city-challenge'; did you mean 'care-act'?"
    )


def test_an_outcome_is_true_or_false() -> None:
    """The word "no" would count as true: every such outcome is refused, with its case."""
    outcome: dict[str, Any] = {"a": True, "b": "no", "c": 1, "d": False}
    with pytest.raises(UnknownTermError) as caught:
        separates(CARDS, outcome)

    assert str(caught.value) == (
        "b: 'no' is not a truth value of outcome; expected True or False; also: "
        "c: 1 is not a truth value of outcome; expected True or False"
    )


def test_cards_of_two_rubrics_are_not_separated() -> None:
    """All foreign rubrics are named."""
    cards: dict[str, Any] = {**CARDS, "e": score(SUCCESS, {}, partial=True)}
    with pytest.raises(FrameworkError, match="cards of it and of 'success' cannot be compared"):
        separates(cards, dict.fromkeys(cards, True))


def test_a_separation_hashes_and_pickles() -> None:
    """It can be a key, and a copy is equal."""
    found = separates(CARDS, {"a": True, "b": True, "c": False, "d": False})
    copy = pickle.loads(pickle.dumps(found))  # noqa: S301 -- our own bytes

    assert {found: "found"}[copy] == "found"


@pytest.mark.parametrize("verb", [dominates, tally_dominates])
def test_what_is_no_card_is_not_compared(verb: Callable[[Any, Any], Dominance]) -> None:
    """With how to make one."""
    with pytest.raises(FrameworkError) as caught:
        verb(card_of(TOP, TOP, TOP), None)

    assert caught.value.problems == (
        "None is not a scorecard; make one with score(rubric, ratings)",
    )


@pytest.mark.parametrize(
    ("cards", "outcome", "problem"),
    [
        ([1], {}, "[1] is not a mapping of cases to cards"),
        ({}, [True], "[True] is not a mapping of cases to outcomes"),
        ({"a": 1}, {"a": True}, "1 is not a scorecard; make one with score(rubric, ratings)"),
    ],
)
def test_what_is_no_card_or_no_mapping_is_not_separated(
    cards: Any,  # noqa: ANN401 -- whatever a user gives
    outcome: Any,  # noqa: ANN401 -- whatever a user gives
    problem: str,
) -> None:
    """With what would have done."""
    with pytest.raises(FrameworkError) as caught:
        separates(cards, outcome)

    assert str(caught.value) == f"'separates' cannot be used: {problem}"


def test_outcomes_of_an_array_library_are_outcomes() -> None:
    """What a column of a data frame holds."""
    outcome: dict[str, Any] = dict(zip(CARDS, map(np.bool_, (1, 1, 0, 0)), strict=True))

    assert separates(CARDS, outcome) == separates(
        CARDS, {"a": True, "b": True, "c": False, "d": False}
    )


def test_cases_may_be_numbered() -> None:
    """A number is near to no word; it is named all the same, also where an outcome is none."""
    cards: Any = {0: card_of(TOP, TOP, TOP)}
    text: Any = {"0": True}
    word: Any = {0: "yes"}
    with pytest.raises(UnknownKeyError) as key:
        separates(cards, text)
    with pytest.raises(UnknownTermError) as outcome:
        separates(cards, word)

    assert str(key.value) == "no card for '0'; there are 0"
    assert str(outcome.value).startswith("0: 'yes' is not a truth value of outcome")
