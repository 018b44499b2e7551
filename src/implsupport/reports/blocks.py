"""What a report is made of, before it is text, Markdown or a page."""

from typing import TypeAlias

import attrs

__all__ = ["Block", "Items", "Section", "Table", "Words"]


@attrs.frozen
class Words:
    """A statement, with what it rests on.

    Attributes:
        text: The statement.
        source: Its source and status, as shown in brackets behind it; empty for a heading line.

    >>> Words("Phase 1: not stated.", "care-act-report, p. 31; source").source
    'care-act-report, p. 31; source'
    """

    text: str
    source: str = ""


@attrs.frozen
class Items:
    """Statements one below the other.

    Attributes:
        words: The statements, in order.

    >>> [one.text for one in Items((Words("Phase 1: not stated."),)).words]
    ['Phase 1: not stated.']
    """

    words: tuple[Words, ...]


@attrs.frozen
class Table:
    """A table whose first column names the row.

    Attributes:
        head: The column headings.
        rows: The cells, as many in each row as there are headings.
        source: The source and status of all of it.
        caption: What it shows.

    >>> Table(head=("case", "grade"), rows=(("x", "relative success"),), source="ours").caption
    ''
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    caption: str = ""


Block: TypeAlias = Words | Items | Table


@attrs.frozen
class Section:
    """A heading, what stands under it, and the sections below.

    Attributes:
        title: The heading.
        blocks: What stands under it, in order.
        sections: The sections below it, in order.

    >>> Section("Places", sections=(Section("Phase 1"),)).sections[0].title
    'Phase 1'
    """

    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple["Section", ...] = ()
