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
from implsupport.reports.rules import about, verdict
from implsupport.reports.wording import (
    between,
    bracket,
    cited,
    count,
    either,
    heading,
    listed,
    rests,
    word,
)
from implsupport.vocabulary import Need, SupportFeature, SupportModel

__all__ = ["case_section"]


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
            *_approaches(case.approaches, themes),
            _profile(case.profile),
        )
        yield Section("Support described", described)
    if any(place.match for place in case.places):
        yield Section("Hypothesised against described", tuple(_matches(case.places)))
    if case.cards:
        yield Section("Scorecards", tuple(_cards(case.cards)))
    if case.judgements:
        yield Section("Verdicts", tuple(_judgements(case.judgements, rule)))
    if case.governance:
        yield _governance(case.governance)


def _place(place: Place) -> Words:
    step = f"step {place.step}" if place.step else None
    of = ", ".join(word for word in (place.part, step, place.date, place.layer) if word)
    text = f"{of}: {_found(place)}" if of else _found(place).capitalize()
    said = f" Note: {place.note}" if place.note else ""
    by = f" ({place.assessor})" if place.assessor else ""
    basis = f" Basis: {place.basis}." if place.basis else ""
    return Words(f"{text}{by}.{basis}{said}", bracket(rests(place.evidence), place.status))


def _found(place: Place) -> str:
    axes = f"ambiguity {word(place.ambiguity)}, conflict {word(place.conflict)}"
    if isinstance(place.reading, Location):
        return f"{_located(place.reading)}; {axes}"
    if place.reading:
        return f"{place.reading.kind.label} implementation; {axes}"
    if len(place.candidates) == len(matland.Implementation):
        return f"not stated; {axes}"
    return f"{either(place.candidates)}; {axes}"


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
        said = [f"{of}: {one}" if of else one for one in (*_moves(path), *path.untold)]
        behind = "matland-1995 for the axes; what flips, and what cannot be told, is ours"
        yield Items(tuple(Words(f"{sentence}.", behind) for sentence in said))


def _moves(path: Trajectory) -> tuple[str, ...]:
    return tuple(move.sentence for move in path.moves)


def _hypothesised(case: Case) -> Block:
    if not case.hypothesised:
        return Words("None, because it is placed in no one kind.", "ours")
    behind = f"{cited(matland.HYPOTHESISED_SUPPORT.source)}; a hypothesis; adapted"
    rows = case.hypothesised.items()
    return Items(tuple(Words(f"{kind.label}: {_needs(row)}", behind) for kind, row in rows))


def _needs(row: Mapping[Any, Need]) -> str:
    words = (
        f"{feature.label} ({need.label})"
        for feature, need in row.items()
        if need is not Need.NOT_NAMED
    )
    return ", ".join(words)


def _approaches(approaches: tuple[Approach, ...], themes: Mapping[str, str]) -> Iterable[Block]:
    head = ("approach", *(model.label for model in SupportModel))
    groups: dict[str, list[Approach]] = {}
    for one in approaches:
        groups.setdefault(one.theme or "no theme", []).append(one)
    for theme, group in groups.items():
        title = themes.get(theme) or heading(theme)
        yield Table(head, tuple(_approach(one) for one in group), _sources(group), title)
        described = tuple(_description(one) for one in group if one.description)
        if described:
            yield Items(described)


def _profile(profile: Profile) -> Words:
    tallies = (
        f"{model.label}: {', '.join(f'{extent.label} {n}' for extent, n in row.items())}"
        for model, row in profile.tally.items()
    )
    (source,) = profile.sources
    return Words(f"Tally by model. {'; '.join(tallies)}.", bracket((cited(source),), source.status))


def _matches(places: tuple[Place, ...]) -> Iterable[Block]:
    """Set hypothesis against description once for each different result."""
    matches = {place.match: place for place in places if place.match}
    for match, place in matches.items():
        yield Words(f"As {_placed(place)}.")
        yield Items(tuple(_match(match)))
    yield Words("Not evidenced means not described, never absent.")


def _placed(place: Place) -> str:
    named = either(place.candidates)
    return f"{named} (by degree)" if isinstance(place.reading, Location) else named


