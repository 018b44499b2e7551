"""What an appraisal holds: one line for each judgement, each with its source and status."""

from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from implsupport.appraisal.plain import plain, schema_of
from implsupport.cases import Deferral, Misreading, PerceivedSuccess, SupportProgramme
from implsupport.evaluation.claims import Finding
from implsupport.evaluation.coefficients import Estimate
from implsupport.evaluation.expectations import Cross
from implsupport.evaluation.matching import Likeness, Match, Profile, Tension
from implsupport.evaluation.panels import Difference, Interval, Outcome
from implsupport.evaluation.screening import Screening
from implsupport.evaluation.trajectories import Trajectory
from implsupport.frameworks.governance import ActivityType, Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict, Implementation
from implsupport.graphs import Accountability, Bridges, TwoWay
from implsupport.notebooks import table
from implsupport.readings import Classification, Location, Placement, Scorecard
from implsupport.sources import Source, Status
from implsupport.terms import FrozenMap, Gap
from implsupport.vocabulary import Extent, Need, RelationKind, SupportFeature, SupportModel

__all__ = [
    "SCHEMA",
    "Agreed",
    "Appraisal",
    "Approach",
    "Card",
    "Case",
    "Cited",
    "Context",
    "Crossing",
    "Exchange",
    "Governance",
    "Judgement",
    "Link",
    "Place",
    "Programme",
    "Reading",
    "Ruling",
    "schema",
]

Reading: TypeAlias = (
    Classification[Ambiguity, Conflict, Implementation]
    | Location[Ambiguity, Conflict, Implementation]
)


@attrs.frozen(kw_only=True)
class Cited:
    """One piece of what a judgement rests on.

    Attributes:
        source: The key of the work.
        locator: The place in it, or None.
        quotation: Its words, whole, or None.
        date: When it was said or seen, or None.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> care_act = appraise(cases.study()).cases[0]
    >>> care_act.places[0].evidence[0].quotation[:39]
    'It nevertheless left a raft of complex '
    """

    source: str
    locator: str | None
    quotation: str | None
    date: str | None


@attrs.frozen(kw_only=True)
class Place:
    """Where one judgement places a policy, or a part of it, in Matland's matrix.

    Attributes:
        part: The part of the policy, or None for the whole.
        layer: The administrative layer judged, or None.
        date: When, or None.
        step: The source's own order where it prints no date, from 1, or None.
        assessor: Who judged, or None.
        ambiguity: A grade, a gap, or a degree from 0 to 1.
        conflict: A grade, a gap, or a degree from 0 to 1.
        reading: The cell for grades, all memberships for degrees, None where an axis is a gap.
        candidates: The kinds that remain possible, in reading order.
        basis: What the judgement rests on, or None.
        note: What the judge added, or None.
        match: The support hypothesised for it against the support described; None where no
            approach is described or nobody has said which features the approaches show.
        evidence: What it rests on besides, each piece once.
        status: *source*, *adapted* or *ours*.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.places[0].date, act.places[0].kind
    ('2020-10', Implementation.SYMBOLIC)
    """

    part: str | None
    layer: str | None
    date: str | None
    step: int | None
    assessor: str | None
    ambiguity: Ambiguity | Gap | float
    conflict: Conflict | Gap | float
    reading: Reading | None
    candidates: tuple[Implementation, ...]
    basis: str | None
    note: str | None
    match: Match[Implementation, SupportFeature] | None
    evidence: tuple[Cited, ...]
    status: Status

    @property
    def kind(self) -> Implementation | None:
        """The kind of implementation, or None where it cannot be told."""
        return self.reading.kind if self.reading else None


@attrs.frozen(kw_only=True)
class Approach:
    """One approach to support that a source describes for the case.

    Attributes:
        key: The key of the approach.
        title: Its title as printed.
        theme: The group it stands in.
        description: What it is, or None.
        models: How far it follows each of the three models, as rated in the source.
        sources: Where it is printed, one citation each.
        status: *source*, *adapted* or *ours*.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.approaches[0].key, act.approaches[0].models[SupportModel.PROBLEM_SOLVING]
    ('printed-handbooks', Extent.NO)
    """

    key: str
    title: str
    theme: str | None
    description: str | None
    models: FrozenMap[SupportModel, Extent]
    sources: tuple[str, ...]
    status: Status


