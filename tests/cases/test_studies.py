"""The built-in studies, with what the sources state typed here a second time."""

from collections.abc import Callable

import pytest

from implsupport import cases
from implsupport.cases.tables import read
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict, classify
from implsupport.terms import Gap, Term
from implsupport.vocabulary import Extent, Purpose, RelationKind, SupportModel

KEYS_OF_TABLE_2 = [
    "total-place",
    "city-challenge",
    "ccsf",
    "devolution-act",
    "ccdp",
    "troubled-families",
    "older-patients-discharge",
    "academies",
    "new-deal",
    "haz",
    "sure-start",
    "hsca",
    "better-care-fund",
    "hwb",
    "vanguards",
]

PUBLISHED = [
    "smallpox-eradication-who",
    "school-busing-for-desegregation-us",
    "project-head-start-us",
    "community-action-agencies-us",
    "pharmacovigilance-guideline-jordan",
    "pharmacovigilance-guideline-oman",
    "pharmacovigilance-guideline-kuwait",
    "trans-regional-immediate-medical-settlement-china",
]


# --- the study as a whole ---


@pytest.mark.parametrize("call", [cases.study, cases.illustration, cases.every_child_matters])
def test_a_study_is_made_once_and_hashes(call: Callable[[], object]) -> None:
    """The same object comes back each time, and it can be a key."""
    assert call() is call()
    assert {call(): "found"}[call()] == "found"


def test_the_study_lists_the_sources_it_cites() -> None:
    """Six works: two reports, and four that place or judge."""
    assert [source.key for source in cases.study().sources] == [
        "care-act-report",
        "every-child-matters-study",
        "matland-1995",
        "garashi-2021",
        "xu-li-2024",
        "hunter-2020",
    ]


def test_the_study_has_the_bodies_of_the_support_programme() -> None:
    """CA pp. 33-45: bodies and relations as typed in; nobody decided between assessors."""
    study = cases.study()

    assert (len(study.bodies), len(study.relations), study.decisions) == (30, 49, ())
    assert study.bodies[4].title == "Programme Board"


def test_the_study_is_the_sources_own() -> None:
    """The study states what is printed, under a title that says so."""
    assert cases.study().title == "What the sources state"
    assert cases.study().status == "source"


# --- policies ---


def test_the_policies_stand_in_the_order_of_the_sources() -> None:
    """The two main cases, then CA Table 2, p. 21, then the published ones."""
    keys = [policy.key for policy in cases.study().policies]

    assert keys == ["care-act", "every-child-matters", *KEYS_OF_TABLE_2, *PUBLISHED]


@pytest.mark.parametrize(
    ("key", "title", "year"),
    [
        ("care-act", "Care Act 2014", 2014),
        ("every-child-matters", "Every Child Matters", 2003),
        ("devolution-act", "Cities and Local Government Devolution Act 2016", 2016),
        ("hsca", "Health and Social Care Act", 2012),
        ("vanguards", "Vanguards", None),
        ("smallpox-eradication-who", "Smallpox eradication (WHO)", None),
    ],
)
def test_a_policy_has_its_printed_title(key: str, title: str, year: int | None) -> None:
    """CA p. 4, p. 21 and p. 22; ECM, A Policy Overview; the published placements."""
    policies = {policy.key: policy for policy in cases.study().policies}

    assert (policies[key].title, policies[key].year) == (title, year)


@pytest.mark.parametrize(
    ("key", "note"),
    [
        ("haz", "Care Act report (draft interim report), Table 2, p. 21"),
        (
            "ccsf",
            (
                "Care Act report (draft interim report), Table 2, p. 21; Henwood, M & Wistow, G "
                "(1993) Evaluation of the Impact of the Community Care Support Force. Community "
                "Care Division, The Nuffield Institute for Health"
            ),
        ),
        ("project-head-start-us", "Matland 1995"),
    ],
)
def test_a_policy_says_where_it_is_named(key: str, note: str) -> None:
    """CA Table 2, p. 21, with the literature of Table 3, p. 27; the published placements."""
    notes = {policy.key: policy.note for policy in cases.study().policies}

    assert notes[key] == note


# --- positions ---


