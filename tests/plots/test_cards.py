"""Pictures of scorecards."""

from collections.abc import Mapping
from typing import Any

import pytest

from implsupport import cases, panels, success
from implsupport.errors import FrameworkError
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.plots.cards import summary, traffic_lights
from implsupport.plots.symbols import colour
from implsupport.readings import Scorecard, score
from implsupport.terms import FrozenMap, Gap

RUBRIC: Rubric[Criterion, Attainment, str] = success.SUCCESS
OTHER = Rubric(
    key="other", title="Other", rows=Criterion, cols=Attainment, cells=dict(RUBRIC.cells)
)


def card(**ratings: str) -> Scorecard[Any, Any]:
    """Rate some criteria."""
    return success.score(ratings, partial=True)


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def fills(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List the colours of its shapes."""
    return [
        "#" + "".join(f"{round(255 * part):02x}" for part in patch.get_facecolor()[:3])
        for patch in axes.patches
        if patch.get_facecolor()[3]
    ]


TWO = {"North": card(clarity="relative-success"), "South": card(clarity="relative-failure")}


def test_each_case_is_a_row_and_each_criterion_a_column() -> None:
    """In their order."""
    found = texts(traffic_lights(TWO))

    assert found[:8] == [
        "Legitimacy", "Stakeholders", "Clarity", "Complexity", "Politics", "Objectives",
        "North", "South",
    ]  # fmt: skip


def test_each_grade_has_its_colour() -> None:
    """Once in the table, once in the key."""
    assert fills(traffic_lights(TWO)).count(colour(Attainment.RELATIVE_SUCCESS)) == 2


def test_the_key_says_every_grade_and_each_gap_that_there_is_in_words() -> None:
    """No colour and no sign stands alone."""
    found = texts(traffic_lights({"North": card(clarity="not-stated")}))

    assert found[7:12] == [
        "relative success", "conflicted attainment", "relative failure",
        "not assessed", "not stated",
    ]  # fmt: skip


def test_the_small_print_says_what_the_source_warns_of() -> None:
    """The framework is provisional."""
    assert '"provisional"' in " ".join(texts(traffic_lights(TWO)))


@pytest.mark.parametrize("picture", [traffic_lights, summary])
def test_without_a_card_the_picture_says_so(picture: Any) -> None:  # noqa: ANN401 -- either
    """There is no rubric to lay out."""
    assert texts(picture({}, title="How")) == ["How", "No case is given."]


@pytest.mark.parametrize("picture", [traffic_lights, summary])
def test_cards_of_two_rubrics_are_refused(picture: Any) -> None:  # noqa: ANN401 -- either
    """They have no common columns."""
    cards = TWO | {"West": score(OTHER, {}, partial=True)}

    with pytest.raises(FrameworkError, match="cards of it and of 'other' cannot stand in one"):
        picture(cards)


def test_the_cards_of_a_consensus_are_drawn_as_they_are() -> None:
    """Each under what is said of its subject: case, object, layer and date."""
    assessed = [one for one in cases.illustration().assessments if one.rubric == "success"]
    found = panels.consensus(panels.Panel.of_assessments(RUBRIC, assessed)).cards
    names = [", ".join(filter(None, subject)) for subject in found]
    said = " ".join(texts(traffic_lights(found)))

    assert names[0] == "lantern-act, support-programme, local, 2021-06"
    assert [name for name in names if name not in said] == []
    assert texts(summary(found))[0] == f"{len(found)} cases"


def test_the_number_of_a_case_is_its_name() -> None:
    """Keys of integers are ordinary, and 1 and "1" are two cases."""
    mixed: dict[Any, Scorecard[Any, Any]] = {1: card(), "1": card(), 2: card()}
    found = texts(traffic_lights(mixed))

    assert (found.count("1"), found.count("2")) == (2, 1)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([3], r"\[3\] is not a mapping; give each card with the name that it is drawn under"),
        ({"North": {"clarity": 1}}, "'North' has {'clarity': 1}, not a card"),
    ],
)
@pytest.mark.parametrize(
    ("picture", "name"), [(traffic_lights, "traffic_lights"), (summary, "summary")]
)
def test_what_is_no_mapping_of_cards_is_refused(
    picture: Any,  # noqa: ANN401 -- either
    name: str,
    given: object,
    problem: str,
) -> None:
    """With what is missing."""
    with pytest.raises(FrameworkError, match=f"^'{name}' cannot be used: {problem}$"):
        picture(given)


def parts(cards: Mapping[str, Scorecard[Any, Any]], criterion: int) -> list[str]:
    """List the numbers of one bar, by the criterion's place."""
    found = texts(summary(cards))
    names = [found.index(row.label.capitalize()) for row in Criterion]
    ends = [*names[1:], found.index("relative success")]
    return found[names[criterion] + 1 : ends[criterion]]


def test_a_bar_counts_the_cases_with_each_grade_and_each_gap() -> None:
    """Highest grade first, then gaps; what no case has is left out."""
    cards = TWO | {"West": card(clarity="relative-failure"), "East": card(clarity="not-stated")}

    assert parts(cards, 2) == ["1", "2", "1"]
    assert parts(cards, 0) == ["4"]


def test_the_summary_says_how_many_cases_there_are() -> None:
    """So that counts can be judged."""
    assert texts(summary(TWO))[0] == "2 cases"


def test_where_a_part_is_too_narrow_for_its_number_the_number_is_left_out() -> None:
    """Its sign and its width remain."""
    many = {f"{number}": card(clarity="relative-success") for number in range(400)}

    assert parts(many | {"one": card(clarity="relative-failure")}, 2) == ["400"]


def test_a_gap_keeps_its_reason() -> None:
    """Two reasons are two parts."""
    cards = {
        "North": Scorecard(RUBRIC, FrozenMap(dict.fromkeys(Criterion, Gap.NOT_STATED))),
        "South": Scorecard(RUBRIC, FrozenMap(dict.fromkeys(Criterion, Gap.NOT_APPLICABLE))),
    }

    assert parts(cards, 0) == ["1", "1"]
