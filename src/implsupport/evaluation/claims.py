"""What a source says of itself, checked against what it shows.

A source counts its own lists and sums its own tables up in words. A claim holds such words and
what they state; checking it compares that with what was counted. Where words or table can be
read in several ways, each reading is shown, and no reading is preferred.
"""

import operator
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, TypeAlias

import attrs

from implsupport.errors import FrameworkError
from implsupport.errors import shown as as_shown
from implsupport.given import require_each, require_mapping
from implsupport.notebooks import table
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Gap, Term

__all__ = ["AROUND", "Claim", "ClaimVerdict", "Finding", "Leeway", "Share", "Value", "check"]

AROUND: Final = Fraction(1, 20)
"""How far a share may lie from one that is stated as "around": ours."""

_NONE: Final = FrozenMap[str, str]()


class ClaimVerdict(Term):
    """Whether what is shown bears out what is said.

    Source:
        This library. Status: ours.

    >>> ClaimVerdict.of("contradicted").gloss
    'what is shown differs from what is said, however it is read'
    """

    CONFIRMED = "confirmed", "what is shown is what is said, however it is read"
    IN_OTHER_WORDS = "in-other-words", "what is shown is what is said, but for the wording"
    CONTRADICTED = "contradicted", "what is shown differs from what is said, however it is read"
    CANNOT_BE_TOLD = (
        "cannot-be-told",
        "the readings differ, or the source does not print what would settle it",
    )


class Leeway(Term):
    """How what is shown may differ from what is stated.

    Source:
        This library, for words such as "around", "majority" and "only". Status: ours.

    >>> Leeway.AROUND.gloss
    'a share at most one twentieth above or below'
    """

    EXACTLY = "exactly", "the same number or share, or the same names in any order"
    AT_LEAST = "at-least", "as many or more, or all the names and perhaps others"
    AT_MOST = "at-most", "as many or fewer, or no other names"
    MORE_THAN = "more-than", "more, or all the names and others"
    AROUND = "around", "a share at most one twentieth above or below"


@attrs.frozen
class Share:
    """A part of a whole, both counted.

    Attributes:
        part: How many there are.
        whole: Out of how many, at least one.

    Raises:
        FrameworkError: If they are not whole numbers from 0 with the part within the whole.

    >>> str(Share(13, 20)), Share(13, 20).ratio
    ('13 of 20', Fraction(13, 20))
    """

    part: int
    whole: int

    def __attrs_post_init__(self) -> None:
        """Refuse what is no share."""
        counted = all(type(number) is int for number in (self.part, self.whole))
        if not (counted and 0 <= self.part <= self.whole and self.whole > 0):
            given = f"{as_shown(self.part)} of {as_shown(self.whole)}"
            problem = f"{given} is not a part of a whole; give two whole numbers, the whole above 0"
            raise FrameworkError("share", (problem,))

    def __str__(self) -> str:
        """Say it as people do."""
        return f"{self.part} of {self.whole}"

    @property
    def ratio(self) -> Fraction:
        """The part divided by the whole, exactly."""
        return Fraction(self.part, self.whole)


Value: TypeAlias = int | Share | tuple[str, ...]
"""What can be stated or shown: a number, a share, or names, of which one may stand twice."""


@attrs.frozen
class Claim:
    """What a source says of itself, in a form that can be checked.

    Attributes:
        key: Its stable kebab-case key.
        source: Where it is said, with the page or the heading.
        words: The words as printed.
        stated: What they state.
        leeway: How what is shown may differ from that.
        computed: What is counted and compared, in a sentence.
        tolerance: Why there is leeway, or what is taken for what: ours; empty where nothing is.
        said: What they state in plain words, to follow "the source says"; empty where the value
            says it.
        same: Name as shown to the name as stated, where only the wording differs: ours.

    >>> from implsupport.sources import Source
    >>> minutes = Source("minutes", "Minutes of the board")
    >>> claim = Claim("six-visits", minutes, "six visits were made", 6, "The visits listed.")
    >>> claim.stated, claim.leeway
    (6, Leeway.EXACTLY)
    """

    key: str
    source: Source
    words: str
    stated: Value
    computed: str
    leeway: Leeway = Leeway.EXACTLY
    tolerance: str = ""
    said: str = ""
    same: FrozenMap[str, str] = _NONE


