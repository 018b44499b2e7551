"""The first page of a report."""

import runpy
from fractions import Fraction
from pathlib import Path

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.evaluation.verdicts import SortingRule
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
        "2021-06, local: relative failure (rule weakest); not settled: at least relative failure, "
        "at most conflicted attainment (rule majority and rule majority-with-veto). [ours]"
    )


def test_without_a_grade_there_is_no_verdict() -> None:
    """And that is said in its place."""
    assert said(STUDIES["EMPTY"]) == (
        "At a glance =========== No verdict: nobody gives a grade. [ours] No case. [status of "
        "the study: ours] Brackets give what a statement rests on and its status: source (printed "
        "there), adapted, or ours. A gap is not a grade, and what is not described is not absent."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        (
            "5 cases. Places in the matrix by kind: 3 administrative, 3 experimental, 1 political, "
            "1 symbolic, 2 unknown. [status of the study: ours]"
        ),
        "Not settled by some rule, for want of grades: 3 of 8 judgements. [ours]",
        (
            "The rule makes a difference to 5 of 8 judgements (Lantern Act (invented); School "
            "Orchard Scheme (invented); River Wardens Pilot (invented)). [ours]"
        ),
        (
            "Agreement between assessors (ordinal alpha: 1 is full, 0 is chance): 0.56 (3 "
            "assessors, 23 items of 4 cases). [krippendorff-2011; source]"
        ),
        (
            "Layers differ on 4 items: a finding, not unreliability. [ours] An item is one "
            "criterion of one case."
        ),
    ],
)
def test_the_first_page_counts(sentence: str) -> None:
    """Cases, places, verdicts, agreement and differences."""
    assert sentence in said(cases.illustration())


def carded(*marks: dict[str, str]) -> Study:
    """Make a study of one case with a card for each object, every criterion marked alike."""
    criteria = ("legitimacy", "stakeholders", "clarity", "complexity", "politics", "objectives")
    assessments = [
        {
            "policy": "p",
            "object": judged,
            "rubric": "success",
            "ratings": dict.fromkeys(criteria, mark),
        }
        for judged, mark in zip(("policy", "support-programme"), marks, strict=True)
    ]
    policies = [{"key": "p", "title": "P"}]
    return Study.model_validate({"title": "One", "policies": policies, "assessments": assessments})


GRADED, VOID = {"grade": "relative-success"}, {"gap": "not-applicable"}


def test_what_is_not_applicable_is_not_for_want_of_grades() -> None:
    """No grade could settle it: it is counted apart, where there is any."""
    found = said(carded(GRADED, VOID))

    assert (
        "Not settled by some rule, for want of grades: neither judgement. Nothing "
        "applicable: 1 of 2 judgements. [ours]"
    ) in found
    assert "applicable" not in said(carded(GRADED, GRADED))
    assert "for want of grades: 1 of 2 judgements." in said(carded({"gap": "not-stated"}, VOID))


def test_agreement_that_is_not_full_does_not_read_as_full() -> None:
    """Grades that are nearly all alike."""
    grades = ["relative-failure", "relative-success"] * 200
    second = ["conflicted-attainment", *grades[1:]]
    assessments = [
        {
            "policy": f"p{number}",
            "object": "policy",
            "rubric": "success",
            "assessor": name,
            "ratings": {"clarity": {"grade": grade}},
        }
        for name, given in (("A", grades), ("B", second))
        for number, grade in enumerate(given)
    ]
    policies = [{"key": f"p{number}", "title": "P"} for number in range(400)]
    study = {"title": "Many", "policies": policies, "assessments": assessments}

    assert "0 is chance): 0.999 (" in said(Study.model_validate(study))


def test_claims_are_counted_where_there_are_any() -> None:
    """How many the tables of the sources confirm."""
    found = said(cases.study(), Context(claims=cases.claims()))

    assert "Of 133 claims of the sources about their own tables, 91 are confirmed. [ours]" in found


def test_long_names_are_cut_and_many_are_counted() -> None:
    """What is cut here stands whole in the report."""
    found = said(STUDIES["FIFTY"])

    assert "A policy with a name that takes a line and a half …, support" in found
    assert "takes …; A policy with a name that takes …; and 31 other cases" in found


def test_several_coefficients_are_given_as_a_range() -> None:
    """From the least to the greatest."""
    one, two = STUDIES["many"](4, 2), STUDIES["many"](4, 3)
    later = [record.model_copy(update={"date": "2025"}) for record in two.assessments]
    both = one.model_copy(update={"assessments": (*one.assessments, *later)})

    assert (
        "0 is chance): 0.09 (3 assessors, 22 items of 4 cases) to 0.23 (2 assessors, 16 items of 4 "
        "cases)."
    ) in said(both)


def test_one_claim_is_one() -> None:
    """As many as are confirmed."""
    claims = tuple(one for one in cases.claims() if one.verdict.key == "confirmed")[:1]

    assert "Of 1 claim of the sources about their own tables, 1 is confirmed." in said(
        cases.study(), Context(claims=claims)
    )


def test_the_longest_first_page_is_short_enough() -> None:
    """A fourth rule, long names, several coefficients and claims: 250 words with link and title."""
    rule = SortingRule(key="mine", majority=Fraction(1, 2))
    of_all, one = STUDIES["WORST"], carded(VOID, VOID).assessments[0]
    void = one.model_copy(update={"policy": of_all.policies[-1].key})
    study = of_all.model_copy(update={"assessments": (*of_all.assessments, void)})
    longest = appraise(study, rule=rule, context=Context(claims=cases.claims()))
    words = text(summary(longest)).split()

    assert "applicable:" in words
    assert len([word for word in words if word != "==========="]) <= 233
