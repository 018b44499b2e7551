"""How the package is laid out. Its layers are kept by `lint-imports`."""

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import implsupport

TESTS = Path(__file__).parent
PACKAGE = Path(implsupport.__path__[0])  # in the source tree, or where a wheel was installed

ABOUT_THE_WHOLE = {
    "frames/test_distributed.py",
    "test_docs.py",
    "test_examples.py",
    "test_architecture.py",
    "test_browser.py",
    "test_coverage.py",
    "test_determinism.py",
    "test_keys.py",
    "test_portfolio.py",
    "test_promises.py",
    "test_readme.py",
    "test_stability.py",
    "test_threads.py",
}

ELSEWHERE = {
    "__init__.py": "test_init.py",
    "frameworks/__init__.py": "frameworks/test_catalogue.py",
}

HEAVY = {
    "hypothesis",
    "jinja2",
    "matplotlib",
    "narwhals",
    "networkx",
    "numpy",
    "openpyxl",
    "pandas",
    "polars",
    "pydantic",
    "xlsxwriter",
    "yaml",
}

ABOVE_THE_FACADE = {
    "implsupport.appraisal",
    "implsupport.cases",
    "implsupport.cli",
    "implsupport.documents",
    "implsupport.frames",
    "implsupport.graphs",
    "implsupport.plots",
    "implsupport.records",
    "implsupport.reports",
    "implsupport.testing",
}


def statements(file: Path) -> list[ast.stmt]:
    """Parse a module and leave its docstring out."""
    return ast.parse(file.read_text(encoding="utf-8")).body[1:]


def only_passes_on(file: Path) -> bool:
    """Tell whether a module holds plain imports and `__all__`, and nothing else."""
    return all(
        isinstance(one, ast.Import | ast.ImportFrom)
        or (isinstance(one, ast.Assign) and ast.unparse(one.targets[0]) == "__all__")
        for one in statements(file)
    )


FILES = sorted(PACKAGE.rglob("*.py"))
TEST_FILES = {str(file.relative_to(TESTS)) for file in TESTS.rglob("test_*.py")}
SAYING_SOMETHING = [
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for file in FILES
    if file.name != "__main__.py" and statements(file)
]


def public(module: ModuleType) -> set[str]:
    """Name what a module defines for others: its classes and functions without underscore."""
    return {
        name
        for name, value in vars(module).items()
        if inspect.isclass(value) or inspect.isfunction(value)
        if not name.startswith("_") and value.__module__ == module.__name__
    }


def in_order(names: list[str]) -> list[str]:
    """Sort as ruff does: constants, classes, the rest."""
    return sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))


def mirror(file: Path) -> str:
    """Say where the tests of a module are: at the same place, a package's beside its folder."""
    path = file.relative_to(PACKAGE)
    named = path.parent if path.name == "__init__.py" else path
    at_its_place = named.parent / f"test_{named.stem.strip('_')}.py"
    return ELSEWHERE.get(str(path), str(at_its_place))


def loaded(code: str) -> set[str]:
    """Run code in a new interpreter and name every module that it loads."""
    script = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"
    arguments = [sys.executable, "-I", "-c", script]
    return set(subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split())


@pytest.mark.parametrize("name", SAYING_SOMETHING)
def test_every_module_lists_its_public_names_in_order(name: str) -> None:
    """`__all__` is sorted, holds no name twice, and every name is there."""
    module = importlib.import_module(name)
    listed = module.__all__

    assert listed == in_order(list(set(listed)))
    assert set(listed) <= set(dir(module))


@pytest.mark.parametrize("name", SAYING_SOMETHING)
def test_every_module_lists_what_it_defines(name: str) -> None:
    """A class or function without an underscore is in `__all__`."""
    module = importlib.import_module(name)

    assert public(module) <= set(module.__all__)


def test_every_module_that_holds_code_has_a_test_file() -> None:
    """A test file stands at the same place under `tests` as its module in the package."""
    expected = {mirror(file) for file in FILES if not only_passes_on(file)}

    assert expected - TEST_FILES == set()


def test_every_test_file_has_a_module() -> None:
    """But for the tests about the whole, each test file says of which module it is."""
    modules = {mirror(file) for file in FILES}

    assert TEST_FILES - ABOUT_THE_WHOLE - modules == set()


def test_the_facade_loads_no_evaluation_until_asked() -> None:
    """The modules of evaluation are named for checkers and loaded on demand."""
    evaluation = {name for name in loaded("import implsupport") if "implsupport.evaluation" in name}
    asked = loaded("import implsupport\nimplsupport.calibration")

    assert evaluation == set()
    assert "implsupport.evaluation.calibration" in asked


def test_the_facade_defines_only_what_loads_on_demand() -> None:
    """Beside imports and `__all__` it holds only what loads the modules of evaluation."""
    functions = [
        one.name
        for one in statements(PACKAGE / "__init__.py")
        if isinstance(one, ast.FunctionDef | ast.ClassDef)
    ]

    assert functions == ["__getattr__", "__dir__"]


def test_the_facade_is_light() -> None:
    """`import implsupport` loads attrs and nothing else that is not Python's own."""
    found = {name.partition(".")[0] for name in loaded("import implsupport")}

    assert "implsupport" in found
    assert found & HEAVY == set()


def test_the_facade_loads_no_records_and_no_adapter() -> None:
    """What needs pydantic or an extra is imported by those who use it."""
    found = loaded("import implsupport")

    assert found & ABOVE_THE_FACADE == set()


def test_the_command_line_loads_without_extras() -> None:
    """`implsupport.cli` imports what an extra brings inside the command that needs it."""
    found = {name.partition(".")[0] for name in loaded("import implsupport.cli")}

    assert found & {"hypothesis", "jinja2", "matplotlib", "openpyxl", "xlsxwriter"} == set()


def test_the_package_says_that_it_is_typed() -> None:
    """`py.typed` lies in the package, so that users' type checkers read it."""
    assert (PACKAGE / "py.typed").is_file()
