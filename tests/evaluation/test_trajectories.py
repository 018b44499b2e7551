"""How places in Matland's matrix moved, and what cannot be told."""

import pickle
from itertools import pairwise
from typing import Any, TypeAlias, cast

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases
from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.evaluation.trajectories import Move, Trajectory, trace
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict, Implementation
from implsupport.terms import Gap, Term

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

EXPECTED = (
    "expected one of 'low', 'high', 'not-assessed', 'not-stated', 'insufficient-evidence', "
    "'conflicting-evidence', 'no-anchor-fits', 'not-applicable'"
)


@attrs.frozen
class Place:
    """A position as somebody else might hold it."""

    ambiguity: Term | float = Gap.NOT_STATED
    conflict: Term | float = Gap.NOT_STATED
    date: str | None = None
    step: int | None = None
    policy: str = "lantern-act"
    part: str | None = None
    layer: str | None = None
    assessor: str | None = None


LOW_LOW = Place(Ambiguity.LOW, Conflict.LOW)
HIGH_LOW = Place(Ambiguity.HIGH, Conflict.LOW)
HIGH_HIGH = Place(Ambiguity.HIGH, Conflict.HIGH)


def dated(place: Place, date: str | None) -> Place:
    """Put a place at a date."""
    return attrs.evolve(place, date=date)


def stepped(place: Place, step: int | None) -> Place:
    """Put a place at a step."""
    return attrs.evolve(place, step=step)


def only(*places: Place) -> Trajectory:
    """Trace places that make one path."""
    (path,) = trace(places)
    return path


def move(before: Place, after: Place) -> Move:
    """Trace two places, one after the other, to their one move."""
    (found,) = only(stepped(before, 1), stepped(after, 2)).moves
    return found


def of(policy: str) -> tuple[Trajectory, ...]:
    """Trace what the sources state, and keep the paths of one policy."""
    paths = trace(cases.study().positions)
    return tuple(path for path in paths if path.policy == policy)


marks = st.sampled_from([*Ambiguity, Gap.NOT_STATED]) | st.floats(0, 1)
conflicts = st.sampled_from([*Conflict, Gap.NOT_STATED]) | st.floats(0, 1)
dates = st.sampled_from(["2015", "2015-07", "2015-07-31", "2016", "2016-02-29", "2020-04"])
places = st.builds(
    Place,
    marks,
    conflicts,
    date=st.none() | dates,
    step=st.none() | st.integers(1, 3),
    policy=st.sampled_from(["a", "b"]),
    part=st.none() | st.just("Phase 2"),
    layer=st.none() | st.just("national"),
    assessor=st.none() | st.just("Assessor A"),
)


# --- what the sources state ---


def test_the_published_path_flips_one_axis_a_step() -> None:
    """Xu & Li (2024): experimental, symbolic, political, administrative."""
    (path,) = of("trans-regional-immediate-medical-settlement-china")

    assert path.order == "step"
    assert [moment.kinds for moment in path.moments] == [
        (Implementation.EXPERIMENTAL,),
        (Implementation.SYMBOLIC,),
        (Implementation.POLITICAL,),
        (Implementation.ADMINISTRATIVE,),
    ]
    assert [step.flipped for step in path.moves] == [
        (Conflict.HIGH,),
        (Ambiguity.LOW,),
        (Conflict.LOW,),
    ]


def test_the_published_path_is_told_in_sentences() -> None:
    """Xu & Li (2024) print stages and no dates."""
    (path,) = of("trans-regional-immediate-medical-settlement-china")

    assert [step.sentence for step in path.moves] == [
        "from step 1 to step 2: conflict became high; ambiguity stayed high",
        "from step 2 to step 3: ambiguity became low; conflict stayed high",
        "from step 3 to step 4: conflict became low; ambiguity stayed low",
    ]
    assert path.untold == ()