@attrs.frozen(kw_only=True)
class Card:
    """One assessor's card for the case.

    Attributes:
        object: What is judged: *policy* or *support-programme*.
        assessor: Who judged, or None.
        date: When, or None.
        layer: The administrative layer judged, or None.
        card: The profile of grades and gaps.
        notes: Criterion key to what the assessor added.
        evidence: Criterion key to what its rating rests on, each piece once.
        status: *source*, *adapted* or *ours*.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.cards[0].assessor, act.cards[0].card.lowest
    ('Assessor A', Attainment.RELATIVE_FAILURE)
    """

    object: str
    assessor: str | None
    date: str | None
    layer: str | None
    card: Scorecard[Any, Any]
    notes: FrozenMap[str, str]
    evidence: FrozenMap[str, tuple[Cited, ...]]
    status: Status


@attrs.frozen(kw_only=True)
class Ruling:
    """What one rule makes of a card.

    Attributes:
        rule: The key of the rule.
        lowest: The key of the verdict with every gap filled by the lowest grade, or None.
        highest: The key of the verdict with every gap filled by the best grade, or None.
        settled: Whether there is a verdict that no gap can change.
        decisive: The least sets of criteria, by key, that could settle it.
        reasons: Why, in sentences.
        shares: Grade key to the least and the greatest share of all weightings that make it the
            verdict; None where nothing is applicable. Not a probability of success.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> [(ruling.rule, ruling.settled) for ruling in act.judgements[0].rulings]
    [('weakest', True), ('majority', False), ('majority-with-veto', False)]
    """

    rule: str
    lowest: str | None
    highest: str | None
    settled: bool
    decisive: tuple[tuple[str, ...], ...]
    reasons: tuple[str, ...]
    shares: FrozenMap[str, tuple[Fraction, Fraction]] | None


@attrs.frozen(kw_only=True)
class Judgement:
    """What the assessors of one thing, on one layer and at one date, come to together.

    Attributes:
        object: What is judged: *policy* or *support-programme*.
        layer: The administrative layer judged, or None.
        date: When, or None.
        assessors: Who judged, in order of names.
        card: What stands: what was decided, else what was proposed, else a gap.
        outcomes: For each criterion the first ratings, what is proposed, and who differed.
        rulings: What each rule makes of the card; the rule asked for first.
        misfit: Why the rule asked for makes nothing of the card, or None.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.judgements[0].layer, act.judgements[0].assessors
    ('local', ('Assessor A',))
    """

    object: str
    layer: str | None
    date: str | None
    assessors: tuple[str | None, ...]
    card: Scorecard[Any, Any]
    outcomes: tuple[Outcome[Any, Any], ...]
    rulings: tuple[Ruling, ...]
    misfit: str | None


@attrs.frozen(kw_only=True)
class Agreed:
    """How far the assessors agree who judged one kind of object on one layer and at one date.

    Attributes:
        rubric: The key of the rubric.
        object: What is judged: *policy* or *support-programme*.
        layer: The administrative layer judged, or None.
        date: When, or None.
        assessors: Who judged, in order of names.
        coefficient: The key of the coefficient.
        overall: Its value over all items, or why it has none.
        by_criterion: Criterion key to the same over its items.
        interval: Between which values it stays if whole cases are drawn again.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> appraisal = appraise(cases.illustration())
    >>> first = appraisal.agreement[0]
    >>> first.layer, first.coefficient, first.overall.units
    ('local', 'ordinal-alpha', 23)
    """

    rubric: str
    object: str
    layer: str | None
    date: str | None
    assessors: tuple[str | None, ...]
    coefficient: str
    overall: Estimate
    by_criterion: FrozenMap[str, Estimate]
    interval: Interval


@attrs.frozen(kw_only=True)
class Governance:
    """Who acts where in the case.

    Attributes:
        placement: The activities in the cells of the governance grid.
        titles: Activity key to its title.
        evidence: Activity key to what it rests on, each piece once.
        statuses: Activity key to *source*, *adapted* or *ours*.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.governance.placement.unplaced
    ('mayors-who-stay-up',)
    """

    placement: Placement[Locus, Level, ActivityType]
    titles: FrozenMap[str, str]
    evidence: FrozenMap[str, tuple[Cited, ...]]
    statuses: FrozenMap[str, str]


@attrs.frozen(kw_only=True)
class Crossing:
    """Support against success on one layer, by one rubric and one rule.

    Attributes:
        layer: The administrative layer, or None.
        rubric: The key of the rubric.
        rule: The key of the rule.
        cross: The cases by the support described for them and by their verdict.
        unplaced: The key of each case with a verdict and no match to why it has none.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> context = Context(features=cases.illustration_features())
    >>> first = appraise(cases.illustration(), context=context).crosses[0]
    >>> first.layer, first.rule
    ('national', 'weakest')
    """

    layer: str | None
    rubric: str
    rule: str
    cross: Cross[Any, Any, Any, Any]
    unplaced: FrozenMap[str, str]


