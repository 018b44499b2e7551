"""The public face of the cases."""

from implsupport import cases


def test_the_cases_are_eight_functions_and_three_results() -> None:
    """What users call, and what they get for what no record can hold."""
    assert cases.__all__ == [
        "Deferral",
        "Misreading",
        "PerceivedSuccess",
        "citations",
        "comparability",
        "deferral",
        "every_child_matters",
        "figure_1",
        "illustration",
        "perceived_success",
        "study",
    ]
