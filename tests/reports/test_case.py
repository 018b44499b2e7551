"""What a report says of one case."""

import runpy
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.evaluation.verdicts import WEAKEST, SortingRule
from implsupport.records import Study
from implsupport.reports import Section, Table, content, text

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


SETTLING = "criteria whose grades could settle it"
LOW, MIDDLE, HIGH = "relative-failure", "conflicted-attainment", "relative-success"
GAPS = {"not-assessed", "not-stated", "no-anchor-fits"}


def rulings(whole: Section, title: str) -> list[Table]:
    """List the tables of verdicts of a case."""
    case = next(one for one in whole.sections if one.title == title)
    found = [block for one in sections(case) for block in one.blocks if isinstance(block, Table)]
    return [table for table in found if table.head[0] == "rule"]


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


def test_dates_that_run_against_the_steps_are_warned_of() -> None:
    """With the moves, for the path that they are of; what the matrix warns of stands elsewhere."""
    dated = [{"step": 1, "date": "2021"}, {"step": 2, "date": "2020"}]
    place = {"policy": "p", "ambiguity": "low", "conflict": "low"}
    told = [{"step": 1, "date": "2020", "layer": "local"}, {"step": 2, "layer": "local"}]
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "positions": [{**place, **when} for when in (*dated, *told)],
        }
    )
    said = under(content(appraise(study)), "P", "Moves through the matrix")

    assert said.count("Caveat: ") == 1
    assert (
        "- Caveat: The dates run against the steps; the order here is that of the steps. [ours]"
    ) in said


def test_moves_say_what_flipped_and_what_is_ours() -> None:
    """Two moves of the Lantern Act, one axis each."""
    said = under(ILLUSTRATION, LANTERN, "Moves through the matrix")

    assert "national, Assessor A: between 2020-10 and 2021-11: conflict became low" in said
    assert said.count("what flips, and what cannot be told, is ours") == 2


def test_described_support_is_tallied_without_a_mean() -> None:
    """Three models, three extents, and the tally is ours."""
    said = under(ILLUSTRATION, LANTERN, "Support described")

    assert (
        "Approaches by how far they follow each model. Performance management: 2 no, 2 in part, "
        "1 yes; problem solving: 2 no, 1 in part, 2 yes;"
    ) in said
    assert "ours]" in said


UNRATED: list[dict[str, str]] = [{}, {}]


@pytest.mark.parametrize(
    ("models", "said"),
    [
        (UNRATED, "Performance management: not rated; problem solving: not rated; capacity"),
        (
            [{"problem-solving": "yes"}, {}],
            "management: not rated; problem solving: 0 no, 0 in part, 1 yes, 1 not rated; capacity",
        ),
    ],
)
def test_what_is_not_rated_is_not_counted_as_nought(
    models: list[dict[str, str]], said: str
) -> None:
    """Three noughts would read as ratings; beside ratings the missing ones are counted."""
    approaches = [
        {"key": f"a{number}", "title": "Aid", "exhibited_in": ["p"], "models": given}
        for number, given in enumerate(models)
    ]
    policies = [{"key": "p", "title": "P"}]
    study = {"title": "One", "policies": policies, "approaches": approaches}

    assert said in under(content(appraise(Study.model_validate(study))), "P", "Support described")


def test_hypothesis_and_description_stand_against_each_other() -> None:
    """What was named and not evidenced is not said to be absent."""
    said = under(ILLUSTRATION, LANTERN, "Hypothesised against described")

    assert "Placed as administrative, step 3, 2023-04, national:" in said
    assert "Named and not evidenced: regulation." in said
    assert "Not evidenced means not described, never absent." in said


def test_a_place_by_degree_gives_each_feature_a_strength() -> None:
    """The planting of trees is placed by two numbers."""
    said = under(ILLUSTRATION, ORCHARD, "Hypothesised against described")

    assert "Placed as administrative (by degree), planting, 2023-05, local:" in said
    assert "Strength, from 0 to 1, is how far the case belongs to the kinds" in said
    assert "guidance (strength 0.92; printed handbooks)" in said


def test_kinds_that_are_left_leave_features_undecided() -> None:
    """Only symbolic implementation may also require capacity building."""
    said = under(ILLUSTRATION, KITCHENS, "Hypothesised against described")

    assert "Strength" not in said
    assert "Named by some of these kinds only: capacity building (learning circles)." in said


def test_a_decision_is_shown_beside_the_first_ratings() -> None:
    """Who decided, when, and why."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert (
        "clarity: conflicted attainment, decided by Assessor A, Assessor B and Assessor C, 2023-07 "
        "(first ratings: Assessor A: relative success"
    ) in said
    assert "Reason: Those who read the handbook" in said


def test_what_is_to_be_discussed_is_marked() -> None:
    """Assessors who disagree about the evidence have something to discuss."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert "objectives: conflicting evidence, a gap and no grade, because some gave a" in said
    assert "To be discussed: what is decided will count instead. [ours]" in said


