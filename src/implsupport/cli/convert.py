"""`implsupport convert`: a study as another kind of file."""

from argparse import Namespace

from implsupport import documents
from implsupport.cli import streams, studies

__all__ = ["run"]


def run(given: Namespace) -> int:
    """Read a study and write it as the kind of file that the name asks for.

    Args:
        given: The options.

    Returns:
        The exit code.

    Raises:
        DocumentError: If the study cannot be read or written.
        MissingExtraError: If either is a workbook, and what it needs is not installed.
    """
    with streams.stage(f"reading {streams.named(given.study)}"):
        study = studies.read(given.study, given)
    with streams.stage(f"writing {streams.named(given.path)}"):
        documents.write(study, given.path, overwrite=given.overwrite)
    return 0