@pytest.mark.parametrize(
    ("place", "part", "quotation"),
    [
        (
            0,
            "Phase 1",
            (
                "It nevertheless left a raft of complex changes to be introduced under Phase 1 "
                "from April 2015."
            ),
        ),
        (
            1,
            "Phase 2",
            (
                "The Care Act consisted of two phases but in July 2015 it was announced that Phase "
                "2 (introducing a cap on care costs due to take effect in April 2016) was to be "
                "deferred until April 2020."
            ),
        ),
    ],
)
def test_neither_phase_of_the_care_act_is_placed(place: int, part: str, quotation: str) -> None:
    """CA p. 31: no cell for either phase."""
    position = cases.study().positions[place]

    assert (position.policy, position.part) == ("care-act", part)
    assert (position.ambiguity, position.conflict) == (Gap.NOT_STATED, Gap.NOT_STATED)
    assert position.evidence[0].quotation == quotation


def test_the_sentence_on_the_deferral_is_a_note_on_the_phase_deferred() -> None:
    """CA p. 31: the one sentence on the matrix is of Phase 2; none is of Phase 1."""
    first, second = cases.study().positions[:2]

    assert first.note == "nothing is said of where Phase 1 stands in the matrix"
    assert second.note == (
        "This removed a key part of the legislation - and a high-risk aspect – and in terms of "
        "Matland’s matrix removed much of the element of ‘political implementation’."
    )


OWN = "author's own example"
NO_PAGE = "page not confirmed"
MATLAND = "Matland 1995"
GARASHI = "Garashi, Steinke & Schafheutle 2021"
XU_LI = "Xu & Li 2024 (Chinese Journal of Health Policy 17(4))"
VARIED = "varied: sentiments about conflict varied; between experimental and symbolic"

LOW, HIGH = Ambiguity.LOW, Ambiguity.HIGH
CALM, CONTESTED, UNSURE = Conflict.LOW, Conflict.HIGH, Gap.CONFLICTING_EVIDENCE

PLACEMENTS = [
    # policy, step, layer, ambiguity, conflict, citation, basis, note
    (PUBLISHED[0], None, None, LOW, CALM, MATLAND, OWN, NO_PAGE),
    (PUBLISHED[1], None, None, LOW, CONTESTED, MATLAND, OWN, NO_PAGE),
    (PUBLISHED[2], None, None, HIGH, CALM, MATLAND, OWN, NO_PAGE),
    (PUBLISHED[3], None, None, HIGH, CONTESTED, MATLAND, OWN, NO_PAGE),
    (PUBLISHED[4], None, "national", LOW, CALM, GARASHI, "abstract", None),
    (PUBLISHED[5], None, "national", LOW, CALM, GARASHI, "abstract", None),
    (PUBLISHED[6], None, "national", HIGH, UNSURE, GARASHI, "abstract", VARIED),
    (PUBLISHED[7], 1, None, HIGH, CALM, XU_LI, "abstract", "stage 1"),
    (PUBLISHED[7], 2, None, HIGH, CONTESTED, XU_LI, "abstract", "stage 2"),
    (PUBLISHED[7], 3, None, LOW, CONTESTED, XU_LI, "abstract", "stage 3"),
    (PUBLISHED[7], 4, None, LOW, CALM, XU_LI, "abstract", "stage 4"),
]


def test_the_published_placements_are_as_published() -> None:
    """Matland 1995, Garashi et al. 2021, Xu & Li 2024: every row of the collection."""
    assert [
        (
            position.policy,
            position.step,
            position.layer,
            position.ambiguity,
            position.conflict,
            position.assessor,
            position.basis,
            position.note,
        )
        for position in cases.study().positions[2:]
    ] == PLACEMENTS


def test_the_published_placements_cite_their_work() -> None:
    """Matland 1995, Garashi et al. 2021, Xu & Li 2024: each placement names one work."""
    works = [position.evidence[0].source for position in cases.study().positions[2:]]

    assert works == ["matland-1995"] * 4 + ["garashi-2021"] * 3 + ["xu-li-2024"] * 4


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        (0, "administrative"),
        (1, "political"),
        (2, "experimental"),
        (3, "symbolic"),
        (4, "administrative"),
        (5, "administrative"),
        (7, "experimental"),
        (8, "symbolic"),
        (9, "political"),
        (10, "administrative"),
    ],
)
def test_the_matrix_gives_the_kind_that_is_published(row: int, kind: str) -> None:
    """The kind that each publication names is the cell of the axes that it gives."""
    placement = read("published_placements")["placements"][row]
    reading = classify(ambiguity=placement["ambiguity"], conflict=placement["conflict"])

    assert placement["printed_kind"] == kind
    assert reading.kind.key == kind


