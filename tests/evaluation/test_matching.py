"""Support called for against support described, and what else approaches and purposes tell."""

import pickle
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import partial
from itertools import combinations, product
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases
from implsupport.cases.features import approach_features
from implsupport.errors import FrameworkError, IncompleteError, UnknownKeyError, UnknownTermError
from implsupport.evaluation import matching
from implsupport.evaluation.matching import (
    Match,
    characterise,
    described,
    likeness,
    match,
    profile,
    tensions,
)
from implsupport.frameworks.matland import (
    CHARACTERISTICS,
    HYPOTHESISED_SUPPORT,
    MATLAND,
    Ambiguity,
    Characteristic,
    Conflict,
    Implementation,
    classify,
    locate,
)
from implsupport.matrix import Matrix, Typology
from implsupport.notebooks import table
from implsupport.readings import candidates
from implsupport.terms import FrozenMap, Scale, Term
from implsupport.vocabulary import Extent, Need, Purpose, SupportFeature, SupportModel

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

Features: TypeAlias = dict[str, Iterable[SupportFeature | str]]

FEATURES = [feature.key for feature in SupportFeature]


class Only(Term):
    """The one feature of a support matrix made up here."""

    FEATURE = "feature", "whatever the kinds call for"


@attrs.frozen
class Approach:
    """An approach as somebody else might hold it."""

    key: str
    exhibited_in: Iterable[str] = ()
    models: Mapping[str, str] = FrozenMap[str, str]()


def keys(terms: Iterable[Term]) -> list[str]:
    """Name terms by their keys."""
    return [term.key for term in terms]


def naming(kinds: Iterable[Implementation]) -> Matrix[Implementation, Only, Need]:
    """Make a support matrix whose one feature these kinds name."""
    named = set(kinds)
    return Matrix(
        key="made-up",
        title="Made up",
        rows=Implementation,
        cols=Only,
        cells={k: [Need.REQUIRED if k in named else Need.NOT_NAMED] for k in Implementation},
    )


def strength(
    kinds: Iterable[Implementation], ambiguity: float | None, conflict: float | None
) -> float | None:
    """How strongly a place calls for a feature that these kinds name."""
    place = locate(ambiguity=ambiguity, conflict=conflict)
    return match(place, (), support=naming(kinds)).strengths[Only.FEATURE]


Literals: TypeAlias = tuple[Scale, ...]

PRODUCTS: list[Literals] = [
    tuple(grade for grade in pair if grade is not None)
    for pair in product((None, *Ambiguity), (None, *Conflict))
]


def covered(literals: Literals) -> set[Implementation]:
    """The kinds that a product of grades describes."""
    return {kind for place, kind in MATLAND.items() if set(literals) <= set(place)}


def by_brute_force(kinds: set[Implementation], degrees: Mapping[Scale, float]) -> float:
    """Try every sum of products, keep one with the fewest products and literals, and grade it."""
    exact = [
        products
        for size in range(len(kinds) + 1)
        for products in combinations(PRODUCTS, size)
        if set[Implementation]().union(*map(covered, products)) == kinds
    ]
    smallest = min(exact, key=lambda products: (len(products), sum(map(len, products))))
    return max((min((degrees[g] for g in one), default=1.0) for one in smallest), default=0.0)


degrees = st.floats(0, 1)
offers = st.lists(st.sampled_from(list(SupportFeature)))
sets_of_kinds = st.sets(st.sampled_from(list(Implementation)))
named = st.one_of(
    sets_of_kinds.filter(bool),
    st.sampled_from(list(Implementation)),
    st.builds(locate, ambiguity=st.none() | degrees, conflict=st.none() | degrees),
)


# --- match ---


def test_political_implementation_calls_for_five_features() -> None:
    """CA pp. 18-19: guidance, regulation, performance management; flexibility, collaboration."""
    found = match("political", ["guidance", "collaborative working", "capacity building"])

    assert keys(found.named_and_evidenced) == ["guidance", "collaborative-working"]
    assert keys(found.named_and_not_evidenced) == [
        "regulation",
        "performance-management",
        "flexibility",
    ]
    assert keys(found.offered_and_not_named) == ["capacity-building"]
    assert keys(found.neither) == ["bottom-up-approach", "context-sensitivity", "problem-solving"]
    assert found.undecided == ()


