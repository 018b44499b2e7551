"""How far assessors agree, what they settle on, and where layers differ."""

import math
import pickle
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases, readings
from implsupport.errors import (
    FrameworkError,
    IncompleteError,
    UnknownKeyError,
    UnknownTermError,
)
from implsupport.evaluation.panels import (
    Axis,
    Coefficient,
    ConsensusRule,
    Difference,
    Entry,
    Estimate,
    Interval,
    Item,
    Outcome,
    Panel,
    Settlement,
    Stratum,
    Subject,
    agreement,
    consensus,
    decided_items,
    differences,
    history,
)
from implsupport.evaluation.tallies import resampled
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict, Implementation
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Rubric, Typology
from implsupport.notebooks import table
from implsupport.records import Decision
from implsupport.terms import FrozenMap, Gap, Scale, Term

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

Marks: TypeAlias = Sequence[Attainment | Gap | None]
"""What Ann, Bob and Cleo judged, in this order; None where one did not."""

LOW, MIDDLE, HIGH = Attainment
GRADES = {0: None, 1: LOW, 2: MIDDLE, 3: HIGH, 4: Gap.NOT_STATED}
NAMES = ["Ann", "Bob", "Cleo", "Dora"]

STUDY = cases.illustration()
ILLUSTRATION = Panel.of_assessments(SUCCESS, STUDY.assessments)
LOCAL = ILLUSTRATION.only(layer="local", date="2023-06")


def rows(
    marks: Mapping[str, Marks], criterion: str = "clarity", **at: str
) -> Iterator[dict[str, object]]:
    """Write the rows of one criterion: case to what the assessors judged."""
    for case, given_marks in marks.items():
        for name, mark in zip(NAMES, given_marks, strict=False):
            if mark is not None:
                yield {"case": case, "criterion": criterion, "assessor": name, "grade": mark, **at}


def panel_of(marks: Mapping[str, Marks], **at: str) -> Panel[Criterion, Attainment]:
    """Make a panel of judgements of clarity."""
    return Panel.of(SUCCESS, rows(marks, "clarity", **at))


def drawn(seed: int, size: int) -> Panel[Criterion, Attainment]:
    """Draw a panel of so many cases by two criteria, with gaps."""
    numbers = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret

    def judged() -> Marks:
        own, chosen = numbers.randint(1, 3), numbers.choice
        return [GRADES[chosen([own, own, own, 0, 4, numbers.randint(1, 3)])] for _ in NAMES]

    marks = {f"case-{number}": judged() for number in range(size)}
    others = {f"case-{number}": judged() for number in range(size)}
    return Panel.of(SUCCESS, [*rows(marks), *rows(others, "politics")])


def decision(**fields: object) -> Decision:
    """Write a decision on the clarity of a policy."""
    usual: dict[str, object] = {
        "policy": "a",
        "object": "policy",
        "rubric": "success",
        "criterion": "clarity",
        "grade": "conflicted-attainment",
        "assessors": ["Ann", "Bob"],
        "reason": "Bob had misread the minutes.",
    }
    return Decision.model_validate(usual | fields)


def only(panel: Panel[Criterion, Attainment], rule: str = "lower-median") -> Outcome[Any, Any]:
    """Give what becomes of the one item of a panel."""
    [outcome] = consensus(panel, rule).outcomes
    return outcome


SPREAD = panel_of(
    {
        "a": [LOW, LOW, MIDDLE],
        "b": [HIGH, HIGH, HIGH],
        "c": [MIDDLE, None, MIDDLE],
        "d": [HIGH, Gap.NOT_STATED, LOW],
    }
)


# --- agreement: its parts ---


def test_agreement_is_by_default_ordinal_alpha_over_all_items() -> None:
    """A gap is no grade: four units have two grades or more."""
    found = agreement(SPREAD)

    assert (found.is_pooled, found.replicates, found.seed) == (False, 10_000, 0)
    assert found.coefficient is Coefficient.ORDINAL_ALPHA
    assert found.overall == Estimate(73 / 196, units=4)


def test_agreement_is_told_by_criterion() -> None:
    """Every criterion of the rubric is there; one that nobody judged is undefined."""
    found = agreement(SPREAD, "percent").by_criterion

    assert list(found) == list(Criterion)
    assert found[Criterion.CLARITY] == agreement(SPREAD, "percent").overall
    assert found[Criterion.POLITICS].value is None


def test_agreement_is_told_by_case() -> None:
    """Each case has the value of its own items alone."""
    found = agreement(SPREAD, "percent").by_case

    assert {case: estimate.value for case, estimate in found.items()} == {
        "a": 1 - 2 / 3,
        "b": 1.0,
        "c": 1.0,
        "d": 0.0,
    }
    assert found["d"].units == 1


def test_agreement_is_told_by_pair_of_assessors() -> None:
    """Each pair has the value of its own ratings alone, and its own number of units."""
    found = agreement(SPREAD, "percent").by_pair

    assert found == FrozenMap(
        {
            ("Ann", "Bob"): Estimate(1.0, units=2),
            ("Ann", "Cleo"): Estimate(0.5, units=4),
            ("Bob", "Cleo"): Estimate(0.5, units=2),
        }
    )


@given(st.integers(0, 200), st.sampled_from(Coefficient))
def test_the_parts_are_what_the_parts_of_the_panel_give(seed: int, which: Coefficient) -> None:
    """By criterion and by case, agreement is that of a panel of nothing else."""
    panel = drawn(seed, 4)
    found = agreement(panel, which)

    assert dict(found.by_case) == {
        case: agreement(panel.only(case=case), which).overall
        for case in dict.fromkeys(item.case for item in panel.items)
    }
    assert dict(found.by_criterion) == {
        criterion: agreement(panel.only(criterion=criterion), which).overall
        for criterion in Criterion
    }


