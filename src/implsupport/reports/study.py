"""What a report says across the cases of a study."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from implsupport.appraisal import Agreed, Appraisal, Context, Crossing, Programme
from implsupport.evaluation.claims import Finding
from implsupport.evaluation.coefficients import Estimate
from implsupport.evaluation.expectations import Cross
from implsupport.evaluation.panels import Difference
from implsupport.evaluation.screening import Screening
from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.case import approaches
from implsupport.reports.wording import bracket, cited, conjoined, count, heading, listed, ranged
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Gap

__all__ = ["across", "assessors"]


def across(appraisal: Appraisal) -> tuple[Section, ...]:
    """Say what a study says across its cases.

    Args:
        appraisal: A study, read.

    Returns:
        Support against success, comparability, likeness, support described for no case, the
        programme and the claims of the sources; each only if there is any.
    """
    titles = {case.key: case.title for case in appraisal.cases}
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("Support against success", tuple(_crosses(appraisal, titles))),
        ("Comparability", tuple(_screening(appraisal, titles))),
        ("Likeness of the support described", tuple(_likeness(appraisal, titles))),
        ("Support described for no case", tuple(_nowhere(appraisal))),
        ("The support programme", tuple(_programme(appraisal.programme))),
        ("What the sources say of their own tables", tuple(_claims(appraisal.context.claims))),
    )
    return tuple(Section(title, blocks) for title, blocks in parts if blocks)


# --- assessors ---


def assessors(appraisal: Appraisal) -> tuple[Section, ...]:
    """Say how far assessors agree, before anything is made of their ratings.

    Args:
        appraisal: A study, read.

    Returns:
        Agreement, and differences between layers; each only if there is any.
    """
    titles = {case.key: case.title for case in appraisal.cases}
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("Agreement between assessors", tuple(_agreement(appraisal.agreement))),
        ("Differences between layers", tuple(_differences(appraisal, titles))),
    )
    return tuple(Section(title, blocks) for title, blocks in parts if blocks)


def _agreement(agreement: tuple[Agreed, ...]) -> Iterable[Block]:
    for one in agreement:
        when = ", ".join(part for part in (one.date, one.layer) if part)
        about = ", ".join(filter(None, (heading(one.object), f"rubric {one.rubric}", when)))
        title = f"{about}: {len(one.assessors)} assessors"
        estimates = {"all criteria": one.overall, **one.by_criterion}
        rows = tuple((name, *_estimate(found)) for name, found in estimates.items())
        coefficient = one.coefficient.replace("-", " ")
        head = ("criterion", coefficient, "items graded by two or more")
        yield Table(head, rows, "krippendorff-2011; source", f"{title}.")
        yield _interval(one)
    if agreement:
        yield Words(
            "An item is one criterion of one case. Ordinal alpha is 1 where all agree on each item "
            "and the items differ, and 0 where they agree no more than by chance. Where all "
            "grades are the same one, agreement cannot be told from chance: alpha is undefined.",
            "krippendorff-2011; source",
        )


def _estimate(found: Estimate) -> tuple[str, str]:
    value = f"{found.value:.3f}" if found.value is not None else f"undefined: {found.reason}"
    return value, str(found.units)


def _interval(one: Agreed) -> Words:
    if one.interval.lowest is None or one.interval.highest is None:
        return Words(f"No interval is given for all criteria: {one.interval.reason}.", "ours")
    return Words(
        f"Interval for all criteria: 95 % of the values lie from {one.interval.lowest:.3f} to "
        f"{one.interval.highest:.3f} when whole cases are drawn again.",
        "efron-tibshirani-1993 for the interval; what is drawn is ours",
    )


def _differences(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    if appraisal.differences:
        yield Words("A difference between layers is a finding, not unreliability.", "ours")
        yield Items(tuple(_difference(one, titles) for one in appraisal.differences))


def _difference(one: Difference[Any, Any], titles: Mapping[str, str]) -> Words:
    ranges = "; ".join(
        f"{layer or 'no layer named'} {ranged(*pair)}" for layer, pair in one.ranges.items()
    )
    of = ", ".join(filter(None, (heading(str(one.item.object)).lower(), one.item.date)))
    return Words(f"{titles[one.item.case]}, {of}, {one.item.criterion.label}: {ranges}.", "ours")


# --- support against success ---


def _crosses(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    """Give a table for each rubric and layer, and what goes with all of them once."""
    said = {caveat for caveats in appraisal.caveats.values() for caveat in caveats}
    own = [[c for c in one.cross.caveats if c not in said] for one in appraisal.crosses]
    first, *others = own or [[]]
    shared = [caveat for caveat in first if all(caveat in one for one in others)]
    groups: dict[str, list[Crossing]] = {}
    for crossing in appraisal.crosses:
        layer = f"layer {crossing.layer}" if crossing.layer else "no layer named"
        groups.setdefault(f"Rubric {crossing.rubric}, {layer}", []).append(crossing)
    for title, group in groups.items():
        yield _cells(group, title, titles)
        remarks = tuple(_remarks(group, titles, {*said, *shared}))
        yield from [Items(remarks)] if remarks else []
    yield from [Items(tuple(_warnings(shared)))] if shared else []


def _warnings(caveats: Iterable[str]) -> Iterable[Words]:
    return (Words(f"Caveat: {caveat}", "ours") for caveat in caveats)


def _cells(group: list[Crossing], title: str, titles: Mapping[str, str]) -> Table:
    rows = tuple((one.rule, *row) for one in group for row in _rows(one.cross, titles))
    sources = dict.fromkeys(cited(source) for one in group for source in one.cross.sources)
    head = ("rule", "support hypothesised", "verdict", "cases")
    return Table(head, rows, bracket(sources, "crossing them is ours"), title)


def _rows(cross: Cross[Any, Any, Any, Any], titles: Mapping[str, str]) -> Iterable[tuple[str, ...]]:
    rows = [
        (f"{coverage.label} described", grade.label, "; ".join(titles[key] for key in keys))
        for (coverage, grade), keys in cross.cells.items()
        if keys
    ]
    return rows or [("none", "none", "no case")]


def _remarks(group: list[Crossing], titles: Mapping[str, str], said: set[str]) -> Iterable[Words]:
    """Say once what holds, and by which of the rules if not by all."""
    found: dict[str, list[str]] = {}
    for one in group:
        apart = {**one.cross.open, **one.unplaced}
        caveats = (f"Caveat: {caveat}" for caveat in one.cross.caveats if caveat not in said)
        for sentence in (*(f"{titles[key]}: {_why(why)}." for key, why in apart.items()), *caveats):
            found.setdefault(sentence, []).append(one.rule)
    for sentence, rules in found.items():
        only = f" (Only by the rule {conjoined(rules)}.)" if len(rules) < len(group) else ""
        yield Words(f"{sentence}{only}", "ours")


def _why(reasons: Sequence[str]) -> str:
    return reasons if isinstance(reasons, str) else "; ".join(reasons)


# --- comparability and likeness ---


def _screening(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    screening = appraisal.screening
    if screening is None:
        return
    table = screening.table
    criteria = tuple(dict.fromkeys(criterion for row in table.values() for criterion in row))
    rows = tuple(
        (titles.get(key, key), *(_tick(row[criterion]) for criterion in criteria))
        for key, row in table.items()
    )
    yield Table(("policy", *criteria), rows, _behind(appraisal.context.comparability_source))
    admitted = "; ".join(titles.get(key, key) for key in screening.by_rule)
    yield Words(f"All criteria: {admitted or 'no policy'}.", "ours, on the table above")
    items = tuple(_screened(screening, appraisal.context, titles))
    if items:
        yield Items(items)


def _screened(screening: Screening, context: Context, titles: Mapping[str, str]) -> Iterable[Words]:
    for key, why in screening.by_override.items():
        behind = _behind(context.overrides_source)
        yield Words(f'By override: {titles.get(key, key)}. "{why}"', behind)
    for key, fails in screening.near_misses.items():
        yield Words(f"One short: {titles.get(key, key)} (fails {listed(fails)}).", "ours")
    for key, gaps in screening.undecided.items():
        open_ = ", ".join(f"{criterion} {gap.label}" for criterion, gap in gaps.items())
        yield Words(f"Cannot be told: {titles.get(key, key)} ({open_}).", "ours")


def _tick(mark: bool | Gap) -> str:  # noqa: FBT001 -- a mark of the table, not a switch
    return mark.label if isinstance(mark, Gap) else ("yes" if mark else "no")


def _behind(source: Source | None) -> str:
    return f"{cited(source)}; {source.status}" if source else "ours"


def _likeness(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    likeness = appraisal.likeness
    if likeness is None:
        return
    to = titles.get(likeness.to, likeness.to)
    head = ("case", "shared", "only in this case", f"only in {to}", "Jaccard index")
    rows = tuple(
        (
            titles.get(like.case, like.case),
            str(len(like.shared)),
            str(len(like.only_here)),
            str(len(like.only_there)),
            str(like.jaccard),
        )
        for like in likeness.others
    )
    title = f"Approaches that each case shares with {to}. Jaccard index: shared ones out of all."
    yield Table(head, rows, "approaches as described above; the measure is ours", title)
    yield Words(f"Described for {to} alone: {listed(likeness.alone)}.", "ours")
    yield Items(tuple(_warnings(likeness.caveats)))


def _nowhere(appraisal: Appraisal) -> Iterable[Block]:
    """List the approaches that stand in no section of a case."""
    if appraisal.described_nowhere:
        yield Words("The study names no case for these approaches.")
        yield from approaches(appraisal.described_nowhere, appraisal.context.themes or FrozenMap())


# --- the programme ---


def _programme(programme: Programme | None) -> Iterable[Block]:
    if programme is None:
        return
    yield Items(tuple(_answers(programme)))
    yield Items(tuple(_links(programme)))
    functions = tuple(_functions(programme))
    if functions:
        yield Items(functions)


def _links(programme: Programme) -> Iterable[Words]:
    """Gather the relations by kind, by the body they lead to, and by what they rest on."""
    titles, groups = programme.titles, dict[tuple[str, str, str], list[str]]()
    for link in programme.links:
        behind = bracket(link.sources, link.status)
        groups.setdefault((link.kind.key, link.target, behind), []).append(link.source)
    for (kind, target, behind), sources in groups.items():
        named = "; ".join(titles[key] for key in sources)
        yield Words(f"{_RELATION[kind]} {titles[target]}: {named}.", behind)


def _functions(programme: Programme) -> Iterable[Words]:
    for key, functions in programme.functions.items():
        behind = bracket(programme.sources[key], programme.statuses[key])
        for function in functions:
            yield Words(f"Function of {programme.titles[key]}: {function}", behind)


_RELATION: Final = {
    "accountable-to": "Accountable to",
    "member-of": "Members of",
    "supports": "Supporting",
    "informs": "Informing",
}


def _answers(programme: Programme) -> Iterable[Words]:
    yield from _chains(programme)
    yield from _bridges(programme)
    yield from _exchanges(programme)
    yield from _mixed(programme)


def _chains(programme: Programme) -> Iterable[Words]:
    titles = programme.titles
    for upwards in programme.accountability:
        for chain in upwards.chains:
            yield Words(f"Answers upwards: {', to '.join(titles[key] for key in chain)}.", "ours")
        for circle in upwards.circles:
            yield Words(f"Answer to one another: {_named(circle, titles)}.", "ours")


def _bridges(programme: Programme) -> Iterable[Words]:
    found, titles = programme.bridges, programme.titles
    if found:
        yield Words(
            f"On every path between centre and localities: {_named(found.on_every_path, titles)}; "
            f"on some path: {_named(found.on_some_path, titles)}.",
            "ours",
        )


def _exchanges(programme: Programme) -> Iterable[Words]:
    titles = programme.titles
    told = [one for one in programme.exchanges if one.way.there or one.way.back]
    for one in told:
        yield Words(
            f"Word from {titles[one.centre]} to {titles[one.locality]}: "
            f"{_way(one.way.there, titles)}; back: {_way(one.way.back, titles)}.",
            "ours",
        )
    if len(told) < len(programme.exchanges):
        untold = count(len(programme.exchanges) - len(told), "pair")
        yield Words(
            f"Between {untold} of a body above and one of the localities no path of informing or "
            "supporting is described either way; membership and accountability pass no word here.",
            "ours",
        )


def _mixed(programme: Programme) -> Iterable[Words]:
    """Name bodies that mix purposes; what is read into a body makes the statement adapted."""
    for key, found in programme.mixed.items():
        for tension in found:
            status = tension.source.status
            behind = status if programme.statuses[key] == "source" else "adapted"
            said = f"{programme.titles[key]} mixes purposes: {tension.reason}."
            yield Words(said, f"{cited(tension.source)}; {behind}")


def _named(keys: Iterable[str], titles: Mapping[str, str]) -> str:
    return "; ".join(titles[key] for key in keys) or "no body"


def _way(path: tuple[str, ...] | None, titles: Mapping[str, str]) -> str:
    return "no path is described" if path is None else " > ".join(titles[key] for key in path)


# --- the sources against themselves ---


def _claims(claims: tuple[Finding, ...] | None) -> Iterable[Block]:
    if not claims:
        return
    tally: dict[str, int] = {}
    for finding in claims:
        tally[finding.verdict.label] = tally.get(finding.verdict.label, 0) + 1
    counts = ", ".join(f"{number} {verdict}" for verdict, number in tally.items())
    yield Words(f"{count(len(claims), 'claim')} checked: {counts}. Nothing is repaired.", "ours")
    unsure = tuple(one for one in claims if one.verdict.key != "confirmed")
    yield Items(tuple(_claim(finding) for finding in unsure))


def _claim(finding: Finding) -> Words:
    behind = f"{cited(finding.claim.source)}; checking it is ours"
    return Words(
        f'"{finding.claim.words}" {heading(finding.sentence[:1])}{finding.sentence[1:]}.', behind
    )
