"""Verdicts, checked against the definition by trying every filling of every gap."""

import functools
import itertools
import math
import pickle
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, TypeAlias, TypeVar

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from implsupport.errors import FrameworkError, UnknownKeyError, UnknownTermError
from implsupport.evaluation.verdicts import (
    ABOVE_LOWEST,
    BEST_GRADE,
    EVERY_CRITERION,
    MAJORITY,
    MAJORITY_WITH_VETO,
    RULES,
    WEAKEST,
    SortingRule,
    acceptability,
    decide,
    pivots,
)
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.notebooks import table
from implsupport.readings import Scorecard, score
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.testing import scales, vocabularies

K = TypeVar("K", bound=Term)

Wrong: TypeAlias = Any
"""What a type checker cannot know."""

declare: Wrong = Term

FAILURE, CONFLICTED, SUCCEEDED = Attainment


# --- the definition, written a second time: marks by number, every filling tried ---

Mark: TypeAlias = int | None
"""The place of a grade, `OPEN` for a gap that a grade could fill, None for not applicable."""

Marks: TypeAlias = tuple[Mark, ...]

OPEN: Final = -1


@attrs.frozen(cache_hash=True)
class Plain:
    """A rule in numbers: grades are counted from the lowest, criteria from the first."""

    grades: int
    majority: Fraction
    weights: tuple[Fraction, ...]
    vetoes: FrozenMap[int, FrozenMap[int, int]]


def reaches(marks: Marks, rule: Plain, grade: int, weights: Sequence[Any]) -> bool:
    """Tell whether a card without gaps reaches a grade."""
    applicable = [row for row, mark in enumerate(marks) if mark is not None]
    above = [row for row in applicable if (marks[row] or 0) >= grade]
    share = sum(weights[row] for row in above) / sum(weights[row] for row in applicable)
    floors = rule.vetoes[grade] if grade in rule.vetoes else FrozenMap[int, int]()
    vetoed = any((marks[row] or 0) < floor for row, floor in floors.items() if row in applicable)
    return grade == 0 or (share >= rule.majority and not vetoed)


@functools.cache
def grade_of(marks: Marks, rule: Plain) -> int:
    """Find the best grade that a card without gaps reaches."""
    return max(g for g in range(rule.grades) if reaches(marks, rule, g, rule.weights))


def fillings(marks: Marks, rule: Plain) -> Iterator[Marks]:
    """List every way to fill the gaps."""
    grades = range(rule.grades)
    return itertools.product(*(grades if mark == OPEN else (mark,) for mark in marks))


@functools.cache
def bounds(marks: Marks, rule: Plain) -> tuple[int, int] | None:
    """Find the least and the greatest verdict over all fillings; None if nothing applies."""
    if set(marks) == {None}:
        return None
    found = {grade_of(filled, rule) for filled in fillings(marks, rule)}
    return min(found), max(found)


