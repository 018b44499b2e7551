"""How the place of a policy in Matland's matrix moved, as far as it can be told.

Positions are put in order by step, else by date. A move says which axes flipped between one
moment and the next, and which cannot be told: because an axis is a gap or sits on its
crossover, or because the order of the positions is open.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import chain, combinations, pairwise
from typing import Any, Final, Literal, TypeAlias

import attrs

from implsupport.errors import UnknownTermError, shown
from implsupport.evaluation.ratings import Names, written_otherwise
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict, Implementation
from implsupport.given import number, plain, require_fields
from implsupport.notebooks import table
from implsupport.readings import Positioned
from implsupport.sources import Source, cite
from implsupport.terms import Gap, Scale, Term

__all__ = ["Moment", "Move", "Point", "Trajectory", "trace"]

Axis: TypeAlias = type[Scale]

_AXES: Final[tuple[Axis, Axis]] = (Ambiguity, Conflict)
_CROSSOVER: Final = 0.5
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_FIRST_DAY: Final = "0000-01-01"


@attrs.frozen
class Point:
    """One position: how a policy stands on the two axes, and when.

    Attributes:
        ambiguity: A grade, a gap, or how far it is high, from 0 to 1.
        conflict: A grade, a gap, or how far it is high, from 0 to 1.
        date: When, as YYYY, YYYY-MM or YYYY-MM-DD, or None.
        step: The source's own order, or None.

    >>> Point(Ambiguity.HIGH, Gap.NOT_STATED, date="2015", step=None).kinds
    (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC)
    """

    ambiguity: Ambiguity | Gap | float
    conflict: Conflict | Gap | float
    date: str | None
    step: int | None

    @property
    def kinds(self) -> tuple[Implementation, ...]:
        """The kinds that the axes leave possible, in reading order; one where both are told."""
        return tuple(
            kind
            for (ambiguity, conflict), kind in MATLAND.items()
            if ambiguity in self.grades(Ambiguity) and conflict in self.grades(Conflict)
        )

    def mark(self, axis: Axis) -> Term | float:
        """Read one axis as it was given.

        Args:
            axis: `Ambiguity` or `Conflict`.

        Returns:
            The grade, the gap, or the degree.
        """
        return self.ambiguity if axis is Ambiguity else self.conflict

    def grades(self, axis: Axis) -> tuple[Scale, ...]:
        """List the grades that an axis may have.

        Args:
            axis: `Ambiguity` or `Conflict`.

        Returns:
            One grade; or both, where the axis is a gap or sits on its crossover, 0.5.
        """
        mark = self.mark(axis)
        if isinstance(mark, Scale):
            return (mark,)
        low, high = axis
        if isinstance(mark, Term) or mark == _CROSSOVER:
            return (low, high)
        return (high,) if mark > _CROSSOVER else (low,)


@attrs.frozen
class Moment:
    """A position; or several, where the order among themselves cannot be told.

    Attributes:
        points: The positions, nearly always one.

    >>> from implsupport import cases
    >>> path = trace(cases.study().positions)[-1]
    >>> [[point.step for point in moment.points] for moment in path.moments]
    [[1], [2], [3], [4]]
    """

    points: tuple[Point, ...]

    @property
    def date(self) -> str | None:
        """The date that holds all the others here, or None where one has no date."""
        dates = [point.date for point in self.points if point.date is not None]
        return min(dates) if len(dates) == len(self.points) else None

    @property
    def step(self) -> int | None:
        """The step of its first position, or None."""
        return self.points[0].step

    @property
    def kinds(self) -> tuple[Implementation, ...]:
        """The kinds that one or the other position leaves possible, in reading order."""
        possible = set(chain.from_iterable(point.kinds for point in self.points))
        return tuple(kind for _, kind in MATLAND.items() if kind in possible)

    def grades(self, axis: Axis) -> tuple[Scale, ...]:
        """List the grades that an axis may have.

        Args:
            axis: `Ambiguity` or `Conflict`.

        Returns:
            One grade where all positions agree, else both, least first.
        """
        possible = set(chain.from_iterable(point.grades(axis) for point in self.points))
        return tuple(grade for grade in axis if grade in possible)

    def words(self, axis: Axis) -> str:
        """Say how an axis stands.

        Args:
            axis: `Ambiguity` or `Conflict`.

        Returns:
            The label of the grade or gap, or "at its crossover"; several joined by "or".
        """
        words = {_word(point.mark(axis), point.grades(axis)): None for point in self.points}
        return " or ".join(words)


def _word(mark: Term | float, grades: tuple[Scale, ...]) -> str:
    if isinstance(mark, Term):
        return mark.label
    return grades[0].label if len(grades) == 1 else "at its crossover"


@attrs.frozen
class Move:
    """The step from one moment to the next.

    Attributes:
        before: The earlier moment.
        after: The later moment.

    >>> from implsupport import cases
    >>> path = trace(cases.study().positions)[-1]
    >>> path.moves[0].flipped
    (Conflict.HIGH,)
    """

    before: Moment
    after: Moment

    @property
    def flipped(self) -> tuple[Scale, ...]:
        """The grades that axes have flipped to, ambiguity first."""
        pairs = ((self.before.grades(axis), self.after.grades(axis)) for axis in self._told)
        return tuple(now for (was,), (now,) in pairs if was is not now)

    @property
    def held(self) -> tuple[Scale, ...]:
        """The grades that axes have kept, ambiguity first."""
        pairs = ((self.before.grades(axis), self.after.grades(axis)) for axis in self._told)
        return tuple(now for (was,), (now,) in pairs if was is now)

    @property
    def unclear(self) -> tuple[Axis, ...]:
        """The axes of which it cannot be told whether they flipped."""
        return tuple(axis for axis in _AXES if axis not in self._told)

    @property
    def when(self) -> str:
        """Between which dates, or where one is missing from which step to which.

        A flip is placed between the positions that show it, never at a date.
        """
        if self.before.date is None or self.after.date is None:
            return f"from step {self.before.step} to step {self.after.step}"
        return f"between {self.before.date} and {self.after.date}"

    @property
    def sentence(self) -> str:
        """The move in one sentence, each axis named."""
        flipped = [f"{_name(type(grade))} became {grade.label}" for grade in self.flipped]
        held = [f"{_name(type(grade))} stayed {grade.label}" for grade in self.held]
        unclear = [
            f"whether {_name(axis)} flipped cannot be told: {self.before.words(axis)} before, "
            f"{self.after.words(axis)} after"
            for axis in self.unclear
        ]
        return f"{self.when}: {'; '.join([*flipped, *held, *unclear])}"

    @property
    def _told(self) -> tuple[Axis, ...]:
        moments = (self.before, self.after)
        return tuple(axis for axis in _AXES if all(len(one.grades(axis)) == 1 for one in moments))


def _name(axis: Axis) -> str:
    return axis.__name__.lower()


@attrs.frozen
class Trajectory:
    """The path of one policy or part, on one layer, as one assessor sees it.

    Attributes:
        policy: The key of the policy.
        part: The part, as written, or None for the whole.
        layer: The layer, as written, or None.
        assessor: Who judged, or None.
        order: What the positions are ordered by; None where neither step nor date does it.
        moments: The positions in order; those whose order is open share a moment.

    >>> from implsupport import cases
    >>> path = trace(cases.study().positions)[-1]
    >>> path.order, [moment.kinds[0].key for moment in path.moments]
    ('step', ['experimental', 'symbolic', 'political', 'administrative'])
    """

    policy: str
    part: str | None
    layer: str | None
    assessor: str | None
    order: Literal["step", "date"] | None
    moments: tuple[Moment, ...]

    @property
    def moves(self) -> tuple[Move, ...]:
        """The moves from each moment to the next; none where there is one moment."""
        return tuple(Move(before, after) for before, after in pairwise(self.moments))

    @property
    def untold(self) -> tuple[str, ...]:
        """Why the order of some positions cannot be told, one sentence a moment."""
        return tuple(
            f"the order of {len(moment.points)} positions cannot be told: {self._why(moment)}"
            for moment in self.moments
            if len(moment.points) > 1
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the axes come from; the crossover is this library's choice."""
        return (cite("matland-1995"), cite("matland-1995", status="ours"))

    @property
    def caveats(self) -> tuple[str, ...]:
        """What the matrix warns of, and whether steps and dates agree."""
        against = self.order == "step" and any(
            _precedes(later.date, earlier.date) for earlier, later in combinations(self.moments, 2)
        )
        clash = "The dates run against the steps; the order here is that of the steps."
        return (*MATLAND.caveats, *((clash,) if against else ()))

    def _why(self, moment: Moment) -> str:
        if self.order == "step":
            return f"they share step {moment.step}"
        if self.order == "date":
            return f"their dates overlap in {moment.date}"
        undated = sum(point.date is None for point in moment.points)
        return f"there is no date for {undated}, and no step for some"

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        of = ", ".join(filter(None, (self.policy, self.part, self.layer, self.assessor)))
        moves = ((number, move.sentence) for number, move in enumerate(self.moves, 1))
        return table(of, [*moves, *(("untold", sentence) for sentence in self.untold)])


