"""From several assessors to a verdict."""

from fractions import Fraction

import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, Case, Context, Judgement, appraise
from implsupport.errors import IncompleteError
from implsupport.evaluation.verdicts import MAJORITY, WEAKEST, SortingRule
from implsupport.frameworks.matland import Implementation
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.records import Study
from implsupport.terms import Gap

CONTEXT = Context(features=cases.illustration_features())
ILLUSTRATION = appraise(cases.illustration(), context=CONTEXT)
BUILT_IN = appraise(cases.study())


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
    local, national = ILLUSTRATION.crosses["local"], ILLUSTRATION.crosses["national"]

    assert national.crossed == ("lantern-act",)
    assert "lantern-act" in local.open
    assert set(local.crossed) == {"quiet-streets-order", "river-wardens"}


def test_the_last_place_of_a_path_is_the_one_that_is_crossed() -> None:
    """The Lantern Act ended in administrative implementation."""
    match = ILLUSTRATION.crosses["national"].matches["lantern-act"]

    assert match.kinds == (Implementation.ADMINISTRATIVE,)


def test_the_rule_asked_for_decides_the_crossing() -> None:
    """By the weakest criterion the Lantern Act comes out lower."""
    appraisal = appraise(cases.illustration(), rule=WEAKEST, context=CONTEXT)
    verdict = appraisal.crosses["national"].verdicts["lantern-act"]

    assert verdict.lowest is Attainment.CONFLICTED_ATTAINMENT


def test_nothing_is_crossed_where_no_approach_has_been_read() -> None:
    """Without features nobody knows what the approaches show."""
    assert not appraise(cases.illustration()).crosses


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
