"""A whole study, read."""

import pickle
from typing import Any

import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, Case, Cited, Context, appraise
from implsupport.errors import FrameworkError, UnknownKeyError
from implsupport.evaluation.verdicts import MAJORITY
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Conflict, Implementation
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.readings import Location
from implsupport.records import Study
from implsupport.terms import Gap
from implsupport.vocabulary import Extent, Need, SupportFeature, SupportModel

BUILT_IN = appraise(
    cases.study(),
    context=Context(
        citations=cases.citations(),
        features=cases.approach_features(),
        comparability=cases.comparability(),
        overrides=cases.overrides(),
        compared_with="care-act",
    ),
)
ILLUSTRATION = appraise(cases.illustration())


def case_of(appraisal: Appraisal, key: str) -> Case:
    """Find the case of a policy."""
    return {case.key: case for case in appraisal.cases}[key]


def test_every_policy_becomes_a_case_in_the_order_of_the_study() -> None:
    """No policy is left out, even where nothing is said of it."""
    policies = [policy.key for policy in cases.study().policies]

    assert [case.key for case in BUILT_IN.cases] == policies


def test_no_place_is_given_where_the_source_gives_none() -> None:
    """CA, p. 31, gives the Care Act no cell: both phases are gaps."""
    places = case_of(BUILT_IN, "care-act").places

    assert [place.part for place in places] == ["Phase 1", "Phase 2"]
    assert {place.kind for place in places} == {None}
    assert {place.ambiguity for place in places} == {Gap.NOT_STATED}


def test_a_published_path_keeps_its_steps() -> None:
    """Xu & Li (2024) report four stages, one kind each."""
    key = "trans-regional-immediate-medical-settlement-china"
    places = case_of(BUILT_IN, key).places

    assert [(place.step, place.kind) for place in places] == [
        (1, Implementation.EXPERIMENTAL),
        (2, Implementation.SYMBOLIC),
        (3, Implementation.POLITICAL),
        (4, Implementation.ADMINISTRATIVE),
    ]


def test_one_gap_leaves_two_candidate_kinds() -> None:
    """Garashi et al. (2021): in Kuwait ambiguity is high and conflict varied."""
    place = case_of(BUILT_IN, "pharmacovigilance-guideline-kuwait").places[0]

    assert place.reading is None
    assert place.conflict is Gap.CONFLICTING_EVIDENCE
    assert place.candidates == (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC)


def test_numbers_are_read_by_degree() -> None:
    """The illustration's planting scheme is placed by two numbers."""
    reading = case_of(ILLUSTRATION, "school-orchard-scheme").places[0].reading

    assert isinstance(reading, Location)
    assert reading.kind is Implementation.ADMINISTRATIVE


def test_a_number_beside_a_gap_leaves_candidates() -> None:
    """A degree on one axis alone settles no kind."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "positions": [
                {"policy": "p", "ambiguity": 0.9, "conflict": "not-assessed", "basis": "survey"}
            ],
        }
    )
    place = appraise(study).cases[0].places[0]

    assert place.kind is None
    assert place.candidates == (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC)


def test_support_is_hypothesised_only_for_a_settled_kind() -> None:
    """One row of the hypotheses for each kind that the policy is placed in."""
    smallpox = case_of(BUILT_IN, "smallpox-eradication-who").hypothesised

    assert list(smallpox) == [Implementation.ADMINISTRATIVE]
    assert smallpox[Implementation.ADMINISTRATIVE][SupportFeature.GUIDANCE] is Need.ASSOCIATED
    assert not case_of(BUILT_IN, "care-act").hypothesised


def test_approaches_are_those_the_table_ticks_with_their_ratings_and_page() -> None:
    """CA Table 3: the Care Act has 16 ticks; stock-take support is rated on p. 26."""
    approaches = case_of(BUILT_IN, "care-act").approaches
    stock_take = {one.key: one for one in approaches}["stock-take-support"]

    assert len(approaches) == 16
    assert stock_take.models[SupportModel.CAPACITY_BUILDING] is Extent.IN_PART
    assert stock_take.sources == ("care-act-report, Table 3, p. 26",)


def test_evidence_keeps_its_words_and_its_date() -> None:
    """The invented minutes say what was said in October 2020."""
    (piece,) = case_of(ILLUSTRATION, "lantern-act").places[0].evidence

    assert piece == Cited(
        source="ossaria-minutes",
        locator="meeting 2",
        quotation="No two cantons mean the same thing by a visit.",
        date="2020-10",
    )


def test_ratings_and_activities_keep_the_words_they_rest_on() -> None:
    """A rating by its criterion, an activity by its key."""
    cards = case_of(ILLUSTRATION, "lantern-act").cards
    rated = [piece.quotation for card in cards for piece in card.evidence.get("clarity", ())]
    given = case_of(ILLUSTRATION, "lantern-act").governance

    assert rated == [None, "They came to check on us."]
    assert given is not None
    assert [piece.quotation for piece in given.evidence["shared-visit-record"]] == [
        "We write it once, and everybody reads it."
    ]


def test_the_same_evidence_is_cited_once() -> None:
    """Two pieces of one place with different words are two."""
    piece = {"source": "matland-1995", "locator": "p. 160"}
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "positions": [
                {
                    "policy": "p",
                    "ambiguity": "low",
                    "conflict": "low",
                    "evidence": [piece, {**piece, "quotation": "Words."}, piece],
                }
            ],
        }
    )

    assert [one.quotation for one in appraise(study).cases[0].places[0].evidence] == [
        None,
        "Words.",
    ]


def test_a_card_holds_only_the_published_grades() -> None:
    """Hunter et al. (2020) name three successes; the other criteria are gaps."""
    (card,) = case_of(BUILT_IN, "care-act").cards

    assert list(card.card.grades) == [
        Criterion.LEGITIMACY,
        Criterion.STAKEHOLDERS,
        Criterion.POLITICS,
    ]
    assert set(card.card.grades.values()) == {Attainment.RELATIVE_SUCCESS}
    assert set(card.card.gaps.values()) == {Gap.NOT_ASSESSED}


def test_the_other_cases_have_no_card() -> None:
    """CA prints no grade of its Table 7 for any case."""
    assert [case.key for case in BUILT_IN.cases if case.cards] == ["care-act"]


def test_the_grid_of_every_child_matters_has_three_empty_cells() -> None:
    """ECM Table 2: five supports in six cells, three factors without a cell."""
    given = case_of(BUILT_IN, "every-child-matters").governance

    assert given is not None
    assert given.placement.empty == (
        (Locus.SYSTEM, Level.DIRECTIVE),
        (Locus.INDIVIDUAL, Level.CONSTITUTIVE),
        (Locus.INDIVIDUAL, Level.DIRECTIVE),
    )
    assert len(given.placement.unplaced) == 3


def test_caveats_are_those_of_the_frameworks_used() -> None:
    """A study without activities is not warned about the grid."""
    empty = appraise(Study(title="Empty"))

    assert not empty.caveats
    assert list(ILLUSTRATION.caveats) == [
        "matland",
        "hypothesised-support",
        "success",
        "governance",
    ]


@pytest.mark.parametrize("appraisal", [BUILT_IN, ILLUSTRATION], ids=["built-in", "illustration"])
def test_an_appraisal_is_a_value(appraisal: Appraisal) -> None:
    """It hashes, pickles and equals itself made again."""
    again: object = pickle.loads(pickle.dumps(appraisal))  # noqa: S301 -- our own bytes

    assert again == appraisal
    assert hash(again) == hash(appraisal)


def test_layers_and_axes_are_kept_apart() -> None:
    """The illustration's order is uncontested at the centre and contested in the streets."""
    places = case_of(ILLUSTRATION, "quiet-streets-order").places

    assert [(place.layer, place.kind) for place in places] == [
        ("national", Implementation.ADMINISTRATIVE),
        ("local", Implementation.POLITICAL),
    ]
    assert Conflict.HIGH not in {place.conflict for place in places}


