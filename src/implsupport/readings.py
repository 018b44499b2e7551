"""The three verbs that read a framework, two more on their results, and what they return.

`classify` picks one cell of a typology, `score` one cell in each row of a rubric, `place` any
number of cells of a grid. `locate` reads a typology whose axes are graded, `compare` two cards.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, Protocol, TypeVar, overload

import attrs

from implsupport.errors import FrameworkError, IncompleteError, UnknownTermError, shown
from implsupport.given import no_cell, number, require_each, require_fields
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.notebooks import table
from implsupport.terms import FrozenMap, Gap, Scale, Term

__all__ = [
    "Classification",
    "Comparison",
    "Decided",
    "Exhibited",
    "Judged",
    "Location",
    "Placed",
    "Placement",
    "Positioned",
    "Rated",
    "Scorecard",
    "candidates",
    "classify",
    "compare",
    "locate",
    "place",
    "score",
]

R = TypeVar("R", bound=Term)
C = TypeVar("C", bound=Term)
K = TypeVar("K", bound=Term)
S = TypeVar("S", bound=Scale)
A = TypeVar("A", bound=Scale)
B = TypeVar("B", bound=Scale)
X = TypeVar("X")

MAKE_A_CARD: Final = "make one with score(rubric, ratings)"
"""What to do where something else was given for a card."""

MAKE_A_PLACEMENT: Final = "make one with governance.place(activities)"
"""What to do where something else was given for a placement."""

_CROSSOVER = 0.5
_NO_GRADE = "where there is no grade, give a gap, such as 'not-assessed'"


# --- what people wrote, as the functions here read it ---


class Placed(Protocol):
    """An activity and the cells of the governance grid that it stands in.

    >>> from implsupport.records import Activity
    >>> visits: Placed = Activity(key="visits", title="Visits", policy="ours")
    >>> visits.key, tuple(visits.cells)
    ('visits', ())
    """

    @property
    def key(self) -> str:
        """The key of the activity."""
        ...

    @property
    def cells(self) -> Iterable[tuple[Any, Any]]:
        """Pairs of (row, column); empty for a factor that is not an activity."""
        ...

    @property
    def layers(self) -> Iterable[str]:
        """The administrative layers it spans, as written."""
        ...


class Rated(Protocol):
    """One rating: a grade, or a gap with its reason.

    >>> from implsupport.records import Rating
    >>> rated: Rated = Rating(gap="not-assessed")
    >>> rated.grade, rated.gap
    (None, Gap.NOT_ASSESSED)
    """

    @property
    def grade(self) -> str | None:
        """The key of the grade, or None where there is a gap."""
        ...

    @property
    def gap(self) -> Gap | None:
        """Why there is no grade, or None where there is one."""
        ...


class Judged(Protocol):
    """One assessor's judgement of one policy or support programme against one rubric.

    >>> from implsupport.records import Assessment
    >>> judged: Judged = Assessment(policy="ours", object="policy", rubric="success", ratings={})
    >>> judged.rubric, judged.assessor
    ('success', None)
    """

    @property
    def policy(self) -> str:
        """The key of the policy."""
        ...

    @property
    def object(self) -> str:
        """What is judged: *policy* or *support-programme*."""
        ...

    @property
    def rubric(self) -> str:
        """The key of the rubric."""
        ...

    @property
    def ratings(self) -> Mapping[str, Rated]:
        """Criterion key to rating."""
        ...

    @property
    def assessor(self) -> str | None:
        """Who judged, or None."""
        ...

    @property
    def date(self) -> str | None:
        """When, as YYYY, YYYY-MM or YYYY-MM-DD, or None."""
        ...

    @property
    def layer(self) -> str | None:
        """The administrative layer judged, as written, or None."""
        ...


class Decided(Protocol):
    """The grade that several assessors settle on for one criterion.

    >>> from implsupport.records import Decision
    >>> decided: Decided = Decision(
    ...     policy="ours",
    ...     object="policy",
    ...     rubric="success",
    ...     criterion="clarity",
    ...     grade="relative-success",
    ... )
    >>> decided.criterion, decided.grade
    ('clarity', 'relative-success')
    """

    @property
    def policy(self) -> str:
        """The key of the policy."""
        ...

    @property
    def object(self) -> str:
        """What is judged: *policy* or *support-programme*."""
        ...

    @property
    def rubric(self) -> str:
        """The key of the rubric."""
        ...

    @property
    def criterion(self) -> str:
        """The key of the criterion."""
        ...

    @property
    def grade(self) -> str:
        """The key of the grade."""
        ...

    @property
    def assessors(self) -> Iterable[str]:
        """Who decided."""
        ...

    @property
    def reason(self) -> str | None:
        """Why, or None."""
        ...

    @property
    def date(self) -> str | None:
        """When it was decided, as YYYY, YYYY-MM or YYYY-MM-DD, or None."""
        ...

    @property
    def layer(self) -> str | None:
        """The administrative layer judged, as written, or None."""
        ...


class Positioned(Protocol):
    """Where somebody places a policy, or a part of it, in Matland's matrix.

    >>> from implsupport.records import Position
    >>> stands: Positioned = Position(policy="ours", ambiguity="high", conflict="not-stated")
    >>> stands.conflict, stands.step
    (Gap.NOT_STATED, None)
    """

    @property
    def policy(self) -> str:
        """The key of the policy."""
        ...

    @property
    def part(self) -> str | None:
        """The part of the policy, as written, or None for the whole."""
        ...

    @property
    def ambiguity(self) -> Term | float:
        """A grade, a gap, or a degree from 0 to 1."""
        ...

    @property
    def conflict(self) -> Term | float:
        """A grade, a gap, or a degree from 0 to 1."""
        ...

    @property
    def date(self) -> str | None:
        """When, as YYYY, YYYY-MM or YYYY-MM-DD, or None."""
        ...

    @property
    def step(self) -> int | None:
        """The source's own order where it prints no date, from 1, or None."""
        ...

    @property
    def layer(self) -> str | None:
        """The administrative layer, as written, or None."""
        ...

    @property
    def assessor(self) -> str | None:
        """Who judged, or None."""
        ...


