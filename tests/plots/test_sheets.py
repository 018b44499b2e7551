"""Blocks, and how they get onto Axes."""

import importlib
from typing import Any

import pytest
from matplotlib.axes import Axes

from implsupport.plots.sheets import (
    BODY,
    INK,
    Block,
    Words,
    beside,
    drawn,
    line,
    page,
    paragraph,
    placed,
    rectangle,
    rounded,
    stacked,
)

figures: Any = importlib.import_module("matplotlib.figure")


def axes_of(width: float, height: float) -> Axes:
    """Give the Axes of a figure of a size in inches."""
    found: Axes = figures.Figure(figsize=(width, height)).add_axes((0, 0, 1, 1))
    return found


def words(block: Block) -> list[Words]:
    """List the lines of a block."""
    return [mark for part, _, _ in block.flat() for mark in part.marks if isinstance(mark, Words)]


def name(room: float, most: int | None) -> Block:
    """Build a page with a name of three words."""
    return page("", [paragraph("Night visits again", min(room, 70), most=most)])


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 50), ("right", 100)])
def test_a_paragraph_is_set_to_a_side(align: Any, x: float) -> None:  # noqa: ANN401 -- one of three
    """Its lines are anchored there."""
    assert [one.x for one in words(paragraph("Night", 100, align=align))] == [x]


def test_a_blank_paragraph_takes_no_height() -> None:
    """So that what follows moves up."""
    found = stacked((paragraph("", 100), paragraph("Night", 100)), 10)

    assert found.height == pytest.approx(BODY.size * 1.32)


def test_blocks_stand_below_one_another_with_a_gap() -> None:
    """As wide as the widest."""
    found = stacked((Block(10, 20), Block(30, 20)), 5)

    assert (found.width, found.height) == (30, 45)
    assert [(x, y) for _, x, y in found.flat()] == [(0, 0), (0, 0), (0, 25)]


def test_blocks_stand_beside_one_another_with_a_gap() -> None:
    """As tall as the tallest."""
    found = beside((Block(10, 20), Block(30, 40)), 5)

    assert (found.width, found.height) == (45, 40)


@pytest.mark.parametrize("together", [stacked, beside])
def test_no_blocks_make_an_empty_one(together: Any) -> None:  # noqa: ANN401 -- either
    """Without width and height."""
    assert (together(()).width, together(()).height) == (0, 0)


def test_a_new_figure_is_as_large_as_the_picture_needs() -> None:
    """With a margin of 18 points, in inches."""
    found: Any = drawn(lambda _room, _most: Block(108, 36), None).figure

    assert found.get_size_inches().tolist() == [2, 1]


def test_a_picture_taller_than_can_be_drawn_is_scaled_down() -> None:
    """To 14,000 points."""
    found: Any = drawn(lambda _room, _most: Block(100, 27_964), None).figure

    assert found.get_size_inches()[1] == pytest.approx(14_000 / 72)


def test_a_large_picture_has_a_lower_resolution() -> None:
    """A small one has 144 dots an inch, none more than two and a half million."""
    small: Any = drawn(lambda _room, _most: Block(108, 36), None).figure
    large: Any = drawn(lambda _room, _most: Block(684, 6_984), None).figure

    assert small.dpi == 144
    assert large.bbox.width * large.bbox.height == pytest.approx(2_500_000)


def test_a_picture_with_room_to_spare_is_enlarged_by_half_at_most() -> None:
    """And stands in the middle of the width."""
    axes = drawn(name, axes_of(10, 10))

    assert axes.texts[0].get_fontsize() == pytest.approx(1.5 * BODY.size, rel=0.1)


def test_where_there_is_little_room_names_are_cut_rather_than_all_made_small() -> None:
    """To two lines, then to one."""

    def many(room: float, most: int | None) -> Block:
        return stacked([name(room, most)] * 12)

    axes = drawn(many, axes_of(2, 2))

    assert {text.get_text() for text in axes.texts} == {"Night visits…"}


def test_names_are_not_cut_where_that_gains_nothing() -> None:
    """A block of which names are a small part is made smaller as a whole."""

    def tall(room: float, most: int | None) -> Block:
        return stacked((name(room, most), Block(10, 500)))

    assert len(drawn(tall, axes_of(2, 2)).texts) == 2


def test_axes_without_room_get_a_picture_all_the_same() -> None:
    """As small as can be."""
    assert len(drawn(name, axes_of(0.001, 0.001)).texts) == 1


def test_data_coordinates_span_the_picture() -> None:
    """Down from its top, whatever else is on the figure."""
    axes = drawn(lambda _room, _most: Block(64, 64), None)

    assert axes.get_xlim() == pytest.approx((-18 / 64, 82 / 64))
    assert axes.get_ylim() == pytest.approx((82 / 64, -18 / 64))


def test_data_coordinates_span_the_block_that_has_axes() -> None:
    """If there is one."""
    inner = Block(32, 32, has_axes=True)
    axes = drawn(lambda _room, _most: placed([(inner, 32, 0)], 64, 64), None)

    assert axes.get_xlim() == pytest.approx((-50 / 32, 50 / 32))


def test_an_empty_picture_has_data_coordinates_in_points() -> None:
    """Nothing to span."""
    assert drawn(lambda _room, _most: Block(0, 0), None).get_xlim() == (-18, 18)


def test_shapes_are_drawn_in_order() -> None:
    """Filled or stroked, broken or not."""
    marks = (
        rectangle(0, 0, 10, 10, fill=INK),
        rounded(10, 10, stroke=INK),
        line([(0, 0), (10, 10)], dash=(1, 2)),
    )
    axes = drawn(lambda _room, _most: Block(10, 10, marks), None)
    widths = [patch.get_linewidth() for patch in axes.patches]

    assert widths == [0, 0.8, 0.8]


def test_text_that_comes_out_too_wide_is_made_smaller() -> None:
    """Letters of a few pixels are wider than measured."""
    figure = figures.Figure(figsize=(0.5, 0.3), dpi=72)
    axes = drawn(lambda _room, _most: paragraph("illicit " * 8, 400), figure.add_axes((0, 0, 1, 1)))
    right = max(text.get_window_extent().x1 for text in axes.texts)

    assert right <= 36
