"""From several assessors to a verdict."""

from fractions import Fraction
from typing import Any

import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, Case, Context, Judgement, appraise
from implsupport.errors import IncompleteError, UnknownKeyError
from implsupport.evaluation.verdicts import MAJORITY, WEAKEST, SortingRule
from implsupport.frameworks import success
from implsupport.frameworks.matland import Implementation
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.records import Study
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.vocabulary import SupportFeature

CONTEXT = Context(features=cases.illustration_features())
ILLUSTRATION = appraise(cases.illustration(), context=CONTEXT)
BUILT_IN = appraise(cases.study())
CROSSES = {one.layer: one for one in ILLUSTRATION.crosses if one.rule == "majority"}


class Aspect(Term):
    """What a rubric of the tests judges."""

    REACH = "reach", "whom it reached"


class Light(Scale):
    """How it looks."""

    RED = "red", "stop"
    AMBER = "amber", "take care"
    GREEN = "green", "go on"


LIGHTS: Rubric[Aspect, Light, str] = Rubric(
    key="lights",
    title="Lights",
    rows=Aspect,
    cols=Light,
    cells={Aspect.REACH: ("few", "some", "most")},
)
BOTH = (LIGHTS, success.SUCCESS)


def judged(policy: str, rubric: str, **marks: str) -> dict[str, Any]:
    """Write an assessment of a support programme."""
    ratings = {criterion: {"grade": grade} for criterion, grade in marks.items()}
    return {
        "policy": policy,
        "object": "support-programme",
        "rubric": rubric,
        "ratings": ratings,
    }


def two_rubrics() -> Study:
    """Write a study that judges two placed policies by two rubrics."""
    return Study.model_validate(
        {
            "title": "Two",
            "policies": [{"key": key, "title": key} for key in ("p", "q", "r", "s")],
            "positions": [
                {"policy": "p", "ambiguity": "low", "conflict": "low"},
                {"policy": "q", "ambiguity": "low", "conflict": "low"},
                {"policy": "s", "ambiguity": "low", "conflict": "low", "assessor": "A"},
                {"policy": "s", "ambiguity": "high", "conflict": "low", "assessor": "B"},
            ],
            "approaches": [
                {"key": "written-support", "title": "W", "exhibited_in": ["p", "q", "s"]}
            ],
            "assessments": [
                judged("p", "success", clarity="relative-success"),
                judged("p", "lights", reach="green"),
                judged("q", "lights", reach="red"),
                judged("r", "lights", reach="red"),
                judged("s", "lights", reach="red"),
            ],
        },
        context={"frameworks": BOTH},
    )


def case_of(appraisal: Appraisal, key: str) -> Case:
    """Find the case of a policy."""
    return {case.key: case for case in appraisal.cases}[key]


def judgement_of(case: Case, date: str, layer: str) -> Judgement:
    """Find what the assessors of a support programme come to."""
    found = {(one.object, one.date, one.layer): one for one in case.judgements}
    return found["support-programme", date, layer]


LANTERN = judgement_of(case_of(ILLUSTRATION, "lantern-act"), "2023-06", "local")


def test_agreement_is_given_for_each_layer_and_date_with_two_assessors() -> None:
    """Only in June 2023, locally, did more than one assessor judge."""
    (found,) = ILLUSTRATION.agreement

    assert (found.layer, found.date) == ("local", "2023-06")
    assert found.assessors == ("Assessor A", "Assessor B", "Assessor C")
    assert found.coefficient == "ordinal-alpha"
    assert list(found.by_criterion) == [criterion.key for criterion in Criterion]


def test_a_recorded_decision_stands_and_first_ratings_are_kept() -> None:
    """On clarity the assessors were two grades apart and then decided."""
    outcome = {one.item.criterion: one for one in LANTERN.outcomes}[Criterion.CLARITY]

    assert LANTERN.card.profile[Criterion.CLARITY] is Attainment.CONFLICTED_ATTAINMENT
    assert outcome.ratings["Assessor C"] is Attainment.RELATIVE_FAILURE
    assert outcome.settlement is not None


def test_assessors_who_disagree_about_evidence_leave_a_gap() -> None:
    """Two grade the objectives and one finds the evidence insufficient."""
    assert LANTERN.card.profile[Criterion.OBJECTIVES] is Gap.CONFLICTING_EVIDENCE


def test_layers_and_dates_have_judgements_of_their_own() -> None:
    """The Lantern Act was judged early, then locally and nationally."""
    judgements = case_of(ILLUSTRATION, "lantern-act").judgements

    assert [(one.date, one.layer) for one in judgements] == [
        ("2021-06", "local"),
        ("2023-06", "local"),
        ("2023-06", "national"),
    ]


