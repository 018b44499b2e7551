"""The documentation: every block in it runs, every public name has an example, no page is short.

`docs/_ext/fences.py` runs the blocks of a page, here and when the documentation is built;
`docs/_ext/reference.py` writes the pages of the reference from the code.
"""

import ast
import importlib
import importlib.util
import inspect
import re
import sys
import textwrap
from collections import Counter
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from implsupport import errors
from implsupport.codebook import VOCABULARIES
from implsupport.frameworks import CATALOGUE
from implsupport.frameworks.success import SUCCESS
from implsupport.matrix import Matrix
from implsupport.sources import BIBLIOGRAPHY

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
MADE = ("_build", "reference/_generated")
PAGES = {"README.md": ROOT / "README.md"} | {
    name: page
    for page in sorted(DOCS.rglob("*.md"))
    for name in [str(page.relative_to(DOCS))]
    if not name.startswith(MADE)
}
BACKTICKS = re.compile(r"^[ >]*(?:```|~~~)", re.MULTILINE)

# Each page with blocks that are not run here, and who runs them.
ELSEWHERE = {
    "README.md": {".ci/run": 2},
    "how-to/portfolio.md": {"the reader, with the published tables": 1},
    "how-to/take-it-to-r.md": {"the reader, in R": 2},
    "tutorial/first-study.md": {".ci/run, as the README's Start": 1},
}


def loaded(name: str) -> Any:  # noqa: ANN401 -- a module that no type checker finds
    """Load a module that Sphinx finds by its path."""
    spec = importlib.util.spec_from_file_location(name, DOCS / "_ext" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


fences = loaded("fences")
reference = loaded("reference")


def text(name: str) -> str:
    """Read a page."""
    return PAGES[name].read_text(encoding="utf-8")


def docstring(value: Any) -> str:  # noqa: ANN401 -- whatever has a source
    """Read the docstring from the source, where it is even if Python runs without."""
    parsed = ast.parse(textwrap.dedent(inspect.getsource(value)))
    node = parsed if inspect.ismodule(value) else parsed.body[0]
    assert isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
    return ast.get_docstring(node) or ""


def explained(module: ModuleType) -> set[str]:
    """Name the constants of a module with a docstring right below them, and what it imports."""
    body = ast.parse(inspect.getsource(module)).body
    found = {
        ast.unparse(one.target if isinstance(one, ast.AnnAssign) else one.targets[0])
        for one, below in pairwise(body)
        if isinstance(one, ast.Assign | ast.AnnAssign)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }
    imports = (one for one in body if isinstance(one, ast.ImportFrom))
    return found | {alias.name for one in imports for alias in one.names}


def constants(module: ModuleType) -> set[str]:
    """Name what a module makes public beside classes, functions and modules."""
    return {
        name
        for name in module.__all__
        for value in [getattr(module, name)]
        if not (inspect.isclass(value) or inspect.isroutine(value) or inspect.ismodule(value))
    }


@pytest.mark.long
@pytest.mark.parametrize("name", PAGES)
def test_every_block_of_a_page_does_what_the_page_says(name: str) -> None:
    """Python prints it, commands print it, and what is shown as output is output."""
    assert fences.failures(text(name), name) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_block_of_a_page_is_overlooked(name: str) -> None:
    """Each line of backticks opens or closes a block that was found: none is indented or open."""
    page = text(name)
    lines = BACKTICKS.findall(page)

    assert len(lines) == 2 * len(fences.fences(page))


def test_no_block_is_skipped_in_silence() -> None:
    """All blocks of all pages are run or are output, but for those counted here."""
    every = {name: fences.fences(text(name)) for name in PAGES}
    standings = Counter(fences.standing(one) for blocks in every.values() for one in blocks)
    elsewhere = {
        name: Counter(one.argument for one in blocks if fences.standing(one) == "elsewhere")
        for name, blocks in every.items()
    }

    assert standings["silent"] == 0
    assert standings["session"] > standings["elsewhere"]
    assert {name: dict(who) for name, who in elsewhere.items() if who} == ELSEWHERE


def test_every_public_class_and_function_has_an_example() -> None:
    """Its docstring ends in one, which the tests of the docstrings run."""
    without = [name for name, value in reference.public().items() if ">>> " not in docstring(value)]

    assert reference.public()
    assert without == []


@pytest.mark.parametrize(
    "name", ["implsupport", *(f"implsupport.{one}" for one in reference.MODULES)]
)
def test_every_public_module_and_constant_is_explained(name: str) -> None:
    """A module has a docstring, and each constant in it one of its own."""
    module = importlib.import_module(name)

    assert docstring(module)
    assert constants(module) - explained(module) == set()


def test_every_framework_says_when_not_to_use_it() -> None:
    """And nothing is said of a framework that there is not."""
    assert set(reference.WHEN_NOT) == {framework.key for framework in CATALOGUE}


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.key)
def test_the_page_of_a_framework_holds_its_table_and_its_caveats(
    framework: Matrix[Any, Any, Any],
) -> None:
    """Each cell as printed, each heading, each caveat."""
    page = reference.framework_page(framework)
    cells = [reference.cell(framework, row, col) for (row, col), _ in framework.items()]
    headings = [reference.heading(term) for pair, _ in framework.items() for term in pair]
    caveats = [reference.linked(caveat) for caveat in framework.caveats]

    assert [part for part in (*cells, *headings, *caveats) if part not in page] == []


def test_the_glossary_holds_every_term() -> None:
    """Each with its vocabulary."""
    page = reference.glossary_page()
    missing = [
        term
        for words in VOCABULARIES
        for term in words
        if f"\n{reference.plain(term.label)}" not in page or f"*{words.__name__}*" not in page
    ]

    assert missing == []


def test_pages_say_whose_words_a_meaning_is_in() -> None:
    """The report prints the grade and not what it means; of another it prints both."""
    page = reference.glossary_page()

    attained = "the criterion is largely attained"

    assert f": *Attainment*: {attained}. Printed “RELATIVE SUCCESS”. (" in page
    assert page.split(attained)[1].split("\n")[0].endswith("; *source*; meaning *ours*)")
    assert page.split("absolute non-achievement")[1].split("\n")[0].endswith("; *source*)")
    assert f"| {attained} | *ours* |" in reference.framework_page(SUCCESS)


def test_the_bibliography_holds_every_work() -> None:
    """Each with the anchor that citations lead to."""
    page = reference.bibliography_page()

    assert [work.key for work in BIBLIOGRAPHY if f"(source-{work.key})=\n" not in page] == []


def test_the_page_of_errors_holds_every_error() -> None:
    """The tree is walked, not typed."""
    page = reference.errors_page()
    tree = errors.ImplSupportError.__subclasses__()

    assert tree
    assert [one.__name__ for one in tree if f"errors.{one.__name__}`" not in page] == []


def test_every_module_has_a_page() -> None:
    """And the facade one that lists all its names."""
    pages = reference.pages()
    facade = importlib.import_module("implsupport")
    shown = reference.facade_page()

    assert {f"api/{name}.md" for name in reference.MODULES} - set(pages) == {"api/errors.md"}
    assert [name for name in facade.__all__ if f"| `{name}` |" not in shown] == []
