"""Matland's ambiguity-conflict matrix, as the Care Act report prints it."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import UnknownTermError
from implsupport.frameworks.matland import (
    CHARACTERISTICS,
    HYPOTHESISED_SUPPORT,
    MATLAND,
    PROMPTS,
    Ambiguity,
    Characteristic,
    Conflict,
    Implementation,
    classify,
    locate,
)
from implsupport.readings import Location
from implsupport.terms import Term
from implsupport.vocabulary import Need, SupportFeature

# Table 1, p. 18: row, column, heading of the cell, key organising concept.
TABLE_1 = [
    ("low", "low", "ADMINISTRATIVE IMPLEMENTATION", "resources"),
    ("low", "high", "POLITICAL IMPLEMENTATION", "power"),
    ("high", "low", "EXPERIMENTAL IMPLEMENTATION", "context"),
    ("high", "high", "SYMBOLIC IMPLEMENTATION", "collaborative strength"),
]

# Table 1, p. 18: the bullets of each cell, in the order of the page.
BULLETS = [
    ("administrative", 0, "low ambiguity and low conflict"),
    (
        "administrative",
        1,
        "the pre-requisite conditions for a rational decision process are in place",
    ),
    (
        "administrative",
        2,
        "an activity associated with a generally shared and straightforward objective",
    ),
    ("administrative", 3, "suitable for the application of a top-down approach"),
    ("administrative", 4, "key organising concept: resources"),
    ("political", 0, "low ambiguity but high conflict"),
    ("political", 1, "a straightforward but strongly contested activity"),
    ("political", 2, "amenable to interaction and feedback"),
    ("political", 3, "implementation outcomes determined by the location of authority"),
    ("political", 4, "key organising concept: power"),
    ("experimental", 0, "high ambiguity but low conflict"),
    ("experimental", 1, "a complex policy domain where cause-effect mechanisms are uncertain"),
    (
        "experimental",
        2,
        (
            "environmental influences likely to be important; different organisations implement "
            "different policies"
        ),
    ),
    ("experimental", 3, "bottom-up approaches likely to be important"),
    ("experimental", 4, "key organising concept: context"),
    ("symbolic", 0, "high conflict and high ambiguity"),
    ("symbolic", 1, "an absence of clarity about what can be achieved conflict and ambiguity"),
    ("symbolic", 2, "no strong coalition to create progress"),
    ("symbolic", 3, "significant professional values and allegiances"),
    ("symbolic", 4, "neither top nor bottom stakeholders committed"),
    ("symbolic", 5, "key organising concept: collaborative strength"),
]

# The four bullets after Table 1, pp. 18-19: what each hypothesis says of each feature.
HYPOTHESES = [
    ("administrative", "guidance", "associated"),
    ("administrative", "regulation", "associated"),
    ("administrative", "performance-management", "associated"),
    ("administrative", "flexibility", "not-named"),
    ("administrative", "collaborative-working", "not-named"),
    ("administrative", "bottom-up-approach", "not-named"),
    ("administrative", "context-sensitivity", "not-named"),
    ("administrative", "problem-solving", "not-named"),
    ("administrative", "capacity-building", "not-named"),
    ("political", "guidance", "associated"),
    ("political", "regulation", "associated"),
    ("political", "performance-management", "associated"),
    ("political", "flexibility", "required"),
    ("political", "collaborative-working", "required"),
    ("political", "bottom-up-approach", "not-named"),
    ("political", "context-sensitivity", "not-named"),
    ("political", "problem-solving", "not-named"),
    ("political", "capacity-building", "not-named"),
    ("experimental", "guidance", "not-named"),
    ("experimental", "regulation", "not-named"),
    ("experimental", "performance-management", "not-named"),
    ("experimental", "flexibility", "not-named"),
    ("experimental", "collaborative-working", "not-named"),
    ("experimental", "bottom-up-approach", "associated"),
    ("experimental", "context-sensitivity", "associated"),
    ("experimental", "problem-solving", "associated"),
    ("experimental", "capacity-building", "not-named"),
    ("symbolic", "guidance", "not-named"),
    ("symbolic", "regulation", "not-named"),
    ("symbolic", "performance-management", "not-named"),
    ("symbolic", "flexibility", "not-named"),
    ("symbolic", "collaborative-working", "not-named"),
    ("symbolic", "bottom-up-approach", "associated"),
    ("symbolic", "context-sensitivity", "associated"),
    ("symbolic", "problem-solving", "associated"),
    ("symbolic", "capacity-building", "may-be-required"),
]

degrees = st.floats(0, 1)


def above_one_half(place: Location[Ambiguity, Conflict, Implementation]) -> list[Implementation]:
    """List the kinds whose membership exceeds 0.5."""
    return [kind for kind, degree in place.memberships.items() if degree and degree > 0.5]


# --- Table 1 ---


@pytest.mark.parametrize(("ambiguity", "conflict", "printed", "concept"), TABLE_1)
def test_the_matrix_agrees_with_the_printed_table(
    ambiguity: str, conflict: str, printed: str, concept: str
) -> None:
    """Care Act report, Table 1, p. 18: four cells, each with its key organising concept."""
    kind = MATLAND[ambiguity, conflict]

    assert (kind.printed, kind.gloss) == (printed, concept)


@pytest.mark.parametrize(
    ("term", "printed"),
    [
        (Ambiguity.LOW, "LOW AMBIGUITY"),
        (Ambiguity.HIGH, "HIGH AMBIGUITY"),
        (Conflict.LOW, "LOW CONFLICT"),
        (Conflict.HIGH, "HIGH CONFLICT"),
    ],
)
def test_the_axes_have_their_printed_headings(term: Term, printed: str) -> None:
    """Care Act report, Table 1, p. 18."""
    assert term.printed == printed


@pytest.mark.parametrize(("kind", "place", "printed"), BULLETS)
def test_a_characteristic_agrees_with_the_printed_bullet(
    kind: str, place: int, printed: str
) -> None:
    """Care Act report, Table 1, p. 18; the gloss is the printed wording, if it is not garbled."""
    characteristic = CHARACTERISTICS[Implementation.of(kind)][place]

    assert (characteristic.printed or characteristic.gloss) == printed


def test_the_characteristics_are_the_21_printed_bullets_and_no_others() -> None:
    """Care Act report, Table 1, p. 18; every bullet stands under one kind, in order."""
    listed = [one for bullets in CHARACTERISTICS.values() for one in bullets]

    assert Counter(kind for kind, _, _ in BULLETS) == {
        kind.key: len(bullets) for kind, bullets in CHARACTERISTICS.items()
    }
    assert listed == list(Characteristic)


def test_the_garbled_bullet_has_our_wording_beside_the_printed_one() -> None:
    """Care Act report, Table 1, p. 18: three words of another bullet have slipped into it."""
    garbled = Characteristic.ABSENCE_OF_CLARITY

    assert garbled.gloss == "an absence of clarity about what can be achieved"
    assert [one for one in Characteristic if one.printed] == [garbled]


# --- hypothesised support ---


@pytest.mark.parametrize(("kind", "feature", "need"), HYPOTHESES)
def test_hypothesised_support_agrees_with_the_four_bullets(
    kind: str, feature: str, need: str
) -> None:
    """Care Act report, p. 18 (administrative) and p. 19: 36 cells, with the report's own verbs."""
    assert HYPOTHESISED_SUPPORT[kind, feature] is Need.of(need)


