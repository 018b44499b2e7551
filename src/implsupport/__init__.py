"""Place policies, score the programmes that support their implementation, compare.

The facade: frameworks and evaluation as modules, the verbs that read any framework, what they
return, and the errors. Records, cases, frames and documents are imported from their modules.
"""

from implsupport.errors import (
    FrameworkError,
    ImplSupportError,
    IncompleteError,
    MissingExtraError,
    UnknownKeyError,
    UnknownTermError,
)
from implsupport.evaluation import calibration
from implsupport.frameworks import CATALOGUE, governance, matland, success
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

__all__ = [
    "CATALOGUE",
    "Classification",
    "Comparison",
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
    "cite",
    "classify",
    "compare",
    "governance",
    "locate",
    "matland",
    "place",
    "score",
    "success",
]
