"""The verbs that read any framework, on small frameworks made up here, and what they return."""

import math
import pickle
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import FrameworkError, IncompleteError, UnknownTermError
from implsupport.matrix import Grid, Rubric, Typology
from implsupport.notebooks import table
from implsupport.readings import (
    Comparison,
    Scorecard,
    candidates,
    classify,
    compare,
    locate,
    place,
    score,
)
from implsupport.terms import Gap, Scale, Term
from implsupport.testing import cards, marks

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""


class Slope(Scale):
    """The rows of the typology; the alphabet has them the other way round."""

    LEVEL = "level", "flat"
    ABRUPT = "abrupt", "steep"


class Rain(Scale):
    """The columns of the typology, with a key that the rows have too."""

    SCARCE = "scarce", "little"
    LEVEL = "level", "much"


class Crop(Term):
    """The kinds."""

    WHEAT = "wheat", "dry and flat"
    RICE = "rice", "wet and flat"
    VINES = "vines", "dry and steep"
    TEA = "tea", "wet and steep"


class Aspect(Term):
    """The criteria of the rubric, in no order of the alphabet."""

    SOIL = "soil", "what it grows in"
    WATER = "water", "what it drinks"
    ACCESS = "access", "how it is reached"


class Verdict(Scale):
    """The grades of the rubric; the alphabet has the middle one first."""

    POOR = "poor", "it fails"
    FAIR = "fair", "it will do"
    GOOD = "good", "it thrives"


class Job(Term):
    """What stands in the cells of the grid."""

    DIG = "dig", "turn the soil"
    SOW = "sow", "put seed into it"
    PUMP = "pump", "raise water"
    DRAIN = "drain", "lead water off"
    PAVE = "pave", "make a way"
    PATROL = "patrol", "keep it open"


CROPS = Typology(
    key="crops",
    title="Crops",
    rows=Slope,
    cols=Rain,
    cells={Slope.LEVEL: (Crop.WHEAT, Crop.RICE), Slope.ABRUPT: (Crop.VINES, Crop.TEA)},
)
WHEAT_WHEREVER_DRY = Typology(
    key="dry-crops",
    title="Crops where wheat grows on any dry ground",
    rows=Slope,
    cols=Rain,
    cells={Slope.LEVEL: (Crop.WHEAT, Crop.RICE), Slope.ABRUPT: (Crop.WHEAT, Crop.TEA)},
)
BY_ASPECT: Typology[Any, Any, Crop] = Typology(
    key="by-aspect",
    title="Crops by aspect and verdict",
    rows=Aspect,
    cols=Verdict,
    cells=dict.fromkeys(Aspect, (Crop.WHEAT, Crop.RICE, Crop.TEA)),
)
GROUND = Rubric(
    key="ground",
    title="Is this ground any good?",
    rows=Aspect,
    cols=Verdict,
    cells={
        Aspect.SOIL: ("rock", "clay", "loam"),
        Aspect.WATER: ("none", "some", "plenty"),
        Aspect.ACCESS: ("a path", "a track", "a road"),
    },
)
JOBS = Grid(
    key="jobs",
    title="Who does what",
    rows=Aspect,
    cols=Rain,
    cells={
        Aspect.SOIL: (Job.DIG, Job.SOW),
        Aspect.WATER: (Job.PUMP, Job.DRAIN),
        Aspect.ACCESS: (Job.PAVE, Job.PATROL),
    },
)

A_DEGREE = "expected a number from 0 to 1, or None where it is not known"
AN_ASPECT = "expected one of 'soil', 'water', 'access'"
A_MARK = (
    "expected one of 'poor', 'fair', 'good', 'not-assessed', 'not-stated', "
    "'insufficient-evidence', 'conflicting-evidence', 'no-anchor-fits', 'not-applicable'"
)
WAYS_OUT = "rate them, give a gap with its reason, or pass partial=True"
NO_GRADE = "where there is no grade, give a gap, such as 'not-assessed'"


@attrs.frozen
class Activity:
    """Something that somebody does."""

    key: str
    cells: tuple[tuple[Any, Any], ...] = ()
    layers: tuple[str, ...] = ()


DIGGING = Activity("digging", (("soil", "scarce"),), ("parish",))
PLUMBING = Activity("plumbing", (("water", "scarce"), ("water", "level")), ("parish", "county"))
LEADING = Activity("leading")

FIELD = {"soil": "good", "water": "fair", "access": "not-stated"}


def card(**ratings: str) -> Scorecard[Aspect, Verdict]:
    """Score a field on the aspects named."""
    return score(GROUND, ratings, partial=True)