class Exhibited(Protocol):
    """An approach to support, how far it follows each model, and where it is described.

    >>> from implsupport.records import SupportApproach
    >>> visits: Exhibited = SupportApproach(key="visits", title="Visits", exhibited_in=["ours"])
    >>> tuple(visits.exhibited_in)
    ('ours',)
    """

    @property
    def key(self) -> str:
        """The key of the approach."""
        ...

    @property
    def models(self) -> Mapping[Any, Any]:
        """Model to extent or gap; each a term or a key."""
        ...

    @property
    def exhibited_in(self) -> Iterable[str]:
        """The keys of the policies whose support is described with it."""
        ...


# --- classify: one cell ---


@attrs.frozen
class Classification(Generic[R, C, K]):
    """The one cell of a typology that a case falls in.

    Attributes:
        typology: The typology that was read.
        row: The row picked.
        col: The column picked.

    >>> from implsupport import matland
    >>> place = matland.classify(ambiguity="high", conflict="high")
    >>> place.row, place.kind.label
    (Ambiguity.HIGH, 'symbolic')
    """

    typology: Typology[R, C, K]
    row: R
    col: C

    @property
    def kind(self) -> K:
        """What the cell says: the kind of thing the case is."""
        return self.typology[self.row, self.col]

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        axes = ((type(word).__name__.lower(), word) for word in (self.row, self.col))
        return table(self.typology.title, [*axes, ("kind", self.kind)])


def classify(typology: Typology[R, C, K], row: R | str, col: C | str) -> Classification[R, C, K]:
    """Pick the one cell of a typology that a case falls in.

    Args:
        typology: The typology to read.
        row: A term of its rows, its key or its label.
        col: A term of its columns, its key or its label.

    Returns:
        The cell; its `kind` is what the typology says there.

    Raises:
        UnknownTermError: If the row or the column is not of its vocabulary: both findings.
        FrameworkError: If what is to be read is not a typology.

    Source:
        The framework's own, where it has one; how it is read here is this library's. Status: ours.

    >>> from implsupport import matland
    >>> classify(matland.MATLAND, "low", "high").kind
    Implementation.POLITICAL
    """
    _require(typology, Typology)
    return Classification(typology, *typology.pair(row, col))


