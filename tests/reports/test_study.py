"""What a report says across the cases of a study."""

from collections.abc import Iterator

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.records import Study
from implsupport.reports import Section, content, text
from implsupport.terms import FrozenMap, Gap

ILLUSTRATION = content(
    appraise(
        cases.illustration(),
        context=Context(
            features=cases.illustration_features(), centre="national", localities="local"
        ),
    )
)
BUILT_IN = content(
    appraise(
        cases.study(),
        context=Context(
            comparability=cases.comparability(),
            overrides=cases.overrides(),
            compared_with="care-act",
            claims=cases.claims(),
            support_programme=cases.support_programme(),
            centre="central government",
            localities="local authority",
        ),
    )
)


def sections(section: Section) -> Iterator[Section]:
    """Walk a section and all below it."""
    yield section
    for below in section.sections:
        yield from sections(below)


def under(whole: Section, title: str) -> str:
    """Give the text below a heading, joined on one line."""
    found = next(one for one in sections(whole) if one.title == title)
    return " ".join(text(found).split())


def test_agreement_has_its_units_and_no_adjective() -> None:
    """The coefficient, the items that two or more graded, and why there is no interval."""
    said = under(ILLUSTRATION, "Agreement between assessors")

    assert "Support programme, rubric success, 2023-06, local: 3 assessors." in said
    assert "criterion ordinal items graded alpha by two or more" in said
    assert "all criteria 0.559 23" in said
    assert "No interval is given for all criteria: an interval needs 10 cases" in said
    assert "An item is one criterion of one case. Ordinal alpha is 1 where all agree on" in said
    assert "substantial" not in said


def test_an_alpha_that_is_undefined_is_not_said_to_be_one() -> None:
    """All agree, and all grades are the same one."""
    ratings = {key: {"grade": "relative-success"} for key in ("clarity", "politics")}
    about = {"policy": "p", "object": "policy", "rubric": "success", "ratings": ratings}
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "assessments": [{**about, "assessor": name} for name in ("A", "B")],
        }
    )
    said = under(content(appraise(study)), "Agreement between assessors")

    assert "all criteria undefined: all the grades compared are the same" in said
    assert (
        "Ordinal alpha is 1 where all agree on each item and the items differ, and 0 where they "
        "agree no more than by chance. Where all grades are the same one, agreement cannot be "
        "told from chance: alpha is undefined."
    ) in said


def test_ten_cases_have_an_interval() -> None:
    """Whole cases are drawn again, the same ones each time."""
    keys = [f"p{number}" for number in range(10)]
    grades = ("relative-failure", "conflicted-attainment", "relative-success")
    given = [
        {
            "policy": key,
            "object": "policy",
            "rubric": "success",
            "assessor": name,
            "ratings": {
                "clarity": {"grade": grades[number % 3]},
                "politics": {"grade": grades[(number + shift) % 3]},
            },
        }
        for number, key in enumerate(keys)
        for shift, name in enumerate(("A", "B"))
    ]
    study = Study.model_validate(
        {
            "title": "Ten",
            "policies": [{"key": key, "title": key} for key in keys],
            "assessments": given,
        }
    )
    said = under(content(appraise(study)), "Agreement between assessors")

    assert "Interval for all criteria: 95 % of the values lie from" in said
    assert "when whole cases are drawn again. [efron-tibshirani-1993" in said


def test_differences_between_layers_are_called_findings() -> None:
    """Each names the case, the criterion and the grades of each layer."""
    said = under(ILLUSTRATION, "Differences between layers")

    assert "a finding, not unreliability" in said
    assert "politics: local relative success; national conflicted attainment." in said


def test_support_against_success_names_cases_and_warns() -> None:
    """No number stands for cases, and few cases are said to be few."""
    said = under(ILLUSTRATION, "Support against success")

    assert "Rubric success, layer local rule support verdict cases hypothesised" in said
    assert "weakest some described relative failure Quiet Streets Order (invented)" in said
    assert "majority some described relative failure Quiet Streets Order (invented)" in said
    assert "too few to show an association" in said


def test_what_holds_by_every_rule_is_said_once() -> None:
    """What holds by some of them only says by which."""
    said = under(ILLUSTRATION, "Support against success")

    assert said.count("it is placed only on another layer (national). [ours]") == 1
    assert said.count("Of 11 features that a kind calls for") == 1
    assert said.count("a pattern shows no cause.") == 1
    assert "relative failure or conflicted attainment. (Only by the rule weakest.) [ours]" in said
    assert "by name. (Only by the rule majority and majority-with-veto.) [ours]" in said


