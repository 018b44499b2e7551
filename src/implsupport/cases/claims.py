"""What the sources say of their own tables, checked against the tables as typed in.

`claims` checks every claim against the printed tables. `checked` checks them against any tables
of the same shape, for whoever doubts a cell and asks which claims hang on it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, Final, TypeAlias, cast

import attrs

from implsupport.cases.passages import PerceivedSuccess, figure_1, perceived_success
from implsupport.cases.programme import work_streams
from implsupport.cases.studies import every_child_matters, study
from implsupport.cases.tables import comparability, read, themes
from implsupport.evaluation.claims import Claim, Finding, Leeway, Share, Value, check
from implsupport.frameworks.governance import GOVERNANCE, Level, Locus
from implsupport.frameworks.success import Attainment
from implsupport.records import Activity, Policy, SupportApproach
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Gap
from implsupport.vocabulary import Extent, SupportModel

__all__ = ["Tables", "checked", "claims", "tables"]

_Row: TypeAlias = dict[str, Any]
_Names: TypeAlias = tuple[str, ...]
_Shown: TypeAlias = Mapping[str, Value]

_SOURCES: Final = ("care-act-report", "every-child-matters-study")


@attrs.frozen
class Tables:
    """The tables that the claims are checked against.

    Attributes:
        cases: CA Table 3: the cases of its heading.
        comparability: CA Table 2: policy to criterion to whether it is ticked.
        approaches: CA Table 3: the approaches with theme, cases and ratings.
        work_streams: CA Table 4: the names of the work streams.
        perceived: CA p. 29: policy to what is said of the success of its support.
        activities: ECM Table 2: the supports with their cells.
        figure_1: ECM Figure 1: (locus, level) to the words there.
        lists: Name to a list that only the claims are read against: CA Tables 5 and 6, and others.
    """

    cases: _Names
    comparability: FrozenMap[str, FrozenMap[str, bool]]
    approaches: tuple[SupportApproach, ...]
    work_streams: _Names
    perceived: FrozenMap[str, PerceivedSuccess]
    activities: tuple[Activity, ...]
    figure_1: FrozenMap[tuple[Locus, Level], str]
    lists: FrozenMap[str, _Names]


@cache
def tables() -> Tables:
    """Gather the tables as printed.

    Returns:
        The tables that `claims` checks against.

    Source:
        care-act-report, Tables 2 to 6 and p. 29; every-child-matters-study, Table 2 and Figure 1.
        Status: source.

    >>> len(tables().work_streams)
    9
    """
    return Tables(
        cases=tuple(read("care_act_table_3")["table"]["cases"]),
        comparability=comparability(),
        approaches=study().approaches,
        work_streams=tuple(stream.title for stream in work_streams().values()),
        perceived=perceived_success(),
        activities=every_child_matters(),
        figure_1=figure_1().cells,
        lists=FrozenMap({name: tuple(words) for name, words in read("claims")["lists"].items()}),
    )


@cache
def claims() -> tuple[Finding, ...]:
    """Check every claim that the sources make of their own tables, lists and passages.

    Returns:
        A finding for each claim: those of the Care Act report in the order of the page, then
        those of the Every Child Matters study. Contradictions are reported, never repaired.

    Source:
        care-act-report and every-child-matters-study, each claim with its page or heading, for
        the words; what they state, how it is computed and every tolerance are this library's.
        Status: ours.

    >>> found = {one.claim.key: one for one in claims()}
    >>> found["problem-solving-by-all-bar-three"].sentence
    'contradicted: the source says all bar three; Table 3 rates No: 2 (National coordination and \
Payment by results)'
    """
    return checked(tables())


def checked(against: Tables) -> tuple[Finding, ...]:
    """Check the claims of the sources against any tables of their shape.

    Args:
        against: The tables, such as the printed ones with a cell changed.

    Returns:
        A finding for each claim, in the order of `claims`.

    Raises:
        FrameworkError: If the tables leave nothing to count a share of.

    Source:
        As `claims`. Status: ours.

    >>> doubted = attrs.evolve(tables(), work_streams=(*tables().work_streams, "Carers"))
    >>> [
    ...     now.claim.key
    ...     for was, now in zip(claims(), checked(doubted))
    ...     if now.verdict is not was.verdict
    ... ]
    ['ten-work-streams']
    """
    return tuple(
        _checked(_claim(source, row), row, against)
        for source in _SOURCES
        for row in read("claims")[source]
    )


def _checked(claim: Claim, row: _Row, against: Tables) -> Finding:
    shown = _shown(row, against)
    named = [value for value in (claim.stated, *shown.values()) if isinstance(value, tuple)]
    keys = () if "printed" in row else sorted({name for names in named for name in names})
    return check(claim, shown, {key: _label(key) for key in keys if _label(key) != key})


def _label(name: str) -> str:
    """Put the title for the key that a name is or begins with, so that people can read it."""
    key, at, place = name.partition(" at ")
    return f"{_titles().get(key, key)}{at}{place}"


@cache
def _titles() -> FrozenMap[str, str]:
    """Map the keys of policies, approaches, supports, themes and models to their titles."""
    said = study()
    titled: tuple[Policy | SupportApproach | Activity, ...]
    titled = (*said.policies, *said.approaches, *said.activities)
    return FrozenMap(
        {
            **{one.key: one.title for one in titled},
            **{model.key: model.label for model in SupportModel},
            **themes(),
        }
    )


def _claim(source: str, row: _Row) -> Claim:
    return Claim(
        key=row["key"],
        source=cite(source, row["place"]),
        words=row["words"],
        stated=_value(row["stated"]),
        computed=row["computed"],
        leeway=Leeway.of(row.get("leeway", "exactly")),
        tolerance=row.get("tolerance", ""),
        said=row["said"],
        same=FrozenMap(row.get("same", {})),
    )


def _value(given: Any) -> Value:  # noqa: ANN401 -- whatever TOML holds: a number, names or a share
    if isinstance(given, dict):
        return Share(**cast("dict[str, int]", given))
    value: Value = tuple(cast("list[str]", given)) if isinstance(given, list) else given
    return value


def _shown(row: _Row, against: Tables) -> dict[str, Value | Gap]:
    """Put the readings together: computed from the tables, printed elsewhere, and untold."""
    return {
        **_COMPUTED.get(row["key"], _nothing)(against),
        **{way: _value(given) for way, given in row.get("printed", {}).items()},
        **{way: sum(given) for way, given in row.get("sums", {}).items()},
        **{way: Gap.of(word) for way, word in row.get("untold", {}).items()},
    }


def _nothing(_: Tables) -> _Shown:
    return {}


# --- Table 2: which policies are ticked -----------------------------------------------------------


def _ticked(against: Tables, *criteria: str) -> _Names:
    """Name the policies ticked for every one of the criteria."""
    rows = against.comparability.items()
    return tuple(policy for policy, row in rows if all(row.get(one) for one in criteria))


def _ticked_times(against: Tables, times: int) -> _Names:
    rows = against.comparability.items()
    return tuple(policy for policy, row in rows if sum(row.values()) == times)


def _criteria(against: Tables) -> _Names:
    return tuple(dict.fromkeys(one for row in against.comparability.values() for one in row))


def _ticks_of(against: Tables, policy: str) -> _Names:
    row = against.comparability.get(policy, FrozenMap[str, bool]())
    return tuple(one for one, ticked in row.items() if ticked)


def _within(names: Iterable[str], others: Iterable[str]) -> _Names:
    """Keep the names that are among the others."""
    kept = set(others)
    return tuple(name for name in names if name in kept)


def _without(names: Iterable[str], others: Iterable[str]) -> _Names:
    """Keep the names that are not among the others."""
    left_out = set(others)
    return tuple(name for name in names if name not in left_out)


def _share(part: Iterable[object], whole: Iterable[object]) -> Share:
    return Share(len(tuple(part)), len(tuple(whole)))


# --- Table 3: which cases exhibit an approach, and how approaches are rated -----------------------


def _case_studies(against: Tables) -> _Names:
    """Name the cases other than the Care Act."""
    return _without(against.cases, ["care-act"])


def _exhibiting(against: Tables, approach: str) -> _Names:
    """Name the cases ticked for an approach, in the order of the heading."""
    return tuple(
        case for case in against.cases if _described(against, case, _among(against, [approach]))
    )


def _described(
    against: Tables, case: str, approaches: Iterable[SupportApproach] | None = None
) -> int:
    """Count the approaches ticked for a case, by default among all of them."""
    given = against.approaches if approaches is None else approaches
    return sum(case in one.exhibited_in for one in given)


def _under(against: Tables, theme: str) -> tuple[SupportApproach, ...]:
    return tuple(one for one in against.approaches if one.theme == theme)


def _among(against: Tables, keys: Iterable[str]) -> tuple[SupportApproach, ...]:
    wanted = set(keys)
    return tuple(one for one in against.approaches if one.key in wanted)


def _rated(approaches: Iterable[SupportApproach], model: SupportModel, *extents: Extent) -> _Names:
    return tuple(one.key for one in approaches if one.models.get(model) in extents)


_IN_PART: Final = (Extent.IN_PART, Extent.YES)

_FOLLOWED: Final[Mapping[str, tuple[Extent, ...]]] = {
    "if In part counts": _IN_PART,
    "if only Yes counts": (Extent.YES,),
}
"""The two ways to read that an approach follows a model."""


def _most(counts: Mapping[str, Fraction | int]) -> _Names:
    """Name what has the greatest count, all of them where several do."""
    greatest = max(counts.values(), default=0)
    return tuple(name for name, count in counts.items() if count == greatest)


def _dissemination(against: Tables) -> tuple[SupportApproach, ...]:
    return _under(against, "information-dissemination-learning-and-awareness")


def _rather_than_performance_management(against: Tables) -> _Shown:
    return {
        way: tuple(
            case
            for case in _within(_case_studies(against), _ticked(against, "purpose"))
            if not _performance_manages(against, case, extents)
        )
        for way, extents in _FOLLOWED.items()
    }


def _performance_manages(against: Tables, case: str, extents: tuple[Extent, ...]) -> bool:
    """Tell whether more than half of the approaches of a case follow performance management."""
    described = [one for one in against.approaches if case in one.exhibited_in]
    following = _rated(described, SupportModel.PERFORMANCE_MANAGEMENT, *extents)
    return 2 * len(following) > len(described)


def _developmental_support(against: Tables) -> _Shown:
    named = against.lists["developmental-support"]
    everyone = tuple(against.comparability)
    return {
        "policies that the page names, if Community Care is the Support Force": _share(
            {*named, "ccsf"}, everyone
        ),
        "policies that the page names, if it is the Development Programme": _share(
            {*named, "ccdp"}, everyone
        ),
        "Table 2 ticks for Purpose": _share(_ticked(against, "purpose"), everyone),
    }


def _dominant(against: Tables) -> _Shown:
    return {way: _two_most_followed(against, extents) for way, extents in _FOLLOWED.items()}


def _two_most_followed(against: Tables, extents: tuple[Extent, ...]) -> _Names:
    counts = {model: len(_rated(against.approaches, model, *extents)) for model in SupportModel}
    second = sorted(counts.values())[-2]
    return tuple(model.key for model, count in counts.items() if count >= second)


def _capacity_seen_more(against: Tables) -> _Shown:
    named = _among(against, against.lists["support-or-autonomy"])
    groups = {
        "support or autonomy": named,
        "the others": tuple(one for one in against.approaches if one not in named),
    }
    return {
        way: _most(
            {
                group: _share(
                    _rated(approaches, SupportModel.CAPACITY_BUILDING, *extents), approaches
                ).ratio
                for group, approaches in groups.items()
            }
        )
        for way, extents in _FOLLOWED.items()
    }


def _wide_range(against: Tables) -> _Shown:
    approaches, cases = _dissemination(against), against.cases
    numbers = {case: _described(against, case, approaches) for case in cases}
    return {
        way: _share((case for case in cases if numbers[case] * divisor > len(approaches)), cases)
        for way, divisor in (
            ("where more than half of the approaches are a wide range", 2),
            ("where more than a third are", 3),
        )
    }


def _goes_further(against: Tables) -> _Shown:
    approaches, others = _dissemination(against), _case_studies(against)
    number = _described(against, "care-act", approaches)
    fewer = [case for case in others if _described(against, case, approaches) < number]
    return {"Table 3 ticks for fewer": _share(fewer, others)}


def _features_of_dissemination(against: Tables) -> _Shown:
    features = ("increase-public-awareness", "regional-support", "stock-take-support")
    three = _among(against, features)
    return {
        "Table 3 ticks for most": _most(
            {case: _described(against, case, three) for case in against.cases}
        )
    }


def _coproduction(against: Tables) -> _Shown:
    approaches = _under(against, "coproduction-and-collaboration")
    numbers = {case: _described(against, case, approaches) for case in against.cases}
    shares = {case: Fraction(n, _described(against, case) or 1) for case, n in numbers.items()}
    return {
        "the most ticks in Table 3": _most(numbers),
        "the greatest share of its own ticks": _most(shares),
    }


def _purposes_exhibited(against: Tables) -> _Shown:
    approaches = [one for one in against.approaches if "care-act" in one.exhibited_in]
    return {
        way: tuple(model.key for model in SupportModel if _rated(approaches, model, *extents))
        for way, extents in _FOLLOWED.items()
    }


# --- the programme: Tables 4 to 7, and the statement of principle ---------------------------------


def _principles(against: Tables) -> _Shown:
    statement = " ".join(against.lists["statement-of-principle"]).casefold()
    stems = {"clarity": "clarity", "flexibility": "flexib", "collaboration": "collaborat"}
    dialogue = {**stems, "collaboration": "two-way dialogue"}
    return {
        "named by the word": _mentioned(stems, statement),
        "with two-way dialogue taken for collaboration": _mentioned(dialogue, statement),
    }


def _mentioned(stems: Mapping[str, str], text: str) -> _Names:
    return tuple(word for word, stem in stems.items() if stem in text)


def _points_in_table_5(against: Tables) -> _Shown:
    categories = " ".join(against.lists["table-5"]).casefold()
    points = ("public awareness", "stock-take", "risk")
    return {
        "named by a category of Table 5": _mentioned({point: point for point in points}, categories)
    }


def _named_streams(against: Tables) -> _Shown:
    streams = " ".join(against.work_streams).casefold()
    stems = {"finance": "financ", "workforce": "workforce"}
    return {
        "named by a stream of Table 4": _mentioned(stems, streams),
        "with paying for care taken for finance": _mentioned(
            {**stems, "finance": "paying"}, streams
        ),
    }


def _table_7() -> _Names:
    return tuple(grade.printed for grade in reversed(Attainment))


# --- Every Child Matters: Tables 1 and 2, Figure 1 ------------------------------------------------


def _filled(against: Tables) -> Iterator[tuple[Activity, Locus, Level]]:
    return ((one, locus, level) for one in against.activities for locus, level in one.cells)


def _supports(against: Tables, level: Level) -> _Names:
    return tuple(dict.fromkeys(one.key for one, _, at in _filled(against) if at is level))


def _types_of_the_framework(against: Tables) -> _Names:
    """Say what Table 1 prints in the cells in which Table 2 has the assessment framework."""
    cells = (
        (locus, level)
        for one, locus, level in _filled(against)
        if one.key == "common-assessment-framework"
    )
    return tuple(GOVERNANCE[cell].label for cell in cells)


def _figure_in_table_2(against: Tables) -> _Names:
    titles = {(one.title.casefold(), (locus, level)) for one, locus, level in _filled(against)}
    return tuple(
        words for cell, words in against.figure_1.items() if (words.casefold(), cell) in titles
    )


# --- what is shown for each claim that is computed from the tables --------------------------------

_COMPUTED: Final[Mapping[str, Callable[[Tables], _Shown]]] = {
    "fifteen-policies": lambda t: {"rows of Table 2": tuple(t.comparability)},
    "all-of-national-reach": lambda t: {
        "Table 2 ticks for Reach": _share(_ticked(t, "reach"), t.comparability),
        "Table 2 ticks for Scale": _share(_ticked(t, "scale"), t.comparability),
    },
    "support-rather-than-performance-management": _rather_than_performance_management,
    "targeted-support": lambda t: {
        "left without a tick for Reach, every locality, in Table 2": _without(
            ["city-challenge", "ccsf"], _ticked(t, "reach")
        )
    },
    "pilot-of-thirteen-sites": lambda t: {
        "left without a tick for Reach, every locality, in Table 2": _without(
            ["total-place"], _ticked(t, "reach")
        )
    },
    "blanket-approach": lambda t: {
        "of them, Table 2 ticks for Reach, every locality": _within(
            ["troubled-families", "academies"], _ticked(t, "reach")
        )
    },
    "little-local-variation": lambda t: {
        "left without a tick for adapted models in Table 3": _without(
            ["troubled-families"], _exhibiting(t, "adaptation-of-delivery-models")
        )
    },
    "little-hands-on-support": lambda t: {
        "left without a tick for Purpose in Table 2": _without(
            ["better-care-fund"], _ticked(t, "purpose")
        ),
        "left without a tick for Reach, every locality, in Table 2": _without(
            ["better-care-fund"], _ticked(t, "reach")
        ),
    },
    "developmental-support-in-almost-all": _developmental_support,
    "central-advisers-of-sure-start": lambda t: {
        "Table 3 ticks for an adviser": _exhibiting(t, "dedicated-support")
    },
    "legislative-frameworks-most-often": lambda t: {
        "Table 2 ticks for Significance": _share(_ticked(t, "significance"), t.comparability)
    },
    "payment-by-results-in-troubled-families": lambda t: {
        "Table 3 ticks": _exhibiting(t, "payment-by-results")
    },
    "partnership-working-in-all": lambda t: {
        "Table 3 ticks for strategic partnerships": _share(
            _exhibiting(t, "collaboration-using-and-developing-strategic-partnerships"), t.cases
        )
    },
    "power-handed-down": lambda t: {
        "Table 3 ticks for adapted models": _exhibiting(t, "adaptation-of-delivery-models")
    },
    "five-characteristics": lambda t: {"columns of Table 2": _criteria(t)},
    "four-policies-share-the-five": lambda t: {"Table 2 ticks five times": _ticked_times(t, 5)},
    "troubled-families-shares-four": lambda t: {
        "Table 2 ticks for it": _ticks_of(t, "troubled-families")
    },
    "troubled-families-among-those-with-four": lambda t: {
        "Table 2 ticks four times": _ticked_times(t, 4)
    },
    "scale-and-reach-of-troubled-families": lambda t: {
        "Table 2 ticks for it": _ticks_of(t, "troubled-families")
    },
    "five-case-studies": lambda t: {"columns of Table 3": _case_studies(t)},
    "three-models": lambda t: {
        "columns of Table 3": tuple(
            dict.fromkeys(model.key for one in t.approaches for model in one.models)
        )
    },
    "four-key-themes": lambda t: {
        "headings of Table 3": tuple(dict.fromkeys(str(one.theme) for one in t.approaches))
    },
    "themes-among-the-types-of-support": lambda t: {
        "categories of Tables 5 and 6": (*t.lists["table-5"], *t.lists["table-6"])
    },
    "table-skewed-to-the-care-act": lambda t: {
        "ticks of the Care Act in Table 3": Share(
            _described(t, "care-act"), sum(_described(t, case) for case in t.cases)
        )
    },
    "dominant-characteristics": _dominant,
    "national-and-statutory": lambda t: {
        "Table 2 ticks for Scale and Significance": _within(
            _case_studies(t), _ticked(t, "scale", "significance")
        )
    },
    "performance-management-in-the-majority": lambda t: {
        "Table 3 rates In part or Yes": _share(
            _rated(t.approaches, SupportModel.PERFORMANCE_MANAGEMENT, *_IN_PART), t.approaches
        )
    },
    "approaches-with-performance-management": lambda t: {
        "Table 3 rates In part or Yes": _rated(
            t.approaches, SupportModel.PERFORMANCE_MANAGEMENT, *_IN_PART
        )
    },
    "problem-solving-by-all-bar-three": lambda t: {
        "Table 3 rates No": _rated(t.approaches, SupportModel.PROBLEM_SOLVING, Extent.NO)
    },
    "locally-developed-models-in-all": lambda t: {
        "Table 3 ticks for adapted models": _exhibiting(t, "adaptation-of-delivery-models")
    },
    "need-presented-through-statutory-guidance": lambda t: {
        "Table 2 ticks for Significance": _within(_case_studies(t), _ticked(t, "significance"))
    },
    "capacity-building-in-two-thirds": lambda t: {
        "Table 3 rates In part or Yes": _share(
            _rated(t.approaches, SupportModel.CAPACITY_BUILDING, *_IN_PART), t.approaches
        )
    },
    "capacity-building-seen-more": _capacity_seen_more,
    "dissemination-in-the-majority": _wide_range,
    "care-act-goes-further-than-most": _goes_further,
    "features-not-seen-as-much": _features_of_dissemination,
    "risk-register-not-in-the-others": lambda t: {
        "Table 3 ticks": _exhibiting(t, "risk-management")
    },
    "adaptation-in-all": lambda t: {
        "Table 3 ticks": _exhibiting(t, "adaptation-of-delivery-models")
    },
    "local-guidance-in-two-only": lambda t: {
        "Table 3 ticks": _exhibiting(t, "translating-products-from-national-to-local")
    },
    "national-coordination-in-the-majority": lambda t: {
        "Table 3 ticks": _share(_exhibiting(t, "national-coordination"), t.cases)
    },
    "emphasis-on-coproduction": _coproduction,
    "joint-production-in-four": lambda t: {
        "Table 3 ticks": _exhibiting(t, "joint-production-of-operating-models")
    },
    "a-number-of-approaches-each": lambda t: {
        "the fewest that Table 3 ticks for one": min(
            (_described(t, case) for case in _case_studies(t)), default=0
        )
    },
    "two-without-sufficient-evidence": lambda t: {
        "not viewed as successful on the page": tuple(
            policy for policy, said in t.perceived.items() if said.gap is not None
        )
    },
    "evaluations-have-been-undertaken": lambda t: {
        "Table 2 ticks for Learning": _ticked(t, "learning")
    },
    "many-evaluated": lambda t: {
        "Table 2 ticks for Learning": _share(
            _within(_case_studies(t), _ticked(t, "learning")), _case_studies(t)
        )
    },
    "guidance-of-sure-start": lambda t: {
        "Table 3 ticks for written support": _exhibiting(t, "written-support")
    },
    "all-evaluated": lambda t: {
        "Table 2 ticks for Learning": _within(_case_studies(t), _ticked(t, "learning"))
    },
    "specific-sites-of-vanguards": lambda t: {
        "left without a tick for Reach, every locality, in Table 2": _without(
            ["vanguards"], _ticked(t, "reach")
        )
    },
    "little-evidence-of-a-central-mission": lambda t: {
        "Table 2 ticks for Purpose": _share(
            _within(_case_studies(t), _ticked(t, "purpose")), _case_studies(t)
        )
    },
    "principles-highlighted": _principles,
    "ten-work-streams": lambda t: {"rows of Table 4": t.work_streams},
    "all-three-purposes": _purposes_exhibited,
    "minutes-on-stock-takes": _points_in_table_5,
    "finance-and-workforce-streams": _named_streams,
    "three-degrees-of-failure": lambda _: {"columns of Table 7": _table_7()},
    "these-three-levels": lambda _: {"columns of Table 7": _table_7()},
    "three-sets-of-activities": lambda _: {"Table 1": tuple(level.key for level in Level)},
    "threefold-loci": lambda _: {"Table 1": tuple(locus.key for locus in Locus)},
    "supports-within-three-levels": lambda t: {
        "columns of Table 2": tuple(dict.fromkeys(level.key for _, _, level in _filled(t)))
    },
    "overview-of-five-supports": lambda t: {
        "supports of Table 2": tuple(dict.fromkeys(one.key for one, _, _ in _filled(t)))
    },
    "constitutive-examples": lambda t: {"that column of Table 2": _supports(t, Level.CONSTITUTIVE)},
    "directive-example": lambda t: {"that column of Table 2": _supports(t, Level.DIRECTIVE)},
    "two-operational-examples": lambda t: {
        "that column of Table 2": _supports(t, Level.OPERATIONAL)
    },
    "loci-of-operational-examples": lambda t: {
        "that column of Table 2": tuple(
            f"{one.key} at {locus.key}"
            for one, locus, level in _filled(t)
            if level is Level.OPERATIONAL
        )
    },
    "five-supports-in-six-cells": lambda t: {
        "filled cells of Table 2": tuple(
            f"{one.key} at {at.key}/{level.key}" for one, at, level in _filled(t)
        )
    },
    "words-of-table-1": lambda t: {"Table 1": _types_of_the_framework(t)},
    "professional-norms": lambda t: {
        "Table 1, in the cells of the framework": _types_of_the_framework(t)
    },
    "diagonal-of-figure-1": lambda t: {
        "filled cells of Figure 1": tuple(f"{locus.key}/{level.key}" for locus, level in t.figure_1)
    },
    "supports-of-figure-1": lambda t: {
        "in Table 2 by name and in the same cell": _figure_in_table_2(t)
    },
}