def test_objects_and_parts_are_never_compared() -> None:
    """A judgement of the policy and one of its programme are of two items."""
    apart = Panel.of(
        SUCCESS,
        [
            ("a", "policy", None, "clarity", "Ann", None, None, LOW),
            ("a", "support-programme", None, "clarity", "Bob", None, None, LOW),
            ("a", "policy", "part 2", "clarity", "Cleo", None, None, LOW),
        ],
    )

    assert agreement(apart, "percent", pool=True).overall.units == 0


def test_agreement_is_shown_by_criterion() -> None:
    """With the reason where there is none; Ann and Bob agree on one of two cases."""
    found: Wrong = agreement(panel_of({"a": [LOW, LOW], "b": [HIGH, LOW]}), "percent")
    none = ("no unit was graded by two assessors or more", 0)
    rows_shown = [(one, *((0.5, 2) if one is Criterion.CLARITY else none)) for one in Criterion]

    assert found._repr_html_() == table(
        "percent", [("all", 0.5, 2), *rows_shown], ("items of", "value", "units used")
    )


# --- agreement: undefined, with the reason ---


def test_an_empty_panel_has_no_agreement() -> None:
    """There is no unit."""
    found = agreement(Panel.of(SUCCESS, []))

    assert found.overall == Estimate(None, "no unit was graded by two assessors or more")
    assert (dict(found.by_case), dict(found.by_pair), dict(found.strata)) == ({}, {}, {})


@pytest.mark.parametrize(("coefficient", "up_to"), [("cohen", 3), ("cohen-linear", 3)])
def test_cohens_kappa_is_for_two_assessors(coefficient: str, up_to: int) -> None:
    """Of three it is told by pair."""
    found = agreement(SPREAD, coefficient)

    assert found.overall == Estimate(
        None,
        "Cohen's kappa needs two ratings of an item, one by each of two assessors, and up to "
        f"{up_to} were given: compare two within one layer and date, as by_pair does, or take "
        "ordinal-alpha",
    )
    assert found.by_pair["Ann", "Cleo"].units == 4


def test_cohens_kappa_of_one_assessor_is_undefined_in_the_singular() -> None:
    """There is nobody to compare with."""
    assert ", and up to 1 was given: " in agreement(panel_of({"a": [LOW]}), "cohen").overall.reason


def test_cohens_kappa_of_two_assessors_is_overall() -> None:
    """With two there is one pair."""
    found = agreement(panel_of({"a": [LOW, LOW], "b": [HIGH, HIGH], "c": [HIGH, LOW]}), "cohen")

    assert found.overall == found.by_pair["Ann", "Bob"] == Estimate(0.4, units=3)


# --- agreement: layers and dates ---

TWO_LAYERS = Panel.of(
    SUCCESS,
    [
        *rows({"a": [HIGH, HIGH], "b": [LOW, LOW]}, layer="local", date="2023"),
        *rows({"a": [LOW, LOW], "b": [LOW, MIDDLE]}, layer="national", date="2023"),
    ],
)


def test_layers_and_dates_are_kept_apart() -> None:
    """There is nothing over all, and the reason says what to do."""
    found = agreement(TWO_LAYERS, "percent")
    reason = (
        "judgements of 2 different layers or dates are not compared with each other: see strata, "
        "or pass pool=True"
    )

    assert found.overall == Estimate(None, reason)
    assert found.interval == Interval(None, None, reason)
    assert {len(found.by_criterion), len(found.by_case), len(found.by_pair)} == {0}


def test_each_layer_and_date_has_its_own_agreement() -> None:
    """Within them, all the parts are there."""
    strata = agreement(TWO_LAYERS, "percent").strata

    assert {at: found.overall.value for at, found in strata.items()} == {
        Stratum("local", "2023"): 1.0,
        Stratum("national", "2023"): 0.5,
    }
    assert strata[Stratum("national", "2023")].by_case["b"].value == 0.0


