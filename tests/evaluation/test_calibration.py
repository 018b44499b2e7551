"""From what was measured or answered to a degree of ambiguity or conflict."""

from fractions import Fraction
from math import inf, nan, nextafter, tanh
from typing import Any, TypeAlias, cast

import attrs
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.evaluation.calibration import ambiguity_degree, calibrate, conflict_degree

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""


@attrs.frozen
class Anchors:
    """The values that are out, in between and in, in rising or in falling order."""

    out: float
    crossover: float
    full: float

    def degree(self, value: float) -> float:
        """Calibrate by these anchors."""
        return calibrate(value, out=self.out, crossover=self.crossover, full=self.full)


def independently(value: float, anchors: Anchors) -> float:
    """Ragin's direct method in exact fractions, and by another formula of the logistic curve."""
    deviation = Fraction(value) - Fraction(anchors.crossover)
    is_inward = deviation * (Fraction(anchors.full) - Fraction(anchors.crossover)) > 0
    anchor = Fraction(anchors.full if is_inward else anchors.out)
    sign = 1 if is_inward else -1
    log_odds = sign * 3 * deviation / (anchor - Fraction(anchors.crossover))
    return (1 + tanh(float(max(min(log_odds, Fraction(99)), Fraction(-99))) / 2)) / 2


values = st.floats(-1e9, 1e9)
rising = st.lists(values, min_size=3, max_size=3, unique=True).map(
    lambda three: Anchors(*sorted(three))
)
falling = rising.map(lambda up: Anchors(up.full, up.crossover, up.out))
degrees = st.floats(0, 1)


# --- calibrate ---


@pytest.mark.parametrize(
    ("value", "degree"),
    [
        (0, 0.0474258731775668),  # fully out: log odds -3
        (20, 0.5),  # the crossover: log odds 0
        (100, 0.9525741268224334),  # fully in: log odds +3
        (10, 0.1824255238063564),  # half way out: log odds -1.5
        (60, 0.8175744761936437),  # half way in: log odds +1.5
        (-20, 0.0024726231566348),  # beyond full exclusion: log odds -6
        (180, 0.9975273768433653),  # beyond full membership: log odds +6
    ],
)
def test_a_value_is_calibrated_by_its_log_odds(value: float, degree: float) -> None:
    """Ragin (2008): -3, 0 and +3 at the anchors 0, 20 and 100, in proportion between them."""
    assert abs(calibrate(value, out=0, crossover=20, full=100) - degree) < 1e-15


@pytest.mark.parametrize(("value", "degree"), [(100, 0.047426), (20, 0.5), (0, 0.952574)])
def test_anchors_may_fall(value: float, degree: float) -> None:
    """Where less of what is measured means more of the degree."""
    assert abs(calibrate(value, out=100, crossover=20, full=0) - degree) < 1e-6


@given(values, rising | falling)
def test_calibration_agrees_with_an_independent_formula(value: float, anchors: Anchors) -> None:
    """Exact fractions and the hyperbolic tangent give the same degree."""
    assert abs(anchors.degree(value) - independently(value, anchors)) < 1e-12


@given(rising | falling)
def test_calibration_hits_the_anchors(anchors: Anchors) -> None:
    """0.047, 0.5 and 0.953, whatever the unit."""
    assert abs(anchors.degree(anchors.out) - 0.0474258731775668) < 1e-15
    assert anchors.degree(anchors.crossover) == 0.5
    assert abs(anchors.degree(anchors.full) - 0.9525741268224334) < 1e-15


@given(values, values, rising)
def test_calibration_never_falls_between_rising_anchors(
    one: float, other: float, anchors: Anchors
) -> None:
    """Not even by a last digit."""
    assert anchors.degree(min(one, other)) <= anchors.degree(max(one, other))


@given(values, values, falling)
def test_calibration_never_rises_between_falling_anchors(
    one: float, other: float, anchors: Anchors
) -> None:
    """Not even by a last digit."""
    assert anchors.degree(min(one, other)) >= anchors.degree(max(one, other))


@given(st.floats(allow_nan=False, allow_infinity=False), rising | falling)
def test_calibration_gives_a_degree(value: float, anchors: Anchors) -> None:
    """From 0 to 1, however far the value lies from the anchors."""
    assert 0 <= anchors.degree(value) <= 1


def test_calibration_takes_whole_numbers() -> None:
    """Counts are measured too."""
    assert calibrate(50, out=0, crossover=50, full=100) == 0.5
    assert calibrate(10**308, out=-(10**308), crossover=0, full=10**308) > 0.95


@pytest.mark.parametrize(
    ("value", "anchors"),
    [
        (1.7e308, Anchors(-1.7e308, -1e308, 1.7e308)),
        (-1.7e308, Anchors(-1.7e308, 1e308, 1.7e308)),
        (1e308, Anchors(-1.7e308, -1e308, 1.7e308)),
        (int(1.7e308), Anchors(-int(1.7e308), -int(1e308), 1.7e308)),
        (-1.7e308, Anchors(1.7e308, 1.6e308, nextafter(1.6e308, 0))),
        (5e-324, Anchors(-1.7e308, 0, 5e-324)),
    ],
)
def test_numbers_far_apart_are_calibrated(value: float, anchors: Anchors) -> None:
    """Also where a float does not hold the distance between them."""
    assert anchors.degree(value) == pytest.approx(independently(value, anchors), abs=1e-12)


