"""What a report says across the cases of a study."""

from collections.abc import Iterable, Mapping
from typing import Any

from implsupport.appraisal import Agreed, Appraisal, Programme
from implsupport.evaluation.claims import Finding
from implsupport.evaluation.coefficients import Estimate
from implsupport.evaluation.expectations import Cross
from implsupport.evaluation.matching import Likeness
from implsupport.evaluation.panels import Difference
from implsupport.evaluation.screening import Screening
from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.wording import between, bracket, cited, count, heading, listed

__all__ = ["across"]


def across(appraisal: Appraisal) -> tuple[Section, ...]:
    """Say what a study says across its cases.

    Args:
        appraisal: A study, read.

    Returns:
        Agreement, differences between layers, support against success, comparability,
        likeness, the programme and the claims of the sources; each only if there is any.
    """
    titles = {case.key: case.title for case in appraisal.cases}
    parts: tuple[tuple[str, tuple[Block, ...]], ...] = (
        ("Agreement between assessors", tuple(_agreement(appraisal.agreement))),
        ("Differences between layers", tuple(_differences(appraisal, titles))),
        ("Support against success", tuple(_crosses(appraisal, titles))),
        ("Comparability", tuple(_screening(appraisal.screening, titles))),
        ("Likeness of the support described", tuple(_likeness(appraisal.likeness, titles))),
        ("The support programme", tuple(_programme(appraisal.programme))),
        ("What the sources say of their own tables", tuple(_claims(appraisal.context.claims))),
    )
    return tuple(Section(title, blocks) for title, blocks in parts if blocks)


# --- assessors ---


def _agreement(agreement: tuple[Agreed, ...]) -> Iterable[Block]:
    for one in agreement:
        when = ", ".join(part for part in (one.date, one.layer) if part)
        title = f"Rubric {one.rubric}{f', {when}' if when else ''}: {len(one.assessors)} assessors"
        estimates = {"all": one.overall, **one.by_criterion}
        rows = tuple((name, *_estimate(found)) for name, found in estimates.items())
        coefficient = one.coefficient.replace("-", " ")
        head = ("items of", coefficient, "units used")
        yield Table(head, rows, "krippendorff-2011; source", f"{title}.")
        yield Words(f"Interval: {_interval(one)}.", "ours")


def _estimate(found: Estimate) -> tuple[str, str]:
    value = f"{found.value:.3f}" if found.value is not None else f"undefined: {found.reason}"
    return value, str(found.units)


def _interval(one: Agreed) -> str:
    if one.interval.lowest is None or one.interval.highest is None:
        return f"none, because {one.interval.reason}"
    return f"{one.interval.lowest:.3f} to {one.interval.highest:.3f} (whole cases drawn again)"


