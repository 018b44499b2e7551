"""Read a whole study: every policy its place, its support, its cards, each with its source."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar

import attrs

from implsupport.appraisal.judging import Judging, crosses, rules
from implsupport.appraisal.programme import programme
from implsupport.appraisal.results import (
    Appraisal,
    Approach,
    Card,
    Case,
    Cited,
    Context,
    Governance,
    Place,
    Reading,
)
from implsupport.appraisal.works import works
from implsupport.errors import UnknownKeyError, nearest, shown
from implsupport.evaluation.matching import (
    Likeness,
    Match,
    described,
    likeness,
    match,
    profile,
)
from implsupport.evaluation.screening import Screening, screen
from implsupport.evaluation.trajectories import trace
from implsupport.evaluation.verdicts import SortingRule, as_rule
from implsupport.frameworks import CATALOGUE, governance, matland
from implsupport.frameworks.matland import Implementation
from implsupport.given import every, require_each
from implsupport.matrix import Matrix, Rubric
from implsupport.readings import candidates, classify, score
from implsupport.records import (
    Activity,
    Assessment,
    Evidence,
    Policy,
    Position,
    Rating,
    Study,
    SupportApproach,
)
from implsupport.records import Source as CitedSource
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Gap
from implsupport.vocabulary import Need, SupportFeature

__all__ = ["appraise"]

_Judgement = TypeVar("_Judgement", Position, Assessment, Activity)

_READ_A_STUDY: Final = "read one with documents.read, or make one with Study.model_validate"


def appraise(
    study: Study,
    *,
    frameworks: Iterable[Matrix[Any, Any, Any]] = CATALOGUE,
    rule: SortingRule | str | None = None,
    context: Context | None = None,
) -> Appraisal:
    """Read a whole study.

    Args:
        study: What people wrote: policies, positions, assessments, activities, approaches.
        frameworks: Where the rubric keys of the study are looked up.
        rule: The rule that makes a verdict of a card, or its key; the named rules stand beside it.
        context: What a study cannot hold: tables and passages of its sources.

    Returns:
        One case for each policy, in the order of the study. A judgement that nobody gives is
        an empty tuple or a gap, never a grade.

    Raises:
        UnknownTermError: If a card names a word that its rubric does not have, which a
            validated study does not, or the rule does; or a part, an assessor or a layer has two
            names that differ only in case or outer space.
        IncompleteError: If an assessor judged one thing twice at one date.
        FrameworkError: If what is given is no study, no list of frameworks or no context.
        UnknownKeyError: If there is no rule of the key, `frameworks` lacks a rubric of the study,
            a decision is about what nobody rated, or the context names an approach, a policy or
            a kind of body that the study does not have.

    Source:
        Each result names its own; that they are put side by side, and how, is ours. Status: ours.

    >>> from implsupport import cases
    >>> appraisal = appraise(cases.study())
    >>> care_act = appraisal.cases[0]
    >>> care_act.title, [place.kind for place in care_act.places]
    ('Care Act 2014', [None, None])
    """
    known = every(frameworks, "appraise", "frameworks, such as [success.SUCCESS]")
    context = context or Context()
    require_each(Study, (study,), "appraise", _READ_A_STUDY)
    require_each(Matrix, known, "appraise", "give those whose rubrics the study names")
    require_each(Context, (context,), "appraise", "make one with Context(...)")
    asked = None if rule is None else as_rule(rule)
    rubrics = _of_rubrics(known)
    _require_known(study, rubrics, context)
    judging = [
        Judging.of(rubrics[key], study.assessments, study.decisions, asked)
        for key in _rubrics(study)
    ]
    cases = tuple(_case(study, policy, rubrics, judging, context) for policy in study.policies)
    appraisal = Appraisal(
        title=study.title,
        status=study.status,
        cases=cases,
        rule=asked.key if asked else None,
        rules=FrozenMap({one.key: one.title for one in rules(asked)}),
        agreement=tuple(agreed for by in judging for agreed in by.agreement()),
        differences=tuple(one for by in judging for one in by.differences()),
        crosses=crosses(cases, judging),
        screening=_screening(context),
        likeness=_likeness(study, context),
        described_nowhere=tuple(
            _approach(one, context) for one in study.approaches if not one.exhibited_in
        ),
        programme=programme(study, context),
        context=context,
        caveats=_caveats(study, rubrics),
        works=(),
    )
    return attrs.evolve(appraisal, works=works(appraisal, map(_work, study.sources), rules(asked)))


def _of_rubrics(
    frameworks: Iterable[Matrix[Any, Any, Any]],
) -> dict[str, Rubric[Any, Any, Any]]:
    return {one.key: one for one in frameworks if isinstance(one, Rubric)}


def _require_known(
    study: Study, rubrics: Mapping[str, Rubric[Any, Any, Any]], context: Context
) -> None:
    """Refuse a rubric that nobody passed, and context about what the study does not have."""
    read: Iterable[str] = context.features or ()
    unread = tuple(one.key for one in study.approaches if one.key not in read)
    misspelt = (key for key in read if nearest(key, unread) and key not in _keys(study))
    kinds = tuple(dict.fromkeys(body.kind for body in study.bodies if body.kind))
    banks = (context.centre, context.localities) if study.bodies else ()
    wanted = (
        *(
            (given.rubric, "rubric among frameworks=", tuple(rubrics))
            for given in study.assessments
        ),
        *((key, "approach without features", unread) for key in misspelt),
        *((kind, "kind of body", kinds) for kind in banks if kind is not None),
    )
    for key, what, known in wanted:
        if key not in known:
            raise UnknownKeyError(shown(key), what, known, nearest(key, known))


def _rubrics(study: Study) -> tuple[str, ...]:
    judged = [one.rubric for one in study.assessments] + [one.rubric for one in study.decisions]
    return tuple(dict.fromkeys(judged))


def _keys(study: Study) -> set[str]:
    return {approach.key for approach in study.approaches}


def _case(
    study: Study,
    policy: Policy,
    rubrics: Mapping[str, Rubric[Any, Any, Any]],
    judging: Iterable[Judging],
    context: Context,
) -> Case:
    exhibited = tuple(one for one in study.approaches if policy.key in one.exhibited_in)
    positions = _of(policy, study.positions)
    places = tuple(_place(position, exhibited, context) for position in positions)
    return Case(
        key=policy.key,
        title=policy.title,
        year=policy.year,
        jurisdiction=policy.jurisdiction,
        note=policy.note,
        places=places,
        paths=tuple(path for path in trace(positions) if path.moves or path.untold),
        hypothesised=_hypothesised(places),
        approaches=tuple(_approach(approach, context) for approach in exhibited),
        profile=profile(exhibited, policy=policy.key) if exhibited else None,
        cards=tuple(_card(given, rubrics) for given in _of(policy, study.assessments)),
        judgements=tuple(one for by in judging for one in by.judgements(policy.key)),
        governance=_governance(tuple(_of(policy, study.activities))),
    )


def _of(policy: Policy, judgements: Iterable[_Judgement]) -> tuple[_Judgement, ...]:
    return tuple(judgement for judgement in judgements if judgement.policy == policy.key)


def _screening(context: Context) -> Screening | None:
    if context.comparability is None:
        return None
    return screen(context.comparability, at_least="all", overrides=context.overrides)


def _likeness(study: Study, context: Context) -> Likeness | None:
    if context.compared_with is None:
        return None
    return likeness(study.approaches, context.compared_with)


# --- where it stands in the matrix ---


def _place(position: Position, exhibited: tuple[SupportApproach, ...], context: Context) -> Place:
    ambiguity, conflict = position.ambiguity, position.conflict
    reading, kinds = _read(position)
    return Place(
        part=position.part,
        layer=position.layer,
        date=position.date,
        step=position.step,
        assessor=position.assessor,
        ambiguity=ambiguity,
        conflict=conflict,
        reading=reading,
        candidates=kinds,
        basis=position.basis,
        note=position.note,
        match=_match(reading or kinds, position.policy, exhibited, context),
        evidence=_cited(position.evidence),
        status=position.status,
    )


def _read(position: Position) -> tuple[Reading | None, tuple[Implementation, ...]]:
    """Read a position by degrees if an axis is a number, by cells if both are words."""
    ambiguity, conflict = position.ambiguity, position.conflict
    if isinstance(ambiguity, int | float) or isinstance(conflict, int | float):
        location = matland.locate(ambiguity=_degree(ambiguity), conflict=_degree(conflict))
        return location, location.candidates
    kinds = candidates(matland.MATLAND, ambiguity, conflict)
    if isinstance(ambiguity, Gap) or isinstance(conflict, Gap):
        return None, kinds
    return classify(matland.MATLAND, ambiguity, conflict), kinds


def _match(
    named: Reading | tuple[Implementation, ...],
    policy: str,
    exhibited: tuple[SupportApproach, ...],
    context: Context,
) -> Match[Implementation, SupportFeature] | None:
    """Set the support hypothesised against that described, if anybody read the approaches."""
    read: Mapping[str, Iterable[SupportFeature]] = context.features or FrozenMap()
    known = tuple(approach for approach in exhibited if approach.key in read)
    told = not isinstance(named, tuple) or len(named) < len(Implementation)
    return match(named, described(known, policy, read)) if known and told else None


def _degree(axis: object) -> float | None:
    return axis if isinstance(axis, int | float) else None


def _hypothesised(
    places: Iterable[Place],
) -> FrozenMap[Implementation, FrozenMap[SupportFeature, Need]]:
    """Name the support for each kind the policy is placed in, in the order of its places."""
    kinds = dict.fromkeys(place.kind for place in places if place.kind)
    return FrozenMap({kind: matland.HYPOTHESISED_SUPPORT.row(kind) for kind in kinds})


# --- the support described, the cards, the grid ---


def _approach(approach: SupportApproach, context: Context) -> Approach:
    cited = context.citations.get(approach.key) if context.citations else None
    return Approach(
        key=approach.key,
        title=approach.title,
        theme=approach.theme,
        description=approach.description,
        models=FrozenMap(approach.models),
        sources=(f"{cited.key}, {cited.locator}",) if cited else (),
        status=approach.status,
    )


def _card(given: Assessment, rubrics: Mapping[str, Rubric[Any, Any, Any]]) -> Card:
    rubric = rubrics[given.rubric]
    marks = {criterion: _mark(rating) for criterion, rating in given.ratings.items()}
    return Card(
        object=given.object,
        assessor=given.assessor,
        date=given.date,
        layer=given.layer,
        card=score(rubric, marks, partial=True),
        notes=FrozenMap({key: rating.note for key, rating in given.ratings.items() if rating.note}),
        evidence=FrozenMap({key: _cited(rating.evidence) for key, rating in given.ratings.items()}),
        status=given.status,
    )


def _mark(rating: Rating) -> str:
    return rating.gap.key if rating.gap else str(rating.grade)


def _governance(activities: tuple[Activity, ...]) -> Governance | None:
    if not activities:
        return None
    return Governance(
        placement=governance.place(activities),
        titles=FrozenMap({activity.key: activity.title for activity in activities}),
        evidence=FrozenMap({activity.key: _cited(activity.evidence) for activity in activities}),
        statuses=FrozenMap({activity.key: activity.status for activity in activities}),
    )


# --- what it rests on ---


def _cited(evidence: Iterable[Evidence]) -> tuple[Cited, ...]:
    """Give each piece of evidence once, in the order of the study."""
    pieces = (
        Cited(source=one.source, locator=one.locator, quotation=one.quotation, date=one.date)
        for one in evidence
    )
    return tuple(dict.fromkeys(pieces))


def _caveats(
    study: Study, rubrics: Mapping[str, Rubric[Any, Any, Any]]
) -> FrozenMap[str, tuple[str, ...]]:
    used: list[Matrix[Any, Any, Any]] = []
    if study.positions:
        used += [matland.MATLAND, matland.HYPOTHESISED_SUPPORT]
    used += [rubrics[key] for key in _rubrics(study)]
    if study.activities:
        used.append(governance.GOVERNANCE)
    return FrozenMap({framework.key: framework.caveats for framework in used})


def _work(work: CitedSource) -> Source:
    return Source(work.key, work.title, work.authors, work.year, work.doi, work.url)
