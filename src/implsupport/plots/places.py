"""Pictures of the ambiguity-conflict matrix: where cases stand in it, and how they move."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, Protocol, TypeAlias, TypeGuard

import attrs
from matplotlib.axes import Axes

from implsupport.errors import FrameworkError
from implsupport.evaluation.trajectories import Moment, Trajectory
from implsupport.frameworks.matland import MATLAND
from implsupport.matrix import Typology
from implsupport.notebooks import degree
from implsupport.plots.matrices import (
    Arrow,
    Axis,
    Item,
    Spot,
    chip,
    listed,
    matrix,
    miniature,
)
from implsupport.plots.sheets import (
    MUTED,
    Block,
    beside,
    drawn,
    line,
    page,
    paragraph,
    stacked,
)
from implsupport.plots.symbols import key
from implsupport.plots.wording import headed, named, results, small_print
from implsupport.readings import Classification, Location, locate
from implsupport.terms import Gap, Term

__all__ = ["Marked", "moves", "positions"]

_BLUE: Final = "#1f5a8c"
_HUES: Final = (_BLUE, "#b4521f", "#2f7d5b", "#7a4a8c", "#84681a", "#5b6770")
_LIST: Final = 240.0
_WIDTH: Final = 800.0
_GAP: Final = 24.0
_CROSSOVER: Final = 0.5
_ANYWHERE: Final = "anywhere along the line"
_LEGEND_CELL: Final = 106.0
_ALONE: Final = 340.0
_HOW: Final = "The cells of each small matrix below stand as in this one."


class Marked(Protocol):
    """A position as it was given, such as `records.Position` or `appraisal.Place`."""

    @property
    def ambiguity(self) -> Term | float | None:
        """A grade, a gap, or a degree from 0 to 1."""
        ...

    @property
    def conflict(self) -> Term | float | None:
        """A grade, a gap, or a degree from 0 to 1."""
        ...


_Reading: TypeAlias = Classification[Any, Any, Any] | Location[Any, Any, Any] | Marked
_AnyTypology: TypeAlias = Typology[Any, Any, Any]


# --- where cases stand ---


def positions(
    readings: Mapping[Any, _Reading],
    *,
    typology: _AnyTypology = MATLAND,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw where cases stand in a typology: by grade in a cell, by degree as a point.

    The matrix is laid out as it is printed, the low ambiguity at the top. Each case has a
    number, and the list says what it is: its kind, for degrees all memberships and the margin to
    the nearest crossover. A case with one axis open may lie anywhere along a dashed line; one
    with both is listed and not placed.

    Args:
        readings: The name of a case, as it is to be read, to what `classify` or `locate`
            returned, or to a position as it was given, gaps and all. A key that is no text is
            written out.
        typology: The typology they were read with.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes. Its data coordinates are degrees: x for the columns, y for the rows, downwards.

    Raises:
        FrameworkError: If a case was read with another typology, or it is no mapping of such.

    Source:
        The typology's own; degrees, crossover and margin are ours. Status: ours.

    >>> from implsupport import matland
    >>> axes = positions({"Night visits": matland.classify(ambiguity="high", conflict="low")})
    >>> texts = [text.get_text() for text in axes.texts]
    >>> texts[texts.index("Night visits") + 1]
    'experimental'
    """
    given = results(readings, "reading or position", "positions", _is_reading)
    _require_one_typology(given, typology)
    placed_at = [(name, _axes_of(one)) for name, one in given]
    spots = [
        Spot(str(number), *axes, _BLUE)
        for number, (_, axes) in enumerate(placed_at, 1)
        if not _is_unplaced(axes)
    ]
    items = [
        Item(_sign(str(number), axes), name, tuple(_details(typology, axes)))
        for number, (name, axes) in enumerate(placed_at, 1)
    ]
    field = matrix(typology, spots)
    figure = stacked((field, key(_key(spots), field.width)), 12)

    def build(room: float, most: int | None) -> Block:
        body = _with_list(figure, items, room, most)
        return page(title, [body], small_print(typology.source, typology.caveats))

    return drawn(build, ax, width=_WIDTH)


def _is_reading(one: object) -> bool:
    axes = ("ambiguity", "conflict")
    return isinstance(one, Classification | Location) or all(hasattr(one, axis) for axis in axes)


def _require_one_typology(readings: Iterable[tuple[str, _Reading]], typology: _AnyTypology) -> None:
    problems = tuple(
        f"{name!r} was read with {_typology_of(one).key!r}, another typology"
        for name, one in readings
        if _typology_of(one) != typology
    )
    if problems:
        raise FrameworkError(typology.key, problems)


def _typology_of(reading: _Reading) -> _AnyTypology:
    return reading.typology if isinstance(reading, Classification | Location) else MATLAND


