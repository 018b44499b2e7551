"""Several assessors: how far they agree, and what they settle on.

A `Panel` keeps the first ratings. `agreement` compares them, `consensus` proposes one mark for
each item, `history` sets what was decided beside them, and `differences` lists where layers differ.
The first ratings stay as they were, whatever is made of them.
"""

import functools
import itertools
import math
import operator
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

import attrs

from implsupport import readings
from implsupport.errors import (
    FrameworkError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.evaluation import coefficients, tallies
from implsupport.evaluation.coefficients import Coefficient, Estimate
from implsupport.evaluation.ratings import (
    Axis,
    Item,
    Panel,
    Stratum,
    date_order,
    is_date,
    item_order,
    refuse,
    twice,
)
from implsupport.given import require_fields
from implsupport.matrix import Rubric
from implsupport.notebooks import table
from implsupport.readings import Decided, Scorecard
from implsupport.terms import FrozenMap, Gap, Scale, Term

__all__ = [
    "Agreement",
    "Axis",
    "Coefficient",
    "Consensus",
    "ConsensusRule",
    "Difference",
    "Entry",
    "Estimate",
    "Interval",
    "Item",
    "Outcome",
    "Panel",
    "Settlement",
    "Stratum",
    "Subject",
    "agreement",
    "consensus",
    "decided_items",
    "differences",
    "history",
]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)


# --- agreement ---

_FEWEST_CASES: Final = 10
_BOUNDS: Final = (25, 975)  # of a thousand replicates
_TWO: Final = 2


@attrs.frozen
class Interval:
    """Between which values a coefficient stays if the cases are drawn again, or why that is open.

    The bounds are the 2.5th and the 97.5th percentile of the replicates by nearest rank: values
    that occurred.

    Attributes:
        lowest: The lower bound, or None where there is no interval.
        highest: The upper bound, or None where there is no interval.
        reason: Why there is no interval; empty where there is one.
        cases: The number of cases that were drawn from.
        undefined: The number of replicates in which the coefficient was undefined; the bounds are
            those of the others.

    >>> Interval(None, None, "4 cases are too few to be drawn again").lowest is None
    True
    """

    lowest: float | None
    highest: float | None
    reason: str = ""
    cases: int = 0
    undefined: int = 0


@attrs.frozen
class Agreement(Generic[R, S]):
    """How far the assessors of a panel agree, by one coefficient; worked out on demand.

    Judgements of different layers and dates are kept apart: where a panel has several, there is
    a result for each in `strata`, and none over all unless they were pooled.

    Attributes:
        panel: The first ratings.
        coefficient: The coefficient.
        is_pooled: Whether layers and dates were pooled.
        replicates: How many times the cases are drawn again for the interval.
        seed: Which random numbers are taken for that.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-success"),
    ...     ("y", None, None, "clarity", "A", None, None, "relative-failure"),
    ...     ("y", None, None, "clarity", "B", None, None, "conflicted-attainment"),
    ... ]
    >>> found = agreement(Panel.of(success.SUCCESS, rows), "percent")
    >>> found.overall, found.by_case["y"].value
    (Estimate(value=0.5, reason='', units=2), 0.0)
    >>> found.interval.reason
    'an interval needs 10 cases to draw again, and these are 2'
    """

    panel: Panel[R, S]
    coefficient: Coefficient
    is_pooled: bool
    replicates: int
    seed: int

    @functools.cached_property
    def _flat(self) -> Panel[R, S] | None:
        """The ratings that can be compared, or None where there are several strata."""
        if _has_one_stratum(self.panel):
            return self.panel
        return self.panel.pooled() if self.is_pooled else None

    @functools.cached_property
    def overall(self) -> Estimate:
        """The coefficient over all items."""
        if self._flat is None:
            return Estimate(None, _apart(self.panel))
        return _estimate(self._flat, self.coefficient)

    @functools.cached_property
    def by_criterion(self) -> FrozenMap[R, Estimate]:
        """Criterion to the coefficient over its items, in the order of the framework."""
        if self._flat is None:
            return FrozenMap()
        return FrozenMap(
            {
                criterion: _estimate(self._flat.only(criterion=criterion), self.coefficient)
                for criterion in self.panel.scales
            }
        )

    @functools.cached_property
    def by_case(self) -> FrozenMap[str, Estimate]:
        """Case to the coefficient over its items, in the order of the keys."""
        if self._flat is None:
            return FrozenMap()
        return FrozenMap(
            {
                case: _estimate(self._flat, self.coefficient, span)
                for case, span in _cases(self._flat).items()
            }
        )

    @functools.cached_property
    def by_pair(self) -> FrozenMap[tuple[str | None, str | None], Estimate]:
        """Two assessors to the coefficient over the ratings of these two, in order of names."""
        if self._flat is None:
            return FrozenMap()
        pairs = itertools.combinations(dict.fromkeys(self._flat.assessors), 2)
        return FrozenMap(
            {pair: _estimate(self._flat, self.coefficient, among=pair) for pair in pairs}
        )

    @functools.cached_property
    def strata(self) -> "FrozenMap[Stratum, Agreement[R, S]]":
        """Layer and date to the agreement within them."""
        return FrozenMap(
            {
                at: attrs.evolve(self, panel=self.panel.only(layer=at.layer, date=at.date))
                for at in self.panel.strata
            }
        )

    @functools.cached_property
    def interval(self) -> Interval:
        """Between which values the overall coefficient stays if whole cases are drawn again.

        Source:
            efron-tibshirani-1993, the percentile interval; that whole cases are drawn, that ten
            are needed, and 95 % are choices of this library. Status: ours.
        """
        if self._flat is None or self.overall.value is None:
            return Interval(None, None, self.overall.reason)
        return _interval(self._flat, self.coefficient, self.replicates, self.seed)

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = [("all", self.overall), *self.by_criterion.items()]
        shown = ((name, one.reason or one.value, one.units) for name, one in rows)
        return table(self.coefficient.label, shown, ("items of", "value", "units used"))


