"""The first page of a report: what a committee reads if it reads nothing else."""

from collections import Counter
from collections.abc import Iterator

from implsupport.appraisal import Agreed, Appraisal, Case, Judgement, Ruling
from implsupport.notebooks import degree
from implsupport.reports.blocks import Section, Words
from implsupport.reports.rules import about, difference, judged, turns, verdict
from implsupport.reports.wording import HOW_TO_READ, clipped, conjoined, count, part, scope

__all__ = ["summary"]

_LONGEST_FIRST_NAME = 12
_LONGEST_NAME = 7
_LONGEST_ABOUT = 10
_LONGEST_VERDICT = 10
_MOST_RULES = 4
_MOST_NAMES = 3


def summary(appraisal: Appraisal) -> Section:
    """Say in at most 233 words what an appraisal comes to.

    Args:
        appraisal: A study, read.

    Returns:
        The first verdict, by each rule; then how many cases and verdicts there are, how many
        turn on the rule, how far assessors agree and on how much, and how to read the rest. Long
        names are cut here, and nowhere below.
    """
    return Section("At a glance", tuple(_statements(appraisal)))


def _statements(appraisal: Appraisal) -> Iterator[Words]:
    every = tuple(judged(appraisal))
    yield _first(*every[0]) if every else Words("No verdict: nobody gives a grade.", "ours")
    yield _scope(appraisal)
    if every:
        yield from _rules(every)
    yield from _assessors(appraisal)
    yield from _claims(appraisal)
    yield Words(HOW_TO_READ)


def _first(case: Case, judgement: Judgement) -> Words:
    found: dict[str, list[str]] = {}
    for ruling in judgement.rulings[:_MOST_RULES]:
        found.setdefault(verdict(judgement, ruling), []).append(f"rule {ruling.rule}")
    by = "; ".join(
        f"{clipped(what, _LONGEST_VERDICT)} ({conjoined(rules)})" for what, rules in found.items()
    )
    name = clipped(case.title, _LONGEST_FIRST_NAME)
    of = clipped(about(judgement), _LONGEST_ABOUT)
    return Words(f"{name}, {of[:1].lower()}{of[1:]}: {by}.", "ours")


def _scope(appraisal: Appraisal) -> Words:
    described = sum(case.is_described for case in appraisal.cases)
    places = [place for case in appraisal.cases for place in case.places]
    tally = Counter(place.kind.label if place.kind else "unknown" for place in places)
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(tally.items()))
    of = scope(described, len(appraisal.cases))
    said = f"{of} Places in the matrix by kind: {kinds}." if kinds else of
    return Words(said, f"status of the study: {appraisal.status}")


def _rules(every: tuple[tuple[Case, Judgement], ...]) -> Iterator[Words]:
    yield _unsettled([one for _, one in every])
    turning = tuple(dict.fromkeys(case.title for case, one in every if turns(one)))
    named = "; ".join(clipped(title, _LONGEST_NAME) for title in turning[:_MOST_NAMES])
    others = len(turning) - _MOST_NAMES
    more = f"; and {count(others, 'other case')}" if others > 0 else ""
    where = f" ({named}{more})" if named else ""
    yield Words(f"{difference(one for _, one in every)}{where}.", "ours")


def _unsettled(judgements: list[Judgement]) -> Words:
    """Tell what grades could settle from what nothing could, for nothing is applicable."""
    wanting = sum(any(_is_wanting(one) for one in given.rulings) for given in judgements)
    void = sum(any(one.lowest is None for one in given.rulings) for given in judgements)
    of = len(judgements)
    counted = part(wanting, of, "judgement")
    inapplicable = f" Nothing applicable: {part(void, of, 'judgement')}." if void else ""
    said = f"Not settled by some rule, for want of grades: {counted}.{inapplicable}"
    return Words(said, "ours")


def _is_wanting(ruling: Ruling) -> bool:
    return not ruling.settled and ruling.lowest is not None


def _assessors(appraisal: Appraisal) -> Iterator[Words]:
    known = sorted(
        (one.overall.value, _size(one))
        for one in appraisal.agreement
        if one.overall.value is not None
    )
    if known:
        ends = dict.fromkeys((known[0], known[-1]))
        said = " to ".join(f"{degree(value)} ({size})" for value, size in ends)
        scale = "ordinal alpha: 1 is full, 0 is chance"
        yield Words(f"Agreement between assessors ({scale}): {said}.", "krippendorff-2011; source")
    if appraisal.differences:
        apart = count(len(appraisal.differences), "item")
        yield Words(f"Layers differ on {apart}: a finding, not unreliability.", "ours")
    if known or appraisal.differences:
        yield Words("An item is one criterion of one case.")


def _size(one: Agreed) -> str:
    """Say what a coefficient rests on: how many assessors, items and cases."""
    items, cases = count(one.overall.units, "item"), count(one.interval.cases, "case")
    return f"{len(one.assessors)} assessors, {items} of {cases}"


def _claims(appraisal: Appraisal) -> Iterator[Words]:
    claims = appraisal.context.claims
    if claims:
        confirmed = sum(one.verdict.key == "confirmed" for one in claims)
        yield Words(
            f"Of {count(len(claims), 'claim')} of the sources about their own tables, "
            f"{confirmed} {'is' if confirmed == 1 else 'are'} confirmed.",
            "ours",
        )