def test_a_need_keeps_the_verb_of_the_source() -> None:
    """CA p. 19: symbolic implementation may also require support for capacity building."""
    found = match(Implementation.SYMBOLIC, [])

    assert found.needs[SupportFeature.CAPACITY_BUILDING] == (Need.MAY_BE_REQUIRED,)
    assert SupportFeature.CAPACITY_BUILDING in found.named_and_not_evidenced


@given(named, offers)
def test_matching_partitions_the_features(kinds: Wrong, offered: list[SupportFeature]) -> None:
    """Each of the nine features stands in exactly one of the five places."""
    found = match(kinds, offered)
    places = (
        *found.named_and_evidenced,
        *found.named_and_not_evidenced,
        *found.offered_and_not_named,
        *found.neither,
        *found.undecided,
    )

    assert sorted(keys(places)) == sorted(FEATURES)


@given(named, offers, st.randoms(use_true_random=False))
def test_the_order_of_the_offer_does_not_matter(
    kinds: Wrong, offered: list[SupportFeature], random: Wrong
) -> None:
    """Nor does it matter that a feature is given twice."""
    shuffled = random.sample(offered, len(offered)) + offered

    assert match(kinds, shuffled) == match(kinds, offered)


def test_a_case_may_be_given_by_what_a_verb_returned() -> None:
    """A classification stands for its kind, and a location for its candidates."""
    political = match(Implementation.POLITICAL, ["guidance"])
    place = locate(ambiguity=0.25, conflict=0.75)

    assert match(classify(ambiguity="low", conflict="high"), ["guidance"]) == political
    assert match(place, ["guidance"]).kinds == (Implementation.POLITICAL,)
    assert match(place, ["guidance"]).named_and_evidenced == (SupportFeature.GUIDANCE,)


def test_where_the_kind_is_open_a_feature_is_named_only_if_all_candidates_name_it() -> None:
    """Kuwait (Garashi et al. 2021): ambiguity is high, sentiments about conflict varied."""
    found = match(candidates(MATLAND, "high", "conflicting-evidence"), ["problem solving"])

    assert keys(found.kinds) == ["experimental", "symbolic"]
    assert keys(found.named_and_evidenced) == ["problem-solving"]
    assert keys(found.named_and_not_evidenced) == ["bottom-up-approach", "context-sensitivity"]
    assert keys(found.undecided) == ["capacity-building"]
    assert found.needs[SupportFeature.CAPACITY_BUILDING] == (Need.NOT_NAMED, Need.MAY_BE_REQUIRED)


def test_on_the_crossover_of_ambiguity_nothing_is_named_by_all() -> None:
    """CA pp. 18-19: the two families of features share none."""
    found = match(locate(ambiguity=0.5, conflict=0.25), [])

    assert found.named_and_not_evidenced == ()
    assert keys(found.neither) == ["flexibility", "collaborative-working", "capacity-building"]


def test_what_shows_a_feature_is_kept_in_order() -> None:
    """A feature that nothing shows is not described; two spellings are one feature."""
    offered: dict[str, Iterable[str]] = {
        "guidance": ["written-support"],
        "Guidance": ["risk-management", "written-support"],
        "flexibility": "adaptation",
        "regulation": [],
    }

    assert match("political", offered).offered == {
        SupportFeature.GUIDANCE: ("risk-management", "written-support"),
        SupportFeature.FLEXIBILITY: ("adaptation",),
    }


def test_of_a_bare_list_nothing_is_kept_that_shows_a_feature() -> None:
    """Each feature is offered, and there is no evidence to name."""
    assert match("political", ["flexibility", "guidance"]).offered == {
        SupportFeature.GUIDANCE: (),
        SupportFeature.FLEXIBILITY: (),
    }


def test_a_single_feature_is_an_offer_too() -> None:
    """A word is not read letter by letter."""
    assert keys(match("administrative", "guidance").named_and_evidenced) == ["guidance"]


def test_a_match_keeps_sources_and_caveats() -> None:
    """Where the hypotheses are printed, that they are untested, and what a blank means."""
    found = match("political", [])

    assert [source.citation for source in found.sources] == [
        "Care Act report (draft interim report), pp. 18-19 [adapted]"
    ]
    assert found.caveats == (
        *HYPOTHESISED_SUPPORT.caveats,
        "What is not described is not thereby absent (Care Act report, p. 28).",
    )


def test_a_match_by_degree_says_whose_the_degrees_are() -> None:
    """Memberships after Kvist (2007), the rest ours; a matrix without source adds none."""
    place = locate(ambiguity=0.25, conflict=0.75)
    found = match(place, [], support=naming([Implementation.POLITICAL]))

    assert [source.citation for source in found.sources] == ["Kvist (2007) [ours]"]


