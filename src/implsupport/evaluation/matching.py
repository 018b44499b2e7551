"""Which support a kind of implementation calls for, and which support was described.

`match` sets the one against the other and `described` gathers the other from approaches;
`characterise` helps to find the kind; `profile` and `likeness` compare programmes by their
approaches; `tensions` asks of one body whether its purposes go together.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, Final, Generic, TypeAlias, TypeGuard, TypeVar, overload

import attrs

from implsupport.errors import (
    FrameworkError,
    IncompleteError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.frameworks.matland import (
    CHARACTERISTICS,
    HYPOTHESISED_SUPPORT,
    MATLAND,
    Ambiguity,
    Characteristic,
    Conflict,
    Implementation,
)
from implsupport.given import require_fields
from implsupport.matrix import Matrix, Typology
from implsupport.notebooks import table
from implsupport.readings import Classification, Exhibited, Location
from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.vocabulary import Extent, Need, Purpose, SupportFeature, SupportModel

__all__ = [
    "Characterisation",
    "Clash",
    "Like",
    "Likeness",
    "Match",
    "Profile",
    "Tension",
    "characterise",
    "described",
    "likeness",
    "match",
    "profile",
    "tensions",
]

K = TypeVar("K", bound=Term)
F = TypeVar("F", bound=Term)
T = TypeVar("T", bound=Term)

_Named: TypeAlias = (
    Classification[Any, Any, K] | Location[Any, Any, K] | K | str | Iterable[K | str]
)
_Offered: TypeAlias = Mapping[F, Iterable[str]] | Mapping[str, Iterable[str]] | Iterable[F | str]

_NOT_DESCRIBED: Final = "What is not described is not thereby absent (Care Act report, p. 28)."


# --- match: what a kind calls for against what was described ---


@attrs.frozen
class Match(Generic[K, F]):
    """The support hypothesised for a case set against the support described for it.

    Five properties hold each feature once: named and evidenced, named and not evidenced,
    offered and not named, neither, and undecided, where only some of the kinds name it.

    Attributes:
        support: What each kind is hypothesised to call for.
        kinds: The kind of the case, or the candidates where it is open, in order.
        offered: Feature to what shows that it was offered, in order; only features that were.
        strengths: Feature to how strongly the place of the case calls for it, from 0 to 1, or
            None where an axis that counts is unknown; empty where the case is placed by kind.

    Source:
        care-act-report, pp. 18-19, for the hypotheses and p. 28 for the caveats; setting them
        against what is described is this library's. Status: adapted.

    >>> found = match("political", ["guidance", "capacity building"])
    >>> [feature.key for feature in found.named_and_not_evidenced]
    ['regulation', 'performance-management', 'flexibility', 'collaborative-working']
    """

    support: Matrix[K, F, Need]
    kinds: tuple[K, ...]
    offered: FrozenMap[F, tuple[str, ...]]
    strengths: FrozenMap[F, float | None]

    @property
    def needs(self) -> FrozenMap[F, tuple[Need, ...]]:
        """Feature to what is said of it, one word for each of `kinds`."""
        return FrozenMap(
            {
                feature: tuple(self.support[kind, feature] for kind in self.kinds)
                for feature in self.support.cols
            }
        )

    @property
    def named_and_evidenced(self) -> tuple[F, ...]:
        """The features that every kind names and something shows."""
        return self._features(named=True, offered=True)

    @property
    def named_and_not_evidenced(self) -> tuple[F, ...]:
        """The features that every kind names and nothing shows: not described, not absent."""
        return self._features(named=True, offered=False)

    @property
    def offered_and_not_named(self) -> tuple[F, ...]:
        """The features that something shows and no kind names."""
        return self._features(named=False, offered=True)

    @property
    def neither(self) -> tuple[F, ...]:
        """The features that no kind names and nothing shows."""
        return self._features(named=False, offered=False)

    @property
    def undecided(self) -> tuple[F, ...]:
        """The features that only some of the candidate kinds name, offered or not."""
        return tuple(feature for feature in self.support.cols if self._named(feature) is None)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the hypotheses are printed, and where the strengths come from if there are any."""
        graded = (cite("kvist-2007", status="ours"),) if self.strengths else ()
        return (*((self.support.source,) if self.support.source else ()), *graded)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What the source of the hypotheses warns of, and what a blank means."""
        return (*self.support.caveats, _NOT_DESCRIBED)

    def _features(self, *, named: bool, offered: bool) -> tuple[F, ...]:
        return tuple(
            feature
            for feature in self.support.cols
            if self._named(feature) is named and (feature in self.offered) is offered
        )

    def _named(self, feature: F) -> bool | None:
        """Tell whether the kinds name a feature: all, none, or only some (None)."""
        answers = {self.support[kind, feature] is not Need.NOT_NAMED for kind in self.kinds}
        return answers.pop() if len(answers) == 1 else None

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = (
            (feature, needs, self.strengths.get(feature, ""), self.offered.get(feature, ""))
            for feature, needs in self.needs.items()
        )
        named = " or ".join(kind.label for kind in self.kinds)
        title = f"{self.support.title} (a hypothesis): {named}"
        return table(title, rows, ("feature", "need", "strength", "shown by"))


@overload
def match(
    named: _Named[Implementation], offered: _Offered[SupportFeature]
) -> Match[Implementation, SupportFeature]: ...
@overload
def match(
    named: _Named[K], offered: _Offered[F], *, support: Matrix[K, F, Need]
) -> Match[K, F]: ...
def match(
    named: _Named[Any],
    offered: _Offered[Any],
    *,
    support: Matrix[Any, Any, Need] = HYPOTHESISED_SUPPORT,
) -> Match[Any, Any]:
    """Set the support that a kind of implementation calls for against the support described.

    A needed feature counts as named whatever the verb: a need is never turned into a number.
    Where the kind is open, a feature is named only if every candidate names it.

    Args:
        named: The kind of the case, as a term, its key or its label; several, where they remain
            candidates; or what `classify` or `locate` returned.
        offered: The features described, or feature to what shows each; one that nothing shows
            counts as not described.
        support: Kind crossed with feature, and what each kind is hypothesised to call for.

    Returns:
        Each feature in one of five places, in the order of the vocabulary. For a location each
        feature also has a strength: the membership of the smallest description, in terms of
        the axes, of the kinds that name it.

    Raises:
        UnknownTermError: If a kind or a feature is not of its vocabulary, or no kind is given.
        FrameworkError: If what is to show a feature is not text: every such feature.

    Source:
        care-act-report, pp. 18-19, for the hypotheses; kvist-2007 for memberships. Taking the
        smallest description is a choice of this library. Status: ours.

    >>> from implsupport import matland
    >>> place = matland.locate(ambiguity=0.25, conflict=0.625)
    >>> found = match(place, {"guidance": ["written-support"]})
    >>> found.strengths[SupportFeature.GUIDANCE], found.strengths[SupportFeature.FLEXIBILITY]
    (0.75, 0.625)
    """
    kinds = _candidates(support.rows, named)
    return Match(support, kinds, _shown_by(support.cols, offered), _strengths(named, support))


def _candidates(kinds: type[K], named: _Named[K]) -> tuple[K, ...]:
    found = _terms(kinds, _kinds(named))
    if not found:
        raise UnknownTermError(shown(found), kinds.__name__, tuple(kind.key for kind in kinds))
    return found


def _kinds(named: _Named[K]) -> Iterable[K | str] | K:
    if isinstance(named, Classification):
        return (named.kind,)
    return named.candidates if isinstance(named, Location) else named


def _terms(vocabulary: type[T], words: Any) -> tuple[T, ...]:  # noqa: ANN401 -- None comes too
    """Read every word once, in the order of the vocabulary; say of all that are unknown."""
    found: set[T] = set()
    unknown: list[UnknownTermError] = []
    for word in words if _are_several(words) else (words,):
        try:
            found.add(vocabulary.of(word))
        except UnknownTermError as error:
            unknown.append(error)
    if unknown:
        raise UnknownTermError.together(unknown)
    return tuple(term for term in vocabulary if term in found)


def _are_several(words: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(words, Iterable) and not isinstance(words, str)


def _shown_by(features: type[F], offered: _Offered[F]) -> FrozenMap[F, tuple[str, ...]]:
    """Feature to what shows it, in order; a bare list of features has nothing to show them."""
    named = _terms(features, offered)
    if not _tells_evidence(offered):
        return FrozenMap(dict.fromkeys(named, ()))
    shown_by: dict[F, set[str]] = {feature: set() for feature in named}
    for word, evidence in _evidence(offered).items():
        shown_by[features.of(word)].update(evidence)
    return FrozenMap({feature: tuple(sorted(by)) for feature, by in shown_by.items() if by})


def _evidence(offered: Mapping[Any, object]) -> dict[Any, tuple[str, ...]]:
    """Read what shows each feature, and say of all that are no keys."""
    read: dict[Any, tuple[Any, ...]] = {
        word: tuple(given) if _are_several(given) else (given,) for word, given in offered.items()
    }
    problems = tuple(
        f"{shown(offered[word])} is not what shows {shown(word)}; give the key of what shows it or "
        "several, or name the features alone, in a list"
        for word, evidence in read.items()
        if not all(isinstance(one, str) for one in evidence)
    )
    if problems:
        raise FrameworkError("match", problems)
    return read


def _tells_evidence(offered: object) -> TypeGuard[Mapping[Any, Iterable[str]]]:
    return isinstance(offered, Mapping)


# --- strengths: the smallest description of the kinds that name a feature ---

_Side: TypeAlias = tuple[Any, ...]
_Block: TypeAlias = tuple[_Side, _Side]


def _strengths(named: _Named[Any], support: Matrix[Any, F, Need]) -> FrozenMap[F, float | None]:
    if not _is_location(named):
        return FrozenMap()
    naming: dict[F, set[Term]] = {feature: set() for feature in support.cols}
    for (kind, feature), need in support.items():
        if need is not Need.NOT_NAMED:
            naming[feature].add(kind)
    return FrozenMap({feature: _membership(named, kinds) for feature, kinds in naming.items()})


def _is_location(named: object) -> TypeGuard[Location[Any, Any, Any]]:
    return isinstance(named, Location)


def _membership(place: Location[Any, Any, K], kinds: set[K]) -> float | None:
    """Grade a case's membership of a set of kinds, described as briefly as the axes allow."""
    degrees = [
        _lesser(_share(rows, place.row), _share(cols, place.col))
        for rows, cols in _widest(place.typology, kinds)
    ]
    known = [degree for degree in degrees if degree is not None]
    return max(known, default=0.0) if len(known) == len(degrees) else None


