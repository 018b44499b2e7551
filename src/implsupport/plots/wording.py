"""How pictures word what results hold."""

from collections.abc import Iterable
from typing import TypeVar

from implsupport.sources import Source
from implsupport.terms import Term

__all__ = ["counted", "headed", "small_print", "terms"]

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
