"""Numbers that the sources print of a case or of their own study."""

from functools import cache

from implsupport.cases.tables import read
from implsupport.terms import FrozenMap

__all__ = ["agencies_in_contact", "sample"]


@cache
def agencies_in_contact() -> FrozenMap[str, int]:
    """Count the agencies that had contact with Victoria Climbié before her death.

    Returns:
        The kind of agency, its printed name in kebab-case, to how many; five kinds in the order
        of the sentence.

    Source:
        every-child-matters-study, Background, Every Child Matters: A Policy Overview. Status:
        source.

    >>> sum(agencies_in_contact().values())
    12
    """
    return _counts("every_child_matters_agencies")


@cache
def sample() -> FrozenMap[str, int]:
    """Count the directors that the study of Every Child Matters asked, and the areas it covered.

    Of the six *others*, who did not take part, the study explains five: *left-her-post* and
    *agreed-but-unable*.

    Returns:
        What is counted, by a key of ours, to how many: directors, then areas.

    Source:
        every-child-matters-study, Methods. Status: source.

    >>> sample()["contacted"], sample()["took-part"], sample()["others"]
    (16, 10, 6)
    """
    return _counts("every_child_matters_sample")


def _counts(name: str) -> FrozenMap[str, int]:
    return FrozenMap(read(name)["counts"])
