"""From a profile of grades to one verdict, by a rule that the caller passes.

No source prints an overall score, so there is no verdict without a rule, and the rule is the
user's. Rules sort by majority (MR-Sort): a grade is reached when criteria with enough of the
weight stand at it or above and no veto forbids it. Nothing is added up but weights. Gaps are
never guessed: they make the verdict a pair of bounds, and the verdict says which would settle it.
"""

import functools
import itertools
import math
import operator
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final, Generic, TypeAlias, TypeVar, cast

import attrs

from implsupport.errors import (
    FrameworkError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)
from implsupport.given import Kinds, called, misfits, plain, require_each
from implsupport.notebooks import table
from implsupport.readings import MAKE_A_CARD, Scorecard
from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap, Gap, Scale, Term, folded, is_key

__all__ = [
    "ABOVE_LOWEST",
    "BEST_GRADE",
    "EVERY_CRITERION",
    "MAJORITY",
    "MAJORITY_WITH_VETO",
    "RULES",
    "WEAKEST",
    "Acceptability",
    "Change",
    "Pivot",
    "SortingRule",
    "Verdict",
    "acceptability",
    "as_rule",
    "decide",
    "pivots",
]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)


# --- the rule ---

EVERY_CRITERION: Final = "*"
"""In a rule: every criterion that the same mapping does not name. No key can be this word."""

BEST_GRADE: Final = "*best"
"""In a rule: the best grade of whatever scale. No key can be this word."""

ABOVE_LOWEST: Final = "*above-lowest"
"""In a rule: the second lowest grade of whatever scale. No key can be this word."""


_MR_SORT: Final = cite("leroy-mousseau-pirlot-2011", status="ours")
_EQUAL: Final[FrozenMap[Any, int | Fraction]] = FrozenMap({EVERY_CRITERION: 1})
_NONE: Final[FrozenMap[Any, FrozenMap[Any, Any]]] = FrozenMap()


# What is no mapping stays as it was given, and is reported with the rest.


def _weights(given: Mapping[Any, int | Fraction]) -> FrozenMap[Any, int | Fraction]:
    return _EQUAL if _is_empty(given) else _frozen(given)


def _vetoes(given: Mapping[Any, Mapping[Any, Any]]) -> FrozenMap[Any, FrozenMap[Any, Any]]:
    vetoes: FrozenMap[Any, FrozenMap[Any, Any]] = _frozen(given, _frozen)
    return vetoes


def _frozen(given: Any, read: Callable[[Any], Any] = plain) -> Any:  # noqa: ANN401 -- see above
    if not _is_mapping(given):
        return given
    return FrozenMap({word: read(value) for word, value in given.items()})


def _is_mapping(given: Any) -> bool:  # noqa: ANN401 -- see above
    return isinstance(given, Mapping)


def _is_empty(given: Any) -> bool:  # noqa: ANN401 -- see above
    return given is None or (_is_mapping(given) and not given)


def _is_veto(floors: Any) -> bool:  # noqa: ANN401 -- see above
    return _is_mapping(floors) and all(isinstance(word, Term | str) for word in floors.values())


@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class SortingRule:
    """A rule that sorts a card into one grade by majority, with vetoes.

    A grade is reached when the criteria that stand at it or above carry at least the majority
    of the weight, and every veto set for that grade holds. The verdict is the best grade
    reached; the lowest is always reached, so a veto for it holds nothing back. A rule is plain
    data and names criteria and grades in words: one rule serves every rubric that has them.

    A key stands for one rule for ever: the same card gives the same verdict in every release.
    A rule that changes gets a new key, and the keys of `RULES` are taken.

    Attributes:
        key: The stable kebab-case key of the rule.
        title: What the rule asks for, in a phrase.
        majority: The share of the weight that is enough, above 0 and at most 1.
        weights: Criterion to its weight, above 0; without it all are equal. `EVERY_CRITERION`
            stands for every criterion not named.
        vetoes: Grade to criterion to the least grade that the criterion must have for the first
            to be reached. `BEST_GRADE` and `ABOVE_LOWEST` stand for grades of any scale.
        source: Where the rule comes from, and its status.

    Raises:
        FrameworkError: If the key is not kebab-case or is that of another rule of `RULES`, the
            majority or a weight is not a whole number or a Fraction in its range, a veto is not
            a mapping of words to words, or another part is not of its kind: all findings at once.

    Source:
        leroy-mousseau-pirlot-2011 for majority and weights. Vetoes set for a grade, and sorting
        support programmes by such a rule, are a choice of this library. Status: ours.

    >>> rule = SortingRule(
    ...     key="objectives-count-double",
    ...     majority=Fraction(3, 5),
    ...     weights={"objectives": 2, EVERY_CRITERION: 1},
    ...     vetoes={"relative-success": {"politics": "conflicted-attainment"}},
    ... )
    >>> rule, rule.majority
    (SortingRule('objectives-count-double'), Fraction(3, 5))
    """

    key: str
    title: str = ""
    majority: int | Fraction
    weights: FrozenMap[Any, int | Fraction] = attrs.field(default=_EQUAL, converter=_weights)
    vetoes: FrozenMap[Any, FrozenMap[Any, Any]] = attrs.field(default=_NONE, converter=_vetoes)
    source: Source = _MR_SORT

    def __attrs_post_init__(self) -> None:
        """Check what can be checked without a rubric."""
        parts = {name: getattr(self, name) for name in _KINDS}
        problems = (
            *misfits(parts, _KINDS),
            *_key_problems(self),
            *_majority_problems(self.majority),
            *_weight_problems(self.weights),
            *_veto_problems(self.vetoes),
        )
        if problems:
            raise FrameworkError(called(self.key, "rule"), problems)

    def __repr__(self) -> str:
        return f"SortingRule({self.key!r})"


