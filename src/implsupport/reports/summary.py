"""The first page of a report: what a committee reads if it reads nothing else."""

from collections import Counter
from collections.abc import Iterator

from implsupport.appraisal import Appraisal, Case, Judgement
from implsupport.reports.blocks import Section, Words
from implsupport.reports.rules import about, judged, turns, verdict
from implsupport.reports.wording import clipped, count

__all__ = ["summary"]

_LONGEST_FIRST_NAME = 14
_LONGEST_NAME = 10
_LONGEST_ABOUT = 10
_LONGEST_VERDICT = 8
_MOST_RULES = 4
_MOST_NAMES = 3


def summary(appraisal: Appraisal) -> Section:
    """Say in at most 200 words what an appraisal comes to.

    Args:
        appraisal: A study, read.

    Returns:
        The first verdict, by each rule; then how many cases and verdicts there are, how many
        turn on the rule, how far assessors agree, and how to read the rest. Long names are cut
        here, and nowhere below.
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
    yield Words(
        "Behind each statement stand, in brackets, what it rests on and its status: source "
        "(printed there), adapted, or ours. A gap is not a grade, and what is not described is not "
        "absent."
    )


def _first(case: Case, judgement: Judgement) -> Words:
    by = "; ".join(
        f"{clipped(verdict(ruling), _LONGEST_VERDICT)} (rule {ruling.rule})"
        for ruling in judgement.rulings[:_MOST_RULES]
    )
    name = clipped(case.title, _LONGEST_FIRST_NAME)
    of = clipped(about(judgement), _LONGEST_ABOUT)
    return Words(f"{name}, {of[:1].lower()}{of[1:]}: {by}.", "ours")


def _scope(appraisal: Appraisal) -> Words:
    described = sum(case.is_described for case in appraisal.cases)
    places = [place for case in appraisal.cases for place in case.places]
    tally = Counter(place.kind.label if place.kind else "open" for place in places)
    kinds = ", ".join(f"{number} {kind}" for kind, number in sorted(tally.items()))
    of = f"{count(len(appraisal.cases), 'case')}, {described} of them described."
    said = f"{of} Places in the matrix: {kinds}." if kinds else of
    return Words(said, f"status of the study: {appraisal.status}")


def _rules(every: tuple[tuple[Case, Judgement], ...]) -> Iterator[Words]:
    unsettled = sum(not all(ruling.settled for ruling in one.rulings) for _, one in every)
    total = count(len(every), "judgement")
    yield Words(f"Open by one rule or more, for want of grades: {unsettled} of {total}.", "ours")
    turning = tuple(dict.fromkeys(case.title for case, one in every if turns(one)))
    number = sum(turns(one) for _, one in every)
    named = "; ".join(clipped(title, _LONGEST_NAME) for title in turning[:_MOST_NAMES])
    more = f"; and {len(turning) - _MOST_NAMES} more" if len(turning) > _MOST_NAMES else ""
    where = f" ({named}{more})" if named else ""
    yield Words(f"The rule makes a difference to {number} of them{where}.", "ours")


def _assessors(appraisal: Appraisal) -> Iterator[Words]:
    found = (one.overall.value for one in appraisal.agreement)
    values = sorted(value for value in found if value is not None)
    if values:
        most = f" to {values[-1]:.2f}" if len(values) > 1 else ""
        said = f"Agreement between assessors: {values[0]:.2f}{most} (ordinal alpha)."
        yield Words(said, "krippendorff-2011; source")
    if appraisal.differences:
        found_apart = count(len(appraisal.differences), "rating")
        yield Words(f"Layers differ over {found_apart}, which is a finding.", "ours")


def _claims(appraisal: Appraisal) -> Iterator[Words]:
    claims = appraisal.context.claims
    if claims:
        confirmed = sum(one.verdict.key == "confirmed" for one in claims)
        yield Words(
            f"Of {count(len(claims), 'claim')} of the sources about their own tables "
            f"{confirmed} are confirmed.",
            "ours",
        )
