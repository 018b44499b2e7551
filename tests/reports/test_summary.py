"""The first page of a report."""

import runpy
from pathlib import Path

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.records import Study
from implsupport.reports import text
from implsupport.reports.summary import summary

STUDIES = runpy.run_path(str(Path(__file__).parent / "studies.py"))


def said(study: Study, context: Context | None = None) -> str:
    """Give the first page on one line."""
    return " ".join(text(summary(appraise(study, context=context))).split())


def test_the_first_verdict_comes_first() -> None:
    """By each rule, with what is judged."""
    assert said(cases.illustration()).startswith(
        "At a glance =========== Lantern Act (invented), support programme, rubric success, "
        "2021-06, local: relative failure (rule weakest); open: relative failure to conflicted "
        "attainment (rule majority); open: relative failure to conflicted attainment (rule "
        "majority-with-veto). [ours]"
    )


def test_without_a_grade_there_is_no_verdict() -> None:
    """And that is said in its place."""
    assert said(STUDIES["EMPTY"]) == (
        "At a glance =========== No verdict: nobody gives a grade. [ours] 0 cases, 0 of them "
        "described. [status of the study: ours] Behind each statement stand, in brackets, what it "
        "rests on and its status: source (printed there), adapted, or ours. A gap is not a grade, "
        "and what is not described is not absent."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "5 cases, 5 of them described. Places in the matrix: 3 administrative, 3 experimental, "
            "2 open, 1 political, 1 symbolic. [status of the study: ours]"
        ),
        "Open by one rule or more, for want of grades: 3 of 8 judgements. [ours]",
        (
            "The rule makes a difference to 5 of them (Lantern Act (invented); School Orchard "
            "Scheme (invented); River Wardens Pilot (invented)). [ours]"
        ),
        "Agreement between assessors: 0.56 (ordinal alpha). [krippendorff-2011; source]",
        "Layers differ over 4 ratings, which is a finding. [ours]",
    ],
)
def test_the_first_page_counts(sentence: str) -> None:
    """Cases, places, verdicts, agreement and differences."""
    assert sentence in said(cases.illustration())


def test_claims_are_counted_where_there_are_any() -> None:
    """How many the tables of the sources confirm."""
    found = said(cases.study(), Context(claims=cases.claims()))

    assert "Of 133 claims of the sources about their own tables 91 are confirmed. [ours]" in found


def test_long_names_are_cut_and_many_are_counted() -> None:
    """What is cut here stands whole in the report."""
    found = said(STUDIES["FIFTY"])

    assert "A policy with a name that takes a line and a half of any …, support" in found
    assert "takes a line and …; A policy with a name that takes a line and …; and 31 more" in found


def test_several_coefficients_are_given_as_a_range() -> None:
    """From the least to the greatest."""
    one, two = STUDIES["many"](4, 2), STUDIES["many"](4, 3)
    later = [record.model_copy(update={"date": "2025"}) for record in two.assessments]
    both = one.model_copy(update={"assessments": (*one.assessments, *later)})

    assert "Agreement between assessors: 0.09 to 0.23 (ordinal alpha)." in said(both)
