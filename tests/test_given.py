"""What callers hand in: single values of array libraries, and what is not of the kind asked for."""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

import numpy as np
import pytest

from implsupport import cases, documents, graphs, plots, readings
from implsupport.appraisal import appraise
from implsupport.errors import FrameworkError, ImplSupportError, UnknownTermError
from implsupport.evaluation import claims, matching, panels, trajectories
from implsupport.evaluation.panels import Panel
from implsupport.frameworks import governance
from implsupport.frameworks.matland import MATLAND
from implsupport.frameworks.success import SUCCESS
from implsupport.given import (
    called,
    every,
    misfits,
    no_cell,
    number,
    plain,
    require_each,
    require_fields,
    require_mapping,
)
from implsupport.terms import FrozenMap, Gap

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

STUDY: Final = cases.illustration()
PANEL: Final = Panel.of(SUCCESS, [{"case": "a", "criterion": "clarity", "grade": "not-stated"}])
GRAPH: Final = graphs.programme(STUDY.bodies, STUDY.relations)


@pytest.mark.parametrize(
    ("given", "value"),
    [
        (np.True_, True),
        (np.int64(3), 3),
        (np.float32(0.5), 0.5),
        (np.float64(0.25), 0.25),
        (np.array(7), 7),
    ],
)
def test_a_single_value_of_numpy_is_taken_as_pythons_own(given: Wrong, value: object) -> None:
    """A truth value stays one, and a whole number stays whole."""
    taken = plain(given)

    assert taken == value
    assert type(taken) is type(value)


@pytest.mark.parametrize("given", ["high", None, Gap.NOT_STATED, (1,), np.array([1, 2])])
def test_anything_else_is_taken_as_it_is(given: Wrong) -> None:
    """Several values of numpy too: nothing says which one is meant."""
    assert plain(given) is given


@pytest.mark.parametrize(
    ("given", "value"),
    [(0, 0), (0.5, 0.5), (np.int8(100), 100), (np.float16(0.5), 0.5), (np.array(2.5), 2.5)],
)
def test_a_number_is_read_as_pythons_own(given: Wrong, value: float) -> None:
    """Its arithmetic is Python's: a narrow whole number does not overflow."""
    assert number(given) == value
    assert type(number(given)) is type(value)


@pytest.mark.parametrize("given", [True, np.True_, "3", None, 1j, np.array([1, 2])])
def test_what_is_no_number_is_not_read(given: Wrong) -> None:
    """A truth value is none, whoever holds it."""
    assert number(given) is None


def test_a_thing_without_a_key_is_called_by_what_it_is() -> None:
    """So that its error says what is meant."""
    assert called("success", "rubric") == "success"
    assert called(["success"], "rubric") == "rubric"


def test_every_part_that_is_not_what_it_must_be_is_named() -> None:
    """In the order of the parts; what is well says nothing."""
    found = misfits(
        {"title": 3, "key": "crops", "cells": [1]},
        {
            "key": ("text", lambda given: isinstance(given, str)),
            "title": ("text", lambda given: isinstance(given, str)),
            "cells": ("a mapping", lambda given: isinstance(given, dict)),
        },
    )

    assert found == ["its title must be text, not 3", "its cells must be a mapping, not [1]"]


def test_what_is_no_pair_is_no_cell() -> None:
    """With the way out, where one is known."""
    error = no_cell("clarity", "success", "read a whole row with row(...)")

    assert isinstance(error, UnknownTermError)
    assert str(error) == (
        "'clarity' is not a cell of success; expected a pair of row and column; read a whole row "
        "with row(...)"
    )


def test_every_thing_of_another_class_is_named() -> None:
    """With how to make one of the class asked for."""
    things: list[Wrong] = [FrozenMap({"a": 1}), {}, None]
    with pytest.raises(FrameworkError) as caught:
        require_each(FrozenMap, things, "read", "freeze it")

    assert caught.value.framework == "read"
    assert caught.value.problems == (
        "{} is not a frozenmap; freeze it",
        "None is not a frozenmap; freeze it",
    )


def test_what_is_no_mapping_is_refused() -> None:
    """A list says nothing of which is which; any mapping will do."""
    require_mapping(FrozenMap({"a": 1}), "read", "cases to cards")
    with pytest.raises(FrameworkError) as caught:
        require_mapping(["a"], "read", "cases to cards")

    assert str(caught.value) == "'read' cannot be used: ['a'] is not a mapping of cases to cards"


@pytest.mark.parametrize("given", [(1, 2), [1, 2], iter([1, 2]), {1: "a", 2: "b"}])
def test_whatever_can_be_gone_through_is_a_list(given: Wrong) -> None:
    """Once, and in its order."""
    assert every(given, "add", "numbers") == (1, 2)


@pytest.mark.parametrize("given", [None, 3, "12", b"34", SUCCESS])
def test_what_cannot_be_gone_through_is_no_list(given: Wrong) -> None:
    """A text is one thing, and not its letters."""
    with pytest.raises(FrameworkError, match=r"^'add' cannot be used: .* is not a list of numbers"):
        every(given, "add", "numbers")


def test_any_class_with_the_fields_makes_a_record() -> None:
    """Records are told by what they have; a list of none is one too."""
    assert require_fields(("real", "imag"), iter([1, 2.5]), "add", "number", "count") == (1, 2.5)
    assert require_fields(("real",), [], "add", "number", "count") == ()