def _match(match: Match[Any, Any]) -> Iterable[Words]:
    behind = f"{cited(match.support.source)}; a hypothesis; which approach shows what is ours"
    for title, features in (
        ("Named and evidenced", match.named_and_evidenced),
        ("Named and not evidenced", match.named_and_not_evidenced),
        ("Offered and not named", match.offered_and_not_named),
        ("Named by some of the kinds left", match.undecided),
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


def _cards(cards: tuple[Card, ...]) -> Iterable[Block]:
    """Put cards of one object, rubric, date and layer side by side, an assessor a column."""
    groups: dict[tuple[str | None, ...], list[Card]] = {}
    for card in cards:
        groups.setdefault((card.object, card.card.rubric.key, card.date, card.layer), []).append(
            card
        )
    for group in groups.values():
        yield _group(group)
        yield from _remarks_on(group)


def _group(cards: list[Card]) -> Table:
    first = cards[0]
    head = ("criterion", *(card.assessor or "no assessor" for card in cards))
    rows = tuple(
        (row.label, *(card.card.profile[row].label for card in cards)) for row in first.card.profile
    )
    when = ", ".join(word for word in (first.date, first.layer) if word)
    title = f"{heading(first.object)}, rubric {first.card.rubric.key}{f', {when}' if when else ''}."
    spans = " ".join(_span(card) for card in cards)
    source = bracket((f"rubric: {cited(first.card.rubric.source)}",), _statuses_of(cards))
    return Table(head, rows, source, f"{title} {spans}")


def _statuses_of(cards: Iterable[Card]) -> str:
    return ", ".join(dict.fromkeys(card.status for card in cards))


def _span(card: Card) -> str:
    lowest, highest, gaps = card.card.lowest, card.card.highest, len(card.card.gaps)
    who = f"{card.assessor}: " if card.assessor else ""
    if lowest is None or highest is None:
        return f"{who}no grade."
    missing = f", {count(gaps, 'gap')}" if gaps else ""
    return f"{who}{between(lowest, highest)}{missing}."


def _remarks_on(cards: list[Card]) -> Iterable[Items]:
    """Give what an assessor adds to a rating, or else the rating again with its evidence."""
    remarks = tuple(
        Words(
            f"{_who(card)}{row.key}: {card.notes.get(row.key, mark.label)}",
            bracket(rests(card.evidence[row.key]), card.status),
        )
        for card in cards
        for row, mark in card.card.profile.items()
        if row.key in card.notes or card.evidence.get(row.key)
    )
    if remarks:
        yield Items(remarks)


def _who(card: Card) -> str:
    return f"{card.assessor}, " if card.assessor else ""


# --- what the assessors come to ---


def _judgements(judgements: tuple[Judgement, ...], rule: str | None) -> Iterable[Block]:
    for judgement in judgements:
        title = about(judgement)
        notable = tuple(_outcome(one) for one in judgement.outcomes if _is_notable(one))
        if notable:
            yield Words(f"{title}. First ratings are kept; where they differ:")
            yield Items(notable)
        yield _rulings(judgement, title)
        items = tuple(_told(judgement, rule))
        if items:
            yield Items(items)


def _told(judgement: Judgement, rule: str | None) -> Iterable[Words]:
    """Give the reasons of the rule asked for, or what of majority depends on the weights."""
    if judgement.misfit:
        yield Words(f"The rule {rule} makes nothing of this rubric: {judgement.misfit}.", "ours")
    asked = rule if rule and not judgement.misfit else None
    ruling = {one.rule: one for one in judgement.rulings}[asked or MAJORITY.key]
    if asked:
        yield from (Words(reason, "ours") for reason in ruling.reasons)
    yield from _shares(ruling)


def _is_notable(outcome: Outcome[Any, Any]) -> bool:
    return bool(outcome.differed or outcome.discuss or outcome.settlement)


def _outcome(outcome: Outcome[Any, Any]) -> Words:
    first = ", ".join(f"{name or 'no name'}: {m.label}" for name, m in outcome.ratings.items())
    said = f"{outcome.item.criterion.label}: {outcome.mark.label} stands ({first or 'not rated'})"
    if outcome.settlement:
        by = ", ".join(outcome.settlement.assessors) or "nobody named"
        reason = (outcome.settlement.reason or "").rstrip(".")
        why = f": {reason}" if reason else ""
        return Words(f"{said}. Decided by {by}{why}.", "decision as the study records it")
    discuss = "; to discuss" if outcome.discuss else ""
    return Words(f"{said}{discuss}.", "lower median; ours")


def _rulings(judgement: Judgement, title: str) -> Table:
    head = ("rule", "verdict", "what could settle it")
    rows = tuple((ruling.rule, verdict(ruling), _settling(ruling)) for ruling in judgement.rulings)
    source = "leroy-mousseau-pirlot-2011 for the procedure; its use here; ours"
    return Table(head, rows, source, f"{title}. Verdict by each rule:")


_MOST_SETS: Final = 3


def _settling(ruling: Ruling) -> str:
    if ruling.settled or ruling.lowest is None:
        return ""
    sets = [listed(rows) for rows in ruling.decisive]
    more = f"; or {len(sets) - _MOST_SETS} more" if len(sets) > _MOST_SETS else ""
    return "; or ".join(sets[:_MOST_SETS]) + more


def _shares(ruling: Ruling) -> Iterable[Words]:
    bounds = {bound for pair in (ruling.shares or {}).values() for bound in pair}
    if ruling.shares and bounds - {0, 1}:
        shares = ", ".join(f"{key}: {_share(pair)}" for key, pair in ruling.shares.items())
        said = f"If every weighting counts alike, by the rule {ruling.rule} the share of them for "
        said += f"{shares.replace('-', ' ')}. A share of weightings, not a probability."
        yield Words(said, "tervonen-2009; the exact shares are ours")


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
