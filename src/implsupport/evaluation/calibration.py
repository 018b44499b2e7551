"""From what was measured or answered to a degree of ambiguity or conflict."""

import math
import sys

from implsupport.errors import FrameworkError, UnknownTermError, shown
from implsupport.given import number

__all__ = ["ambiguity_degree", "calibrate", "conflict_degree"]

_LOG_ODDS_AT_FULL = 3.0
_FARTHEST = 700.0  # `exp` overflows at 710
_GREATEST = sys.float_info.max  # a whole number may be beyond it


def calibrate(value: float, *, out: float, crossover: float, full: float) -> float:
    """Turn a measured value into a degree of membership by the direct method.

    The three anchors are set by the analyst, from knowledge of the subject and not from the
    data. At them the log odds of membership are -3, 0 and +3: degrees 0.047, 0.5 and 0.953.

    Args:
        value: What was measured, in the unit of the anchors.
        out: The value at and beyond which a case is fully out.
        crossover: The value at which it is neither in nor out.
        full: The value at and beyond which it is fully in; may be less than `out`.

    Returns:
        A degree from 0 to 1, rising from `out` to `full`.

    Raises:
        UnknownTermError: If the value is not a finite number.
        FrameworkError: If the anchors are not finite numbers in strict order.

    Source:
        ragin-2008, the direct method of calibration. Status: source.

    >>> calibrate(50, out=0, crossover=50, full=100)
    0.5
    >>> round(calibrate(100, out=0, crossover=50, full=100), 3)
    0.953
    """
    out, crossover, full = _in_order(out, crossover, full)
    measured = _finite(value)
    if math.isnan(measured):
        expected = ("a finite number",)
        raise UnknownTermError(shown(value), "calibrate", expected, noun="value")
    if (measured > crossover) == (full > crossover):
        return _logistic(_LOG_ODDS_AT_FULL * _share_of_the_way(measured, crossover, full))
    return _logistic(-_LOG_ODDS_AT_FULL * _share_of_the_way(measured, crossover, out))


def _finite(value: object) -> float:
    """Read a number as Python's own; what is none, or not finite, is nan."""
    found = number(value)
    return found if found is not None and abs(found) <= _GREATEST else math.nan


def _in_order(*given: float) -> tuple[float, float, float]:
    out, crossover, full = map(_finite, given)
    if out < crossover < full or out > crossover > full:
        return out, crossover, full
    anchors = ", ".join(map(shown, given))
    problem = f"anchors out, crossover, full must be finite and in strict order, not {anchors}"
    raise FrameworkError("calibrate", (problem,))


def _share_of_the_way(value: float, crossover: float, end: float) -> float:
    """How far a value lies from the crossover, as a share of how far an anchor does."""
    far, reach = value - crossover, end - crossover
    if max(abs(far), abs(reach)) > _GREATEST:  # a float does not hold it, but does hold its half
        far, reach = value / 2 - crossover / 2, end / 2 - crossover / 2
    return far / reach


def _logistic(log_odds: float) -> float:
    """Log odds to degree: it never falls as they rise, and `exp` does not overflow."""
    return 1 / (1 + math.exp(min(-log_odds, _FARTHEST)))


def conflict_degree(*, interdependence: float, incompatibility: float, stakes: float) -> float:
    """Combine three degrees into the degree to which conflict is high: the least of them.

    Conflict needs all three: parties who depend on each other, whose aims exclude each other,
    and for whom something is at stake.

    Args:
        interdependence: How far the parties depend on each other, from 0 to 1.
        incompatibility: How far their aims exclude each other, from 0 to 1.
        stakes: How much is at stake for them, from 0 to 1.

    Returns:
        The least of the three, from 0 to 1.

    Raises:
        UnknownTermError: If one is not a number from 0 to 1: every such one of the call.

    Source:
        After matland-1995; the minimum is a choice of this library. Status: ours.

    >>> conflict_degree(interdependence=0.75, incompatibility=0.25, stakes=1)
    0.25
    """
    degrees = {
        "interdependence": interdependence,
        "incompatibility": incompatibility,
        "stakes": stakes,
    }
    return min(_degrees(degrees, "conflict_degree"))


def ambiguity_degree(*, goals: float, means: float) -> float:
    """Combine two degrees into the degree to which ambiguity is high: the greater of them.

    Unclear goals or unclear means: either suffices.

    Args:
        goals: How unclear the goals are, from 0 to 1.
        means: How unclear the means are, from 0 to 1.

    Returns:
        The greater of the two, from 0 to 1.

    Raises:
        UnknownTermError: If one is not a number from 0 to 1: every such one of the call.

    Source:
        After matland-1995; the maximum is a choice of this library. Status: ours.

    >>> ambiguity_degree(goals=0.25, means=0.75)
    0.75
    """
    return max(_degrees({"goals": goals, "means": means}, "ambiguity_degree"))


def _degrees(given: dict[str, float], function: str) -> list[float]:
    expected = ("a number from 0 to 1",)
    wrong = [
        UnknownTermError(shown(degree), function, expected, noun="degree", where=name)
        for name, degree in given.items()
        if not 0 <= _finite(degree) <= 1
    ]
    if wrong:
        raise UnknownTermError.together(wrong)
    return [float(_finite(degree)) for degree in given.values()]
