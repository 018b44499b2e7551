"""The framework for assessing implementation support programmes, as the report prints it."""

import pytest

from implsupport.errors import IncompleteError, UnknownTermError
from implsupport.frameworks.success import SUCCESS, Attainment, Criterion, score
from implsupport.readings import Scorecard
from implsupport.terms import Gap, Term

# Table 7, p. 46: criterion, grade, anchor. The table prints success first and failure last, and
# curly quotes, which are straight here.
TABLE_7 = [
    (
        "legitimacy",
        "relative-success",
        "Few challenges to the legitimacy of the policy from implementing bodies",
    ),
    (
        "legitimacy",
        "conflicted-attainment",
        "Contested legitimacy with potential for long-term damage",
    ),
    (
        "legitimacy",
        "relative-failure",
        "Policy process deemed to be illegitimate and successful implementation unlikely",
    ),
    (
        "stakeholders",
        "relative-success",
        "All key stakeholders support the policy and participate in support programmes",
    ),
    (
        "stakeholders",
        "conflicted-attainment",
        "Patchy and uneven engagement amongst stakeholders; some key groups missing",
    ),
    ("stakeholders", "relative-failure", "Widespread resistance to engagement"),
    (
        "clarity",
        "relative-success",
        "Aims of the implementation support process are agreed and understood",
    ),
    (
        "clarity",
        "conflicted-attainment",
        "Some of the aims and activities of the support programme are unclear and/or contested",
    ),
    (
        "clarity",
        "relative-failure",
        "Little understanding or awareness of the support programme",
    ),
    (
        "complexity",
        "relative-success",
        "A reputation for understanding the complexity of ‘real-world’ implementation",
    ),
    (
        "complexity",
        "conflicted-attainment",
        "Only a partial understanding and awareness of implementation dilemmas",
    ),
    (
        "complexity",
        "relative-failure",
        (
            "Perceived and as a remote agency with little understanding of the problems facing "
            "implementing bodies"
        ),
    ),
    (
        "politics",
        "relative-success",
        "Support programme has clear and sustained backing at the highest political levels",
    ),
    (
        "politics",
        "conflicted-attainment",
        (
            "Uncertainty as to whether political support is being sustained over the "
            "implementation period"
        ),
    ),
    (
        "politics",
        "relative-failure",
        "Support programme is undermined by waning political support and interest",
    ),
    (
        "objectives",
        "relative-success",
        (
            "Evidence that the support programme has contributed to the achievement of policy "
            "objectives"
        ),
    ),
    (
        "objectives",
        "conflicted-attainment",
        (
            "Some evidence of policy success but uncertainty around the contribution of the "
            "support process"
        ),
    ),
    (
        "objectives",
        "relative-failure",
        (
            "Both the policy itself and the implementation support process are unable to "
            "demonstrate achievements"
        ),
    ),
]

ALL_SIX = {
    "legitimacy": "relative-success",
    "stakeholders": "conflicted-attainment",
    "clarity": "relative-success",
    "complexity": "not-stated",
    "politics": "relative-failure",
    "objectives": "insufficient-evidence",
}


def all_six() -> Scorecard[Criterion, Attainment]:
    """Score an invented programme on all six criteria."""
    return score(ALL_SIX)


# --- Table 7 ---


@pytest.mark.parametrize(("criterion", "grade", "printed"), TABLE_7)
def test_an_anchor_agrees_with_the_printed_table(criterion: str, grade: str, printed: str) -> None:
    """Care Act report, Table 7, p. 46: the printed words, which stand beside ours if garbled."""
    cell = (Criterion.of(criterion), Attainment.of(grade))

    assert SUCCESS.printed.get(cell, SUCCESS[cell]) == printed


def test_the_rubric_has_the_18_printed_anchors() -> None:
    """Care Act report, Table 7, p. 46: six criteria, three grades, each cell typed above once."""
    cells = {(row.key, col.key) for (row, col), _ in SUCCESS.items()}

    assert {(criterion, grade) for criterion, grade, _ in TABLE_7} == cells
    assert len(TABLE_7) == len(cells) == 18


