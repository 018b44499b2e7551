"""The workbook that assessors fill in: forms, and the tables of a study beside them.

It is laid out as public bodies lay out workbooks: a title in the first cell of every sheet, then
what the sheet holds; tables that are marked as tables, every column named; no merged cells, no
hidden ones, nothing said by colour. What it says of the framework is the framework's own.
"""

import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from implsupport.documents.archives import MOST_COLUMNS
from implsupport.documents.files import write_bytes
from implsupport.documents.findings import Found, Place, refusal
from implsupport.documents.forms import CRITERION, MARK, PARTS, TOP
from implsupport.documents.tables import TABLES, Table, neutral, rows_of
from implsupport.documents.workbook import book, make_room, put_table, too_long, too_much
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict
from implsupport.frameworks.success import SUCCESS
from implsupport.matrix import Rubric
from implsupport.records import Policy, Study
from implsupport.terms import Gap, Term
from implsupport.vocabulary import Extent, Purpose, RelationKind, SupportModel

__all__ = ["template"]

_Rubric: TypeAlias = Rubric[Any, Any, Any]
_Book: TypeAlias = Any
_Sheet: TypeAlias = Any
_Words: TypeAlias = Sequence[tuple[str, str]]

_CASES: Final = (Policy(key="first-policy", title="First policy"),)


def template(
    path: str | os.PathLike[str],
    *,
    rubric: _Rubric = SUCCESS,
    cases: Sequence[Policy] = _CASES,
    assessors: Sequence[str] = ("",),
    overwrite: bool = False,
) -> None:
    """Write a workbook that assessors fill in, and that reads as a study at any time.

    Args:
        path: The file.
        rubric: The rubric that is judged by.
        cases: The policies, each with columns of its own on every form.
        assessors: The names of the assessors, each with a form; an empty name is left open.
        overwrite: Whether a file that is there already is replaced.

    Raises:
        pydantic.ValidationError: If two policies have the same key.
        DocumentError: If there are more policies than a form has columns for, or a text is too
            long for a cell; or if the file is there already and may not be replaced, or cannot
            be written.

    Source:
        The layout follows the Government Analysis Function, "Releasing statistics in
        spreadsheets" (2021). Status: adapted.

    >>> import tempfile
    >>> from implsupport import documents
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     template(f"{folder}/study.xlsx")
    ...     documents.read(f"{folder}/study.xlsx").policies[0].title
    'First policy'
    """
    study = Study(title="Untitled study", policies=tuple(cases))
    file, plan = Path(path), _Plan(rubric, study, tuple(assessors))
    if found := list(plan.too_much(str(file))):
        raise refusal(found)
    write_bytes(file, book(rubric.title, plan.fill), overwrite=overwrite)


# --- words ---

_OBJECTS: Final = (
    ("policy", "the policy itself"),
    ("support-programme", "the programme that supports its implementation"),
)
_STATUSES: Final = (
    ("source", "printed in a source"),
    ("adapted", "adapted from a source"),
    ("ours", "the writer's own"),
)


def _glossed(*vocabularies: type[Term]) -> _Words:
    return [(term.key, term.gloss) for words in vocabularies for term in words]


def _lists(rubric: _Rubric) -> dict[str, _Words]:
    """List the words that may be chosen, each list under its name."""
    return {
        MARK: _glossed(rubric.cols, Gap),
        "grade": _glossed(rubric.cols),
        CRITERION: _glossed(rubric.rows),
        "object": _OBJECTS,
        "rubric": [(rubric.key, rubric.title)],
        "status": _STATUSES,
        "ambiguity": _glossed(Ambiguity, Gap),
        "conflict": _glossed(Conflict, Gap),
        "locus": _glossed(Locus),
        "level": _glossed(Level),
        "model": _glossed(SupportModel),
        "extent": _glossed(Extent),
        "purpose": _glossed(Purpose),
        "relation": _glossed(RelationKind),
    }


