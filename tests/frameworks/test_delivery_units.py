"""What delivery units do and what was learnt of them, as the Care Act report gives it."""

from implsupport.frameworks.delivery_units import DeliveryFunction, DeliveryLesson
from implsupport.sources import cite


def test_the_functions_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 14: three bullets."""
    assert [(one.printed or one.label, one.gloss) for one in DeliveryFunction] == [
        (
            "performance monitoring",
            (
                "tracking progress against key policy priorities through analysing a constant "
                "stream of departmental performance data"
            ),
        ),
        (
            "problem-solving",
            (
                "undertaking field visits to identify obstacles to delivery and flagging up where "
                "additional resources are needed to fix problems"
            ),
        ),
        (
            "progress assessing",
            "supplying heads of government with routine progress reports",
        ),
    ]


def test_the_lessons_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 14: six lessons."""
    assert [lesson.gloss for lesson in DeliveryLesson] == [
        "focusing on a limited number of key priorities",
        "being able to assume that budgets for each priority are adequate",
        "developing good quality data and metrics to measure what matters",
        "producing mutually agreed targets that are realistic and achievable",
        "ensuring a clear understanding of delivery systems and active stakeholder engagement",
        "constructing an effective communications strategy",
    ]


def test_both_lists_are_cited_to_the_page() -> None:
    """Care Act report, p. 14, footnotes 26 and 34."""
    assert DeliveryFunction.source == cite("care-act-report", "p. 14, after gold-2014")
    assert DeliveryLesson.source == cite("care-act-report", "p. 14, after aid-effectiveness-2014")
