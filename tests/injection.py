"""Forty texts that are more than text to something, and a study with one in every text field."""

from collections.abc import Iterator
from typing import Any

from implsupport import cases
from implsupport.appraisal import Appraisal, Context, appraise
from implsupport.records import Study

MARKUP = (
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "</td></tr></table><script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><text>x</text></svg>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    "<!-- a comment -->",
    "]]><![CDATA[x]]>",
    "&lt;script&gt;&amp;nbsp;&#60;",
)
TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% raw %}x{% endraw %}",
    "{# a comment #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{0.__class__} %s %(x)s",
)
LINKS = (
    "[see](http://x.example)",
    "![see](http://x.example/i.png)",
    '<a href="javascript:alert(1)">see</a>',
    "<http://x.example>",
    "http://x.example/?a=1&b=2",
    "www.x.example //x.example",
    "mail@x.example mailto:mail@x.example",
    "[x]: http://x.example",
)
MARKDOWN = (
    "| a | b |",
    "a | b\n--- | ---\n1 | 2",
    "a\\|b \\",
    "# heading #",
    "- item\n- [ ] item",
    "1. item\n2) item",
    "> quoted\n\n    code",
    "```\ncode\n``` ~~~",
    "*a* _b_ ~~c~~ `d` $e$ :f:",
    "---\n***\n===",
)
CONTROL = (
    "\x1b[31mred",
    "\x1b]8;;http://x.example\x07see",
    "a\x00b",
    "a\x08b",
    "\x9b31mred",
    "\u202egpj.exe",
    "a\rb",
    "\ud800",
)

TAKEN = (*MARKUP, *TEMPLATES, *LINKS, *MARKDOWN)
"""What a record takes."""

REFUSED = CONTROL
"""What a record refuses."""

FIELDS = {
    "sources": ("title", "authors", "doi", "url"),
    "policies": ("title", "jurisdiction", "note"),
    "positions": ("part", "basis", "layer", "assessor", "note"),
    "assessments": ("assessor", "layer", "note"),
    "decisions": ("assessors", "reason", "layer"),
    "activities": ("title", "layers"),
    "approaches": ("title", "description"),
    "bodies": ("title", "kind", "functions"),
}
"""The text fields of each section of a study, those of its ratings among them."""

EVIDENCE = ("locator", "quotation")
"""The text fields of evidence, wherever it stands."""

Path = tuple[int | str, ...]


def leaves(whole: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """List every text of a document with its path."""
    part: Any = whole
    if isinstance(whole, str):
        yield path, whole
    elif isinstance(whole, dict):
        for step in part:
            yield from leaves(part[step], (*path, step))
    elif isinstance(whole, list):
        for step, one in enumerate(part):
            yield from leaves(one, (*path, step))


def is_text(path: Path) -> bool:
    """Tell whether a text is free: neither key, term, date nor status."""
    section, *inner = path
    names = [step for step in inner if isinstance(step, str)]
    fields = (*FIELDS.get(str(section), ()), *(EVIDENCE if "evidence" in names else ()))
    return path == ("title",) or any(name in fields for name in names[-1:])


def fields() -> list[Path]:
    """Give one path to each field that takes text."""
    named = {
        (path[0], *[step for step in path if isinstance(step, str)][-1:]): path
        for path, _ in leaves(document())
        if is_text(path)
    }
    return [*named.values()]


def document() -> dict[str, Any]:
    """Give a study with something in every field, as plain values."""
    whole = cases.illustration().model_dump(mode="json", exclude_none=True)
    put(whole, ("sources", 0, "doi"), "10.1000/x")
    put(whole, ("sources", 1, "url"), "https://x.example")
    return whole


def put(whole: dict[str, Any], path: Path, text: str) -> None:
    """Put a text at a path."""
    *inner, last = path
    parent: Any = whole
    for step in inner:
        parent = parent[step]
    parent[last] = text


def replaced(text: str) -> dict[str, str]:
    """Give a text of its own for each of the study: with a number, or by itself for the first."""
    originals = dict.fromkeys(found for path, found in leaves(document()) if is_text(path))
    return {
        original: f"{text} {number}" if number else text
        for number, original in enumerate(originals)
    }


def study_of(text: str) -> Study:
    """Make a study in which a text stands in every field that takes text."""
    whole, other = document(), replaced(text)
    for path, found in [*leaves(whole)]:
        if is_text(path):
            put(whole, path, other[found])
    return Study.model_validate(whole)


def appraisal_of(text: str) -> Appraisal:
    """Appraise such a study, with all that a context adds."""
    other = replaced(text)
    context = Context(
        features=cases.illustration_features(),
        compared_with="lantern-act",
        centre=other["national"],
        localities=other["local"],
    )
    return appraise(study_of(text), context=context)
