"""The Care Act's support programme, typed here a second time from the page."""

import pickle
from collections.abc import Callable

import pytest

from implsupport import cases
from implsupport.cases.programme import bodies, relations
from implsupport.sources import Status
from implsupport.vocabulary import Purpose, RelationKind

PROGRAMME = cases.support_programme()

# --- the work streams ---

TABLE_4 = [
    # page, key, work-stream, responsibility of stream, key implementation support
    (
        39,
        "prevention-and-housing",
        "Prevention and housing",
        (
            "Prevention charging regulations (to be delivered alongside wider Charging for Care "
            "regulations); Statutory Guidance on prevention and housing"
        ),
        (
            "Care and Support Specialised Housing Fund - up to £415m used to stimulate the market "
            "for specialised housing"
        ),
    ),
    (
        39,
        "quality-and-safety",
        "Quality and safety",
        (
            "Publish, consult and implement regulations on fundamental standards; Implement new "
            "system of quality ratings against the new standards"
        ),
        "Evidence-based, outcome-based good practice guidance on adult safeguarding",
    ),
    (
        39,
        "information-advice-and-advocacy",
        "Information, advice and advocacy",
        (
            "Delivery of information and advice services to meet needs of population; Legal duty "
            "on local authorities to provide a universal information and advice service"
        ),
        (
            "Improving online LA information; Improve access to independent advice and support for "
            "people with eligible needs"
        ),
    ),
    (
        39,
        "paying-for-care",
        "Paying for care",
        (
            "Support for those planning costs associated with care; Design of deferred payment "
            "scheme"
        ),
        "Identification and sharing of best practice; Development of a ‘model’ pathway",
    ),
    (
        39,
        "charging-for-care",
        "Charging for care",
        "Distributing costs of care between state and individual in equitable manner",
        (
            "Development of a toolkit for local authorities to support readiness; Input into "
            "training materials for local authorities"
        ),
    ),
    (
        39,
        "planning-and-personalisation",
        "Planning and personalisation",
        (
            "Statutory guidance for care planning (including care planning process, reviews, and "
            "personal budgets/resource allocation"
        ),
        (
            "Common principles of resource allocation systems; Easy read guidance for service "
            "users that details what they can expect (and have a right to expect) from the new "
            "care system"
        ),
    ),
    (
        39,
        "assessment-and-eligibility",
        "Assessment and eligibility",
        "Assessment regulations; Statutory guidance on assessment",
        (
            "Tools to support assessment – Developed through ADASS; Tools and training module to "
            "support implementation of the new assessment and eligibility framework – Delivered by "
            "Skills for Care"
        ),
    ),
    (
        39,
        "care-markets",
        "Care markets",
        (
            "Regulations for the market oversight regime (definition of business failure, entry "
            "criteria, obtaining information from group companies including organisations that are "
            "not registered providers) and local authority duty when providers fail"
        ),
        (
            "Principles for dealing with serious provider failure; Self-help networks of DASS’s to "
            "provide mutual support"
        ),
    ),
    (
        40,
        "law-reform",
        "Law reform",
        (
            "Oversight across the suite of regulations and guidance to ensure policy coherence, "
            "quality and a single voice. Includes coordination, challenge and review"
        ),
        (
            "Possible model contract for delegation of functions; Integration Transformation Fund "
            "and Pioneers – financial and learning resources to make integrated health and care a "
            "reality; General information and support to local authorities on sight impairment "
            "registers"
        ),
    ),
]

STREAMS = [key for _, key, *_ in TABLE_4]


@pytest.mark.parametrize(("page", "key", "title", "responsibility", "support"), TABLE_4)
def test_table_4_is_typed_as_printed(
    page: int, key: str, title: str, responsibility: str, support: str
) -> None:
    """CA Table 4, pp. 39-40: the three columns of each row, and the page it begins on."""
    stream = cases.work_streams()[key]

    assert (stream.key, stream.title) == (key, title)
    assert (stream.responsibility, stream.support) == (responsibility, support)
    assert stream.source.locator == f"Table 4, p. {page}"
    assert stream.source.status == "source"


def test_the_table_has_nine_streams_and_the_text_ten() -> None:
    """CA Table 4 against p. 34: both stand, and neither is mended."""
    assert list(cases.work_streams()) == STREAMS
    assert len(STREAMS) == 9
    assert PROGRAMME.said["work-streams"].words.startswith("Ten work streams were established")
    assert PROGRAMME.said["work-streams"].source.locator == "p. 34"