def test_the_garbled_anchor_is_mended_beside_the_printed_words() -> None:
    """Care Act report, Table 7, p. 46: the page has a stray *and* in one cell only."""
    cell = (Criterion.COMPLEXITY, Attainment.RELATIVE_FAILURE)

    assert SUCCESS[cell] == (
        "Perceived as a remote agency with little understanding of the problems facing "
        "implementing bodies"
    )
    assert list(SUCCESS.printed) == [cell]


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        (Criterion.LEGITIMACY, "HELPING TO SECURE POLICY LEGITIMACY"),
        (Criterion.STAKEHOLDERS, "DEVELOPING STAKEHOLDER SUPPORT"),
        (Criterion.CLARITY, "CLARITY OF PROGRAMME CONTRIBUTION"),
        (Criterion.COMPLEXITY, "COMPREHENSION of COMPLEXITY"),
        (Criterion.POLITICS, "SUSTAINING POLITICAL SUPPORT"),
        (Criterion.OBJECTIVES, "CONTRIBUTING TO ATTAINMENT OF POLICY OBJECTIVES"),
        (Attainment.RELATIVE_FAILURE, "RELATIVE FAILURE"),
        (Attainment.CONFLICTED_ATTAINMENT, "CONFLICTED ATTAINMENT"),
        (Attainment.RELATIVE_SUCCESS, "RELATIVE SUCCESS"),
    ],
)
def test_criteria_and_grades_have_their_printed_headings(term: Term, printed: str) -> None:
    """Care Act report, Table 7, p. 46."""
    assert term.printed == printed


def test_the_criteria_stand_in_the_order_of_the_page() -> None:
    """Care Act report, Table 7, p. 46."""
    assert [criterion.key for criterion in Criterion] == [
        "legitimacy",
        "stakeholders",
        "clarity",
        "complexity",
        "politics",
        "objectives",
    ]


def test_attainment_rises_from_failure_to_success() -> None:
    """The page prints success first; a scale has the least first."""
    assert [grade.key for grade in Attainment] == [
        "relative-failure",
        "conflicted-attainment",
        "relative-success",
    ]
    assert Attainment.RELATIVE_FAILURE < Attainment.CONFLICTED_ATTAINMENT
    assert Attainment.CONFLICTED_ATTAINMENT < Attainment.RELATIVE_SUCCESS


def test_the_rubric_is_called_provisional_as_the_report_calls_it() -> None:
    """Care Act report, p. 46: "the following provisional framework"."""
    assert any("provisional" in caveat for caveat in SUCCESS.caveats)


# --- score ---


def test_a_programme_is_scored_on_the_six_criteria() -> None:
    """A profile in the order of the page, with its tally and its gaps."""
    card = all_six()

    assert [(row.key, mark.key) for row, mark in card.profile.items()] == list(ALL_SIX.items())
    assert card.rubric is SUCCESS
    assert list(card.tally.values()) == [1, 1, 2]
    assert (card.lowest, card.highest) == (
        Attainment.RELATIVE_FAILURE,
        Attainment.RELATIVE_SUCCESS,
    )


def test_terms_and_keys_score_alike() -> None:
    """As the generic verb does."""
    by_terms = score(
        {
            Criterion.OBJECTIVES: Gap.INSUFFICIENT_EVIDENCE,
            Criterion.LEGITIMACY: Attainment.RELATIVE_SUCCESS,
            Criterion.STAKEHOLDERS: Attainment.CONFLICTED_ATTAINMENT,
            Criterion.CLARITY: Attainment.RELATIVE_SUCCESS,
            Criterion.COMPLEXITY: Gap.NOT_STATED,
            Criterion.POLITICS: Attainment.RELATIVE_FAILURE,
        }
    )

    assert by_terms == all_six()


def test_an_anchor_says_what_a_grade_means_on_its_criterion() -> None:
    """Care Act report, Table 7, p. 46."""
    card = score({"stakeholders": "relative failure"}, partial=True)

    assert card.anchors == {Criterion.STAKEHOLDERS: "Widespread resistance to engagement"}


def test_criteria_without_a_rating_are_refused() -> None:
    """The sentence names them in the order of the page, and the ways out."""
    with pytest.raises(IncompleteError) as caught:
        score({"politics": "relative-success", "stakeholders": "not-stated"})

    assert str(caught.value) == (
        "no rating for 'legitimacy', 'clarity', 'complexity', 'objectives' of rubric 'success'; "
        "rate them, give a gap with its reason, or pass partial=True"
    )


def test_a_criterion_and_a_grade_that_are_none_are_refused_together() -> None:
    """Each with its place, what would have done, and the nearest."""
    with pytest.raises(UnknownTermError) as caught:
        score({**ALL_SIX, "objectives": "total-success", "legitimcy": "relative-success"})

    assert str(caught.value) == (
        "objectives: 'total-success' is not a term of Attainment; expected one of "
        "'relative-failure', 'conflicted-attainment', 'relative-success', 'not-assessed', "
        "'not-stated', 'insufficient-evidence', 'conflicting-evidence', 'no-anchor-fits', "
        "'not-applicable'; did you mean 'relative-success'?; also: 'legitimcy' is not a term of "
        "Criterion; expected one of 'legitimacy', 'stakeholders', 'clarity', 'complexity', "
        "'politics', 'objectives'; did you mean 'legitimacy'?"
    )
