"""A report as Markdown, read back by a parser."""

import runpy
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from implsupport import cases
from implsupport.appraisal import appraise
from implsupport.records import Study
from implsupport.reports import Items, Section, Table, Words, content, markdown

INJECTION = runpy.run_path(str(Path(__file__).parents[1] / "injection.py"))
READER = MarkdownIt("gfm-like")  # tables, links without marks, strikethrough, and HTML

WORDS = st.text(r"""ab1 \`*_{}[]()<>#+-.!|~&:;@$%^=/"'?,""", max_size=30)
CELLS = st.tuples(WORDS, WORDS, WORDS)
SECTIONS = st.builds(
    Section,
    WORDS,
    st.tuples(
        st.builds(Words, WORDS.filter(str.strip), WORDS),
        st.builds(Items, st.lists(st.builds(Words, WORDS, WORDS), min_size=1).map(tuple)),
        st.builds(Items, st.lists(st.builds(Words, WORDS, WORDS), min_size=1).map(tuple)),
        st.builds(Table, CELLS, st.lists(CELLS).map(tuple), WORDS, WORDS),
    ),
)


def block(kind: str, level: int, *cells: str) -> Iterator[tuple[str, int, str]]:
    """Give what a parser should read of some texts, blanks drawn together, empty ones left out."""
    for cell in cells:
        yield kind, level, " ".join(cell.split())


def bracketed(words: Words) -> str:
    """Give a statement as it stands in a report."""
    return f"{words.text} [{words.source}]" if words.source else words.text


def written(section: Section, level: int = 1) -> Iterator[tuple[str, int, str]]:
    """List what a section says, as a parser should read it."""
    yield from block("heading", min(level, 6), section.title)
    for one in section.blocks:
        if isinstance(one, Table):
            yield from block("paragraph", 0, *filter(None, [one.caption]))
            yield from block("th", 0, *one.head)
            yield from block("td", 0, *(cell for row in one.rows for cell in row))
            yield from block("paragraph", 0, f"[{one.source}]")
        elif isinstance(one, Items):
            yield from block("paragraph", 2, *map(bracketed, one.words))
        else:
            yield from block("paragraph", 0, bracketed(one))
    for below in section.sections:
        yield from written(below, level + 1)


def read(text: str) -> Iterator[tuple[str, int, str]]:
    """List what a parser reads: the kind of block, its level or depth, and its text."""
    tokens = READER.parse(text)
    for opening, token in pairwise(tokens):
        if token.type == "inline":
            kind = opening.type.removesuffix("_open")
            level = int(opening.tag[1:]) if kind == "heading" else opening.level
            yield kind, 0 if kind in ("th", "td") else level, shown(token)


def shown(inline: Token) -> str:
    """Give the text of a line, and the kind of whatever is not text."""
    return "".join(
        one.content if one.type == "text" else f"<<{one.type}>>" for one in inline.children or ()
    )


def full(lines: Iterator[tuple[str, int, str]]) -> list[tuple[str, int, str]]:
    """Leave out the lines without text."""
    return [line for line in lines if line[2]]


WHOLE = Section(
    "A study",
    (Words("First.", "a source; ours"), Items((Words("One"), Words("Two"))), Items((Words("3"),))),
    (Section("Below", (Table(("a", "b"), (("1", ""),), "ours", "A table"),)),),
)


def test_a_report_is_headings_lines_lists_and_tables() -> None:
    """Lists that follow one another have different bullets, or they would be one."""
    assert markdown(WHOLE) == (
        "# A study\n\nFirst. \\[a source; ours\\]\n\n* One\n* Two\n\n- 3\n\n## Below\n\nA table\n\n"
        "| a | b |\n| --- | --- |\n| 1 |  |\n\n\\[ours\\]\n"
    )


def test_no_heading_is_deeper_than_six() -> None:
    """There is no seventh in Markdown."""
    whole = Section("7")
    for title in "654321":
        whole = Section(title, (), (whole,))

    assert markdown(whole).splitlines()[-3:] == ["###### 6", "", "###### 7"]


@pytest.mark.parametrize("study", [cases.study(), cases.illustration()], ids=lambda s: s.title)
def test_a_report_reads_back_as_what_it_says(study: Study) -> None:
    """Every heading, statement, cell and source, in order."""
    whole = content(appraise(study))

    assert full(read(markdown(whole))) == full(written(whole))


@pytest.mark.parametrize("text", INJECTION["TAKEN"])
def test_what_is_put_into_a_study_is_text(text: str) -> None:
    """It is neither markup nor a link, nor a heading, an item or a row."""
    whole = content(INJECTION["appraisal_of"](text))

    assert full(read(markdown(whole))) == full(written(whole))


@given(SECTIONS)
def test_any_text_is_text(section: Section) -> None:
    """Whatever marks stand in whatever order."""
    assert full(read(markdown(section))) == full(written(section))
