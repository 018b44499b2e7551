"""The matrix on paper, and the chips in it."""

from itertools import combinations

import pytest

from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict
from implsupport.matrix import Typology
from implsupport.plots.matrices import Axis, Item, Spot, chip, listed, matrix, span
from implsupport.plots.sheets import Block, Shape, Words
from implsupport.terms import Gap, Term

LOW, HIGH = Ambiguity


class Side(Term):
    """Where."""

    LEFT = "left"
    RIGHT = "right"


class Thing(Term):
    """What."""

    PEN = "pen", "a thing to write with, in words that go on for longer than any cell is wide"
    CUP = "cup", "a thing to drink from"


THINGS = Typology(
    key="things", title="Things", rows=Side, cols=Side,
    cells={Side.LEFT: (Thing.PEN, Thing.CUP), Side.RIGHT: (Thing.CUP, Thing.PEN)},
)  # fmt: skip


def spot(row: Axis, col: Axis, text: str = "1", *, is_central: bool = False) -> Spot:
    """Make a chip."""
    return Spot(text, row, col, "#1f5a8c", is_central=is_central)


def parts(block: Block) -> list[tuple[Block, float, float]]:
    """List the chips, which are thirteen points tall, with their places."""
    return [(part, x, y) for part, x, y in block.flat() if part.height == 13 and part.marks]


def said(block: Block) -> list[str]:
    """List what a block says."""
    return [
        mark.text for part, _, _ in block.flat() for mark in part.marks if isinstance(mark, Words)
    ]


def dashes(block: Block) -> int:
    """Count the lines that are broken."""
    marks = [mark for part, _, _ in block.flat() for mark in part.marks]
    return sum(isinstance(mark, Shape) and bool(mark.dash) for mark in marks)


def place(one: Spot) -> tuple[float, float]:
    """Tell where the middle of a chip is, as shares of the matrix."""
    block = matrix(MATLAND, [one])
    [(found, x, y)] = parts(block)
    [(field, left, top)] = [part for part in block.flat() if part[0].has_axes]
    return (x + found.width / 2 - left) / field.width, (y + 6.5 - top) / field.height


@pytest.mark.parametrize(
    ("mark", "shares"),
    [
        (Conflict.LOW, (0, 0.5)),
        (0.25, (0.25, 0.25)),
        (1, (1.0, 1.0)),
        (None, (0, 1)),
        (Gap.NOT_STATED, (0, 1)),
    ],
)
def test_a_mark_stands_somewhere_on_its_axis(mark: Axis, shares: tuple[float, float]) -> None:
    """A grade in its part, a degree at its place, a gap anywhere."""
    assert span(Conflict, mark) == shares


def test_a_degree_is_put_at_its_place() -> None:
    """Down for ambiguity, across for conflict."""
    assert place(spot(0.7, 0.3)) == pytest.approx((0.3, 0.7))


def test_a_grade_is_put_in_line_below_the_name_of_its_cell() -> None:
    """Or in the middle, where paths are drawn."""
    across, down = place(spot(HIGH, Conflict.LOW))

    assert across < 0.25
    assert 0.5 < down < 0.75
    assert place(spot(HIGH, Conflict.LOW, is_central=True)) == pytest.approx((0.25, 0.75))


def test_an_open_axis_is_put_in_the_middle_of_its_line() -> None:
    """A broken line, with a dot at each end; the chip too has a broken frame."""
    assert place(spot(HIGH, Gap.NOT_STATED)) == pytest.approx((0.5, 0.75))
    assert place(spot(None, 0.25)) == pytest.approx((0.25, 0.5))
    assert dashes(matrix(MATLAND, [spot(HIGH, None)])) == 2


def test_a_degree_has_a_dotted_line_to_the_nearest_crossover() -> None:
    """Across or down."""
    assert dashes(matrix(MATLAND, [spot(0.9, 0.4)])) == 1
    assert dashes(matrix(MATLAND, [spot(0.4, 0.9)])) == 1


def test_only_degrees_have_numbers_along_the_axes() -> None:
    """Grades have no distances."""
    assert "0.5" in said(matrix(MATLAND, [spot(0.7, 0.3)]))
    assert "0.5" not in said(matrix(MATLAND, [spot(HIGH, Conflict.LOW)]))


@pytest.mark.parametrize(
    "one",
    [
        spot(0.5, 0.5),
        spot(LOW, Conflict.LOW),
        spot(HIGH, None),
        spot(LOW, Conflict.HIGH, is_central=True),
    ],
)
def test_no_chip_touches_another(one: Spot) -> None:
    """Sixty at one place push one another aside; a crowded matrix grows."""
    found = [(x, y, x + part.width, y + 13) for part, x, y in parts(matrix(MATLAND, [one] * 60))]
    pairs = combinations(found, 2)

    assert len(found) == 60
    assert [
        1 for a, b in pairs if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ] == []


def test_a_chip_that_is_pushed_aside_points_to_its_place() -> None:
    """With a line and a dot."""
    alone, two = matrix(MATLAND, [spot(0.7, 0.3)]), matrix(MATLAND, [spot(0.7, 0.3)] * 2)
    marks = [sum(len(part.marks) for part, _, _ in block.flat()) for block in (alone, two)]

    assert marks[1] - marks[0] == 2 + 1 + 2


def test_an_arrow_leads_from_chip_to_chip() -> None:
    """Broken where it cannot be told; none between chips that nearly touch."""
    far = [spot(LOW, Conflict.LOW), spot(HIGH, Conflict.HIGH)]
    near = [spot(0.5, 0.5), spot(0.5, 0.5)]

    assert dashes(matrix(MATLAND, far, [(0, 1, "#1f5a8c", True)])) == 0
    assert dashes(matrix(MATLAND, far, [(0, 1, "#1f5a8c", False)])) == 1
    assert dashes(matrix(MATLAND, near, [(0, 1, "#1f5a8c", False)])) == dashes(
        matrix(MATLAND, near)
    )


def test_a_grade_is_named_with_its_axis_and_another_term_by_itself() -> None:
    """As printed tables do."""
    assert "Low" in said(matrix(MATLAND, []))[0] or "Low ambiguity" in said(matrix(MATLAND, []))
    assert {"Left", "Right", "Pen"} <= set(said(matrix(THINGS, [])))


def test_all_cells_say_what_they_mean_or_none_does() -> None:
    """Where one gloss does not fit in a line of its cell, none is shown."""
    assert not any(text.startswith("a thing to") for text in said(matrix(THINGS, [])))
    assert {"resources", "collaborative strength"} <= set(said(matrix(MATLAND, [])))
    assert "resources" not in said(matrix(MATLAND, [], cell=100))


def test_a_list_says_what_the_chips_mean() -> None:
    """A name and what is said of it."""
    sign = chip("1", "#1f5a8c")

    assert said(listed([Item(sign, "Night visits", ("symbolic",))], 200, None)) == [
        "1",
        "Night visits",
        "symbolic",
    ]
    assert listed([], 200, None).height == 0
