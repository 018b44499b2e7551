"""The picture of support approaches: which cases they are described for, and the three models."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from matplotlib.axes import Axes

from implsupport.given import require_fields
from implsupport.plots.sheets import Block, Shape, drawn, page, paragraph
from implsupport.plots.symbols import circle, key, lamp, pie
from implsupport.plots.tables import Band, Row, table
from implsupport.plots.wording import headed
from implsupport.readings import Exhibited
from implsupport.terms import Gap
from implsupport.vocabulary import Extent, SupportModel

__all__ = ["Described", "approaches"]

_FIELDS: Final = ("key", "title", "theme", "exhibited_in", "models")
_BLUE: Final = "#1f5a8c"
_NOTES: Final = (
    "No dot means not described, which is not absent.",
    "The models are rated for an approach, not for a case.",
)


class Described(Exhibited, Protocol):
    """An approach to support with its title and its theme, such as `records.SupportApproach`."""

    @property
    def title(self) -> str:
        """Its title as printed."""
        ...

    @property
    def theme(self) -> str | None:
        """The key of the group it stands in, or None."""
        ...


def approaches(
    described: Iterable[Described],
    *,
    cases: Mapping[str, str] | None = None,
    themes: Mapping[str, str] | None = None,
    title: str = "",
    ax: Axes | None = None,
) -> Axes:
    """Draw approaches to support against the cases they are described for and the three models.

    A dot says that a source describes the approach for the case; no dot says that none does,
    which is not that it was absent. A disc says how far the approach follows a model: empty for
    the least extent, full for the greatest.

    Args:
        described: The approaches, in the order of the rows within their theme.
        cases: The key of a policy to its name, as it is to be read, in the order of the columns;
            None for every policy that an approach is described for.
        themes: The key of a theme to its heading; without one the key, its hyphens as spaces, is
            its heading.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If what is given is no list of approaches: every thing that is none.

    Source:
        care-act-report, Table 3, pp. 25-27, for the form; dots and discs are ours. Status:
        adapted.

    >>> from implsupport import cases
    >>> axes = approaches(cases.study().approaches, cases={"hwb": "Health and Wellbeing Boards"})
    >>> "Phased implementation" in [text.get_text() for text in axes.texts]
    True
    """
    way_out = "make one with records.SupportApproach(...)"
    given = require_fields(_FIELDS, described, "approaches", "approach", way_out)
    columns = _columns(given) if cases is None else dict(cases)
    bands = [
        Band("described for", tuple(columns.values())),
        Band("follows the model", tuple(headed(model.label) for model in SupportModel)),
    ]
    rows = list(_rows(given, list(columns), themes or {}))

    def build(room: float, most: int | None) -> Block:
        if not given:
            return page(title, [paragraph("No approach is described.", room)])
        found = table([band for band in bands if band.heads], rows, room, most)
        entries = key(_entries(given), found.width)
        return page(title, [found, entries], " ".join(_NOTES))

    return drawn(build, ax, width=800)


def _columns(given: Iterable[Described]) -> dict[str, str]:
    keys = dict.fromkeys(case for approach in given for case in approach.exhibited_in)
    return {case: headed(case.replace("-", " ")) for case in keys}


def _rows(
    given: Sequence[Described], columns: Sequence[str], themes: Mapping[str, str]
) -> Iterable[Row]:
    """Group the approaches by theme, in the order in which the themes come."""
    for theme in dict.fromkeys(approach.theme for approach in given):
        if theme is not None:
            yield Row(themes.get(theme) or headed(theme.replace("-", " ")))
        for approach in given:
            if approach.theme == theme:
                yield Row(approach.title, tuple(_cells(approach, columns)))


def _cells(approach: Described, columns: Iterable[str]) -> Iterable[Block]:
    shown = set(approach.exhibited_in)
    yield from (_dot() if case in shown else Block(0, 0) for case in columns)
    yield from (_rated(mark) for mark in _ratings(approach))


def _ratings(approach: Described) -> list[Extent | Gap | None]:
    """Read how far it follows each model; None where nobody says."""
    read = {SupportModel.of(model): Extent.mark(mark) for model, mark in approach.models.items()}
    return [read.get(model) for model in SupportModel]


def _dot() -> Block:
    return Block(11, 11, (Shape(circle(5.5), 5.5, 5.5, fill=_BLUE),))


def _rated(mark: Extent | Gap | None) -> Block:
    if mark is None:
        return Block(0, 0)
    if isinstance(mark, Gap):
        return lamp(mark, 6)
    return pie(list(Extent).index(mark) / (len(Extent) - 1))


def _entries(given: Iterable[Described]) -> list[tuple[Block, str]]:
    gaps = {mark for one in given for mark in _ratings(one) if isinstance(mark, Gap)}
    extents = [(_rated(extent), headed(extent.label)) for extent in reversed(Extent)]
    return [
        (_dot(), "Described for the case"),
        *extents,
        *((_rated(gap), headed(gap.label)) for gap in Gap if gap in gaps),
    ]
