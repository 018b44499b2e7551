"""Which case stands above which, without adding grades up, and what sets the high cases apart."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Generic, TypeVar

import attrs

from implsupport.errors import FrameworkError, UnknownKeyError, UnknownTermError, nearest, shown
from implsupport.given import plain, require_each, require_mapping
from implsupport.readings import MAKE_A_CARD, Scorecard
from implsupport.terms import FrozenMap, Gap, Scale, Term

__all__ = ["Dominance", "Separation", "dominates", "separates", "tally_dominates"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)


# --- two cards ---


class Dominance(Scale):
    """Whether one card stands above another, least to most sure.

    In a condition only *certainly* is true: `if dominates(a, b):` takes no possibility for a
    fact.

    Source:
        This library. Status: ours.

    >>> bool(Dominance.POSSIBLY), Dominance.POSSIBLY < Dominance.CERTAINLY
    (False, True)
    """

    NO = "no", "not so, whatever grades fill the gaps"
    POSSIBLY = "possibly", "so for some grades in the gaps, but not for all"
    CERTAINLY = "certainly", "so, whatever grades fill the gaps"

    def __bool__(self) -> bool:
        """Only what is certain is true."""
        return self is Dominance.CERTAINLY


def dominates(a: Scorecard[R, S], b: Scorecard[R, S]) -> Dominance:
    """Tell whether a card is at least as high as another on every criterion, and higher on one.

    The gaps of the two cards are filled independently of each other. A criterion applicable to
    neither is left out. One that is applicable to only one of them has no grade to compare, so
    neither card dominates.

    Args:
        a: The card that may stand above.
        b: The card that may stand below, of the same rubric.

    Returns:
        *Certainly* if it holds for every filling of the gaps, *possibly* if for some, else *no*.

    Raises:
        FrameworkError: If the cards are of different rubrics, or one is none.

    Source:
        Pareto dominance; the treatment of gaps is a choice of this library. Status: ours.

    >>> from implsupport import success
    >>> low = success.score(dict.fromkeys(success.Criterion, "conflicted-attainment"))
    >>> high = success.score(dict.fromkeys(success.Criterion, "relative-success"))
    >>> unknown = success.score({}, partial=True)
    >>> dominates(high, low), dominates(high, unknown), dominates(low, high)
    (Dominance.CERTAINLY, Dominance.POSSIBLY, Dominance.NO)
    """
    _require_one_rubric("dominates", (a, b))
    return _answer(a, b, _is_above)


def _is_above(a: Mapping[Any, Scale], b: Mapping[Any, Scale]) -> bool:
    return a.keys() == b.keys() and a != b and all(a[row] >= b[row] for row in a)


def tally_dominates(a: Scorecard[R, S], b: Scorecard[R, S]) -> Dominance:
    """Tell whether a card is at least as good as another, whatever the grades are worth.

    With criteria equally weighted it does not matter which criterion has which grade, only how
    many have it. A card is at least as good if, for each grade, at least as large a share of
    its applicable criteria stands at the grade or above; then its mean worth is no less, for
    every worth of the grades that rises with the scale. Two cards of one tally are as good as
    each other: a card is better where the other is not at least as good in turn.

    The gaps of the two cards are filled independently of each other. Cards may differ in how
    many criteria are applicable, for shares are compared; a card without any has no share, and
    the answer is *no*.

    Args:
        a: The card that may be at least as good.
        b: The card to compare it with, of the same rubric.

    Returns:
        *Certainly* if it holds for every filling of the gaps, *possibly* if for some, else *no*.

    Raises:
        FrameworkError: If the cards are of different rubrics, or one is none.

    Source:
        hadar-russell-1969 for first-degree stochastic dominance; its use on tallies, gaps and
        criteria that are not applicable are a choice of this library. Status: ours.

    >>> from implsupport import success
    >>> ratings = dict.fromkeys(success.Criterion, "conflicted-attainment")
    >>> clear = success.score(ratings | {success.Criterion.CLARITY: "relative-success"})
    >>> backed = success.score(ratings | {success.Criterion.POLITICS: "relative-success"})
    >>> dominates(clear, backed), tally_dominates(clear, backed)
    (Dominance.NO, Dominance.CERTAINLY)
    """
    _require_one_rubric("tally_dominates", (a, b))
    return _answer(a, b, _is_as_good)


def _is_as_good(a: Mapping[Any, Scale], b: Mapping[Any, Scale]) -> bool:
    grades = {*a.values(), *b.values()}
    return bool(a and b) and all(
        _count(a, grade) * len(b) >= _count(b, grade) * len(a) for grade in grades
    )


def _count(grades: Mapping[Any, Scale], least: Scale) -> int:
    return sum(grade >= least for grade in grades.values())


def _answer(
    a: Scorecard[R, S],
    b: Scorecard[R, S],
    holds: Callable[[Mapping[R, S], Mapping[R, S]], bool],
) -> Dominance:
    """Ask in the worst case for the first card, then in the best: none lies outside these."""
    if holds(_filled(a, min(a.rubric.cols)), _filled(b, max(b.rubric.cols))):
        return Dominance.CERTAINLY
    if holds(_filled(a, max(a.rubric.cols)), _filled(b, min(b.rubric.cols))):
        return Dominance.POSSIBLY
    return Dominance.NO


def _filled(card: Scorecard[R, S], grade: S) -> dict[R, S]:
    """Put a grade into every gap that a grade could fill, and leave the others out."""
    return {
        row: grade if isinstance(mark, Gap) else mark
        for row, mark in card.profile.items()
        if mark is not Gap.NOT_APPLICABLE
    }


def _require_one_rubric(of: str, cards: Collection[Scorecard[Any, Any]]) -> None:
    require_each(Scorecard, cards, of, MAKE_A_CARD)
    rubrics = [card.rubric for card in cards]
    foreign = dict.fromkeys(rubric.key for rubric in rubrics if rubric != rubrics[0])
    if foreign:
        problem = "cards of it and of {} cannot be compared: another rubric"
        raise FrameworkError(rubrics[0].key, tuple(problem.format(repr(key)) for key in foreign))


# --- many cards and an outcome ---


@attrs.frozen
class Separation(Generic[R, S]):
    """Which criteria set the cases with a high outcome apart from those with a low one.

    Attributes:
        high: The cases with a high outcome, in the order given.
        low: The cases with a low outcome, in the order given.
        criteria: Those that separate the two, in the rubric's order: each high case stands
            above each low case.
        tested: Those that could be told, in the rubric's order. The more are tested on few
            cases, the more will separate them by chance.
        untold: Criterion to the cases with a gap there, for those that cannot be told.

    >>> from implsupport import success
    >>> separates({"a": success.score({}, partial=True)}, {"a": True}).contrast
    False
    """

    high: tuple[str, ...]
    low: tuple[str, ...]
    criteria: tuple[R, ...]
    tested: tuple[R, ...]
    untold: FrozenMap[R, tuple[str, ...]]

    @property
    def contrast(self) -> bool:
        """Whether there is a case of either outcome; without one nothing is tested."""
        return bool(self.high and self.low)


def separates(
    cards: Mapping[str, Scorecard[R, S]], outcome: Mapping[str, bool]
) -> Separation[R, S]:
    """Find the criteria on which the lowest high case is above the highest low case.

    Args:
        cards: Case to its card; all of one rubric.
        outcome: Case to whether its outcome is high; the same cases.

    Returns:
        The criteria that separate, among how many that were tested. A criterion with a gap in
        any case cannot be told, and without a case of either outcome nothing is tested.

    Raises:
        UnknownKeyError: If a case has a card and no outcome, or an outcome and no card: every
            such case.
        UnknownTermError: If an outcome is not True or False: every such outcome.
        FrameworkError: If the cards are of different rubrics, or one is none.

    Source:
        This library: complete separation, stricter than the constructs that distinguish cases
        in studies with the Consolidated Framework for Implementation Research. Status: ours.

    >>> from implsupport import success
    >>> good = success.score({"clarity": "relative-success"}, partial=True)
    >>> bad = success.score({"clarity": "relative-failure"}, partial=True)
    >>> found = separates({"a": good, "b": bad}, {"a": True, "b": False})
    >>> found.criteria, len(found.tested), len(found.untold)
    ((Criterion.CLARITY,), 1, 5)
    """
    require_mapping(cards, "separates", "cases to cards")
    require_mapping(outcome, "separates", "cases to outcomes")
    is_high = {case: plain(given) for case, given in outcome.items()}
    _require_outcomes(cards, is_high)
    _require_one_rubric("separates", cards.values())
    high = tuple(case for case in cards if is_high[case])
    low = tuple(case for case in cards if not is_high[case])
    if not high or not low:
        return Separation(high, low, (), (), FrozenMap())
    grades = {case: card.grades for case, card in cards.items()}
    rows = tuple(cards[high[0]].profile)
    gaps = {row: tuple(case for case in cards if row not in grades[case]) for row in rows}
    tested = tuple(row for row in rows if not gaps[row])
    criteria = tuple(
        row
        for row in tested
        if min(grades[case][row] for case in high) > max(grades[case][row] for case in low)
    )
    untold = FrozenMap({row: cases for row, cases in gaps.items() if cases})
    return Separation(high, low, criteria, tested, untold)


def _require_outcomes(cards: Mapping[str, object], outcome: Mapping[str, object]) -> None:
    _require_keys("card for", outcome, cards)
    _require_keys("outcome for", cards, outcome)
    expected = ("True or False",)
    wrong = [
        UnknownTermError(shown(given), "outcome", expected, noun="truth value", where=str(case))
        for case, given in outcome.items()
        if not isinstance(given, bool)
    ]
    if wrong:
        raise UnknownTermError.together(wrong)


def _require_keys(what: str, asked: Iterable[str], known: Collection[str]) -> None:
    lacking = [key for key in asked if key not in known]
    if lacking:
        given = ", ".join(shown(key) for key in lacking)
        raise UnknownKeyError(given, what, tuple(known), nearest(lacking[0], known))
