"""What people write down: one frozen record for each thing that can be mistyped.

A record refuses what is wrong when it is made, with pydantic's `ValidationError`: every finding
at once, each at its path, with what was expected and the nearest match. In records a word may
be a term, its key or its label; what is stored is the term, or the key as text. A validation
context of `{"exact": True}` takes nothing but the exact key, as file readers ask. A setting that
there is not, such as a misspelt one, is refused with `UnknownKeyError`.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Literal,
    NamedTuple,
    Self,
    TypeAlias,
    TypeVar,
    cast,
    get_args,
)

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    Field,
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    WrapSerializer,
    model_validator,
)
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from implsupport.errors import (
    FrameworkError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.evaluation.ratings import is_date
from implsupport.frameworks import CATALOGUE
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict
from implsupport.given import every
from implsupport.matrix import Rubric
from implsupport.sources import BIBLIOGRAPHY, Status
from implsupport.sources import Source as CitedWork
from implsupport.terms import FrozenMap, Gap, Scale, Term, folded, is_key
from implsupport.vocabulary import Extent, Purpose, RelationKind, SupportModel

__all__ = [
    "Activity",
    "Assessment",
    "Body",
    "Decision",
    "Evidence",
    "Object",
    "Policy",
    "Position",
    "Rating",
    "Relation",
    "Source",
    "Study",
    "SupportApproach",
]

Object: TypeAlias = Literal["policy", "support-programme"]
"""What is judged: the policy itself, or the programme that supports its implementation."""

_T = TypeVar("_T")
_K = TypeVar("_K")
_V = TypeVar("_V")
_W = TypeVar("_W", bound=Term)


# --- findings ---

# What a finding is about: a field's name, the form of a value, a word that is not of its
# vocabulary, a key that leads nowhere or is given twice, or two things that cannot both be.
_Code: TypeAlias = Literal["field", "form", "word", "key", "clash"]
_Path: TypeAlias = tuple[int | str, ...]
_Rubric: TypeAlias = Rubric[Any, Any, Any]


class _Finding(NamedTuple):
    """One thing wrong: where it stands, what stands there, and the error with its sentence."""

    path: _Path
    given: object
    error: PydanticCustomError


def _refusal(
    code: _Code, sentence: str, expected: tuple[str, ...] = (), near: str | None = None
) -> PydanticCustomError:
    """Make the error of a finding. The sentence is filled in last, so that no fact fills it."""
    facts = {"expected": expected, "nearest": near, "sentence": sentence}
    return PydanticCustomError(code, "{sentence}", facts)


def _unknown(error: UnknownTermError) -> PydanticCustomError:
    return _refusal("word", str(error), error.expected, error.nearest)


def _no_such(
    what: str, key: str, known: tuple[str, ...], near: str | None, way_out: str = ""
) -> PydanticCustomError:
    sentence = str(UnknownKeyError(shown(key), what, known, near))
    return _refusal("key", sentence + way_out, known[:_MOST_EXPECTED], near)


_MOST_EXPECTED: Final = 100  # for pydantic writes all of them down, at each finding


def _heard(record: type[BaseModel], line: ErrorDetails) -> _Finding:
    """Take over a line of pydantic's; that of a mapping's key has the path of the key."""
    path = line["loc"][:-1] if line["loc"][-1:] == ("[key]",) else line["loc"]
    return _Finding(path, line["input"], _told(record, line))


def _told(record: type[BaseModel], line: ErrorDetails) -> PydanticCustomError:
    """Say what pydantic found in the words of this library, if they are not that already."""
    facts = line.get("ctx", {})
    if "sentence" in facts:
        return PydanticCustomError(cast("_Code", line["type"]), "{sentence}", facts)
    match line["type"]:
        case "missing":
            sentence = f"no {line['loc'][-1]!r} is given, which {record.__name__} needs"
            return _refusal("field", sentence)
        case "extra_forbidden" | "invalid_key":
            return _no_field(record, line["loc"][-1])
        case "model_type":
            fields = ", ".join(record.model_fields)
            expected = f"a mapping of {fields}"
            sentence = f"{shown(line['input'])} is not a {record.__name__}; expected {expected}"
            way_out = _as_rating(line["input"]) if record is Rating else ""
            return _refusal("field", sentence + way_out, (expected,))
        case _:
            return _refusal("form", f"{shown(line['input'])}: {line['msg'].lower()}")


def _as_rating(word: object) -> str:
    """Say how a word that stands alone is written as a rating."""
    key = _key_of(word)
    field = "gap" if key in _GAPS else "grade"
    return f"; give {{'{field}': {shown(_written(word))}}}" if key else ""


def _no_field(record: type[BaseModel], name: object) -> PydanticCustomError:
    fields = tuple(record.model_fields)
    near = nearest(name, fields)
    error = UnknownTermError(shown(name), record.__name__, fields, near, noun="field")
    return _refusal("field", str(error), fields, near)


# --- what a field takes ---

# Control characters but for the newline, bidirectional controls, surrogates.
_HIDDEN: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def _text(value: object) -> str:
    """Take text that can be read, with its line ends as newlines."""
    if not isinstance(value, str):
        raise _refusal("form", f"{shown(value)} is not text")
    text = value.replace("\r\n", "\n")
    hidden = _HIDDEN.search(text)
    if hidden:
        code = f"U+{ord(hidden[0]):04X}"
        raise _refusal("form", f"{shown(text)} holds the control character {code}; take it out")
    if all(one.isspace() or unicodedata.category(one) == "Cf" for one in text):
        raise _refusal("form", f"{shown(text)} is blank; write something or leave it out")
    return text


def _key(value: object) -> str:
    """Take a kebab-case key as it stands."""
    if isinstance(value, str) and is_key(value):
        return value
    text = _text(value)
    near = "-".join(re.findall(r"[^\W_]+", text.casefold())) or None
    way_out = f"; did you mean {shown(near)}?" if near else ""
    sentence = f"{shown(text)} is not a key; expected lower-case words joined by hyphens{way_out}"
    raise _refusal("form", sentence, near=near)


def _date(value: object) -> str:
    """Take the text of a year, a month or a day that the calendar has."""
    if isinstance(value, str) and is_date(value):
        return value
    expected = "text as YYYY, YYYY-MM or YYYY-MM-DD"
    sentence = f"{shown(value)} is not a date; expected {expected}"
    raise _refusal("form", sentence, (expected,))


_DIGITS: Final = re.compile(r"[1-9][0-9]{0,8}")


def _whole(noun: str, span: str, most: float = math.inf) -> BeforeValidator:
    """Take a whole number from 1: no text, no bool, no 3.0."""

    def take(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            sentence = f"{shown(value)} is not a {noun}; expected a whole number {span}"
            digits = isinstance(value, str) and _DIGITS.fullmatch(value)
            near = digits[0] if digits and int(digits[0]) <= most else None
            way_out = f"; did you mean {near} without quotes?" if near else ""
            raise _refusal("form", sentence + way_out, (f"a whole number {span}",), near)
        return int(value)

    return BeforeValidator(take)


def _written(word: object) -> object:
    return word.key if isinstance(word, Term) else word


def _key_of(word: object) -> str | None:
    """Fold a word as terms do; what is no word has no key."""
    text = _written(word)
    return folded(text) if isinstance(text, str) else None


_SETTINGS: Final = ("exact", "frameworks")
_OF_READERS: Final = "hear"  # takes how many findings are new, gives how many more it will hear


def _require_settings(info: ValidationInfo) -> None:
    """Refuse a setting that there is not: it would be passed over, in silence."""
    given = cast("Mapping[object, object]", info.context or {})
    unknown = [name for name in given if name not in (*_SETTINGS, _OF_READERS)]
    if unknown:
        names, near = ", ".join(map(shown, unknown)), nearest(unknown[0], _SETTINGS)
        raise UnknownKeyError(names, "setting of the validation context", _SETTINGS, near)


def _setting(info: ValidationInfo, name: str) -> Any:  # noqa: ANN401 -- the caller's own
    """Read one setting of the validation context; None if it is not set."""
    return cast("Mapping[str, Any]", info.context or {}).get(name)


def _require_exact(given: object, key: str, info: ValidationInfo) -> None:
    if _setting(info, "exact") and _written(given) != key:
        sentence = f"{shown(given)} is not an exact key; did you mean {key!r}?"
        raise _refusal("word", sentence, (key,), key)


def _word(value: object, info: ValidationInfo) -> str:
    """Take a word whose vocabulary only the study knows, as its key."""
    if isinstance(value, str) and is_key(value):
        return value
    word = _key_of(value) or ""
    key = word if is_key(word) else _key(value)
    _require_exact(value, key, info)
    return key


def _grade(value: object, info: ValidationInfo) -> str:
    """Take the key of a grade; no scale has the key of a gap."""
    key = _word(value, info)
    if key in _GAPS:
        raise _refusal("word", f"{shown(value)} is a gap, not a grade; a rating has it as 'gap'")
    return key


_GAPS: Final = frozenset(gap.key for gap in Gap)


def _of(vocabulary: type[_W]) -> BeforeValidator:
    """Take a term of one vocabulary."""

    def take(value: object, info: ValidationInfo) -> _W:
        return _found(vocabulary.of, value, info)

    return BeforeValidator(take)


def _found(find: Callable[[Any], _W], value: object, info: ValidationInfo) -> _W:
    try:
        term = find(value)
    except UnknownTermError as error:
        raise _unknown(error) from None
    _require_exact(value, term.key, info)
    return term


def _is_degree(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


def _axis(scale: type[Scale]) -> BeforeValidator:
    """Take a grade, a gap, or a degree from 0 to 1 of having the higher grade."""

    def take(value: object, info: ValidationInfo) -> Term | float:
        if not isinstance(value, int | float):
            return _found(scale.mark, value, info)
        if not _is_degree(value):
            expected = ("a number from 0 to 1, or a grade or a gap in words",)
            error = UnknownTermError(shown(value), scale.__name__, expected, noun="degree")
            raise _unknown(error)
        return abs(float(value))  # -0.0 is equal to 0.0, and must be written like it

    return BeforeValidator(take)


def _one_of(name: str, keys: tuple[str, ...]) -> BeforeValidator:
    """Take one of a few fixed words."""

    def take(value: object, info: ValidationInfo) -> str:
        key = _key_of(value)
        if key not in keys:
            raise _unknown(UnknownTermError(shown(value), name, keys, nearest(value, keys)))
        _require_exact(value, key, info)
        return key

    return BeforeValidator(take)


def _sequence(value: object) -> tuple[object, ...] | None:
    return tuple(cast("tuple[object, ...]", value)) if isinstance(value, list | tuple) else None


def _listed(value: object) -> tuple[object, ...]:
    """Take what has an order of its own, as a set has not."""
    if (items := _sequence(value)) is None:
        way_out = f"; write [{shown(value)}]" if isinstance(value, str) else ""
        raise _refusal("form", f"{shown(value)} is not a list{way_out}")
    return items


def _paired(value: object) -> tuple[object, ...]:
    """Take a row and a column."""
    match _sequence(value):
        case (row, col):
            return (row, col)
        case _:
            raise _refusal("form", f"{shown(value)} is not a pair of locus and level")


def _mapped(value: object) -> dict[object, object]:
    """Take a mapping; its words may be terms."""
    if not isinstance(value, Mapping):
        raise _refusal("form", f"{shown(value)} is not a mapping")
    pairs = cast("Mapping[object, object]", value).items()
    return {_written(word): part for word, part in pairs}


def _frozen(value: Mapping[_K, _V]) -> FrozenMap[_K, _V]:
    return FrozenMap(value)


def _thawed(value: Mapping[Any, Any], dump: SerializerFunctionWrapHandler) -> object:
    return dump(dict(value))


# What a JSON Schema can say of what the validators ask; it refuses nothing that they take.
_KEY_SCHEMA: Final = {"type": "string", "pattern": r"^[^\sA-Z_-]+(-[^\sA-Z_-]+)*$"}
_DATE_SCHEMA: Final = {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_YEAR_SCHEMA: Final = {"type": "integer", "minimum": 1, "maximum": 9999}

_Text: TypeAlias = Annotated[
    str, BeforeValidator(_text), WithJsonSchema({"type": "string", "pattern": r"\S"})
]
_Key: TypeAlias = Annotated[str, BeforeValidator(_key), WithJsonSchema(_KEY_SCHEMA)]
_Date: TypeAlias = Annotated[str, BeforeValidator(_date), WithJsonSchema(_DATE_SCHEMA)]
_Word: TypeAlias = Annotated[str, BeforeValidator(_word)]
_Grade: TypeAlias = Annotated[str, BeforeValidator(_grade), WithJsonSchema(_KEY_SCHEMA)]
_Year: TypeAlias = Annotated[
    int, _whole("year", "from 1 to 9999", 9999), WithJsonSchema(_YEAR_SCHEMA)
]
_Step: TypeAlias = Annotated[
    int, _whole("step", "from 1"), WithJsonSchema({"type": "integer", "minimum": 1})
]
_Degree: TypeAlias = Annotated[
    float, WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1})
]
_Status: TypeAlias = Annotated[Status, _one_of("Status", get_args(Status))]
_Object: TypeAlias = Annotated[Object, _one_of("Object", get_args(Object))]
_Cell: TypeAlias = Annotated[
    tuple[Annotated[Locus, _of(Locus)], Annotated[Level, _of(Level)]], BeforeValidator(_paired)
]
_Many: TypeAlias = Annotated[tuple[_T, ...], BeforeValidator(_listed)]
_Map: TypeAlias = Annotated[
    Mapping[_K, _V], BeforeValidator(_mapped), AfterValidator(_frozen), WrapSerializer(_thawed)
]


# --- what only the whole can tell ---

# A check reads what was given, before it is a record: so it finds its own beside what the
# fields find.
_Check: TypeAlias = Callable[[object, ValidationInfo], Iterator[_Finding]]


def _part(whole: object, name: str) -> object:
    """Read one field of a record, or of the mapping it is made from; None if it has none."""
    if isinstance(whole, dict | Mapping):  # nearly all are a dict, which is told much sooner
        return cast("Mapping[object, object]", whole).get(name)
    return getattr(whole, name, None)


def _items(whole: object, name: str, path: _Path = ()) -> Iterator[tuple[_Path, object]]:
    """Read what a field lists, each with its path."""
    for place, item in enumerate(_sequence(_part(whole, name)) or ()):
        yield (*path, name, place), item


def _pairs(whole: object, name: str, path: _Path = ()) -> Iterator[tuple[_Path, object, object]]:
    """Read what a field maps, each as path, word and value."""
    mapped = _part(whole, name)
    if isinstance(mapped, dict | Mapping):
        for word, value in cast("Mapping[object, object]", mapped).items():
            if isinstance(text := _written(word), str):
                yield (*path, name, text), word, value


def _one_mark(rating: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find a rating with neither grade nor gap, or with both."""
    grade, gap = _written(_part(rating, "grade")), _written(_part(rating, "gap"))
    if grade is None and gap is None:
        sentence = "neither a grade nor a gap is given; give one of them"
        yield _Finding((), rating, _refusal("clash", sentence))
    if grade is not None and gap is not None:
        sentence = f"the grade {shown(grade)} stands beside the gap {shown(gap)}; keep one"
        yield _Finding((), rating, _refusal("clash", sentence))


