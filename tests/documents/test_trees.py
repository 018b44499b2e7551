"""The values of a text, each knowing where it stands."""

from collections.abc import Sequence

import pytest

from implsupport.documents.files import Limits
from implsupport.documents.findings import WORD, Found, Path
from implsupport.documents.texts import Lines
from implsupport.documents.trees import SCHEMA, Builder, ListAt, MappingAt
from implsupport.errors import DocumentError, DocumentFinding
from implsupport.frameworks import CATALOGUE

TEXT = "{title: x,\n bodies: [a, {key: b}]}"


def begun(text: str = TEXT, limits: Limits = Limits()) -> Builder:  # noqa: B008 -- it is frozen
    """Begin to build the values of a text."""
    return Builder(Lines(text, "f"), limits, [])


def built(found: Sequence[Found] = ()) -> Builder:
    """Build the values of `TEXT`, of which something may have been found before."""
    builder = Builder(Lines(TEXT, "f"), Limits(), [*found])
    builder.open(MappingAt(), 0)
    builder.name("title", 1)
    builder.add("x", 8)
    builder.name("bodies", 12)
    builder.open(ListAt(), 20)
    builder.add("a", 21)
    builder.open(MappingAt(), 24)
    builder.name("key", 25)
    builder.add("b", 30)
    builder.close()
    builder.close()
    builder.close()
    return builder


def read_after_a_comma(name: str, value: object) -> list[DocumentFinding]:
    """Read a mapping of a title and one more value, which begin at 5 and at 13."""
    builder = begun("{title: T, name: value}")
    builder.open(MappingAt(), 0)
    builder.name("title", 1)
    builder.add("T", 5)
    builder.name(name, 11)
    builder.add(value, 13)
    builder.close()
    with pytest.raises(DocumentError) as caught:
        builder.study(CATALOGUE)
    return list(caught.value.findings)


def test_values_are_built_as_they_are_read() -> None:
    """Plain mappings, lists and scalars."""
    assert built().root == {"title": "x", "bodies": ["a", {"key": "b"}]}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "f:1:1"),
        ((WORD,), "f:1:1"),
        (("title",), "f:1:9"),
        (("title", WORD), "f:1:2"),
        (("bodies",), "f:2:10"),
        (("bodies", 0), "f:2:11"),
        (("bodies", 0, WORD), "f:2:11"),
        (("bodies", 1), "f:2:14"),
        (("bodies", 1, "key"), "f:2:20"),
        (("bodies", 1, "key", WORD), "f:2:15"),
    ],
)
def test_every_value_and_every_name_has_a_place(path: Path, place: str) -> None:
    """Its first character; an item of a list has no name of its own."""
    assert str(built().place(path)) == place


@pytest.mark.parametrize(
    "path",
    [
        ("year",),
        ("title", "year"),
        ("title", 0),
        ("bodies", "key"),
        ("bodies", 0, "key"),
        ("bodies", 0, "key", 1),
        ("bodies", 1, "title"),
        ("bodies", 1, "title", "no", 1),
    ],
)
def test_what_is_not_there_has_no_place(path: Path) -> None:
    """Nor has what would be in it."""
    assert built().place(path) is None


def test_of_two_values_of_one_name_the_first_is_kept() -> None:
    """The second is told at its name, and what is in it is read all the same."""
    builder = begun("{a: x, a: [y, {b: 1, b: 2}]}")
    builder.open(MappingAt(), 0)
    builder.name("a", 1)
    builder.add("x", 4)
    builder.name("a", 7)
    builder.open(ListAt(), 10)
    builder.add("y", 11)
    builder.open(MappingAt(), 14)
    builder.name("b", 15)
    builder.add(1, 18)
    builder.name("b", 21)
    builder.add(2, 24)
    builder.close()
    builder.close()
    builder.close()

    assert builder.root == {"a": "x"}
    assert [(str(one.place), one.path) for one in builder.found] == [
        ("f:1:8", ("a", WORD)),
        ("f:1:22", ("a", 1, "b", WORD)),
    ]


def test_half_a_character_in_a_name_is_told_at_the_name() -> None:
    """Nobody could read the name; what stands in for it is told of no further."""
    builder = begun("{a: x}")
    builder.open(MappingAt(), 0)
    builder.name("a\ud800", 1)
    builder.add("x", 4)
    builder.close()

    assert builder.root == {"a\ufffd": "x"}
    assert [(one.path, one.sentence) for one in builder.found] == [
        (("a\ufffd",), "the name 'a\\ud800' holds half a character; write the whole of it")
    ]


