"""A report as Markdown: CommonMark with the tables of GitHub, every text read back as text."""

import re
from collections.abc import Iterator
from typing import Final

from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.given import require

__all__ = ["markdown"]

_DEEPEST: Final = 6
_BULLETS: Final = "-*"

# What means something anywhere in a line: marks, links, references, formulas, template braces,
# and what GitHub turns into a link by itself (the stop and the colon inside an address).
_ANYWHERE: Final = re.compile(
    r"""[\\`*_{}\[\]<>&|~$\#@]   # these, always
    | (?<={)% | %(?=})           # the braces of templates
    | :(?=\S) | /(?=/)           # an address, or the name of a picture
    | \.(?=[^\W\d])              # the name of a host
    """,
    re.VERBOSE,
)
_AT_THE_START: Final = re.compile(r"^([0-9]+(?=[.)])|(?=[-+=]))")  # of a list or of a rule


def markdown(section: Section) -> str:
    r"""Write a report as Markdown.

    Args:
        section: What the report says.

    Returns:
        CommonMark with GitHub's tables, each statement on a line of its own; it ends in a newline.
        Whatever a study holds is text when it is read: no markup, no link, no row of a table.

    Raises:
        UnknownTermError: If it is given anything but a section.

    >>> print(markdown(Section("Title", (Words("Stated.", "a source; ours"),))), end="")
    # Title
    <BLANKLINE>
    Stated. \[a source; ours\]
    """
    require(section, Section, "markdown")
    return "\n\n".join(_section(section, 1)) + "\n"


def _section(section: Section, depth: int) -> Iterator[str]:
    yield f"{'#' * min(depth, _DEEPEST)} {_escaped(section.title)}"
    for number, block in enumerate(section.blocks):
        yield from _block(block, _BULLETS[number % len(_BULLETS)])
    for below in section.sections:
        yield from _section(below, depth + 1)


def _block(block: Block, bullet: str) -> Iterator[str]:
    """Write a block. Lists that follow one another have different bullets, or they are one."""
    if isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Items):
        yield "\n".join(f"{bullet} {_statement(words)}" for words in block.words)
    else:
        yield _statement(block)


def _statement(words: Words) -> str:
    return _escaped(f"{words.text} [{words.source}]" if words.source else words.text)


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield _escaped(table.caption)
    rule = ("---",) * len(table.head)
    rows = (map(_escaped, table.head), rule, *(map(_escaped, row) for row in table.rows))
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)
    yield _escaped(f"[{table.source}]")


def _escaped(text: str) -> str:
    """Put a backslash before whatever would be more than text, and the text on one line."""
    line = _ANYWHERE.sub(r"\\\g<0>", " ".join(text.split()))
    return _AT_THE_START.sub(r"\1\\", line)
