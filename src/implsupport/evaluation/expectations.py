"""Did the theory hold: support hypothesised against support described, crossed with verdicts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

from implsupport.errors import FrameworkError, UnknownKeyError, nearest, shown
from implsupport.evaluation.matching import Match
from implsupport.evaluation.verdicts import Verdict
from implsupport.given import require_each, require_mapping
from implsupport.notebooks import table
from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap, Scale, Term
from implsupport.vocabulary import Need

__all__ = ["Coverage", "Cross", "cross"]

K = TypeVar("K", bound=Term)
F = TypeVar("F", bound=Term)
R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_FEW: Final = 5


class Coverage(Scale, source=cite("care-act-report", "pp. 18-19", status="ours")):
    """How much of the support hypothesised for a kind is described, least to most.

    Source:
        This library, on the hypotheses of care-act-report, pp. 18-19. Status: ours.

    >>> Coverage.NONE < Coverage.SOME < Coverage.ALL
    True
    """

    NONE = "none", "no feature that the hypothesis names is described"
    SOME = "some", "some of the features that the hypothesis names are described"
    ALL = "all", "every feature that the hypothesis names is described"


@attrs.frozen
class Cross(Generic[K, F, R, S]):
    """Cases crossed by the support described for them and by their verdict.

    Attributes:
        matches: Case to what was hypothesised and what was described, in order of the keys.
        verdicts: Case to its verdict, in order of the keys.

    >>> from implsupport import success
    >>> from implsupport.evaluation import matching, verdicts
    >>> card = success.score(dict.fromkeys(success.Criterion, "relative-success"))
    >>> found = cross(
    ...     {"river-wardens": matching.match("experimental", ["guidance"])},
    ...     {"river-wardens": verdicts.decide(card, verdicts.WEAKEST)},
    ... )
    >>> found.cells[Coverage.NONE, success.Attainment.RELATIVE_SUCCESS]
    ('river-wardens',)
    """

    matches: FrozenMap[str, Match[K, F]]
    verdicts: FrozenMap[str, Verdict[R, S]]

    @property
    def cells(self) -> FrozenMap[tuple[Coverage, S], tuple[str, ...]]:
        """(coverage, grade) to the cases there, least first; empty cells are there too."""
        places = [(coverage, grade) for coverage in Coverage for grade in self._grades]
        where = {case: (self.coverage(case), self.verdicts[case].lowest) for case in self.crossed}
        return FrozenMap(
            {place: tuple(case for case in where if where[case] == place) for place in places}
        )

    @property
    def crossed(self) -> tuple[str, ...]:
        """The cases that stand in a cell, in order of the keys."""
        without = self.open
        return tuple(case for case in self._cases if case not in without)

    @property
    def open(self) -> FrozenMap[str, tuple[str, ...]]:
        """Case to why it stands in no cell, in order of the keys."""
        reasons = {case: tuple(self._reasons(case)) for case in self._cases}
        return FrozenMap({case: why for case, why in reasons.items() if why})

    @property
    def not_described(self) -> FrozenMap[str, tuple[F, ...]]:
        """Case to the features that its kind calls for and nothing shows."""
        return FrozenMap(
            {case: match.named_and_not_evidenced for case, match in self.matches.items()}
        )

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the hypotheses and the rule of the verdicts come from; crossing them is ours."""
        matches = (source for match in self.matches.values() for source in match.sources)
        rules = (verdict.rule.source for verdict in self.verdicts.values())
        return tuple(dict.fromkeys((*matches, *rules)))

    @property
    def caveats(self) -> tuple[str, ...]:
        """What the hypotheses warn of, how few cases there are, and what was not described."""
        inherited = (caveat for match in self.matches.values() for caveat in match.caveats)
        missing = sum(map(len, self.not_described.values()))
        described = sum(len(match.named_and_evidenced) for match in self.matches.values())
        return (
            *dict.fromkeys(inherited),
            *self._small_numbers(),
            (
                f"Of {_counted(missing + described, 'feature')} that a kind calls for, over all "
                f"cases, {missing} {'is' if missing == 1 else 'are'} not described: a case may "
                "stand too low for want of description."
            ),
            "Support that was described is not support that worked: a pattern shows no cause.",
        )

    def coverage(self, case: str) -> Coverage | None:
        """Say how much of the support that its kind calls for is described for a case.

        Args:
            case: The key of a case with a match.

        Returns:
            How much; None where candidate kinds call for support that is described in unequal
            measure, or where the kind calls for none.

        Raises:
            UnknownKeyError: If no match is given for such a case.
        """
        if case not in self.matches:
            known = tuple(self.matches)
            raise UnknownKeyError(shown(case), "match for", known, nearest(case, known))
        match = self.matches[case]
        found = {_coverage(match, kind) for kind in match.kinds}
        return found.pop() if len(found) == 1 else None

    @property
    def _cases(self) -> tuple[str, ...]:
        return tuple(sorted({*self.matches, *self.verdicts}))

    @property
    def _grades(self) -> tuple[S, ...]:
        return next((tuple(one.card.rubric.cols) for one in self.verdicts.values()), ())

    def _reasons(self, case: str) -> Iterator[str]:
        match, verdict = self.matches.get(case), self.verdicts.get(case)
        if match is None:
            yield "no match is given: neither its kind nor its support is known"
        elif self.coverage(case) is None:
            yield f"its kind is {_either(match.kinds)}, which leaves open what was to be described"
        if verdict is None:
            yield "no verdict is given"
        elif not verdict.settled:
            yield f"its verdict is not settled: {_either(_bounds(verdict))}"

    def _small_numbers(self) -> Iterator[str]:
        cells = self.cells.values()
        if min(map(len, cells), default=0) < _FEW:
            yield (
                f"{_counted(sum(map(len, cells)), 'case')} in {_counted(len(cells), 'cell')}, "
                f"some with fewer than {_FEW}: "
                "too few to show an association; read the cases by name."
            )

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        crossed = ((coverage, grade, cases) for (coverage, grade), cases in self.cells.items())
        apart = (("open", "open", f"{case}: {'; '.join(why)}") for case, why in self.open.items())
        head = ("support hypothesised", "verdict", "cases")
        return table("Support against success", [*crossed, *apart], head)


