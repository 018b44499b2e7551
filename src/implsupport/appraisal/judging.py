"""From several assessors to a verdict: agreement, consensus, and what each rule makes of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import attrs

from implsupport.appraisal.results import Agreed, Case, Judgement, Place, Ruling
from implsupport.evaluation.expectations import Cross, cross
from implsupport.evaluation.panels import (
    Consensus,
    Difference,
    Panel,
    Subject,
    agreement,
    consensus,
    differences,
)
from implsupport.evaluation.verdicts import RULES, SortingRule, Verdict, acceptability, decide
from implsupport.matrix import Rubric
from implsupport.readings import Scorecard
from implsupport.records import Assessment, Decision
from implsupport.terms import FrozenMap

if TYPE_CHECKING:
    from implsupport.evaluation.matching import Match

__all__ = ["Judging", "crosses"]


@attrs.frozen
class Judging:
    """The first ratings of a study by one rubric, and what becomes of them.

    Attributes:
        rubric: The rubric.
        panel: The first ratings.
        agreed: What stands for each item, by the lower median and by recorded decisions.
        rule: The rule asked for, or None.
    """

    rubric: Rubric[Any, Any, Any]
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
        panel = Panel.of_assessments(rubric, [a for a in assessments if a.rubric == rubric.key])
        return cls(rubric, panel, consensus(panel, decisions=decisions), rule)

    def agreement(self) -> Iterator[Agreed]:
        """Find how far assessors agree, wherever two or more judged on one layer at one date."""
        for at in self.panel.strata:
            panel = self.panel.only(layer=at.layer, date=at.date)
            names = tuple(dict.fromkeys(panel.assessors))
            if len(names) > 1:
                found = agreement(panel)
                yield Agreed(
                    rubric=self.rubric.key,
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

    def judgements(self, case: str) -> Iterator[Judgement]:
        """Say what the assessors of a case come to, for each object, layer and date."""
        for subject, card in self.agreed.cards.items():
            if subject.case == case:
                yield self._judgement(subject, card)

    def _judgement(self, subject: Subject, card: Scorecard[Any, Any]) -> Judgement:
        outcomes = tuple(
            outcome
            for outcome in self.agreed.outcomes
            if (*outcome.item[:3], *outcome.item[4:]) == subject
        )
        names = {name: None for outcome in outcomes for name in outcome.ratings}
        return Judgement(
            object=str(subject.object),
            layer=subject.layer,
            date=subject.date,
            assessors=tuple(names),
            card=card,
            outcomes=outcomes,
            rulings=tuple(_ruling(card, rule) for rule in _rules(self.rule)),
        )


def _rules(rule: SortingRule | None) -> Iterable[SortingRule]:
    """Put the rule asked for first; the named rules stand beside it."""
    return dict.fromkeys((*((rule,) if rule else ()), *RULES))


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


def crosses(cases: Iterable[Case], rule: SortingRule) -> FrozenMap[str, Cross[Any, Any, Any, Any]]:
    """Cross the support described with the verdict, layer by layer.

    A case stands in a layer by its last place there as a whole and its last judgement of the
    support programme there; judgements of different layers are never joined.
    """
    matches: dict[str, dict[str, Match[Any, Any]]] = {}
    verdicts: dict[str, dict[str, Verdict[Any, Any]]] = {}
    for case in cases:
        for layer, place in _last_places(case).items():
            if place.match:
                matches.setdefault(layer, {})[case.key] = place.match
        for layer, judgement in _last_judgements(case).items():
            verdicts.setdefault(layer, {})[case.key] = decide(judgement.card, rule)
    both = [layer for layer in matches if layer in verdicts]
    return FrozenMap({layer: cross(matches[layer], verdicts[layer]) for layer in both})


def _last_places(case: Case) -> dict[str, Place]:
    """Find the last place of the whole policy in each layer, where its order can be told."""
    last = {path.layer or "": path.moments[-1] for path in case.paths if path.part is None}
    whole = [place for place in case.places if place.part is None]
    alone = {p.layer or "": p for p in whole if sum(q.layer == p.layer for q in whole) == 1}
    ended = {
        layer: place
        for layer, moment in last.items()
        for place in whole
        if len(moment.points) == 1 and (place.layer or "") == layer and _is_at(place, moment)
    }
    return {**alone, **ended}


def _is_at(place: Place, moment: Any) -> bool:  # noqa: ANN401
    return (place.date, place.step) == (moment.points[0].date, moment.points[0].step)


def _last_judgements(case: Case) -> dict[str, Judgement]:
    """Find the last judgement of the support programme in each layer; dates sort as text."""
    given = [one for one in case.judgements if one.object == "support-programme"]
    return {one.layer or "": one for one in sorted(given, key=lambda one: one.date or "")}
