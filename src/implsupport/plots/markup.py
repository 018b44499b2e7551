"""A picture as a fragment of SVG, to stand in a page of HTML.

Text stays text, with generic fonts to fall back on: it can be searched, selected and read at any
size, in letters that DejaVu Sans lacks, and the fragment stays small. It is laid out for a wide
font, so that in another it takes less room, not more.
"""

import io
import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, Final
from xml.etree import ElementTree as ET

from matplotlib.axes import Axes

from implsupport.errors import FrameworkError, shown
from implsupport.plots.lettering import FAMILY, tidy
from implsupport.terms import is_key

__all__ = ["svg"]

_MATPLOTLIB: Final[Any] = import_module("matplotlib")  # its types name every setting
_SVG: Final = "{http://www.w3.org/2000/svg}"
_XLINK: Final = "{http://www.w3.org/1999/xlink}"
_OURS: Final = f"'{FAMILY}'"
_LOOK: Final = {
    "font-family": f"{_OURS}, Verdana, 'Noto Sans', sans-serif",
    "stroke-linejoin": "round",
    "stroke-linecap": "butt",
}
_DROPPED: Final = frozenset({"metadata", "style"})
_LENGTHS: Final = frozenset({"d", "x", "y", "width", "height", "viewBox"})
_LONG: Final = re.compile(r"-?[0-9]+\.[0-9]+(e-?[0-9]+)?")
_REFERENCE: Final = re.compile(r"(^#|url\(#)([^)]+)(\)|$)")
_NO_TURN: Final = "rotate(-0 "
_SETTINGS: Final[Any] = {
    "path.effects": [],
    "path.sketch": None,
    "savefig.bbox": None,
    "savefig.facecolor": "auto",
    "savefig.edgecolor": "auto",
    "savefig.transparent": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "implsupport",
    "svg.id": None,
    "svg.image_inline": True,
}


def svg(axes: Axes, *, title: str, description: str = "", prefix: str = "picture") -> str:
    r"""Write the figure of some Axes as a fragment of SVG.

    The fragment has no prolog, no document type, no date, no script and no style sheet: how
    things look is said by attributes, which a strict content security policy allows. The same
    figure gives the same text.

    Args:
        axes: What a function of this package returned, or any Axes.
        title: What the picture is called, for those who do not see it.
        description: What it shows, for them.
        prefix: What every id begins with, in kebab-case: another one for each picture of a page.

    Returns:
        One *svg* element with the role *img*, named by its title and description.

    Raises:
        FrameworkError: If the prefix is not in kebab-case, or the title is blank.

    Source:
        This library. Status: ours.

    >>> from implsupport import plots, success
    >>> axes = plots.summary({"North": success.score({}, partial=True)})
    >>> picture = svg(axes, title="One & only case", prefix="summary")
    >>> picture[:19], '<title id="summary-title">One &amp; only case</title>' in picture
    ('<svg xmlns="http://', True)
    """
    _require_names(title, prefix)
    root = ET.fromstring(_written(axes))  # noqa: S314 -- what matplotlib has just written
    names = _ids(root, prefix)
    _clean(root, names)
    _name(root, title, description, prefix)
    return ET.tostring(root, encoding="unicode")


def _require_names(title: str, prefix: str) -> None:
    problems: list[str] = []
    if not tidy(title):
        problems.append("a picture without a title says nothing to those who do not see it")
    if not is_key(prefix):
        problems.append(f"{shown(prefix)} cannot begin an id; give a word in kebab-case")
    if problems:
        raise FrameworkError("svg", tuple(problems))


def _written(axes: Axes) -> str:
    """Let matplotlib write the figure, whatever the settings are outside."""
    figure: Any = axes.get_figure(root=True)
    out = io.StringIO()
    with _MATPLOTLIB.rc_context(_SETTINGS), warnings.catch_warnings():
        # A reader's font may have the letters that DejaVu Sans lacks.
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        metadata = {"Creator": None, "Date": None, "Format": None, "Type": None}
        figure.savefig(out, format="svg", metadata=metadata)
    return out.getvalue()


def _ids(root: ET.Element, prefix: str) -> dict[str, str]:
    """Number the ids that something refers to, in the order in which they come."""
    asked = {name for one in root.iter() for name in _references(one)}
    given = (one.get("id") for one in root.iter())
    there = [name for name in given if name in asked]
    return {name: f"{prefix}-{number}" for number, name in enumerate(there, 1)}


def _references(element: ET.Element) -> Iterator[str]:
    for value in element.attrib.values():
        yield from (found[2] for found in _REFERENCE.finditer(value))


def _clean(element: ET.Element, names: Mapping[str, str]) -> None:
    """Say styles as attributes, and take namespaces, style sheets and idle groups away."""
    element.tag = element.tag.removeprefix(_SVG)
    attributes = dict(_attributes(element, names))
    element.attrib.clear()
    element.attrib.update(attributes)
    for child in element:
        _clean(child, names)
    element[:] = [one for child in element for one in _kept(child)]
    element.tail = None
    if element.tag != "text":
        element.text = None


def _kept(child: ET.Element) -> Iterable[ET.Element]:
    if child.tag in _DROPPED or (child.tag == "defs" and not len(child)):
        return ()
    return child if child.tag == "g" and not child.attrib else (child,)


def _attributes(element: ET.Element, names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name == "style":
            yield from _declarations(value, names)
        elif name in _LENGTHS:
            yield name, _LONG.sub(_rounded, value).strip()
        elif name != "id" and not value.startswith(_NO_TURN):
            yield name.removeprefix(_XLINK), _renamed(value, names)
        elif value in names:
            yield name, names[value]


def _rounded(found: re.Match[str]) -> str:
    """Keep hundredths of a point."""
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def _declarations(style: str, names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Say the declarations of a style as attributes of their own."""
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name and not value.startswith(_OURS):
            yield name, _renamed(value, names)


def _renamed(value: str, names: Mapping[str, str]) -> str:
    """Give what an attribute refers to its new id; a colour is no id."""
    return _REFERENCE.sub(lambda found: found[1] + names.get(found[2], found[2]) + found[3], value)


def _name(root: ET.Element, title: str, description: str, prefix: str) -> None:
    """Make it an image with a name, of one look in every page."""
    given = (("title", tidy(title)), ("desc", tidy(description)))
    told = {f"{prefix}-{tag}": (tag, text) for tag, text in given if text}
    size = {name: root.attrib[name] for name in ("width", "height", "viewBox")}
    root.attrib.clear()
    root.attrib.update({"xmlns": _SVG[1:-1], **size, **_LOOK})
    root.attrib.update({"role": "img", "aria-labelledby": " ".join(told)})
    for place, (name, (tag, text)) in enumerate(told.items()):
        child = ET.Element(tag, {"id": name})
        child.text = text
        root.insert(place, child)
