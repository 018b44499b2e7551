"""Hypothesis strategies for what this library reads and returns, and the laws of a rubric.

Strategies shrink to the fewest and the lowest: one row, two grades, no gap, an empty section.
Where this library and Hypothesis are installed, `from_type` and annotations draw from them too,
for terms, matrices, cards, panels and records: nothing of this package need be imported for it.

Raises:
    MissingExtraError: When it is imported without Hypothesis, which the extra *testing* brings.

>>> from hypothesis import given
>>> from implsupport import success, testing
>>> @given(testing.cards(success.SUCCESS))
... def check(card: success.Scorecard) -> None:
...     assert len(card.grades) + len(card.gaps) == 6
>>> check()
"""

import importlib

from implsupport.errors import MissingExtraError

try:
    importlib.import_module("hypothesis")
except ImportError as _error:
    raise MissingExtraError("implsupport.testing", "hypothesis", "testing") from _error

from implsupport.testing.frameworks import grids, matrices, rubrics, typologies
from implsupport.testing.laws import check_rubric_laws
from implsupport.testing.records import positions, studies
from implsupport.testing.registration import register
from implsupport.testing.results import cards, panels
from implsupport.testing.words import keys, marks, scales, terms, texts, vocabularies

__all__ = [
    "cards",
    "check_rubric_laws",
    "grids",
    "keys",
    "marks",
    "matrices",
    "panels",
    "positions",
    "rubrics",
    "scales",
    "studies",
    "terms",
    "texts",
    "typologies",
    "vocabularies",
]

# Hypothesis loads this package by the entry point of this project whenever it is imported.
register()