def test_no_position_of_the_study_is_a_number() -> None:
    """No source grades an axis: every axis is a grade or a gap."""
    axes = [axis for one in cases.study().positions for axis in (one.ambiguity, one.conflict)]

    assert len(axes) == 26
    assert all(isinstance(axis, Term) for axis in axes)


# --- assessments ---


SUCCESS, NOT_ASSESSED = "relative-success", Gap.NOT_ASSESSED
NONE = "the abstract gives no verdict, and the published list has not-assessed"

VERDICTS = [
    # criterion, grade, gap, what the abstract says
    (
        "legitimacy",
        SUCCESS,
        None,
        "abstract lists helping to secure policy legitimacy among the programme's successes",
    ),
    (
        "stakeholders",
        SUCCESS,
        None,
        "abstract lists developing stakeholder engagement among the successes",
    ),
    (
        "politics",
        SUCCESS,
        None,
        "abstract lists sustaining political support among the successes",
    ),
    ("clarity", None, NOT_ASSESSED, NONE),
    ("complexity", None, NOT_ASSESSED, NONE),
    (
        "objectives",
        None,
        NOT_ASSESSED,
        (
            f"{NONE}; readiness of local agencies is named as a success, "
            "which is not one of the six criteria"
        ),
    ),
]


@pytest.mark.parametrize(("criterion", "grade", "gap", "note"), VERDICTS)
def test_the_published_verdicts_are_as_published(
    criterion: str, grade: str | None, gap: Gap | None, note: str
) -> None:
    """Hunter et al. 2020, abstract: three successes, and no verdict on the rest."""
    rating = cases.study().assessments[0].ratings[criterion]

    assert (rating.grade, rating.gap, rating.note) == (grade, gap, note)
    assert (rating.evidence[0].source, rating.evidence[0].locator) == ("hunter-2020", "abstract")


def test_only_the_care_acts_programme_is_assessed() -> None:
    """CA prints no grade for any case, so there is one assessment: the later publication's."""
    (assessment,) = cases.study().assessments

    assert (assessment.policy, assessment.object) == ("care-act", "support-programme")
    assert (assessment.rubric, len(assessment.ratings)) == ("success", 6)
    assert assessment.assessor == "Hunter, Redgate, Hudson & Peckham 2020"
    assert (assessment.date, assessment.status) == ("2020", "adapted")


# --- activities ---


ACTIVITIES = [
    (
        "duty-to-cooperate",
        "Duty to cooperate",
        ((Locus.SYSTEM, Level.CONSTITUTIVE),),
        ("national", "local"),
    ),
    ("inspection-regimes", "Inspection regimes", ((Locus.SYSTEM, Level.OPERATIONAL),), ()),
    (
        "governance-structures",
        "Governance structures",
        ((Locus.ORGANISATION, Level.CONSTITUTIVE),),
        ("local",),
    ),
    (
        "joint-planning-and-commissioning",
        "Joint planning & commissioning",
        ((Locus.ORGANISATION, Level.DIRECTIVE),),
        (),
    ),
    (
        "common-assessment-framework",
        "Common Assessment framework",
        ((Locus.ORGANISATION, Level.OPERATIONAL), (Locus.INDIVIDUAL, Level.OPERATIONAL)),
        (),
    ),
    (
        "visionary-leadership",
        "visionary leadership willing to take risks and reform a large, complicated system",
        (),
        (),
    ),
    ("change-champions", "change champions", (), ()),
    (
        "engaged-frontline-workers",
        (
            "frontline workers engaged and enthused by a new policy environment within which to "
            "improve their practice"
        ),
        (),
        (),
    ),
]


def test_the_activities_are_those_of_the_table() -> None:
    """ECM Table 2, row by row; then what "Challenges with the Framework" finds no place for."""
    assert [
        (activity.key, activity.title, activity.cells, activity.layers)
        for activity in cases.every_child_matters()
    ] == ACTIVITIES


