"""What people write down: what a record takes, refuses and keeps."""

import copy
import pickle
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from implsupport import cases, governance
from implsupport.errors import FrameworkError, UnknownKeyError
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.records import (
    Activity,
    Assessment,
    Body,
    Decision,
    Evidence,
    Policy,
    Position,
    Rating,
    Relation,
    Source,
    Study,
    SupportApproach,
)
from implsupport.sources import BIBLIOGRAPHY
from implsupport.terms import FrozenMap, Gap, Scale, Term
from implsupport.vocabulary import Extent, Purpose, RelationKind, SupportModel

if TYPE_CHECKING:
    from implsupport.readings import Judged, Placed, Positioned

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

Finding: TypeAlias = tuple[tuple[int | str, ...], str]


class Question(Term):
    """The criteria of somebody's own rubric."""

    REACH = "reach", "who is reached"
    COST = "cost", "what it costs"


class Answer(Scale):
    """The grades of somebody's own rubric."""

    POOR = "poor", "not enough"
    GOOD = "good", "enough"


OWN = Rubric(
    key="own",
    title="Own rubric",
    rows=Question,
    cols=Answer,
    cells={Question.REACH: ("few", "many"), Question.COST: ("high", "low")},
)

POLICY = {"key": "care-act", "title": "Care Act"}
UNNAMED: dict[object, object] = {"key": "care-act", "title": "Care Act", 3: 4}
POSITION = {"policy": "care-act", "ambiguity": "low", "conflict": "high"}
JUDGED = {"policy": "care-act", "object": "policy", "rubric": "success"}
ASSESSMENT = {**JUDGED, "ratings": {"clarity": {"grade": "relative-success"}}}
DECISION = {**JUDGED, "criterion": "clarity", "grade": "relative-success"}
ACTIVITY = {"key": "duty", "title": "Duty", "policy": "care-act"}
APPROACH = {"key": "toolkit", "title": "Toolkit"}
BODY = {"key": "board", "title": "Board"}
RELATION = {"source": "board", "target": "board", "kind": "informs"}

GRADES = "'relative-failure', 'conflicted-attainment', 'relative-success'"
CRITERIA = "'legitimacy', 'stakeholders', 'clarity', 'complexity', 'politics', 'objectives'"
GAPS = (
    "'not-assessed', 'not-stated', 'insufficient-evidence', 'conflicting-evidence', "
    "'no-anchor-fits', 'not-applicable'"
)
DEGREE = "expected a number from 0 to 1, or a grade or a gap in words"
NO_YEAR = "is not a year; expected a whole number from 1 to 9999"
NO_STEP = "is not a step; expected a whole number from 1"
DATE = "expected text as YYYY, YYYY-MM or YYYY-MM-DD"
NO_RATING = "is not a Rating; expected a mapping of grade, gap, note, evidence"
OWN_RUBRIC = (
    '; a rubric of your own is passed as Study.model_validate(data, context={"frameworks": (...)})'
)
NO_KEY = "is not a key; expected lower-case words joined by hyphens"


def study(**sections: list[dict[str, Any]]) -> dict[str, Any]:
    """Write a study of one policy and one body."""
    return {"title": "Ours", "policies": [POLICY], "bodies": [BODY], **sections}


def refused(record: type[BaseModel], data: object, **context: object) -> list[Finding]:
    """List what a record finds wrong: path and sentence."""
    with pytest.raises(ValidationError) as caught:
        record.model_validate(data, context=context)
    return [(finding["loc"], finding["msg"]) for finding in caught.value.errors()]


# --- what a record takes ---


def test_a_study_needs_only_a_title() -> None:
    """Every section may be empty."""
    empty = Study(title="Ours")

    assert empty.model_dump() == {
        "title": "Ours",
        "status": "ours",
        "sources": (),
        "policies": (),
        "positions": (),
        "assessments": (),
        "decisions": (),
        "activities": (),
        "approaches": (),
        "bodies": (),
        "relations": (),
    }


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Source, "key title authors year doi url"),
        (Policy, "key title year jurisdiction note"),
        (Evidence, "source locator quotation date"),
        (Rating, "grade gap note evidence"),
        (
            Position,
            "policy part ambiguity conflict basis date step layer assessor note evidence status",
        ),
        (Assessment, "policy object rubric ratings assessor date layer status"),
        (Decision, "policy object rubric criterion grade assessors reason date layer"),
        (Activity, "key title policy cells layers evidence status"),
        (SupportApproach, "key title theme description exhibited_in models status"),
        (Body, "key title kind functions purposes status"),
        (Relation, "source target kind status"),
        (
            Study,
            (
                "title status sources policies positions assessments decisions activities "
                "approaches bodies relations"
            ),
        ),
    ],
)
def test_a_record_has_its_fields_in_order(record: type[BaseModel], fields: str) -> None:
    """Other people's files hold the fields."""
    assert list(record.model_fields) == fields.split()


def test_a_word_may_be_a_term_a_key_or_a_label() -> None:
    """Case, space, hyphen and underscore are folded; the term is kept."""
    position = Position.model_validate(
        {"policy": "care-act", "ambiguity": Ambiguity.HIGH, "conflict": " Not_Stated "}
    )

    assert (position.ambiguity, position.conflict) == (Ambiguity.HIGH, Gap.NOT_STATED)


def test_a_grade_is_kept_as_its_key() -> None:
    """Which scale it is of, only the rubric knows."""
    given_as: Wrong = (Attainment.RELATIVE_SUCCESS, "relative-success", "Relative success")
    kept = [Rating(grade=grade).grade for grade in given_as]

    assert kept == ["relative-success"] * 3