def _differences(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    if appraisal.differences:
        yield Words("A difference between layers is a finding, and no unreliability.", "ours")
        yield Items(tuple(_difference(one, titles) for one in appraisal.differences))


def _difference(one: Difference[Any, Any], titles: Mapping[str, str]) -> Words:
    ranges = ", ".join(
        f"{layer or 'no layer'} {between(*pair)}" for layer, pair in one.ranges.items()
    )
    of = ", ".join(filter(None, (heading(str(one.item.object)).lower(), one.item.date)))
    return Words(f"{titles[one.item.case]}, {of}, {one.item.criterion.label}: {ranges}.", "ours")


# --- support against success ---


def _crosses(appraisal: Appraisal, titles: Mapping[str, str]) -> Iterable[Block]:
    for layer, cross in appraisal.crosses.items():
        yield from _cross(layer or "no layer named", cross, titles)


def _cross(
    layer: str, cross: Cross[Any, Any, Any, Any], titles: Mapping[str, str]
) -> Iterable[Block]:
    rows = tuple(
        (f"{coverage.label} described", grade.label, "; ".join(titles[key] for key in keys))
        for (coverage, grade), keys in cross.cells.items()
        if keys
    )
    sources = "; ".join(cited(source) for source in cross.sources)
    head = ("support hypothesised", "verdict", "cases")
    yield Table(
        head, rows or (("none", "none", "no case"),), f"{sources}; ours", f"Layer: {layer}."
    )
    yield Items(
        (
            *(Words(f"{titles[k]}: {'; '.join(why)}.", "ours") for k, why in cross.open.items()),
            *(Words(f"Caveat: {caveat}") for caveat in cross.caveats),
        )
    )


# --- comparability and likeness ---


def _screening(screening: Screening | None, titles: Mapping[str, str]) -> Iterable[Block]:
    if screening is None:
        return
    table = screening.table
    criteria = tuple(dict.fromkeys(criterion for row in table.values() for criterion in row))
    rows = tuple(
        (
            titles.get(key, key),
            *("yes" if row[criterion] is True else "no" for criterion in criteria),
        )
        for key, row in table.items()
    )
    source = "care-act-report, Table 2, p. 21; source"
    yield Table(("policy", *criteria), rows, source)
    admitted = "; ".join(titles.get(key, key) for key in screening.by_rule)
    yield Words(f"All criteria: {admitted or 'no policy'}.", "ours, on the table above")
    overridden = screening.by_override.items()
    yield Items(
        (
            *(Words(f'By override: {titles.get(k, k)}. "{why}"', source) for k, why in overridden),
            *(
                Words(f"One short: {titles.get(key, key)} (fails {listed(fails)}).", "ours")
                for key, fails in screening.near_misses.items()
            ),
        )
    )


def _likeness(likeness: Likeness | None, titles: Mapping[str, str]) -> Iterable[Block]:
    if likeness is None:
        return
    to = titles.get(likeness.to, likeness.to)
    head = ("case", "shared", "only here", f"only {to}", "Jaccard")
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
    yield Table(head, rows, "care-act-report, Table 3; the measure is ours", f"Compared with {to}.")
    yield Words(f"Described for {to} alone: {listed(likeness.alone)}.", "care-act-report, Table 3")
    yield Items(tuple(Words(f"Caveat: {caveat}") for caveat in likeness.caveats))


# --- the programme ---


def _programme(programme: Programme | None) -> Iterable[Block]:
    if programme is None:
        return
    titles = programme.titles
    yield Items(
        tuple(
            Words(
                f"{titles[link.source]} {_RELATION[link.kind.key]} {titles[link.target]}.",
                bracket(link.sources, link.status),
            )
            for link in programme.links
        )
    )
    yield Items(tuple(_answers(programme)))


_RELATION = {
    "accountable-to": "is accountable to",
    "member-of": "is a member of",
    "supports": "supports",
    "informs": "informs",
}


def _answers(programme: Programme) -> Iterable[Words]:
    titles = programme.titles
    for upwards in programme.accountability:
        for chain in upwards.chains:
            yield Words(f"Answers upwards: {', to '.join(titles[key] for key in chain)}.", "ours")
        for circle in upwards.circles:
            yield Words(f"Answer to one another: {_named(circle, titles)}.", "ours")
    if programme.bridges:
        yield Words(
            "Between centre and localities: on some path "
            f"{_named(programme.bridges.on_some_path, titles)}; on every path "
            f"{_named(programme.bridges.on_every_path, titles)}.",
            "ours",
        )
    told = [one for one in programme.exchanges if one.way.there or one.way.back]
    for one in told:
        yield Words(
            f"Word between {titles[one.centre]} and {titles[one.locality]}: "
            f"there {_way(one.way.there, titles)}; back {_way(one.way.back, titles)}.",
            "ours",
        )
    if len(told) < len(programme.exchanges):
        untold = count(len(programme.exchanges) - len(told), "other pair")
        yield Words(f"No word is described either way between {untold} of the two.", "ours")
    for key, found in programme.mixed.items():
        for tension in found:
            behind = f"{cited(tension.source)}; {tension.source.status}"
            yield Words(f"{titles[key]} mixes purposes: {tension.reason}.", behind)


def _named(keys: Iterable[str], titles: Mapping[str, str]) -> str:
    return "; ".join(titles[key] for key in keys) or "none"


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
