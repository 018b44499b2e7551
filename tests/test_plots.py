"""The pictures together: what each keeps, whatever it is given and wherever it is drawn."""

import importlib
import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Mapping
from itertools import combinations, cycle
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias
from xml.etree import ElementTree as ET

import pytest
from matplotlib.axes import Axes

from implsupport import governance, graphs, matching, matland, plots, success, trajectories
from implsupport.errors import MissingExtraError
from implsupport.readings import Placement, Scorecard
from implsupport.records import Activity, Position, SupportApproach
from implsupport.terms import Gap
from implsupport.vocabulary import RelationKind, SupportFeature, SupportModel

# Its own types leave the arguments of most functions open.
nx: Any = importlib.import_module("networkx")
mpl: Any = importlib.import_module("matplotlib")
backend: Any = importlib.import_module("matplotlib.backends.backend_agg")
compare: Any = importlib.import_module("matplotlib.testing.compare")
figures: Any = importlib.import_module("matplotlib.figure")

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parent
KEPT: Final = HERE / "plots" / "kept"

Names: TypeAlias = list[str]


class Given(NamedTuple):
    """Cases to draw."""

    names: Names
    gaps: bool = False  # whether none is judged


Picture: TypeAlias = Callable[[Given, Axes | None], Axes]

LONG: Final = (
    "A programme whose name goes on to say what it is for, where it is done, by whom and since "
    "when, and never comes to a stop"
)


def names(count: int) -> Names:
    """Name cases, each in 120 characters."""
    return [f"{number} {LONG}"[:120] for number in range(count)]


# --- what is drawn: for each name a case, judged or with gaps only ---


def cards(given: Given) -> Mapping[str, Scorecard[Any, Any]]:
    """Score a programme for each name."""
    judged = [*success.Attainment, *success.Attainment, *Gap]
    turn = cycle(Gap if given.gaps else judged)
    return {
        name: success.score({row: next(turn) for row in success.Criterion}) for name in given.names
    }


def readings(given: Given) -> Mapping[str, Any]:
    """Place a case for each name: by grade, by degree, and with one axis or both open."""
    unknown = [
        matland.locate(ambiguity=None, conflict=0.3),
        matland.locate(ambiguity=None, conflict=None),
    ]
    told = [
        matland.classify(ambiguity="high", conflict="low"),
        matland.locate(ambiguity=0.7, conflict=0.3),
        matland.locate(ambiguity=0.5, conflict=0.125),
    ]
    turn = cycle(unknown if given.gaps else [*told, *unknown])
    return {name: next(turn) for name in given.names}


def paths(given: Given) -> Mapping[str, trajectories.Trajectory]:
    """Move a policy for each name."""
    marks = ["low", "high", "high", "not-stated", "low"]
    turn = cycle(["not-stated"] if given.gaps else marks)
    positions = [
        Position.model_validate(
            {
                "policy": f"case-{n:03}",
                "step": step,
                "ambiguity": next(turn),
                "conflict": next(turn),
            }
        )
        for n in range(len(given.names))
        for step in (1, 2, 3)
    ]
    return dict(zip(given.names, trajectories.trace(positions), strict=True))


def placement(given: Given) -> Placement[Any, Any, Any]:
    """Place an activity for each name, every third in no cell."""
    loci = cycle(["system", "individual"])
    return governance.place(
        Activity.model_validate(
            {
                "key": f"activity-{number}",
                "title": "An activity",
                "policy": "case",
                "cells": [] if given.gaps else _cells(number, next(loci)),
                "layers": ["national", "local"],
            }
        )
        for number in range(len(given.names))
    )


def _cells(number: int, locus: str) -> list[tuple[str, str]]:
    return [(locus, level) for level in ("constitutive", "operational")][: number % 3]


def approaches(given: Given) -> list[SupportApproach]:
    """Describe an approach for each name, and for as many cases."""
    turn = cycle(["no", "in-part", "yes"])
    return [
        SupportApproach.model_validate(
            {
                "key": f"approach-{number}",
                "title": name,
                "theme": f"theme-{number % 3}",
                "exhibited_in": [] if given.gaps else [f"case-{number}"],
                "models": {} if given.gaps else {model.key: next(turn) for model in SupportModel},
            }
        )
        for number, name in enumerate(given.names)
    ]


def matches(given: Given) -> Mapping[str, matching.Match[Any, Any]]:
    """Match support for each name."""
    offered: Any = {} if given.gaps else {"guidance": [LONG], "capacity-building": ["training"]}
    return {name: matching.match(place, offered) for name, place in readings(given).items()}


