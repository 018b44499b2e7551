"""The Care Act's support programme: its bodies, their relations, and the words they rest on."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Any, Final, TypeAlias

import attrs

from implsupport.cases.tables import Table, printed_in, read
from implsupport.records import Body, Relation
from implsupport.sources import Source, Status
from implsupport.terms import FrozenMap
from implsupport.vocabulary import Purpose, RelationKind

__all__ = [
    "Passage",
    "SupportProgramme",
    "WorkStream",
    "bodies",
    "relations",
    "support_programme",
    "work_streams",
]

_Row: TypeAlias = dict[str, Any]

_BEFORE_THE_STREAMS: Final = "programme"
"""The kind of the bodies that the work streams stand with, and follow."""


@attrs.frozen
class Passage:
    """Words of a source, as printed.

    Attributes:
        words: The words.
        source: Where they are printed; its status is that of what rests on them.

    >>> support_programme().bodies["programme-board"][0].source.locator
    'p. 33'
    """

    words: str
    source: Source


@attrs.frozen
class WorkStream:
    """A work stream of the programme, as its table has it.

    Attributes:
        key: The printed name in kebab-case.
        title: The name as printed.
        responsibility: What it is responsible for, as printed.
        support: Its key support for implementation, as printed.
        source: Where its row begins.

    >>> work_streams()["care-markets"].title
    'Care markets'
    """

    key: str
    title: str
    responsibility: str
    support: str
    source: Source


@attrs.frozen
class SupportProgramme:
    """What a report says of a support programme, behind its bodies and relations.

    Attributes:
        key: The printed name in kebab-case.
        title: The name as printed.
        purposes: The purposes that the report finds in the programme as a whole.
        innovations: Printed name to the keys of the bodies it names, in the order of the page.
        said: What is said of the programme as a whole, by key.
        bodies: The key of a body to the passages it rests on.
        relations: (source, target, kind) to the passages that the relation rests on.
        reasons: The key of a body to the purposes read into its functions, each with why.

    >>> [purpose.key for purpose in support_programme().purposes]
    ['managing-and-regulating', 'problem-solving', 'capacity-building']
    """

    key: str
    title: str
    purposes: tuple[Purpose, ...]
    innovations: FrozenMap[str, tuple[str, ...]]
    said: FrozenMap[str, Passage]
    bodies: FrozenMap[str, tuple[Passage, ...]]
    relations: FrozenMap[tuple[str, str, RelationKind], tuple[Passage, ...]]
    reasons: FrozenMap[str, FrozenMap[Purpose, str]]


@cache
def work_streams() -> FrozenMap[str, WorkStream]:
    """List the work streams of the Care Act's support programme.

    Returns:
        Key to work stream, in the order of the page: nine, where the text of p. 34 says ten.

    Source:
        care-act-report, Table 4, pp. 39-40. Status: source.

    >>> len(work_streams()), support_programme().said["work-streams"].words[:16]
    (9, 'Ten work streams')
    """
    table = read("care_act_table_4")
    return FrozenMap(
        {
            row["key"]: WorkStream(
                key=row["key"],
                title=row["title"],
                responsibility=row["responsibility"],
                support=row["support"],
                source=printed_in(table, f"p. {row['page']}"),
            )
            for row in table["streams"]
        }
    )


@cache
def support_programme() -> SupportProgramme:
    """Tell what the report says of the Care Act's support programme, passage by passage.

    `study` has the bodies and the relations themselves.

    Returns:
        The programme as a whole; the passages that each body and each relation rests on; and
        why a body has a purpose, for the report gives purposes to the programme alone.

    Source:
        care-act-report, pp. 33-35, 38-42 and 45. Status: source; each passage says whether what
        rests on it is source or adapted, and the purposes of bodies are ours.

    >>> programme = support_programme()
    >>> about = "programme-board", "department-of-health-major-programmes-board"
    >>> programme.relations[*about, RelationKind.ACCOUNTABLE_TO][0].source.locator
    'p. 33'
    """
    table = read("care_act_programme")
    programme, rows = table["programme"], _bodies(table)
    return SupportProgramme(
        key=programme["key"],
        title=programme["title"],
        purposes=tuple(map(Purpose.of, programme["purposes"])),
        innovations=FrozenMap(
            {named["title"]: tuple(named["bodies"]) for named in table["innovations"]}
        ),
        said=FrozenMap(
            {
                key: _passage(table, row, table["head"]["status"])
                for key, row in programme["said"].items()
            }
        ),
        bodies=FrozenMap({row["key"]: _passages(table, row) for row in rows}),
        relations=FrozenMap(
            {
                (source, target, RelationKind.of(row["kind"])): _passages(table, row)
                for row in table["relations"]
                for source, target in _ends(row)
            }
        ),
        reasons=FrozenMap(
            {row["key"]: _reasons(row["purposes"]) for row in rows if "purposes" in row}
        ),
    )


@cache
def bodies() -> tuple[Body, ...]:
    """List the bodies of the Care Act's support programme, as records.

    Returns:
        30 bodies: central government, the programme's own with its nine work streams, partners,
        other agencies, the regional level, local authorities.

    Source:
        care-act-report, pp. 33-34, 38 and 45, and Table 4. Status: source or adapted, body by
        body; the kinds, and the purposes of four of them, are ours.

    >>> bodies()[4].title, [purpose.key for purpose in bodies()[4].purposes]
    ('Programme Board', ['managing-and-regulating'])
    """
    fields = ("key", "title", "kind", "functions", "status")
    return tuple(
        Body.model_validate(
            {**{field: row[field] for field in fields}, "purposes": list(row.get("purposes", ()))}
        )
        for row in _bodies(read("care_act_programme"))
    )


@cache
def relations() -> tuple[Relation, ...]:
    """List how the bodies of the Care Act's support programme stand to one another, as records.

    Returns:
        49 relations: accountable-to, member-of, supports, informs.

    Source:
        care-act-report, pp. 33-34, 38, 39-40 and 42. Status: source or adapted, relation by
        relation.

    >>> relations()[0].source, relations()[0].kind
    ('programme-board', RelationKind.ACCOUNTABLE_TO)
    """
    return tuple(
        Relation.model_validate(
            {"source": source, "target": target, "kind": row["kind"], "status": row["status"]}
        )
        for row in read("care_act_programme")["relations"]
        for source, target in _ends(row)
    )


def _ends(row: _Row) -> Iterator[tuple[str, str]]:
    return product(row["sources"], row["targets"])


def _bodies(table: Table) -> list[_Row]:
    """List the bodies, with the work streams after the other bodies of the programme."""
    rows: list[_Row] = table["bodies"]
    place = max(i for i, row in enumerate(rows) if row["kind"] == _BEFORE_THE_STREAMS) + 1
    return [*rows[:place], *map(_stream, work_streams().values()), *rows[place:]]


def _stream(stream: WorkStream) -> _Row:
    printed = [stream.responsibility, stream.support]
    return {
        "key": stream.key,
        "title": stream.title,
        "kind": "work stream",
        "functions": printed,
        "status": stream.source.status,
        "passages": [{"page": stream.source.locator, "words": words} for words in printed],
    }


def _passages(table: Table, row: _Row) -> tuple[Passage, ...]:
    return tuple(_passage(table, passage, row["status"]) for passage in row["passages"])


def _passage(table: Table, passage: _Row, status: Status) -> Passage:
    source = printed_in(table, passage["page"])
    return Passage(passage["words"], attrs.evolve(source, status=status))


def _reasons(purposes: _Row) -> FrozenMap[Purpose, str]:
    return FrozenMap({Purpose.of(purpose): reason for purpose, reason in purposes.items()})
