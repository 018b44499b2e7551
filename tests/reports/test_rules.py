"""How a verdict depends on the rule."""

import runpy
from pathlib import Path

from implsupport import cases
from implsupport.appraisal import appraise
from implsupport.evaluation.verdicts import SortingRule
from implsupport.reports import Table, Words
from implsupport.reports.rules import about, by_rule, judged, turns, verdict

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
        "open: relative failure to conflicted attainment",
        "open: relative failure to conflicted attainment",
    )


def test_where_nothing_is_applicable_there_is_no_verdict() -> None:
    """The report says so instead of naming a grade."""
    _, judgement = next(judged(appraise(STUDIES["of_gaps"]("not-applicable"))))

    assert verdict(judgement.rulings[0]) == "none: nothing is applicable"
    assert about(judgement) == "Policy, rubric success"
    assert not turns(judgement)