def test_an_open_verdict_says_what_could_settle_it() -> None:
    """By each of the three rules."""
    said = under(ILLUSTRATION, LANTERN, "Verdicts")

    assert (
        "majority not settled: at least relative objectives failure, at most conflicted attainment"
    ) in said
    assert (
        "the rule majority gives relative failure for 46% to 79% of all possible weightings, "
        "conflicted attainment for 21% to 54% and relative success for 0%. A share of weightings "
        "is not a probability; it is a range where gaps leave it open."
    ) in said
    assert "relative success for 54%. A share of weightings is not a probability. [" in said


def test_settled_verdicts_need_no_word_of_what_could_settle_them() -> None:
    """A column for it stands only where a verdict is not settled, and says which are."""
    headings = [(table.head[1:], table.rows[0][1:]) for table in rulings(ILLUSTRATION, LANTERN)]

    assert headings == [
        (("verdict", SETTLING), ("relative failure", "settled")),
        (
            ("verdict", SETTLING),
            ("not settled: at least relative failure, at most conflicted attainment", "objectives"),
        ),
        (("verdict",), ("conflicted attainment",)),
    ]


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
    assert "weightings" not in said
    assert "could settle" not in said


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

    assert "clarity: relative success, decided by assessors not named (first ratings:" in said


def test_the_published_card_is_decided_by_no_rule() -> None:
    """Three successes and three gaps leave the Care Act's programme open."""
    said = under(BUILT_IN, "Care Act 2014", "Verdicts")

    assert said.count("not settled:") == 3


def test_a_rule_that_does_not_fit_is_said_not_to() -> None:
    """The named rules stand in its place, and no reason of it is given."""
    rule = SortingRule(key="no-such", majority=1, weights={"objetives": 2, "*": 1})
    said = under(content(appraise(cases.study(), rule=rule)), "Care Act 2014", "Verdicts")

    assert "The rule no-such does not fit this rubric: weights of rule 'no-such'" in said
    assert "By the rule" not in said


def judged(**ratings: str) -> Study:
    """Make a study in which each assessor grades clarity, or gives a gap."""
    return Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "assessor": name,
                    "ratings": {"clarity": {"gap" if mark in GAPS else "grade": mark}},
                }
                for name, mark in ratings.items()
            ],
        }
    )


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (
            {"A": HIGH, "B": MIDDLE},
            (
                "conflicted attainment, the lower of the 2 grades given (first ratings: A: "
                "relative success, B: conflicted attainment). [lower median; ours]"
            ),
        ),
        (
            {"A": HIGH, "B": MIDDLE, "C": HIGH},
            "relative success, the middle one of the 3 grades given (first",
        ),
        (
            {"A": HIGH, "B": MIDDLE, "C": HIGH, "D": MIDDLE},
            "conflicted attainment, the lower of the middle two of the 4 grades given (first",
        ),
        (
            {"A": HIGH, "B": MIDDLE, "C": "not-assessed"},
            "conflicted attainment, the lower of the 2 grades given (first",
        ),
        (
            {"A": HIGH, "B": LOW},
            (
                "conflicting evidence, a gap and no grade, because grades were given that are two "
                "or more apart (first ratings: A: relative success, B: relative failure). To be"
            ),
        ),
        (
            {"A": HIGH, "B": LOW, "C": "not-assessed"},
            "conflicting evidence, a gap and no grade, because grades were given that are two or",
        ),
        (
            {"A": HIGH, "B": "not-stated"},
            "conflicting evidence, a gap and no grade, because some gave a grade and some a gap (",
        ),
        (
            {"A": "no-anchor-fits", "B": "not-stated"},
            "conflicting evidence, a gap and no grade, because different gaps were given (first",
        ),
    ],
)
def test_what_counts_is_said_with_how_it_was_come_by(ratings: dict[str, str], said: str) -> None:
    """The middle of several grades, or why there is none, and what was rated first."""
    assert f"clarity: {said}" in under(content(appraise(judged(**ratings))), "P", "Verdicts")


def test_where_all_agree_nothing_is_said_of_how_it_was_come_by() -> None:
    """The scorecard has their ratings."""
    said = under(content(appraise(judged(A=HIGH, B=HIGH))), "P", "Verdicts")

    assert "first ratings" not in said


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        ({"A": HIGH}, "A: 1 grade, relative success; 5 gaps. [ours]"),
        ({"A": "not-stated"}, "A: no grade; 6 gaps. [ours]"),
    ],
)
def test_a_card_counts_its_grades_and_gaps(ratings: dict[str, str], said: str) -> None:
    """In words that are not those of a verdict."""
    assert said in under(content(appraise(judged(**ratings))), "P", "Scorecards")


