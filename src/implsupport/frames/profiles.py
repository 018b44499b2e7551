"""What a verb says of a profile: one mark for each column, judged as one case is judged.

Here the functions for one case are called, and nowhere else in this package: a frame looks up
what they said. Marks that a verb treats alike share a digit, so that there are few profiles.
"""

import functools
import itertools
from collections.abc import Callable, Iterable
from typing import Any, Final, TypeAlias, TypeVar

import attrs
import narwhals.stable.v2 as nw

from implsupport import readings
from implsupport.errors import FrameworkError, shown
from implsupport.evaluation import verdicts
from implsupport.evaluation.verdicts import SortingRule
from implsupport.matrix import Grid, Matrix, Rubric, Typology
from implsupport.terms import Gap, Term

__all__ = [
    "MOST_PROFILES",
    "Outcome",
    "Profile",
    "Table",
    "Type",
    "Value",
    "Verb",
    "classifying",
    "deciding",
    "every",
    "locating",
    "placing",
    "require",
    "said",
    "scoring",
    "tabulated",
]

R = TypeVar("R", bound=Term)

Profile: TypeAlias = tuple[int, ...]
"""For each column the digit of its mark."""

Type: TypeAlias = type[nw.String] | type[nw.Int64] | type[nw.Boolean] | type[Term]
"""The type of a result; a vocabulary where it is one of its keys."""

Value: TypeAlias = str | int | None
"""One thing that a verb says: a key, a count, whether something is so, or nothing."""

Outcome: TypeAlias = tuple[Value, ...]
"""What a verb says of a profile: a value for each output."""

MOST_PROFILES: Final = 50_000
"""Up to so many profiles a table holds every one; six criteria on three grades have 15,625."""


@attrs.frozen(kw_only=True)
class Verb:
    """What a verb reads from the columns of a row, and what it says of that.

    Attributes:
        says: The function that judges one case: from the marks to a value for each output.
        framework: The framework that it reads.
        vocabularies: For each column the vocabulary of its words, or the scale of its degrees.
        marks: For each column the marks that are told apart, the one for *missing* last. A digit
            is a place among them; the digit after the last is that of a word that was not read.
        outputs: The name and the type of each output.
        rule: The rule by which it decides, if it does.
        noun: What it reads: a *term* or a *degree*.
        reasons: For each column what to say of a word that was not read, where that is recorded;
            else empty.

    >>> from implsupport import matland
    >>> [len(of_column) for of_column in classifying(matland.MATLAND).marks]
    [3, 3]
    """

    says: Callable[["Verb", tuple[Any, ...]], Outcome]
    framework: Any
    vocabularies: tuple[type[Term], ...]
    marks: tuple[tuple[Any, ...], ...]
    outputs: tuple[tuple[str, Type], ...]
    rule: Any = None
    noun: str = "term"
    reasons: tuple[str, ...] = ()

    def recording(self, columns: Iterable[str]) -> "Verb":
        """Let it record what could not be read.

        Args:
            columns: The names of the columns.

        Returns:
            A verb with two results more: how many words were not read, and why.
        """
        named = zip(columns, self.vocabularies, strict=True)
        reasons = (f"{column}: not a {self.noun} of {of.__name__}" for column, of in named)
        return attrs.evolve(self, reasons=tuple(reasons))

    @property
    def results(self) -> tuple[tuple[str, Type], ...]:
        """The outputs, and what is recorded of words that were not read."""
        recorded = (("unread", nw.Int64), ("reason", nw.String)) if self.reasons else ()
        return (*self.outputs, *recorded)

    def outcome(self, profile: Profile) -> Outcome:
        """Judge one profile; a word that was not read counts as missing, and is recorded.

        Args:
            profile: For each column the digit of its mark.

        Returns:
            A value for each result.
        """
        pairs = tuple(zip(self.marks, profile, strict=True))
        said = self.says(self, tuple(marks[min(digit, len(marks) - 1)] for marks, digit in pairs))
        if not self.reasons:
            return said
        told = zip(self.reasons, pairs, strict=True)
        unread = [reason for reason, (marks, digit) in told if digit == len(marks)]
        return (*said, len(unread), "; ".join(unread) or None)


# --- the verbs ---


