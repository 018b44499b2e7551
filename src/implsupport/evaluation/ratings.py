"""The first ratings of several assessors, item by item, on the scale that was declared.

`Panel` reads them from long rows, assessments or positions, and keeps them as one array of codes.
Users know it as `panels.Panel`; what is made of it is there.
"""

import datetime as dt
import itertools
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeGuard, TypeVar, overload

import attrs

from implsupport.errors import (
    FrameworkError,
    IncompleteError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.given import every, require_fields
from implsupport.matrix import Rubric, Typology
from implsupport.readings import Judged, Positioned
from implsupport.terms import FrozenMap, Gap, Scale, Term

__all__ = [
    "OBJECTS",
    "Axis",
    "Item",
    "Names",
    "Panel",
    "Row",
    "Stratum",
    "date_order",
    "is_date",
    "item_order",
    "refuse",
    "twice",
    "written_otherwise",
]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)
C = TypeVar("C", bound=Term)
G = TypeVar("G", bound=Scale)
P = TypeVar("P")

Row: TypeAlias = Mapping[str, Any] | Sequence[Any]
"""One rating: a tuple of the eight fields in order, or a mapping of their names."""

_Framework: TypeAlias = Rubric[Any, Any, Any] | Typology[Any, Any, Any]


# --- what is judged ---

OBJECTS: Final = ("policy", "support-programme")
"""What can be judged: the policy itself, or the programme that supports its implementation."""

_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_STEP: Final = re.compile(r"step [1-9][0-9]*")


def is_date(text: str) -> bool:
    """Tell whether a text is a year, a month or a day that the calendar has.

    Args:
        text: What was written.

    Returns:
        Whether it is YYYY, YYYY-MM or YYYY-MM-DD.

    >>> is_date("2016-02-29"), is_date("2015-02-29"), is_date("June 2016")
    (True, False, False)
    """
    if not _DATE.fullmatch(text):
        return False
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


class Axis(Term):
    """The criteria of a panel of positions: the rows and the columns of the typology.

    Source:
        The keys are those of a position. Status: ours.

    >>> [axis.key for axis in Axis]
    ['ambiguity', 'conflict']
    """

    AMBIGUITY = "ambiguity", "the rows of the typology"
    CONFLICT = "conflict", "the columns of the typology"


class Item(NamedTuple, Generic[R]):
    """One thing that each assessor judges once. It is a key: it compares and unpacks as a tuple.

    Attributes:
        case: The key of the policy.
        object: What is judged, *policy* or *support-programme*; None where it is not said.
        part: The part of the policy, or None for the whole.
        criterion: The criterion.
        layer: The administrative layer judged, or None.
        date: When, or None.

    >>> from implsupport import success
    >>> Item("x", None, None, success.Criterion.CLARITY, "local", "2023").stratum
    Stratum(layer='local', date='2023')
    """

    case: str
    object: str | None
    part: str | None
    criterion: R
    layer: str | None
    date: str | None

    @property
    def stratum(self) -> "Stratum":
        """Its layer and date."""
        return Stratum(self.layer, self.date)


class Stratum(NamedTuple):
    """One layer at one date: within it, judgements can be compared.

    Attributes:
        layer: The administrative layer, or None.
        date: The date, or None.

    >>> Stratum(layer="local", date=None) == ("local", None)
    True
    """

    layer: str | None
    date: str | None


class Names(Generic[P]):
    """The names met so far. Whoever is written in two ways would count as two.

    >>> names = Names[int]()
    >>> names.before("layer", "local", 1), names.before("layer", "Local", 2)
    (None, ('local', 1))
    """

    def __init__(self) -> None:
        """Begin with no name."""
        self._met: dict[tuple[str, str], tuple[str, P]] = {}

    def before(self, what: str, name: str, place: P) -> tuple[str, P] | None:
        """Tell how a name was written before, and where, if only case or outer space differ.

        Args:
            what: What it is the name of, such as *layer*.
            name: The name.
            place: Where it stands now.

        Returns:
            The name that was met first, and its place; None if this is that name.
        """
        first, there = self._met.setdefault((what, name.strip().casefold()), (name, place))
        return None if first == name else (first, there)