@pytest.mark.parametrize(("_page", "key", "title", "responsibility", "support"), TABLE_4)
def test_a_stream_is_a_body_that_does_what_its_row_says(
    _page: int, key: str, title: str, responsibility: str, support: str
) -> None:
    """CA Table 4, pp. 39-40: a body for each row, without a purpose."""
    body = {body.key: body for body in bodies()}[key]

    assert (body.title, body.kind, body.status) == (title, "work stream", "source")
    assert body.functions == (responsibility, support)
    assert body.purposes == ()


# --- the programme as a whole ---


def test_the_programme_exhibits_all_three_purposes() -> None:
    """CA p. 35 says so of the programme, and of none of its bodies."""
    assert PROGRAMME.title == "The Care Act Implementation Support Programme"
    assert PROGRAMME.purposes == tuple(Purpose)
    assert PROGRAMME.said["purposes"].source.citation == (
        "Care Act report (draft interim report), p. 35"
    )


def test_three_organisational_innovations_name_four_bodies() -> None:
    """CA p. 33: Programme Board; Delivery Board and Programme Management Office; regions."""
    assert list(PROGRAMME.innovations.items()) == [
        ("Programme Board", ("programme-board",)),
        (
            "Delivery Board and Programme Management Office",
            ("delivery-board", "programme-management-office"),
        ),
        ("regional infrastructure", ("regional-infrastructure",)),
    ]


@pytest.mark.parametrize(
    ("key", "page", "words"),
    [
        ("purposes", "p. 35", "The programme also exhibits all three of the purposes"),
        ("intermediary-body", "p. 35", "The PB and PMO in effect functioned as an ‘intermediary"),
        ("three-partners", "p. 33", "Underpinning this infrastructure was the relationship"),
        ("organisational-innovations", "p. 33", "Three key organisational innovations were"),
        ("work-streams", "p. 34", "Ten work streams were established covering the key areas"),
    ],
)
def test_what_is_said_of_the_programme_has_its_page(key: str, page: str, words: str) -> None:
    """CA pp. 33-35: the opening words of each passage."""
    said = PROGRAMME.said[key]

    assert (said.source.locator, said.words[: len(words)]) == (page, words)
    assert len(PROGRAMME.said) == 5


# --- bodies ---

BODIES: list[tuple[str, str, str, Status]] = [
    ("department-of-health", "Department of Health", "central government", "source"),
    (
        "department-of-health-major-programmes-board",
        "Department of Health Major Programmes Board",
        "central government",
        "source",
    ),
    ("cabinet-office", "Cabinet Office", "central government", "source"),
    ("social-care-oversight-group", "Social Care Oversight Group", "central government", "source"),
    ("programme-board", "Programme Board", "programme", "adapted"),
    ("delivery-board", "Delivery Board", "programme", "adapted"),
    ("programme-management-office", "Programme Management Office", "programme", "source"),
    ("local-government-association", "Local Government Association", "partner", "source"),
    (
        "association-of-directors-of-adult-social-services",
        "Association of Directors of Adult Social Services",
        "partner",
        "source",
    ),
    ("solace", "SOLACE", "agency", "source"),
    ("nhs-england", "NHS England", "agency", "source"),
    ("skills-for-care", "Skills for Care", "agency", "adapted"),
    (
        "national-institute-for-clinical-excellence",
        "National Institute for Clinical Excellence",
        "agency",
        "source",
    ),
    ("regional-infrastructure", "regional infrastructure", "regional", "adapted"),
    ("regional-branches-of-adass", "Regional branches of ADASS", "regional", "adapted"),
    ("lead-local-authority-ceos", "lead local authority CEOs", "regional", "source"),
    ("directors-of-adult-social-care", "directors of adult social care", "regional", "source"),
    ("lead-elected-members", "lead elected members", "regional", "source"),
    ("dh-regional-deputy-directors", "DH Regional Deputy Directors", "regional", "source"),
    ("lga-principal-advisers", "LGA Principal Advisers", "regional", "source"),
    ("local-authorities", "local authorities", "local authority", "source"),
]


def test_the_bodies_are_those_that_the_text_names() -> None:
    """CA pp. 33-34, 38 and 45: the work streams come after the programme's other bodies."""
    named = [
        (body.key, body.title, body.kind, body.status)
        for body in bodies()
        if body.kind != "work stream"
    ]

    assert named == BODIES
    assert [body.key for body in bodies()][7:16] == STREAMS