def test_every_thing_without_a_field_is_named() -> None:
    """With the first field that it lacks; a mapping may have the name, and is no record."""
    with pytest.raises(FrameworkError) as caught:
        require_fields(("real", "key"), [3, {"real": 1, "key": 2}, "x"], "add", "item", "count it")

    assert caught.value.problems == (
        "3 is not an item: it has no field 'key'; count it",
        "{'real': 1, 'key': 2} is not an item: it is a mapping; count it",
        "'x' is not an item: it has no field 'real'; count it",
    )


def test_one_record_is_no_list_of_records() -> None:
    """What it can be gone through for is another thing."""
    with pytest.raises(FrameworkError) as caught:
        require_fields(("policy",), STUDY.positions[0], "trace", "position", "make one")

    assert str(caught.value).endswith(" is one position; give a list, even of one")


READERS: Final[dict[str, Callable[[Wrong], object]]] = {
    "governance.place": governance.place,
    "place": lambda given: readings.place(governance.GOVERNANCE, given),
    "consensus": lambda given: panels.consensus(PANEL, decisions=given),
    "history": lambda given: panels.history(PANEL, given),
    "decided_items": lambda given: panels.decided_items(PANEL, given),
    "Panel.of": lambda given: Panel.of(SUCCESS, given),
    "Panel.of_assessments": lambda given: Panel.of_assessments(SUCCESS, given),
    "Panel.of_positions": lambda given: Panel.of_positions(MATLAND, given),
    "trace": trajectories.trace,
    "described": lambda given: matching.described(given, "a", {}),
    "likeness": lambda given: matching.likeness(given, "a"),
    "profile": matching.profile,
    "check": lambda given: claims.check(given, {"as printed": 1}),
    "graphs.governance": graphs.governance,
    "graphs.programme, bodies": lambda given: graphs.programme(given, []),
    "graphs.programme, relations": lambda given: graphs.programme([], given),
    "mixed_purposes": graphs.mixed_purposes,
    "bridges": lambda given: graphs.bridges(given, centre="a", localities="b"),
    "two_way": lambda given: graphs.two_way(given, "a", "b"),
    "two_way, bodies": lambda given: graphs.two_way(GRAPH, given, given),
    "accountability": lambda given: graphs.accountability(given, "a"),
    "plots.governance": plots.governance,
    "plots.match": plots.match,
    "plots.hasse": plots.hasse,
    "plots.approaches": plots.approaches,
    "plots.programme": plots.programme,
    "appraise, frameworks": lambda given: appraise(STUDY, frameworks=given),
    "read": documents.read,
    "read, frameworks": lambda given: documents.read("study.yaml", frameworks=given),
    "read, limits": lambda given: documents.read("study.yaml", limits=given),
}
WRONG: Final[dict[str, Wrong]] = {
    "nothing": None,
    "a number": 3,
    "a text": "x",
    "a list of numbers": [3],
    "a mapping": {"a": 1},
    "rows": [{"policy": "a", "rubric": "success"}],
    "one record": STUDY.positions[0],
}


@pytest.mark.parametrize("given", WRONG)
@pytest.mark.parametrize("reader", READERS)
def test_what_a_function_cannot_read_is_refused_in_words(reader: str, given: str) -> None:
    """One `except` is enough: nothing that a newcomer tries ends in an error of Python's own."""
    with pytest.raises(ImplSupportError) as caught:
        READERS[reader](WRONG[given])

    assert str(caught.value)


@pytest.mark.parametrize(
    ("reader", "given", "sentence"),
    [
        (
            "governance.place",
            "system",
            "'place' cannot be used: 'system' is not an activity: it has no field 'key'; make one ",
        ),
        (
            "consensus",
            [{"policy": "a"}],
            "'decisions' cannot be used: {'policy': 'a'} is not a decision: it is a mapping; make ",
        ),
        (
            "plots.governance",
            3,
            "'governance' cannot be used: 3 is not a placement; make one with ",
        ),
        ("Panel.of", None, "'panel' cannot be used: None is not a list of rows, one a rating"),
        ("read", None, "'read' cannot be used: None is not the path of a file or a folder"),
        (
            "appraise, frameworks",
            SUCCESS,
            "'appraise' cannot be used: Rubric('success') is not a list of frameworks, such as ",
        ),
    ],
)
def test_a_refusal_says_what_was_given_and_how_to_go_on(
    reader: str, given: Wrong, sentence: str
) -> None:
    """What it is not, and what makes such a thing."""
    with pytest.raises(FrameworkError) as caught:
        READERS[reader](given)

    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("given", [None, 3, ["x"], {"a": 1}])
def test_a_study_is_written_to_a_path(given: Wrong) -> None:
    """Before anything is made of it."""
    with pytest.raises(FrameworkError, match=r"is not the path of a file or a folder$"):
        documents.write(STUDY, given)


@pytest.mark.parametrize("given", [None, 3, "x", [3]])
def test_what_is_shown_for_a_claim_is_a_mapping(given: Wrong) -> None:
    """Of the ways of reading to what each shows."""
    claim = cases.claims()[0].claim
    with pytest.raises(FrameworkError, match=r"is not a mapping of readings to what is shown$"):
        claims.check(claim, given)