# The columns whose words are chosen from a list of another name; the others have its name.
_NAMED: Final = {
    ("relations", "kind"): "relation",
    ("relations", "source"): "body",
    ("relations", "target"): "body",
}
# The lists that are the keys of a table of the study.
_KEYS: Final = {"body": "bodies", "policy": "policies", "source": "sources"}
# Where other words may be written: a degree, or a key that comes later or is of the bibliography.
_OPEN: Final = frozenset({"ambiguity", "conflict", *_KEYS})


# --- sheets ---

_HOLDS: Final = {
    "study": "the title of the study, and what it is: source, adapted or ours",
    "sources": "the works that evidence is drawn from",
    "sources.authors": "the authors of each source, in order",
    "policies": "the policies studied",
    "positions": "where each policy stands: how ambiguous it is, and how much in conflict",
    "positions.evidence": "what each position rests on",
    "decisions": "the grades that assessors settle on together",
    "decisions.assessors": "who settled on each",
    "activities": "what was done to support a policy",
    "activities.cells": "at which locus and level each activity stands",
    "activities.layers": "which administrative layers each activity spans",
    "activities.evidence": "what each activity rests on",
    "approaches": "ways of supporting implementation",
    "approaches.exhibited_in": "which policies show each approach",
    "approaches.models": "how far each approach follows each model of support",
    "bodies": "the bodies of a support programme",
    "bodies.functions": "what each body does",
    "bodies.purposes": "what each body is for",
    "relations": "how one body stands to another",
}
_SHOWN: Final = tuple(table for table in TABLES if table.name in _HOLDS)

_ANSWERS: Final = {
    "object": "Choose what you judge: the policy, or the programme that supports it.",
    "rubric": "The framework that you judge by.",
    "assessor": "Your name, or the name that stands for you.",
    "date": "When you judge, as YYYY, YYYY-MM or YYYY-MM-DD. You may leave it blank.",
    "layer": "The administrative layer judged, such as national or local. You may leave it blank.",
}
_STEPS: Final = (
    (
        "1. On the sheet study, write the title of the study. On the sheet policies, check the "
        "policies; a title that is changed there must be changed on the forms."
    ),
    (
        "2. Each assessor fills in one form: first what is judged, then a grade for each criterion "
        "and policy. The note at each cell says what the grades mean."
    ),
    (
        "3. Leave blank what you have not judged. Where there is no grade to give, choose the gap "
        "that says why."
    ),
    (
        "4. Say what a grade rests on: the key of a source, and the page or passage. Sources are "
        "listed on the sheet sources. For more evidence, add a row with the same criterion below."
    ),
    (
        "5. On the other sheets, parent_row is the number of the row, from 1, that a row belongs "
        "to, and position its place there, from 1."
    ),
    "6. Check the workbook at any time: implsupport check, and the name of the file.",
)
_PAGE: Final = 100  # how wide a column of running text is, in characters
_A4: Final = 9  # as workbooks number the sizes of paper
_HEADING: Final = 30  # how high the row of a heading is, in points
_FIRST: Final = 3  # where the header of a table stands, from 0, below title and description
_ENTRIES: Final = 500  # how many rows of a table have lists to choose from