def written_otherwise(
    names: Names[int], what: str, name: str, noun: str, number: int
) -> UnknownTermError | None:
    """Refuse a name that differs from one before only in case or outer space.

    Args:
        names: The names met so far.
        what: What it is the name of, such as *layer*.
        name: The name.
        noun: What a place is called, such as *row*.
        number: The number of this place.

    Returns:
        The error, to be raised; None if there is nothing to refuse.

    >>> names = Names[int]()
    >>> written_otherwise(names, "layer", "local", "row", 1)
    >>> print(written_otherwise(names, "layer", "Local", "row", 2))
    'Local' is not a value of layer; expected 'local', as row 1 has it, or a name that differs in
    more than case and outer space
    """
    before = names.before(what, name, number)
    if before is None:
        return None
    first, there = before
    expected = (
        f"{shown(first)}, as {noun} {there} has it",
        "or a name that differs in more than case and outer space",
    )
    return UnknownTermError(shown(name), what, expected, noun="value")


# --- the panel ---

_GAPS: Final[dict[int, Gap]] = dict(enumerate(Gap, 256 - len(Gap)))
_MOST_GRADES: Final = 255 - len(Gap)
_EVERY: Final = slice(None)


@attrs.frozen(repr=False)
class Panel(Generic[R, S]):
    """What several assessors judged: by one rubric, or on the two axes of a typology.

    Make one with `of`, `of_assessments` or `of_positions`. The order of the rows does not count:
    items stand in the order of layer, date, case, object, part and criterion, assessors in that
    of their names. Steps stand after dates, in the order of their numbers; that tells nothing of
    which of a step and a date came first, for the two have no order.

    Attributes:
        framework: The rubric or the typology.
        items: What was judged.
        assessors: Who judged, a name for each line of the codes; None where none was given.
        codes: For each assessor a byte for each item: 0 for no rating, then the places of the
            grades on the declared scale, the last bytes for the gaps.

    >>> from implsupport import success
    >>> panel = Panel.of(
    ...     success.SUCCESS,
    ...     [
    ...         ("x", None, None, "clarity", "A", None, None, "relative-success"),
    ...         {"case": "x", "criterion": "clarity", "assessor": "B", "gap": "not-stated"},
    ...     ],
    ... )
    >>> panel, panel.ratings(panel.items[0])
    (Panel('success': 1 item, 2 assessors), \
FrozenMap({'A': Attainment.RELATIVE_SUCCESS, 'B': Gap.NOT_STATED}))
    """

    framework: Rubric[R, S, Any] | Typology[Any, Any, Any]
    items: tuple[Item[R], ...]
    assessors: tuple[str | None, ...]
    codes: bytes

    @overload
    @classmethod
    def of(cls, framework: Rubric[C, G, Any], rows: Iterable[Row]) -> "Panel[C, G]": ...
    @overload
    @classmethod
    def of(
        cls, framework: Typology[Any, Any, Any], rows: Iterable[Row]
    ) -> "Panel[Axis, Scale]": ...
    @classmethod
    def of(cls, framework: _Framework, rows: Iterable[Row]) -> "Panel[Any, Any]":
        """Read long rows, one a rating.

        Args:
            framework: The rubric; or a typology, whose criteria are then *ambiguity* for its rows
                and *conflict* for its columns.
            rows: Each a tuple of case, object, part, criterion, assessor, layer, date, and grade
                or gap; or a mapping with those names and `grade` or `gap`, where all but case and
                criterion may be left out. Words may be terms, keys or labels. The object is one of
                `OBJECTS`, the date YYYY, YYYY-MM or YYYY-MM-DD (of a typology also *step 1* and so
                on), and no text has space around it.

        Returns:
            The panel.

        Raises:
            UnknownTermError: If a word is not of its vocabulary, a row not of this form, or the
                name of a case, a part, an assessor or a layer differs from one before it only in
                case or outer space: all findings in one error, duplicates too, each with the number
                of its row, from 1. Where the first row is a record, or a name as data frames give
                them, the one finding says what reads such.
            IncompleteError: If assessors rate an item twice, and nothing else is wrong.
            FrameworkError: If the framework is neither a rubric nor a typology of scales, or what
                is given is no list of rows.
        """
        sheet = _Sheet(framework, "row")
        for number, row in enumerate(_rows(rows), 1):
            try:
                fields = _fields(row)
            except UnknownTermError as error:
                sheet.find(number, error)
                if number == 1 and error.hint:
                    break
            else:
                sheet.enter(number, fields)
        return sheet.panel()

    @classmethod
    def of_assessments(
        cls, rubric: Rubric[C, G, Any], assessments: Iterable[Judged]
    ) -> "Panel[C, G]":
        """Read assessments by one rubric.

        Args:
            rubric: The rubric.
            assessments: What each assessor judged; a criterion left out has no rating.

        Returns:
            The panel.

        Raises:
            UnknownTermError: If an assessment is by another rubric, has a word that this one does
                not, or an assessor or a layer whose name differs from one before only in case or
                outer space: all findings in one error, each with the number of its assessment.
            IncompleteError: If assessors rate an item twice, and nothing else is wrong.
            FrameworkError: If the rubric is none, or something else is given than assessments.
        """
        sheet = _Sheet(rubric, "assessment")
        made = "make one with records.Assessment(...)"
        given = require_fields(_JUDGED, assessments, "panel", "assessment", made)
        for number, one in enumerate(given, 1):
            if one.rubric != rubric.key:
                expected = (f"{rubric.key!r}: a panel is of one rubric",)
                error = UnknownTermError(shown(one.rubric), "a panel", expected, noun="rubric")
                sheet.find(number, error)
                continue
            at = (one.assessor, one.layer, one.date)
            for word, rating in one.ratings.items():
                mark = rating.gap if rating.grade is None else rating.grade
                sheet.enter(number, (one.policy, one.object, None, word, *at, mark))
        return sheet.panel()

    @classmethod
    def of_positions(
        cls, typology: Typology[Any, Any, Any], positions: Iterable[Positioned]
    ) -> "Panel[Axis, Scale]":
        """Read positions that are graded by words; what they judge is the policy.

        A step stands for the date where a position has no date.

        Args:
            typology: The typology whose rows are ambiguity and whose columns are conflict.
            positions: Where each assessor places a policy, or a part of it.

        Returns:
            The panel; its criteria are those of `Axis`.

        Raises:
            UnknownTermError: If an axis is a number, or a word that is not of its scale, or the
                name of a part, an assessor or a layer differs from one before only in case or outer
                space: all findings in one error, each with the number of its position.
            IncompleteError: If assessors place a policy twice, and nothing else is wrong.
            FrameworkError: If the typology is none, or something else is given than positions.
        """
        sheet = _Sheet(typology, "position")
        made = "make one with records.Position(...)"
        given = require_fields(_POSITIONED, positions, "panel", "position", made)
        for number, one in enumerate(given, 1):
            date = f"step {one.step}" if one.date is None and one.step else one.date
            at = (one.assessor, one.layer, date)
            for axis, mark in ((Axis.AMBIGUITY, one.ambiguity), (Axis.CONFLICT, one.conflict)):
                sheet.enter(number, (one.policy, "policy", one.part, axis, *at, mark))
        return sheet.panel()

    def __repr__(self) -> str:
        counted = _counted(len(self.items), "item"), _counted(len(set(self.assessors)), "assessor")
        return f"Panel({self.framework.key!r}: {', '.join(counted)})"

    @property
    def strata(self) -> tuple[Stratum, ...]:
        """The layers and dates judged, in order."""
        return tuple(dict.fromkeys(item.stratum for item in self.items))

    @property
    def criteria(self) -> type[R]:
        """The vocabulary of the criteria."""
        criteria: type[Any] = _criteria(self.framework)
        return criteria

    @property
    def scales(self) -> FrozenMap[R, type[S]]:
        """Criterion to the scale that it is graded on, for every criterion of the framework."""
        return FrozenMap(_scales(self.framework))

    def ratings(self, item: Item[R]) -> FrozenMap[str | None, S | Gap]:
        """List what each assessor judged of one item.

        Args:
            item: One of the items.

        Returns:
            Assessor to grade or gap, for those who rated it.

        Raises:
            UnknownKeyError: If it is none of the items.
        """
        try:
            place = self.items.index(item)
        except ValueError:
            raise UnknownKeyError(shown(item), "item", tuple(map(_called, self.items))) from None
        codes = self.codes[place :: len(self.items)]
        return _decoded(self.assessors, codes, tuple(self.scales[item.criterion]))

    def all_ratings(self) -> Iterator[tuple[Item[R], FrozenMap[str | None, S | Gap]]]:
        """List what each assessor judged of every item.

        Yields:
            The item, and assessor to grade or gap for those who rated it.
        """
        scales = {criterion: tuple(scale) for criterion, scale in self.scales.items()}
        for item, codes in zip(self.items, zip(*self.columns(), strict=True), strict=True):
            yield item, _decoded(self.assessors, codes, scales[item.criterion])

    def columns(self, span: slice = _EVERY) -> list[memoryview]:
        """Cut out the codes of each assessor, without copying them.

        Args:
            span: Which items.

        Returns:
            The codes of those items, for each assessor.
        """
        size, codes = len(self.items), memoryview(self.codes)
        lines = range(len(self.assessors))
        return [codes[line * size : (line + 1) * size][span] for line in lines]

    def only(self, **where: Term | str | None) -> "Panel[R, S]":
        """Keep the items that are as said.

        Args:
            where: What fields of an item must be, such as `layer="national"`; a criterion may be
                a term, its key or its label.

        Returns:
            A panel of those items, and of the assessors who rated any of them.

        Raises:
            UnknownTermError: If an item has no such field, or the framework no such criterion.
            UnknownKeyError: If the panel has no such case, part, layer or date, or nothing is such
                an object. What can be, and was not rated, keeps nothing; so does None.
        """
        for name, value in where.items():
            if name not in Item._fields:
                near = nearest(name, Item._fields)
                raise UnknownTermError(shown(name), "Item", Item._fields, near, noun="field")
            if name != "criterion" and value is not None:
                self._require_met(name, value)
        if "criterion" in where:
            criteria = _criteria(self.framework)
            where["criterion"] = criteria.of(where["criterion"] or "")
        wanted = tuple(where.items())
        kept = [all(getattr(item, name) == value for name, value in wanted) for item in self.items]
        columns = [bytes(itertools.compress(column, kept)) for column in self.columns()]
        items = itertools.compress(self.items, kept)
        return _panel(self.framework, items, zip(self.assessors, columns, strict=True))

    def _require_met(self, name: str, value: object) -> None:
        """Refuse what no item has: a misspelling would keep nothing, in silence."""
        met = dict.fromkeys(getattr(item, name) for item in self.items)
        known = OBJECTS if name == "object" else tuple(one for one in met if one is not None)
        if value not in known:
            raise UnknownKeyError(shown(value), name, known, nearest(value, known))

    def pooled(self) -> "Panel[R, S]":
        """Forget layers and dates, so that judgements of different ones are compared.

        An assessor who judged an item of several layers or dates then has as many lines of codes.

        Returns:
            A panel whose items have neither layer nor date.
        """
        merged = [item._replace(layer=None, date=None) for item in self.items]
        items = sorted(set(merged), key=item_order(self.framework))
        places = {item: place for place, item in enumerate(items)}
        lines: dict[tuple[str | None, int], bytearray] = {}
        for assessor, column in zip(self.assessors, self.columns(), strict=True):
            times = [0] * len(items)
            for item, code in zip(merged, column, strict=True):
                if code:
                    place = places[item]
                    line = lines.setdefault((assessor, times[place]), bytearray(len(items)))
                    line[place] = code
                    times[place] += 1
        columns = ((assessor, bytes(line)) for (assessor, _), line in lines.items())
        return _panel(self.framework, items, columns)


