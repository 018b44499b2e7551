"""What this library promises of its own rubrics, asserted of anybody's."""

import itertools
import pickle
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from implsupport.errors import ImplSupportError
from implsupport.evaluation.verdicts import RULES, SortingRule, decide
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard, score
from implsupport.terms import Gap, Scale, Term
from implsupport.testing.words import marks

__all__ = ["check_rubric_laws"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_Ratings: TypeAlias = dict[Any, Any]
"""Criterion to grade or gap."""


def check_rubric_laws(rubric: Rubric[R, S, Any]) -> None:
    """Assert of a rubric what this library promises of its own.

    The laws: every cell says something; keys, labels and members give the same reading, in any
    order; a gap never becomes a grade; raising a grade never lowers the lowest grade; the bounds
    of a verdict contain every filling, by each of the named rules; a card hashes and pickles.
    Each is tried on every single rating, then on profiles that are drawn, always the same ones:
    so call it from a test that draws nothing.

    Args:
        rubric: Anybody's rubric.

    Raises:
        AssertionError: If the rubric breaks a law; it names the law and a counter-example.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> check_rubric_laws(success.SUCCESS)
    """
    for row, mark in itertools.product(rubric.rows, (*rubric.cols, *Gap)):
        _keep_the_laws(rubric, {row: mark})

    @settings(
        derandomize=True,
        deadline=None,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.fixed_dictionaries(dict.fromkeys(rubric.rows, marks(rubric.cols))))
    def on_profiles(ratings: _Ratings) -> None:
        _keep_the_laws(rubric, ratings)

    on_profiles()


def _keep_the_laws(rubric: Rubric[R, S, Any], ratings: _Ratings) -> None:
    for law in _LAWS:
        for example in law.broken_by(rubric, ratings):
            message = f"{rubric.key!r} breaks the law that {law.sentence}: {example}"
            raise AssertionError(message)


class _Law(NamedTuple):
    """What holds, and a function that lists what shows that it does not."""

    sentence: str
    broken_by: Callable[[Rubric[Any, Any, Any], _Ratings], Iterator[str]]


def _silent_cells(rubric: Rubric[R, S, Any], _: object) -> Iterator[str]:
    for (row, col), cell in rubric.items():
        if cell is None or _is_blank(cell):
            yield f"{row!r} and {col!r} say {cell!r}"


def _is_blank(cell: object) -> bool:
    """Tell whether a text has nothing to see, as a zero-width space has not."""
    return isinstance(cell, str) and all(
        one.isspace() or unicodedata.category(one) == "Cf" for one in cell
    )


def _other_ways(rubric: Rubric[R, S, Any], ratings: _Ratings) -> Iterator[str]:
    """Write the ratings in keys, in labels and backwards."""
    by_members = _reading(rubric, ratings)
    ways: list[_Ratings] = [
        {row.key: mark.key for row, mark in ratings.items()},
        {row.label: mark.label for row, mark in ratings.items()},
        dict(reversed(ratings.items())),
    ]
    for way in ways:
        if by_members is None or _reading(rubric, way) != by_members:
            yield f"{way} for {ratings}"


def _reading(rubric: Rubric[R, S, Any], ratings: _Ratings) -> list[tuple[R, S | Gap]] | None:
    """Read the profile, in its order; None where it cannot be read."""
    try:
        return list(score(rubric, ratings, partial=True).profile.items())
    except ImplSupportError:
        return None


def _graded_gaps(rubric: Rubric[R, S, Any], ratings: _Ratings) -> Iterator[str]:
    profile = score(rubric, ratings, partial=True).profile
    for row, mark in ratings.items():
        if isinstance(mark, Gap) and profile[row] is not mark:
            yield f"{mark!r} for {row!r} is read as {profile[row]!r}"


def _lowered(rubric: Rubric[R, S, Any], ratings: _Ratings) -> Iterator[str]:
    """Raise each grade to each higher one. What is higher is told by the declaration."""
    places: dict[S | None, int] = {grade: place for place, grade in enumerate(rubric.cols)}
    before = score(rubric, ratings, partial=True)
    for (row, grade), higher in itertools.product(before.grades.items(), rubric.cols):
        after = score(rubric, {**ratings, row: higher}, partial=True)
        if places[higher] > places[grade] and places[after.lowest] < places[before.lowest]:
            yield f"{ratings}, and then {higher!r} for {row!r}"


def _out_of_bounds(rubric: Rubric[R, S, Any], ratings: _Ratings) -> Iterator[str]:
    """Fill each gap with each grade: if no single filling leaves the bounds, none does."""
    card = score(rubric, ratings, partial=True)
    gaps = [row for row, gap in card.gaps.items() if gap is not Gap.NOT_APPLICABLE]
    return (
        f"{ratings}, and then {grade!r} for {row!r}, by the rule {rule.key!r}"
        for row, grade, rule in itertools.product(gaps, rubric.cols, RULES)
        if not _holds(card, score(rubric, {**card.profile, row: grade}), rule)
    )


def _holds(card: Scorecard[R, S], filled: Scorecard[R, S], rule: SortingRule) -> bool:
    """Tell whether the bounds of a card contain those of the same card with a gap filled."""
    places: dict[S | None, int] = {grade: place for place, grade in enumerate(card.rubric.cols)}
    outer, inner = decide(card, rule), decide(filled, rule)
    least, most = places[outer.lowest], places[outer.highest]
    return least <= places[inner.lowest] <= places[inner.highest] <= most


def _no_values(rubric: Rubric[R, S, Any], ratings: _Ratings) -> Iterator[str]:
    card = score(rubric, ratings, partial=True)
    try:
        copy = pickle.loads(pickle.dumps(card))  # noqa: S301 -- our own bytes
        kept = copy == card and hash(copy) == hash(card)
    except (AttributeError, TypeError, pickle.PicklingError) as error:
        yield str(error)
    else:
        if not kept:
            yield f"the copy of {card!r} is {copy!r}"


_LAWS: Final = (
    _Law("every cell says something", _silent_cells),
    _Law("keys, labels and members give the same reading, in any order", _other_ways),
    _Law("a gap never becomes a grade", _graded_gaps),
    _Law("raising a grade never lowers the lowest grade", _lowered),
    _Law("the bounds of a verdict contain every filling", _out_of_bounds),
    _Law("a card hashes and pickles", _no_values),
)