def test_a_match_by_degree_is_shown_with_its_strengths() -> None:
    """What nothing shows has an empty cell, what was offered in a bare list says *none*."""
    offered = ["feature"]
    place = locate(ambiguity=0.25, conflict=0.5)
    found: Wrong = match(place, offered, support=naming([Implementation.POLITICAL]))
    nothing: Wrong = match(place, [], support=naming([Implementation.POLITICAL]))
    title = "Made up (a hypothesis): administrative or political"
    needs = (Need.NOT_NAMED, Need.REQUIRED)
    head = ("feature", "need", "strength", "shown by")

    assert found._repr_html_() == table(title, [(Only.FEATURE, needs, 0.5, ())], head)
    assert nothing._repr_html_() == table(title, [(Only.FEATURE, needs, 0.5, "")], head)


def test_a_match_by_kind_is_shown_with_empty_strengths() -> None:
    """They are not unknown: nobody asked for any."""
    found: Wrong = match("political", [], support=naming([Implementation.POLITICAL]))

    assert found._repr_html_() == table(
        "Made up (a hypothesis): political",
        [(Only.FEATURE, (Need.REQUIRED,), "", "")],
        ("feature", "need", "strength", "shown by"),
    )


def test_a_match_is_frozen_and_pickles() -> None:
    """It hashes by its content and comes back equal."""
    found = match(locate(ambiguity=0.25, conflict=None), {"guidance": ["written-support"]})
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 -- made on the line above

    assert (again, hash(again)) == (found, hash(found))


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("politcal", "'politcal' is not a term of Implementation"),
        (None, "None is not a term of Implementation"),
        ((), "() is not a term of Implementation"),
        (Ambiguity.LOW, "Ambiguity.LOW is not a term of Implementation"),
    ],
)
def test_an_unknown_kind_is_refused(kind: Wrong, shown: str) -> None:
    """Also where a borderline place has no kind, and where there is no candidate."""
    with pytest.raises(UnknownTermError) as caught:
        match(kind, [])

    assert str(caught.value).startswith(
        f"{shown}; expected one of 'administrative', 'political', 'experimental', 'symbolic'"
    )


def test_every_unknown_feature_is_named() -> None:
    """One error holds all findings, each with its nearest match."""
    with pytest.raises(UnknownTermError) as caught:
        match("political", ["guidence", "guidance", "flexibilty"])

    words = ", ".join(repr(key) for key in FEATURES)
    assert str(caught.value) == (
        f"'guidence' is not a term of SupportFeature; expected one of {words}; did you mean "
        f"'guidance'?; also: 'flexibilty' is not a term of SupportFeature; expected one of {words};"
        " did you mean 'flexibility'?"
    )


# --- strengths ---


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("guidance", 0.625),  # both kinds of low ambiguity: 1 - a
        ("regulation", 0.625),
        ("performance-management", 0.625),
        ("flexibility", 0.25),  # political alone: min(1 - a, c)
        ("collaborative-working", 0.25),
        ("bottom-up-approach", 0.375),  # both kinds of high ambiguity: a
        ("context-sensitivity", 0.375),
        ("problem-solving", 0.375),
        ("capacity-building", 0.25),  # symbolic alone: min(a, c)
    ],
)
def test_strengths_are_those_of_the_design(feature: str, expected: float) -> None:
    """CA pp. 18-19 at ambiguity 0.375 and conflict 0.25."""
    found = match(locate(ambiguity=0.375, conflict=0.25), [])

    assert found.strengths[SupportFeature.of(feature)] == expected


@pytest.mark.parametrize("ambiguity", [0, 0.125, 0.25, 0.5, 0.625, 1])
@pytest.mark.parametrize("conflict", [0, 0.25, 0.375, 0.5, 0.75, 1])
def test_strengths_follow_the_four_formulas_on_a_grid(ambiguity: float, conflict: float) -> None:
    """1 - a, min(1 - a, c), a and min(a, c), feature by feature."""
    found = match(locate(ambiguity=ambiguity, conflict=conflict), [])
    low = 1 - ambiguity

    assert list(found.strengths.values()) == [
        *[low, low, low],
        *[min(low, conflict), min(low, conflict)],
        *[ambiguity, ambiguity, ambiguity],
        min(ambiguity, conflict),
    ]


