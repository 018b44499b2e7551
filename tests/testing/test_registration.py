"""What Hypothesis draws by type, and what it costs those who do not ask for it."""

import importlib
import importlib.metadata
import subprocess
import sys
from typing import Any, TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

import implsupport
from implsupport import records
from implsupport.evaluation.panels import Panel
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict, Implementation
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.readings import Scorecard
from implsupport.records import Position, Study
from implsupport.terms import Gap, Scale, Term
from implsupport.testing.records import RECORDS

FIRST = settings(database=None, derandomize=True, max_examples=1000, phases=[Phase.generate])

A = TypeVar("A", bound=Term)
B = TypeVar("B", bound=Scale)
C = TypeVar("C")


def drawn(kind: type[Any]) -> Any:  # noqa: ANN401 -- of whatever kind it is
    """Draw something for a type."""
    return find(st.from_type(kind), lambda _: True, settings=FIRST)


def printed(script: str) -> str:
    """Run a script in a new interpreter and read what it prints."""
    arguments = [sys.executable, "-I", "-W", "error", "-c", script]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.strip()


# --- by type ---


@pytest.mark.parametrize(
    "kind",
    [Term, Scale, Gap, Ambiguity, Matrix, Typology, Rubric, Grid, Scorecard, Panel],
)
def test_what_the_kernel_has_is_drawn_by_type(kind: type[Any]) -> None:
    """Without a strategy being named."""
    assert isinstance(drawn(kind), kind)


@pytest.mark.parametrize("name", RECORDS)
def test_every_record_is_drawn_by_type(name: str) -> None:
    """Without a strategy being named."""
    assert isinstance(drawn(getattr(records, name)), getattr(records, name))


@given(...)
def test_an_annotation_is_enough(
    card: Scorecard[Criterion, Attainment], position: Position, study: Study
) -> None:
    """Hypothesis reads what a test says of its arguments."""
    assert card.rubric is SUCCESS
    assert isinstance(position, Position)
    assert isinstance(study, Study)


def test_the_parameters_of_a_type_are_kept_to() -> None:
    """Rows, columns, and what stands in the cells."""
    typology = drawn(Typology[Ambiguity, Conflict, Implementation])
    rubric = drawn(Rubric[Criterion, Attainment, int])

    assert (typology.rows, typology.cols) == (Ambiguity, Conflict)
    assert {kind for _, kind in typology.items()} <= {*Implementation}
    assert (rubric.rows, rubric.cols) == (Criterion, Attainment)
    assert {type(anchor) for _, anchor in rubric.items()} == {int}


GENERIC: Any = Rubric


@pytest.mark.parametrize(
    "kind",
    [GENERIC[Any, Any, Any], GENERIC[A, B, C], GENERIC[Term, Scale, str]],
    ids=["Any", "variables", "classes of vocabularies"],
)
def test_parameters_that_say_nothing_are_drawn(kind: Any) -> None:  # noqa: ANN401 -- an alias
    """Of vocabularies declared for the purpose, with texts for anchors."""
    assert {type(anchor) for _, anchor in drawn(kind).items()} == {str}


def test_a_panel_by_type_is_of_the_rubric_that_it_names() -> None:
    """One of the catalogue, where that has the vocabularies; otherwise one that is drawn."""
    assert drawn(Panel[Criterion, Attainment]).framework is SUCCESS
    assert drawn(Panel[Any, Any]).framework not in {SUCCESS, MATLAND}


# --- when ---


def test_the_entry_point_is_installed() -> None:
    """Hypothesis finds it by its group."""
    found = importlib.metadata.entry_points(group="hypothesis", name="implsupport")

    assert [one.value for one in found] == ["implsupport.testing"]


def test_hypothesis_loads_no_records_and_no_adapter() -> None:
    """Those who only use Hypothesis wait for neither pydantic nor anything else that is large."""
    large = {"matplotlib", "narwhals", "networkx", "numpy", "openpyxl", "pydantic", "yaml"}
    loaded = set(printed("import hypothesis, sys; print(*sys.modules, sep='\\n')").split())

    assert "implsupport.testing" in loaded
    assert loaded & {*large, "implsupport.records"} == set()


DRAWING = """
from hypothesis import Phase, find, settings, strategies
once = settings(database=None, phases=[Phase.generate])
print(type(find(strategies.from_type(Study), lambda study: True, settings=once)).__name__)
"""


@pytest.mark.parametrize(
    "imports",
    [
        "import hypothesis; from implsupport.records import Study",
        "from implsupport.records import Study; import hypothesis",
        "import implsupport.testing; from implsupport.records import Study",
        "from implsupport.records import Study; import implsupport.testing",
    ],
)
def test_records_are_drawn_by_type_whichever_is_imported_first(imports: str) -> None:
    """In a new interpreter, with warnings as errors."""
    assert printed(f"{imports}\n{DRAWING}") == "Study"


def test_records_imported_anew_are_registered_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once the module is loaded, by the finder that Python has for it."""
    monkeypatch.setattr(implsupport, "records", records)  # put back what is there now, afterwards
    monkeypatch.delitem(sys.modules, "implsupport.records")
    again = importlib.import_module("implsupport.records")

    assert again.Study is not Study
    assert type(drawn(again.Study)) is again.Study
