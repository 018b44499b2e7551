"""Write the pages of the reference before Sphinx reads any, and make docstrings fit for it."""

# ruff: noqa: INP001 -- Sphinx finds this by its path; it is no package

import builtins
import inspect
import subprocess
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import reference
from docutils import nodes
from sphinx import addnodes
from sphinx.util import logging

from implsupport.terms import Term

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["setup"]

GENERATED: Final = Path(__file__).parents[1] / "reference" / "_generated"


def _write(_: "Sphinx") -> None:
    """Write every page anew, and take away those that are no more."""
    made = reference.pages()
    for page in GENERATED.rglob("*.md"):
        if str(page.relative_to(GENERATED)) not in made:
            page.unlink()
    for path, write in made.items():
        page = GENERATED / path
        page.parent.mkdir(parents=True, exist_ok=True)
        try:
            text = write()
        except subprocess.CalledProcessError as error:
            logging.getLogger(__name__).warning("%s\n%s", error, error.stderr, type="examples")
            text = "An example fails.\n"
        page.write_text(text, encoding="utf-8")


_COLON: Final = "\ue000"
"""Stands for a colon while napoleon looks for types before colons: our docstrings have none."""


def _prepare(
    _app: "Sphinx", what: str, name: str, value: object, _options: object, lines: list[str]
) -> None:
    """Link the works that a docstring cites, keep its colons, list the terms of a vocabulary."""
    if what == "module" and name == "implsupport.errors":
        lines.clear()  # the page shows the tree as a table
    first = {0} if what in {"attribute", "data", "property"} else set[int]()
    for at in first | {at + 1 for at, line in enumerate(lines) if line == "Returns:"}:
        lines[at] = lines[at].replace(":", _COLON)
    begins = next((at + 1 for at, line in enumerate(lines) if line == "Source:"), len(lines))
    for at, line in enumerate(takewhile(str.strip, lines[begins:]), begins):
        lines[at] = reference.CITED.sub(r":ref:`\1 <source-\1>`", line)
    if inspect.isclass(value) and issubclass(value, Term):
        lines += ["", *(f"* ``{term.key}``: {term.gloss}" for term in value), ""]


def _restore(
    _app: "Sphinx", _what: str, _name: str, _value: object, _options: object, lines: list[str]
) -> None:
    lines[:] = [line.replace(_COLON, ":") for line in lines]


def _mend(_app: "Sphinx", doctree: nodes.document) -> None:
    """Call attributes so, and unlink `object`, which Sphinx takes for an attribute of that name."""
    for name in list(doctree.findall(nodes.field_name)):
        if name.astext() == "Variables":
            name.children = [nodes.Text("Attributes")]
    for link in list(doctree.findall(addnodes.pending_xref)):
        if hasattr(builtins, link.get("reftarget", "")):
            link.replace_self(link.children)


def _shorten_signature(
    _app: "Sphinx",
    what: str,
    name: str,
    value: Any,  # noqa: ANN401 -- whatever is documented
    *_: object,
) -> tuple[str, str] | None:
    """Leave out the signature of what nobody calls so: a vocabulary, a protocol, a record."""
    if what != "class":
        return None
    is_protocol = getattr(value, "_is_protocol", False)
    is_record = name.startswith("implsupport.records.")
    return ("", "") if is_protocol or is_record or issubclass(value, Term) else None


def setup(app: "Sphinx") -> dict[str, bool]:
    """Tell Sphinx to write the pages before it reads any.

    Args:
        app: The application.

    Returns:
        That pages can be read side by side.
    """
    app.connect("builder-inited", _write)
    app.connect("autodoc-process-docstring", _prepare, priority=100)  # before napoleon
    app.connect("autodoc-process-docstring", _restore, priority=900)  # and after it
    app.connect("autodoc-process-signature", _shorten_signature)
    app.connect("doctree-read", _mend)
    return {"parallel_read_safe": True}
