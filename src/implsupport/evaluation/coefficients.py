"""How far assessors agree: the coefficients, as formulas on how often each pattern occurs.

A unit is one thing that several assessors graded. All that a coefficient needs of it is its
pattern: how many assessors gave each grade, or, for Cohen's kappa, which grade each of two gave.
Patterns come as columns, so that every pattern is worked out once however often it occurs: what
a pattern contributes is in `parts`, and a coefficient is a formula on the sums of those, in
`estimate`. Whoever counts, and however cases are drawn again, the formulas are these.
"""

import itertools
import math
import operator
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

import attrs

from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap, Term

__all__ = ["Coefficient", "Columns", "Estimate", "Parts", "estimate", "kappa", "parts"]

Columns: TypeAlias = Sequence[Sequence[int]]
"""Patterns side by side: a column for each grade (or each of two assessors), an entry a pattern."""

Parts: TypeAlias = list[Sequence[float]]
"""What patterns contribute: a column for each sum that a formula needs, an entry a pattern."""


class Coefficient(Term):
    """The coefficients of agreement. Those that assume distances between grades say so.

    Source:
        `source_of` names each one's; the keys and glosses are ours. Status: ours.

    >>> Coefficient.of("AC2").assumes_distances, Coefficient.ORDINAL_ALPHA.assumes_distances
    (True, False)
    """

    PERCENT = (
        "percent",
        "share, 0 to 1, of the pairs of grades of a unit that are equal; chance is not considered",
    )
    COHEN = "cohen", "Cohen's kappa of two assessors; the order of the grades does not count"
    COHEN_LINEAR = (
        "cohen-linear",
        "weighted kappa of two assessors; assumes that neighbours are equally far apart",
    )
    COHEN_QUADRATIC = (
        "cohen-quadratic",
        "weighted kappa of two assessors, squared; assumes that neighbours are equally far apart",
    )
    FLEISS = (
        "fleiss",
        "Fleiss's kappa, for as many grades in every unit; the order of the grades does not count",
    )
    NOMINAL_ALPHA = (
        "nominal-alpha",
        "Krippendorff's alpha; units may have gaps; the order of the grades does not count",
    )
    ORDINAL_ALPHA = (
        "ordinal-alpha",
        "Krippendorff's alpha; units may have gaps; the grades have an order and no distances",
    )
    AC1 = "ac1", "Gwet's AC1; units may have gaps; the order of the grades does not count"
    AC2 = (
        "ac2",
        "Gwet's AC2, ordinal weights; assumes that grades are as far apart as they are pairs apart",
    )
    AC2_LINEAR = (
        "ac2-linear",
        "Gwet's AC2, linear weights; assumes that neighbours are equally far apart",
    )
    AC2_QUADRATIC = (
        "ac2-quadratic",
        "Gwet's AC2, quadratic weights; assumes that neighbours are equally far apart",
    )

    @property
    def assumes_distances(self) -> bool:
        """Whether it takes grades to have distances, which an ordinal scale does not declare."""
        return _FORMULAS[self].is_spaced

    @property
    def compares_two(self) -> bool:
        """Whether it needs to know which of two assessors gave which grade."""
        return _FORMULAS[self].is_paired

    @property
    def source_of(self) -> Source:
        """Where the coefficient is printed.

        >>> Coefficient.FLEISS.source_of.citation
        'Fleiss (1971)'
        """
        return _FORMULAS[self].source


@attrs.frozen
class Estimate:
    """The value of a coefficient, or why it has none. It is never NaN, and 1.0 is never assumed.

    Attributes:
        value: The coefficient, at most 1; None where it is undefined.
        reason: Why it is undefined; empty where it has a value.
        units: The number of units used: those that two assessors or more graded.

    >>> Estimate(None, "no unit was graded by two assessors or more").value is None
    True
    """

    value: float | None
    reason: str = ""
    units: int = 0


_NO_PAIRS: Final = "no unit was graded by two assessors or more"
_NO_VARIATION: Final = (
    "all the grades compared are the same one, so there is no telling agreement from chance"
)
_UNEQUAL: Final = (
    "Fleiss's kappa needs as many grades in every unit, and these have not; ordinal-alpha does "
    "without"
)


def parts(coefficient: Coefficient, columns: Columns, grades: int) -> Parts:
    """Work out what each pattern contributes to the sums that a coefficient is made of.

    Args:
        coefficient: Which coefficient.
        columns: For each grade, least first, how many assessors gave it in each pattern; or,
            where the coefficient compares two, the place of each one's grade from 1, 0 for none.
        grades: How many grades the declared scale has, whether or not all are used.

    Returns:
        A column for each sum, an entry a pattern; the first is 1 where the unit is used.

    >>> parts(Coefficient.PERCENT, [[2, 1], [0, 1], [0, 0]], 3)
    [[True, True], [0.0, 1.0]]
    """
    return _FORMULAS[coefficient].parts(columns, grades)