def _widest(typology: Typology[Any, Any, K], kinds: set[K]) -> list[_Block]:
    """Find the blocks of cells that hold only these kinds and lie in no wider such block.

    A block leaves an axis out or takes one grade of it. On two axes of two grades, each of
    the widest is needed to cover the kinds, so the smallest description is all of them.
    """
    blocks = [
        (rows, cols)
        for rows in _sides(typology.rows)
        for cols in _sides(typology.cols)
        if all(typology[row, col] in kinds for row in rows for col in cols)
    ]
    return [block for block in blocks if not any(_within(block, wider) for wider in blocks)]


def _sides(axis: type[Term]) -> list[_Side]:
    return [tuple(axis), *((grade,) for grade in axis)]


def _within(block: _Block, wider: _Block) -> bool:
    inside = set(block[0]).issubset(wider[0]) and set(block[1]).issubset(wider[1])
    return inside and block != wider


def _share(side: tuple[Scale, ...], degree: float | None) -> float | None:
    """Membership of one side of an axis; whoever takes both sides leaves the axis out."""
    if len(side) > 1:
        return 1.0
    if degree is None:
        return None
    grade = max(side)
    return degree if grade is max(type(grade)) else 1 - degree


def _lesser(left: float | None, right: float | None) -> float | None:
    return None if left is None or right is None else min(left, right)


