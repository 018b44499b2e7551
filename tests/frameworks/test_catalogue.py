"""Promises that every framework of the catalogue keeps, and every vocabulary."""

import copy
import pickle
import pkgutil
import re
from importlib import import_module
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import frameworks, terms, vocabulary
from implsupport.errors import FrameworkError, UnknownTermError
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.readings import candidates, classify, locate, place, score
from implsupport.sources import BIBLIOGRAPHY, Source
from implsupport.terms import FrozenMap, Gap, Term

Framework: TypeAlias = Matrix[Any, Any, Any]

MODULES = [terms, vocabulary] + [
    import_module(f"{frameworks.__name__}.{one.name}")
    for one in pkgutil.iter_modules(frameworks.__path__)
]
VOCABULARIES = [
    value
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, Term) and value.__module__ == module.__name__
    if len(value) > 0
]
TERMS = [term for one in VOCABULARIES for term in one]

TYPOLOGIES = [one for one in CATALOGUE if isinstance(one, Typology)]
RUBRICS = [one for one in CATALOGUE if isinstance(one, Rubric)]
GRIDS = [one for one in CATALOGUE if isinstance(one, Grid)]

of_every_framework = pytest.mark.parametrize("framework", CATALOGUE, ids=lambda one: one.key)
of_every_typology = pytest.mark.parametrize("typology", TYPOLOGIES, ids=lambda one: one.key)
of_every_rubric = pytest.mark.parametrize("rubric", RUBRICS, ids=lambda one: one.key)
of_every_grid = pytest.mark.parametrize("grid", GRIDS, ids=lambda one: one.key)
of_every_vocabulary = pytest.mark.parametrize("vocabulary", VOCABULARIES)
of_every_term = pytest.mark.parametrize("term", TERMS, ids=repr)


@attrs.frozen
class Activity:
    """Something that stands in some cells of a grid."""

    key: str
    cells: tuple[tuple[Any, Any], ...]
    layers: tuple[str, ...] = ()


def spellings(term: Term) -> st.SearchStrategy[str]:
    """Write the key of a term in any case and with any join."""
    letters = [
        st.sampled_from(" -_") if letter == "-" else st.sampled_from([letter, letter.upper()])
        for letter in term.key
    ]
    return st.tuples(*letters).map("".join)


def words(vocabulary: type[Term]) -> list[Term]:
    """List the terms of a vocabulary."""
    return list(vocabulary)


def rebuilt(framework: Framework, **changes: Any) -> Framework:  # noqa: ANN401 -- any part
    """Make a framework again of its parts, some of them changed."""
    names = ["key", "title", "source", "rows", "cols", "cells", "printed", "caveats"]
    parts = {name: getattr(framework, name) for name in names}
    return type(framework)(**{**parts, **changes})


def first_cell_changed(framework: Framework) -> Framework:
    """Put what stands in the last cell into the first."""
    first = words(framework.rows)[0]
    last_cell = framework.items()[-1][1]
    changed = (last_cell, *framework.cells[first][1:])
    return rebuilt(framework, cells={**framework.cells, first: changed})


def status_in_prose(vocabulary: type[Term]) -> str:
    """Read the status that the docstring of a vocabulary states."""
    stated: list[str] = re.findall(r"Status: (\w+)", vocabulary.__doc__ or "")
    return stated[-1]


def status_in_source(vocabulary: type[Term]) -> str:
    """Read the status of a vocabulary's source; without a source, the words are this library's."""
    return vocabulary.source.status if vocabulary.source else "ours"


# --- the catalogue ---


def test_the_catalogue_lists_the_frameworks() -> None:
    """Their keys stand in other people's files."""
    assert [(one.key, type(one).__name__) for one in CATALOGUE] == [
        ("matland", "Typology"),
        ("hypothesised-support", "Matrix"),
        ("success", "Rubric"),
        ("governance", "Grid"),
        ("support-models", "Rubric"),
    ]