def _panel(
    framework: _Framework,
    items: Iterable[Item[Any]],
    columns: Iterable[tuple[str | None, bytes]],
) -> Panel[Any, Any]:
    """Make a panel of the assessors who rated anything."""
    rated = [(assessor, column) for assessor, column in columns if any(column)]
    assessors, codes = [name for name, _ in rated], b"".join(column for _, column in rated)
    return Panel(framework, tuple(items), tuple(assessors), codes)


def _called(item: Item[Any]) -> str:
    """Name an item by what is said of it."""
    case, object_, part, criterion, layer, date = item
    return ", ".join(filter(None, (case, object_, part, criterion.key, layer, date)))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _decoded(
    assessors: Sequence[str | None], codes: Sequence[int], grades: tuple[Any, ...]
) -> FrozenMap[str | None, Any]:
    given = zip(assessors, codes, strict=True)
    return FrozenMap({name: _marked(grades, code) for name, code in given if code})


def _marked(grades: tuple[Any, ...], code: int) -> Term:
    return _GAPS[code] if code in _GAPS else grades[code - 1]


# --- what a panel is read against ---


def _criteria(framework: _Framework) -> type[Term]:
    return Axis if isinstance(framework, Typology) else framework.rows


def _scales(framework: _Framework) -> dict[Any, Any]:
    if isinstance(framework, Typology):
        return {Axis.AMBIGUITY: framework.rows, Axis.CONFLICT: framework.cols}
    criteria: type[Term] = framework.rows
    return dict.fromkeys(criteria, framework.cols)


