"""What a type checker must refuse. Read by mypy and pyright, never run.

Each line that is wrong says so to both checkers. Both are told to complain where such a comment
is not needed: a line that they begin to take makes the check fail.
"""

from collections.abc import Mapping

from implsupport import (
    Gap,
    Rubric,
    Scorecard,
    Term,
    Typology,
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
from implsupport.frameworks.governance import GOVERNANCE, Level, Locus
from implsupport.frameworks.matland import MATLAND, Ambiguity, Conflict, Implementation
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion
from implsupport.terms import FrozenMap
from implsupport.vocabulary import Extent


class Aspect(Term):
    """Another rubric's criteria."""

    CLARITY = "clarity", "a key that the success criteria have too"


# --- a swapped pair of axes ---


def a_swapped_pair() -> None:
    matland.classify(
        ambiguity=Conflict.LOW,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        conflict=Ambiguity.HIGH,  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    )
    classify(MATLAND, Conflict.LOW, Ambiguity.HIGH)  # type: ignore[misc]  # pyright: ignore[reportArgumentType]
    candidates(MATLAND, Conflict.LOW, Gap.NOT_STATED)  # type: ignore[misc]  # pyright: ignore[reportArgumentType]
    MATLAND[Conflict.LOW, Ambiguity.HIGH]  # type: ignore[index]  # pyright: ignore[reportArgumentType]
    GOVERNANCE[Level.DIRECTIVE, Locus.SYSTEM]  # type: ignore[index]  # pyright: ignore[reportArgumentType]


def axes_by_position() -> None:
    matland.classify("low", "high")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    matland.locate(0.25, 0.75)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def a_grade_where_a_degree_is_asked_for() -> None:
    matland.locate(ambiguity=Ambiguity.HIGH, conflict=0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    locate(MATLAND, "high", 0.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_gap_where_a_grade_is_asked_for() -> None:
    matland.classify(ambiguity=Gap.NOT_STATED, conflict="low")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def a_typology_without_scales_has_no_degrees(
    typology: Typology[Locus, Level, Implementation],
) -> None:
    locate(typology, 0.5, 0.5)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


# --- another scale's grade, another rubric's criterion ---


def a_grade_of_another_scale() -> None:
    success.score({Criterion.CLARITY: Ambiguity.LOW})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    score(SUCCESS, {Criterion.CLARITY: Extent.YES})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    success.score({Criterion.CLARITY: Attainment.RELATIVE_SUCCESS, Criterion.POLITICS: Extent.NO})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]


def a_criterion_of_another_rubric() -> None:
    success.score({Aspect.CLARITY: Attainment.RELATIVE_SUCCESS})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    score(SUCCESS, {Locus.SYSTEM: Attainment.RELATIVE_SUCCESS})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]


def a_number_or_nothing_for_a_grade() -> None:
    success.score({"clarity": 2})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    success.score({"clarity": True})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    success.score({"clarity": None})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]
    score(SUCCESS, {Criterion.CLARITY: 0.5})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType, reportCallIssue]


def a_mapping_with_another_scales_grades(ratings: Mapping[Criterion, Extent]) -> None:
    success.score(ratings)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]


def cards_of_two_rubrics(
    one: Scorecard[Criterion, Attainment], other: Scorecard[Locus, Extent]
) -> None:
    compare(one, other)  # type: ignore[misc]  # pyright: ignore[reportArgumentType]


# --- order ---


def grades_of_two_scales_have_no_order() -> list[bool]:
    return [  # pyright: ignore[reportUnknownVariableType]
        Ambiguity.LOW < Conflict.HIGH,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        Attainment.RELATIVE_SUCCESS >= Extent.YES,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    ]


def a_gap_is_not_below_a_grade() -> bool:
    return Gap.NOT_ASSESSED < Attainment.RELATIVE_FAILURE  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnknownVariableType]


def words_without_a_scale_have_no_order() -> list[bool]:
    return [  # pyright: ignore[reportUnknownVariableType]
        Criterion.CLARITY < Criterion.POLITICS,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        Level.CONSTITUTIVE <= Level.OPERATIONAL,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    ]


def a_grade_is_no_number() -> list[object]:
    return [  # pyright: ignore[reportUnknownVariableType]
        Attainment.RELATIVE_SUCCESS + 1,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
        Attainment.RELATIVE_SUCCESS < 2,  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
    ]


def a_grade_equals_neither_its_key_nor_another_scales_grade() -> list[bool]:
    return [
        Attainment.RELATIVE_SUCCESS == "relative-success",  # type: ignore[comparison-overlap]  # pyright: ignore[reportUnnecessaryComparison]
        Ambiguity.LOW == Conflict.LOW,  # type: ignore[comparison-overlap]  # pyright: ignore[reportUnnecessaryComparison]
    ]


# --- words ---


def a_word_of_another_vocabulary() -> None:
    Criterion.of(Attainment.RELATIVE_SUCCESS)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Attainment.mark(Extent.YES)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Attainment.of(Gap.NOT_STATED)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


# --- what is frozen ---


def a_term_is_not_changed() -> None:
    Criterion.CLARITY.name = "CLEAR"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def a_framework_is_not_changed() -> None:
    SUCCESS.key = "failure"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    MATLAND.cells[Ambiguity.LOW] = ()  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


def a_result_is_not_changed(card: Scorecard[Criterion, Attainment]) -> None:
    card.profile = FrozenMap({})  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
    card.profile[Criterion.CLARITY] = Attainment.RELATIVE_SUCCESS  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
    card.lowest = None  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


# --- what lacks a part ---


class Nameless:
    """Something without a key."""

    cells = ((Locus.SYSTEM, Level.DIRECTIVE),)
    layers = ()


def an_activity_without_a_key() -> None:
    governance.place([Nameless()])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    place(GOVERNANCE, [Nameless()])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]


def columns_without_an_order() -> Rubric[Criterion, Level, str]:  # type: ignore[type-var]  # pyright: ignore[reportInvalidTypeArguments]
    return Rubric(key="x", title="X", rows=Criterion, cols=Level, cells={})  # type: ignore[type-var]  # pyright: ignore[reportArgumentType, reportUnknownVariableType]
