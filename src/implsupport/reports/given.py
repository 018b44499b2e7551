"""What the functions of this package take, and what they say of anything else."""

from typing import Final

from implsupport.appraisal import Appraisal
from implsupport.errors import UnknownTermError, shown
from implsupport.reports.blocks import Section

__all__ = ["require", "require_title"]

_MADE_BY: Final = {
    Appraisal: "an Appraisal, which implsupport.appraisal.appraise(study) gives",
    Section: "a Section, which implsupport.reports.content(appraisal) gives",
}


def require(given: object, kind: type[Appraisal | Section], function: str) -> None:
    """Refuse what a function does not take, and say what makes that which it takes.

    Args:
        given: What was given.
        kind: What is taken.
        function: The name of the function.

    Raises:
        UnknownTermError: If it is something else.

    >>> from implsupport.errors import UnknownTermError
    >>> try:
    ...     require("study.yaml", Appraisal, "html")
    ... except UnknownTermError as error:
    ...     print(error)
    reports.html: 'study.yaml' is not a value of appraisal; expected an Appraisal, which
    implsupport.appraisal.appraise(study) gives
    """
    if not isinstance(given, kind):
        _refuse(given, kind.__name__.lower(), _MADE_BY[kind], function)


def require_title(given: object, function: str) -> None:
    """Refuse a title that is neither text nor left out.

    Args:
        given: What was given.
        function: The name of the function.

    Raises:
        UnknownTermError: If it is something else.

    >>> require_title("For the board", "html")
    """
    if given is not None and not isinstance(given, str):
        _refuse(given, "title", "text, or None for the title of the study", function)


def _refuse(given: object, what: str, expected: str, function: str) -> None:
    raise UnknownTermError(
        shown(given), what, (expected,), noun="value", where=f"reports.{function}"
    )
