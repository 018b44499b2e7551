"""The works that an appraisal rests on: which, in which order, and no others."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, Context, appraise
from implsupport.evaluation.verdicts import SortingRule
from implsupport.frameworks.success import Attainment, Criterion
from implsupport.matrix import Rubric
from implsupport.records import Study
from implsupport.reports.blocks import Items, Section
from implsupport.reports.content import content
from implsupport.sources import BIBLIOGRAPHY, Source

FULL = appraise(
    cases.study(),
    context=Context(
        citations=cases.citations(),
        claims=cases.claims(),
        comparability=cases.comparability(),
        comparability_source=Source("own-table", "A table of our own"),
        compared_with="care-act",
        deferral=cases.deferral(),
        features=cases.approach_features(),
        overrides=cases.overrides(),
        perceived_success=cases.perceived_success(),
        support_programme=cases.support_programme(),
    ),
)
RATED: dict[str, Any] = {
    "policy": "p",
    "object": "policy",
    "rubric": "success",
    "ratings": {"clarity": {"grade": "relative-success", "evidence": [{"source": "minutes"}]}},
}
MINUTES = {"key": "minutes", "title": "Minutes", "year": 2014}


def study(**sections: list[dict[str, Any]]) -> Study:
    """Make a study of one policy."""
    return Study.model_validate(
        {"title": "One", "policies": [{"key": "p", "title": "P"}], **sections}
    )


def placed(*works: str) -> dict[str, Any]:
    """Place the policy, by these works."""
    evidence = [{"source": work} for work in works]
    return {"policy": "p", "ambiguity": "high", "conflict": "low", "evidence": evidence}


def keys(appraisal: Appraisal) -> list[str]:
    """Name the works."""
    return [work.key for work in appraisal.works]


def brackets(section: Section) -> Iterator[str]:
    """Read every bracket of a report."""
    for block in section.blocks:
        words = block.words if isinstance(block, Items) else (block,)
        yield from (one.source for one in words)
    for below in section.sections:
        yield from brackets(below)


def test_works_stand_in_the_order_in_which_they_are_cited() -> None:
    """Those behind the matrix first, for its reading comes first; none stands twice."""
    given = study(positions=[placed("xu-li-2024", "ansell-2017", "matland-1995", "allcock-2015")])

    assert keys(appraise(given)) == [
        "care-act-report",
        "matland-1995",
        "xu-li-2024",
        "ansell-2017",
        "allcock-2015",
    ]


def test_a_source_that_nothing_cites_is_left_out() -> None:
    """It was declared and not used."""
    minutes = {"key": "minutes", "title": "Minutes"}

    assert keys(appraise(study(sources=[minutes]))) == []


def test_a_card_rests_on_its_rubric_its_evidence_and_the_rules() -> None:
    """And on what the shares of weightings come from, where weights matter."""
    ratings = {"clarity": {"grade": "relative-success"}, "politics": {"grade": "relative-failure"}}
    alone, two = study(sources=[MINUTES], assessments=[RATED]), {**RATED, "ratings": ratings}
    rest = ["leroy-mousseau-pirlot-2011", "tervonen-2009"]

    assert keys(appraise(study(assessments=[two]))) == ["care-act-report", "mcconnell-2015", *rest]
    assert keys(appraise(alone)) == ["care-act-report", "mcconnell-2015", "minutes", *rest]


def test_where_no_weight_matters_nothing_is_said_of_weights() -> None:
    """One grade throughout is the verdict by every weighting."""
    every = {criterion.key: {"grade": "relative-success"} for criterion in Criterion}

    assert keys(appraise(study(assessments=[{**RATED, "ratings": every}]))) == [
        "care-act-report",
        "mcconnell-2015",
        "leroy-mousseau-pirlot-2011",
    ]


def test_an_own_rule_and_an_own_rubric_bring_their_works() -> None:
    """Neither the study nor the bibliography knows them; of a place in them nothing stays."""
    handbook = Source("handbook-2020", "Our handbook", year=2020, locator="p. 7", status="adapted")
    rule = SortingRule(key="ours", majority=1, source=handbook)
    own = Rubric(
        key="own",
        title="Own",
        rows=Criterion,
        cols=Attainment,
        cells=dict.fromkeys(Criterion, ("a", "b", "c")),
        source=Source("paper-2021", "Our paper"),
    )
    data = {"title": "One", "policies": [{"key": "p", "title": "P"}], "sources": [MINUTES]}
    given = Study.model_validate(
        {**data, "assessments": [{**RATED, "rubric": "own"}]}, context={"frameworks": (own,)}
    )
    found = appraise(given, frameworks=(own,), rule=rule)

    assert keys(found)[:3] == ["paper-2021", "minutes", "handbook-2020"]
    assert found.works[2] == Source("handbook-2020", "Our handbook", year=2020)


def test_an_own_rubric_without_a_source_brings_none() -> None:
    """It is the user's."""
    own = Rubric(
        key="own",
        title="Own",
        rows=Criterion,
        cols=Attainment,
        cells=dict.fromkeys(Criterion, ("a", "b", "c")),
    )
    every = {criterion.key: {"grade": "relative-success"} for criterion in Criterion}
    given = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [{**RATED, "rubric": "own", "ratings": every}],
        },
        context={"frameworks": (own,)},
    )

    assert keys(appraise(given, frameworks=(own,))) == ["leroy-mousseau-pirlot-2011"]