@attrs.frozen(kw_only=True)
class Link:
    """One relation between two bodies of the programme.

    Attributes:
        source: The key of the body it starts from.
        target: The key of the body it leads to.
        kind: What kind of relation it is.
        sources: The passages it rests on, one citation each.
        status: *source*, *adapted* or *ours*.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> context = Context(centre="national", localities="local")
    >>> found = appraise(cases.illustration(), context=context).programme
    >>> found.links[0].source, found.links[0].kind.label, found.links[0].target
    ('lantern-programme-board', 'accountable to', 'ministry-of-care')
    """

    source: str
    target: str
    kind: RelationKind
    sources: tuple[str, ...]
    status: Status


@attrs.frozen(kw_only=True)
class Exchange:
    """Whether word passes both ways between a body of the centre and one of the localities.

    Attributes:
        centre: The key of the body at the centre, or between centre and localities.
        locality: The key of the body in the localities.
        way: A shortest path there and one back, each None if none is described.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> context = Context(centre="national", localities="local")
    >>> found = appraise(cases.illustration(), context=context).programme
    >>> found.exchanges[0].centre, found.exchanges[0].way.both
    ('ministry-of-care', False)
    """

    centre: str
    locality: str
    way: TwoWay


@attrs.frozen(kw_only=True)
class Programme:
    """The bodies of a support programme, and what their relations answer.

    Attributes:
        titles: The key of a body to its title, in the order of the study.
        kinds: The key of a body to its kind, as written, for those of which one is given.
        functions: The key of a body to what it does, as written, for those of which it is said.
        sources: The key of a body to the passages it rests on, one citation each.
        statuses: The key of a body to *source*, *adapted* or *ours*.
        links: The relations, in the order of the study.
        bridges: The bodies between centre and localities; None where nobody says which kinds of
            body these are.
        exchanges: For each body of the centre or between, and each of the localities, whether
            word passes both ways.
        accountability: For each body that answers to another the chains upwards.
        mixed: The key of each body that mixes compliance with support to the tensions.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> context = Context(centre="national", localities="local")
    >>> found = appraise(cases.illustration(), context=context).programme
    >>> found.bridges.on_every_path
    ()
    """

    titles: FrozenMap[str, str]
    kinds: FrozenMap[str, str]
    functions: FrozenMap[str, tuple[str, ...]]
    sources: FrozenMap[str, tuple[str, ...]]
    statuses: FrozenMap[str, str]
    links: tuple[Link, ...]
    bridges: Bridges | None
    exchanges: tuple[Exchange, ...]
    accountability: tuple[Accountability, ...]
    mixed: FrozenMap[str, tuple[Tension, ...]]


@attrs.frozen(kw_only=True)
class Case:
    """All that a study says of one policy, read.

    Attributes:
        key: The key of the policy.
        title: Its title.
        year: Its year, or None.
        jurisdiction: Where it holds, or None.
        note: What the study adds, or None.
        places: Its places in Matland's matrix, in the order of the study; empty if not stated.
        paths: Its moves through the matrix, one path a part, layer and assessor; only paths of
            more than one position.
        hypothesised: For each kind it is placed in, the support hypothesised for that kind.
        approaches: The support described, in the order of the study; empty if not described.
        profile: How its approaches follow the three models; None if none is described.
        cards: Its cards, in the order of the study; empty if it is not scored.
        judgements: What its assessors come to, one for each object, layer and date.
        governance: Who acts where, or None if no activity is described.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> act = appraise(cases.illustration()).cases[0]
    >>> act.title, len(act.places), len(act.cards)
    ('Lantern Act (invented)', 3, 5)
    """

    key: str
    title: str
    year: int | None
    jurisdiction: str | None
    note: str | None
    places: tuple[Place, ...]
    paths: tuple[Trajectory, ...]
    hypothesised: FrozenMap[Implementation, FrozenMap[SupportFeature, Need]]
    approaches: tuple[Approach, ...]
    profile: Profile | None
    cards: tuple[Card, ...]
    judgements: tuple[Judgement, ...]
    governance: Governance | None

    @property
    def is_described(self) -> bool:
        """Whether the study says anything of the policy beyond naming it."""
        return bool(self.places or self.approaches or self.cards or self.governance)


