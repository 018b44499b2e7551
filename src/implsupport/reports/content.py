"""What a report of an appraisal says, section by section, whatever form it is given in."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from implsupport.appraisal import Appraisal, Approach, Card, Case, Context, Governance, Place
from implsupport.cases import Deferral, Misreading, PerceivedSuccess
from implsupport.frameworks import governance, matland
from implsupport.readings import Location
from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.sources import Source
from implsupport.terms import Term
from implsupport.vocabulary import Need, SupportModel

__all__ = ["content"]


def content(appraisal: Appraisal) -> Section:
    """Say what an appraisal found.

    Args:
        appraisal: A study, read.

    Returns:
        An overview of all cases; a section for each case that the study describes; the tables
        and passages that no study can hold; the caveats; the works cited.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> content(appraise(cases.illustration())).title
    'Illustration, not evidence'
    """
    described = [case for case in appraisal.cases if case.is_described]
    return Section(
        appraisal.title,
        (_opening(appraisal, len(described)), *_overview(appraisal)),
        (
            *(_case(case) for case in described),
            *_context(appraisal.context, {case.key: case.title for case in appraisal.cases}),
            *_caveats(appraisal.caveats),
            *_works(appraisal.works),
        ),
    )


def _opening(appraisal: Appraisal, described: int) -> Words:
    return Words(
        f"{_count(len(appraisal.cases), 'case')}, {described} of them described; status of the "
        f"study: {appraisal.status}. Behind each statement, in brackets, stand its source and its "
        "status: source (printed there), adapted, or ours. A gap is not a grade, and what is not "
        "described is not absent."
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _bracket(sources: Iterable[str], status: str) -> str:
    """Name each work once, then the places in it, then the status."""
    places: dict[str, list[str]] = {}
    for source in sources:
        work, _, place = source.partition(", ")
        places.setdefault(work, []).append(place)
    cited = (
        ", ".join(filter(None, (work, "; ".join(dict.fromkeys(found)))))
        for work, found in places.items()
    )
    return "; ".join((*cited, status))


def _word(value: Term | float | None) -> str:
    if isinstance(value, Term):
        return value.label
    return "unknown" if value is None else f"{value:.2f}"


# --- all cases ---


def _overview(appraisal: Appraisal) -> tuple[Table, ...]:
    if not appraisal.cases:
        return ()
    head = ("case", "kind of implementation", "approaches", "grades given")
    rows = tuple(
        (case.title, _kinds(case), str(len(case.approaches) or "not described"), _graded(case))
        for case in appraisal.cases
    )
    return (Table(head, rows, f"each as shown below; {appraisal.status}"),)


def _kinds(case: Case) -> str:
    """Name the kinds of all places, or what is left where one is not settled."""
    every = len(matland.Implementation)
    kinds = (_either(p.candidates) for p in case.places if len(p.candidates) < every)
    return ", ".join(dict.fromkeys(kinds)) or "not stated"


def _graded(case: Case) -> str:
    grades = [grade for card in case.cards for grade in card.card.grades.values()]
    gaps = sum(len(card.card.gaps) for card in case.cards)
    given = _between(min(grades), max(grades)) if grades else "none"
    return f"{given}, {_count(gaps, 'gap')}" if gaps else given


# --- one case ---


def _case(case: Case) -> Section:
    facts = (case.jurisdiction, str(case.year) if case.year else None)
    about = ", ".join(fact for fact in facts if fact)
    note = f"{about}. {case.note or ''}".strip(" .")
    missing = " ".join(_missing(case))
    return Section(
        case.title,
        tuple(Words(words) for words in (f"{note}." if note else "", missing) if words),
        tuple(_parts(case)),
    )


def _missing(case: Case) -> Iterable[str]:
    """Say what nobody states of a case that is described in other ways."""
    if not case.places:
        yield "No place in the matrix is stated, so no support is hypothesised for its kind."
    if not case.approaches:
        yield "No support is described, which does not mean that there was none."
    if not case.cards:
        yield "No grade is given."


def _parts(case: Case) -> Iterable[Section]:
    if case.places:
        items = Items(tuple(_place(place) for place in case.places))
        yield Section("Place in the ambiguity-conflict matrix", (items,))
        yield Section("Support hypothesised for its kind", (_hypothesised(case),))
    if case.approaches:
        yield Section("Support described", _approaches(case.approaches))
    if case.cards:
        yield Section("Scorecards", tuple(_cards(case.cards)))
    if case.governance:
        yield _governance(case.governance)


def _place(place: Place) -> Words:
    step = f"step {place.step}" if place.step else None
    of = ", ".join(word for word in (place.part, step, place.date, place.layer) if word)
    text = f"{of}: {_found(place)}" if of else _found(place).capitalize()
    said = f" Note: {place.note}" if place.note else ""
    by = f" ({place.assessor})" if place.assessor else ""
    basis = f" Basis: {place.basis}." if place.basis else ""
    return Words(f"{text}{by}.{basis}{said}", _bracket(place.sources, place.status))


def _found(place: Place) -> str:
    axes = f"ambiguity {_word(place.ambiguity)}, conflict {_word(place.conflict)}"
    if isinstance(place.reading, Location):
        return f"{_located(place.reading)}; {axes}"
    if place.reading:
        return f"{place.reading.kind.label} implementation; {axes}"
    if len(place.candidates) == len(matland.Implementation):
        return f"not stated; {axes}"
    return f"{_either(place.candidates)}; {axes}"


def _either(kinds: Iterable[Term]) -> str:
    return " or ".join(kind.label for kind in kinds)


def _located(location: Location[Any, Any, Any]) -> str:
    degrees = ", ".join(f"{kind.label} {_word(d)}" for kind, d in location.memberships.items())
    margin = f"margin {_word(location.margin)}"
    if location.kind:
        return f"{location.kind.label} implementation by degree ({degrees}; {margin})"
    border = "on the crossover, so " if location.borderline else ""
    return f"{border}{_either(location.candidates)} ({degrees}; {margin})"


def _hypothesised(case: Case) -> Block:
    if not case.hypothesised:
        return Words("None, because it is placed in no one kind.")
    behind = f"{_key(matland.HYPOTHESISED_SUPPORT.source)}; a hypothesis; adapted"
    rows = case.hypothesised.items()
    return Items(tuple(Words(f"{kind.label}: {_needs(row)}", behind) for kind, row in rows))


def _key(source: Source | None) -> str:
    return f"{source.key}, {source.locator}" if source else "no source"


def _needs(row: Mapping[Any, Need]) -> str:
    words = (
        f"{feature.label} ({need.label})"
        for feature, need in row.items()
        if need is not Need.NOT_NAMED
    )
    return ", ".join(words)


def _approaches(approaches: tuple[Approach, ...]) -> tuple[Block, ...]:
    head = ("approach", *(model.label for model in SupportModel))
    groups = ((theme, tuple(group)) for theme, group in groupby(approaches, lambda one: one.theme))
    return tuple(
        Table(
            head,
            tuple(_approach(one) for one in group),
            _sources(group),
            _heading(theme or "no theme"),
        )
        for theme, group in groups
    )


def _heading(key: str) -> str:
    return key.replace("-", " ").capitalize()


def _approach(one: Approach) -> tuple[str, ...]:
    ratings = (one.models.get(model) for model in SupportModel)
    return (one.title, *(rating.label if rating else "not rated" for rating in ratings))


def _sources(group: Iterable[Approach]) -> str:
    statuses = dict.fromkeys(one.status for one in group)
    return _bracket(dict.fromkeys(s for one in group for s in one.sources), ", ".join(statuses))


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
        (row.label, *(card.card.profile[row].label for card in cards))
        for row in first.card.profile
    )
    when = ", ".join(word for word in (first.date, first.layer) if word)
    title = (
        f"{_heading(first.object)}, rubric {first.card.rubric.key}{f', {when}' if when else ''}."
    )
    spans = " ".join(_span(card) for card in cards)
    source = _bracket((f"rubric: {_key(first.card.rubric.source)}",), _statuses_of(cards))
    return Table(head, rows, source, f"{title} {spans}")


def _statuses_of(cards: Iterable[Card]) -> str:
    return ", ".join(dict.fromkeys(card.status for card in cards))


def _span(card: Card) -> str:
    lowest, highest, gaps = card.card.lowest, card.card.highest, len(card.card.gaps)
    who = f"{card.assessor}: " if card.assessor else ""
    if lowest is None or highest is None:
        return f"{who}no grade."
    missing = f", {_count(gaps, 'gap')}" if gaps else ""
    return f"{who}{_between(lowest, highest)}{missing}."


def _between(lowest: Term, highest: Term) -> str:
    return lowest.label if lowest is highest else f"{lowest.label} to {highest.label}"


def _remarks_on(cards: list[Card]) -> Iterable[Items]:
    remarks = tuple(
        Words(f"{_who(card)}{key}: {note}", _bracket(card.sources[key], card.status))
        for card in cards
        for key, note in card.notes.items()
    )
    if remarks:
        yield Items(remarks)


def _who(card: Card) -> str:
    return f"{card.assessor}, " if card.assessor else ""


# --- who acts where ---


def _governance(given: Governance) -> Section:
    placement = given.placement
    rows = tuple(
        (locus.label, *(_cell(given, (locus, level)) for level in governance.Level))
        for locus in governance.Locus
    )
    head = ("locus", *(level.label for level in governance.Level))
    source = _key(governance.GOVERNANCE.source)
    grid = Table(head, rows, _bracket((f"grid: {source}", *_cited(given)), _statuses(given)))
    return Section(
        "Who acts where",
        (grid, Items(tuple(_remarks(given))), Items(_warnings(placement.grid.caveats))),
    )


def _cited(given: Governance) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source for sources in given.sources.values() for source in sources))


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
        yield Words(f"Empty: {locus.label} and {level.label} ({kind}). A question, not an error.")
    for key, cells in placement.several.items():
        where = ", ".join(f"{locus.label} and {level.label}" for locus, level in cells)
        yield Words(f"In several cells: {given.titles[key]} ({where}).")
    for key in placement.unplaced:
        behind = _bracket(given.sources[key], given.statuses[key])
        yield Words(f"No cell, because it is no activity: {given.titles[key]}.", behind)


def _warnings(caveats: Iterable[str]) -> tuple[Words, ...]:
    return tuple(Words(f"Caveat: {caveat}") for caveat in caveats)


# --- the rest ---


def _context(context: Context, titles: Mapping[str, str]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if context.comparability:
        sections.append(Section("Comparability", (_comparability(context.comparability, titles),)))
    if context.perceived_success:
        sections.append(
            Section("Perceived success", (_perceived(context.perceived_success, titles),))
        )
    if context.deferral:
        sections.append(Section("Deferral", (_deferral(context.deferral),)))
    if context.misreading:
        sections.append(Section("A misreading of the grid", (_misreading(context.misreading),)))
    return tuple(sections)


def _comparability(table: Mapping[str, Mapping[str, bool]], titles: Mapping[str, str]) -> Table:
    criteria = tuple(dict.fromkeys(criterion for row in table.values() for criterion in row))
    rows = tuple(
        (titles.get(key, key), *("yes" if row[criterion] else "no" for criterion in criteria))
        for key, row in table.items()
    )
    return Table(("policy", *criteria), rows, "care-act-report, Table 2, p. 21; source")


def _perceived(perceived: Mapping[str, PerceivedSuccess], titles: Mapping[str, str]) -> Items:
    return Items(
        tuple(
            Words(
                f"{titles.get(key, key)}: {said.gap.label if said.gap else 'viewed as successful'}"
                f'. "{" ".join(said.words)}"',
                f"{_key(said.source)}; {said.source.status}",
            )
            for key, said in perceived.items()
        )
    )


def _deferral(said: Deferral) -> Items:
    behind = f"{_key(said.source)}; {said.source.status}"
    cells = (("before", said.before), ("after", said.after))
    return Items(
        (
            Words(f'"{said.announcement}"', behind),
            Words(f'"{said.words}"', behind),
            *(Words(f"Cell {when}: {gap.label}.", behind) for when, gap in cells),
        )
    )


def _misreading(figure: Misreading) -> Items:
    behind = f"{_key(figure.source)}; {figure.source.status}"
    steps = "; ".join(
        f"{words} ({locus.label} and {level.label})"
        for (locus, level), words in figure.cells.items()
    )
    return Items(
        (
            Words(f"{figure.title} ({figure.label}): {steps}.", behind),
            Words(f'"{figure.caution}"', behind),
        )
    )


def _caveats(caveats: Mapping[str, tuple[str, ...]]) -> tuple[Section, ...]:
    words = tuple(Words(f"{key}: {said}") for key, all_said in caveats.items() for said in all_said)
    return (Section("Caveats of the frameworks used", (Items(words),)),) if words else ()


def _works(works: tuple[Source, ...]) -> tuple[Section, ...]:
    if not works:
        return ()
    return (Section("Works cited", (Items(tuple(Words(_work(work)) for work in works)),)),)


def _work(work: Source) -> str:
    who = f"{', '.join(work.authors)}. " if work.authors else ""
    year = f" ({work.year})" if work.year else ""
    where = f" https://doi.org/{work.doi}" if work.doi else f" {work.url}" if work.url else ""
    return f"{work.key}: {who}{work.title}{year}.{where}"
