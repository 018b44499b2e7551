"""Words with a fixed key, words in order, gaps, and the mapping that cannot be changed."""

import copy
import pickle
from collections.abc import Callable
from operator import ge, gt, le, lt
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Gap, Scale, Term

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

TABLE = cite("care-act-report", "Table 0")


class Colour(Term, source=TABLE):
    """A vocabulary in no order."""

    RED = "red", "stop", "RED."
    DARK_GREEN = "dark-green", "go"
    PLAIN = "plain"


class Extent(Scale):
    """A scale whose keys stand neither in the order of the alphabet nor against it."""

    NO = "no", "not at all"
    IN_PART = "in-part", "to some extent"
    YES = "yes", "fully"


class Strength(Scale):
    """Another scale, with a key that the first has too."""

    NO = "no", "none"
    YES = "yes", "some"


NOT_A_MARK = (
    "expected one of 'no', 'in-part', 'yes', 'not-assessed', 'not-stated', "
    "'insufficient-evidence', 'conflicting-evidence', 'no-anchor-fits', 'not-applicable'"
)


def pickled(term: Term) -> Term:
    """Send a term through pickle."""
    return pickle.loads(pickle.dumps(term))  # type: ignore[no-any-return]  # noqa: S301 -- our own


def declared(key: str) -> type[Term]:
    """Declare a vocabulary of one word."""

    class Words(Term):
        WORD = key, "a gloss"

    return Words


def declared_with_three_faults() -> type[Term]:
    """Declare a vocabulary that gives a key twice, and two keys that are none."""

    class Words(Term):
        RED = "red", "stop"
        ROUGE = "red", "stop"
        GREEN = "Green", "go"
        BLUE = "blue_green", "wait"

    return Words


def declared_scale(key: str) -> type[Scale]:
    """Declare a scale of two grades, of which the second has the key given."""

    class Grades(Scale):
        LOW = "low", "little"
        OTHER = key, "a gloss"

    return Grades


def in_some_order(items: dict[str, int]) -> st.SearchStrategy[dict[str, int]]:
    """Put the items of a dict in any order."""
    return st.permutations(list(items.items())).map(dict)


def spellings(term: Term) -> st.SearchStrategy[str]:
    """Write a term in any case, with any mixture of space, hyphen and underscore."""
    parts = [
        st.text(" _-", min_size=1, max_size=3) if letter == "-" else st.sampled_from([letter, up])
        for letter, up in zip(term.key, term.key.upper(), strict=True)
    ]
    blank = st.text(" \t\n", max_size=2)
    return st.tuples(blank, *parts, blank).map("".join)


# --- what a term holds ---


def test_a_term_holds_key_label_gloss_and_printed_heading() -> None:
    """Each part of the declaration is found again, and the label follows from the key."""
    green, red = Colour.DARK_GREEN, Colour.RED

    assert (green.key, green.label, green.gloss, green.printed) == (
        "dark-green",
        "dark green",
        "go",
        "",
    )
    assert (red.key, red.label, red.printed) == ("red", "red", "RED.")
    assert (Colour.PLAIN.key, Colour.PLAIN.gloss) == ("plain", "")


def test_a_source_is_declared_once_for_all_terms() -> None:
    """The class line names the source; a vocabulary that names none has none."""
    assert {colour.source for colour in Colour} == {TABLE}
    assert Extent.YES.source is None


def test_a_vocabulary_keeps_the_order_of_declaration() -> None:
    """Terms are listed as declared and not by the alphabet."""
    assert [colour.key for colour in Colour] == ["red", "dark-green", "plain"]


def test_a_term_is_shown_as_it_is_written() -> None:
    """The `repr` can be typed again."""
    assert repr(Colour.DARK_GREEN) == "Colour.DARK_GREEN"


def test_a_term_equals_only_itself() -> None:
    """Neither its key nor a term of the same key elsewhere equals it."""
    others: list[object] = ["no", Strength.NO]

    assert Extent.NO not in others
    assert len({Extent.NO, *others}) == 3


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_a_copied_or_pickled_term_is_the_same_object(again: Callable[[Term], Term]) -> None:
    """A term is one object in a process, wherever it has travelled."""
    assert again(Colour.DARK_GREEN) is Colour.DARK_GREEN


@pytest.mark.parametrize("name", ["key", "gloss", "printed", "_place", "_value_", "new"])
def test_a_term_cannot_be_changed(name: str) -> None:
    """Nothing of a term can be set or deleted once it is made."""
    message = f"^Colour.RED cannot be changed: '{name}'$"

    with pytest.raises(AttributeError, match=message):
        setattr(Colour.RED, name, "blue")
    with pytest.raises(AttributeError, match=message):
        delattr(Colour.RED, name)


# --- finding a term ---