def test_two_dates_of_one_layer_have_their_own_agreement() -> None:
    """A change from one to the other is no disagreement."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [HIGH, HIGH]}, layer="local", date="2022"),
            *rows({"a": [LOW, MIDDLE]}, layer="local", date="2023"),
        ],
    )

    assert {at: found.overall for at, found in agreement(panel, "percent").strata.items()} == {
        Stratum("local", "2022"): Estimate(1.0, units=1),
        Stratum("local", "2023"): Estimate(0.0, units=1),
    }


def test_layers_and_dates_are_compared_when_they_are_pooled() -> None:
    """An item then has the ratings of all of them: a difference of layers is a disagreement."""
    found = agreement(TWO_LAYERS, "percent", pool=True)

    assert found.overall == Estimate(1 - (2 / 3 + 1 / 2) / 2, units=2)
    assert found.by_case["a"].value == 1 - 2 / 3
    assert list(found.by_pair) == [("Ann", "Bob")]


def test_pooling_compares_what_one_assessor_judged_here_and_another_there() -> None:
    """Two dates of one item make one unit."""
    panel = Panel.of(
        SUCCESS,
        [*rows({"a": [HIGH]}, date="2022"), *rows({"a": [None, HIGH]}, date="2023")],
    )

    assert agreement(panel, "percent").overall.value is None
    assert agreement(panel, "percent", pool=True).overall == Estimate(1.0, units=1)


def test_kappa_of_two_who_judged_an_item_twice_is_undefined() -> None:
    """Pooled, each has two ratings of it, and kappa has no place for them."""
    assert agreement(TWO_LAYERS, "cohen", pool=True).by_pair["Ann", "Bob"].value is None


def test_pooling_one_stratum_changes_nothing() -> None:
    """There is nothing to pool."""
    assert agreement(LOCAL, pool=True).overall == agreement(LOCAL).overall


# --- agreement: positions ---


class Slope(Scale):
    """An axis with other keys than the usual."""

    FLAT = "flat"
    STEEP = "steep"


UNLIKE: Typology[Slope, Conflict, Implementation] = Typology(
    key="unlike",
    title="Unlike axes",
    rows=Slope,
    cols=Conflict,
    cells={
        Slope.FLAT: (Implementation.ADMINISTRATIVE, Implementation.POLITICAL),
        Slope.STEEP: (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC),
    },
)

POSITIONS = [
    ("a", None, None, "ambiguity", "Ann", None, None, "low"),
    ("a", None, None, "ambiguity", "Bob", None, None, "low"),
    ("a", None, None, "conflict", "Ann", None, None, "high"),
    ("a", None, None, "conflict", "Bob", None, None, "low"),
]


def test_two_axes_with_the_same_keys_are_compared_together() -> None:
    """Low and high of the one, low and high of the other; and each by itself."""
    found = agreement(Panel.of(MATLAND, POSITIONS), "percent")

    assert found.overall == Estimate(0.5, units=2)
    assert {axis: one.value for axis, one in found.by_criterion.items()} == {
        Axis.AMBIGUITY: 1.0,
        Axis.CONFLICT: 0.0,
    }


def test_two_axes_with_other_keys_are_compared_one_by_one() -> None:
    """Grades of different scales are not put into one pot."""
    flat = [(*row[:7], "flat") if row[3] == "ambiguity" else row for row in POSITIONS]
    found = agreement(Panel.of(UNLIKE, flat), "percent")

    assert found.overall == Estimate(
        None, "the criteria are graded on different scales: see by_criterion"
    )
    assert found.by_criterion[Axis.AMBIGUITY].value == 1.0


def test_a_case_with_one_of_two_unlike_axes_is_compared() -> None:
    """What is rated of it is on one scale."""
    flat = [("b", None, None, "ambiguity", name, None, None, "flat") for name in NAMES]
    steep = [("a", None, None, "conflict", name, None, None, "low") for name in NAMES]
    found = agreement(Panel.of(UNLIKE, [*flat, *steep]), "percent")

    assert found.overall.value is None
    assert dict(found.by_case) == {"a": Estimate(1.0, units=1), "b": Estimate(1.0, units=1)}


def test_an_empty_panel_of_a_typology_has_no_agreement() -> None:
    """Of like axes it has no unit, of unlike ones no scale."""
    reasons = [agreement(Panel.of(one, [])).overall.reason for one in (MATLAND, UNLIKE)]

    assert reasons == [
        "no unit was graded by two assessors or more",
        "the criteria are graded on different scales: see by_criterion",
    ]


# --- agreement: the interval ---


def test_there_is_no_interval_of_fewer_than_ten_cases() -> None:
    """A case that nobody shares does not count."""
    nine: dict[str, Marks] = {f"case-{n}": [LOW, HIGH if n else LOW] for n in range(9)}
    panel = panel_of({**nine, "alone": [LOW, None]})

    assert agreement(panel).interval == Interval(
        None, None, "an interval needs 10 cases to draw again, and these are 9", cases=9
    )


def test_one_case_is_told_in_the_singular() -> None:
    """A sentence is a sentence."""
    assert agreement(panel_of({"a": [LOW, LOW]}), "percent").interval == Interval(
        None, None, "an interval needs 10 cases to draw again, and there is 1", cases=1
    )


def test_ten_cases_are_enough_for_an_interval() -> None:
    """Not one more is asked for."""
    ten: dict[str, Marks] = {f"case-{n}": [LOW, HIGH if n else LOW] for n in range(10)}
    interval = agreement(panel_of(ten), replicates=9).interval

    assert (interval.reason, interval.cases) == ("", 10)


@pytest.mark.parametrize("key", ["ordinal-alpha", "ac2", "percent"])
def test_an_interval_holds_the_estimate(key: str) -> None:
    """Of forty cases, drawn two thousand times."""
    found = agreement(drawn(3, 40), key, replicates=2_000)
    interval, value = found.interval, found.overall.value

    assert interval.reason == ""
    assert interval.cases == 40
    assert interval.lowest is not None
    assert interval.highest is not None
    assert value is not None
    assert interval.lowest < value < interval.highest


@pytest.mark.parametrize(
    ("replicates", "ranks"), [(1, (1, 1)), (40, (1, 39)), (1000, (25, 975)), (1641, (42, 1600))]
)
def test_the_bounds_are_the_outer_ranks(replicates: int, ranks: tuple[int, int]) -> None:
    """The 2.5th and the 97.5th percentile of the replicates, drawn here by hand."""
    marks = {f"case-{n}": [LOW, HIGH] if n < 4 else [LOW, LOW] for n in range(12)}
    drawn_again = resampled([8, 4], [[1, 0.0], [1, 1.0]], replicates, 0)
    values = sorted(1 - differing / units for units, differing in drawn_again)
    found = agreement(panel_of(marks), "percent", replicates=replicates).interval

    assert (found.lowest, found.highest) == tuple(values[rank - 1] for rank in ranks)


def test_the_same_seed_gives_the_same_interval() -> None:
    """And another seed another one, near to it."""
    panel = drawn(3, 40)
    one, again, other = (agreement(panel, replicates=500, seed=seed).interval for seed in (1, 1, 2))

    assert one == again
    assert one != other


def test_the_order_of_rows_does_not_change_the_interval() -> None:
    """The same ratings are drawn from in the same order."""
    panel = drawn(3, 20)
    mixed = Panel.of(SUCCESS, random.Random(1).sample(written := all_rows(panel), len(written)))  # noqa: S311 -- no secret

    assert agreement(mixed, replicates=50).interval == agreement(panel, replicates=50).interval


def all_rows(panel: Panel[Criterion, Attainment]) -> list[tuple[object, ...]]:
    """Write a panel as rows again."""
    return [
        (*item[:4], name, *item[4:], mark)
        for item, ratings in panel.all_ratings()
        for name, mark in ratings.items()
    ]


def test_whole_cases_are_drawn() -> None:
    """The items of a case go together: with more items alike in each, nothing is surer."""
    marks = {f"case-{n}": [LOW, LOW] if n % 3 else [LOW, HIGH] for n in range(12)}
    once = Panel.of(SUCCESS, rows(marks))
    twice = Panel.of(SUCCESS, [*rows(marks), *rows(marks, "politics")])
    bounds = [agreement(panel, "percent").interval for panel in (once, twice)]

    assert bounds[0] == bounds[1]


def test_replicates_without_variation_are_counted_and_left_out() -> None:
    """Where only one case differs, many draws miss it, and alpha is undefined for them."""
    marks = {f"case-{n}": [LOW, LOW] if n else [HIGH, HIGH] for n in range(12)}
    interval = agreement(panel_of(marks), replicates=1_000).interval

    assert 250 < interval.undefined < 450
    assert (interval.lowest, interval.highest) == (1.0, 1.0)


def test_there_is_no_interval_if_no_replicate_has_a_value() -> None:
    """One replicate, which misses the one case that differs."""
    marks = {f"case-{n}": [LOW, LOW] if n else [HIGH, HIGH] for n in range(12)}
    found = [agreement(panel_of(marks), replicates=1, seed=seed).interval for seed in range(9)]

    assert (
        Interval(
            None,
            None,
            "the coefficient is undefined for all the cases that were drawn again",
            cases=12,
            undefined=1,
        )
        in found
    )


def test_kappa_of_two_has_an_interval() -> None:
    """Pairs of grades are drawn by case as well."""
    marks = {f"case-{n}": [LOW, LOW] if n % 3 else [LOW, HIGH] for n in range(6)}
    others = {f"other-{n}": [HIGH, HIGH] for n in range(6)}
    interval = agreement(panel_of(marks | others), "cohen", replicates=200).interval

    assert interval.lowest is not None
    assert interval.cases == 12


def test_an_undefined_coefficient_has_no_interval() -> None:
    """The reason is its own."""
    found = agreement(panel_of({"a": [LOW, LOW]}))

    assert found.interval == Interval(None, None, found.overall.reason)


def test_agreement_is_the_same_without_numpy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Large panels, for which numpy is taken where there is one, to the last digit but two."""
    panel = drawn(11, 1_500)
    with_numpy = agreement(panel, replicates=20)
    kept = with_numpy.overall, with_numpy.by_pair, with_numpy.interval
    monkeypatch.setitem(sys.modules, "numpy", None)
    without = agreement(panel, replicates=20)

    assert (without.overall, without.by_pair) == kept[:2]
    assert without.interval.cases == kept[2].cases
    assert abs((without.interval.lowest or 0) - (kept[2].lowest or 1)) < 1e-12
    assert abs((without.interval.highest or 0) - (kept[2].highest or 1)) < 1e-12


