"""Pictures of the support match."""

from typing import Any

import pytest

from implsupport import matching, matland
from implsupport.errors import FrameworkError
from implsupport.matrix import Matrix
from implsupport.plots.needs import match, matches

HYPOTHESES = matland.HYPOTHESISED_SUPPORT
OTHER = Matrix(
    key="other",
    title="Other",
    rows=HYPOTHESES.rows,
    cols=HYPOTHESES.cols,
    cells=dict(HYPOTHESES.cells),
)
OFFERED = {"guidance": ["written-support"], "capacity-building": ["training"]}


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def between(found: list[str], one: str, other: str) -> list[str]:
    """List what stands between two texts."""
    return found[found.index(one) + 1 : found.index(other)]


CRISP = matching.match("political", OFFERED)
GRADED = matching.match(matland.locate(ambiguity=0.25, conflict=0.625), OFFERED)
UNKNOWN = matching.match(matland.locate(ambiguity=None, conflict=0.625), OFFERED)


def test_features_stand_in_groups_with_what_shows_them() -> None:
    """And the report's own verb."""
    found = between(texts(match(CRISP)), "Named and evidenced", "Named and not evidenced")

    assert found == ["Guidance", "associated", "shown by: written support"]


def test_a_strength_near_the_crossover_does_not_read_as_on_it() -> None:
    """In the picture of one case and in that of many."""
    near = matching.match(matland.locate(ambiguity=0.499, conflict=0.2), OFFERED)

    assert {"0.501", "0.499"} <= set(texts(match(near)))
    assert {"0.501", "0.499"} <= set(texts(matches({"Night visits": near})))


def test_a_strength_of_many_digits_stands_in_one_line() -> None:
    """The cell and the bar leave room for it."""
    near = matching.match(matland.locate(ambiguity=0.4999999, conflict=0.2), OFFERED)

    assert "0.5000001" in texts(match(near))
    assert "0.5000001" in texts(matches({"Night visits": near}))


def test_a_group_without_features_is_left_out() -> None:
    """One kind leaves nothing undecided."""
    assert "Named by some of the kinds left" not in texts(match(CRISP))


def test_a_feature_that_is_offered_without_saying_by_what_says_that_it_is() -> None:
    """A bare list of features has nothing to show them."""
    found = texts(match(matching.match("political", ["guidance"])))

    assert "offered" in found


def test_for_degrees_each_feature_has_its_strength() -> None:
    """In digits, beside a bar that is said to be one."""
    found = texts(match(GRADED))

    assert found.count("0.75") == 3
    assert found[1].startswith("The bars show how strongly")


def test_an_unknown_strength_is_no_number() -> None:
    """Where an axis that counts is open."""
    assert "?" in texts(match(UNKNOWN))


def test_the_kinds_that_are_left_are_named() -> None:
    """Each of them."""
    assert texts(match(UNKNOWN))[0] == "Hypothesised for: political or symbolic"


def test_many_cases_are_rows_and_features_columns() -> None:
    """With the groups in words."""
    found = texts(matches({"Crisp": CRISP, "Graded": GRADED}))

    assert {"Guidance", "Flexibility", "Crisp", "Graded", "Named and evidenced"} <= set(found)
    assert found.count("0.75") == 3


def test_the_key_holds_the_groups_that_there_are() -> None:
    """One kind leaves nothing undecided, two do."""
    assert "Named by some of the kinds left" not in texts(matches({"Crisp": CRISP}))
    assert "Named by some of the kinds left" in texts(matches({"Unknown": UNKNOWN}))


def test_without_a_case_the_picture_says_so() -> None:
    """There are no hypotheses to lay out."""
    assert texts(matches({}, title="Support")) == ["Support", "No case is given."]


def test_matches_over_two_sets_of_hypotheses_are_refused() -> None:
    """They have no common columns."""
    other = matching.match("political", OFFERED, support=OTHER)

    with pytest.raises(FrameworkError, match="cannot stand beside one over 'other'"):
        matches({"Crisp": CRISP, "Other": other})


def test_the_number_of_a_case_is_its_name() -> None:
    """Keys of integers are ordinary."""
    assert "101" in texts(matches({101: CRISP}))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ([CRISP], "is not a mapping; give each match with the name that it is drawn under"),
        ({"Crisp": "political"}, "'Crisp' has 'political', not a match"),
    ],
)
def test_what_is_no_mapping_of_matches_is_refused(given: Any, problem: str) -> None:  # noqa: ANN401 -- anything
    """With what is missing."""
    with pytest.raises(FrameworkError, match=f"^'matches' cannot be used: .*{problem}"):
        matches(given)


def test_what_is_not_evidenced_is_said_not_to_be_absent() -> None:
    """With the caveats of the hypotheses."""
    assert "not thereby absent" in " ".join(texts(match(CRISP)))