def pickled(value: object) -> object:
    """Send a value through pickle."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own bytes


degrees = st.floats(0, 1)
profiles = st.fixed_dictionaries(dict.fromkeys(Aspect, marks(Verdict)))
activities = st.lists(
    st.builds(
        Activity,
        key=st.text(),
        cells=st.lists(st.tuples(st.sampled_from(Aspect), st.sampled_from(Rain))).map(tuple),
        layers=st.lists(st.text()).map(tuple),
    ),
    unique_by=lambda activity: activity.key,
)


# --- classify ---


@pytest.mark.parametrize("row", [Slope.ABRUPT, "abrupt", " Abrupt"])
@pytest.mark.parametrize("col", [Rain.LEVEL, "level", "LEVEL"])
def test_a_case_is_classified_by_terms_keys_or_labels(row: Slope | str, col: Rain | str) -> None:
    """Whatever names them, the reading is the same."""
    reading = classify(CROPS, row, col)

    assert reading == classify(CROPS, Slope.ABRUPT, Rain.LEVEL)
    assert (reading.row, reading.col, reading.kind) == (Slope.ABRUPT, Rain.LEVEL, Crop.TEA)


def test_a_typology_may_cross_words_without_order() -> None:
    """Only degrees need scales."""
    assert classify(BY_ASPECT, "access", "good").kind is Crop.TEA


@pytest.mark.parametrize(
    ("row", "col", "sentence"),
    [
        ("abrubt", "level", ("'abrubt' is not a term of Slope; expected one of 'level', 'abrupt'; "
         "did you mean 'abrupt'?")),
        ("level", "scares", ("'scares' is not a term of Rain; expected one of 'scarce', 'level'; "
         "did you mean 'scarce'?")),
        (Rain.LEVEL, "level", ("Rain.LEVEL is not a term of Slope; expected one of 'level', "
         "'abrupt'; these look swapped")),
        ("level", Slope.LEVEL, ("Slope.LEVEL is not a term of Rain; expected one of 'scarce', "
         "'level'; these look swapped")),
        (Rain.SCARCE, "abrupt", ("Rain.SCARCE is not a term of Slope; expected one of 'level', "
         "'abrupt'; these look swapped; also: 'abrupt' is not a term of Rain; expected one of "
         "'scarce', 'level'")),
        ("mild", None, ("'mild' is not a term of Slope; expected one of 'level', 'abrupt'; also: "
         "None is not a term of Rain; expected one of 'scarce', 'level'")),
        ("level", Gap.NOT_STATED, ("Gap.NOT_STATED is not a term of Rain; expected one of "
         "'scarce', 'level'")),
        (0.7, "level", "0.7 is not a term of Slope; expected one of 'level', 'abrupt'"),
        (True, "level", "True is not a term of Slope; expected one of 'level', 'abrupt'"),
        (None, "level", "None is not a term of Slope; expected one of 'level', 'abrupt'"),
        ([], "level", "[] is not a term of Slope; expected one of 'level', 'abrupt'"),
    ],
)  # fmt: skip
def test_what_is_no_term_of_an_axis_is_not_classified(
    row: Wrong, col: Wrong, sentence: str
) -> None:
    """A word of the other axis is refused even where both axes have its key."""
    with pytest.raises(UnknownTermError) as caught:
        classify(CROPS, row, col)

    assert str(caught.value) == sentence


# --- candidates ---


@pytest.mark.parametrize(
    ("row", "col", "kinds"),
    [
        ("level", "scarce", (Crop.WHEAT,)),
        ("not-stated", "scarce", (Crop.WHEAT, Crop.VINES)),
        (Slope.ABRUPT, Gap.CONFLICTING_EVIDENCE, (Crop.VINES, Crop.TEA)),
        ("Not assessed", "not stated", (Crop.WHEAT, Crop.RICE, Crop.VINES, Crop.TEA)),
    ],
)
def test_a_gap_leaves_the_kinds_of_its_axis_open(
    row: Slope | Gap | str, col: Rain | Gap | str, kinds: tuple[Crop, ...]
) -> None:
    """In reading order; one kind where nothing is open."""
    assert candidates(CROPS, row, col) == kinds


def test_a_kind_that_stands_in_two_cells_is_one_candidate() -> None:
    """What remains possible are kinds and not cells."""
    assert candidates(WHEAT_WHEREVER_DRY, Gap.NOT_STATED, "scarce") == (Crop.WHEAT,)


def test_what_is_neither_grade_nor_gap_has_no_candidates() -> None:
    """The sentence names the grades and the gaps."""
    with pytest.raises(UnknownTermError) as caught:
        candidates(CROPS, "level", "scarse")

    assert str(caught.value) == (
        "'scarse' is not a term of Rain; expected one of 'scarce', 'level', 'not-assessed', "
        "'not-stated', 'insufficient-evidence', 'conflicting-evidence', 'no-anchor-fits', "
        "'not-applicable'; did you mean 'scarce'?"
    )


# --- locate ---


@pytest.mark.parametrize(
    ("row", "col", "memberships"),
    [
        (0, 0, (1, 0, 0, 0)),
        (0, 1, (0, 1, 0, 0)),
        (1, 0, (0, 0, 1, 0)),
        (1, 1, (0, 0, 0, 1)),
        (0.75, 0.25, (0.25, 0.25, 0.75, 0.25)),
        (0.25, 0.125, (0.75, 0.125, 0.25, 0.125)),
        (0.5, 0.5, (0.5, 0.5, 0.5, 0.5)),
        (0.5, 0.25, (0.5, 0.25, 0.5, 0.25)),
        (None, 0.25, (None, None, None, None)),
        (0.25, None, (None, None, None, None)),
        (None, None, (None, None, None, None)),
    ],
)
def test_membership_of_a_kind_is_the_lesser_of_its_axes(
    row: float | None, col: float | None, memberships: tuple[float | None, ...]
) -> None:
    """Of the higher grade the degree itself, of the lower its complement; unknown if one is."""
    located = locate(CROPS, row, col)

    assert tuple(located.memberships.items()) == tuple(zip(Crop, memberships, strict=True))


@pytest.mark.parametrize(
    ("row", "col", "kind", "kinds", "borderline", "margin"),
    [
        (0.75, 0.375, Crop.VINES, (Crop.VINES,), False, 0.125),
        (0, 1, Crop.RICE, (Crop.RICE,), False, 0.5),
        (0.5, 0.25, None, (Crop.WHEAT, Crop.VINES), True, 0.0),
        (0.75, 0.5, None, (Crop.VINES, Crop.TEA), True, 0.0),
        (0.5, 0.5, None, tuple(Crop), True, 0.0),
        (None, 0.75, None, (Crop.RICE, Crop.TEA), False, None),
        (0.25, None, None, (Crop.WHEAT, Crop.RICE), False, None),
        (None, 0.5, None, tuple(Crop), True, None),
        (None, None, None, tuple(Crop), False, None),
    ],
)
def test_the_kind_is_told_only_off_the_crossover(  # noqa: PLR0913, PLR0917 -- one row of a table
    row: float | None,
    col: float | None,
    kind: Crop | None,
    kinds: tuple[Crop, ...],
    borderline: bool,  # noqa: FBT001 -- expected, not chosen
    margin: float | None,
) -> None:
    """On it, and where an axis is unknown, there are candidates instead."""
    located = locate(CROPS, row, col)

    assert (located.row, located.col) == (row, col)
    assert (located.kind, located.candidates) == (kind, kinds)
    assert (located.borderline, located.margin) == (borderline, margin)


@given(degrees, degrees)
def test_memberships_are_degrees_and_the_margin_at_most_one_half(row: float, col: float) -> None:
    """Whatever the degrees of the axes."""
    located = locate(CROPS, row, col)

    assert all(degree is not None and 0 <= degree <= 1 for degree in located.memberships.values())
    assert located.margin is not None
    assert 0 <= located.margin <= 0.5


@given(degrees, degrees)
def test_a_kind_that_is_told_has_the_greatest_membership(row: float, col: float) -> None:
    """No candidate is below a kind that is none."""
    located = locate(CROPS, row, col)
    known = {kind: degree for kind, degree in located.memberships.items() if degree is not None}

    assert {known[kind] for kind in located.candidates} == {max(known.values())}


@pytest.mark.parametrize(
    ("row", "col", "wheat"),
    [(0.25, 0.125, 0.75), (0.75, 0.125, 0.75), (0.5, 0.125, 0.5), (0.25, None, None)],
)
def test_a_kind_in_two_cells_has_the_greater_membership(
    row: float, col: float | None, wheat: float | None
) -> None:
    """Standing in either cell is being of the kind."""
    assert locate(WHEAT_WHEREVER_DRY, row, col).memberships[Crop.WHEAT] == wheat


@pytest.mark.parametrize("degree", [0, -0.0, 1])
def test_a_degree_is_a_float_without_the_sign_of_a_zero(degree: float) -> None:
    """Two locations that are equal are written alike as well."""
    located = locate(CROPS, degree, degree)

    assert isinstance(located.row, float)
    assert math.copysign(1, located.row) == 1


@pytest.mark.parametrize(
    ("row", "col", "sentence"),
    [
        (1.5, 0, f"1.5 is not a degree of Slope; {A_DEGREE}"),
        (-0.25, 0, f"-0.25 is not a degree of Slope; {A_DEGREE}"),
        (0, 2, f"2 is not a degree of Rain; {A_DEGREE}"),
        (10**400, 0, f"1{'0' * 78}… is not a degree of Slope; {A_DEGREE}"),
        (float("nan"), 0, f"nan is not a degree of Slope; {A_DEGREE}"),
        (0, float("inf"), f"inf is not a degree of Rain; {A_DEGREE}"),
        (0, float("-inf"), f"-inf is not a degree of Rain; {A_DEGREE}"),
        (True, 0, f"True is not a degree of Slope; {A_DEGREE}"),
        (0, False, f"False is not a degree of Rain; {A_DEGREE}"),
        ("0.5", 0, f"'0.5' is not a degree of Slope; {A_DEGREE}"),
        (0.5, "level", f"'level' is not a degree of Rain; {A_DEGREE}"),
        (Slope.ABRUPT, 0.5, f"Slope.ABRUPT is not a degree of Slope; {A_DEGREE}"),
        (0.5, Gap.NOT_STATED, f"Gap.NOT_STATED is not a degree of Rain; {A_DEGREE}"),
        (
            2,
            "high",
            (
                f"2 is not a degree of Slope; {A_DEGREE}; "
                f"also: 'high' is not a degree of Rain; {A_DEGREE}"
            ),
        ),
    ],
)
def test_what_is_no_number_from_0_to_1_is_not_located(
    row: Wrong, col: Wrong, sentence: str
) -> None:
    """Nor is a grade beside a number."""
    with pytest.raises(UnknownTermError) as caught:
        locate(CROPS, row, col)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("read", "what"),
    [
        (lambda: classify(cast("Wrong", "crops"), "level", "scarce"), "'crops' is not a typology"),
        (
            lambda: candidates(cast("Wrong", "dry"), "level", "scarce"),
            "'dry' is not a typology",
        ),
        (lambda: locate(cast("Wrong", GROUND), 0.5, 0.5), "Rubric('ground') is not a typology"),
        (lambda: score(cast("Wrong", "ground"), {}), "'ground' is not a rubric"),
        (lambda: place(cast("Wrong", None), []), "None is not a grid"),
    ],
)
def test_what_is_no_framework_of_its_kind_is_not_read(
    read: Callable[[], object], what: str
) -> None:
    """A key stands for a framework in files only."""
    with pytest.raises(FrameworkError) as caught:
        read()

    kind = what.rpartition(" ")[2]
    assert caught.value.framework == kind
    assert caught.value.problems == (f"{what}; give the {kind} itself, not its key",)


def test_both_words_that_leave_nothing_open_are_told() -> None:
    """Neither grade nor gap, on either axis."""
    with pytest.raises(UnknownTermError) as caught:
        candidates(CROPS, "levle", "dry")

    assert caught.value.given == "'levle'"
    assert [sentence.partition(";")[0] for sentence in caught.value.also] == [
        "'dry' is not a term of Rain"
    ]


def test_candidates_are_those_of_scales() -> None:
    """A gap stands for the grades of a scale, and words without order are none."""
    with pytest.raises(FrameworkError) as caught:
        candidates(BY_ASPECT, "soil", "poor")

    assert caught.value.framework == "by-aspect"
    assert caught.value.problems == ("Aspect is not a scale, so a gap stands for no grade of it",)


@pytest.mark.parametrize(("row", "kind"), [(0.25, Crop.WHEAT), (0.75, None), (0.5, None)])
def test_a_kind_is_told_on_a_crossover_where_it_is_the_only_one(
    row: float, kind: Crop | None
) -> None:
    """Where both cells of a row say one thing, the column does not matter; nor does its gap."""
    level = Typology(
        key="level-crops",
        title="Crops where wheat grows on all level ground",
        rows=Slope,
        cols=Rain,
        cells={Slope.LEVEL: (Crop.WHEAT, Crop.WHEAT), Slope.ABRUPT: (Crop.VINES, Crop.TEA)},
    )

    assert (locate(level, row, 0.5).kind, locate(level, row, None).kind) == (kind, kind)


@pytest.mark.parametrize("number", [np.int64, np.float16, np.float32, np.float64])
def test_a_degree_of_an_array_library_is_taken_as_pythons_own(number: Wrong) -> None:
    """What a row of a data frame holds; the location keeps no trace of the library."""
    place = locate(CROPS, number(1), number(0))

    assert place == locate(CROPS, 1.0, 0.0)
    assert (type(place.row), type(place.col)) == (float, float)


def test_a_truth_value_of_an_array_library_is_no_degree() -> None:
    """As Python's own is none."""
    with pytest.raises(UnknownTermError, match=r"is not a degree of Slope; expected a number"):
        locate(CROPS, cast("Wrong", np.True_), 0.5)


