"""The public face of the cases."""

from implsupport import cases


def test_the_cases_are_these_functions_and_results() -> None:
    """What users call, and what they get for what no record can hold."""
    assert cases.__all__ == [
        "Deferral",
        "Event",
        "Example",
        "Misreading",
        "Passage",
        "PerceivedSuccess",
        "SupportProgramme",
        "WorkStream",
        "agencies_in_contact",
        "approach_features",
        "central_units",
        "citations",
        "claims",
        "comparability",
        "deferral",
        "duty_to_cooperate",
        "every_child_matters",
        "every_child_matters_timeline",
        "examples",
        "figure_1",
        "illustration",
        "illustration_features",
        "legislative_passage",
        "overrides",
        "overrides_source",
        "perceived_success",
        "sample",
        "study",
        "support_programme",
        "themes",
        "work_streams",
    ]
