"""The picture of a governance grid."""

from typing import Any

from implsupport import cases, governance
from implsupport.plots.cells import governance as draw
from implsupport.records import Activity

TRUST = governance.place(cases.every_child_matters())


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def placed(*cells: tuple[str, str]) -> Any:  # noqa: ANN401 -- a placement
    """Place one activity."""
    given = {"key": "audit", "title": "Audit", "policy": "p", "cells": cells}
    return governance.place([Activity.model_validate(given)])


def test_every_cell_says_its_type_of_activity() -> None:
    """Whether something stands in it or not."""
    found = texts(draw(TRUST))

    assert {kind.label.capitalize() for _, kind in governance.GOVERNANCE.items()} <= set(found)


def test_an_empty_cell_says_that_nothing_is_described() -> None:
    """A question, not an error."""
    assert texts(draw(TRUST)).count("nothing is described here") == len(TRUST.empty) == 3


def test_an_empty_cell_has_a_broken_frame() -> None:
    """Seen before it is read."""
    broken = [patch for patch in draw(TRUST).patches if patch.get_linestyle() != "solid"]

    assert len(broken) == 3


def test_activities_have_the_names_given() -> None:
    """Without one, the key is made readable."""
    found = texts(draw(TRUST, titles={"inspection-regimes": "Inspections"}))

    assert "Inspections" in found
    assert "Governance structures" in found


def test_the_layers_of_a_cell_are_told() -> None:
    """Where activities have some."""
    assert "layers: national, local" in texts(draw(TRUST))


def test_an_activity_in_several_cells_says_so_in_each() -> None:
    """It is one activity, not several."""
    assert texts(draw(TRUST)).count("also in another cell") == 2
    three = placed(("system", "directive"), ("system", "operational"), ("individual", "directive"))
    assert texts(draw(three)).count("also in 2 other cells") == 3


def test_what_has_no_cell_is_listed_below() -> None:
    """Factors that are no activities."""
    found = texts(draw(TRUST))

    assert found.index("No cell, because it is no activity") > found.index("Managing contacts")
    assert "Change champions" in found


def test_where_everything_has_a_cell_there_is_no_list() -> None:
    """Nothing to say."""
    found = texts(draw(placed(("system", "directive"))))

    assert "No cell, because it is no activity" not in found


def test_the_caveats_of_the_grid_go_with_the_picture() -> None:
    """Above all that it has no sequence."""
    assert "The grid has no sequence" in " ".join(texts(draw(TRUST)))