def _require_scales(framework: _Framework) -> None:
    if not isinstance(framework, Rubric | Typology):  # pyright: ignore[reportUnnecessaryIsInstance] -- a user may give anything
        problem = (
            f"{shown(framework)} is neither: a panel is of a rubric, or of a typology whose axes "
            "are scales; give the framework itself, not its key"
        )
        raise FrameworkError("panel", (problem,))
    problems = tuple(
        f"{scale.__name__} is not a scale of at most {_MOST_GRADES} grades"
        for scale in dict.fromkeys(_scales(framework).values())
        if not issubclass(scale, Scale) or len(scale) > _MOST_GRADES
    )
    if problems:
        raise FrameworkError(framework.key, problems)


def item_order(framework: _Framework) -> Callable[[tuple[Any, ...]], tuple[str | int, ...]]:
    """Make the key that items are sorted by: layer, date, case, object, part, criterion.

    Args:
        framework: The rubric or the typology, whose criteria stand in the order of the page.

    Returns:
        A function of an item, for `sorted`; what is not said comes before anything that is, and
        of the dates first those of the calendar, then the steps.

    >>> from implsupport import success
    >>> item_order(success.SUCCESS)(Item("x", None, None, success.Criterion.CLARITY, None, "2023"))
    ('', 0, '2023', 'x', '', '', 2)
    """
    places = {criterion: place for place, criterion in enumerate(_criteria(framework))}

    def key(item: tuple[Any, ...]) -> tuple[str | int, ...]:
        case, object_, part, criterion, layer, date = item
        at = layer or "", *date_order(date)
        return *at, case, object_ or "", part or "", places[criterion]

    return key