# --- described: from approaches to features ---


def described(
    approaches: Iterable[Exhibited],
    policy: str,
    features: Mapping[str, Iterable[SupportFeature | str]],
) -> FrozenMap[SupportFeature, tuple[str, ...]]:
    """Gather the features of support that the approaches described for a policy show.

    Args:
        approaches: The approaches, each with the policies it is exhibited in.
        policy: The key of the policy.
        features: Approach key to the features it shows; `cases.approach_features` has one such
            mapping for the approaches of the Care Act report, and any other serves.

    Returns:
        Feature to the keys of the approaches that show it, as `match` takes it; features that
        no approach shows are left out: they are not described, which is not absent.

    Raises:
        UnknownKeyError: If no approach is exhibited in the policy, or `features` leaves out an
            approach that is.
        UnknownTermError: If `features` names what is not a feature of support.
        IncompleteError: If two approaches share a key.
        FrameworkError: If what is given is no list of approaches: every thing that is none.

    Source:
        That an approach shows a feature is for the mapping to say. Status: ours.

    >>> from implsupport import cases
    >>> found = described(
    ...     cases.study().approaches,
    ...     "hwb",
    ...     {approach.key: ["guidance"] for approach in cases.study().approaches},
    ... )
    >>> found[SupportFeature.GUIDANCE][-1]
    'written-support'
    """
    exhibited = _exhibited(approaches)
    _require(policy, "case", exhibited)
    shown_by: dict[SupportFeature, list[str]] = {}
    for approach in sorted(exhibited[policy]):
        _require(approach, "approach", features)
        for feature in _terms(SupportFeature, features[approach]):
            shown_by.setdefault(feature, []).append(approach)
    return _shown_by(SupportFeature, shown_by)