def agreement(
    panel: Panel[R, S],
    coefficient: Coefficient | str = "ordinal-alpha",
    *,
    pool: bool = False,
    replicates: int = 10_000,
    seed: int = 0,
) -> Agreement[R, S]:
    """Find how far assessors agree, within one layer and date.

    Gaps are left out: only grades are compared. No value is called good or bad here. Objects and
    parts are different items, and never compared with each other.

    Args:
        panel: The first ratings.
        coefficient: Which coefficient; `Coefficient` says which assume distances between grades.
        pool: Whether to compare judgements of different layers and dates. A difference between
            layers is a finding and no unreliability, so that has to be asked for.
        replicates: How many times to draw the cases again for the interval, 1 or more.
        seed: Which random numbers to take for that.

    Returns:
        The coefficient overall, by criterion, by case and by pair of assessors, each with the
        number of units used, or undefined with the reason; and an interval.

    Raises:
        UnknownTermError: If there is no such coefficient, or the replicates or the seed are not
            whole numbers: both findings in one error.
        FrameworkError: If what is given is no panel.

    Source:
        Each coefficient names its own; that strata are kept apart is ours. Status: ours.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-failure"),
    ... ]
    >>> found = agreement(Panel.of(success.SUCCESS, rows), "percent")
    >>> found.overall.value, found.overall.units
    (0.0, 1)
    """
    _require_panel(panel)
    _require_whole(replicates=replicates, seed=seed)
    return Agreement(panel, Coefficient.of(coefficient), pool, replicates, seed)


def _require_panel(given: object) -> None:
    """Refuse rows, assessments and frames: they are to be read first."""
    if not isinstance(given, Panel):
        problem = (
            f"{shown(given)} is not a panel; make one with Panel.of, Panel.of_assessments, "
            "Panel.of_positions or frames.panel"
        )
        raise FrameworkError("panel", (problem,))


def _require_whole(*, replicates: int, seed: int) -> None:
    """Refuse what cannot be drawn with: without a seed, results could not be repeated."""
    wrong: list[UnknownTermError] = []
    if type(replicates) is not int or replicates < 1:
        expected = ("a whole number, 1 or more",)
        wrong.append(UnknownTermError(shown(replicates), "replicates", expected, noun="value"))
    if type(seed) is not int:
        wrong.append(UnknownTermError(shown(seed), "seed", ("a whole number",), noun="value"))
    if wrong:
        raise UnknownTermError.together(wrong)


