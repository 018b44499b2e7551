"""Dated events, typed here a second time from the page."""

import pickle
import re
from collections.abc import Callable
from itertools import chain

import pytest

from implsupport import cases

# --- central units of the United Kingdom: CA pp. 14 and 16 ---

CPRS = (
    "In the UK the first overt strategy unit was probably the Central Policy Review Staff (CPRS) "
    "created in 1971 to relate the policies of individual departments to the government’s strategy "
    "as a whole."
)
REVIVED = (
    "The Conservative Government of Margaret Thatcher abolished the unit but the idea was revived "
    "under Tony Blair’s first Labour Government with the creation of a Performance and Innovation "
    "Unit based in the Cabinet Office in 1998, followed by the Prime Minister’s Strategy Unit in "
    "2002 and a Delivery Unit run by Michael Barber who has subsequently written about the "
    "experience."
)
LATTER = (
    "The latter - intended to ensure progress on selected priority public service targets – was in "
    "turn abolished by the 2010 Conservative Government which then set up the Major Projects "
    "Authority (MPA) to manage its portfolio of around 200 discrete high-risk projects."
)
MERGED = (
    "In 2016 the MPA merged with Infrastructure UK to form a new organisation, the Infrastructure "
    "and Projects Authority."
)
TEAMS = (
    "It is likely to require a flexible staffing model able to respond to different needs and "
    "demands along the lines of the Joint Improvement Team in Scotland and the Change Agent Team "
    "in England. Both of these implementation support teams have since been abolished."
)

UNITS = [
    ("1971", "Central Policy Review Staff created", CPRS, "p. 14"),
    (None, "Central Policy Review Staff abolished", REVIVED, "p. 14"),
    ("1998", "Performance and Innovation Unit created", REVIVED, "p. 14"),
    ("2002", "Prime Minister’s Strategy Unit follows", REVIVED, "p. 14"),
    (None, "Delivery Unit follows", REVIVED, "p. 14"),
    ("2010", "Delivery Unit abolished by the government of 2010", LATTER, "p. 14"),
    (None, "Major Projects Authority set up, for around 200 projects", LATTER, "p. 14"),
    (
        "2016",
        (
            "Major Projects Authority and Infrastructure UK merged as Infrastructure and Projects "
            "Authority"
        ),
        MERGED,
        "p. 14",
    ),
    (None, "Joint Improvement Team abolished", TEAMS, "p. 16"),
    (None, "Change Agent Team abolished", TEAMS, "p. 16"),
]


def told(events: tuple[cases.Event, ...]) -> list[tuple[str | None, str, str, str]]:
    """List the events with their place, to be compared with the page."""
    return [(event.date, event.title, event.words, event.source.locator) for event in events]


def test_the_central_units_are_those_of_the_page() -> None:
    """CA pp. 14 and 16: ten events, five of them without a date."""
    assert told(cases.central_units()) == UNITS


# --- passage of the Care Act: CA pp. 31-34 ---

DEFERRED = (
    "The Care Act consisted of two phases but in July 2015 it was announced that Phase 2 "
    "(introducing a cap on care costs due to take effect in April 2016) was to be deferred until "
    "April 2020."
)
PHASE_1 = (
    "It nevertheless left a raft of complex changes to be introduced under Phase 1 from April 2015."
)
LAW = (
    "Despite its complexity and some measure of political disagreement over the cap on costs, the "
    "Act slipped relatively quietly into law."
)
SCRUTINY = (
    "This consensus, both in and beyond Westminster, was sustained by the willingness of ministers "
    "to accept changes to the legislation during almost two years of scrutiny."
)
CONSULTED = (
    "After a public consultation that attracted around a thousand responses, a special joint "
    "committee of MPs and peers was established to scrutinise the draft bill, and a substantial "
    "number of its 107 recommendations for amendment were adopted."
)
LORDS = (
    "Further changes were agreed as the bill worked its way through Parliament, where – unusually "
    "- the Bill commenced in the Lords in recognition of the knowledge and relevant experience of "
    "so many members."
)
WHITE_PAPER = (
    "The origin of the PB lay in the Implementation Programme Board set up in the wake of the Care "
    "and Support White Paper of July 2012."
)
OFFICE = (
    "The PMO was established in November 2013 to support the work of the Board and was seen as "
    "central to the fulfilment of all three Board functions – support, assurance and delivery."
)

