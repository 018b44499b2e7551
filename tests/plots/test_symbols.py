"""The signs beside the colours."""

import math
from itertools import pairwise
from typing import Any

import pytest

from implsupport.frameworks.success import Attainment
from implsupport.plots.sheets import INK, MUTED, WHITE, Block, Shape
from implsupport.plots.symbols import arrow_head, colour, key, lamp, marks_of, on, pie, sign
from implsupport.terms import Gap, Scale


class Light(Scale):
    """Five steps."""

    OUT = "out"
    DIM = "dim"
    HALF = "half"
    BRIGHT = "bright"
    FULL = "full"


class Single(Scale):
    """One step."""

    ONLY = "only"


def lightness(hexadecimal: str) -> float:
    """Tell how light a colour is, from 0 to 100 (CIE 1976)."""
    parts = [int(hexadecimal[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance: float = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * math.cbrt(luminance) - 16


def shapes(block: Block) -> list[Shape]:
    """List the shapes of a block."""
    return [mark for part, _, _ in block.flat() for mark in part.marks if isinstance(mark, Shape)]


def outline(mark: Scale | Gap) -> str:
    """Write the lines of a sign down."""
    return "".join(str(shape.path) for shape in sign(mark, 1, INK))


def test_the_colours_of_three_grades_differ_in_lightness() -> None:
    """So that they stay apart in greyscale, and for those who do not see red from green."""
    found = sorted(lightness(colour(grade)) for grade in Attainment)

    assert min(later - earlier for earlier, later in pairwise(found)) > 15


def test_between_the_ends_colours_are_mixed() -> None:
    """A scale of five has two mixtures; the middle is the amber of a scale of three."""
    assert colour(Light.HALF) == colour(Attainment.CONFLICTED_ATTAINMENT)
    assert len({colour(grade) for grade in Light}) == 5


def test_a_single_grade_has_the_colour_of_the_lowest() -> None:
    """There is nothing to stand above."""
    assert colour(Single.ONLY) == colour(Light.OUT)


@pytest.mark.parametrize(
    ("grade", "ink"), [(Light.OUT, "#000000"), (Light.HALF, "#000000"), (Light.FULL, WHITE)]
)
def test_a_sign_stands_out_on_its_colour(grade: Light, ink: str) -> None:
    """White on dark, dark on light."""
    assert on(grade) == ink


def test_every_grade_and_every_gap_has_a_sign_of_its_own() -> None:
    """But for *not assessed*, which stays blank."""
    assert len({outline(mark) for mark in (*Light, *Gap)}) == len(Light) + len(Gap)
    assert outline(Gap.NOT_ASSESSED) == ""


def test_a_grade_is_a_filled_disc() -> None:
    """In its colour, with its sign."""
    disc, mark = shapes(lamp(Light.FULL))

    assert (disc.fill, mark.stroke) == (colour(Light.FULL), WHITE)


def test_a_gap_is_an_empty_square_with_a_broken_line() -> None:
    """Another shape than a grade, whatever the colours."""
    square, mark = shapes(lamp(Gap.NOT_STATED))

    assert (square.fill, square.stroke, bool(square.dash)) == (WHITE, MUTED, True)
    assert mark.stroke == MUTED


@pytest.mark.parametrize(("share", "fills"), [(0, [WHITE]), (0.5, [WHITE, INK]), (1, [INK])])
def test_a_disc_is_filled_to_its_share(share: float, fills: list[str]) -> None:
    """Empty, in part, full."""
    assert [shape.fill for shape in shapes(pie(share))] == fills


def test_an_arrow_ends_at_its_tip() -> None:
    """Its head lies towards where it comes from."""
    head = arrow_head((10, 0), (0, 0), INK)
    points: Any = head.path.vertices

    assert (head.x, head.y) == (10, 0)
    assert points[:, 0].max() == 0


def test_the_key_holds_all_grades_and_the_gaps_that_there_are() -> None:
    """The highest grade first."""
    found = marks_of([[Light.OUT, Gap.NOT_STATED], [Gap.NOT_ASSESSED]], Light)

    assert found == [*reversed(Light), Gap.NOT_ASSESSED, Gap.NOT_STATED]


def test_the_key_goes_on_in_another_line_where_the_first_is_full() -> None:
    """No wider than the room."""
    entries = [(lamp(Gap.NOT_STATED), "not stated")] * 3
    wide, narrow = key(entries, 500), key(entries, 100)

    assert narrow.width <= 100
    assert narrow.height > 2 * wide.height