def test_the_criteria_of_an_assessment_are_kept_as_their_keys() -> None:
    """A criterion may be given as a term or by its label."""
    words: Wrong = {Criterion.CLARITY: Rating(gap=Gap.NOT_STATED), "Politics": {"grade": "x"}}
    assessment = Assessment(policy="care-act", object="policy", rubric="success", ratings=words)

    assert list(assessment.ratings) == ["clarity", "politics"]


def test_an_assessment_may_leave_criteria_out() -> None:
    """A form half filled in is a form."""
    given_one = Study.model_validate(study(assessments=[ASSESSMENT]))

    assert len(given_one.assessments[0].ratings) == 1


def test_degrees_are_kept_as_floats() -> None:
    """A whole number is a degree too, and there is no negative nought."""
    position = Position(policy="care-act", ambiguity=1, conflict=-0.0, basis="survey")

    assert (repr(position.ambiguity), repr(position.conflict)) == ("1.0", "0.0")


def test_a_gap_may_stand_beside_a_degree() -> None:
    """One axis can be unknown, whatever the other is."""
    position = Position(policy="care-act", ambiguity=0.7, conflict=Gap.NOT_STATED, basis="survey")

    assert (position.ambiguity, position.conflict) == (0.7, Gap.NOT_STATED)


@pytest.mark.parametrize("date", ["0001", "2016", "2016-02", "2016-02-29"])
def test_a_date_may_be_a_year_a_month_or_a_day(date: str) -> None:
    """A date is as exact as its source."""
    assert Evidence(source="minutes", date=date).date == date


def test_the_end_of_a_line_is_a_newline() -> None:
    """Text typed on one machine equals text typed on another."""
    assert Policy(key="a", title="one\r\ntwo\nthree").title == "one\ntwo\nthree"


def test_a_body_and_an_approach_hold_terms() -> None:
    """Purposes, models, extents and kinds of relation come from their vocabularies."""
    words: Wrong = {"Problem solving": "in part", SupportModel.CAPACITY_BUILDING: Extent.YES}
    purposes: Wrong = ["capacity building"]
    kind: Wrong = "Member of"

    assert Body(key="board", title="Board", purposes=purposes).purposes == (
        Purpose.CAPACITY_BUILDING,
    )
    assert SupportApproach(key="a", title="A", models=words).models == {
        SupportModel.PROBLEM_SOLVING: Extent.IN_PART,
        SupportModel.CAPACITY_BUILDING: Extent.YES,
    }
    assert Relation(source="a", target="b", kind=kind).kind is RelationKind.MEMBER_OF


def test_what_a_user_writes_is_the_users_own() -> None:
    """The status is *ours* unless it is given."""
    assert {
        Position.model_validate(POSITION).status,
        Assessment.model_validate(ASSESSMENT).status,
        Activity.model_validate(ACTIVITY).status,
        SupportApproach.model_validate(APPROACH).status,
        Body.model_validate(BODY).status,
        Relation.model_validate(RELATION).status,
    } == {"ours"}


def test_evidence_may_name_a_source_of_the_study_or_of_the_bibliography() -> None:
    """What everybody cites need not be listed again."""
    evidence = [{"source": "minutes"}, {"source": "matland-1995"}]
    sources = [{"key": "minutes", "title": "Minutes"}]
    cited = Study.model_validate(
        study(sources=sources, positions=[{**POSITION, "evidence": evidence}])
    )

    assert len(cited.positions[0].evidence) == 2


MATLAND = {
    "key": "matland-1995",
    "title": "Synthesizing the Implementation Literature: The Ambiguity-Conflict Model of Policy "
    "Implementation",
}


@pytest.mark.parametrize("source", [MATLAND, {**MATLAND, "year": 1995}])
def test_a_study_may_repeat_a_work_of_the_bibliography(source: dict[str, Any]) -> None:
    """Its own entry then stands; capitals make no other work of it, nor a year left out."""
    assert Study.model_validate(study(sources=[source])).sources[0].key == "matland-1995"


def test_a_study_may_give_a_year_that_the_bibliography_does_not_know() -> None:
    """The text at hand names none."""
    source = {"key": "care-act-report", "title": "Care Act report (draft interim report)"}
    own = Study.model_validate(study(sources=[{**source, "year": 2016}]))

    assert own.sources[0].year == 2016


@pytest.mark.parametrize("other", [{"title": "My copy"}, {"year": 2020}])
def test_the_key_of_a_work_is_that_of_no_other(other: dict[str, Any]) -> None:
    """What this library cites under it would lead to the other one."""
    assert refused(Study, study(sources=[{**MATLAND, **other}])) == [
        (
            ("sources", 0, "key"),
            (
                "'matland-1995' is the key of another work, which this library cites: "
                "'Synthesizing the implementation literature: the ambiguity-conflict model of "
                "policy implementation' (1995); give yours another key, or leave it out if it is "
                "that work"
            ),
        )
    ]


def test_a_work_without_a_year_is_named_without_one() -> None:
    """The report has none."""
    source = {"key": "care-act-report", "title": "Ours"}
    [(_, sentence)] = refused(Study, study(sources=[source]))

    assert "'Care Act report (draft interim report)'; give yours another key" in sentence


def test_a_source_whose_title_is_no_text_is_told_that_alone() -> None:
    """Whether it is another work cannot be said."""
    assert refused(Study, study(sources=[{**MATLAND, "title": 7}])) == [
        (("sources", 0, "title"), "7 is not text")
    ]


def test_other_frameworks_take_the_place_of_the_catalogue() -> None:
    """An own rubric needs no entry anywhere."""
    rated = {**ASSESSMENT, "rubric": "own", "ratings": {"Reach": {"grade": "Good"}}}
    own = Study.model_validate(study(assessments=[rated]), context={"frameworks": (OWN,)})

    assert own.assessments[0].ratings["reach"].grade == "good"