_KINDS: Final[Kinds] = {
    "key": ("lower-case words joined by hyphens", is_key),
    "title": ("text", lambda given: isinstance(given, str)),
    "weights": ("a mapping of criteria to weights", _is_mapping),
    "vetoes": ("a mapping of grades to criteria and their least grades", _is_mapping),
    "source": (
        "a Source, such as cite('leroy-mousseau-pirlot-2011', status='adapted')",
        lambda given: isinstance(given, Source),
    ),
}


def _key_problems(rule: SortingRule) -> Iterator[str]:
    named = _named_rules().get(called(rule.key, ""))
    names = [name for name in _FIELDS if getattr(rule, name) != getattr(named, name, None)]
    if named and names:
        yield (
            "a key stands for one rule for ever, and this is the key of a named rule that differs "
            f"in {' and '.join(names)}; take that one, or give yours another key"
        )


def _named_rules() -> dict[object, SortingRule]:
    """Find the named rules by their keys; there are none while they are being made."""
    return {rule.key: rule for rule in globals().get("RULES", ())}


_FIELDS: Final = ("title", "majority", "weights", "vetoes", "source")


def _is_exact(number: object) -> bool:
    return isinstance(number, int | Fraction) and not isinstance(number, bool)


def _majority_problems(majority: int | Fraction) -> Iterator[str]:
    if not _is_exact(majority) or not 0 < majority <= 1:
        yield (
            "majority must be a whole number or a Fraction above 0 and at most 1, "
            f"such as Fraction(2, 3), not {shown(majority)}"
        )


def _weight_problems(weights: Any) -> Iterator[str]:  # noqa: ANN401 -- see _frozen
    for word, weight in weights.items() if _is_mapping(weights) else ():
        if not _is_exact(weight) or weight <= 0:
            yield (
                f"the weight of {shown(word)} must be a whole number or a Fraction above 0, "
                f"not {shown(weight)}"
            )


def _veto_problems(vetoes: Any) -> Iterator[str]:  # noqa: ANN401 -- see _frozen
    for grade, floors in vetoes.items() if _is_mapping(vetoes) else ():
        if not _is_veto(floors):
            yield f"the veto for {shown(grade)} must map criteria to grades, not {shown(floors)}"


WEAKEST: Final = SortingRule(
    key="weakest",
    title="every criterion must reach a grade: the verdict is the lowest grade given",
    majority=1,
)
"""Every criterion must reach a grade: the verdict is the lowest grade given. Status: ours."""

MAJORITY: Final = SortingRule(
    key="majority",
    title="two thirds of the criteria must reach a grade",
    majority=Fraction(2, 3),
)
"""Two thirds of the criteria, equally weighted, must reach a grade. Status: ours."""

MAJORITY_WITH_VETO: Final = SortingRule(
    key="majority-with-veto",
    title="two thirds of the criteria must reach a grade, and none at the lowest for the best",
    majority=Fraction(2, 3),
    vetoes={BEST_GRADE: {EVERY_CRITERION: ABOVE_LOWEST}},
)
"""As `MAJORITY`, but the best grade needs every criterion above the lowest. Status: ours.

On the six criteria: for *relative success* each must be at least *conflicted attainment*.
"""

RULES: Final = (WEAKEST, MAJORITY, MAJORITY_WITH_VETO)
"""The named rules, in the order in which they are shown."""


def as_rule(given: SortingRule | str) -> SortingRule:
    """Take a rule, or find a named one by its key.

    Args:
        given: The rule, or the key of one of `RULES`.

    Returns:
        The rule.

    Raises:
        UnknownKeyError: If it is no rule and there is none of this key.

    Source:
        This library. Status: ours.

    >>> as_rule("majority") is MAJORITY
    True
    """
    if isinstance(given, SortingRule):
        return given
    named, word = _named_rules(), cast("object", given)
    key = folded(word) if isinstance(word, str) else None
    if key not in named:
        known = tuple(rule.key for rule in RULES)
        raise UnknownKeyError(shown(given), "rule", known, nearest(given, known))
    return named[key]


