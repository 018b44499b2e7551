"""Support hypothesised against support described, crossed with verdicts."""

import pickle
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases
from implsupport.cases.features import approach_features
from implsupport.errors import FrameworkError, UnknownKeyError
from implsupport.evaluation.expectations import Coverage, Cross, cross
from implsupport.evaluation.matching import Match, described, match
from implsupport.evaluation.verdicts import MAJORITY, WEAKEST, SortingRule, Verdict, decide
from implsupport.frameworks.matland import HYPOTHESISED_SUPPORT, Implementation, locate
from implsupport.frameworks.success import Attainment, Criterion, score
from implsupport.matrix import Matrix, Rubric
from implsupport.readings import score as score_any
from implsupport.terms import Gap
from implsupport.vocabulary import Extent, Need, SupportFeature

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

EXPERIMENTAL = ("bottom-up-approach", "context-sensitivity", "problem-solving")
FAILURE, CONFLICTED, SUCCEEDED = Attainment

KindMatch: TypeAlias = Match[Implementation, SupportFeature]
SuccessVerdict: TypeAlias = Verdict[Criterion, Attainment]
SuccessCross: TypeAlias = Cross[Implementation, SupportFeature, Criterion, Attainment]


def verdict(grade: Attainment | Gap, rule: SortingRule = WEAKEST) -> SuccessVerdict:
    """Decide a card with one and the same mark on every criterion."""
    return decide(score(dict.fromkeys(Criterion, grade)), rule)


def experimental(*features: str) -> KindMatch:
    """Match an experimental case with the features described for it."""
    return match(Implementation.EXPERIMENTAL, features)


def published() -> SuccessVerdict:
    """Decide the card of the Care Act's programme as other publications fill it."""
    (assessment,) = cases.study().assessments
    ratings = assessment.ratings.items()
    marks = {key: rating.grade or rating.gap or Gap.NOT_STATED for key, rating in ratings}
    return decide(score(marks), MAJORITY)


@pytest.fixture(name="crossed")
def _crossed() -> SuccessCross:
    """Four invented cases in three cells."""
    return cross(
        {
            "river-wardens": experimental(*EXPERIMENTAL, "guidance"),
            "school-orchards": experimental(*EXPERIMENTAL),
            "quiet-streets": experimental("problem-solving"),
            "common-kitchens": experimental("guidance"),
        },
        {
            "school-orchards": verdict(SUCCEEDED),
            "river-wardens": verdict(SUCCEEDED),
            "quiet-streets": verdict(CONFLICTED),
            "common-kitchens": verdict(FAILURE),
        },
    )


# --- cells ---


def test_cells_hold_the_names_of_their_cases(crossed: SuccessCross) -> None:
    """In order of the keys, whatever the order of input."""
    assert crossed.cells[Coverage.ALL, SUCCEEDED] == ("river-wardens", "school-orchards")
    assert crossed.cells[Coverage.SOME, CONFLICTED] == ("quiet-streets",)
    assert crossed.cells[Coverage.NONE, FAILURE] == ("common-kitchens",)


def test_every_cell_is_there(crossed: SuccessCross) -> None:
    """Three coverages by three grades, least first, empty ones too."""
    assert list(crossed.cells)[:2] == [(Coverage.NONE, FAILURE), (Coverage.NONE, CONFLICTED)]
    assert list(crossed.cells)[-1] == (Coverage.ALL, SUCCEEDED)
    assert len(crossed.cells) == 9
    assert crossed.cells[Coverage.ALL, FAILURE] == ()


def test_what_was_not_described_is_named(crossed: SuccessCross) -> None:
    """Case by case; what is offered and not named does not count."""
    described_little = crossed.not_described["quiet-streets"]

    assert [feature.key for feature in described_little] == [
        "bottom-up-approach",
        "context-sensitivity",
    ]
    assert crossed.not_described["river-wardens"] == ()


def test_a_crossing_warns_of_few_cases_and_of_what_was_not_described(crossed: SuccessCross) -> None:
    """Beside what the hypotheses themselves warn of."""
    assert crossed.caveats == (
        *HYPOTHESISED_SUPPORT.caveats,
        "What is not described is not thereby absent (Care Act report, p. 28).",
        (
            "4 cases in 9 cells, some with fewer than 5: too few to show an association; read the "
            "cases by name."
        ),
        (
            "Of 12 features that a kind calls for, over all cases, 5 are not described: a case may "
            "stand too low for want of description."
        ),
        "Support that was described is not support that worked: a pattern shows no cause.",
    )