QUOTATIONS = [
    (
        "The decisions to develop duties to cooperate amongst disparate and independent agencies "
        "created both institutional redesign (system & constitutive) at different formal "
        "administrative layers – within the federal administrative departments and at a local "
        "level within local authorities and appointed Children’s Trusts."
    ),
    (
        "By monitoring outcomes for all participating children's service organizations, the new "
        "inspection regimes in the ECM agenda manage the progress and implementation of the "
        "policy's objectives."
    ),
    (
        "This aspect of the policy implementation illustrates constitutive governance between "
        "organizations (locus) in the local jurisdiction (layer)."
    ),
    (
        "Joint planning and commissioning is directive governance because it establishes the "
        "direction and goals for integrated working and collaboration between local agencies and "
        "organizations."
    ),
    (
        "Because the CAF simultaneously changes the job expectations of individual workers and the "
        "expected interactions between workers across organizations, the CAF is an example of "
        "operational governance at both the individual (i.e. “managing contacts”) and "
        "organizational (i.e. “managing relationships”) loci."
    ),
]


def test_the_supports_quote_the_words_on_their_place() -> None:
    """ECM, Analysis: for each of the five supports, the sentence that says where it stands."""
    supports = cases.every_child_matters()[:5]

    assert [support.evidence[1].quotation for support in supports] == QUOTATIONS
    assert {support.evidence[0].locator for support in supports} == {"Table 2"}


def test_the_factors_quote_that_they_are_no_activities() -> None:
    """ECM, Discussion, "Challenges with the Framework": factors, not activities."""
    (words,) = {factor.evidence[0].quotation for factor in cases.every_child_matters()[5:]}

    assert words == (
        "Our interviews with respondents identified a number of factors (not activities) that "
        "aided in the implementation of the Every Child Matters agenda. Some of these include "
        "visionary leadership willing to take risks and reform a large, complicated system, as "
        "well as change champions and frontline workers engaged and enthused by a new policy "
        "environment within which to improve their practice."
    )


def test_the_activities_are_all_of_every_child_matters() -> None:
    """ECM Table 2: no other case has a governance grid."""
    assert cases.every_child_matters() == cases.study().activities
    assert {activity.policy for activity in cases.study().activities} == {"every-child-matters"}


# --- approaches ---


NO, IN_PART, YES = Extent.NO, Extent.IN_PART, Extent.YES


@pytest.mark.parametrize(
    ("place", "key", "exhibited_in", "extents"),
    [
        (
            0,
            "phased-implementation",
            ("sure-start", "hwb", "troubled-families", "care-act"),
            (IN_PART, YES, IN_PART),
        ),
        (3, "increase-public-awareness", ("care-act",), (NO, YES, NO)),
        (10, "targeted-support", ("ccsf",), (YES, YES, YES)),
        (
            17,
            "joint-production-of-operating-models",
            ("sure-start", "troubled-families", "vanguards", "care-act"),
            (IN_PART, YES, NO),
        ),
        (
            19,
            "collaboration-using-and-developing-strategic-partnerships",
            ("hwb", "care-act"),
            (NO, YES, YES),
        ),
    ],
)
def test_an_approach_has_its_cases_and_ratings(
    place: int, key: str, exhibited_in: tuple[str, ...], extents: tuple[Extent, ...]
) -> None:
    """CA Table 3, pp. 25-27: the cells themselves are tested with the table."""
    approach = cases.study().approaches[place]

    assert approach.key == key
    assert approach.exhibited_in == exhibited_in
    assert approach.models == dict(zip(SupportModel, extents, strict=True))


def test_the_approaches_keep_their_words() -> None:
    """CA Table 3, p. 25: title, theme and description of the first row."""
    approach = cases.study().approaches[0]

    assert approach.title == "Phased implementation"
    assert approach.theme == "information-dissemination-learning-and-awareness"
    assert approach.description == "Phased implementation approach"


def test_every_approach_of_the_study_is_cited() -> None:
    """CA Table 3, pp. 25-27: twenty approaches, 58 ticks, each row with its page."""
    approaches = cases.study().approaches

    assert [approach.key for approach in approaches] == list(cases.citations())
    assert sum(len(approach.exhibited_in) for approach in approaches) == 58


# --- the illustration ---


