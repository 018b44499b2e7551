"""Every promise in writing names the test that keeps it, and that test is there."""

import ast
import itertools
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ("STABILITY.md", "THREATS.md")


def rows(page: str) -> list[str]:
    """Read the rows of the tables of a page, less the heads and the lines below them."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    return [
        row
        for above, row in itertools.pairwise(lines)
        if row.startswith("| ") and above.startswith("|")
    ]


ROWS = [
    pytest.param(row, id=f"{page}-{number}")
    for page in PAGES
    for number, row in enumerate(rows(page))
]
NAMED = re.compile(r"`(tests/[\w/.]+\.py)::(test_\w+)`")


def functions(file: str) -> set[str]:
    """List the tests of a file."""
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}


@pytest.mark.parametrize("row", ROWS)
def test_a_promise_names_tests_that_are_there(row: str) -> None:
    """The last cell of a row holds tests, and each of them exists."""
    named = NAMED.findall(row.rstrip("| ").rpartition("|")[2])

    assert named
    assert [name for file, name in named if name not in functions(file)] == []


@pytest.mark.parametrize(("page", "least"), [("STABILITY.md", 7), ("THREATS.md", 13)])
def test_the_tables_of_a_page_are_found(page: str, least: int) -> None:
    """No promise is passed over because its table is not read as one."""
    assert len(rows(page)) >= least