def test_a_case_is_located_between_two_grades_only() -> None:
    """Words without order and longer scales have nothing between them, and each is named."""
    with pytest.raises(FrameworkError) as caught:
        locate(BY_ASPECT, 0.5, 0.5)

    assert caught.value.framework == "by-aspect"
    assert caught.value.problems == (
        "Aspect is not a scale of two grades, so nothing lies between them",
        "Verdict is not a scale of two grades, so nothing lies between them",
    )


# --- score ---


@pytest.mark.parametrize(
    "ratings",
    [
        {"soil": "good", "water": "fair", "access": "not-stated"},
        {"access": "not-stated", "water": "fair", "soil": "good"},
        {"Soil": "Good", "WATER": " fair", "access ": "Not stated"},
        {"soil": Verdict.GOOD, "water": "fair", "access": Gap.NOT_STATED},
        {Aspect.SOIL: Verdict.GOOD, Aspect.WATER: Verdict.FAIR, Aspect.ACCESS: Gap.NOT_STATED},
        {Aspect.SOIL: "good", Aspect.WATER: "fair", Aspect.ACCESS: "not_stated"},
    ],
)
def test_a_card_is_scored_by_terms_keys_or_labels(ratings: Mapping[str, Term | str]) -> None:
    """Whatever names them, and in any order, the reading is the same."""
    assert score(GROUND, ratings) == score(GROUND, FIELD)