def test_the_two_phases_of_the_care_act_are_no_path() -> None:
    """CA p. 31 names two phases and gives neither a cell: two paths, no move, every kind open."""
    paths = of("care-act")

    assert [(path.part, path.moves, path.order) for path in paths] == [
        ("Phase 1", (), None),
        ("Phase 2", (), None),
    ]
    assert [path.moments[0].kinds for path in paths] == [tuple(Implementation)] * 2


def test_the_deferral_of_the_care_act_is_a_move_of_which_nothing_can_be_told() -> None:
    """CA p. 31: it "removed much of the element of 'political implementation'", no cell given."""
    deferral = cases.deferral()
    before, after = (Place(gap, gap) for gap in (deferral.before, deferral.after))
    found = move(before, after)

    assert (found.flipped, found.held) == ((), ())
    assert found.unclear == (Ambiguity, Conflict)
    assert found.sentence == (
        "from step 1 to step 2: whether ambiguity flipped cannot be told: not stated before, "
        "not stated after; whether conflict flipped cannot be told: not stated before, not "
        "stated after"
    )


def test_three_countries_are_three_paths_without_a_move() -> None:
    """Garashi et al. (2021): Jordan, Oman and Kuwait, each placed once."""
    paths = [path for path in trace(cases.study().positions) if path.layer == "national"]

    assert [path.moves for path in paths] == [(), (), ()]
    assert [path.moments[0].kinds for path in paths if "kuwait" in path.policy] == [
        (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC)
    ]


# --- moves ---


def test_both_axes_may_flip_at_once() -> None:
    """Ambiguity is named first."""
    found = move(HIGH_HIGH, LOW_LOW)

    assert found.flipped == (Ambiguity.LOW, Conflict.LOW)
    assert found.sentence == "from step 1 to step 2: ambiguity became low; conflict became low"


def test_with_one_axis_a_gap_the_other_is_told() -> None:
    """The candidate kinds are reported, and why the rest cannot be told."""
    found = move(HIGH_LOW, Place(Ambiguity.LOW, Gap.CONFLICTING_EVIDENCE))

    assert found.flipped == (Ambiguity.LOW,)
    assert found.unclear == (Conflict,)
    assert found.after.kinds == (Implementation.ADMINISTRATIVE, Implementation.POLITICAL)
    assert found.sentence == (
        "from step 1 to step 2: ambiguity became low; whether conflict flipped cannot be told: "
        "low before, conflicting evidence after"
    )


@pytest.mark.parametrize(
    ("before", "after", "flipped", "held"),
    [
        (0.75, 0.25, (Conflict.LOW,), ()),
        (0.25, 0.5009765625, (Conflict.HIGH,), ()),
        (0.75, 0.625, (), (Conflict.HIGH,)),
        (0, 1, (Conflict.HIGH,), ()),
        (0.25, Conflict.HIGH, (Conflict.HIGH,), ()),
    ],
)
def test_a_degree_flips_where_it_crosses_a_half(
    before: float, after: Term | float, flipped: Wrong, held: Wrong
) -> None:
    """From 0.75 to 0.625 it only fell; a grade may stand beside a degree."""
    found = move(Place(conflict=before), Place(conflict=after))

    assert (found.flipped, found.held) == (flipped, held)


def test_on_the_crossover_it_cannot_be_told() -> None:
    """0.5 is neither low nor high, before or after."""
    found = move(Place(0.5, 0.75), Place(0.25, 0.5))

    assert found.unclear == (Ambiguity, Conflict)
    assert found.sentence == (
        "from step 1 to step 2: whether ambiguity flipped cannot be told: at its crossover "
        "before, low after; whether conflict flipped cannot be told: high before, at its "
        "crossover after"
    )


def test_a_flip_lies_between_two_dates() -> None:
    """It is never placed at the later of them."""
    path = only(dated(HIGH_HIGH, "2020-10"), dated(HIGH_LOW, "2021-11"))

    assert path.order == "date"
    assert path.moves[0].when == "between 2020-10 and 2021-11"