def test_the_hypotheses_cover_every_kind_and_feature() -> None:
    """Each of the 36 cells is typed above, once."""
    typed = [(kind, feature) for kind, feature, _ in HYPOTHESES]

    assert typed == [(kind.key, feature.key) for (kind, feature), _ in HYPOTHESISED_SUPPORT.items()]
    assert len(typed) == len(Implementation) * len(SupportFeature) == 36


def test_hypothesised_support_is_adapted_and_says_so() -> None:
    """The report prints sentences; the matrix is ours, and the hypotheses are untested."""
    source = HYPOTHESISED_SUPPORT.source

    assert source is not None
    assert source.citation == "Care Act report (draft interim report), pp. 18-19 [adapted]"
    assert any("hypothesises" in caveat for caveat in HYPOTHESISED_SUPPORT.caveats)


# --- prompts ---


@pytest.mark.parametrize(
    ("axis", "keys"),
    [
        (Ambiguity, ["goals", "means"]),
        (Conflict, ["interdependence", "incompatibility", "stakes"]),
    ],
)
def test_an_axis_has_the_prompts_that_decide_it(
    axis: type[Ambiguity | Conflict], keys: list[str]
) -> None:
    """The questions carry the names that the calibration takes, and are *ours*."""
    assert [prompt.key for prompt in PROMPTS[axis]] == keys
    assert {prompt.source.status for prompt in PROMPTS[axis] if prompt.source} == {"ours"}


