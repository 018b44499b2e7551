"""From several assessors to a verdict: agreement, consensus, and what each rule makes of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

import attrs

from implsupport.appraisal.results import Agreed, Case, Crossing, Judgement, Place, Ruling
from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.evaluation.expectations import cross
from implsupport.evaluation.panels import (
    Consensus,
    Difference,
    Outcome,
    Panel,
    Subject,
    agreement,
    consensus,
    differences,
)
from implsupport.evaluation.trajectories import Trajectory
from implsupport.evaluation.verdicts import (
    RULES,
    SortingRule,
    Verdict,
    acceptability,
    decide,
)
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard, score
from implsupport.records import Assessment, Decision
from implsupport.terms import FrozenMap

__all__ = ["Judging", "crosses", "rules"]


@attrs.frozen
class Judging:
    """The first ratings of a study by one rubric, and what becomes of them.

    Attributes:
        rubric: The rubric.
        given: The assessments by it; those without a name are told apart by a number.
        panel: The first ratings.
        agreed: What stands for each item, by the lower median and by recorded decisions.
        rule: The rule asked for, or None.
    """

    rubric: Rubric[Any, Any, Any]
    given: tuple[Assessment, ...]
    panel: Panel[Any, Any]
    agreed: Consensus[Any, Any]
    rule: SortingRule | None

    @classmethod
    def of(
        cls,
        rubric: Rubric[Any, Any, Any],
        assessments: Iterable[Assessment],
        decisions: Iterable[Decision],
        rule: SortingRule | None,
    ) -> "Judging":
        """Read the assessments and decisions by one rubric."""
        given = tuple(_named([one for one in assessments if one.rubric == rubric.key]))
        panel = Panel.of_assessments(rubric, given)
        return cls(rubric, given, panel, consensus(panel, decisions=decisions), rule)

    def agreement(self) -> Iterator[Agreed]:
        """Find how far assessors agree, for each object, layer and date that two or more judged."""
        for judged in dict.fromkeys(one.object for one in self.given):
            of_object = [one for one in self.given if one.object == judged]
            yield from self._agreement(judged, Panel.of_assessments(self.rubric, of_object))

    def _agreement(self, judged: str, whole: Panel[Any, Any]) -> Iterator[Agreed]:
        for at in whole.strata:
            panel = whole.only(layer=at.layer, date=at.date)
            names = tuple(dict.fromkeys(panel.assessors))
            if len(names) > 1:
                found = agreement(panel)
                yield Agreed(
                    rubric=self.rubric.key,
                    object=judged,
                    layer=at.layer,
                    date=at.date,
                    assessors=names,
                    coefficient=found.coefficient.key,
                    overall=found.overall,
                    by_criterion=FrozenMap({c.key: e for c, e in found.by_criterion.items()}),
                    interval=found.interval,
                )

    def differences(self) -> tuple[Difference[Any, Any], ...]:
        """List what is judged differently in different layers."""
        return differences(self.panel)

    def judgements(self, case: str) -> Iterable[Judgement]:
        """Say what the assessors of a case come to, for each object, layer and date."""
        return self._judged.get(case, ())

    @cached_property
    def _judged(self) -> Mapping[str, Sequence[Judgement]]:
        """Gather the judgements by case, in one pass: a study may have thousands."""
        outcomes: dict[tuple[object, ...], list[Outcome[Any, Any]]] = {}
        for outcome in self.agreed.outcomes:
            about = (*outcome.item[:3], *outcome.item[4:])
            outcomes.setdefault(about, []).append(outcome)
        found: dict[str, list[Judgement]] = {}
        for subject, card in self.agreed.cards.items():
            judgement = self._judgement(subject, card, tuple(outcomes[subject]))
            found.setdefault(subject.case, []).append(judgement)
        return found

    def _judgement(
        self, subject: Subject, card: Scorecard[Any, Any], outcomes: tuple[Outcome[Any, Any], ...]
    ) -> Judgement:
        names = {name: None for outcome in outcomes for name in outcome.ratings}
        return Judgement(
            object=str(subject.object),
            layer=subject.layer,
            date=subject.date,
            assessors=tuple(names),
            card=card,
            outcomes=outcomes,
            rulings=tuple(_ruling(card, rule) for rule in rules(self.fitting)),
            misfit=self.misfit,
        )

    @cached_property
    def misfit(self) -> str | None:
        """Why the rule asked for cannot be used on the rubric, or None."""
        if self.rule is None:
            return None
        try:
            decide(score(self.rubric, {}, partial=True), self.rule)
        except (FrameworkError, UnknownTermError) as error:
            return str(error)
        return None

    @property
    def fitting(self) -> SortingRule | None:
        """The rule asked for, if it fits the rubric."""
        return None if self.misfit else self.rule


def _named(assessments: list[Assessment]) -> Iterator[Assessment]:
    """Number the assessors without a name who judged the same thing."""
    about = [(a.policy, a.object, a.layer, a.date, a.assessor) for a in assessments]
    times, met = Counter(about), Counter[tuple[object, ...]]()
    for key, given in zip(about, assessments, strict=True):
        met[key] += 1
        if given.assessor is None and times[key] > 1:
            yield given.model_copy(update={"assessor": f"assessor without a name ({met[key]})"})
        else:
            yield given


def rules(rule: SortingRule | None) -> tuple[SortingRule, ...]:
    """Put the rule asked for first; the named rules stand beside it, each key once."""
    named = {one.key: one for one in RULES}
    first = {rule.key: rule} if rule else {}
    return tuple((first | named | first).values())


def _ruling(card: Scorecard[Any, Any], rule: SortingRule) -> Ruling:
    verdict, shares = decide(card, rule), acceptability(card, rule).shares
    return Ruling(
        rule=rule.key,
        lowest=verdict.lowest.key if verdict.lowest else None,
        highest=verdict.highest.key if verdict.highest else None,
        settled=verdict.settled,
        decisive=tuple(tuple(row.key for row in rows) for rows in verdict.decisive),
        reasons=verdict.reasons,
        shares=FrozenMap({g.key: pair for g, pair in shares.items()}) if shares else None,
    )


# --- support against success ---


def crosses(cases: tuple[Case, ...], judging: Iterable[Judging]) -> tuple[Crossing, ...]:
    """Cross the support described with the verdict, by rubric and by layer.

    A case stands in a layer by its last place there as a whole and its last judgement of the
    support programme there; judgements of different layers are never joined.
    """
    return tuple(crossing for by in judging for crossing in _crossings(cases, by))


def _crossings(cases: tuple[Case, ...], by: Judging) -> Iterator[Crossing]:
    """Cross by the rule asked for; without one by every named rule, for none is preferred."""
    places = {case.key: _last_places(case) for case in cases}
    layers = dict.fromkeys(layer for case in cases for layer in places[case.key])
    asked = (by.fitting,) if by.fitting else RULES
    for layer, rule in product(layers, asked):
        verdicts = _verdicts(cases, by, rule).get(layer)
        found = {case: place.match for case, of in places.items() if (place := of.get(layer))}
        matches = {case: match for case, match in found.items() if match}
        if matches and verdicts:
            without = (c for c in cases if c.key in verdicts.keys() - matches.keys())
            yield Crossing(
                layer=layer,
                rubric=by.rubric.key,
                rule=rule.key,
                cross=cross(matches, verdicts),
                unplaced=FrozenMap({case.key: _why_unplaced(case, layer) for case in without}),
            )


def _verdicts(
    cases: Iterable[Case], by: Judging, rule: SortingRule
) -> dict[str | None, dict[str, Verdict[Any, Any]]]:
    found: dict[str | None, dict[str, Verdict[Any, Any]]] = {}
    for case in cases:
        for layer, judgement in _last_judgements(case, by.rubric.key).items():
            found.setdefault(layer, {})[case.key] = decide(judgement.card, rule)
    return found


def _why_unplaced(case: Case, layer: str | None) -> str:
    """Say why a case has no match on a layer: which of its places or approaches is wanting."""
    here = [place for place in case.places if place.layer == layer]
    if not case.places:
        return "it is not placed in the matrix"
    if not here:
        layers = dict.fromkeys(place.layer or "no layer named" for place in case.places)
        return f"it is placed only on another layer ({', '.join(layers)})"
    if all(place.part for place in here):
        return "only parts of it are placed"
    if layer not in _last_places(case):
        return "it is placed more than once, and which place is the last cannot be told"
    return "its support is not described, or nobody has read which features it shows"


def _last_places(case: Case) -> dict[str | None, Place]:
    """Find the last place of the whole policy in each layer, where its order can be told."""
    whole = [place for place in case.places if place.part is None]
    alone = {p.layer: p for p in whole if sum(q.layer == p.layer for q in whole) == 1}
    paths = [path for path in case.paths if path.part is None]
    ended = {
        path.layer: place
        for path in paths
        for place in whole
        if sum(other.layer == path.layer for other in paths) == 1
        and place.layer == path.layer
        and _ends_at(path, place)
    }
    return {**alone, **ended}


def _ends_at(path: Trajectory, place: Place) -> bool:
    points = path.moments[-1].points
    at = (place.date, place.step, place.assessor)
    return len(points) == 1 and at == (points[0].date, points[0].step, path.assessor)


def _last_judgements(case: Case, rubric: str) -> dict[str | None, Judgement]:
    """Find the last judgement of the support programme in each layer, where it can be told."""
    given = [
        one
        for one in case.judgements
        if one.object == "support-programme" and one.card.rubric.key == rubric
    ]
    return {one.layer: one for one in given if _is_last(one, given)}


def _is_last(one: Judgement, given: list[Judgement]) -> bool:
    """Compare dates as text, which orders them unless one holds the other or is missing."""
    others = [other.date for other in given if other.layer == one.layer and other is not one]
    return all(
        date and one.date and date < one.date and not one.date.startswith(date) for date in others
    )
