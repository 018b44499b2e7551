"""What a report of an appraisal says, section by section, whatever form it is given in."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from implsupport.appraisal import Appraisal, Case, Context, Place
from implsupport.cases import Deferral, Misreading, PerceivedSuccess
from implsupport.evaluation.trajectories import Moment, Point, Trajectory
from implsupport.frameworks import governance, matland
from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.case import case_section
from implsupport.reports.given import require
from implsupport.reports.rules import by_rule
from implsupport.reports.study import across, assessors
from implsupport.reports.wording import HOW_TO_READ, cited, conjoined, count, either, scope
from implsupport.sources import BIBLIOGRAPHY, Source
from implsupport.terms import FrozenMap, Gap

__all__ = ["content"]


def content(appraisal: Appraisal) -> Section:
    """Say what an appraisal found.

    Args:
        appraisal: A study, read.

    Returns:
        An overview of all cases; a section for each case that the study describes; what can be
        said across them; passages that no study can hold; the caveats; the works cited.

    Raises:
        UnknownTermError: If it is given anything but an appraisal.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> content(appraise(cases.illustration())).title
    'Illustration, not evidence'
    """
    require(appraisal, Appraisal, "content")
    described = [case for case in appraisal.cases if case.is_described]
    themes: Mapping[str, str] = appraisal.context.themes or FrozenMap()
    sections = (
        *assessors(appraisal),
        *(case_section(case, appraisal.rule, themes) for case in described),
        *by_rule(appraisal),
        *across(appraisal),
        *_context(appraisal.context, {case.key: case.title for case in appraisal.cases}),
        *_rules(appraisal),
        *_caveats(appraisal.caveats),
    )
    said = _scope(appraisal, len(described))
    opening: tuple[Block, ...] = (said, Words(HOW_TO_READ), *_overview(appraisal))
    return Section(appraisal.title, opening, (*sections, *_works(appraisal.works, sections)))


def _scope(appraisal: Appraisal, described: int) -> Words:
    said = scope(described, len(appraisal.cases))
    return Words(said, f"status of the study: {appraisal.status}")


# --- all cases ---


def _overview(appraisal: Appraisal) -> tuple[Table, ...]:
    if not appraisal.cases:
        return ()
    head = ("case", "kind of implementation", "approaches", "scorecards")
    rows = tuple(
        (case.title, _kinds(case), str(len(case.approaches) or "none described"), _graded(case))
        for case in appraisal.cases
    )
    return (Table(head, rows, "source and status of each stand below"),)


def _kinds(case: Case) -> str:
    """Name the kinds of all places; of one path in its order, with every return."""
    if len(case.paths) == 1 and _covers(case.paths[0], case):
        told = map(_moment, case.paths[0].moments)
        return " > ".join(kind for kind, _ in groupby(told))
    kinds = (_kind(place.candidates, place) for place in case.places)
    return ", ".join(dict.fromkeys(kinds)) or "not stated"


def _covers(path: Trajectory, case: Case) -> bool:
    return sum(len(moment.points) for moment in path.moments) == len(case.places)


def _moment(moment: Moment) -> str:
    """Name the kind of a moment; of several whose order cannot be told, all of them."""
    first, *others = dict.fromkeys(_kind(point.kinds, point) for point in moment.points)
    return f"{conjoined([first, *others])} (order not known)" if others else first


def _kind(kinds: tuple[matland.Implementation, ...], at: Place | Point) -> str:
    """Name the kinds that are left; where all of them are, why nothing is known."""
    if len(kinds) < len(matland.Implementation):
        return either(kinds)
    mark = at.ambiguity
    return mark.label if isinstance(mark, Gap) and mark is at.conflict else "unknown"


def _graded(case: Case) -> str:
    """Count the cards; their grades are of different objects, layers and dates."""
    return count(len(case.cards), "card") if case.cards else "none"


# --- the rest ---


def _context(context: Context, titles: Mapping[str, str]) -> tuple[Section, ...]:
    sections: list[Section] = []
    if context.perceived_success:
        sections.append(
            Section("Perceived success", (_perceived(context.perceived_success, titles),))
        )
    if context.deferral:
        sections.append(Section("Deferral", (_deferral(context.deferral),)))
    if context.misreading:
        sections.append(Section("A misreading of the grid", (_misreading(context.misreading),)))
    return tuple(sections)


def _perceived(perceived: Mapping[str, PerceivedSuccess], titles: Mapping[str, str]) -> Items:
    return Items(
        tuple(
            Words(
                f"{titles.get(key, key)}: {said.gap.label if said.gap else 'viewed as successful'}"
                f'. "{" … ".join(said.words)}"',
                f"{cited(said.source)}; {said.source.status}",
            )
            for key, said in perceived.items()
        )
    )


def _deferral(said: Deferral) -> Items:
    behind = f"{cited(said.source)}; {said.source.status}"
    cells = (("before the deferral", said.before), ("after it", said.after))
    return Items(
        (
            Words(f'"{said.announcement}"', behind),
            Words(f'"{said.words}"', behind),
            *(Words(f"Place in the matrix {when}: {gap.label}.", behind) for when, gap in cells),
        )
    )


def _misreading(figure: Misreading) -> Items:
    behind = f"{cited(figure.source)}; {figure.source.status}"
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


def _rules(appraisal: Appraisal) -> tuple[Section, ...]:
    """Say what each rule asks for, if anything was judged."""
    if not any(case.judgements for case in appraisal.cases):
        return ()
    words = tuple(Words(f"{key}: {title}.", "ours") for key, title in appraisal.rules.items())
    return (Section("Rules that make a verdict of a card", (Items(words),)),)


def _caveats(caveats: Mapping[str, tuple[str, ...]]) -> tuple[Section, ...]:
    """Repeat the caveats of the frameworks used, but for the grid's, which stand with it."""
    words = tuple(
        Words(f"{key}: {said}", "the framework, as this library words it")
        for key, all_said in caveats.items()
        for said in all_said
        if key != governance.GOVERNANCE.key
    )
    return (Section("Caveats of the frameworks used", (Items(words),)),) if words else ()


def _works(works: tuple[Source, ...], sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """List the study's works, then every other that a bracket of the report names."""
    named = " ".join(words for section in sections for words in _brackets(section))
    own = {work.key for work in works}
    others = (work for work in BIBLIOGRAPHY if work.key in named and work.key not in own)
    items = tuple(Words(_work(work)) for work in (*works, *others))
    return (Section("Works cited", (Items(items),)),) if items else ()


def _brackets(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from (
            (words.source for words in block.words) if isinstance(block, Items) else (block.source,)
        )
    for below in section.sections:
        yield from _brackets(below)


def _work(work: Source) -> str:
    who = f"{', '.join(work.authors).rstrip('.')}. " if work.authors else ""
    year = f" ({work.year})" if work.year else ""
    where = f" https://doi.org/{work.doi}" if work.doi else f" {work.url}" if work.url else ""
    return f"{work.key}: {who}{work.title}{year}.{where}"