def test_a_count_of_one_is_in_the_singular() -> None:
    """One case, and one feature that is not described."""
    found = cross({"a": experimental(*EXPERIMENTAL[1:])}, {"a": verdict(FAILURE)})

    assert found.caveats[-3].startswith("1 case in 9 cells, some with fewer than 5: ")
    assert found.caveats[-2].startswith(
        "Of 3 features that a kind calls for, over all cases, 1 is not described: "
    )


def test_with_many_cases_in_every_cell_nothing_is_said_of_small_numbers() -> None:
    """Five cases in each of nine cells."""
    by_coverage = [(), ("problem-solving",), EXPERIMENTAL]
    named = [
        (f"{place}-{row}-{col}", features, grade)
        for place in range(5)
        for row, features in enumerate(by_coverage)
        for col, grade in enumerate(Attainment)
    ]
    found = cross(
        {case: experimental(*features) for case, features, _ in named},
        {case: verdict(grade) for case, _, grade in named},
    )

    assert {len(those) for those in found.cells.values()} == {5}
    assert not any("too few" in caveat for caveat in found.caveats)


def test_a_crossing_keeps_its_sources(crossed: SuccessCross) -> None:
    """The hypotheses, and the rule behind the verdicts."""
    assert [source.key for source in crossed.sources] == ["care-act-report", WEAKEST.source.key]


def test_a_crossing_is_frozen_and_pickles(crossed: SuccessCross) -> None:
    """It hashes by its content and comes back equal."""
    again = pickle.loads(pickle.dumps(crossed))  # noqa: S301 -- made on the line above

    assert (again, hash(again)) == (crossed, hash(crossed))


# --- cases in no cell ---


def test_the_care_act_stands_in_no_cell() -> None:
    """CA gives it no kind, and its abstract verdicts leave three criteria open (Hunter 2020)."""
    offered = described(cases.study().approaches, "care-act", approach_features())
    found = cross({"care-act": match(Implementation, offered)}, {"care-act": published()})

    assert found.crossed == ()
    assert found.open["care-act"] == (
        (
            "its kind is administrative or political or experimental or symbolic, which leaves "
            "open what was to be described"
        ),
        "its verdict is not settled: relative failure or relative success",
    )


def test_candidate_kinds_with_equal_coverage_leave_nothing_open() -> None:
    """Nothing is described, whichever kind it is."""
    found = cross(
        {"common-kitchens": match(locate(ambiguity=0.75, conflict=None), [])},
        {"common-kitchens": verdict(FAILURE)},
    )

    assert found.coverage("common-kitchens") is Coverage.NONE
    assert found.cells[Coverage.NONE, FAILURE] == ("common-kitchens",)


def test_a_case_without_match_or_verdict_is_not_dropped() -> None:
    """It is listed with what is missing."""
    found = cross({"a": experimental()}, {"b": verdict(SUCCEEDED)})

    assert found.open == {
        "a": ("no verdict is given",),
        "b": ("no match is given: neither its kind nor its support is known",),
    }


def test_a_case_to_which_no_criterion_applies_has_no_verdict() -> None:
    """It is neither a failure nor a success."""
    found = cross({"a": experimental()}, {"a": verdict(Gap.NOT_APPLICABLE)})

    assert found.open == {"a": ("its verdict is not settled: there is none",)}


def test_a_kind_that_calls_for_nothing_leaves_its_case_open() -> None:
    """All of nothing is not all of the support called for."""
    row = [Need.NOT_NAMED] * len(SupportFeature)
    support = Matrix(
        key="nothing",
        title="Nothing",
        rows=Implementation,
        cols=SupportFeature,
        cells=dict.fromkeys(Implementation, row),
    )
    found = cross({"a": match("political", [], support=support)}, {"a": verdict(SUCCEEDED)})

    assert found.coverage("a") is None
    assert found.open == {
        "a": ("its kind is political, which leaves open what was to be described",)
    }


def test_without_verdicts_there_are_no_cells() -> None:
    """There is no scale to cross with."""
    found = cross({"a": experimental()}, dict[str, SuccessVerdict]())

    assert found.cells == {}
    assert list(found.open) == ["a"]


