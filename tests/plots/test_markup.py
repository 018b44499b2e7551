"""Pictures as fragments of SVG."""

import importlib
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from matplotlib.axes import Axes

from implsupport.errors import FrameworkError
from implsupport.plots.markup import svg

figures: Any = importlib.import_module("matplotlib.figure")


def plain() -> Any:  # noqa: ANN401 -- matplotlib's types are partial
    """Give Axes without a frame."""
    axes = figures.Figure(figsize=(2, 1)).add_axes((0, 0, 1, 1))
    axes.set_axis_off()
    return axes


def framed() -> Axes:
    """Give Axes of a user's own, with clipped lines, markers, an image and several fonts."""
    axes = figures.Figure().add_subplot()
    axes.plot([0, 1, 2], [2, 0, 1], marker="o", linestyle=":")
    axes.imshow([[0, 1], [1, 0]])
    axes.text(0, 0, "serif", family="serif", style="italic", weight="bold", rotation=30)
    axes.text(1, 1, "turned", family="DejaVu Sans", style="italic", weight="bold", alpha=0.5)
    found: Axes = axes
    return found


def parsed(text: str) -> ET.Element:
    """Parse it as XML."""
    return ET.fromstring(text)  # noqa: S314 -- our own


def ids(text: str) -> list[str]:
    """List the ids."""
    return [one.attrib["id"] for one in parsed(text).iter() if "id" in one.attrib]


def test_a_picture_is_an_image_with_a_name() -> None:
    """Its title, then its description."""
    root = parsed(svg(plain(), title="Places", description="One is high.", prefix="a"))

    assert (root.attrib["role"], root.attrib["aria-labelledby"]) == ("img", "a-title a-desc")
    assert [one.text for one in root[:2]] == ["Places", "One is high."]


def test_without_a_description_the_title_alone_names_it() -> None:
    """Nothing refers to what is not there."""
    root = parsed(svg(plain(), title="Places"))

    assert root.attrib["aria-labelledby"] == "picture-title"
    assert [one.tag.rpartition("}")[2] for one in root].count("desc") == 0


def test_a_picture_is_a_fragment() -> None:
    """No prolog, no document type, no comment, no date, no style, no script."""
    found = svg(framed(), title="Places")

    assert found.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert [
        word for word in ("<?", "<!", "<metadata", " style=", "script", "xlink") if word in found
    ] == []


def test_every_id_begins_with_the_prefix() -> None:
    """So that two pictures of a page have no id in common."""
    found = ids(svg(framed(), title="Places", prefix="first"))

    assert len(found) > 3
    assert [one for one in found if not one.startswith("first-")] == []
    assert set(found) & set(ids(svg(framed(), title="Places", prefix="second"))) == set()


def test_every_reference_leads_to_an_id() -> None:
    """Clips, markers and images."""
    found = svg(framed(), title="Places", prefix="a")
    asked = [part.partition('"')[0].partition(")")[0] for part in found.split("#a-")[1:]]

    assert len(asked) > 3
    assert {f"a-{one}" for one in asked} <= set(ids(found))


def test_the_same_figure_gives_the_same_text() -> None:
    """Byte for byte."""
    assert svg(framed(), title="Places") == svg(framed(), title="Places")


def test_text_stays_text_in_fonts_to_fall_back_on() -> None:
    """Another font of a user's own stays."""
    found = {one.text: one.attrib for one in parsed(svg(framed(), title="Places")).iter()}

    assert "font-family" not in found["turned"]
    assert found["turned"]["font-weight"] == "700"
    assert found["turned"]["font-style"] == "italic"
    assert "serif" in found["serif"]["font-family"]


def test_a_letter_that_the_font_lacks_is_no_warning() -> None:
    """A reader's own font may have it."""
    axes = plain()
    axes.text(0, 0, "漢")

    assert "漢" in svg(axes, title="Places")


def test_numbers_are_rounded_to_hundredths() -> None:
    """Of a point: less to send, and nothing to see."""
    axes = plain()
    axes.plot([1 / 3, 2 / 3], [1 / 7, 3 / 7], clip_on=False)
    path = next(one for one in parsed(svg(axes, title="Places")).iter() if "stroke" in one.attrib)

    assert max(len(word.partition(".")[2]) for word in path.attrib["d"].split()) == 2


@pytest.mark.parametrize("prefix", ["", "a b", "Ab", 'a"b', "a_b"])
def test_a_prefix_that_cannot_begin_an_id_is_refused(prefix: str) -> None:
    """It would break what refers to it."""
    with pytest.raises(FrameworkError, match="cannot begin an id; give a word in kebab-case"):
        svg(plain(), title="Places", prefix=prefix)


def test_a_picture_without_a_title_is_refused() -> None:
    """It says nothing to those who do not see it."""
    with pytest.raises(FrameworkError, match="a picture without a title says nothing"):
        svg(plain(), title=" ")