PASSAGE = [
    ("2015-07", "Phase 2 deferred from April 2016 to April 2020", DEFERRED, "p. 31"),
    ("2015-04", "Phase 1 to be introduced from then on", PHASE_1, "p. 31"),
    ("2014", "The Act becomes law", LAW, "p. 32"),
    (None, "Changes accepted during almost two years of scrutiny", SCRUTINY, "p. 32"),
    (None, "Public consultation, with around a thousand responses", CONSULTED, "p. 32"),
    (None, "Joint committee on the draft bill, with 107 recommendations", CONSULTED, "p. 32"),
    (None, "The bill in Parliament, in the Lords first", LORDS, "p. 32"),
    ("2012-07", "Care and Support White Paper", WHITE_PAPER, "p. 33"),
    (
        None,
        "Implementation Programme Board set up, the origin of the Programme Board",
        WHITE_PAPER,
        "p. 33",
    ),
    ("2013-11", "Programme Management Office established", OFFICE, "p. 34"),
]


def test_the_legislative_passage_is_that_of_the_page() -> None:
    """CA pp. 31-34: ten events, five of them without a date."""
    assert told(cases.legislative_passage()) == PASSAGE


def test_the_deferral_is_told_twice_in_the_same_words() -> None:
    """CA p. 31: the passage on the deferral quotes the sentence that the event does."""
    deferred = cases.legislative_passage()[0]

    assert deferred.words == cases.deferral().announcement
    assert deferred.date == cases.deferral().announced


# --- Every Child Matters: ECM, Background ---

OVERVIEW = "Background, Every Child Matters: A Policy Overview"

LAMING = (
    "The Laming Report was published in January 2003 following the death of eight-year-old "
    "Victoria Climbié."
)
PATHFINDERS = (
    "In June 2003 the Secretary of State for Health invited health, social services, and other "
    "partners delivering services to children on a local authority level to “join up” by working "
    "together on discrete projects. These projects were “pathfinders” for Children’s Trusts, which "
    "later legislation would require all local authorities to establish (Barker, 2009). The "
    "initial 35 pathfinders were given three-year funding to establish themselves."
)
GREEN_PAPER = (
    "In September 2003 the Every Child Matters (ECM) Green Paper was published and proposed the "
    "development of Children's Trusts for all local authority areas in England."
)
CHILDREN_ACT = (
    "In November 2004 the Children Act 2004 passed into law, providing the legal basis for "
    "Children's Trusts and the Every Child Matters agenda."
)
EXPECTED = (
    "The government's expectation was that most authorities would have Children's Trust "
    "arrangements in place by 2006 and that all would be in place by 2008."
)
DIRECTOR = (
    "Local authorities were required to appoint a Director of Children's Services (DCS) and to "
    "designate a Lead Member for children's services by April 2008; previously each local "
    "authority area had a Director of Education and a Director of Social Services."
)
DUTY = (
    "Some partners, such as local authority children's services and the primary care trust, were "
    'given a "duty to cooperate," i.e. they are required by law to work together, while other '
    "partners, including schools, were encouraged to participate in the Children's Trust, but, "
    "until January 2010, had no official duty to cooperate."
)
PLAN = "In December 2007 the national Children’s Plan was published."
GUIDANCE = (
    "In 2008 the government published new policy guidance for Children’s Trusts that updated 2005 "
    "guidance and placed greater emphasis on improving outcomes and promoting change in the "
    "culture of inter-agency relations."
)
ASCL = (
    "It was only with the November 2009 Apprenticeships, Skills, Children and Learning (ASCL) Act "
    "that schools were included in the regulations."
)

TIMELINE = [
    ("2003-01", "Laming Report", LAMING),
    (
        "2003-06",
        "Partners invited to projects: pathfinders for Children’s Trusts, 35 at first",
        PATHFINDERS,
    ),
    ("2003-09", "Every Child Matters Green Paper", GREEN_PAPER),
    ("2004-11", "Children Act 2004", CHILDREN_ACT),
    ("2006", "Most authorities expected to have Children's Trust arrangements by then", EXPECTED),
    ("2008", "All authorities expected to have Children's Trust arrangements by then", EXPECTED),
    ("2008-04", "Director of Children's Services and Lead Member required by then", DIRECTOR),
    ("2010-01", "No official duty of schools to cooperate until then", DUTY),
    ("2007-12", "Children’s Plan", PLAN),
    ("2008", "New guidance for Children’s Trusts", GUIDANCE),
    ("2005", "Guidance for Children’s Trusts, updated in 2008", GUIDANCE),
    ("2009-11", "Apprenticeships, Skills, Children and Learning Act", ASCL),
]