def test_every_framework_of_the_modules_is_listed() -> None:
    """A framework added to a module is added to the catalogue."""
    declared = {
        value.key
        for module in MODULES
        for value in vars(module).values()
        if isinstance(value, Matrix)
    }

    assert declared == {one.key for one in CATALOGUE}


# --- frameworks ---


@of_every_framework
def test_a_framework_has_a_key_a_title_a_source_and_caveats(framework: Framework) -> None:
    """What is shown never lacks where it comes from and what to beware of."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", framework.key)
    assert framework.title
    assert framework.source is not None
    assert framework.caveats
    assert all(caveat.endswith(".") for caveat in framework.caveats)


@of_every_framework
def test_a_framework_has_something_in_every_cell(framework: Framework) -> None:
    """One cell for each pair of row and column, and in each a term with a gloss or a text."""
    places = [(row, col) for row in words(framework.rows) for col in words(framework.cols)]

    assert [where for where, _ in framework.items()] == places
    assert all(cell.gloss if isinstance(cell, Term) else cell for _, cell in framework.items())


@of_every_framework
def test_a_framework_is_cited_to_a_work_of_the_bibliography(framework: Framework) -> None:
    """With the page or table."""
    source = framework.source

    assert source is not None
    assert attrs.evolve(source, locator="", status="source") in BIBLIOGRAPHY
    assert source.locator


@of_every_framework
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_framework_survives_pickling(framework: Framework, protocol: int) -> None:
    """By every protocol, with every cell at its place."""
    again = pickle.loads(pickle.dumps(framework, protocol))  # noqa: S301 -- our own bytes

    assert again == framework
    assert hash(again) == hash(framework)
    assert again.items() == framework.items()


@of_every_framework
def test_a_framework_equals_another_of_the_same_parts_only(framework: Framework) -> None:
    """One other cell is another framework."""
    assert rebuilt(framework) == framework
    assert hash(rebuilt(framework)) == hash(framework)
    assert first_cell_changed(framework) != framework
    assert copy.deepcopy(framework) == framework


@of_every_framework
@pytest.mark.parametrize("name", ["key", "title", "source", "rows", "cols", "cells", "caveats"])
def test_a_framework_cannot_be_changed(framework: Framework, name: str) -> None:
    """No part can be set or deleted; the cells are frozen too."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(framework, name, None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        delattr(framework, name)
    assert isinstance(framework.cells, FrozenMap)
    assert {type(row) for row in framework.cells.values()} == {tuple}


@of_every_framework
def test_a_cell_is_the_same_by_terms_keys_and_labels(framework: Framework) -> None:
    """Of every row and column."""
    cells = framework.items()

    assert [framework[row.key, col.key] for (row, col), _ in cells] == [cell for _, cell in cells]
    assert [framework[row.label, col.label] for (row, col), _ in cells] == [c for _, c in cells]
    assert [framework[row, col] for (row, col), _ in cells] == [cell for _, cell in cells]


@of_every_framework
def test_a_framework_that_lacks_a_row_is_not_well_formed(framework: Framework) -> None:
    """The missing row is named."""
    first, *others = words(framework.rows)
    cells = {row: framework.cells[row] for row in others}

    with pytest.raises(FrameworkError) as caught:
        rebuilt(framework, cells=cells, printed=None)

    assert str(caught.value) == (f"{framework.key!r} cannot be used: no row for {first.key!r}")


@of_every_framework
def test_rows_and_columns_of_a_framework_cannot_be_swapped(framework: Framework) -> None:
    """No term of the columns is one of the rows, even where they share their keys."""
    row, col = words(framework.rows)[0], words(framework.cols)[0]

    with pytest.raises(UnknownTermError, match=f"is not a term of {framework.rows.__name__}; "):
        framework[col, row]


# --- readings of frameworks ---


