"""The coefficients of agreement: published examples, other packages, and the definitions."""

import importlib
import itertools
import math
import operator
import random
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, Literal, TypeAlias

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import UnknownTermError
from implsupport.evaluation import coefficients, tallies
from implsupport.evaluation.coefficients import Coefficient, Estimate, kappa
from implsupport.sources import BIBLIOGRAPHY

Table: TypeAlias = Sequence[Sequence[int]]
"""For each assessor the place of each unit's grade from 1, and 0 where there is none."""

sklearn: Any = importlib.import_module("sklearn.metrics")

KRIPPENDORFF_2011 = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
]
"""Twelve units, four observers, five values: section C of the paper."""

FLEISS_1971 = [
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
    (0, 0, 5, 0, 1),
    (3, 0, 0, 1, 2),
    (5, 1, 0, 0, 0),
    (0, 2, 0, 4, 0),
    (1, 0, 2, 0, 3),
    (0, 0, 0, 0, 6),
    (0, 1, 0, 5, 0),
    (0, 2, 0, 1, 3),
    (2, 0, 0, 4, 0),
    (1, 0, 0, 4, 1),
    (0, 5, 0, 1, 0),
    (4, 0, 0, 0, 2),
    (0, 2, 0, 4, 0),
    (1, 0, 5, 0, 0),
    (0, 0, 0, 0, 6),
]
"""Table 1: thirty patients, how many of six psychiatrists gave each of five diagnoses."""

COHEN_1968 = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""Table 1, in units of 200: rows and columns are two judges' personality disorder and so on."""

ABSTRACTORS = [[13, 0, 0], [0, 20, 7], [0, 4, 56]]
"""Gwet's example of two abstractors, distributed with his irrCAC as cont3x3abstractors."""


def from_counts(counts: Sequence[Sequence[int]]) -> list[list[int]]:
    """Write units, given by how many assessors gave each grade, as a table of assessors."""
    units = [
        [place for place, times in enumerate(unit, 1) for _ in range(times)] for unit in counts
    ]
    return [list(line) for line in zip(*units, strict=True)]


def from_pairs(table: Sequence[Sequence[int]]) -> list[list[int]]:
    """Write a table of two assessors against each other as a table of assessors."""
    cells = [
        (row, col)
        for row, counts in enumerate(table, 1)
        for col, times in enumerate(counts, 1)
        for _ in range(times)
    ]
    return [list(line) for line in zip(*cells, strict=True)]


def estimated(coefficient: Coefficient | str, table: Table, grades: int) -> Estimate:
    """Work a coefficient out from a table of assessors."""
    which = Coefficient.of(coefficient)
    columns, counts = tallies.tally(list(map(bytes, table)), grades, paired=which.compares_two)
    parts = coefficients.parts(which, columns, grades)
    sums = [sum(map(operator.mul, counts, part)) for part in parts]
    return coefficients.estimate(which, sums, grades)


def value(coefficient: Coefficient | str, table: Table, grades: int) -> float:
    """Work a coefficient out that has a value."""
    found = estimated(coefficient, table, grades).value
    assert found is not None
    return found


# --- other packages and the definitions, to compare with ---


def drawn(seed: int, *, complete: bool) -> tuple[list[list[int]], int]:
    """Draw a table of assessors who agree more or less, with gaps or without, and its grades."""
    numbers = random.Random(seed)  # noqa: S311 -- to be repeated, not to be secret
    grades, units = numbers.randint(2, 6), numbers.randint(3, 25)
    assessors = 2 if complete else numbers.randint(2, 7)
    own = [numbers.randint(1, grades) for _ in range(units)]
    errs, missing = numbers.random(), 0 if complete else numbers.random() / 2
    table = [
        [
            0
            if numbers.random() < missing
            else grade
            if numbers.random() > errs
            else numbers.randint(1, grades)
            for grade in own
        ]
        for _ in range(assessors)
    ]
    return table, grades


def with_a_value(
    key: str, *, complete: bool, number: int = 300
) -> list[tuple[list[list[int]], int]]:
    """Draw tables for which a coefficient is defined."""
    tables = (drawn(seed, complete=complete) for seed in itertools.count())
    defined = (one for one in tables if estimated(key, *one).value is not None)
    return list(itertools.islice(defined, number))