def test_a_card_is_a_profile_with_its_lowest_and_highest_tally_gaps_and_anchors() -> None:
    """Everything in the rubric's order, and nothing added up."""
    field = score(GROUND, {"access": "not-stated", "water": "fair", "soil": "good"})

    assert list(field.profile.items()) == [
        (Aspect.SOIL, Verdict.GOOD),
        (Aspect.WATER, Verdict.FAIR),
        (Aspect.ACCESS, Gap.NOT_STATED),
    ]
    assert list(field.grades) == [Aspect.SOIL, Aspect.WATER]
    assert field.gaps == {Aspect.ACCESS: Gap.NOT_STATED}
    assert (field.lowest, field.highest) == (Verdict.FAIR, Verdict.GOOD)
    assert list(field.tally.items()) == [(Verdict.POOR, 0), (Verdict.FAIR, 1), (Verdict.GOOD, 1)]
    assert list(field.anchors.items()) == [(Aspect.SOIL, "loam"), (Aspect.WATER, "some")]


def test_the_lowest_grade_is_that_of_the_scale_and_not_of_the_alphabet() -> None:
    """*Fair* stands before *good* and *poor* in the alphabet, and between them on the scale."""
    field = score(GROUND, {"soil": "fair", "water": "good", "access": "poor"})

    assert (field.lowest, field.highest) == (Verdict.POOR, Verdict.GOOD)


