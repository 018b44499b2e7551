"""Strategies for words: keys, texts, vocabularies, and what may be drawn from them."""

import functools
import string
import types
from collections.abc import Iterable
from typing import Any, Final, TypeVar

from hypothesis import strategies as st

from implsupport.terms import Gap, Scale, Term

__all__ = ["keys", "marks", "scales", "terms", "texts", "vocabularies"]

S = TypeVar("S", bound=Scale)
K = TypeVar("K", bound=Term)

# The characters that Hypothesis takes for the simplest, in its order, and what to write for each:
# so that a key shrinks to *a*.
_SIMPLEST: Final = f"{string.digits}{string.ascii_uppercase}abcdef"
_WRITTEN: Final = str.maketrans(_SIMPLEST, f"{string.ascii_lowercase}{string.digits}éя----")
_GAPS: Final = frozenset(gap.key for gap in Gap)


@functools.cache
def keys() -> st.SearchStrategy[str]:
    """Draw kebab-case keys.

    Returns:
        Up to twelve lower-case letters, digits and hyphens, not all ASCII; shrinks to *a*.

    >>> from hypothesis import given
    >>> @given(keys())
    ... def check(key: str) -> None:
    ...     assert key == "-".join(key.casefold().split())
    >>> check()
    """
    return st.text(_SIMPLEST, min_size=1, max_size=12).map(_key).filter(bool)


def _key(text: str) -> str:
    words = text.translate(_WRITTEN).split("-")
    return "-".join(filter(None, words))


@functools.cache
def texts() -> st.SearchStrategy[str]:
    r"""Draw texts that a record takes: something to see, and no control characters but newline.

    Returns:
        Up to twelve characters of any script; shrinks to *0*.

    >>> from hypothesis import given
    >>> @given(texts())
    ... def check(text: str) -> None:
    ...     assert text.strip() and len(text) <= 12
    >>> check()
    """
    characters = st.characters(exclude_categories=["Cc", "Cf", "Cs"], include_characters="\n")
    return st.text(characters, min_size=1, max_size=12).filter(str.strip)


def vocabularies(*, min_size: int = 1, max_size: int = 4) -> st.SearchStrategy[type[Term]]:
    """Draw vocabularies, declared for the purpose, in no order of the alphabet.

    Args:
        min_size: The least number of terms, from 1.
        max_size: The greatest number of terms.

    Returns:
        Vocabularies, which pickle within one process; shrinks to few and short words.

    >>> from hypothesis import given
    >>> @given(vocabularies(min_size=2))
    ... def check(vocabulary: type[Term]) -> None:
    ...     first, *others = vocabulary
    ...     assert vocabulary.of(first.key) is first not in others
    >>> check()
    """
    return _declared(Term, keys(), min_size, max_size)


def scales(*, min_size: int = 2, max_size: int = 5) -> st.SearchStrategy[type[Scale]]:
    """Draw scales, declared for the purpose, in no order of the alphabet.

    Args:
        min_size: The least number of grades, from 1; a rubric needs 2.
        max_size: The greatest number of grades.

    Returns:
        Scales, which pickle within one process; shrinks to few and short words.

    >>> from hypothesis import given
    >>> @given(scales())
    ... def check(scale: type[Scale]) -> None:
    ...     assert list(scale) == sorted(scale) and len(scale) >= 2
    >>> check()
    """
    return _declared(Scale, keys().filter(lambda key: key not in _GAPS), min_size, max_size)


def _declared(
    base: type[K], words: st.SearchStrategy[str], min_size: int, max_size: int
) -> st.SearchStrategy[type[K]]:
    few = st.lists(words, min_size=min_size, max_size=max_size, unique=True)
    return few.map(lambda given: _vocabulary(base, tuple(given)))


@functools.cache
def _vocabulary(base: type[Term], given: tuple[str, ...]) -> type[Any]:
    """Declare a vocabulary once, and keep it where pickle looks for it: in this module."""
    name = f"{base.__name__}({', '.join(given)})"
    terms_by_name = {key.upper().replace("-", "_"): key for key in given}
    body = {"__module__": __name__, "__qualname__": f"_{name}", **terms_by_name}
    made = types.new_class(name, (base,), exec_body=lambda space: space.update(body))
    globals()[made.__qualname__] = made
    return made


def terms(vocabulary: type[K]) -> st.SearchStrategy[K]:
    """Draw terms of a vocabulary.

    Args:
        vocabulary: A vocabulary or a scale.

    Returns:
        Its terms; shrinks to the first.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.success import Attainment
    >>> @given(terms(Attainment))
    ... def check(grade: Attainment) -> None:
    ...     assert Attainment.of(grade.label) is grade
    >>> check()
    """
    return st.sampled_from(tuple(vocabulary))


def marks(scale: type[S], *, gaps: Iterable[Gap] = Gap) -> st.SearchStrategy[S | Gap]:
    """Draw what may stand on a card: a grade, or a gap.

    Args:
        scale: The scale of the grades.
        gaps: The gaps to draw; all by default, and none if it is empty.

    Returns:
        Grades and gaps; shrinks to the lowest grade.

    >>> from hypothesis import given
    >>> from implsupport.frameworks.success import Attainment
    >>> @given(marks(Attainment, gaps=[Gap.NOT_STATED]))
    ... def check(mark: Attainment | Gap) -> None:
    ...     assert mark in {*Attainment, Gap.NOT_STATED}
    >>> check()
    """
    return st.sampled_from((*scale, *gaps))
