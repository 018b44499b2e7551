"""A whole study, read: per policy its place, its support, its cards, each with its source.

The command line, the reports and the JSON only render what stands here.
"""

from implsupport.appraisal.appraise import appraise
from implsupport.appraisal.results import (
    SCHEMA,
    Agreed,
    Appraisal,
    Approach,
    Card,
    Case,
    Cited,
    Context,
    Crossing,
    Exchange,
    Governance,
    Judgement,
    Link,
    Place,
    Programme,
    Reading,
    Ruling,
    schema,
)

__all__ = [
    "SCHEMA",
    "Agreed",
    "Appraisal",
    "Approach",
    "Card",
    "Case",
    "Cited",
    "Context",
    "Crossing",
    "Exchange",
    "Governance",
    "Judgement",
    "Link",
    "Place",
    "Programme",
    "Reading",
    "Ruling",
    "appraise",
    "schema",
]