def require(given: object, kind: type[Matrix[Any, Any, Any]]) -> None:
    """Refuse a key, or a framework that is read in another way.

    Args:
        given: What was given to be read.
        kind: The kind of framework that is read.

    Raises:
        FrameworkError: If it is another.

    >>> require("success", Rubric)
    Traceback (most recent call last):
    implsupport.errors.FrameworkError: 'rubric' cannot be used: 'success' is not a rubric; give the
    rubric itself, not its key
    """
    if not isinstance(given, kind):
        what = kind.__name__.lower()
        problem = f"{shown(given)} is not a {what}; give the {what} itself, not its key"
        raise FrameworkError(what, (problem,))


def _of_words(*vocabularies: type[Term], apart: tuple[Gap, ...] = ()) -> dict[str, Any]:
    """List the marks of each column: its terms, the gaps that count apart, all other gaps."""
    marks = tuple((*vocabulary, *apart, Gap.NOT_ASSESSED) for vocabulary in vocabularies)
    return {"vocabularies": vocabularies, "marks": marks}


def _of_criteria(rubric: Rubric[R, Any, Any], *apart: Gap) -> dict[str, Any]:
    return _of_words(*[rubric.cols for _ in rubric.rows], apart=apart)


def _vocabulary(matrix: Matrix[Any, Any, Any]) -> type[Term]:
    """Find the vocabulary of what stands in the cells."""
    said: Term = next(cell for _, cell in matrix.items())
    return type(said)


def classifying(typology: Typology[Any, Any, Any]) -> Verb:
    """Make the verb that picks one cell of a typology; with a gap there is no kind.

    Args:
        typology: The typology.

    Returns:
        The verb; it reads the row and the column.

    Raises:
        FrameworkError: If it is no typology.

    >>> from implsupport import matland
    >>> classifying(matland.MATLAND).outcome((1, 0))
    ('experimental',)
    """
    require(typology, Typology)
    return Verb(
        says=_classified,
        framework=typology,
        **_of_words(typology.rows, typology.cols),
        outputs=(("kind", _vocabulary(typology)),),
    )


def _classified(verb: Verb, marks: tuple[Any, ...]) -> Outcome:
    if any(isinstance(mark, Gap) for mark in marks):
        return (None,)
    return (readings.classify(verb.framework, *marks).kind.key,)


def placing(grid: Grid[Any, Any, Any]) -> Verb:
    """Make the verb that names the cell of a grid; what has a gap has no cell.

    Args:
        grid: The grid.

    Returns:
        The verb; it reads the row and the column.

    Raises:
        FrameworkError: If it is no grid.

    >>> from implsupport import governance
    >>> placing(governance.GOVERNANCE).outcome((0, 2))
    ('managing-trajectories',)
    """
    require(grid, Grid)
    return Verb(
        says=_placed,
        framework=grid,
        **_of_words(grid.rows, grid.cols),
        outputs=(("activity_type", _vocabulary(grid)),),
    )


def _placed(verb: Verb, marks: tuple[Any, ...]) -> Outcome:
    if any(isinstance(mark, Gap) for mark in marks):
        return (None,)
    return (verb.framework[marks].key,)


def scoring(rubric: Rubric[Any, Any, Any]) -> Verb:
    """Make the verb that makes a card: the lowest and highest grade given, and the gaps.

    Args:
        rubric: The rubric.

    Returns:
        The verb; it reads the criteria, in the rubric's order.

    Raises:
        FrameworkError: If it is no rubric.

    >>> from implsupport import success
    >>> scoring(success.SUCCESS).outcome((1, 2, 2, 2, 3, 3))
    ('conflicted-attainment', 'relative-success', 2)
    """
    require(rubric, Rubric)
    return Verb(
        says=_scored,
        framework=rubric,
        **_of_criteria(rubric),
        outputs=(("lowest", rubric.cols), ("highest", rubric.cols), ("gaps", nw.Int64)),
    )


def _scored(verb: Verb, marks: tuple[Any, ...]) -> Outcome:
    card = readings.score(verb.framework, dict(zip(verb.framework.rows, marks, strict=True)))
    return (_key(card.lowest), _key(card.highest), len(card.gaps))


def _key(term: Term | None) -> str | None:
    return None if term is None else term.key