def programme(given: Given) -> Any:  # noqa: ANN401 -- networkx gives no type arguments
    """Make a body for each name, and relate most of them to others."""
    kinds, relation = cycle(["centre", "region", None, "locality"]), cycle(RelationKind)
    count = len(given.names)
    graph = nx.MultiDiGraph()
    for number, name in enumerate(given.names):
        graph.add_node(number, title=name, kind=next(kinds))
    for number in range(0 if given.gaps else count):
        for step in (2, 3)[: number % 3]:
            graph.add_edge(number, (number * step + 1) % count, kind=next(relation).key)
    return graph


def titles(given: Names, of: str) -> dict[str, str]:
    """Map keys to the names."""
    return {f"{of}-{number}": name for number, name in enumerate(given)}


def _match(given: Given, ax: Axes | None) -> Axes:
    found = matches(given) or matches(Given(["One"]))
    return plots.match(next(iter(found.values())), title=next(iter(found)), ax=ax)


def _governance(given: Given, ax: Axes | None) -> Axes:
    names = titles(given.names, "activity")
    return plots.governance(placement(given), titles=names, title="Who acts where", ax=ax)


def _approaches(given: Given, ax: Axes | None) -> Axes:
    columns = titles(given.names, "case")
    return plots.approaches(approaches(given), cases=columns, title="Which approach", ax=ax)


PICTURES: Final[dict[str, Picture]] = {
    "positions": lambda given, ax: plots.positions(readings(given), title="Places", ax=ax),
    "moves": lambda given, ax: plots.moves(paths(given), title="Moves", ax=ax),
    "traffic-lights": lambda given, ax: plots.traffic_lights(cards(given), title="How", ax=ax),
    "summary": lambda given, ax: plots.summary(cards(given), title="How often", ax=ax),
    "governance": _governance,
    "approaches": _approaches,
    "match": _match,
    "matches": lambda given, ax: plots.matches(matches(given), title="Support", ax=ax),
    "hasse": lambda given, ax: plots.hasse(graphs.hasse(cards(given)), title="Above", ax=ax),
    "programme": lambda given, ax: plots.programme(programme(given), title="Related", ax=ax),
}


# --- text fits ---


def small() -> Axes:
    """Give a figure of four by three inches."""
    axes: Axes = figures.Figure(figsize=(4, 3), dpi=300).add_axes((0, 0, 1, 1))
    return axes


def boxes(axes: Axes) -> list[tuple[float, float, float, float]]:
    """Measure every text, in pixels, less a pixel on each side."""
    renderer = backend.RendererAgg(1, 1, axes.figure.dpi)
    found = [text.get_window_extent(renderer) for text in axes.texts]
    return [(box.x0 + 1, box.y0 + 1, box.x1 - 1, box.y1 - 1) for box in found]


def overlapping(axes: Axes) -> list[tuple[str, str]]:
    """List the pairs of texts that overlap."""
    texts = [text.get_text() for text in axes.texts]
    pairs = combinations(sorted(zip(boxes(axes), texts, strict=True)), 2)
    return [
        (one, other)
        for (first, one), (second, other) in pairs
        if second[0] < first[2] and first[1] < second[3] and second[1] < first[3]
    ]


def outside(axes: Axes) -> list[str]:
    """List the texts that leave the figure."""
    wide, tall = axes.figure.bbox.width, axes.figure.bbox.height
    pairs = zip(boxes(axes), axes.texts, strict=True)
    return [
        text.get_text()
        for box, text in pairs
        if box[0] < 0 or box[1] < 0 or box[2] > wide or box[3] > tall
    ]


SIZES: Final[dict[str, Callable[[], Axes | None]]] = {"as-needed": lambda: None, "small": small}
GIVEN: Final = {
    "none": Given([]),
    "one": Given(names(1)),
    "fifteen": Given(names(15)),
    "fifty": Given(names(50)),
    "gaps": Given(names(15), gaps=True),
}


@pytest.mark.long
@pytest.mark.parametrize("size", list(SIZES))
@pytest.mark.parametrize("given", list(GIVEN))
@pytest.mark.parametrize("name", list(PICTURES))
def test_no_text_overlaps_another_or_leaves_the_figure(name: str, given: str, size: str) -> None:
    """With no case, one, fifteen and fifty with names of 120 characters, and gaps only."""
    axes = PICTURES[name](GIVEN[given], SIZES[size]())

    assert overlapping(axes) == []
    assert outside(axes) == []


@pytest.mark.parametrize("name", list(PICTURES))
def test_an_empty_picture_still_says_something(name: str) -> None:
    """Its title, and that there is no case or what there would be."""
    assert len(PICTURES[name](Given([]), None).texts) > 1


# --- pictures that are kept ---

FOUR: Final = Given(["Night visits", "Lantern Act", "River wardens", "Quiet streets"])


