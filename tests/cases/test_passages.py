"""What the sources say in words, typed here a second time from the page."""

import pickle
from collections.abc import Callable

import pytest

from implsupport import cases
from implsupport.frameworks.governance import Level, Locus
from implsupport.terms import Gap


def test_figure_1_is_the_diagonal() -> None:
    """ECM Figure 1: three cells from the top left to the bottom right, as printed."""
    assert list(cases.figure_1().cells.items()) == [
        ((Locus.SYSTEM, Level.CONSTITUTIVE), "Children’s Trusts"),
        ((Locus.ORGANISATION, Level.DIRECTIVE), "Joint Planning"),
        ((Locus.INDIVIDUAL, Level.OPERATIONAL), "Teams around the child"),
    ]


def test_figure_1_is_labelled_a_misreading() -> None:
    """ECM Figure 1 and the sentence after it: the authors caution against the line."""
    figure = cases.figure_1()

    assert (figure.title, figure.label) == ("Thinking Linearly about MGF", "misreading")
    assert figure.caution == (
        "While linearity could help add value or causation to understanding a policy "
        "implementation process, we suggest that Hill and Hupe would caution strongly against "
        "this utilization of the framework."
    )
    assert figure.source.locator == "Figure 1"


def test_figure_1_never_enters_the_placement() -> None:
    """ECM Figure 1 and Table 2: what the misreading shows is no activity of the case."""
    titles = {activity.title for activity in cases.every_child_matters()}

    assert titles.isdisjoint(cases.figure_1().cells.values())


def test_perceived_success_keeps_the_order_of_the_page() -> None:
    """CA p. 29: two cases without sufficient evidence, then three viewed as successful."""
    gaps = [(policy, said.gap) for policy, said in cases.perceived_success().items()]

    assert gaps == [
        ("hwb", Gap.INSUFFICIENT_EVIDENCE),
        ("troubled-families", Gap.INSUFFICIENT_EVIDENCE),
        ("ccsf", None),
        ("sure-start", None),
        ("vanguards", None),
    ]


@pytest.mark.parametrize("policy", ["hwb", "troubled-families"])
def test_two_cases_have_insufficient_evidence(policy: str) -> None:
    """CA p. 29: one sentence on Health and Wellbeing Boards and Troubled Families."""
    assert cases.perceived_success()[policy].words == (
        (
            "Two of the case studies, Health and Wellbeing Boards and Troubled Families did not "
            "have sufficient evidence available in order to determine the perceived success of how "
            "the programme was implemented (note: evaluations have been undertaken however, "
            "implementation support approaches are not sufficiently detailed) and therefore "
            "conclusions cannot be drawn from these case studies."
        ),
    )


VIEWED = (
    "The CCSF, Sure Start and Vanguards had different focuses on their implementation approaches, "
    "which were viewed to be successful within the evaluations conducted."
)


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (
            "ccsf",
            (
                (
                    f"{VIEWED} "
                    "The CCSF approached implementation through bringing ‘leading edge "
                    "practitioners’ to authorities in order to work together to tackle the aims of "
                    "the programme. "
                    "This approach was stated to be successful as it brought about effective "
                    "engagement between authorities and central government."
                ),
            ),
        ),
        (
            "sure-start",
            (
                VIEWED,
                (
                    "The implementation approach taken for Sure Start took a different tack, based "
                    "on consultation feedback, frameworks and guidance were published and "
                    "disseminated to authorities. "
                    "Both this process and the published materials were well received suggesting "
                    "some degree of success."
                ),
            ),
        ),
        (
            "vanguards",
            (
                VIEWED,
                (
                    "Similarly, the Vanguards included individual planning with specific sites, "
                    "again aiding effective engagement."
                ),
            ),
        ),
    ],
)
def test_three_cases_were_viewed_as_successful(policy: str, words: tuple[str, ...]) -> None:
    """CA p. 29, on three cases: a stretch of the page each, with what is left out between."""
    said = cases.perceived_success()[policy]

    assert said.words == words
    assert said.policy == policy
    assert said.source.locator == "Implementation success, p. 29"


def test_the_deferral_has_the_dates_of_the_page() -> None:
    """CA p. 31: announced in July 2015, due in April 2016, put off until April 2020."""
    passage = cases.deferral()

    assert (passage.policy, passage.part) == ("care-act", "Phase 2")
    assert (passage.announced, passage.due, passage.until) == ("2015-07", "2016-04", "2020-04")


def test_the_deferral_quotes_the_one_sentence() -> None:
    """CA p. 31: the sentence on Matland's matrix, with its hyphen and its dash as printed."""
    passage = cases.deferral()

    assert passage.announcement == (
        "The Care Act consisted of two phases but in July 2015 it was announced that Phase 2 "
        "(introducing a cap on care costs due to take effect in April 2016) was to be deferred "
        "until April 2020."
    )
    assert passage.words == (
        "This removed a key part of the legislation - and a high-risk aspect – and in terms of "
        "Matland’s matrix removed much of the element of ‘political implementation’."
    )
    assert passage.source.locator == "The Nature and Significance of the Care Act 2014, p. 31"


def test_the_deferral_has_no_cell_before_or_after() -> None:
    """CA p. 31: the report places the Care Act in no cell, so both are gaps."""
    assert cases.deferral().before is Gap.NOT_STATED
    assert cases.deferral().after is Gap.NOT_STATED


@pytest.mark.parametrize("read", [cases.figure_1, cases.perceived_success, cases.deferral])
def test_passages_are_kept_and_cannot_change(read: Callable[[], object]) -> None:
    """Each is read once, hashes and pickles."""
    copy = pickle.loads(pickle.dumps(read()))  # noqa: S301 - our own bytes

    assert read() is read()
    assert copy == read()
    assert hash(copy) == hash(read())
