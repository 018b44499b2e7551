"""Pictures of the ambiguity-conflict matrix."""

from itertools import combinations
from typing import Any

import pytest
from matplotlib.colors import to_hex

from implsupport import cases, matland, trajectories
from implsupport.errors import FrameworkError
from implsupport.matrix import Typology
from implsupport.plots.places import moves, positions
from implsupport.plots.sheets import PANEL
from implsupport.readings import classify
from implsupport.records import Position
from implsupport.terms import Gap

OTHER = Typology(
    key="other",
    title="Other",
    rows=matland.Ambiguity,
    cols=matland.Conflict,
    cells=dict(matland.MATLAND.cells),
)


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def position(ambiguity: object, conflict: object, **given: object) -> Position:
    """Place a policy as somebody wrote it."""
    return Position.model_validate(
        {"policy": "visits", "ambiguity": ambiguity, "conflict": conflict, **given}
    )


def details(reading: Any) -> list[str]:  # noqa: ANN401 -- whatever can be drawn
    """Read what the list says of one case."""
    found = texts(positions({"Night visits": reading}))
    return found[found.index("Night visits") + 1 : found.index("Night visits") + 3]


def test_a_case_by_grade_has_its_kind() -> None:
    """In one word."""
    assert details(matland.classify(ambiguity="high", conflict="low"))[0] == "experimental"


def test_a_case_by_degree_has_all_memberships_and_its_margin() -> None:
    """The greatest first."""
    assert details(matland.locate(ambiguity=0.75, conflict=0.375)) == [
        "experimental 0.625, symbolic 0.375, administrative 0.25, political 0.25",
        "margin 0.125 to the nearest crossover",
    ]


def test_what_is_near_the_crossover_does_not_read_as_on_it() -> None:
    """As many decimals as that takes."""
    assert details(matland.locate(ambiguity=0.501, conflict=0.2)) == [
        "experimental 0.501, administrative 0.499, political 0.20, symbolic 0.20",
        "margin 0.001 to the nearest crossover",
    ]


def test_a_case_on_the_crossover_has_no_one_kind() -> None:
    """And says why."""
    assert (
        details(matland.locate(ambiguity=0.5, conflict=0.25))[1]
        == "on the crossover, so no one kind"
    )


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (
            position("high", "conflicting-evidence"),
            "experimental or symbolic: ambiguity high, conflict conflicting evidence",
        ),
        (
            matland.locate(ambiguity=0.7, conflict=None),
            "experimental or symbolic: ambiguity 0.70, conflict unknown",
        ),
        (
            matland.locate(ambiguity=None, conflict=0.3),
            "administrative or experimental: ambiguity unknown, conflict 0.30",
        ),
        (
            trajectories.Point(Gap.NOT_STATED, 0.5, date=None, step=None),
            "administrative or political or experimental or symbolic: ambiguity not stated",
        ),
    ],
)
def test_a_case_with_an_open_axis_has_the_kinds_that_are_left(reading: Any, said: str) -> None:  # noqa: ANN401 -- either
    """And why they are."""
    assert " ".join(details(reading)).startswith(said)


def test_a_case_of_which_nothing_is_known_is_listed_and_not_placed() -> None:
    """Its number stands in the list only."""
    reading = position("not-stated", "not-assessed")

    assert details(reading)[0] == "not placed: ambiguity not stated, conflict not assessed"
    assert texts(positions({"Night visits": reading})).count("1") == 1


def test_the_key_explains_the_chips_that_there_are() -> None:
    """And no others."""
    crisp = matland.classify(ambiguity="high", conflict="low")
    graded = matland.locate(ambiguity=0.75, conflict=0.375)
    half = matland.locate(ambiguity=0.75, conflict=None)

    assert "placed by degree" not in texts(positions({"a": crisp}))
    assert {"placed by grade", "placed by degree"} <= set(
        texts(positions({"a": crisp, "b": graded}))
    )
    assert "anywhere along the line" in texts(positions({"a": half}))


