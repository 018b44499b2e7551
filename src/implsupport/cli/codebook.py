"""`implsupport codebook`: every word and what it means."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from implsupport.cli import targets
from implsupport.codebook import FRAMEWORK, Entry, as_json, as_markdown, codebook
from implsupport.reports import Items, Section, Words, text

__all__ = ["as_text", "run"]


def run(given: Namespace) -> int:
    """Deliver the codebook.

    Args:
        given: The options.

    Returns:
        The exit code.

    Raises:
        DocumentError: If it cannot be written.
    """
    return targets.deliver(_RENDER[given.format](codebook()), given)


def as_text(entries: Iterable[Entry]) -> str:
    """Write entries as text for a terminal: below each vocabulary its words, one after the other.

    A gloss has the status of its vocabulary unless another one is given behind it.

    Args:
        entries: What `codebook` returns, or some of it.

    Returns:
        Lines of at most 80 characters, unless a single word is longer; it ends in a newline.

    >>> from implsupport.terms import Gap
    >>> print(as_text(codebook([Gap], frameworks=[])[:2]).rstrip())
    Codebook
    ========
    <BLANKLINE>
    Gap
    ---
    <BLANKLINE>
    Why there is no grade. A gap keeps its reason and never becomes a grade. [ours]
    <BLANKLINE>
    - not-assessed: nobody has judged it yet
    - not-stated: the source gives no judgement
    """
    groups = groupby(entries, key=lambda entry: (entry.vocabulary, entry.about, entry.ordered))
    return text(Section("Codebook", (), tuple(_section(list(group)) for _, group in groups)))


def _section(entries: Sequence[Entry]) -> Section:
    """Write what is said of all entries of a vocabulary, then each."""
    first = entries[0]
    if first.vocabulary == FRAMEWORK:
        return Section("Frameworks", (Items(tuple(map(_framework, entries))),))
    about = " ".join(filter(None, (first.about, "In order, least to most." * first.ordered)))
    return Section(
        first.vocabulary, (Words(about, _behind(first)), Items(tuple(map(_term, entries))))
    )


def _framework(entry: Entry) -> Words:
    return Words(f"{entry.key}: {entry.label}; {entry.gloss}", _behind(entry))


def _term(entry: Entry) -> Words:
    said = ": ".join(filter(None, (entry.key, entry.gloss)))
    apart = entry.gloss and entry.gloss_status != entry.status
    behind = (
        f"gloss: {entry.gloss_status}" if apart else "",
        entry.printed and f"printed: {entry.printed}",
    )
    return Words(said, "; ".join(filter(None, behind)))


def _behind(entry: Entry) -> str:
    return "; ".join(filter(None, (entry.source, entry.status)))


_RENDER: Final[Mapping[str, Callable[[Iterable[Entry]], str]]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
}
