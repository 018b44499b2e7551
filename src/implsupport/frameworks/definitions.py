"""What successful implementation is: five alternatives, any of which may be meant."""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["CAVEATS", "SuccessDefinition"]


class SuccessDefinition(Term, source=cite("care-act-report", "p. 28, after ingram-schneider-1990")):
    """What successful implementation may imply: five alternatives, joined by *or*.

    One is garbled in print: there `printed` holds the page's words and the gloss ours. The other
    glosses are printed.

    Source:
        care-act-report, p. 28, after ingram-schneider-1990. Status: source.

    >>> [definition.key for definition in SuccessDefinition][:2]
    ['agencies-comply', 'agencies-held-accountable']
    """

    AGENCIES_COMPLY = (
        "agencies-comply",
        "agencies comply with the directives of the statutes",
        "agencies comply with the directives of the statues",
    )
    AGENCIES_HELD_ACCOUNTABLE = (
        "agencies-held-accountable",
        "agencies are held accountable for reaching specific indicators of success",
    )
    STATUTE_GOALS_ACHIEVED = "statute-goals-achieved", "goals of the statute are achieved"
    LOCAL_GOALS_ACHIEVED = "local-goals-achieved", "local goals are achieved"
    POLITICAL_CLIMATE_IMPROVED = (
        "political-climate-improved",
        "there is an improvement in the political climate around the programme",
    )


CAVEATS: Final[tuple[str, ...]] = (
    "The five are alternatives: success can be measured in a number of different ways (p. 28).",
    (
        "No one size fits all: the success of an approach is judged within the context in which it "
        "was implemented, even where other policies share the approach (p. 29, after payne-2008)."
    ),
)
"""What the Care Act report warns of where success is judged, condensed from pp. 28-29."""