def _has_one_stratum(panel: Panel[Any, Any]) -> bool:
    """Tell by the first and the last item: items stand in the order of their strata."""
    return not panel.items or panel.items[0].stratum == panel.items[-1].stratum


def _apart(panel: Panel[Any, Any]) -> str:
    return (
        f"judgements of {len(panel.strata)} different layers or dates are not compared with each "
        "other: see strata, or pass pool=True"
    )


def _cases(panel: Panel[Any, Any]) -> dict[str, slice]:
    """Find the items of each case; within one layer and date they stand together."""
    found: dict[str, slice] = {}
    start = 0
    for case, items in itertools.groupby(panel.items, operator.attrgetter("case")):
        stop = start + sum(1 for _ in items)
        found[case] = slice(start, stop)
        start = stop
    return found


_EVERY: Final = slice(None)


def _estimate(
    panel: Panel[R, S],
    coefficient: Coefficient,
    span: slice = _EVERY,
    among: Sequence[str | None] | None = None,
) -> Estimate:
    """Work out a coefficient over a span of the items, among all assessors or those named."""
    named = zip(panel.assessors, panel.columns(span), strict=True)
    columns = [of for name, of in named if any(of) and (among is None or name in among)]
    grades = _grades(panel, span)
    if not grades:
        return Estimate(None, _SCALES_DIFFER)
    if coefficient.compares_two and len(columns) != _TWO:
        were = "was" if len(columns) == 1 else "were"
        return Estimate(None, _NOT_TWO.format(len(columns), were))
    patterns, counts = tallies.tally(columns, grades, paired=coefficient.compares_two)
    parts = coefficients.parts(coefficient, patterns, grades)
    sums = [math.fsum(map(operator.mul, counts, part)) for part in parts]
    return coefficients.estimate(coefficient, sums, grades)


_SCALES_DIFFER: Final = "the criteria are graded on different scales: see by_criterion"
_NOT_TWO: Final = (
    "Cohen's kappa needs two ratings of an item, one by each of two assessors, and up to {} {} "
    "given: compare two within one layer and date, as by_pair does, or take ordinal-alpha"
)


def _grades(panel: Panel[R, S], span: slice = _EVERY) -> int:
    """Count the grades of the declared scale; 0 where items are graded on different ones.

    The two axes of a typology have a scale each. They count as one where the keys are the same.
    """
    if isinstance(panel.framework, Rubric):
        return len(panel.framework.cols)
    scales = panel.scales
    used = {item.criterion for item in panel.items[span]} or set(scales)
    keys = {tuple(grade.key for grade in scales[criterion]) for criterion in used}
    return len(keys.pop()) if len(keys) == 1 else 0