def test_without_a_rule_the_named_rules_stand_side_by_side() -> None:
    """One gap leaves each of the three open."""
    assert ILLUSTRATION.rule is None
    assert [(one.rule, one.lowest, one.highest) for one in LANTERN.rulings] == [
        ("weakest", "relative-failure", "conflicted-attainment"),
        ("majority", "conflicted-attainment", "relative-success"),
        ("majority-with-veto", "conflicted-attainment", "relative-success"),
    ]
    assert {one.decisive for one in LANTERN.rulings} == {(("objectives",),)}


def test_a_rule_asked_for_comes_first_and_the_named_ones_beside_it() -> None:
    """The caller's own rule, then the three."""
    own = SortingRule(key="half", majority=Fraction(1, 2))
    appraisal = appraise(cases.illustration(), rule=own, context=CONTEXT)
    judgement = judgement_of(case_of(appraisal, "lantern-act"), "2023-06", "local")

    assert appraisal.rule == "half"
    assert [one.rule for one in judgement.rulings] == [
        "half",
        "weakest",
        "majority",
        "majority-with-veto",
    ]
    assert judgement.rulings[0].settled


def test_a_named_rule_asked_for_is_not_shown_twice() -> None:
    """It only moves to the front."""
    appraisal = appraise(cases.illustration(), rule=MAJORITY)
    rulings = case_of(appraisal, "lantern-act").judgements[0].rulings

    assert [one.rule for one in rulings] == ["majority", "weakest", "majority-with-veto"]


def test_the_published_card_leaves_every_verdict_open() -> None:
    """Three successes and three gaps: nothing is decided for the Care Act."""
    (judgement,) = case_of(BUILT_IN, "care-act").judgements

    assert {(one.settled, one.highest) for one in judgement.rulings} == {
        (False, "relative-success")
    }


def test_differences_between_layers_are_findings() -> None:
    """The centre sees more success than the localities, but for politics."""
    criteria = {one.item.criterion for one in ILLUSTRATION.differences}

    assert {one.item.case for one in ILLUSTRATION.differences} == {"lantern-act"}
    assert Criterion.POLITICS in criteria
    assert Criterion.LEGITIMACY not in criteria


def test_support_is_crossed_with_success_within_a_layer() -> None:
    """The Lantern Act is placed nationally alone, so it stands in no cell of the local layer."""
    local, national = CROSSES["local"], CROSSES["national"]

    assert national.cross.crossed == ("lantern-act",)
    assert local.unplaced["lantern-act"] == "it is placed only on another layer (national)"
    assert local.unplaced["school-orchard-scheme"] == "only parts of it are placed"
    assert set(local.cross.crossed) == {"quiet-streets-order", "river-wardens"}


def test_the_last_place_of_a_path_is_the_one_that_is_crossed() -> None:
    """The Lantern Act ended in administrative implementation."""
    match = CROSSES["national"].cross.matches["lantern-act"]

    assert match.kinds == (Implementation.ADMINISTRATIVE,)


def test_the_rule_asked_for_decides_the_crossing() -> None:
    """By the weakest criterion the Lantern Act comes out lower."""
    appraisal = appraise(cases.illustration(), rule=WEAKEST, context=CONTEXT)
    (national,) = [one for one in appraisal.crosses if one.layer == "national"]
    verdict = national.cross.verdicts["lantern-act"]

    assert national.rule == "weakest"
    assert verdict.lowest is Attainment.CONFLICTED_ATTAINMENT


def test_two_rubrics_are_judged_and_crossed_apart() -> None:
    """Grades of two scales never meet."""
    context = Context(features=cases.approach_features())
    appraisal = appraise(two_rubrics(), frameworks=BOTH, context=context)
    by_rubric = {crossing.rubric: crossing for crossing in appraisal.crosses}

    assert set(by_rubric["lights"].cross.crossed) == {"p", "q"}
    assert set(by_rubric["success"].cross.verdicts) == {"p"}


def test_a_case_says_why_it_is_not_crossed() -> None:
    """Not placed at all, or placed twice by two assessors."""
    context = Context(features=cases.approach_features())
    appraisal = appraise(two_rubrics(), frameworks=BOTH, context=context)
    lights = {crossing.rubric: crossing for crossing in appraisal.crosses}["lights"]

    assert lights.unplaced["r"] == "it is not placed in the matrix"
    assert lights.unplaced["s"].startswith("it is placed more than once")