def _exhibited(approaches: Iterable[Exhibited]) -> dict[str, set[str]]:
    """Case to the approaches exhibited in it, the cases in order of their keys."""
    exhibited: dict[str, set[str]] = {}
    for approach in _distinct(approaches):
        for case in approach.exhibited_in:
            exhibited.setdefault(case, set()).add(approach.key)
    return dict(sorted(exhibited.items()))


def _distinct(approaches: Iterable[Exhibited]) -> tuple[Exhibited, ...]:
    """Sort the approaches by key, and refuse one that is given twice."""
    fields = ("key", "models", "exhibited_in")
    way_out = "make one with records.SupportApproach(...)"
    known = require_fields(fields, approaches, "approaches", "approach", way_out)
    given = tuple(sorted(known, key=lambda approach: approach.key))
    times = Counter(approach.key for approach in given)
    repeated = tuple(key for key, count in times.items() if count > 1)
    if repeated:
        raise IncompleteError("approaches", repeated=repeated)
    return given


def _require(key: str, what: str, known: Iterable[str]) -> None:
    keys = tuple(known)
    if key not in keys:
        raise UnknownKeyError(shown(key), what, keys, nearest(key, keys))


# --- characterise: which printed characteristics fit ---


@attrs.frozen
class Clash:
    """Ticked characteristics that contradict each other on one axis.

    Attributes:
        axis: The axis.
        low: Those of kinds where it is low, in the order of the page.
        high: Those of kinds where it is high, in the order of the page.

    >>> [clash] = characterise(["low-ambiguity-and-low-conflict", "uncertain-mechanisms"]).clashes
    >>> clash.axis.__name__, [one.key for one in clash.low], [one.key for one in clash.high]
    ('Ambiguity', ['low-ambiguity-and-low-conflict'], ['uncertain-mechanisms'])
    """

    axis: type[Scale]
    low: tuple[Characteristic, ...]
    high: tuple[Characteristic, ...]


@attrs.frozen
class Characterisation:
    """Which of the printed characteristics fit a policy, by kind. It gives no verdict.

    Attributes:
        ticked: Kind to those of its characteristics that fit, in the order of the page.

    >>> found = characterise(["shared objective", "strongly contested"])
    >>> found.tally[Implementation.POLITICAL], [clash.axis.__name__ for clash in found.clashes]
    (1, ['Conflict'])
    """

    ticked: FrozenMap[Implementation, tuple[Characteristic, ...]]

    @property
    def tally(self) -> FrozenMap[Implementation, int]:
        """Kind to the number of its characteristics that fit, zeros included."""
        return FrozenMap({kind: len(those) for kind, those in self.ticked.items()})

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """The axes on which ticked characteristics contradict each other, with both sides."""
        clashes = [Clash(axis, *(self._where(grade) for grade in axis)) for axis in _AXES]
        return tuple(clash for clash in clashes if clash.low and clash.high)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the characteristics are printed."""
        return (cite("care-act-report", "Table 1, p. 18, after matland-1995"),)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a tally is not."""
        printed = ", ".join(f"{kind.label} {len(all_)}" for kind, all_ in CHARACTERISTICS.items())
        return (
            f"The page prints unequal numbers of characteristics: {printed}.",
            "A tally is no verdict: it shows what to ask next, and the kind stays a judgement.",
        )

    def _where(self, grade: Scale) -> tuple[Characteristic, ...]:
        return tuple(
            characteristic
            for place, kind in MATLAND.items()
            if grade in place
            for characteristic in self.ticked[kind]
        )

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = ((kind, [one.label for one in those]) for kind, those in self.ticked.items())
        return table("Characteristics that fit", rows, ("kind", "characteristics"))