# --- agreement: the call ---


class Value(Scale):
    """The values of Krippendorff's example; in the alphabet they stand otherwise."""

    ONE = "one"
    TWO = "two"
    THREE = "three"
    FOUR = "four"
    FIVE = "five"


class Question(Term):
    """The one thing that his observers were asked."""

    WHICH = "which"


EXAMPLE: Rubric[Question, Value, int] = Rubric(
    key="example",
    title="Krippendorff's example",
    rows=Question,
    cols=Value,
    cells={Question.WHICH: (1, 2, 3, 4, 5)},
)

OBSERVED = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}


@pytest.mark.parametrize(("key", "printed"), [("nominal-alpha", 0.743), ("ordinal-alpha", 0.815)])
def test_the_published_example_holds_for_a_panel(key: str, printed: float) -> None:
    """krippendorff-2011, section C: observers down, units across, in words on a declared scale."""
    values = list(Value)
    panel = Panel.of(
        EXAMPLE,
        [
            (f"unit {unit}", None, None, "which", name, None, None, values[int(value) - 1])
            for name, line in OBSERVED.items()
            for unit, value in enumerate(line.split())
            if value != "."
        ],
    )
    found = agreement(panel, key).overall

    assert round(found.value or 0, 3) == printed
    assert found.units == 11


def in_numbers(panel: Panel[Criterion, Attainment]) -> list[list[float]]:
    """Write a panel as the table that the `krippendorff` package reads."""
    numbers = {mark: number or math.nan for number, mark in GRADES.items()} | {
        Gap.NOT_STATED: math.nan
    }
    every = [ratings for _, ratings in panel.all_ratings()]
    return [[numbers[ratings.get(name)] for ratings in every] for name in NAMES]


def test_alpha_of_panels_agrees_with_the_krippendorff_package() -> None:
    """On 300 random panels of four assessors, with gaps."""
    panels = [drawn(seed, 8) for seed in range(300)]
    ours = [agreement(panel).overall.value for panel in panels]
    theirs = [
        krippendorff.alpha(in_numbers(panel), level_of_measurement="ordinal") for panel in panels
    ]

    assert max(abs((o or 0) - t) for o, t in zip(ours, theirs, strict=True)) <= 1e-12


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"coefficient": "alfa"}, "'alfa' is not a term of Coefficient; expected one of"),
        ({"replicates": 0}, "0 is not a value of replicates; expected a whole number, 1 or more"),
        ({"replicates": 1.5}, "1.5 is not a value of replicates; expected a whole number"),
        ({"seed": None}, "None is not a value of seed; expected a whole number"),
        ({"replicates": True, "seed": "x"}, "; also: 'x' is not a value of seed; expected a whole"),
    ],
)
def test_what_cannot_be_asked_for_is_refused(wrong: dict[str, Wrong], sentence: str) -> None:
    """Without a seed, results could not be repeated."""
    with pytest.raises(UnknownTermError) as caught:
        agreement(SPREAD, **wrong)

    assert sentence in str(caught.value)


def test_agreement_is_frozen_hashes_and_pickles() -> None:
    """What has been worked out already makes no difference."""
    found = agreement(SPREAD)
    worked_out = found.overall, found.by_pair

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 -- what was just made
    assert hash(found) == hash(agreement(SPREAD))
    assert worked_out == (agreement(SPREAD).overall, agreement(SPREAD).by_pair)