def test_the_timeline_is_that_of_the_overview() -> None:
    """ECM, Every Child Matters: A Policy Overview: twelve dated events."""
    printed = [(*event, OVERVIEW) for event in TIMELINE]

    assert told(cases.every_child_matters_timeline()) == printed


# --- the duty to cooperate: ECM, Background, Analysis and Discussion ---

CONSTITUTIVE = "Analysis, Constitutive Level, Duty to Cooperate"
LINEAR = "Discussion, Understanding Policy Implementation through MGF"

STILL_NOT = (
    "Schools still were not “relevant partners” with a duty to cooperate, but the guidance called "
    "for a significant change in how schools were involved in Children’s Trust arrangements, "
    "including improved accountability for the outcomes of children and young people, as well as "
    "accountability within the Children’s Trust for the educational achievement of children, and a "
    "greater role for Board members of the Children’s Trust related to commissioning (contracting "
    "for) local services (Department for Children, Schools and Families, 2008)."
)
MANDATED = (
    f"{ASCL} The ASCL Act placed Children’s Trust boards on statutory footing and mandated that "
    "schools become “relevant partners” with a duty to cooperate."
)
INCLUDE = (
    "Partners with a “duty to cooperate” include social care (i.e. child welfare), health, and "
    "education."
)
FORMAL_LAW = (
    "For example, with Children’s Trusts, the policy begins with the formal law establishing local "
    "children’s trusts and requiring health, schools and social services to form official "
    "administrative oversight (constitutive)."
)
AMONG = (None, "among the partners with a duty to cooperate", INCLUDE, CONSTITUTIVE)
REQUIRED = (None, "required by law to form official administrative oversight", FORMAL_LAW, LINEAR)

PARTNERS = {
    "local-authority-childrens-services": [
        ("2004", "given the duty to cooperate", DUTY, OVERVIEW),
    ],
    "primary-care-trust": [
        ("2004", "given the duty to cooperate", DUTY, OVERVIEW),
    ],
    "schools": [
        ("2004", "encouraged to participate", DUTY, OVERVIEW),
        ("2010-01", "no official duty to cooperate until then", DUTY, OVERVIEW),
        ("2008", "still not relevant partners with a duty to cooperate", STILL_NOT, OVERVIEW),
        (
            "2009-11",
            "mandated to become relevant partners with a duty to cooperate",
            MANDATED,
            OVERVIEW,
        ),
        REQUIRED,
    ],
    "social-care": [AMONG],
    "health": [AMONG, REQUIRED],
    "education": [AMONG],
    "social-services": [REQUIRED],
}


def test_the_duty_keeps_all_that_is_said_of_each_partner() -> None:
    """ECM, overview, analysis and discussion: seven names, and three words on schools."""
    duty = {partner: told(events) for partner, events in cases.duty_to_cooperate().items()}

    assert duty == PARTNERS
    assert list(duty) == list(PARTNERS)


# --- all of them ---

READ = [cases.central_units, cases.legislative_passage, cases.every_child_matters_timeline]

ALL = [
    *chain.from_iterable(read() for read in READ),
    *chain.from_iterable(cases.duty_to_cooperate().values()),
]


def test_a_date_is_a_year_or_a_month() -> None:
    """So that dates of one kind can be put in order as text."""
    odd = [event for event in ALL if event.date and not re.fullmatch(r"\d{4}(-\d\d)?", event.date)]

    assert odd == []


def test_the_year_of_a_date_is_printed_in_the_words() -> None:
    """But for the two Acts of the name: the year of an Act is in its title, not in the sentence."""
    unprinted = [
        (event.date, event.title)
        for event in ALL
        if event.date and event.date[:4] not in event.words
    ]

    assert unprinted == [
        ("2014", "The Act becomes law"),
        ("2004", "given the duty to cooperate"),
        ("2004", "given the duty to cooperate"),
        ("2004", "encouraged to participate"),
    ]


@pytest.mark.parametrize("read", [*READ, cases.duty_to_cooperate])
def test_events_are_kept_and_cannot_change(read: Callable[[], object]) -> None:
    """Each is read once, hashes and pickles."""
    copy = pickle.loads(pickle.dumps(read()))  # noqa: S301 - our own bytes

    assert read() is read()
    assert copy == read()
    assert hash(copy) == hash(read())