def _axes_of(reading: _Reading) -> tuple[Axis, Axis]:
    if isinstance(reading, Classification | Location):
        return reading.row, reading.col
    return reading.ambiguity, reading.conflict


def _is_unplaced(axes: tuple[Axis, Axis]) -> bool:
    return all(mark is None or isinstance(mark, Gap) for mark in axes)


def _sign(number: str, axes: tuple[Axis, Axis]) -> Block:
    if _is_unplaced(axes):
        return chip(number, MUTED, is_open=True)
    spot = Spot(number, *axes, _BLUE)
    return chip(number, _BLUE, graded=spot.is_graded, is_open=spot.is_open)


def _details(typology: _AnyTypology, axes: tuple[Axis, Axis]) -> Iterable[str]:
    """Say what is known of a case: its kind or the kinds that are left, and why."""
    row, col = axes
    if isinstance(row, float | int) and isinstance(col, float | int):
        yield from _degrees(locate(typology, row, col))
        return
    told = f"{_word(typology.rows, row)}, {_word(typology.cols, col)}"
    kinds = _kinds(typology, axes)
    if _is_unplaced(axes):
        yield f"not placed: {told}"
    elif len(kinds) > 1:
        yield f"{' or '.join(kinds)}: {told}"
    else:
        yield kinds[0]


def _degrees(place: Location[Any, Any, Any]) -> Iterable[str]:
    memberships = sorted(place.memberships.items(), key=lambda item: -(item[1] or 0))
    yield ", ".join(f"{kind.label} {degree(found)}" for kind, found in memberships)
    yield (
        "on the crossover, so no one kind"
        if place.borderline
        else f"margin {degree(place.margin)} to the nearest crossover"
    )


def _word(axis: type[Term], mark: Axis) -> str:
    """Name an axis with how the case stands on it."""
    if mark is None:
        return f"{axis.__name__.lower()} unknown"
    return f"{axis.__name__.lower()} {mark.label if isinstance(mark, Term) else degree(mark)}"


def _kinds(typology: _AnyTypology, axes: tuple[Axis, Axis]) -> list[str]:
    rows, cols = (
        _terms(axis, mark) for axis, mark in zip((typology.rows, typology.cols), axes, strict=True)
    )
    return list(dict.fromkeys(typology[row, col].label for row in rows for col in cols))


def _terms(axis: type[Term], mark: Axis) -> list[Term]:
    """List the terms of an axis that a case may have."""
    if isinstance(mark, float | int):
        low, high = axis
        sure = [high] if mark > _CROSSOVER else [low]
        return [low, high] if mark == _CROSSOVER else sure
    return list(axis) if mark is None or isinstance(mark, Gap) else [mark]


def _key(spots: Sequence[Spot]) -> list[tuple[Block, str]]:
    """Explain the chips, as far as there are such."""
    is_crisp = any(not spot.is_graded and not spot.is_open for spot in spots)
    is_graded = any(spot.is_graded for spot in spots)
    entries = [
        (is_crisp, chip("1", _BLUE), "placed by grade"),
        (is_graded, chip("1", _BLUE, graded=True), "placed by degree"),
        (is_graded, _dots(), "margin to the nearest crossover"),
        (any(spot.is_open for spot in spots), chip("1", _BLUE, is_open=True), _ANYWHERE),
    ]
    return [(sign, word) for there, sign, word in entries if there]


def _dots() -> Block:
    return Block(20, 10, (line([(0, 5), (20, 5)], stroke=_BLUE, width=1.0, dash=(0.8, 1.8)),))


def _with_list(figure: Block, items: Sequence[Item], room: float, most: int | None) -> Block:
    """Set the list beside the matrix or below it, whichever makes the lower page."""
    wide = max(room - figure.width - _GAP, _LIST)
    aside = beside((figure, listed(items, wide, most)), _GAP)
    below = stacked((figure, _columns(items, max(room, figure.width), most)), _GAP)
    return below if aside.width > room or aside.height > below.height else aside


def _columns(items: Sequence[Item], room: float, most: int | None) -> Block:
    """Set the list in two columns."""
    middle = (len(items) + 1) // 2
    half = (room - _GAP) / 2
    return beside((listed(items[:middle], half, most), listed(items[middle:], half, most)), _GAP)


# --- how they move ---


