"""The picture of approaches to support."""

from types import SimpleNamespace
from typing import Any

from implsupport import cases
from implsupport.plots.describing import approaches
from implsupport.records import SupportApproach
from implsupport.terms import Gap

STUDY = cases.study().approaches


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def approach(**given: Any) -> SupportApproach:  # noqa: ANN401 -- whatever fields it has
    """Make an approach."""
    return SupportApproach.model_validate({"key": "visits", "title": "Visits", **given})


def shapes(**given: Any) -> int:  # noqa: ANN401 -- whatever fields it has
    """Count the shapes of the picture of one approach beside one without anything."""
    cases_ = {"here": "Here"}
    return len(approaches([approach(**given)], cases=cases_).patches) - len(
        approaches([approach()], cases=cases_).patches
    )


def test_approaches_stand_below_their_theme() -> None:
    """As the table prints them."""
    found = texts(approaches(STUDY, cases={}, themes=cases.themes()))

    assert found.index("Coproduction and collaboration") < found.index(
        "Joint production of operating models"
    )


def test_a_theme_without_a_heading_has_its_key() -> None:
    """Its hyphens as spaces."""
    assert "Home visits" in texts(approaches([approach(theme="home-visits")]))


def test_an_approach_without_a_theme_stands_alone() -> None:
    """There is no heading for it."""
    found = texts(approaches([approach()]))

    assert found[found.index("Visits") - 1] in {"building", "Capacity building"}


def test_the_cases_are_those_given_or_all_that_are_described() -> None:
    """By the name given, else by the key."""
    one = [approach(exhibited_in=["north-west", "south"])]

    assert texts(approaches(one))[2:5] == ["North", "west", "South"]
    assert "South" not in texts(approaches(one, cases={"north-west": "The north"}))


def test_a_dot_says_that_it_is_described_for_the_case() -> None:
    """Where it is not, there is nothing."""
    assert shapes(exhibited_in=["here"]) == 1
    assert shapes(exhibited_in=["there"]) == 0


def test_a_disc_says_how_far_it_follows_a_model() -> None:
    """A ring, with a part of it filled where it follows in part; nothing where nobody says."""
    assert shapes(models={"problem-solving": "no"}) == 1
    assert shapes(models={"problem-solving": "in-part"}) == 2


def test_a_gap_in_place_of_an_extent_keeps_its_reason() -> None:
    """Its sign stands in the key, with its word."""
    one: Any = SimpleNamespace(
        key="visits",
        title="Visits",
        theme=None,
        exhibited_in=(),
        models={"problem-solving": Gap.NOT_STATED},
    )

    assert "Not stated" in texts(approaches([one]))
    assert "Not stated" not in texts(approaches([approach()]))


def test_the_picture_says_that_no_dot_is_not_absence() -> None:
    """The report says so itself."""
    assert "not described, which is not absent" in " ".join(texts(approaches(STUDY)))


def test_without_an_approach_the_picture_says_so() -> None:
    """Nothing to lay out."""
    assert texts(approaches([])) == ["No approach is described."]
