"""The pictures of a report: what an appraisal holds, drawn by `plots`.

Raises:
    MissingExtraError: When it is imported without matplotlib, which the extra *report* brings too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import attrs

from implsupport import graphs, plots
from implsupport.appraisal import Appraisal, Approach, Case, Place, Programme
from implsupport.evaluation.matching import Match
from implsupport.records import Body, Relation
from implsupport.reports.rules import judged
from implsupport.reports.wording import heading
from implsupport.terms import FrozenMap
from implsupport.vocabulary import Extent, SupportModel

if TYPE_CHECKING:
    import networkx as nx
    from matplotlib.axes import Axes

    from implsupport.readings import Scorecard

__all__ = ["Picture", "drawn", "pictures"]

_V = TypeVar("_V")
_Cards: TypeAlias = "list[tuple[str, Scorecard[Any, Any]]]"

_MOST_LABELS: Final = 15


@attrs.frozen
class Picture:
    """A picture and what is said of it.

    Attributes:
        title: What it shows.
        words: How to read it, and where the same stands in words.
        source: What it rests on, and its status.
        draw: Draws it on a figure of its own.
    """

    title: str
    words: str
    source: str
    draw: "Callable[[], Axes]"

    def svg(self, prefix: str) -> str:
        """Draw it as SVG for a page.

        Args:
            prefix: What the names inside begin with, so that no two pictures of a page share one.
        """
        return plots.svg(self.draw(), title=self.title, description=self.words, prefix=prefix)


def drawn(appraisal: Appraisal) -> tuple[tuple[Picture, str], ...]:
    """Draw the pictures of an appraisal for one page.

    Args:
        appraisal: A study, read.

    Returns:
        Each picture with its SVG; no name inside one is the name of something in another.
    """
    every = enumerate(pictures(appraisal), 1)
    return tuple((picture, picture.svg(f"picture-{number}")) for number, picture in every)


def pictures(appraisal: Appraisal) -> tuple[Picture, ...]:
    """Choose what to draw of an appraisal, at most 15 cases a picture.

    Args:
        appraisal: A study, read.

    Returns:
        The matrix with its places and moves, approaches by case, support hypothesised against
        support described, grades and gaps, who acts where, the programme: each only if there is
        any.
    """
    return tuple(_pictures(appraisal))


def _pictures(appraisal: Appraisal) -> Iterator[Picture]:
    yield from _places(appraisal)
    yield from _support(appraisal)
    yield from _cards(appraisal)
    yield from _grids(appraisal.cases)
    yield from _programme(appraisal.programme)


# --- names ---


def _unique(pairs: Iterable[tuple[str, _V]]) -> dict[str, _V]:
    """Give each thing a name of its own."""
    named: dict[str, _V] = {}
    for label, value in pairs:
        times, own = 1, label
        while own in named:
            times += 1
            own = f"{label} ({times})"
        named[own] = value
    return named


def _parts(pairs: Iterable[tuple[str, _V]]) -> list[dict[str, _V]]:
    """Leave at most fifteen names to a picture."""
    named = tuple(_unique(pairs).items())
    starts = range(0, len(named), _MOST_LABELS)
    return [dict(named[start : start + _MOST_LABELS]) for start in starts]


def _series(
    title: str, words: str, source: str, draw: "Callable[[Any], Axes]", groups: list[Any]
) -> Iterator[Picture]:
    for number, group in enumerate(groups, 1):
        which = f" ({number} of {len(groups)})" if len(groups) > 1 else ""
        yield Picture(f"{title}{which}", words, source, partial(draw, group))


def _of(*facts: str | None) -> str:
    return ", ".join(fact for fact in facts if fact)


# --- the matrix ---


def _places(appraisal: Appraisal) -> Iterator[Picture]:
    every = [(_label(case, place), place) for case in appraisal.cases for place in case.places]
    yield from _series(
        "Places in the ambiguity-conflict matrix",
        "Where each judgement places a case. The section of the case says the same in words.",
        "matland-1995; the sources of each place stand in the section of its case",
        plots.positions,
        _parts(every),
    )
    paths = [
        (_of(case.title, path.part, path.layer, path.assessor), path)
        for case in appraisal.cases
        for path in case.paths
    ]
    yield from _series(
        "Moves through the ambiguity-conflict matrix",
        "How the places of a case follow one another. The section of the case says it in words.",
        "matland-1995 for the axes; what flips is ours",
        plots.moves,
        _parts(paths),
    )


def _label(case: Case, place: Place) -> str:
    step = f"step {place.step}" if place.step else None
    alone = len(case.places) == 1
    return case.title if alone else _of(case.title, place.part, step, place.date, place.layer)


# --- support ---


@attrs.frozen
class _Shown:
    """An approach with the cases that show it, as a picture of approaches needs it."""

    key: str
    title: str
    theme: str | None
    models: FrozenMap[SupportModel, Extent]
    exhibited_in: tuple[str, ...]


def _support(appraisal: Appraisal) -> Iterator[Picture]:
    themes = appraisal.context.themes
    where: dict[Approach, list[str]] = {}
    for case in appraisal.cases:
        for one in case.approaches:
            where.setdefault(one, []).append(case.key)
    shown = [
        _Shown(one.key, one.title, one.theme, one.models, tuple(keys))
        for one, keys in where.items()
    ]
    described = [(case.title, case.key) for case in appraisal.cases if case.approaches]
    titles = [{key: label for label, key in group.items()} for group in _parts(described)]
    yield from _series(
        "Support described, by case",
        "A blank means not described, never absent. The section of each case lists its support.",
        "the sources of each approach stand in the sections of the cases",
        lambda group: plots.approaches(_among(shown, group), cases=group, themes=themes),
        titles,
    )
    matches = [(case.title, match) for case in appraisal.cases if (match := _last_match(case))]
    yield from _series(
        "Support hypothesised against support described",
        "Which features the kind of a case calls for, and which are described. Not evidenced "
        "means not described, never absent. The section of the case says it in words.",
        "care-act-report, pp. 18-19; a hypothesis; which approach shows what is ours",
        plots.matches,
        _parts(matches),
    )


def _among(shown: list[_Shown], cases: Mapping[str, str]) -> list[_Shown]:
    return [one for one in shown if set(cases) & set(one.exhibited_in)]


def _last_match(case: Case) -> Match[Any, Any] | None:
    """Take the match of the last place that has one."""
    return next((place.match for place in reversed(case.places) if place.match), None)


# --- grades ---


def _cards(appraisal: Appraisal) -> Iterator[Picture]:
    """Draw what stands of each judgement: a table by rubric, sums only within layer and date."""
    rubrics: dict[str, _Cards] = {}
    strata: dict[str, _Cards] = {}
    for case, one in judged(appraisal):
        rubric = one.card.rubric.key
        rubrics.setdefault(rubric, []).append(
            (_of(case.title, heading(one.object).lower(), one.date, one.layer), one.card)
        )
        stratum = _of(heading(one.object), f"rubric {rubric}", one.date, one.layer)
        strata.setdefault(stratum, []).append((case.title, one.card))
    behind = "the sources of each grade stand in the section of its case; ours"
    for rubric, cards in rubrics.items():
        yield from _series(
            f"Grades and gaps by the rubric {rubric}",
            "A case a row, a criterion a column: what the verdicts rest on. The sections of the "
            "cases give the first ratings as tables, and say what counts where they differ.",
            behind,
            plots.traffic_lights,
            _parts(cards),
        )
    for stratum, cards in strata.items():
        if len(cards) > 1:
            yield Picture(
                f"Grades on each criterion: {stratum}",
                f"How many of {len(cards)} cases have each grade, and how many a gap.",
                behind,
                partial(plots.summary, _unique(cards)),
            )


# --- who acts where ---


def _grids(cases: Iterable[Case]) -> Iterator[Picture]:
    """Draw the grids of the first cases; each of the others has its table, and says as much."""
    given = [(case.title, case.governance) for case in cases if case.governance]
    left = len(given) - _MOST_LABELS
    for number, (title, found) in enumerate(given[:_MOST_LABELS], 1):
        more = f" So do those of {left} cases more, which are not drawn." if left > 0 else ""
        yield Picture(
            f"Who acts where: {title}",
            "The cells have no sequence, and an empty cell is a question, not an error. The "
            "section of the case gives the same as a table."
            f"{more if number == _MOST_LABELS else ''}",
            "the sources of each activity stand in the section of the case",
            partial(plots.governance, found.placement, titles=found.titles),
        )


def _programme(programme: Programme | None) -> Iterator[Picture]:
    if programme:
        yield Picture(
            "The support programme",
            "Who answers to, belongs to, supports and informs whom. The section on the support "
            "programme says the same in words.",
            "the sources of each relation stand in the section on the support programme",
            partial(plots.programme, _graph(programme)),
        )


def _graph(programme: Programme) -> "nx.MultiDiGraph[str]":
    bodies = [
        Body(key=key, title=title, kind=programme.kinds.get(key))
        for key, title in programme.titles.items()
    ]
    relations = [
        Relation(source=one.source, target=one.target, kind=one.kind) for one in programme.links
    ]
    return graphs.programme(bodies, relations)
