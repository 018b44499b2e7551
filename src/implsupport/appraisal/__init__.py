"""A whole study, read: per policy its place, its support, its cards, each with its source.

The command line, the reports and the JSON only render what stands here.
"""

from implsupport.appraisal.appraise import appraise
from implsupport.appraisal.results import (
    SCHEMA,
    Appraisal,
    Approach,
    Card,
    Case,
    Context,
    Governance,
    Place,
    Reading,
    schema,
)

__all__ = [
    "SCHEMA",
    "Appraisal",
    "Approach",
    "Card",
    "Case",
    "Context",
    "Governance",
    "Place",
    "Reading",
    "appraise",
    "schema",
]
