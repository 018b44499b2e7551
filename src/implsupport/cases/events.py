"""Dated events that the sources tell of, each with the words it rests on."""

from functools import cache
from typing import Any

import attrs

from implsupport.cases.tables import Table, printed_in, read
from implsupport.sources import Source
from implsupport.terms import FrozenMap

__all__ = [
    "Event",
    "central_units",
    "duty_to_cooperate",
    "every_child_matters_timeline",
    "legislative_passage",
]


@attrs.frozen
class Event:
    """Something that happened, or was to happen, as a source tells it.

    Attributes:
        date: When, as YYYY or YYYY-MM, no finer than the source; None where it prints no date.
            A date by which or until which something was to be so is said to be one in the title.
        title: What happened, in words of this library.
        words: The sentence or sentences that tell of it, as printed.
        source: Where they are printed.

    >>> first = every_child_matters_timeline()[0]
    >>> first.date, first.title
    ('2003-01', 'Laming Report')
    """

    date: str | None
    title: str
    words: str
    source: Source


@cache
def central_units() -> tuple[Event, ...]:
    """Tell when the central units of the United Kingdom were made, merged and abolished.

    Returns:
        Ten events in the order of the page. Five have no date: the report prints none.

    Source:
        care-act-report, pp. 14 and 16. Status: source; the titles are ours.

    >>> [event.date for event in central_units() if event.title.startswith("Delivery Unit")]
    [None, '2010']
    """
    return _events("care_act_central_units")


@cache
def legislative_passage() -> tuple[Event, ...]:
    """Tell how the Care Act became law, and what of it took effect or was put off.

    With it stand the White Paper before it and the beginnings of its Programme Board and its
    Programme Management Office.

    Returns:
        Ten events in the order of the page, which is not that of the dates. Five have no date.

    Source:
        care-act-report, pp. 31-34. Status: source; the titles are ours.

    >>> sorted(event.date for event in legislative_passage() if event.date)
    ['2012-07', '2013-11', '2014', '2015-04', '2015-07']
    """
    return _events("care_act_passage")


@cache
def every_child_matters_timeline() -> tuple[Event, ...]:
    """Tell of the reports, laws, plans and guidance of Every Child Matters.

    Returns:
        Twelve events in the order of the page, which is not always that of the dates; all dated.

    Source:
        every-child-matters-study, Background, Every Child Matters: A Policy Overview. Status:
        source; the titles are ours.

    >>> every_child_matters_timeline()[3].date, every_child_matters_timeline()[3].title
    ('2004-11', 'Children Act 2004')
    """
    return _events("every_child_matters_timeline")


@cache
def duty_to_cooperate() -> FrozenMap[str, tuple[Event, ...]]:
    """Tell which partners had a duty to cooperate, and since when.

    The study names the partners in three ways, and has schools under a duty from different
    dates; everything it says stands side by side.

    Returns:
        Partner to what is said of it; seven partners in the order of the page, by the printed
        name in kebab-case.

    Source:
        every-child-matters-study, Background, Every Child Matters: A Policy Overview; Analysis,
        Constitutive Level, Duty to Cooperate; Discussion, Understanding Policy Implementation
        through MGF. Status: source; the titles are ours.

    >>> [event.date for event in duty_to_cooperate()["schools"]]
    ['2004', '2010-01', '2008', '2009-11', None]
    """
    table = read("every_child_matters_duty")
    return FrozenMap(
        {
            partner: tuple(_event(table, row) for row in rows)
            for partner, rows in table["partners"].items()
        }
    )


def _events(name: str) -> tuple[Event, ...]:
    table = read(name)
    return tuple(_event(table, row) for row in table["events"])


def _event(table: Table, row: dict[str, Any]) -> Event:
    return Event(
        date=row.get("date"),
        title=row["title"],
        words=row["words"],
        source=printed_in(table, row.get("place", "")),
    )
