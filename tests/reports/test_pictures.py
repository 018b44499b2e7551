"""What is drawn of an appraisal."""

import runpy
from pathlib import Path

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.records import Study
from implsupport.reports.pictures import drawn, pictures

STUDIES = runpy.run_path(str(Path(__file__).parent / "studies.py"))
CONTEXT = Context(features=cases.illustration_features(), centre="national", localities="local")


def titles(study: Study, context: Context | None = None) -> list[str]:
    """List what is drawn of a study."""
    return [one.title for one in pictures(appraise(study, context=context))]


def test_everything_that_is_there_is_drawn() -> None:
    """Places, moves, support, cards, grids and the programme, in this order."""
    assert titles(cases.illustration(), CONTEXT) == [
        "Places in the ambiguity-conflict matrix",
        "Moves through the ambiguity-conflict matrix",
        "Support described, by case",
        "Support hypothesised against support described",
        "Grades and gaps by the rubric success",
        "Grades on each criterion: Support programme, rubric success, 2023-06, local",
        "Who acts where: Lantern Act (invented)",
        "The support programme",
    ]


def test_nothing_is_drawn_of_nothing() -> None:
    """An empty study has no pictures."""
    assert titles(STUDIES["EMPTY"]) == []


def test_fifteen_cases_go_on_a_picture() -> None:
    """The next picture goes on, and says which of how many it is."""
    found = titles(STUDIES["FIFTY"])

    assert found[:4] == [
        f"Places in the ambiguity-conflict matrix ({number} of 4)" for number in (1, 2, 3, 4)
    ]
    assert found[-1] == "Grades on each criterion: Support programme, rubric success, 2024, local"


def shown(study: Study, title: str) -> str:
    """Give the SVG of the picture with a title."""
    return next(svg for one, svg in drawn(appraise(study)) if one.title == title)


def test_cases_of_one_name_are_both_drawn() -> None:
    """The second has a number behind it."""
    study = Study.model_validate(
        {
            "title": "Two of one name",
            "policies": [
                {"key": "a", "title": "Clean Air Act"},
                {"key": "b", "title": "Clean Air Act"},
            ],
            "positions": [
                {"policy": key, "ambiguity": "low", "conflict": "low"} for key in ("a", "b")
            ],
        }
    )

    assert "Clean Air Act (2)" in shown(study, "Places in the ambiguity-conflict matrix")


def governed(number: int) -> Study:
    """Make a study of so many cases, each with one activity."""
    return Study.model_validate(
        {
            "title": "Governed",
            "policies": [{"key": f"p{n}", "title": f"Policy {n}"} for n in range(number)],
            "activities": [
                {
                    "key": f"a{n}",
                    "title": "Advice",
                    "policy": f"p{n}",
                    "cells": [["system", "directive"]],
                }
                for n in range(number)
            ],
        }
    )


def test_the_grids_of_the_first_fifteen_cases_are_drawn() -> None:
    """The last of them says how many are not."""
    found = pictures(appraise(governed(17)))

    assert [one.title for one in found][-1] == "Who acts where: Policy 14"
    assert found[-1].words.endswith("So do those of 2 cases more, which are not drawn.")
    assert not pictures(appraise(governed(15)))[-1].words.endswith("drawn.")


def test_the_programme_is_drawn_with_the_kinds_of_its_bodies() -> None:
    """Each kind has a lane with its name."""
    svg = shown(cases.illustration(), "The support programme")

    assert "National" in svg
    assert "Local" in svg


def test_each_picture_has_names_of_its_own() -> None:
    """The names inside begin with the number of the picture."""
    found = drawn(appraise(cases.illustration()))

    assert ['id="picture-1-title"' in svg for _, svg in found[:2]] == [True, False]
    assert 'id="picture-2-title"' in found[1][1]
