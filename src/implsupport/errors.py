"""What can go wrong, as one tree.

ImplSupportError                       one `except` is enough
├── UnknownTermError   (ValueError)    a word the vocabulary does not have
├── FrameworkError     (ValueError)    a framework that is not well formed
├── IncompleteError    (ValueError)    a judgement with gaps, or one given twice
├── UnknownKeyError    (LookupError)   no such case, policy or source
├── DocumentError      (ValueError)    a file that cannot be read or written as asked
├── FrameError         (ValueError)    a data frame likewise
└── MissingExtraError  (ImportError)   an adapter without its library, and what to type

Every error keeps its facts as fields and writes its sentence on demand. What was given is
kept as its `repr`, cut at 80 characters, so that an error always pickles and never keeps a
large object alive.
"""

from collections.abc import Iterable, Sequence
from typing import Self

import attrs

__all__ = [
    "DocumentError",
    "DocumentFinding",
    "FrameError",
    "FrameFinding",
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
_MOST_KEYS = 12
_MOST_COMPARED = 100


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


def nearest(given: object, expected: Iterable[object]) -> str | None:
    """Find the expected word most like the given one.

    Args:
        given: Whatever was given; only text can be like a word.
        expected: The words allowed; a key that is no text, such as a number, is like no word.

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

    words = tuple(key for key in expected if isinstance(key, str))
    word = given[:_LONGEST].casefold()
    close = difflib.get_close_matches(word, _likeliest(word, words), n=1)
    return close[0] if close else None


def _likeliest(word: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Choose among many words, for comparing them letter by letter takes too long."""
    if len(words) <= _MOST_COMPARED:
        return words
    pairs = {word[place : place + 2] for place in range(len(word))}
    first = words[: 20 * _MOST_COMPARED]
    in_order = sorted(first, key=lambda one: -sum(pair in one for pair in pairs))
    return tuple(in_order[: _MOST_COMPARED // 10])


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(repr(word) for word in words)


def _listed(keys: Sequence[str], near: str | None) -> str:
    """Quote the keys; of many the nearest and the first, and how many more there are."""
    if len(keys) <= _MOST_KEYS:
        return _quoted(keys)
    first = dict.fromkeys((*filter(None, (near,)), *keys[:_MOST_KEYS]))
    return f"{_quoted(tuple(first)[:_MOST_KEYS])} and {len(keys) - _MOST_KEYS:,} more"


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
        hint: A way out that is not the nearest word; empty where there is none.

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
    hint: str = ""

    def __str__(self) -> str:
        """Say what was given, what was expected, and the nearest match."""
        words = _quoted(self.expected)
        expected = f"one of {words}" if self.noun == "term" else ", ".join(self.expected)
        where = f"{self.where}: " if self.where else ""
        hint = f"; {self.hint}" if self.hint else ""
        also = "".join(f"; also: {sentence}" for sentence in self.also)
        return (
            f"{where}{self.given} is not a {self.noun} of {self.vocabulary}; "
            f"expected {expected}{_did_you_mean(self.nearest)}{hint}{also}"
        )

    @classmethod
    def together(cls, findings: Sequence[Self]) -> Self:
        """Make one error of all findings of a call.

        Args:
            findings: The errors found, at least one, in the order of the call.

        Returns:
            The first, with the sentences of the others in `also`, after those that it has.

        >>> low = UnknownTermError("'lo'", "Ambiguity", ("low", "high"))
        >>> UnknownTermError.together([low, low]).also
        ("'lo' is not a term of Ambiguity; expected one of 'low', 'high'",)
        """
        first, *others = findings
        return attrs.evolve(first, also=(*first.also, *map(str, others)))


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
        expected: The keys there are; of more than twelve the sentence names the nearest and eleven.
        nearest: The key most like what was given, or None.
        also: The sentences of further findings in the same call.
        where: The place in the call, such as the number of a row; empty where there is only one.

    >>> str(UnknownKeyError("'matland'", "source", ("matland-1995",), "matland-1995"))
    "no source 'matland'; there are 'matland-1995'; did you mean 'matland-1995'?"
    """

    given: str
    what: str
    expected: tuple[str, ...]
    nearest: str | None = None
    also: tuple[str, ...] = ()
    where: str = ""

    def __str__(self) -> str:
        """Say which key is unknown and which are known."""
        where = f"{self.where}: " if self.where else ""
        known = f"there are {_listed(self.expected, self.nearest)}"
        known = known if self.expected else "there are none"
        also = "".join(f"; also: {sentence}" for sentence in self.also)
        return f"{where}no {self.what} {self.given}; {known}{_did_you_mean(self.nearest)}{also}"


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


@attrs.frozen
class DocumentFinding:
    """One thing wrong in a file.

    Attributes:
        code: What kind of thing: *file*, *limit*, *encoding*, *character*, *syntax* or
            *construct* where the text cannot be taken as it is; *repeated* for a key or a name
            given twice; *field*, *form*, *word*, *key* or *clash* where a record refuses it.
        place: Where it stands, as *file:line:column* or *file!sheet!cell*.
        path: What it is part of, such as *assessments[3].ratings.clarity.grade*; empty for the
            whole.
        sentence: What was found, what is allowed and the nearest match.
        expected: What would have been accepted, in order; empty where no list can say it.
        nearest: The accepted word most like what was found, or None.

    >>> print(DocumentFinding("form", "study.yaml:3:9", "policies[0].year", "'old' is not a year"))
    study.yaml:3:9: policies[0].year: 'old' is not a year
    """

    code: str
    place: str
    path: str
    sentence: str
    expected: tuple[str, ...] = ()
    nearest: str | None = None

    def __str__(self) -> str:
        """Say where it stands, what it is part of, and what is wrong."""
        return ": ".join(part for part in (self.place, self.path, self.sentence) if part)


@attrs.define(eq=False, slots=False)
class DocumentError(ImplSupportError, ValueError):
    """A file that cannot be read or written as asked.

    Attributes:
        findings: What is wrong, in the order of the file: all of it, or the first 50.
        more: How many findings there are beside those.

    >>> refused = DocumentFinding("form", "study.yaml:3:9", "policies[0].year", "'old' is no year")
    >>> print(DocumentError((refused,), more=4))
    study.yaml:3:9: policies[0].year: 'old' is no year
    and 4 more
    """

    findings: tuple[DocumentFinding, ...]
    more: int = 0

    def __str__(self) -> str:
        """Say every finding on a line of its own, then how many more there are."""
        rest = (f"and {self.more:,} more",) if self.more else ()
        return "\n".join((*map(str, self.findings), *rest))


@attrs.frozen
class FrameFinding:
    """One thing wrong with a data frame.

    Attributes:
        code: What kind of thing: *missing* for a column that is not there, *taken* for a name
            that is there already, *name* for one that several columns have, that is no text, that
            is read twice, that is nearly that of a field, or that an engine cannot read, *type*
            for a column of another type, *word* or *degree* for what cannot be read, *empty* for
            a value that has to be there, *repeated* for rows that judge one thing twice, *engine*
            for what no verb reads.
        column: The name of the column, or None for the whole frame.
        sentence: What was found, what was expected, the nearest match and the way out.
        rows: In how many rows; 0 where it is not a matter of rows.
        given: What was found, as shown; empty where nothing was.
        expected: What would have been accepted, in order; empty where no list can say it.
        nearest: The accepted word most like what was found, or None.

    >>> print(FrameFinding("type", "clarity", "holds Int64, not text or categories"))
    column 'clarity': holds Int64, not text or categories
    """

    code: str
    column: str | None
    sentence: str
    rows: int = 0
    given: str = ""
    expected: tuple[str, ...] = ()
    nearest: str | None = None

    def __str__(self) -> str:
        """Say in which column, and what is wrong."""
        return self.sentence if self.column is None else f"column {self.column!r}: {self.sentence}"


@attrs.define(eq=False, slots=False)
class FrameError(ImplSupportError, ValueError):
    """A data frame that cannot be read as asked.

    Attributes:
        findings: What is wrong, column by column; of the words of a column those in most rows.
        more: How many findings there are beside those.

    >>> refused = FrameFinding("type", "clarity", "holds Int64, not text or categories")
    >>> print(FrameError((refused,), more=2))
    column 'clarity': holds Int64, not text or categories
    and 2 more
    """

    findings: tuple[FrameFinding, ...]
    more: int = 0

    def __str__(self) -> str:
        """Say every finding on a line of its own, then how many more there are."""
        rest = (f"and {self.more:,} more",) if self.more else ()
        return "\n".join((*map(str, self.findings), *rest))