# --- what a record refuses, field by field ---


@pytest.mark.parametrize(
    ("record", "data", "path", "sentence"),
    [
        # text
        (Policy, {**POLICY, "title": 3}, "title", "3 is not text"),
        (Policy, {**POLICY, "title": None}, "title", "None is not text"),
        (Policy, {**POLICY, "note": ""}, "note", "'' is blank; write something or leave it out"),
        (
            Policy,
            {**POLICY, "note": " \n\u200b"},
            "note",
            r"' \n\u200b' is blank; write something or leave it out",
        ),
        (
            Policy,
            {**POLICY, "note": "a\tb"},
            "note",
            r"'a\tb' holds the control character U+0009; take it out",
        ),
        (
            Policy,
            {**POLICY, "note": "a\rb"},
            "note",
            r"'a\rb' holds the control character U+000D; take it out",
        ),
        (
            Policy,
            {**POLICY, "note": "a\u202eb"},
            "note",
            r"'a\u202eb' holds the control character U+202E; take it out",
        ),
        (
            Policy,
            {**POLICY, "note": "a\ud800b"},
            "note",
            r"'a\ud800b' holds the control character U+D800; take it out",
        ),
        # keys
        (
            Policy,
            {**POLICY, "key": "Care Act"},
            "key",
            f"'Care Act' {NO_KEY}; did you mean 'care-act'?",
        ),
        (
            Policy,
            {**POLICY, "key": "care_act"},
            "key",
            f"'care_act' {NO_KEY}; did you mean 'care-act'?",
        ),
        (
            Policy,
            {**POLICY, "key": "care--act"},
            "key",
            f"'care--act' {NO_KEY}; did you mean 'care-act'?",
        ),
        (Policy, {**POLICY, "key": "&"}, "key", f"'&' {NO_KEY}"),
        (Policy, {**POLICY, "key": 7}, "key", "7 is not text"),
        # whole numbers
        (
            Policy,
            {**POLICY, "year": "2014"},
            "year",
            f"'2014' {NO_YEAR}; did you mean 2014 without quotes?",
        ),
        (Policy, {**POLICY, "year": "20014"}, "year", f"'20014' {NO_YEAR}"),
        (Policy, {**POLICY, "year": "02014"}, "year", f"'02014' {NO_YEAR}"),
        (Policy, {**POLICY, "year": "c. 2014"}, "year", f"'c. 2014' {NO_YEAR}"),
        (Policy, {**POLICY, "year": 2014.0}, "year", f"2014.0 {NO_YEAR}"),
        (Policy, {**POLICY, "year": True}, "year", f"True {NO_YEAR}"),
        (Policy, {**POLICY, "year": 20014}, "year", f"20014 {NO_YEAR}"),
        (Position, {**POSITION, "step": 0}, "step", f"0 {NO_STEP}"),
        (Position, {**POSITION, "step": 3.0}, "step", f"3.0 {NO_STEP}"),
        (
            Position,
            {**POSITION, "step": "3"},
            "step",
            f"'3' {NO_STEP}; did you mean 3 without quotes?",
        ),
        # dates
        (Evidence, {"source": "a", "date": 2016}, "date", f"2016 is not a date; {DATE}"),
        (Evidence, {"source": "a", "date": "2016-2"}, "date", f"'2016-2' is not a date; {DATE}"),
        (
            Evidence,
            {"source": "a", "date": "2015-02-29"},
            "date",
            f"'2015-02-29' is not a date; {DATE}",
        ),
        (Evidence, {"source": "a", "date": "2016-13"}, "date", f"'2016-13' is not a date; {DATE}"),
        (Evidence, {"source": "a", "date": "0000"}, "date", f"'0000' is not a date; {DATE}"),
        (Evidence, {"source": "a", "date": "٢٠١٦"}, "date", f"'٢٠١٦' is not a date; {DATE}"),
        # axes
        (
            Position,
            {**POSITION, "ambiguity": "hihg"},
            "ambiguity",
            (
                f"'hihg' is not a term of Ambiguity; expected one of 'low', 'high', {GAPS}; "
                "did you mean 'high'?"
            ),
        ),
        (
            Position,
            {**POSITION, "ambiguity": Conflict.HIGH},
            "ambiguity",
            f"Conflict.HIGH is not a term of Ambiguity; expected one of 'low', 'high', {GAPS}",
        ),
        (
            Position,
            {**POSITION, "ambiguity": True},
            "ambiguity",
            f"True is not a degree of Ambiguity; {DEGREE}",
        ),
        (
            Position,
            {**POSITION, "conflict": 1.2},
            "conflict",
            f"1.2 is not a degree of Conflict; {DEGREE}",
        ),
        (
            Position,
            {**POSITION, "conflict": -1},
            "conflict",
            f"-1 is not a degree of Conflict; {DEGREE}",
        ),
        (
            Position,
            {**POSITION, "conflict": float("nan")},
            "conflict",
            f"nan is not a degree of Conflict; {DEGREE}",
        ),
        (
            Position,
            {**POSITION, "conflict": float("inf")},
            "conflict",
            f"inf is not a degree of Conflict; {DEGREE}",
        ),
        (
            Position,
            {**POSITION, "conflict": None},
            "conflict",
            f"None is not a term of Conflict; expected one of 'low', 'high', {GAPS}",
        ),
        # other words
        (
            Position,
            {**POSITION, "status": "our"},
            "status",
            (
                "'our' is not a term of Status; expected one of 'source', 'adapted', 'ours'; "
                "did you mean 'ours'?"
            ),
        ),
        (
            Assessment,
            {**ASSESSMENT, "object": "programme"},
            "object",
            (
                "'programme' is not a term of Object; "
                "expected one of 'policy', 'support-programme'; "
                "did you mean 'support-programme'?"
            ),
        ),
        (
            Rating,
            {"gap": "not assesed"},
            "gap",
            (
                f"'not assesed' is not a term of Gap; expected one of {GAPS}; "
                "did you mean 'not-assessed'?"
            ),
        ),
        (Rating, {"grade": 2}, "grade", "2 is not text"),
        (Rating, {"grade": True}, "grade", "True is not text"),
        (Rating, {"grade": "good/bad"}, "grade", f"'good/bad' {NO_KEY}; did you mean 'good-bad'?"),
        (
            Rating,
            {"grade": "Not stated"},
            "grade",
            "'Not stated' is a gap, not a grade; a rating has it as 'gap'",
        ),
        (
            Relation,
            {**RELATION, "kind": "suports"},
            "kind",
            (
                "'suports' is not a term of RelationKind; "
                "expected one of 'accountable-to', 'member-of', 'supports', 'informs'; "
                "did you mean 'supports'?"
            ),
        ),
        # lists and mappings
        (
            Source,
            {**POLICY, "authors": "Matland"},
            "authors",
            "'Matland' is not a list; write ['Matland']",
        ),
        (
            Decision,
            {**DECISION, "assessors": "Ann"},
            "assessors",
            "'Ann' is not a list; write ['Ann']",
        ),
        (Source, {**POLICY, "authors": {"Matland"}}, "authors", "{'Matland'} is not a list"),
        (
            Assessment,
            {**ASSESSMENT, "ratings": ["clarity"]},
            "ratings",
            "['clarity'] is not a mapping",
        ),
        # names of fields
        (
            Assessment,
            {**ASSESSMENT, "asessor": "A"},
            "asessor",
            (
                "'asessor' is not a field of Assessment; "
                "expected policy, object, rubric, ratings, assessor, date, layer, status; "
                "did you mean 'assessor'?"
            ),
        ),
    ],
)
def test_a_field_names_the_value_the_expected_and_the_nearest(
    record: type[BaseModel], data: object, path: str, sentence: str
) -> None:
    """One finding a bad value, at its plain path, in one sentence of ours."""
    assert refused(record, data) == [((path,), sentence)]


