"""Boxes in rows and the lines between them."""

import random
from itertools import combinations, pairwise

import pytest

from implsupport.plots.layers import Box, Cable, Layout, arranged


def drawn(count: int, seed: int) -> Layout:
    """Lay a random graph out."""
    chance = random.Random(seed)  # noqa: S311 -- nothing is to be kept secret
    rows = sorted([0, 1, 2, 3, *(chance.randrange(4) for _ in range(count))])
    ends = [
        (one, other) for one, other in combinations(range(len(rows)), 2) if rows[one] < rows[other]
    ]
    cables = [Cable(*pair, chance.randrange(1, 4)) for pair in chance.sample(ends, count)]
    return arranged(
        [(chance.randrange(20, 90), chance.randrange(10, 40)) for _ in rows], rows, cables
    )


def touch(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap."""
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


@pytest.mark.parametrize("seed", range(8))
def test_no_box_touches_another(seed: int) -> None:
    """However many lines there are."""
    boxes = drawn(16, seed).boxes

    assert [pair for pair in combinations(boxes, 2) if touch(*pair)] == []


@pytest.mark.parametrize("seed", range(8))
def test_every_line_leaves_its_upper_box_and_arrives_at_its_lower_one(seed: int) -> None:
    """And goes down all the way."""
    found = drawn(16, seed)
    lines = [line for routes in found.routes for line in routes]

    assert [line for line in lines if any(a[1] > b[1] for a, b in pairwise(line))] == []
    assert {point[1] for line in lines for point in (line[0],)} <= {
        b.y + b.height for b in found.boxes
    }


@pytest.mark.parametrize("seed", range(8))
def test_no_line_runs_through_a_box(seed: int) -> None:
    """In the rows that it passes it has a place of its own."""
    found = drawn(16, seed)
    passing = [point for routes in found.routes for line in routes for point in line[1:-1]]
    through = [
        (point, box)
        for point in passing
        for box in found.boxes
        if box.x < point[0] < box.x + box.width and box.y <= point[1] <= box.y + box.height
    ]

    assert through == []


def test_the_layout_is_the_same_each_time() -> None:
    """It draws no random number."""
    assert drawn(16, 1) == drawn(16, 1)


def test_lines_that_need_not_cross_do_not() -> None:
    """The lower row is sorted by where its neighbours stand."""
    found = arranged([(40, 20)] * 4, [0, 0, 1, 1], [Cable(0, 3), Cable(1, 2)])

    assert found.boxes[3].x < found.boxes[2].x


def test_a_box_that_many_lines_come_to_is_wide_enough_for_them() -> None:
    """Ten points each, and at its ends."""
    found = arranged([(40, 20)] * 2, [0, 1], [Cable(0, 1, 9)])

    assert found.boxes[0].width == 100
    assert len({line[0][0] for line in found.routes[0]}) == 9


def test_a_box_without_lines_stays_near_the_others() -> None:
    """It yields to those that have some."""
    found = arranged([(40, 20)] * 3, [0, 0, 1], [Cable(0, 2)])

    assert found.width == 40 + 16 + 40


def test_nothing_takes_no_room() -> None:
    """No box, no line."""
    assert arranged([], [], []) == Layout((), (), (), 0, 0)
