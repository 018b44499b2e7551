"""McConnell's activities and degrees of failure, as the Care Act report gives them."""

import pytest

from implsupport.frameworks.degrees import FailureDegree, PolicyActivity, SpectrumEnd
from implsupport.sources import cite
from implsupport.terms import Term


def test_failure_has_three_degrees_from_least_to_most() -> None:
    """Care Act report, p. 45: the words in brackets after each."""
    assert [(degree.label, degree.gloss) for degree in FailureDegree] == [
        ("tolerable", "opposition and criticism is small"),
        ("conflicted", "failures are matched by achievements"),
        ("total", "opposition is great and support minimal"),
    ]
    assert FailureDegree.TOLERABLE < FailureDegree.CONFLICTED < FailureDegree.TOTAL


def test_no_degree_of_failure_is_a_grade_of_success() -> None:
    """Care Act report, p. 46: success, conflicted and failure are the report's adaptation."""
    keys = {degree.key for degree in FailureDegree}

    assert keys.isdisjoint({"relative-success", "conflicted-attainment", "relative-failure"})


def test_a_policy_can_fail_in_three_activities() -> None:
    """Care Act report, p. 45."""
    assert [activity.label for activity in PolicyActivity] == ["process", "programmes", "politics"]


def test_the_spectrum_runs_from_failure_to_success() -> None:
    """Care Act report, p. 8: failure is "absolute non-achievement", at the extreme end."""
    assert SpectrumEnd.FAILURE.gloss == "absolute non-achievement"
    assert list(SpectrumEnd) == [SpectrumEnd.FAILURE, SpectrumEnd.SUCCESS]


@pytest.mark.parametrize(
    ("vocabulary", "page"), [(PolicyActivity, 45), (FailureDegree, 45), (SpectrumEnd, 8)]
)
def test_a_list_is_cited_to_its_page(vocabulary: type[Term], page: int) -> None:
    """Care Act report, after McConnell (2015)."""
    assert vocabulary.source == cite("care-act-report", f"p. {page}, after mcconnell-2015")