def test_a_layer_where_no_case_can_be_crossed_says_so() -> None:
    """One case, placed but with an open verdict."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "positions": [{"policy": "p", "ambiguity": "low", "conflict": "low"}],
            "approaches": [{"key": "written-support", "title": "W", "exhibited_in": ["p"]}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "support-programme",
                    "rubric": "success",
                    "ratings": {"clarity": {"gap": "not-assessed"}},
                }
            ],
        }
    )
    context = Context(features=cases.approach_features())
    said = under(content(appraise(study, context=context)), "Support against success")

    assert "Rubric success, no layer named rule" in said
    assert "majority none none no case" in said


def test_screening_shows_rule_override_and_near_misses() -> None:
    """CA Table 2 and p. 23."""
    said = under(BUILT_IN, "Comparability")

    assert "All criteria: Community Care Support Force (CCSF); Sure Start;" in said
    assert 'By override: Troubled Families. "Troubled Families, although only' in said
    assert "One short: Better Care Fund (BCF) (fails purpose)." in said


def test_screening_that_admits_nothing_says_so() -> None:
    """No policy meets all criteria."""
    table = cases.comparability()
    only = type(table)({"total-place": table["total-place"]})
    study = Study(title="Empty")

    assert "All criteria: no policy." in under(
        content(appraise(study, context=Context(comparability=only))), "Comparability"
    )


def test_a_gap_in_a_table_of_ones_own_is_no_no() -> None:
    """It is shown as a gap, its case cannot be told, and the table is cited to nobody."""
    table = FrozenMap(
        {
            "buses": FrozenMap[str, bool | Gap]({"size": True, "age": Gap.NOT_STATED}),
            "trams": FrozenMap[str, bool | Gap]({"size": True, "age": True}),
        }
    )
    said = under(
        content(appraise(Study(title="E"), context=Context(comparability=table))), "Comparability"
    )

    assert "buses yes not stated" in said
    assert "Cannot be told: buses (age not stated)." in said
    assert "care-act-report" not in said


def test_likeness_comes_with_its_warning() -> None:
    """The Care Act holds 16 of 58 ticks."""
    said = under(BUILT_IN, "Likeness of the support described")

    assert "16 of 58 ticks" in said
    assert "11/17" in said


def test_support_that_is_described_for_no_case_is_listed() -> None:
    """With its description and its ratings; where there is none, nothing is said."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "approaches": [
                {"key": "here", "title": "Letters", "exhibited_in": ["p"]},
                {
                    "key": "nowhere",
                    "title": "Home visits",
                    "description": "By nurses.",
                    "models": {"problem-solving": "yes"},
                },
            ],
        }
    )
    said = under(content(appraise(study)), "Support described for no case")

    assert "The study names no case for these approaches." in said
    assert "Home visits not rated yes not rated [ours] - Home visits: By nurses. [ours]" in said
    assert "Letters" not in said
    assert "Support described for no case" not in under(ILLUSTRATION, ILLUSTRATION.title)


def test_the_programme_answers_its_questions() -> None:
    """Bridges, chains and mixed purposes, each named by title."""
    said = under(ILLUSTRATION, "The support programme")

    assert (
        "Answers upwards: Lantern Programme Office (invented), to Lantern Programme Board" in said
    )
    assert "On every path between centre and localities: no body" in said
    assert "mixes purposes" in said
    assert "pairs of a body above and one of the localities" in said


def test_the_relations_of_the_sources_cite_their_page() -> None:
    """The Programme Board answers to the Major Programmes Board: p. 33."""
    said = under(BUILT_IN, "The support programme")

    assert "Accountable to Department of Health Major Programmes Board: Programme Board." in said
    assert "[care-act-report, p. 33" in said


def test_what_a_body_does_is_said_with_its_page() -> None:
    """CA, p. 33, for the first of the Delivery Board's functions."""
    said = under(BUILT_IN, "The support programme")
    first = "Function of Delivery Board: driving timely and effective delivery"

    assert f"{first} [care-act-report, p. 33; p. 34; adapted]" in said


def test_bodies_that_answer_to_one_another_are_named() -> None:
    """A circle is reported and not followed for ever."""
    bodies = [{"key": key, "title": key.upper(), "kind": "national"} for key in ("a", "b")]
    study = Study.model_validate(
        {
            "title": "Round",
            "bodies": bodies,
            "relations": [
                {"source": "a", "target": "b", "kind": "accountable-to"},
                {"source": "b", "target": "a", "kind": "accountable-to"},
            ],
        }
    )

    said = under(content(appraise(study)), "The support programme")

    assert "Answer to one another: A; B." in said
    assert "Function of" not in said


def test_claims_that_do_not_hold_are_quoted_and_not_repaired() -> None:
    """CA, p. 24: all bar three, where the table has two."""
    said = under(BUILT_IN, "What the sources say of their own tables")

    assert "Nothing is repaired." in said
    assert "all bar three" in said


def test_what_nobody_asks_has_no_section() -> None:
    """An empty study has nothing across its cases."""
    assert content(appraise(Study(title="Empty"))).sections == ()