def test_a_case_whose_support_nobody_has_read_says_so() -> None:
    """A place alone is not enough."""
    data = two_rubrics().model_dump(mode="json")
    data["approaches"][0]["exhibited_in"] = ["p"]
    study = Study.model_validate(data, context={"frameworks": BOTH})
    context = Context(features=cases.approach_features())
    crosses = appraise(study, frameworks=BOTH, context=context).crosses
    lights = {crossing.rubric: crossing for crossing in crosses}["lights"]

    assert lights.unplaced["q"].startswith("its support is not described")


def test_a_rule_that_does_not_fit_a_rubric_makes_nothing_of_it() -> None:
    """It judges the other, and the named rules stand in its place."""
    rule = SortingRule(key="objectives-double", majority=1, weights={"objectives": 2, "*": 1})
    appraisal = appraise(two_rubrics(), frameworks=BOTH, rule=rule)
    by_rubric = {one.card.rubric.key: one for one in case_of(appraisal, "p").judgements}

    assert by_rubric["success"].rulings[0].rule == "objectives-double"
    assert by_rubric["success"].misfit is None
    assert [one.rule for one in by_rubric["lights"].rulings] == [
        "weakest",
        "majority",
        "majority-with-veto",
    ]
    assert "'objectives' is not a term of Aspect" in str(by_rubric["lights"].misfit)


def test_a_rubric_that_nobody_passed_is_named() -> None:
    """The error says which rubrics there are."""
    with pytest.raises(UnknownKeyError, match="no rubric among frameworks= 'lights'"):
        appraise(two_rubrics())


def test_context_about_a_misspelt_approach_is_refused() -> None:
    """Its features would otherwise vanish in silence."""
    features = FrozenMap({"writen-support": FrozenMap({SupportFeature.GUIDANCE: "a leaflet"})})
    with pytest.raises(UnknownKeyError, match="did you mean 'written-support'"):
        appraise(two_rubrics(), frameworks=BOTH, context=Context(features=features))


def test_without_a_rule_no_rule_is_preferred_for_the_crossing() -> None:
    """Each layer is crossed once by each named rule."""
    assert [one.rule for one in ILLUSTRATION.crosses if one.layer == "local"] == [
        "weakest",
        "majority",
        "majority-with-veto",
    ]


def test_assessors_without_a_name_are_told_apart_by_a_number() -> None:
    """Two unnamed judgements of one thing are two assessors."""
    data = {
        "title": "One",
        "policies": [{"key": "p", "title": "P"}],
        "assessments": [
            judged("p", "success", clarity="relative-success"),
            judged("p", "success", clarity="relative-failure"),
        ],
    }
    (judgement,) = appraise(Study.model_validate(data)).cases[0].judgements

    assert judgement.assessors == (
        "assessor without a name (1)",
        "assessor without a name (2)",
    )


def test_objects_have_agreement_of_their_own() -> None:
    """A policy and its support programme are never pooled."""
    as_policy = [
        judged("p", "success", clarity=grade) | {"object": "policy", "assessor": name}
        for name, grade in (("A", "relative-success"), ("B", "relative-failure"))
    ]
    as_programme = [one | {"object": "support-programme"} for one in as_policy]
    data = {
        "title": "One",
        "policies": [{"key": "p", "title": "P"}],
        "assessments": [*as_policy, *as_programme],
    }
    agreement = appraise(Study.model_validate(data)).agreement

    assert [one.object for one in agreement] == ["policy", "support-programme"]
    assert [one.overall.units for one in agreement] == [1, 1]


@pytest.mark.parametrize("dates", [("2023", "2023-06"), ("2023", None)])
def test_a_judgement_whose_date_may_be_the_last_is_not_crossed(
    dates: tuple[str | None, str],
) -> None:
    """2023 holds June 2023, so neither is known to be the later."""
    data = two_rubrics().model_dump(mode="json")
    data["assessments"] = [
        judged("p", "success", clarity="relative-success") | {"date": date} for date in dates
    ]
    context = Context(features=cases.approach_features())

    assert appraise(Study.model_validate(data), context=context).crosses == ()


def test_nothing_is_crossed_where_no_approach_has_been_read() -> None:
    """Without features nobody knows what the approaches show."""
    assert appraise(cases.illustration()).crosses == ()


def test_one_assessor_judging_one_thing_twice_is_refused() -> None:
    """Two judgements of one name, layer and date cannot both stand."""
    assessment = {
        "policy": "p",
        "object": "policy",
        "rubric": "success",
        "assessor": "A",
        "ratings": {"clarity": {"grade": "relative-success"}},
    }
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [assessment, assessment],
        }
    )

    with pytest.raises(IncompleteError, match="given twice"):
        appraise(study)
