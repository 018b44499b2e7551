"""What a report of an appraisal says, section by section, whatever form it is given in."""

from collections.abc import Mapping

from implsupport.appraisal import Appraisal, Case, Context
from implsupport.cases import Deferral, Misreading, PerceivedSuccess
from implsupport.frameworks import matland
from implsupport.reports.blocks import Items, Section, Table, Words
from implsupport.reports.case import case_section
from implsupport.reports.study import across
from implsupport.reports.wording import between, cited, count, either
from implsupport.sources import Source

__all__ = ["content"]


def content(appraisal: Appraisal) -> Section:
    """Say what an appraisal found.

    Args:
        appraisal: A study, read.

    Returns:
        An overview of all cases; a section for each case that the study describes; what can be
        said across them; passages that no study can hold; the caveats; the works cited.

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
            *(case_section(case, appraisal.rule) for case in described),
            *across(appraisal),
            *_context(appraisal.context, {case.key: case.title for case in appraisal.cases}),
            *_caveats(appraisal.caveats),
            *_works(appraisal.works),
        ),
    )


def _opening(appraisal: Appraisal, described: int) -> Words:
    return Words(
        f"{count(len(appraisal.cases), 'case')}, {described} of them described; status of the "
        f"study: {appraisal.status}. Behind each statement, in brackets, stand its source and its "
        "status: source (printed there), adapted, or ours. A gap is not a grade, and what is not "
        "described is not absent."
    )


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
    kinds = (either(p.candidates) for p in case.places if len(p.candidates) < every)
    return ", ".join(dict.fromkeys(kinds)) or "not stated"


def _graded(case: Case) -> str:
    grades = [grade for card in case.cards for grade in card.card.grades.values()]
    gaps = sum(len(card.card.gaps) for card in case.cards)
    given = between(min(grades), max(grades)) if grades else "none"
    return f"{given}, {count(gaps, 'gap')}" if gaps else given


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
                f'. "{" ".join(said.words)}"',
                f"{cited(said.source)}; {said.source.status}",
            )
            for key, said in perceived.items()
        )
    )


def _deferral(said: Deferral) -> Items:
    behind = f"{cited(said.source)}; {said.source.status}"
    cells = (("before", said.before), ("after", said.after))
    return Items(
        (
            Words(f'"{said.announcement}"', behind),
            Words(f'"{said.words}"', behind),
            *(Words(f"Cell {when}: {gap.label}.", behind) for when, gap in cells),
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
