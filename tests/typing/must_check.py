"""What a type checker must take. Read by mypy and pyright, never run.

`assert_type` says what a user of a signature may rely on.
"""

from collections.abc import Mapping
from typing import Any, Literal, assert_type

from implsupport import (
    CATALOGUE,
    Classification,
    Comparison,
    Gap,
    Location,
    Matrix,
    Placement,
    Rubric,
    Scale,
    Scorecard,
    Term,
    candidates,
    classify,
    compare,
    governance,
    locate,
    matland,
    place,
    score,
    success,
)
from implsupport.frameworks.governance import GOVERNANCE, ActivityType, Level, Locus
from implsupport.frameworks.matland import (
    HYPOTHESISED_SUPPORT,
    MATLAND,
    Ambiguity,
    Conflict,
    Implementation,
)
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.terms import FrozenMap
from implsupport.vocabulary import Need, SupportFeature

# --- keys as text, terms, and both ---


def axes_are_terms_or_text(word: str) -> None:
    matland.classify(ambiguity=Ambiguity.LOW, conflict=Conflict.HIGH)
    matland.classify(ambiguity="low", conflict=word)
    matland.classify(ambiguity=Ambiguity.LOW, conflict="High")
    classify(MATLAND, "low", Conflict.HIGH)


def degrees_are_numbers_or_unknown(degree: float | None) -> None:
    matland.locate(ambiguity=degree, conflict=1)
    locate(MATLAND, 0.25, None)


def ratings_are_text() -> None:
    success.score({"clarity": "relative-success", "politics": "not-stated"}, partial=True)
    score(SUCCESS, {"clarity": "relative-success"}, partial=True)


def ratings_are_terms_under_text() -> None:
    success.score({"clarity": Attainment.RELATIVE_SUCCESS, "politics": Gap.NOT_STATED})
    score(SUCCESS, {"clarity": Attainment.RELATIVE_SUCCESS, "politics": "not-stated"})


def a_gap_stands_beside_a_grade() -> None:
    success.score(
        {Criterion.CLARITY: Attainment.RELATIVE_SUCCESS, Criterion.POLITICS: Gap.NOT_STATED}
    )
    score(
        SUCCESS,
        {Criterion.CLARITY: Attainment.RELATIVE_SUCCESS, Criterion.POLITICS: Gap.NOT_STATED},
    )
    score(SUCCESS, {Criterion.CLARITY: "relative-success", Criterion.POLITICS: Gap.NOT_STATED})


def a_typed_mapping_is_read_and_not_changed(
    graded: Mapping[Criterion, Attainment],
    marked: Mapping[Criterion, Attainment | Gap],
    named: dict[str, str],
    mixed: dict[str, Attainment | Gap],
) -> None:
    success.score(graded)
    success.score(marked)
    success.score(named)
    success.score(mixed)
    score(SUCCESS, graded)
    score(SUCCESS, marked)
    score(SUCCESS, named)
    score(SUCCESS, mixed)


# --- what comes back ---


def a_classification_knows_its_axes_and_kinds() -> None:
    reading = matland.classify(ambiguity="high", conflict="low")

    assert_type(reading, Classification[Ambiguity, Conflict, Implementation])
    assert_type(reading.row, Ambiguity)
    assert_type(reading.kind, Implementation)
    assert_type(
        classify(MATLAND, "high", "low"), Classification[Ambiguity, Conflict, Implementation]
    )
    assert_type(candidates(MATLAND, Gap.NOT_STATED, "low"), tuple[Implementation, ...])


def a_location_has_degrees_that_may_be_unknown() -> None:
    place_of = matland.locate(ambiguity=0.75, conflict=None)

    assert_type(place_of, Location[Ambiguity, Conflict, Implementation])
    assert_type(place_of.kind, Implementation | None)
    assert_type(place_of.margin, float | None)
    assert_type(place_of.memberships, FrozenMap[Implementation, float | None])