@pytest.mark.parametrize(
    ("index", "path"),
    [
        (0, ""),
        (1, "title: "),
        (7, "title: "),
        (8, "title: "),
        (9, "title: "),
        (12, "bodies: "),
        (20, "bodies: "),
        (21, "bodies[0]: "),
        (24, "bodies[1]: "),
        (25, "bodies[1].key: "),
        (33, "bodies[1].key: "),
    ],
)
def test_what_was_found_in_the_text_is_told_with_the_value_it_is_part_of(
    index: int, path: str
) -> None:
    """The last value, or the name of one, that begins before it."""
    lines = Lines(TEXT, "f")
    place = lines.place(index)
    builder = built([Found(place, "character", (), "it is not seen")])
    with pytest.raises(DocumentError) as caught:
        builder.study(CATALOGUE)

    assert f"{place}: {path}it is not seen" in str(caught.value).splitlines()


def test_what_was_found_before_any_value_is_part_of_none() -> None:
    """As when the text cannot be read at all."""
    lines = Lines("x", "f")
    builder = Builder(lines, Limits(), [Found(lines.place(0), "character", (), "it is not seen")])
    with pytest.raises(DocumentError) as caught:
        builder.stop("syntax", "this is nothing", 0)

    assert [str(one) for one in caught.value.findings] == [
        "f:1:1: it is not seen",
        "f:1:1: this is nothing",
    ]


def test_the_way_to_what_comes_next_is_known() -> None:
    """And the way to what is open."""
    builder = begun()
    ways = [(builder.path, builder.inside)]
    builder.open(MappingAt(), 0)
    builder.name("bodies", 12)
    ways.append((builder.path, builder.inside))
    builder.open(ListAt(), 20)
    ways.append((builder.path, builder.inside))
    builder.add("a", 21)
    builder.open(MappingAt(), 24)
    builder.name("key", 25)
    ways.append((builder.path, builder.inside))

    assert ways == [
        ((), ()),
        (("bodies",), ()),
        (("bodies", 0), ("bodies",)),
        (("bodies", 1, "key"), ("bodies", 1)),
    ]


def test_what_comes_next_is_known_to_take_numbers_or_not() -> None:
    """By the fields of a study."""
    builder = begun()
    builder.open(MappingAt(), 0)
    builder.name("policies", 1)
    builder.open(ListAt(), 1)
    builder.open(MappingAt(), 1)
    builder.name("year", 1)
    year = builder.shape
    builder.name("key", 1)

    assert (year.number, builder.shape.number) == (True, False)


def test_no_more_values_are_built_than_allowed() -> None:
    """The one that is too many is told at its place, with what was found before."""
    builder = begun(limits=Limits(values=2))
    builder.tell("character", "a character", 3)
    builder.open(ListAt(), 0)
    builder.add("x", 8)

    with pytest.raises(DocumentError) as caught:
        builder.add("y", 12)

    assert str(caught.value).splitlines() == [
        "f:1:4: a character",
        "f:2:2: [1]: the file holds more than 2 values; allow more",
    ]


def test_no_deeper_values_are_built_than_allowed() -> None:
    """The one that is too deep is told at its place."""
    builder = begun(limits=Limits(depth=1))
    builder.open(ListAt(), 0)

    with pytest.raises(
        DocumentError, match=r"f:1:9: \[0\]: more than 1 lists and mappings stand in"
    ):
        builder.open(ListAt(), 8)


def test_no_more_is_found_than_allowed() -> None:
    """Reading stops, and what was found is told."""
    builder = begun(limits=Limits(findings=2))
    builder.tell("character", "a character", 3)

    with pytest.raises(DocumentError) as caught:
        builder.tell("character", "another character", 4)

    assert len(caught.value.findings) == 2


def test_a_study_is_made_of_the_values() -> None:
    """Without the name of their schema."""
    builder = begun()
    builder.open(MappingAt(), 0)
    builder.name("schema", 0)
    builder.add(SCHEMA, 0)
    builder.name("title", 1)
    builder.add("x", 8)
    builder.close()

    assert builder.study(CATALOGUE).title == "x"
    assert builder.root == {"schema": SCHEMA, "title": "x"}


def test_a_schema_that_is_missing_is_told_with_the_rest() -> None:
    """At the beginning of the values."""
    builder = built()
    builder.found.append(Found(Lines(TEXT, "f").place(5), "character", (), "a character"))

    with pytest.raises(DocumentError) as caught:
        builder.study(CATALOGUE)

    assert [one.code for one in caught.value.findings] == [
        "schema",
        "character",
        "field",
        "field",
    ]