def test_what_is_not_rated_in_part_is_not_assessed() -> None:
    """The gap says that nobody judged; it is no grade."""
    field = score(GROUND, {"water": "poor"}, partial=True)

    assert field.gaps == {Aspect.SOIL: Gap.NOT_ASSESSED, Aspect.ACCESS: Gap.NOT_ASSESSED}
    assert (field.lowest, field.highest) == (Verdict.POOR, Verdict.POOR)


def test_a_card_without_grades_has_neither_lowest_nor_highest() -> None:
    """Gaps are no grades, not even low ones."""
    field = score(GROUND, {}, partial=True)

    assert (field.lowest, field.highest) == (None, None)
    assert set(field.tally.values()) == {0}
    assert len(field.gaps) == len(Aspect)


@given(profiles.flatmap(lambda ratings: st.permutations(list(ratings.items()))))
def test_the_order_of_the_ratings_does_not_matter(
    pairs: list[tuple[Aspect, Verdict | Gap]],
) -> None:
    """The rubric has the order; the caller's mapping has none."""
    given_so = score(GROUND, dict(pairs))
    sorted_so = score(GROUND, {row: dict(pairs)[row] for row in Aspect})

    assert given_so == sorted_so
    assert list(given_so.profile.items()) == list(sorted_so.profile.items())


@given(profiles, st.sampled_from(Aspect), st.sampled_from(Verdict), st.sampled_from(Verdict))
def test_raising_a_grade_never_lowers_lowest_or_highest(
    ratings: dict[Aspect, Verdict | Gap], aspect: Aspect, one: Verdict, other: Verdict
) -> None:
    """On any criterion, whatever the others are."""
    before = score(GROUND, {**ratings, aspect: min(one, other)})
    after = score(GROUND, {**ratings, aspect: max(one, other)})

    assert before.lowest is not None
    assert after.lowest is not None
    assert before.lowest <= after.lowest
    assert before.highest is not None
    assert after.highest is not None
    assert before.highest <= after.highest


@given(profiles)
def test_grades_and_gaps_share_out_the_criteria(ratings: dict[Aspect, Verdict | Gap]) -> None:
    """Every criterion has one or the other, and the tally counts the grades."""
    field = score(GROUND, ratings)

    assert {**field.grades, **field.gaps} == ratings
    assert sum(field.tally.values()) == len(Aspect) - len(field.gaps)