_AXES: Final[tuple[type[Scale], ...]] = (Ambiguity, Conflict)


def characterise(ticked: Iterable[Characteristic | str]) -> Characterisation:
    """Sort the characteristics that somebody ticked by the kind of implementation they mark.

    Args:
        ticked: The characteristics that fit the policy; each a term, its key or its label.

    Returns:
        The ticks by kind, their tally, and on which axes they contradict each other.

    Raises:
        UnknownTermError: If a word is not a characteristic: every such word of the call.

    Source:
        care-act-report, Table 1, p. 18, for the characteristics; the tally and the clashes are
        this library's. Status: adapted.

    >>> characterise(["concept-power"]).tally[Implementation.POLITICAL]
    1
    """
    fitting = _terms(Characteristic, ticked)
    return Characterisation(
        FrozenMap(
            {
                kind: tuple(one for one in printed if one in fitting)
                for kind, printed in CHARACTERISTICS.items()
            }
        )
    )


# --- profile: how far approaches follow the three models ---


@attrs.frozen
class Profile:
    """How far approaches follow each of the three models of support. It has no mean.

    Attributes:
        policy: The key of the policy whose approaches these are, or None for all of them.
        approaches: Model to extent, least first, to the keys of the approaches rated so.
        unrated: Model to the keys of the approaches without a rating on it.

    >>> profile([]).tally[SupportModel.PROBLEM_SOLVING][Extent.YES]
    0
    """

    policy: str | None
    approaches: FrozenMap[SupportModel, FrozenMap[Extent, tuple[str, ...]]]
    unrated: FrozenMap[SupportModel, tuple[str, ...]]

    @property
    def tally(self) -> FrozenMap[SupportModel, FrozenMap[Extent, int]]:
        """Model to extent, least first, to the number of approaches rated so."""
        return FrozenMap(
            {
                model: FrozenMap({extent: len(keys) for extent, keys in row.items()})
                for model, row in self.approaches.items()
            }
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the models come from; a tally by policy is this library's."""
        place = "pp. 23-27, after gold-2014"
        return (cite("care-act-report", place, status="ours" if self.policy else "adapted"),)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What was rated, and what a blank means."""
        return (
            "Approaches are rated, not cases: a tally by case is this library's.",
            _NOT_DESCRIBED,
        )

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = ((model, *row.values()) for model, row in self.tally.items())
        of = f" of {self.policy}" if self.policy else ""
        return table(f"Approaches{of} by model", rows, ("model", *(e.label for e in Extent)))


def profile(approaches: Iterable[Exhibited], *, policy: str | None = None) -> Profile:
    """Tally how far approaches follow each of the three models: no, in part, yes.

    Args:
        approaches: The approaches, each with its extent on each model.
        policy: The key of a policy, to count only the approaches exhibited in it; by default
            all are counted.

    Returns:
        For each model the approaches by extent, in order of their keys, and those unrated.

    Raises:
        UnknownTermError: If a model or an extent is not of its vocabulary.
        UnknownKeyError: If no approach is exhibited in the policy.
        IncompleteError: If two approaches share a key.
        FrameworkError: If what is given is no list of approaches: every thing that is none.

    Source:
        care-act-report, Table 3, pp. 25-27, rates approaches on the models of pp. 23-24, not
        cases: tallies by case are this library's. Status: adapted; by case, ours.

    >>> from implsupport import cases
    >>> tally = profile(cases.study().approaches).tally
    >>> list(tally[SupportModel.PROBLEM_SOLVING].items())
    [(Extent.NO, 2), (Extent.IN_PART, 3), (Extent.YES, 15)]
    """
    given = _distinct(approaches)
    if policy is not None:
        exhibited = _exhibited(given)
        _require(policy, "case", exhibited)
        given = tuple(approach for approach in given if approach.key in exhibited[policy])
    ratings = {approach.key: _ratings(approach) for approach in given}
    return Profile(
        policy,
        FrozenMap(
            {
                model: FrozenMap({extent: _rated(ratings, model, extent) for extent in Extent})
                for model in SupportModel
            }
        ),
        FrozenMap({model: _rated(ratings, model, None) for model in SupportModel}),
    )


def _ratings(approach: Exhibited) -> dict[SupportModel, Extent]:
    """Read the ratings of an approach, leaving out those that are gaps."""
    marks = {SupportModel.of(word): Extent.mark(mark) for word, mark in approach.models.items()}
    return {model: mark for model, mark in marks.items() if not isinstance(mark, Gap)}


def _rated(
    ratings: Mapping[str, Mapping[SupportModel, Extent]], model: SupportModel, extent: Extent | None
) -> tuple[str, ...]:
    return tuple(key for key, row in ratings.items() if row.get(model) is extent)


# --- likeness: programmes that share approaches ---


@attrs.frozen
class Like:
    """What one case shares with the chosen one.

    Attributes:
        case: The key of the case.
        shared: The approaches described for both, in order of their keys.
        only_here: Those described for this case and not for the chosen one.
        only_there: Those described for the chosen case and not for this one.

    >>> from implsupport import cases
    >>> likest = likeness(cases.study().approaches, to="care-act").others[0]
    >>> likest.case, len(likest.shared), likest.jaccard
    ('sure-start', 11, Fraction(11, 17))
    """

    case: str
    shared: tuple[str, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]

    @property
    def jaccard(self) -> Fraction:
        """The shared approaches as a share of all that either has, from 0 to 1."""
        either = len(self.shared) + len(self.only_here) + len(self.only_there)
        return Fraction(len(self.shared), either)

    @property
    def ceiling(self) -> Fraction:
        """The greatest Jaccard likeness that the two numbers of ticks leave possible."""
        here, there = (len(self.shared) + len(more) for more in (self.only_here, self.only_there))
        return Fraction(min(here, there), max(here, there))


@attrs.frozen
class Likeness:
    """How like other programmes are to a chosen one, by the approaches described for each.

    Attributes:
        to: The key of the chosen case.
        ticks: Case to the number of approaches described for it, in order of the keys.
        others: Every other case, the likest first, those alike in order of their keys.
        alone: The approaches described for the chosen case and for no other.

    >>> from implsupport import cases
    >>> found = likeness(cases.study().approaches, to="care-act")
    >>> [other.case for other in found.others]
    ['sure-start', 'troubled-families', 'ccsf', 'vanguards', 'hwb']
    """

    to: str
    ticks: FrozenMap[str, int]
    others: tuple[Like, ...]
    alone: tuple[str, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the warning about blanks is printed; the measure is this library's choice."""
        return (cite("care-act-report", "pp. 24, 28", status="ours"),)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a blank means, and how unevenly the cases are described."""
        counts = ", ".join(f"{case} {count}" for case, count in self.ticks.items())
        ticks = sum(self.ticks.values())
        return (
            _NOT_DESCRIBED,
            (
                f"{self.to} holds {self.ticks[self.to]} of {ticks} tick{'s' if ticks > 1 else ''} "
                f"({counts}): likeness follows how much is described."
            ),
        )

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        rows = ((one.case, len(one.shared), str(one.jaccard)) for one in self.others)
        return table(f"Likeness to {self.to}", rows, ("case", "shared", "Jaccard"))


def likeness(approaches: Iterable[Exhibited], to: str) -> Likeness:
    """Compare every other case with a chosen one by the approaches described for both.

    Args:
        approaches: The approaches, each with the policies it is exhibited in.
        to: The key of the chosen case.

    Returns:
        For each other case the shared and the distinctive approaches and the Jaccard likeness,
        the likest first; always with the number of ticks of every case.

    Raises:
        UnknownKeyError: If no approach is exhibited in the chosen case.
        IncompleteError: If two approaches share a key.
        FrameworkError: If what is given is no list of approaches: every thing that is none.

    Source:
        care-act-report, Table 3, pp. 25-27, for the approaches and pp. 24, 28 for the warning;
        comparing by Jaccard likeness is a choice of this library. Status: ours.

    >>> from implsupport import cases
    >>> found = likeness(cases.study().approaches, "care-act")
    >>> found.others[0].case, found.others[0].jaccard, found.ticks["care-act"]
    ('sure-start', Fraction(11, 17), 16)
    """
    exhibited = _exhibited(approaches)
    _require(to, "case", exhibited)
    others = [_like(case, has, exhibited[to]) for case, has in exhibited.items() if case != to]
    elsewhere = {approach for other in others for approach in (*other.shared, *other.only_here)}
    return Likeness(
        to=to,
        ticks=FrozenMap({case: len(has) for case, has in exhibited.items()}),
        others=tuple(sorted(others, key=lambda other: -other.jaccard)),
        alone=tuple(sorted(exhibited[to] - elsewhere)),
    )


def _like(case: str, here: set[str], there: set[str]) -> Like:
    parts = (here & there, here - there, there - here)
    return Like(case, *(tuple(sorted(part)) for part in parts))


# --- tensions: purposes that one body combines ---


@attrs.frozen
class Tension:
    """Purposes that are hard to combine in one body, and why.

    Attributes:
        purposes: The purposes combined, in the order of the page.
        reason: Why that is problematic.
        source: Where it is said.

    Source:
        care-act-report, pp. 16-17, after henkel-1991, for the reasons and the caveats; which
        purposes are compliance and which are support is this library's reading. Status: adapted.

    >>> [tension] = tensions(["managing and regulating", "capacity building"])
    >>> [purpose.key for purpose in tension.purposes]
    ['managing-and-regulating', 'capacity-building']
    """

    purposes: tuple[Purpose, ...]
    reason: str
    source: Source

    @property
    def caveats(self) -> tuple[str, ...]:
        """What the source grants those who try."""
        return (
            (
                "In three bodies attempts were made to straddle compliance and support, sometimes "
                "with a degree of success: for the Audit Commission perceived independence was "
                "vital, allied to credibility; in the Social Services Inspectorate the tensions "
                "were not resolved, and the Health Advisory Service pleased neither managers nor "
                "professionals (Care Act report, pp. 16-17)."
            ),
        )


def _compliance_and(purpose: Purpose) -> Tension:
    return Tension(
        purposes=(Purpose.MANAGING_AND_REGULATING, purpose),
        reason=(
            "compliance and support within one agency are problematic: managing and regulating is "
            f"compliance, {purpose.label} is support"
        ),
        source=cite("care-act-report", "pp. 16-17, after henkel-1991", status="adapted"),
    )


_TENSIONS: Final = (
    Tension(
        purposes=tuple(Purpose),
        reason="combining all three functions within one agency is problematic",
        source=cite("care-act-report", "p. 16"),
    ),
    _compliance_and(Purpose.PROBLEM_SOLVING),
    _compliance_and(Purpose.CAPACITY_BUILDING),
)


def tensions(purposes: Iterable[Purpose | str]) -> tuple[Tension, ...]:
    """Find what is problematic about the purposes that one body combines.

    Args:
        purposes: The purposes of one body; each a term, its key or its label.

    Returns:
        The tensions: all three together first, then compliance beside each kind of support;
        empty where compliance and support are not combined.

    Raises:
        UnknownTermError: If a word is not a purpose: every such word of the call.

    Source:
        care-act-report, p. 16, after henkel-1991. Which purposes are compliance and which are
        support is this library's reading. Status: adapted.

    >>> [tension.source.locator for tension in tensions(["managing and regulating"])]
    []
    >>> print(tensions(["managing-and-regulating", "capacity-building"])[0].reason)
    compliance and support within one agency are problematic: managing and regulating is
    compliance, capacity building is support
    """
    combined = set(_terms(Purpose, purposes))
    return tuple(tension for tension in _TENSIONS if combined.issuperset(tension.purposes))
