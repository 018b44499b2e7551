"""What is wrong in a file, and where: the findings of records, told at their places."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from heapq import nsmallest
from itertools import islice
from typing import Any, Final, TypeAlias, cast

import attrs
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from implsupport.errors import DocumentError, DocumentFinding, shown
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Matrix
from implsupport.records import Study
from implsupport.terms import is_key

__all__ = [
    "MOST_SHOWN",
    "WORD",
    "Found",
    "Path",
    "Place",
    "Placed",
    "dotted",
    "refusal",
    "study_of",
]

Path: TypeAlias = tuple[int | str, ...]
"""The way from the study to a value: names of fields, words of mappings, and numbers from 0."""

WORD: Final = "[key]"
"""The last step of the way to the word of a mapping itself, or to the name of a field."""


MOST_SHOWN: Final = 50
"""How many findings an error shows; the rest are counted."""


@attrs.frozen
class Place:
    """Where something stands in a file.

    Attributes:
        file: The name of the file as the caller gave it.
        line: Its line, or its row in a sheet, from 1.
        column: Its column, from 1; of text, the characters of the line are counted.
        sheet: The name of its sheet, in a workbook; empty in a file of text.

    >>> print(Place("study.yaml", 12, 14), Place("ratings.xlsx", 7, 3, sheet="Form A"))
    study.yaml:12:14 ratings.xlsx!Form A!C7
    """

    file: str
    sheet: str = attrs.field(default="", kw_only=True)
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write it as editors and workbooks do; a name that cannot be printed is quoted."""
        file = self.file if self.file.isprintable() else shown(self.file)
        if self.sheet:
            return f"{file}!{self.sheet}!{_letters(self.column)}{self.line}"
        return f"{file}:{self.line}:{self.column}"


def _letters(column: int) -> str:
    """Number a column as workbooks do: A to Z, then AA."""
    letters = ""
    while column:
        column, last = divmod(column - 1, 26)
        letters = chr(ord("A") + last) + letters
    return letters


Placed: TypeAlias = Callable[[Path], Place | None]
"""Where the value at a path stands; None if the file has no such value of its own."""


@attrs.frozen
class Found:
    """Something wrong, at its place.

    Attributes:
        place: Where it stands.
        code: What kind of thing it is, as `DocumentFinding` lists them.
        path: What it is part of.
        sentence: What was found, what is allowed and the nearest match.
        expected: What would have been accepted.
        nearest: The accepted word most like what was found, or None.
    """

    place: Place
    code: str
    path: Path
    sentence: str
    expected: tuple[str, ...] = ()
    nearest: str | None = None


def dotted(path: Path) -> str:
    """Write a path as one reads it in code.

    Args:
        path: The path.

    Returns:
        Names joined by dots, and numbers in brackets; a name that is no word is quoted.

    >>> dotted(("assessments", 3, "ratings", "clarity", "grade"))
    'assessments[3].ratings.clarity.grade'
    """
    steps = path[:-1] if path[-1:] == (WORD,) else path
    return "".join(map(_step, steps)).removeprefix(".")


def _step(step: int | str) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if is_key(step.replace("_", "-")) else f"[{shown(step)}]"


def refusal(found: Iterable[Found], *, more: int = 0) -> DocumentError:
    """Make one error of everything found.

    Args:
        found: What was found, at least one thing, in any order.
        more: How many things were found beside those.

    Returns:
        The error, its findings in the order of the file. What is said of one place again in the
        same words is told once: all rows of a table may lack the same column.

    >>> year = Found(Place("study.yaml", 3, 9), "form", ("policies", 0, "year"), "'old' is no year")
    >>> print(refusal([year]))
    study.yaml:3:9: policies[0].year: 'old' is no year
    """
    told: dict[tuple[Place, str], Found] = {}
    for one in found:
        told.setdefault((one.place, one.sentence), one)
    first = nsmallest(MOST_SHOWN, told.values(), key=_order)
    return DocumentError(tuple(map(_told, first)), len(told) - len(first) + more)


def _order(found: Found) -> tuple[str, str, int, int]:
    place = found.place
    return place.file, place.sheet, place.line, place.column


def _told(found: Found) -> DocumentFinding:
    return DocumentFinding(
        code=found.code,
        place=str(found.place),
        path=dotted(found.path),
        sentence=found.sentence,
        expected=found.expected,
        nearest=found.nearest,
    )


