"""The forms of a workbook: what one assessor judges of some policies.

At the top of a form stand what is judged, by which rubric, by whom, when and of which layer.
Below, criteria go down and policies across, each policy with a column for every part of a rating:

    criterion    Care Act: grade or gap    Care Act: note    Care Act: source ...

A form may be filled in part: a criterion without anything is left out, and so is a policy. A
criterion may have further rows, each with more evidence.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs

from implsupport.documents.filled_tables import Cell, Reading, Row, foreign, unknown
from implsupport.documents.findings import WORD, Path, Place, Placed
from implsupport.errors import UnknownKeyError, UnknownTermError, nearest, shown
from implsupport.matrix import Matrix, Rubric
from implsupport.terms import Gap, Term

__all__ = ["CRITERION", "MARK", "PARTS", "TOP", "Form", "is_form", "read_forms"]

TOP: Final = ("object", "rubric", "assessor", "date", "layer")
"""What stands at the top of a form, each in the cell beside its name."""

CRITERION: Final = "criterion"
"""The name of the first column of the ratings."""

MARK: Final = "grade or gap"
"""The part of a rating that is its grade or its gap."""

_EVIDENCE: Final = {
    "source": "source",
    "page or passage": "locator",
    "quotation": "quotation",
    "source date": "date",
}

PARTS: Final = (MARK, "note", *_EVIDENCE)
"""The parts of a rating, in the order of their columns."""

_NAME: Final = "form"
_PATH: Final[Path] = ("assessments",)
_GAPS: Final = tuple(gap.key for gap in Gap)


@attrs.frozen
class Form:
    """A form as a workbook holds it.

    Attributes:
        place: Where its sheet is.
        rows: Its rows.
    """

    place: Place
    rows: Sequence[Row]

    def at(self, cell: Cell) -> Place:
        """Tell where one of its cells stands.

        Args:
            cell: The cell.
        """
        return Place(self.place.file, cell.line, cell.column, sheet=self.place.sheet)


def is_form(sheet: str, rows: Sequence[Row]) -> bool:
    """Tell whether a sheet is a form.

    Args:
        sheet: The name of the sheet.
        rows: Its rows. A form that is called by the name of its assessor is one still: the heads
            of its columns say so.

    >>> is_form("Form 2", []), is_form("policies", [])
    (True, False)
    """
    return sheet.casefold().startswith(_NAME) or any(
        row and row[0].text == CRITERION and any(cell.text.endswith(f": {MARK}") for cell in row)
        for row in rows
    )


def read_forms(
    forms: Sequence[Form], reading: Reading, frameworks: Sequence[Matrix[Any, Any, Any]]
) -> Placed:
    """Add what forms judge to what tables hold.

    Args:
        forms: The forms.
        reading: What was read from the tables; the assessments are added to its values, and what
            is wrong with the forms to what was found.
        frameworks: The frameworks whose rubrics a form may name.

    Returns:
        Where each value stands, of the tables and of the forms.
    """
    places: dict[Path, Place] = {}
    policies = _policies(reading.values.get("policies", ()))
    for form in forms:
        _Reader(form, reading, places, policies, frameworks).take()
    return lambda path: places.get(path) or reading.placed(path)


def _policies(policies: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """Find the keys of policies by what a form may call them: a title of its own, or the key."""
    titles = Counter(policy.get("title") for policy in policies)
    by_title = {
        title: policy.get("key", "")
        for policy in policies
        if (title := policy.get("title")) and titles[title] == 1
    }
    return by_title | {key: key for policy in policies if (key := policy.get("key"))}


_Columns: TypeAlias = dict[str, int]
"""The column of each part of a rating, from 0."""


@attrs.frozen
class _Reader:
    """Reads one form into the values of a study."""

    form: Form
    reading: Reading
    places: dict[Path, Place]
    policies: Mapping[str, str]
    frameworks: Sequence[Matrix[Any, Any, Any]]

    def take(self) -> None:
        """Add what the form judges: one assessment for each policy with anything in it."""
        rows = self.form.rows
        heads = [at for at, row in enumerate(rows) if row and row[0].text == CRITERION]
        if not heads:
            sentence = f"no row begins with {CRITERION!r}, as the ratings of a form do"
            self.reading.tell(self.form.place, "field", _PATH, sentence)
            return
        top = {row[0].text: row[1] for row in rows[: heads[0]] if len(row) > 1}
        rubric = _rubric(top.get("rubric"), self.frameworks)
        criteria = self._criteria(rows[heads[0] + 1 :], rubric)
        for policy, columns in self._columns(rows[heads[0]], rows[heads[0] + 1 :]).items():
            self._assess(policy, columns, top, criteria)

    def _tell(self, cell: Cell, code: str, path: Path, sentence: str) -> None:
        self.reading.tell(self.form.at(cell), code, path, sentence)

    def _columns(self, header: Row, below: Sequence[Row]) -> dict[str, _Columns]:
        """Find the columns of each policy."""
        found: dict[str, _Columns] = {}
        for at, cell in enumerate(header[1:], start=1):
            name, _, part = cell.text.rpartition(": ")
            if cell.is_blank:
                self._require_blank(below, at, at + 1)
            elif cell.wrong:
                self._tell_wrong(cell, CRITERION, _PATH)
            elif error := self._no_column(cell, name, part):
                self.reading.found.append(unknown(self.form.at(cell), "field", _PATH, error))
            elif found.setdefault(self.policies[name], {}).setdefault(part, at) != at:
                sentence = f"the column {shown(cell.text)} is there twice; keep one"
                self._tell(cell, "repeated", _PATH, sentence)
        self._require_blank(below, len(header))
        return found

    def _no_column(
        self, cell: Cell, name: str, part: str
    ) -> UnknownTermError | UnknownKeyError | None:
        """Say why a cell is not the head of a column; nothing if it is."""
        if part not in PARTS:
            expected = tuple(f"a policy: {one}" for one in PARTS)
            near = nearest(part, PARTS)
            return UnknownTermError(shown(cell.text), "form", expected, near, noun="column")
        if name not in self.policies:
            folded = {known.casefold(): known for known in self.policies}
            near = folded.get(nearest(name, folded) or "")
            return UnknownKeyError(shown(name), "policy", tuple(self.policies), near)
        return None

    def _require_blank(self, below: Sequence[Row], start: int, stop: int | None = None) -> None:
        """Tell of what stands under no column: it would be left out."""
        for row in below:
            for cell in row[start:stop]:
                if not cell.is_blank:
                    sentence = f"{shown(cell.text)} stands under no column; name the column"
                    self._tell(cell, "field", _PATH, sentence)

    def _criteria(
        self, rows: Sequence[Row], rubric: Rubric[Any, Any, Any] | None
    ) -> dict[str, list[Row]]:
        """Gather the rows of each criterion."""
        found: dict[str, list[Row]] = {}
        for row in rows:
            filled = [cell for cell in row if not cell.is_blank]
            if filled and row[0].is_blank:
                sentence = "the row names no criterion; say which it is about"
                self._tell(filled[0], "field", _PATH, sentence)
            elif filled:
                self._tell_wrong(row[0], CRITERION, _PATH)
                is_alone = len(filled) == 1 and not row[0].wrong
                if is_alone and rubric and row[0].text not in _keys(rubric.rows):
                    what = f"{shown(row[0].text)} is no criterion of {rubric.key!r}"
                    sentence = f"{what}, and would be left out; put it into a sheet called notes"
                    self._tell(row[0], "word", _PATH, sentence)
                found.setdefault(row[0].text, []).append(row)
        return found

    def _assess(
        self,
        policy: str,
        columns: _Columns,
        top: Mapping[str, Cell],
        criteria: Mapping[str, Sequence[Row]],
    ) -> None:
        """Add the assessment of one policy, if anything is said of it."""
        assessments: list[Any] = self.reading.values.setdefault("assessments", [])
        path = (*_PATH, len(assessments))
        rubric = _rubric(top.get("rubric"), self.frameworks)
        scale = _keys(rubric.cols) if rubric else ()
        ratings: dict[str, Any] = {}
        for criterion, rows in criteria.items():
            cells = [_Parts(row, columns) for row in rows]
            if any(parts.filled for parts in cells):
                way = (*path, "ratings", criterion)
                ratings[criterion] = self._rating(cells, way, scale)
                self.places[(*way, WORD)] = self.form.at(rows[0][0])
        if ratings:
            said = self._said(top, path)
            assessments.append({"policy": policy, **said, "ratings": ratings})

    def _said(self, top: Mapping[str, Cell], path: Path) -> dict[str, str]:
        """Read what stands at the top of the form."""
        cells = {name: top[name] for name in TOP if name in top}
        for name, cell in cells.items():
            self.places[(*path, name)] = self.form.at(cell)
            self._tell_wrong(cell, name, (*path, name))
        return {name: cell.text for name, cell in cells.items() if not cell.is_blank}

    def _rating(self, rows: Sequence["_Parts"], path: Path, scale: Sequence[str]) -> dict[str, Any]:
        """Read one rating: its mark and its note, said once, and the evidence of every row."""
        rating: dict[str, Any] = {}
        self.places[path] = self.form.at(rows[0].cell(MARK))
        for part in (MARK, "note"):
            for cell in self._once(rows, part, path):
                name = _field_of(cell.text, scale) if part == MARK else part
                rating[name] = cell.text
                self.places[(*path, name)] = self.form.at(cell)
                self._tell_wrong(cell, name, (*path, name))
        listed = [parts for parts in rows if any(map(parts.has, _EVIDENCE))]
        rating["evidence"] = [
            self._evidence(parts, (*path, "evidence", at)) for at, parts in enumerate(listed)
        ]
        return rating

    def _once(self, rows: Sequence["_Parts"], part: str, path: Path) -> Sequence[Cell]:
        """Find the one cell of a part; tell of those that come after it."""
        cells = [row.cell(part) for row in rows if row.has(part)]
        for cell in cells[1:]:
            sentence = "the criterion has this further up; keep one, and leave the other blank"
            self._tell(cell, "repeated", path, sentence)
        return cells[:1]

    def _evidence(self, parts: "_Parts", path: Path) -> dict[str, str]:
        cells = {field: parts.cell(part) for part, field in _EVIDENCE.items()}
        for field, cell in cells.items():
            self.places[(*path, field)] = self.form.at(cell)
            self._tell_wrong(cell, field, (*path, field))
        return {field: cell.text for field, cell in cells.items() if not cell.is_blank}

    def _tell_wrong(self, cell: Cell, field: str, path: Path) -> None:
        for code, sentence in foreign(cell, field):
            self._tell(cell, code, path, sentence)


@attrs.frozen
class _Parts:
    """What one row says of one policy."""

    row: Row
    columns: _Columns

    def cell(self, part: str) -> Cell:
        """Read the cell of a part; where there is no such column or cell, a blank one."""
        at = self.columns.get(part, 0)
        if 0 < at < len(self.row):
            return self.row[at]
        return Cell("", self.row[0].line, (at or min(self.columns.values())) + 1)

    def has(self, part: str) -> bool:
        """Tell whether a part is filled in."""
        return not self.cell(part).is_blank

    @property
    def filled(self) -> bool:
        """Whether any part is."""
        return any(map(self.has, PARTS))


def _rubric(
    cell: Cell | None, frameworks: Sequence[Matrix[Any, Any, Any]]
) -> Rubric[Any, Any, Any] | None:
    """Find the rubric that a form names, if it is known."""
    named: list[Rubric[Any, Any, Any]] = [
        one for one in frameworks if cell and isinstance(one, Rubric) and one.key == cell.text
    ]
    return named[0] if named else None


def _keys(words: type[Term]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _field_of(mark: str, scale: Sequence[str]) -> str:
    """Tell whether a mark is a grade or a gap, or rather which of them it is meant to be."""
    meant = mark if mark in _GAPS else nearest(mark, (*scale, *_GAPS))
    return "gap" if meant in _GAPS else "grade"
