"""What Hypothesis draws by type: told when it is imported, by the entry point of this project.

The records are told apart: once somebody imports them, and not before, since importing them takes
longer than importing all the rest.
"""

import sys
from collections.abc import Callable, Container, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final, TypeAlias, TypeVar, get_args

from hypothesis import strategies as st

from implsupport.evaluation.panels import Panel
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.readings import Scorecard
from implsupport.terms import Scale, Term
from implsupport.testing.frameworks import grids, matrices, rubrics, typologies
from implsupport.testing.records import RECORDS, recorded
from implsupport.testing.results import cards, panels
from implsupport.testing.words import scales, terms, vocabularies

__all__ = ["register"]

_ByType: TypeAlias = Callable[[type[Any]], st.SearchStrategy[Any]]

_MODULE: Final = "implsupport.records"


def register() -> None:
    """Tell Hypothesis what to draw for the types of this library.

    Hypothesis then knows vocabularies, matrices, cards and panels at once, and the records as
    soon as they are imported. A generic class may name its parameters: for `Rubric[Criterion,
    Grade, str]` rubrics of that vocabulary and scale are drawn. A card or a panel that names
    those of a rubric in `CATALOGUE` is of that rubric.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
    >>> @given(...)
    ... def check(card: Scorecard[Criterion, Attainment]) -> None:
    ...     assert card.rubric is SUCCESS
    >>> check()
    """
    by_type: dict[type[Any], _ByType] = {
        Term: lambda _: vocabularies().flatmap(terms),
        Scale: lambda _: scales().flatmap(terms),
        Matrix: _parametrised(matrices),
        Typology: _parametrised(typologies),
        Rubric: _parametrised(rubrics),
        Grid: _parametrised(grids),
        Scorecard: _parametrised(lambda rows, cols, _: _shipped(rows, cols).flatmap(cards)),
        Panel: _parametrised(lambda rows, cols, _: _shipped(rows, cols).flatmap(panels)),
    }
    for kind, strategy in by_type.items():
        st.register_type_strategy(kind, strategy)
    sys.meta_path.insert(0, _Finder())
    _register_records(sys.modules.get(_MODULE))


def _parametrised(make: Callable[[Any, Any, Any], st.SearchStrategy[Any]]) -> _ByType:
    """Read rows, columns and cells off the parameters of a type, as far as it has any."""

    def strategy(kind: type[Any]) -> st.SearchStrategy[Any]:
        rows, cols, cells = (*get_args(kind), Any, Any, Any)[:3]
        return make(_vocabulary(rows), _vocabulary(cols), _values(cells))

    return strategy


def _shipped(
    rows: type[Term] | None, cols: type[Scale] | None
) -> st.SearchStrategy[Rubric[Any, Any, Any]]:
    """Take a rubric of the catalogue where one has these vocabularies, or else draw one."""
    found = [one for one in CATALOGUE if isinstance(one, Rubric)]
    found = [one for one in found if (one.rows, one.cols) == (rows, cols)]
    return st.sampled_from(found) if found else rubrics(rows, cols)


def _vocabulary(parameter: Any) -> type[Any] | None:  # noqa: ANN401 -- whatever a type may name
    """Take a vocabulary; None for a variable, for `Any`, and for `Term` itself."""
    return parameter if getattr(parameter, "__members__", None) else None


def _values(parameter: Any) -> st.SearchStrategy[Any] | None:  # noqa: ANN401 -- see above
    """Take a class of values; None for a variable, for `Any`, and for what is drawn anyway."""
    drawn_anyway: Container[object] = (Any, str, Term)
    if isinstance(parameter, TypeVar) or parameter in drawn_anyway:
        return None
    return st.from_type(parameter)


class _Finder(MetaPathFinder):
    """Finds the records as they are found without it, and registers them once they are loaded."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Find the records; every other module is left to the other finders."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname == _MODULE else None
        if spec and spec.loader:
            load = spec.loader.exec_module

            def load_and_register(module: ModuleType) -> None:
                load(module)
                _register_records(module)

            vars(spec.loader)["exec_module"] = load_and_register  # of this loader, not its class
        return spec


def _register_records(module: ModuleType | None) -> None:
    kinds = [getattr(module, name) for name in RECORDS if module]
    for kind in kinds:
        st.register_type_strategy(kind, recorded)