# --- consensus: what stands ---


@pytest.mark.parametrize(
    ("marks", "median", "majority"),
    [
        ([LOW, LOW, LOW], LOW, LOW),
        ([LOW, LOW, MIDDLE], LOW, LOW),
        ([MIDDLE, MIDDLE, LOW], MIDDLE, MIDDLE),
        ([LOW, MIDDLE], LOW, None),
        ([MIDDLE, HIGH], MIDDLE, None),
        ([HIGH], HIGH, HIGH),
        ([LOW, Gap.NOT_ASSESSED, LOW], LOW, LOW),
        ([LOW, Gap.NOT_ASSESSED, MIDDLE], LOW, None),
    ],
)
def test_grades_no_more_than_one_apart_are_settled_by_the_rule(
    marks: Marks, median: Attainment, majority: Attainment | None
) -> None:
    """*Not-assessed* is no judgement. Without a majority there is something to discuss."""
    panel = panel_of({"a": marks})
    by_median, by_majority = only(panel), only(panel, "majority")

    assert (by_median.mark, by_median.proposed, by_median.discuss) == (median, median, False)
    assert by_majority.mark is (majority or Gap.CONFLICTING_EVIDENCE)
    assert (by_majority.proposed, by_majority.discuss) == (majority, majority is None)


@pytest.mark.parametrize("rule", ["lower-median", "majority"])
@pytest.mark.parametrize(
    ("marks", "proposed"),
    [
        ([LOW, HIGH, HIGH], HIGH),
        ([LOW, LOW, HIGH], LOW),
        ([LOW, Gap.INSUFFICIENT_EVIDENCE, LOW], LOW),
        ([Gap.NOT_STATED, Gap.NOT_APPLICABLE], None),
    ],
)
def test_assessors_far_apart_or_at_odds_about_evidence_discuss(
    rule: str, marks: Marks, proposed: Attainment | None
) -> None:
    """Whatever the rule proposes, the item stands as *conflicting-evidence*."""
    outcome = only(panel_of({"a": marks}), rule)

    assert outcome.mark is Gap.CONFLICTING_EVIDENCE
    assert (outcome.discuss, outcome.proposed) == (True, proposed)


@pytest.mark.parametrize("gap", [gap for gap in Gap if gap is not Gap.NOT_ASSESSED])
def test_one_gap_given_by_all_stands(gap: Gap) -> None:
    """They agree that there is no grade, and why; some have not assessed it."""
    outcome = only(panel_of({"a": [gap, gap, Gap.NOT_ASSESSED]}))

    assert (outcome.mark, outcome.proposed, outcome.discuss) == (gap, None, False)


def test_what_nobody_assessed_is_not_assessed() -> None:
    """Nothing stands, and there is nothing to discuss."""
    outcome = only(panel_of({"a": [Gap.NOT_ASSESSED, Gap.NOT_ASSESSED]}))

    assert (outcome.mark, outcome.discuss) == (Gap.NOT_ASSESSED, False)


marks = st.lists(st.sampled_from([*Attainment, *Gap]), min_size=1, max_size=4)


@given(marks, st.sampled_from(ConsensusRule))
def test_what_stands_was_given_by_somebody_or_is_to_be_discussed(
    given_marks: Marks, rule: ConsensusRule
) -> None:
    """A rule never makes up a grade between two that were given."""
    outcome = only(panel_of({"a": given_marks}), rule.key)

    assert outcome.discuss or outcome.mark in given_marks
    assert outcome.proposed is None or outcome.proposed in given_marks
    assert list(outcome.ratings.values()) == list(given_marks)


@given(st.lists(st.sampled_from(Attainment), min_size=1, max_size=4))
def test_who_differed_gave_something_else_than_what_stands(given_marks: Marks) -> None:
    """Nobody is left out, and nobody is named who agrees."""
    outcome = only(panel_of({"a": given_marks}))

    assert [outcome.ratings[name] is outcome.mark for name in outcome.ratings] == [
        name not in outcome.differed for name in outcome.ratings
    ]


def test_who_did_not_assess_an_item_does_not_differ() -> None:
    """*Not-assessed* is no judgement; another gap is one."""
    outcome = only(panel_of({"a": [LOW, Gap.NOT_ASSESSED, LOW]}))
    apart = only(panel_of({"a": [LOW, Gap.NOT_ASSESSED, Gap.NOT_STATED]}))

    assert outcome.differed == ()
    assert apart.differed == ("Ann", "Cleo")


def test_grades_and_gaps_of_an_item_are_told_apart() -> None:
    """By the assessor who gave them."""
    outcome = only(panel_of({"a": [LOW, Gap.NOT_STATED, LOW]}))

    assert dict(outcome.grades) == {"Ann": LOW, "Cleo": LOW}
    assert dict(outcome.gaps) == {"Bob": Gap.NOT_STATED}


def test_an_unknown_rule_is_refused() -> None:
    """With the rules there are."""
    with pytest.raises(UnknownTermError, match="'mean' is not a term of ConsensusRule"):
        consensus(SPREAD, "mean")


# --- consensus: layers and cards ---


@pytest.mark.parametrize("rule", ConsensusRule)
def test_consensus_keeps_the_panel_and_the_rule(rule: ConsensusRule) -> None:
    """Given by its key as well."""
    found = consensus(SPREAD, rule.key)

    assert (found.panel, found.rule) == (SPREAD, rule)


def test_consensus_never_pools_layers_or_dates() -> None:
    """Each layer has its own outcome, and its own card."""
    found = consensus(TWO_LAYERS)

    assert {(o.item.layer, o.item.case): o.mark for o in found.outcomes} == {
        ("local", "a"): HIGH,
        ("local", "b"): LOW,
        ("national", "a"): LOW,
        ("national", "b"): LOW,
    }
    assert list(found.cards) == [
        Subject("a", None, None, "local", "2023"),
        Subject("b", None, None, "local", "2023"),
        Subject("a", None, None, "national", "2023"),
        Subject("b", None, None, "national", "2023"),
    ]