def date_order(date: str | None) -> tuple[int, str]:
    """Make the key that dates and steps are sorted by: none, then dates, then steps by number.

    Args:
        date: A date, a step or None.

    Returns:
        For `sorted`; a step has no leading zero, so that of two the longer is the later.

    >>> sorted(["step 10", "step 2", "2015", None], key=date_order)
    [None, '2015', 'step 2', 'step 10']
    """
    text = date or ""
    return len(text) if text.startswith("step ") else 0, text


def twice(what: Iterable[str | None], noun: str, *marks: tuple[int, Term]) -> str:
    """Say what was given twice: which thing, where, and as what.

    Args:
        what: The parts of its name; those that are None are left out.
        noun: What a place is called, such as *row*.
        marks: The number of each place, and what stands there.

    Returns:
        A phrase for `IncompleteError`.

    >>> twice(("x", None, "clarity"), "row", (3, Gap.NOT_STATED), (8, Gap.NOT_ASSESSED))
    'x, clarity (row 3: not-stated; row 8: not-assessed)'
    """
    given = "; ".join(f"{noun} {number}: {mark.key}" for number, mark in marks)
    return f"{', '.join(filter(None, what))} ({given})"


def refuse(
    key: str, unknown: Sequence[UnknownTermError | UnknownKeyError], repeated: Sequence[str]
) -> None:
    """Raise one error of all that is wrong, if anything is.

    Args:
        key: The key of the framework.
        unknown: What could not be read, and what is not there.
        repeated: What was given twice, and where.

    Raises:
        UnknownTermError: If anything could not be read; all the rest is told with it.
        UnknownKeyError: If something is not there, and nothing is wrong but what was given twice.
        IncompleteError: If something was given twice, and that is all.

    >>> refuse("success", [], [])
    """
    again = IncompleteError(key, repeated=tuple(repeated))
    if unknown:
        first, *others = sorted(unknown, key=lambda error: isinstance(error, UnknownKeyError))
        also = [*first.also, *map(str, others), *([str(again)] if repeated else [])]
        raise attrs.evolve(first, also=tuple(also))
    if repeated:
        raise again