def test_data_coordinates_are_degrees() -> None:
    """So that others can add marks of their own."""
    axes = positions({"a": matland.locate(ambiguity=0.75, conflict=0.375)})
    chips = [
        text
        for text in axes.texts
        if text.get_text() == "1" and text.get_horizontalalignment() == "center"
    ]
    at = [
        axes.transData.inverted().transform(chip.get_window_extent().get_points().mean(axis=0))
        for chip in chips
    ]

    assert [one.tolist() for one in at if abs(one[1] - 0.75) < 0.02] == [
        pytest.approx([0.375, 0.75], abs=0.01)
    ]


def test_a_case_read_with_another_typology_is_refused() -> None:
    """Its cells are not those that are drawn."""
    other = classify(OTHER, "high", "low")

    with pytest.raises(FrameworkError, match="'Night visits' was read with 'other', another"):
        positions({"Night visits": other})
    assert "Night visits" in texts(positions({"Night visits": other}, typology=OTHER))


def test_keys_that_are_no_text_are_written_out() -> None:
    """A number, and the parts of a subject; what looks alike stays apart."""
    place = matland.classify(ambiguity="high", conflict="low")
    found = texts(positions({7: place, "7": place, ("x", None, "2023"): place}))

    assert (found.count("7"), found.count("x, 2023")) == (2, 1)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("experimental", "'experimental' is not a mapping; give each reading or position with"),
        ({"a": "low", "b": 3}, "'a' has 'low', not a reading or position; 'b' has 3, not a"),
    ],
)
def test_what_has_no_place_is_refused(given: Any, problem: str) -> None:  # noqa: ANN401 -- anything
    """All that is wrong at once."""
    with pytest.raises(FrameworkError, match=f"^'positions' cannot be used: {problem}"):
        positions(given)


def test_a_long_list_stands_below_the_matrix() -> None:
    """In two columns, where that makes the page lower."""
    few, many = (
        positions(
            {
                f"Case {number}": matland.classify(ambiguity="low", conflict="low")
                for number in range(count)
            }
        )
        for count in (3, 40)
    )
    bottom = min(
        text.get_window_extent().y0 for text in few.texts if text.get_text() == "High conflict"
    )
    first = next(text for text in many.texts if text.get_text() == "Case 0").get_window_extent()
    low = next(text for text in many.texts if text.get_text() == "Symbolic").get_window_extent()

    assert (
        next(t for t in few.texts if t.get_text() == "Case 0").get_window_extent().y0 > bottom - 40
    )
    assert first.y1 < low.y0


# --- moves ---


def traced(*given: Position) -> trajectories.Trajectory:
    """Trace one policy."""
    [found] = trajectories.trace(given)
    return found


def test_a_path_has_a_letter_and_its_moments_numbers() -> None:
    """The list says each move in words."""
    path = traced(position("high", "low", step=1), position("low", "low", step=2))
    found = texts(moves({"Night visits": path}))

    assert {"A1", "A2", "A"} <= set(found)
    assert "from step 1 to step 2: ambiguity became low; conflict stayed low." in found


def test_the_twenty_seventh_path_has_two_letters() -> None:
    """After Z comes AA."""
    path = traced(position("high", "low", step=1))
    found = texts(moves({f"Case {number}": path for number in range(27)}))

    assert {"Z", "AA"} <= set(found)


def test_positions_whose_order_is_open_share_a_number_and_say_why() -> None:
    """No arrow leads from one to the other."""
    path = traced(position("high", "low", date="2015"), position("low", "low", date="2015-07"))
    found = texts(moves({"Night visits": path}))

    assert found.count("A1") == 2
    assert any(text.startswith("The order of 2 positions cannot be told") for text in found)


def test_dates_that_run_against_the_steps_are_warned_of() -> None:
    """Below the moves of that path; the small print has what the matrix warns of."""
    path = traced(
        position("high", "low", step=1, date="2021"), position("low", "low", step=2, date="2020")
    )
    found = texts(moves({"Night visits": path}))

    assert found.count("The dates run against the steps; the order here is that of the steps.") == 1
    assert sum(text.startswith("Source: ") for text in found) == 1