def test_steps_order_and_dates_date() -> None:
    """Where all have a step and two have a date, a move between these is dated."""
    path = only(
        attrs.evolve(HIGH_HIGH, step=1, date="2020-10"),
        attrs.evolve(HIGH_LOW, step=2, date="2021"),
        stepped(LOW_LOW, 3),
    )

    assert path.order == "step"
    assert [step.when for step in path.moves] == [
        "between 2020-10 and 2021",
        "from step 2 to step 3",
    ]


# --- order ---


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("2015", "2016"), ("2015-07", "2015-08"), ("2015-12-31", "2016"), ("2015", "2016-01-01")],
)
def test_dates_that_do_not_overlap_are_ordered(earlier: str, later: str) -> None:
    """A year is all its days, and a month too."""
    path = only(dated(LOW_LOW, later), dated(HIGH_LOW, earlier))

    assert [moment.date for moment in path.moments] == [earlier, later]
    assert path.moves[0].flipped == (Ambiguity.LOW,)


@pytest.mark.parametrize("inner", ["2015", "2015-07", "2015-12-31"])
def test_dates_that_overlap_have_no_order(inner: str) -> None:
    """2015 holds 2015-07, and the same date holds itself."""
    path = only(dated(LOW_LOW, "2015"), dated(HIGH_LOW, inner))

    assert path.moves == ()
    assert path.untold == ("the order of 2 positions cannot be told: their dates overlap in 2015",)


def test_what_positions_of_open_order_agree_on_is_told() -> None:
    """Whichever of the two came first, conflict was low by then, and ambiguity stays open."""
    path = only(
        dated(HIGH_HIGH, "2014"),
        dated(HIGH_LOW, "2015-07"),
        dated(LOW_LOW, "2015"),
        dated(LOW_LOW, "2016"),
    )

    assert [step.flipped for step in path.moves] == [(Conflict.LOW,), ()]
    assert [step.unclear for step in path.moves] == [(Ambiguity,), (Ambiguity,)]
    assert path.moves[0].sentence == (
        "between 2014 and 2015: conflict became low; whether ambiguity flipped cannot be told: "
        "high before, low or high after"
    )
    assert path.moments[1].kinds == (Implementation.ADMINISTRATIVE, Implementation.EXPERIMENTAL)


def test_two_positions_of_one_step_have_no_order() -> None:
    """Even where a date would put one before the other."""
    path = only(
        attrs.evolve(HIGH_LOW, step=1, date="2015"), attrs.evolve(LOW_LOW, step=1, date="2016")
    )

    assert path.moves == ()
    assert path.untold == ("the order of 2 positions cannot be told: they share step 1",)


def test_a_missing_date_leaves_the_whole_order_open() -> None:
    """A position without date may lie before, between or after the others."""
    path = only(dated(HIGH_LOW, "2015"), LOW_LOW, dated(HIGH_HIGH, "2016"))

    assert (path.order, path.moves) == (None, ())
    assert path.moments[0].date is None
    assert path.untold == (
        "the order of 3 positions cannot be told: there is no date for 1, and no step for some",
    )


def test_some_steps_do_not_order_a_path() -> None:
    """Where one position has none, the dates order, whatever the steps of the rest."""
    path = only(
        attrs.evolve(HIGH_HIGH, step=9, date="2014"),
        dated(HIGH_LOW, "2015"),
        attrs.evolve(LOW_LOW, step=1, date="2016"),
    )

    assert path.order == "date"
    assert [moment.date for moment in path.moments] == ["2014", "2015", "2016"]


def test_dates_against_the_steps_are_reported() -> None:
    """The steps order, and the clash is kept."""
    path = only(
        attrs.evolve(HIGH_LOW, step=1, date="2016"), attrs.evolve(LOW_LOW, step=2, date="2015-07")
    )

    assert path.moves[0].flipped == (Ambiguity.LOW,)
    assert path.caveats == (
        *MATLAND.caveats,
        "The dates run against the steps; the order here is that of the steps.",
    )