def _require(given: object, kind: type[Matrix[Any, Any, Any]]) -> None:
    """Refuse what is no framework of the kind that a verb reads, such as a key for one."""
    if not isinstance(given, kind):
        what = kind.__name__.lower()
        problem = f"{shown(given)} is not a {what}; give the {what} itself, not its key"
        raise FrameworkError(what, (problem,))


def candidates(
    typology: Typology[A, B, K], row: A | Gap | str, col: B | Gap | str
) -> tuple[K, ...]:
    """List the kinds that remain possible where an axis may be a gap.

    Args:
        typology: A typology whose axes are scales.
        row: A grade of its rows or a gap, or the key or label of one.
        col: A grade of its columns or a gap, or the key or label of one.

    Returns:
        The kinds in reading order; one where both axes are graded, all where both are gaps.

    Raises:
        UnknownTermError: If an axis is neither a grade of its scale nor a gap: both findings.
        FrameworkError: If it is not a typology whose axes are scales.

    Source:
        The framework's own, where it has one; how it is read here is this library's. Status: ours.

    >>> from implsupport import matland
    >>> candidates(matland.MATLAND, "high", "conflicting-evidence")
    (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC)
    """
    _require(typology, Typology)
    _require_scales(typology)
    rows, cols = _both(_open, (typology.rows, typology.cols), (row, col))
    return _kinds(typology, rows, cols)


def _require_scales(typology: Typology[Any, Any, Any]) -> None:
    problems = tuple(
        f"{axis.__name__} is not a scale, so a gap stands for no grade of it"
        for axis in (typology.rows, typology.cols)
        if not issubclass(axis, Scale)
    )
    if problems:
        raise FrameworkError(typology.key, problems)


