"""Which cases a rule over criteria admits, which are admitted against it, and why."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs

from implsupport.errors import FrameworkError, UnknownKeyError, UnknownTermError, nearest, shown
from implsupport.given import plain, require_mapping
from implsupport.notebooks import table
from implsupport.sources import Source, cite
from implsupport.terms import FrozenMap, Gap, folded

__all__ = ["Screening", "screen"]

_WORDS: Final = ("all", "any")
_GAPS: Final = tuple(gap.key for gap in Gap)


@attrs.frozen
class Screening:
    """Which cases meet enough criteria. Each case is in one of five places.

    The places are `by_rule`, `by_override`, `near_misses`, `others` and `undecided`, each in the
    order of the table.

    Attributes:
        table: Case to criterion to whether it is met, or to the gap in place of an answer.
        at_least: How many criteria a case must meet.
        overrides: Case to the reason why it is admitted whatever the rule says.

    >>> found = screen(
    ...     {
    ...         "lantern-act": {"scale": True, "reach": True},
    ...         "river-wardens": {"scale": False, "reach": True},
    ...     },
    ...     at_least="all",
    ... )
    >>> found.by_rule, found.near_misses
    (('lantern-act',), FrozenMap({'river-wardens': ('scale',)}))
    """

    table: FrozenMap[str, FrozenMap[str, bool | Gap]]
    at_least: int
    overrides: FrozenMap[str, str]

    @property
    def by_rule(self) -> tuple[str, ...]:
        """The cases that meet enough criteria, whatever their gaps would turn out to be."""
        return tuple(case for case in self.table if self._met(case) >= self.at_least)

    @property
    def by_override(self) -> FrozenMap[str, str]:
        """Case to reason, for the cases that only an override admits."""
        return FrozenMap(
            {case: self.overrides[case] for case in self._left if case in self.overrides}
        )

    @property
    def admitted(self) -> tuple[str, ...]:
        """The cases admitted by the rule or by an override."""
        return tuple(
            case for case in self.table if case in self.overrides or case in set(self.by_rule)
        )

    @property
    def near_misses(self) -> FrozenMap[str, tuple[str, ...]]:
        """Case to the criteria it fails, for those not admitted that are one criterion short."""
        missed = (case for case in self._refused if self._met(case) == self.at_least - 1)
        return FrozenMap({case: self.fails(case) for case in missed})

    @property
    def others(self) -> FrozenMap[str, tuple[str, ...]]:
        """Case to the criteria it fails, for those not admitted that are further off."""
        off = (case for case in self._refused if self._met(case) < self.at_least - 1)
        return FrozenMap({case: self.fails(case) for case in off})

    @property
    def undecided(self) -> FrozenMap[str, FrozenMap[str, Gap]]:
        """Case to its gaps, for those not admitted that the answers would decide."""
        undecided = (case for case in self._left if case not in self.overrides)
        return FrozenMap({case: self._gaps(case) for case in undecided if self._could(case)})

    @property
    def unneeded(self) -> tuple[str, ...]:
        """The cases with an override that the rule admits without it."""
        return tuple(case for case in self.by_rule if case in self.overrides)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where a rule with an override was applied so; the general rule is this library's."""
        return (cite("care-act-report", "Table 2, p. 21, and p. 23", status="adapted"),)

    @property
    def caveats(self) -> tuple[str, ...]:
        """What a screening does not say."""
        return (
            "A screening counts criteria as equals: a rule says what is enough, not what matters.",
            "An override is recorded beside the rule and never changes a criterion.",
        )

    def fails(self, case: str) -> tuple[str, ...]:
        """List the criteria that a case fails.

        Args:
            case: The key of a case of the table.

        Returns:
            The criteria answered with no, in the order of the table; gaps are not among them.

        Raises:
            UnknownKeyError: If the table has no such case.
        """
        _require_case(case, self.table)
        return tuple(criterion for criterion, met in self.table[case].items() if met is False)

    @property
    def _left(self) -> tuple[str, ...]:
        """The cases that the rule does not admit."""
        return tuple(case for case in self.table if self._met(case) < self.at_least)

    @property
    def _refused(self) -> tuple[str, ...]:
        """The cases that neither rule nor override admits, and no answer could."""
        left = (case for case in self._left if case not in self.overrides)
        return tuple(case for case in left if not self._could(case))

    def _met(self, case: str) -> int:
        return sum(met is True for met in self.table[case].values())

    def _could(self, case: str) -> bool:
        return self._met(case) + len(self._gaps(case)) >= self.at_least

    def _gaps(self, case: str) -> FrozenMap[str, Gap]:
        row = self.table[case]
        return FrozenMap({criterion: met for criterion, met in row.items() if isinstance(met, Gap)})

    def _repr_html_(self) -> str:
        """Show it in a notebook."""
        places = {
            "by the rule": self.by_rule,
            "by override": self.by_override,
            "near misses": self.near_misses,
            "others": self.others,
            "undecided": self.undecided,
        }
        return table(f"At least {self.at_least} criteria", places.items(), ("place", "cases"))


