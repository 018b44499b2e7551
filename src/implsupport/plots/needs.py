"""Pictures of the support match: what a kind calls for against what was described."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from matplotlib.axes import Axes
from matplotlib.path import Path

from implsupport.errors import FrameworkError
from implsupport.evaluation.matching import Match
from implsupport.given import require_each
from implsupport.notebooks import degree
from implsupport.plots.lettering import width
from implsupport.plots.sheets import (
    DETAIL,
    FAINT,
    HEAD,
    MUTED,
    PANEL,
    RULE,
    WHITE,
    Block,
    Shape,
    Words,
    drawn,
    line,
    page,
    paragraph,
    placed,
    rectangle,
    stacked,
)
from implsupport.plots.symbols import circle, key, strokes
from implsupport.plots.tables import Band, Row, table
from implsupport.plots.wording import headed, results, small_print, terms
from implsupport.terms import Term

__all__ = ["match", "matches"]

_BLUE: Final = "#1f5a8c"
_ORANGE: Final = "#b4521f"
_RADIUS: Final = 7.0
_BAR: Final = 90.0
_ASIDE: Final = 6.0
_NUMBER: Final = 24.0
_BARS: Final = "The bars show how strongly its place in the matrix calls for each, from 0 to 1."
_GROUPS: Final = (
    "named and evidenced",
    "named and not evidenced",
    "offered and not named",
    "named by some of the kinds left",
    "neither named nor offered",
)

_AnyMatch: TypeAlias = Match[Any, Any]


def _groups(found: _AnyMatch) -> dict[str, tuple[Term, ...]]:
    """Put each feature into one of five groups."""
    features = (
        found.named_and_evidenced,
        found.named_and_not_evidenced,
        found.offered_and_not_named,
        found.undecided,
        found.neither,
    )
    return dict(zip(_GROUPS, features, strict=True))


# --- the signs ---


def _sign(group: str, *, is_offered: bool = False) -> Block:
    """Draw the sign of a group; among the undecided the features offered have a filled one."""
    marks = _SIGNS[group] if not is_offered else (*_SIGNS[group], _core())
    return Block(2 * _RADIUS, 2 * _RADIUS, marks)


def _ring(fill: str | None, stroke: str, dash: tuple[float, ...] = ()) -> Shape:
    return Shape(circle(_RADIUS - 0.8), _RADIUS, _RADIUS, fill, stroke, 1.5, dash)


def _core() -> Shape:
    return Shape(circle(3), _RADIUS, _RADIUS, fill=MUTED)


_R: Final = _RADIUS
_DIAMOND: Final = Path([(0, -_R), (_R, 0), (0, _R), (-_R, 0), (0, -_R)], closed=True)
_TICK: Final = strokes(((-0.45, 0.05), (-0.13, 0.36), (0.45, -0.34)), scale=_RADIUS)
_PLUS: Final = strokes(((-0.4, 0.0), (0.4, 0.0)), ((0.0, -0.4), (0.0, 0.4)), scale=_RADIUS)
_SIGNS: Final[dict[str, tuple[Shape, ...]]] = {
    "named and evidenced": (
        _ring(_BLUE, _BLUE),
        Shape(_TICK, _R, _R, stroke=WHITE, width=1.5),
    ),
    "named and not evidenced": (_ring(WHITE, _BLUE),),
    "offered and not named": (
        Shape(_DIAMOND, _R, _R, fill=_ORANGE),
        Shape(_PLUS, _R, _R, stroke=WHITE, width=1.5),
    ),
    "named by some of the kinds left": (_ring(WHITE, MUTED, (1.6, 1.6)),),
    "neither named nor offered": (Shape(circle(1.3), _R, _R, fill=FAINT),),
}


# --- one case ---


def match(found: _AnyMatch, *, title: str = "", ax: Axes | None = None) -> Axes:
    """Draw what the kind of a case calls for against what was described for it.

    Features stand in groups: named and evidenced, named and not evidenced, offered and not
    named, named by only some of the kinds left, neither. Beside each stand what the hypothesis says
    of it, for a case placed by degrees how strongly its place calls for it, and what shows it.

    Args:
        found: What `matching.match` returned.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes.

    Raises:
        FrameworkError: If what is given is no match.

    Source:
        The hypotheses' own, see `matching.match`; signs and bars are ours. Status: ours.

    >>> from implsupport import matching
    >>> axes = match(matching.match("political", {"guidance": ["written support"]}))
    >>> [text.get_text() for text in axes.texts][:3]
    ['Hypothesised for: political', 'Named and evidenced', 'Guidance']
    """
    require_each(Match, (found,), "match", "make one with matching.match(kind, features)")
    kinds = " or ".join(kind.label for kind in found.kinds)
    together = {group: features for group, features in _groups(found).items() if features}

    def build(room: float, most: int | None) -> Block:
        head = stacked(
            (
                paragraph(f"Hypothesised for: {kinds}", room),
                paragraph(_BARS if found.strengths else "", room, DETAIL),
            )
        )
        groups = [
            _group(found, group, features, room, most) for group, features in together.items()
        ]
        return page(title, [head, *groups], _notes(found))

    return drawn(build, ax)


def _group(
    found: _AnyMatch, group: str, features: Sequence[Term], room: float, most: int | None
) -> Block:
    head = placed([(paragraph(headed(group), room, HEAD), 0.0, 0.0)], room, HEAD.size * 1.32 + 4)
    rows = [_feature(found, group, feature, room, most) for feature in features]
    return stacked((head, *rows))


def _feature(found: _AnyMatch, group: str, feature: Term, room: float, most: int | None) -> Block:
    """Set one feature: its sign, its name, what is said of it, its strength, what shows it."""
    is_offered = feature in found.offered
    sign = _sign(group, is_offered=is_offered and feature in found.undecided)
    needs = " or ".join(dict.fromkeys(need.label for need in found.needs[feature]))
    strength = _strength(found, feature) if found.strengths else Block(0, 0)
    shown = ", ".join(one.replace("-", " ") for one in found.offered.get(feature, ()))
    name = stacked((paragraph(headed(feature.label), 150), paragraph(needs, 150, DETAIL)))
    left = 2 * _RADIUS + 8
    aside = left + 150 + (strength.width + 16 if strength.width else 12)
    shown_by = f"shown by: {shown}" if shown else ("offered" if is_offered else "")
    evidence = paragraph(shown_by, max(room - aside, 120), DETAIL, most=most)
    tall = max(name.height, evidence.height) + 9
    places = [
        (sign, 0.0, (tall - sign.height) / 2),
        (name, left, (tall - name.height) / 2),
        (strength, left + 150, (tall - strength.height) / 2),
        (evidence, aside, (tall - evidence.height) / 2),
    ]
    wide = max(room, aside + evidence.width)
    return placed(places, wide, tall, under=(line([(0, tall), (wide, tall)]),))


def _strength(found: _AnyMatch, feature: Term) -> Block:
    """Draw a strength as a bar with its number; an unknown one as an empty frame."""
    strength = found.strengths[feature]
    said = "?" if strength is None else degree(strength)
    wide = _BAR + _ASIDE + max(map(_number, found.strengths.values()))
    frame = rectangle(0, 3, _BAR, 8, fill=PANEL, stroke=RULE)
    bar = rectangle(0, 3, _BAR * (strength or 0), 8, fill=_BLUE)
    number = Words(_BAR + _ASIDE, 10, said, DETAIL)
    return Block(wide, 14, (frame, number) if strength is None else (frame, bar, number))


def _number(strength: float | None) -> float:
    """Measure the room that a strength in digits takes."""
    return _NUMBER if strength is None else max(_NUMBER, width(degree(strength), DETAIL.size))


def _notes(found: _AnyMatch) -> str:
    return small_print(found.support.source, found.caveats)


# --- many cases ---


def matches(found: Mapping[Any, _AnyMatch], *, title: str = "", ax: Axes | None = None) -> Axes:
    """Draw the match of many cases: a row for each case, a column for each feature of support.

    Args:
        found: The name of a case, as it is to be read, to what `matching.match` returned; all
            over the same hypotheses. A key that is no text is written out.
        title: What stands above the picture; nothing if blank.
        ax: The Axes to draw on; None for a new Figure.

    Returns:
        The Axes. For a case placed by degrees a number below a sign says how strongly its place
        calls for the feature.

    Raises:
        FrameworkError: If the matches are over different hypotheses, or it is no mapping of
            matches.

    Source:
        As for `match`. Status: ours.

    >>> from implsupport import matching
    >>> axes = matches({"Night visits": matching.match("political", ["guidance"])})
    >>> "Night visits" in [text.get_text() for text in axes.texts]
    True
    """
    named = results(found, "match", "matches", lambda one: isinstance(one, Match))
    supports = [one.support for _, one in named]
    foreign = dict.fromkeys(one.key for one in supports if one != supports[0])
    if foreign:
        problem = "a match over it cannot stand beside one over {}"
        raise FrameworkError(supports[0].key, tuple(problem.format(repr(one)) for one in foreign))

    rows = [Row(name, tuple(_signs(one))) for name, one in named]
    there = [group for group in _GROUPS if any(_groups(one)[group] for one in found.values())]

    def build(room: float, most: int | None) -> Block:
        if not supports:
            return page(title, [paragraph("No case is given.", room)])
        band = Band("", tuple(headed(feature.label) for feature in terms(supports[0].cols)))
        grid = table([band], rows, room, most)
        words = key(((_sign(group), headed(group)) for group in there), grid.width)
        return page(title, [grid, words], _notes(next(iter(found.values()))))

    return drawn(build, ax, width=900)


def _signs(found: _AnyMatch) -> Iterable[Block]:
    group_of = {
        feature: group for group, features in _groups(found).items() for feature in features
    }
    for feature in terms(found.support.cols):
        group = group_of[feature]
        is_filled = feature in found.offered and feature in found.undecided
        sign = _sign(group, is_offered=is_filled)
        strength = found.strengths.get(feature)
        if strength is None:
            yield sign
        else:
            wide = _number(strength) + 2
            number = paragraph(degree(strength), wide, DETAIL, align="center")
            under = [(sign, wide / 2 - _RADIUS, 0.0), (number, 0.0, 15.0)]
            yield placed(under, wide, 15 + number.height)
