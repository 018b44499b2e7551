"""A report as plain text, for a terminal of 80 columns and for a pipe."""

import textwrap
from collections.abc import Iterator

from implsupport.reports.blocks import Block, Items, Section, Table, Words
from implsupport.reports.given import require

__all__ = ["text"]

_WIDTH = 80
_RULES = ("=", "-", "")
_NARROWEST = 6


def text(section: Section) -> str:
    """Write a report as plain text.

    Args:
        section: What the report says.

    Returns:
        Lines of at most 80 characters, unless a single word is longer; it ends in a newline.

    Raises:
        UnknownTermError: If it is given anything but a section.

    >>> print(text(Section("Title", (Words("A statement.", "a source; ours"),))), end="")
    Title
    =====
    <BLANKLINE>
    A statement. [a source; ours]
    """
    require(section, Section, "text")
    return "\n".join(_section(section, 0)) + "\n"


def _section(section: Section, depth: int) -> Iterator[str]:
    indent = "  " * max(depth - 1, 0)
    yield from _filled(section.title, indent, indent)
    rule = _RULES[min(depth, len(_RULES) - 1)]
    if rule:
        yield indent + rule * min(len(section.title), _WIDTH - len(indent))
        yield ""
    inner = indent + ("" if rule else "  ")
    for block in section.blocks:
        yield from _block(block, inner)
        yield ""
    for below in section.sections:
        yield from _section(below, depth + 1)


def _filled(words: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(block: Block, indent: str) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block, indent)
    elif isinstance(block, Items):
        for words in block.words:
            yield from _filled(_statement(words), f"{indent}- ", f"{indent}  ")
    else:
        yield from _filled(_statement(block), indent, indent)


def _statement(words: Words) -> str:
    return f"{words.text} [{words.source}]" if words.source else words.text


# --- tables ---


def _table(table: Table, indent: str) -> Iterator[str]:
    if table.caption:
        yield from _filled(table.caption, indent, indent)
    widths = _widths(table, _WIDTH - len(indent) - 2)
    for number, row in enumerate((table.head, *table.rows)):
        yield from (f"{indent}  {line}".rstrip() for line in _row(row, widths))
        if number == 0:
            yield f"{indent}  {'  '.join('-' * width for width in widths)}"
    yield from _filled(f"[{table.source}]", indent, indent)


def _widths(table: Table, room: int) -> list[int]:
    """Give each column what its cells need, its heading broken, and take from the widest."""
    columns = list(zip(*table.rows, strict=True))
    heads = [max(_longest_word((head,)), (len(head) + 1) // 2) for head in table.head]
    widths = [max(len(cell) for cell in (*col, "")) for col in columns]
    widths = [max(width, head) for width, head in zip(widths, heads, strict=True)]
    least = [
        max(_longest_word(column), head, _NARROWEST)
        for column, head in zip(columns, heads, strict=True)
    ]
    gaps = 2 * (len(widths) - 1)
    while sum(widths) + gaps > room:
        spare = [width for width, bound in zip(widths, least, strict=True) if width > bound]
        if not spare:
            break
        widths[widths.index(max(spare))] -= 1
    return widths


def _longest_word(column: tuple[str, ...]) -> int:
    return max(len(word) for cell in column for word in [*cell.split(), ""])


def _row(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    cells = [_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    for number in range(max(len(lines) for lines in cells)):
        parts = (
            (lines[number] if number < len(lines) else "").ljust(width)
            for lines, width in zip(cells, widths, strict=True)
        )
        yield "  ".join(parts)


def _lines(cell: str, width: int) -> list[str]:
    words = " ".join(cell.split())
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False) or [""]
