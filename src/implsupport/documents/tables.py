"""A study as tables: one for each of its lists, and one for each list or mapping in their rows.

`policies` has a row for each policy and a column for each field. What a field lists or maps has a
table of its own, `sources.authors`, whose rows name the row of `sources` that they belong to
(`parent_row`, from 1) and their place in it (`position`, from 1), or the word that is mapped.
A blank cell holds nothing. What looks like a formula has an apostrophe before it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import attrs

from implsupport.documents.findings import Path
from implsupport.errors import UnknownTermError, nearest, shown
from implsupport.records import Study
from implsupport.terms import Term

__all__ = ["TABLES", "Table", "neutral", "no_table", "path_of", "plain", "rows_of"]


# --- the tables ---


@attrs.frozen
class Table:
    """One table of a study.

    Attributes:
        name: The fields that lead to it, joined by dots.
        fields: The columns that say what a row holds.
        index: The columns before them that say where a row belongs; none in a list of the study.
        row: What a row is: a record, a text, or a pair.

    >>> table = Table("sources.authors", ("author",), ("parent_row", "position"), "text")
    >>> table.columns, table.parent, table.field
    (('parent_row', 'position', 'author'), 'sources', 'authors')
    """

    name: str
    fields: tuple[str, ...]
    index: tuple[str, ...] = ()
    row: Literal["record", "text", "pair"] = "record"

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns, in order."""
        return self.index + self.fields

    @property
    def parent(self) -> str:
        """The table whose rows its rows belong to; empty for a list of the study."""
        return self.name.rpartition(".")[0]

    @property
    def field(self) -> str:
        """The field of the parent that it holds."""
        return self.name.rpartition(".")[2]

    @property
    def path(self) -> Path:
        """The way to it, but for the rows."""
        return tuple(self.name.split("."))


_LISTED: Final = ("parent_row", "position")
_EVIDENCE: Final = ("source", "locator", "quotation", "date")

TABLES: Final = (
    Table("study", ("title", "status")),
    Table("sources", ("key", "title", "year", "doi", "url")),
    Table("sources.authors", ("author",), _LISTED, "text"),
    Table("policies", ("key", "title", "year", "jurisdiction", "note")),
    Table(
        "positions",
        (
            *("policy", "part", "ambiguity", "conflict", "basis", "date", "step", "layer"),
            *("assessor", "note", "status"),
        ),
    ),
    Table("positions.evidence", _EVIDENCE, _LISTED),
    Table("assessments", ("policy", "object", "rubric", "assessor", "date", "layer", "status")),
    Table("assessments.ratings", ("grade", "gap", "note"), ("parent_row", "criterion")),
    Table("assessments.ratings.evidence", _EVIDENCE, _LISTED),
    Table(
        "decisions",
        ("policy", "object", "rubric", "criterion", "grade", "reason", "date", "layer"),
    ),
    Table("decisions.assessors", ("assessor",), _LISTED, "text"),
    Table("activities", ("key", "title", "policy", "status")),
    Table("activities.cells", ("locus", "level"), _LISTED, "pair"),
    Table("activities.layers", ("layer",), _LISTED, "text"),
    Table("activities.evidence", _EVIDENCE, _LISTED),
    Table("approaches", ("key", "title", "theme", "description", "status")),
    Table("approaches.exhibited_in", ("policy",), _LISTED, "text"),
    Table("approaches.models", ("extent",), ("parent_row", "model"), "text"),
    Table("bodies", ("key", "title", "kind", "status")),
    Table("bodies.functions", ("function",), _LISTED, "text"),
    Table("bodies.purposes", ("purpose",), _LISTED, "text"),
    Table("relations", ("source", "target", "kind", "status")),
)
"""Every table, each after the one that its rows belong to."""

_NAMES: Final = tuple(table.name for table in TABLES)