@pytest.mark.parametrize(
    ("record", "data", "path", "sentence"),
    [
        (Policy, {"key": "a"}, ("title",), "no 'title' is given, which Policy needs"),
        (
            Policy,
            3,
            (),
            "3 is not a Policy; expected a mapping of key, title, year, jurisdiction, note",
        ),
        (
            Policy,
            UNNAMED,
            (3,),
            "3 is not a field of Policy; expected key, title, year, jurisdiction, note",
        ),
        (
            Policy,
            {**POLICY, "\ud800": 4},
            (),
            (
                r"'\ud800': input should be a valid string, unable to parse raw data as a "
                "unicode string"
            ),
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {"clarity": 2}},
            ("ratings", "clarity"),
            "2 is not a Rating; expected a mapping of grade, gap, note, evidence",
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {"clarity": "relative-success"}},
            ("ratings", "clarity"),
            f"'relative-success' {NO_RATING}; give {{'grade': 'relative-success'}}",
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {"clarity": Attainment.RELATIVE_SUCCESS}},
            ("ratings", "clarity"),
            f"Attainment.RELATIVE_SUCCESS {NO_RATING}; give {{'grade': 'relative-success'}}",
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {"clarity": "Not stated"}},
            ("ratings", "clarity"),
            f"'Not stated' {NO_RATING}; give {{'gap': 'Not stated'}}",
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {3: {"grade": "low"}}},
            ("ratings", 3),
            "3 is not text",
        ),
        (
            Assessment,
            {**ASSESSMENT, "ratings": {"!": {"grade": "low"}}},
            ("ratings", "!"),
            f"'!' {NO_KEY}",
        ),
        (
            SupportApproach,
            {**APPROACH, "models": {"problem": "yes"}},
            ("models", "problem"),
            (
                "'problem' is not a term of SupportModel; "
                "expected one of 'performance-management', 'problem-solving', "
                "'capacity-building'; did you mean 'problem-solving'?"
            ),
        ),
        (
            SupportApproach,
            {**APPROACH, "models": {"problem-solving": True}},
            ("models", "problem-solving"),
            "True is not a term of Extent; expected one of 'no', 'in-part', 'yes'",
        ),
        (
            Activity,
            {**ACTIVITY, "cells": [("operational", "system")]},
            ("cells", 0, 0),
            (
                "'operational' is not a term of Locus; "
                "expected one of 'system', 'organisation', 'individual'; "
                "did you mean 'organisation'?"
            ),
        ),
        (
            Activity,
            {**ACTIVITY, "cells": ["system"]},
            ("cells", 0),
            "'system' is not a pair of locus and level",
        ),
        (
            Activity,
            {**ACTIVITY, "cells": [["system"]]},
            ("cells", 0),
            "['system'] is not a pair of locus and level",
        ),
    ],
)
def test_a_finding_deep_down_has_its_plain_path(
    record: type[BaseModel], data: object, path: tuple[int | str, ...], sentence: str
) -> None:
    """No part of a path is there for pydantic's own sake."""
    assert refused(record, data)[0] == (path, sentence)


# --- what only the whole record can tell ---


def test_a_rating_is_a_grade_or_a_gap() -> None:
    """Neither is no rating, and both are two."""
    both = {"grade": Attainment.RELATIVE_FAILURE, "gap": "not-stated"}

    assert refused(Rating, {"note": "?"}) == [
        ((), "neither a grade nor a gap is given; give one of them")
    ]
    assert refused(Rating, both) == [
        ((), "the grade 'relative-failure' stands beside the gap 'not-stated'; keep one")
    ]


