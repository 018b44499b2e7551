"""The bibliography and citing it."""

import pickle
from typing import Any, TypeAlias

import attrs
import pytest

from implsupport.errors import UnknownKeyError
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
    """The sentence names the key, every key there is, and the one most like it."""
    known = ", ".join(repr(work.key) for work in BIBLIOGRAPHY)

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
