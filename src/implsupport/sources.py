"""The literature that everything here is cited to."""

from typing import Any, Final, Literal, TypeAlias, cast, get_args

import attrs

from implsupport.errors import FrameworkError, UnknownKeyError, nearest, shown
from implsupport.given import Kinds, called, misfits

__all__ = ["BIBLIOGRAPHY", "Source", "Status", "cite"]

Status: TypeAlias = Literal["source", "adapted", "ours"]
"""Whether a thing is printed in its source, adapted from it, or this library's own."""


@attrs.frozen
class Source:
    """A work, and once it is cited the place in it and what we did with it.

    Attributes:
        key: The citation key.
        title: The title as printed.
        authors: The authors in order; empty where the text at hand names none.
        year: The year of publication, or None where the text at hand gives none.
        doi: The digital object identifier, without resolver, or None.
        url: Where it can be read, or None.
        locator: The page, table or figure; empty for the work as a whole.
        status: *source* (printed there), *adapted*, or *ours*.

    Raises:
        FrameworkError: If a part is not of its kind, such as a status that is none of the three:
            all findings at once.

    >>> cite("matland-1995", "Table 1").citation
    'Matland (1995), Table 1'
    """

    key: str
    title: str
    authors: tuple[str, ...] = ()
    year: int | None = None
    doi: str | None = None
    url: str | None = None
    locator: str = ""
    status: Status = "source"

    def __attrs_post_init__(self) -> None:
        """Refuse a place or a status that no citation could show."""
        problems = misfits(attrs.asdict(self, recurse=False), _KINDS)
        if problems:
            raise FrameworkError(called(self.key, "source"), tuple(problems))

    @property
    def citation(self) -> str:
        """The citation in one line: authors or title, year, place, and status if not *source*.

        >>> cite("care-act-report", "Table 7, p. 46", status="adapted").citation
        'Care Act report (draft interim report), Table 7, p. 46 [adapted]'
        """
        who = _names(self.authors) if self.authors else self.title
        year = f" ({self.year})" if self.year else ""
        place = f", {self.locator}" if self.locator else ""
        status = "" if self.status == "source" else f" [{self.status}]"
        return f"{who}{year}{place}{status}"


_PAIR: Final = 2


def _is_text(given: Any) -> bool:  # noqa: ANN401 -- whatever was given
    return isinstance(given, str)


def _is_text_or_none(given: Any) -> bool:  # noqa: ANN401 -- whatever was given
    return given is None or isinstance(given, str)


_KINDS: Final[Kinds] = {
    "key": ("text", _is_text),
    "title": ("text", _is_text),
    "authors": (
        "a tuple of names",
        lambda given: isinstance(given, tuple) and all(map(_is_text, cast("tuple[Any]", given))),
    ),
    "year": ("a whole number or None", lambda given: given is None or isinstance(given, int)),
    "doi": ("text or None", _is_text_or_none),
    "url": ("text or None", _is_text_or_none),
    "locator": ("text", _is_text),
    "status": (
        "'source', 'adapted' or 'ours'",
        lambda given: isinstance(given, str) and given in get_args(Status),
    ),
}


def _names(authors: tuple[str, ...]) -> str:
    surnames = [author.split(",")[0] for author in authors]
    if len(surnames) > _PAIR:
        return f"{', '.join(surnames[:-1])} & {surnames[-1]}"
    return " & ".join(surnames)


