"""How wide text is, and where it breaks."""

import pytest

from implsupport.plots.lettering import cut, tidy, width, wrapped


def test_a_text_is_one_line_with_single_blanks() -> None:
    """Newlines and tabs are blanks."""
    assert tidy(" Night\n\tvisits  ") == "Night visits"


@pytest.mark.parametrize(
    "unfit", ["\x00", "\x1b", "\x7f", "\x9f", "\u202e", "\u2066", "\ud800", "\ufdd0", "\U0010ffff"]
)
def test_a_character_that_cannot_be_shown_has_a_sign_in_its_place(unfit: str) -> None:
    """Control characters, bidirectional controls, lone surrogates and what is no character."""
    assert tidy(f"a{unfit}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_a_text_without_end_is_cut() -> None:
    """A picture is no place for a book."""
    assert len(tidy("word " * 100_000)) == 1000
    assert tidy("word " * 100_000).endswith("…")


def test_a_letter_that_the_font_lacks_is_an_em_wide() -> None:
    """As another font has it; what combines with a letter takes no room."""
    assert width("漢", 10) == pytest.approx(10.5)
    assert width("\U0001e130", 10) == 0


def test_bold_letters_are_wider() -> None:
    """Each weight is measured in its own font."""
    assert width("Night", 10, bold=True) > width("Night", 10)


def test_a_line_that_fits_is_not_cut() -> None:
    """Whatever the room beyond it."""
    assert cut("Night", 100, 10) == "Night"


def test_a_line_is_cut_where_there_is_no_room() -> None:
    """The ellipsis is within the room."""
    found = cut("Night visits to those who asked", 60, 10)

    assert found == "Night visi…"
    assert width(found, 10) <= 60


def test_lines_are_broken_between_words() -> None:
    """Each as full as it can be."""
    assert wrapped("Night visits to those", 66, 10) == ("Night visits", "to those")


def test_a_word_that_is_too_wide_is_broken_within() -> None:
    """And what follows goes on in the last line of it."""
    found = wrapped("Nightvisitsbyday", 50, 10)

    assert "".join(found) == "Nightvisitsbyday"
    assert max(width(line, 10) for line in found) <= 50


def test_even_without_room_each_line_has_a_letter() -> None:
    """So that it comes to an end."""
    assert wrapped("Night", 0, 10) == ("N", "i", "g", "h", "t")


def test_the_last_of_so_many_lines_is_cut() -> None:
    """As if the rest were one line."""
    assert wrapped("Night visits to those who asked", 66, 10, most=2) == (
        "Night visits",
        "to those w…",
    )


def test_a_blank_text_has_no_line() -> None:
    """Nothing to set."""
    assert wrapped("  \n", 60, 10) == ()