# --- a rule read against a rubric ---


@attrs.frozen
class _Reading:
    """A rule in the words of one rubric: whole numbers for weights, places for grades."""

    grades: tuple[Any, ...]
    places: dict[Any, int]
    weights: dict[Any, int]
    asked: int
    out_of: int
    floors: tuple[dict[Any, int], ...]

    @property
    def top(self) -> int:
        """The place of the best grade."""
        return len(self.grades) - 1


@attrs.frozen
class _Findings:
    """What could not be read, collected instead of stopping at the first."""

    unknown: list[UnknownTermError]
    problems: list[str]

    def term(self, of: Callable[[Any], Term], word: object, where: str) -> Term | None:
        """Read one word; None where it cannot be read."""
        try:
            return of(word)
        except UnknownTermError as error:
            self.unknown.append(attrs.evolve(error, where=where))
            return None

    def terms(
        self, of: Callable[[Any], Term], words: Mapping[Any, Any], where: str
    ) -> dict[Any, Any]:
        """Read the words of a mapping, each of them once."""
        found: dict[Any, Any] = {}
        for word, value in words.items():
            term = self.term(of, word, where)
            if term in found:
                self.problems.append(f"{where}: {shown(term)} is named twice")
            found[term] = value
        return found

    def spread(self, words: Mapping[Any, Any], rows: type[Term], where: str) -> dict[Any, Any]:
        """Read criteria; `EVERY_CRITERION` speaks for those that are not named."""
        words = dict(words)
        rest = dict.fromkeys(rows, words.pop(EVERY_CRITERION)) if EVERY_CRITERION in words else {}
        return rest | self.terms(rows.of, words, where)

    def refuse(self, rule: SortingRule) -> None:
        """Raise what was found."""
        if self.unknown:
            raise UnknownTermError.together(self.unknown)
        if self.problems:
            raise FrameworkError(rule.key, tuple(self.problems))


@functools.lru_cache(maxsize=256)
def _read(rule: SortingRule, rows: type[Term], cols: type[Scale]) -> _Reading:
    """Resolve every word and scale every weight: once for a rule and a pair of vocabularies."""
    findings, grades = _Findings([], []), tuple(cols)
    weights = findings.spread(rule.weights, rows, f"weights of rule {rule.key!r}")
    findings.problems.extend(f"no weight for {row.key!r}" for row in rows if row not in weights)
    vetoes = _read_vetoes(rule, rows, cols, findings)
    findings.refuse(rule)
    scale = math.lcm(*(weight.denominator for weight in weights.values()))
    places: dict[Any, int] = {grade: place for place, grade in enumerate(grades)}
    floors = (
        {row: places[floor] for row, floor in vetoes.get(grade, {}).items()} for grade in grades[1:]
    )
    return _Reading(
        grades=grades,
        places=places,
        weights={row: int(weight * scale) for row, weight in weights.items()},
        asked=rule.majority.numerator,
        out_of=rule.majority.denominator,
        floors=({}, *floors),  # the lowest grade is always reached
    )


def _read_vetoes(
    rule: SortingRule, rows: type[Term], cols: type[Scale], findings: _Findings
) -> dict[Any, dict[Any, Any]]:
    grade_of = functools.partial(_grade, cols)
    vetoes: dict[Any, dict[Any, Any]] = {}
    for grade, words in rule.vetoes.items():
        where = f"vetoes of rule {rule.key!r} for {shown(grade)}"
        floors = {row: findings.term(grade_of, floor, where) for row, floor in words.items()}
        vetoes[grade] = findings.spread(floors, rows, where)
    return findings.terms(grade_of, vetoes, f"vetoes of rule {rule.key!r}")


def _grade(cols: type[Scale], word: Scale | str) -> Scale:
    if word == BEST_GRADE:
        return max(cols)
    return tuple(cols)[1] if word == ABOVE_LOWEST else cols.of(word)


def _split(reading: _Reading, card: Scorecard[R, S]) -> tuple[dict[R, int], tuple[R, ...]]:
    """Part a card into the places of its grades and the gaps that a grade could fill."""
    graded: dict[R, int] = {}
    gaps: list[R] = []
    for row, mark in card.profile.items():
        if not isinstance(mark, Gap):
            graded[row] = reading.places[mark]
        elif mark is not Gap.NOT_APPLICABLE:
            gaps.append(row)
    return graded, tuple(gaps)