@pytest.mark.parametrize(
    ("ambiguity", "conflict", "sentence"),
    [
        ("high", 0.3, "the grade 'high' stands beside the number 0.3"),
        (0.3, Conflict.LOW, "the grade 'low' stands beside the number 0.3"),
    ],
)
def test_a_grade_never_stands_beside_a_number(
    ambiguity: object, conflict: object, sentence: str
) -> None:
    """The axes of a position are of one kind, or one is a gap."""
    mixed = {**POSITION, "ambiguity": ambiguity, "conflict": conflict, "basis": "survey"}

    assert refused(Position, mixed) == [
        (("conflict",), f"{sentence}; give two grades, two numbers, or a gap for one of them")
    ]


def test_a_number_needs_its_basis() -> None:
    """How a number was reached is part of it; a grade may do without."""
    graded = {**POSITION, "ambiguity": "not-stated", "conflict": 0.3}

    assert refused(Position, graded) == [
        (("basis",), "the number 0.3 has no basis; say how it was reached")
    ]


@pytest.mark.parametrize(
    ("record", "data", "path", "sentence"),
    [
        (
            Assessment,
            {
                **ASSESSMENT,
                "ratings": {"clarity": {"gap": "not-stated"}, "Clarity": {"grade": "x"}},
            },
            ("ratings", "Clarity"),
            "'clarity' is given twice; keep one",
        ),
        (
            SupportApproach,
            {**APPROACH, "models": {"problem-solving": "yes", SupportModel.PROBLEM_SOLVING: "no"}},
            ("models", "problem-solving"),
            "'problem-solving' is given twice; keep one",
        ),
        (
            Activity,
            {**ACTIVITY, "cells": [("system", "directive"), (Locus.SYSTEM, "Directive")]},
            ("cells", 1),
            "the cell 'system' and 'directive' is given twice; keep one",
        ),
    ],
)
def test_nothing_is_given_twice_in_other_words(
    record: type[BaseModel], data: object, path: tuple[int | str, ...], sentence: str
) -> None:
    """Two words for one term would leave only the last."""
    assert refused(record, data) == [(path, sentence)]


def test_what_the_whole_finds_comes_beside_what_the_fields_find() -> None:
    """A bad field hides no clash."""
    bad = {"policy": "care-act", "ambiguity": 0.2, "conflict": "low", "step": 0}

    assert [path for path, _ in refused(Position, bad)] == [("step",), ("conflict",), ("basis",)]


# --- what only a study can tell ---


@pytest.mark.parametrize(
    ("section", "item"),
    [
        ("sources", POLICY),
        ("policies", POLICY),
        ("activities", {**ACTIVITY, "key": "care-act"}),
        ("approaches", {**APPROACH, "key": "care-act"}),
        ("bodies", {**BODY, "key": "care-act"}),
    ],
)
def test_a_key_is_given_once_in_a_section(section: str, item: dict[str, Any]) -> None:
    """A key that two records share leads to neither."""
    assert refused(Study, study(**{section: [item, item, item]})) == [
        (
            (section, place, "key"),
            f"'care-act' is the key of {section}[0] already; give each its own",
        )
        for place in (1, 2)
    ]


@pytest.mark.parametrize(
    ("section", "item", "path"),
    [
        ("positions", {**POSITION, "policy": "care-atc"}, ("policy",)),
        ("assessments", {**ASSESSMENT, "policy": "care-atc"}, ("policy",)),
        ("decisions", {**DECISION, "policy": "care-atc"}, ("policy",)),
        ("activities", {**ACTIVITY, "policy": "care-atc"}, ("policy",)),
        ("approaches", {**APPROACH, "exhibited_in": ["care-act", "care-atc"]}, ("exhibited_in", 1)),
    ],
)
def test_a_policy_that_is_named_is_there(
    section: str, item: dict[str, Any], path: tuple[int | str, ...]
) -> None:
    """A dangling key is found wherever it stands."""
    assert refused(Study, study(**{section: [item]})) == [
        (
            (section, 0, *path),
            "no policy 'care-atc'; there are 'care-act'; did you mean 'care-act'?",
        )
    ]


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_relation_is_between_bodies(end: str) -> None:
    """Both its ends are bodies of the study."""
    assert refused(Study, study(relations=[{**RELATION, end: "bord"}])) == [
        (("relations", 0, end), "no body 'bord'; there are 'board'; did you mean 'board'?")
    ]


@pytest.mark.parametrize(
    ("section", "item", "path"),
    [
        ("positions", {**POSITION, "evidence": [{"source": "matland"}]}, ()),
        ("activities", {**ACTIVITY, "evidence": [{"source": "matland"}]}, ()),
        (
            "assessments",
            {
                **JUDGED,
                "ratings": {"clarity": {"gap": "not-stated", "evidence": [{"source": "matland"}]}},
            },
            ("ratings", "clarity"),
        ),
    ],
)
def test_a_source_that_is_cited_is_there(
    section: str, item: dict[str, Any], path: tuple[int | str, ...]
) -> None:
    """Evidence leads to a work of the study or of the bibliography."""
    [(where, sentence)] = refused(Study, study(**{section: [item]}))

    assert where == (section, 0, *path, "evidence", 0, "source")
    assert sentence.startswith("no source 'matland'; there are '")
    assert sentence.endswith("; did you mean 'matland-1995'?")