# --- reading rows ---

_COLUMNS: Final = ("case", "object", "part", "criterion", "assessor", "layer", "date")
_NAMES: Final = (*_COLUMNS, "grade", "gap")
_JUDGED: Final = ("policy", "object", "rubric", "ratings", "assessor", "layer", "date")
_POSITIONED: Final = (
    "policy",
    "part",
    "ambiguity",
    "conflict",
    "assessor",
    "layer",
    "date",
    "step",
)
_DATES: Final = ("text as YYYY, YYYY-MM or YYYY-MM-DD",)


def _rows(given: Any) -> Iterable[Any]:  # noqa: ANN401 -- whatever a caller gave
    """Refuse what lists nothing; a text is read letter by letter, and each letter refused."""
    is_list = hasattr(given, "__iter__")
    rows: Iterable[Any] = given if is_list else every(given, "panel", "rows, one a rating")
    return rows


def _fields(row: object) -> Sequence[Any]:
    """Read the eight fields of a row, whichever way it is written."""
    if _is_sequence(row) and len(row) == len(_COLUMNS) + 1:
        return row
    if _is_mapping(row):
        return _named(row)
    expected = (f"{', '.join(_COLUMNS)}, grade or gap",)
    raise UnknownTermError(shown(row), "a panel", expected, noun="row", hint=_read_by(row))


def _read_by(row: object) -> str:
    """Say what reads rows of this kind; nothing where no reader does."""
    if isinstance(row, str):
        return "if this is a column of a data frame, read the frame with frames.panel"
    if hasattr(row, "ratings"):
        return "read assessments with Panel.of_assessments"
    return "read positions with Panel.of_positions" if hasattr(row, "ambiguity") else ""