def trace(positions: Iterable[Positioned]) -> tuple[Trajectory, ...]:
    """Trace how policies moved through Matland's matrix.

    Positions of another policy, part, layer or assessor are never joined into one path: the
    difference between them is no move. Within a path the positions are ordered by step where
    all have one, else by date. A date stands for all its days: 2015 overlaps 2015-07, and their
    order cannot be told; where a date is missing too, the order of the whole path cannot.

    Args:
        positions: The positions, in any order.

    Returns:
        A path for each policy, part, layer and assessor, in their order; the whole of a policy
        before its parts. A path of one position has no move.

    Raises:
        UnknownTermError: If an axis is neither grade nor gap nor a number from 0 to 1, a date or
            step cannot be used, or the name of a part, an assessor or a layer differs from one
            before only in case or outer space: every such one of the call, with its policy.
        FrameworkError: If what is given is no list of positions: every thing that is none.

    Source:
        matland-1995 for the axes. That an axis flips where it crosses 0.5, and what cannot be
        told, are a choice of this library. Status: ours.

    >>> from implsupport import cases
    >>> path = trace(cases.study().positions)[-1]
    >>> path.policy, [grade.name for move in path.moves for grade in move.flipped]
    ('trans-regional-immediate-medical-settlement-china', ['HIGH', 'LOW', 'LOW'])
    >>> print(path.moves[0].sentence)
    from step 1 to step 2: conflict became high; ambiguity stayed high
    """
    paths: dict[_Path, list[Point]] = {}
    wrong: list[UnknownTermError] = []
    given = require_fields(_FIELDS, positions, "trace", "position", _MAKE_A_POSITION)
    wrong += _alike(given)
    for position in given:
        found = _point(position)
        if isinstance(found, Point):
            paths.setdefault(_path(position), []).append(found)
        else:
            wrong += found
    if wrong:
        raise UnknownTermError.together(wrong)
    return tuple(_trajectory(path, paths[path]) for path in sorted(paths, key=_alphabetical))