def a_card_has_marks_grades_and_gaps() -> None:
    card = success.score({"clarity": "relative-success"}, partial=True)

    assert_type(card, Scorecard[Criterion, Attainment])
    assert_type(card.profile[Criterion.CLARITY], Attainment | Gap)
    assert_type(card.grades, FrozenMap[Criterion, Attainment])
    assert_type(card.gaps, FrozenMap[Criterion, Gap])
    assert_type(card.lowest, Attainment | None)
    assert_type(card.tally, FrozenMap[Attainment, int])
    assert_type(score(SUCCESS, {"clarity": "relative-success"}), Scorecard[Criterion, Attainment])


def a_comparison_lists_criteria(card: Scorecard[Criterion, Attainment]) -> None:
    change = compare(card, card)

    assert_type(change, Comparison[Criterion, Attainment])
    assert_type(change.rose, tuple[Criterion, ...])


def a_placement_has_cells_of_its_grid() -> None:
    placement = governance.place([])

    assert_type(placement, Placement[Locus, Level, ActivityType])
    assert_type(placement.empty, tuple[tuple[Locus, Level], ...])
    assert_type(place(GOVERNANCE, []), Placement[Locus, Level, ActivityType])


def a_matrix_gives_what_its_cells_hold() -> None:
    assert_type(MATLAND["low", "high"], Implementation)
    assert_type(SUCCESS[Criterion.CLARITY, Attainment.RELATIVE_SUCCESS], str)
    assert_type(HYPOTHESISED_SUPPORT.row("symbolic"), FrozenMap[SupportFeature, Need])
    assert_type(MATLAND.items(), tuple[tuple[tuple[Ambiguity, Conflict], Implementation], ...])
    assert_type(CATALOGUE, tuple[Matrix[Any, Any, Any], ...])


# --- words ---


def a_word_becomes_a_term_of_its_vocabulary(word: str) -> None:
    assert_type(Criterion.of(word), Criterion)
    assert_type(Attainment.of(Attainment.RELATIVE_SUCCESS), Attainment)
    assert_type(Attainment.mark(word), Attainment | Gap)
    assert_type(Attainment.mark(Gap.NOT_STATED), Attainment | Gap)


def grades_of_one_scale_compare(one: Attainment, other: Attainment) -> None:
    assert_type(one < other, bool)
    assert_type(one >= other, bool)
    assert_type(min(one, other), Attainment)
    assert_type(sorted(Attainment), list[Attainment])


# --- a user's own framework ---


class Aspect(Term):
    """What a user judges."""

    SOIL = "soil", "what it grows in"
    WATER = "water", "what it drinks"


class Verdict(Scale):
    """How a user judges it."""

    POOR = "poor", "it fails"
    GOOD = "good", "it thrives"


GROUND = Rubric(
    key="ground",
    title="Is this ground any good?",
    rows=Aspect,
    cols=Verdict,
    cells={Aspect.SOIL: ("rock", "loam"), Aspect.WATER: ("none", "plenty")},
)


def a_rubric_of_ones_own_is_scored_likewise() -> None:
    card = score(GROUND, {Aspect.SOIL: Verdict.GOOD, Aspect.WATER: Gap.NOT_STATED})

    assert_type(card, Scorecard[Aspect, Verdict])
    assert_type(card.highest, Verdict | None)


class Field:
    """An activity, by its attributes alone: no class of the library is needed."""

    key = "field"
    cells = (("system", "directive"), (Locus.SYSTEM, Level.DIRECTIVE))
    layers = ("national",)


def anything_with_key_cells_and_layers_is_placed() -> None:
    governance.place([Field()])
    place(GOVERNANCE, (Field() for _ in range(2)))


def the_status_of_a_source_is_one_of_three() -> None:
    source = SUCCESS.source

    assert source is not None
    assert_type(source.status, Literal["source", "adapted", "ours"])
