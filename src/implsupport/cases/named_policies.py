"""The policies that the Care Act report names as examples of what its mapping review found."""

from functools import cache
from typing import Final

import attrs

from implsupport.cases.tables import printed_in, read
from implsupport.frameworks.mapping_review import CentralAction, ContextMechanism, DegreeOfReach
from implsupport.sources import Source
from implsupport.terms import Term

__all__ = ["Example", "examples"]

_VOCABULARIES: Final[dict[str, type[Term]]] = {
    "reach": DegreeOfReach,
    "actions": CentralAction,
    "mechanisms": ContextMechanism,
}
"""What the parts of the table are examples of, in the order of the page."""


@attrs.frozen
class Example:
    """A policy that a source names as an example.

    Attributes:
        name: The policy as it is named there.
        policies: The key of the policy; more than one where the name fits more than one, and
            which of them is meant cannot be told.
        term: What it is an example of: a degree of reach, an action of central government, or a
            contextual factor or mechanism.
        words: The sentence that names it, as printed.
        source: Where it is printed.

    >>> examples()[0].name, examples()[0].term
    ('City Challenge', DegreeOfReach.TARGETED)
    """

    name: str
    policies: tuple[str, ...]
    term: Term
    words: str
    source: Source


@cache
def examples() -> tuple[Example, ...]:
    """List the policies named as examples of reach, of central support and of mechanisms.

    A policy that is not named is not described, never without the thing. What the report says
    of all policies, such as partnership working, names none.

    Returns:
        27 examples in the order of the page.

    Source:
        care-act-report, pp. 22-23. Status: source.

    >>> [example.term for example in examples() if example.policies == ("total-place",)]
    [DegreeOfReach.PILOT, CentralAction.CHOOSING_SITES, ContextMechanism.POWER_HANDED_DOWN]
    """
    table = read("care_act_examples")
    return tuple(
        Example(
            name=name,
            policies=tuple(policies),
            term=vocabulary.of(row["term"]),
            words=row["words"],
            source=printed_in(table, row["place"]),
        )
        for part, vocabulary in _VOCABULARIES.items()
        for row in table[part]
        for name, policies in row["names"].items()
    )