def _is_sequence(row: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(row, tuple | list)


def _is_mapping(row: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(row, Mapping)


def _named(row: Mapping[Any, Any]) -> Sequence[Any]:
    foreign = [
        UnknownTermError(shown(name), "a panel", _NAMES, nearest(name, _NAMES), noun="column")
        for name in row
        if name not in _NAMES
    ]
    if foreign:
        raise UnknownTermError.together(foreign)
    *fields, grade, gap = map(row.get, _NAMES)
    if gap is None:
        return (*fields, grade)
    if grade is not None:
        given = f"{shown(grade)} beside {shown(gap)}"
        raise UnknownTermError(given, "a panel", ("a grade or a gap",), noun="rating")
    return (*fields, Gap.of(gap))


class _Sheet:
    """The rows read so far, and what is wrong with them."""

    def __init__(self, framework: _Framework, noun: str) -> None:
        """Begin an empty sheet; the noun is what a row is called in findings."""
        _require_scales(framework)
        self._framework, self._noun, self._scales = framework, noun, _scales(framework)
        codes = {scale: _codes(scale) for scale in self._scales.values()}
        self._words: dict[object, tuple[Term, dict[object, int]]] = {
            criterion: (criterion, codes[scale]) for criterion, scale in self._scales.items()
        }
        self._places: dict[tuple[Any, ...], int] = {}
        self._names = Names[int]()
        # For each assessor and item a code, and before its byte the number of the row that has it.
        self._columns: dict[str | None, array[int]] = {}
        self._unknown: list[UnknownTermError] = []
        self._repeated: list[str] = []

    def find(self, number: int, error: UnknownTermError) -> None:
        """Keep a finding, with the place where it was found."""
        where = f"{self._noun} {number}" + (f", {error.where}" if error.where else "")
        self._unknown.append(attrs.evolve(error, where=where))

    def enter(self, number: int, row: Sequence[Any]) -> None:
        """Enter a rating; its words have mostly been met before, and cost a look-up each."""
        case, object_, part, word, assessor, layer, date, mark = row
        try:
            criterion, codes = self._words[word]
            code = codes[mark]
            place = self._places[case, object_, part, criterion, layer, date]
            column = self._columns[assessor]
        except (KeyError, TypeError):
            if self._has_learnt(number, row):
                self.enter(number, row)
            return
        if place >= len(column):
            column.frombytes(bytes(column.itemsize * (place + 1 - len(column))))
        if column[place]:
            first, before = divmod(column[place], 256)
            grades = tuple(self._scales[criterion])
            marks = ((first, _marked(grades, before)), (number, _marked(grades, code)))
            self._repeated.append(twice((case, criterion.key, assessor), self._noun, *marks))
        else:
            column[place] = number * 256 + code

    def _has_learnt(self, number: int, row: Sequence[Any]) -> bool:
        """Learn the words of a row that has one not met before, or find what is wrong."""
        case, object_, part, word, assessor, layer, date, mark = row
        findings = [*self._misfits(row), *self._alike(number, case, part, assessor, layer)]
        try:
            criterion = self._learn(word, mark)
        except UnknownTermError as error:
            findings.append(error)
        else:
            if not findings:
                item = (case, object_, part, criterion, layer, date)
                self._places.setdefault(item, len(self._places))
                self._columns.setdefault(assessor, array("Q"))
        for finding in findings:
            self.find(number, finding)
        return not findings

    def _misfits(self, row: Sequence[Any]) -> Iterator[UnknownTermError]:
        """Find the fields that a record would refuse; only the case cannot be left out."""
        for name, value in zip(_COLUMNS, row, strict=False):
            if name == "criterion" or (value is None and name != "case"):
                continue
            expected = self._wanted(name, value)
            if expected:
                near = nearest(value, OBJECTS) if name == "object" else None
                wanted = expected if name == "case" else (*expected, "or None")
                yield UnknownTermError(shown(value), name, wanted, near, noun="value")

    def _wanted(self, name: str, value: object) -> tuple[str, ...]:
        """Say what a field should be instead; nothing where it is that."""
        if name == "object":
            return () if value in OBJECTS else OBJECTS
        text = value if isinstance(value, str) else ""
        if name == "date":
            is_step = isinstance(self._framework, Typology) and _STEP.fullmatch(text)
            return () if is_date(text) or is_step else _DATES
        if not text.strip():
            return ("text that is not blank",)
        return (f"{shown(text.strip())} without space around it",) if self._is_loose(text) else ()

    def _is_loose(self, text: str) -> bool:
        """Tell whether a row has space around a text; what a record holds is its own affair."""
        return self._noun == "row" and text != text.strip()

    def _alike(self, number: int, *names: object) -> Iterator[UnknownTermError]:
        """Find names that differ from one before only in case or outer space.

        Whoever is written in two ways is two assessors, and what they judge has no disagreement;
        what two layers judge is never compared.
        """
        for what, name in zip(("case", "part", "assessor", "layer"), names, strict=True):
            if isinstance(name, str) and not self._is_loose(name):
                found = written_otherwise(self._names, what, name, self._noun, number)
                yield from [found] if found else []

    def _learn(self, word: Any, mark: Any) -> Term:  # noqa: ANN401 -- what is no word is refused
        criterion = _criteria(self._framework).of(word)
        _, codes = self._words[word] = self._words[criterion]
        try:
            codes[mark] = codes[_mark(self._scales[criterion], mark)]
        except UnknownTermError as error:
            raise attrs.evolve(error, where=criterion.key) from None
        return criterion

    def panel(self) -> Panel[Any, Any]:
        """Put items and assessors in order, or refuse all that is wrong."""
        refuse(self._framework.key, self._unknown, self._repeated)
        items = list(self._places)
        order = sorted(
            range(len(items)), key=list(map(item_order(self._framework), items)).__getitem__
        )
        columns = {
            name: bytes(map(_codes_of(column).ljust(len(items), b"\0").__getitem__, order))
            for name, column in sorted(self._columns.items(), key=lambda named: named[0] or "")
        }
        return _panel(self._framework, (Item(*items[place]) for place in order), columns.items())


def _codes_of(column: Iterable[int]) -> bytes:
    return bytes(entry % 256 for entry in column)


def _codes(scale: type[Scale]) -> dict[object, int]:
    """Code each grade by its place from 1, and each gap by its own byte, terms and keys alike."""
    marks: list[tuple[int, Term]] = [*enumerate(scale, 1), *_GAPS.items()]
    return {word: code for code, mark in marks for word in (mark, mark.key)}


def _mark(scale: type[Scale], mark: Any) -> Term:  # noqa: ANN401 -- what is no word is refused
    if isinstance(mark, int | float):
        expected = ("a word, for a panel compares words: grade it, or leave it out",)
        raise UnknownTermError(shown(mark), scale.__name__, expected, noun="grade")
    return scale.mark(mark)
