"""What a report says of one case."""

import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.evaluation.verdicts import WEAKEST, SortingRule
from implsupport.records import Study
from implsupport.reports import Section, content, text

INJECTION = runpy.run_path(str(Path(__file__).parents[1] / "injection.py"))
CONTEXT = Context(features=cases.illustration_features())
ILLUSTRATION = content(appraise(cases.illustration(), context=CONTEXT))
BY_THE_WEAKEST = content(appraise(cases.illustration(), rule=WEAKEST, context=CONTEXT))
BUILT_IN = content(appraise(cases.study()))


def sections(section: Section) -> Iterator[Section]:
    """Walk a section and all below it."""
    yield section
    for below in section.sections:
        yield from sections(below)


def under(whole: Section, *titles: str) -> str:
    """Give the text below the headings named, joined on one line."""
    for title in titles:
        whole = next(one for one in sections(whole) if one.title == title)
    return " ".join(text(whole).split())


LANTERN = "Lantern Act (invented)"
ORCHARD = "School Orchard Scheme (invented)"
KITCHENS = "Common Kitchens Charter (invented)"


def quotations(study: Study) -> list[str]:
    """List the words of every piece of evidence of a study."""
    ratings = [one for given in study.assessments for one in given.ratings.values()]
    evidence = (
        *(piece for position in study.positions for piece in position.evidence),
        *(piece for activity in study.activities for piece in activity.evidence),
        *(piece for rating in ratings for piece in rating.evidence),
    )
    return [piece.quotation for piece in evidence if piece.quotation]


@pytest.mark.parametrize(
    "study",
    [cases.study(), cases.illustration(), INJECTION["study_of"]("<b>bold</b>")],
    ids=["built-in", "illustration", "injected"],
)
def test_every_quotation_stands_whole_in_quotation_marks(study: Study) -> None:
    """Those of positions, ratings and activities."""
    said = " ".join(text(content(appraise(study))).split())
    words = quotations(study)

    assert len(words) >= 5
    assert [one for one in words if f'"{one}"' not in said] == []


@pytest.mark.parametrize(
    ("heading", "statement"),
    [
        (
            "Place in the ambiguity-conflict matrix",
            'meeting 2, "No two cantons mean the same thing by a visit.", 2020-10; ours]',
        ),
        ("Scorecards", 'question 2, "They came to check on us."; ours]'),
        (
            "Who acts where",
            'question 8, "We write it once, and everybody reads it."; ours]',
        ),
    ],
)
def test_the_words_stand_with_the_statement_that_rests_on_them(
    heading: str, statement: str
) -> None:
    """Place, words and date in its bracket."""
    assert statement in under(ILLUSTRATION, LANTERN, heading)


def test_what_an_approach_is_stands_below_its_table() -> None:
    """CA Table 3, p. 25, first row."""
    said = under(BUILT_IN, "Care Act 2014", "Support described")

    assert "Written support: Provision of practice guidance [" in said


def test_an_approach_without_a_description_has_its_row_alone() -> None:
    """Nothing is said in its place."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "approaches": [{"key": "a", "title": "Aid", "exhibited_in": ["p"]}],
        }
    )

    assert "Aid:" not in under(content(appraise(study)), "P", "Support described")


def test_moves_say_what_flipped_and_what_is_ours() -> None:
    """Two moves of the Lantern Act, one axis each."""
    said = under(ILLUSTRATION, LANTERN, "Moves through the matrix")

    assert "national, Assessor A: between 2020-10 and 2021-11: conflict became low" in said
    assert said.count("what flips, and what cannot be told, is ours") == 2


def test_described_support_is_tallied_without_a_mean() -> None:
    """Three models, three extents, and the tally is ours."""
    said = under(ILLUSTRATION, LANTERN, "Support described")

    assert "Tally by model. performance management: no 2, in part 2, yes 1" in said
    assert "ours]" in said


def test_hypothesis_and_description_stand_against_each_other() -> None:
    """What was named and not evidenced is not said to be absent."""
    said = under(ILLUSTRATION, LANTERN, "Hypothesised against described")

    assert "As administrative." in said
    assert "Named and not evidenced: regulation." in said
    assert "Not evidenced means not described, never absent." in said


def test_a_place_by_degree_gives_each_feature_a_strength() -> None:
    """The planting of trees is placed by two numbers."""
    said = under(ILLUSTRATION, ORCHARD, "Hypothesised against described")

    assert "As administrative (by degree)." in said
    assert "guidance (strength 0.92; printed handbooks)" in said


def test_kinds_that_are_left_leave_features_undecided() -> None:
    """Only symbolic implementation may also require capacity building."""
    said = under(ILLUSTRATION, KITCHENS, "Hypothesised against described")

    assert "Named by some of the kinds left: capacity building (learning circles)." in said


def test_a_decision_is_shown_beside_the_first_ratings() -> None:
    """Who decided, and why."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert "clarity: conflicted attainment stands (Assessor A: relative success" in said
    assert "Decided by Assessor A, Assessor B, Assessor C: Those who read the handbook" in said


def test_what_is_to_be_discussed_is_marked() -> None:
    """Assessors who disagree about the evidence have something to discuss."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert "objectives: conflicting evidence stands" in said
    assert "to discuss." in said


def test_an_open_verdict_says_what_could_settle_it() -> None:
    """By each of the three rules."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert "open: relative failure to conflicted" in said
    assert "objectives" in said
    assert "A share of weightings, not a probability." in said


def test_reasons_are_given_for_the_rule_asked_for() -> None:
    """Without a rule none is preferred."""
    reason = "By the rule 'weakest' the verdict"

    assert reason in under(BY_THE_WEAKEST, LANTERN, "Verdicts")
    assert reason not in under(ILLUSTRATION, LANTERN, "Verdicts")


def test_nothing_applicable_makes_no_verdict() -> None:
    """A card without an applicable criterion has nothing to decide, and no shares."""
    marks = ("legitimacy", "stakeholders", "clarity", "complexity", "politics", "objectives")
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "ratings": {mark: {"gap": "not-applicable"} for mark in marks},
                }
            ],
        }
    )
    said = under(content(appraise(study)), "P", "Verdicts")

    assert "none: nothing is applicable" in said
    assert "share of them" not in said


def test_a_decision_of_nobody_named_and_without_reason_is_still_shown() -> None:
    """Assessors and reason are free to be left out."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "decisions": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "criterion": "clarity",
                    "grade": "relative-success",
                }
            ],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "ratings": {"clarity": {"grade": "relative-failure"}},
                }
            ],
        }
    )
    said = under(content(appraise(study)), "P", "Verdicts")

    assert "Decided by nobody named." in said


def test_the_published_card_is_decided_by_no_rule() -> None:
    """Three successes and three gaps leave the Care Act's programme open."""
    said = under(BUILT_IN, "Care Act 2014", "Verdicts")

    assert said.count("open:") == 3


def test_a_rule_that_does_not_fit_is_said_not_to() -> None:
    """The named rules stand in its place, and no reason of it is given."""
    rule = SortingRule(key="no-such", majority=1, weights={"objetives": 2, "*": 1})
    said = under(content(appraise(cases.study(), rule=rule)), "Care Act 2014", "Verdicts")

    assert "The rule no-such makes nothing of this rubric: weights of rule 'no-such'" in said
    assert "By the rule" not in said.replace("by the rule majority", "")


def test_many_sets_that_could_settle_are_cut() -> None:
    """Three are named, the rest counted."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "ratings": {"clarity": {"grade": "relative-success"}},
                }
            ],
        }
    )
    said = under(content(appraise(study)), "P", "Verdicts")

    assert "more" in said
