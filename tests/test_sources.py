"""The bibliography and citing it."""

import pickle
from typing import Any, TypeAlias, cast

import attrs
import pytest

from implsupport.errors import FrameworkError, UnknownKeyError
from implsupport.sources import BIBLIOGRAPHY, Source, cite

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

# Authors, year and DOI, from the reference lists of the two sources and from the published tables.
WORKS = [
    ("gold-2014", ("Gold, J.",), 2014, None),
    ("henkel-1991", ("Henkel, M.",), 1991, None),
    ("hill-hupe-2006", ("Hill, M.", "Hupe, P."), 2006, None),
    ("hill-hupe-2009", ("Hill, M.", "Hupe, P."), 2009, None),
    ("matland-1995", ("Matland, R.",), 1995, "10.1093/oxfordjournals.jpart.a037242"),
    ("mcconnell-2015", ("McConnell, A.",), 2015, None),
    ("aid-effectiveness-2014", ("Aid Effectiveness",), 2014, None),
    ("allcock-2015", ("Allcock, C.", "Dorman, F.", "Taunt, R.", "Dixon, J."), 2015, None),
    ("ansell-2017", ("Ansell, C.", "Sorenson, E.", "Torfing, J."), 2017, None),
    ("audit-commission-2008", ("Audit Commission",), 2008, None),
    ("australian-government-2014", ("Australian Government",), 2014, None),
    (
        "care-and-support-reform-programme-2015",
        ("Care and Support Reform Programme",),
        2015,
        None,
    ),
    (
        "childrens-workforce-development-council-2010",
        ("Children's Workforce Development Council",),
        2010,
        None,
    ),
    ("dfes-2003", ("Department for Education and Skills",), 2003, None),
    ("franks-bory-2015", ("Franks, R.", "Bory, T."), 2015, None),
    ("hughes-2013", ("Hughes, A.",), 2013, None),
    ("hughes-2014", ("Hughes, A.",), 2014, None),
    ("hupe-hill-2015", ("Hupe, P.", "Hill, M."), 2015, None),
    ("ilott-2016", ("Ilott, O.", "Randall, J.", "Bleasdale, A.", "Norris, E."), 2016, None),
    ("ingram-schneider-1990", ("Ingram, H.", "Schneider, A."), 1990, None),
    ("king-crewe-2013", ("King, A.", "Crewe, I."), 2013, None),
    ("lipsky-1980", ("Lipsky, M.",), 1980, None),
    ("national-audit-office-2013", ("National Audit Office",), 2013, None),
    ("payne-2008", ("Payne, C.",), 2008, None),
    ("pew-macarthur-2017", ("Pew Charitable Trust/MacArthur Foundation",), 2017, None),
    ("sabatier-2007", ("Sabatier, P. A.",), 2007, None),
    ("sausman-2016", ("Sausman, C.", "Oborn, E.", "Barrett, M."), 2016, None),
    ("sense-about-science-2015", ("Sense About Science",), 2015, None),
    ("sense-about-science-2017", ("Sense About Science",), 2017, None),
]


@pytest.mark.parametrize(("key", "authors", "year", "doi"), WORKS)
def test_a_work_has_its_authors_year_and_doi(
    key: str, authors: tuple[str, ...], year: int, doi: str | None
) -> None:
    """The facts of a work are those that the reference lists print."""
    work = cite(key)

    assert (work.authors, work.year, work.doi) == (authors, year, doi)


@pytest.mark.parametrize(
    ("key", "title"),
    [
        (
            "gold-2014",
            (
                "International Delivery: Centres of government and the drive for better "
                "policy implementation"
            ),
        ),
        ("henkel-1991", "Government, Evaluation and Change"),
        ("mcconnell-2015", "What is policy failure? A primer to help navigate the maze"),
        (
            "aid-effectiveness-2014",
            (
                "Delivery Units: can they catalyse sustained improvements in education service "
                "delivery?"
            ),
        ),
        ("allcock-2015", "Constructive comfort: accelerating change in the NHS"),
        (
            "ansell-2017",
            "Improving Policy Implementation through Collaborative Policymaking",
        ),
        (
            "audit-commission-2008",
            "Are we there yet? Improving governance and resource management in Children's Trusts",
        ),
        ("australian-government-2014", "Policy Implementation"),
        ("care-and-support-reform-programme-2015", "Benefits Management Strategy"),
        (
            "childrens-workforce-development-council-2010",
            (
                "Early identification, assessment of needs and intervention: The Common Assessment "
                "Framework for children and young people, A guide for practitioners"
            ),
        ),
        ("dfes-2003", "Every Child Matters Green Paper"),
        (
            "franks-bory-2015",
            (
                "Who supports the successful implementation and sustainability of evidence-based "
                "practices? Defining and understanding the roles of intermediary and purveyor "
                "organisations"
            ),
        ),
        ("hughes-2013", "Implementation Support: Vision and Priorities"),
        ("hughes-2014", "Implementing your programme – list of support"),
        (
            "hupe-hill-2015",
            (
                "‘And the rest is implementation’. Comparing approaches to what happens in policy "
                "processes beyond Great Expectations"
            ),
        ),
        ("ilott-2016", "Making Policy Stick: Tackling long-term challenges in government"),
        ("ingram-schneider-1990", "Improving implementation through framing smarter statutes"),
        ("king-crewe-2013", "The Blunders of Our Governments"),
        ("lipsky-1980", "Street-Level Bureaucracy"),
        ("national-audit-office-2013", "Over-optimism in government projects"),
        (
            "payne-2008",
            "So much reform, so little change: the persistence of failure in urban schools",
        ),
        (
            "pew-macarthur-2017",
            (
                "Four ways implementation support centers assist in the delivery of "
                "evidence-based programmes"
            ),
        ),
        ("sabatier-2007", "The need for better theories"),
        (
            "sausman-2016",
            "Policy translation through localisation: implementing national policy in the UK",
        ),
        (
            "sense-about-science-2015",
            "Assessing how the government uses evidence to make policy",
        ),
        (
            "sense-about-science-2017",
            (
                "Transparency of Evidence: an assessment of government policy proposals, May 2015 "
                "to May 2016"
            ),
        ),
        (
            "every-child-matters-study",
            (
                "Integrating Local Government Services for Children in "
                "England: A Policy Implementation Case Study and Analysis"
            ),
        ),
        (
            "hill-hupe-2006",
            "Analysing policy processes as multiple governance: Accountability in social policy",
        ),
        (
            "hill-hupe-2009",
            "Implementing public policy: An introduction to the study of operational governance",
        ),
    ],
)
def test_a_work_has_its_printed_title(key: str, title: str) -> None:
    """Footnotes of the Care Act report, title page and reference list of the other study."""
    assert cite(key).title == title


