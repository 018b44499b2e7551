"""Two vocabularies crossed, something in every cell; and the three ways of reading."""

import pickle
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import attrs
import pytest

from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Scale, Term

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""


class Season(Term):
    """The rows."""

    WET = "wet", "it rains"
    DRY = "dry", "it does not"


class Ground(Term):
    """The columns."""

    HILL = "hill", "steep"
    PLAIN = "plain", "flat"


class Crop(Term):
    """What stands in the cells."""

    TEA = "tea", "a shrub"
    RICE = "rice", "a grass"
    VINES = "vines", "a climber"
    WHEAT = "wheat", "a grass too"


class Yield(Scale):
    """Columns in order."""

    POOR = "poor", "little"
    GOOD = "good", "much"


class Lone(Scale):
    """A scale with nothing to tell apart."""

    ONLY = "only", "whatever it is"


Given = Mapping[Any, Sequence[Any]]

CROPS: Given = {Season.WET: (Crop.TEA, Crop.RICE), Season.DRY: (Crop.VINES, Crop.WHEAT)}
TEXTS: Given = {Season.WET: ("tea", "rice"), Season.DRY: ("vines", "wheat")}


def matrix(cells: Given = CROPS, **parts: Wrong) -> Matrix[Season, Ground, Any]:
    """Cross seasons with grounds."""
    return Matrix(key="crops", title="Crops", rows=Season, cols=Ground, cells=cells, **parts)


def typology(cells: Given = CROPS) -> Typology[Season, Ground, Any]:
    """Cross seasons with grounds to read one cell."""
    return Typology(key="crops", title="Crops", rows=Season, cols=Ground, cells=cells)


def grid(cells: Given = CROPS) -> Grid[Season, Ground, Any]:
    """Cross seasons with grounds to read any number of cells."""
    return Grid(key="crops", title="Crops", rows=Season, cols=Ground, cells=cells)


def rubric(cols: type[Any], cells: Given = TEXTS) -> Rubric[Season, Any, Any]:
    """Cross seasons with columns to read one cell in each row."""
    return Rubric(key="crops", title="Crops", rows=Season, cols=cols, cells=cells)


# --- reading ---


@pytest.mark.parametrize("row", [Season.DRY, "dry", "Dry"])
@pytest.mark.parametrize("col", [Ground.PLAIN, "plain", " PLAIN "])
def test_a_cell_is_read_by_terms_keys_or_labels(row: Season | str, col: Ground | str) -> None:
    """Whatever names the row and the column, the cell is the same."""
    assert matrix()[row, col] is Crop.WHEAT


def test_a_row_maps_the_columns_to_their_cells() -> None:
    """In the order of the columns, and it cannot be changed."""
    row = matrix().row("dry")

    assert list(row.items()) == [(Ground.HILL, Crop.VINES), (Ground.PLAIN, Crop.WHEAT)]
    assert isinstance(row, FrozenMap)


def test_the_cells_are_listed_row_by_row_whatever_order_they_were_given_in() -> None:
    """The vocabularies say the order; the mapping of cells does not."""
    given = {Season.DRY: [Crop.VINES, Crop.WHEAT], Season.WET: [Crop.TEA, Crop.RICE]}

    assert matrix(given).items() == (
        ((Season.WET, Ground.HILL), Crop.TEA),
        ((Season.WET, Ground.PLAIN), Crop.RICE),
        ((Season.DRY, Ground.HILL), Crop.VINES),
        ((Season.DRY, Ground.PLAIN), Crop.WHEAT),
    )


def test_what_is_not_given_is_empty() -> None:
    """A matrix needs no source, no printed words and no caveats."""
    plain = matrix()

    assert plain.source is None
    assert (len(plain.printed), len(plain.caveats)) == (0, 0)


def test_what_hangs_on_a_matrix_is_kept() -> None:
    """Its source, the source's garbled words, and what the source warns of."""
    full = matrix(
        source=cite("gold-2014"), printed={(Season.WET, Ground.HILL): "Teas"}, caveats=["Beware."]
    )

    assert full.source == cite("gold-2014")
    assert full.printed == {(Season.WET, Ground.HILL): "Teas"}
    assert full.caveats == ("Beware.",)


def test_a_matrix_is_shown_by_its_class_and_key() -> None:
    """A result that holds its framework stays readable."""
    assert (repr(matrix()), repr(typology())) == ("Matrix('crops')", "Typology('crops')")