def study_of(  # noqa: PLR0913 -- each is a matter of its own
    values: object,
    placed: Placed,
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]] = CATALOGUE,
    found: Sequence[Found] = (),
    most: int = 10_000,
    judgeable: bool = False,
) -> Study:
    """Make a study of the plain values of a file.

    Args:
        values: Mappings, lists, text, numbers and None, as the file has them.
        placed: Where the value at a path stands, or None where the file has none: what is
            missing is then told at the nearest thing it is missing from. The empty path has a
            place; a path that ends in `WORD` may have one.
        frameworks: The frameworks whose rubrics the study may name.
        found: What was found wrong with the file before. Of a value at the very path of one of
            these nothing more is told.
        most: How many things may be wrong before the rest is no longer looked at.
        judgeable: Whether what no report can put together is refused too, once all else is right.

    Returns:
        The study.

    Raises:
        DocumentError: If anything is wrong: what was found before, and all that the records
            refuse. Only exact keys are taken.

    >>> study_of({"title": "Ours"}, lambda path: Place("study.yaml")).title
    'Ours'
    """
    try:
        study = _validated(values, frameworks, most)
    except ValidationError as error:
        heard = list(_heard(error, placed))
    except _EnoughError:
        heard = _heard_at_the_beginning(values, placed, frameworks, most)
    else:
        clashing = _clashing(study, placed, frameworks) if judgeable and not found else found
        if clashing:
            raise refusal(clashing)
        return study
    if len(heard) >= most:
        heard.append(_too_much(placed, most))
    told = {one.path for one in found}
    raise refusal([*found, *(one for one in heard if one.path not in told)])


class _EnoughError(Exception):
    """So much is wrong that the rest is not looked at."""


def _validated(values: object, frameworks: Sequence[Matrix[Any, Any, Any]], most: int) -> Study:
    """Let the records take the values, and give up once too much is wrong."""
    left = most

    def hear(more: int) -> int:
        nonlocal left
        left -= more
        if left < 0:
            raise _EnoughError
        return left

    context = {"exact": True, "frameworks": tuple(frameworks), "hear": hear}
    return Study.model_validate(values, context=context)


def _too_much(placed: Placed, most: int) -> Found:
    sentence = f"more than {most:,} things are wrong; mend those that are told and read it again"
    return Found(_nearest_place((), placed), "limit", (), sentence)


def _heard_at_the_beginning(
    values: object, placed: Placed, frameworks: Sequence[Matrix[Any, Any, Any]], most: int
) -> list[Found]:
    """Tell what is wrong with the first items of everything, but for keys that lead nowhere."""
    heard = [_too_much(placed, most)]
    for length in (100, 10):
        with suppress(_EnoughError):
            try:
                _validated(_cut(values, length), frameworks, most)
            except ValidationError as error:
                heard += [one for one in _heard(error, placed) if one.code != "key"]
            break
    return heard


def _cut(value: object, length: int, depth: int = 8) -> object:
    """Keep the first items of everything; no record stands deeper than this looks."""
    match value:
        case dict() if depth:
            pairs = islice(cast("dict[str, object]", value).items(), length)
            return {name: _cut(part, length, depth - 1) for name, part in pairs}
        case list() if depth:
            return [_cut(part, length, depth - 1) for part in cast("list[object]", value)[:length]]
        case _:
            return value


def _heard(error: ValidationError, placed: Placed) -> Iterator[Found]:
    """Take over the findings of records, each at its place."""
    lines = error.errors(include_url=False)
    meant = {line.get("ctx", {}).get("nearest") for line in lines if line["loc"][-1:] == ("key",)}
    for line in lines:
        path, facts = line["loc"], line.get("ctx", {})
        if line["type"] == "key" and path[-1] != "key" and line["input"] in meant:
            continue  # it leads to a key that is misspelt itself, which is told
        place = _nearest_place((*path, WORD) if _is_about_a_word(line) else path, placed)
        expected: tuple[str, ...] = facts.get("expected", ())
        yield Found(place, line["type"], path, line["msg"], expected, facts.get("nearest"))


def _clashing(
    study: Study, placed: Placed, frameworks: Sequence[Matrix[Any, Any, Any]]
) -> list[Found]:
    """Find what no report can put together, each thing at its place."""
    from implsupport.documents.clashes import (  # noqa: PLC0415 -- it loads the evaluation
        Clash,
        clashes,
    )

    def at(clash: Clash) -> Place:
        path = (*clash.path, WORD) if clash.is_word else clash.path
        return _nearest_place(path, placed)

    return [
        Found(at(one), one.code, one.path, one.sentence) for one in clashes(study, frameworks, at)
    ]


def _is_about_a_word(line: ErrorDetails) -> bool:
    """Tell whether a finding is about the name of a field or the word of a mapping."""
    return line["type"] == "field" or line["loc"][-1:] == (line["input"],)


def _nearest_place(path: Path, placed: Placed) -> Place:
    """Find the place of a value, or of the nearest thing that it would be part of."""
    ways = (path[:length] for length in range(len(path), -1, -1))
    return next(place for way in ways if (place := placed(way)) is not None)
