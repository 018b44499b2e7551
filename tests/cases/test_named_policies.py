"""The policies named as examples, typed here a second time from the page."""

import pickle

from implsupport import cases
from implsupport.frameworks.mapping_review import CentralAction, ContextMechanism, DegreeOfReach

REACH = (
    "It was noted that some policies provided targeted support looking to address specific "
    "concerns/issues (e.g. City Challenge, Community Care Support Force), others were implemented "
    "on a pilot basis (e.g. Total Place which included 13 sites), and some had more of a blanket "
    "approach across all authorities showing little local variation (e.g. Troubled Families, "
    "Academies programme)."
)
SUPPORT = (
    "This included the choosing of pilot/implementation sites (Total Place, New Deal, Sure Start, "
    "Community Care), developing frameworks (CCSF, Academies programme, HWB) and establishing "
    "central support units or providing expert advisors (Health & Social Care Act 2012, Sure "
    "Start, HAZ, City Challenge)."
)
PARTNERS = (
    "Many policies involved the bringing together of different partners, often from different "
    "backgrounds (i.e. Independent sector and Local Authority in the Academies programme) which "
    "may pose cultural conflicts."
)
RESULTS = (
    "Culture shifts are also seen in ways in which policies are prescribing new ways of working, "
    "for example the Troubled Families Programme is based on a payment by results approach."
)
OUTCOMES = (
    "In addition, a shift towards an outcomes based focus is evident in both the Community Care "
    "and HWB policies."
)
POWER = (
    "A number of policies also give rise to power being handed down from central to local levels "
    "in order that services are able to be designed at the local level to meet local need (i.e. "
    "Sure Start, Total Place, City Challenge, CCSF, HAZ, Better Care Fund, HWB)."
)

PRINTED = [
    (DegreeOfReach.TARGETED, "City Challenge", "city-challenge", REACH),
    (DegreeOfReach.TARGETED, "Community Care Support Force", "ccsf", REACH),
    (DegreeOfReach.PILOT, "Total Place", "total-place", REACH),
    (DegreeOfReach.BLANKET, "Troubled Families", "troubled-families", REACH),
    (DegreeOfReach.BLANKET, "Academies programme", "academies", REACH),
    (CentralAction.CHOOSING_SITES, "Total Place", "total-place", SUPPORT),
    (CentralAction.CHOOSING_SITES, "New Deal", "new-deal", SUPPORT),
    (CentralAction.CHOOSING_SITES, "Sure Start", "sure-start", SUPPORT),
    (CentralAction.CHOOSING_SITES, "Community Care", "ccsf ccdp", SUPPORT),
    (CentralAction.DEVELOPING_FRAMEWORKS, "CCSF", "ccsf", SUPPORT),
    (CentralAction.DEVELOPING_FRAMEWORKS, "Academies programme", "academies", SUPPORT),
    (CentralAction.DEVELOPING_FRAMEWORKS, "HWB", "hwb", SUPPORT),
    (CentralAction.SUPPORT_UNITS_AND_ADVISORS, "Health & Social Care Act 2012", "hsca", SUPPORT),
    (CentralAction.SUPPORT_UNITS_AND_ADVISORS, "Sure Start", "sure-start", SUPPORT),
    (CentralAction.SUPPORT_UNITS_AND_ADVISORS, "HAZ", "haz", SUPPORT),
    (CentralAction.SUPPORT_UNITS_AND_ADVISORS, "City Challenge", "city-challenge", SUPPORT),
    (ContextMechanism.CULTURAL_CHANGE, "Academies programme", "academies", PARTNERS),
    (
        ContextMechanism.PAYMENT_BY_RESULTS,
        "Troubled Families Programme",
        "troubled-families",
        RESULTS,
    ),
    (ContextMechanism.OUTCOMES_FOCUS, "Community Care", "ccsf ccdp", OUTCOMES),
    (ContextMechanism.OUTCOMES_FOCUS, "HWB", "hwb", OUTCOMES),
    (ContextMechanism.POWER_HANDED_DOWN, "Sure Start", "sure-start", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "Total Place", "total-place", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "City Challenge", "city-challenge", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "CCSF", "ccsf", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "HAZ", "haz", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "Better Care Fund", "better-care-fund", POWER),
    (ContextMechanism.POWER_HANDED_DOWN, "HWB", "hwb", POWER),
]


def test_the_examples_are_those_of_the_page() -> None:
    """CA pp. 22-23: 27 names in ten brackets or phrases."""
    given = [
        (example.term, example.name, " ".join(example.policies), example.words)
        for example in cases.examples()
    ]

    assert given == PRINTED


def test_the_last_sentence_is_on_the_next_page() -> None:
    """CA p. 22, and p. 23 for power handed down."""
    pages = [example.source.locator for example in cases.examples()]

    assert pages == ["p. 22"] * 20 + ["p. 23"] * 7


def test_a_name_stands_in_its_sentence() -> None:
    """CA pp. 22-23: each as it is printed there."""
    strangers = [example for example in cases.examples() if example.name not in example.words]

    assert strangers == []


def test_an_example_is_one_of_the_fifteen_policies() -> None:
    """CA Table 2, p. 21: all but three are named, one of them perhaps, for a name fits two."""
    named = {policy for example in cases.examples() for policy in example.policies}
    never = ["devolution-act", "older-patients-discharge", "vanguards"]

    assert named == set(cases.comparability()) - set(never)


def test_two_policies_may_be_meant_by_community_care() -> None:
    """CA p. 22: the name stands twice, and Table 2 has two policies that it fits."""
    unclear = {example.name for example in cases.examples() if len(example.policies) != 1}

    assert unclear == {"Community Care"}


def test_examples_are_kept_and_cannot_change() -> None:
    """They are read once, hash and pickle."""
    copy = pickle.loads(pickle.dumps(cases.examples()))  # noqa: S301 - our own bytes

    assert cases.examples() is cases.examples()
    assert copy == cases.examples()
    assert hash(copy) == hash(cases.examples())