@pytest.mark.parametrize(
    "word",
    [
        Colour.DARK_GREEN,
        "dark-green",
        "dark green",
        "dark_green",
        "DARK-GREEN",
        "Dark Green",
        " dark  green\n",
        "dark - green",
        "DARK_GREEN",
    ],
)
def test_a_word_is_a_term_its_key_or_its_label(word: Colour | str) -> None:
    """Case, space, hyphen and underscore are folded."""
    assert Colour.of(word) is Colour.DARK_GREEN


@given(
    st.sampled_from([*Colour, *Extent, *Gap]).flatmap(
        lambda term: st.tuples(st.just(term), spellings(term))
    )
)
def test_every_folded_spelling_of_a_key_finds_its_term(case: tuple[Term, str]) -> None:
    """However the letters are cased and the parts are joined."""
    term, spelling = case

    assert type(term).of(spelling) is term


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("raed", ("'raed' is not a term of Colour; expected one of 'red', 'dark-green', 'plain'; "
         "did you mean 'red'?")),
        ("Dark Gren", ("'Dark Gren' is not a term of Colour; expected one of 'red', 'dark-green', "
         "'plain'; did you mean 'dark-green'?")),
        ("darkgreen", ("'darkgreen' is not a term of Colour; expected one of 'red', 'dark-green', "
         "'plain'; did you mean 'dark-green'?")),
        ("", "'' is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        ("x" * 100, (f"'{'x' * 78}… is not a term of Colour; expected one of 'red', 'dark-green', "
         "'plain'")),
        (Extent.NO, ("Extent.NO is not a term of Colour; expected one of 'red', 'dark-green', "
         "'plain'")),
        (1, "1 is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        (True, "True is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        (None, "None is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        (b"red", "b'red' is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        (["red"], "['red'] is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
        ({}, "{} is not a term of Colour; expected one of 'red', 'dark-green', 'plain'"),
    ],
)  # fmt: skip
def test_a_word_that_is_no_term_is_refused(word: Wrong, sentence: str) -> None:
    """The sentence names the word, the vocabulary, its keys and the nearest of them."""
    with pytest.raises(UnknownTermError) as caught:
        Colour.of(word)

    assert str(caught.value) == sentence


# --- declaring a vocabulary ---


@pytest.mark.parametrize(
    "key",
    ["Red", "dark_green", "dark green", "-red", "red-", "dark--green", "", " red", "a/b", "straße"],
)
def test_a_key_that_is_not_kebab_case_is_refused(key: str) -> None:
    """Files hold the keys: letters and digits that folding leaves alone, single hyphens."""
    with pytest.raises(FrameworkError) as caught:
        declared(key)

    assert str(caught.value) == f"'Words' cannot be used: {key!r} is not a kebab-case key"


@pytest.mark.parametrize("key", ["red", "dark-green", "2-thirds", "état-unique"])
def test_a_kebab_case_key_is_taken(key: str) -> None:
    """Letters of any language will do, and digits."""
    assert declared(key).of(key.upper()).key == key


def test_all_findings_on_the_keys_of_a_vocabulary_come_at_once() -> None:
    """A key given twice is no second name for the first term."""
    with pytest.raises(FrameworkError) as caught:
        declared_with_three_faults()

    assert str(caught.value) == (
        "'Words' cannot be used: ROUGE repeats the key 'red'; 'Green' is not a kebab-case key; "
        "'blue_green' is not a kebab-case key"
    )


@pytest.mark.parametrize("gap", Gap)
def test_a_scale_that_declares_the_key_of_a_gap_is_refused(gap: Gap) -> None:
    """A gap is never a grade, on no scale."""
    with pytest.raises(FrameworkError) as caught:
        declared_scale(gap.key)

    assert str(caught.value) == f"'Grades' cannot be used: {gap.key!r} is the key of a gap"


# --- gaps ---


def test_the_gaps_are_the_six_reasons_for_which_there_is_no_grade() -> None:
    """Their keys stand in other people's files."""
    assert [gap.key for gap in Gap] == [
        "not-assessed",
        "not-stated",
        "insufficient-evidence",
        "conflicting-evidence",
        "no-anchor-fits",
        "not-applicable",
    ]
    assert all(gap.gloss for gap in Gap)


# --- scales ---


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        (Extent.NO, Extent.IN_PART),
        (Extent.IN_PART, Extent.YES),
        (Extent.NO, Extent.YES),
    ],
)
def test_grades_compare_in_the_order_of_declaration(lower: Extent, higher: Extent) -> None:
    """Least to most, whatever the alphabet says."""
    assert [lower < higher, lower <= higher, lower > higher, lower >= higher] == [
        True,
        True,
        False,
        False,
    ]
    assert [higher < lower, higher <= lower, higher > lower, higher >= lower] == [
        False,
        False,
        True,
        True,
    ]


