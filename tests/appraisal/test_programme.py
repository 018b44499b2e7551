"""The support programme of a study as a graph."""

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.errors import UnknownKeyError
from implsupport.records import Study

BUILT_IN = appraise(
    cases.study(),
    context=Context(
        support_programme=cases.support_programme(),
        centre="central government",
        localities="local authority",
    ),
).programme
ILLUSTRATION = appraise(
    cases.illustration(), context=Context(centre="national", localities="local")
).programme


def test_every_relation_of_the_sources_has_its_passage() -> None:
    """Each link of the Care Act's programme cites a page."""
    assert BUILT_IN is not None
    assert BUILT_IN.links
    assert [link for link in BUILT_IN.links if not link.sources] == []


def test_what_is_said_of_a_body_has_its_passage() -> None:
    """CA, p. 33, prints what the Delivery Board is for; the departments have no functions."""
    assert BUILT_IN is not None
    assert BUILT_IN.functions["delivery-board"][0] == "driving timely and effective delivery"
    assert BUILT_IN.sources["delivery-board"] == (
        "care-act-report, p. 33",
        "care-act-report, p. 34",
    )
    assert "department-of-health" not in BUILT_IN.functions


def test_bodies_of_a_study_alone_have_no_passage() -> None:
    """Only a context says where a body is printed."""
    assert ILLUSTRATION is not None
    assert set(ILLUSTRATION.sources.values()) == {()}


def test_the_programme_board_stands_on_every_path() -> None:
    """CA, pp. 33-35: nothing described links centre and localities around it."""
    assert BUILT_IN is not None
    assert BUILT_IN.bridges is not None
    assert BUILT_IN.bridges.on_every_path == ("programme-board",)


def test_only_bodies_that_answer_to_another_have_chains() -> None:
    """The inspectorate, the board and the office answer upwards; the desks do not."""
    assert ILLUSTRATION is not None
    assert [one.body for one in ILLUSTRATION.accountability] == [
        "night-care-inspectorate",
        "lantern-programme-board",
        "lantern-programme-office",
    ]


def test_a_body_that_inspects_and_teaches_is_in_tension() -> None:
    """The invented inspectorate mixes compliance with support."""
    assert ILLUSTRATION is not None
    assert list(ILLUSTRATION.mixed) == ["night-care-inspectorate"]


def test_without_banks_there_is_no_bridge() -> None:
    """Nobody says which kinds of body are the centre and the localities."""
    found = appraise(cases.illustration()).programme

    assert found is not None
    assert found.bridges is None
    assert found.exchanges == ()


def test_a_bank_of_no_body_is_refused() -> None:
    """A misspelt kind would otherwise make the question vanish."""
    context = Context(centre="nationl", localities="local")

    with pytest.raises(UnknownKeyError, match="did you mean 'national'"):
        appraise(cases.illustration(), context=context)


def test_a_study_without_bodies_has_no_programme() -> None:
    """Nothing is described, so nothing is asked."""
    assert appraise(Study(title="Empty")).programme is None