_MAKE_A_POSITION: Final = "make one with records.Position(...)"
_FIELDS: Final = (
    "policy",
    "part",
    "layer",
    "assessor",
    "ambiguity",
    "conflict",
    "date",
    "step",
)


def _alike(positions: Iterable[Positioned]) -> Iterator[UnknownTermError]:
    """Find names that are written in two ways: they would cut one path in two."""
    names = Names[int]()
    for place, one in enumerate(positions, 1):
        for what in ("part", "assessor", "layer"):
            name = getattr(one, what)
            if isinstance(name, str):
                found = written_otherwise(names, what, name, "position", place)
                yield from [attrs.evolve(found, where=one.policy)] if found else []


_Path: TypeAlias = tuple[str, str | None, str | None, str | None]


def _path(position: Positioned) -> _Path:
    return (position.policy, position.part, position.layer, position.assessor)


def _alphabetical(path: _Path) -> tuple[str, ...]:
    return tuple(word or "" for word in path)


def _trajectory(path: _Path, points: list[Point]) -> Trajectory:
    order = _order(points)
    groups = _groups(order, sorted(points, key=_by_step if order == "step" else _by_date))
    return Trajectory(*path, order=order, moments=tuple(Moment(tuple(group)) for group in groups))


def _order(points: list[Point]) -> Literal["step", "date"] | None:
    if all(point.step is not None for point in points):
        return "step"
    return "date" if all(point.date is not None for point in points) else None


