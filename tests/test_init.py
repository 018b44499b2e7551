"""The facade: what `import implsupport` gives."""

import importlib
from types import ModuleType

import pytest

import implsupport

HOMES = {
    "errors": [
        "DocumentError",
        "FrameError",
        "FrameworkError",
        "ImplSupportError",
        "IncompleteError",
        "MissingExtraError",
        "UnknownKeyError",
        "UnknownTermError",
    ],
    "frameworks": ["CATALOGUE"],
    "matrix": ["Grid", "Matrix", "Rubric", "Typology"],
    "readings": [
        "Classification",
        "Comparison",
        "Location",
        "Placement",
        "Scorecard",
        "candidates",
        "classify",
        "compare",
        "locate",
        "place",
        "score",
    ],
    "sources": ["Source", "cite"],
    "terms": ["Gap", "Scale", "Term"],
}
MODULES = {
    "frameworks": [
        "care_act",
        "care_act_boards",
        "care_act_findings",
        "care_act_study",
        "comparability",
        "definitions",
        "degrees",
        "delivery_units",
        "every_child_matters",
        "governance",
        "hindrances",
        "layers",
        "mapping_review",
        "matland",
        "perspectives",
        "planning",
        "process",
        "success",
        "support",
        "transparency",
    ],
    "evaluation": [
        "calibration",
        "claims",
        "expectations",
        "matching",
        "orders",
        "panels",
        "screening",
        "trajectories",
        "verdicts",
    ],
}

NAMES = [(home, name) for home, names in HOMES.items() for name in names]
SHELVES = [(shelf, name) for shelf, names in MODULES.items() for name in names]


@pytest.mark.parametrize(("home", "name"), NAMES)
def test_a_name_of_the_facade_is_that_of_its_module(home: str, name: str) -> None:
    """One object under both names, so that `isinstance` and `except` agree."""
    module = importlib.import_module(f"implsupport.{home}")

    assert getattr(implsupport, name) is getattr(module, name)


@pytest.mark.parametrize(("shelf", "name"), SHELVES)
def test_frameworks_and_evaluation_are_modules_of_the_facade(shelf: str, name: str) -> None:
    """`implsupport.matland.classify` and its like need no further import."""
    module = getattr(implsupport, name)

    assert isinstance(module, ModuleType)
    assert module is importlib.import_module(f"implsupport.{shelf}.{name}")


def test_the_facade_gives_these_names_and_no_others() -> None:
    """The list is closed: a name is added on purpose."""
    listed = [name for _, name in NAMES] + [name for _, name in SHELVES]

    assert sorted(implsupport.__all__) == sorted(listed)


def test_a_name_that_is_not_there_is_refused() -> None:
    """Loading on demand does not swallow a misspelling."""
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        getattr(implsupport, "verdict")  # noqa: B009 -- a checker would refuse the attribute


def test_the_facade_lists_what_it_gives() -> None:
    """`dir` shows the modules that are loaded on demand too."""
    assert dir(implsupport) == sorted(implsupport.__all__)