FUNCTIONS = [
    (
        "programme-board",  # pp. 33-34: three functions, each with its purposes
        (
            (
                "Support: The broad purpose here was to provide national leadership and oversee "
                "the delivery of practical support to local authority providers and other delivery "
                "partners"
            ),
            (
                "Assurance: The purposes here were to: oversee delivery of the Care Act legal "
                "framework; ensure that appropriate local delivery plans were in place; provide "
                "assurance on the state of readiness and delivery confidence; ensure expected "
                "benefits and associated outcomes were being realised."
            ),
            (
                "Delivery: The purposes here were to: oversee effective delivery of the national "
                "programme plan; bring together key representatives of delivery organisations; "
                "manage risks and make decisions about delivery."
            ),
        ),
    ),
    (
        "delivery-board",  # p. 34
        (
            "driving timely and effective delivery",
            "ensuring risks and other issues were identified and mitigated",
            (
                "assessing data to monitor impact and drive the delivery of anticipated programme "
                "benefits"
            ),
        ),
    ),
    (
        "programme-management-office",  # p. 34
        (
            "group projects together into work streams",
            "provide a single point of contact for progress",
            "enable the Board to agree and prioritise progress",
            "identify a single senior responsible officer to sign off on plans and related issues",
            "support the identification of cross-cutting issues",
        ),
    ),
    (
        "regional-infrastructure",  # p. 34
        (
            "facilitate rapid dissemination of the latest tools and advice",
            "increase the pace of local implementation",
            "link into assurance mechanisms where the local pace is thought to be falling behind",
        ),
    ),
    (
        "regional-branches-of-adass",  # p. 34
        (
            "take the lead on implementation arrangements",
            (
                "a named contact was to act as an ‘engine room’ for cascading information, advice "
                "and support"
            ),
        ),
    ),
    (
        "association-of-directors-of-adult-social-services",  # Table 4, p. 39
        ("Tools to support assessment – Developed through ADASS",),
    ),
    (
        "skills-for-care",  # Table 4, p. 39
        (
            (
                "Tools and training module to support implementation of the new assessment and "
                "eligibility framework – Delivered by Skills for Care"
            ),
        ),
    ),
    (
        "social-care-oversight-group",  # p. 45
        (
            (
                "ongoing implementation risks would continue to be reported to an existing DH "
                "forum, the Social Care Oversight Group"
            ),
        ),
    ),
]


@pytest.mark.parametrize(("key", "functions"), FUNCTIONS)
def test_a_body_does_what_is_printed(key: str, functions: tuple[str, ...]) -> None:
    """CA pp. 33-34, 39 and 45: functions, tasks and remit, in the order of the page."""
    assert {body.key: body.functions for body in bodies()}[key] == functions


def test_of_the_other_bodies_no_function_is_printed() -> None:
    """Eight bodies and the nine work streams have functions; of thirteen none is stated."""
    without = [body.key for body in bodies() if not body.functions]

    assert len(without) == 13


def test_a_purpose_is_read_into_four_bodies_with_a_reason() -> None:
    """CA p. 16 names what each purpose comprises; the reading of functions is ours."""
    read = {key: tuple(reasons) for key, reasons in PROGRAMME.reasons.items()}

    assert read == {
        "programme-board": (Purpose.MANAGING_AND_REGULATING,),
        "skills-for-care": (Purpose.CAPACITY_BUILDING,),
        "regional-infrastructure": tuple(Purpose),
        "regional-branches-of-adass": (Purpose.CAPACITY_BUILDING,),
    }
    assert read == {body.key: body.purposes for body in bodies() if body.purposes}


def test_every_reason_for_a_purpose_cites_page_16() -> None:
    """CA p. 16: each reason sets words of a body's own page beside those of that page."""
    reasons = [reason for why in PROGRAMME.reasons.values() for reason in why.values()]

    assert len(reasons) == 6
    assert [reason for reason in reasons if "(p. 16)" not in reason] == []


def test_no_body_with_a_purpose_passes_for_the_source() -> None:
    """The report gives purposes to the programme alone: such a body is adapted."""
    assert {body.status for body in bodies() if body.purposes} == {"adapted"}


def test_every_body_rests_on_words_with_a_page() -> None:
    """Each body is named in a passage; its status goes with it."""
    assert list(PROGRAMME.bodies) == [body.key for body in bodies()]
    assert min(map(len, PROGRAMME.bodies.values())) == 1
    assert [
        {passage.source.status for passage in passages} for passages in PROGRAMME.bodies.values()
    ] == [{body.status} for body in bodies()]


# --- relations ---