def _interval(
    panel: Panel[Any, Any], coefficient: Coefficient, replicates: int, seed: int
) -> Interval:
    sizes, sums = _kinds(panel, coefficient)
    cases = sum(size for size, of_case in zip(sizes, sums, strict=True) if of_case[0])
    if cases < _FEWEST_CASES:
        these = "there is 1" if cases == 1 else f"these are {cases}"
        reason = f"an interval needs {_FEWEST_CASES} cases to draw again, and {these}"
        return Interval(None, None, reason, cases)
    grades = _grades(panel)
    drawn = tallies.resampled(sizes, sums, replicates, seed)
    values = [coefficients.estimate(coefficient, again, grades).value for again in drawn]
    defined = sorted(value for value in values if value is not None)
    undefined = replicates - len(defined)
    if not defined:
        reason = "the coefficient is undefined for all the cases that were drawn again"
        return Interval(None, None, reason, cases, undefined)
    lowest, highest = (-(-len(defined) * bound // 1000) - 1 for bound in _BOUNDS)
    return Interval(defined[lowest], defined[highest], "", cases, undefined)


def _kinds(panel: Panel[Any, Any], coefficient: Coefficient) -> tuple[list[int], list[list[float]]]:
    """Count the cases that are alike, and sum what a case of each kind contributes, if anything."""
    grades, paired = _grades(panel), coefficient.compares_two
    patterns, labels = tallies.labelled(panel.columns(), grades, paired=paired)
    of_pattern = list(zip(*coefficients.parts(coefficient, patterns, grades), strict=True))
    alike = Counter(tuple(sorted(labels[span])) for span in _cases(panel).values())
    sizes: list[int] = []
    sums: list[list[float]] = []
    for kind, size in sorted(alike.items()):
        patterns_of = (of_pattern[label] for label in kind)
        of_kind: list[float] = [math.fsum(part) for part in zip(*patterns_of, strict=True)]
        if any(of_kind):
            sizes.append(size)
            sums.append(of_kind)
    return sizes, sums


# --- consensus ---


class ConsensusRule(Term):
    """How one grade is proposed for several.

    Source:
        Neither averages grades or uses distances between them. Status: ours.

    >>> ConsensusRule.of("lower median")
    ConsensusRule.LOWER_MEDIAN
    """

    LOWER_MEDIAN = (
        "lower-median",
        "the middle grade in the order of the scale, and the lower of the middle two",
    )
    MAJORITY = "majority", "the grade that more than half of those who graded gave, if there is one"


class Subject(NamedTuple):
    """What a card is about: an item without its criterion.

    Attributes:
        case: The key of the policy.
        object: What is judged, or None.
        part: The part of the policy, or None for the whole.
        layer: The administrative layer judged, or None.
        date: When, or None.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-failure"),
    ... ]
    >>> next(iter(consensus(Panel.of(success.SUCCESS, rows)).cards))
    Subject(case='x', object=None, part=None, layer=None, date=None)
    """

    case: str
    object: str | None
    part: str | None
    layer: str | None
    date: str | None


@attrs.frozen
class Settlement(Generic[S]):
    """What the assessors decided for an item, as recorded.

    Attributes:
        grade: The grade they settled on.
        assessors: Who decided.
        reason: Why, or None.
        date: When they decided, or None.

    >>> from implsupport import success
    >>> grade = success.Attainment.RELATIVE_SUCCESS
    >>> Settlement(grade, ("A", "B"), "B had misread the minutes").reason
    'B had misread the minutes'
    """

    grade: S
    assessors: tuple[str, ...]
    reason: str | None = None
    date: str | None = None


@attrs.frozen
class Entry(Generic[R, S]):
    """An item with its first ratings and, beside them, what was decided.

    Attributes:
        item: What was judged.
        ratings: Assessor to first rating, in order of names; empty for a criterion that the first
            ratings left out and that was decided all the same.
        settlement: What was decided, or None.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-failure"),
    ... ]
    >>> [entry] = history(Panel.of(success.SUCCESS, rows), [])
    >>> entry.item.criterion, entry.grades["A"], entry.settlement
    (Criterion.CLARITY, Attainment.RELATIVE_SUCCESS, None)
    """

    item: Item[R]
    ratings: FrozenMap[str | None, S | Gap]
    settlement: Settlement[S] | None

    @property
    def grades(self) -> FrozenMap[str | None, S]:
        """Assessor to grade, for those who gave one."""
        return FrozenMap({name: m for name, m in self.ratings.items() if not isinstance(m, Gap)})

    @property
    def gaps(self) -> FrozenMap[str | None, Gap]:
        """Assessor to gap, for those who gave a reason in place of a grade."""
        return FrozenMap({name: m for name, m in self.ratings.items() if isinstance(m, Gap)})


@attrs.frozen
class Outcome(Entry[R, S]):
    """What one rule makes of the first ratings of an item, and of what was decided.

    Attributes:
        proposed: The grade that the rule proposes for the grades given; None if it proposes none.
        mark: What stands: the grade decided, else the one proposed, or a gap.
        discuss: Whether the assessors should discuss the item: they stand two grades apart or
            more, or disagree about the evidence, or the rule proposes nothing; and have not
            decided.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-failure"),
    ... ]
    >>> [outcome] = consensus(Panel.of(success.SUCCESS, rows)).outcomes
    >>> outcome.mark, outcome.discuss, outcome.differed
    (Gap.CONFLICTING_EVIDENCE, True, ('A', 'B'))
    """

    proposed: S | None
    mark: S | Gap
    discuss: bool

    @property
    def differed(self) -> tuple[str | None, ...]:
        """The assessors whose first rating is another than what stands, in order of names.

        *Not-assessed* is no judgement: who did not assess the item does not differ.
        """
        agreeing = (self.mark, Gap.NOT_ASSESSED)
        return tuple(name for name, first in self.ratings.items() if first not in agreeing)


@attrs.frozen
class Consensus(Generic[R, S]):
    """What one rule makes of the first ratings of a panel, item by item.

    Attributes:
        panel: The first ratings.
        rule: The rule.
        outcomes: What becomes of every item, in the order of layer, date, case, object, part and
            criterion.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "relative-failure"),
    ... ]
    >>> found = consensus(Panel.of(success.SUCCESS, rows))
    >>> found.rule, len(found.discuss)
    (ConsensusRule.LOWER_MEDIAN, 1)
    """

    panel: Panel[R, S]
    rule: ConsensusRule
    outcomes: tuple[Outcome[R, S], ...]

    @property
    def discuss(self) -> tuple[Outcome[R, S], ...]:
        """What the assessors should discuss; it stands as *conflicting-evidence* until then."""
        return tuple(outcome for outcome in self.outcomes if outcome.discuss)

    @property
    def cards(self) -> FrozenMap[Subject, Scorecard[R, S]]:
        """A card for each subject, of what stands; a criterion that nobody rated is not-assessed.

        Raises:
            FrameworkError: If the panel is of a typology, which has no cards.
        """
        rubric = self.panel.framework
        if not isinstance(rubric, Rubric):
            problem = "a typology has no cards: read the outcomes, or classify them"
            raise FrameworkError(rubric.key, (problem,))
        marks: dict[Subject, dict[R, S | Gap]] = {}
        for outcome in self.outcomes:
            item = outcome.item
            subject = Subject(item.case, item.object, item.part, item.layer, item.date)
            marks.setdefault(subject, {})[item.criterion] = outcome.mark
        return FrozenMap(
            {
                subject: readings.score(rubric, given, partial=True)
                for subject, given in marks.items()
            }
        )


def consensus(
    panel: Panel[R, S],
    rule: ConsensusRule | str = "lower-median",
    decisions: Iterable[Decided] = (),
) -> Consensus[R, S]:
    """Make one mark of the first ratings of each item, by a rule that the caller passes.

    Assessors who stand two grades apart or more have something to discuss, whatever the rule, and
    so have assessors of whom some grade and some give a gap, or who give different gaps: they
    disagree about the evidence. Until they have decided, such an item has no grade but the gap
    *conflicting-evidence*. *Not-assessed* is no judgement, and is passed over where others judge.
    A recorded decision stands in place of what the rule proposes.

    Args:
        panel: The first ratings; layers and dates are never pooled.
        rule: How a grade is proposed where several were given.
        decisions: What the assessors decided; those by another rubric are passed over. `history`
            says which item one holds for.

    Returns:
        For every item its first ratings, what is proposed, what stands and who differed.

    Raises:
        UnknownTermError: If there is no such rule, or a decision has a word that the rubric does
            not: all findings in one error, each with the number of its decision, from 1.
        UnknownKeyError: If a decision is on what nobody rated, or on ratings of which the latest
            cannot be told, and every word is known.
        IncompleteError: If an item is decided twice, and nothing else is wrong.
        FrameworkError: If what is given is no panel, or no list of decisions.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...     ("x", None, None, "clarity", "B", None, None, "conflicted-attainment"),
    ...     ("x", None, None, "politics", "A", None, None, "relative-success"),
    ...     ("x", None, None, "politics", "B", None, None, "relative-failure"),
    ... ]
    >>> clarity, politics = consensus(Panel.of(success.SUCCESS, rows)).outcomes
    >>> clarity.mark, clarity.differed, clarity.discuss
    (Attainment.CONFLICTED_ATTAINMENT, ('A',), False)
    >>> politics.mark, politics.proposed, politics.discuss
    (Gap.CONFLICTING_EVIDENCE, Attainment.RELATIVE_FAILURE, True)
    """
    by = ConsensusRule.of(rule)
    outcomes = (
        _outcome(entry, by, panel.scales[entry.item.criterion])
        for entry in history(panel, decisions)
    )
    return Consensus(panel, by, tuple(outcomes))


def _outcome(entry: Entry[R, S], rule: ConsensusRule, scale: type[S]) -> Outcome[R, S]:
    grades = tuple(scale)
    places = sorted(map(grades.index, entry.grades.values()))
    place = _proposed(places, rule)
    proposed = None if place is None else grades[place]
    mark = _standing(entry, proposed)
    if entry.settlement is None and _are_apart(places):
        mark = None
    stands = mark or Gap.CONFLICTING_EVIDENCE
    return Outcome(entry.item, entry.ratings, entry.settlement, proposed, stands, mark is None)


def _proposed(places: list[int], rule: ConsensusRule) -> int | None:
    """Propose one place on the scale for several, in order."""
    if not places:
        return None
    if rule is ConsensusRule.LOWER_MEDIAN:
        return places[(len(places) - 1) // 2]
    [(place, times)] = Counter(places).most_common(1)
    return place if 2 * times > len(places) else None


def _are_apart(places: list[int]) -> bool:
    return bool(places) and places[-1] - places[0] >= _TWO


def _standing(entry: Entry[R, S], proposed: S | None) -> S | Gap | None:
    """Find what stands, as far as the evidence goes; None where assessors disagree about it."""
    if entry.settlement is not None:
        return entry.settlement.grade
    judged = {mark for mark in entry.ratings.values() if mark is not Gap.NOT_ASSESSED}
    if not judged:
        return Gap.NOT_ASSESSED
    if len(judged) == 1:
        return judged.pop()
    return None if any(isinstance(mark, Gap) for mark in judged) else proposed


# --- what was decided ---


_Rated: TypeAlias = dict[tuple[Any, ...], list[Item[R]]]
"""Case, object, part, layer and criterion, or None for all, to the items rated there."""


def history(panel: Panel[R, S], decisions: Iterable[Decided]) -> tuple[Entry[R, S], ...]:
    """Set what was decided beside the first ratings.

    Args:
        panel: The first ratings.
        decisions: What the assessors decided; those by another rubric are passed over. One holds
            for the latest ratings of its case, object, criterion and layer that are not later
            than itself; for a criterion that these leave out, for the latest ratings of its case,
            object and layer. Which are the latest is told as in `trajectories.trace`: of steps by
            their numbers, of dates by the calendar, and not at all where a step stands beside a
            date, or a date within another, such as 2015-07 beside 2015. What has no date comes
            before anything that has one.

    Returns:
        Every item with its first ratings and its decision or None, in the order of layer, date,
        case, object, part and criterion.

    Raises:
        UnknownTermError: If a decision has a word that the rubric does not: all findings in one
            error, each with the number of its decision, from 1.
        UnknownKeyError: If a decision is on what nobody rated, be it a misspelt case, a layer left
            out or a date before all ratings, or on ratings of which the latest cannot be told, and
            every word is known.
        IncompleteError: If an item is decided twice, and nothing else is wrong.
        FrameworkError: If what is given is no panel, or no list of decisions.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> from implsupport.records import Decision
    >>> panel = Panel.of(
    ...     success.SUCCESS,
    ...     [("x", "policy", None, "clarity", "A", "local", None, "relative-success")],
    ... )
    >>> decided = {"object": "policy", "rubric": "success", "grade": "relative-success"}
    >>> try:
    ...     history(panel, [Decision(policy="x", criterion="clarity", **decided)])
    ... except UnknownKeyError as error:
    ...     print(error.where, "|", error.given, "|", error.nearest)
    decision 1 | 'x, policy, without a layer' | x, policy, layer local
    """
    _require_panel(panel)
    settled = _settled(panel, _decisions(decisions))
    entries = [
        Entry(item, ratings, settled.pop(item, None)) for item, ratings in panel.all_ratings()
    ]
    if settled:
        order = item_order(panel.framework)
        entries += [Entry(item, FrozenMap(), alone) for item, alone in settled.items()]
        entries.sort(key=lambda entry: order(entry.item))
    return tuple(entries)


def decided_items(
    panel: Panel[R, S], decisions: Iterable[Decided]
) -> tuple[Item[R] | UnknownKeyError, ...]:
    """Find the item that each decision is about, as `history` does, or why there is none.

    Args:
        panel: The first ratings.
        decisions: What was decided by the panel's own rubric.

    Returns:
        For each decision its item, or the error that `history` would raise for it alone.

    Raises:
        UnknownTermError: If a decision has a word that the rubric does not: the first.
        FrameworkError: If what is given is no panel, or no list of decisions.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> from implsupport.records import Decision
    >>> panel = Panel.of(
    ...     success.SUCCESS,
    ...     [("x", "policy", None, "clarity", "A", None, "2015", "relative-success")],
    ... )
    >>> decided = {"object": "policy", "rubric": "success", "grade": "relative-success"}
    >>> [item] = decided_items(panel, [Decision(policy="x", criterion="politics", **decided)])
    >>> item.criterion.key, item.date
    ('politics', '2015')
    """
    _require_panel(panel)
    rated = _by_place(panel.items)
    return tuple(_item_or_error(panel, rated, one) for one in _decisions(decisions))


_DECIDED: Final = (
    "policy",
    "object",
    "rubric",
    "criterion",
    "grade",
    "assessors",
    "reason",
    "date",
    "layer",
)


def _decisions(given: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- whatever a caller gave
    """Refuse what is no decision, such as a row of a table."""
    way_out = "make one with records.Decision(...)"
    return require_fields(_DECIDED, given, "decisions", "decision", way_out)


def _item_or_error(panel: Panel[R, S], rated: _Rated[R], one: Decided) -> Item[R] | UnknownKeyError:
    try:
        return _decided(panel, rated, one)[0]
    except UnknownKeyError as error:
        return error


def _settled(panel: Panel[R, S], decisions: Iterable[Decided]) -> dict[Item[R], Settlement[S]]:
    """Find the item that each decision is about, or refuse all that cannot be read."""
    rated = _by_place(panel.items)
    settled: dict[Item[R], Settlement[S]] = {}
    numbers: dict[Item[R], int] = {}
    unknown: list[UnknownTermError | UnknownKeyError] = []
    repeated: list[str] = []
    for number, one in enumerate(decisions, 1):
        if one.rubric != panel.framework.key:
            continue
        try:
            item, grade = _decided(panel, rated, one)
        except (UnknownTermError, UnknownKeyError) as error:
            unknown.append(attrs.evolve(error, where=f"decision {number}"))
            continue
        if item in settled:
            marks = (numbers[item], settled[item].grade), (number, grade)
            repeated.append(twice((one.policy, item.criterion.key), "decision", *marks))
        settled.setdefault(item, Settlement(grade, tuple(one.assessors), one.reason, one.date))
        numbers.setdefault(item, number)
    refuse(panel.framework.key, unknown, repeated)
    return settled


def _by_place(items: Iterable[Item[R]]) -> _Rated[R]:
    rated: _Rated[R] = {}
    for item in items:
        for criterion in (item.criterion, None):
            place = (item.case, item.object, item.part, item.layer, criterion)
            rated.setdefault(place, []).append(item)
    return rated


def _decided(panel: Panel[R, S], rated: _Rated[R], one: Decided) -> tuple[Item[R], S]:
    """Read one decision: the item and the grade that was settled on."""
    scales = panel.scales
    criterion = panel.criteria.of(one.criterion)
    grade = scales[criterion].of(one.grade)
    same, items = (
        rated.get((one.policy, one.object, None, one.layer, of), []) for of in (criterion, None)
    )
    item = _latest(same, one) or _latest(items, one)
    if item is None:
        raise _nobody_rated(panel, one)
    return item._replace(criterion=criterion), grade


def _nobody_rated(panel: Panel[Any, Any], one: Decided) -> UnknownKeyError:
    """Say what there are ratings of, instead of what the decision is on."""
    until = f"up to {one.date}" if one.date else None
    given = _named((one.policy, one.object, one.layer, until))
    whole = (item for item in panel.items if item.part is None)
    places = tuple(dict.fromkeys((i.case, i.object, i.layer, i.date) for i in whole))
    near = _nearest(one, places)
    return UnknownKeyError(
        shown(given), "ratings of", tuple(map(_named, places)), near and _named(near)
    )


_Place: TypeAlias = tuple[str, str | None, str | None, str | None]
"""A case, an object, a layer and a date."""


def _named(place: _Place) -> str:
    case, object_, layer, date = place
    at = f"layer {layer}" if layer else "without a layer"
    return ", ".join(filter(None, (case, object_ or "without an object", at, date)))


def _nearest(one: Decided, places: Sequence[_Place]) -> _Place | None:
    """Find the place most like that of a decision: first the case counts, then object and layer."""
    cases = dict.fromkeys(case for case, *_ in places)
    case = one.policy if one.policy in cases else nearest(one.policy, cases)
    layers = [layer for named, _, layer, _ in places if layer if named == case]
    layer = nearest(one.layer, layers) or one.layer
    among = (place for place in places if place[0] == case)
    return max(among, key=lambda p: (p[1] == one.object, p[2] == layer), default=None)


def _latest(items: Sequence[Item[R]], one: Decided) -> Item[R] | None:
    """Find the last of the items, by date or by step, that is not later than the decision."""
    before = [item for item in items if not _is_later(item.date, one.date)]
    last = max(before, key=lambda item: date_order(item.date), default=None)
    if last is not None and any(_are_untold(item.date, last.date) for item in before):
        raise _order_untold(one, before)
    return last


def _are_untold(date: str | None, last: str | None) -> bool:
    """Tell whether the order of two dates or steps, sorted as texts, is open."""
    if date is None or last is None or date == last:
        return False
    if is_date(last):
        return last.startswith(date)
    return is_date(date)


def _order_untold(one: Decided, items: Iterable[Item[Any]]) -> UnknownKeyError:
    """Say between which ratings the order is open."""
    given = shown(_named((one.policy, one.object, one.layer, None)))
    rated = dict.fromkeys(_named((i.case, i.object, i.layer, i.date)) for i in items)
    what = (
        "latest ratings, for their order is open (give all a date or all a step, and no date "
        "within another), of"
    )
    return UnknownKeyError(given, what, tuple(rated))


def _is_later(date: str | None, decided: str | None) -> bool:
    """Compare two dates as far as both are given: a month is not later than a day in it.

    A step is no date, and not later than any.
    """
    if date is None or decided is None or not is_date(date):
        return False
    known = min(len(date), len(decided))
    return date[:known] > decided[:known]


# --- differences between layers ---


@attrs.frozen
class Difference(Generic[R, S]):
    """A thing that is judged differently in different layers: a finding, and no unreliability.

    Attributes:
        item: What was judged; its layer is None.
        ranges: Layer to the lowest and the highest grade given there, in order of the layers.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", "national", None, "relative-success"),
    ...     ("x", None, None, "clarity", "A", "local", None, "relative-failure"),
    ... ]
    >>> [found] = differences(Panel.of(success.SUCCESS, rows))
    >>> found.item.case, found.is_apart
    ('x', True)
    """

    item: Item[R]
    ranges: FrozenMap[str | None, tuple[S, S]]

    @property
    def is_apart(self) -> bool:
        """Whether all of one layer stand above all of another: their ranges do not meet."""
        lowest = max(low for low, _ in self.ranges.values())
        return any(high < lowest for _, high in self.ranges.values())


def differences(panel: Panel[R, S]) -> tuple[Difference[R, S], ...]:
    """List what is judged differently in different layers at one date.

    Args:
        panel: The first ratings.

    Returns:
        Every case, object, part, criterion and date whose layers differ in the lowest or the
        highest grade given, in the order of date, case, object, part and criterion. Layers
        without a grade are left out.

    Raises:
        FrameworkError: If what is given is no panel.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> rows = [
    ...     ("x", None, None, "clarity", "A", "national", None, "relative-success"),
    ...     ("x", None, None, "clarity", "A", "local", None, "relative-failure"),
    ... ]
    >>> [finding] = differences(Panel.of(success.SUCCESS, rows))
    >>> list(finding.ranges), finding.is_apart
    (['local', 'national'], True)
    """
    _require_panel(panel)
    ranges: dict[Item[R], dict[str | None, tuple[S, S]]] = {}
    for item, ratings in panel.all_ratings():
        grades = [mark for mark in ratings.values() if not isinstance(mark, Gap)]
        if grades:
            of_layers = ranges.setdefault(item._replace(layer=None), {})
            of_layers[item.layer] = min(grades), max(grades)
    order = item_order(panel.framework)
    return tuple(
        Difference(item, FrozenMap(ranges[item]))
        for item in sorted(ranges, key=order)
        if len(set(ranges[item].values())) > 1
    )