@attrs.frozen
class Finding:
    """A claim beside what is shown. A contradiction stays as it stands: neither side is mended.

    Attributes:
        claim: What is said.
        shown: Reading to what is shown in it, or to the gap in its place; at least one reading.
        labels: Name to how people read it, for names that are keys.

    >>> from implsupport.sources import Source
    >>> minutes = Source("minutes", "Minutes of the board")
    >>> claim = Claim("six-visits", minutes, "six visits were made", 6, "The visits listed.")
    >>> Finding(claim, FrozenMap({"the list": 5})).verdict
    ClaimVerdict.CONTRADICTED
    """

    claim: Claim
    shown: FrozenMap[str, Value | Gap]
    labels: FrozenMap[str, str] = _NONE

    @property
    def fits(self) -> FrozenMap[str, bool | None]:
        """Reading to whether what it shows is what is said; None where it is a gap."""
        return FrozenMap({way: _fits(self.claim, value) for way, value in self.shown.items()})

    @property
    def verdict(self) -> ClaimVerdict:
        """Confirmed or contradicted where all readings agree on it, else it cannot be told."""
        fits = set(self.fits.values())
        if fits == {True}:
            to_the_word = attrs.evolve(self.claim, same=_NONE)
            same = all(_fits(to_the_word, value) for value in self.shown.values())
            return ClaimVerdict.CONFIRMED if same else ClaimVerdict.IN_OTHER_WORDS
        if fits == {False}:
            return ClaimVerdict.CONTRADICTED
        return ClaimVerdict.CANNOT_BE_TOLD

    @property
    def sentence(self) -> str:
        """Say the verdict, what the source says, and what is shown in each reading."""
        ways = (f"{way}: {self._worded(value)}" for way, value in self.shown.items())
        return "; ".join((f"{self.verdict.label}: the source says {self._stated}", *ways))

    @property
    def _stated(self) -> str:
        claim = self.claim
        leeway = "" if claim.leeway is Leeway.EXACTLY else f"{claim.leeway.label} "
        return claim.said or f"{leeway}{self._worded(claim.stated)}"

    def _worded(self, value: Value | Gap) -> str:
        if isinstance(value, Gap):
            return value.label
        if not isinstance(value, tuple):
            return str(value)
        names = _listed(tuple(self.labels.get(name, name) for name in value))
        counted = value and isinstance(self.claim.stated, int)
        return f"{len(value)} ({names})" if counted else names

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the claim is printed; counting and comparing are this library's."""
        return (self.claim.source,)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What such a check does not say, and what in it is ours."""
        always = (
            "A source is checked against what it prints, not against the world.",
            "A blank in a printed table means not described, never absent.",
        )
        return (*always, f"Ours: {self.claim.tolerance}") if self.claim.tolerance else always

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = [("claim", self.claim.words), ("finding", self.sentence)]
        return table(f"Claim {self.claim.key}", rows)


def check(
    claim: Claim, shown: Mapping[str, Value | Gap], labels: Mapping[str, str] | None = None
) -> Finding:
    """Check what a source says of itself against what it shows.

    A stated number is compared with a number or with how many names are shown; a share with a
    share; names with names, in any order.

    Args:
        claim: What is said.
        shown: Reading to what is shown in it, or to a gap where the source prints nothing that
            would tell. One reading where words and table leave no choice.
        labels: Name to how people read it, for names that are keys.

    Returns:
        The claim with what is shown, which reading fits, and the verdict.

    Raises:
        FrameworkError: If what is given is no claim or no mapping, there is no reading, a reading
            shows what cannot be compared with what is stated, or something other than a share is
            stated as "around": all at once.

    Source:
        This library. Status: ours.

    >>> from implsupport.sources import cite
    >>> claim = Claim(
    ...     key="all-bar-three",
    ...     source=cite("care-act-report", "p. 24"),
    ...     words="exhibited, at least in part, by all bar three",
    ...     stated=3,
    ...     computed="The approaches rated No.",
    ... )
    >>> found = check(claim, {"Table 3 rates No": ("payment-by-results", "coordination")})
    >>> found.sentence
    'contradicted: the source says 3; Table 3 rates No: 2 (payment-by-results and coordination)'
    """
    require_each(Claim, (claim,), "check", "make one with Claim(...)")
    require_mapping(shown, "check", "readings to what is shown")
    problems = tuple(_problems(claim, shown))
    if problems:
        raise FrameworkError(claim.key, problems)
    return Finding(claim, FrozenMap(shown), FrozenMap(labels))


def _problems(claim: Claim, shown: Mapping[str, Value | Gap]) -> Iterator[str]:
    if not shown:
        yield "nothing is shown; give one reading at least, or a gap with its reason"
    if claim.leeway is Leeway.AROUND and not isinstance(claim.stated, Share):
        yield f"{as_shown(claim.stated)} is stated as 'around', which only a share can be"
    for way, value in shown.items():
        if not _comparable(claim.stated, value):
            stated = type(claim.stated).__name__
            yield f"{as_shown(value)} in {way!r} cannot be compared with the {stated} stated"


def _comparable(stated: Value, value: Value | Gap) -> bool:
    names = isinstance(stated, int) and isinstance(value, tuple)
    return isinstance(value, Gap) or names or type(value) is type(stated)


def _fits(claim: Claim, value: Value | Gap) -> bool | None:
    if isinstance(value, Gap):
        return None
    if isinstance(value, tuple):
        names = tuple(claim.same.get(name, name) for name in value)
        value = len(names) if isinstance(claim.stated, int) else names
    return _HOLDS[claim.leeway](_measure(value), _measure(claim.stated))


def _measure(value: Value) -> Any:  # noqa: ANN401 -- two of a kind are compared, whichever it is
    if isinstance(value, tuple):
        return Counter(value)
    return value.ratio if isinstance(value, Share) else value


def _around(shown: Fraction, stated: Fraction) -> bool:
    return abs(shown - stated) <= AROUND


_HOLDS: Final[Mapping[Leeway, Callable[[Any, Any], bool]]] = {
    Leeway.EXACTLY: operator.eq,
    Leeway.AT_LEAST: operator.ge,
    Leeway.AT_MOST: operator.le,
    Leeway.MORE_THAN: operator.gt,
    Leeway.AROUND: _around,
}


def _listed(names: tuple[str, ...]) -> str:
    """List names as people do; where one stands twice, each with how often it does."""
    quote = '"' if any("," in name or " and " in name for name in names) else ""
    times = Counter(f"{quote}{name}{quote}" for name in names)
    repeated = len(times) < len(names)
    words = [f"{number} {name}" if repeated else name for name, number in times.items()]
    *others, last = words or ["none"]
    return f"{', '.join(others)} and {last}" if others else last