def _reaches(reading: _Reading, places: Mapping[Any, int], grade: int) -> bool:
    """Tell whether a card without gaps reaches the grade at a place above the lowest."""
    weights = reading.weights
    needed = reading.asked * sum([weights[row] for row in places])
    carried = sum([weights[row] for row, place in places.items() if place >= grade])
    if carried * reading.out_of < needed:
        return False
    return all(places.get(row, floor) >= floor for row, floor in reading.floors[grade].items())


def _best(reading: _Reading, places: Mapping[Any, int]) -> int:
    """Find the place of the best grade that a card without gaps reaches."""
    grades = range(reading.top, 0, -1)
    return next((grade for grade in grades if _reaches(reading, places, grade)), 0)


def _filled(graded: Mapping[Any, int], gaps: Iterable[Any], place: int) -> dict[Any, int]:
    return {**graded, **dict.fromkeys(gaps, place)}


def _bounds(reading: _Reading, graded: Mapping[Any, int], gaps: Collection[Any]) -> tuple[int, int]:
    """Find the best grade with every gap filled by the lowest grade, and by the best.

    A higher grade adds weight to every grade and breaks no veto, so no filling leaves these.
    """
    lowest = _best(reading, _filled(graded, gaps, 0))
    return lowest, _best(reading, _filled(graded, gaps, reading.top)) if gaps else lowest


# --- the verdict ---


@attrs.frozen
class Verdict(Generic[R, S]):
    """What a rule makes of a card: the best grade reached, or bounds for it where gaps are.

    Attributes:
        card: The card that was judged.
        rule: The rule that judged it.
        lowest: The verdict with every gap filled by the lowest grade; None without a verdict.
        highest: The verdict with every gap filled by the best grade; None without a verdict.

    >>> from implsupport import success
    >>> card = success.score({"politics": "relative-failure"}, partial=True)
    >>> verdict = decide(card, WEAKEST)
    >>> verdict.lowest, verdict.settled, len(card.gaps)
    (Attainment.RELATIVE_FAILURE, True, 5)
    """

    card: Scorecard[R, S]
    rule: SortingRule
    lowest: S | None
    highest: S | None

    @property
    def settled(self) -> bool:
        """Whether there is a verdict and the gaps, if any, cannot change it."""
        return self.lowest is not None and self.lowest is self.highest

    @functools.cached_property
    def decisive(self) -> tuple[tuple[R, ...], ...]:
        """The least sets of gaps that can settle the verdict, smallest first.

        A set of criteria can settle the verdict if each has a gap that may be filled and there
        are grades for just these with which the bounds coincide. The sets are those of which no
        proper subset can do so too. That some grades settle it does not mean that all would.
        Empty where the verdict is settled, and where there is none.

        >>> from implsupport import success
        >>> card = success.score({"politics": "relative-success"}, partial=True)
        >>> [criterion.key for (criterion,) in decide(card, WEAKEST).decisive]
        ['legitimacy', 'stakeholders', 'clarity', 'complexity', 'objectives']
        """
        reading = _reading_of(self.card, self.rule)
        return () if self.settled else _decisive(reading, *_split(reading, self.card))

    @property
    def reasons(self) -> tuple[str, ...]:
        r"""Why, in sentences: the verdict, then each grade from the best down, then the gaps.

        Written for people, anew on each call; their wording is not stable.

        >>> from implsupport import success
        >>> card = success.score(dict.fromkeys(success.Criterion, "relative-success"))
        >>> print(*decide(card, WEAKEST).reasons, sep="\n")
        By the rule 'weakest' the verdict is relative success.
        Relative success is reached: legitimacy, stakeholders, clarity, complexity, politics and
        objectives stand at it or above, with 6 of 6 parts of the weight; the rule asks for all.
        """
        return tuple(_reasons(self))

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        bounds = [one.label for one in (self.lowest, self.highest) if one]
        said = " to ".join(dict.fromkeys(bounds)) or "none: nothing is applicable"
        title = f"{self.card.rubric.title}, rule {self.rule.key}"
        is_open = len(set(bounds)) > 1
        return table(title, [("open" if is_open else "verdict", said), ("gaps", self.card.gaps)])