def screen(
    table: Mapping[str, Mapping[str, bool | Gap | str]],
    *,
    at_least: int | Literal["all", "any"],
    overrides: Mapping[str, str] | None = None,
) -> Screening:
    """Admit the cases that meet enough criteria, and those that an override admits.

    Args:
        table: Case to criterion to whether it is met; every case has the same criteria. A gap,
            its key or its label stands where nobody can say.
        at_least: How many criteria a case must meet: "all", "any" (one) or a number from 1.
        overrides: Case to the reason why it is admitted though the rule leaves it out.

    Returns:
        The cases by rule, by override with the reason, the near misses and the others with the
        criteria they fail, and those that gaps leave undecided. A greater number never admits
        more.

    Raises:
        FrameworkError: If the table has no case, an answer is missing or is neither yes, no nor
            a gap, no case could meet so many criteria, an override has no reason, or one of
            these is not what it must be: all findings about one of these at once.
        UnknownKeyError: If an override names a case that the table does not have.

    Source:
        care-act-report, p. 23: all five criteria of Table 2, and one case included after
        discussion, with a reason. Near misses and gaps are this library's. Status: adapted.

    >>> from implsupport import cases
    >>> found = screen(
    ...     cases.comparability(),
    ...     at_least="all",
    ...     overrides={"troubled-families": "due to its scale and reach (p. 23)"},
    ... )
    >>> found.by_rule, tuple(found.by_override)
    (('ccsf', 'sure-start', 'hwb', 'vanguards'), ('troubled-families',))
    >>> found.near_misses
    FrozenMap({'hsca': ('purpose',), 'better-care-fund': ('purpose',)})
    """
    require_mapping(table, "table", "cases to criteria and their answers")
    _refuse("table", _row_problems(table))
    criteria = tuple(dict.fromkeys(one for row in table.values() for one in row))
    rows = {case: {one: _answer(row[one]) for one in row} for case, row in table.items()}
    _refuse("table", _table_problems(rows, criteria))
    enough = _enough(at_least, len(criteria))
    reasons: Mapping[str, str] = {} if overrides is None else overrides
    require_mapping(reasons, "overrides", "cases to reasons")
    for case in reasons:
        _require_case(case, table)
    _refuse("overrides", _override_problems(reasons))
    answers = {case: FrozenMap({one: row[one] for one in criteria}) for case, row in rows.items()}
    return Screening(FrozenMap(answers), enough, FrozenMap(reasons))


def _answer(given: object) -> Any:  # noqa: ANN401 -- what is no answer is refused with the rest
    """Read an answer: a truth value as Python's own, a gap by its word."""
    value = plain(given)
    try:
        return Gap.of(value) if isinstance(value, str) else value
    except UnknownTermError:
        return value


def _enough(at_least: int | str, most: int) -> int:
    """Say how many criteria are enough."""
    given = folded(at_least) if isinstance(at_least, str) else plain(at_least)
    if given in _WORDS:
        return {"all": most, "any": 1}[given]
    if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= most:
        expected = f"expected 'all', 'any' or a whole number from 1 to {most}"
        problem = f"{shown(at_least)} is no number of criteria; {expected}{_near(given, _WORDS)}"
        raise FrameworkError("at_least", (problem,))
    return given


def _near(given: object, words: Iterable[str]) -> str:
    word = nearest(given, words)
    return f"; did you mean {word!r}?" if word else ""


def _refuse(part: str, problems: Iterable[str]) -> None:
    found = tuple(problems)
    if found:
        raise FrameworkError(part, found)


def _row_problems(table: Mapping[str, object]) -> list[str]:
    return [
        f"{shown(row)} for {case!r} is not a mapping of criteria to answers"
        for case, row in table.items()
        if not isinstance(row, Mapping)
    ]


def _table_problems(
    table: Mapping[str, Mapping[str, object]], criteria: tuple[str, ...]
) -> list[str]:
    if not criteria:
        return ["it has no case with a criterion"]
    missing = [
        f"no answer on {criterion!r} for {case!r}; give True, False or a gap"
        for case, row in table.items()
        for criterion in criteria
        if criterion not in row
    ]
    foreign = [
        f"{shown(met)} on {criterion!r} for {case!r} is neither True nor False nor a gap such as "
        f"'not-assessed'{_near(met, _GAPS)}"
        for case, row in table.items()
        for criterion, met in row.items()
        if not isinstance(met, bool | Gap)
    ]
    return missing + foreign


def _override_problems(overrides: Mapping[str, object]) -> list[str]:
    return [
        f"no reason for {case!r}, but {shown(reason)}; say in words why it is admitted"
        for case, reason in overrides.items()
        if not isinstance(reason, str) or not reason.strip()
    ]


def _require_case(case: str, table: Iterable[str]) -> None:
    known = tuple(table)
    if case not in known:
        raise UnknownKeyError(shown(case), "case", known, nearest(case, known))
