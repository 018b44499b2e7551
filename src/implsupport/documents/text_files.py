"""Studies in files of text: what YAML and JSON have in common."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Protocol

import attrs

from implsupport.documents.files import Limits, read_bytes, write_bytes
from implsupport.documents.trees import SCHEMA
from implsupport.matrix import Matrix
from implsupport.records import Study

__all__ = ["TextFile", "values_of"]


class _StudyFrom(Protocol):
    """Makes a study of what a file holds."""

    def __call__(
        self,
        data: bytes,
        file: str,
        *,
        frameworks: Sequence[Matrix[Any, Any, Any]],
        limits: Limits,
        judgeable: bool,
    ) -> Study: ...


@attrs.frozen
class TextFile:
    """A kind of file that is one text.

    Attributes:
        study_from: Makes a study of what a file holds.
        dumped: Writes a study as text.
    """

    study_from: _StudyFrom
    dumped: Callable[[Study], str]

    def read(
        self,
        path: Path,
        *,
        frameworks: Sequence[Matrix[Any, Any, Any]],
        limits: Limits,
        judgeable: bool = False,
    ) -> Study:
        """Read a study from a file.

        Args:
            path: The file.
            frameworks: The frameworks whose rubrics the study may name.
            limits: How much the file may hold.
            judgeable: Whether what no report can put together is refused too.

        Returns:
            The study.

        Raises:
            DocumentError: If the file cannot be read, or anything in it is wrong.
        """
        data = read_bytes(path, most=limits.size)
        return self.study_from(
            data, str(path), frameworks=frameworks, limits=limits, judgeable=judgeable
        )

    def write(self, study: Study, path: Path, *, overwrite: bool) -> None:
        """Write a study to a file.

        Args:
            study: The study.
            path: The file.
            overwrite: Whether a file that is there already is replaced.

        Raises:
            DocumentError: If it is there already and may not be replaced, or cannot be written.
        """
        write_bytes(path, self.dumped(study).encode(), overwrite=overwrite)


def values_of(study: Study) -> dict[str, object]:
    """Give what is written of a study: plain values, without what is left at its default.

    Args:
        study: The study.

    Returns:
        The schema, and the fields in their order.

    >>> values_of(Study(title="Ours"))
    {'schema': 'implsupport/study/1', 'title': 'Ours'}
    """
    return {"schema": SCHEMA, **study.model_dump(mode="json", exclude_defaults=True)}