@pytest.mark.parametrize(
    ("row", "col", "sentence"),
    [
        ("wett", "hill", ("'wett' is not a term of Season; expected one of 'wet', 'dry'; did you "
         "mean 'wet'?")),
        ("wet", "hil", ("'hil' is not a term of Ground; expected one of 'hill', 'plain'; did you "
         "mean 'hill'?")),
        (Ground.HILL, Season.WET, ("Ground.HILL is not a term of Season; expected one of 'wet', "
         "'dry'; these look swapped; also: Season.WET is not a term of Ground; expected one of "
         "'hill', 'plain'")),
        ("plain", "wet", ("'plain' is not a term of Season; expected one of 'wet', 'dry'; these "
         "look swapped; also: 'wet' is not a term of Ground; expected one of 'hill', 'plain'")),
        ("plain", 1, ("'plain' is not a term of Season; expected one of 'wet', 'dry'; also: 1 is "
         "not a term of Ground; expected one of 'hill', 'plain'")),
        ("wet", 1, "1 is not a term of Ground; expected one of 'hill', 'plain'"),
    ],
)  # fmt: skip
def test_a_place_that_is_no_cell_is_refused(row: Wrong, col: Wrong, sentence: str) -> None:
    """Swapped axes, misspellings and positions are no places; both findings are told."""
    with pytest.raises(UnknownTermError) as caught:
        matrix()[row, col]

    assert str(caught.value) == sentence


def test_words_are_read_as_a_pair_of_terms() -> None:
    """As a cell is read, in any spelling."""
    assert matrix().pair("Wet", Ground.PLAIN) == (Season.WET, Ground.PLAIN)


def test_a_matrix_of_one_column_says_so_in_the_singular() -> None:
    """Where a row has a cell too many."""
    with pytest.raises(FrameworkError) as caught:
        Matrix(key="one", title="One", rows=Season, cols=Lone, cells=CROPS)

    assert caught.value.problems == (
        "2 cells in row Season.WET, where there is 1 column",
        "2 cells in row Season.DRY, where there is 1 column",
    )


def test_a_row_that_is_not_there_is_refused() -> None:
    """With the nearest that is."""
    with pytest.raises(UnknownTermError) as caught:
        matrix().row("dy")

    assert str(caught.value) == (
        "'dy' is not a term of Season; expected one of 'wet', 'dry'; did you mean 'dry'?"
    )


# --- a value like any other ---


def test_matrices_of_the_same_parts_are_equal_and_hash_alike() -> None:
    """The order in which the rows were given does not count."""
    turned = {Season.DRY: CROPS[Season.DRY], Season.WET: CROPS[Season.WET]}

    assert matrix(turned) == matrix()
    assert hash(matrix(turned)) == hash(matrix())


@pytest.mark.parametrize(
    "other",
    [
        matrix({**CROPS, Season.WET: (Crop.RICE, Crop.TEA)}),
        matrix(printed={(Season.WET, Ground.HILL): "Teas"}),
        matrix(caveats=["Beware."]),
        matrix(source=cite("gold-2014")),
        typology(),
        grid(),
    ],
)
def test_matrices_that_differ_in_a_part_are_not_equal(other: Matrix[Any, Any, Any]) -> None:
    """Cells count, and so does the way of reading."""
    assert other != matrix()


@pytest.mark.parametrize("one", [matrix(), typology(), grid(), rubric(Yield)])
def test_a_matrix_survives_pickling(one: Matrix[Any, Any, Any]) -> None:
    """With every cell at its place."""
    copy = pickle.loads(pickle.dumps(one))  # noqa: S301 -- our own bytes

    assert copy == one
    assert copy.items() == one.items()