def subsets(rows: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """List all subsets, smallest first."""
    given_rows = tuple(rows)
    sizes = range(len(given_rows) + 1)
    return itertools.chain.from_iterable(itertools.combinations(given_rows, n) for n in sizes)


def put(marks: Marks, new: Mapping[int, int]) -> Marks:
    """Put other marks in the place of some."""
    return tuple(new.get(row, mark) for row, mark in enumerate(marks))


def can_settle(marks: Marks, rule: Plain, rows: tuple[int, ...]) -> bool:
    """Tell whether some grades for these gaps make the bounds one."""
    for grades in itertools.product(range(rule.grades), repeat=len(rows)):
        found = bounds(put(marks, dict(zip(rows, grades, strict=True))), rule)
        if found is not None and found[0] == found[1]:
            return True
    return False


def decisive(marks: Marks, rule: Plain) -> set[tuple[int, ...]]:
    """List the minimal sets of gaps that some grades settle; none if already settled."""
    least: set[tuple[int, ...]] = set()
    for rows in subsets(row for row, mark in enumerate(marks) if mark == OPEN):
        if not any(set(known) <= set(rows) for known in least) and can_settle(marks, rule, rows):
            least.add(rows)
    return least - {()}


def integral(some: int, others: int, start: Fraction) -> Fraction:
    """Integrate x ** (some - 1) * (1 - x) ** (others - 1) from `start` to 1, term by term."""
    total, sign, ways = Fraction(0), 1, 1
    for power in range(others):
        degree = some + power
        total += Fraction(sign * ways, degree) * (1 - start**degree)
        sign, ways = -sign, ways * (others - 1 - power) // (power + 1)
    return total


def share_of_weightings(some: int, others: int, majority: Fraction) -> Fraction:
    """Integrate the density of Beta(some, others) above the majority."""
    if some == 0 or others == 0:
        return Fraction(int(others == 0))
    return integral(some, others, majority) / integral(some, others, Fraction(0))


@functools.cache
def shares_of(marks: Marks, rule: Plain) -> tuple[Fraction, ...]:
    """Part the weightings of a card without gaps by the best grade that they reach."""
    applicable = [mark for mark in marks if mark is not None]
    equal = [1] * len(marks)
    anyhow = attrs.evolve(rule, majority=Fraction(0))
    allowed = [g for g in range(rule.grades) if reaches(marks, anyhow, g, equal)]
    shares, taken = [Fraction(0)] * rule.grades, Fraction(0)
    for grade in reversed(allowed):
        above = sum(mark >= grade for mark in applicable)
        reach = share_of_weightings(above, len(applicable) - above, rule.majority)
        shares[grade], taken = (reach if grade else Fraction(1)) - taken, reach
    return tuple(shares)


def share_bounds(marks: Marks, rule: Plain) -> list[tuple[Fraction, Fraction]] | None:
    """Find the least and the greatest share of each grade over all fillings."""
    if set(marks) == {None}:
        return None
    found = [shares_of(filled, rule) for filled in fillings(marks, rule)]
    return [(min(column), max(column)) for column in zip(*found, strict=True)]


def moves(marks: Marks, rule: Plain, size: int) -> Iterator[dict[int, int]]:
    """List every way to move so many graded criteria by one grade, each up or down."""
    graded = [row for row, mark in enumerate(marks) if mark is not None and mark != OPEN]
    for rows in itertools.combinations(graded, size):
        for steps in itertools.product((1, -1), repeat=size):
            new = {row: (marks[row] or 0) + step for row, step in zip(rows, steps, strict=True)}
            if all(0 <= grade < rule.grades for grade in new.values()):
                yield new


def fewest_moves(marks: Marks, rule: Plain) -> set[tuple[frozenset[tuple[int, int]], Any]]:
    """List the smallest of the moves that change the bounds, with the bounds that result."""
    before = bounds(marks, rule)
    for size in range(len(marks) + 1):
        after = [(new, bounds(put(marks, new), rule)) for new in moves(marks, rule, size)]
        found = {(frozenset(new.items()), now) for new, now in after if now != before}
        if found:
            return found
    return set()


# --- between the definition and the library ---


def words(vocabulary: type[K]) -> list[K]:
    """List the words of a vocabulary."""
    return list(vocabulary)


def card_of(rubric: Rubric[Any, Any, Any], marks: Marks) -> Scorecard[Any, Any]:
    """Write marks as a card."""
    grades = (*words(rubric.cols), Gap.NOT_STATED)
    ratings = [Gap.NOT_APPLICABLE if mark is None else grades[mark] for mark in marks]
    return score(rubric, dict(zip(words(rubric.rows), ratings, strict=True)))


def rule_of(rubric: Rubric[Any, Any, Any], plain: Plain) -> SortingRule:
    """Write a rule in the keys of a rubric."""
    rows = [row.key for row in words(rubric.rows)]
    grades = [grade.key for grade in words(rubric.cols)]
    return SortingRule(
        key="written",
        majority=plain.majority,
        weights=dict(zip(rows, plain.weights, strict=True)),
        vetoes={
            grades[grade]: {rows[row]: grades[floor] for row, floor in floors.items()}
            for grade, floors in plain.vetoes.items()
        },
    )


def place(grade: Scale | None) -> int | None:
    """Count a grade from the lowest."""
    return None if grade is None else list(type(grade)).index(grade)


def our_bounds(card: Scorecard[Any, Any], rule: SortingRule) -> tuple[int, int] | None:
    """Read the bounds of a verdict as numbers."""
    verdict = decide(card, rule)
    low, high = place(verdict.lowest), place(verdict.highest)
    return None if low is None or high is None else (low, high)


def our_decisive(card: Scorecard[Any, Any], rule: SortingRule) -> set[tuple[int, ...]]:
    """Read the decisive sets of a verdict as numbers."""
    rows = words(card.rubric.rows)
    return {tuple(rows.index(row) for row in few) for few in decide(card, rule).decisive}


def our_shares(
    card: Scorecard[Any, Any], rule: SortingRule
) -> list[tuple[Fraction, Fraction]] | None:
    """Read the shares in the order of the scale."""
    shares = acceptability(card, rule).shares
    return None if shares is None else [shares[grade] for grade in words(card.rubric.cols)]


def our_moves(
    card: Scorecard[Any, Any], rule: SortingRule
) -> set[tuple[frozenset[tuple[int, int]], Any]]:
    """Read the pivots as numbers."""
    rows = words(card.rubric.rows)
    return {
        (
            frozenset((rows.index(c.criterion), place(c.after) or 0) for c in pivot.changes),
            our_bounds(pivot.verdict.card, pivot.verdict.rule),
        )
        for pivot in pivots(card, rule)
    }


@functools.cache
def every_card() -> list[tuple[Marks, Scorecard[Criterion, Attainment]]]:
    """List all profiles of the six criteria: three grades, a gap to fill, not applicable."""
    profiles: Iterator[Marks] = itertools.product((0, 1, 2, OPEN, None), repeat=6)
    return [(marks, card_of(SUCCESS, marks)) for marks in profiles]


def disagreements(
    rule: SortingRule,
    plain: Plain,
    ours: Callable[[Scorecard[Any, Any], SortingRule], object],
    theirs: Callable[[Marks, Plain], object],
) -> list[Marks]:
    """List the profiles on which the library and the definition differ."""
    return [marks for marks, card in every_card() if ours(card, rule) != theirs(marks, plain)]


def vetoes(given_vetoes: Mapping[int, Mapping[int, int]]) -> FrozenMap[int, FrozenMap[int, int]]:
    """Freeze vetoes."""
    return FrozenMap({grade: FrozenMap(floors) for grade, floors in given_vetoes.items()})


EQUAL = (Fraction(1),) * 6
NAMED = [
    (WEAKEST, Plain(3, Fraction(1), EQUAL, vetoes({}))),
    (MAJORITY, Plain(3, Fraction(2, 3), EQUAL, vetoes({}))),
    (
        MAJORITY_WITH_VETO,
        Plain(3, Fraction(2, 3), EQUAL, vetoes({2: dict.fromkeys(range(6), 1)})),
    ),
]
UNEVEN = Plain(
    3,
    Fraction(5, 9),
    (Fraction(3), Fraction(1, 2), Fraction(1), Fraction(2, 7), Fraction(1), Fraction(2)),
    vetoes({1: {0: 2, 3: 1}, 2: {4: 1, 5: 2}}),
)
ALL = [*NAMED, (rule_of(SUCCESS, UNEVEN), UNEVEN)]
IDS = [rule.key for rule, _ in ALL]


@pytest.mark.parametrize(("rule", "plain"), ALL, ids=IDS)
def test_bounds_are_those_of_the_definition(rule: SortingRule, plain: Plain) -> None:
    """All 15,625 profiles of the six criteria, every filling of every gap."""
    assert disagreements(rule, plain, our_bounds, bounds) == []


@pytest.mark.parametrize(("rule", "plain"), ALL, ids=IDS)
def test_decisive_sets_are_those_of_the_definition(rule: SortingRule, plain: Plain) -> None:
    """All 15,625 profiles, every set of gaps, every grade for each of them."""
    assert disagreements(rule, plain, our_decisive, decisive) == []


@pytest.mark.parametrize(("rule", "plain"), ALL, ids=IDS)
def test_acceptability_is_that_of_the_definition(rule: SortingRule, plain: Plain) -> None:
    """All 15,625 profiles, every filling of every gap, the density integrated term by term."""
    assert disagreements(rule, plain, our_shares, share_bounds) == []


@pytest.mark.parametrize(("rule", "plain"), ALL, ids=IDS)
def test_pivots_are_those_of_the_definition(rule: SortingRule, plain: Plain) -> None:
    """All 15,625 profiles, every set of criteria, each of them up or down."""
    assert disagreements(rule, plain, our_moves, fewest_moves) == []


# --- rubrics of other sizes, weights and vetoes of any kind ---


class Five(Scale):
    """Five grades."""

    E = "e"
    D = "d"
    C = "c"
    B = "b"
    A = "a"


class Quartet(Term):
    """Four criteria."""

    FIRST = "first"
    SECOND = "second"
    THIRD = "third"
    FOURTH = "fourth"


def rubric_of(rows: type[Term], cols: type[Scale]) -> Rubric[Any, Any, Any]:
    """Make a rubric whose anchors say nothing."""
    cells = {row: ("anchor",) * len(cols) for row in rows}
    return Rubric(key="made", title="Made", rows=rows, cols=cols, cells=cells)


@attrs.frozen
class Case:
    """A rubric, a rule for it in numbers, and a profile."""

    rubric: Rubric[Any, Any, Any]
    plain: Plain
    marks: Marks

    @property
    def card(self) -> Scorecard[Any, Any]:
        """The profile as a card."""
        return card_of(self.rubric, self.marks)

    @property
    def rule(self) -> SortingRule:
        """The rule in words."""
        return rule_of(self.rubric, self.plain)


SHARES = st.fractions(min_value=0, max_value=1, max_denominator=12).filter(bool)
WEIGHTS = st.fractions(min_value=0, max_value=9, max_denominator=9).filter(bool)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a rubric, a rule and a profile."""
    rubric = rubric_of(draw(vocabularies()), draw(scales()))
    rows, grades = range(len(words(rubric.rows))), range(len(words(rubric.cols)))
    floors = st.dictionaries(st.sampled_from(rows), st.sampled_from(grades))
    plain = Plain(
        len(grades),
        draw(SHARES),
        draw(st.tuples(*(WEIGHTS for _ in rows))),
        vetoes(draw(st.dictionaries(st.sampled_from(grades), floors))),
    )
    marks = st.sampled_from((*grades, OPEN, OPEN, None))
    return Case(rubric, plain, draw(st.tuples(*(marks for _ in rows))))


@settings(deadline=None)
@given(cases())
def test_any_rule_on_any_rubric_keeps_to_the_definition(case: Case) -> None:
    """One to four criteria, two to five grades: bounds, decisive sets, shares and pivots."""
    card, rule, marks, plain = case.card, case.rule, case.marks, case.plain

    assert our_bounds(card, rule) == bounds(marks, plain)
    assert our_decisive(card, rule) == decisive(marks, plain)
    assert our_shares(card, rule) == share_bounds(marks, plain)
    assert our_moves(card, rule) == fewest_moves(marks, plain)


def raised(case: Case, row: int) -> Scorecard[Any, Any]:
    """Raise one criterion by one grade, where it has a grade and there is a higher one."""
    mark, top = case.marks[row % len(case.marks)], case.plain.grades - 1
    new = mark + 1 if mark is not None and 0 <= mark < top else mark
    here = row % len(case.marks)
    return card_of(case.rubric, (*case.marks[:here], new, *case.marks[here + 1 :]))


def at_most(low: tuple[int, int] | None, high: tuple[int, int] | None) -> bool:
    """Tell whether neither bound is above the other card's, or there is no verdict on both."""
    if low is None or high is None:
        return low is high
    return low[0] <= high[0] and low[1] <= high[1]


@settings(deadline=None)
@given(cases(), st.integers(0, 3))
def test_a_higher_grade_never_lowers_the_verdict(case: Case, row: int) -> None:
    """Either bound is monotone in every grade."""
    before, after = our_bounds(case.card, case.rule), our_bounds(raised(case, row), case.rule)

    assert at_most(before, after)


def filled_at_random(case: Case, grades: Sequence[int]) -> Scorecard[Any, Any]:
    """Fill every other gap with a grade."""
    fill = {
        row: grades[row] % case.plain.grades
        for row, mark in enumerate(case.marks)
        if mark == OPEN and row % 2 == 0
    }
    return card_of(case.rubric, put(case.marks, fill))


def within(inner: tuple[int, int] | None, outer: tuple[int, int] | None) -> bool:
    """Tell whether bounds lie within others, or there is no verdict on both."""
    if inner is None or outer is None:
        return inner is outer
    return outer[0] <= inner[0] <= inner[1] <= outer[1]


@settings(deadline=None)
@given(cases(), st.tuples(*(st.integers(0, 4) for _ in range(4))))
def test_a_filled_gap_never_leaves_the_bounds(case: Case, grades: tuple[int, ...]) -> None:
    """Whatever grade fills a gap, the new bounds lie within the old ones."""
    before, after = our_bounds(case.card, case.rule), None
    after = our_bounds(filled_at_random(case, grades), case.rule)

    assert within(after, before)


@settings(deadline=None)
@given(cases(), WEIGHTS)
def test_weights_times_a_constant_change_nothing(case: Case, constant: Fraction) -> None:
    """Only the ratios of the weights count, for bounds, decisive sets and pivots."""
    weights = {row: weight * constant for row, weight in case.rule.weights.items()}
    scaled = attrs.evolve(case.rule, weights=weights)
    verdict, other = decide(case.card, case.rule), decide(case.card, scaled)

    assert (verdict.lowest, verdict.highest) == (other.lowest, other.highest)
    assert verdict.decisive == other.decisive
    assert our_moves(case.card, case.rule) == our_moves(case.card, scaled)


@settings(deadline=None)
@given(cases())
def test_without_gaps_the_shares_are_exact_and_sum_to_one(case: Case) -> None:
    """Least and greatest are equal, and every weighting has one verdict."""
    card = card_of(case.rubric, tuple(0 if mark is None else abs(mark) for mark in case.marks))
    shares = our_shares(card, case.rule) or []

    assert [least for least, _ in shares] == [greatest for _, greatest in shares]
    assert sum(least for least, _ in shares) == 1


@settings(deadline=None)
@given(cases())
def test_every_verdict_can_be_explained(case: Case) -> None:
    """Reasons are sentences, and the same on every call."""
    reasons = decide(case.card, case.rule).reasons

    assert reasons == decide(case.card, case.rule).reasons
    assert all(one[0] == one[0].upper() and one.endswith(".") for one in reasons)


# --- rules ---


def test_the_named_rules_are_three() -> None:
    """Their keys are those of the command line, and each asks for what its title says."""
    assert [rule.key for rule in RULES] == ["weakest", "majority", "majority-with-veto"]
    assert [rule.majority for rule in RULES] == [1, Fraction(2, 3), Fraction(2, 3)]


def test_every_rule_carries_its_source_and_its_status() -> None:
    """Majority sorting is published; its use here is this library's own."""
    citation = "Leroy, Mousseau & Pirlot (2011) [ours]"

    assert {rule.source.citation for rule in RULES} == {citation}


@pytest.mark.parametrize("majority", [0, -1, 2, True, 0.5, "2/3", Fraction(3, 2)])
def test_a_majority_is_an_exact_share(majority: Any) -> None:  # noqa: ANN401 -- wrong on purpose
    """Floats are refused: the sentence says what to write instead."""
    with pytest.raises(FrameworkError) as caught:
        SortingRule(key="mine", majority=majority)

    assert str(caught.value) == (
        "'mine' cannot be used: majority must be a whole number or a Fraction above 0 and "
        f"at most 1, such as Fraction(2, 3), not {majority!r}"
    )


def test_a_rule_reports_all_its_faults_at_once() -> None:
    """A float weight, a weight of nothing, a veto for no criterion and one without grade."""
    wrong: dict[str, Any] = {"clarity": 0.5, "politics": 0, "objectives": 1}
    loose: dict[str, Any] = {"relative-success": "conflicted-attainment", "relative-failure": {}}
    loose["conflicted-attainment"] = {"clarity": 2}
    with pytest.raises(FrameworkError) as caught:
        SortingRule(key="mine", majority=1, weights=wrong, vetoes=loose)

    assert caught.value.problems == (
        "the weight of 'clarity' must be a whole number or a Fraction above 0, not 0.5",
        "the weight of 'politics' must be a whole number or a Fraction above 0, not 0",
        (
            "the veto for 'relative-success' must map criteria to grades, "
            "not 'conflicted-attainment'"
        ),
        (
            "the veto for 'conflicted-attainment' must map criteria to grades, "
            "not FrozenMap({'clarity': 2})"
        ),
    )


@pytest.mark.parametrize("key", ["Our rule", "our_rule", "", " ", 3, None])
def test_the_key_of_a_rule_is_kebab_case(key: Any) -> None:  # noqa: ANN401 -- wrong on purpose
    """Results are told apart by it."""
    with pytest.raises(FrameworkError) as caught:
        SortingRule(key=key, majority=1)

    assert caught.value.problems == (
        f"its key must be lower-case words joined by hyphens, not {key!r}",
    )


def test_an_own_key_is_not_called_that_of_a_named_rule() -> None:
    """A majority that is not even equal to itself is told as what it is, and nothing else."""
    nothing: Any = math.nan
    with pytest.raises(FrameworkError) as caught:
        SortingRule(key="half", majority=nothing)

    assert caught.value.problems == (
        (
            "majority must be a whole number or a Fraction above 0 and at most 1, such as "
            "Fraction(2, 3), not nan"
        ),
    )


def test_a_key_stands_for_one_rule_for_ever() -> None:
    """Another rule with the key of a named one would give other verdicts under its name."""
    with pytest.raises(FrameworkError) as caught:
        attrs.evolve(MAJORITY, majority=Fraction(1, 2), weights={"clarity": 1})

    assert str(caught.value) == (
        "'majority' cannot be used: a key stands for one rule for ever, and this is the key of a "
        "named rule that differs in majority and weights; take that one, or give yours another key"
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_named_rule_may_be_made_again(rule: SortingRule) -> None:
    """What is equal to it does not differ."""
    assert attrs.evolve(rule) == rule


@pytest.mark.parametrize("read", [decide, acceptability, pivots])
@pytest.mark.parametrize(
    ("key", "rule"),
    [
        ("weakest", WEAKEST),
        ("majority", MAJORITY),
        ("majority-with-veto", MAJORITY_WITH_VETO),
        ("Majority with veto", MAJORITY_WITH_VETO),
    ],
)
def test_a_named_rule_may_be_given_by_its_key(
    read: Callable[..., object], key: str, rule: SortingRule
) -> None:
    """The result is the same, and holds the rule itself."""
    assert read(CARD, key) == read(CARD, rule)


@pytest.mark.parametrize("read", [decide, acceptability, pivots])
@pytest.mark.parametrize(
    ("given_rule", "sentence"),
    [
        (
            "majorty",
            (
                "no rule 'majorty'; there are 'weakest', 'majority', 'majority-with-veto'; "
                "did you mean 'majority'?"
            ),
        ),
        (None, "no rule None; there are 'weakest', 'majority', 'majority-with-veto'"),
    ],
)
def test_what_is_no_rule_is_refused_with_the_nearest(
    read: Callable[..., object], given_rule: object, sentence: str
) -> None:
    """Only the named rules have keys to be found by."""
    with pytest.raises(UnknownKeyError) as caught:
        read(CARD, given_rule)

    assert str(caught.value) == sentence


def test_a_rule_is_shown_by_its_key() -> None:
    """What holds a rule is not drowned by the work that the rule is from."""
    assert repr(WEAKEST) == "SortingRule('weakest')"
    assert "rule=SortingRule('weakest')" in repr(decide(CARD, WEAKEST))


@pytest.mark.parametrize("read", [decide, acceptability, pivots])
def test_what_is_no_card_is_not_judged(read: Callable[..., object]) -> None:
    """Ratings are made into a card first."""
    with pytest.raises(FrameworkError) as caught:
        read({"clarity": "relative-success"}, "majority")

    assert str(caught.value) == (
        f"{read.__name__!r} cannot be used: {{'clarity': 'relative-success'}} is not a scorecard; "
        "make one with score(rubric, ratings)"
    )


def test_parts_of_a_rule_that_are_not_of_their_kind_are_told_together() -> None:
    """With what else is wrong; a rule whose key is no text is called a rule."""
    parts: Wrong = {
        "key": ["mine"],
        "title": 4,
        "majority": 2,
        "weights": ["clarity"],
        "vetoes": ["relative-success"],
        "source": "Ann 2020",
    }
    with pytest.raises(FrameworkError) as caught:
        SortingRule(**parts)

    assert caught.value.framework == "rule"
    assert caught.value.problems == (
        "its key must be lower-case words joined by hyphens, not ['mine']",
        "its title must be text, not 4",
        "its weights must be a mapping of criteria to weights, not ['clarity']",
        (
            "its vetoes must be a mapping of grades to criteria and their least grades, not "
            "['relative-success']"
        ),
        (
            "its source must be a Source, such as cite('leroy-mousseau-pirlot-2011', "
            "status='adapted'), not 'Ann 2020'"
        ),
        (
            "majority must be a whole number or a Fraction above 0 and at most 1, such as "
            "Fraction(2, 3), not 2"
        ),
    )


def test_a_weight_of_an_array_library_is_taken_as_pythons_own() -> None:
    """A rule stays plain data."""
    weights: Wrong = {EVERY_CRITERION: np.int64(2)}
    rule = SortingRule(key="mine", majority=1, weights=weights)

    assert type(rule.weights[EVERY_CRITERION]) is int


@pytest.mark.parametrize("none", [None, {}])
def test_weights_that_are_none_are_equal_weights(none: Wrong) -> None:
    """An empty list is not: it names no criteria."""
    several: Wrong = []
    with pytest.raises(FrameworkError, match=r"its weights must be a mapping .*, not \[\]$"):
        SortingRule(key="mine", majority=1, weights=several)

    assert SortingRule(key="mine", majority=1, weights=none).weights == {EVERY_CRITERION: 1}


def test_no_weights_are_equal_weights() -> None:
    """An empty mapping says the same as none."""
    assert SortingRule(key="mine", majority=1, weights={}) == SortingRule(key="mine", majority=1)


@pytest.mark.parametrize("rule", [rule for rule, _ in ALL], ids=IDS)
def test_a_rule_hashes_and_pickles(rule: SortingRule) -> None:
    """A copy is equal to its original and found in its place."""
    copy = pickle.loads(pickle.dumps(rule))  # noqa: S301 -- our own bytes

    assert {rule: "found"}[copy] == "found"


CARD = card_of(SUCCESS, (2, 2, 2, 1, 0, OPEN))


def test_all_foreign_words_of_a_rule_are_told_together() -> None:
    """Criteria and grades that the rubric does not have, each with its place and its nearest."""
    rule = SortingRule(
        key="mine",
        majority=1,
        weights={"clarty": 1, EVERY_CRITERION: 1},
        vetoes={"success": {}, "relative-success": {"politics": "patchy", "polls": BEST_GRADE}},
    )
    with pytest.raises(UnknownTermError) as caught:
        decide(CARD, rule)

    assert str(caught.value).startswith(
        "weights of rule 'mine': 'clarty' is not a term of Criterion; expected one of "
    )
    assert [sentence.partition(";")[0] for sentence in caught.value.also] == [
        "vetoes of rule 'mine' for 'relative-success': 'patchy' is not a term of Attainment",
        "vetoes of rule 'mine' for 'relative-success': 'polls' is not a term of Criterion",
        "vetoes of rule 'mine': 'success' is not a term of Attainment",
    ]


def test_every_criterion_needs_a_weight_and_only_one() -> None:
    """A criterion left out has no weight of its own, and two words for one are one too many."""
    rows = [row.key for row in Criterion]
    weights = {**dict.fromkeys(rows[:4], 1), "Clarity": 2}
    rule = SortingRule(key="mine", majority=1, weights=weights)
    with pytest.raises(FrameworkError) as caught:
        decide(CARD, rule)

    assert caught.value.framework == "mine"
    assert caught.value.problems == (
        "weights of rule 'mine': Criterion.CLARITY is named twice",
        "no weight for 'politics'",
        "no weight for 'objectives'",
    )


@pytest.mark.parametrize(
    ("weights", "veto"),
    [
        (dict.fromkeys(Criterion, 1), {SUCCEEDED: dict.fromkeys(Criterion, CONFLICTED)}),
        (
            {row.label.upper(): 1 for row in Criterion},
            {"Relative success": {row.key: "conflicted attainment" for row in Criterion}},
        ),
        ({EVERY_CRITERION: 1}, {"relative-success": {EVERY_CRITERION: CONFLICTED}}),
        ({EVERY_CRITERION: 1}, {BEST_GRADE: {EVERY_CRITERION: ABOVE_LOWEST}}),
    ],
)
def test_a_rule_may_be_written_in_several_ways(
    weights: Mapping[Any, int], veto: Mapping[Any, Mapping[Any, Any]]
) -> None:
    """Terms, keys, labels, and words for every criterion and any scale: one rule."""
    rule = SortingRule(key="mine", majority=Fraction(2, 3), weights=weights, vetoes=veto)

    assert decide(card_of(SUCCESS, (2, 2, 2, 2, 1, 0)), rule).lowest is CONFLICTED
    assert decide(card_of(SUCCESS, (2, 2, 2, 2, 1, 1)), rule).lowest is SUCCEEDED


def test_a_named_criterion_goes_before_every_criterion() -> None:
    """Objectives weighs six parts of eleven: it decides alone."""
    rule = SortingRule(
        key="mine", majority=Fraction(1, 2), weights={EVERY_CRITERION: 1, "objectives": 6}
    )

    assert decide(card_of(SUCCESS, (2, 2, 2, 2, 2, 0)), rule).highest is FAILURE
    assert decide(card_of(SUCCESS, (0, 0, 0, 0, 0, 2)), rule).lowest is SUCCEEDED


@pytest.mark.parametrize("rule", RULES, ids=[rule.key for rule in RULES])
def test_a_named_rule_serves_every_rubric(rule: SortingRule) -> None:
    """The best grade all through is the verdict, whatever the words are."""
    rubric = rubric_of(Quartet, Five)

    assert decide(card_of(rubric, (4, 4, 4, 4)), rule).lowest is Five.A


# --- verdicts ---


@pytest.mark.parametrize(
    ("rule", "marks", "expected"),
    [
        (WEAKEST, (2, 2, 2, 2, 2, 1), CONFLICTED),
        (MAJORITY, (2, 2, 2, 2, 0, 0), SUCCEEDED),
        (MAJORITY, (2, 2, 2, 1, 0, 0), CONFLICTED),
        (MAJORITY, (2, 2, 2, 0, 0, 0), FAILURE),
        (MAJORITY_WITH_VETO, (2, 2, 2, 2, 0, 0), CONFLICTED),
        (MAJORITY_WITH_VETO, (2, 2, 2, 2, 1, 1), SUCCEEDED),
        (MAJORITY, (2, 2, None, None, None, 0), SUCCEEDED),
        (MAJORITY_WITH_VETO, (2, 2, None, None, None, None), SUCCEEDED),
    ],
)
def test_a_verdict_worked_by_hand(rule: SortingRule, marks: Marks, expected: Attainment) -> None:
    """Four of six is two thirds, and two of three; a veto forbids the grade it is set for."""
    verdict = decide(card_of(SUCCESS, marks), rule)

    assert (verdict.lowest, verdict.highest, verdict.settled) == (expected, expected, True)


def test_the_best_grade_reached_wins_over_a_lower_one_with_a_veto() -> None:
    """A veto for the middle grade alone does not touch the best."""
    rule = SortingRule(
        key="mine",
        majority=Fraction(1, 2),
        vetoes={"conflicted-attainment": {"objectives": "relative-success"}},
    )

    assert decide(card_of(SUCCESS, (2, 2, 2, 0, 0, 0)), rule).lowest is SUCCEEDED
    assert decide(card_of(SUCCESS, (2, 2, 1, 1, 1, 1)), rule).lowest is FAILURE


def test_a_veto_for_the_lowest_grade_holds_nothing_back() -> None:
    """The lowest grade is always reached."""
    rule = SortingRule(
        key="mine", majority=1, vetoes={"relative-failure": {"clarity": "relative-success"}}
    )

    assert decide(card_of(SUCCESS, (0,) * 6), rule).lowest is FAILURE


def test_gaps_make_bounds_and_say_what_would_settle_them() -> None:
    """One more criterion at success makes four of six; no other gap is left."""
    verdict = decide(CARD, MAJORITY)

    assert (verdict.lowest, verdict.highest) == (CONFLICTED, SUCCEEDED)
    assert verdict.settled is False
    assert verdict.decisive == ((Criterion.OBJECTIVES,),)


def test_a_gap_that_cannot_matter_settles_nothing() -> None:
    """Success is out of reach and conflicted attainment certain: there is nothing to settle."""
    verdict = decide(card_of(SUCCESS, (1, 1, 1, 1, 1, OPEN)), MAJORITY)

    assert (verdict.settled, verdict.decisive) == (True, ())


def test_a_gap_may_have_to_be_filled_above_the_grade_that_it_settles() -> None:
    """A veto may ask a criterion for a better grade than the one that is then reached."""
    equal = (Fraction(1),) * 4
    floors = vetoes({2: {3: 4}, 3: {1: 4}, 4: {2: 1, 3: 2}})
    plain, marks = Plain(5, Fraction(1, 2), equal, floors), (4, OPEN, OPEN, OPEN)
    rubric = rubric_of(Quartet, Five)

    assert decisive(marks, plain) == {(1, 2), (1, 3), (2, 3)}
    assert our_decisive(card_of(rubric, marks), rule_of(rubric, plain)) == decisive(marks, plain)


@pytest.mark.parametrize("rule", RULES, ids=[rule.key for rule in RULES])
def test_where_nothing_is_applicable_there_is_no_verdict(rule: SortingRule) -> None:
    """No bounds, nothing settled, nothing to settle, no shares, no pivots; and the reason."""
    card = card_of(SUCCESS, (None,) * 6)
    verdict, accepted = decide(card, rule), acceptability(card, rule)
    reason = "No criterion is applicable, so there is nothing to weigh."

    assert (verdict.lowest, verdict.highest) == (None, None)
    assert (verdict.settled, verdict.decisive) == (False, ())
    assert verdict.reasons == (reason,)
    assert (accepted.card, accepted.rule) == (card, rule)
    assert (accepted.shares, accepted.reason) == (None, reason)
    assert pivots(card, rule) == ()


@pytest.mark.parametrize(
    ("marks", "rows"),
    [
        ((2,) * 6, [("verdict", "relative success"), ("gaps", ())]),
        (
            (2, OPEN, 2, 2, 2, 2),
            [("verdict", "relative success"), ("gaps", (Criterion.STAKEHOLDERS,))],
        ),
        (
            (2, 2, 2, 1, 0, OPEN),
            [
                ("open", "conflicted attainment to relative success"),
                ("gaps", (Criterion.OBJECTIVES,)),
            ],
        ),
        ((None,) * 6, [("verdict", "none: nothing is applicable"), ("gaps", tuple(Criterion))]),
    ],
)
def test_a_verdict_is_shown_with_its_gaps(marks: Marks, rows: list[tuple[str, object]]) -> None:
    """One grade where it is settled, two where it is not, and none where nothing applies."""
    found: Wrong = decide(card_of(SUCCESS, marks), MAJORITY)

    assert found._repr_html_() == table(f"{SUCCESS.title}, rule majority", rows)


@pytest.mark.parametrize(
    ("marks", "rows"),
    [
        (
            (2, 2, 2, 2, 2, 1),
            [(FAILURE, "0%", "0%"), (CONFLICTED, "13%", "13%"), (SUCCEEDED, "87%", "87%")],
        ),
        (
            (2, 2, 2, 2, 2, OPEN),
            [(FAILURE, "0%", "13%"), (CONFLICTED, "0%", "13%"), (SUCCEEDED, "87%", "100%")],
        ),
        ((None,) * 6, [("none", "", "No criterion is applicable, so there is nothing to weigh.")]),
    ],
)
def test_shares_are_shown_from_least_to_greatest(
    marks: Marks, rows: list[tuple[object, ...]]
) -> None:
    """211 of 243 weightings are 87%; where there are none, the reason is shown."""
    found: Wrong = acceptability(card_of(SUCCESS, marks), MAJORITY)
    title = "Share of all weightings, rule majority: not a probability"

    assert found._repr_html_() == table(title, rows, ("grade", "least", "greatest"))


def test_results_hash_and_pickle() -> None:
    """Verdicts, shares and pivots can be keys, and copies are equal."""
    results = (decide(CARD, MAJORITY), acceptability(CARD, MAJORITY), pivots(CARD, MAJORITY))
    copies = pickle.loads(pickle.dumps(results))  # noqa: S301 -- our own bytes

    assert {results: "found"}[copies] == "found"


# --- reasons ---


def test_reasons_name_coalitions_vetoes_and_gaps() -> None:
    """The verdict, each grade from the best to the first that is certain, then the gaps."""
    verdict = decide(card_of(SUCCESS, (2, 2, 2, 2, 0, OPEN)), MAJORITY_WITH_VETO)

    assert verdict.reasons == (
        "By the rule 'majority-with-veto' the verdict is conflicted attainment.",
        (
            "Relative success is not reached: legitimacy, stakeholders, clarity and complexity "
            "stand at it or above, with 4 of 6 parts of the weight, and gaps could add 1; the "
            "rule asks for 2/3; politics must be at least conflicted attainment, and is relative "
            "failure; objectives must be at least conflicted attainment, and has no grade."
        ),
        (
            "Conflicted attainment is reached: legitimacy, stakeholders, clarity and complexity "
            "stand at it or above, with 4 of 6 parts of the weight, and gaps could add 1; the "
            "rule asks for 2/3."
        ),
        ("Objectives (not stated) has no grade, but no grade there would change the verdict."),
    )


def test_reasons_say_what_gaps_leave_open() -> None:
    """Either gap can settle the verdict, by failing; a criterion not applicable is left out."""
    verdict = decide(card_of(SUCCESS, (2, 1, OPEN, OPEN, None, 1)), WEAKEST)

    assert verdict.reasons == (
        (
            "By the rule 'weakest' the verdict lies between relative failure and conflicted "
            "attainment."
        ),
        (
            "Relative success is not reached: legitimacy stands at it or above, with 1 of 5 parts "
            "of the weight, and gaps could add 2; the rule asks for all."
        ),
        (
            "Conflicted attainment is open: legitimacy, stakeholders and objectives stand at it "
            "or above, with 3 of 5 parts of the weight, and gaps could add 2; the rule asks for "
            "all."
        ),
        "Relative failure is always reached.",
        (
            "Clarity (not stated) and complexity (not stated) have no grade; the verdict can be "
            "settled by a grade of clarity; or by a grade of complexity."
        ),
        "Politics is not applicable and left out.",
    )


def test_two_criteria_stand_at_a_grade_in_the_plural() -> None:
    """One alone stands, two stand."""
    verdict = decide(card_of(SUCCESS, (2, 2, 0, 0, 0, 0)), MAJORITY)

    assert verdict.reasons[1].startswith(
        "Relative success is not reached: legitimacy and stakeholders stand at it or above, "
    )


def test_a_veto_that_the_lowest_grade_satisfies_is_not_spoken_of() -> None:
    """A gap leaves it open in no case."""
    floor = {"relative-success": {"objectives": "relative-failure"}}
    rule = SortingRule(key="mine", majority=Fraction(2, 3), vetoes=floor)

    assert decide(CARD, rule).reasons == (
        ("By the rule 'mine' the verdict lies between conflicted attainment and relative success."),
        (
            "Relative success is open: legitimacy, stakeholders and clarity stand at it or above, "
            "with 3 of 6 parts of the weight, and gaps could add 1; the rule asks for 2/3."
        ),
        (
            "Conflicted attainment is reached: legitimacy, stakeholders, clarity and complexity "
            "stand at it or above, with 4 of 6 parts of the weight, and gaps could add 1; the rule "
            "asks for 2/3."
        ),
        (
            "Objectives (not stated) has no grade; the verdict can be settled by a grade of "
            "objectives."
        ),
    )


def test_up_to_six_sets_are_listed() -> None:
    """Two of four gaps, in every way there is."""
    verdict = decide(card_of(SUCCESS, (2, 0, OPEN, OPEN, OPEN, OPEN)), MAJORITY)

    assert verdict.reasons[-1].endswith(
        "; the verdict can be settled by grades of clarity and complexity; or by grades of clarity "
        "and politics; or by grades of clarity and objectives; or by grades of complexity and "
        "politics; or by grades of complexity and objectives; or by grades of politics and "
        "objectives."
    )


@pytest.mark.parametrize(
    ("rule", "marks", "last"),
    [
        (MAJORITY, (OPEN,) * 6, "; any of 20 sets of 3 can settle the verdict."),
        (
            MAJORITY,
            (0, OPEN, OPEN, OPEN, OPEN, OPEN),
            "; any of 10 sets of 2 can settle the verdict.",
        ),
        (
            rule_of(SUCCESS, UNEVEN),
            (OPEN,) * 6,
            "; any of 9 sets of 2 to 3 can settle the verdict.",
        ),
    ],
)
def test_many_sets_are_counted_and_not_listed(rule: SortingRule, marks: Marks, last: str) -> None:
    """More than six sets make no sentence; `decisive` has them."""
    assert decide(card_of(SUCCESS, marks), rule).reasons[-1].endswith(last)


ALPHABET: Wrong = declare("Alphabet", [(letter.upper(), letter) for letter in "abcdefgh"])
LETTERS: Rubric[Wrong, Attainment, str] = Rubric(
    key="letters",
    title="Eight criteria",
    rows=ALPHABET,
    cols=Attainment,
    cells=dict.fromkeys(words(ALPHABET), ("low", "middle", "high")),
)


@pytest.mark.parametrize(
    ("marks", "last"),
    [
        ((OPEN,) * 8, "; any one of 8 can settle the verdict."),
        ((None,) * 7 + (OPEN,), "H (not stated) has no grade; the verdict can be settled by a"),
    ],
)
def test_what_one_grade_settles_is_said_in_the_singular(marks: Marks, last: str) -> None:
    """One criterion has a grade, several have grades."""
    assert last in decide(card_of(LETTERS, marks), WEAKEST).reasons[4]


def test_one_criterion_has_one_part_of_the_weight() -> None:
    """Of all that is applicable."""
    verdict = decide(card_of(SUCCESS, (2, None, None, None, None, None)), WEAKEST)

    assert verdict.reasons[1] == (
        "Relative success is reached: legitimacy stands at it or above, with 1 of 1 part of the "
        "weight; the rule asks for all."
    )


def test_several_criteria_left_out_are_named_together() -> None:
    """Two that are not applicable."""
    verdict = decide(card_of(SUCCESS, (2, 2, 2, 2, None, None)), WEAKEST)

    assert verdict.reasons[-1] == "Politics and objectives are not applicable and left out."


def test_a_grade_that_nothing_reaches_has_no_coalition() -> None:
    """No criterion stands at success."""
    verdict = decide(card_of(SUCCESS, (1,) * 6), MAJORITY)

    assert verdict.reasons[1] == (
        "Relative success is not reached: no criterion stands at it or above, with 0 of 6 parts "
        "of the weight; the rule asks for 2/3."
    )


# --- acceptability ---


def test_acceptability_worked_by_hand() -> None:
    """Five of six at success: P(Beta(5, 1) >= 2/3) = 1 - (2/3) ** 5 = 211/243."""
    card = card_of(SUCCESS, (2, 2, 2, 2, 2, 1))
    found = acceptability(card, MAJORITY)
    success, rest = Fraction(211, 243), Fraction(32, 243)

    assert (found.card, found.rule, found.reason) == (card, MAJORITY, None)
    assert found.shares == FrozenMap(
        {FAILURE: (0, 0), CONFLICTED: (rest, rest), SUCCEEDED: (success, success)}
    )


def test_acceptability_does_not_use_the_weights_of_the_rule() -> None:
    """Its majority and vetoes are used, and nothing else."""
    weights: dict[str, int] = {EVERY_CRITERION: 1, "politics": 100}
    heavy = attrs.evolve(MAJORITY, key="heavy", weights=weights)

    assert acceptability(CARD, heavy).shares == acceptability(CARD, MAJORITY).shares


def sampled_share(marks: Marks, plain: Plain, grade: int, times: int) -> float:
    """Draw weightings evenly from the simplex, and count those that make a grade the verdict."""
    draw = random.Random(2014)  # noqa: S311 -- no secret
    hits = 0
    for _ in range(times):
        weights = tuple(draw.expovariate(1) for _ in marks)
        reached = [g for g in range(plain.grades) if reaches(marks, plain, g, weights)]
        hits += max(reached) == grade
    return hits / times


@pytest.mark.parametrize("grade", [0, 1, 2])
def test_sampled_weightings_agree_with_the_exact_share(grade: int) -> None:
    """20,000 weightings: the sample lies within four of its standard errors (0.0141 at most)."""
    marks: Marks = (2, 2, 2, 2, 1, 0)
    exact = (our_shares(card_of(SUCCESS, marks), MAJORITY) or [])[grade][0]
    sampled = sampled_share(marks, NAMED[1][1], grade, 20_000)

    assert abs(sampled - exact) < 0.0142
    assert 0 < exact < 1


# --- pivots ---


def test_pivots_name_the_changes_and_the_verdict_that_results() -> None:
    """Politics alone holds success back: one grade up, and the veto is gone."""
    card = card_of(SUCCESS, (2, 2, 2, 2, 2, 0))
    (pivot,) = pivots(card, MAJORITY_WITH_VETO)
    (change,) = pivot.changes

    assert (change.criterion, change.before, change.after) == (
        Criterion.OBJECTIVES,
        FAILURE,
        CONFLICTED,
    )
    assert pivot.verdict.lowest is SUCCEEDED


def test_pivots_stand_in_order_those_that_rise_first() -> None:
    """Complexity decides alone, whichever way it moves."""
    card = card_of(SUCCESS, (2, 2, 2, 1, 0, 0))
    found = pivots(card, MAJORITY)

    assert [pivot.verdict.lowest for pivot in found] == [SUCCEEDED, FAILURE]
    assert {pivot.changes[0].criterion for pivot in found} == {Criterion.COMPLEXITY}


def test_changes_never_touch_a_gap() -> None:
    """Gaps stay gaps, while either bound may change."""
    found = pivots(CARD, MAJORITY)

    assert [pivot.verdict.card.gaps for pivot in found] == [CARD.gaps] * 5
    assert {change.criterion for pivot in found for change in pivot.changes} == {
        Criterion.LEGITIMACY,
        Criterion.STAKEHOLDERS,
        Criterion.CLARITY,
        Criterion.COMPLEXITY,
    }


@pytest.mark.parametrize("marks", [(OPEN,) * 6, (0, OPEN, OPEN, OPEN, OPEN, OPEN)])
def test_where_nothing_can_change_the_verdict_there_are_no_pivots(marks: Marks) -> None:
    """No criterion has a grade, or the only one that has cannot close the bounds."""
    assert pivots(card_of(SUCCESS, marks), MAJORITY) == ()
