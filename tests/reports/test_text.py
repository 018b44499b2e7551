"""A report as plain text."""

from hypothesis import given
from hypothesis import strategies as st

from implsupport.reports import Items, Section, Table, Words, text

WORDS = st.text("abcdefghij ", min_size=1, max_size=120).filter(str.strip)
CELLS = st.tuples(WORDS, WORDS, WORDS)
TABLES = st.builds(
    Table, CELLS, st.lists(CELLS, min_size=1, max_size=5).map(tuple), st.just("ours"), st.just("")
)


def words_of(*parts: str) -> list[str]:
    """List the words of all parts in alphabetical order."""
    return sorted(word for part in parts for word in part.split())


def test_a_section_has_a_ruled_heading_then_its_blocks() -> None:
    """The first two depths are underlined, the third is indented."""
    third = Section("Deeper", (Words("Said.", "a source; ours"),))
    whole = Section("Title", (Words("First."),), (Section("Below", (), (third,)),))

    assert text(whole) == (
        "Title\n=====\n\nFirst.\n\nBelow\n-----\n\n  Deeper\n    Said. [a source; ours]\n\n"
    )


def test_items_hang_behind_their_dash() -> None:
    """A long item goes on below its first word."""
    item = Words("word " * 20)

    assert text(Section("T", (Items((item,)),))) == (
        "T\n=\n\n- " + "word " * 14 + "word\n  word word word word word\n\n"
    )


def test_a_table_names_its_columns_and_ends_with_its_source() -> None:
    """Columns are as wide as they need to be; the caption stands above, the source below."""
    table = Table(("criterion", "grade"), (("clarity", "relative success"),), "ours", "A card.")

    assert text(Section("T", (table,))) == (
        "T\n=\n\nA card.\n  criterion  grade\n  ---------  ----------------\n"
        "  clarity    relative success\n[ours]\n\n"
    )


def test_a_table_of_words_too_long_to_break_stays_whole() -> None:
    """A word is never cut, even where the line then is too long."""
    table = Table(("a" * 60, "b" * 60), (("c" * 60, "d"),), "ours")

    assert "a" * 60 + "  " + "b" * 60 in text(Section("T", (table,)))


@given(WORDS)
def test_a_statement_loses_no_word_and_fits(statement: str) -> None:
    """Filling a statement keeps all its words, and no line of several words is too long."""
    shown = text(Section("T", (Words(statement),)))

    assert words_of(shown) == words_of("T", "=", statement)
    assert all(len(line) <= 80 for line in shown.splitlines() if " " in line.strip())


@given(TABLES)
def test_a_table_loses_no_word(table: Table) -> None:
    """Every word of every cell is in the output, whatever the widths."""
    shown = text(Section("T", (table,)))
    cells = [cell for row in table.rows for cell in row]
    rules = [word for word in shown.split() if set(word) == {"-"}]

    assert words_of(shown) == sorted(
        [*words_of("T", "=", *table.head, *cells, f"[{table.source}]"), *rules]
    )
