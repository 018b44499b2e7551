"""How notebooks show results, read back by a parser."""

import runpy
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast
from xml.etree.ElementTree import Element

import attrs
import html5lib
import pytest

from implsupport import cases, governance, matland, success
from implsupport.appraisal import Appraisal, appraise
from implsupport.evaluation import expectations, matching, panels, screening, trajectories, verdicts
from implsupport.evaluation.ratings import Panel
from implsupport.matrix import Rubric
from implsupport.notebooks import degree, table
from implsupport.readings import Scorecard, compare, score
from implsupport.terms import Gap, Scale, Term

INJECTION = runpy.run_path(str(Path(__file__).parent / "injection.py"))
TEXTS = [*INJECTION["TAKEN"], *INJECTION["REFUSED"][:2]]


def parsed(shown: str) -> Element:
    """Read a table as a browser does, and stop at whatever a browser would have to mend."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    fragment: Element = parser.parseFragment(shown)
    return fragment


def rows(result: object) -> list[list[str]]:
    """List what a notebook shows of a result: its title, then its rows."""
    shown: Any = result
    document = parsed(shown._repr_html_())
    lines = [*document.iter("caption"), *document.iter("tr")]
    return [["".join(cell.itertext()) for cell in line] or [line.text or ""] for line in lines]


CARD = success.score(
    {"clarity": "relative-success", "politics": "not-stated", "objectives": "relative-failure"},
    partial=True,
)
LATER = success.score({"clarity": "relative-failure"}, partial=True)
BLANK = success.score({}, partial=True)


# --- the table ---


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (success.Attainment.RELATIVE_SUCCESS, "relative success"),
        (None, "unknown"),
        (0.256, "0.256"),
        (3, "3"),
        ((), "none"),
        (("a", 0.5, Gap.NOT_STATED), "a; 0.50; not stated"),
        ("a & b", "a &amp; b"),
    ],
)
def test_a_value_is_shown_as_people_read_it(value: object, said: str) -> None:
    """A term by its label, a degree with its decimals, several things behind one another."""
    assert table("T", [("row", value)]).endswith(
        f'<tbody><tr><th scope="row">row</th><td>{said}</td></tr></tbody></table>'
    )


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.5, "0.50"),
        (1 - 0.9, "0.10"),
        (0.375, "0.375"),
        (0.7213, "0.7213"),
        (1 / 3, "0.33"),
        (0.501, "0.501"),
        (0.501 - 0.5, "0.001"),
        (0.49999, "0.49999"),
        (0.00001, "0.00001"),
        (1 - 1e-7, "0.9999999"),
        (1e-15, "0.000000000000001"),
        (1e-17, "0.00"),
        (0.0, "0.00"),
        (1.0, "1.00"),
        (None, "unknown"),
    ],
)
def test_a_degree_never_reads_as_nought_half_or_one_that_is_not(
    value: float | None, said: str
) -> None:
    """What arithmetic leaves over is no difference."""
    assert degree(value) == said


def test_columns_have_their_headings() -> None:
    """Above the rows, where any are given."""
    assert table("T", [("a",)], ("b",)) == (
        '<table class="tex2jax_ignore mathjax_ignore"><caption>T</caption><thead><tr>'
        '<th scope="col">b</th></tr></thead><tbody><tr><th scope="row">a</th></tr></tbody></table>'
    )


# --- results ---


def test_a_classification_shows_its_axes_and_its_kind() -> None:
    """Three lines under the title of the typology."""
    assert rows(matland.classify(ambiguity="high", conflict="low")) == [
        ["Ambiguity-conflict matrix"],
        ["ambiguity", "high"],
        ["conflict", "low"],
        ["kind", "experimental"],
    ]


def test_a_location_shows_all_memberships_first() -> None:
    """Then the kinds that are left, and the margin."""
    assert rows(matland.locate(ambiguity=0.5, conflict=0.25))[1:] == [
        ["kind", "membership"],
        ["administrative", "0.50"],
        ["political", "0.25"],
        ["experimental", "0.50"],
        ["symbolic", "0.25"],
        ["kind", "administrative; experimental"],
        ["margin", "0.00"],
    ]


def test_a_location_with_an_unknown_axis_says_so() -> None:
    """No degree is made up."""
    assert rows(matland.locate(ambiguity=None, conflict=0.25))[2:] == [
        ["administrative", "unknown"],
        ["political", "unknown"],
        ["experimental", "unknown"],
        ["symbolic", "unknown"],
        ["kind", "administrative; experimental"],
        ["margin", "unknown"],
    ]


def test_a_card_shows_its_profile() -> None:
    """Gaps stand where they are, with their reason."""
    assert rows(CARD)[1:4] == [
        ["criterion", "grade or gap"],
        ["legitimacy", "not assessed"],
        ["stakeholders", "not assessed"],
    ]


def test_a_comparison_shows_both_cards() -> None:
    """Side by side."""
    assert ["clarity", "relative success", "relative failure"] in rows(compare(CARD, LATER))


def test_a_placement_shows_the_grid() -> None:
    """What has no cell stands in the title."""
    title, *lines = rows(governance.place(cases.every_child_matters()))

    assert title[0].startswith("Multiple Governance Framework; without a cell: visionary-leader")
    assert lines[0] == ["locus", "constitutive", "directive", "operational"]
    assert lines[3] == ["individual", "(empty)", "(empty)", "common-assessment-framework"]


def test_a_placement_of_everything_has_a_plain_title() -> None:
    """Nothing is without a cell."""
    assert rows(governance.place([]))[0] == ["Multiple Governance Framework"]


def test_an_open_verdict_shows_its_bounds_and_the_gaps() -> None:
    """Not the sets of gaps that could settle it, which may be many."""
    assert rows(verdicts.decide(LATER, "majority"))[1:] == [
        ["open", "relative failure to relative success"],
        ["gaps", "legitimacy; stakeholders; complexity; politics; objectives"],
    ]


def test_a_settled_verdict_has_one_grade() -> None:
    """The grade alone."""
    full = success.score(dict.fromkeys(success.Criterion, "relative-success"))

    assert rows(verdicts.decide(full, "weakest"))[1:] == [
        ["verdict", "relative success"],
        ["gaps", "none"],
    ]


def test_where_nothing_is_applicable_there_is_no_verdict() -> None:
    """And no share of weightings, with the reason."""
    nothing = success.score(dict.fromkeys(success.Criterion, "not-applicable"))

    assert rows(verdicts.decide(nothing, "weakest"))[1] == [
        "verdict",
        "none: nothing is applicable",
    ]
    assert rows(verdicts.acceptability(nothing, "weakest"))[2:] == [
        ["none", "", "No criterion is applicable, so there is nothing to weigh."]
    ]


def test_shares_of_weightings_are_no_probability() -> None:
    """The title says so."""
    assert rows(verdicts.acceptability(CARD, "weakest"))[:3] == [
        ["Share of all weightings, rule weakest: not a probability"],
        ["grade", "least", "greatest"],
        ["relative failure", "100%", "100%"],
    ]


def test_a_match_shows_need_strength_and_what_shows_it() -> None:
    """A kind alone has no strengths."""
    found = matching.match("political", {"guidance": ["handbook"]})

    assert rows(found)[1:3] == [
        ["feature", "need", "strength", "shown by"],
        ["guidance", "associated", "", "handbook"],
    ]
    assert rows(found)[0][0].endswith("(a hypothesis): political")


def test_characteristics_are_shown_by_kind() -> None:
    """Those that fit."""
    found = rows(matching.characterise(["shared objective", "strongly contested"]))

    assert found[3] == ["political", "strongly contested"]


def test_a_profile_is_a_tally() -> None:
    """A model a row, an extent a column."""
    found = rows(matching.profile(cases.study().approaches, policy="care-act"))

    assert found[:2] == [["Approaches of care-act by model"], ["model", "no", "in part", "yes"]]
    assert rows(matching.profile([]))[0] == ["Approaches by model"]


def test_likeness_is_shown_case_by_case() -> None:
    """The likest first."""
    found = rows(matching.likeness(cases.study().approaches, "care-act"))

    assert found[:2] == [["Likeness to care-act"], ["case", "shared", "Jaccard"]]
    assert len(found) == 7


def test_screening_shows_its_five_places() -> None:
    """Each with its cases."""
    found = screening.screen({"a": {"x": True}, "b": {"x": False}}, at_least="all")

    assert rows(found) == [
        ["At least 1 criteria"],
        ["place", "cases"],
        ["by the rule", "a"],
        ["by override", "none"],
        ["near misses", "b"],
        ["others", "none"],
        ["undecided", "none"],
    ]


def test_a_path_shows_its_moves() -> None:
    """And what cannot be told."""
    study = cases.illustration()
    (path, *_) = trajectories.trace(one for one in study.positions if one.policy == "lantern-act")

    assert rows(path) == [
        ["lantern-act, national, Assessor A"],
        ["1", "between 2020-10 and 2021-11: conflict became low; ambiguity stayed high"],
        ["2", "between 2021-11 and 2023-04: ambiguity became low; conflict stayed low"],
    ]


def test_agreement_shows_each_criterion() -> None:
    """With its units, or why there is no value."""
    judged = [("x", None, None, "clarity", who, None, None, "relative-success") for who in "AB"]
    found = panels.agreement(Panel.of(success.SUCCESS, judged), "percent")

    assert rows(found)[:3] == [
        ["percent"],
        ["items of", "value", "units used"],
        ["all", "1.00", "1"],
    ]
    assert rows(panels.agreement(found.panel))[2][1].startswith("all the grades compared are the")


def test_support_against_success_shows_its_cells_and_what_is_open() -> None:
    """A case without a verdict stands apart, with the reason."""
    found = expectations.cross(
        {"a": matching.match("political", []), "b": matching.match("political", [])},
        {"a": verdicts.decide(LATER, "weakest"), "b": verdicts.decide(BLANK, "weakest")},
    )

    assert ["none", "relative failure", "a"] in rows(found)
    assert rows(found)[-1][:2] == ["open", "open"]
    assert rows(found)[-1][2].startswith("b: ")


def test_a_finding_shows_the_claim_beside_it() -> None:
    """In the words of the source."""
    finding = cases.claims()[0]

    assert rows(finding)[1:] == [["claim", finding.claim.words], ["finding", finding.sentence]]


def test_an_appraisal_shows_its_cases() -> None:
    """The kinds that remain possible, and how many approaches and cards there are."""
    found = rows(appraise(cases.illustration()))

    assert found[:2] == [
        ["Illustration, not evidence"],
        ["case", "kinds that remain possible", "approaches", "cards"],
    ]
    assert found[4] == ["Quiet Streets Order (invented)", "administrative; political", "3", "3"]


# --- what is put into a study is text ---


def shown(whole: object) -> Iterator[str]:
    """Write every result that stands anywhere in a value."""
    value: Any = whole
    if hasattr(whole, "_repr_html_"):
        yield value._repr_html_()
    if attrs.has(type(whole)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(whole))):
            yield from shown(getattr(whole, field.name))
    elif isinstance(whole, Mapping):
        yield from shown(tuple(value.values()))
    elif isinstance(whole, Iterable) and not isinstance(whole, str | type | Term):
        for one in value:
            yield from shown(one)


def own_card(text: str) -> Scorecard[Any, Any]:
    """Score a rubric with a title of one's own."""

    class Question(Term):
        """What is asked."""

        REACH = "reach", text

    class Answer(Scale):
        """How well."""

        POOR = "poor", text
        GOOD = "good", text

    rubric = Rubric(
        key="own", title=text, rows=Question, cols=Answer, cells={Question.REACH: (text, text)}
    )
    return score(rubric, {"reach": "good"})


TAGS = {"table", "caption", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTES = {("class", "tex2jax_ignore mathjax_ignore"), ("scope", "col"), ("scope", "row")}


@pytest.mark.parametrize("text", INJECTION["TAKEN"])
def test_what_is_put_into_a_study_is_text(text: str) -> None:
    """In every result of its appraisal there is a table and nothing else."""
    appraisal: Appraisal = INJECTION["appraisal_of"](text)
    elements = [one for part in shown(appraisal) for one in parsed(part).iter()][1:]

    assert len(elements) > 1000
    assert {one.tag for one in elements} - {"DOCUMENT_FRAGMENT"} == TAGS
    assert {pair for one in elements for pair in one.attrib.items()} == ATTRIBUTES


@pytest.mark.parametrize("text", INJECTION["TAKEN"])
def test_what_stands_in_a_framework_or_in_a_key_is_text(text: str) -> None:
    """A title, an assessor, a case: it is read back as it was given."""
    case = screening.screen({text: {"x": True}}, at_least="all")

    assert rows(own_card(text))[0] == [text]
    assert rows(case)[2] == ["by the rule", text]
