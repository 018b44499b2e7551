"""Pictures of scorecards: the table of lamps, and how often each criterion has each grade."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

import attrs
from matplotlib.axes import Axes

from implsupport.errors import FrameworkError
from implsupport.matrix import Rubric
from implsupport.plots.lettering import width
from implsupport.plots.sheets import (
    BODY,
    MUTED,
    Block,
    Face,
    Words,
    beside,
    drawn,
    page,
    paragraph,
    placed,
    rectangle,
    stacked,
)
from implsupport.plots.symbols import colour, key, lamp, marks_of, on, sign
from implsupport.plots.tables import Band, Row, table
from implsupport.plots.wording import counted, headed, named, results, small_print, terms
from implsupport.readings import Scorecard
from implsupport.terms import Gap, Scale

__all__ = ["summary", "traffic_lights"]

_BAR: Final = 24.0
_COUNT: Final = Face(8.5, bold=True)
_NO_CASE: Final = "No case is given."


def traffic_lights(
    cards: Mapping[Any, Scorecard[Any, Any]], *, title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw cards as a table of lamps: a row for each case, a column for each criterion.

    A grade is a filled disc, a gap an empty square. Each has a sign of its own, and the key
    below says in words what it means, so that no colour stands alone.

    Args:
        cards: The name of a case, as it is to be read, to its card; all of one rubric. A key that
            is no text is written out, as those of `Consensus.cards` are: what is said of a
            subject, with commas.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If the cards are of different rubrics, or it is no mapping of cards.

    Source:
        mcguinness-higgins-2021 for the form; colours and signs are ours. Status: adapted.

    >>> from implsupport import success
    >>> card = success.score({"clarity": "relative-success"}, partial=True)
    >>> axes = traffic_lights({"Night visits": card}, title="How support did")
    >>> [text.get_text() for text in axes.texts][:3]
    ['How support did', 'Legitimacy', 'Stakeholders']
    """
    rubric = _rubric(cards, "traffic_lights")
    rows = [
        Row(named(name), tuple(lamp(mark) for mark in card.profile.values()))
        for name, card in cards.items()
    ]

    def build(room: float, most: int | None) -> Block:
        if rubric is None:
            return page(title, [paragraph(_NO_CASE, room)])
        band = Band("", tuple(headed(row.label) for row in terms(rubric.rows)))
        found = table([band], rows, room, most)
        return page(title, [found, _key(cards, rubric, found.width)], _notes(rubric))

    return drawn(build, ax)


def summary(
    cards: Mapping[Any, Scorecard[Any, Any]], *, title: str = "", ax: Axes | None = None
) -> Axes:
    """Draw a stacked bar for each criterion: how many cases have each grade and each gap.

    Nothing is added up or averaged: a bar is as long as there are cases, and its parts are
    counts.

    Args:
        cards: The name of a case to its card; all of one rubric.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If the cards are of different rubrics, or it is no mapping of cards.

    Source:
        mcguinness-higgins-2021 for the form; counts in place of weights are ours. Status:
        adapted.

    >>> from implsupport import success
    >>> axes = summary({"Night visits": success.score({}, partial=True)})
    >>> [text.get_text() for text in axes.texts][:3]
    ['1 case', 'Legitimacy', '1']
    """
    rubric = _rubric(cards, "summary")

    def build(room: float, most: int | None) -> Block:
        if rubric is None:
            return page(title, [paragraph(_NO_CASE, room)])
        rows = [
            (headed(row.label), Counter(card.profile[row] for card in cards.values()))
            for row in terms(rubric.rows)
        ]
        shown = _shown(cards, rubric)
        name = min(max(width(label, BODY.size) for label, _ in rows) + 2, room / 3)
        bar = min(max(room - name - 12, 220), 30 * len(cards) + 220)
        bars = [_bar(paragraph(label, name, most=most), tally, shown, bar) for label, tally in rows]
        count = paragraph(counted(len(cards), "case"), name + 12 + bar, Face(8.5, MUTED))
        found = stacked((count, *bars), 7)
        return page(title, [found, _key(cards, rubric, found.width)], _notes(rubric))

    return drawn(build, ax)


def _rubric(
    cards: Mapping[Any, Scorecard[Any, Any]], function: str
) -> Rubric[Any, Any, Any] | None:
    """Find the one rubric of the cards; None without a card."""
    found = results(cards, "card", function, lambda one: isinstance(one, Scorecard))
    rubrics = [card.rubric for _, card in found]
    foreign = dict.fromkeys(rubric.key for rubric in rubrics if rubric != rubrics[0])
    if foreign:
        problem = "cards of it and of {} cannot stand in one picture: another rubric"
        raise FrameworkError(rubrics[0].key, tuple(problem.format(repr(one)) for one in foreign))
    return rubrics[0] if rubrics else None


def _shown(
    cards: Mapping[Any, Scorecard[Any, Any]], rubric: Rubric[Any, Any, Any]
) -> list[Scale | Gap]:
    return marks_of((card.profile.values() for card in cards.values()), rubric.cols)


def _key(
    cards: Mapping[Any, Scorecard[Any, Any]], rubric: Rubric[Any, Any, Any], room: float
) -> Block:
    return key(((lamp(mark, 6), mark.label) for mark in _shown(cards, rubric)), room)


def _notes(rubric: Rubric[Any, Any, Any]) -> str:
    return small_print(rubric.source, rubric.caveats)


def _bar(
    name: Block, tally: Mapping[Scale | Gap, int], shown: list[Scale | Gap], length: float
) -> Block:
    """Draw one bar: grades from the highest to the lowest, then gaps."""
    unit = length / sum(tally.values())
    parts = beside([_part(mark, tally[mark], unit * tally[mark]) for mark in shown if tally[mark]])
    tall = max(name.height, _BAR)
    places = [(name, 0.0, (tall - name.height) / 2), (parts, name.width + 12, (tall - _BAR) / 2)]
    return placed(places, name.width + 12 + length, tall)


def _part(mark: Scale | Gap, number: int, wide: float) -> Block:
    """Draw one part of a bar: its sign beside its number, above it where there is less room."""
    ink = MUTED if isinstance(mark, Gap) else on(mark)
    body = (
        rectangle(0.75, 1, wide - 1.5, _BAR - 2, fill="#ffffff", stroke=MUTED, dash=(1.6, 1.6))
        if isinstance(mark, Gap)
        else rectangle(0.5, 0, wide - 1, _BAR, fill=colour(mark))
    )
    across = width(str(number), _COUNT.size, bold=True)
    if wide >= across + 24:
        signed, told = sign(mark, 6, ink, wide / 2 - across / 2 - 2, _BAR / 2), (9.0, 3.1)
    else:
        signed, told = sign(mark, min(4, wide / 3), ink, wide / 2, _BAR / 3.6), (0.0, 9.0)
    x, y = (told[0] if signed else 0.0, told[1] if signed else 3.1)
    face = attrs.evolve(_COUNT, colour=ink)
    words = Words(wide / 2 + x, _BAR / 2 + y, str(number), face, "center")
    return Block(wide, _BAR, (body, *signed, *((words,) if wide >= across + 1 else ())))