def _open(scale: type[Scale], word: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- a word or a term
    mark = scale.mark(word)
    return tuple(scale) if isinstance(mark, Gap) else (mark,)


def _both(
    read: Callable[[type[Scale], Any], X], axes: Iterable[type[Scale]], given: Iterable[object]
) -> tuple[X, ...]:
    """Read what is given for each axis, and collect what cannot be read."""
    found: list[X] = []
    unknown: list[UnknownTermError] = []
    for axis, word in zip(axes, given, strict=True):
        try:
            found.append(read(axis, word))
        except UnknownTermError as error:
            unknown.append(error)
    if unknown:
        raise UnknownTermError.together(unknown)
    return tuple(found)


def _kinds(typology: Typology[R, C, K], rows: Iterable[R], cols: tuple[C, ...]) -> tuple[K, ...]:
    return tuple(dict.fromkeys(typology[row, col] for row in rows for col in cols))


# --- locate: all cells, each by degree ---


@attrs.frozen
class Location(Generic[A, B, K]):
    """Where a case stands in a typology whose two axes are graded from 0 to 1.

    Attributes:
        typology: The typology that was read.
        row: How far the case has the higher grade of the rows, from 0 to 1; None if unknown.
        col: How far the case has the higher grade of the columns, from 0 to 1; None if unknown.
        memberships: Kind to its degree of membership, in reading order; None if an axis is.

    >>> from implsupport import matland
    >>> place = matland.locate(ambiguity=0.5, conflict=0.25)
    >>> place.kind, place.borderline, place.margin
    (None, True, 0.0)
    >>> [kind.key for kind in place.candidates]
    ['administrative', 'experimental']
    """

    typology: Typology[A, B, K]
    row: float | None
    col: float | None
    memberships: FrozenMap[K, float | None]

    @property
    def borderline(self) -> bool:
        """Whether an axis sits on its crossover, 0.5."""
        return _CROSSOVER in (self.row, self.col)

    @property
    def candidates(self) -> tuple[K, ...]:
        """The kinds that the axes leave possible, in reading order; one off the crossover."""
        rows = _side(self.typology.rows, self.row)
        return _kinds(self.typology, rows, _side(self.typology.cols, self.col))

    @property
    def kind(self) -> K | None:
        """The one candidate; None where an axis on its crossover or unknown leaves several."""
        first, *others = self.candidates
        return None if others else first

    @property
    def margin(self) -> float | None:
        """The least distance of an axis from its crossover, 0 to 0.5; None if one is unknown."""
        if self.row is None or self.col is None:
            return None
        return min(abs(self.row - _CROSSOVER), abs(self.col - _CROSSOVER))

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        said = self.kind or self.candidates
        rows = [*self.memberships.items(), ("kind", said), ("margin", self.margin)]
        return table(self.typology.title, rows, ("kind", "membership"))


def locate(typology: Typology[A, B, K], row: float | None, col: float | None) -> Location[A, B, K]:
    """Grade a case's membership of every cell of a typology of two two-grade scales.

    Membership of the higher grade of an axis is the degree given, of the lower one its
    complement; membership of a kind is the lesser of its two axis memberships.

    Args:
        typology: The typology to read.
        row: How far the case has the higher grade of the rows, from 0 to 1, or None.
        col: How far the case has the higher grade of the columns, from 0 to 1, or None.

    Returns:
        All memberships first; then the kind, or the candidates where an axis leaves several.

    Raises:
        UnknownTermError: If a degree is not a number from 0 to 1: both findings.
        FrameworkError: If it is not a typology whose axes are scales of two grades.

    Source:
        kvist-2007 and ragin-2008 for fuzzy-set ideal types. The minimum, the crossover at 0.5
        and the margin are a choice of this library. Status: ours.

    >>> from implsupport import matland
    >>> locate(matland.MATLAND, 0.75, 0.25).kind
    Implementation.EXPERIMENTAL
    """
    _require(typology, Typology)
    _require_two_grades(typology)
    row, col = _both(_degree, (typology.rows, typology.cols), (row, col))
    degrees: dict[K, float | None] = {}
    for (row_grade, col_grade), kind in typology.items():
        degree = _lesser(_share(row_grade, row), _share(col_grade, col))
        degrees[kind] = _greater(degrees.get(kind), degree)
    return Location(typology, row, col, FrozenMap(degrees))


_TWO = 2


def _require_two_grades(typology: Typology[Any, Any, Any]) -> None:
    problems = tuple(
        f"{axis.__name__} is not a scale of two grades, so nothing lies between them"
        for axis in (typology.rows, typology.cols)
        if not issubclass(axis, Scale) or len(axis) != _TWO
    )
    if problems:
        raise FrameworkError(typology.key, problems)


def _degree(axis: type[Scale], degree: object) -> float | None:
    if degree is None:
        return None
    value = number(degree)
    if value is None or not 0 <= value <= 1:
        expected = ("a number from 0 to 1, or None where it is not known",)
        raise UnknownTermError(shown(degree), axis.__name__, expected, noun="degree")
    return value + 0.0  # a float, and without the sign of a zero


def _share(grade: Scale, degree: float | None) -> float | None:
    """Membership of a grade, where the degree is that of the scale's higher one."""
    if degree is None:
        return None
    return degree if grade is max(type(grade)) else 1 - degree


def _lesser(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else min(left, right)


def _greater(left: float | None, right: float | None) -> float | None:
    return right if left is None or right is None else max(left, right)


def _side(axis: type[A], degree: float | None) -> tuple[A, ...]:
    low, high = axis
    if degree is None or degree == _CROSSOVER:
        return (low, high)
    return (high,) if degree > _CROSSOVER else (low,)


# --- score: one cell in each row ---


@attrs.frozen
class Scorecard(Generic[R, S]):
    """A profile of grades and gaps on a rubric. It has no total: grades are never added up.

    Attributes:
        rubric: The rubric that was read.
        profile: Criterion to its grade, or to the gap that stands in its place, in order.

    >>> from implsupport import success
    >>> card = success.score(
    ...     {"legitimacy": "relative-success", "politics": "conflicted-attainment"}, partial=True
    ... )
    >>> card.lowest, card.highest, len(card.gaps)
    (Attainment.CONFLICTED_ATTAINMENT, Attainment.RELATIVE_SUCCESS, 4)
    """

    rubric: Rubric[R, S, Any]
    profile: FrozenMap[R, S | Gap]

    @property
    def grades(self) -> FrozenMap[R, S]:
        """Criterion to grade, for those that have one, in the rubric's order."""
        return FrozenMap({row: m for row, m in self.profile.items() if not isinstance(m, Gap)})

    @property
    def gaps(self) -> FrozenMap[R, Gap]:
        """Criterion to gap, for those without a grade, in the rubric's order."""
        return FrozenMap({row: m for row, m in self.profile.items() if isinstance(m, Gap)})

    @property
    def lowest(self) -> S | None:
        """The lowest grade given, or None where none is."""
        return min(self.grades.values(), default=None)

    @property
    def highest(self) -> S | None:
        """The highest grade given, or None where none is."""
        return max(self.grades.values(), default=None)

    @property
    def tally(self) -> FrozenMap[S, int]:
        """Grade to the number of criteria that have it, least grade first, zeros included."""
        given = tuple(self.grades.values())
        return FrozenMap({grade: given.count(grade) for grade in self.rubric.cols})

    @property
    def anchors(self) -> FrozenMap[R, Any]:
        """Criterion to the rubric's anchor for its grade, for those that have one."""
        return FrozenMap({row: self.rubric[row, grade] for row, grade in self.grades.items()})

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        return table(self.rubric.title, self.profile.items(), ("criterion", "grade or gap"))


@overload
def score(
    rubric: Rubric[R, S, Any], ratings: Mapping[str, Term | str], *, partial: bool = False
) -> Scorecard[R, S]: ...
@overload
def score(
    rubric: Rubric[R, S, Any], ratings: Mapping[R, S | Gap | str], *, partial: bool = False
) -> Scorecard[R, S]: ...
def score(
    rubric: Rubric[R, S, Any], ratings: Mapping[Any, Any], *, partial: bool = False
) -> Scorecard[R, S]:
    """Pick one cell in each row of a rubric: a grade for each criterion, or a gap.

    Args:
        rubric: The rubric to read.
        ratings: Criterion to grade or gap; each a term, its key or its label.
        partial: Whether criteria without a rating become the gap *not-assessed*.

    Returns:
        The card: the profile in the rubric's order, with its lowest, highest, tally and gaps.

    Raises:
        UnknownTermError: If a criterion or a grade is not of its vocabulary: every such word of
            the call, each with its criterion, and after them what is missing or given twice.
        IncompleteError: If a criterion has no rating and `partial` is not set, or has two.
        FrameworkError: If the rubric is none, or the ratings are not a mapping.

    Source:
        The framework's own, where it has one; how it is read here is this library's. Status: ours.

    >>> from implsupport import success
    >>> card = score(success.SUCCESS, {"clarity": "Relative success"}, partial=True)
    >>> card.profile[success.Criterion.CLARITY], card.gaps[success.Criterion.POLITICS]
    (Attainment.RELATIVE_SUCCESS, Gap.NOT_ASSESSED)
    """
    _require(rubric, Rubric)
    marks, unknown, repeated = _marks(rubric, ratings)
    profile = {row: marks.get(row, Gap.NOT_ASSESSED) for row in rubric.rows}
    complete = partial or len(marks) == len(profile)
    if unknown or repeated or not complete:
        without = [] if complete else [row.key for row in profile if row not in marks]
        raise _unscored(rubric.key, unknown, without, tuple(repeated))
    return Scorecard(rubric, FrozenMap(profile))


def _unscored(
    rubric: str, unknown: list[UnknownTermError], without: list[str], repeated: tuple[str, ...]
) -> UnknownTermError | IncompleteError:
    """Make one error of what cannot be read, what is missing and what is given twice.

    A criterion whose rating cannot be read, or that a misspelt one is nearest to, is not missing.
    """
    told = {error.where or error.nearest for error in unknown}
    missing = tuple(key for key in without if key not in told)
    incomplete = IncompleteError(rubric, missing, repeated)
    if not unknown:
        return incomplete
    error = UnknownTermError.together(unknown)
    more = (str(incomplete),) if missing or repeated else ()
    return attrs.evolve(error, also=(*error.also, *more))


def _marks(
    rubric: Rubric[R, S, Any], ratings: Mapping[Any, Any]
) -> tuple[dict[R, S | Gap], list[UnknownTermError], list[str]]:
    """Read every rating, and collect what cannot be read instead of stopping at the first."""
    marks: dict[R, S | Gap] = {}
    unknown: list[UnknownTermError] = []
    repeated: list[str] = []
    row_of, mark_of = rubric.rows.of, rubric.cols.mark
    for word, rating in _items(rubric, ratings):
        try:
            row = row_of(word)
        except UnknownTermError as error:
            unknown.append(error)
            continue
        if row in marks and row.key not in repeated:
            repeated.append(row.key)
        try:
            marks[row] = mark_of(rating)
        except UnknownTermError as error:
            hint = "" if isinstance(rating, str | Term) else _NO_GRADE
            unknown.append(attrs.evolve(error, where=row.key, hint=hint))
    return marks, unknown, repeated


def _items(rubric: Rubric[Any, Any, Any], ratings: Mapping[Any, Any]) -> Iterable[tuple[Any, Any]]:
    try:
        return ratings.items()
    except AttributeError:
        problem = f"{shown(ratings)} is not a mapping of criteria to grades or gaps"
        raise FrameworkError(rubric.key, (problem,)) from None


# --- compare: two cards of one rubric ---


@attrs.frozen
class Comparison(Generic[R, S]):
    """How one card differs from another of the same rubric, criterion by criterion.

    Attributes:
        before: The earlier card.
        after: The later card.

    >>> from implsupport import success
    >>> before = success.score({"clarity": "relative-failure"}, partial=True)
    >>> after = success.score({"clarity": "relative-success"}, partial=True)
    >>> compare(before, after).rose
    (Criterion.CLARITY,)
    """

    before: Scorecard[R, S]
    after: Scorecard[R, S]

    @property
    def rose(self) -> tuple[R, ...]:
        """The criteria whose grade is higher now, in the rubric's order."""
        return tuple(row for row, was, now in self._pairs() if was < now)

    @property
    def fell(self) -> tuple[R, ...]:
        """The criteria whose grade is lower now, in the rubric's order."""
        return tuple(row for row, was, now in self._pairs() if was > now)

    @property
    def held(self) -> tuple[R, ...]:
        """The criteria whose grade is the same, in the rubric's order."""
        return tuple(row for row, was, now in self._pairs() if was is now)

    @property
    def unclear(self) -> tuple[R, ...]:
        """The criteria that cannot be compared, because one card or both have a gap."""
        graded = {row for row, _, _ in self._pairs()}
        return tuple(row for row in self.before.profile if row not in graded)

    def _pairs(self) -> list[tuple[R, S, S]]:
        now = self.after.grades
        return [(row, was, now[row]) for row, was in self.before.grades.items() if row in now]

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = [(row, mark, self.after.profile[row]) for row, mark in self.before.profile.items()]
        return table(self.before.rubric.title, rows, ("criterion", "before", "after"))


def compare(before: Scorecard[R, S], after: Scorecard[R, S]) -> Comparison[R, S]:
    """Compare two cards of one rubric.

    Args:
        before: The earlier card.
        after: The later card.

    Returns:
        Which criteria rose, fell, held, or cannot be compared.

    Raises:
        FrameworkError: If the cards are of different rubrics, or one is none.

    Source:
        The framework's own, where it has one; how it is read here is this library's. Status: ours.

    >>> from implsupport import success
    >>> card = success.score({"clarity": "relative-failure"}, partial=True)
    >>> len(compare(card, card).unclear)
    5
    """
    require_each(Scorecard, (before, after), "compare", MAKE_A_CARD)
    if before.rubric != after.rubric:
        problem = f"a card of it does not compare with one of {after.rubric.key!r}, another rubric"
        raise FrameworkError(before.rubric.key, (problem,))
    return Comparison(before, after)


# --- place: any number of cells ---


@attrs.frozen
class Placement(Generic[R, C, K]):
    """Which activities stand in which cells of a grid. The cells have no sequence.

    Attributes:
        grid: The grid that was read.
        cells: (row, column) to the keys of its activities, for every cell, in reading order.
        layers: (row, column) to the administrative layers that its activities span.
        unplaced: The keys of what has no cell: factors that are not activities.

    >>> from implsupport import cases, governance
    >>> trust = governance.place(cases.every_child_matters())
    >>> len(trust.empty), trust.several
    (3, FrozenMap({'common-assessment-framework': ((Locus.ORGANISATION, Level.OPERATIONAL), \
(Locus.INDIVIDUAL, Level.OPERATIONAL))}))
    """

    grid: Grid[R, C, K]
    cells: FrozenMap[tuple[R, C], tuple[str, ...]]
    layers: FrozenMap[tuple[R, C], tuple[str, ...]]
    unplaced: tuple[str, ...]

    @property
    def empty(self) -> tuple[tuple[R, C], ...]:
        """The cells nothing stands in, in reading order: a question, not an error."""
        return tuple(cell for cell, keys in self.cells.items() if not keys)

    @property
    def several(self) -> FrozenMap[str, tuple[tuple[R, C], ...]]:
        """Activity to its cells, for activities that stand in more than one."""
        where: dict[str, list[tuple[R, C]]] = {}
        for cell, keys in self.cells.items():
            for key in keys:
                where.setdefault(key, []).append(cell)
        return FrozenMap({key: tuple(cells) for key, cells in where.items() if len(cells) > 1})

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        cells = self.cells.items()
        rows = [
            (row, *(keys or "(empty)" for (of, _), keys in cells if of is row))
            for row in self.grid.rows
        ]
        head = (self.grid.rows.__name__.lower(), *(col.label for col in self.grid.cols))
        apart = f"; without a cell: {', '.join(self.unplaced)}" if self.unplaced else ""
        return table(f"{self.grid.title}{apart}", rows, head)


def place(grid: Grid[R, C, K], activities: Iterable[Placed]) -> Placement[R, C, K]:
    """Put activities into the cells of a grid.

    Args:
        grid: The grid to read.
        activities: Each with its key, its cells as (row, column) pairs, and its layers.

    Returns:
        The activities of every cell, in the order given; the empty cells; what has no cell.

    Raises:
        UnknownTermError: If a cell is not a pair, or names a row or a column that the grid does
            not have: every such cell, with its activity.
        IncompleteError: If two activities share a key.
        FrameworkError: If what is to be read is not a grid, or what is to be placed no list of
            activities: every thing that is none.

    Source:
        The framework's own, where it has one; how it is read here is this library's. Status: ours.

    >>> from implsupport import governance
    >>> place(governance.GOVERNANCE, []).unplaced
    ()
    """
    _require(grid, Grid)
    way_out = "make one with records.Activity(...)"
    given = require_fields(("key", "cells", "layers"), activities, "place", "activity", way_out)
    times = Counter(activity.key for activity in given)
    repeated = tuple(key for key, count in times.items() if count > 1)
    if repeated:
        raise IncompleteError(grid.key, repeated=repeated)
    where = _cells(grid, given)
    standing: dict[tuple[R, C], dict[str, None]] = {cell: {} for cell, _ in grid.items()}
    spanned: dict[tuple[R, C], dict[str, None]] = {cell: {} for cell, _ in grid.items()}
    for activity in given:
        for cell in where[activity.key]:
            standing[cell][activity.key] = None
            spanned[cell].update(dict.fromkeys(activity.layers))
    unplaced = tuple(key for key, cells in where.items() if not cells)
    return Placement(grid, _frozen(standing), _frozen(spanned), unplaced)


def _cells(grid: Grid[R, C, K], activities: Iterable[Placed]) -> dict[str, tuple[tuple[R, C], ...]]:
    """Read the cells of every activity, and collect what cannot be read."""
    found: dict[str, tuple[tuple[R, C], ...]] = {}
    unknown: list[UnknownTermError] = []
    for activity in activities:
        cells: list[tuple[R, C]] = []
        for cell in activity.cells:
            try:
                cells.append(_cell(grid, cell))
            except UnknownTermError as error:
                unknown.append(attrs.evolve(error, where=activity.key))
        found[activity.key] = tuple(cells)
    if unknown:
        raise UnknownTermError.together(unknown)
    return found


def _cell(grid: Grid[R, C, K], cell: tuple[R | str, C | str]) -> tuple[R, C]:
    try:
        row, col = cell
    except (TypeError, ValueError):
        raise no_cell(cell, grid.key) from None
    return grid.pair(row, col)


def _frozen(cells: dict[tuple[R, C], dict[str, None]]) -> FrozenMap[tuple[R, C], tuple[str, ...]]:
    return FrozenMap({cell: tuple(words) for cell, words in cells.items()})