# --- classify ---


@pytest.mark.parametrize(
    ("ambiguity", "conflict", "kind"),
    [
        (Ambiguity.LOW, Conflict.LOW, Implementation.ADMINISTRATIVE),
        (Ambiguity.LOW, Conflict.HIGH, Implementation.POLITICAL),
        (Ambiguity.HIGH, Conflict.LOW, Implementation.EXPERIMENTAL),
        (Ambiguity.HIGH, Conflict.HIGH, Implementation.SYMBOLIC),
    ],
)
def test_terms_and_keys_classify_alike(
    ambiguity: Ambiguity, conflict: Conflict, kind: Implementation
) -> None:
    """Care Act report, Table 1, p. 18."""
    assert classify(ambiguity=ambiguity, conflict=conflict).kind is kind
    assert classify(ambiguity=ambiguity.key, conflict=conflict.key).kind is kind


def test_a_term_of_the_other_axis_is_refused() -> None:
    """Both axes have the keys *low* and *high*, so only the terms can be told apart."""
    swapped: dict[str, Term] = {"ambiguity": Conflict.LOW, "conflict": Ambiguity.HIGH}

    with pytest.raises(UnknownTermError) as caught:
        classify(**swapped)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] -- the subject

    assert str(caught.value) == (
        "Conflict.LOW is not a term of Ambiguity; expected one of 'low', 'high'; these look "
        "swapped; also: Ambiguity.HIGH is not a term of Conflict; expected one of 'low', 'high'"
    )


# --- locate ---


@pytest.mark.parametrize("ambiguity", Ambiguity)
@pytest.mark.parametrize("conflict", Conflict)
def test_locate_at_0_and_1_agrees_with_classify(ambiguity: Ambiguity, conflict: Conflict) -> None:
    """The corners of the square are the cells of the table: full member of one, of no other."""
    ends = {"low": 0, "high": 1}
    kind = classify(ambiguity=ambiguity, conflict=conflict).kind
    place = locate(ambiguity=ends[ambiguity.key], conflict=ends[conflict.key])

    assert place.kind is kind
    assert place.memberships == {one: int(one is kind) for one in Implementation}


def test_exactly_one_kind_exceeds_one_half_off_the_crossover() -> None:
    """On a grid of 101 by 101 points: one kind on 10,000 of them, none on the two middle lines."""
    hundredths = [number / 100 for number in range(101)]
    places = [locate(ambiguity=a, conflict=c) for a in hundredths for c in hundredths]
    settled = [place for place in places if not place.borderline]

    assert len(settled) == 100 * 100
    assert all(above_one_half(place) == [place.kind] for place in settled)
    assert all(above_one_half(place) == [] for place in places if place.borderline)


@given(degrees, degrees)
def test_the_kind_is_that_of_the_nearer_grades(ambiguity: float, conflict: float) -> None:
    """Off the crossover a location and a classification by the nearer grades agree."""
    place = locate(ambiguity=ambiguity, conflict=conflict)
    nearer = classify(
        ambiguity=list(Ambiguity)[ambiguity > 0.5], conflict=list(Conflict)[conflict > 0.5]
    )

    assert nearer.kind in place.candidates
    assert place.kind in ({None} if place.borderline else {nearer.kind})


@pytest.mark.parametrize(
    ("ambiguity", "conflict", "sentence"),
    [
        (1.01, 0.5, "1.01 is not a degree of Ambiguity"),
        (0.5, math.nan, "nan is not a degree of Conflict"),
        (0.5, True, "True is not a degree of Conflict"),
    ],
)
def test_an_axis_value_that_is_no_degree_is_refused(
    ambiguity: float, conflict: float, sentence: str
) -> None:
    """The sentence names the value, the axis and the range."""
    with pytest.raises(UnknownTermError) as caught:
        locate(ambiguity=ambiguity, conflict=conflict)

    assert str(caught.value) == (
        f"{sentence}; expected a number from 0 to 1, or None where it is not known"
    )