def test_a_card_holds_what_stands() -> None:
    """What nobody rated is not assessed, and what is open stays a gap."""
    panel = Panel.of(SUCCESS, [*rows({"a": [LOW, LOW]}), *rows({"a": [LOW, HIGH]}, "politics")])
    [card] = consensus(panel).cards.values()

    assert card == readings.score(
        SUCCESS, {"clarity": LOW, "politics": Gap.CONFLICTING_EVIDENCE}, partial=True
    )


def test_a_typology_has_outcomes_and_no_cards() -> None:
    """Its axes are settled one by one."""
    found = consensus(Panel.of(MATLAND, POSITIONS))

    assert [outcome.mark for outcome in found.outcomes] == [Ambiguity.LOW, Conflict.LOW]
    with pytest.raises(FrameworkError, match="'matland' cannot be used: a typology has no cards"):
        _ = found.cards


# --- what was decided ---


def test_a_decision_stands_in_place_of_what_is_proposed() -> None:
    """The first ratings stay, with who differed; the decision has its assessors and its reason."""
    panel = panel_of({"a": [LOW, HIGH]}, object="policy")
    [outcome] = consensus(panel, decisions=[decision(date="2023")]).outcomes

    assert (outcome.mark, outcome.discuss, outcome.differed) == (MIDDLE, False, ("Ann", "Bob"))
    assert dict(outcome.ratings) == {"Ann": LOW, "Bob": HIGH}
    assert outcome.settlement == Settlement(
        MIDDLE, ("Ann", "Bob"), "Bob had misread the minutes.", "2023"
    )


def test_history_shows_first_ratings_beside_what_was_decided() -> None:
    """Every item, decided or not, in its order."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW, HIGH]}, object="policy"),
            *rows({"a": [LOW, LOW]}, "politics", object="policy"),
        ],
    )
    at = ("a", "policy", None)

    assert history(panel, [decision(assessors=["Ann"], reason=None)]) == (
        Entry(
            Item(*at, Criterion.CLARITY, None, None),
            FrozenMap({"Ann": LOW, "Bob": HIGH}),
            Settlement(MIDDLE, ("Ann",)),
        ),
        Entry(Item(*at, Criterion.POLITICS, None, None), FrozenMap({"Ann": LOW, "Bob": LOW}), None),
    )


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2023-07", "2023-06"),
        ("2023-06-15", "2023-06"),
        ("2023", "2023-06"),
        ("2022", "2021"),
        ("2021-03", "2021"),
        (None, "2023-06"),
    ],
)
def test_a_decision_is_on_the_latest_ratings_not_later_than_itself(
    decided: str | None, expected: str
) -> None:
    """Dates are compared as far as both are given."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW, HIGH]}, object="policy", date="2021"),
            *rows({"a": [LOW, HIGH]}, object="policy", date="2023-06"),
        ],
    )
    entries = history(panel, [decision(date=decided)])

    assert [e.item.date for e in entries if e.settlement and e.ratings] == [expected]


RATED = Panel.of(
    SUCCESS,
    [
        *rows({"alpha": [LOW, HIGH]}, object="support-programme", layer="local", date="2023"),
        *rows({"alpha": [LOW, HIGH]}, object="support-programme", layer="national", date="2023"),
        *rows({"alpha": [LOW, HIGH]}, object="policy", layer="national", date="2023"),
        *rows({"beta": [LOW, HIGH]}, object="policy"),
        *rows({"beta": [LOW, HIGH]}, object="policy", part="part 2", layer="regional"),
    ],
)
ALPHA = {"policy": "alpha", "object": "support-programme", "layer": "local"}
BETA = {"policy": "beta", "object": "policy"}


@pytest.mark.parametrize(
    ("fields", "given_as", "near"),
    [
        (
            {**ALPHA, "layer": None},
            "alpha, support-programme, without a layer",
            "alpha, support-programme, layer local, 2023",
        ),
        (
            {**ALPHA, "layer": "National"},
            "alpha, support-programme, layer National",
            "alpha, support-programme, layer national, 2023",
        ),
        (
            {**ALPHA, "policy": "alhpa"},
            "alhpa, support-programme, layer local",
            "alpha, support-programme, layer local, 2023",
        ),
        (
            {**ALPHA, "object": "policy"},
            "alpha, policy, layer local",
            "alpha, policy, layer national, 2023",
        ),
        (
            {**ALPHA, "date": "2022-12"},
            "alpha, support-programme, layer local, up to 2022-12",
            "alpha, support-programme, layer local, 2023",
        ),
        (
            {**BETA, "layer": "regional"},
            "beta, policy, layer regional",
            "beta, policy, without a layer",
        ),
        ({**ALPHA, "policy": "zzz"}, "zzz, support-programme, layer local", None),
    ],
)
def test_a_decision_on_what_nobody_rated_is_refused(
    fields: dict[str, object], given_as: str, near: str | None
) -> None:
    """It would make a card for what nobody judged: the nearest that was rated is named."""
    with pytest.raises(UnknownKeyError) as caught:
        consensus(RATED, decisions=[decision(**fields)])

    assert (caught.value.where, caught.value.given) == ("decision 1", repr(given_as))
    assert caught.value.nearest == near


def test_a_decision_on_what_nobody_rated_is_told_what_was_rated() -> None:
    """In one sentence."""
    with pytest.raises(UnknownKeyError) as caught:
        history(panel_of({"a": [LOW]}), [decision(layer="local")])

    assert str(caught.value) == (
        "decision 1: no ratings of 'a, policy, layer local'; there are 'a, without an object, "
        "without a layer'; did you mean 'a, without an object, without a layer'?"
    )


