"""The laws of a rubric, kept by ours and broken by those made up here."""

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import Phase, find, settings

from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Rubric
from implsupport.terms import Gap, Scale, Term
from implsupport.testing import check_rubric_laws, rubrics

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""


class Aspect(Term):
    """Two criteria."""

    SOIL = "soil"
    WATER = "water-supply"


class Grade(Scale):
    """Three grades; the alphabet has the middle one first."""

    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"


class Labelled(Term):
    """Criteria with labels that look better than their keys."""

    SOIL = "soil"
    WATER = "water"

    @property
    def label(self) -> str:
        """What people read."""
        return f"{self.key.title()} of the field"


class Lenient(Scale):
    """Grades that take what is missing for the lowest of them."""

    POOR = "poor"
    GOOD = "good"

    @classmethod
    def mark(cls, word: Wrong) -> Wrong:
        """Find a grade, whatever is given."""
        found: Wrong = super().mark(word)
        return cls.POOR if isinstance(found, Gap) else found


class Alphabetical(Scale):
    """Grades that stand in the order of the alphabet."""

    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"

    def __lt__(self, other: Wrong) -> bool:
        return bool(self.key < other.key)


def declared_here() -> type[Scale]:
    """Declare a scale where pickle does not find it."""

    class Hidden(Scale):
        """Two grades."""

        POOR = "poor"
        GOOD = "good"

    return Hidden


@attrs.frozen(eq=False)
class Anchor:
    """An anchor that is equal to nothing but itself."""

    text: str


def of_size(criteria: int, grades: int) -> Callable[[Rubric[Any, Any, Any]], bool]:
    """Tell rubrics of a size."""
    return lambda one: len(one.items()) == criteria * grades and len(one.cells) == criteria


def rubric_of(
    rows: type[Term] = Aspect, cols: type[Scale] = Grade, anchor: object = "anchor"
) -> Rubric[Any, Any, Any]:
    """Make a rubric whose anchors are all the same."""
    cells = {row: [anchor for _ in cols] for row in rows}
    return Rubric(key="ground", title="Ground", rows=rows, cols=cols, cells=cells)


@pytest.mark.parametrize("rubric", [one for one in CATALOGUE if isinstance(one, Rubric)])
def test_every_rubric_of_the_catalogue_keeps_the_laws(rubric: Rubric[Any, Any, Any]) -> None:
    """What is asked of others is true here."""
    check_rubric_laws(rubric)


@pytest.mark.parametrize(("criteria", "grades"), [(1, 2), (1, 5), (4, 2), (4, 5)])
def test_a_drawn_rubric_of_any_size_keeps_the_laws(criteria: int, grades: int) -> None:
    """Whatever its words are."""
    sized = of_size(criteria, grades)

    check_rubric_laws(find(rubrics(), sized, settings=FIRST))


@pytest.mark.parametrize(
    ("rubric", "breach"),
    [
        (
            rubric_of(anchor="\u200b"),
            r"every cell says something: Aspect.SOIL and Grade.POOR say '\u200b'",
        ),
        (
            rubric_of(rows=Labelled),
            (
                "keys, labels and members give the same reading, in any order: "
                "{'Soil of the field': 'poor'} for {Labelled.SOIL: Grade.POOR}"
            ),
        ),
        (
            rubric_of(cols=Lenient),
            (
                "a gap never becomes a grade: Gap.NOT_ASSESSED for Aspect.SOIL is read as "
                "Lenient.POOR"
            ),
        ),
        (
            rubric_of(cols=Alphabetical),
            (
                "raising a grade never lowers the lowest grade: {Aspect.SOIL: Alphabetical.POOR, "
                "Aspect.WATER: Alphabetical.GOOD}, and then Alphabetical.FAIR for Aspect.SOIL"
            ),
        ),
    ],
)
def test_a_broken_law_is_named_with_an_example(rubric: Rubric[Any, Any, Any], breach: str) -> None:
    """The example is the shortest that shows it."""
    with pytest.raises(AssertionError) as caught:
        check_rubric_laws(rubric)

    assert str(caught.value) == f"'ground' breaks the law that {breach}"


@pytest.mark.parametrize(
    ("rubric", "breach"),
    [
        (rubric_of(cols=declared_here()), ".*Hidden"),
        (rubric_of(anchor=["a", "list"]), "unhashable type: 'list'"),
        (rubric_of(anchor=Anchor("a")), "the copy of .* is "),
    ],
)
def test_what_is_no_value_is_told_as_python_tells_it(
    rubric: Rubric[Any, Any, Any], breach: str
) -> None:
    """A scale or an anchor can keep a card from being one."""
    with pytest.raises(AssertionError, match=f"that a card hashes and pickles: {breach}"):
        check_rubric_laws(rubric)