def test_the_illustration_says_what_it_is() -> None:
    """Its title and its status leave no doubt."""
    assert cases.illustration().title == "Illustration, not evidence"
    assert cases.illustration().status == "ours"


def test_the_illustration_fills_every_section() -> None:
    """Every section of a study can be seen in it."""
    invented = cases.illustration()
    sections = (
        invented.sources,
        invented.policies,
        invented.positions,
        invented.assessments,
        invented.decisions,
        invented.activities,
        invented.approaches,
        invented.bodies,
        invented.relations,
    )

    assert [len(section) for section in sections] == [3, 5, 10, 16, 4, 7, 7, 8, 14]


def test_the_illustration_says_that_everything_in_it_is_invented() -> None:
    """Every policy, source and body carries the word in its title."""
    invented = cases.illustration()
    titles = [
        *(policy.title for policy in invented.policies),
        *(source.title for source in invented.sources),
        *(body.title for body in invented.bodies),
    ]

    assert [title for title in titles if "(invented)" not in title] == []


def test_nothing_in_the_illustration_is_a_sources_own() -> None:
    """Every record that has a status has ours."""
    invented = cases.illustration()
    statuses = {
        *(position.status for position in invented.positions),
        *(assessment.status for assessment in invented.assessments),
        *(activity.status for activity in invented.activities),
        *(approach.status for approach in invented.approaches),
        *(body.status for body in invented.bodies),
        *(relation.status for relation in invented.relations),
    }

    assert statuses == {"ours"}


def test_the_illustration_shares_no_key_with_the_study() -> None:
    """The invented and the stated cannot be taken for each other."""
    stated, invented = cases.study(), cases.illustration()

    assert {one.key for one in stated.policies}.isdisjoint(one.key for one in invented.policies)
    assert {one.key for one in stated.sources}.isdisjoint(one.key for one in invented.sources)
    assert {one.key for one in stated.activities}.isdisjoint(one.key for one in invented.activities)
    assert {one.key for one in stated.approaches}.isdisjoint(one.key for one in invented.approaches)


def test_the_illustration_uses_every_gap() -> None:
    """Each reason why there is no grade can be seen in it."""
    invented = cases.illustration()
    gaps = {
        rating.gap
        for assessment in invented.assessments
        for rating in assessment.ratings.values()
        if rating.gap
    }

    assert gaps == set(Gap)


def test_the_illustration_places_by_grade_number_and_gap() -> None:
    """A path of grades, numbers with their basis, and one axis a gap."""
    positions = cases.illustration().positions
    path = [(one.step, one.ambiguity, one.conflict) for one in positions[:3]]

    assert path == [(1, HIGH, CONTESTED), (2, HIGH, CALM), (3, LOW, CALM)]
    assert (positions[4].ambiguity, positions[4].conflict) == (0.5, 0.12)
    assert (positions[9].ambiguity, positions[9].conflict) == (HIGH, UNSURE)
    assert all(one.basis for one in positions)


def test_the_illustration_has_three_assessors_who_disagree() -> None:
    """On one programme at one date and layer, two give the best grade and one the worst."""
    assessments = cases.illustration().assessments
    clarity = [one.ratings["clarity"].grade for one in assessments[1:4]]

    assert [one.assessor for one in assessments[1:4]] == ["Assessor A", "Assessor B", "Assessor C"]
    assert clarity == ["relative-success", "relative-success", "relative-failure"]


def test_the_illustration_has_an_activity_in_two_cells_and_one_in_none() -> None:
    """What a grid must be able to show."""
    cells = [len(activity.cells) for activity in cases.illustration().activities]

    assert cells == [1, 1, 1, 2, 2, 1, 0]


def test_the_illustration_has_a_body_that_regulates_and_supports() -> None:
    """CA p. 16, after Henkel: the combination that is called problematic."""
    bodies = {body.key: body.purposes for body in cases.illustration().bodies}

    assert bodies["night-care-inspectorate"] == (
        Purpose.MANAGING_AND_REGULATING,
        Purpose.CAPACITY_BUILDING,
    )


def test_the_illustration_has_relations_of_all_four_kinds() -> None:
    """Accountability, membership, support and news."""
    kinds = {relation.kind for relation in cases.illustration().relations}

    assert kinds == set(RelationKind)