def test_all_decisions_on_what_nobody_rated_come_in_one_error() -> None:
    """Each with its number, and what was decided twice with them."""
    wrong = [
        decision(**BETA),
        decision(policy="gamma"),
        decision(**BETA),
        decision(policy="delta"),
    ]

    with pytest.raises(UnknownKeyError) as caught:
        history(RATED, wrong)

    assert str(caught.value).startswith("decision 2: no ratings of 'gamma, policy, without a layer")
    assert [sentence.split(";")[0] for sentence in caught.value.also] == [
        "decision 4: no ratings of 'delta, policy, without a layer'",
        "'beta, clarity (decision 1: conflicted-attainment",
    ]


def test_a_case_of_a_long_key_is_nearest_to_itself() -> None:
    """Likeness goes by the first 80 characters, but a case that is there needs none."""
    policy = "a" * 200
    with pytest.raises(UnknownKeyError) as caught:
        history(
            Panel.of(SUCCESS, rows({policy: [LOW]}, object="policy")),
            [decision(policy=policy, layer="local")],
        )

    assert caught.value.nearest == f"{policy}, policy, without a layer"


@pytest.mark.parametrize(
    ("decided", "expected"), [(None, "2023"), ("2022", "2021"), ("2024", "2023")]
)
def test_assessors_may_decide_on_a_criterion_that_the_first_ratings_left_out(
    decided: str | None, expected: str
) -> None:
    """It belongs to the latest ratings of its case, object and layer, and to their card."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW]}, "politics", object="policy", date="2021"),
            *rows({"a": [LOW]}, "politics", object="policy", date="2023"),
        ],
    )
    found = consensus(panel, decisions=[decision(date=decided)])
    subject = Subject("a", "policy", None, None, expected)

    assert [o.item.date for o in found.outcomes if not o.ratings] == [expected]
    assert len(found.cards) == 2
    assert found.cards[subject].grades == {Criterion.CLARITY: MIDDLE, Criterion.POLITICS: LOW}


def test_a_criterion_left_out_belongs_to_the_latest_ratings_whatever_they_are_of() -> None:
    """Two criteria were rated, at a date each; what has none comes before any date."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW]}, "politics", object="policy", date="2021"),
            *rows({"a": [LOW]}, "legitimacy", object="policy", date="2023"),
            *rows({"a": [LOW]}, "objectives", object="policy"),
        ],
    )
    [alone] = [entry for entry in history(panel, [decision()]) if entry.settlement]

    assert alone.item == Item("a", "policy", None, Criterion.CLARITY, None, "2023")


