"""The events of a text, held against PyYAML's own."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases
from implsupport.documents import yaml_events, yaml_text
from implsupport.documents.yaml_events import Events
from tests.documents.costs import calls_of

WHOLE = [yaml_text.dumped(cases.illustration()), yaml_text.dumped(cases.study())]

HOSTILE = [
    *("&a ", "*a", "!!str ", "!x!y z", "<<: ", "---\n", "...\n", "--- a\n", "%YAML 1.1\n", "%TAG"),
    *("{", "}", "[", "]", ", ", ": ", ":", "? ", "- ", "-", "|", "|+2\n", ">-\n", "# c\n", " #c"),
    *("'", '"', "''", '\\"', "\\x4", "\\u0041", "\\U00110000", "\\\n", "\n", "\r\n", "\r", "\t"),
    *("  ", "\n\n  \n", "\u2028", "\u2029", "\x85", "\ufeff", "@", "`", "a: b: c", "[a, b: c]"),
    *("'a b'", '"a b"', "'it''s'", '"a\tb"', "{a: b, c}", "a:b", "a #b", "a#b", "\n# c\n\n x"),
]


def told_by(events: Iterator[Any]) -> list[object]:
    """Write down every event with its marks, and the error at the end."""
    told: list[object] = []
    try:
        for event in events:
            marks = event.start_mark, event.end_mark
            told += [(mark.index, mark.line, mark.column) for mark in marks]
            told.append((repr(event), getattr(event, "style", None)))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        told.append((type(error).__name__, str(error)))
    return told


def differ(text: str) -> bool:
    """Tell whether the events of a text, its marks or its error are not PyYAML's."""
    try:
        theirs = told_by(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.reader.ReaderError:
        return False
    return told_by(Events(text).all()) != theirs


def cost_of(text: str) -> int:
    """Count the calls that the events of a text take."""
    return calls_of(lambda: list(Events(text).all()))


def damaged(text: str, seed: int) -> str:
    """Cut a piece of a text and put hostile pieces into it."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    begin = chance.randrange(len(text))
    piece = text[begin : begin + chance.randrange(400)]
    for _ in range(chance.randrange(6)):
        place = chance.randrange(len(piece) + 1)
        cut = chance.randrange(4)
        piece = piece[:place] + chance.choice(HOSTILE) + piece[place + cut :]
    return piece


@pytest.mark.parametrize("text", WHOLE)
def test_the_events_of_a_study_are_those_of_pyyaml(text: str) -> None:
    """Each with its marks."""
    assert not differ(text)


def test_the_events_of_damaged_texts_are_those_of_pyyaml() -> None:
    """And so are their errors."""
    texts = [damaged(text, seed) for seed in range(2000) for text in WHOLE]

    assert [text for text in texts if differ(text)] == []


@given(st.lists(st.sampled_from([*HOSTILE, "a", "b c", "1.5", "\n  ", "\n- ", "\nkey: "])))
def test_the_events_of_hostile_texts_are_those_of_pyyaml(pieces: list[str]) -> None:
    """Whatever is put together."""
    assert not differ("".join(pieces))


@given(st.text(st.sampled_from("ab:-?#,[]{}'\"\\|>&*!%@ \n\r\t\x85\u2028\ufeff0")))
def test_the_events_of_any_text_are_those_of_pyyaml(text: str) -> None:
    """Of all that means anything to YAML."""
    assert not differ(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a:",
        "a: b\n\n\n  \nc: d",
        "a: b\n\n  c\nd: e",
        "a: b\n c\nd: e",
        "a: b\n\r\n  c\nd: e",
        "a: b # c\n# d\n  # e\nf: g",
        "a: b\r\nc: d",
        "a: b\u2028c: d",
        "a: \ufeffb",
        "- a\n-\n  b\n- - c\n  - d: e",
        "a: [b, c d, e: f, {g, h: i}]",
        "a: [b\n, c # d\n]",
        "a: 'b''c'\nd: \"e f\"",
        "a: 'b\n  c'\nd: \"e\\nf\"",
        "a: |\n  b\n\n  c\nd: >\n  e",
        "? a\n: b",
        "a:\n- b\n- c\nd: e",
        "a\n---\nb\n...\nc",
        "a: b\n--- c",
        ":\ufeff",
        "[" * 40 + "]" * 40,
    ],
)
def test_the_events_of_odd_texts_are_those_of_pyyaml(text: str) -> None:
    """Where the quick way must give way."""
    assert not differ(text)


@pytest.mark.parametrize(
    "text",
    [
        "a: {}\nc: d",
        "a: {}\n\n\nc: d",
        "{}: b\nc: d",
        "a:\n  b: {}\n  c: d",
        "a: [{}, b]",
        "a: [b, {}]",
        "a: '{}'",
        'a: "{}"',
        "a: b # {}\nc: d",
    ],
)
def test_what_stands_on_one_line_costs_the_same_whatever_its_length(text: str) -> None:
    """Words, quotations and comments are passed over at once, not character by character."""
    short, long = (text.replace("{}", word) for word in ("x y", "x y" * 100))

    assert cost_of(short) == cost_of(long)


def test_a_word_costs_the_same_whatever_stands_on_the_lines_below() -> None:
    """No line end is looked for beyond the word itself."""
    short, long = "[a]", f"[{'a, ' * 100}a]"
    alone = cost_of(long) - cost_of(short)

    assert cost_of(f"{long}\n") - cost_of(f"{short}\n") == alone


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a b  c: d", "-: d"),
        ("a:b c#d # e", "- # e"),
        ("aX\tb", "-\tb"),
        ("aX\x85b", "-\x85b"),
        ("a:\u2028b", "-:\u2028b"),
        ("aX: b\0", "-: b\0"),
    ],
)
def test_words_end_where_nothing_can_be_part_of_them(text: str, after: str) -> None:
    """What matches words when the module is loaded matches the same when it is made now."""
    words = yaml_events._words("", "")  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] -- called at import alone

    assert words.sub("-", text, count=1) == after