def _one_kind_of_axis(position: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find a grade beside a number, and a number without its basis."""
    axes = _part(position, "ambiguity"), _part(position, "conflict")
    number = next((shown(axis) for axis in axes if _is_degree(axis)), None)
    grade = next((shown(_written(axis)) for axis in axes if _key_of(axis) in _GRADES), None)
    if number and grade:
        way_out = "give two grades, two numbers, or a gap for one of them"
        sentence = f"the grade {grade} stands beside the number {number}; {way_out}"
        yield _Finding(("conflict",), axes[1], _refusal("clash", sentence))
    if number and _part(position, "basis") is None:
        sentence = f"the number {number} has no basis; say how it was reached"
        yield _Finding(("basis",), None, _refusal("clash", sentence))


_GRADES: Final = frozenset(grade.key for scale in (Ambiguity, Conflict) for grade in scale)


def _no_word_twice(name: str) -> _Check:
    """Find words of a mapping that name the same term."""

    def check(whole: object, _: ValidationInfo) -> Iterator[_Finding]:
        seen: set[str | None] = set()
        for path, word, _value in _pairs(whole, name):
            if (key := _key_of(word)) in seen:
                yield _Finding(path, word, _refusal("clash", f"{key!r} is given twice; keep one"))
            seen.add(key)

    return check


def _no_cell_twice(activity: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find cells that an activity names again."""
    seen: set[tuple[str | None, ...]] = set()
    for path, cell in _items(activity, "cells"):
        keys = tuple(_key_of(word) for word in _sequence(cell) or ())
        if keys and keys in seen:
            sentence = f"the cell {' and '.join(map(repr, keys))} is given twice; keep one"
            yield _Finding(path, cell, _refusal("clash", sentence))
        seen.add(keys)


def _no_key_twice(study: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find keys that two records of one section share."""
    for section in ("sources", "policies", "activities", "approaches", "bodies"):
        first: dict[str, _Path] = {}
        for path, item in _items(study, section):
            key = _part(item, "key")
            if isinstance(key, str) and (there := first.setdefault(key, path)) != path:
                what = f"the key of {section}[{there[-1]}] already; give each its own"
                error = _refusal("key", f"{shown(key)} is {what}")
                yield _Finding((*path, "key"), key, error)


def _no_key_taken(study: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find sources under the key of another work, to which this library's citations would lead."""
    for path, item in _items(study, "sources"):
        key = _part(item, "key")
        work = _WORKS.get(key) if isinstance(key, str) else None
        if work and _is_another(item, work):
            year = f" ({work.year})" if work.year else ""
            what = f"{shown(key)} is the key of another work, which this library cites"
            way_out = "give yours another key, or leave it out if it is that work"
            sentence = f"{what}: {work.title!r}{year}; {way_out}"
            yield _Finding((*path, "key"), key, _refusal("key", sentence))


_WORKS: Final = {work.key: work for work in BIBLIOGRAPHY}


def _is_another(source: object, work: CitedWork) -> bool:
    """Tell whether title or year differ; a year that either leaves out says nothing."""
    title, year = _part(source, "title"), _part(source, "year")
    is_other_year = isinstance(year, int) and work.year is not None and year != work.year
    return isinstance(title, str) and (is_other_year or _letters(title) != _letters(work.title))


def _letters(title: str) -> list[str]:
    return re.findall(r"\w+", title.casefold())


def _no_key_dangling(study: object, _: ValidationInfo) -> Iterator[_Finding]:
    """Find keys that lead to no policy, body or source."""
    known = {
        "policy": _keys(study, "policies"),
        "body": _keys(study, "bodies"),
        "source": (*_keys(study, "sources"), *(work.key for work in BIBLIOGRAPHY)),
    }
    there = {what: frozenset(keys) for what, keys in known.items()}
    looked_up = 0
    for path, what, key in _references(study):
        if isinstance(key, str) and key not in there[what]:
            near = nearest(key, known[what]) if looked_up < _MOST_LOOKED_UP else None
            looked_up += 1
            yield _Finding(path, key, _no_such(what, key, known[what], near))


# More than a reader is shown at once. A study whose keys all lead nowhere must not be searched
# from end to end for each of them.
_MOST_LOOKED_UP: Final = 50


def _keys(study: object, section: str) -> tuple[str, ...]:
    keys = (_part(item, "key") for _, item in _items(study, section))
    return tuple(key for key in keys if isinstance(key, str))


def _references(study: object) -> Iterator[tuple[_Path, str, object]]:
    """Read every key that should lead somewhere: its path, to what, and the key."""
    for section in ("positions", "assessments", "decisions", "activities"):
        for path, item in _items(study, section):
            yield (*path, "policy"), "policy", _part(item, "policy")
    for path, approach in _items(study, "approaches"):
        for inner, key in _items(approach, "exhibited_in", path):
            yield inner, "policy", key
    for path, relation in _items(study, "relations"):
        for end in ("source", "target"):
            yield (*path, end), "body", _part(relation, end)
    for path, evidence in _evidence(study):
        yield (*path, "source"), "source", _part(evidence, "source")


def _evidence(study: object) -> Iterator[tuple[_Path, object]]:
    """Read all evidence, each with its path."""
    for section in ("positions", "activities"):
        for path, item in _items(study, section):
            yield from _items(item, "evidence", path)
    for path, assessment in _items(study, "assessments"):
        for inner, _, rating in _pairs(assessment, "ratings", path):
            yield from _items(rating, "evidence", inner)


def _no_word_foreign(study: object, info: ValidationInfo) -> Iterator[_Finding]:
    """Find rubrics that are not among the frameworks, and words foreign to their rubric."""
    given: object = _setting(info, "frameworks")
    try:
        frameworks = CATALOGUE if given is None else every(given, "frameworks", _FRAMEWORKS)
    except FrameworkError as wrong:
        yield _Finding((), given, _refusal("form", str(wrong)))
        return
    way_out = _OF_A_FILE if _setting(info, "exact") else _OF_A_STUDY
    rubrics: dict[str, _Rubric] = {one.key: one for one in frameworks if isinstance(one, Rubric)}
    for path, judgement in (*_items(study, "assessments"), *_items(study, "decisions")):
        key = _part(judgement, "rubric")
        if isinstance(key, str) and key in rubrics:
            yield from _foreign(path, judgement, rubrics[key])
        elif isinstance(key, str):
            near = nearest(key, rubrics)
            error = _no_such("rubric", key, tuple(rubrics), near, f"; {_OWN} {way_out}")
            yield _Finding((*path, "rubric"), key, error)


_FRAMEWORKS: Final = "frameworks, such as [success.SUCCESS]"
_OWN: Final = "a rubric of your own is passed as"
_OF_A_STUDY: Final = 'Study.model_validate(data, context={"frameworks": (...)})'
_OF_A_FILE: Final = "frameworks=(...)"


def _foreign(path: _Path, judgement: object, rubric: _Rubric) -> Iterator[_Finding]:
    for where, vocabulary, word in _words(path, judgement, rubric):
        try:
            vocabulary.of(word)
        except UnknownTermError as error:
            yield _Finding(where, word, _unknown(error))


def _words(
    path: _Path, judgement: object, rubric: _Rubric
) -> Iterator[tuple[_Path, type[Term], Any]]:
    """Read every word of a judgement beside the vocabulary it should be of."""
    for inner, criterion, rating in _pairs(judgement, "ratings", path):
        yield inner, rubric.rows, criterion
        yield from _given(rating, "grade", rubric.cols, inner)
    yield from _given(judgement, "criterion", rubric.rows, path)
    yield from _given(judgement, "grade", rubric.cols, path)


def _given(
    whole: object, name: str, vocabulary: type[Term], path: _Path
) -> Iterator[tuple[_Path, type[Term], object]]:
    """Read a word that is there; that a gap is no grade is said by the field."""
    word = _part(whole, name)
    if word is not None and _key_of(word) not in _GAPS:
        yield (*path, name), vocabulary, word


# --- records ---


def _hear_all(_: int) -> int:
    return 1


class _Record(BaseModel, frozen=True, extra="forbid", allow_inf_nan=False):
    """A frozen record that tells all that is wrong with it at once."""

    _checks: ClassVar[tuple[_Check, ...]] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _gather(
        cls, data: object, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Put what the fields find and what only the whole can tell into one error."""
        _require_settings(info)
        hear: Callable[[int], int] = _setting(info, _OF_READERS) or _hear_all
        before = hear(0)
        record: Self | None = None
        found: list[_Finding] = []
        try:
            record = handler(data)
        except ValidationError as error:
            hear(error.error_count() - (before - hear(0)))
            found = [_heard(cls, line) for line in error.errors(include_url=False)]
        readable = record is not None or issubclass(type(data), Mapping)
        checks = cls._checks if readable else ()
        told: list[_Finding] = []
        for finding in (finding for check in checks for finding in check(data, info)):
            told.append(finding)
            if not hear(1):
                break
        if record is None or told:
            raise _together(cls, found, told)
        return record


def _together(
    record: type[BaseModel], found: list[_Finding], told: list[_Finding]
) -> ValidationError:
    """Make one error; where the whole names the vocabulary of a word, its form goes unsaid."""
    named = {finding.path for finding in told}
    rest = [one for one in found if one.error.type != "form" or one.path not in named]
    lines = [
        InitErrorDetails(type=one.error, loc=one.path, input=one.given) for one in (*rest, *told)
    ]
    return ValidationError.from_exception_data(record.__name__, lines)


class Source(_Record, frozen=True):
    """A work that evidence is drawn from.

    Attributes:
        key: The citation key.
        title: The title as printed.
        authors: The authors in order.
        year: The year of publication, 1 to 9999, or None.
        doi: The digital object identifier, without resolver, or None.
        url: Where it can be read, or None.

    Source:
        This library. Status: ours.

    >>> Source(key="board-minutes", title="Minutes of the board", year=2014).authors
    ()
    """

    key: _Key
    title: _Text
    authors: _Many[_Text] = ()
    year: _Year | None = None
    doi: _Text | None = None
    url: _Text | None = None


class Policy(_Record, frozen=True):
    """A policy whose implementation is supported.

    Attributes:
        key: Its stable kebab-case key.
        title: Its name as people write it.
        year: The year it was adopted, 1 to 9999, or None.
        jurisdiction: Where it applies, as written, or None.
        note: Anything else, or None.

    Source:
        This library. Status: ours.

    >>> Policy(key="care-act", title="Care Act", year=2014).jurisdiction is None
    True
    """

    key: _Key
    title: _Text
    year: _Year | None = None
    jurisdiction: _Text | None = None
    note: _Text | None = None


class Evidence(_Record, frozen=True):
    """What a judgement rests on.

    Attributes:
        source: The key of a source, of the study or of the bibliography.
        locator: The page, table or passage in it, or None.
        quotation: Its words, or None.
        date: When it was said or seen, as YYYY, YYYY-MM or YYYY-MM-DD, or None.

    Source:
        This library. Status: ours.

    >>> Evidence(source="care-act-report", locator="Table 7, p. 46").quotation is None
    True
    """

    source: _Key
    locator: _Text | None = None
    quotation: _Text | None = None
    date: _Date | None = None


class Rating(_Record, frozen=True):
    """A grade, or why there is none.

    Attributes:
        grade: The key of the grade, as text, or None. The study tells whether it is of the
            rubric's scale.
        gap: Why there is no grade, or None. Exactly one of the two is given.
        note: What the assessor says of it, or None.
        evidence: What it rests on.

    Source:
        This library. Status: ours.

    >>> Rating(grade="Relative success").grade, Rating(gap="not-assessed").gap
    ('relative-success', Gap.NOT_ASSESSED)
    """

    _checks: ClassVar[tuple[_Check, ...]] = (_one_mark,)

    grade: _Grade | None = None
    gap: Annotated[Gap, _of(Gap)] | None = None
    note: _Text | None = None
    evidence: _Many[Evidence] = ()


class Position(_Record, frozen=True):
    """Where somebody places a policy, or a part of it, in Matland's matrix.

    Each axis is a grade, a gap, or a degree from 0 to 1 of having the higher grade. A degree
    never stands beside a grade, and needs its basis.

    Attributes:
        policy: The key of the policy.
        part: The part of the policy, as written, or None for the whole.
        ambiguity: How unclear goals and means are.
        conflict: How far the parties disagree.
        basis: How the placement was reached, or None.
        date: When it holds, as YYYY, YYYY-MM or YYYY-MM-DD, or None.
        step: The source's own order where it prints no date, from 1, or None.
        layer: The administrative layer, as written, or None.
        assessor: Who placed it, or None.
        note: Anything else, or None.
        evidence: What it rests on.
        status: *source*, *adapted* or *ours*; by default *ours*, its writer's own judgement.

    Source:
        matland-1995 for the two axes; that they may be degrees, each with its basis, is a
        choice of this library. Status: adapted.

    >>> Position(policy="care-act", ambiguity="high", conflict="not-stated").conflict
    Gap.NOT_STATED
    """

    _checks: ClassVar[tuple[_Check, ...]] = (_one_kind_of_axis,)

    policy: _Key
    part: _Text | None = None
    ambiguity: Annotated[Ambiguity | Gap | _Degree, _axis(Ambiguity)]
    conflict: Annotated[Conflict | Gap | _Degree, _axis(Conflict)]
    basis: _Text | None = None
    date: _Date | None = None
    step: _Step | None = None
    layer: _Text | None = None
    assessor: _Text | None = None
    note: _Text | None = None
    evidence: _Many[Evidence] = ()
    status: _Status = "ours"


class Assessment(_Record, frozen=True):
    """What one assessor judges of one policy, or of its support programme, by one rubric.

    A criterion may be left out: it is then not assessed.

    Attributes:
        policy: The key of the policy.
        object: What is judged: *policy* or *support-programme*.
        rubric: The key of the rubric.
        ratings: The key of the criterion to its rating.
        assessor: Who judged, or None.
        date: When, as YYYY, YYYY-MM or YYYY-MM-DD, or None.
        layer: The administrative layer judged, as written, or None.
        status: *source*, *adapted* or *ours*; by default *ours*, the assessor's own judgement.

    Source:
        This library. Status: ours.

    >>> judged = Assessment(
    ...     policy="care-act",
    ...     object="support-programme",
    ...     rubric="success",
    ...     ratings={"clarity": Rating(grade="relative-success")},
    ... )
    >>> judged.ratings["clarity"].grade, judged.status
    ('relative-success', 'ours')
    """

    _checks: ClassVar[tuple[_Check, ...]] = (_no_word_twice("ratings"),)

    policy: _Key
    object: _Object
    rubric: _Key
    ratings: _Map[_Word, Rating]
    assessor: _Text | None = None
    date: _Date | None = None
    layer: _Text | None = None
    status: _Status = "ours"


class Decision(_Record, frozen=True):
    """The grade that several assessors settle on for one criterion; their ratings stay.

    Attributes:
        policy: The key of the policy.
        object: What is judged: *policy* or *support-programme*.
        rubric: The key of the rubric.
        criterion: The key of the criterion.
        grade: The key of the grade.
        assessors: Who decided.
        reason: Why, or None.
        date: When, as YYYY, YYYY-MM or YYYY-MM-DD, or None.
        layer: The administrative layer judged, as written, or None.

    Source:
        This library. Status: ours.

    >>> Decision(
    ...     policy="care-act",
    ...     object="policy",
    ...     rubric="success",
    ...     criterion="Clarity",
    ...     grade="relative success",
    ... ).criterion
    'clarity'
    """

    policy: _Key
    object: _Object
    rubric: _Key
    criterion: _Word
    grade: _Grade
    assessors: _Many[_Text] = ()
    reason: _Text | None = None
    date: _Date | None = None
    layer: _Text | None = None


class Activity(_Record, frozen=True):
    """Something done to support a policy, and the cells of the governance grid it stands in.

    Attributes:
        key: Its stable kebab-case key.
        title: Its name as people write it.
        policy: The key of the policy it supports.
        cells: Pairs of locus and level; empty for a factor that is not an activity.
        layers: The administrative layers it spans, as written.
        evidence: What that rests on.
        status: *source*, *adapted* or *ours*; by default *ours*.

    Source:
        every-child-matters-study, Table 2 and Analysis, for activities in cells and layers across
        them. Status: adapted.

    >>> Activity(
    ...     key="duty-to-cooperate",
    ...     title="Duty to cooperate",
    ...     policy="every-child-matters",
    ...     cells=[("system", "constitutive")],
    ... ).cells
    ((Locus.SYSTEM, Level.CONSTITUTIVE),)
    """

    _checks: ClassVar[tuple[_Check, ...]] = (_no_cell_twice,)

    key: _Key
    title: _Text
    policy: _Key
    cells: _Many[_Cell] = ()
    layers: _Many[_Text] = ()
    evidence: _Many[Evidence] = ()
    status: _Status = "ours"


class SupportApproach(_Record, frozen=True):
    """A way of supporting implementation, the policies that show it, and its models.

    Attributes:
        key: Its stable kebab-case key.
        title: Its name as people write it.
        theme: The key of the theme it belongs to, or None.
        description: What it is, or None.
        exhibited_in: The keys of the policies whose support shows it. A policy that is not
            named is not described, which is not the same as absent.
        models: The model to how far the approach follows it; a model left out is not rated.
        status: *source*, *adapted* or *ours*; by default *ours*.

    Source:
        care-act-report, Table 3, pp. 25-27, whose columns these are. Status: adapted.

    >>> SupportApproach(
    ...     key="toolkit", title="Toolkit", models={"problem-solving": "in part"}
    ... ).models[SupportModel.PROBLEM_SOLVING]
    Extent.IN_PART
    """

    _checks: ClassVar[tuple[_Check, ...]] = (_no_word_twice("models"),)

    key: _Key
    title: _Text
    theme: _Key | None = None
    description: _Text | None = None
    exhibited_in: _Many[_Key] = ()
    models: _Map[Annotated[SupportModel, _of(SupportModel)], Annotated[Extent, _of(Extent)]] = (
        Field(default_factory=FrozenMap[SupportModel, Extent])
    )
    status: _Status = "ours"


class Body(_Record, frozen=True):
    """A body of a support programme.

    Attributes:
        key: Its stable kebab-case key.
        title: Its name as people write it.
        kind: What kind of body, as written, or None.
        functions: What it does, as written.
        purposes: Which of the three purposes of support bodies it has.
        status: *source*, *adapted* or *ours*; by default *ours*.

    Source:
        care-act-report, p. 16, for the purposes. Status: adapted.

    >>> Body(key="board", title="Programme Board", purposes=["capacity building"]).purposes
    (Purpose.CAPACITY_BUILDING,)
    """

    key: _Key
    title: _Text
    kind: _Text | None = None
    functions: _Many[_Text] = ()
    purposes: _Many[Annotated[Purpose, _of(Purpose)]] = ()
    status: _Status = "ours"


class Relation(_Record, frozen=True):
    """How one body stands to another.

    Attributes:
        source: The key of the body it goes from.
        target: The key of the body it goes to.
        kind: What the first is to the second.
        status: *source*, *adapted* or *ours*; by default *ours*.

    Source:
        This library. Status: ours.

    >>> Relation(source="office", target="board", kind="accountable to").kind
    RelationKind.ACCOUNTABLE_TO
    """

    source: _Key
    target: _Key
    kind: Annotated[RelationKind, _of(RelationKind)]
    status: _Status = "ours"


class Study(_Record, frozen=True):
    """Everything written down about some policies and how their implementation was supported.

    Criteria and grades are checked against the rubrics of `CATALOGUE`; a validation context of
    `{"frameworks": (...)}` puts others in its place. Evidence may name a source of the study or
    of the bibliography; the study's own comes first.

    Attributes:
        title: What the study is called.
        status: *source*, *adapted* or *ours*; by default *ours*.
        sources: The works its evidence is drawn from, beside the bibliography.
        policies: The policies studied.
        positions: Where they stand in Matland's matrix.
        assessments: How they, or their support programmes, are judged.
        decisions: What assessors settle on together.
        activities: What was done, by whom and at which level.
        approaches: How implementation was supported.
        bodies: Who supported it.
        relations: How the bodies stand to one another.

    Raises:
        pydantic.ValidationError: If anything in it is wrong, every finding at once: a field, a
            key given twice, naming nothing or that of another work in the bibliography, a word
            foreign to its rubric, frameworks that are none.
        UnknownKeyError: If the validation context has a setting that there is not.

    Source:
        This library. Status: ours.

    >>> from pydantic import ValidationError
    >>> try:
    ...     Study(title="Ours", relations=[{"source": "office", "target": "board"}])
    ... except ValidationError as error:
    ...     for finding in error.errors():
    ...         print(finding["loc"], finding["msg"])
    ('relations', 0, 'kind') no 'kind' is given, which Relation needs
    ('relations', 0, 'source') no body 'office'; there are none
    ('relations', 0, 'target') no body 'board'; there are none
    """

    _checks: ClassVar[tuple[_Check, ...]] = (
        _no_key_twice,
        _no_key_taken,
        _no_key_dangling,
        _no_word_foreign,
    )

    title: _Text
    status: _Status = "ours"
    sources: _Many[Source] = ()
    policies: _Many[Policy] = ()
    positions: _Many[Position] = ()
    assessments: _Many[Assessment] = ()
    decisions: _Many[Decision] = ()
    activities: _Many[Activity] = ()
    approaches: _Many[SupportApproach] = ()
    bodies: _Many[Body] = ()
    relations: _Many[Relation] = ()
