"""The values of a text, each knowing where it stands, built while the text is read."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, Final, NoReturn, TypeAlias, cast

import attrs

from implsupport.documents.files import Limits
from implsupport.documents.findings import WORD, Found, Path, Place, refusal, study_of
from implsupport.documents.shapes import Shape, study_shape
from implsupport.documents.texts import Lines
from implsupport.errors import shown
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["SCHEMA", "Builder", "ListAt", "MappingAt"]

SCHEMA: Final = "implsupport/study/1"
_ABOUT: Final = ("schema", "$schema")  # what the file is, for us and for editors
"""What the first key of a study in YAML or JSON says."""


class MappingAt(dict[str, object]):
    """A mapping that knows where each of its words and values begins."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.places: dict[str, tuple[int, int]] = {}


class ListAt(list[object]):
    """A list that knows where each of its items begins."""

    __slots__ = ("places",)

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self.places: list[int] = []


_LONE: Final = re.compile("[\ud800-\udfff]")
_Container: TypeAlias = MappingAt | ListAt


def _last_before(value: object, index: int) -> int | str | None:
    """Find the last part of a list or a mapping that begins before a character, or at it."""
    match value:
        case MappingAt() as names:
            steps: Sequence[int | str] = list(names.places)
            starts = [at for at, _ in names.places.values()]
        case ListAt() as items:
            steps, starts = range(len(items)), items.places
        case _:
            return None
    begun = bisect_right(starts, index)
    return steps[begun - 1] if begun else None