def drawn(name: str, file: Path) -> None:
    """Draw a picture of four cases as pixels, without its text.

    Each release of matplotlib fits letters to pixels in its own way; where text stands is told
    by the SVG.
    """
    axes = PICTURES[name](FOUR, None)
    for text in axes.texts:
        text.set_visible(False)
    figure: Any = axes.figure
    figure.savefig(file, dpi=72)


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_picture_looks_like_the_one_that_is_kept(name: str, tmp_path: Path) -> None:
    """In colours, signs and lines; `python tests/test_plots.py` keeps it anew."""
    file = tmp_path / f"{name}.png"
    drawn(name, file)

    assert compare.compare_images(str(KEPT / file.name), str(file), tol=1) is None


def told(svg: str) -> list[tuple[str | None, ...]]:
    """List the elements of an SVG, those of text with what they say and where."""
    elements = ET.fromstring(svg).iter()  # noqa: S314 -- our own
    return [(one.tag, one.text, one.get("x"), one.get("y")) for one in elements]


def test_the_pictures_of_the_documentation_are_those_of_the_example(tmp_path: Path) -> None:
    """`python examples/draw_pictures.py docs/pictures` writes them."""
    runpy.run_path(str(ROOT / "examples" / "draw_pictures.py"))["main"](tmp_path)
    found = {file.name: told(file.read_text("utf-8")) for file in tmp_path.iterdir()}
    shown = (ROOT / "docs" / "pictures").glob("*.svg")
    kept = {file.name: told(file.read_text("utf-8")) for file in shown}

    assert found == kept


# --- hostile names ---

HOSTILE: Final = [
    "<script>alert(1)</script>",
    "</text><script>alert(2)</script><text>",
    "</svg><img src=x onerror=alert(3)>",
    "<svg onload=alert(4)>",
    "<foreignObject><body onload=alert(5)></foreignObject>",
    "<a xlink:href='javascript:alert(6)'>x</a>",
    "<image href='http://example.org/a.png'/>",
    "<use href='data:image/svg+xml;base64,AAAA'/>",
    "<style>*{display:none}</style>",
    "<animate attributeName='href' values='javascript:alert(7)'/>",
    "<!-- comment -->",
    "--><script>alert(8)</script><!--",
    "<![CDATA[<script>alert(9)</script>]]>",
    "]]>",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]>",
    "<?xml version='1.0'?><?xml-stylesheet href='a.css'?>",
    "&lt;script&gt;alert(10)&lt;/script&gt;",
    "&amp;lt;b&amp;gt;",
    "&#60;b&#62; &#x3C;i&#x3E;",
    "&undefined; & &&",
    '" onmouseover="alert(11)',
    "' onfocus='alert(12)",
    "`onclick=alert(13)`",
    'style="background:url(javascript:alert(14))"',
    "{{ 7 * 7 }}",
    "{% include '/etc/passwd' %}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "$x^2$ and $\\frac{1}{2}$",
    "$\\input{/etc/passwd}$",
    "\\$ \\alpha \\textbf{x} %",
    "$unbalanced",
    "[link](javascript:alert(15))",
    "![image](http://example.org/a.png)",
    "| a | b |\n|---|---|\n| c | d |",
    "\x1b[31mred\x1b[0m",
    "\x00\x08\x0b\x7f\x85",
    "\u202eesrever\u2066x\u2069",
    "\ud800 lone \udfff",
    "\ufffe\uffff\U0001fffe",
    "url(#clip) #picture-1 _underscore_ ^hat^",
]
ELEMENTS: Final = {"svg", "title", "desc", "path", "text"}
ATTRIBUTES: Final = {
    "aria-labelledby", "d", "fill", "font-family", "font-size", "font-style", "font-weight",
    "height", "id", "role", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-width", "text-anchor", "transform", "viewBox", "width", "x", "y",
}  # fmt: skip


def bare(text: str) -> str:
    """Take blanks away, and put the sign for what cannot be shown where that was."""
    shown = "".join(text.replace("-", " ").split())  # keys are shown with blanks for hyphens
    unfit = "\x1b\x00\x08\x7f\u202e\u2066\u2069\ud800\udfff\ufffe\uffff\U0001fffe"
    return shown.translate({ord(one): "\N{REPLACEMENT CHARACTER}" for one in unfit})


HOSTILE_PICTURES: Final[dict[str, Callable[[Given], Axes]]] = {
    "positions": lambda given: plots.positions(readings(given)),
    "moves": lambda given: plots.moves(paths(given)),
    "traffic-lights": lambda given: plots.traffic_lights(cards(given)),
    "governance": lambda given: _governance(given, None),
    "approaches": lambda given: plots.approaches(
        approaches(Given(["x"] * len(HOSTILE))), cases=titles(given.names, "case")
    ),
    "evidence": lambda given: plots.match(
        matching.match(
            "political",
            {term.key: given.names[place::9] for place, term in enumerate(SupportFeature)},
        )
    ),
    "matches": lambda given: plots.matches(matches(given)),
    "hasse": lambda given: plots.hasse(graphs.hasse(cards(given))),
    "hasse-titles": lambda given: plots.hasse(
        graphs.hasse(cards(Given(list(titles(given.names, "case"))))),
        titles=titles(given.names, "case"),
    ),
    "programme": lambda given: plots.programme(programme(given)),
}