def deciding(rubric: Rubric[Any, Any, Any], rule: SortingRule | str) -> Verb:
    """Make the verb that decides by a rule; what is not applicable counts apart.

    Args:
        rubric: The rubric.
        rule: The rule, or the key of one of `verdicts.RULES`.

    Returns:
        The verb; it reads the criteria, in the rubric's order.

    Raises:
        FrameworkError: If it is no rubric.

    >>> from implsupport import success, verdicts
    >>> deciding(success.SUCCESS, verdicts.MAJORITY).outcome((2, 2, 2, 1, 0, 4))
    ('conflicted-attainment', 'relative-success', False)
    """
    require(rubric, Rubric)
    return Verb(
        says=_decided,
        framework=rubric,
        rule=rule,
        **_of_criteria(rubric, Gap.NOT_APPLICABLE),
        outputs=(
            ("verdict_lowest", rubric.cols),
            ("verdict_highest", rubric.cols),
            ("settled", nw.Boolean),
        ),
    )


def _decided(verb: Verb, marks: tuple[Any, ...]) -> Outcome:
    card = readings.score(verb.framework, dict(zip(verb.framework.rows, marks, strict=True)))
    verdict = verdicts.decide(card, verb.rule)
    return (_key(verdict.lowest), _key(verdict.highest), verdict.settled)


_SIDES: Final = (0.25, 0.5, 0.75, None)
"""A degree below, on and above the crossover, and one that is not known."""


def locating(typology: Typology[Any, Any, Any]) -> Verb:
    """Make the verb that says on which side of the crossovers a case stands.

    Args:
        typology: The typology.

    Returns:
        The verb; it reads the row and the column, each below, on or above its crossover.

    Raises:
        FrameworkError: If it is no typology.

    >>> from implsupport import matland
    >>> located = locating(matland.MATLAND)
    >>> located.outcome((2, 0)), located.outcome((2, 1)), located.outcome((2, 3))
    (('experimental', False), (None, True), (None, False))
    """
    require(typology, Typology)
    return Verb(
        says=_located,
        framework=typology,
        vocabularies=(typology.rows, typology.cols),
        marks=(_SIDES, _SIDES),
        noun="degree",
        outputs=(("kind", _vocabulary(typology)), ("borderline", nw.Boolean)),
    )


def _located(verb: Verb, marks: tuple[Any, ...]) -> Outcome:
    location = readings.locate(verb.framework, *marks)
    return (_key(location.kind), location.borderline)


# --- tables ---


@attrs.frozen
class Table:
    """What a verb says of many profiles: for each the place of its outcome.

    Attributes:
        places: For each profile the place of its outcome among the outcomes.
        outcomes: The distinct outcomes, as they were met.
    """

    places: tuple[int, ...]
    outcomes: tuple[Outcome, ...]


@functools.lru_cache(maxsize=64)
def said(verb: Verb) -> dict[Profile, Outcome]:  # noqa: ARG001 -- each verb has its own
    """Remember what a verb said, for many small frames have few profiles between them.

    Args:
        verb: The verb.

    Returns:
        What it said of each profile so far; `tabulated` adds to it.
    """
    return {}


def tabulated(
    verb: Verb, profiles: Iterable[Profile], known: dict[Profile, Outcome] | None = None
) -> Table:
    """Judge profiles one by one.

    Args:
        verb: The verb.
        profiles: The profiles, each once.
        known: What it said of some before; what it says of others is added.

    Returns:
        The table, in the order of the profiles.

    >>> from implsupport import matland
    >>> tabulated(classifying(matland.MATLAND), [(0, 0), (0, 2), (2, 2)])
    Table(places=(0, 1, 1), outcomes=(('administrative',), (None,)))
    """
    outcomes = {} if known is None else known
    met: dict[Outcome, int] = {}
    places: list[int] = []
    for profile in profiles:
        if profile not in outcomes:
            outcomes[profile] = verb.outcome(profile)
        places.append(met.setdefault(outcomes[profile], len(met)))
    return Table(tuple(places), tuple(met))


@functools.lru_cache(maxsize=64)
def every(verb: Verb, bases: tuple[int, ...]) -> Table:
    """Judge every profile, once for a verb.

    Args:
        verb: The verb.
        bases: For each column how many digits it has.

    Returns:
        The table: the first profile is that of zeros, and the last digit changes first.

    >>> from implsupport import matland
    >>> len(every(classifying(matland.MATLAND), (3, 3)).places)
    9
    """
    return tabulated(verb, itertools.product(*map(range, bases)), said(verb))