def test_a_move_that_cannot_be_told_is_a_broken_arrow() -> None:
    """With an axis open, before or after."""
    told = traced(position("high", "low", step=1), position("low", "high", step=2))
    open_ = traced(position("high", "low", step=1), position("low", Gap.NOT_STATED, step=2))
    broken = [
        sum(patch.get_linestyle() != "solid" for patch in moves({"a": path}).patches)
        for path in (told, open_)
    ]

    assert broken == [0, 4]


def test_the_sources_path_is_drawn() -> None:
    """Four steps."""
    path = trajectories.trace(cases.study().positions)[-1]

    assert {"A1", "A2", "A3", "A4"} <= set(texts(moves({"Settlement": path})))


def test_paths_are_drawn_as_trace_returns_them() -> None:
    """Each under its policy, part, layer and assessor, as far as they are said."""
    given = [position("high", "low", part="pilot", assessor=name) for name in ("Ann", "Bob")]
    paths = trajectories.trace([*given, position("low", "low")])
    names = ["visits", "visits, pilot, Ann", "visits, pilot, Bob"]

    assert [text for text in texts(moves(paths)) if text.startswith("visits")] == names
    assert texts(moves(iter(paths))) == texts(moves(dict(zip(names, paths, strict=True))))


def test_the_number_of_a_path_is_its_name() -> None:
    """A mapping has its own names."""
    assert "2023" in texts(moves({2023: traced(position("high", "low"))}))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ("visits", "'visits' is not a mapping; give each path with the name that it is drawn und"),
        (3, "3 is not a mapping"),
        (["a", "b"], "'1' has 'a', not a path; '2' has 'b', not a path"),
        ({"visits": ()}, r"'visits' has \(\), not a path"),
    ],
)
def test_what_is_no_path_is_refused(given: Any, problem: str) -> None:  # noqa: ANN401 -- anything
    """Positions are to be traced first."""
    with pytest.raises(FrameworkError, match=f"^'moves' cannot be used: {problem}"):
        moves(given)


def test_without_a_path_the_matrix_is_empty() -> None:
    """It is drawn all the same."""
    assert "Symbolic" in texts(moves({}))


def boxed(axes: Any, words: str) -> list[Any]:  # noqa: ANN401 -- matplotlib has no types for it
    """Find where a text stands, every time that it does."""
    return [text.get_window_extent() for text in axes.texts if text.get_text() == words]


@pytest.mark.parametrize(("count", "colours"), [(6, 6), (7, 1)])
def test_more_than_six_paths_do_not_share_a_matrix(count: int, colours: int) -> None:
    """Six have a colour each; more have one, as they cannot cross."""
    path = traced(position("high", "low", step=1), position("low", "low", step=2))
    axes: Any = moves({f"Case {number}": path for number in range(count)})
    hues = {to_hex(patch.get_facecolor()) for patch in axes.patches if patch.get_fill()}
    places = {tuple(boxed(axes, f"{letter}2")[0].min // 10) for letter in "ABCDEFG"[:count]}

    assert len(hues - {PANEL, "#000000"}) == colours
    assert len(places) == count


def test_the_matrix_that_names_the_cells_says_what_each_means() -> None:
    """All four or none."""
    path = traced(position("high", "low", step=1), position("low", "low", step=2))
    found = texts(moves({f"Case {number}": path for number in range(7)}))

    assert {"resources", "power", "context", "collaborative strength"} <= set(found)


def test_a_path_of_its_own_matrix_stands_beside_its_words() -> None:
    """Its last moment above its first; the next path below or beside both."""
    path = traced(position("high", "low", step=1), position("low", "low", step=2))
    axes: Any = moves({f"Case {number}": path for number in range(7)})
    [first], [last], [name] = (boxed(axes, words) for words in ("C1", "C2", "Case 2"))
    [below] = boxed(axes, "E2")

    assert first.x0 == pytest.approx(last.x0, abs=1)
    assert below.y1 < first.y0 < last.y0 < name.y1
    assert last.x1 < name.x0


def test_a_path_of_forty_moments_has_a_matrix_that_holds_them() -> None:
    """No chip touches another."""
    long = traced(*(position("high", "low", step=step) for step in range(1, 41)))
    axes: Any = moves({f"Case {number}": long for number in range(7)})
    boxes = [boxed(axes, f"A{step}")[0] for step in range(1, 41)]

    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