RELATIONS: list[tuple[str, str, str, Status, str]] = [
    (
        "programme-board",
        "accountable-to",
        "department-of-health-major-programmes-board",
        "source",
        "p. 33",
    ),
    *[
        (below, "accountable-to", "programme-board", "adapted", "p. 33")
        for below in ("programme-management-office", "delivery-board", *STREAMS)
    ],
    *[
        (member, "member-of", "programme-board", "source", "p. 33")
        for member in (
            "department-of-health",
            "local-government-association",
            "association-of-directors-of-adult-social-services",
            "solace",
            "nhs-england",
            "skills-for-care",
            "national-institute-for-clinical-excellence",
        )
    ],
    ("cabinet-office", "member-of", "programme-board", "adapted", "p. 38"),
    ("department-of-health", "member-of", "delivery-board", "adapted", "p. 34"),
    *[
        (partner, "member-of", "regional-infrastructure", "adapted", "p. 34")
        for partner in (
            "lead-local-authority-ceos",
            "directors-of-adult-social-care",
            "lead-elected-members",
            "regional-branches-of-adass",
        )
    ],
    ("programme-management-office", "supports", "programme-board", "source", "p. 34"),
    *[
        ("programme-management-office", "supports", target, "adapted", "Table 6, p. 42")
        for target in ("regional-infrastructure", "local-authorities")
    ],
    ("programme-board", "supports", "regional-infrastructure", "adapted", "Table 6, p. 42"),
    ("programme-board", "supports", "local-authorities", "adapted", "p. 33"),
    ("regional-infrastructure", "supports", "local-authorities", "adapted", "p. 34"),
    ("charging-for-care", "supports", "local-authorities", "adapted", "Table 4, p. 39"),
    ("law-reform", "supports", "local-authorities", "source", "Table 4, p. 40"),
    *[
        (agency, "supports", "assessment-and-eligibility", "adapted", "Table 4, p. 39")
        for agency in ("association-of-directors-of-adult-social-services", "skills-for-care")
    ],
    *[
        (adviser, "supports", partner, "source", "p. 34")
        for adviser in ("dh-regional-deputy-directors", "lga-principal-advisers")
        for partner in (
            "lead-local-authority-ceos",
            "directors-of-adult-social-care",
            "lead-elected-members",
        )
    ],
    ("programme-management-office", "informs", "programme-board", "adapted", "p. 38"),
    ("programme-management-office", "informs", "regional-infrastructure", "adapted", "p. 34"),
    ("regional-infrastructure", "informs", "programme-management-office", "adapted", "p. 34"),
    ("regional-infrastructure", "informs", "local-authorities", "adapted", "p. 34"),
    ("local-authorities", "informs", "regional-infrastructure", "adapted", "p. 33"),
    ("programme-management-office", "informs", "local-authorities", "adapted", "Table 5, p. 42"),
    ("programme-board", "informs", "local-authorities", "adapted", "Table 6, p. 42"),
    ("law-reform", "informs", "local-authorities", "source", "Table 4, p. 40"),
]


def test_the_relations_are_those_that_the_text_states() -> None:
    """CA pp. 33-34, 38-40 and 42: each with its status and the page of its first passage."""
    listed = [
        (relation.source, relation.kind.key, relation.target, relation.status, passage.locator)
        for relation, (passage, *_) in zip(
            relations(),
            ([p.source for p in passages] for passages in PROGRAMME.relations.values()),
            strict=True,
        )
    ]

    assert listed == RELATIONS


def test_every_relation_rests_on_words_of_its_status() -> None:
    """A passage is found by the two ends and the kind of the relation that rests on it."""
    found = {
        key: {passage.source.status for passage in passages}
        for key, passages in PROGRAMME.relations.items()
    }

    assert found == {(one.source, one.target, one.kind): {one.status} for one in relations()}


def test_the_words_of_the_one_chain_upwards_are_kept() -> None:
    """CA p. 33: "upwardly accountable"."""
    ends = "programme-board", "department-of-health-major-programmes-board"
    (passage,) = PROGRAMME.relations[*ends, RelationKind.ACCOUNTABLE_TO]

    assert passage.words == (
        "The PB was upwardly accountable to the Department of Health Major Programmes Board"
    )


def test_the_dialogue_is_cited_as_a_principle() -> None:
    """CA p. 33: what a collaborative infrastructure was to be, one of three principles."""
    ends = "local-authorities", "regional-infrastructure"
    (passage,) = PROGRAMME.relations[*ends, RelationKind.INFORMS]

    assert passage.words.startswith("Collaborative infrastructure: one that supports")
    assert (passage.source.locator, passage.source.status) == ("p. 33", "adapted")


@pytest.mark.parametrize("call", [cases.support_programme, cases.work_streams, bodies, relations])
def test_the_programme_is_made_once_and_frozen(call: Callable[[], object]) -> None:
    """The same object comes back each time; it can be a key, and it pickles."""
    assert call() is call()
    assert {call(): "found"}[pickle.loads(pickle.dumps(call()))] == "found"  # noqa: S301 -- our own