def decide(card: Scorecard[R, S], rule: SortingRule | str) -> Verdict[R, S]:
    """Sort a card into one grade of its scale, or into bounds where it has gaps.

    Criteria that are not applicable leave both sides of the weights, satisfy their vetoes and
    are never filled. Every other gap is filled with the lowest grade, then with the best: no
    filling leads outside these bounds.

    Args:
        card: A profile of grades and gaps on any rubric.
        rule: One of `RULES` or its key, or the caller's own.

    Returns:
        The verdict: bounds, whether they are settled, which gaps would settle them, and why.
        Where nothing is applicable there is no verdict: the bounds are None.

    Raises:
        UnknownTermError: If the rule names a criterion or a grade that the rubric does not
            have: every such word.
        UnknownKeyError: If a rule is given as text and there is none of this key.
        FrameworkError: If the card is none, or the rule has no weight for a criterion or names
            one twice.

    Source:
        leroy-mousseau-pirlot-2011 for the procedure; its use here, vetoes for a grade and
        bounds for gaps are a choice of this library. Status: ours.

    >>> from implsupport import success
    >>> card = success.score(
    ...     {
    ...         "legitimacy": "relative-success",
    ...         "stakeholders": "relative-success",
    ...         "clarity": "relative-success",
    ...         "complexity": "conflicted-attainment",
    ...         "politics": "relative-failure",
    ...         "objectives": "not-assessed",
    ...     }
    ... )
    >>> verdict = decide(card, MAJORITY)
    >>> verdict.lowest, verdict.highest, verdict.decisive
    (Attainment.CONFLICTED_ATTAINMENT, Attainment.RELATIVE_SUCCESS, ((Criterion.OBJECTIVES,),))
    >>> decide(card, "majority-with-veto").highest
    Attainment.CONFLICTED_ATTAINMENT
    """
    require_each(Scorecard, (card,), "decide", MAKE_A_CARD)
    rule = as_rule(rule)
    reading = _reading_of(card, rule)
    graded, gaps = _split(reading, card)
    if not graded and not gaps:
        return Verdict(card, rule, None, None)
    lowest, highest = _bounds(reading, graded, gaps)
    return Verdict(card, rule, reading.grades[lowest], reading.grades[highest])


def _reading_of(card: Scorecard[R, S], rule: SortingRule) -> _Reading:
    return _read(rule, card.rubric.rows, card.rubric.cols)


# --- which gaps decide ---


def _decisive(
    reading: _Reading, graded: Mapping[R, int], gaps: tuple[R, ...]
) -> tuple[tuple[R, ...], ...]:
    """Try sets of gaps by size; one is tried only if no set with one gap less can settle.

    What a set can settle, any larger set can: so once every set of a size is dealt with, no
    larger one is left to try.
    """
    found: list[tuple[R, ...]] = []
    unable: set[tuple[R, ...]] = {()}
    while unable:
        size = len(next(iter(unable))) + 1
        tried = [
            few
            for few in itertools.combinations(gaps, size)
            if all(fewer in unable for fewer in itertools.combinations(few, size - 1))
        ]
        able = [few for few in tried if _can_settle(reading, graded, gaps, few)]
        found += able
        unable = {*tried}.difference(able)
    return tuple(found)


def _can_settle(
    reading: _Reading, graded: Mapping[R, int], gaps: tuple[R, ...], few: tuple[R, ...]
) -> bool:
    rest = [row for row in gaps if row not in few]
    bounds = (_bounds(reading, {**graded, **filling}, rest) for filling in _fillings(reading, few))
    return any(lowest == highest for lowest, highest in bounds)


def _fillings(reading: _Reading, few: tuple[R, ...]) -> Iterator[dict[R, int]]:
    """List fillings among which one settles the verdict, if any filling of these gaps does.

    Say one settles it at a grade. Lower every criterion of it to the least that keeps this
    grade reached: the grade itself, or its floor where that is higher, for those that stood at
    the grade; the floor for the others. Nothing better comes in reach by that. Each better
    grade that is held off is held off by weight, which these choices leave alone, or by a veto
    that one criterion breaks: one such criterion for each better grade may stay at its floor,
    and all others may rise to the grade, for that only adds weight to it.
    """
    for grade, floors in enumerate(reading.floors):
        better = reading.floors[grade + 1 :]
        least = {row: floors.get(row, 0) for row in few}
        raised = {row: max(grade, floor) for row, floor in least.items()}
        breakers = [
            row
            for row in few
            if raised[row] > least[row] and any(other.get(row, 0) > least[row] for other in better)
        ]
        for count in range(len(better) + 1):
            for some in itertools.combinations(breakers, count):
                yield {**raised, **{row: least[row] for row in some}}


# --- reasons ---

_NOTHING: Final = "No criterion is applicable, so there is nothing to weigh."
_MOST_SETS: Final = 6


def _reasons(verdict: Verdict[Any, Any]) -> Iterator[str]:
    if verdict.lowest is None:
        yield _NOTHING
        return
    reading = _reading_of(verdict.card, verdict.rule)
    graded, gaps = _split(reading, verdict.card)
    yield _headline(verdict)
    yield from _grade_reasons(reading, graded, gaps)
    if gaps:
        yield _gap_reason(verdict, gaps)
    left_out = [row for row, mark in verdict.card.gaps.items() if mark is Gap.NOT_APPLICABLE]
    if left_out:
        are = "is" if len(left_out) == 1 else "are"
        yield f"{_sentence(_listed(left_out))} {are} not applicable and left out."