def test_a_published_path_is_one_axis_flipped_a_step() -> None:
    """Xu & Li (2024): conflict rose, ambiguity fell, conflict fell."""
    (path,) = case_of(BUILT_IN, "trans-regional-immediate-medical-settlement-china").paths

    assert [len(move.flipped) for move in path.moves] == [1, 1, 1]


def test_one_position_makes_no_path() -> None:
    """Smallpox eradication is placed once; the two phases of the Care Act are two parts."""
    assert not case_of(BUILT_IN, "smallpox-eradication-who").paths
    assert not case_of(BUILT_IN, "care-act").paths


def test_support_is_matched_only_where_both_sides_are_known() -> None:
    """No case of the sources has both a place and described support."""
    matches = [place.match for case in BUILT_IN.cases for place in case.places]

    assert len(matches) == 13
    assert set(matches) == {None}


def test_a_profile_tallies_the_approaches_of_a_case() -> None:
    """CA Table 3: problem solving is rated no for one approach of the Care Act, no mean is made."""
    profile = case_of(BUILT_IN, "care-act").profile

    assert profile is not None
    assert profile.tally[SupportModel.PROBLEM_SOLVING][Extent.NO] == 1
    assert case_of(BUILT_IN, "every-child-matters").profile is None


def test_screening_admits_four_by_rule_and_one_by_override() -> None:
    """CA, p. 23: four policies meet all five criteria, and a fifth was included."""
    screening = BUILT_IN.screening

    assert screening is not None
    assert screening.by_rule == ("ccsf", "sure-start", "hwb", "vanguards")
    assert list(screening.by_override) == ["troubled-families"]


def test_likeness_is_given_only_where_somebody_asks() -> None:
    """The built-in study compares with the Care Act, the illustration with nothing."""
    assert BUILT_IN.likeness is not None
    assert BUILT_IN.likeness.to == "care-act"
    assert ILLUSTRATION.likeness is None
    assert ILLUSTRATION.screening is None


def test_a_named_rule_may_be_given_by_its_key() -> None:
    """As to `decide`."""
    study = cases.illustration()

    assert appraise(study, rule="majority") == appraise(study, rule=MAJORITY)
    with pytest.raises(UnknownKeyError, match="did you mean 'majority'"):
        appraise(study, rule="majorty")


@pytest.mark.parametrize(
    ("study", "more", "problem"),
    [
        ("a.yaml", {}, "'a.yaml' is not a study; read one with documents.read, or make one with "),
        (Study(title="a"), {"context": {"centre": "b"}}, "{'centre': 'b'} is not a context; make "),
        (Study(title="a"), {"frameworks": ["success"]}, "'success' is not a matrix; give those "),
    ],
    ids=["study", "context", "frameworks"],
)
def test_what_cannot_be_appraised_is_told(study: Any, more: Any, problem: str) -> None:  # noqa: ANN401 -- what is wrong
    """With what makes it."""
    with pytest.raises(FrameworkError) as caught:
        appraise(study, **more)

    assert caught.value.problems[0].startswith(problem)
