"""How a report words what results hold."""

from collections.abc import Iterable

from implsupport.sources import Source
from implsupport.terms import Term

__all__ = ["between", "bracket", "cited", "count", "either", "heading", "listed", "word"]


def count(number: int, noun: str) -> str:
    """Count things in words: *1 gap*, *2 gaps*.

    >>> count(1, "gap"), count(2, "gap")
    ('1 gap', '2 gaps')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def word(value: Term | float | None) -> str:
    """Say a term by its label, a degree with two decimals.

    >>> word(0.5), word(None)
    ('0.50', 'unknown')
    """
    if isinstance(value, Term):
        return value.label
    return "unknown" if value is None else f"{value:.2f}"


def heading(key: str) -> str:
    """Make a heading of a key.

    >>> heading("support-programme")
    'Support programme'
    """
    return key.replace("-", " ").capitalize()


def either(kinds: Iterable[Term]) -> str:
    """Name the terms that are left, as either or."""
    return " or ".join(kind.label for kind in kinds)


def between(lowest: Term, highest: Term) -> str:
    """Name a range of grades, or the one grade it is."""
    return lowest.label if lowest is highest else f"{lowest.label} to {highest.label}"


def listed(words: Iterable[str]) -> str:
    """List keys as people read them, or say that there are none.

    >>> listed(["hwb", "sure-start"]), listed([])
    ('hwb, sure start', 'none')
    """
    return ", ".join(one.replace("-", " ") for one in words) or "none"


def cited(source: Source | None) -> str:
    """Cite a source by its key and the place in it."""
    if source is None:
        return "no source"
    return ", ".join(filter(None, (source.key, source.locator)))


def bracket(sources: Iterable[str], status: str) -> str:
    """Name each work once, then the places in it, then the status.

    >>> bracket(["a-2000, p. 1", "a-2000, p. 2"], "source")
    'a-2000, p. 1; p. 2; source'
    """
    places: dict[str, list[str]] = {}
    for source in sources:
        work, _, place = source.partition(", ")
        places.setdefault(work, []).append(place)
    return "; ".join((*map(_work, places.items()), status))


def _work(found: tuple[str, list[str]]) -> str:
    work, places = found
    return ", ".join(filter(None, (work, "; ".join(dict.fromkeys(places)))))