@pytest.mark.parametrize(
    ("ratings", "sentence"),
    [
        ({"soil": "god"}, f"soil: 'god' is not a term of Verdict; {A_MARK}; did you mean 'good'?"),
        ({"soil": Slope.LEVEL}, f"soil: Slope.LEVEL is not a term of Verdict; {A_MARK}"),
        ({"soil": 2}, f"soil: 2 is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ({"soil": 0.5}, f"soil: 0.5 is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ({"soil": True}, f"soil: True is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ({"soil": None}, f"soil: None is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ({"soil": ["good"]}, f"soil: ['good'] is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ({"soli": "good"}, f"'soli' is not a term of Aspect; {AN_ASPECT}; did you mean 'soil'?"),
        ({"weather": "good"}, (f"'weather' is not a term of Aspect; {AN_ASPECT}; did you mean "
         "'water'?")),
        ({Slope.LEVEL: "good"}, f"Slope.LEVEL is not a term of Aspect; {AN_ASPECT}"),
        ({1: "good"}, f"1 is not a term of Aspect; {AN_ASPECT}"),
        (
            {"soli": "good", "water": 3, "access": "fair"},
            (f"'soli' is not a term of Aspect; {AN_ASPECT}; did you mean 'soil'?; also: "
            f"water: 3 is not a term of Verdict; {A_MARK}; {NO_GRADE}"),
        ),
    ],
)  # fmt: skip
def test_a_word_that_is_no_criterion_or_no_grade_is_not_scored(
    ratings: Wrong, sentence: str
) -> None:
    """Every such word of the call is named, each grade with its criterion."""
    with pytest.raises(UnknownTermError) as caught:
        score(GROUND, ratings, partial=True)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("ratings", "also"),
    [
        ({"soli": "good"}, ("no rating for 'water', 'access' of rubric 'ground'; " + WAYS_OUT,)),
        ({"soil": "god"}, ("no rating for 'water', 'access' of rubric 'ground'; " + WAYS_OUT,)),
        ({"soli": "good", "water": "fair", "access": "good"}, ()),
        (
            {"soli": "good", "water": "fair", "Water": "fair", "access": "good"},
            ("'water' given twice to 'ground'; keep one of each",),
        ),
    ],
)
def test_what_is_missing_is_told_beside_what_is_misspelt(
    ratings: dict[str, str], also: tuple[str, ...]
) -> None:
    """Both at once; a criterion that a misspelt word stands for is not missing."""
    with pytest.raises(UnknownTermError) as caught:
        score(GROUND, ratings)

    assert caught.value.also == also


@pytest.mark.parametrize("ratings", [["good"], "good", None, 3])
def test_ratings_that_are_no_mapping_are_refused(ratings: Wrong) -> None:
    """A list of grades does not say of what they are."""
    with pytest.raises(FrameworkError) as caught:
        score(GROUND, ratings)

    assert str(caught.value) == (
        f"'ground' cannot be used: {ratings!r} is not a mapping of criteria to grades or gaps"
    )


@pytest.mark.parametrize(
    ("ratings", "missing"),
    [
        ({}, "'soil', 'water', 'access'"),
        ({"access": "good"}, "'soil', 'water'"),
        ({"access": "good", "soil": "not-applicable"}, "'water'"),
    ],
)
def test_a_criterion_without_a_rating_is_refused(ratings: dict[str, str], missing: str) -> None:
    """All of them in the rubric's order, and the ways out."""
    with pytest.raises(IncompleteError) as caught:
        score(GROUND, ratings)

    assert str(caught.value) == (
        f"no rating for {missing} of rubric 'ground'; rate them, give a gap with its reason, or "
        "pass partial=True"
    )


def test_a_criterion_given_under_two_spellings_is_refused() -> None:
    """Even where both give the same grade, and the criteria without a rating are named too."""
    with pytest.raises(IncompleteError) as caught:
        score(GROUND, {"soil": "good", "Soil": "good", "access": "fair"})

    assert str(caught.value) == (
        "no rating for 'water' of rubric 'ground'; rate them, give a gap with its reason, or pass "
        "partial=True; 'soil' given twice to 'ground'; keep one of each"
    )


def test_a_criterion_given_twice_is_refused_in_part_too() -> None:
    """`partial` excuses what is missing and nothing else."""
    ratings: dict[Any, str] = {"soil": "good", Aspect.SOIL: "poor"}

    with pytest.raises(IncompleteError) as caught:
        score(GROUND, ratings, partial=True)

    assert str(caught.value) == "'soil' given twice to 'ground'; keep one of each"


# --- compare ---


def test_comparing_two_cards_tells_what_rose_fell_held_or_is_unclear() -> None:
    """Criterion by criterion, in the rubric's order."""
    before = score(GROUND, {"soil": "poor", "water": "good", "access": "fair"})
    after = score(GROUND, {"access": "fair", "water": "fair", "soil": "good"})
    change = compare(before, after)

    assert (change.rose, change.fell) == ((Aspect.SOIL,), (Aspect.WATER,))
    assert (change.held, change.unclear) == ((Aspect.ACCESS,), ())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (card(soil="poor"), card(soil="not-stated")),
        (card(soil="not-stated"), card(soil="poor")),
        (card(soil="not-stated"), card(soil="not-stated")),
    ],
)
def test_a_gap_on_either_card_cannot_be_compared(
    before: Scorecard[Aspect, Verdict], after: Scorecard[Aspect, Verdict]
) -> None:
    """A grade that appears or goes is no rise and no fall."""
    change = compare(before, after)

    assert (change.rose, change.fell, change.held) == ((), (), ())
    assert change.unclear == tuple(Aspect)


@given(cards(GROUND), cards(GROUND))
def test_a_comparison_shares_out_the_criteria(
    one: Scorecard[Aspect, Verdict], other: Scorecard[Aspect, Verdict]
) -> None:
    """Each criterion is in one list, and turning the cards round turns rises into falls."""
    there = compare(one, other)
    back = compare(other, one)

    listed = [*there.rose, *there.fell, *there.held, *there.unclear]
    assert sorted(listed, key=list(Aspect).index) == list(Aspect)
    assert (there.rose, there.held) == (back.fell, back.held)


def test_a_comparison_is_shown_under_its_headings() -> None:
    """Each criterion with its mark before and after."""
    change: Wrong = compare(card(soil="poor"), card(soil="good", water="not-stated"))
    rows = [
        (Aspect.SOIL, Verdict.POOR, Verdict.GOOD),
        (Aspect.WATER, Gap.NOT_ASSESSED, Gap.NOT_STATED),
        (Aspect.ACCESS, Gap.NOT_ASSESSED, Gap.NOT_ASSESSED),
    ]

    assert change._repr_html_() == table(GROUND.title, rows, ("criterion", "before", "after"))