def test_a_criterion_rated_at_an_earlier_date_is_decided_there() -> None:
    """Its own ratings go before those of other criteria."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW]}, object="policy", date="2021"),
            *rows({"a": [LOW]}, "politics", object="policy", date="2023"),
        ],
    )
    [settled] = [entry for entry in history(panel, [decision()]) if entry.settlement]

    assert (settled.item.date, dict(settled.ratings)) == ("2021", {"Ann": LOW})


def test_a_step_is_not_later_than_a_decision() -> None:
    """It is no date, and cannot be compared with one."""
    panel = Panel.of(
        MATLAND, [("a", "policy", None, "conflict", "Ann", None, "step 2", Conflict.LOW)]
    )
    one = decision(rubric="matland", criterion="conflict", grade="high", date="2023")
    [entry] = history(panel, [one])

    assert (entry.item.date, entry.settlement is not None) == ("step 2", True)


def placed_at(*dates: str | None) -> Panel[Axis, Scale]:
    """Place one policy at each of some dates or steps."""
    return Panel.of(
        MATLAND,
        [("a", "policy", None, "conflict", "Ann", None, date, Conflict.LOW) for date in dates],
    )


ON_CONFLICT = decision(rubric="matland", criterion="conflict", grade="high")


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        (["step 2", "step 10"], "step 10"),
        (["step 10", "step 2", "step 9"], "step 10"),
        (["step 2", None], "step 2"),
        (["2015-07", "2014", "2015-06"], "2015-07"),
    ],
)
def test_of_steps_the_latest_is_that_of_the_greatest_number(
    dates: list[str | None], latest: str
) -> None:
    """As texts, step 2 would come after step 10; what has neither date nor step comes first."""
    found = history(placed_at(*dates), [ON_CONFLICT])

    assert [entry.item.date for entry in found if entry.settlement] == [latest]
    assert found[-1].item.date == latest


@pytest.mark.parametrize(
    ("dates", "rated"),
    [
        (["step 1", "2015"], ["2015", "step 1"]),
        (["step 2", "step 10", "2015-07-01"], ["2015-07-01", "step 2", "step 10"]),
        (["2015-07", "2015"], ["2015", "2015-07"]),
        (["2015-06", "2015-07", "2015", None], [None, "2015", "2015-06", "2015-07"]),
    ],
    ids=["a step and a date", "steps and a date", "a month and its year", "months and their year"],
)
def test_a_decision_needs_ratings_whose_order_can_be_told(
    dates: list[str | None], rated: list[str | None]
) -> None:
    """A step and a date have none, as in trajectories, and a date within another has none."""
    with pytest.raises(UnknownKeyError) as caught:
        history(placed_at(*dates), [ON_CONFLICT])

    whole = "a, policy, without a layer"
    assert caught.value.expected == tuple(", ".join(filter(None, (whole, one))) for one in rated)
    assert str(caught.value).startswith(
        "decision 1: no latest ratings, for their order is open (give all a date or all a step, "
        f"and no date within another), of '{whole}'; there are '{whole}"
    )


def test_ratings_later_than_the_decision_leave_no_order_open() -> None:
    """June is later than what was decided in March; of the year that cannot be said."""
    one = ON_CONFLICT.model_copy(update={"date": "2015-03"})
    found = history(placed_at("2015", "2015-06"), [one])

    assert [entry.item.date for entry in found if entry.settlement] == ["2015"]


def test_each_decision_has_its_item_or_the_reason_why_it_has_none() -> None:
    """In the order of the decisions: the item of `history`, and the error it would raise."""
    panel = placed_at("2015", "2016")
    wrong = ON_CONFLICT.model_copy(update={"policy": "b"})
    item, error = decided_items(panel, [ON_CONFLICT, wrong])
    entries = history(panel, [ON_CONFLICT])

    assert [item] == [entry.item for entry in entries if entry.settlement]
    with pytest.raises(UnknownKeyError) as caught:
        history(panel, [wrong])
    assert str(caught.value) == f"decision 1: {error}"


READERS: Wrong = [
    agreement,
    consensus,
    differences,
    partial(history, decisions=[]),
    partial(decided_items, decisions=[]),
]


@pytest.mark.parametrize("read", READERS)
def test_only_a_panel_is_read(read: Callable[[Wrong], object]) -> None:
    """Rows are refused at once, not where a result is asked for, with what makes a panel."""
    with pytest.raises(FrameworkError) as caught:
        read([("x",)])

    assert str(caught.value) == (
        "'panel' cannot be used: [('x',)] is not a panel; make one with Panel.of, "
        "Panel.of_assessments, Panel.of_positions or frames.panel"
    )


def test_a_decision_by_another_rubric_is_passed_over() -> None:
    """A study may hold decisions by several."""
    panel = panel_of({"a": [LOW, HIGH]}, object="policy")

    assert history(panel, [decision(rubric="other")]) == history(panel, [])
    assert history(panel, [decision(rubric="other"), decision()]) == history(panel, [decision()])


def test_all_findings_in_decisions_come_in_one_error() -> None:
    """Unknown words, what nobody rated, and an item decided twice, each with its number."""
    wrong = [
        decision(),
        decision(policy="b"),
        decision(criterion="clarty"),
        decision(grade="patchy"),
        decision(reason="Once more."),
    ]

    with pytest.raises(UnknownTermError) as caught:
        history(panel_of({"a": [LOW, HIGH]}, object="policy"), wrong)

    assert str(caught.value).startswith("decision 3: 'clarty' is not a term of Criterion")
    assert [sentence.split(";")[0] for sentence in caught.value.also] == [
        "decision 4: 'patchy' is not a term of Attainment",
        "decision 2: no ratings of 'b, policy, without a layer'",
        "'a, clarity (decision 1: conflicted-attainment",
    ]


def test_an_item_decided_twice_is_refused() -> None:
    """Which of the two holds is for the assessors to say."""
    panel = panel_of({"a": [LOW, HIGH]}, object="policy")
    with pytest.raises(IncompleteError) as caught:
        consensus(panel, decisions=[decision(), decision(grade="relative-success")])

    assert caught.value.framework == "success"
    assert caught.value.repeated == (
        "a, clarity (decision 1: conflicted-attainment; decision 2: relative-success)",
    )


# --- differences between layers ---


def test_what_layers_judge_differently_is_listed() -> None:
    """With the lowest and the highest grade of each; what they judge alike is not."""
    assert differences(TWO_LAYERS) == (
        Difference(
            Item("a", None, None, Criterion.CLARITY, None, "2023"),
            FrozenMap({"local": (HIGH, HIGH), "national": (LOW, LOW)}),
        ),
        Difference(
            Item("b", None, None, Criterion.CLARITY, None, "2023"),
            FrozenMap({"local": (LOW, LOW), "national": (LOW, MIDDLE)}),
        ),
    )
    assert [finding.is_apart for finding in differences(TWO_LAYERS)] == [True, False]


def test_layers_without_grades_or_at_other_dates_do_not_differ() -> None:
    """A gap is no grade, and another year is another judgement."""
    panel = Panel.of(
        SUCCESS,
        [
            *rows({"a": [LOW]}, layer="local", date="2022"),
            *rows({"a": [HIGH]}, layer="national", date="2023"),
            *rows({"a": [Gap.NOT_STATED]}, layer="regional", date="2023"),
        ],
    )

    assert differences(panel) == ()


def test_differences_stand_in_the_order_of_date_case_and_criterion() -> None:
    """As items do: criteria as on the page, and cases by their keys."""
    layers = {"local": HIGH, "national": LOW}
    panel = Panel.of(
        SUCCESS,
        [
            (case, None, None, criterion, "Ann", layer, date, mark)
            for case in ("b", "a")
            for criterion in ("politics", "clarity")
            for date in ("2023", "2022")
            for layer, mark in layers.items()
        ],
    )

    assert [
        (i.date, i.case, i.criterion.key) for i in (one.item for one in differences(panel))
    ] == [
        ("2022", "a", "clarity"),
        ("2022", "a", "politics"),
        ("2022", "b", "clarity"),
        ("2022", "b", "politics"),
        ("2023", "a", "clarity"),
        ("2023", "a", "politics"),
        ("2023", "b", "clarity"),
        ("2023", "b", "politics"),
    ]


# --- the illustration ---


def test_the_illustration_has_three_assessors_at_one_date() -> None:
    """Five cases, four of them shared; the value is that of the definition."""
    found = agreement(LOCAL)

    assert found.overall == Estimate(0.559486552378303, units=23)
    assert found.interval.reason == "an interval needs 10 cases to draw again, and these are 4"


def test_the_illustrations_decisions_settle_what_was_to_be_discussed() -> None:
    """Every one of them finds its item."""
    found = consensus(LOCAL, decisions=STUDY.decisions)
    before = {outcome.item for outcome in consensus(LOCAL).discuss}
    settled = {outcome.item for outcome in found.outcomes if outcome.settlement}

    assert len(found.outcomes) == len(LOCAL.items)
    assert len(settled) == len(STUDY.decisions) == 4
    assert {outcome.item for outcome in found.discuss} == before - settled


def test_consensus_is_frozen_hashes_and_pickles() -> None:
    """Though Python makes sets and maps of it."""
    found = consensus(LOCAL, decisions=STUDY.decisions)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 -- what was just made
    assert hash(found) == hash(consensus(LOCAL, decisions=STUDY.decisions))
