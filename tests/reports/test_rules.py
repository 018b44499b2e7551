"""How a verdict depends on the rule."""

import runpy
from pathlib import Path

import pytest

from implsupport import cases
from implsupport.appraisal import appraise
from implsupport.evaluation.verdicts import SortingRule
from implsupport.reports import Table, Words
from implsupport.reports.rules import about, by_rule, difference, judged, turns, verdict

STUDIES = runpy.run_path(str(Path(__file__).parent / "studies.py"))
ILLUSTRATION = appraise(cases.illustration())


def test_every_rule_stands_beside_the_others() -> None:
    """A judgement a row, a rule a column."""
    (section,) = by_rule(ILLUSTRATION)
    table, said = section.blocks

    assert isinstance(table, Table)
    assert table.head == ("case", "judged", "weakest", "majority", "majority-with-veto")
    assert table.rows[2] == (
        "Lantern Act (invented)",
        "Support programme, rubric success, 2023-06, national",
        "conflicted attainment",
        "relative success",
        "relative success",
    )
    assert said == Words("The rule makes a difference to 5 of 8 judgements.", "ours")


def test_where_nothing_is_judged_there_is_nothing_to_compare() -> None:
    """An empty study has no such section."""
    assert by_rule(appraise(STUDIES["EMPTY"])) == ()


def test_a_rule_that_does_not_fit_the_rubric_says_so() -> None:
    """A rule with the weights of another rubric makes nothing of this one."""
    rule = SortingRule(key="mine", title="Mine", majority=1, weights={"cost": 1})
    (section,) = by_rule(appraise(STUDIES["ONE"], rule=rule))
    table = section.blocks[0]

    assert isinstance(table, Table)
    assert table.rows[0][2:] == (
        "does not fit",
        "relative failure",
        "not settled: at least relative failure, at most conflicted attainment",
        "not settled: at least relative failure, at most conflicted attainment",
    )


def test_where_nothing_is_applicable_there_is_no_verdict() -> None:
    """The report says so instead of naming a grade."""
    _, judgement = next(judged(appraise(STUDIES["of_gaps"]("not-applicable"))))

    assert verdict(judgement, judgement.rulings[0]) == "none: nothing is applicable"
    assert about(judgement) == "Policy, rubric success"
    assert not turns(judgement)


def test_where_there_are_gaps_only_a_verdict_has_no_bounds() -> None:
    """They would be the ends of the scale, and read as if somebody had judged."""
    _, judgement = next(judged(appraise(STUDIES["GAPS"])))

    assert verdict(judgement, judgement.rulings[0]) == "not settled: no grade is given"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], "no judgement"),
        ([5], "no judgement"),
        ([0], "the only judgement"),
        ([4, 5], "neither judgement"),
        ([0, 5], "1 of 2 judgements"),
        ([0, 1], "both judgements"),
    ],
)
def test_it_is_counted_to_how_many_judgements_the_rule_makes_a_difference(
    numbers: list[int], said: str
) -> None:
    """Of the illustration, the first two turn on the rule, the fifth and the sixth do not."""
    every = [one for _, one in judged(ILLUSTRATION)]

    assert difference(every[number] for number in numbers) == (
        f"The rule makes a difference to {said}"
    )
