"""The Multiple Governance Framework, as the Every Child Matters study prints it."""

import attrs
import pytest

from implsupport.errors import IncompleteError, UnknownTermError
from implsupport.frameworks.governance import GOVERNANCE, ActivityType, Level, Locus, place
from implsupport.terms import Scale, Term

# Table 1: locus, level, what the cell prints.
TABLE_1 = [
    ("system", "constitutive", "[Institutional design]"),
    ("system", "directive", "[General rule setting]"),
    ("system", "operational", "[Managing trajectories]"),
    ("organisation", "constitutive", "[Designing contextual relations]"),
    ("organisation", "directive", "[Context maintenance]"),
    ("organisation", "operational", "[Managing relations]"),
    ("individual", "constitutive", "[Developing professional norms]"),
    ("individual", "directive", "[Situation-bound rule application]"),
    ("individual", "operational", "[Managing contacts]"),
]


@attrs.frozen
class Activity:
    """Something that somebody does, or a factor that is no activity."""

    key: str
    cells: tuple[tuple[str, str], ...]
    layers: tuple[str, ...] = ()


BOARD = Activity(
    "board",
    (("organisation", "constitutive"), ("organisation", "operational")),
    ("national", "local"),
)
NORMS = Activity("norms", (("individual", "constitutive"),), ("local",))
LEADERSHIP = Activity("leadership", ())


@pytest.mark.parametrize(("locus", "level", "printed"), TABLE_1)
def test_the_grid_agrees_with_the_printed_table(locus: str, level: str, printed: str) -> None:
    """Every Child Matters study, Table 1: nine cells, each in square brackets."""
    assert GOVERNANCE[locus, level].printed == printed


def test_each_type_of_activity_has_one_cell() -> None:
    """Every Child Matters study, Table 1."""
    assert [activity_type for _, activity_type in GOVERNANCE.items()] == list(ActivityType)


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        (Locus.SYSTEM, "System"),
        (Locus.ORGANISATION, "Organizational"),
        (Locus.INDIVIDUAL, "Individual"),
        (Level.CONSTITUTIVE, "Constitutive"),
        (Level.DIRECTIVE, "Directive"),
        (Level.OPERATIONAL, "Operational"),
    ],
)
def test_loci_and_levels_have_their_printed_headings(term: Term, printed: str) -> None:
    """Every Child Matters study, Table 1; the study's spelling is kept in the heading alone."""
    assert term.printed == printed


@pytest.mark.parametrize(
    ("level", "gloss"),
    [
        (Level.CONSTITUTIVE, "structures/ institutions"),
        (Level.DIRECTIVE, "content/ substance"),
        (Level.OPERATIONAL, "managing of policy"),
    ],
)
def test_a_level_has_the_gloss_printed_under_its_heading(level: Level, gloss: str) -> None:
    """Every Child Matters study, Table 1."""
    assert level.gloss == gloss


@pytest.mark.parametrize("vocabulary", [Locus, Level, ActivityType])
def test_the_grid_has_no_sequence(vocabulary: type[Term]) -> None:
    """The study warns against reading one into it: no vocabulary of the grid has an order."""
    assert not issubclass(vocabulary, Scale)


@pytest.mark.parametrize(
    "word", ["sequence", "constitutive from directive", "layers", "set design", "empty cell"]
)
def test_the_caveats_of_the_study_go_with_the_grid(word: str) -> None:
    """Every Child Matters study: what it warns of, and what it leaves open."""
    assert any(word in caveat for caveat in GOVERNANCE.caveats)


def test_activities_are_placed_with_empty_cells_and_what_has_none() -> None:
    """Layers lie across the grid: an activity spans several of them and several cells."""
    placement = place([BOARD, LEADERSHIP, NORMS])

    assert placement.grid is GOVERNANCE
    assert placement.cells[Locus.ORGANISATION, Level.OPERATIONAL] == ("board",)
    assert placement.layers[Locus.ORGANISATION, Level.CONSTITUTIVE] == ("national", "local")
    assert list(placement.several) == ["board"]
    assert placement.unplaced == ("leadership",)
    assert [(locus.key, level.key) for locus, level in placement.empty] == [
        ("system", "constitutive"),
        ("system", "directive"),
        ("system", "operational"),
        ("organisation", "directive"),
        ("individual", "directive"),
        ("individual", "operational"),
    ]


def test_a_cell_with_locus_and_level_swapped_is_refused() -> None:
    """The pair is locus first; no word belongs to both."""
    with pytest.raises(UnknownTermError) as caught:
        place([Activity("board", (("constitutive", "system"),))])

    assert caught.value.given == "'constitutive'"
    assert str(caught.value).endswith(
        "'constitutive' is not a term of Locus; expected one of 'system', 'organisation', "
        "'individual'; these look swapped; also: 'system' is not a term of Level; expected one of "
        "'constitutive', 'directive', 'operational'"
    )


def test_an_activity_given_twice_is_refused() -> None:
    """A cell names its activities by key."""
    with pytest.raises(IncompleteError) as caught:
        place([NORMS, NORMS])

    assert str(caught.value) == "'norms' given twice to 'governance'; keep one of each"
