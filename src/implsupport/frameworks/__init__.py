"""The frameworks of the literature, one module each, and the catalogue of them all."""

from typing import Any, Final

from implsupport.frameworks import (
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
from implsupport.matrix import Matrix

__all__ = [
    "CATALOGUE",
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
]

CATALOGUE: Final[tuple[Matrix[Any, Any, Any], ...]] = (
    matland.MATLAND,
    matland.HYPOTHESISED_SUPPORT,
    success.SUCCESS,
    governance.GOVERNANCE,
    support.MODELS,
)
"""Every framework shipped. It is a plain tuple: other frameworks need no entry to be used."""