def moves(
    paths: Mapping[Any, Trajectory] | Iterable[Trajectory],
    *,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw how policies, or parts of them, moved through the ambiguity-conflict matrix.

    Each path has a letter, each of its moments a number; arrows lead from one to the next,
    dashed where an axis cannot be told. The list says each move in words. Up to six paths share
    one matrix, each in a colour of its own. More would cross each other: each has a small matrix
    beside its words then, laid out as the one at the top that names the cells.

    Args:
        paths: What `trajectories.trace` returned, each path then under its policy, part, layer
            and assessor; or the name of a path, as it is to be read, to the path.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes. Its data coordinates are degrees in the matrix with the named cells: x for
        conflict, y for ambiguity, downwards.

    Raises:
        FrameworkError: If anything is no path.

    Source:
        matland-1995 for the matrix; what flips, and what cannot be told, is ours. Status: ours.

    >>> from implsupport import cases, trajectories
    >>> path = trajectories.trace(cases.study().positions)[-1]
    >>> axes = moves({"Trans-regional settlement": path})
    >>> [text.get_text() for text in axes.texts if text.get_text() in {"A1", "A2", "A3", "A4"}]
    ['A1', 'A2', 'A3', 'A4']
    """
    given = _named(paths)
    share_one = len(given) <= len(_HUES)
    routes = [
        _route(_letter(number), name, path, _HUES[number] if share_one else _BLUE)
        for number, (name, path) in enumerate(given)
    ]
    shown = _together if share_one else _apart

    def build(room: float, most: int | None) -> Block:
        return page(
            title, [shown(routes, room, most)], small_print(MATLAND.source, MATLAND.caveats)
        )

    return drawn(build, ax, width=_WIDTH)


def _named(paths: object) -> list[tuple[str, Trajectory]]:
    """Name each path, by what it is of where no name is given."""
    given = dict(enumerate(paths, 1)) if _are_listed(paths) else paths
    found = results(given, "path", "moves", lambda one: isinstance(one, Trajectory))
    if given is paths:
        return found
    return [(named((p.policy, p.part, p.layer, p.assessor)), p) for _, p in found]


def _are_listed(paths: object) -> TypeGuard[Iterable[object]]:
    return isinstance(paths, Iterable) and not isinstance(paths, Mapping | str)


@attrs.frozen(eq=False)
class _Route:
    """A path as it is drawn.

    Attributes:
        spots: The points of its moments.
        arrows: From the first point of a moment to the first of the next.
        item: Its line in the list.
    """

    spots: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]
    item: Item

    def after(self, before: int) -> list[Arrow]:
        """Count the arrows' places from a later one on."""
        return [(start + before, end + before, hue, told) for start, end, hue, told in self.arrows]


def _route(letter: str, name: str, path: Trajectory, hue: str) -> _Route:
    spots: list[Spot] = []
    starts: list[int] = []
    for step, moment in enumerate(path.moments, 1):
        starts.append(len(spots))
        spots += _moment(f"{letter}{step}", moment, hue)
    arrows = tuple(
        (start, end, hue, not move.unclear)
        for (start, end), move in zip(pairwise(starts), path.moves, strict=True)
    )
    return _Route(tuple(spots), arrows, Item(chip(letter, hue), name, tuple(_told(path))))


def _together(routes: Sequence[_Route], room: float, most: int | None) -> Block:
    """Draw all paths in one matrix, with the list beside it or below."""
    spots: list[Spot] = []
    arrows: list[Arrow] = []
    for route in routes:
        arrows += route.after(len(spots))
        spots += route.spots
    field = matrix(MATLAND, spots, arrows)
    figure = stacked((field, key(_key(spots), field.width)), 12)
    return _with_list(figure, [route.item for route in routes], room, most)


def _apart(routes: Sequence[_Route], room: float, most: int | None) -> Block:
    """Draw each path in a matrix of its own, below one that names the cells."""
    legend = matrix(MATLAND, (), cell=_LEGEND_CELL)
    wide = max(room, legend.width + _GAP + _LIST)
    signs = key(_key([spot for route in routes for spot in route.spots]), _LIST)
    how = paragraph(_HOW, wide - legend.width - _GAP)
    top = beside((legend, stacked((how, signs), 12)), _GAP)
    across = int((wide + _GAP) / (_ALONE + _GAP))
    each = (wide + _GAP) / across - _GAP
    rows = [
        beside([_alone(route, each, most) for route in routes[start : start + across]], _GAP)
        for start in range(0, len(routes), across)
    ]
    return stacked((top, *rows), _GAP)


def _alone(route: _Route, room: float, most: int | None) -> Block:
    small = miniature(MATLAND, route.spots, route.arrows)
    words = listed([route.item], max(room - small.width - 10, _LIST / 2), most)
    return beside((small, words), 10)


def _letter(number: int) -> str:
    """Name a path: A to Z, then AA, AB and so on."""
    before, place = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + place)


def _moment(text: str, moment: Moment, hue: str) -> list[Spot]:
    return [
        Spot(text, point.ambiguity, point.conflict, hue, is_central=True) for point in moment.points
    ]


def _told(path: Trajectory) -> Iterable[str]:
    yield from (f"{move.sentence}." for move in path.moves)
    yield from (f"{headed(sentence)}." for sentence in path.untold)
    yield from (caveat for caveat in path.caveats if caveat not in MATLAND.caveats)
