"""`implsupport schema`: the JSON Schema of a study or an appraisal."""

from argparse import Namespace
from importlib.resources import files

from implsupport.cli import targets

__all__ = ["published", "run"]


def run(given: Namespace) -> int:
    """Deliver a schema.

    Args:
        given: The options.

    Returns:
        The exit code.

    Raises:
        DocumentError: If it cannot be written.
    """
    return targets.deliver(published(given.of), given)


def published(of: str) -> str:
    """Read a schema as it lies in the package.

    Args:
        of: *study* or *appraisal*.

    Returns:
        Its text, which is what `documents.schema` and `appraisal.schema` give.

    >>> published("study").splitlines()[1]
    '  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    file = files("implsupport") / "schemas" / f"{of}-1.json"
    return file.read_text(encoding="utf-8")