@pytest.mark.parametrize("name", ["key", "cells", "printed", "rows", "new"])
def test_a_matrix_cannot_be_changed(name: str) -> None:
    """No part can be set or deleted."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(matrix(), name, {})
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(matrix(), name)


def test_a_matrix_does_not_follow_the_cells_it_was_made_of() -> None:
    """Rows, printed words and caveats are copied once."""
    cells = {Season.WET: [Crop.TEA, Crop.RICE], Season.DRY: [Crop.VINES, Crop.WHEAT]}
    printed = {(Season.WET, Ground.HILL): "Teas"}
    caveats = ["Beware."]
    made = matrix(cells, printed=printed, caveats=caveats)
    cells[Season.WET][0] = Crop.WHEAT
    printed.clear()
    caveats.clear()

    assert made["wet", "hill"] is Crop.TEA
    assert made.cells[Season.WET] == (Crop.TEA, Crop.RICE)
    assert (len(made.printed), len(made.caveats)) == (1, 1)


# --- rows given under their columns ---


def test_a_row_given_under_its_columns_is_read_by_column() -> None:
    """Whatever the order in which they are named, each cell stands under its own."""
    turned: Wrong = {
        row: {Ground.PLAIN: plain, Ground.HILL: hill} for row, (hill, plain) in CROPS.items()
    }
    read: Wrong = {row: matrix().row(row) for row in Season}

    assert matrix(turned) == matrix()
    assert matrix(read) == matrix()


def test_columns_that_are_missing_or_foreign_are_named() -> None:
    """A column is named by its term, as a row is."""
    wrong: Wrong = {**CROPS, Season.WET: {"hill": Crop.TEA, Ground.PLAIN: Crop.RICE, "sea": 1}}
    with pytest.raises(FrameworkError) as caught:
        matrix(wrong)

    assert caught.value.problems == (
        "no cell for 'hill' in row Season.WET",
        "'hill' in row Season.WET is not a column; use Ground.HILL",
        "'sea' in row Season.WET is not a column",
        "1 cell in row Season.WET, where there are 2 columns",
    )


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({Crop.TEA}, "{Crop.TEA}"),
        (3, "3"),
        (None, "None"),
        (dict.fromkeys(["x"]).keys(), "dict_keys(['x'])"),
    ],
)
def test_a_row_without_an_order_is_refused(row: Wrong, shown: str) -> None:
    """The order of a set is that of chance."""
    with pytest.raises(FrameworkError) as caught:
        matrix({**CROPS, Season.WET: row})

    assert caught.value.problems[0] == (
        "row Season.WET must be a list or tuple in the order of the columns, or a mapping of "
        f"columns to cells, not {shown}"
    )


# --- what is no framework ---


@pytest.mark.parametrize(
    ("part", "given", "problem"),
    [
        ("key", "My crops", "its key must be lower-case words joined by hyphens, not 'My crops'"),
        ("title", None, "its title must be text, not None"),
        (
            "source",
            "Ann 2020",
            "its source must be a Source, such as cite('gold-2014'), or None, not 'Ann 2020'",
        ),
        ("rows", ["wet"], "its rows must be a vocabulary, a subclass of Term, not ['wet']"),
        ("cols", Crop.TEA, "its cols must be a vocabulary, a subclass of Term, not Crop.TEA"),
        ("cols", dict, "its cols must be a vocabulary, a subclass of Term, not <class 'dict'>"),
        ("cells", [1], "its cells must be a mapping of rows to their cells, not [1]"),
        (
            "printed",
            ["Teas"],
            "its printed must be a mapping of rows and columns to words, or None, not ['Teas']",
        ),
        ("caveats", {"Beware."}, "its caveats must be a list of texts, not {'Beware.'}"),
        ("caveats", [3], "its caveats must be a list of texts, not [3]"),
    ],
)
def test_a_part_that_is_not_of_its_kind_is_refused(part: str, given: Wrong, problem: str) -> None:
    """It is named, and what it must be."""
    parts: Wrong = {"key": "crops", "title": "C", "rows": Season, "cols": Ground, "cells": CROPS}
    with pytest.raises(FrameworkError) as caught:
        Matrix(**{**parts, part: given})

    assert caught.value.problems == (problem,)


def test_findings_about_parts_and_cells_come_together() -> None:
    """A matrix without a key that can be shown is called by its class."""
    key: Wrong = None
    cells: Wrong = {Season.WET: (Crop.TEA, "rice")}
    with pytest.raises(FrameworkError) as caught:
        Typology(key=key, title="Crops", rows=Season, cols=Ground, cells=cells)

    assert str(caught.value) == (
        "'typology' cannot be used: its key must be lower-case words joined by hyphens, not None; "
        "no row for 'dry'; 'rice' in row Season.WET is not a term"
    )


@pytest.mark.parametrize("place", ["wet", ("wet", "hill", "plain"), None])
def test_what_is_no_pair_is_not_looked_up(place: Wrong) -> None:
    """A whole row is read another way, and the error says which."""
    with pytest.raises(UnknownTermError) as caught:
        matrix()[place]

    assert str(caught.value) == (
        f"{place!r} is not a cell of crops; expected a pair of row and column; read a whole row "
        "with row(...)"
    )


def test_a_matrix_is_no_sequence_of_cells() -> None:
    """Python counts from 0 where a class only says that it has items."""
    given: Wrong = matrix()

    with pytest.raises(TypeError, match="not iterable"):
        list(given)


@pytest.mark.parametrize(
    ("cells", "problems"),
    [
        ({Season.WET: (1, 2)}, "no row for 'dry'"),
        ({}, "no row for 'wet'; no row for 'dry'"),
        ({**CROPS, Ground.HILL: (1, 2)}, "Ground.HILL is not a row"),
        ({**CROPS, "arid": (1, 2)}, "'arid' is not a row"),
        (
            {Season.WET: (1, 2), "Dry": (1, 2)},
            "no row for 'dry'; 'Dry' is not a row; use Season.DRY",
        ),
        ({**CROPS, Season.DRY: (1,)}, "1 cell in row Season.DRY, where there are 2 columns"),
        ({**CROPS, Season.DRY: (1, 2, 3)}, "3 cells in row Season.DRY, where there are 2 columns"),
        ({**CROPS, Season.DRY: (None, 2)}, "an empty cell in row Season.DRY"),
        ({**CROPS, Season.DRY: (1, "")}, "an empty cell in row Season.DRY"),
        (
            {Ground.HILL: ("", 2, 3), Season.DRY: (1, 2)},
            (
                "no row for 'wet'; Ground.HILL is not a row; 3 cells in row Ground.HILL, where "
                "there are 2 columns; an empty cell in row Ground.HILL"
            ),
        ),
    ],
)
def test_cells_that_are_no_matrix_are_refused_with_every_finding(
    cells: Given, problems: str
) -> None:
    """A row for each term, a cell for each column, something in each cell, and nothing else."""
    with pytest.raises(FrameworkError) as caught:
        matrix(cells)

    assert str(caught.value) == f"'crops' cannot be used: {problems}"


@pytest.mark.parametrize("falsy", [0, 0.0, False, ()])
def test_a_cell_may_hold_what_counts_as_false(falsy: object) -> None:
    """Empty is None or no text; a zero is something."""
    assert matrix({**CROPS, Season.DRY: (falsy, 1)})["dry", "hill"] is falsy


def test_printed_words_for_a_place_that_is_no_cell_are_refused() -> None:
    """As when row and column are swapped."""
    with pytest.raises(FrameworkError) as caught:
        matrix(printed={(Ground.HILL, Season.WET): "Teas"})

    assert str(caught.value) == (
        "'crops' cannot be used: (Ground.HILL, Season.WET) is not a cell, so no printed words "
        "belong to it"
    )


@pytest.mark.parametrize("make", [typology, grid])
def test_the_cells_of_a_typology_or_grid_are_terms(make: Wrong) -> None:
    """Every cell that is none is named, and the other findings come with them."""
    with pytest.raises(FrameworkError) as caught:
        make({Season.WET: ("tea", Crop.RICE)})

    assert str(caught.value) == (
        "'crops' cannot be used: no row for 'dry'; 'tea' in row Season.WET is not a term"
    )


@pytest.mark.parametrize(
    ("cols", "cells", "name"),
    [
        (Ground, TEXTS, "Ground"),
        (Lone, {Season.WET: ("tea",), Season.DRY: ("vines",)}, "Lone"),
    ],
)
def test_the_columns_of_a_rubric_are_a_scale(cols: type[Term], cells: Given, name: str) -> None:
    """A scale of two grades or more: fewer leave nothing to judge."""
    with pytest.raises(FrameworkError) as caught:
        rubric(cols, cells)

    assert str(caught.value) == (
        f"'crops' cannot be used: {name} is not a scale of two grades or more"
    )


def test_a_rubric_has_an_anchor_for_each_criterion_and_grade() -> None:
    """Its cells may hold any text, as long as there is one."""
    assert rubric(Yield)["dry", "good"] == "wheat"


def test_a_text_is_one_item_and_not_its_letters() -> None:
    """A row or a caveat given as bare text is taken whole."""
    with pytest.raises(FrameworkError, match=r"1 cell in row Season\.WET"):
        Matrix(
            key="crops",
            title="Crops",
            rows=Season,
            cols=Ground,
            cells={Season.WET: "ab", Season.DRY: ("vines", "wheat")},
            caveats="No.",
        )
