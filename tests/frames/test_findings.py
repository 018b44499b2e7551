"""What is wrong with a frame, as facts and sentences."""

import pytest

from implsupport.errors import FrameError
from implsupport.frames import findings
from implsupport.frames.findings import Findings

KEYS = ("low", "high")


def test_nothing_is_raised_where_nothing_is_wrong() -> None:
    """Nothing found is nothing refused."""
    found = Findings()
    found.add([])
    found.add_words("conflict", {}, "Conflict", KEYS)
    found.refuse()
    found.add_words("conflict", {"lo": 1}, "Conflict", KEYS)

    with pytest.raises(FrameError, match="'lo' in 1 row"):
        found.refuse()


def test_all_findings_make_one_error() -> None:
    """In the order in which they were found."""
    found = Findings()
    found.add(findings.missing({"the row": "a"}, ["b"]))
    found.add_words("b", {"lo": 1, "hihg": 2}, "Conflict", KEYS)

    with pytest.raises(FrameError) as caught:
        found.refuse()

    assert [one.given for one in caught.value.findings] == ["", "'hihg'", "'lo'"]
    assert caught.value.more == 0


def test_of_many_words_those_in_most_rows_are_told() -> None:
    """The others are counted."""
    found = Findings()
    found.add_words("a", {f"w{number:02}": number for number in range(60)}, "Conflict", KEYS)

    with pytest.raises(FrameError) as caught:
        found.refuse()

    assert [one.rows for one in caught.value.findings] == [*range(59, 9, -1)]
    assert caught.value.more == 10
    assert str(caught.value).endswith("\nand 10 more")


@pytest.mark.parametrize(
    ("there", "known"),
    [
        ([], "there are none"),
        (["b"], "there are 'b'"),
        ([f"b{number}" for number in range(500)], "'b19' and 480 more"),
    ],
)
def test_a_column_that_is_not_there_is_told_with_those_that_are(
    there: list[str], known: str
) -> None:
    """As many as a sentence can hold; the fact holds them all."""
    [finding] = findings.missing({"the row": "x"}, there)

    assert str(finding).endswith(known)
    assert finding.expected == tuple(there)


def test_the_nearest_name_is_found_whatever_its_case() -> None:
    """As it stands there."""
    [finding] = findings.missing({"the grade": "grade"}, ["CASE", "GRADES"])

    assert finding.nearest == "GRADES"


def test_a_name_is_taken_whatever_its_case() -> None:
    """To some engines it is the same, and so are two results of one name."""
    found = findings.taken(["kind", "gaps", "gaps"], ["KIND"])

    assert [finding.column for finding in found] == ["kind", "gaps"]


@pytest.mark.parametrize(
    ("rows", "have"), [(1, "1 row has no degree"), (2_000, "2,000 rows have no degree")]
)
def test_rows_are_counted_in_words(rows: int, have: str) -> None:
    """One row, or several."""
    assert have in str(findings.beyond("a", "Conflict", rows, -1.0, 2.0))


@pytest.mark.parametrize(("times", "have"), [(1, "(1 has several)"), (3, "(3 have several)")])
def test_what_is_judged_twice_is_counted(times: int, have: str) -> None:
    """One thing, or several."""
    assert have in str(findings.repeated(["case"], "hwb", times, []))