def test_a_finding_keeps_the_code_that_it_was_told_with() -> None:
    """Programs tell findings apart by it."""
    builder = begun("{a: x}")
    builder.open(MappingAt(), 0)
    builder.name("a\ud800", 1)
    builder.tell("construct", "this is not allowed", 4)
    with pytest.raises(DocumentError) as caught:
        builder.stop("syntax", "this is nothing", 5)

    assert [one.code for one in caught.value.findings] == ["character", "construct", "syntax"]


def test_what_would_be_in_an_item_without_a_name_has_no_place() -> None:
    """The list itself is not taken for it."""
    assert built().place(("bodies", "key", 0)) is None


def test_a_name_given_twice_is_told_with_the_line_of_its_first() -> None:
    """Of the name and not of its value, which may begin in another line."""
    builder = begun("{\n a:\n  x,\n a: y}")
    builder.open(MappingAt(), 0)
    builder.name("a", 3)
    builder.add("x", 8)
    builder.name("a", 12)

    assert [(one.code, one.sentence) for one in builder.found] == [
        ("repeated", "'a' is given already in line 2; keep one")
    ]


@pytest.mark.parametrize("limits", [Limits(depth=1), Limits(values=1)])
def test_a_limit_that_is_passed_is_told_by_its_code(limits: Limits) -> None:
    """Programs tell it from what is wrong with the values."""
    builder = begun(limits=limits)
    builder.open(ListAt(), 0)
    with pytest.raises(DocumentError) as caught:
        builder.open(ListAt(), 8)

    assert [one.code for one in caught.value.findings] == ["limit"]


def test_what_stops_the_reading_may_be_part_of_another_value() -> None:
    """By default it is part of the value that comes next."""
    builder = begun("{a: x}")
    builder.open(MappingAt(), 0)
    builder.name("a", 1)
    with pytest.raises(DocumentError) as caught:
        builder.stop("syntax", "this is nothing", 5, ("title",))

    assert str(caught.value) == "f:1:6: title: this is nothing"


def test_a_text_without_a_value_is_no_study() -> None:
    """The finding stands at its beginning."""
    with pytest.raises(DocumentError, match=r"^f:1:1: the file says nothing; expected a study"):
        begun("").study(CATALOGUE)


@pytest.mark.parametrize(
    ("name", "value", "place", "what"),
    [
        ("schema", "other/1", "f:1:14", "'other/1' is not the schema of a study"),
        ("schema", None, "f:1:14", "no 'schema' is given"),
        ("status", "ours", "f:1:1", "no 'schema' is given"),
    ],
)
def test_the_schema_that_is_expected_is_told(
    name: str, value: object, place: str, what: str
) -> None:
    """Where another one stands, and else where the values begin."""
    [finding] = read_after_a_comma(name, value)

    assert finding == DocumentFinding(
        code="schema",
        place=place,
        path="schema",
        sentence=f"{what}; expected schema: {SCHEMA}",
        expected=(SCHEMA,),
        nearest=SCHEMA,
    )


def test_a_schema_for_editors_that_is_no_text_is_told_at_its_place() -> None:
    """With the way out."""
    assert read_after_a_comma("$schema", 1)[-1] == DocumentFinding(
        code="form",
        place="f:1:14",
        path="['$schema']",
        sentence="'$schema' is for editors; write where the schema lies, or leave it out",
        expected=(),
        nearest=None,
    )


def test_only_the_frameworks_given_may_be_named() -> None:
    """And no more things may be wrong than allowed."""
    ratings: dict[str, object] = {}
    rated = {"policy": "a", "object": "policy", "rubric": "success", "ratings": ratings}
    builder = begun(limits=Limits(findings=2))
    builder.open(MappingAt(), 0)
    builder.name("schema", 0)
    builder.add(SCHEMA, 0)
    builder.name("title", 1)
    builder.add("x", 8)
    builder.name("assessments", 9)
    builder.add([rated], 9)
    with pytest.raises(DocumentError) as caught:
        builder.study(())

    assert [one.sentence for one in caught.value.findings] == [
        "more than 2 things are wrong; mend those that are told and read it again",
        "no policy 'a'; there are none",
        "no rubric 'success'; there are none; a rubric of your own is passed as frameworks=(...)",
    ]


def test_before_its_first_name_only_the_mapping_is_known() -> None:
    """What is wrong there is part of it, not of a value that has no name yet."""
    builder = begun()
    builder.open(MappingAt(), 0)
    builder.name("policies", 1)
    builder.open(MappingAt(), 8)
    before = builder.path
    builder.name("toll", 9)

    assert before == ("policies",)
    assert builder.path == ("policies", "toll")