def _headline(verdict: Verdict[Any, Any]) -> str:
    bounds = dict.fromkeys((verdict.lowest, verdict.highest))
    what = "is" if verdict.settled else "lies between"
    return f"By the rule {verdict.rule.key!r} the verdict {what} {_listed(tuple(bounds))}."


def _grade_reasons(
    reading: _Reading, graded: Mapping[Any, int], gaps: tuple[Any, ...]
) -> Iterator[str]:
    """Speak of each grade from the best down to the first that is reached for certain."""
    for grade in range(reading.top, 0, -1):
        state = _state(reading, graded, gaps, grade)
        label = _sentence(reading.grades[grade].label)
        clauses = (
            _coalition(reading, graded, gaps, grade),
            f"the rule asks for {_share(reading)}",
            *_veto_clauses(reading, graded, gaps, grade),
        )
        yield f"{label} is {state}: {'; '.join(clauses)}."
        if state == "reached":
            return
    yield f"{_sentence(reading.grades[0].label)} is always reached."


def _state(reading: _Reading, graded: Mapping[Any, int], gaps: tuple[Any, ...], grade: int) -> str:
    if _reaches(reading, _filled(graded, gaps, 0), grade):
        return "reached"
    return "open" if _reaches(reading, _filled(graded, gaps, reading.top), grade) else "not reached"


def _coalition(
    reading: _Reading, graded: Mapping[Any, int], gaps: tuple[Any, ...], grade: int
) -> str:
    """Name the criteria that stand at a grade or above, and what they weigh."""
    weights = reading.weights
    names = [row for row, place in graded.items() if place >= grade]
    who = _listed(names) if names else "no criterion"
    stand = "stand" if len(names) > 1 else "stands"
    total = sum(weights[row] for row in (*graded, *gaps))
    carried = sum(weights[row] for row in names)
    spare = sum(weights[row] for row in gaps)
    more = f", and gaps could add {spare}" if spare else ""
    parts = "part" if total == 1 else "parts"
    return f"{who} {stand} at it or above, with {carried} of {total} {parts} of the weight{more}"


def _share(reading: _Reading) -> str:
    return "all" if reading.asked == reading.out_of else f"{reading.asked}/{reading.out_of}"


def _veto_clauses(
    reading: _Reading, graded: Mapping[Any, int], gaps: tuple[Any, ...], grade: int
) -> Iterator[str]:
    """Name the vetoes that forbid a grade, and those that a gap leaves open."""
    for row, floor in reading.floors[grade].items():
        needs = f"{row.label} must be at least {reading.grades[floor].label}"
        if graded.get(row, floor) < floor:
            yield f"{needs}, and is {reading.grades[graded[row]].label}"
        if row in gaps and floor > 0:
            yield f"{needs}, and has no grade"


def _gap_reason(verdict: Verdict[Any, Any], gaps: tuple[Any, ...]) -> str:
    have = "has" if len(gaps) == 1 else "have"
    names = _sentence(_listed(gaps, lambda row: f"{row.label} ({verdict.card.profile[row].label})"))
    if verdict.settled:
        return f"{names} {have} no grade, but no grade there would change the verdict."
    sets = verdict.decisive
    if len(sets) > _MOST_SETS:
        fewest, most = len(sets[0]), len(sets[-1])
        size = f"{fewest}" if fewest == most else f"{fewest} to {most}"
        which = f"any of {len(sets)} sets of {size}" if most > 1 else f"any one of {len(sets)}"
        return f"{names} {have} no grade; {which} can settle the verdict."
    what = "; or by ".join(f"{_grades_of(few)} {_listed(few)}" for few in sets)
    return f"{names} {have} no grade; the verdict can be settled by {what}."


def _grades_of(rows: Sequence[Any]) -> str:
    return "a grade of" if len(rows) == 1 else "grades of"


def _listed(rows: Sequence[Any], words: Callable[[Any], str] = lambda row: row.label) -> str:
    *first, last = [words(row) for row in rows]
    return f"{', '.join(first)} and {last}" if first else last


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


# --- acceptability ---


@attrs.frozen
class Acceptability(Generic[R, S]):
    """How large a share of all weightings makes each grade the verdict.

    It is a share of weightings, not a probability of success.

    Attributes:
        card: The card that was judged.
        rule: The rule whose majority and vetoes were used.
        shares: Grade to the least and the greatest share over all fillings of the gaps, least
            grade first; without gaps the two are equal. None where nothing is applicable.

    >>> from implsupport import success
    >>> card = success.score(dict.fromkeys(success.Criterion, "not-applicable"))
    >>> nothing = acceptability(card, MAJORITY)
    >>> nothing.shares is None, nothing.reason
    (True, 'No criterion is applicable, so there is nothing to weigh.')
    """

    card: Scorecard[R, S]
    rule: SortingRule
    shares: FrozenMap[S, tuple[Fraction, Fraction]] | None

    @property
    def reason(self) -> str | None:
        """Why there are no shares, in a sentence; None where there are."""
        return _NOTHING if self.shares is None else None

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        title = f"Share of all weightings, rule {self.rule.key}: not a probability"
        shares = (self.shares or {}).items()
        rows = [(grade, *(f"{float(share):.0%}" for share in pair)) for grade, pair in shares]
        return table(title, rows or [("none", "", self.reason)], ("grade", "least", "greatest"))