def no_table(name: str) -> UnknownTermError:
    """Say that no table has a name.

    Args:
        name: What a file or a sheet is called.

    Returns:
        The error, with the names there are and the nearest.

    >>> no_table("policys").nearest
    'policies'
    """
    near = nearest(name, _NAMES)
    return UnknownTermError(shown(name), "Study", _NAMES, near, noun="table")


# --- formulas ---

# What spreadsheets take for a formula, also in its wide forms and after spaces, and what
# xlsxwriter takes for mark-up: each may have apostrophes before it already.
_START: Final = re.compile(r"['\s]*(?:[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|<r>)")


def neutral(text: str) -> str:
    """Put an apostrophe before what a spreadsheet might take for a formula.

    Args:
        text: What a cell shall say.

    Returns:
        What is written into the cell.

    >>> neutral("=1+1"), neutral("'=1+1"), neutral("1+1")
    ("'=1+1", "''=1+1", '1+1')
    """
    return f"'{text}" if _START.match(text) else text


def plain(text: str) -> str:
    """Undo `neutral`, and nothing else.

    Args:
        text: What is written in a cell.

    Returns:
        What the cell says.

    >>> plain("'=1+1"), plain("'tis so"), plain("=1+1")
    ('=1+1', "'tis so", '=1+1')
    """
    return text[1:] if text[:1] == "'" and _START.match(text) else text


# --- from a study ---


def rows_of(study: Study) -> dict[str, list[tuple[str, ...]]]:
    """Write a study as the rows of its tables.

    Args:
        study: The study.

    Returns:
        For the name of each table its rows, in order: a text for each column, empty for None.

    >>> rows_of(Study(title="Ours"))["study"]
    [('Ours', 'ours')]
    """
    items: dict[str, list[Any]] = {}
    rows: dict[str, list[tuple[str, ...]]] = {}
    for table in TABLES:
        listed = list(_listed(table, study, items))
        items[table.name] = [item for _, item in listed]
        rows[table.name] = [
            tuple(map(_written, (*index, *_parts(table, item)))) for index, item in listed
        ]
    return rows


def _listed(
    table: Table, study: Study, items: Mapping[str, list[Any]]
) -> Iterator[tuple[tuple[object, ...], Any]]:
    """Read what a table holds, each with what says where it belongs."""
    if table.parent:
        for number, parent in enumerate(items[table.parent], start=1):
            for place, item in _entries(getattr(parent, table.field)):
                yield (number, place), item
    else:
        for item in (study,) if table.name == "study" else getattr(study, table.name):
            yield (), item


def _entries(container: Mapping[Any, Any] | Sequence[Any]) -> Iterable[tuple[object, Any]]:
    if isinstance(container, Mapping):
        return container.items()
    return enumerate(container, start=1)


def _parts(table: Table, item: Any) -> Iterable[object]:  # noqa: ANN401 -- a record, text or pair
    if table.row == "record":
        return (getattr(item, field) for field in table.fields)
    return (item,) if table.row == "text" else item


def _written(value: object) -> str:
    if isinstance(value, Term):
        return value.key
    return "" if value is None else str(value)


def path_of(table: Table, number: int, rows: Mapping[str, Sequence[Sequence[str]]]) -> Path:
    """Find the way to what a row holds.

    Args:
        table: The table.
        number: The number of the row, from 1.
        rows: The rows of all tables, as `rows_of` writes them.

    Returns:
        The way from the study.

    >>> study = Study(title="Ours", sources=[{"key": "a", "title": "A", "authors": ["B"]}])
    >>> path_of(TABLES[2], 1, rows_of(study))
    ('sources', 0, 'authors', 0)
    """
    if table.name == "study":
        return ()
    if not table.parent:
        return (table.name, number - 1)
    parent, step = rows[table.name][number - 1][:2]
    above = next(one for one in TABLES if one.name == table.parent)
    last = int(step) - 1 if table.index == _LISTED else step
    return (*path_of(above, int(parent), rows), table.field, last)
