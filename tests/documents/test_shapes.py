"""What the fields of a study take, read off the schema of its records."""

import pytest

from implsupport.documents.shapes import Shape, number_or_text, study_shape


def shape_at(*path: int | str) -> Shape:
    """Give the shape of what stands at a path."""
    shape = study_shape()
    for step in path:
        shape = shape.of(step)
    return shape


@pytest.fixture(autouse=True)
def _nothing_is_read_yet() -> None:
    """Forget the shape, which is kept once it is read, so that each test reads it anew."""
    study_shape.cache_clear()


@pytest.mark.parametrize(
    "path",
    [
        ("sources", 0, "year"),
        ("policies", 7, "year"),
        ("positions", 0, "step"),
        ("positions", 0, "ambiguity"),
        ("positions", 0, "conflict"),
    ],
)
def test_years_steps_and_degrees_take_numbers(path: tuple[int | str, ...]) -> None:
    """These and no others."""
    assert shape_at(*path).number


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("title",),
        ("policies",),
        ("policies", 0),
        ("policies", 0, "key"),
        ("positions", 0, "date"),
        ("assessments", 0, "ratings", "clarity", "grade"),
        ("assessments", 0, "ratings", "clarity", "evidence", 0, "date"),
        ("activities", 0, "cells", 0, 1),
        ("approaches", 0, "models", "problem-solving"),
        ("no", "such", "field"),
        ("title", "no", "record"),
    ],
)
def test_everything_else_takes_text(path: tuple[int | str, ...]) -> None:
    """So does what the records do not have."""
    assert not shape_at(*path).number


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("policies", 0, "year"), True),
        (("policies", 0, "note"), True),
        (("assessments", 0, "ratings", "clarity", "gap"), True),
        (("title",), False),
        (("positions", 0, "ambiguity"), False),
        (("bodies", 0, "functions", 0), False),
        (("bodies", 0, "functions"), False),
    ],
)
def test_some_fields_may_be_none(path: tuple[int | str, ...], expected: bool) -> None:  # noqa: FBT001
    """Those that need not be given and are no lists."""
    assert shape_at(*path).null is expected


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("2014", 2014),
        ("-3", -3),
        ("0.70", 0.7),
        ("1.0", 1.0),
        ("1e-07", 1e-07),
        ("2E3", 2000.0),
        ("9" * 40, int("9" * 40)),
    ],
)
def test_a_number_is_written_as_in_json(text: str, number: float) -> None:
    """Whole numbers stay whole."""
    assert (number_or_text(text), type(number_or_text(text))) == (number, type(number))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "+1", "010", "1_000", "0x1F", "0o17", ".5", "5.", "1e", "1,5", " 1", "1 "),
        *("½", "٣", "1.10.2", "12:30", "2014-05", "nan", "inf", ".inf", "NaN", "Infinity"),
        *("true", "no", "1e999", "-1e999", "9" * 41, "1\n"),
    ],
)
def test_what_is_no_number_stays_text(text: str) -> None:
    """Nothing is guessed."""
    assert number_or_text(text) == text
    assert isinstance(number_or_text(text), str)
