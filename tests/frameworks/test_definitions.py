"""The definitions of successful implementation, as the Care Act report quotes them."""

from implsupport.frameworks.definitions import CAVEATS, SuccessDefinition
from implsupport.sources import cite


def test_the_definitions_have_the_printed_words_in_their_order() -> None:
    """Care Act report, p. 28: five, the last joined by *or*; "statues" is so printed."""
    assert [definition.printed or definition.gloss for definition in SuccessDefinition] == [
        "agencies comply with the directives of the statues",
        "agencies are held accountable for reaching specific indicators of success",
        "goals of the statute are achieved",
        "local goals are achieved",
        "there is an improvement in the political climate around the programme",
    ]


def test_the_misprint_is_read_as_what_it_must_mean() -> None:
    """Care Act report, p. 28: the next clause but one has "the statute"."""
    definition = SuccessDefinition.AGENCIES_COMPLY

    assert definition.gloss == "agencies comply with the directives of the statutes"


def test_the_definitions_are_cited_to_their_page() -> None:
    """Care Act report, p. 28, footnote 44."""
    assert SuccessDefinition.source == cite("care-act-report", "p. 28, after ingram-schneider-1990")


def test_success_is_judged_within_its_context() -> None:
    """Care Act report, p. 29, after Payne (2008): no one size fits all."""
    warnings = [caveat for caveat in CAVEATS if caveat.startswith("No one size fits all")]

    assert len(CAVEATS) == 2
    assert [warning.endswith("(p. 29, after payne-2008).") for warning in warnings] == [True]