def test_dates_along_the_steps_are_not_reported() -> None:
    """Nor are dates that overlap, or that only some have."""
    path = only(
        attrs.evolve(HIGH_LOW, step=1, date="2015-07"),
        attrs.evolve(HIGH_HIGH, step=2, date="2015"),
        stepped(LOW_LOW, 3),
    )

    assert path.caveats == MATLAND.caveats


# --- paths ---


@pytest.mark.parametrize("field", ["policy", "part", "layer", "assessor"])
def test_what_differs_in_more_than_time_is_no_path(field: str) -> None:
    """Another policy, part, layer or assessor is a path of its own, without a move."""
    difference: Wrong = {field: "other"}
    other = attrs.evolve(dated(LOW_LOW, "2016"), **difference)
    paths = trace([other, dated(HIGH_LOW, "2015")])

    assert [path.moves for path in paths] == [(), ()]
    assert [getattr(path, field) for path in paths][1] == "other"


@given(places)
def test_a_path_of_one_position_has_no_move(place: Place) -> None:
    """Whatever the position."""
    path = only(place)

    assert (path.moves, path.untold) == ((), ())
    assert len(path.moments) == 1


@given(st.lists(places), st.randoms(use_true_random=False))
def test_the_order_of_positions_does_not_matter(given_places: list[Place], random: Wrong) -> None:
    """Paths, moments and moves are the same, and in the same order."""
    shuffled = random.sample(given_places, len(given_places))

    assert repr(trace(shuffled)) == repr(trace(given_places))


@given(st.lists(places))
def test_no_position_is_lost(given_places: list[Place]) -> None:
    """Every one is in one moment of one path."""
    paths = trace(given_places)
    points = [point for path in paths for moment in path.moments for point in moment.points]

    assert len(points) == len(given_places)


@given(st.lists(places))
def test_every_axis_of_a_move_flipped_held_or_is_unclear(given_places: list[Place]) -> None:
    """Each of the two is told in exactly one way."""
    moves = [step for path in trace(given_places) for step in path.moves]
    axes = [(*map(type, (*one.flipped, *one.held)), *one.unclear) for one in moves]

    assert [set(two) for two in axes] == [{Ambiguity, Conflict}] * len(moves)
    assert [len(two) for two in axes] == [2] * len(moves)


@given(st.lists(dates, min_size=2))
def test_a_later_moment_is_later_in_all_its_dates(given_dates: list[str]) -> None:
    """By the days that the dates stand for, worked out another way."""
    path = only(*(dated(LOW_LOW, date) for date in given_dates))
    spans = [
        [(f"{point.date}-01-01"[:10], f"{point.date}-12-31"[:10]) for point in moment.points]
        for moment in path.moments
    ]

    assert all(
        max(last for _, last in earlier) < min(first for first, _ in later)
        for earlier, later in pairwise(spans)
    )


def test_nothing_to_trace_gives_no_path() -> None:
    """An empty study is not an error."""
    assert trace([]) == ()


def test_a_trajectory_is_frozen_and_pickles() -> None:
    """It hashes by its content, comes back equal, and keeps its sources."""
    path = only(stepped(HIGH_LOW, 1), stepped(LOW_LOW, 2))
    again = pickle.loads(pickle.dumps(path))  # noqa: S301 -- made on the line above

    assert (again, hash(again)) == (path, hash(path))
    assert [source.citation for source in path.sources] == [
        "Matland (1995)",
        "Matland (1995) [ours]",
    ]


# --- bad input ---


@pytest.mark.parametrize(
    "date",
    [
        "2015-13",
        "2015-02-29",
        "0000",
        "15-07",
        "2015-7",
        "20150701",
        "July 2015",
        "",
        "2015-07 ",
        2015,
    ],
)
def test_what_is_no_date_is_refused(date: Wrong) -> None:
    """With the policy, and what would have done."""
    with pytest.raises(UnknownTermError) as caught:
        trace([dated(LOW_LOW, date)])

    assert str(caught.value) == (
        f"lantern-act, date: {date!r} is not a date of the calendar; expected YYYY, YYYY-MM or "
        "YYYY-MM-DD, or None"
    )