def test_the_entry_of_the_study_comes_before_that_of_the_bibliography() -> None:
    """It may know more of the same work."""
    report = {"key": "care-act-report", "title": "Care Act report (draft interim report)"}
    first, *_ = appraise(study(sources=[{**report, "year": 2016}], positions=[placed()])).works

    assert (first.key, first.year) == ("care-act-report", 2016)


GRADES = ("relative-success", "relative-failure", "conflicted-attainment", "relative-success") * 3


def agreed(*policies: str) -> Study:
    """Let two assessors say the same of every policy."""
    assessments = [
        {**RATED, "policy": policy, "assessor": name, "ratings": {"clarity": {"grade": grade}}}
        for policy, grade in zip(policies, GRADES, strict=False)
        for name in ("Ann", "Ben")
    ]
    titled = [{"key": policy, "title": policy} for policy in policies]
    return study(assessments=assessments, policies=titled)


def test_agreement_rests_on_its_coefficient_and_its_interval() -> None:
    """The interval only where there is one: it takes many cases."""
    several, one = appraise(agreed(*"abcdefghijkl")), appraise(agreed("a"))

    assert keys(several)[-2:] == ["krippendorff-2011", "efron-tibshirani-1993"]
    assert keys(one)[-1] == "krippendorff-2011"


def test_what_the_context_rests_on_is_listed() -> None:
    """A table of one's own as well."""
    assert "own-table" in keys(FULL)
    assert len(set(keys(FULL))) == len(keys(FULL))
    assert {(work.locator, work.status) for work in FULL.works} == {("", "source")}


@pytest.mark.parametrize(
    "appraisal",
    [
        FULL,
        appraise(cases.study()),
        appraise(cases.illustration(), rule="weakest"),
        appraise(cases.illustration(), context=Context(features=cases.illustration_features())),
        appraise(study(sources=[MINUTES], assessments=[RATED], positions=[placed("hughes-2013")])),
    ],
    ids=["full", "built-in", "by-one-rule", "with-features", "small"],
)
def test_no_work_that_the_text_cites_is_missing(appraisal: Appraisal) -> None:
    """A reader of the JSON finds every work that a reader of the report does."""
    named = {word for one in brackets(content(appraisal)) for word in re.findall(r"[\w-]+", one)}

    assert named & {work.key for work in BIBLIOGRAPHY} <= set(keys(appraisal))
    assert set(keys(appraisal)) & {"care-act-report", "every-child-matters-study"}