@pytest.mark.parametrize("rubric", ["sucess", "matland"])
@pytest.mark.parametrize(
    ("section", "item"), [("assessments", ASSESSMENT), ("decisions", DECISION)]
)
def test_a_rubric_that_is_not_there_is_one_finding(
    section: str, item: dict[str, Any], rubric: str
) -> None:
    """Its criteria and grades cannot be judged; a framework that is no rubric is none."""
    [(where, sentence)] = refused(Study, study(**{section: [{**item, "rubric": rubric}]}))

    assert where == (section, 0, "rubric")
    assert sentence.startswith(f"no rubric '{rubric}'; there are 'success'")
    assert sentence.endswith(OWN_RUBRIC)


def test_a_rubric_that_is_no_text_is_one_finding_too() -> None:
    """What is wrong with it is said by its field."""
    assert refused(Study, study(assessments=[{**ASSESSMENT, "rubric": 7}])) == [
        (("assessments", 0, "rubric"), "7 is not text")
    ]


def test_the_catalogue_is_not_asked_where_other_frameworks_are_given() -> None:
    """They take its place, and do not stand beside it."""
    assert refused(Study, study(assessments=[ASSESSMENT]), frameworks=(OWN,)) == [
        (("assessments", 0, "rubric"), f"no rubric 'success'; there are 'own'{OWN_RUBRIC}")
    ]


@pytest.mark.parametrize("frameworks", [OWN, "success", 3])
def test_frameworks_are_a_list(frameworks: object) -> None:
    """One alone is none, and is told in words."""
    [(where, sentence)] = refused(Study, study(), frameworks=frameworks)

    assert where == ()
    assert sentence.startswith("'frameworks' cannot be used: ")
    assert sentence.endswith(" is not a list of frameworks, such as [success.SUCCESS]")


def test_a_reader_of_files_passes_an_own_rubric_by_name() -> None:
    """It has no context to give, and a parameter instead."""
    [(_, sentence)] = refused(Study, study(assessments=[ASSESSMENT]), exact=True, frameworks=(OWN,))

    assert sentence.endswith("'own'; a rubric of your own is passed as frameworks=(...)")


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        (
            {"framework": (OWN,)},
            (
                "no setting of the validation context 'framework'; there are 'exact', "
                "'frameworks'; did you mean 'frameworks'?"
            ),
        ),
        (
            {"exact": True, "x": 1, 7: 2},
            "no setting of the validation context 'x', 7; there are 'exact', 'frameworks'",
        ),
    ],
)
def test_a_setting_that_there_is_not_is_refused(context: Wrong, sentence: str) -> None:
    """It is the caller's and not the data's: it would be passed over, in silence."""
    with pytest.raises(UnknownKeyError) as caught:
        Study.model_validate(study(assessments=[ASSESSMENT]), context=context)

    assert str(caught.value) == sentence


def test_of_many_sources_the_nearest_and_the_first_are_named() -> None:
    """The bibliography is longer than a sentence."""
    item = {**POSITION, "evidence": [{"source": "matland"}]}
    [(_, sentence)] = refused(Study, study(positions=[item]))

    assert sentence.startswith("no source 'matland'; there are 'matland-1995', '")
    assert sentence.endswith(f" and {len(BIBLIOGRAPHY) - 12} more; did you mean 'matland-1995'?")


@pytest.mark.parametrize(
    ("ratings", "path", "sentence"),
    [
        (
            {"claritty": {"gap": "not-stated"}},
            ("claritty",),
            (
                f"'claritty' is not a term of Criterion; expected one of {CRITERIA}; "
                "did you mean 'clarity'?"
            ),
        ),
        (
            {"clear/ness": {"gap": "not-stated"}},
            ("clear/ness",),
            f"'clear/ness' is not a term of Criterion; expected one of {CRITERIA}",
        ),
        (
            {"clarity": {"grade": "patchy"}},
            ("clarity", "grade"),
            f"'patchy' is not a term of Attainment; expected one of {GRADES}",
        ),
        (
            {"clarity": {"grade": "relative sucess"}},
            ("clarity", "grade"),
            (
                f"'relative sucess' is not a term of Attainment; expected one of {GRADES}; "
                "did you mean 'relative-success'?"
            ),
        ),
        (
            {"clarity": {"grade": Conflict.LOW}},
            ("clarity", "grade"),
            f"Conflict.LOW is not a term of Attainment; expected one of {GRADES}",
        ),
        (
            {Question.REACH: {"gap": "not-stated"}},
            ("reach",),
            f"Question.REACH is not a term of Criterion; expected one of {CRITERIA}",
        ),
        (
            {"clarity": {"grade": 2}},
            ("clarity", "grade"),
            f"2 is not a term of Attainment; expected one of {GRADES}",
        ),
        (
            {"clarity": {"grade": True}},
            ("clarity", "grade"),
            f"True is not a term of Attainment; expected one of {GRADES}",
        ),
        (
            {"clarity": {"grade": "not stated"}},
            ("clarity", "grade"),
            "'not stated' is a gap, not a grade; a rating has it as 'gap'",
        ),
    ],
)
def test_a_word_foreign_to_its_rubric_is_found(
    ratings: dict[str | Term, Any], path: tuple[str, ...], sentence: str
) -> None:
    """Criteria and grades are those of the rubric named; each bad word is one finding."""
    rated = {**ASSESSMENT, "ratings": ratings}

    assert refused(Study, study(assessments=[rated])) == [
        (("assessments", 0, "ratings", *path), sentence)
    ]


def test_a_decision_is_held_to_its_rubric_too() -> None:
    """Its criterion and its grade are words of the rubric."""
    decided = {**DECISION, "criterion": "reach", "grade": "good"}

    assert refused(Study, study(decisions=[decided])) == [
        (
            ("decisions", 0, "criterion"),
            f"'reach' is not a term of Criterion; expected one of {CRITERIA}",
        ),
        (
            ("decisions", 0, "grade"),
            f"'good' is not a term of Attainment; expected one of {GRADES}",
        ),
    ]


