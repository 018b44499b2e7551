"""How a report words what results hold."""

import pytest

from implsupport.appraisal import Cited
from implsupport.frameworks.success import Attainment
from implsupport.reports.wording import bracket, cited, conjoined, either, part, ranged, rests, word
from implsupport.sources import cite
from implsupport.terms import Gap


def test_terms_and_degrees_are_said_as_people_do() -> None:
    """A term by its label, a degree with its decimals, nothing as unknown."""
    assert (word(Gap.NOT_STATED), word(0.25), word(None)) == ("not stated", "0.25", "unknown")
    assert (word(0.5), word(0.501)) == ("0.50", "0.501")


@pytest.mark.parametrize(
    ("number", "total", "said"),
    [
        (0, 1, "no case"),
        (1, 1, "the only case"),
        (0, 2, "neither case"),
        (1, 2, "1 of 2 cases"),
        (2, 2, "both cases"),
        (0, 3, "none of 3 cases"),
        (2, 3, "2 of 3 cases"),
        (3, 3, "all 3 cases"),
    ],
)
def test_a_part_of_few_is_said_as_people_do(number: int, total: int, said: str) -> None:
    """Nobody says all two."""
    assert part(number, total, "case") == said


def test_a_range_of_one_grade_is_that_grade() -> None:
    """Two different ones are joined."""
    low, high = Attainment.RELATIVE_FAILURE, Attainment.RELATIVE_SUCCESS

    assert ranged(low, low) == "relative failure"
    assert ranged(low, high) == "from relative failure to relative success"
    assert either((low, high)) == "relative failure or relative success"


@pytest.mark.parametrize(
    ("words", "said"), [("A", "A"), ("AB", "A and B"), ("ABCD", "A, B, C and D")]
)
def test_words_are_joined_as_in_a_sentence(words: str, said: str) -> None:
    """The last behind an *and*."""
    assert conjoined(words) == said


def test_a_citation_without_a_place_is_the_work_alone() -> None:
    """And where there is no source, that is said."""
    assert cited(cite("matland-1995")) == "matland-1995"
    assert cited(cite("matland-1995", "p. 160")) == "matland-1995, p. 160"
    assert cited(None) == "no source"


def test_a_work_is_named_once_with_all_its_places() -> None:
    """In the order of citation, then the status."""
    places = ["a-2000, p. 1", "b-2001", "a-2000, p. 2", "a-2000, p. 1"]

    assert bracket(places, "ours") == "a-2000, p. 1; p. 2; b-2001; ours"
    assert bracket(["a-2000", "a-2000, p. 1"], "ours") == "a-2000, p. 1; ours"


@pytest.mark.parametrize(
    ("locator", "quotation", "date", "said"),
    [
        (None, None, None, "a-2000; ours"),
        ("p. 1", None, "2000-05", "a-2000, p. 1, 2000-05; ours"),
        (None, "Here, and there; both.", None, 'a-2000, "Here, and there; both."; ours'),
        ("p. 1", "word " * 99 + "end", "2000", f'a-2000, p. 1, "{"word " * 99}end", 2000; ours'),
    ],
)
def test_evidence_is_cited_with_its_words_whole(
    locator: str | None, quotation: str | None, date: str | None, said: str
) -> None:
    """The work, the place in it, the words in quotation marks, the date; whatever is given."""
    piece = Cited(source="a-2000", locator=locator, quotation=quotation, date=date)

    assert bracket(rests([piece]), "ours") == said