def furthest(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Find by how much two lists of values differ at most."""
    return max(abs(one - other) for one, other in zip(ours, theirs, strict=True))


def of_krippendorff(table: Table, grades: int, level: Literal["nominal", "ordinal"]) -> float:
    """Ask the `krippendorff` package."""
    data = [[math.nan if code == 0 else code for code in line] for line in table]
    domain = list(range(1, grades + 1))
    return float(krippendorff.alpha(data, value_domain=domain, level_of_measurement=level))


def of_scikit_learn(table: Table, grades: int, weights: str | None) -> float:
    """Ask scikit-learn."""
    labels = list(range(1, grades + 1))
    return float(sklearn.cohen_kappa_score(*table, labels=labels, weights=weights))


def units_of(table: Table) -> list[list[int]]:
    """List the grades of each unit, without gaps."""
    return [[code for code in unit if code] for unit in zip(*table, strict=True)]


def alpha_by_definition(table: Table, metric: Callable[[int, int, list[int]], Fraction]) -> float:
    """Krippendorff's alpha from every ordered pair of values, in exact fractions."""
    units = [unit for unit in units_of(table) if len(unit) > 1]
    every = [code for unit in units for code in unit]
    observed = sum(
        metric(*pair, every) / Fraction(len(unit) - 1)
        for unit in units
        for pair in itertools.permutations(unit, 2)
    ) / Fraction(len(every))
    chance = sum(metric(*pair, every) for pair in itertools.permutations(every, 2))
    return float(1 - observed / (Fraction(chance) / (len(every) * (len(every) - 1))))


def ordinal(low: int, high: int, every: list[int]) -> Fraction:
    """Krippendorff's ordinal metric: the values between, both ends counted by half."""
    low, high = sorted((low, high))
    between = sum(every.count(code) for code in range(low, high + 1))
    return (between - Fraction(every.count(low) + every.count(high), 2)) ** 2


def gwet_by_definition(table: Table, grades: int, weight: Callable[[int], Fraction]) -> float:
    """Gwet's coefficient from every pair of grades of a unit, in exact fractions."""
    rated = [unit for unit in units_of(table) if unit]
    paired = [unit for unit in rated if len(unit) > 1]
    agreed = sum(
        sum(weight(abs(one - other)) for one, other in itertools.permutations(unit, 2))
        / Fraction(len(unit) * (len(unit) - 1))
        for unit in paired
    ) / Fraction(len(paired))
    places = range(1, grades + 1)
    share = [sum(Fraction(unit.count(k), len(unit)) for unit in rated) / len(rated) for k in places]
    weights = sum(weight(abs(one - other)) for one in places for other in places)
    chance = weights / (grades * (grades - 1)) * sum(part * (1 - part) for part in share)
    return float((agreed - chance) / (1 - chance))


def fleiss_by_definition(table: Table, grades: int) -> float:
    """Fleiss's kappa as he writes it, in exact fractions."""
    units = units_of(table)
    size, places = len(units[0]), range(1, grades + 1)
    agreed = sum(
        Fraction(sum(unit.count(k) ** 2 for k in places) - size, size * (size - 1))
        for unit in units
    ) / len(units)
    every = [code for unit in units for code in unit]
    chance = sum(Fraction(every.count(k), len(every)) ** 2 for k in places)
    return float((agreed - chance) / (1 - chance))


def nominal(apart: int, grades: int) -> Fraction:
    """No weight but for the same grade."""
    return Fraction(apart * grades == 0)


def ranked(apart: int, grades: int) -> Fraction:
    """Gwet's ordinal weight of two grades so many places apart."""
    return 1 - Fraction((apart + 1) * apart, grades * (grades - 1))


def linear(apart: int, grades: int) -> Fraction:
    """The linear weight of two grades so many places apart."""
    return 1 - Fraction(apart, grades - 1)


def quadratic(apart: int, grades: int) -> Fraction:
    """The quadratic weight of two grades so many places apart."""
    return 1 - Fraction(apart, grades - 1) ** 2


# --- published examples ---


@pytest.mark.parametrize(("key", "printed"), [("nominal-alpha", 0.743), ("ordinal-alpha", 0.815)])
def test_alpha_agrees_with_krippendorffs_example(key: str, printed: float) -> None:
    """krippendorff-2011, section C: twelve units, four observers, of which one unit is unpaired."""
    units = estimated(key, KRIPPENDORFF_2011, 5).units

    assert abs(value(key, KRIPPENDORFF_2011, 5) - printed) <= 5e-4
    assert units == 11


def test_kappa_agrees_with_fleiss_example() -> None:
    """fleiss-1971, Table 1: thirty patients, six psychiatrists, five diagnoses; 0.430."""
    assert abs(value("fleiss", from_counts(FLEISS_1971), 5) - 0.430) <= 5e-4


def test_kappa_agrees_with_cohens_example() -> None:
    """cohen-1968, Table 1, where kappa of cohen-1960 is printed too: 0.492."""
    assert abs(value("cohen", from_pairs(COHEN_1968), 3) - 0.492) <= 5e-4


def test_weighted_kappa_agrees_with_cohens_example() -> None:
    """cohen-1968, Table 1, with the disagreement weights printed there: 0.348."""
    found = kappa(COHEN_1968, [[0, 1, 3], [1, 0, 6], [3, 6, 0]])

    assert f"{found:.3f}" == "0.348"


@pytest.mark.parametrize(
    ("key", "printed"),
    [
        ("percent", 0.818),
        ("nominal-alpha", 0.743),
        ("ac1", 0.775),
        ("ac2", 0.899),
        ("ac2-linear", 0.859),
        ("ac2-quadratic", 0.914),
    ],
)
def test_coefficients_agree_with_gwets_example_of_four_raters(key: str, printed: float) -> None:
    """Gwet's raw4raters, which is Krippendorff's table, as his irrCAC and its port print it."""
    assert abs(value(key, KRIPPENDORFF_2011, 5) - printed) <= 5e-4


@pytest.mark.parametrize(
    ("key", "printed"), [("percent", 0.89), ("ac1", 0.8493305), ("cohen", 0.7964094)]
)
def test_coefficients_agree_with_gwets_example_of_two_raters(key: str, printed: float) -> None:
    """Gwet's cont3x3abstractors, as the vignette of his irrCAC prints it."""
    assert abs(value(key, from_pairs(ABSTRACTORS), 3) - printed) <= 5e-8


# --- other packages ---


@pytest.mark.parametrize("level", ["nominal", "ordinal"])
def test_alpha_agrees_with_the_krippendorff_package(level: Literal["nominal", "ordinal"]) -> None:
    """On 300 random tables with gaps, whether or not all grades are used."""
    tables = with_a_value(f"{level}-alpha", complete=False)
    ours = [value(f"{level}-alpha", *one) for one in tables]
    theirs = [of_krippendorff(*one, level) for one in tables]

    assert len(tables) == 300
    assert furthest(ours, theirs) <= 1e-12


@pytest.mark.parametrize(
    ("key", "weights"),
    [("cohen", None), ("cohen-linear", "linear"), ("cohen-quadratic", "quadratic")],
)
def test_kappa_agrees_with_scikit_learn(key: str, weights: str | None) -> None:
    """On 300 random tables of two assessors without gaps."""
    tables = with_a_value(key, complete=True)
    ours = [value(key, *one) for one in tables]
    theirs = [of_scikit_learn(*one, weights) for one in tables]

    assert len(tables) == 300
    assert furthest(ours, theirs) <= 1e-12


# --- the definitions ---


def test_alpha_agrees_with_its_definition() -> None:
    """On random tables with gaps, from every ordered pair, in exact fractions."""
    tables = with_a_value("ordinal-alpha", complete=False, number=50)
    ours = [value("ordinal-alpha", *one) for one in tables]
    exact = [alpha_by_definition(table, ordinal) for table, _ in tables]

    assert furthest(ours, exact) <= 1e-12


@pytest.mark.parametrize(
    ("key", "weight"),
    [
        ("ac1", nominal),
        ("ac2", ranked),
        ("ac2-linear", linear),
        ("ac2-quadratic", quadratic),
    ],
)
def test_gwets_coefficients_agree_with_their_definition(
    key: str, weight: Callable[..., Fraction]
) -> None:
    """On 300 random tables with gaps, in exact fractions, over all grades of the scale."""
    tables = with_a_value(key, complete=False)
    ours = [value(key, *one) for one in tables]
    exact = [
        gwet_by_definition(table, grades, partial(weight, grades=grades))
        for table, grades in tables
    ]

    assert furthest(ours, exact) <= 1e-12


def test_fleiss_kappa_agrees_with_its_definition() -> None:
    """On 300 random tables without gaps, in exact fractions."""
    tables = with_a_value("fleiss", complete=True)
    ours = [value("fleiss", *one) for one in tables]
    exact = [fleiss_by_definition(*one) for one in tables]

    assert furthest(ours, exact) <= 1e-12


# --- what the scale declares ---


@pytest.mark.parametrize("key", ["ac1", "ac2", "ac2-linear", "ac2-quadratic"])
def test_an_unused_grade_counts_for_gwets_coefficients(key: str) -> None:
    """Chance is over the grades of the declared scale, and so are the weights."""
    table = [[1, 2, 1, 2], [1, 2, 2, 2]]

    assert abs(value(key, table, 3) - value(key, table, 2)) > 0.01


def test_an_unused_grade_keeps_its_place_between_two_others() -> None:
    """Grades with an unused one between them are further apart than two neighbours."""
    near, far = [[1, 2, 3, 3], [2, 2, 3, 1]], [[1, 3, 4, 4], [3, 3, 4, 1]]

    assert abs(value("cohen-linear", near, 4) - value("cohen-linear", far, 4)) > 0.01


@pytest.mark.parametrize("key", ["ordinal-alpha", "ac2", "ac2-linear"])
def test_weighted_coefficients_forgive_a_neighbour_more_than_the_far_end(key: str) -> None:
    """An error by one grade costs less than an error by two."""
    near, far = [[1, 2, 3, 1], [1, 2, 3, 2]], [[1, 2, 3, 1], [1, 2, 3, 3]]

    assert value(key, near, 3) > value(key, far, 3)


# --- undefined is a value with a reason ---


@pytest.mark.parametrize("key", [one.key for one in Coefficient])
def test_no_coefficient_is_defined_without_pairs(key: str) -> None:
    """Where nobody graded the same unit, there is nothing to compare."""
    found = estimated(key, [[1, 0, 2], [0, 1, 0]], 2)

    assert found == Estimate(None, "no unit was graded by two assessors or more", 0)


@pytest.mark.parametrize(
    "key",
    ["cohen", "cohen-linear", "cohen-quadratic", "fleiss", "nominal-alpha", "ordinal-alpha"],
)
def test_agreement_on_one_grade_alone_is_undefined_where_chance_would_do_the_same(key: str) -> None:
    """It is not 1: all the grades compared are the same, and the units are still counted."""
    found = estimated(key, [[2, 2, 2], [2, 2, 2]], 3)

    assert found.value is None
    assert found.reason.startswith("all the grades compared are the same one")
    assert found.units == 3


@pytest.mark.parametrize("key", ["percent", "ac1", "ac2", "ac2-linear", "ac2-quadratic"])
def test_agreement_on_one_grade_alone_is_full_where_chance_is_not_taken_from_it(key: str) -> None:
    """Percent ignores chance, and Gwet's chance is never full."""
    assert estimated(key, [[2, 2, 2], [2, 2, 2]], 3) == Estimate(1.0, units=3)


def test_fleiss_kappa_needs_as_many_grades_in_every_unit() -> None:
    """With a gap it is undefined, and says which coefficient does without."""
    found = estimated("fleiss", [[1, 2, 1], [1, 2, 2], [1, 2, 0]], 2)

    assert found.value is None
    assert found.reason.endswith("these have not; ordinal-alpha does without")


def test_fleiss_kappa_leaves_units_out_that_nobody_graded() -> None:
    """A unit with gaps alone has no grades to compare."""
    with_gaps = estimated("fleiss", [[1, 2, 0, 1], [1, 2, 0, 2]], 2)

    assert with_gaps == estimated("fleiss", [[1, 2, 1], [1, 2, 2]], 2)


# --- what holds for all ---

tables = st.integers(2, 5).flatmap(
    lambda units: st.lists(
        st.lists(st.integers(0, 3), min_size=units, max_size=units), min_size=2, max_size=2
    )
)


@given(st.sampled_from(Coefficient), tables)
def test_a_coefficient_is_at_most_one_or_says_why_it_is_none(
    coefficient: Coefficient, table: list[list[int]]
) -> None:
    """A value and a reason exclude each other, and no value is NaN."""
    found = estimated(coefficient, table, 3)

    assert (found.value is None) == bool(found.reason)
    assert found.value is None or found.value <= 1 + 1e-12


@given(st.sampled_from(Coefficient), tables)
def test_which_assessor_is_which_does_not_matter(
    coefficient: Coefficient, table: list[list[int]]
) -> None:
    """Exchanging the two changes nothing."""
    forth, back = estimated(coefficient, table, 3), estimated(coefficient, table[::-1], 3)

    assert furthest([forth.value or 0], [back.value or 0]) <= 1e-12
    assert forth.reason == back.reason


@given(st.sampled_from(Coefficient), tables)
def test_turning_the_scale_round_changes_nothing(
    coefficient: Coefficient, table: list[list[int]]
) -> None:
    """Distances are the same from either end."""
    turned = [[4 - code if code else 0 for code in line] for line in table]
    forth, back = estimated(coefficient, table, 3), estimated(coefficient, turned, 3)

    assert furthest([forth.value or 0], [back.value or 0]) <= 1e-12
    assert forth.reason == back.reason


# --- the vocabulary ---


def test_the_coefficients_that_assume_distances_say_so() -> None:
    """Weighted kappa and AC2 do, in a property and in the gloss; alpha does not."""
    assuming = [one.key for one in Coefficient if one.assumes_distances]

    assert assuming == [
        "cohen-linear",
        "cohen-quadratic",
        "ac2",
        "ac2-linear",
        "ac2-quadratic",
    ]
    assert assuming == [one.key for one in Coefficient if "assumes" in one.gloss]


def test_every_coefficient_is_cited() -> None:
    """Each has a work of the bibliography."""
    assert {one.source_of.key for one in Coefficient} <= {work.key for work in BIBLIOGRAPHY}


def test_an_unknown_coefficient_is_refused_with_the_nearest() -> None:
    """The way out is the list of keys."""
    with pytest.raises(UnknownTermError, match="did you mean 'ordinal-alpha'"):
        Coefficient.of("ordinal-alfa")
