"""What a report says of one case."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final

from implsupport.appraisal import Approach, Card, Case, Governance, Judgement, Place, Ruling
from implsupport.evaluation.matching import Match, Profile
from implsupport.evaluation.panels import Outcome
from implsupport.evaluation.trajectories import Trajectory
from implsupport.evaluation.verdicts import MAJORITY
from implsupport.frameworks import governance, matland
from implsupport.readings import Location
from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.rules import PROCEDURE, about, verdict
from implsupport.reports.wording import (
    bracket,
    cited,
    conjoined,
    count,
    either,
    headed,
    heading,
    listed,
    ranged,
    rests,
    word,
)
from implsupport.terms import Gap, Term
from implsupport.vocabulary import Need, SupportFeature, SupportModel

__all__ = ["approaches", "case_section"]


def case_section(case: Case, rule: str | None, themes: Mapping[str, str]) -> Section:
    """Say what a study says of one policy.

    Args:
        case: The case, with something described.
        rule: The key of the rule asked for, whose reasons are given; None for none.
        themes: Theme key to its heading as printed, for those that have one.

    Returns:
        What is missing first; then a section for each thing that is stated.
    """
    facts = (case.jurisdiction, str(case.year) if case.year else None)
    where = ", ".join(fact for fact in facts if fact)
    note = f"{where}. {case.note or ''}".strip(" .")
    missing = " ".join(_missing(case))
    return Section(
        case.title,
        tuple(
            Words(words, behind)
            for words, behind in (
                (f"{note}." if note else "", "as the study gives it"),
                (missing, ""),
            )
            if words
        ),
        tuple(_parts(case, rule, themes)),
    )


def _missing(case: Case) -> Iterable[str]:
    """Say what nobody states of a case that is described in other ways."""
    if not case.places:
        yield "No place in the matrix is stated, so no support is hypothesised for its kind."
    if not case.approaches:
        yield "No support is described, which does not mean that there was none."
    if not case.cards:
        yield "No grade is given."


def _parts(case: Case, rule: str | None, themes: Mapping[str, str]) -> Iterable[Section]:
    if case.places:
        items = Items(tuple(_place(place) for place in case.places))
        yield Section("Place in the ambiguity-conflict matrix", (items,))
    if case.paths:
        yield Section("Moves through the matrix", tuple(_paths(case.paths)))
    if case.places:
        yield Section("Support hypothesised for its kind", (_hypothesised(case),))
    if case.profile:
        described: tuple[Block, ...] = (
            *approaches(case.approaches, themes),
            _profile(case.profile),
        )
        yield Section("Support described", described)
    if any(place.match for place in case.places):
        yield Section("Hypothesised against described", tuple(_matches(case.places)))
    if case.cards:
        yield Section("Scorecards", sections=tuple(_cards(case.cards)))
    if case.judgements:
        yield Section("Verdicts", sections=tuple(_judged(one, rule) for one in case.judgements))
    if case.governance:
        yield _governance(case.governance)


def _of(place: Place) -> str:
    step = f"step {place.step}" if place.step else None
    return ", ".join(fact for fact in (place.part, step, place.date, place.layer) if fact)


def _place(place: Place) -> Words:
    of = _of(place)
    found = _found(place)
    text = f"{of}: {found}" if of else f"{found[:1].upper()}{found[1:]}"
    said = f" Note: {place.note}" if place.note else ""
    by = f" ({place.assessor})" if place.assessor else ""
    basis = f" Basis: {place.basis}." if place.basis else ""
    return Words(f"{text}{by}.{basis}{said}", bracket(rests(place.evidence), place.status))


def _found(place: Place) -> str:
    axes = f"ambiguity {_axis(place.ambiguity)}, conflict {_axis(place.conflict)}"
    if isinstance(place.reading, Location):
        return f"{_located(place.reading)}; {axes}"
    if place.reading:
        return f"{place.reading.kind.label} implementation; {axes}"
    if len(place.candidates) == len(matland.Implementation):
        return f"kind unknown; {axes}"
    return f"{either(place.candidates)} implementation; {axes}"


def _axis(judged: Term | float) -> str:
    return f"without a grade ({judged.label})" if isinstance(judged, Gap) else word(judged)


def _located(location: Location[Any, Any, Any]) -> str:
    degrees = ", ".join(f"{kind.label} {word(d)}" for kind, d in location.memberships.items())
    margin = f"margin {word(location.margin)}"
    if location.kind:
        return f"{location.kind.label} implementation by degree ({degrees}; {margin})"
    border = "on the crossover, so " if location.borderline else ""
    return f"{border}{either(location.candidates)} ({degrees}; {margin})"


def _paths(paths: tuple[Trajectory, ...]) -> Iterable[Items]:
    for path in paths:
        of = ", ".join(part for part in (path.part, path.layer, path.assessor) if part)
        before = f"{of}: " if of else ""
        behind = "matland-1995 for the axes; what flips, and what cannot be told, is ours"
        told = (Words(f"{before}{one}.", behind) for one in (*_moves(path), *path.untold))
        caveats = (Words(f"Caveat: {before}{one}", "ours") for one in _caveats(path))
        yield Items((*told, *caveats))


def _moves(path: Trajectory) -> tuple[str, ...]:
    return tuple(move.sentence for move in path.moves)


def _caveats(path: Trajectory) -> Iterable[str]:
    """Warn of what holds for this path alone; what the matrix warns of stands further down."""
    return (caveat for caveat in path.caveats if caveat not in matland.MATLAND.caveats)


def _hypothesised(case: Case) -> Block:
    if not case.hypothesised:
        return Words("None, because its kind is not known.", "ours")
    behind = f"{cited(matland.HYPOTHESISED_SUPPORT.source)}; a hypothesis; adapted"
    rows = case.hypothesised.items()
    return Items(tuple(Words(f"{kind.label}: {_needs(row)}.", behind) for kind, row in rows))


def _needs(row: Mapping[Any, Need]) -> str:
    words = (
        f"{feature.label} ({need.label})"
        for feature, need in row.items()
        if need is not Need.NOT_NAMED
    )
    return ", ".join(words)


def approaches(given: Iterable[Approach], themes: Mapping[str, str]) -> Iterable[Block]:
    """Say of approaches how far each follows the three models, and what it is.

    Args:
        given: The approaches.
        themes: Theme key to its heading as printed, for those that have one.

    Returns:
        For each theme a table, and below it what is said of its approaches, if anything is.
    """
    head = ("approach", *(model.label for model in SupportModel))
    groups: dict[str, list[Approach]] = {}
    for one in given:
        groups.setdefault(one.theme or "no theme", []).append(one)
    for theme, group in groups.items():
        title = themes.get(theme) or heading(theme)
        yield Table(head, tuple(_approach(one) for one in group), _sources(group), title)
        described = tuple(_description(one) for one in group if one.description)
        if described:
            yield Items(described)


def _profile(profile: Profile) -> Words:
    tallies = (f"{model.label}: {_tally(profile, model)}" for model in profile.tally)
    (source,) = profile.sources
    said = f"Approaches by how far they follow each model. {heading('; '.join(tallies))}."
    return Words(said, bracket((cited(source),), source.status))


def _tally(profile: Profile, model: SupportModel) -> str:
    """Count the approaches by extent, and those without a rating if there are any."""
    rated, unrated = profile.tally[model], len(profile.unrated[model])
    counts = [f"{n} {extent.label}" for extent, n in rated.items()]
    missing = [f"{unrated} not rated"] if unrated else []
    return ", ".join((*counts, *missing)) if any(rated.values()) else "not rated"


def _matches(places: tuple[Place, ...]) -> Iterable[Block]:
    """Set hypothesis against description once for each different result."""
    found: dict[Match[Any, Any], list[Place]] = {}
    for match, place in [(place.match, place) for place in places if place.match]:
        found.setdefault(match, []).append(place)
    is_graded = any(match.strengths for match in found)
    yield Words(f"{_NAMED}{_STRENGTH if is_graded else ''}")
    for match, alike in found.items():
        yield Words(f"Placed as {_placed(alike[0])}{_where(alike)}:")
        yield Items(tuple(_match(match)))


_NAMED: Final = (
    "Named means hypothesised for the kind; evidenced, that an approach described above shows it. "
    "Not evidenced means not described, never absent."
)
_STRENGTH: Final = (
    " Strength, from 0 to 1, is how far the case belongs to the kinds that name the feature."
)


def _placed(place: Place) -> str:
    named = either(place.candidates)
    return f"{named} (by degree)" if isinstance(place.reading, Location) else named


def _where(alike: list[Place]) -> str:
    """Say of which places, if anything tells them apart."""
    where = "; ".join(filter(None, map(_of, alike)))
    return f", {where}" if where else ""


def _match(match: Match[Any, Any]) -> Iterable[Words]:
    behind = f"{cited(match.support.source)}; a hypothesis; which approach shows what is ours"
    for title, features in (
        ("Named and evidenced", match.named_and_evidenced),
        ("Named and not evidenced", match.named_and_not_evidenced),
        ("Offered and not named", match.offered_and_not_named),
        ("Named by some of these kinds only", match.undecided),
    ):
        if features:
            yield Words(f"{title}: {', '.join(_feature(match, one) for one in features)}.", behind)


def _feature(match: Match[Any, Any], feature: SupportFeature) -> str:
    strength = match.strengths.get(feature)
    shown_by = listed(match.offered[feature]) if feature in match.offered else ""
    facts = (f"strength {word(strength)}" if strength is not None else "", shown_by)
    told = "; ".join(filter(None, facts))
    return f"{feature.label} ({told})" if told else feature.label


def _approach(one: Approach) -> tuple[str, ...]:
    ratings = (one.models.get(model) for model in SupportModel)
    return (one.title, *(rating.label if rating else "not rated" for rating in ratings))


def _description(one: Approach) -> Words:
    return Words(f"{one.title}: {one.description}", bracket(one.sources, one.status))


def _sources(group: Iterable[Approach]) -> str:
    statuses = dict.fromkeys(one.status for one in group)
    return bracket(dict.fromkeys(s for one in group for s in one.sources), ", ".join(statuses))


def _cards(cards: tuple[Card, ...]) -> Iterable[Section]:
    """Put cards of one object, rubric, date and layer side by side, an assessor a column."""
    groups: dict[tuple[str | None, ...], list[Card]] = {}
    for card in cards:
        of = (card.object, card.card.rubric.key, card.date, card.layer)
        groups.setdefault(of, []).append(card)
    for group in groups.values():
        told = list(zip(_speakers(group), group, strict=True))
        spans = Words(" ".join(_span(name, card) for name, card in told), _statuses_of(group))
        yield Section(about(group[0]), (spans, _group(group), *_remarks_on(told)))


def _speakers(cards: list[Card]) -> list[str]:
    """Name who is spoken of; one who is alone and has no name needs none."""
    return _names(cards, "assessor without a name" if len(cards) > 1 else "")


def _names(cards: list[Card], unnamed: str) -> list[str]:
    """Name the assessor of each card; number those without a name, if there are several."""
    nobody = [place for place, card in enumerate(cards) if card.assessor is None]
    named = {place: f"{unnamed} ({number})" for number, place in enumerate(nobody, 1)}
    told = named if len(nobody) > 1 else {}
    return [card.assessor or told.get(place, unnamed) for place, card in enumerate(cards)]


def _group(cards: list[Card]) -> Table:
    profile = cards[0].card.profile
    head = ("criterion", *_names(cards, "no name given"))
    rows = tuple((row.label, *(card.card.profile[row].label for card in cards)) for row in profile)
    rubric = cards[0].card.rubric.source
    source = bracket((f"rubric: {cited(rubric)}",), _statuses_of(cards))
    return Table(head, rows, source, "First ratings, by assessor")


def _statuses_of(cards: Iterable[Card]) -> str:
    return ", ".join(dict.fromkeys(card.status for card in cards))


def _span(name: str, card: Card) -> str:
    """Say how many grades and gaps there are; a range of grades given is no verdict."""
    lowest, highest, gaps = card.card.lowest, card.card.highest, len(card.card.gaps)
    who = f"{name if card.assessor else headed(name)}: " if name else ""
    if lowest is None or highest is None:
        return f"{who}{'no' if who else 'No'} grade; {count(gaps, 'gap')}."
    grades = len(card.card.profile) - gaps
    every = "each " if lowest is highest and grades > 1 else ""
    missing = f"; {count(gaps, 'gap')}" if gaps else ""
    return f"{who}{count(grades, 'grade')}, {every}{ranged(lowest, highest)}{missing}."


def _remarks_on(told: list[tuple[str, Card]]) -> Iterable[Items]:
    """Give what an assessor adds to a rating, or else the rating again with its evidence."""
    remarks = tuple(
        Words(
            f"{name}{', ' if name else ''}{row.key}: {card.notes.get(row.key, mark.label)}",
            bracket(rests(card.evidence[row.key]), card.status),
        )
        for name, card in told
        for row, mark in card.card.profile.items()
        if row.key in card.notes or card.evidence.get(row.key)
    )
    if remarks:
        yield Items(remarks)


# --- what the assessors come to ---


def _judged(judgement: Judgement, rule: str | None) -> Section:
    notable = tuple(_outcome(one) for one in judgement.outcomes if _is_notable(one))
    asked = rule if rule and not judgement.misfit else None
    ruling = {one.rule: one for one in judgement.rulings}[asked or MAJORITY.key]
    reasons = tuple(Words(reason, "ours") for reason in ruling.reasons) if asked else ()
    blocks: tuple[Block, ...] = (
        *((Words(_COUNTS), Items(notable)) if notable else ()),
        _rulings(judgement),
        *_misfit(judgement, rule),
        *((Items(reasons),) if reasons else ()),
        *_shares(ruling),
    )
    return Section(about(judgement), blocks)


_COUNTS: Final = (
    "Where first ratings differ or a decision is recorded, the verdict rests on this; the first "
    "ratings are kept:"
)


def _misfit(judgement: Judgement, rule: str | None) -> Iterable[Words]:
    if judgement.misfit:
        yield Words(f"The rule {rule} does not fit this rubric: {judgement.misfit}.", "ours")


def _is_notable(outcome: Outcome[Any, Any]) -> bool:
    return bool(outcome.differed or outcome.discuss or outcome.settlement)


def _outcome(outcome: Outcome[Any, Any]) -> Words:
    """Say what counts for a criterion, how it was come by, and what was rated first."""
    rated = outcome.ratings.items()
    first = ", ".join(f"{name or 'assessor without a name'}: {m.label}" for name, m in rated)
    counts = f"{outcome.item.criterion.label}: {outcome.mark.label}"
    ratings = f"(first ratings: {first or 'none'})"
    if outcome.settlement:
        by = conjoined(outcome.settlement.assessors or ("assessors not named",))
        when = f", {outcome.settlement.date}" if outcome.settlement.date else ""
        reason = (outcome.settlement.reason or "").rstrip(".")
        why = f" Reason: {reason}." if reason else ""
        said = f"{counts}, decided by {by}{when} {ratings}.{why}"
        return Words(said, "decision as the study records it")
    if outcome.discuss:
        said = f"{counts}, a gap and no grade, because {_why_open(outcome)} {ratings}"
        return Words(f"{said}. To be discussed: what is decided will count instead.", "ours")
    return Words(f"{counts}, {_middle(len(outcome.grades))} {ratings}.", "lower median; ours")


def _why_open(outcome: Outcome[Any, Any]) -> str:
    """Say why assessors disagree too far for a grade to be proposed."""
    if not outcome.grades:
        return "different gaps were given"
    if set(outcome.gaps.values()) - {Gap.NOT_ASSESSED}:
        return "some gave a grade and some a gap"
    return "grades were given that are two or more apart"


_TWO: Final = 2


def _middle(grades: int) -> str:
    """Say which of several grades is taken: the middle one, the lower of the middle two."""
    if grades == _TWO:
        return "the lower of the 2 grades given"
    which = "the middle one" if grades % 2 else "the lower of the middle two"
    return f"{which} of the {grades} grades given"


def _rulings(judgement: Judgement) -> Table:
    """Put the rules one below the other, with what could settle them where one is open."""
    head = ("rule", "verdict", "criteria whose grades could settle it")
    rows = [(one.rule, verdict(judgement, one), _settling(one)) for one in judgement.rulings]
    columns = 3 if any(row[-1] != _SETTLED for row in rows) else 2
    shown = tuple(row[:columns] for row in rows)
    return Table(head[:columns], shown, PROCEDURE, "Verdict by each rule")


_SETTLED: Final = "settled"
_MOST_SETS: Final = 3


def _settling(ruling: Ruling) -> str:
    """Name sets of criteria whose grades could settle a verdict, and how many others there are."""
    sets = [conjoined([key.replace("-", " ") for key in keys]) for keys in ruling.decisive]
    others = len(sets) - _MOST_SETS
    if others > 1:
        is_single = all(len(keys) == 1 for keys in ruling.decisive)
        of = "criteria" if is_single else "sets of criteria"
        sets[_MOST_SETS:] = [f"any of {others} other {of}"]
    return "; or ".join(sets) or _SETTLED


def _shares(ruling: Ruling) -> Iterable[Words]:
    """Say how large a share of all weightings makes each grade the verdict, if weights matter."""
    shares: Mapping[str, tuple[Fraction, Fraction]] = ruling.shares or {}
    if {bound for pair in shares.values() for bound in pair} - {0, 1}:
        first, *others = (
            f"{key.replace('-', ' ')} for {_share(pair)}" for key, pair in shares.items()
        )
        told = conjoined([f"{first} of all possible weightings", *others])
        is_range = any(least != greatest for least, greatest in shares.values())
        yield Words(
            "If it is left open how much each criterion weighs, and each weighting counts alike, "
            f"the rule {ruling.rule} gives {told}. A share of weightings is not a probability"
            f"{'; it is a range where gaps leave it open' if is_range else ''}.",
            "tervonen-2009; the exact shares are ours",
        )


def _share(pair: tuple[Fraction, Fraction]) -> str:
    least, greatest = (f"{float(share):.0%}" for share in pair)
    return least if least == greatest else f"{least} to {greatest}"


# --- who acts where ---


def _governance(given: Governance) -> Section:
    placement = given.placement
    rows = tuple(
        (locus.label, *(_cell(given, (locus, level)) for level in governance.Level))
        for locus in governance.Locus
    )
    head = ("locus", *(level.label for level in governance.Level))
    source = cited(governance.GOVERNANCE.source)
    grid = Table(head, rows, bracket((f"grid: {source}",), _statuses(given)))
    rests = tuple(_rests(given, key) for keys in placement.cells.values() for key in keys)
    items = (*dict.fromkeys(rests), *_remarks(given), *_warnings(placement.grid.caveats))
    return Section("Who acts where", (grid, Items(items)))


def _rests(given: Governance, key: str) -> Words:
    return Words(f"{given.titles[key]}.", _behind(given, key))


def _behind(given: Governance, key: str) -> str:
    return bracket(rests(given.evidence[key]), given.statuses[key])


def _statuses(given: Governance) -> str:
    return ", ".join(dict.fromkeys(given.statuses.values()))


def _cell(given: Governance, cell: tuple[Any, Any]) -> str:
    titles = "; ".join(given.titles[key] for key in given.placement.cells[cell])
    layers = ", ".join(given.placement.layers[cell])
    return (f"{titles} ({layers})" if layers else titles) if titles else "(empty)"


def _remarks(given: Governance) -> Iterable[Words]:
    placement = given.placement
    for locus, level in placement.empty:
        kind = placement.grid[locus, level].label
        said = f"Empty: {locus.label} and {level.label} ({kind}). A question, not an error."
        yield Words(said, "follows from the grid")
    for key, cells in placement.several.items():
        where = ", ".join(f"{locus.label} and {level.label}" for locus, level in cells)
        yield Words(f"In several cells: {given.titles[key]} ({where}).", "follows from the grid")
    for key in placement.unplaced:
        said = f"No cell, because it is no activity: {given.titles[key]}."
        yield Words(said, _behind(given, key))


def _warnings(caveats: Iterable[str]) -> tuple[Words, ...]:
    behind = cited(governance.GOVERNANCE.source).partition(",")[0]
    return tuple(Words(f"Caveat: {caveat}", f"{behind}; source") for caveat in caveats)
