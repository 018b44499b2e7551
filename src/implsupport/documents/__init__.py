"""Studies in files: strict in, faithful out.

    documents.read("study.yaml")            a study from YAML, JSON, a workbook or a folder of CSV
    documents.write(study, "study.json")    and back, the same bytes every time

Reading tells everything that is wrong at once, each thing at its place. Nothing is guessed: a
word must be the exact key, and what is written down is taken as it stands.
"""

import os
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Protocol, cast

from implsupport.documents.files import LIMITS, Limits, unreadable
from implsupport.documents.schemas import schema
from implsupport.errors import DocumentError, DocumentFinding, FrameworkError, shown
from implsupport.frameworks import CATALOGUE
from implsupport.given import every, require_each
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["LIMITS", "DocumentError", "DocumentFinding", "Limits", "read", "schema", "write"]


class _Format(Protocol):
    """A module that reads and writes one kind of file."""

    def read(
        self,
        path: Path,
        *,
        frameworks: Sequence[Matrix[Any, Any, Any]],
        limits: Limits,
        judgeable: bool,
    ) -> Study: ...

    def write(self, study: Study, path: Path, *, overwrite: bool) -> None: ...


# A module of an extra is loaded only for a file of its kind.
_FORMATS: Final = {
    ".yaml": "yaml_text",
    ".yml": "yaml_text",
    ".json": "json_text",
    ".xlsx": "workbook",
    "": "csv_folder",
}


_KINDS: Final = "a name that ends in .yaml, .yml, .json or .xlsx, or a folder of CSV files"
_WAYS_OUT: Final = {".csv": "; give the folder in which the tables lie, study.csv and others"} | (
    dict.fromkeys((".xls", ".xlsm", ".xlsb", ".ods"), "; save the workbook as .xlsx")
)


def _format_of(path: Path) -> _Format:
    """Find the module that reads a file of this kind."""
    if "\0" in str(path):
        raise unreadable(path, "file", "the name of a file holds no U+0000; take it out")
    suffix = "" if os.path.isdir(path) else path.suffix.lower()  # noqa: PTH112 -- never raises
    if suffix not in _FORMATS:
        expected = f"{_KINDS}{_WAYS_OUT.get(suffix, '')}"
        raise unreadable(path, "file", f"no study is kept as {suffix!r}; expected {expected}")
    if not suffix and os.path.isfile(path):  # noqa: PTH113 -- likewise
        raise unreadable(path, "file", f"its name has no ending; expected {_KINDS}")
    return cast("_Format", import_module(f"{__name__}.{_FORMATS[suffix]}"))


def _path(given: Any, of: str) -> Path:  # noqa: ANN401 -- whatever a caller gave
    """Refuse what names no file."""
    if not isinstance(given, str | os.PathLike):
        raise FrameworkError(of, (f"{shown(given)} is not the path of a file or a folder",))
    return Path(cast("str | os.PathLike[str]", given))


def read(
    path: str | os.PathLike[str],
    *,
    frameworks: Sequence[Matrix[Any, Any, Any]] = CATALOGUE,
    limits: Limits = LIMITS,
    judgeable: bool = False,
) -> Study:
    """Read a study from a file.

    Args:
        path: A file that ends in *.yaml*, *.yml*, *.json* or *.xlsx*, or a folder of CSV files.
        frameworks: The frameworks whose rubrics the study may name.
        limits: How much the file may hold.
        judgeable: Whether what `appraise` cannot put together is refused too, at its place: one
            thing that an assessor rates twice, a decision about what nobody rated.

    Returns:
        The study.

    Raises:
        DocumentError: If the file cannot be read, or anything in it is wrong.
        FrameworkError: If what is given is no path, no list of frameworks or no limits.
        MissingExtraError: If it is a workbook, and what reads workbooks is not installed.

    >>> read("study.txt")
    Traceback (most recent call last):
    ...
    implsupport.errors.DocumentError: study.txt:1:1: no study is kept as '.txt'; expected a name
    that ends in .yaml, .yml, .json or .xlsx, or a folder of CSV files
    """
    file = _path(path, "read")
    known = every(frameworks, "read", "frameworks, such as [success.SUCCESS]")
    require_each(Limits, (limits,), "read", "make them with Limits(...)")
    return _format_of(file).read(file, frameworks=known, limits=limits, judgeable=judgeable)


def write(study: Study, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write a study to a file, whole or not at all.

    What is written reads back as an equal study, and is the same bytes whenever it is written.

    Args:
        study: The study.
        path: As `read` takes it; a name without an ending becomes a folder of CSV files.
        overwrite: Whether what is there already is replaced.

    Raises:
        DocumentError: If it is there already and may not be replaced, or cannot be written.
        FrameworkError: If what is given is no study, or no path.
        MissingExtraError: If it is a workbook, and what writes workbooks is not installed.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write(Study(title="Ours"), f"{folder}/study.yaml")
    ...     read(f"{folder}/study.yaml").title
    'Ours'
    """
    require_each(Study, (study,), "write", "make one with Study.model_validate")
    file = _path(path, "write")
    _format_of(file).write(study, file, overwrite=overwrite)
