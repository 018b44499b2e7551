"""How notebooks show results: a small table of text, with everything in it escaped.

Reports and pictures write degrees as it does.
"""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, cast

from implsupport.terms import Term

__all__ = ["degree", "table"]

# The classes keep a notebook from setting what stands between dollar signs as a formula.
_OPENING: Final = '<table class="tex2jax_ignore mathjax_ignore">'

_FEWEST: Final = 2
_AS_GIVEN: Final = 4
_EXACT: Final = 15  # what lies behind is left over from arithmetic
_LANDMARKS: Final = (0.0, 0.5, 1.0)


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
        case None | float():
            said = degree(value)
        case str():
            said = value
        case Iterable():
            several = cast("Iterable[object]", value)
            said = "; ".join(map(_worded, several)) or "none"
        case _:
            said = str(value)
    return said


def degree(value: float | None) -> str:
    """Write a degree, so that what is near nought, the crossover or one does not read as that.

    Args:
        value: A degree, or a distance between two, from 0 to 1; None where nobody knows.

    Returns:
        Its decimals where there are two to four, else two; as many more as it takes to tell it
        from 0, 0.5 and 1; *unknown* for None.

    >>> degree(0.5), degree(0.501), degree(0.1234567), degree(0.4999999)
    ('0.50', '0.501', '0.12', '0.4999999')
    """
    if value is None:
        return "unknown"
    exact = round(value, _EXACT)
    few = range(_FEWEST, _AS_GIVEN + 1)
    decimals = next((n for n in few if round(exact, n) == exact), _FEWEST)
    while round(exact, decimals) in _LANDMARKS and exact not in _LANDMARKS:
        decimals += 1
    return f"{exact:.{decimals}f}"
