"""The frameworks of the literature, one module each, and the catalogue of them all."""

from typing import Any, Final

from implsupport.frameworks import governance, matland, success
from implsupport.matrix import Matrix

__all__ = ["CATALOGUE"]

CATALOGUE: Final[tuple[Matrix[Any, Any, Any], ...]] = (
    matland.MATLAND,
    matland.HYPOTHESISED_SUPPORT,
    success.SUCCESS,
    governance.GOVERNANCE,
)
"""Every framework shipped. It is a plain tuple: other frameworks need no entry to be used."""
