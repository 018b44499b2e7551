"""How a report words what results hold."""

from collections.abc import Iterable, Sequence
from typing import Final

from implsupport.appraisal import Cited
from implsupport.notebooks import degree
from implsupport.sources import Source
from implsupport.terms import Term

__all__ = [
    "HOW_TO_READ",
    "bracket",
    "cited",
    "clipped",
    "conjoined",
    "count",
    "either",
    "headed",
    "heading",
    "listed",
    "part",
    "ranged",
    "rests",
    "scope",
    "word",
]

HOW_TO_READ: Final = (
    "Brackets give what a statement rests on and its status: source (printed there), adapted, or "
    "ours. A gap is not a grade, and what is not described is not absent."
)
"""What holds for every statement of a report."""


_TWO: Final = 2


def count(number: int, noun: str) -> str:
    """Count things in words: *1 gap*, *2 gaps*.

    >>> count(1, "gap"), count(2, "gap")
    ('1 gap', '2 gaps')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def part(number: int, total: int, noun: str) -> str:
    """Say how many of all things, as people do where it is none, all, both or the only one.

    >>> part(0, 3, "case"), part(2, 3, "case"), part(3, 3, "case")
    ('none of 3 cases', '2 of 3 cases', 'all 3 cases')
    >>> part(0, 2, "case"), part(1, 2, "case"), part(2, 2, "case")
    ('neither case', '1 of 2 cases', 'both cases')
    >>> part(0, 0, "case"), part(0, 1, "case"), part(1, 1, "case")
    ('no case', 'no case', 'the only case')
    """
    if total < _TWO:
        return f"the only {noun}" if number else f"no {noun}"
    if total == _TWO and number != 1:
        return f"both {noun}s" if number else f"neither {noun}"
    which = {0: "none of", total: "all"}.get(number, f"{number} of")
    return f"{which} {count(total, noun)}"


def scope(said: int, cases: int) -> str:
    """Say how many cases there are, and of how many a study says nothing.

    >>> scope(2, 2), scope(1, 3), scope(0, 0)
    ('2 cases.', '3 cases; nothing is said of 2.', 'No case.')
    """
    silent = f"; nothing is said of {cases - said}" if said < cases else ""
    return f"{count(cases, 'case') if cases else 'No case'}{silent}."


def conjoined(words: Sequence[str]) -> str:
    """Join words as a sentence does.

    >>> conjoined(["A"]), conjoined(["A", "B", "C"])
    ('A', 'A, B and C')
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last


def clipped(text: str, most: int) -> str:
    """Cut a text after a number of words, and say so with an ellipsis.

    >>> clipped("one two three", 3), clipped("one two three", 2)
    ('one two three', 'one two …')
    """
    words = text.split()
    return " ".join(words if len(words) <= most else [*words[:most], "…"])


def word(value: Term | float | None) -> str:
    """Say a term by its label, a degree with as many decimals as tell it from the crossover.

    >>> word(0.5), word(0.501), word(None)
    ('0.50', '0.501', 'unknown')
    """
    return value.label if isinstance(value, Term) else degree(value)


def headed(words: str) -> str:
    """Begin with a capital letter, and leave the rest as it is.

    >>> headed("assessor without a name")
    'Assessor without a name'
    """
    return f"{words[:1].upper()}{words[1:]}"


def heading(key: str) -> str:
    """Make a heading of a key.

    >>> heading("support-programme")
    'Support programme'
    """
    return key.replace("-", " ").capitalize()


def either(kinds: Iterable[Term]) -> str:
    """Name the terms that are left, as either or."""
    return " or ".join(kind.label for kind in kinds)


def ranged(lowest: Term, highest: Term) -> str:
    """Name the range of the grades given, or the one grade it is.

    The bounds of a verdict, which is one grade that is not known yet, are worded otherwise.
    """
    return lowest.label if lowest is highest else f"from {lowest.label} to {highest.label}"


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
