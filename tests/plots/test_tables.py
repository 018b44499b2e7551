"""The table of signs."""

from implsupport.plots.sheets import Block, Words
from implsupport.plots.symbols import lamp
from implsupport.plots.tables import Band, Row, table
from implsupport.terms import Gap

SIGN = lamp(Gap.NOT_STATED)


def said(block: Block) -> list[str]:
    """List what a block says."""
    return [
        mark.text for part, _, _ in block.flat() for mark in part.marks if isinstance(mark, Words)
    ]


def test_a_table_names_its_bands_its_columns_and_its_rows() -> None:
    """From the top."""
    found = table(
        [Band("Described", ("Here", "There"))],
        [Row("Theme"), Row("Night", (SIGN, SIGN))],
        400,
        None,
    )

    assert said(found) == ["Described", "Here", "There", "Theme", "Night"]


def test_a_long_name_is_wrapped_in_the_room_there_is() -> None:
    """The columns keep their width."""
    found = table([Band("", ("Here",))], [Row("Night visits " * 9, (SIGN,))], 300, None)

    assert found.width <= 300


def test_a_name_has_at_most_so_many_lines() -> None:
    """And then rows stand closer."""
    rows = [Row("Night visits " * 9, (SIGN,))]
    bands = [Band("", ("Here",))]

    assert table(bands, rows, 300, 1).height < table(bands, rows, 300, 2).height
    assert table(bands, rows, 300, 2).height < table(bands, rows, 300, None).height


def test_many_columns_have_numbers_that_are_explained_below() -> None:
    """More than twelve in a band."""
    heads = tuple(f"Place {letter}" for letter in "ABCDEFGHIJKLM")
    found = said(table([Band("", heads)], [Row("Night", (SIGN,) * 13)], 600, None))

    assert found[:3] == ["1", "2", "3"]
    assert found[-13:][0] == "1 Place A"


def test_a_table_without_columns_or_rows_is_no_error() -> None:
    """Its line is there."""
    assert said(table([], [], 300, None)) == []


def test_the_name_of_a_band_does_not_break_inside_a_word() -> None:
    """A single narrow column is made as wide as it takes."""
    found = table([Band("described for", ("A",))], [Row("Night", (SIGN,))], 400, None)

    assert said(found)[:3] == ["described", "for", "A"]


def test_a_heading_does_not_break_inside_a_word() -> None:
    """Where there is room the columns are wider; else they are numbered."""
    heads = ("Interdepartmental", "Here")
    wide = table([Band("", heads)], [Row("Night", (SIGN, SIGN))], 600, None)
    narrow = table([Band("", heads)], [Row("Night", (SIGN, SIGN))], 250, None)

    assert said(wide) == ["Interdepartmental", "Here", "Night"]
    assert said(narrow) == ["1", "2", "Night", "1 Interdepartmental", "2 Here"]