@given(sets_of_kinds, degrees, degrees)
def test_strengths_equal_the_smallest_description_found_by_brute_force(
    kinds: set[Implementation], ambiguity: float, conflict: float
) -> None:
    """For any set of kinds, not only those of the report."""
    memberships: dict[Scale, float] = {
        Ambiguity.LOW: 1 - ambiguity,
        Ambiguity.HIGH: ambiguity,
        Conflict.LOW: 1 - conflict,
        Conflict.HIGH: conflict,
    }

    assert strength(kinds, ambiguity, conflict) == by_brute_force(kinds, memberships)


@given(degrees.filter(lambda x: x != 0.5), degrees.filter(lambda x: x != 0.5))
def test_off_the_crossover_a_strength_is_above_half_exactly_where_the_kind_names_it(
    ambiguity: float, conflict: float
) -> None:
    """Degrees and kinds never contradict each other."""
    found = match(locate(ambiguity=ambiguity, conflict=conflict), [])
    strong = tuple(one for one, degree in found.strengths.items() if degree and degree > 0.5)

    assert found.named_and_not_evidenced == strong


@pytest.mark.parametrize(
    ("kinds", "ambiguity", "conflict", "expected"),
    [
        ("administrative political", 0.25, None, 0.75),  # conflict does not count
        ("administrative political", None, 0.25, None),
        ("political symbolic", None, 0.25, 0.25),  # ambiguity does not count
        ("political", 0.25, None, None),
        ("administrative political experimental", 0.25, None, None),
        ("administrative political experimental symbolic", None, None, 1),
        ("", None, None, 0),
    ],
)
def test_an_unknown_axis_leaves_open_only_what_depends_on_it(
    kinds: str, ambiguity: float | None, conflict: float | None, expected: float | None
) -> None:
    """A feature that the axis does not decide keeps its strength."""
    named_by = [Implementation.of(kind) for kind in kinds.split()]

    assert strength(named_by, ambiguity, conflict) == expected


def test_a_kind_may_stand_in_several_cells() -> None:
    """The smallest description is taken from the cells, not from a fixed table."""
    typology = Typology(
        key="two-kinds",
        title="Two kinds",
        rows=Ambiguity,
        cols=Conflict,
        cells={
            Ambiguity.LOW: (Implementation.ADMINISTRATIVE, Implementation.ADMINISTRATIVE),
            Ambiguity.HIGH: (Implementation.ADMINISTRATIVE, Implementation.SYMBOLIC),
        },
    )
    place = attrs.evolve(locate(ambiguity=0.75, conflict=0.375), typology=typology)
    found = match(place, [], support=naming([Implementation.ADMINISTRATIVE]))

    assert found.strengths[Only.FEATURE] == 0.625


@pytest.mark.parametrize("kinds", ["political", ["political", "symbolic"]])
def test_without_degrees_there_are_no_strengths(kinds: Wrong) -> None:
    """A need is never turned into a number."""
    assert match(kinds, FEATURES).strengths == FrozenMap()


# --- described ---


def test_the_care_act_is_described_with_eight_features() -> None:
    """CA Table 3, pp. 25-27, read by our mapping: all but regulation; all by some approach."""
    found = described(cases.study().approaches, "care-act", approach_features())

    assert keys(found) == [key for key in FEATURES if key != "regulation"]
    assert found[SupportFeature.FLEXIBILITY] == ("adaptation-of-delivery-models",)
    assert found[SupportFeature.COLLABORATIVE_WORKING] == (
        "collaboration-using-and-developing-strategic-partnerships",
        "joint-production-of-operating-models",
        "relationship-management",
    )


def test_what_is_described_goes_into_match_as_it_is() -> None:
    """CA Table 3: Health and Wellbeing Boards have six approaches, none of them bottom-up."""
    offered = described(cases.study().approaches, "hwb", approach_features())

    assert match("experimental", offered).offered == offered
    assert keys(match("experimental", offered).named_and_not_evidenced) == ["bottom-up-approach"]


def test_a_user_puts_another_mapping_in_place() -> None:
    """Any mapping of approaches to features serves, with features as words or terms."""
    approaches = [Approach("visits", ["a", "b"]), Approach("letters", ["a"])]
    features: Features = {"visits": [SupportFeature.CONTEXT_SENSITIVITY], "letters": ["guidance"]}

    assert described(approaches, "a", features) == {
        SupportFeature.GUIDANCE: ("letters",),
        SupportFeature.CONTEXT_SENSITIVITY: ("visits",),
    }