def acceptability(card: Scorecard[R, S], rule: SortingRule | str) -> Acceptability[R, S]:
    """Find the exact share of all weightings for which each grade is the verdict.

    For those who cannot say how much each criterion weighs: every weighting of the applicable
    criteria counts the same. The rule's majority and vetoes are used, its weights are not.

    Args:
        card: A profile of grades and gaps on any rubric.
        rule: One of `RULES` or its key, or the caller's own.

    Returns:
        For each grade the least and the greatest share over all fillings of the gaps. Each
        bound is met by some filling; the bounds of two grades need not be met by the same one.
        Where nothing is applicable: no shares, with the reason.

    Raises:
        UnknownTermError: If the rule names a criterion or a grade that the rubric does not
            have: every such word.
        UnknownKeyError: If a rule is given as text and there is none of this key.
        FrameworkError: If the card is none, or the rule has no weight for a criterion or names
            one twice.

    Source:
        tervonen-2009 samples such shares; with a rule of this kind they are exact, since the
        weight of m out of n criteria, uniform on the simplex, follows Beta(m, n - m). Vetoes
        and bounds for gaps are a choice of this library. Status: ours.

    >>> from implsupport import success
    >>> ratings = dict.fromkeys(success.Criterion, "relative-success")
    >>> ratings[success.Criterion.POLITICS] = "conflicted-attainment"
    >>> card = success.score(ratings)
    >>> shares = acceptability(card, MAJORITY).shares
    >>> shares[success.Attainment.RELATIVE_SUCCESS]
    (Fraction(211, 243), Fraction(211, 243))
    """
    require_each(Scorecard, (card,), "acceptability", MAKE_A_CARD)
    rule = as_rule(rule)
    reading = _reading_of(card, rule)
    graded, gaps = _split(reading, card)
    if not graded and not gaps:
        return Acceptability(card, rule, None)
    outcomes = _outcomes(reading, graded, gaps)
    shares = [_shares(reading, counts, vetoed) for counts, vetoed in outcomes]
    bounds = [(min(of_grade), max(of_grade)) for of_grade in zip(*shares, strict=True)]
    return Acceptability(card, rule, FrozenMap(dict(zip(reading.grades, bounds, strict=True))))


_Outcome: TypeAlias = tuple[tuple[int, ...], frozenset[int]]
"""For each grade how many criteria stand at it or above, and which grades are vetoed."""


def _outcomes(reading: _Reading, graded: Mapping[R, int], gaps: tuple[R, ...]) -> set[_Outcome]:
    """List what the fillings of the gaps amount to, without listing the fillings.

    Fillings that agree in counts and vetoes agree in every share. There are 3 ** 20 fillings of
    twenty gaps on three grades, but at most 231 different counts, times four for the vetoes.
    """
    grades = range(len(reading.grades))
    outcomes: set[_Outcome] = {((0,) * len(grades), frozenset())}
    for row in (*graded, *gaps):
        places = (graded[row],) if row in graded else grades
        steps = [_step(reading, row, place) for place in places]
        outcomes = {
            (tuple(map(operator.add, counts, more)), vetoed | broken)
            for counts, vetoed in outcomes
            for more, broken in steps
        }
    return outcomes


def _step(reading: _Reading, row: Term, place: int) -> _Outcome:
    """Say what one criterion at one place adds to the counts and breaks of the vetoes."""
    broken = [g for g, floors in enumerate(reading.floors) if place < floors.get(row, 0)]
    return tuple(int(place >= grade) for grade in range(len(reading.grades))), frozenset(broken)


def _shares(reading: _Reading, counts: tuple[int, ...], vetoed: frozenset[int]) -> list[Fraction]:
    """Part the weightings among the grades, least grade first.

    A weighting that reaches a grade reaches every lower one that is not vetoed, so the share of
    a grade is what reaches it less what reaches the next better grade not vetoed.
    """
    shares, better = [Fraction(0)] * len(counts), Fraction(0)
    for grade in range(reading.top, -1, -1):
        if grade not in vetoed:
            reaching = _reaching(counts[grade], counts[0], reading.asked, reading.out_of)
            shares[grade], better = reaching - better, reaching
    return shares


