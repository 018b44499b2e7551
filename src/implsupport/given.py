"""What callers hand in, before anything is read of it: taken as it is meant, or refused in words.

A value of an array library is taken for the Python value that it stands for, without that library
being imported. What is not of the kind asked for is said in a phrase, so that all findings of a
call make one error.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from implsupport.errors import FrameworkError, UnknownTermError, shown

__all__ = [
    "Kinds",
    "called",
    "every",
    "misfits",
    "no_cell",
    "number",
    "plain",
    "require_each",
    "require_fields",
    "require_mapping",
]

Kinds: TypeAlias = Mapping[str, tuple[str, Callable[[Any], bool]]]
"""Part to what it must be, in words, and how that is told."""


def plain(given: Any) -> Any:  # noqa: ANN401 -- whatever a caller gave
    """Take a single value of an array library as Python's own; anything else stays as it is.

    Args:
        given: Whatever was given.

    Returns:
        The value.

    >>> plain("high"), plain(True)
    ('high', True)
    """
    return given.item() if getattr(given, "shape", None) == () else given


def number(given: object) -> float | None:
    """Read a number, whole or not; a truth value is none.

    Args:
        given: Whatever was given.

    Returns:
        The number as Python's own, or None.

    >>> number(0.5), number(3), number(True), number("3")
    (0.5, 3, None, None)
    """
    value = plain(given)
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def called(key: object, what: str) -> str:
    """Name what is refused: by its key, or where that is no text by what it is.

    Args:
        key: What was given for the key.
        what: What it is the key of.

    Returns:
        The name.

    >>> called("success", "rubric"), called(None, "rubric")
    ('success', 'rubric')
    """
    return key if isinstance(key, str) else what


def misfits(parts: Mapping[str, object], kinds: Kinds) -> list[str]:
    """Find the parts of a thing that are not what they must be.

    Args:
        parts: Part to what was given for it.
        kinds: What each part must be.

    Returns:
        A phrase for each such part, in the order of the parts.

    >>> misfits({"title": 3}, {"title": ("text", lambda given: isinstance(given, str))})
    ['its title must be text, not 3']
    """
    return [
        f"its {name} must be {kinds[name][0]}, not {shown(part)}"
        for name, part in parts.items()
        if not kinds[name][1](part)
    ]


def no_cell(given: object, matrix: str, hint: str = "") -> UnknownTermError:
    """Say that something is not a row and a column.

    Args:
        given: What was given for a cell.
        matrix: The key of the framework.
        hint: A way out, where one is known.

    Returns:
        The error, to be raised.

    >>> str(no_cell("system", "governance"))
    "'system' is not a cell of governance; expected a pair of row and column"
    """
    expected = ("a pair of row and column",)
    return UnknownTermError(shown(given), matrix, expected, noun="cell", hint=hint)


def require_each(kind: type, things: Iterable[object], of: str, way_out: str) -> None:
    """Refuse what is not of the class that a function reads.

    Args:
        kind: The class.
        things: What was given.
        of: The name of the function.
        way_out: How to make one.

    Raises:
        FrameworkError: If one is not: every such one.

    >>> require_each(int, [1, "2"], "add", "count it")
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'add' cannot be used: '2' is not a int; count it
    """
    wrong = [one for one in things if not isinstance(one, kind)]
    if wrong:
        name = kind.__name__.lower()
        problems = (f"{shown(one)} is not a {name}; {way_out}" for one in wrong)
        raise FrameworkError(of, tuple(problems))


def every(given: Any, of: str, what: str) -> tuple[Any, ...]:  # noqa: ANN401 -- whatever a caller gave
    """Read a list of things, or refuse what lists nothing.

    Args:
        given: What was given.
        of: The name of the function.
        what: What it should list.

    Returns:
        The things, in order.

    Raises:
        FrameworkError: If it is one thing and not several, or none; a text is one thing.

    >>> every(iter([1, 2]), "add", "numbers")
    (1, 2)
    >>> every("12", "add", "numbers")
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'add' cannot be used: '12' is not a list of numbers
    """
    if not _is_several(given):
        raise FrameworkError(of, (f"{shown(given)} is not a list of {what}",))
    return tuple(given)


def _is_several(given: object) -> bool:
    return isinstance(given, Iterable) and not isinstance(given, str | bytes)


def require_fields(
    fields: Iterable[str],
    given: Any,  # noqa: ANN401 -- whatever a caller gave
    of: str,
    noun: str,
    way_out: str,
) -> tuple[Any, ...]:
    """Read a list of records, or refuse what has not the fields that a function reads.

    Any class will do that has the fields.

    Args:
        fields: The names of the fields.
        given: What was given as a list of records.
        of: The name of the function.
        noun: What one record is called.
        way_out: How to make one.

    Returns:
        The records, in order.

    Raises:
        FrameworkError: If one is none: every such thing. One record alone is no list of them.

    >>> require_fields(("real",), [1, {"real": 2}], "add", "number", "count it")
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'add' cannot be used: {'real': 2} is not a number: it is a
    mapping; count it
    """
    names = tuple(fields)
    if all(hasattr(given, name) for name in names):
        problem = f"{shown(given)} is one {noun}; give a list, even of one"
        raise FrameworkError(of, (problem,))
    things = _listed(given)
    problems = tuple(
        f"{shown(one)} is not {_article(noun)} {noun}: {_why(one, lacking)}; {way_out}"
        for one in things
        if (lacking := next((name for name in names if not hasattr(one, name)), None))
    )
    if problems:
        raise FrameworkError(of, problems)
    return things


def _listed(given: Any) -> tuple[Any, ...]:  # noqa: ANN401 -- whatever a caller gave
    """List what was given; a mapping is one thing here, such as a row of a table."""
    return tuple(given) if _is_several(given) and not _is_mapping(given) else (given,)


def _is_mapping(given: object) -> bool:
    return isinstance(given, Mapping)


def _why(one: object, lacking: str) -> str:
    """Say why something is no record; a mapping may well have the name, and is none."""
    return "it is a mapping" if _is_mapping(one) else f"it has no field {lacking!r}"


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"


def require_mapping(given: object, of: str, what: str) -> None:
    """Refuse what is no mapping.

    Args:
        given: What was given.
        of: The name of the function, or of what it was given for.
        what: What is mapped to what.

    Raises:
        FrameworkError: If it is no mapping.

    >>> require_mapping(["a"], "hasse", "cases to cards")
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'hasse' cannot be used: ['a'] is not a mapping of cases to
    cards
    """
    if not _is_mapping(given):
        raise FrameworkError(of, (f"{shown(given)} is not a mapping of {what}",))