def test_the_order_of_approaches_does_not_matter() -> None:
    """The same programme, listed backwards."""
    approaches = cases.study().approaches

    assert described(approaches[::-1], "care-act", approach_features()) == described(
        approaches, "care-act", approach_features()
    )


def test_an_approach_that_the_mapping_leaves_out_is_refused() -> None:
    """It is not read as showing nothing."""
    with pytest.raises(UnknownKeyError) as caught:
        described([Approach("letters", ["a"])], "a", {"leters": ["guidance"]})

    assert str(caught.value) == (
        "no approach 'letters'; there are 'leters'; did you mean 'leters'?"
    )


def test_a_case_without_approaches_is_refused() -> None:
    """The nearest case is named, and those there are."""
    with pytest.raises(UnknownKeyError) as caught:
        described([Approach("letters", ["care-act"])], "care-akt", {})

    assert str(caught.value) == (
        "no case 'care-akt'; there are 'care-act'; did you mean 'care-act'?"
    )


@pytest.mark.parametrize(
    "call", [partial(described, policy="a", features={}), profile, partial(likeness, to="a")]
)
def test_an_approach_is_given_once(call: Callable[[list[Approach]], object]) -> None:
    """Two approaches of one key are refused."""
    with pytest.raises(IncompleteError) as caught:
        call([Approach("letters", ["a"]), Approach("visits"), Approach("letters", ["b"])])

    assert str(caught.value) == "'letters' given twice to 'approaches'; keep one of each"


# --- characterise ---


def test_ticks_are_tallied_by_kind() -> None:
    """CA Table 1, p. 18: two characteristics of one kind, one of another."""
    found = characterise(["strongly contested", "concept-power", Characteristic.BOTTOM_UP_LIKELY])

    assert found.tally == {
        Implementation.ADMINISTRATIVE: 0,
        Implementation.POLITICAL: 2,
        Implementation.EXPERIMENTAL: 1,
        Implementation.SYMBOLIC: 0,
    }
    assert found.ticked[Implementation.EXPERIMENTAL] == (Characteristic.BOTTOM_UP_LIKELY,)


def test_characteristics_are_shown_under_their_headings() -> None:
    """By kind; of most kinds none is ticked."""
    found: Wrong = characterise(["concept-power"])
    rows = [(kind, ["concept power"] * (kind.key == "political")) for kind in Implementation]

    assert found._repr_html_() == table(
        "Characteristics that fit", rows, ("kind", "characteristics")
    )


def test_kinds_that_differ_on_an_axis_clash_there() -> None:
    """Political is low in ambiguity and high in conflict, experimental the reverse."""
    found = characterise(["concept-power", "concept-context", "concept-collaborative-strength"])
    ambiguity, conflict = found.clashes

    assert ambiguity.axis is Ambiguity
    assert keys(ambiguity.low) == ["concept-power"]
    assert keys(ambiguity.high) == ["concept-context", "concept-collaborative-strength"]
    assert conflict.axis is Conflict
    assert keys(conflict.low) == ["concept-context"]
    assert keys(conflict.high) == ["concept-power", "concept-collaborative-strength"]


def test_kinds_that_share_an_axis_do_not_clash_there() -> None:
    """Administrative and political are both low in ambiguity."""
    (clash,) = characterise(["concept-resources", "concept-power"]).clashes

    assert clash.axis is Conflict


@pytest.mark.parametrize("kind", list(Implementation))
def test_the_characteristics_of_one_kind_never_clash(kind: Implementation) -> None:
    """CA Table 1, p. 18: each list agrees with itself."""
    found = characterise(CHARACTERISTICS[kind])

    assert found.clashes == ()
    assert found.ticked[kind] == CHARACTERISTICS[kind]


@given(st.lists(st.sampled_from(list(Characteristic))))
def test_every_tick_is_counted_once(ticked: list[Characteristic]) -> None:
    """In whatever order, and however often it is given."""
    found = characterise(ticked)

    assert sum(found.tally.values()) == len(set(ticked))
    assert found == characterise(ticked[::-1])


def test_a_tally_comes_with_its_caveats() -> None:
    """CA Table 1, p. 18: five, five, five and six bullets."""
    found = characterise([])

    assert found.caveats == (
        (
            "The page prints unequal numbers of characteristics: administrative 5, political 5, "
            "experimental 5, symbolic 6."
        ),
        "A tally is no verdict: it shows what to ask next, and the kind stays a judgement.",
    )
    assert found.sources[0].locator == "Table 1, p. 18, after matland-1995"


