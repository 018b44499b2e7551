"""Write the pages of the reference from the code, when the documentation is built.

Nothing here is typed a second time: tables, sources and caveats come from `CATALOGUE`, words from
the codebook, errors from their tree, works from `BIBLIOGRAPHY`, and what examples print from
running them. The only text of its own is `WHEN_NOT`.
"""

# ruff: noqa: INP001 -- Sphinx finds this by its path; it is no package

import importlib
import inspect
import os
import pkgutil
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from implsupport import errors
from implsupport.codebook import FRAMEWORK, VOCABULARIES, Entry, codebook
from implsupport.frameworks import CATALOGUE, matland
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.sources import BIBLIOGRAPHY, Source
from implsupport.terms import Scale, Term

__all__ = [
    "CITED",
    "ELSEWHERE",
    "MODULES",
    "WHEN_NOT",
    "bibliography_page",
    "cell",
    "errors_page",
    "facade_page",
    "framework_page",
    "glossary_page",
    "heading",
    "linked",
    "pages",
    "plain",
    "public",
]

DOCS: Final = Path(__file__).parents[1]
EXAMPLES: Final = DOCS.parent / "examples"
ELSEWHERE: Final = {
    "portfolio.py": "It needs the published tables, which are not part of this project.",
    "score_on_spark.py": "It needs Java 17, so it is not run when these pages are built.",
}
"""The examples that are run by the tests alone, and why."""

_ARGUMENTS: Final = {"draw_pictures.py": ["."]}
"""What an example is run with, in an empty folder."""


Framework = Matrix[Any, Any, Any]


# --- what is public ---

_INSIDE: Final = frozenset(
    {
        "cli",
        "evaluation.arrays",
        "evaluation.coefficients",
        "evaluation.ratings",
        "evaluation.tallies",
        "notebooks",
    }
)
"""What only other modules use; `panels` passes on the names that users need of four of them."""


def _modules() -> Iterator[str]:
    """Find the public modules: those right below the package, and those of two packages."""
    package = importlib.import_module("implsupport")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name in {"evaluation", "frameworks"}:
            inner = importlib.import_module(f"implsupport.{module.name}")
            yield from (f"{module.name}.{one.name}" for one in pkgutil.iter_modules(inner.__path__))
        elif module.name != "__main__":
            yield module.name


MODULES: Final = tuple(name for name in _modules() if name not in _INSIDE)
"""The public modules, below `implsupport`."""


def public() -> dict[str, Any]:
    """List every public class and function, each once.

    Returns:
        The full name, below the public module that holds or passes it on, to the object.
    """
    homes = {f"implsupport.{name}" for name in MODULES}
    found: dict[str, Any] = {}
    for name in MODULES:
        module = importlib.import_module(f"implsupport.{name}")
        for word in module.__all__:
            value = getattr(module, word)
            if inspect.isclass(value) or inspect.isfunction(value):
                home = value.__module__
                if home == module.__name__ or home not in homes:
                    found[f"{module.__name__}.{word}"] = value
    return {name: value for name, value in found.items() if _is_ours(value)}


def _is_ours(value: Any) -> bool:  # noqa: ANN401 -- whatever a module makes public
    return str(value.__module__).startswith("implsupport")


# --- Markdown ---

_KEYS: Final = "|".join(sorted((work.key for work in BIBLIOGRAPHY), key=len, reverse=True))
CITED: Final = re.compile(rf"(?<![\w-])({_KEYS})(?![\w-])")


def plain(text: str) -> str:
    """Write text so that Markdown takes it as it is, on one line."""
    return re.sub(r"([\\`*_\[\]<>|{}#])", r"\\\1", " ".join(text.split()))


