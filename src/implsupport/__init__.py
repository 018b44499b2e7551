"""Place policies, score the programmes that support their implementation, compare.

The facade: frameworks and evaluation as modules, the verbs that read any framework, what they
return, and the errors. Records, cases, frames and documents are imported from their modules.

The modules of evaluation are loaded when they are first asked for: they would add a third to the
time that `import implsupport` takes.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from implsupport.errors import (
    DocumentError,
    FrameError,
    FrameworkError,
    ImplSupportError,
    IncompleteError,
    MissingExtraError,
    UnknownKeyError,
    UnknownTermError,
)
from implsupport.frameworks import (
    CATALOGUE,
    care_act,
    care_act_boards,
    care_act_findings,
    care_act_study,
    comparability,
    definitions,
    degrees,
    delivery_units,
    every_child_matters,
    governance,
    hindrances,
    layers,
    mapping_review,
    matland,
    perspectives,
    planning,
    process,
    success,
    support,
    transparency,
)
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.readings import (
    Classification,
    Comparison,
    Location,
    Placement,
    Scorecard,
    candidates,
    classify,
    compare,
    locate,
    place,
    score,
)
from implsupport.sources import Source, cite
from implsupport.terms import Gap, Scale, Term

if TYPE_CHECKING:
    from implsupport.evaluation import (
        calibration,
        claims,
        expectations,
        matching,
        orders,
        panels,
        screening,
        trajectories,
        verdicts,
    )

__all__ = [
    "CATALOGUE",
    "Classification",
    "Comparison",
    "DocumentError",
    "FrameError",
    "FrameworkError",
    "Gap",
    "Grid",
    "ImplSupportError",
    "IncompleteError",
    "Location",
    "Matrix",
    "MissingExtraError",
    "Placement",
    "Rubric",
    "Scale",
    "Scorecard",
    "Source",
    "Term",
    "Typology",
    "UnknownKeyError",
    "UnknownTermError",
    "calibration",
    "candidates",
    "care_act",
    "care_act_boards",
    "care_act_findings",
    "care_act_study",
    "cite",
    "claims",
    "classify",
    "comparability",
    "compare",
    "definitions",
    "degrees",
    "delivery_units",
    "every_child_matters",
    "expectations",
    "governance",
    "hindrances",
    "layers",
    "locate",
    "mapping_review",
    "matching",
    "matland",
    "orders",
    "panels",
    "perspectives",
    "place",
    "planning",
    "process",
    "score",
    "screening",
    "success",
    "support",
    "trajectories",
    "transparency",
    "verdicts",
]

_EVALUATION = frozenset(
    {
        "calibration",
        "claims",
        "expectations",
        "matching",
        "orders",
        "panels",
        "screening",
        "trajectories",
        "verdicts",
    }
)


def __getattr__(name: str) -> ModuleType:
    if name not in _EVALUATION:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return import_module(f"{__name__}.evaluation.{name}")


def __dir__() -> list[str]:
    return __all__