def test_an_unknown_characteristic_is_refused() -> None:
    """With the nearest match."""
    with pytest.raises(UnknownTermError) as caught:
        characterise(["concept-powr"])

    assert str(caught.value).startswith("'concept-powr' is not a term of Characteristic; expected")
    assert str(caught.value).endswith("did you mean 'concept-power'?")


# --- profile ---


@pytest.mark.parametrize(
    ("model", "tally"),
    [
        ("performance-management", (3, 11, 6)),
        ("problem-solving", (2, 3, 15)),
        ("capacity-building", (7, 9, 4)),
    ],
)
def test_the_approaches_of_the_report_are_tallied(model: str, tally: tuple[int, ...]) -> None:
    """CA Table 3, pp. 25-27: no, in part and yes, counted by hand down the page."""
    found = profile(cases.study().approaches).tally

    assert tuple(found[SupportModel.of(model)].values()) == tally


def test_a_profile_names_its_approaches() -> None:
    """CA Table 3: two of the twenty are rated No on problem-solving."""
    found = profile(cases.study().approaches)

    assert found.approaches[SupportModel.PROBLEM_SOLVING][Extent.NO] == (
        "national-coordination",
        "payment-by-results",
    )
    assert set(found.unrated.values()) == {()}


def test_a_profile_by_case_is_ours() -> None:
    """CA Table 3 rates approaches; Health and Wellbeing Boards have five of them."""
    whole = profile(cases.study().approaches)
    found = profile(cases.study().approaches, policy="hwb")

    assert tuple(found.tally[SupportModel.PERFORMANCE_MANAGEMENT].values()) == (1, 3, 1)
    assert [source.citation for source in (*whole.sources, *found.sources)] == [
        "Care Act report (draft interim report), pp. 23-27, after gold-2014 [adapted]",
        "Care Act report (draft interim report), pp. 23-27, after gold-2014 [ours]",
    ]
    assert found.caveats[0] == (
        "Approaches are rated, not cases: a tally by case is this library's."
    )


def test_a_missing_rating_is_no_grade() -> None:
    """Neither a model left out nor a gap counts as no."""
    found = profile(
        [
            Approach("visits", models={"problem solving": "Yes"}),
            Approach("letters", models={"problem-solving": "not-stated"}),
        ]
    )

    assert tuple(found.tally[SupportModel.PROBLEM_SOLVING].values()) == (0, 0, 1)
    assert found.unrated[SupportModel.PROBLEM_SOLVING] == ("letters",)
    assert found.unrated[SupportModel.CAPACITY_BUILDING] == ("letters", "visits")


def test_a_profile_does_not_depend_on_the_order_of_approaches() -> None:
    """The same table, read from the bottom."""
    approaches = cases.study().approaches

    assert profile(approaches[::-1]) == profile(approaches)


def test_a_profile_of_an_unknown_case_is_refused() -> None:
    """With the nearest match."""
    with pytest.raises(UnknownKeyError) as caught:
        profile(cases.study().approaches, policy="sure-strat")

    assert str(caught.value) == (
        "no case 'sure-strat'; there are 'care-act', 'ccsf', 'hwb', 'sure-start', "
        "'troubled-families', 'vanguards'; did you mean 'sure-start'?"
    )


@pytest.mark.parametrize(
    ("models", "sentence"),
    [
        ({"problem": "yes"}, "'problem' is not a term of SupportModel; expected"),
        ({"problem-solving": "partly"}, "'partly' is not a term of Extent; expected"),
    ],
)
def test_an_unknown_model_or_extent_is_refused(models: dict[str, str], sentence: str) -> None:
    """Each is looked up in its own vocabulary."""
    with pytest.raises(UnknownTermError) as caught:
        profile([Approach("visits", models=models)])

    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize(("policy", "of"), [(None, ""), ("a", " of a")])
def test_a_profile_is_shown_by_its_numbers(policy: str | None, of: str) -> None:
    """How many approaches follow each model not, in part and wholly; of which policy, if of one."""
    approaches = [Approach("visits", ["a"], {"problem-solving": "yes"}), Approach("letters", ["a"])]
    found: Wrong = profile(approaches, policy=policy)

    assert found._repr_html_() == table(
        f"Approaches{of} by model",
        [
            (SupportModel.PERFORMANCE_MANAGEMENT, 0, 0, 0),
            (SupportModel.PROBLEM_SOLVING, 0, 0, 1),
            (SupportModel.CAPACITY_BUILDING, 0, 0, 0),
        ],
        ("model", "no", "in part", "yes"),
    )