def linked(text: str) -> str:
    """Write text, each citation key in it as a link to the bibliography."""
    return CITED.sub(r"[\1](#source-\1)", plain(text))


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table; the cells are Markdown."""
    lines = [f"| {' | '.join(cells)} |" for cells in (tuple(head), *map(tuple, rows))]
    lines.insert(1, "|" + "---|" * (lines[0].count(" | ") + 1))
    return "\n".join(lines)


def bullets(lines: Iterable[str]) -> str:
    """Write a list; the items are Markdown."""
    return "\n".join(f"- {line}" for line in lines)


def stated(source: Source | None) -> str:
    """Write where a thing is printed and what we did with it."""
    if source is None:
        return "this library. Status: *ours*."
    place = f", {linked(source.locator)}" if source.locator else ""
    return f"[{source.key}](#source-{source.key}){place}. Status: *{source.status}*."


# --- one page a framework ---

WHEN_NOT: Final = {
    "matland": (
        (
            "Not for a policy as a whole where its parts, layers or years differ: write a position "
            "for each."
        ),
        (
            "Not where nobody can say high or low: write a gap, and the kinds that remain possible "
            "are listed."
        ),
        "Not to predict success. A kind says what implementation turns on, not how it ends.",
    ),
    "hypothesised-support": (
        "Not as a recommendation: the hypotheses are untested.",
        "Not to read a feature that is *not named* as harmful or useless.",
        "Not before the kind is settled: with two candidate kinds, ask which features both name.",
    ),
    "success": (
        "Not for a policy without a support programme: most anchors speak of the programme.",
        "Not to rank programmes by a sum or a mean of grades.",
        "Not to pool what is judged of the centre with what is judged in the localities.",
    ),
    "governance": (
        "Not as a process with stages: the grid has no sequence.",
        (
            "Not for conditions such as leadership or trust: they are no activities and stay "
            "without a cell."
        ),
        "Not as a test to be passed: an empty cell is a question.",
    ),
    "support-models": (
        "Not for a case or a programme as a whole: it rates one approach to support.",
        "Not to choose between the models: an approach may follow all three.",
        (
            "Not with these anchors where the printed ratings of Table 3 are meant: the report "
            "rated without them."
        ),
    ),
}
"""For each framework when not to use it. Status: ours."""


def _verb(framework: Framework) -> str:
    """Say how a framework is read."""
    verbs: dict[type[Framework], str] = {
        Typology: "Read with `classify`, which picks one cell",
        Rubric: "Read with `score`, which picks one cell in each row",
        Grid: "Read with `place`, which puts each activity into any number of cells",
    }
    return verbs.get(type(framework), "Read with `row` or by cell")


def _where(framework: Framework) -> tuple[str, str]:
    """Find the module and the name of a framework."""
    return next(
        (module, name)
        for module in MODULES
        if module.startswith("frameworks.")
        for name, value in vars(importlib.import_module(f"implsupport.{module}")).items()
        if value is framework
    )


def heading(term: Term) -> str:
    """Write the source's own heading of a term, or its label."""
    return plain(term.printed or term.label)


def cell(framework: Framework, row: Term, col: Term) -> str:
    """Write what is printed in a cell, garbled where it is garbled in print."""
    return plain(framework.printed.get((row, col), "")) or _said(framework[row, col])


def _said(value: object) -> str:
    return heading(value) if isinstance(value, Term) else plain(str(value))


def printed(framework: Framework) -> str:
    """Write the table of a framework in the source's own words.

    Args:
        framework: The framework.

    Returns:
        A table in Markdown with the source's own headings; where the print is garbled, its words.
        One with many columns is turned, so that it can be read.
    """
    down, across = _terms(framework.rows), _terms(framework.cols)
    is_wide = len(across) > _MOST_COLUMNS
    if is_wide:
        down, across = across, down
    rows = (
        (
            f"**{heading(one)}**",
            *(_shown(framework, *((other, one) if is_wide else (one, other))) for other in across),
        )
        for one in down
    )
    return table(("", *map(heading, across)), rows)


_MOST_COLUMNS: Final = 5


def _terms(words: type[Term]) -> list[Term]:
    return list(words)


def _shown(framework: Framework, row: Term, col: Term) -> str:
    return cell(framework, row, col) + _more(framework, framework[row, col])