def test_what_is_no_card_is_not_compared() -> None:
    """Both are named, with how to make one."""
    with pytest.raises(FrameworkError) as caught:
        compare(cast("Wrong", {"soil": "good"}), cast("Wrong", None))

    assert str(caught.value) == (
        "'compare' cannot be used: {'soil': 'good'} is not a scorecard; make one with "
        "score(rubric, ratings); None is not a scorecard; make one with score(rubric, ratings)"
    )


def test_results_are_read_with_words() -> None:
    """A profile, its gaps and the memberships of a location: by key or label."""
    found = card(soil="good")
    graded, gap = cast("Wrong", ("soil", "access"))

    assert (found.profile["Soil"], found.gaps.get("water")) == (Verdict.GOOD, Gap.NOT_ASSESSED)
    assert (graded in found.gaps, gap in found.gaps) == (False, True)
    assert locate(CROPS, 0.25, 0.5).memberships["wheat"] == 0.5


def test_cards_of_different_rubrics_are_not_compared() -> None:
    """Not even where they share their words: the anchors differ."""
    swapped = Rubric(
        key="ground-2",
        title="Is this ground any good? (second edition)",
        rows=Aspect,
        cols=Verdict,
        cells=dict.fromkeys(Aspect, ("no", "maybe", "yes")),
    )

    with pytest.raises(FrameworkError) as caught:
        compare(card(soil="good"), score(swapped, {"soil": "good"}, partial=True))

    assert caught.value.framework == "ground"
    assert caught.value.problems == (
        "a card of it does not compare with one of 'ground-2', another rubric",
    )


# --- place ---


def test_activities_are_put_into_the_cells_of_a_grid() -> None:
    """Every cell is there, empty or not, in reading order; activities stay in the order given."""
    placement = place(JOBS, [PLUMBING, LEADING, DIGGING])

    assert list(placement.cells.items()) == [
        ((Aspect.SOIL, Rain.SCARCE), ("digging",)),
        ((Aspect.SOIL, Rain.LEVEL), ()),
        ((Aspect.WATER, Rain.SCARCE), ("plumbing",)),
        ((Aspect.WATER, Rain.LEVEL), ("plumbing",)),
        ((Aspect.ACCESS, Rain.SCARCE), ()),
        ((Aspect.ACCESS, Rain.LEVEL), ()),
    ]
    assert placement.unplaced == ("leading",)
    assert placement.grid is JOBS


def test_a_placement_tells_empty_cells_and_activities_in_several() -> None:
    """Both are questions to the reader and no errors."""
    placement = place(JOBS, [PLUMBING, LEADING, DIGGING])

    assert placement.empty == (
        (Aspect.SOIL, Rain.LEVEL),
        (Aspect.ACCESS, Rain.SCARCE),
        (Aspect.ACCESS, Rain.LEVEL),
    )
    assert placement.several == {
        "plumbing": ((Aspect.WATER, Rain.SCARCE), (Aspect.WATER, Rain.LEVEL))
    }


def test_a_placement_is_shown_with_all_that_has_no_cell() -> None:
    """In its title, one after the other."""
    placement: Wrong = place(JOBS, [LEADING, DIGGING, Activity("waiting")])
    rows = [
        (Aspect.SOIL, ("digging",), "(empty)"),
        (Aspect.WATER, "(empty)", "(empty)"),
        (Aspect.ACCESS, "(empty)", "(empty)"),
    ]

    assert placement._repr_html_() == table(
        "Who does what; without a cell: leading, waiting", rows, ("aspect", "scarce", "level")
    )


def test_the_layers_of_a_cell_are_those_of_its_activities() -> None:
    """Each once, as they come."""
    draining = Activity("draining", (("water", "level"),), ("state", "county"))
    placement = place(JOBS, [PLUMBING, draining])

    assert placement.layers[Aspect.WATER, Rain.LEVEL] == ("parish", "county", "state")
    assert placement.layers[Aspect.SOIL, Rain.LEVEL] == ()


@pytest.mark.parametrize(
    "cells",
    [
        ((Aspect.SOIL, Rain.SCARCE),),
        (("Soil", "SCARCE"),),
        (("soil", "scarce"), (Aspect.SOIL, Rain.SCARCE)),
    ],
)
def test_a_cell_is_named_by_terms_keys_or_labels(cells: tuple[tuple[Any, Any], ...]) -> None:
    """Whatever names it, and however often, an activity stands in it once."""
    assert place(JOBS, [Activity("digging", cells, ("parish",))]) == place(JOBS, [DIGGING])


def test_activities_may_come_one_by_one() -> None:
    """An iterator is read once."""
    assert place(JOBS, iter([PLUMBING, DIGGING])) == place(JOBS, [PLUMBING, DIGGING])