# --- likeness ---


@pytest.mark.parametrize(
    ("case", "jaccard", "ceiling"),
    [
        ("sure-start", Fraction(11, 17), Fraction(3, 4)),
        ("troubled-families", Fraction(9, 17), Fraction(10, 16)),
        ("ccsf", Fraction(6, 17), Fraction(7, 16)),
        ("vanguards", Fraction(6, 18), Fraction(8, 16)),
        ("hwb", Fraction(5, 16), Fraction(5, 16)),
    ],
)
def test_each_case_is_compared_with_the_care_act(
    case: str, jaccard: Fraction, ceiling: Fraction
) -> None:
    """CA Table 3, pp. 25-27, counted by hand: shared out of all that either has."""
    others = {other.case: other for other in likeness(cases.study().approaches, "care-act").others}

    assert others[case].jaccard == jaccard
    assert others[case].ceiling == ceiling


def test_the_likest_case_comes_first() -> None:
    """CA Table 3: Sure Start shares most with the Care Act."""
    found = likeness(cases.study().approaches, "care-act")

    assert [other.case for other in found.others] == [
        "sure-start",
        "troubled-families",
        "ccsf",
        "vanguards",
        "hwb",
    ]


def test_shared_and_distinctive_approaches_are_named() -> None:
    """CA Table 3: Sure Start has one approach that the Care Act has not, dedicated support."""
    sure_start = likeness(cases.study().approaches, "care-act").others[0]

    assert len(sure_start.shared) == 11
    assert sure_start.only_here == ("dedicated-support",)
    assert sure_start.only_there == (
        "collaboration-using-and-developing-strategic-partnerships",
        "increase-public-awareness",
        "relationship-management",
        "risk-management",
        "stock-take-support",
    )


def test_what_only_the_chosen_case_has_is_named() -> None:
    """CA Table 3 and p. 28: four approaches are ticked for the Care Act alone."""
    assert likeness(cases.study().approaches, "care-act").alone == (
        "increase-public-awareness",
        "relationship-management",
        "risk-management",
        "stock-take-support",
    )


def test_one_tick_is_told_in_the_singular() -> None:
    """A table of one approach in one case."""
    only = next(one for one in cases.study().approaches if one.exhibited_in == ("care-act",))

    assert likeness([only], "care-act").caveats[1] == (
        "care-act holds 1 of 1 tick (care-act 1): likeness follows how much is described."
    )


def test_likeness_always_warns_of_blanks_and_of_uneven_ticks() -> None:
    """CA pp. 24, 28: the table is skewed; 16 of the 58 ticks are the Care Act's."""
    found = likeness(cases.study().approaches, "care-act")

    assert found.caveats == (
        "What is not described is not thereby absent (Care Act report, p. 28).",
        (
            "care-act holds 16 of 58 ticks (care-act 16, ccsf 7, hwb 5, sure-start 12, "
            "troubled-families 10, vanguards 8): likeness follows how much is described."
        ),
    )
    assert [source.citation for source in found.sources] == [
        "Care Act report (draft interim report), pp. 24, 28 [ours]"
    ]


def test_cases_alike_stand_in_order_of_their_keys() -> None:
    """Whatever the order of approaches and of cases."""
    approaches = [Approach("visits", ["c", "b", "a"]), Approach("letters", ["d", "a"])]
    found = likeness(approaches, "a")

    assert [other.case for other in found.others] == ["b", "c", "d"]
    assert found == likeness(approaches[::-1], "a")


def test_two_ticks_are_told_in_the_plural() -> None:
    """A table of one approach in two cases."""
    assert likeness([Approach("visits", ["a", "b"])], "a").caveats[1] == (
        "a holds 1 of 2 ticks (a 1, b 1): likeness follows how much is described."
    )


def test_likeness_is_shown_as_a_fraction() -> None:
    """Beside the number of approaches shared."""
    approaches = [Approach("visits", ["c", "a"]), Approach("letters", ["a"])]
    found: Wrong = likeness(approaches, "a")

    assert found._repr_html_() == table(
        "Likeness to a", [("c", 1, "1/2")], ("case", "shared", "Jaccard")
    )


def test_likeness_to_an_unknown_case_is_refused() -> None:
    """With the nearest match."""
    with pytest.raises(UnknownKeyError) as caught:
        likeness([Approach("visits", ["care-act"])], "care act")

    assert str(caught.value) == (
        "no case 'care act'; there are 'care-act'; did you mean 'care-act'?"
    )