@functools.lru_cache(maxsize=4096)
def _reaching(some: int, of: int, asked: int, out_of: int) -> Fraction:
    """Find the share of weightings that give enough weight to some of the criteria.

    P(Beta(m, n - m) >= x) is the chance of at most m - 1 successes in n - 1 trials of chance x:
    0 for no criterion, 1 for all.
    """
    short = out_of - asked
    ways = (math.comb(of - 1, j) * asked**j * short ** (of - 1 - j) for j in range(some))
    return Fraction(sum(ways), out_of ** (of - 1))


# --- what would change the verdict ---


@attrs.frozen
class Change(Generic[R, S]):
    """One criterion, moved by one grade.

    Attributes:
        criterion: The criterion.
        before: The grade that it has.
        after: The next grade, up or down.

    >>> from implsupport import success
    >>> card = success.score({"politics": "relative-failure"}, partial=True)
    >>> pivots(card, WEAKEST)[0].changes[0].after
    Attainment.CONFLICTED_ATTAINMENT
    """

    criterion: R
    before: S
    after: S


@attrs.frozen
class Pivot(Generic[R, S]):
    """Changes that together change the verdict.

    Attributes:
        changes: The changes, all up or all down, in the rubric's order.
        verdict: The verdict that results.

    >>> from implsupport import success
    >>> card = success.score(dict.fromkeys(success.Criterion, "relative-success"))
    >>> found = pivots(card, WEAKEST)
    >>> len(found), found[0].changes[0].criterion, found[0].verdict.lowest
    (6, Criterion.LEGITIMACY, Attainment.CONFLICTED_ATTAINMENT)
    """

    changes: tuple[Change[R, S], ...]
    verdict: Verdict[R, S]


def pivots(card: Scorecard[R, S], rule: SortingRule | str) -> tuple[Pivot[R, S], ...]:
    """Find the fewest criteria whose change by one grade, up or down, changes the verdict.

    Only criteria with a grade change; gaps stay gaps. The verdict changes when either of its
    bounds does.

    Args:
        card: A profile of grades and gaps on any rubric.
        rule: One of `RULES` or its key, or the caller's own.

    Returns:
        Every set of the smallest size that does it, first those that rise, then those that
        fall, each in the rubric's order, with the verdict that results. Empty where nothing can
        change it.

    Raises:
        UnknownTermError: If the rule names a criterion or a grade that the rubric does not
            have: every such word.
        UnknownKeyError: If a rule is given as text and there is none of this key.
        FrameworkError: If the card is none, or the rule has no weight for a criterion or names
            one twice.

    Source:
        This library. Status: ours.

    >>> from implsupport import success
    >>> ratings = dict.fromkeys(success.Criterion, "relative-success")
    >>> ratings[success.Criterion.POLITICS] = "relative-failure"
    >>> card = success.score(ratings)
    >>> (pivot,) = pivots(card, MAJORITY_WITH_VETO)
    >>> pivot.changes[0].criterion, pivot.verdict.lowest
    (Criterion.POLITICS, Attainment.RELATIVE_SUCCESS)
    """
    require_each(Scorecard, (card,), "pivots", MAKE_A_CARD)
    rule = as_rule(rule)
    reading = _reading_of(card, rule)
    pivotal = _pivotal(reading, *_split(reading, card))
    return tuple(_pivot(card, rule, moves) for moves in pivotal)


def _pivotal(reading: _Reading, graded: Mapping[R, int], gaps: tuple[R, ...]) -> list[dict[R, int]]:
    """List the smallest sets of moves that change a bound.

    A set that both raises and lowers is never among them: where a bound rises, the criteria
    that rise do it without the others, and where one falls, those that fall do.
    """
    before = _bounds(reading, graded, gaps)

    def changes(moves: Mapping[R, int]) -> bool:
        return _bounds(reading, {**graded, **moves}, gaps) != before

    rises = {row: place + 1 for row, place in graded.items() if place < reading.top}
    falls = {row: place - 1 for row, place in graded.items() if place > 0}
    # Where all moves together change nothing, no few do: this spares a search in vain.
    hopeful = [moves for moves in (rises, falls) if changes(moves)]
    found: list[dict[R, int]] = []
    for size in range(1, len(graded) + 1):
        few = (
            dict(some) for moves in hopeful for some in itertools.combinations(moves.items(), size)
        )
        found = [moves for moves in few if changes(moves)]
        if found:
            break
    return found


def _pivot(card: Scorecard[R, S], rule: SortingRule, places: Mapping[R, int]) -> Pivot[R, S]:
    scale = tuple(card.rubric.cols)
    moved = {row: scale[place] for row, place in places.items()}
    changes = (Change(row, card.grades[row], after) for row, after in moved.items())
    after = attrs.evolve(card, profile=FrozenMap({**card.profile, **moved}))
    return Pivot(tuple(changes), decide(after, rule))
