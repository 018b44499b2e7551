"""How a report words what results hold."""

from collections.abc import Iterable

from implsupport.appraisal import Cited
from implsupport.sources import Source
from implsupport.terms import Term

__all__ = [
    "between",
    "bracket",
    "cited",
    "clipped",
    "count",
    "either",
    "heading",
    "listed",
    "rests",
    "word",
]


def count(number: int, noun: str) -> str:
    """Count things in words: *1 gap*, *2 gaps*.

    >>> count(1, "gap"), count(2, "gap")
    ('1 gap', '2 gaps')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def clipped(text: str, most: int) -> str:
    """Cut a text after a number of words, and say so with an ellipsis.

    >>> clipped("one two three", 3), clipped("one two three", 2)
    ('one two three', 'one two …')
    """
    words = text.split()
    return " ".join(words if len(words) <= most else [*words[:most], "…"])


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


def rests(evidence: Iterable[Cited]) -> tuple[str, ...]:
    """Cite evidence: the work, the place in it, its words whole, and when they were said.

    >>> piece = Cited(source="a-2000", locator="p. 1", quotation="We pass it on.", date="2000-05")
    >>> rests([piece])
    ('a-2000, p. 1, "We pass it on.", 2000-05',)
    """
    return tuple(", ".join(filter(None, _parts(piece))) for piece in evidence)


def _parts(piece: Cited) -> tuple[str | None, ...]:
    words = f'"{piece.quotation}"' if piece.quotation else None
    return piece.source, piece.locator, words, piece.date


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
    return ", ".join(filter(None, (work, "; ".join(filter(None, dict.fromkeys(places))))))