def cross(
    matches: Mapping[str, Match[K, F]], verdicts: Mapping[str, Verdict[R, S]]
) -> Cross[K, F, R, S]:
    """Cross how much of the hypothesised support was described with how the case was judged.

    Args:
        matches: Case to what `matching.match` returned.
        verdicts: Case to what `verdicts.decide` returned, all by one rule on one rubric.

    Returns:
        The cells with the names of their cases, and the cases that stand in none, with why:
        nothing is left out in silence, and nothing is tested for significance.

    Raises:
        FrameworkError: If the matches are against different hypotheses, or the verdicts on
            different rubrics or by different rules, or one is none.

    Source:
        care-act-report, pp. 18-19, for the hypotheses, which it means to return to; crossing
        them with verdicts is this library's. Status: ours.

    >>> from implsupport import success
    >>> from implsupport.evaluation import matching, verdicts
    >>> features = ["bottom-up approach", "context sensitivity", "problem solving"]
    >>> card = success.score(dict.fromkeys(success.Criterion, "relative-success"))
    >>> found = cross(
    ...     {"river-wardens": matching.match("experimental", features)},
    ...     {"river-wardens": verdicts.decide(card, verdicts.WEAKEST)},
    ... )
    >>> found.cells[Coverage.ALL, success.Attainment.RELATIVE_SUCCESS]
    ('river-wardens',)
    """
    require_mapping(matches, "cross", "cases to matches")
    require_mapping(verdicts, "cross", "cases to verdicts")
    require_each(Match, matches.values(), "cross", "make one with match(...)")
    require_each(Verdict, verdicts.values(), "cross", "make one with decide(...)")
    problems = (
        *_unlike("hypotheses", (match.support for match in matches.values())),
        *_unlike("rubrics", (verdict.card.rubric for verdict in verdicts.values())),
        *_unlike("rules", (verdict.rule for verdict in verdicts.values())),
    )
    if problems:
        raise FrameworkError("cross", problems)
    return Cross(
        FrozenMap(dict(sorted(matches.items()))), FrozenMap(dict(sorted(verdicts.items())))
    )


def _unlike(what: str, given: Iterable[Any]) -> Iterator[str]:
    distinct = tuple(dict.fromkeys(given))
    if len(distinct) > 1:
        keys = ", ".join(repr(one.key) for one in distinct)
        yield f"cases on different {what} cannot be crossed: {keys}; cross those on one at a time"


def _coverage(match: Match[K, Any], kind: K) -> Coverage | None:
    row = match.support.row(kind)
    named = [feature for feature, need in row.items() if need is not Need.NOT_NAMED]
    described = sum(feature in match.offered for feature in named)
    if not named:
        return None
    if described == len(named):
        return Coverage.ALL
    return Coverage.SOME if described else Coverage.NONE


def _bounds(verdict: Verdict[Any, S]) -> tuple[S, ...]:
    return tuple(grade for grade in (verdict.lowest, verdict.highest) if grade is not None)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _either(terms: tuple[Term, ...]) -> str:
    return " or ".join(term.label for term in terms) or "there is none"