@pytest.mark.parametrize("kind", [np.int8, np.int64, np.float16, np.float64])
def test_calibration_takes_numbers_of_an_array_library(kind: Wrong) -> None:
    """A narrow whole number does not overflow on the way, and the degree is Python's own."""
    degree = calibrate(kind(100), out=kind(-100), crossover=kind(0), full=kind(100))

    assert degree == calibrate(100, out=-100, crossover=0, full=100)
    assert type(degree) is float


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (nan, "nan"),
        (inf, "inf"),
        (-inf, "-inf"),
        (True, "True"),
        ("50", "'50'"),
        (None, "None"),
        ([50], "[50]"),
        (10**309, "1" + "0" * 78 + "…"),
    ],
)
def test_a_value_that_is_no_finite_number_is_not_calibrated(value: Wrong, shown: str) -> None:
    """It is named, and what would have done."""
    with pytest.raises(UnknownTermError) as caught:
        calibrate(value, out=0, crossover=50, full=100)

    assert str(caught.value) == f"{shown} is not a value of calibrate; expected a finite number"


@pytest.mark.parametrize(
    ("out", "crossover", "full", "shown"),
    [
        (0, 0, 100, "0, 0, 100"),
        (0, 100, 100, "0, 100, 100"),
        (0, 150, 100, "0, 150, 100"),
        (100, 150, 0, "100, 150, 0"),
        (50, 50, 50, "50, 50, 50"),
        (0, nan, 100, "0, nan, 100"),
        (-inf, 50, 100, "-inf, 50, 100"),
        (0, 50, inf, "0, 50, inf"),
        (False, 50, 100, "False, 50, 100"),
        ("0", 50, 100, "'0', 50, 100"),
        (None, 50, 100, "None, 50, 100"),
    ],
)
def test_anchors_are_finite_and_in_strict_order(
    out: Wrong, crossover: Wrong, full: Wrong, shown: str
) -> None:
    """All three are named."""
    with pytest.raises(FrameworkError) as caught:
        calibrate(50, out=out, crossover=crossover, full=full)

    assert caught.value.framework == "calibrate"
    assert caught.value.problems == (
        f"anchors out, crossover, full must be finite and in strict order, not {shown}",
    )


# --- conflict and ambiguity ---


@pytest.mark.parametrize(
    ("interdependence", "incompatibility", "stakes", "degree"),
    [
        (0.75, 0.25, 1, 0.25),
        (0.25, 0.75, 1, 0.25),
        (1, 0.75, 0.5, 0.5),
        (0, 1, 1, 0),
        (1, 1, 1, 1),
    ],
)
def test_conflict_needs_all_three(
    interdependence: float, incompatibility: float, stakes: float, degree: float
) -> None:
    """Interdependence, incompatible aims and stakes: the least of them."""
    combined = conflict_degree(
        interdependence=interdependence, incompatibility=incompatibility, stakes=stakes
    )

    assert combined == degree


@pytest.mark.parametrize(
    ("goals", "means", "degree"), [(0.25, 0.75, 0.75), (0.75, 0.25, 0.75), (0, 0, 0), (0, 1, 1)]
)
def test_unclear_goals_or_unclear_means_suffice(goals: float, means: float, degree: float) -> None:
    """For ambiguity, the greater of the two."""
    assert ambiguity_degree(goals=goals, means=means) == degree


@given(degrees, degrees, degrees, degrees)
def test_more_of_a_part_never_gives_less_of_the_whole(
    one: float, other: float, second: float, third: float
) -> None:
    """Both combinations rise with each of their parts."""
    low, high = min(one, other), max(one, other)
    assume(low < high)

    assert ambiguity_degree(goals=low, means=second) <= ambiguity_degree(goals=high, means=second)
    assert conflict_degree(
        interdependence=second, incompatibility=third, stakes=low
    ) <= conflict_degree(interdependence=second, incompatibility=third, stakes=high)


@pytest.mark.parametrize(
    ("degree", "shown"),
    [
        (1.5, "1.5"),
        (-0.25, "-0.25"),
        (2, "2"),
        (nan, "nan"),
        (inf, "inf"),
        (True, "True"),
        ("high", "'high'"),
        (None, "None"),
        (10**400, "1" + "0" * 78 + "…"),
    ],
)
def test_what_is_no_degree_is_not_combined(degree: Wrong, shown: str) -> None:
    """It is named with its parameter, and what would have done."""
    with pytest.raises(UnknownTermError) as caught:
        ambiguity_degree(goals=0.5, means=degree)

    assert str(caught.value) == (
        f"means: {shown} is not a degree of ambiguity_degree; expected a number from 0 to 1"
    )


def test_every_wrong_degree_of_a_call_is_named() -> None:
    """One error holds all findings, in the order of the parameters."""
    with pytest.raises(UnknownTermError) as caught:
        conflict_degree(interdependence=2, incompatibility=0.5, stakes=nan)

    assert str(caught.value) == (
        "interdependence: 2 is not a degree of conflict_degree; expected a number from 0 to 1; "
        "also: stakes: nan is not a degree of conflict_degree; expected a number from 0 to 1"
    )


def test_degrees_of_an_array_library_are_combined() -> None:
    """Into a float of Python's own."""
    half, whole, most = cast("Wrong", (np.float32(0.5), np.int64(1), np.float64(0.75)))
    least = conflict_degree(interdependence=half, incompatibility=whole, stakes=most)

    assert (least, type(least)) == (0.5, float)
    assert ambiguity_degree(goals=half, means=whole) == 1