BIBLIOGRAPHY: Final[tuple[Source, ...]] = (
    Source(
        key="aid-effectiveness-2014",
        title=(
            "Delivery Units: can they catalyse sustained improvements in education service "
            "delivery?"
        ),
        authors=("Aid Effectiveness",),
        year=2014,
    ),
    Source(
        key="allcock-2015",
        title="Constructive comfort: accelerating change in the NHS",
        authors=("Allcock, C.", "Dorman, F.", "Taunt, R.", "Dixon, J."),
        year=2015,
    ),
    Source(
        key="ansell-2017",
        title="Improving Policy Implementation through Collaborative Policymaking",
        authors=("Ansell, C.", "Sorenson, E.", "Torfing, J."),
        year=2017,
    ),
    Source(
        key="audit-commission-2008",
        title="Are we there yet? Improving governance and resource management in Children's Trusts",
        authors=("Audit Commission",),
        year=2008,
    ),
    Source(
        key="australian-government-2014",
        title="Policy Implementation",
        authors=("Australian Government",),
        year=2014,
    ),
    Source(
        key="brown-bromberg-1984",
        title=(
            "An efficient two-stage procedure for generating random variates from the multinomial "
            "distribution"
        ),
        authors=("Brown, M. B.", "Bromberg, J."),
        year=1984,
    ),
    Source(
        key="care-act-report",
        title="Care Act report (draft interim report)",
    ),
    Source(
        key="care-and-support-reform-programme-2015",
        title="Benefits Management Strategy",
        authors=("Care and Support Reform Programme",),
        year=2015,
    ),
    Source(
        key="childrens-workforce-development-council-2010",
        title=(
            "Early identification, assessment of needs and intervention: The Common Assessment "
            "Framework for children and young people, A guide for practitioners"
        ),
        authors=("Children's Workforce Development Council",),
        year=2010,
    ),
    Source(
        key="cohen-1960",
        title="A coefficient of agreement for nominal scales",
        authors=("Cohen, J.",),
        year=1960,
        doi="10.1177/001316446002000104",
    ),
    Source(
        key="cohen-1968",
        title=(
            "Weighted kappa: Nominal scale agreement with provision for scaled disagreement or "
            "partial credit"
        ),
        authors=("Cohen, J.",),
        year=1968,
        doi="10.1037/h0026256",
    ),
    Source(  # named as the text cites it; the reference list has the department's later name
        key="dfes-2003",
        title="Every Child Matters Green Paper",
        authors=("Department for Education and Skills",),
        year=2003,
    ),
    Source(
        key="efron-tibshirani-1993",
        title="An Introduction to the Bootstrap",
        authors=("Efron, B.", "Tibshirani, R. J."),
        year=1993,
    ),
    Source(
        key="every-child-matters-study",
        title=(
            "Integrating Local Government Services for Children in England: "
            "A Policy Implementation Case Study and Analysis"
        ),
        authors=("Thompson, J.", "White, L.", "Carnochan, S.", "Austin, M. J."),
        year=2013,
    ),
    Source(
        key="fleiss-1971",
        title="Measuring nominal scale agreement among many raters",
        authors=("Fleiss, J. L.",),
        year=1971,
        doi="10.1037/h0031619",
    ),
    Source(
        key="franks-bory-2015",
        title=(
            "Who supports the successful implementation and sustainability of evidence-based "
            "practices? Defining and understanding the roles of intermediary and purveyor "
            "organisations"
        ),
        authors=("Franks, R.", "Bory, T."),
        year=2015,
    ),
    Source(
        key="garashi-2021",
        title=(
            "A qualitative exploration of pharmacovigilance policy implementation in Jordan, "
            "Oman, and Kuwait using Matland's ambiguity-conflict model"
        ),
        authors=("Garashi, H. Y.", "Steinke, D. T.", "Schafheutle, E. I."),
        year=2021,
        doi="10.1186/s12992-021-00751-y",
    ),
    Source(
        key="gold-2014",
        title=(
            "International Delivery: Centres of government and the drive for better policy "
            "implementation"
        ),
        authors=("Gold, J.",),
        year=2014,
    ),
    Source(
        key="gwet-2008",
        title=(
            "Computing inter-rater reliability and its variance in the presence of high agreement"
        ),
        authors=("Gwet, K. L.",),
        year=2008,
        doi="10.1348/000711006X126600",
    ),
    Source(
        key="gwet-2014",
        title=(
            "Handbook of Inter-Rater Reliability: The definitive guide to measuring the extent of "
            "agreement among raters (4th edition)"
        ),
        authors=("Gwet, K. L.",),
        year=2014,
    ),
    Source(
        key="hadar-russell-1969",
        title="Rules for ordering uncertain prospects",
        authors=("Hadar, J.", "Russell, W. R."),
        year=1969,
    ),
    Source(
        key="henkel-1991",
        title="Government, Evaluation and Change",
        authors=("Henkel, M.",),
        year=1991,
    ),
    Source(
        key="hill-hupe-2006",
        title=(
            "Analysing policy processes as multiple governance: Accountability in social policy"
        ),
        authors=("Hill, M.", "Hupe, P."),
        year=2006,
    ),
    Source(
        key="hill-hupe-2009",
        title=(
            "Implementing public policy: An introduction to the study of operational governance"
        ),
        authors=("Hill, M.", "Hupe, P."),
        year=2009,
    ),
    Source(
        key="hughes-2013",
        title="Implementation Support: Vision and Priorities",
        authors=("Hughes, A.",),
        year=2013,
    ),
    Source(
        key="hughes-2014",
        title="Implementing your programme – list of support",
        authors=("Hughes, A.",),
        year=2014,
    ),
    Source(
        key="hunter-2020",
        title="Article in the Journal of Long-Term Care (known here by its abstract)",
        authors=("Hunter", "Redgate", "Hudson", "Peckham"),
        year=2020,
        doi="10.31389/jltc.42",
    ),
    Source(
        key="hupe-hill-2015",
        title=(
            "‘And the rest is implementation’. Comparing approaches to what happens in policy "
            "processes beyond Great Expectations"
        ),
        authors=("Hupe, P.", "Hill, M."),
        year=2015,
    ),
    Source(  # footnotes 13 and 20; the former names the Institute for Government alone
        key="ilott-2016",
        title="Making Policy Stick: Tackling long-term challenges in government",
        authors=("Ilott, O.", "Randall, J.", "Bleasdale, A.", "Norris, E."),
        year=2016,
    ),
    Source(
        key="ingram-schneider-1990",
        title="Improving implementation through framing smarter statutes",
        authors=("Ingram, H.", "Schneider, A."),
        year=1990,
    ),
    Source(
        key="king-crewe-2013",
        title="The Blunders of Our Governments",
        authors=("King, A.", "Crewe, I."),
        year=2013,
    ),
    Source(
        key="krippendorff-2011",
        title="Computing Krippendorff's alpha-reliability",
        authors=("Krippendorff, K.",),
        year=2011,
    ),
    Source(
        key="kvist-2007",
        title="Fuzzy set ideal type analysis",
        authors=("Kvist, J.",),
        year=2007,
        doi="10.1016/j.jbusres.2006.10.016",
    ),
    Source(
        key="leroy-mousseau-pirlot-2011",
        title="Learning the parameters of a multiple criteria sorting method",
        authors=("Leroy, A.", "Mousseau, V.", "Pirlot, M."),
        year=2011,
        doi="10.1007/978-3-642-24873-3_17",
    ),
    Source(
        key="lipsky-1980",
        title="Street-Level Bureaucracy",
        authors=("Lipsky, M.",),
        year=1980,
    ),
    Source(
        key="matland-1995",
        title=(
            "Synthesizing the implementation literature: the ambiguity-conflict model of policy "
            "implementation"
        ),
        authors=("Matland, R.",),
        year=1995,
        doi="10.1093/oxfordjournals.jpart.a037242",
    ),
    Source(
        key="mcconnell-2015",
        title="What is policy failure? A primer to help navigate the maze",
        authors=("McConnell, A.",),
        year=2015,
    ),
    Source(
        key="mcguinness-higgins-2021",
        title=(
            "Risk-of-bias VISualization (robvis): An R package and Shiny web app for visualizing "
            "risk-of-bias assessments"
        ),
        authors=("McGuinness, L. A.", "Higgins, J. P. T."),
        year=2021,
        doi="10.1002/jrsm.1411",
    ),
    Source(
        key="national-audit-office-2013",
        title="Over-optimism in government projects",
        authors=("National Audit Office",),
        year=2013,
    ),
    Source(
        key="payne-2008",
        title="So much reform, so little change: the persistence of failure in urban schools",
        authors=("Payne, C.",),
        year=2008,
    ),
    Source(
        key="pew-macarthur-2017",
        title=(
            "Four ways implementation support centers assist in the delivery of evidence-based "
            "programmes"
        ),
        authors=("Pew Charitable Trust/MacArthur Foundation",),
        year=2017,
    ),
    Source(
        key="ragin-2008",
        title="Redesigning Social Inquiry: Fuzzy Sets and Beyond",
        authors=("Ragin, C. C.",),
        year=2008,
    ),
    Source(
        key="sabatier-2007",
        title="The need for better theories",
        authors=("Sabatier, P. A.",),
        year=2007,
    ),
    Source(
        key="sausman-2016",
        title="Policy translation through localisation: implementing national policy in the UK",
        authors=("Sausman, C.", "Oborn, E.", "Barrett, M."),
        year=2016,
    ),
    Source(
        key="sense-about-science-2015",
        title="Assessing how the government uses evidence to make policy",
        authors=("Sense About Science",),
        year=2015,
    ),
    Source(
        key="sense-about-science-2017",
        title=(
            "Transparency of Evidence: an assessment of government policy proposals, May 2015 to "
            "May 2016"
        ),
        authors=("Sense About Science",),
        year=2017,
    ),
    Source(
        key="sugiyama-tagawa-toda-1981",
        title="Methods for visual understanding of hierarchical system structures",
        authors=("Sugiyama, K.", "Tagawa, S.", "Toda, M."),
        year=1981,
        doi="10.1109/TSMC.1981.4308636",
    ),
    Source(
        key="tervonen-2009",
        title="A stochastic method for robustness analysis in sorting problems",
        authors=(
            "Tervonen, T.",
            "Figueira, J. R.",
            "Lahdelma, R.",
            "Almeida Dias, J.",
            "Salminen, P.",
        ),
        year=2009,
        doi="10.1016/j.ejor.2007.09.008",
    ),
    Source(
        key="xu-li-2024",
        title="Article in the Chinese Journal of Health Policy 17(4) (known here by its abstract)",
        authors=("Xu", "Li"),
        year=2024,
    ),
)
"""Every work cited, in order of its key. Locators are empty here; `cite` sets them."""

_WORKS: Final = {work.key: work for work in BIBLIOGRAPHY}


def cite(key: str, locator: str = "", *, status: Status = "source") -> Source:
    """Cite a work of the bibliography.

    Args:
        key: The citation key.
        locator: The page, table or figure in it.
        status: *source* if the thing is printed there, *adapted* if we changed it, *ours* if
            the work only suggested it.

    Returns:
        The work with the place and the status.

    Raises:
        UnknownKeyError: If the bibliography has no such work.
        FrameworkError: If the locator is not text, or the status is none of the three.

    Source:
        This library. Status: ours.

    >>> cite("matland-1995").doi
    '10.1093/oxfordjournals.jpart.a037242'
    """
    try:
        work = _WORKS[key]
    except (KeyError, TypeError):
        known = tuple(_WORKS)
        raise UnknownKeyError(shown(key), "source", known, nearest(key, known)) from None
    return attrs.evolve(work, locator=locator, status=status)