def test_the_bibliography_stands_in_order_of_its_keys() -> None:
    """A work is found by eye, and no key stands for two works."""
    keys = [work.key for work in BIBLIOGRAPHY]

    assert keys == sorted(set(keys))


def test_every_work_has_a_title_and_no_place_in_it() -> None:
    """The place and the status are set where a work is cited, not where it is listed."""
    assert all(work.title for work in BIBLIOGRAPHY)
    assert {(work.locator, work.status) for work in BIBLIOGRAPHY} == {("", "source")}


@pytest.mark.parametrize(
    ("source", "citation"),
    [
        (Source("a", "A report"), "A report"),
        (Source("a", "A report", year=1999), "A report (1999)"),
        (Source("a", "A report", ("Ng, K.",), 1999), "Ng (1999)"),
        (Source("a", "A report", ("Ng, K.", "Ali, B."), 1999), "Ng & Ali (1999)"),
        (Source("a", "A report", ("Ng", "Ali", "Roe"), 1999), "Ng, Ali & Roe (1999)"),
        (Source("a", "A report", locator="p. 3"), "A report, p. 3"),
        (Source("a", "A report", locator="p. 3", status="ours"), "A report, p. 3 [ours]"),
        (Source("a", "A report", ("Ng",), 1999, status="adapted"), "Ng (1999) [adapted]"),
    ],
)
def test_a_citation_is_one_line(source: Source, citation: str) -> None:
    """Authors or title, year, place, and the status if the thing is not printed there."""
    assert source.citation == citation


def test_citing_adds_the_place_and_the_status_to_the_work() -> None:
    """What is cited is the listed work, with where and how it is used."""
    cited = cite("care-act-report", "Table 7, p. 46", status="adapted")

    assert (cited.locator, cited.status) == ("Table 7, p. 46", "adapted")
    assert attrs.evolve(cited, locator="", status="source") == cite("care-act-report")
    assert cite("care-act-report") in BIBLIOGRAPHY


def test_an_unknown_key_is_refused_with_the_nearest() -> None:
    """The sentence names the key, the one most like it, and the first of those there are."""
    first = ", ".join(repr(work.key) for work in BIBLIOGRAPHY[:11])
    known = f"'matland-1995', {first} and {len(BIBLIOGRAPHY) - 12} more"

    with pytest.raises(UnknownKeyError) as caught:
        cite("matland-1959")

    assert str(caught.value) == (
        f"no source 'matland-1959'; there are {known}; did you mean 'matland-1995'?"
    )


def test_a_key_that_cannot_be_hashed_is_refused_likewise() -> None:
    """Bad input gives this library's error whatever its type."""
    key: Wrong = ["matland-1995"]

    with pytest.raises(UnknownKeyError, match=r"^no source \['matland-1995'\]; there are '"):
        cite(key)


def test_a_source_cannot_be_changed_hashes_and_pickles() -> None:
    """A citation is a value: it can be stored beside what it is cited for."""
    source = cite("matland-1995", "Table 1")

    assert pickle.loads(pickle.dumps(source)) == source  # noqa: S301 -- our own bytes
    assert hash(source) == hash(cite("matland-1995", "Table 1"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(source, "year", 1996)  # noqa: B010 -- the type checkers refuse it as written


def test_what_no_citation_could_show_is_refused_with_every_finding() -> None:
    """A status of one's own would be shown as if it were one of the three."""
    locator, status = cast("tuple[Wrong, Wrong]", (None, "own"))
    with pytest.raises(FrameworkError) as caught:
        cite("matland-1995", locator, status=status)

    assert str(caught.value) == (
        "'matland-1995' cannot be used: its locator must be text, not None; its status must be "
        "'source', 'adapted' or 'ours', not 'own'"
    )


@pytest.mark.parametrize(
    ("part", "given", "problem"),
    [
        ("key", 3, "its key must be text, not 3"),
        ("title", None, "its title must be text, not None"),
        ("authors", "Ann", "its authors must be a tuple of names, not 'Ann'"),
        ("authors", (3,), "its authors must be a tuple of names, not (3,)"),
        ("year", "2015", "its year must be a whole number or None, not '2015'"),
        ("doi", 10.1, "its doi must be text or None, not 10.1"),
        ("url", 3, "its url must be text or None, not 3"),
        ("status", [], "its status must be 'source', 'adapted' or 'ours', not []"),
    ],
)
def test_a_part_of_a_source_is_of_its_kind(part: str, given: Wrong, problem: str) -> None:
    """The name of one author is not a row of letters."""
    parts: Wrong = {"key": "ann-2015", "title": "A title", part: given}
    with pytest.raises(FrameworkError) as caught:
        Source(**parts)

    assert caught.value.problems == (problem,)
