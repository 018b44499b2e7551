"""Bytes as text: UTF-8 and nothing hidden in it, each line and column known."""

import re

import pytest
from pydantic import ValidationError

from implsupport.documents.texts import HIDDEN, Lines, decoded
from implsupport.errors import DocumentError
from implsupport.records import Policy


def found_in(data: bytes, also: str = "") -> list[tuple[str, str]]:
    """Give place and sentence of everything found in a file."""
    return [(str(one.place), one.sentence) for one in decoded(data, "f", also=also)[1]]


def is_refused_by_records(character: str) -> bool:
    """Tell whether a record refuses a text because of a character."""
    try:
        Policy(key="key", title=f"a{character}a")
    except ValidationError:
        return True
    return False


def test_utf_8_is_read() -> None:
    """Of any script, with and without a byte order mark."""
    text = "Über – Żółć 政策 \N{CLAPPER BOARD}\tend\r\n"

    assert decoded(text.encode(), "f") == (text, [])
    assert decoded(b"\xef\xbb\xbf" + text.encode(), "f") == (text, [])


def test_every_byte_that_is_not_utf_8_is_found() -> None:
    """Each at its place, with the replacement character in its stead."""
    text, found = decoded("Café\nété".encode("latin-1"), "f")

    assert text == "Caf�\n�t�"
    assert [str(one.place) for one in found] == ["f:1:4", "f:2:1", "f:2:3"]
    assert {one.code for one in found} == {"encoding"}
    assert found[0].sentence == "the byte 0xE9 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize(
    "data",
    [
        "title: x".encode("utf-16"),
        "title: x".encode("utf-16-be"),
        "title: x".encode("utf-32"),
        b"\xff\xfe" + "政策".encode("utf-16-le"),
        b"\xfe\xff" + "政策".encode("utf-16-be"),
        b"abc\0",
        b"\0",
    ],
)
def test_other_encodings_are_named(data: bytes) -> None:
    """One finding, not one for each byte."""
    with pytest.raises(DocumentError) as caught:
        decoded(data, "f")

    assert str(caught.value) == "f:1:1: the file is UTF-16, UTF-32 or no text; save it as UTF-8"
    assert [one.code for one in caught.value.findings] == ["encoding"]


def test_an_archive_is_no_text() -> None:
    """Such as a workbook under another name: one finding, not one for each character."""
    with pytest.raises(DocumentError) as caught:
        decoded(b"PK\x03\x04\x14\0\x06\0", "f")

    assert [(one.code, str(one)) for one in caught.value.findings] == [
        (
            "encoding",
            "f:1:1: the file is a workbook or another archive, and no text; save it as UTF-8",
        )
    ]


def test_the_line_of_a_character_is_known() -> None:
    """What stands before it and after, how far it is indented, and whether it begins an item."""
    lines = Lines("a: b\r\n  - c: d\n    e", "f")

    assert [(lines.before(at), lines.after(at)) for at in (0, 3, 10, 19)] == [
        ("", "a: b"),
        ("a: ", "b"),
        ("  - ", "c: d"),
        ("    ", "e"),
    ]
    assert [(lines.indent(at), lines.is_item(at)) for at in (3, 10, 19)] == [
        (1, False),
        (3, True),
        (5, False),
    ]


def test_a_nought_byte_further_on_is_a_hidden_character() -> None:
    """Only the first four bytes tell another encoding."""
    text, found = decoded(b"abcd\0", "f")

    assert text == "abcd\N{REPLACEMENT CHARACTER}"
    assert [(str(one.place), one.code) for one in found] == [("f:1:5", "character")]


def test_as_many_as_are_shown_do_not_stop_the_reading() -> None:
    """Fifty are findings beside what else is wrong; with one more the file is refused."""
    text, found = decoded(b"\xff" * 50, "f")

    assert text == "\N{REPLACEMENT CHARACTER}" * 50
    assert len(found) == 50
    with pytest.raises(DocumentError, match="not UTF-8"):
        decoded(b"\xff" * 51, "f")


def test_nothing_more_is_refused_unless_a_format_does() -> None:
    """Every letter may stand in a text."""
    assert decoded(b"an X", "f") == ("an X", [])


def test_every_hidden_character_is_found() -> None:
    """Controls and bidirectional controls, each at its place."""
    data = "a\x07b\n\u202ec\x85".encode()

    assert found_in(data) == [
        ("f:1:2", "the character U+0007 is not seen, or taken for another; take it out"),
        ("f:2:1", "the character U+202E is not seen, or taken for another; take it out"),
        ("f:2:3", "the character U+0085 is not seen, or taken for another; take it out"),
    ]


def test_encoded_surrogates_are_no_utf_8() -> None:
    """Neither alone nor in pairs."""
    assert [place for place, _ in found_in(b"a\xed\xa0\x80")] == ["f:1:2", "f:1:3", "f:1:4"]


def test_a_format_may_refuse_more() -> None:
    """What it names is found like the rest."""
    assert found_in("a\u2028".encode()) == []
    assert [place for place, _ in found_in("a\u2028".encode(), also="\u2028")] == ["f:1:2"]


def test_no_file_is_told_of_a_million_times() -> None:
    """A file that is no text is refused at once, with a count of the rest."""
    with pytest.raises(DocumentError) as caught:
        decoded(b"text\n" + b"\xff" * 1_000_000, "f")

    assert len(caught.value.findings) == 50
    assert caught.value.more == 1_000_000 - 50


def test_records_refuse_the_same_characters() -> None:
    """But for tab and carriage return, which a file may hold between its texts."""
    hidden = re.compile(f"[{HIDDEN}]")
    letters = [chr(code) for code in range(0x110000) if hidden.match(chr(code))]

    assert all(map(is_refused_by_records, letters))


@pytest.mark.parametrize("character", ["\t", "\r"])
def test_records_refuse_what_stands_between_texts(character: str) -> None:
    """A tab or a carriage return is no part of a text."""
    assert is_refused_by_records(character)
    assert not re.match(f"[{HIDDEN}]", character)


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [
        ("", 0, "f:1:1"),
        ("abc", 2, "f:1:3"),
        ("a\nb", 1, "f:1:2"),
        ("a\nb", 2, "f:2:1"),
        ("a\r\nb", 3, "f:2:1"),
        ("a\rb", 2, "f:2:1"),
        ("\n\n\n", 3, "f:4:1"),
        ("\N{CLAPPER BOARD}x", 1, "f:1:2"),
    ],
)
def test_a_place_counts_lines_and_characters(text: str, index: int, place: str) -> None:
    """Lines end as any editor ends them; a place leads back to its character."""
    lines = Lines(text, "f")

    assert str(lines.place(index)) == place
    assert lines.index(lines.place(index)) == index


def test_a_hidden_character_is_a_finding_of_its_own_kind() -> None:
    """What it is part of is not known yet."""
    [one] = decoded("a\u202e".encode(), "f")[1]

    assert (one.code, one.path) == ("character", ())
