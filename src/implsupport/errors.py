"""What can go wrong, as one tree.

ImplSupportError                       one `except` is enough
├── UnknownTermError   (ValueError)    a word the vocabulary does not have
├── FrameworkError     (ValueError)    a framework that is not well formed
├── IncompleteError    (ValueError)    a judgement with gaps, or one given twice
├── UnknownKeyError    (LookupError)   no such case, policy or source
└── MissingExtraError  (ImportError)   an adapter without its library, and what to type

Every error keeps its facts as fields and writes its sentence on demand. What was given is
kept as its `repr`, cut at 80 characters, so that an error always pickles and never keeps a
large object alive.
"""

from collections.abc import Iterable, Sequence
from typing import Self

import attrs

__all__ = [
    "FrameworkError",
    "ImplSupportError",
    "IncompleteError",
    "MissingExtraError",
    "UnknownKeyError",
    "UnknownTermError",
    "nearest",
    "shown",
]

_LONGEST = 80


def shown(value: object) -> str:
    """Show a value as an error message does: its `repr`, cut at 80 characters.

    Args:
        value: Whatever was given.

    Returns:
        One line of at most 80 characters; a cut one ends in an ellipsis.

    >>> shown("hihg")
    "'hihg'"
    >>> len(shown("x" * 500))
    80
    """
    try:
        text = repr(value[: _LONGEST + 1] if isinstance(value, str) else value)
    except ValueError:  # a whole number of thousands of digits, which Python does not print
        text = f"<{type(value).__name__} too long to print>"
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def nearest(given: object, expected: Iterable[str]) -> str | None:
    """Find the expected word most like the given one.

    Args:
        given: Whatever was given; only text can be like a word.
        expected: The words allowed.

    Returns:
        The nearest word, or None where nothing is near.

    >>> nearest("hihg", ["low", "high"])
    'high'
    >>> nearest(3, ["low", "high"]) is None
    True
    """
    if not isinstance(given, str):
        return None
    import difflib  # noqa: PLC0415 -- only an error needs it, and importing it takes 10 ms

    close = difflib.get_close_matches(given[:_LONGEST].casefold(), tuple(expected), n=1)
    return close[0] if close else None


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def _did_you_mean(near: str | None) -> str:
    return f"; did you mean {near!r}?" if near else ""


class ImplSupportError(Exception):
    """Anything that this library refuses.

    >>> issubclass(UnknownTermError, ImplSupportError)
    True
    """


@attrs.define(eq=False, slots=False)
class UnknownTermError(ImplSupportError, ValueError):
    """A word the vocabulary does not have.

    Attributes:
        given: What was given, as shown.
        vocabulary: The name of the vocabulary.
        expected: What would have been accepted, in order: keys, or a phrase for a number.
        nearest: The key most like what was given, or None.
        also: The sentences of further findings in the same call.
        noun: What was looked for: a *term* of the vocabulary, or a *degree* of membership in
            it, where `expected` is a phrase and not a list of keys.
        where: The place in the call, such as the criterion; empty where there is only one.

    >>> str(UnknownTermError("'hihg'", "Ambiguity", ("low", "high"), "high"))
    "'hihg' is not a term of Ambiguity; expected one of 'low', 'high'; did you mean 'high'?"
    """

    given: str
    vocabulary: str
    expected: tuple[str, ...]
    nearest: str | None = None
    also: tuple[str, ...] = ()
    noun: str = "term"
    where: str = ""

    def __str__(self) -> str:
        """Say what was given, what was expected, and the nearest match."""
        words = _quoted(self.expected)
        expected = f"one of {words}" if self.noun == "term" else ", ".join(self.expected)
        where = f"{self.where}: " if self.where else ""
        also = "".join(f"; also: {sentence}" for sentence in self.also)
        return (
            f"{where}{self.given} is not a {self.noun} of {self.vocabulary}; "
            f"expected {expected}{_did_you_mean(self.nearest)}{also}"
        )

    @classmethod
    def together(cls, findings: Sequence[Self]) -> Self:
        """Make one error of all findings of a call.

        Args:
            findings: The errors found, at least one, in the order of the call.

        Returns:
            The first, with the sentences of the others in `also`.

        >>> low = UnknownTermError("'lo'", "Ambiguity", ("low", "high"))
        >>> UnknownTermError.together([low, low]).also
        ("'lo' is not a term of Ambiguity; expected one of 'low', 'high'",)
        """
        return attrs.evolve(findings[0], also=tuple(str(finding) for finding in findings[1:]))


@attrs.define(eq=False, slots=False)
class FrameworkError(ImplSupportError, ValueError):
    """A framework, scale or rule that is not well formed, or not fit for what is asked of it.

    Attributes:
        framework: The name of the framework.
        problems: Every finding, one phrase each.

    >>> str(FrameworkError("my-rubric", ("no row for 'clarity'", "2 cells in row 'politics'")))
    "'my-rubric' cannot be used: no row for 'clarity'; 2 cells in row 'politics'"
    """

    framework: str
    problems: tuple[str, ...]

    def __str__(self) -> str:
        """List every finding."""
        return f"{self.framework!r} cannot be used: {'; '.join(self.problems)}"


@attrs.define(eq=False, slots=False)
class IncompleteError(ImplSupportError, ValueError):
    """A judgement with gaps that it does not own up to, or with something given twice.

    Attributes:
        framework: The key of the framework judged against.
        missing: The keys without a rating, in the framework's order.
        repeated: The keys given more than once.

    >>> print(IncompleteError("success", ("clarity", "politics")))
    no rating for 'clarity', 'politics' of rubric 'success'; rate them, give a gap with its
    reason, or pass partial=True
    """

    framework: str
    missing: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Name what is missing and what is repeated, and the ways out."""
        missing = (
            f"no rating for {_quoted(self.missing)} of rubric {self.framework!r}; rate them, "
            "give a gap with its reason, or pass partial=True"
        )
        repeated = f"{_quoted(self.repeated)} given twice to {self.framework!r}; keep one of each"
        return "; ".join(
            text for text, when in ((missing, self.missing), (repeated, self.repeated)) if when
        )


@attrs.define(eq=False, slots=False)
class UnknownKeyError(ImplSupportError, LookupError):
    """No such case, policy, source or framework.

    Attributes:
        given: What was given, as shown.
        what: What kind of thing the key should name.
        expected: The keys there are.
        nearest: The key most like what was given, or None.

    >>> str(UnknownKeyError("'matland'", "source", ("matland-1995",), "matland-1995"))
    "no source 'matland'; there are 'matland-1995'; did you mean 'matland-1995'?"
    """

    given: str
    what: str
    expected: tuple[str, ...]
    nearest: str | None = None

    def __str__(self) -> str:
        """Say which key is unknown and which are known."""
        known = f"there are {_quoted(self.expected)}" if self.expected else "there are none"
        return f"no {self.what} {self.given}; {known}{_did_you_mean(self.nearest)}"


@attrs.define(eq=False, slots=False)
class MissingExtraError(ImplSupportError, ImportError):
    """An adapter whose library is not installed.

    Attributes:
        module: The module of this library that was asked for.
        library: The library that it needs.
        extra: The extra that installs it.

    >>> print(MissingExtraError("implsupport.plots", "matplotlib", "plot"))
    implsupport.plots needs matplotlib, which is not installed; install it with:
    pip install "implsupport[plot]"
    """

    module: str
    library: str
    extra: str

    def __str__(self) -> str:
        """Say what is missing and what to type."""
        return (
            f"{self.module} needs {self.library}, which is not installed; "
            f'install it with: pip install "implsupport[{self.extra}]"'
        )