offers = st.lists(st.sampled_from(list(SupportFeature)))
grades = st.sampled_from([*Attainment, Gap.NOT_STATED, Gap.NOT_APPLICABLE])
kinds = st.sets(st.sampled_from(list(Implementation)), min_size=1)
names = st.sampled_from(["a", "b", "c", "d", "e"])


@given(
    st.dictionaries(names, st.builds(match, kinds, offers)),
    st.dictionaries(names, st.builds(verdict, grades)),
)
def test_every_case_stands_in_one_cell_or_is_open(
    matches: dict[str, KindMatch], verdicts: dict[str, SuccessVerdict]
) -> None:
    """Nothing is lost, and nothing is counted twice."""
    found = cross(matches, verdicts)
    standing = [case for those in found.cells.values() for case in those]

    assert sorted([*standing, *found.open]) == sorted({*matches, *verdicts})
    assert sorted(standing) == list(found.crossed)


@given(st.dictionaries(names, st.builds(match, kinds, offers)))
def test_the_order_of_cases_does_not_matter(matches: dict[str, KindMatch]) -> None:
    """Not even for how the result is written."""
    verdicts = dict.fromkeys(matches, verdict(SUCCEEDED))
    backwards = dict(reversed(list(matches.items())))

    assert repr(cross(backwards, verdicts)) == repr(cross(matches, verdicts))


# --- bad input ---


def test_matches_against_two_hypotheses_are_not_crossed() -> None:
    """Both are named, and the way out."""
    support = Matrix(
        key="mine",
        title="Mine",
        rows=Implementation,
        cols=SupportFeature,
        cells=HYPOTHESISED_SUPPORT.cells,
    )
    matches = {"a": experimental(), "b": match("political", [], support=support)}
    with pytest.raises(FrameworkError) as caught:
        cross(matches, dict[str, SuccessVerdict]())

    assert str(caught.value) == (
        "'cross' cannot be used: cases on different hypotheses cannot be crossed: "
        "'hypothesised-support', 'mine'; cross those on one at a time"
    )


def test_verdicts_by_two_rules_are_not_crossed() -> None:
    """A grade by one rule is not a grade by another."""
    verdicts = {"a": verdict(SUCCEEDED), "b": verdict(SUCCEEDED, MAJORITY)}
    with pytest.raises(FrameworkError) as caught:
        cross(dict[str, KindMatch](), verdicts)

    assert str(caught.value) == (
        "'cross' cannot be used: cases on different rules cannot be crossed: 'weakest', "
        "'majority'; cross those on one at a time"
    )


def test_verdicts_on_two_rubrics_are_not_crossed() -> None:
    """Their grades are of different scales."""
    rubric = Rubric(
        key="extent",
        title="Extent",
        rows=Criterion,
        cols=Extent,
        cells=dict.fromkeys(Criterion, ("no", "in part", "yes")),
    )
    card = score_any(rubric, dict.fromkeys(Criterion, Extent.YES))
    verdicts: Wrong = {"a": verdict(SUCCEEDED), "b": decide(card, WEAKEST)}
    with pytest.raises(FrameworkError) as caught:
        cross(dict[str, KindMatch](), verdicts)

    assert str(caught.value) == (
        "'cross' cannot be used: cases on different rubrics cannot be crossed: 'success', "
        "'extent'; cross those on one at a time"
    )


def test_the_coverage_of_a_case_without_a_match_is_refused(crossed: SuccessCross) -> None:
    """With the nearest that has one."""
    with pytest.raises(UnknownKeyError) as caught:
        crossed.coverage("quiet-steets")

    assert str(caught.value) == (
        "no match for 'quiet-steets'; there are 'common-kitchens', 'quiet-streets', "
        "'river-wardens', 'school-orchards'; did you mean 'quiet-streets'?"
    )


@pytest.mark.parametrize(
    ("matches", "verdicts", "problem"),
    [
        ([1], {}, "[1] is not a mapping of cases to matches"),
        ({}, [1], "[1] is not a mapping of cases to verdicts"),
        ({"a": "political"}, {}, "'political' is not a match; make one with match(...)"),
        ({}, {"a": None}, "None is not a verdict; make one with decide(...)"),
    ],
)
def test_what_is_no_match_or_no_verdict_is_not_crossed(
    matches: Wrong, verdicts: Wrong, problem: str
) -> None:
    """With how to make one."""
    with pytest.raises(FrameworkError) as caught:
        cross(matches, verdicts)

    assert str(caught.value) == f"'cross' cannot be used: {problem}"