def test_records_made_before_are_checked_with_the_study() -> None:
    """A record is right by itself; the study sees whether it is right here."""
    position = Position(policy="care-act", ambiguity=Ambiguity.LOW, conflict=Conflict.LOW)
    assessment = Assessment.model_validate({**ASSESSMENT, "ratings": {"reach": {"grade": "good"}}})
    data = {"title": "Ours", "positions": (position,), "assessments": (assessment,)}

    assert [path for path, _ in refused(Study, data)] == [
        ("positions", 0, "policy"),
        ("assessments", 0, "policy"),
        ("assessments", 0, "ratings", "reach"),
        ("assessments", 0, "ratings", "reach", "grade"),
    ]


def test_calling_a_study_checks_as_validating_one_does() -> None:
    """`Study(...)` and `Study.model_validate(...)` are one door."""
    position = Position(policy="care-act", ambiguity=Ambiguity.LOW, conflict=Conflict.LOW)

    with pytest.raises(ValidationError, match="no policy 'care-act'; there are none"):
        Study(title="Ours", positions=(position,))


def test_every_finding_comes_in_one_error() -> None:
    """Misspelt fields, bad values, dangling keys and foreign words, at any depth, at once."""
    data = {
        "tilte": "Ours",
        "title": " ",
        "sources": [{"key": "minutes"}],
        "policies": [{**POLICY, "year": "2014"}, POLICY],
        "positions": [
            {**POSITION, "ambiguity": "hihg", "policy": "care-atc"},
            {**POSITION, "conflict": 0.3, "evidence": [{"source": "minuets"}]},
        ],
        "assessments": [
            ASSESSMENT,
            {**ASSESSMENT, "ratings": {"clarity": {"grade": "patchy", "notes": "?"}}},
        ],
        "decisions": [{**DECISION, "rubric": "sucess", "date": "2016-13"}],
        "activities": [{**ACTIVITY, "cells": [["system", "directiv"]]}, 7],
        "approaches": [{**APPROACH, "exhibited_in": ["sure-start"]}],
        "bodies": {"key": "board"},
        "relations": [{**RELATION, "kind": "knows"}],
    }

    assert sorted(str(path) for path, _ in refused(Study, data)) == sorted(
        str(path)
        for path in (
            ("tilte",),
            ("title",),
            ("sources", 0, "title"),
            ("policies", 0, "year"),
            ("policies", 1, "key"),
            ("positions", 0, "ambiguity"),
            ("positions", 0, "policy"),
            ("positions", 1, "conflict"),
            ("positions", 1, "basis"),
            ("positions", 1, "evidence", 0, "source"),
            ("assessments", 1, "ratings", "clarity", "notes"),
            ("assessments", 1, "ratings", "clarity", "grade"),
            ("decisions", 0, "date"),
            ("decisions", 0, "rubric"),
            ("activities", 0, "cells", 0, 1),
            ("activities", 1),
            ("approaches", 0, "exhibited_in", 0),
            ("bodies",),
            ("relations", 0, "kind"),
            ("relations", 0, "source"),
            ("relations", 0, "target"),
        )
    )


def test_a_finding_holds_its_facts() -> None:
    """What reports findings need not take a sentence apart."""
    with pytest.raises(ValidationError) as caught:
        Study.model_validate(study(positions=[{**POSITION, "policy": "care-atc"}]))
    [finding] = caught.value.errors()
    facts = finding.get("ctx", {})

    assert (finding["type"], finding["input"]) == ("key", "care-atc")
    assert (facts["expected"], facts["nearest"]) == (("care-act",), "care-act")


def test_a_sentence_is_never_filled_in() -> None:
    """What was given may look like a place to fill in."""
    [(_, sentence)] = refused(Rating, {"gap": "{nearest}"})

    assert sentence.startswith("'{nearest}' is not a term of Gap")


# --- exact keys, as in files ---


def test_a_file_holds_exact_keys() -> None:
    """With `exact` anything but the key is a finding, wherever words stand."""
    data = study(
        positions=[{**POSITION, "ambiguity": "Low", "conflict": "not stated", "status": "Ours"}],
        assessments=[
            {
                **ASSESSMENT,
                "object": "Policy",
                "ratings": {
                    "Clarity": {"grade": "relative success"},
                    "politics": {"gap": "Not stated"},
                },
            }
        ],
    )

    assert refused(Study, data, exact=True) == [
        (("positions", 0, "ambiguity"), "'Low' is not an exact key; did you mean 'low'?"),
        (
            ("positions", 0, "conflict"),
            "'not stated' is not an exact key; did you mean 'not-stated'?",
        ),
        (("positions", 0, "status"), "'Ours' is not an exact key; did you mean 'ours'?"),
        (("assessments", 0, "object"), "'Policy' is not an exact key; did you mean 'policy'?"),
        (
            ("assessments", 0, "ratings", "Clarity"),
            "'Clarity' is not an exact key; did you mean 'clarity'?",
        ),
        (
            ("assessments", 0, "ratings", "Clarity", "grade"),
            "'relative success' is not an exact key; did you mean 'relative-success'?",
        ),
        (
            ("assessments", 0, "ratings", "politics", "gap"),
            "'Not stated' is not an exact key; did you mean 'not-stated'?",
        ),
    ]


def test_exact_keys_and_terms_pass() -> None:
    """What `exact` refuses is another way of writing, not a term."""
    exact = {"exact": True}
    position = Position.model_validate({**POSITION, "ambiguity": Ambiguity.LOW}, context=exact)

    assert position == Position.model_validate(POSITION)