@of_every_typology
def test_a_case_is_classified_alike_by_terms_keys_and_labels(
    typology: Typology[Any, Any, Any],
) -> None:
    """Each cell of the typology is reached, by each of its names."""
    places = [where for where, _ in typology.items()]
    readings = [classify(typology, row, col) for row, col in places]

    assert [reading.kind for reading in readings] == [kind for _, kind in typology.items()]
    assert [classify(typology, row.key, col.key) for row, col in places] == readings
    assert [classify(typology, row.label, col.label) for row, col in places] == readings


@of_every_typology
@pytest.mark.parametrize("gap", Gap)
def test_a_case_of_which_nothing_is_known_may_be_of_any_kind(
    typology: Typology[Any, Any, Any], gap: Gap
) -> None:
    """A gap rules nothing out, whatever its reason."""
    assert set(candidates(typology, gap, gap)) == {kind for _, kind in typology.items()}
    assert set(locate(typology, None, None).candidates) == {kind for _, kind in typology.items()}


@of_every_rubric
@given(st.data())
def test_a_card_is_scored_alike_by_terms_and_keys(
    rubric: Rubric[Any, Any, Any], data: st.DataObject
) -> None:
    """Whatever the marks, and however the keys are spelt."""
    marks = st.sampled_from([*words(rubric.cols), *Gap])
    by_terms = data.draw(st.fixed_dictionaries(dict.fromkeys(words(rubric.rows), marks)))
    by_words: dict[str, str] = {
        data.draw(spellings(row)): data.draw(spellings(mark)) for row, mark in by_terms.items()
    }

    assert score(rubric, by_words) == score(rubric, by_terms)


@of_every_grid
def test_an_activity_is_placed_alike_by_terms_and_keys(grid: Grid[Any, Any, Any]) -> None:
    """In every cell of the grid."""
    places = tuple(where for where, _ in grid.items())
    keys = tuple((row.key, col.key) for row, col in places)
    by_terms = place(grid, [Activity("everywhere", places)])

    assert place(grid, [Activity("everywhere", keys)]) == by_terms
    assert by_terms.empty == ()


# --- vocabularies ---


@pytest.mark.parametrize("source", [one.source for one in VOCABULARIES if one.source])
def test_a_vocabulary_is_cited_to_a_work_of_the_bibliography(source: Source) -> None:
    """Where its words come from."""
    assert attrs.evolve(source, locator="", status="source") in BIBLIOGRAPHY


@of_every_vocabulary
def test_a_vocabulary_states_one_status_in_prose_and_in_its_source(vocabulary: type[Term]) -> None:
    """What people read and what programs read is the same, and nothing is without a status."""
    assert status_in_prose(vocabulary) == status_in_source(vocabulary)


@of_every_framework
def test_the_vocabularies_of_a_framework_have_a_source(framework: Framework) -> None:
    """The words of the literature are never without it."""
    in_cells = {type(cell) for _, cell in framework.items() if isinstance(cell, Term)}

    assert all(one.source for one in (framework.rows, framework.cols, *in_cells))


@of_every_term
def test_a_term_has_a_gloss_and_is_named_as_its_key(term: Term) -> None:
    """The member's name is the key in upper snake case."""
    assert term.gloss.strip()
    assert term.name == term.key.upper().replace("-", "_")


@of_every_term
def test_a_term_is_one_object_after_pickling(term: Term) -> None:
    """So that results from other processes compare."""
    assert pickle.loads(pickle.dumps(term)) is term  # noqa: S301 -- our own bytes


@of_every_term
def test_a_term_cannot_be_changed(term: Term) -> None:
    """Nor does a vocabulary take another object under its name."""
    with pytest.raises(AttributeError, match="cannot be changed"):
        term.gloss = "something else"
    with pytest.raises(AttributeError, match="cannot be changed"):
        setattr(type(term), term.name, "something else")


@given(st.sampled_from(TERMS).flatmap(lambda term: st.tuples(st.just(term), spellings(term))))
def test_every_folded_spelling_of_a_key_finds_its_term(case: tuple[Term, str]) -> None:
    """Of every term of every vocabulary."""
    term, spelling = case

    assert type(term).of(spelling) is term