class Builder:
    """Builds the values of a text, and finds names given twice and limits passed.

    Args:
        lines: The lines of the text.
        limits: How much it may hold.
        found: What was found wrong with the text before; what is found is added to it. What its
            characters are part of is told once the values are known.

    Raises:
        DocumentError: From its methods, once a limit is passed: with all that was found so far.

    >>> builder = Builder(Lines("{title: x}", "study.yaml"), Limits(), [])
    >>> builder.open(MappingAt(), 0)
    >>> builder.name("title", 1)
    >>> builder.add("x", 8)
    >>> builder.close()
    >>> builder.root, str(builder.place(("title",)))
    ({'title': 'x'}, 'study.yaml:1:9')
    """

    def __init__(self, lines: Lines, limits: Limits, found: list[Found]) -> None:
        """Begin before the first value."""
        self.root: object = None
        self.found = found
        self._before = len(found)
        self._lines = lines
        self._limits = limits
        self._count = 0
        self._root_at = 0
        self._name_at = 0
        self._is_repeated = False
        # What is open, outermost first: the containers, the last name in each, what each takes.
        self._open: list[_Container] = []
        self._names: list[str] = []
        self._shapes: list[Shape] = []

    @property
    def shape(self) -> Shape:
        """What the value takes that comes next."""
        return self._shapes[-1].of(self._names[-1]) if self._open else study_shape()

    @property
    def path(self) -> Path:
        """The way to the value that comes next; before the first name, to the mapping."""
        if not self._open:
            return ()
        last = self._open[-1]
        if isinstance(last, ListAt):
            return (*self.inside, len(last))
        return (*self.inside, *filter(None, self._names[-1:]))

    @property
    def inside(self) -> Path:
        """The way to the list or mapping that was opened last."""
        return tuple(
            name if isinstance(container, MappingAt) else len(container) - 1
            for container, name in zip(self._open[:-1], self._names[:-1], strict=True)
        )

    def way_by_indent(self, at: int) -> Path:
        """Find what a line below the last name is part of: by its indent, as people read it.

        Args:
            at: A character of the line.

        Returns:
            The way to the value of the last name if that stands in the same line, or further to
            the left; else to the innermost list or mapping that does not stand further right.
        """
        indent, is_item = self._lines.indent(at), self._lines.is_item(at)
        name, way = self._lines.place(self._name_at), self.inside
        is_near = self._lines.place(at).line == name.line or indent > name.column
        for container in reversed(self._open):
            match container:
                case MappingAt() if is_near and container is self._open[-1]:
                    return self.path
                case MappingAt() if indent >= self._indent(container):
                    return way
                case ListAt() if indent + is_item > self._indent(container):
                    return (*way, len(container) if is_item else max(len(container) - 1, 0))
                case _:
                    way = way[:-1]
        return way

    def _indent(self, container: _Container) -> int:
        """Find the column in which the parts of a list or a mapping begin."""
        match container:
            case MappingAt() as names if names.places:
                return self._lines.place(next(iter(names.places.values()))[0]).column
            case ListAt() as items if items.places:
                return self._lines.indent(items.places[0])
            case _:
                return self._lines.place(self._name_at).column

    def name(self, name: str, at: int) -> None:
        """Take the name of the value that comes next in a mapping.

        Args:
            name: The name of a field, or a word.
            at: Where it begins, as all places here in characters of the text from 0.
        """
        places = cast("MappingAt", self._open[-1]).places
        if _LONE.search(name):
            name = self._whole(name, at)
        self._names[-1] = name
        self._name_at = at
        self._is_repeated = name in places
        if self._is_repeated:
            line = self._lines.place(places[name][0]).line
            sentence = f"{shown(name)} is given already in line {line}; keep one"
            self.tell("repeated", sentence, at, (*self.inside, name, WORD))

    def _whole(self, name: str, at: int) -> str:
        """Tell of half a character in a name, which nobody could read, and stand in for it."""
        whole = _LONE.sub("\N{REPLACEMENT CHARACTER}", name)
        sentence = f"the name {shown(name)} holds half a character; write the whole of it"
        self.tell("character", sentence, at, (*self.inside, whole))
        return whole

    def add(self, value: object, at: int) -> None:
        """Put a value into what is open; of two values of one name the first is kept.

        Args:
            value: The value.
            at: Where it begins.
        """
        self._count += 1
        if self._count > self._limits.values:
            sentence = f"the file holds more than {self._limits.values:,} values; allow more"
            self.stop("limit", sentence, at)
        match self._open[-1] if self._open else None:
            case None:
                self.root, self._root_at = value, at
            case ListAt() as items:
                items.append(value)
                items.places.append(at)
            case MappingAt() as names if not self._is_repeated:
                names[self._names[-1]] = value
                names.places[self._names[-1]] = self._name_at, at
            case _:
                pass

    def open(self, container: MappingAt | ListAt, at: int) -> None:
        """Put a list or a mapping into what is open, and open it.

        Args:
            container: An empty list or mapping.
            at: Where it begins.
        """
        if len(self._open) >= self._limits.depth:
            most = self._limits.depth
            self.stop("limit", f"more than {most} lists and mappings stand in one another", at)
        shape = self.shape
        self.add(container, at)
        self._open.append(container)
        self._names.append("")
        self._shapes.append(shape)

    def close(self) -> None:
        """Close the list or the mapping that was opened last."""
        self._open.pop()
        self._names.pop()
        self._shapes.pop()

    def tell(self, code: str, sentence: str, at: int, path: Path | None = None) -> None:
        """Add a finding.

        Args:
            code: What kind of thing it is.
            sentence: What was found, and what is allowed.
            at: Where it stands.
            path: What it is part of; by default the value that comes next.
        """
        way = self.path if path is None else path
        self.found.append(Found(self._lines.place(at), code, way, sentence))
        if len(self.found) >= self._limits.findings:
            raise refusal(self._all_found())

    def stop(self, code: str, sentence: str, at: int, path: Path | None = None) -> NoReturn:
        """Add a finding, and refuse the file with all that was found.

        Args:
            code: What kind of thing it is.
            sentence: What was found, and what is allowed.
            at: Where it stands.
            path: What it is part of; by default the value that comes next.
        """
        self.tell(code, sentence, at, path)
        raise refusal(self._all_found())

    def _all_found(self) -> list[Found]:
        """Give what was found; of what was found before, say which value it stands in."""
        before = [attrs.evolve(one, path=self._way_to(one)) for one in self.found[: self._before]]
        return [*before, *self.found[self._before :]]

    def _way_to(self, found: Found) -> Path:
        """Find the way to the last value, or name of one, that begins before a place."""
        index = self._lines.index(found.place)
        way: Path = ()
        step = _last_before(self.root, index)
        while step is not None:
            way = (*way, step)
            step = _last_before(self._value(way), index)
        return way

    def place(self, path: Path) -> Place | None:
        """Tell where a value stands, or the name of one.

        Args:
            path: The way to the value; with `WORD` as its last step, to its name.

        Returns:
            Its place; None if there is no such value.
        """
        names_it = path[-1:] == (WORD,)
        steps = path[:-1] if names_it else path
        if not steps:
            return self._lines.place(self._root_at)
        match self._value(steps[:-1]), steps[-1]:
            case MappingAt() as names, str(name) if name in names:
                at = names.places[name][0 if names_it else 1]
            case ListAt() as items, int(index):
                at = items.places[index]
            case _:
                return None
        return self._lines.place(at)

    def _value(self, path: Path) -> object:
        """Find the value at a path; None if there is none."""
        value = self.root
        for step in path:
            match value, step:
                case MappingAt() as names, str(name):
                    value = names.get(name)
                case ListAt() as items, int(index):
                    value = items[index]
                case _:
                    return None
        return value

    def study(
        self, frameworks: Sequence[Matrix[Any, Any, Any]], *, judgeable: bool = False
    ) -> Study:
        """Make the study of the values, once all are there.

        Args:
            frameworks: The frameworks whose rubrics it may name.
            judgeable: Whether what no report can put together is refused too.

        Returns:
            The study.

        Raises:
            DocumentError: If anything was found wrong, or the records refuse anything.
        """
        most = self._limits.findings
        values = self.root
        if values is None:
            expected = f"expected a study, which begins with schema: {SCHEMA}"
            self.stop("field", f"the file says nothing; {expected}", self._root_at, ())
        if isinstance(values, MappingAt):
            self._require_schema(values)
            values = {name: value for name, value in values.items() if name not in _ABOUT}
        found = self._all_found()
        return study_of(
            values,
            self.place,
            frameworks=frameworks,
            found=found,
            most=most,
            judgeable=judgeable,
        )

    def _require_schema(self, values: MappingAt) -> None:
        if not isinstance(values.get("$schema", ""), str):
            sentence = "'$schema' is for editors; write where the schema lies, or leave it out"
            place = self._lines.place(values.places["$schema"][1])
            self.found.append(Found(place, "form", ("$schema",), sentence))
        given = values.get("schema")
        if given == SCHEMA:
            return
        what = f"{shown(given)} is not the schema of a study" if given else "no 'schema' is given"
        sentence = f"{what}; expected schema: {SCHEMA}"
        place = self.place(("schema",)) or self._lines.place(self._root_at)
        self.found.append(Found(place, "schema", ("schema",), sentence, (SCHEMA,), SCHEMA))