# --- tensions ---


@pytest.mark.parametrize(
    ("purposes", "found"),
    [
        ([], []),
        (["managing and regulating"], []),
        (["problem solving", "capacity building"], []),
        (["managing-and-regulating", "problem-solving"], ["problem-solving"]),
        (["capacity-building", "managing-and-regulating"], ["capacity-building"]),
    ],
)
def test_compliance_beside_support_is_a_tension(purposes: list[str], found: list[str]) -> None:
    """CA p. 16: combining compliance and support within one agency is problematic."""
    assert [tension.purposes[1].key for tension in tensions(purposes)] == found


def test_all_three_purposes_are_a_tension_that_the_report_states() -> None:
    """CA p. 16: "Combining all three of these functions [...] is problematic"."""
    three, *pairs = tensions(Purpose)

    assert three.purposes == tuple(Purpose)
    assert three.reason == "combining all three functions within one agency is problematic"
    assert three.source.citation == "Care Act report (draft interim report), p. 16"
    assert len(pairs) == 2


def test_a_tension_says_why_and_whose_reading_it_is() -> None:
    """CA pp. 16-17 after Henkel (1991), who found a degree of success in one body of three."""
    (tension,) = tensions([Purpose.MANAGING_AND_REGULATING, Purpose.PROBLEM_SOLVING])

    assert tension.reason == (
        "compliance and support within one agency are problematic: managing and regulating is "
        "compliance, problem solving is support"
    )
    assert tension.source.citation == (
        "Care Act report (draft interim report), pp. 16-17, after henkel-1991 [adapted]"
    )
    (caveat,) = tension.caveats

    assert caveat == (
        "In three bodies attempts were made to straddle compliance and support, sometimes with a "
        "degree of success: for the Audit Commission perceived independence was vital, allied to "
        "credibility; in the Social Services Inspectorate the tensions were not resolved, and the "
        "Health Advisory Service pleased neither managers nor professionals (Care Act report, "
        "pp. 16-17)."
    )


@pytest.mark.parametrize("purpose", [Purpose.PROBLEM_SOLVING, Purpose.CAPACITY_BUILDING])
def test_compliance_and_support_are_the_same_tension_whenever_made(purpose: Purpose) -> None:
    """What was put into the table when the module was loaded is what is made now."""
    (tension,) = tensions([purpose, Purpose.MANAGING_AND_REGULATING])
    now = matching._compliance_and(purpose)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] -- called at import alone

    assert now == tension


def test_an_unknown_purpose_is_refused() -> None:
    """With the nearest match; the models of pp. 23-24 have other names."""
    with pytest.raises(UnknownTermError) as caught:
        tensions(["performance-management", "problem-solvng"])

    assert str(caught.value) == (
        "'performance-management' is not a term of Purpose; expected one of "
        "'managing-and-regulating', 'problem-solving', 'capacity-building'; also: "
        "'problem-solvng' is not a term of Purpose; expected one of 'managing-and-regulating', "
        "'problem-solving', 'capacity-building'; did you mean 'problem-solving'?"
    )


def test_matches_of_the_report_are_typed() -> None:
    """A match without a matrix of its own is one of the report's kinds and features."""
    found: Match[Implementation, SupportFeature] = match("symbolic", [])

    assert found.support is HYPOTHESISED_SUPPORT


@pytest.mark.parametrize(
    ("evidence", "shown"), [(True, "True"), (None, "None"), (["x", 3], "['x', 3]")]
)
def test_what_cannot_show_a_feature_is_refused(evidence: Wrong, shown: str) -> None:
    """Each feature is named, with the way out; one that nothing shows is none of them."""
    with pytest.raises(FrameworkError) as caught:
        match("political", {"guidance": evidence, "regulation": [], "flexibility": evidence})

    ways_out = "give the key of what shows it or several, or name the features alone, in a list"
    assert caught.value.framework == "match"
    assert caught.value.problems == (
        f"{shown} is not what shows 'guidance'; {ways_out}",
        f"{shown} is not what shows 'flexibility'; {ways_out}",
    )


def test_what_shows_a_feature_may_come_one_by_one() -> None:
    """It is gone through once."""
    found = match("political", {"guidance": iter(["b", "a"])})

    assert found.offered == {SupportFeature.GUIDANCE: ("a", "b")}