@attrs.frozen
class _Plan:
    """What a template is made of."""

    rubric: _Rubric
    study: Study
    assessors: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """The names of the forms."""
        return tuple(f"form {number}" for number, _ in enumerate(self.assessors, start=1))

    @property
    def rows(self) -> tuple[Term, ...]:
        """The criteria."""
        vocabulary: type[Term] = self.rubric.rows
        return tuple(vocabulary)

    def too_much(self, file: str) -> Iterator[Found]:
        """Find what the workbook cannot hold."""
        yield from too_much(rows_of(self.study), file)
        for name, assessor in zip(self.forms, self.assessors, strict=True):
            if sentence := too_long(assessor):
                yield Found(Place(file, sheet=name), "limit", ("assessor",), sentence)
        most, here = (MOST_COLUMNS - 1) // len(PARTS), len(self.study.policies)
        if here > most:
            sentence = f"{here} policies are more than a form can hold, {most}; make two of them"
            yield Found(Place(file), "limit", ("policies",), sentence)

    def fill(self, made: _Book) -> None:
        """Put every sheet into a book."""
        self._put_cover(made)
        ranges = self._put_notes(made)
        for name, assessor in zip(self.forms, self.assessors, strict=True):
            self._put_form(made, name, assessor, ranges)
        rows = rows_of(self.study)
        for table in _SHOWN:
            about = f"This sheet holds one table: {_HOLDS[table.name]}."
            sheet = _sheet(made, table.name, table.name, about)
            put_table(made, sheet, table, rows[table.name], _FIRST)
            for column, field in enumerate(table.columns):
                name = _NAMED.get((table.name, field), field)
                _offer(sheet, ranges, name, (_FIRST + 1, column, _FIRST + _ENTRIES, column))

    def _put_cover(self, made: _Book) -> None:
        """Say what the workbook is for, how it is filled in, and what each sheet holds."""
        source = self.rubric.source
        about = [f"Framework: {self.rubric.title}", *([source.citation] if source else [])]
        sheet = _sheet(made, "cover", "Assessment workbook", *about)
        sheet.set_column(0, 0, _PAGE)
        after = _put_texts(made, sheet, len(about) + 1, "How to fill it in", _STEPS)
        if self.rubric.caveats:
            after = _put_texts(made, sheet, after, "What to bear in mind", self.rubric.caveats)
        held = {
            "notes": "the words to choose from, and what each grade says of each criterion",
            **{name: self._held(at) for at, name in enumerate(self.forms)},
            **_HOLDS,
        }
        lines = [f"{name}: {what}" for name, what in held.items()]
        first = after + 1
        _put_texts(made, sheet, after, "What the sheets hold", lines)
        for line, name in enumerate(held, start=first):
            sheet.write_url(line, 0, f"internal:'{name}'!A1", string=neutral(lines[line - first]))

    def _held(self, at: int) -> str:
        return f"what {self.assessors[at] or 'an assessor'} judges of each policy"

    def _put_notes(self, made: _Book) -> dict[str, str]:
        """Put the words to choose from, and the anchors; tell where each list of words is."""
        about = "This sheet holds two tables: the words to choose from, and what each grade says."
        sheet = _sheet(made, "notes", "Notes", about)
        lists = _lists(self.rubric)
        rows = [(name, word, said) for name, words in lists.items() for word, said in words]
        words = Table("words", ("list", "word", "meaning"))
        after = put_table(made, sheet, words, rows, _FIRST)
        after = _put_texts(made, sheet, after, "What each grade says of each criterion", ())
        anchors = [(row.key, col.key, str(cell)) for (row, col), cell in self.rubric.items()]
        put_table(made, sheet, Table("anchors", (CRITERION, "grade", "meaning")), anchors, after)
        names = [name for name, _, _ in rows]
        return {name: _range("notes", "B", names.index(name), names.count(name)) for name in lists}

    def _put_form(self, made: _Book, name: str, assessor: str, ranges: Mapping[str, str]) -> None:
        """Put the form of one assessor."""
        about = (
            "This sheet holds two tables: about this form, and the ratings.",
            "Blank cells are for you to fill in; leave blank what you have not judged.",
        )
        sheet = _sheet(made, name, ": ".join(filter(None, (name.capitalize(), assessor))), *about)
        given = {"rubric": self.rubric.key, "assessor": assessor}
        top = [(field, given.get(field, ""), _ANSWERS[field]) for field in TOP]
        table = Table(f"{name} about", ("about this form", "answer", "what to write"))
        after = put_table(made, sheet, table, top, _FIRST)
        for line, field in enumerate(TOP, start=_FIRST + 1):
            _offer(sheet, ranges, field, (line, 1, line, 1))
        first = _put_texts(made, sheet, after, "Ratings", ())
        columns = [f"{case}: {part}" for case in _headings(self.study.policies) for part in PARTS]
        criteria = [(row.key, *[""] * len(columns)) for row in self.rows]
        table = Table(f"{name} ratings", (CRITERION, *columns))
        after = put_table(made, sheet, table, criteria, first)
        for column, heading in enumerate(columns, start=1):
            part = heading.rpartition(": ")[2]
            _offer(sheet, ranges, part, (first + 1, column, after - 1, column))
            if part == MARK:
                self._put_anchors(sheet, first + 1, column)
        sheet.freeze_panes(0, 1)  # the criterion stays in sight, on paper too
        sheet.repeat_columns(0)
        sheet.set_landscape()
        sheet.fit_to_pages(0, 1)

    def _put_anchors(self, sheet: _Sheet, first: int, column: int) -> None:
        """Put a note at each mark of a policy, with what each grade says of the criterion."""
        for line, row in enumerate(self.rows, start=first):
            said = (f"{grade.key}: {cell}" for grade, cell in self.rubric.row(row).items())
            text = "\n\n".join((row.label, *said))
            options = {"font_name": "Arial", "font_size": 11, "width": 420, "height": 260}
            sheet.write_comment(line, column, text, options)


