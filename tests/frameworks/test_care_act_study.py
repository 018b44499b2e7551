"""The evaluation behind the Care Act report, as the report describes it."""

import pytest

from implsupport.frameworks.care_act_study import (
    ExploredQuestion,
    InterviewTopic,
    NextStep,
    ResearchLevel,
    ResearchObjective,
    ResearchPhase,
)
from implsupport.sources import cite
from implsupport.terms import Scale, Term

# The list, its page, its words in the order of the page.
CLAUSES: list[tuple[type[Term], str, list[str]]] = [
    (
        ResearchObjective,
        "p. 5",
        [
            (
                "Identify key lessons from previous implementation support methods and "
                "improvement research."
            ),
            (
                "Evaluate the impact and effectiveness of the national and regional level "
                "support arrangements."
            ),
            (
                "Understand the implementation issues at local level, including cultural, "
                "organisational and operational issues."
            ),
            (
                "Develop a framework for understanding the requirements of a successful "
                "implementation programme and improvement service."
            ),
            (
                "Spread knowledge transfer between improvement support for the Care Act and "
                "other policy support programmes across the public sector."
            ),
        ],
    ),
    (
        InterviewTopic,
        "p. 36",
        [
            "aims and objectives of IS",
            "the communication of any and all IS plans",
            "considerations about other models of IS",
            (
                "any issues arising, such as risks that might occur during the process of policy "
                "implementation"
            ),
        ],
    ),
    (
        ExploredQuestion,
        "p. 36",
        [
            (
                "Why was it considered necessary for an implementation support programme to be "
                "devised?"
            ),
            "What were the aims and objectives of the programme?",
            "How was the programme structured, and who was involved?",
            (
                "What were the main perceived achievements of the programme and what were the "
                "ongoing dilemmas?"
            ),
        ],
    ),
    (
        NextStep,
        "p. 47",
        [
            "To further interrogate the data contained in our national level interviews",
            "To complete our locality fieldwork and interrogate the data",
            (
                "To assess the extent to which the IS programme seems to have achieved the aims "
                "it set for itself"
            ),
            (
                "To locate the Care Act IS programme within McConnell’s adapted framework for "
                "assessing the effectiveness of implementation support programmes more generally"
            ),
            (
                "To locate the concept of implementation support within Matland’s "
                "conflict-ambiguity matrix to better understand the context within which "
                "different types of support are more likely to flourish"
            ),
        ],
    ),
]
HEADINGS: list[tuple[type[Term], str, list[str]]] = [
    (
        ResearchPhase,
        "pp. 5-6",
        [
            "Phase 1: Contextual and Conceptual Issues",
            "Phase 2: The Care Act 2014 and the Implementation Support Programme",
            "Phase 3: Analysing the Partnership Support Programme",
            "Phase 4: Developing a Framework for Service Improvement Support",
        ],
    ),
    (ResearchLevel, "p. 6", ["Macro", "Meso", "Micro"]),
]


@pytest.mark.parametrize(("vocabulary", "_", "printed"), CLAUSES)
def test_a_list_has_the_printed_words_in_their_order(
    vocabulary: type[Term], _: str, printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.gloss for term in vocabulary] == printed


@pytest.mark.parametrize(("vocabulary", "_", "printed"), HEADINGS)
def test_a_list_has_the_printed_headings_in_their_order(
    vocabulary: type[Term], _: str, printed: list[str]
) -> None:
    """Care Act report, at the page beside the list."""
    assert [term.printed for term in vocabulary] == printed


@pytest.mark.parametrize(("vocabulary", "page", "_"), CLAUSES + HEADINGS)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], page: str, _: list[str]) -> None:
    """Care Act report."""
    assert vocabulary.source == cite("care-act-report", page)


def test_no_level_of_research_is_above_another() -> None:
    """Care Act report, p. 6: data are collected at three levels; none counts for more."""
    assert not issubclass(ResearchLevel, Scale)
