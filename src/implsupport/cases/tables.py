"""The printed tables, as the files in `data` hold them, one file a table."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap

__all__ = [
    "TICK",
    "Table",
    "citations",
    "comparability",
    "overrides",
    "overrides_source",
    "printed_in",
    "read",
    "themes",
]

Table: TypeAlias = dict[str, Any]
"""What a file of `data` holds: a head that says where it is printed, then its rows."""

TICK = "✔"
"""The mark that the Care Act report prints for yes; a cross or a blank is the other."""


@cache
def _text(name: str) -> str:
    return (files("implsupport.cases") / "data" / f"{name}.toml").read_text(encoding="utf-8")


def read(name: str) -> Table:
    """Read a printed table.

    The file is read once; each call returns a table of its own.

    Args:
        name: The name of a file in `data`, without its suffix.

    Returns:
        The table as typed in.

    >>> read("care_act_table_2")["head"]["title"]
    'Policies mapped against inclusion criteria for secondary synthesis of evidence'
    """
    return tomllib.loads(_text(name))


def printed_in(table: Table, page: str = "") -> Source:
    """Cite the work that a table is printed in.

    Args:
        table: A table with its head.
        page: The page of one of its rows; by default that of the table.

    Returns:
        The work, with table, page and status.

    >>> printed_in(read("care_act_table_2")).citation
    'Care Act report (draft interim report), Table 2, p. 21'
    """
    head = table["head"]
    place = ", ".join(part for part in (head["table"], page or head["page"]) if part)
    return cite(head["source"], place, status=head["status"])


@cache
def comparability() -> FrozenMap[str, FrozenMap[str, bool]]:
    """Tell which policies are comparable to the Care Act, and on which criteria.

    Returns:
        Policy key to criterion key (*scale*, *purpose*, *reach*, *learning*, *significance*) to
        whether the table ticks it; 15 policies in the order of the page.

    Source:
        care-act-report, Table 2, p. 21. Status: source.

    >>> comparability()["troubled-families"]["significance"]
    False
    """
    table = read("care_act_table_2")
    criteria = [column.casefold() for column in table["table"]["columns"]]
    return FrozenMap(
        {policy: _ticked(criteria, row["marks"]) for policy, row in table["rows"].items()}
    )


def _ticked(criteria: list[str], marks: list[str]) -> FrozenMap[str, bool]:
    pairs = zip(criteria, marks, strict=True)
    return FrozenMap({criterion: mark == TICK for criterion, mark in pairs})


@cache
def overrides() -> FrozenMap[str, str]:
    """Tell which policy was studied although it does not meet all criteria, and why.

    Returns:
        Policy key to the sentence that gives the reason.

    Source:
        care-act-report, "Comparative Analysis: Implementation approach", p. 23. Status: source.

    >>> list(overrides())
    ['troubled-families']
    """
    return FrozenMap(read("care_act_table_2")["overrides"]["reasons"])


@cache
def overrides_source() -> Source:
    """Cite the page of the reasons that `overrides` gives: they do not stand in the table.

    Returns:
        The work, with the page.

    Source:
        care-act-report, "Comparative Analysis: Implementation approach", p. 23. Status: source.

    >>> overrides_source().citation
    'Care Act report (draft interim report), p. 23'
    """
    table = read("care_act_table_2")
    return cite(table["head"]["source"], table["overrides"]["page"])


@cache
def citations() -> FrozenMap[str, Source]:
    """Cite the page of each approach to implementation support.

    Returns:
        Approach key to where it is printed; 20 approaches in the order of the page.

    Source:
        care-act-report, Table 3, pp. 25-27. Status: source.

    >>> citations()["stock-take-support"].locator
    'Table 3, p. 26'
    """
    table = read("care_act_table_3")
    rows = [row for theme in table["themes"] for row in theme["rows"]]
    return FrozenMap({row["key"]: printed_in(table, f"p. {row['page']}") for row in rows})


@cache
def themes() -> FrozenMap[str, str]:
    """Give the headings under which the approaches stand.

    Returns:
        Theme key to the heading as printed; four, in the order of the page.

    Source:
        care-act-report, Table 3, pp. 25-27. Status: source.

    >>> themes()["coproduction-and-collaboration"]
    'Coproduction and collaboration'
    """
    return FrozenMap({theme["key"]: theme["title"] for theme in read("care_act_table_3")["themes"]})