def test_a_grade_is_neither_below_nor_above_itself() -> None:
    """The order is strict where it says so."""
    same = Extent.IN_PART

    assert [compare(same, same) for compare in (lt, le, gt, ge)] == [False, True, False, True]


@given(st.lists(st.sampled_from(Extent), min_size=1))
def test_sorting_grades_follows_the_scale(grades: list[Extent]) -> None:
    """`sorted`, `min` and `max` read the declared order."""
    by_declaration = [grade for grade in Extent for one in grades if one is grade]

    assert sorted(grades) == by_declaration
    assert (min(grades), max(grades)) == (by_declaration[0], by_declaration[-1])


@pytest.mark.parametrize("compare", [lt, le, gt, ge])
@pytest.mark.parametrize("other", [Strength.YES, Gap.NOT_STATED, Colour.RED, "yes", 1, None])
def test_a_grade_does_not_compare_with_anything_else(
    compare: Callable[[object, object], bool], other: object
) -> None:
    """Grades of two scales have no order, nor has a grade beside a gap, a key or a number."""
    with pytest.raises(TypeError, match="not supported between instances"):
        compare(Extent.NO, other)


@pytest.mark.parametrize("word", [Extent.IN_PART, "in-part", "In part", "IN_PART"])
def test_a_mark_is_a_grade_by_any_of_its_words(word: Extent | str) -> None:
    """A grade is found beside the gaps as it is found alone."""
    assert Extent.mark(word) is Extent.IN_PART


@pytest.mark.parametrize("word", [Gap.NOT_STATED, "not-stated", "Not stated", "NOT_STATED"])
def test_a_mark_is_a_gap_by_any_of_its_words(word: Gap | str) -> None:
    """Every scale knows the gaps."""
    assert Extent.mark(word) is Gap.NOT_STATED


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("in prat", f"'in prat' is not a term of Extent; {NOT_A_MARK}; did you mean 'in-part'?"),
        ("not asessed", (f"'not asessed' is not a term of Extent; {NOT_A_MARK}; did you mean "
         "'not-assessed'?")),
        (Strength.NO, f"Strength.NO is not a term of Extent; {NOT_A_MARK}"),
        (2, f"2 is not a term of Extent; {NOT_A_MARK}"),
        (0.5, f"0.5 is not a term of Extent; {NOT_A_MARK}"),
        (False, f"False is not a term of Extent; {NOT_A_MARK}"),
        (None, f"None is not a term of Extent; {NOT_A_MARK}"),
        ([], f"[] is not a term of Extent; {NOT_A_MARK}"),
    ],
)  # fmt: skip
def test_a_word_that_is_neither_grade_nor_gap_is_refused(word: Wrong, sentence: str) -> None:
    """The sentence names the grades and the gaps, for either would do."""
    with pytest.raises(UnknownTermError) as caught:
        Extent.mark(word)

    assert str(caught.value) == sentence


# --- the mapping that cannot be changed ---


def test_a_frozen_map_reads_as_a_mapping() -> None:
    """Look-up, length, membership and order are those of the dict it was made of."""
    marks = FrozenMap({"politics": 2, "clarity": 1})

    assert (marks["clarity"], len(marks), "x" in marks) == (1, 2, False)
    assert list(marks.items()) == [("politics", 2), ("clarity", 1)]
    assert repr(marks) == "FrozenMap({'politics': 2, 'clarity': 1})"


def test_a_frozen_map_may_be_empty() -> None:
    """No argument, None and an empty mapping are the same."""
    assert FrozenMap() == FrozenMap(None) == FrozenMap({}) == {}


@given(
    st.dictionaries(st.text(), st.integers()).flatmap(
        lambda items: st.tuples(in_some_order(items), in_some_order(items))
    )
)
def test_equality_and_hash_of_a_frozen_map_do_not_see_the_order(
    case: tuple[dict[str, int], dict[str, int]],
) -> None:
    """Two maps of the same content are the same value."""
    one, other = case

    assert FrozenMap(one) == FrozenMap(other) == one
    assert hash(FrozenMap(one)) == hash(FrozenMap(other))


def test_frozen_maps_of_different_content_differ() -> None:
    """Keys and values count."""
    assert FrozenMap({"a": 1}) != FrozenMap({"a": 2})
    assert FrozenMap({"a": 1}) != FrozenMap({"b": 1})
    assert FrozenMap({"a": 1}) != FrozenMap({"a": 1, "b": 2})


def test_a_frozen_map_does_not_follow_the_dict_it_was_made_of() -> None:
    """What it holds is copied once."""
    items = {"clarity": 1}
    marks = FrozenMap(items)
    items["clarity"] = 2

    assert marks["clarity"] == 1