@pytest.mark.parametrize("step", ["first", 1.5, True])
def test_what_is_no_step_is_refused(step: Wrong) -> None:
    """With the policy, and what would have done."""
    with pytest.raises(UnknownTermError) as caught:
        trace([stepped(LOW_LOW, step)])

    assert str(caught.value) == (
        f"lantern-act, step: {step!r} is not a step of the source's own order; expected a whole "
        "number, or None"
    )


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (1.5, "1.5 is not a degree of Conflict; expected a grade, a gap or a number from 0 to 1"),
        (
            float("nan"),
            "nan is not a degree of Conflict; expected a grade, a gap or a number from 0 to 1",
        ),
        (Ambiguity.LOW, f"Ambiguity.LOW is not a term of Conflict; {EXPECTED}"),
        (True, f"True is not a term of Conflict; {EXPECTED}"),
    ],
)
def test_what_is_no_axis_is_refused(mark: Wrong, sentence: str) -> None:
    """With the policy, and what would have done."""
    with pytest.raises(UnknownTermError) as caught:
        trace([Place(conflict=mark)])

    assert str(caught.value) == f"lantern-act, conflict: {sentence}"


def test_every_finding_of_a_call_is_named() -> None:
    """Of one position and of several, in the order given."""
    wrong: Wrong = [Place(2, -1), Place(policy="river-wardens", date="soon")]
    with pytest.raises(UnknownTermError) as caught:
        trace(wrong)

    assert str(caught.value) == (
        "lantern-act, ambiguity: 2 is not a degree of Ambiguity; expected a grade, a gap or a "
        "number from 0 to 1; also: lantern-act, conflict: -1 is not a degree of Conflict; "
        "expected a grade, a gap or a number from 0 to 1; also: river-wardens, date: 'soon' is "
        "not a date of the calendar; expected YYYY, YYYY-MM or YYYY-MM-DD, or None"
    )


@pytest.mark.parametrize("field", ["part", "assessor", "layer"])
def test_a_name_that_is_written_in_two_ways_is_refused(field: str) -> None:
    """It would cut one path in two, and the move between them would be gone without a word."""
    one: dict[str, Any] = {field: "Ann", "date": "2019"}
    other: dict[str, Any] = {field: "ann ", "date": "2020"}
    with pytest.raises(UnknownTermError) as caught:
        trace([Place(**one), Place(**other)])

    assert str(caught.value) == (
        f"lantern-act: 'ann ' is not a value of {field}; expected 'Ann', as position 1 has "
        "it, or a name that differs in more than case and outer space"
    )


def test_what_is_no_position_is_refused() -> None:
    """A row of a table is none: every such thing is named, with what it lacks."""
    wrong: Wrong = [{"policy": "lantern-act"}, LOW_LOW, 3]
    with pytest.raises(FrameworkError) as caught:
        trace(wrong)

    assert str(caught.value) == (
        "'trace' cannot be used: {'policy': 'lantern-act'} is not a position: it is a mapping; "
        "make one with records.Position(...); 3 is not a position: it has no field "
        "'policy'; make one with records.Position(...)"
    )


def test_one_position_or_none_is_no_list() -> None:
    """What cannot be gone through is refused too."""
    nothing: Wrong = None
    with pytest.raises(FrameworkError, match=r"^'trace' cannot be used: None is not a position"):
        trace(nothing)


def test_a_position_may_hold_numbers_of_an_array_library() -> None:
    """Degrees and steps, which become Python's own."""
    low, high, first, second = cast("Wrong", (np.float32(0.25), *map(np.int64, (1, 1, 2))))
    held = [Place(low, high, step=first), Place(low, high, step=second)]
    path = only(*held)

    assert path == only(Place(0.25, 1.0, step=1), Place(0.25, 1.0, step=2))
    assert [type(moment.step) for moment in path.moments] == [int, int]