def test_a_range_of_grades_is_no_verdict() -> None:
    """A range goes from a grade to another; a verdict that is not settled has two bounds."""
    cards = under(ILLUSTRATION, ORCHARD, "Scorecards")

    assert "Assessor A: 6 grades, each relative success. Assessor B: 6 grades, from" in cards
    assert "at least" not in cards
    assert "settled" not in cards


def graded(*criteria: str) -> Section:
    """Report on one card with these criteria graded, and gaps for the others."""
    ratings = {key: {"grade": HIGH} for key in criteria}
    given = {"policy": "p", "object": "policy", "rubric": "success", "ratings": ratings}
    policies = [{"key": "p", "title": "P"}]
    study = {"title": "One", "policies": policies, "assessments": [given]}
    return content(appraise(Study.model_validate(study)))


@pytest.mark.parametrize(
    ("criteria", "said"),
    [
        (["clarity", "politics"], "legitimacy; or stakeholders; or complexity; or objectives"),
        (["clarity"], "legitimacy; or stakeholders; or complexity; or any of 2 other criteria"),
    ],
)
def test_of_many_criteria_that_could_settle_three_are_named(criteria: list[str], said: str) -> None:
    """Four are; of more the rest is counted, and it is said of what."""
    by_rule = {row[0]: row[2] for row in rulings(graded(*criteria), "P")[0].rows}

    assert by_rule["weakest"] == said


def test_of_many_sets_that_could_settle_three_are_named() -> None:
    """Sets of criteria are not criteria."""
    by_rule = {row[0]: row[2] for row in rulings(graded("clarity"), "P")[0].rows}

    assert by_rule["majority"] == (
        "legitimacy, stakeholders and complexity; or legitimacy, stakeholders and politics; or "
        "legitimacy, stakeholders and objectives; or any of 7 other sets of criteria"
    )


def rated_by(*assessors: str | None) -> Section:
    """Report on one case whose clarity is graded and remarked on by each assessor."""
    grades = cycle([LOW, HIGH])
    assessments = [
        {
            "policy": "p",
            "object": "policy",
            "rubric": "success",
            "assessor": name,
            "ratings": {"clarity": {"grade": next(grades), "note": "As seen."}},
        }
        for name in assessors
    ]
    policies = [{"key": "p", "title": "P"}]
    study = {"title": "One", "policies": policies, "assessments": assessments}
    return content(appraise(Study.model_validate(study)))


def heads(whole: Section) -> list[tuple[str, ...]]:
    """List the headings of the scorecards."""
    every = [block for one in sections(whole) for block in one.blocks if isinstance(block, Table)]
    return [table.head[1:] for table in every if table.caption == "First ratings, by assessor"]


@pytest.mark.parametrize(
    ("assessors", "columns", "counted"),
    [
        (
            (None, None),
            ("no name given (1)", "no name given (2)"),
            (
                "Assessor without a name (1): 1 grade, relative failure; 5 gaps. Assessor without "
                "a name (2): 1 grade, relative success; 5 gaps."
            ),
        ),
        (
            (None, "ann"),
            ("no name given", "ann"),
            "Assessor without a name: 1 grade, relative failure; 5 gaps. ann: 1 grade, relative",
        ),
        ((None,), ("no name given",), "-- 1 grade, relative failure; 5 gaps. [ours]"),
    ],
)
def test_assessors_without_a_name_are_told_apart(
    assessors: tuple[str | None, ...], columns: tuple[str, ...], counted: str
) -> None:
    """By numbers where there are several; one alone needs no name."""
    whole = rated_by(*assessors)

    assert heads(whole) == [columns]
    assert counted in under(whole, "P", "Scorecards")


def test_what_assessors_without_a_name_say_is_told_apart() -> None:
    """Their remarks and their first ratings, by the same numbers as their columns."""
    whole = rated_by(None, None)

    assert "assessor without a name (2), clarity: As seen." in under(whole, "P", "Scorecards")
    assert (
        "(first ratings: assessor without a name (1): relative failure, assessor without a name "
        "(2): relative success)"
    ) in under(whole, "P", "Verdicts")
    assert "(first ratings: assessor without a name: relative failure, ann: relative" in under(
        rated_by(None, "ann"), "P", "Verdicts"
    )


def test_what_is_near_the_crossover_does_not_read_as_on_it() -> None:
    """Two places that are called differently have different numbers."""
    given = [{"ambiguity": 0.501, "step": 1}, {"ambiguity": 0.499, "step": 2}]
    positions = [{"policy": "p", "conflict": 0.2, "basis": "x", **one} for one in given]
    policies = [{"key": "p", "title": "P"}]
    study = {"title": "One", "policies": policies, "positions": positions}
    said = under(content(appraise(Study.model_validate(study))), "P")

    assert (
        "step 1: experimental implementation by degree (administrative 0.499, political 0.20, "
        "experimental 0.501, symbolic 0.20; margin 0.001); ambiguity 0.501, conflict 0.20."
    ) in said
    assert "step 2: administrative implementation by degree (administrative 0.501," in said