@given(st.dictionaries(st.text(), st.integers()))
def test_a_frozen_map_survives_pickling_and_copying(items: dict[str, int]) -> None:
    """With its order."""
    marks = FrozenMap(items)

    assert list(pickle.loads(pickle.dumps(marks)).items()) == list(items.items())  # noqa: S301
    assert copy.deepcopy(marks) == marks
    assert type(copy.copy(marks)) is FrozenMap


@pytest.mark.parametrize("name", ["_items", "new"])
def test_a_frozen_map_cannot_be_changed(name: str) -> None:
    """Neither its items nor its attributes."""
    marks: Wrong = FrozenMap({"clarity": 1})
    message = f"^a FrozenMap cannot be changed: '{name}'$"

    with pytest.raises(AttributeError, match=message):
        setattr(marks, name, {})
    with pytest.raises(AttributeError, match=message):
        delattr(marks, name)
    with pytest.raises(TypeError, match="does not support item assignment"):
        marks["clarity"] = 2
    with pytest.raises(TypeError, match="does not support item deletion"):
        del marks["clarity"]


def test_a_vocabulary_cannot_be_changed() -> None:
    """Neither what it is cited to, nor what is deleted from it."""
    with pytest.raises(AttributeError, match="Gap cannot be changed: 'source'"):
        Gap.source = None
    with pytest.raises(AttributeError, match="Gap cannot be changed: 'source'"):
        del Gap.source


def test_a_frozen_map_cannot_be_filled_again() -> None:
    """Calling its constructor on it is refused."""
    held = FrozenMap({"a": 1})
    with pytest.raises(AttributeError, match="cannot be filled again"):
        held.__init__({"b": 2})  # type: ignore[misc]

    assert held == {"a": 1}


# --- words for keys ---

FOUND = FrozenMap({Extent.IN_PART: 3, Extent.NO: 0})


@pytest.mark.parametrize("word", [Extent.IN_PART, "in-part", "In part", " IN_PART "])
def test_a_mapping_of_terms_is_read_with_words(word: Extent | str) -> None:
    """Under the term, its key or its label, whichever way it is asked."""
    assert FOUND[word] == 3
    assert (FOUND.get(word), FOUND.get(word, 5)) == (3, 3)
    assert word in FOUND


@pytest.mark.parametrize("word", ["yes", Extent.YES])
def test_a_term_that_is_no_key_is_not_there(word: Extent | str) -> None:
    """The vocabulary has it and the mapping has not: as in any mapping."""
    with pytest.raises(KeyError) as caught:
        FOUND[word]

    assert type(caught.value) is KeyError
    assert (FOUND.get(word), FOUND.get(word, 5)) == (None, 5)
    assert word not in FOUND


def test_a_word_that_the_vocabulary_does_not_have_is_refused_with_the_nearest() -> None:
    """It is no key either: whoever expects the error of a mapping gets it."""
    word: Wrong = "in prat"
    with pytest.raises(UnknownTermError) as caught:
        FOUND[word]
    copied = pickle.loads(pickle.dumps(caught.value))  # noqa: S301 -- our own bytes

    assert isinstance(caught.value, KeyError)
    assert str(copied) == str(caught.value)
    assert str(copied) == (
        "'in prat' is not a term of Extent; expected one of 'no', 'in-part', 'yes'; did you mean "
        "'in-part'?"
    )
    assert (FOUND.get(word), FOUND.get(word, 5)) == (None, 5)
    assert word not in FOUND


def test_a_term_of_another_vocabulary_is_refused_likewise() -> None:
    """Although the two have a key in common."""
    foreign: Wrong = Strength.NO
    with pytest.raises(UnknownTermError, match=r"^Strength\.NO is not a term of Extent; expected"):
        FOUND[foreign]

    assert foreign not in FOUND


@pytest.mark.parametrize(
    "items",
    [
        {Extent.NO: 1, Strength.YES: 2},
        {Extent.NO: 1, "*": 2},
        {(Extent.NO, Extent.NO): 1},
        {"No": 1},
        {},
    ],
)
def test_a_mapping_of_anything_else_is_read_with_its_keys_alone(items: dict[Any, int]) -> None:
    """Words are folded where it is certain which vocabulary they are of."""
    held = FrozenMap(items)
    with pytest.raises(KeyError) as caught:
        held["no"]

    assert type(caught.value) is KeyError
    assert held.get("no") is None
    assert "no" not in held
    assert [held[key] for key in items] == [held.get(key) for key in items] == list(items.values())


def test_words_change_nothing_in_what_a_mapping_is() -> None:
    """Its keys are the terms, and a mapping of words is another."""
    words: Wrong = {"in-part": 3, "no": 0}

    assert list(FOUND) == [Extent.IN_PART, Extent.NO]
    assert words != FOUND
    assert hash(FOUND) == hash(FrozenMap({Extent.NO: 0, Extent.IN_PART: 3}))
