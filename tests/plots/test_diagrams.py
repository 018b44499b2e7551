"""Pictures of graphs."""

import importlib
from typing import Any

import pytest

from implsupport import cases, graphs, success
from implsupport.errors import UnknownTermError
from implsupport.plots.diagrams import hasse, programme

nx: Any = importlib.import_module("networkx")

LOW, HIGH = (
    success.score(dict.fromkeys(success.Criterion, grade))
    for grade in ("relative-failure", "relative-success")
)


def texts(axes: Any) -> list[str]:  # noqa: ANN401 -- matplotlib's types are partial
    """List what a picture says."""
    return [text.get_text() for text in axes.texts]


def height(axes: Any, text: str) -> float:  # noqa: ANN401 -- matplotlib's types are partial
    """Tell how far down a text stands, in pixels from the top."""
    found = next(one for one in axes.texts if one.get_text() == text)
    return float(axes.figure.bbox.height - found.get_window_extent().y0)


def related(*relations: tuple[str, str, str], lanes: str = "") -> Any:  # noqa: ANN401 -- a graph
    """Relate bodies, each of them a letter; those of a lane are of one kind."""
    graph = nx.MultiDiGraph()
    for body in sorted({end for one in relations for end in one[:2]}):
        graph.add_node(body, title=body, kind="lane" if body in lanes else f"of {body}")
    for source, target, kind in relations:
        graph.add_edge(source, target, key=kind, kind=kind)
    return graph


# --- cards ---


def test_a_card_that_stands_above_is_drawn_above() -> None:
    """Joined by a line."""
    axes = hasse(graphs.hasse({"South": LOW, "North": HIGH}))

    assert height(axes, "North") < height(axes, "South")


def test_cases_of_one_profile_share_a_box() -> None:
    """With the profile below their names, once."""
    one = hasse(graphs.hasse({"North": HIGH}))
    two = hasse(graphs.hasse({"North": HIGH, "West": HIGH}))

    assert len(two.patches) == len(one.patches)
    assert {"North", "West"} <= set(texts(two))


def test_cases_have_the_names_given() -> None:
    """Else their keys."""
    found = texts(hasse(graphs.hasse({"a": LOW, "b": HIGH}), titles={"a": "Night visits"}))

    assert "Night visits" in found
    assert "b" in found


def test_keys_that_are_no_text_are_written_out() -> None:
    """A number, and the parts of a subject."""
    keys: Any = {7: LOW, ("x", "policy", None): HIGH}

    assert {"7", "x, policy"} <= set(texts(hasse(graphs.hasse(keys))))


def test_a_row_that_is_too_wide_is_broken() -> None:
    """Cases of which none stands above another may stand anywhere."""
    marks = ["relative-failure", "conflicted-attainment", "relative-success"]
    cards = {
        f"{one}{other}": success.score(
            {"clarity": marks[one], "politics": marks[2 - one], "objectives": gap}, partial=True
        )
        for one in range(3)
        for other, gap in enumerate(("not-stated", "not-assessed", "insufficient-evidence"))
    }
    axes = hasse(graphs.hasse(cards))

    assert len({round(height(axes, case)) for case in cards}) == 2


def test_the_note_says_what_the_signs_of_a_box_stand_for() -> None:
    """In their order."""
    assert "legitimacy, stakeholders, clarity" in " ".join(texts(hasse(graphs.hasse({"a": LOW}))))


def test_without_a_card_the_picture_says_so() -> None:
    """Nothing to put in order."""
    assert texts(hasse(graphs.hasse({}))) == ["No case is given."]


# --- bodies ---


def test_the_sources_programme_is_drawn_with_every_body_and_every_kind_of_relation() -> None:
    """Thirty bodies."""
    study = cases.study()
    found = texts(programme(graphs.programme(study.bodies, study.relations)))
    joined = " ".join(found)

    assert [one.title for one in study.bodies if one.title not in joined] == []
    assert {"accountable to", "member of", "supports", "informs"} <= set(found)


def test_lanes_stand_in_the_order_of_the_graph() -> None:
    """And have the kind of their bodies for a name."""
    axes = programme(related(("a", "b", "informs")))

    assert height(axes, "Of a") < height(axes, "Of b")


@pytest.mark.parametrize(
    ("kind", "upper"),
    [("accountable-to", "b"), ("member-of", "b"), ("supports", "a"), ("informs", "a")],
)
def test_in_a_lane_who_is_answered_to_or_helps_stands_above(kind: str, upper: str) -> None:
    """The target of the first two, the source of the others."""
    axes = programme(related(("a", "b", kind), lanes="ab"))
    higher, lower = sorted("ab", key=lambda body: height(axes, body))

    assert (higher, lower) == ("".join(sorted(upper)), "a" if upper == "b" else "b")


def test_bodies_that_stand_above_one_another_in_a_circle_are_drawn_all_the_same() -> None:
    """The first relation that says who is above decides."""
    axes = programme(related(("a", "b", "supports"), ("b", "a", "supports"), lanes="ab"))

    assert height(axes, "a") < height(axes, "b")


def test_an_arrow_has_its_letter_at_its_source() -> None:
    """Beside the line style and the colour; once more in the key."""
    axes = programme(related(("a", "b", "member-of"), ("b", "a", "informs")))

    assert texts(axes).count("M") == texts(axes).count("In") == 2


def test_the_line_styles_of_the_relations_differ() -> None:
    """Each kind has dashes of its own, or none."""
    kinds = ["accountable-to", "member-of", "supports", "informs"]
    axes: Any = programme(related(*(("a", "b", kind) for kind in kinds)))
    styles = {str(patch.get_linestyle()) for patch in axes.patches if patch.get_edgecolor()[3]}

    assert len(styles) == 4


def test_bodies_of_one_kind_with_the_same_relations_share_a_box() -> None:
    """Their relation is drawn once."""
    axes = programme(related(("a", "c", "informs"), ("b", "c", "informs"), lanes="ab"))

    assert texts(axes).count("In") == 2


def test_bodies_without_a_relation_are_drawn_at_most_nine_in_a_box() -> None:
    """In the lane of their kind, which may not be stated."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(
        (number, {"title": f"Body {number}", "kind": None}) for number in range(10)
    )
    found = texts(programme(graph))

    assert found[:2] == ["Kind not", "stated"]
    assert found.count("Body 9") == 1


def test_a_relation_of_a_body_to_itself_is_told_in_words() -> None:
    """An arrow could not be seen."""
    assert "supports itself" in texts(programme(related(("a", "a", "supports"))))


def test_a_kind_of_relation_that_there_is_not_is_refused() -> None:
    """It has no line style."""
    with pytest.raises(UnknownTermError, match="'hinders' is not a term of RelationKind"):
        programme(related(("a", "b", "hinders")))


def test_without_a_body_the_picture_says_so() -> None:
    """Nothing to relate."""
    assert texts(programme(nx.MultiDiGraph())) == ["No body is given."]