@given(activities)
def test_placing_loses_nothing(given_activities: list[Activity]) -> None:
    """Every activity is found in each of its cells, or among what has none."""
    placement = place(JOBS, given_activities)
    standing = {(key, cell) for cell, keys in placement.cells.items() for key in keys}

    assert standing == {(one.key, cell) for one in given_activities for cell in one.cells}
    assert list(placement.unplaced) == [one.key for one in given_activities if not one.cells]


@given(activities)
def test_a_cell_is_empty_or_spans_the_layers_of_what_stands_in_it(
    given_activities: list[Activity],
) -> None:
    """Layers come from activities alone."""
    placement = place(JOBS, given_activities)
    spanned = {(cell, layer) for cell, layers in placement.layers.items() for layer in layers}

    assert spanned == {
        (cell, layer) for one in given_activities for cell in one.cells for layer in one.layers
    }
    assert set(placement.empty) == set(placement.cells) - {
        cell for one in given_activities for cell in one.cells
    }


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        (("soli", "scarce"), f"'soli' is not a term of Aspect; {AN_ASPECT}; did you mean 'soil'?"),
        (("soil", "scarse"), ("'scarse' is not a term of Rain; expected one of 'scarce', 'level'; "
         "did you mean 'scarce'?")),
        ((Rain.SCARCE, Aspect.SOIL), (f"Rain.SCARCE is not a term of Aspect; {AN_ASPECT}; these "
         "look swapped; also: Aspect.SOIL is not a term of Rain; expected one of 'scarce', "
         "'level'")),
        (("soil", None), "None is not a term of Rain; expected one of 'scarce', 'level'"),
    ],
)  # fmt: skip
def test_a_cell_that_the_grid_does_not_have_is_refused(cell: Wrong, sentence: str) -> None:
    """Misspelt, swapped or missing, it is not passed over."""
    with pytest.raises(UnknownTermError) as caught:
        place(JOBS, [PLUMBING, Activity("digging", (cell,))])

    assert str(caught.value) == f"digging: {sentence}"


def test_every_activity_with_a_wrong_cell_is_named() -> None:
    """The first finding is the error, and it carries the others."""
    wrong = [Activity("digging", (("soli", "level"),)), Activity("piping", (("soil", "dry"),))]
    with pytest.raises(UnknownTermError) as caught:
        place(JOBS, wrong)

    assert caught.value.where == "digging"
    assert [sentence.partition(":")[0] for sentence in caught.value.also] == ["piping"]


def test_every_wrong_cell_of_an_activity_is_named() -> None:
    """One that is no pair of words is no cell."""
    cells: Wrong = ("soil", ("soil", "scarce"), 3, ("soil", "dry"))
    with pytest.raises(UnknownTermError) as caught:
        place(JOBS, [Activity("digging", cells)])

    assert str(caught.value) == (
        "digging: 'soil' is not a cell of jobs; expected a pair of row and column; also: digging: "
        "3 is not a cell of jobs; expected a pair of row and column; also: digging: 'dry' is not "
        "a term of Rain; expected one of 'scarce', 'level'"
    )


def test_two_activities_of_one_key_are_refused() -> None:
    """A cell names its activities by key, so a key is one activity."""
    with pytest.raises(IncompleteError) as caught:
        place(JOBS, [DIGGING, PLUMBING, DIGGING, PLUMBING, DIGGING])

    assert str(caught.value) == "'digging', 'plumbing' given twice to 'jobs'; keep one of each"


# --- results are values ---

RESULTS = {
    "a classification": lambda: classify(CROPS, "level", "scarce"),
    "a location": lambda: locate(CROPS, 0.25, None),
    "a card": lambda: score(GROUND, FIELD),
    "a comparison": lambda: compare(card(soil="poor"), card(soil="good")),
    "a placement": lambda: place(JOBS, [DIGGING, PLUMBING]),
}


@pytest.mark.parametrize("read", RESULTS.values(), ids=RESULTS)
def test_a_result_is_equal_to_its_like_hashes_and_pickles(read: Callable[[], object]) -> None:
    """The same input gives the same value, in this process and the next."""
    assert read() == read() == pickled(read())
    assert hash(read()) == hash(read())


@pytest.mark.parametrize(
    ("read", "field"),
    [
        (RESULTS["a classification"], "row"),
        (RESULTS["a location"], "memberships"),
        (RESULTS["a card"], "profile"),
        (RESULTS["a comparison"], "after"),
        (RESULTS["a placement"], "cells"),
    ],
    ids=RESULTS,
)
def test_a_result_cannot_be_changed(read: Callable[[], Any], field: str) -> None:
    """No field can be set, and none added."""
    result = read()

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(result, field, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        result.new = None


def test_results_of_different_input_differ() -> None:
    """Equality counts what was read."""
    assert classify(CROPS, "level", "scarce") != classify(CROPS, "level", "level")
    assert Comparison(card(soil="poor"), card()) != Comparison(card(), card(soil="poor"))
    assert card(soil="poor") != card(soil="good")
    assert place(JOBS, [DIGGING]) != place(JOBS, [PLUMBING])
