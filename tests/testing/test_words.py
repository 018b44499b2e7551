"""Strategies for words, against the rules of terms and records."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from implsupport.frameworks.success import Attainment
from implsupport.records import Policy
from implsupport.terms import Gap, Scale, Term
from implsupport.testing import keys, marks, scales, terms, texts, vocabularies

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])
LEAST = settings(FIRST, phases=[Phase.generate, Phase.shrink])


def anything(_: object) -> bool:
    """Take whatever is drawn, so that what is found is the least of all."""
    return True


def words(vocabulary: type[Term]) -> list[str]:
    """List the keys of a vocabulary."""
    return [term.key for term in vocabulary]


# --- keys and texts ---


@given(keys(), texts())
def test_keys_and_texts_are_what_a_record_takes(key: str, text: str) -> None:
    """Nothing is refused, and nothing is changed."""
    policy = Policy(key=key, title=text)

    assert (policy.key, policy.title) == (key, text)


KINDS_OF_KEYS: dict[str, Callable[[str], bool]] = {
    "a number": str.isdecimal,
    "a word": str.isalpha,
    "beyond ASCII": lambda key: not key.isascii(),
    "several words": lambda key: "-" in key,
}
KINDS_OF_TEXTS: dict[str, Callable[[str], bool]] = {
    "several lines": lambda text: "\n" in text,
    "beyond ASCII": lambda text: not text.isascii(),
    "space within": lambda text: " " in text,
}


@pytest.mark.parametrize("has", KINDS_OF_KEYS.values(), ids=KINDS_OF_KEYS)
def test_keys_are_of_many_kinds(has: Callable[[str], bool]) -> None:
    """Numbers, words, letters beyond ASCII, and several words."""
    assert has(find(keys(), has, settings=FIRST))


@pytest.mark.parametrize("has", KINDS_OF_TEXTS.values(), ids=KINDS_OF_TEXTS)
def test_texts_are_of_many_kinds(has: Callable[[str], bool]) -> None:
    """Several lines, letters beyond ASCII, and space within."""
    assert has(find(texts(), has, settings=FIRST))


# --- vocabularies ---


@given(vocabularies(), scales())
def test_a_drawn_vocabulary_is_one_like_any_other(
    vocabulary: type[Term], scale: type[Scale]
) -> None:
    """Its words are found, its grades stand in the order of declaration, none is a gap."""
    assert [vocabulary.of(key.upper()) for key in words(vocabulary)] == list(vocabulary)
    assert sorted(scale) == list(scale)
    assert not {*words(scale)} & {*words(Gap)}


@given(vocabularies(min_size=2, max_size=3), scales(min_size=3, max_size=3))
def test_a_drawn_vocabulary_has_as_many_words_as_asked_for(
    vocabulary: type[Term], scale: type[Scale]
) -> None:
    """From the least number to the greatest."""
    assert 2 <= len(vocabulary) <= 3
    assert len(scale) == 3


@given(vocabularies() | scales())
def test_a_drawn_vocabulary_survives_pickling(vocabulary: type[Term]) -> None:
    """So do its terms: each is one object afterwards, too."""
    copies = pickle.loads(pickle.dumps([vocabulary, *vocabulary]))  # noqa: S301 -- our own bytes

    assert all(copy is one for copy, one in zip(copies, [vocabulary, *vocabulary], strict=True))


def test_the_order_of_a_drawn_scale_is_not_that_of_the_alphabet() -> None:
    """So that whoever sorts by text is found out."""
    turned = find(scales(), lambda scale: words(scale) != sorted(words(scale)), settings=FIRST)

    assert list(turned) != sorted(turned, key=lambda grade: grade.key)


# --- what is drawn from them ---


@given(terms(Attainment), marks(Attainment))
def test_terms_and_marks_are_of_the_vocabulary(term: Attainment, mark: Attainment | Gap) -> None:
    """A mark may be a gap as well."""
    assert term in Attainment
    assert mark in {*Attainment, *Gap}


@pytest.mark.parametrize("mark", [*Attainment, *Gap])
def test_every_grade_and_every_gap_is_drawn(mark: Attainment | Gap) -> None:
    """No mark of a scale is left out."""
    assert find(marks(Attainment), lambda drawn: drawn is mark, settings=FIRST) is mark


@given(marks(Attainment, gaps=[Gap.NOT_STATED]), marks(Attainment, gaps=()))
def test_the_gaps_can_be_chosen(some: Attainment | Gap, none: Attainment | Gap) -> None:
    """A few of them, or none at all."""
    assert some in {*Attainment, Gap.NOT_STATED}
    assert none in Attainment


@pytest.mark.parametrize(
    ("strategy", "least"),
    [
        (keys(), "a"),
        (texts(), "0"),
        (vocabularies().map(words), ["a"]),
        (scales().map(words), ["a", "b"]),
        (terms(Attainment), Attainment.RELATIVE_FAILURE),
        (marks(Attainment), Attainment.RELATIVE_FAILURE),
    ],
    ids=["key", "text", "vocabulary", "scale", "term", "mark"],
)
def test_words_shrink_to_few_and_short_ones(
    strategy: st.SearchStrategy[Any], least: object
) -> None:
    """What is found last is easy to read."""
    assert find(strategy, anything, settings=LEAST) == least
