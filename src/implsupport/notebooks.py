"""How notebooks show results: a small table of text, with everything in it escaped."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, cast

from implsupport.terms import Term

__all__ = ["table"]

# The classes keep a notebook from setting what stands between dollar signs as a formula.
_OPENING: Final = '<table class="tex2jax_ignore mathjax_ignore">'


def table(title: str, rows: Iterable[Sequence[object]], head: Sequence[str] = ()) -> str:
    """Write a table that a notebook shows.

    Args:
        title: What it shows.
        rows: The rows; the first of each names it. A term is shown by its label, None
            as *unknown*, several things one behind the other.
        head: The headings of the columns; none where the rows speak for themselves.

    Returns:
        HTML in which whatever was given is text.

    >>> print(table("A card", [("clarity", None)]))
    <table class="tex2jax_ignore mathjax_ignore"><caption>A card</caption><tbody><tr><th
    scope="row">clarity</th><td>unknown</td></tr></tbody></table>
    """
    named = "".join(f'<th scope="col">{escape(word)}</th>' for word in head)
    top = f"<thead><tr>{named}</tr></thead>" if head else ""
    body = "".join(f"<tr>{_row(row)}</tr>" for row in rows)
    caption = f"<caption>{escape(title)}</caption>"
    return f"{_OPENING}{caption}{top}<tbody>{body}</tbody></table>"


def _row(row: Sequence[object]) -> str:
    first, *others = (escape(_worded(value)) for value in row)
    cells = "".join(f"<td>{cell}</td>" for cell in others)
    return f'<th scope="row">{first}</th>{cells}'


def _worded(value: object) -> str:
    """Say a value as people read it."""
    match value:
        case Term():
            said = value.label
        case None:
            said = "unknown"
        case float():
            said = f"{value:.2f}"
        case str():
            said = value
        case Iterable():
            several = cast("Iterable[object]", value)
            said = "; ".join(map(_worded, several)) or "none"
        case _:
            said = str(value)
    return said