@attrs.frozen(kw_only=True)
class Context:
    """What a study cannot hold: tables and passages of its sources.

    Attributes:
        comparability: Policy key to criterion key to whether it is ticked, or a gap; or None.
        comparability_source: Where that table is printed; None if it is the user's own.
        overrides: Policy key to why it was admitted against the rule; or None.
        overrides_source: Where those reasons are printed; None if they are the user's own.
        perceived_success: Policy key to how its support was perceived; or None.
        deferral: A part of a policy put off, and what the source says of it; or None.
        misreading: A figure that its authors print as a warning; or None.
        citations: Approach key to where it is printed; or None.
        themes: Theme key to its heading as printed; or None.
        features: Approach key to the features of support that it shows, and why; or None.
        compared_with: The policy that the others' support is compared with; or None.
        claims: What the sources say of their tables, checked; or None.
        support_programme: What the bodies and relations of the study rest on; or None.
        centre: The kind of the bodies at the centre of the programme, or None.
        localities: The kind of its bodies in the localities, or None.

    >>> Context().deferral is None
    True
    """

    comparability: FrozenMap[str, FrozenMap[str, bool | Gap]] | None = None
    comparability_source: Source | None = None
    overrides: FrozenMap[str, str] | None = None
    overrides_source: Source | None = None
    perceived_success: FrozenMap[str, PerceivedSuccess] | None = None
    deferral: Deferral | None = None
    misreading: Misreading | None = None
    citations: FrozenMap[str, Source] | None = None
    themes: FrozenMap[str, str] | None = None
    features: FrozenMap[str, FrozenMap[SupportFeature, str]] | None = None
    compared_with: str | None = None
    claims: tuple[Finding, ...] | None = None
    support_programme: SupportProgramme | None = None
    centre: str | None = None
    localities: str | None = None


@attrs.frozen(kw_only=True)
class Appraisal:
    """A whole study, read: one case for each policy.

    Attributes:
        title: The title of the study.
        status: *source*, *adapted* or *ours*.
        cases: One for each policy, in the order of the study.
        rule: The key of the rule asked for, or None where the named rules stand side by side.
        rules: The key of each rule to what it asks for, in a phrase.
        agreement: How far assessors agree, one line a rubric, layer and date.
        differences: What is judged differently in different layers: findings.
        crosses: The cases by the support described for them and by their verdict, one crossing a
            rubric, layer and rule: the rule asked for, else each of the named ones.
        screening: Which policies are comparable, or None without a table of the context.
        likeness: How like the support for other policies is, or None if nobody asks.
        described_nowhere: The approaches that the study describes for no policy, in its order.
        programme: The bodies of the support programme and their relations, or None.
        context: What the study cannot hold.
        caveats: Framework key to what its source warns of, for the frameworks used.
        works: The works that it rests on, in the order in which it cites them, case by case and
            then across cases: those behind the frameworks, rules and measures used, and those
            that the study's evidence names. A source that nothing cites is left out.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> appraisal = appraise(cases.illustration())
    >>> appraisal.title, len(appraisal.cases), appraisal.status
    ('Illustration, not evidence', 5, 'ours')
    """

    title: str
    status: Status
    cases: tuple[Case, ...]
    rule: str | None
    rules: FrozenMap[str, str]
    agreement: tuple[Agreed, ...]
    differences: tuple[Difference[Any, Any], ...]
    crosses: tuple[Crossing, ...]
    screening: Screening | None
    likeness: Likeness | None
    described_nowhere: tuple[Approach, ...]
    programme: Programme | None
    context: Context
    caveats: FrozenMap[str, tuple[str, ...]]
    works: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the appraisal as plain values, ready for JSON.

        Returns:
            The schema's name, then the fields; terms as their keys, cells as pairs of keys.

        >>> from implsupport import cases
        >>> from implsupport.appraisal import appraise
        >>> appraise(cases.study()).to_dict()["schema"]
        'implsupport/appraisal/1'
        """
        return {"schema": SCHEMA, **plain(self)}

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = (
            (
                case.title,
                [place.candidates for place in case.places],
                len(case.approaches),
                len(case.cards),
            )
            for case in self.cases
        )
        head = ("case", "kinds that remain possible", "approaches", "cards")
        return table(self.title, rows, head)


SCHEMA = "implsupport/appraisal/1"
"""The name of the form that `Appraisal.to_dict` gives."""


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of `Appraisal.to_dict`.

    Returns:
        The schema as plain values; it is generated from the annotations of the results.

    Source:
        This library. Status: ours.

    >>> schema()["properties"]["schema"]
    {'const': 'implsupport/appraisal/1'}
    """
    return schema_of(Appraisal, SCHEMA)