# --- what is kept ---


@pytest.mark.parametrize("whole", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_a_study_survives_every_way_of_copying_it(whole: Study) -> None:
    """As JSON, as plain Python, with pickle and with deepcopy; and none of them warns."""
    copies = [
        Study.model_validate_json(whole.model_dump_json()),
        Study.model_validate_json(whole.model_dump_json(), context={"exact": True}),
        Study.model_validate(whole.model_dump()),
        Study.model_validate(whole.model_dump(mode="json")),
        Study.model_validate(whole),
        pickle.loads(pickle.dumps(whole)),  # noqa: S301 -- our own
        copy.deepcopy(whole),
    ]

    assert copies == [whole] * 7
    assert {hash(one) for one in copies} == {hash(whole)}
    assert {one.model_dump_json() for one in copies} == {whole.model_dump_json()}


def test_terms_are_written_as_their_keys() -> None:
    """JSON holds keys, of values and of mappings."""
    models: Wrong = {"problem-solving": "in-part"}
    approach = SupportApproach(key="toolkit", title="Toolkit", models=models)

    assert approach.model_dump(mode="json")["models"] == {"problem-solving": "in-part"}


def test_the_fields_have_a_json_schema() -> None:
    """Files can be checked by other tools, as far as a schema goes."""
    schema = Study.model_json_schema()

    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False


def test_mappings_cannot_be_changed() -> None:
    """A mapping is stored as a FrozenMap, whatever it was given as."""
    assessment = Assessment.model_validate(ASSESSMENT)
    approach = SupportApproach.model_validate(APPROACH)

    assert isinstance(assessment.ratings, FrozenMap)
    assert isinstance(approach.models, FrozenMap)


def test_records_cannot_be_changed() -> None:
    """A record is what was written."""
    policy: Wrong = Policy.model_validate(POLICY)

    with pytest.raises(ValidationError, match="frozen"):
        policy.title = "Another"


def test_records_are_what_the_functions_below_read() -> None:
    """Activities are placed, assessments judged, positions located: without the records known."""
    placed: Placed = Activity(
        key="duty", title="Duty", policy="care-act", cells=((Locus.SYSTEM, Level.DIRECTIVE),)
    )
    judged: Judged = Assessment.model_validate(ASSESSMENT)
    positioned: Positioned = Position.model_validate(POSITION)

    assert governance.place([placed]).cells[Locus.SYSTEM, Level.DIRECTIVE] == ("duty",)
    assert [rating.grade for rating in judged.ratings.values()] == ["relative-success"]
    assert (positioned.ambiguity, positioned.conflict) == (Ambiguity.LOW, Conflict.HIGH)


# --- properties ---

RECORDS = [
    Source,
    Policy,
    Evidence,
    Rating,
    Position,
    Assessment,
    Decision,
    Activity,
    SupportApproach,
    Body,
    Relation,
    Study,
]


def spaced(key: str) -> str:
    """Write a key as its label, with space around it."""
    return f" {key.replace('-', ' ')}\t"


@pytest.mark.parametrize("record", RECORDS)
@given(data=st.data())
def test_any_record_loads_as_it_was_dumped(record: type[Any], data: st.DataObject) -> None:
    """By way of JSON and of plain Python, with exact keys, equal and with an equal hash."""
    written = data.draw(st.from_type(record))
    again = record.model_validate_json(written.model_dump_json(), context={"exact": True})

    assert again == record.model_validate(written.model_dump()) == written
    assert hash(again) == hash(written)


@given(st.sampled_from([*Attainment, *Answer]), st.sampled_from([str.upper, str.title, spaced]))
def test_a_grade_is_folded_as_terms_fold_words(
    grade: Attainment | Answer, written: Callable[[str], str]
) -> None:
    """What a term answers to, a rating keeps as the key of that term."""
    word = written(grade.key)

    assert Rating(grade=word).grade == type(grade).of(word).key


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*Assessment.model_fields, *Rating.model_fields]), inner)
    ),
    max_leaves=9,
)


@given(st.dictionaries(st.sampled_from(list(Study.model_fields)[2:]), ANYTHING))
def test_whatever_is_written_the_findings_come_in_one_error(sections: dict[str, object]) -> None:
    """Nothing that a file may hold breaks a check, or hides a finding elsewhere."""
    assert refused(Study, {"title": "", **sections})[0] == (
        ("title",),
        "'' is blank; write something or leave it out",
    )


def declares(key: str) -> bool:
    """Tell whether a term may have a key."""
    try:

        class Words(Term):
            WORD = key

    except FrameworkError:
        return False
    return bool(Words)


def records(key: str) -> bool:
    """Tell whether a policy may have a key."""
    try:
        Policy(key=key, title="Policy")
    except ValidationError:
        return False
    return True


@given(st.text(st.sampled_from("aZ1-_ ßſé\n"), max_size=4))
def test_records_and_terms_have_one_rule_for_keys(key: str) -> None:
    """A key of a record is what a key of a term is."""
    assert records(key) == declares(key)


def no_more(_: int) -> int:
    """Take no further finding."""
    return 0


def test_a_reader_that_has_heard_enough_is_told_no_more() -> None:
    """A file reader says how many findings it still takes, so that a bad file ends soon."""
    data = {
        "title": "Two",
        "positions": [{"policy": key, "ambiguity": "low", "conflict": "low"} for key in ("a", "b")],
    }
    with pytest.raises(ValidationError) as whole:
        Study.model_validate(data)
    with pytest.raises(ValidationError) as cut:
        Study.model_validate(data, context={"hear": no_more})

    assert whole.value.error_count() == 2
    assert cut.value.error_count() == 1
