"""What no report can put together, each thing with its path and with the place of the first."""

from typing import Any

import pytest

from implsupport import cases
from implsupport.appraisal import appraise
from implsupport.documents.clashes import Clash, clashes
from implsupport.errors import ImplSupportError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study

RATED: dict[str, Any] = {
    "policy": "toll",
    "object": "policy",
    "rubric": "success",
    "assessor": "Ann",
    "ratings": {"clarity": {"grade": "relative-success"}, "politics": {"gap": "not-stated"}},
}
ALONE: dict[str, Any] = {**RATED, "ratings": {"politics": {"gap": "not-assessed"}}}
NAMELESS: dict[str, Any] = {**RATED, "assessor": None}
MODELS: dict[str, Any] = {"problem-solving": {"gap": "not-stated"}}
DECIDED: dict[str, Any] = {
    "policy": "toll",
    "object": "policy",
    "rubric": "success",
    "criterion": "clarity",
    "grade": "relative-success",
}


def study(*assessments: dict[str, Any], **sections: tuple[dict[str, Any], ...]) -> Study:
    """Make a study of two policies."""
    policies = [{"key": "toll", "title": "Toll"}, {"key": "tax", "title": "Tax"}]
    values = {"title": "T", "policies": policies, "assessments": assessments}
    return Study.model_validate({**values, **sections})


def at(clash: Clash) -> str:
    """Write a path as a place."""
    return "/".join(map(str, clash.path)) + (" word" if clash.is_word else "")


def found(one: Study) -> list[tuple[str, str, str]]:
    """Give code, place and sentence of all that clashes."""
    return [(clash.code, at(clash), clash.sentence) for clash in clashes(one, CATALOGUE, at)]


