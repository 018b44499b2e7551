"""What a report says of verdicts: each in words, and how it depends on the rule."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from implsupport.appraisal import Appraisal, Card, Case, Judgement, Ruling
from implsupport.reports.blocks import Section, Table, Words
from implsupport.reports.wording import heading, part

__all__ = ["PROCEDURE", "about", "by_rule", "difference", "judged", "turns", "verdict"]

PROCEDURE: Final = "leroy-mousseau-pirlot-2011 for the procedure; its use here is ours"
"""What every verdict rests on."""


def verdict(judgement: Judgement, ruling: Ruling) -> str:
    r"""Say what a rule comes to: a grade, the bounds of one that is not settled, or none.

    Args:
        judgement: What the assessors come to.
        ruling: What the rule makes of its card.

    Returns:
        A phrase.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> judgement = appraise(cases.illustration()).cases[0].judgements[0]
    >>> print(*(verdict(judgement, ruling) for ruling in judgement.rulings[:2]), sep="\n")
    relative failure
    not settled: at least relative failure, at most conflicted attainment
    """
    if ruling.lowest is None or ruling.highest is None:
        return "none: nothing is applicable"
    if ruling.settled:
        return ruling.lowest.replace("-", " ")
    if judgement.card.lowest is None:
        return "not settled: no grade is given"
    bounds = f"at least {ruling.lowest}, at most {ruling.highest}"
    return f"not settled: {bounds}".replace("-", " ")


def about(judged: Judgement | Card) -> str:
    """Say what is judged: the object, the rubric, the date and the layer."""
    facts = (f"rubric {judged.card.rubric.key}", judged.date, judged.layer)
    return ", ".join((heading(judged.object), *(fact for fact in facts if fact)))


def judged(appraisal: Appraisal) -> Iterator[tuple[Case, Judgement]]:
    """List every judgement with its case, in the order of the study."""
    for case in appraisal.cases:
        for judgement in case.judgements:
            yield case, judgement


def turns(judgement: Judgement) -> bool:
    """Tell whether two rules come to different verdicts, or to different bounds."""
    return len({verdict(judgement, ruling) for ruling in judgement.rulings}) > 1


def by_rule(appraisal: Appraisal) -> tuple[Section, ...]:
    """Put what each rule makes of each judgement side by side.

    Args:
        appraisal: A study, read.

    Returns:
        A section with a judgement a row and a rule a column; none if nothing is judged.
    """
    every = tuple(judged(appraisal))
    if not every:
        return ()
    rows = tuple(_row(case, judgement, appraisal.rules) for case, judgement in every)
    table = Table(("case", "judged", *appraisal.rules), rows, PROCEDURE)
    words = Words(f"{difference(one for _, one in every)}.", "ours")
    return (Section("How the verdict depends on the rule", (table, words)),)


def difference(judgements: Iterable[Judgement]) -> str:
    """Say to how many judgements it makes a difference by which rule they are decided."""
    turned = tuple(map(turns, judgements))
    return f"The rule makes a difference to {part(sum(turned), len(turned), 'judgement')}"


def _row(case: Case, judgement: Judgement, rules: Mapping[str, str]) -> tuple[str, ...]:
    found = {ruling.rule: verdict(judgement, ruling) for ruling in judgement.rulings}
    return (case.title, about(judgement), *(found.get(rule, "does not fit") for rule in rules))
