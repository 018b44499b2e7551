"""What a report says of verdicts: each in words, and how it depends on the rule."""

from collections.abc import Iterator, Mapping

from implsupport.appraisal import Appraisal, Case, Judgement, Ruling
from implsupport.reports.blocks import Section, Table, Words
from implsupport.reports.wording import count, heading

__all__ = ["about", "by_rule", "judged", "turns", "verdict"]


def verdict(ruling: Ruling) -> str:
    """Say what a rule comes to: a grade, the grades between which it is open, or none.

    Args:
        ruling: What the rule makes of a card.

    Returns:
        A phrase.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> first, *_ = appraise(cases.illustration()).cases
    >>> [verdict(ruling) for ruling in first.judgements[0].rulings[:2]]
    ['relative failure', 'open: relative failure to conflicted attainment']
    """
    if ruling.lowest is None or ruling.highest is None:
        return "none: nothing is applicable"
    if ruling.settled:
        return ruling.lowest.replace("-", " ")
    return f"open: {ruling.lowest} to {ruling.highest}".replace("-", " ")


def about(judgement: Judgement) -> str:
    """Say what is judged: the object, the rubric, the date and the layer."""
    facts = (f"rubric {judgement.card.rubric.key}", judgement.date, judgement.layer)
    return ", ".join((heading(judgement.object), *(fact for fact in facts if fact)))


def judged(appraisal: Appraisal) -> Iterator[tuple[Case, Judgement]]:
    """List every judgement with its case, in the order of the study."""
    for case in appraisal.cases:
        for judgement in case.judgements:
            yield case, judgement


def turns(judgement: Judgement) -> bool:
    """Tell whether two rules come to different verdicts, or leave different grades open."""
    return len({verdict(ruling) for ruling in judgement.rulings}) > 1


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
    behind = "leroy-mousseau-pirlot-2011 for the procedure; its use here; ours"
    rows = tuple(_row(case, judgement, appraisal.rules) for case, judgement in every)
    table = Table(("case", "judged", *appraisal.rules), rows, behind)
    number = sum(turns(judgement) for _, judgement in every)
    differ = f"The rule makes a difference to {number} of {count(len(every), 'judgement')}."
    return (Section("How the verdict depends on the rule", (table, Words(differ, "ours"))),)


def _row(case: Case, judgement: Judgement, rules: Mapping[str, str]) -> tuple[str, ...]:
    found = {ruling.rule: verdict(ruling) for ruling in judgement.rulings}
    return (case.title, about(judgement), *(found.get(rule, "does not fit") for rule in rules))