@pytest.mark.parametrize("one", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_what_reports_are_made_of_has_none(one: Study) -> None:
    """The studies that are shipped."""
    assert found(one) == []


FINE = [
    study(RATED, {**RATED, "assessor": "Ben"}),
    study(RATED, {**RATED, "date": "2023"}, {**RATED, "layer": "local"}),
    study(RATED, {**RATED, "object": "support-programme"}, {**RATED, "policy": "tax"}),
    study(NAMELESS, NAMELESS),
    study(ALONE, {**RATED, "ratings": {"clarity": {"gap": "not-stated"}}}),
    study(RATED, {**RATED, "assessor": "ann", "ratings": {}}),
    study(RATED, RATED | {"assessor": "Ben"}, decisions=(DECIDED,)),
    study(RATED, {**RATED, "layer": "local"}, decisions=(DECIDED, {**DECIDED, "layer": "local"})),
]


@pytest.mark.parametrize("one", FINE)
def test_judgements_that_can_be_told_apart_do_not_clash(one: Study) -> None:
    """A report can be made of them."""
    assert found(one) == []
    assert appraise(one).title == "T"


def test_a_thing_that_is_rated_twice_is_told_where_it_is_rated_again() -> None:
    """All criteria of an assessment at once, and where the first stand."""
    assert found(study(RATED, RATED, ALONE)) == [
        (
            "clash",
            "assessments/1/ratings/clarity word",
            (
                "'Ann' rates 'clarity', 'politics' at assessments/0/ratings/clarity word already; "
                "keep one, or give the two assessments different dates or layers"
            ),
        ),
        (
            "clash",
            "assessments/2/ratings/politics word",
            (
                "'Ann' rates 'politics' at assessments/0/ratings/politics word already; keep one, "
                "or give the two assessments different dates or layers"
            ),
        ),
    ]


def test_what_is_rated_twice_may_stand_in_two_assessments() -> None:
    """Each of them is named."""
    clarity = {**RATED, "ratings": {"clarity": {"gap": "not-stated"}}}

    assert [
        sentence.partition(";")[0] for _, _, sentence in found(study(ALONE, clarity, RATED))
    ] == [
        "'Ann' rates 'clarity' at assessments/1/ratings/clarity word already",
        "'Ann' rates 'politics' at assessments/0/ratings/politics word already",
    ]


@pytest.mark.parametrize("name", ["ann", " Ann", "ANN "])
def test_a_name_that_is_written_in_two_ways_is_told(name: str) -> None:
    """Whoever has two names is two assessors."""
    assert found(study(RATED, {**RATED, "assessor": name})) == [
        (
            "clash",
            "assessments/1/assessor",
            (
                f"{name!r} is written 'Ann' at assessments/0/assessor; write a name alike "
                "everywhere, and give two assessors different names"
            ),
        )
    ]


PLACED: dict[str, Any] = {
    "policy": "toll",
    "ambiguity": "high",
    "conflict": "low",
    "part": "Visits",
    "layer": "Local",
    "assessor": "Ann",
}


@pytest.mark.parametrize(
    ("field", "first", "again"),
    [("part", "Visits", "visits"), ("layer", "Local", " local"), ("assessor", "Ann", "ANN")],
)
def test_a_name_in_positions_is_written_in_one_way(field: str, first: str, again: str) -> None:
    """Else what is said of one thing at two dates is no path."""
    placed = {**PLACED, "date": "2020", field: again}

    assert found(study(positions=(PLACED, placed))) == [
        (
            "clash",
            f"positions/1/{field}",
            (
                f"{again!r} is written {first!r} at positions/0/{field}; write a name alike "
                f"everywhere, and give two {field}s different names"
            ),
        )
    ]


def test_a_layer_is_written_alike_wherever_it_stands() -> None:
    """By whichever rubric is judged; else places and verdicts of one layer never meet."""
    foreign = {**RATED, "rubric": "support-models", "layer": "LOCAL", "ratings": MODELS}
    clashing = study({**RATED, "layer": "local"}, foreign, positions=(PLACED,))

    assert [(where, sentence.partition(";")[0]) for _, where, sentence in found(clashing)] == [
        ("assessments/0/layer", "'local' is written 'Local' at positions/0/layer"),
        ("assessments/1/layer", "'LOCAL' is written 'Local' at positions/0/layer"),
    ]


def test_a_decision_about_what_nobody_rated_is_told() -> None:
    """What there is of its policy is named, or which policies are rated."""
    decisions = (
        {**DECIDED, "policy": "tax"},
        {**DECIDED, "layer": "local"},
        {**DECIDED, "criterion": "objectives"},
    )

    assert found(study(RATED, RATED | {"assessor": "Ben"}, decisions=decisions)) == [
        ("key", "decisions/0/policy", "no ratings by 'success' of 'tax'; there are 'toll'"),
        (
            "key",
            "decisions/1/policy",
            (
                "no ratings of 'toll, policy, layer local'; there are 'toll, policy, without a "
                "layer'; did you mean 'toll, policy, without a layer'?"
            ),
        ),
    ]


def test_a_decision_is_made_once() -> None:
    """Whoever judged twice, and however often."""
    decisions = (DECIDED, {**DECIDED, "criterion": "politics"}, DECIDED)

    assert found(study(RATED, RATED | {"assessor": "Ben"}, decisions=decisions)) == [
        (
            "clash",
            "decisions/2/criterion",
            "'clarity' of this is decided at decisions/0/criterion already; keep one",
        )
    ]


def test_decisions_are_looked_at_beside_what_is_rated_twice() -> None:
    """All is told at once."""
    both = study(RATED, RATED, decisions=(DECIDED, DECIDED))

    assert [place for _, place, _ in found(both)] == [
        "assessments/1/ratings/clarity word",
        "decisions/1/criterion",
    ]


CLASHING = [
    study(RATED, ALONE),
    study(RATED, {**RATED, "assessor": "ann"}),
    study(RATED, decisions=({**DECIDED, "policy": "tax"},)),
    study(RATED, decisions=(DECIDED, DECIDED)),
]


@pytest.mark.parametrize("one", CLASHING)
def test_what_clashes_is_what_no_report_is_made_of(one: Study) -> None:
    """No more and no less."""
    with pytest.raises(ImplSupportError):
        appraise(one)

    assert len(found(one)) == 1


def test_each_rubric_is_judged_by_itself() -> None:
    """By another one the same thing may be rated again; of a rubric not passed nothing is said."""
    other: dict[str, Any] = {**RATED, "rubric": "support-models", "ratings": {}}

    assert found(study(RATED, other)) == []
    assert list(clashes(study(RATED, RATED), (), at)) == []
