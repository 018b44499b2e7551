"""Every system of the sources is in the library, or its absence has a reason.

`docs/explanation/coverage.toml` names the systems and where each is; `coverage.md` beside it is
written from that and from the code. To write it again, run `python tests/test_coverage.py`.
"""

import importlib
import inspect
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from implsupport.codebook import VOCABULARIES as EVERY
from implsupport.frameworks import CATALOGUE
from implsupport.sources import Source

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "explanation"
PAGE = FOLDER / "coverage.md"

Row: TypeAlias = dict[str, Any]

COVERAGE: dict[str, Any] = tomllib.loads((FOLDER / "coverage.toml").read_text(encoding="utf-8"))
GROUPS: list[Row] = COVERAGE["groups"]
OURS: list[Row] = COVERAGE["ours"]
SYSTEMS: list[Row] = [system for group in GROUPS for system in group["systems"]]

# The words of evaluation are this library's own and belong to no system of the sources.
VOCABULARIES = [words for words in EVERY if not words.__module__.startswith("implsupport.eval")]

SHORT = {"care-act-report": "CA", "every-child-matters-study": "ECM"}

HEAD = """# Coverage

The two sources contain 86 systems: frameworks, typologies, rubrics, checklists, processes, graphs,
hypotheses, tables and dated events. Each has a row here: what it is, where it is below
`implsupport`, what reads it where an evaluator would apply it to a case, and where it is printed.
A row without a name in the library gives the reason.

CA is the Care Act report; ECM is the study of Every Child Matters, which has no page numbers.
*Adapted* stands beside what we split or joined; everything else is as printed there.

This page is written by `python tests/test_coverage.py` from `coverage.toml` and from the code.
"""

OURS_HEAD = """## Ours

These vocabularies are of no source.
"""


def resolved(path: str) -> Any:  # noqa: ANN401 -- whatever the name stands for
    """Find what a dotted name below `implsupport` stands for."""
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(f"implsupport.{module}"), name)


def names() -> Iterator[str]:
    """List every name in the library that the page gives."""
    for system in SYSTEMS:
        yield from system.get("data", [])
        yield from system.get("verbs", [])
    yield from (row["data"] for row in OURS)


# --- where a thing is printed, as the code says ---


def stated(path: str) -> str:
    """Read where a thing is printed: from its source, or from the docstring of a function."""
    found = resolved(path)
    source: Source | None = getattr(found, "source", None)
    if source:
        return written(source)
    doc = (inspect.getdoc(found) or "") if callable(found) else ""
    section = re.search(r"Source:\n(.*?)\s*Status:", doc, re.DOTALL)
    return shortened(" ".join(section[1].split())) if section else ""


def written(source: Source) -> str:
    """Write the place of a source, and that we changed it if we did."""
    adapted = "" if source.status == "source" else f" ({source.status})"
    return shortened(f"{source.key}, {source.locator}{adapted}")


def shortened(place: str) -> str:
    """Write CA and ECM for the two sources."""
    for key, short in SHORT.items():
        place = place.replace(key, short)
    return place.rstrip(".")


def places(system: Row) -> str:
    """List the places of a system once each."""
    found = [stated(path) for path in system.get("data", [])]
    return system.get("place") or "; ".join(dict.fromkeys(place for place in found if place))


# --- the page ---


def code(paths: list[str]) -> str:
    """Write names as code."""
    return ", ".join(f"`{path}`" for path in paths)


def line(system: Row) -> str:
    """Write the row of a system."""
    cells = [
        str(system["number"]),
        system["name"],
        code(system.get("data", [])),
        code(system.get("verbs", [])),
        places(system),
        system.get("note", ""),
    ]
    return f"| {' | '.join(cells)} |"


def section(group: Row) -> str:
    """Write a group of systems."""
    heading = "| | system | in the library | read with | printed in | note |"
    lines = [line(system) for system in group["systems"]]
    return "\n".join([f"## {group['title']}", "", heading, "|---|---|---|---|---|---|", *lines])


def page() -> str:
    """Write the whole page."""
    ours = [f"- `{row['data']}`: {row['note']}" for row in OURS]
    tail = OURS_HEAD + "\n" + "\n".join(ours)
    return "\n\n".join([HEAD.rstrip(), *map(section, GROUPS), tail]) + "\n"


def test_there_is_a_row_for_each_of_the_86_systems() -> None:
    """In their order, none twice."""
    assert [system["number"] for system in SYSTEMS] == list(range(1, 87))


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda system: system["name"])
def test_a_system_is_in_the_library_or_its_absence_has_a_reason(system: Row) -> None:
    """And where it is printed is always told."""
    assert system.get("data") or system.get("note")
    assert places(system)


@pytest.mark.parametrize("path", sorted(set(names())))
def test_a_name_that_the_page_gives_is_public(path: str) -> None:
    """It can be imported, and its module lists it."""
    module, _, name = path.rpartition(".")

    assert resolved(path) is not None
    assert name in importlib.import_module(f"implsupport.{module}").__all__


def test_every_framework_and_vocabulary_is_on_the_page() -> None:
    """Nothing that is shipped is left unexplained."""
    shown = [resolved(path) for path in names()]

    assert [one for one in (*CATALOGUE, *VOCABULARIES) if one not in shown] == []


def test_what_is_called_ours_is_ours() -> None:
    """And nothing else is of no source."""
    ours = {resolved(row["data"]) for row in OURS}

    assert ours == {
        one for one in VOCABULARIES if one.source is None or one.source.status == "ours"
    }


def test_the_page_is_what_the_code_says() -> None:
    """The page is generated, so that it cannot drift."""
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python tests/test_coverage.py"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