def _headings(policies: Sequence[Policy]) -> list[str]:
    """Find what each policy is called on a form: its title, or its key where that is no name."""
    taken = Counter(name.casefold() for one in policies for name in {one.title, one.key})
    return [
        policy.title
        if taken[policy.title.casefold()] == 1 and _LINE.fullmatch(policy.title)
        else policy.key
        for policy in policies
    ]


# A title that can head a column: one line that is not too long.
_LINE: Final = re.compile(r"\S(.{0,198}\S)?")


def _range(sheet: str, column: str, first: int, count: int) -> str:
    """Name the cells of a column, a number of rows below the header."""
    start = _FIRST + 2 + first
    return f"={sheet}!${column}${start}:${column}${start + count - 1}"


def _offer(
    sheet: _Sheet, ranges: Mapping[str, str], name: str, cells: tuple[int, int, int, int]
) -> None:
    """Let people choose from a list, if there is one of that name."""
    source = _range(_KEYS[name], "A", 0, _ENTRIES) if name in _KEYS else ranges.get(name)
    if source:
        options = {
            "validate": "list",
            "source": source,
            "show_error": name not in _OPEN,
            "error_title": "Not in the list",
            "error_message": "Choose a word from the list, or leave the cell blank.",
        }
        sheet.data_validation(*cells, options)


def _sheet(made: _Book, name: str, title: str, *about: str) -> _Sheet:
    """Add a sheet with its title in the first cell, and below it what it holds."""
    sheet = made.add_worksheet(name)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)  # as wide as the page, and as long as it takes
    sheet.write_string(0, 0, neutral(title), made.add_format({"bold": True, "font_size": 16}))
    for line, text in enumerate(about, start=1):
        sheet.write_string(line, 0, neutral(text))
    return sheet


def _put_texts(made: _Book, sheet: _Sheet, first: int, heading: str, texts: Iterable[str]) -> int:
    """Write a heading and texts below one another; give the row after the last."""
    sheet.set_row(first, _HEADING)
    sheet.write_string(first, 0, heading, made.add_format({"bold": True, "font_size": 14}))
    wrapped = made.add_format({"text_wrap": True, "valign": "top"})
    lines = [neutral(text) for text in texts]
    for line, text in enumerate(lines, start=first + 1):
        make_room(sheet, line, [text], [_PAGE])
        sheet.write_string(line, 0, text, wrapped)
    return first + 1 + len(lines)