def estimate(coefficient: Coefficient, sums: Sequence[float], grades: int) -> Estimate:
    """Work out a coefficient from the sums of what the patterns contribute.

    Args:
        coefficient: Which coefficient.
        sums: For each column of its `parts`, the sum over all units.
        grades: How many grades the declared scale has.

    Returns:
        The value, or the reason for there being none, with the number of units used.

    Source:
        `Coefficient.source_of`; that it is undefined, and not 1, where all grades are the same
        one is ours. Status: source.

    >>> estimate(Coefficient.PERCENT, [2, 1.0], 3)
    Estimate(value=0.5, reason='', units=2)
    """
    used = round(sums[0])
    found = _FORMULAS[coefficient].value(sums, grades) if used else _NO_PAIRS
    if isinstance(found, str):
        return Estimate(None, found, used)
    return Estimate(found, units=used)


# --- distances between grades, for the coefficients that assume them ---

_Distance: TypeAlias = Callable[[int, int], float]


def _nominal(apart: int, _grades: int) -> float:
    return float(apart > 0)


def _linear(apart: int, grades: int) -> float:
    return apart / (grades - 1)


def _quadratic(apart: int, grades: int) -> float:
    return (apart / (grades - 1)) ** 2


def _ranked(apart: int, grades: int) -> float:
    """Gwet's ordinal weights, as disagreements: pairs among the grades spanned, of all pairs."""
    return apart * (apart + 1) / (grades * (grades - 1))


def _distances(distance: _Distance, grades: int) -> list[float]:
    """List the distances of two different grades, in the order of `itertools.combinations`."""
    pairs = itertools.combinations(range(grades), 2)
    return [distance(high - low, grades) for low, high in pairs]


# --- what the formulas share ---


def _rated(columns: Columns) -> list[int]:
    """Count the grades of each pattern."""
    return list(map(sum, zip(*columns, strict=True)))


def _disagreement(columns: Columns, rated: Sequence[int], distances: list[float]) -> list[float]:
    """Average the distances of the pairs of grades of each pattern; 0 where there is no pair."""
    mixed = [0.0] * len(rated)
    for (low, high), distance in zip(itertools.combinations(columns, 2), distances, strict=True):
        pairs = map(operator.mul, low, high)
        mixed = [so_far + distance * here for so_far, here in zip(mixed, pairs, strict=True)]
    return [
        2 * here / (times * (times - 1)) if times > 1 else 0.0
        for here, times in zip(mixed, rated, strict=True)
    ]


def _is_used(rated: Sequence[int]) -> list[bool]:
    return [times > 1 for times in rated]


# --- percent ---


def _percent_parts(columns: Columns, grades: int) -> Parts:
    rated = _rated(columns)
    return [_is_used(rated), _disagreement(columns, rated, _distances(_nominal, grades))]


def _percent(sums: Sequence[float], _grades: int) -> float:
    used, disagreement = sums
    return 1 - disagreement / used


# --- Cohen's kappa ---


def kappa(table: Sequence[Sequence[float]], distances: Sequence[Sequence[float]]) -> float | str:
    """Work out Cohen's kappa, weighted by any disagreements, from a table of two assessors.

    Args:
        table: How many units the one put into the grade of the row, the other of the column.
        distances: How bad it is to disagree by that much; 0 down the diagonal.

    Returns:
        1 less observed by expected disagreement; or the reason why that is undefined.

    Source:
        cohen-1960 for equal, cohen-1968 for other distances. Status: source.

    >>> round(kappa([[88, 14, 18], [10, 40, 10], [2, 6, 12]], [[0, 1, 1], [1, 0, 1], [1, 1, 0]]), 3)
    0.492
    """
    across = [math.fsum(row) for row in table]
    down = [math.fsum(col) for col in zip(*table, strict=True)]
    observed = expected = 0.0
    for row, of_row, counts in zip(distances, across, table, strict=True):
        observed += math.fsum(map(operator.mul, row, counts))
        expected += of_row * math.fsum(map(operator.mul, row, down))
    return 1 - sum(across) * observed / expected if expected else _NO_VARIATION


def _pair_parts(columns: Columns, grades: int) -> Parts:
    pairs = list(zip(*columns, strict=True))
    places = range(1, grades + 1)
    cells = itertools.product(places, places)
    return [[all(pair) for pair in pairs], *([pair == cell for pair in pairs] for cell in cells)]


def _cohen(sums: Sequence[float], grades: int, *, distance: _Distance) -> float | str:
    places = range(grades)
    table = [sums[1 + row * grades : 1 + (row + 1) * grades] for row in places]
    return kappa(table, [[distance(abs(row - col), grades) for col in places] for row in places])


# --- Fleiss's kappa ---


def _fleiss_parts(columns: Columns, _grades: int) -> Parts:
    rated = _rated(columns)
    squares = [sum(count * count for count in pattern) for pattern in zip(*columns, strict=True)]
    return [
        _is_used(rated),
        [times > 0 for times in rated],
        rated,
        [times * times for times in rated],
        squares,
        *columns,
    ]