def _by_step(point: Point) -> tuple[Any, ...]:
    return (point.step, *_by_date(point))


def _by_date(point: Point) -> tuple[Any, ...]:
    """Order by date; the rest only makes the order independent of that of the input."""
    marks = (str(getattr(mark, "key", mark)) for mark in (point.ambiguity, point.conflict))
    return (point.date or "", point.step is not None, point.step or 0, *marks)


def _groups(order: str | None, points: list[Point]) -> Iterator[list[Point]]:
    """Cut sorted points wherever the next is certainly later than the first of its group."""
    later = _LATER[order]
    group: list[Point] = []
    for point in points:
        if group and later(group[0], point):
            yield group
            group = []
        group.append(point)
    yield group


def _precedes(one: str | None, other: str | None) -> bool:
    """Tell whether a date certainly lies before another.

    Dates are written from the year down, so that the one that holds the other begins it, and
    those that do not overlap compare as text.
    """
    if one is None or other is None:
        return False
    return one < other and not other.startswith(one)


_LATER: Final[Mapping[str | None, Callable[[Point, Point], bool]]] = {
    "step": lambda first, point: point.step != first.step,
    "date": lambda first, point: _precedes(first.date, point.date),
    None: lambda _first, _point: False,
}


# --- reading one position ---


def _point(position: Positioned) -> Point | list[UnknownTermError]:
    """Read a position, or say all that is wrong with it."""
    readers: dict[str, Callable[[Any], Any]] = {
        "ambiguity": partial(_mark, Ambiguity),
        "conflict": partial(_mark, Conflict),
        "date": _when,
        "step": _step,
    }
    found: dict[str, Any] = {}
    wrong: list[UnknownTermError] = []
    for field, reader in readers.items():
        try:
            found[field] = reader(getattr(position, field))
        except UnknownTermError as error:
            wrong.append(attrs.evolve(error, where=f"{position.policy}, {field}"))
    return wrong or Point(**found)


def _mark(axis: Axis, mark: Any) -> Term | float:  # noqa: ANN401 -- whatever a caller put there
    degree = number(mark)
    if degree is None:
        return axis.mark(mark)
    if not 0 <= degree <= 1:
        expected = ("a grade, a gap or a number from 0 to 1",)
        raise UnknownTermError(shown(mark), axis.__name__, expected, noun="degree")
    return float(degree)


def _when(given: object) -> str | None:
    if given is None or (isinstance(given, str) and _is_date(given)):
        return given
    expected = ("YYYY, YYYY-MM or YYYY-MM-DD, or None",)
    raise UnknownTermError(shown(given), "the calendar", expected, noun="date")


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _FIRST_DAY[len(text) :])
    except ValueError:
        return False
    return True


def _step(given: object) -> int | None:
    step = plain(given)
    if step is None or (isinstance(step, int) and not isinstance(step, bool)):
        return step
    expected = ("a whole number, or None",)
    raise UnknownTermError(shown(given), "the source's own order", expected, noun="step")
