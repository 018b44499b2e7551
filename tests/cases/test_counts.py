"""Numbers that the sources print, typed here a second time from the page."""

import pickle
from collections.abc import Callable

import pytest

from implsupport import cases
from implsupport.cases.tables import printed_in, read


def test_the_agencies_are_those_in_the_brackets() -> None:
    """ECM, Every Child Matters: A Policy Overview: four, three, two, two, and the society."""
    assert list(cases.agencies_in_contact().items()) == [
        ("social-services-departments", 4),
        ("housing-departments", 3),
        ("specialist-child-protection-teams", 2),
        ("hospitals", 2),
        ("national-society-for-the-prevention-of-cruelty-to-children", 1),
    ]


def test_the_sentence_on_the_agencies_is_kept() -> None:
    """ECM, Every Child Matters: A Policy Overview."""
    head = read("every_child_matters_agencies")["head"]

    assert head["words"] == (
        "A number of agencies (four social services departments, three housing departments, two "
        "specialist child protection teams in the Metropolitan Police, two different hospitals, "
        "and the National Society for the Prevention of Cruelty to Children) had contact with "
        "Victoria in the months preceding her death, during which time she was being severely "
        "abused by her caregivers (House of Commons Health Committee, 2003)."
    )


def test_the_sample_is_that_of_the_page() -> None:
    """ECM, Methods: sixteen directors, ten of whom took part, in ten areas of three kinds."""
    assert list(cases.sample().items()) == [
        ("contacted", 16),
        ("took-part", 10),
        ("offered-a-delegate", 2),
        ("others", 6),
        ("left-her-post", 1),
        ("agreed-but-unable", 4),
        ("london-boroughs", 3),
        ("two-tier-counties", 4),
        ("metropolitan-districts", 3),
    ]


def test_one_of_the_others_is_not_explained() -> None:
    """ECM, Methods: of six others, one had left her post and four were unable."""
    sample = cases.sample()

    assert sample["contacted"] - sample["took-part"] == sample["others"]
    assert sample["others"] - sample["left-her-post"] - sample["agreed-but-unable"] == 1


def test_the_sentences_on_the_sample_are_kept() -> None:
    """ECM, Methods."""
    assert read("every_child_matters_sample")["head"]["words"] == [
        (
            "After developing our questionnaire, we contacted the 16 Directors of Children's "
            "Services and asked for their participation in our study."
        ),
        (
            "Of the sixteen DCSs, ten agreed to participate, though in two cases they offered a "
            "delegate."
        ),
        (
            "Of the six other DCSs, one had recently left her post and the position was not yet "
            "filled, and four agreed to participate, but then were unable to do so."
        ),
        (
            "The local authority areas covered were three London boroughs, four two-tier counties "
            "with a mix of rural and urban areas, and three metropolitan districts outside of "
            "London."
        ),
    ]


@pytest.mark.parametrize(
    ("table", "place"),
    [
        (
            "every_child_matters_agencies",
            "Background, Every Child Matters: A Policy Overview",
        ),
        ("every_child_matters_sample", "Methods"),
    ],
)
def test_a_count_says_where_it_is_printed(table: str, place: str) -> None:
    """ECM has no page numbers: the section is the place."""
    assert printed_in(read(table)).locator == place


@pytest.mark.parametrize("count", [cases.agencies_in_contact, cases.sample])
def test_counts_are_kept_and_cannot_change(count: Callable[[], object]) -> None:
    """Each is read once, hashes and pickles."""
    copy = pickle.loads(pickle.dumps(count()))  # noqa: S301 - our own bytes

    assert count() is count()
    assert copy == count()
    assert hash(copy) == hash(count())
