"""How pictures word what results hold."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeGuard, TypeVar

from implsupport.errors import FrameworkError, shown
from implsupport.sources import Source
from implsupport.terms import Term

__all__ = ["counted", "headed", "named", "results", "small_print", "terms"]

T = TypeVar("T", bound=Term)


def counted(number: int, noun: str) -> str:
    """Count things in words.

    >>> counted(1, "case"), counted(2, "case")
    ('1 case', '2 cases')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def headed(words: str) -> str:
    """Begin with a capital letter.

    >>> headed("relative success")
    'Relative success'
    """
    return words[:1].upper() + words[1:]


def named(key: object) -> str:
    """Read a key as the name of a case: of several parts, such as a subject, those that are said.

    >>> named("Night visits"), named(3), named(("x", "policy", None, "2023"))
    ('Night visits', '3', 'x, policy, 2023')
    """
    if _has_parts(key):
        return ", ".join(named(part) for part in key if part is not None)
    return key.label if isinstance(key, Term) else str(key)


def _has_parts(key: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(key, tuple)


def results(
    given: object, noun: str, function: str, is_one: Callable[[Any], bool]
) -> list[tuple[str, Any]]:
    """Read the name of each case and its result.

    Args:
        given: What was given as a mapping of names to results.
        noun: What a result is called.
        function: The name of the function that draws them.
        is_one: Whether something is such a result.

    Returns:
        Name and result, in order; keys that are no text are read as `named` does.

    Raises:
        FrameworkError: If it is no mapping, or holds anything else.

    >>> results([3], "number", "numbers", str.isdigit)
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'numbers' cannot be used: [3] is not a mapping; give each
    number with the name that it is drawn under
    """
    if not _is_mapping(given):
        problem = (
            f"{shown(given)} is not a mapping; give each {noun} with the name that it is drawn"
        )
        raise FrameworkError(function, (f"{problem} under",))
    found = [(named(key), one) for key, one in given.items()]
    problems = tuple(
        f"{shown(name)} has {shown(one)}, not a {noun}" for name, one in found if not is_one(one)
    )
    if problems:
        raise FrameworkError(function, problems)
    return found


def _is_mapping(given: object) -> TypeGuard[Mapping[Any, Any]]:
    return isinstance(given, Mapping)


def small_print(source: Source | None, caveats: Iterable[str] = ()) -> str:
    """Say where a framework is printed and what its source warns of.

    >>> small_print(None, ["It is provisional."])
    'It is provisional.'
    """
    cited = f"Source: {source.citation}." if source else ""
    return " ".join(filter(None, (cited, *caveats)))


def terms(vocabulary: type[T]) -> tuple[T, ...]:
    """List the terms of a vocabulary, in order.

    >>> from implsupport.vocabulary import Extent
    >>> terms(Extent)
    (Extent.NO, Extent.IN_PART, Extent.YES)
    """
    return tuple(vocabulary)