def _fleiss(sums: Sequence[float], _grades: int) -> float | str:
    """Take disagreements from chance on whole numbers, so that none is exactly none."""
    _, units, given, of_sizes, of_counts, *counts = sums
    if units * of_sizes != given * given:  # the sizes of the units have a variance
        return _UNEQUAL
    expected = given * given - sum(count * count for count in counts)
    if not expected:
        return _NO_VARIATION
    size = given / units
    return 1 - (given * size - of_counts) / (given * (size - 1)) * given * given / expected


# --- Krippendorff's alpha ---


def _alpha_parts(columns: Columns, _grades: int) -> Parts:
    """Give, where a unit is used, its grades, and its coincidences of two different ones."""
    rated = _rated(columns)
    used = _is_used(rated)
    shares = [1 / (times - 1) if times > 1 else 0.0 for times in rated]
    pairs = itertools.combinations(columns, 2)
    return [
        used,
        *(list(map(operator.mul, used, column)) for column in columns),
        *(list(map(operator.mul, map(operator.mul, low, high), shares)) for low, high in pairs),
    ]


def _alike(counts: Sequence[float]) -> list[float]:
    return [1.0] * math.comb(len(counts), 2)


def _by_rank(counts: Sequence[float]) -> list[float]:
    """Square, for two grades, the number of grades given from the one to the other.

    Both ends count half: what lies between is how often the grades between were given, so the
    metric takes order from the scale and distance from the data.
    """
    upto = itertools.accumulate(counts)
    ranks = [last - count / 2 for last, count in zip(upto, counts, strict=True)]
    return [(high - low) ** 2 for low, high in itertools.combinations(ranks, 2)]


def _alpha(
    sums: Sequence[float], grades: int, *, metric: Callable[[Sequence[float]], list[float]]
) -> float | str:
    counts, coincidences = sums[1 : grades + 1], sums[grades + 1 :]
    distances = metric(counts)
    chances = itertools.starmap(operator.mul, itertools.combinations(counts, 2))
    expected = math.fsum(map(operator.mul, chances, distances))
    observed = math.fsum(map(operator.mul, coincidences, distances))
    return 1 - (sum(counts) - 1) * observed / expected if expected else _NO_VARIATION


# --- Gwet's AC1 and AC2 ---


def _gwet_parts(columns: Columns, grades: int, *, distance: _Distance) -> Parts:
    rated = _rated(columns)
    disagreement = _disagreement(columns, rated, _distances(distance, grades))
    shares = (
        [count / times if times else 0.0 for count, times in zip(column, rated, strict=True)]
        for column in columns
    )
    return [_is_used(rated), [times > 0 for times in rated], disagreement, *shares]


def _gwet(sums: Sequence[float], grades: int, *, distance: _Distance) -> float:
    used, units, disagreement, *shares = sums
    weights = grades * grades - 2 * sum(_distances(distance, grades))
    spread = math.fsum(share / units * (1 - share / units) for share in shares)
    chance = weights / (grades * (grades - 1)) * spread
    return (1 - disagreement / used - chance) / (1 - chance)


# --- the formulas by name ---


@attrs.frozen
class _Formula:
    """What a pattern contributes, and what the sums make."""

    source: Source
    parts: Callable[[Columns, int], Parts]
    value: Callable[[Sequence[float], int], float | str]
    is_paired: bool = False
    is_spaced: bool = False


def _cohens(source: Source, distance: _Distance) -> _Formula:
    spaced = distance is not _nominal
    return _Formula(
        source, _pair_parts, partial(_cohen, distance=distance), is_paired=True, is_spaced=spaced
    )


def _gwets(source: Source, distance: _Distance) -> _Formula:
    gives = partial(_gwet_parts, distance=distance)
    spaced = distance is not _nominal
    return _Formula(source, gives, partial(_gwet, distance=distance), is_spaced=spaced)


_ALPHA: Final = cite("krippendorff-2011")
_AC2: Final = cite("gwet-2014", "chapter 3")

_FORMULAS: Final[Mapping[Coefficient, _Formula]] = FrozenMap(
    {
        Coefficient.PERCENT: _Formula(cite("gwet-2008"), _percent_parts, _percent),
        Coefficient.COHEN: _cohens(cite("cohen-1960"), _nominal),
        Coefficient.COHEN_LINEAR: _cohens(cite("cohen-1968"), _linear),
        Coefficient.COHEN_QUADRATIC: _cohens(cite("cohen-1968"), _quadratic),
        Coefficient.FLEISS: _Formula(cite("fleiss-1971"), _fleiss_parts, _fleiss),
        Coefficient.NOMINAL_ALPHA: _Formula(_ALPHA, _alpha_parts, partial(_alpha, metric=_alike)),
        Coefficient.ORDINAL_ALPHA: _Formula(_ALPHA, _alpha_parts, partial(_alpha, metric=_by_rank)),
        Coefficient.AC1: _gwets(cite("gwet-2008"), _nominal),
        Coefficient.AC2: _gwets(_AC2, _ranked),
        Coefficient.AC2_LINEAR: _gwets(_AC2, _linear),
        Coefficient.AC2_QUADRATIC: _gwets(_AC2, _quadratic),
    }
)