def _more(framework: Framework, says: Any) -> str:  # noqa: ANN401 -- whatever a cell holds
    """Give what the page prints in a cell of Matland's table beside the kind."""
    if framework is not matland.MATLAND:
        return ""
    bullet = [plain(one.printed or one.gloss) for one in matland.CHARACTERISTICS[says]]
    return "".join(f"<br>· {line}" for line in bullet)


def framework_page(framework: Framework) -> str:
    """Write the page of a framework.

    Args:
        framework: The framework.

    Returns:
        The page in Markdown.
    """
    module, name = _where(framework)
    garbled = [
        f"{heading(row)}, {heading(col)}: printed as above, read here as “{_said(says)}”."
        for (row, col), says in framework.items()
        if (row, col) in framework.printed
    ]
    parts = [
        f"# {framework.title}",
        (
            f"Key `{framework.key}`, in Python `implsupport.{module}.{name}`. It crosses "
            f"{_crossed(framework)}. {_verb(framework)}; see {{py:mod}}`implsupport.{module}`."
        ),
        f"Source: {stated(framework.source)}",
        *_table_heading(framework),
        printed(framework),
        bullets(garbled),
        _words(framework),
        "## Limits",
        bullets(map(linked, framework.caveats)),
        "## When not to use it",
        "These sentences are *ours*.",
        bullets(WHEN_NOT[framework.key]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table_heading(framework: Framework) -> tuple[str, ...]:
    if framework.source and framework.source.status == "source":
        return ("## As printed",)
    said = "The source does not print this table: what is adapted stands below, under *Limits*."
    return ("## The table", said)


def _crossed(framework: Framework) -> str:
    return " with ".join(f"`{words.__name__}`" for words in (framework.rows, framework.cols))


def _words(framework: Framework) -> str:
    """Write the two vocabularies, each key with what it means and whose words that is."""
    heads = ("key", "meaning", "meaning is")
    tables = [
        f"### {words.__name__}\n\n{_order(words)}\n\n" + table(heads, _meanings(words))
        for words in (framework.rows, framework.cols)
    ]
    return "\n\n".join(("## Words", *tables))


def _meanings(words: type[Term]) -> Iterator[tuple[str, ...]]:
    for entry in codebook([words], frameworks=[]):
        yield f"`{entry.key}`", plain(entry.gloss), f"*{entry.gloss_status}*"


def _order(words: type[Term]) -> str:
    return "In order, least to most." if issubclass(words, Scale) else "Without order."


# --- glossary, bibliography, errors ---


def glossary_page() -> str:
    """Write every term of every vocabulary, in the order of the alphabet.

    Returns:
        The page in Markdown.
    """
    entries = [entry for entry in codebook() if entry.vocabulary != FRAMEWORK]
    in_order = sorted(entries, key=lambda entry: (entry.label, entry.vocabulary))
    head = (
        "# Glossary\n\n"
        f"{len(in_order)} terms of {len(VOCABULARIES)} vocabularies, as `implsupport codebook` "
        "prints them by vocabulary. A key stands behind each label where the two differ; after "
        "the vocabulary comes what the term means there, and where it is from. Where the "
        "status of the meaning is another than that of the term, it stands last."
    )
    letters = [
        "\n\n".join((f"## {letter}", *_defined(group)))
        for letter, group in groupby(in_order, key=lambda entry: entry.label[0].upper())
    ]
    return "\n\n".join((head, *letters)) + "\n"


def _defined(entries: Iterable[Entry]) -> Iterator[str]:
    for label, group in groupby(entries, key=lambda entry: entry.label):
        same = list(group)
        key = "" if same[0].key == label else f" (`{same[0].key}`)"
        yield "\n".join((f"{plain(label)}{key}", *map(_definition, same)))


def _definition(entry: Entry) -> str:
    gloss = f": {plain(entry.gloss).rstrip('.')}" if entry.gloss else ""
    end = "" if gloss.endswith("?") else "."
    own = f" Printed “{plain(entry.printed)}”." if entry.printed else ""
    source = f"{linked(entry.source)}; " if entry.source else ""
    apart = entry.gloss and entry.gloss_status != entry.status
    meaning = f"; meaning *{entry.gloss_status}*" if apart else ""
    return f": *{entry.vocabulary}*{gloss}{end}{own} ({source}*{entry.status}*{meaning})"


def bibliography_page() -> str:
    """Write every work cited, and what here is cited to it.

    Returns:
        The page in Markdown.
    """
    head = (
        "# Bibliography\n\n"
        f"{len(BIBLIOGRAPHY)} works, in the order of their keys. How to cite them, and this "
        "library: [Cite](../../how-to/cite.md). What the text at hand does not state (a year, an "
        "author) is left out, not guessed."
    )
    return "\n\n".join((head, *map(_work, BIBLIOGRAPHY))) + "\n"


def _work(work: Source) -> str:
    who = f"{plain(', '.join(work.authors))} " if work.authors else ""
    year = f"({work.year}). " if work.year else ""
    end = "" if work.title.endswith("?") else "."
    doi = f" [doi:{plain(work.doi)}](<https://doi.org/{work.doi}>)" if work.doi else ""
    url = f" <{work.url}>" if work.url else ""
    here = ", ".join(_of(work))
    cited = f"\n: In this library: {here}." if here else ""
    text = f"`{work.key}`\n: {who}{year}{plain(work.title)}{end}{doi}{url}{cited}"
    return f"(source-{work.key})=\n\n{text}"


_MOST_LISTED: Final = 8


def _of(work: Source) -> list[str]:
    """Name the frameworks and vocabularies that are of a work, or count those if there are many."""
    titles = [f"*{one.title}*" for one in CATALOGUE if _is_of(one.source, work)]
    words = sorted(f"`{one.__name__}`" for one in VOCABULARIES if _is_of(one.source, work))
    many = [f"{len(words)} vocabularies of the [glossary](glossary.md)"]
    return [*titles, *(words if len(words) <= _MOST_LISTED else many)]


def _is_of(source: Source | None, work: Source) -> bool:
    return source is not None and source.key == work.key


def errors_page() -> str:
    """Write the tree of errors, the errors themselves, and what raises each.

    Returns:
        The page in Markdown.
    """
    tree = errors.ImplSupportError.__subclasses__()
    rows = (
        (f"{{py:exc}}`~implsupport.errors.{one.__name__}`", f"`{one.__mro__[2].__name__}`")
        for one in tree
    )
    parts = [
        "# Errors",
        (
            "Everything that this library refuses is an "
            "{py:exc}`~implsupport.errors.ImplSupportError`: one `except` is enough. Each is an "
            "error of Python's own as well. What is wrong with a record is a "
            "`pydantic.ValidationError`, whose findings carry the same sentences."
        ),
        table(
            ("error", "is also", "says"),
            ((*row, _first(one)) for row, one in zip(rows, tree, strict=True)),
        ),
        _automodule("errors"),
        "## What raises them",
        *(f"### {one.__name__}\n\n{_raisers(one)}" for one in tree),
    ]
    return "\n\n".join(parts) + "\n"


def _first(thing: object) -> str:
    return plain((inspect.getdoc(thing) or "").partition("\n")[0])


def _raisers(error: type[Exception]) -> str:
    """List the public functions and classes whose docstrings say that they raise an error."""
    names = [
        f"{{py:obj}}`{name.removeprefix('implsupport.')} <{name}>`"
        for name, value in public().items()
        if re.search(rf"^\s+{error.__name__}: ", inspect.getdoc(value) or "", re.MULTILINE)
    ]
    return ", ".join(names) or "Adapters, when they are imported without their library."


# --- the modules, by autodoc ---


def module_page(name: str) -> str:
    """Write the page of a module: what autodoc reads from it.

    Args:
        name: The module, below `implsupport`.

    Returns:
        The page in Markdown.
    """
    return f"# {name}\n\n{_automodule(name)}\n"


def _automodule(name: str) -> str:
    module = importlib.import_module(f"implsupport.{name}")
    theirs = {f"implsupport.{one}" for one in MODULES} - {module.__name__}
    excluded = ["model_config"] if name == "records" else []
    excluded += [
        word
        for word in module.__all__
        if getattr(module, word).__class__.__module__ != "builtins"
        if getattr(getattr(module, word), "__module__", "") in theirs
    ]
    options = ["members", "imported-members"]
    lines = [f"   :{option}:" for option in options]
    lines += [f"   :exclude-members: {', '.join(excluded)}"] if excluded else []
    return "\n".join(("```{eval-rst}", f".. automodule:: {module.__name__}", *lines, "```"))


def facade_page() -> str:
    """Write what `import implsupport` brings, and where each name comes from.

    Returns:
        The page in Markdown.
    """
    facade = importlib.import_module("implsupport")
    rows = [(f"`{name}`", _home(name, getattr(facade, name))) for name in facade.__all__]
    head = (
        "# implsupport\n\n"
        "What `import implsupport` brings: frameworks and evaluation as modules, the verbs that "
        "read any framework, what they return, and the errors. All else is imported from its "
        "module, such as `from implsupport import cases, frames, records`."
    )
    return f"{head}\n\n{table(('name', 'from'), rows)}\n"


def _home(name: str, value: Any) -> str:  # noqa: ANN401 -- whatever the facade holds
    if inspect.ismodule(value):
        return f"{{py:mod}}`{value.__name__}`"
    if name == "CATALOGUE":
        return "the frameworks: one page each"
    return f"{{py:obj}}`{value.__module__}.{name}`"


# --- the command line ---

_COMMANDS: Final = ("", "report", "check", "template", "convert", "codebook", "schema")


def command_line_page() -> str:
    """Write what the program and each of its commands say of themselves.

    Returns:
        The page in Markdown.
    """
    return "\n\n".join(("# Command line", *map(_help, _COMMANDS))) + "\n"


def _help(command: str) -> str:
    asked = [sys.executable, "-m", "implsupport", *command.split(), "--help"]
    environment = os.environ | {"COLUMNS": "80", "NO_COLOR": "1"}
    said = subprocess.run(  # noqa: S603 -- a command of this project
        asked, capture_output=True, check=True, encoding="utf-8", env=environment
    ).stdout
    return f"## implsupport {command}".rstrip() + f"\n\n```text\n{said}```"


# --- the examples ---


def examples_page() -> str:
    """Write every example with the question it answers, and what it prints.

    Returns:
        Sections in Markdown, without a title.
    """
    return "\n\n".join(map(_example, sorted(EXAMPLES.glob("*.py")))) + "\n"


def _example(script: Path) -> str:
    code = script.read_text(encoding="utf-8")
    question, mark, _ = code.split('"""')[1].partition("?")
    output = _output(script)
    shown = f"It prints:\n\n```text\n{output}```" if output else "It prints nothing here."
    said = ELSEWHERE.get(script.name, shown)
    return f"## {question}{mark}\n\n`examples/{script.name}`\n\n```python\n{code}```\n\n{said}"


def _output(script: Path) -> str:
    """Run an example in an empty folder; what it leaves there goes with the folder."""
    if script.name in ELSEWHERE:
        return ""
    command = [sys.executable, str(script), *_ARGUMENTS.get(script.name, [])]
    with tempfile.TemporaryDirectory() as folder:
        return subprocess.run(  # noqa: S603 -- an example of this project
            command, capture_output=True, check=True, cwd=folder, encoding="utf-8"
        ).stdout


# --- all pages ---


def pages() -> dict[str, Callable[[], str]]:
    """List the pages.

    Returns:
        The path below `reference/_generated` to what writes the page.
    """
    return {
        **{f"frameworks/{one.key}.md": _bound(framework_page, one) for one in CATALOGUE},
        **{f"api/{name}.md": _bound(module_page, name) for name in MODULES if name != "errors"},
        "api/implsupport.md": facade_page,
        "bibliography.md": bibliography_page,
        "command-line.md": command_line_page,
        "errors.md": errors_page,
        "examples.md": examples_page,
        "glossary.md": glossary_page,
    }


def _bound(write: Callable[[Any], str], what: object) -> Callable[[], str]:
    return lambda: write(what)