@pytest.mark.parametrize("name", list(HOSTILE_PICTURES))
def test_hostile_names_are_text_and_nothing_else(name: str) -> None:
    """Parsed back, the picture has no element and no attribute that it has not anyway."""
    svg = plots.svg(HOSTILE_PICTURES[name](Given(HOSTILE)), title="Cases")
    elements = list(ET.fromstring(svg).iter())  # noqa: S314 -- our own
    inside = "".join(bare(one.text or "") for one in elements)

    assert {one.tag.rpartition("}")[2] for one in elements} <= ELEMENTS
    assert {attribute for one in elements for attribute in one.attrib} <= ATTRIBUTES
    assert [one for one in HOSTILE if bare(one) not in inside] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_title_and_description_are_text_and_nothing_else(text: str) -> None:
    """Above the picture, and for those who do not see it."""
    axes = plots.summary({}, title=f"x {text}")
    svg = plots.svg(axes, title=f"x {text}", description=f"x {text}")
    elements = list(ET.fromstring(svg).iter())  # noqa: S314 -- our own

    assert [one.tag.rpartition("}")[2] for one in elements] == [
        "svg", "title", "desc", "path", "text", "text"
    ]  # fmt: skip
    assert [bare(one.text or "") for one in elements][1:5:3] == [bare(f"x {text}")] * 2


# --- pure and the same ---

EACH = """
import sys
from implsupport import governance, plots, success
card = success.score({}, partial=True)
axes = plots.traffic_lights({"a": card, "b": card})
sys.stdout.write(plots.svg(axes, title="Cards"))
assert "matplotlib.pyplot" not in sys.modules
"""


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_same_input_gives_the_same_picture_in_every_process(seed: str) -> None:
    """Whatever the hash seed; and pyplot, with what it keeps open, is never loaded."""
    command = [sys.executable, "-c", EACH]
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": seed},
    )
    card = success.score({}, partial=True)
    here = plots.svg(plots.traffic_lights({"a": card, "b": card}), title="Cards")

    assert done.stdout == here


SETTINGS: Final = {
    "axes.facecolor": "black",
    "figure.autolayout": True,
    "figure.dpi": 300,
    "figure.facecolor": "red",
    "font.family": "serif",
    "font.size": 30,
    "savefig.bbox": "tight",
    "savefig.transparent": True,
    "svg.fonttype": "path",
    "text.color": "red",
    "text.usetex": True,
}


@pytest.mark.parametrize("name", list(PICTURES))
def test_settings_change_no_picture_and_no_picture_changes_settings(name: str) -> None:
    """Text is neither mathematics nor TeX, whatever the settings."""
    plain = plots.svg(PICTURES[name](FOUR, None), title="Cases")
    with mpl.rc_context(SETTINGS):
        before = dict(mpl.rcParams)
        other = plots.svg(PICTURES[name](FOUR, None), title="Cases")
        after = dict(mpl.rcParams)

    assert other == plain
    assert after == before


@pytest.mark.parametrize("name", list(PICTURES))
def test_a_picture_is_drawn_on_the_axes_given(name: str) -> None:
    """They come back, with their frame off."""
    axes = small()

    assert PICTURES[name](FOUR, axes) is axes
    assert axes.axison is False


# --- without matplotlib ---

HIDDEN = """
import sys
sys.modules["matplotlib"] = None
try:
    import implsupport.plots.cards
except ImportError as error:
    print(error)
"""
SENTENCE = (
    "implsupport.plots needs matplotlib, which is not installed; "
    'install it with: pip install "implsupport[plot]"'
)


def test_without_matplotlib_the_error_says_what_to_type() -> None:
    """In an interpreter that does not find it, whichever module is asked for."""
    command = [sys.executable, "-c", HIDDEN]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout

    assert said.strip() == SENTENCE


def test_the_error_is_one_of_this_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its facts, and what Python said is its cause."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)  # as Python marks what is not there

    with pytest.raises(MissingExtraError) as caught:
        runpy.run_path(plots.__file__)

    assert (caught.value.library, caught.value.extra) == ("matplotlib", "plot")
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)


if __name__ == "__main__":
    KEPT.mkdir(exist_ok=True)
    for each in PICTURES:
        drawn(each, KEPT / f"{each}.png")
