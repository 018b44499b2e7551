"""The built-in studies: what the sources state, and beside it an invented illustration."""

from functools import cache
from typing import Any, Final, TypeAlias

from implsupport.cases.programme import bodies, relations
from implsupport.cases.tables import TICK, Table, printed_in, read
from implsupport.records import Activity, Study
from implsupport.sources import cite

__all__ = ["every_child_matters", "illustration", "study"]

_Row: TypeAlias = dict[str, Any]

_CITED: Final = (
    "care-act-report",
    "every-child-matters-study",
    "matland-1995",
    "garashi-2021",
    "xu-li-2024",
    "hunter-2020",
)


@cache
def study() -> Study:
    """Hold what the sources and other publications state, as far as records can.

    Returns:
        One study: its sources; 25 policies; the two phases of the Care Act, which nobody places
        (gaps), and the published placements, as positions; the published verdicts on the Care
        Act's support programme as one assessment; the activities of Every Child Matters; the 20
        approaches of the Care Act report; the bodies and relations of its support programme.

    Source:
        care-act-report, Tables 2 to 6, p. 31 and pp. 33-45; every-child-matters-study, Table 2
        and Discussion; matland-1995; garashi-2021; xu-li-2024; hunter-2020. Status: source, but
        for the verdicts, which are adapted (their abstract names successes, not grades), and
        for those bodies and relations that say so themselves.

    >>> len(study().policies), len(study().positions), len(study().approaches)
    (25, 13, 20)
    """
    return Study.model_validate(
        {
            "title": "What the sources state",
            "status": "source",
            "sources": [_work(key) for key in _CITED],
            "policies": _policies(),
            "positions": [*_phases(), *_placements()],
            "assessments": [_verdicts()],
            "activities": _activities(),
            "approaches": _approaches(),
            "bodies": bodies(),
            "relations": relations(),
        }
    )


@cache
def illustration() -> Study:
    """Hold an invented study in which every section is filled.

    It has three assessors, gaps, disagreements, graded positions and a path through time. It is
    evidence of nothing, and is never mixed with what the sources state.

    Returns:
        The study, titled "Illustration, not evidence".

    Source:
        This library. Status: ours.

    >>> illustration().title, illustration().status
    ('Illustration, not evidence', 'ours')
    """
    return Study.model_validate(read("illustration"))


@cache
def every_child_matters() -> tuple[Activity, ...]:
    """List what supported Every Child Matters, as the governance grid places it.

    Returns:
        The five supports in the order of the table, row by row, one of them in two cells; then
        three factors that are not activities and have no cell.

    Source:
        every-child-matters-study, Table 2 and, for the factors, "Challenges with the
        Framework". Status: source.

    >>> [activity.key for activity in every_child_matters()][:2]
    ['duty-to-cooperate', 'inspection-regimes']
    """
    return study().activities


def _work(key: str) -> _Row:
    work = cite(key)
    return {
        "key": work.key,
        "title": work.title,
        "authors": list(work.authors),
        "year": work.year,
        "doi": work.doi,
        "url": work.url,
    }


def _evidence(table: Table, **more: str) -> _Row:
    source = printed_in(table)
    return {"source": source.key, "locator": source.locator, **more}


# --- policies ---


def _policies() -> list[_Row]:
    named = [read(name)["policy"] for name in ("care_act_phases", "every_child_matters_table_2")]
    return [*named, *_mapped(), *_published()]


def _mapped() -> list[_Row]:
    table, literature = read("care_act_table_2"), read("care_act_table_3")["footnotes"]
    place = printed_in(table).citation
    return [
        {
            "key": key,
            "title": row["title"],
            "year": row.get("year"),
            "jurisdiction": table["table"]["jurisdiction"],
            "note": "; ".join([place, *literature.get(key, {"works": []})["works"]]),
        }
        for key, row in table["rows"].items()
    ]


def _published() -> list[_Row]:
    """List the policies of the placements; the steps of one path are of one policy."""
    policies = {
        row["policy"]: {
            "key": row["policy"],
            "title": row["title"],
            "jurisdiction": row.get("jurisdiction"),
            "note": row["citation"],
        }
        for row in read("published_placements")["placements"]
    }
    return list(policies.values())


# --- positions and assessments ---


def _phases() -> list[_Row]:
    table = read("care_act_phases")
    return [
        {
            "policy": table["policy"]["key"],
            "part": phase["part"],
            "ambiguity": phase["ambiguity"],
            "conflict": phase["conflict"],
            "note": phase.get("note", table["deferral"]["words"]),
            "evidence": [_evidence(table, quotation=phase["quotation"])],
            "status": table["head"]["status"],
        }
        for phase in table["phases"]
    ]


def _placements() -> list[_Row]:
    return [_placement(row) for row in read("published_placements")["placements"]]


def _placement(row: _Row) -> _Row:
    fields = ("policy", "ambiguity", "conflict", "basis", "step", "layer", "note")
    return {
        **{field: row.get(field) for field in fields},
        "assessor": row["citation"],
        "evidence": [{"source": row["source"]}],
        "status": "source",
    }


def _verdicts() -> _Row:
    table = read("published_verdicts")
    assessment = table["assessment"]
    return {
        **{field: assessment[field] for field in ("policy", "object", "rubric", "date")},
        "assessor": assessment["citation"],
        "ratings": {criterion: _rating(table, row) for criterion, row in table["ratings"].items()},
        "status": table["head"]["status"],
    }


def _rating(table: Table, row: _Row) -> _Row:
    return {
        "grade": row.get("grade"),
        "gap": row.get("gap"),
        "note": row["basis"],
        "evidence": [_evidence(table)],
    }


# --- activities and approaches ---


def _activities() -> list[_Row]:
    table = read("every_child_matters_table_2")
    return [
        *(_support(table, support) for support in table["supports"]),
        *(_factor(table, factor) for factor in table["unplaced"]),
    ]


def _support(table: Table, support: _Row) -> _Row:
    heading = {"source": table["head"]["source"], "locator": support["heading"]}
    return {
        "key": support["key"],
        "title": support["title"],
        "policy": table["policy"]["key"],
        "cells": _cells(table["table"], support["title"]),
        "layers": support["layers"],
        "evidence": [_evidence(table), {**heading, "quotation": support["words"]}],
        "status": table["head"]["status"],
    }


def _cells(grid: Table, title: str) -> list[tuple[str, str]]:
    return [
        (locus, level)
        for locus, row in grid["rows"].items()
        for level, words in zip(grid["columns"], row, strict=True)
        if words == title
    ]


def _factor(table: Table, factor: _Row) -> _Row:
    passage = table["set_design"]
    return {
        "key": factor["key"],
        "title": factor["title"],
        "policy": table["policy"]["key"],
        "cells": [],
        "layers": [],
        "evidence": [
            {
                "source": table["head"]["source"],
                "locator": passage["heading"],
                "quotation": passage["words"],
            }
        ],
        "status": table["head"]["status"],
    }


def _approaches() -> list[_Row]:
    table = read("care_act_table_3")
    return [
        _approach(table, theme["key"], row) for theme in table["themes"] for row in theme["rows"]
    ]


def _approach(table: Table, theme: str, row: _Row) -> _Row:
    cases, models = table["table"]["cases"], table["table"]["models"]
    return {
        "key": row["key"],
        "title": row["title"],
        "theme": theme,
        "description": row["description"],
        "exhibited_in": [
            case for case, mark in zip(cases, row["marks"], strict=True) if mark == TICK
        ],
        "models": dict(zip(models, row["ratings"], strict=True)),
        "status": table["head"]["status"],
    }
