"""What an appraisal holds: one line for each judgement, each with its source and status."""

from typing import Any, TypeAlias

import attrs

from implsupport.appraisal.plain import plain, schema_of
from implsupport.cases import Deferral, Misreading, PerceivedSuccess
from implsupport.frameworks.governance import ActivityType, Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict, Implementation
from implsupport.readings import Classification, Location, Placement, Scorecard
from implsupport.sources import Source, Status
from implsupport.terms import FrozenMap, Gap
from implsupport.vocabulary import Extent, Need, SupportFeature, SupportModel

__all__ = [
    "SCHEMA",
    "Appraisal",
    "Approach",
    "Card",
    "Case",
    "Context",
    "Governance",
    "Place",
    "Reading",
    "schema",
]

Reading: TypeAlias = (
    Classification[Ambiguity, Conflict, Implementation]
    | Location[Ambiguity, Conflict, Implementation]
)


@attrs.frozen(kw_only=True)
class Place:
    """Where one judgement places a policy, or a part of it, in Matland's matrix.

    Attributes:
        part: The part of the policy, or None for the whole.
        layer: The administrative layer judged, or None.
        date: When, or None.
        step: The source's own order where it prints no date, from 1, or None.
        assessor: Who judged, or None.
        ambiguity: A grade, a gap, or a degree from 0 to 1.
        conflict: A grade, a gap, or a degree from 0 to 1.
        reading: The cell for grades, all memberships for degrees, None where an axis is a gap.
        candidates: The kinds that remain possible, in reading order.
        basis: What the judgement rests on, or None.
        note: What the judge added, or None.
        sources: The evidence, one citation each.
        status: *source*, *adapted* or *ours*.
    """

    part: str | None
    layer: str | None
    date: str | None
    step: int | None
    assessor: str | None
    ambiguity: Ambiguity | Gap | float
    conflict: Conflict | Gap | float
    reading: Reading | None
    candidates: tuple[Implementation, ...]
    basis: str | None
    note: str | None
    sources: tuple[str, ...]
    status: Status

    @property
    def kind(self) -> Implementation | None:
        """The kind of implementation, or None where it cannot be told."""
        return self.reading.kind if self.reading else None


@attrs.frozen(kw_only=True)
class Approach:
    """One approach to support that a source describes for the case.

    Attributes:
        key: The key of the approach.
        title: Its title as printed.
        theme: The group it stands in.
        description: What it is, or None.
        models: How far it follows each of the three models, as rated in the source.
        sources: Where it is printed, one citation each.
        status: *source*, *adapted* or *ours*.
    """

    key: str
    title: str
    theme: str | None
    description: str | None
    models: FrozenMap[SupportModel, Extent]
    sources: tuple[str, ...]
    status: Status


@attrs.frozen(kw_only=True)
class Card:
    """One assessor's card for the case.

    Attributes:
        object: What is judged: *policy* or *support-programme*.
        assessor: Who judged, or None.
        date: When, or None.
        layer: The administrative layer judged, or None.
        card: The profile of grades and gaps.
        notes: Criterion key to what the assessor added.
        sources: Criterion key to its evidence, one citation each.
        status: *source*, *adapted* or *ours*.
    """

    object: str
    assessor: str | None
    date: str | None
    layer: str | None
    card: Scorecard[Any, Any]
    notes: FrozenMap[str, str]
    sources: FrozenMap[str, tuple[str, ...]]
    status: Status


@attrs.frozen(kw_only=True)
class Governance:
    """Who acts where in the case.

    Attributes:
        placement: The activities in the cells of the governance grid.
        titles: Activity key to its title.
        sources: Activity key to its evidence, one citation each.
        statuses: Activity key to *source*, *adapted* or *ours*.
    """

    placement: Placement[Locus, Level, ActivityType]
    titles: FrozenMap[str, str]
    sources: FrozenMap[str, tuple[str, ...]]
    statuses: FrozenMap[str, str]


@attrs.frozen(kw_only=True)
class Case:
    """All that a study says of one policy, read.

    Attributes:
        key: The key of the policy.
        title: Its title.
        year: Its year, or None.
        jurisdiction: Where it holds, or None.
        note: What the study adds, or None.
        places: Its places in Matland's matrix, in the order of the study; empty if not stated.
        hypothesised: For each kind it is placed in, the support hypothesised for that kind.
        approaches: The support described, in the order of the study; empty if not described.
        cards: Its cards, in the order of the study; empty if it is not scored.
        governance: Who acts where, or None if no activity is described.
    """

    key: str
    title: str
    year: int | None
    jurisdiction: str | None
    note: str | None
    places: tuple[Place, ...]
    hypothesised: FrozenMap[Implementation, FrozenMap[SupportFeature, Need]]
    approaches: tuple[Approach, ...]
    cards: tuple[Card, ...]
    governance: Governance | None

    @property
    def is_described(self) -> bool:
        """Whether the study says anything of the policy beyond naming it."""
        return bool(self.places or self.approaches or self.cards or self.governance)


@attrs.frozen(kw_only=True)
class Context:
    """What a study cannot hold: tables and passages of its sources.

    Attributes:
        comparability: Policy key to criterion key to whether it is ticked; or None.
        perceived_success: Policy key to how its support was perceived; or None.
        deferral: A part of a policy put off, and what the source says of it; or None.
        misreading: A figure that its authors print as a warning; or None.
        citations: Approach key to where it is printed; or None.

    >>> Context().deferral is None
    True
    """

    comparability: FrozenMap[str, FrozenMap[str, bool]] | None = None
    perceived_success: FrozenMap[str, PerceivedSuccess] | None = None
    deferral: Deferral | None = None
    misreading: Misreading | None = None
    citations: FrozenMap[str, Source] | None = None


@attrs.frozen(kw_only=True)
class Appraisal:
    """A whole study, read: one case for each policy.

    Attributes:
        title: The title of the study.
        status: *source*, *adapted* or *ours*.
        cases: One for each policy, in the order of the study.
        context: What the study cannot hold.
        caveats: Framework key to what its source warns of, for the frameworks used.
        works: The works cited, in the order of the study, then as first cited.
    """

    title: str
    status: Status
    cases: tuple[Case, ...]
    context: Context
    caveats: FrozenMap[str, tuple[str, ...]]
    works: tuple[Source, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the appraisal as plain values, ready for JSON.

        Returns:
            The schema's name, then the fields; terms as their keys, cells as pairs of keys.

        >>> Appraisal(
        ...     title="Empty",
        ...     status="ours",
        ...     cases=(),
        ...     context=Context(),
        ...     caveats=FrozenMap(),
        ...     works=(),
        ... ).to_dict()["schema"]
        'implsupport/appraisal/1'
        """
        return {"schema": SCHEMA, **plain(self)}


SCHEMA = "implsupport/appraisal/1"
"""The name of the form that `Appraisal.to_dict` gives."""


def schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of `Appraisal.to_dict`.

    Returns:
        The schema as plain values; it is generated from the annotations of the results.

    >>> schema()["properties"]["schema"]
    {'const': 'implsupport/appraisal/1'}
    """
    return schema_of(Appraisal, SCHEMA)
