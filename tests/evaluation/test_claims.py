"""What a source says of itself, checked against what it shows."""

import pickle
from typing import Any, TypeAlias

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport.errors import FrameworkError
from implsupport.evaluation.claims import (
    AROUND,
    Claim,
    ClaimVerdict,
    Finding,
    Leeway,
    Share,
    Value,
    check,
)
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Gap

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

CLAIM = Claim(
    key="three-lanterns",
    source=cite("care-act-report", "p. 1"),
    words="three lanterns were lit",
    stated=3,
    computed="The lanterns in the list.",
)


def claim(stated: Value, leeway: Leeway = Leeway.EXACTLY) -> Claim:
    """A claim that states this, with this leeway."""
    return attrs.evolve(CLAIM, stated=stated, leeway=leeway)


def fit(stated: Value, leeway: Leeway, value: Value | Gap) -> bool | None:
    """Whether one value, shown alone, is what is stated."""
    return check(claim(stated, leeway), {"only": value}).fits["only"]


names = st.lists(st.sampled_from(["lamp", "lantern", "torch"]), max_size=4).map(tuple)
values = st.one_of(st.integers(0, 5), names, st.sampled_from(list(Gap)))
readings = st.dictionaries(st.sampled_from(["one", "two", "three"]), values, min_size=1)


# --- vocabularies ---


def test_the_verdicts_are_four() -> None:
    """Confirmed, confirmed but for the wording, contradicted, or it cannot be told."""
    assert [verdict.key for verdict in ClaimVerdict] == [
        "confirmed",
        "in-other-words",
        "contradicted",
        "cannot-be-told",
    ]


def test_every_word_has_a_gloss() -> None:
    """A verdict and a leeway say what they mean."""
    assert all(word.gloss for word in (*ClaimVerdict, *Leeway))


# --- shares ---


def test_a_share_is_a_part_of_a_whole() -> None:
    """It keeps both numbers, so that nobody has to guess what was counted."""
    share = Share(13, 20)

    assert (str(share), share.ratio.numerator, share.ratio.denominator) == ("13 of 20", 13, 20)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 0, "1 of 0"),
        (0, 0, "0 of 0"),
        (-1, 2, "-1 of 2"),
        (3, 2, "3 of 2"),
        (0.5, 1, "0.5 of 1"),
        (True, 1, "True of 1"),
        (1, "2", "1 of '2'"),
    ],
)
def test_what_is_no_part_of_a_whole_is_refused(part: Wrong, whole: Wrong, shown: str) -> None:
    """Two whole numbers, the part within the whole."""
    with pytest.raises(FrameworkError) as caught:
        Share(part, whole)

    assert caught.value.framework == "share"
    assert caught.value.problems == (
        f"{shown} is not a part of a whole; give two whole numbers, the whole above 0",
    )


# --- one reading ---


@pytest.mark.parametrize(
    ("stated", "leeway", "value", "fits"),
    [
        (3, Leeway.EXACTLY, 3, True),
        (3, Leeway.EXACTLY, 2, False),
        (3, Leeway.EXACTLY, 4, False),
        (3, Leeway.AT_LEAST, 3, True),
        (3, Leeway.AT_LEAST, 4, True),
        (3, Leeway.AT_LEAST, 2, False),
        (3, Leeway.AT_MOST, 3, True),
        (3, Leeway.AT_MOST, 2, True),
        (3, Leeway.AT_MOST, 4, False),
        (3, Leeway.MORE_THAN, 4, True),
        (3, Leeway.MORE_THAN, 3, False),
    ],
)
def test_numbers_are_compared(stated: int, leeway: Leeway, value: int, fits: object) -> None:
    """As many, as many or more, as many or fewer, more."""
    assert fit(stated, leeway, value) is fits


@pytest.mark.parametrize(
    ("stated", "leeway", "value", "fits"),
    [
        (Share(1, 2), Leeway.EXACTLY, Share(10, 20), True),
        (Share(1, 2), Leeway.EXACTLY, Share(9, 20), False),
        (Share(1, 2), Leeway.MORE_THAN, Share(8, 15), True),
        (Share(1, 2), Leeway.MORE_THAN, Share(3, 6), False),
        (Share(9, 10), Leeway.AT_LEAST, Share(14, 15), True),
        (Share(9, 10), Leeway.AT_LEAST, Share(13, 15), False),
        (Share(1, 2), Leeway.AT_MOST, Share(2, 5), True),
        (Share(1, 2), Leeway.AT_MOST, Share(3, 5), False),
    ],
)
def test_shares_are_compared_by_ratio(
    stated: Share, leeway: Leeway, value: Share, fits: object
) -> None:
    """A majority is more than half: three of six are none."""
    assert fit(stated, leeway, value) is fits


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        (Share(13, 20), True),  # 0.65, a sixtieth below
        (Share(14, 20), True),  # 0.70, a thirtieth above
        (Share(37, 60), True),  # a twentieth below, to the last digit
        (Share(43, 60), True),  # a twentieth above, to the last digit
        (Share(370, 601), False),  # just below that
        (Share(12, 20), False),  # 0.60
        (Share(15, 20), False),  # three quarters
        (Share(10, 20), False),  # a half
    ],
)
def test_around_is_within_one_twentieth(value: Share, fits: object) -> None:
    """Two thirds, more or less: the tolerance is this library's, and exact."""
    assert fit(Share(2, 3), Leeway.AROUND, value) is fits
    assert AROUND.as_integer_ratio() == (1, 20)


@pytest.mark.parametrize(
    ("leeway", "value", "fits"),
    [
        (Leeway.EXACTLY, ("a", "b"), True),
        (Leeway.EXACTLY, ("b", "a"), True),
        (Leeway.EXACTLY, ("a",), False),
        (Leeway.EXACTLY, ("a", "b", "c"), False),
        (Leeway.EXACTLY, ("a", "b", "b"), False),
        (Leeway.AT_LEAST, ("c", "b", "a"), True),
        (Leeway.AT_LEAST, ("a", "c"), False),
        (Leeway.AT_MOST, ("a",), True),
        (Leeway.AT_MOST, (), True),
        (Leeway.AT_MOST, ("a", "c"), False),
        (Leeway.MORE_THAN, ("a", "b", "c"), True),
        (Leeway.MORE_THAN, ("a", "b"), False),
    ],
)
def test_names_are_compared_in_any_order(
    leeway: Leeway, value: tuple[str, ...], fits: object
) -> None:
    """The same names, all of them and perhaps others, no others; a name may stand twice."""
    assert fit(("a", "b"), leeway, value) is fits


@pytest.mark.parametrize(
    ("value", "fits"), [(("a", "b", "c"), True), (("a", "b"), False), ((), False)]
)
def test_names_shown_against_a_number_are_counted(value: tuple[str, ...], fits: object) -> None:
    """A counted list stays readable: it is shown, not only its length."""
    assert fit(3, Leeway.EXACTLY, value) is fits


def test_a_gap_neither_fits_nor_fails() -> None:
    """What the source does not print is no evidence against it."""
    assert fit(3, Leeway.EXACTLY, Gap.NOT_STATED) is None


# --- all readings together ---


@pytest.mark.parametrize(
    ("shown", "verdict"),
    [
        ({"one": 3}, ClaimVerdict.CONFIRMED),
        ({"one": 3, "two": ("a", "b", "c")}, ClaimVerdict.CONFIRMED),
        ({"one": 2}, ClaimVerdict.CONTRADICTED),
        ({"one": 2, "two": 4}, ClaimVerdict.CONTRADICTED),
        ({"one": 3, "two": 4}, ClaimVerdict.CANNOT_BE_TOLD),
        ({"one": 3, "two": Gap.NOT_STATED}, ClaimVerdict.CANNOT_BE_TOLD),
        ({"one": 2, "two": Gap.NOT_STATED}, ClaimVerdict.CANNOT_BE_TOLD),
        ({"one": Gap.NOT_STATED}, ClaimVerdict.CANNOT_BE_TOLD),
    ],
)
def test_a_verdict_needs_all_readings(shown: dict[str, Value | Gap], verdict: ClaimVerdict) -> None:
    """Confirmed or contradicted however it is read, else it cannot be told."""
    assert check(CLAIM, shown).verdict is verdict


@given(readings)
def test_no_further_reading_decides_what_cannot_be_told(shown: dict[str, Value | Gap]) -> None:
    """A gap added to any finding leaves it open."""
    found = check(CLAIM, {**shown, "another": Gap.NOT_STATED})

    assert found.verdict is ClaimVerdict.CANNOT_BE_TOLD


@given(names, names)
def test_what_fits_exactly_fits_at_least_and_at_most(
    stated: tuple[str, ...], value: tuple[str, ...]
) -> None:
    """Exactly is at least and at most, and neither more nor fewer."""
    both = fit(stated, Leeway.AT_LEAST, value) and fit(stated, Leeway.AT_MOST, value)

    assert fit(stated, Leeway.EXACTLY, value) is both


@given(readings)
def test_a_finding_is_frozen_and_pickles(shown: dict[str, Value | Gap]) -> None:
    """It hashes by its content and comes back equal."""
    found = check(CLAIM, shown)
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 -- made on the line above

    assert (again, hash(again)) == (found, hash(found))


def test_what_was_given_may_change_afterwards() -> None:
    """A finding keeps a copy of what is shown."""
    shown: dict[str, Value | Gap] = {"one": 3}
    found = check(CLAIM, shown)
    shown["one"] = 2

    assert found == Finding(CLAIM, FrozenMap({"one": 3}))


# --- in words ---


def test_a_finding_says_what_is_stated_and_what_is_shown() -> None:
    """The verdict first, then every reading: names, a number, none, a gap."""
    found = check(
        CLAIM,
        {"the list": ("lamp", "torch"), "the page": 2, "the box": (), "the cellar": Gap.NOT_STATED},
    )

    assert found.sentence == (
        "cannot be told: the source says 3; the list: 2 (lamp and torch); the page: 2; "
        "the box: none; the cellar: not stated"
    )


def test_a_finding_says_shares_as_people_do() -> None:
    """The part of the whole, with the leeway in words."""
    found = check(claim(Share(2, 3), Leeway.AROUND), {"rated": Share(13, 20)})

    assert found.sentence == "confirmed: the source says around 2 of 3; rated: 13 of 20"


@pytest.mark.parametrize(
    ("stated", "value", "said"),
    [
        (("lamp",), ("lamp",), "the source says lamp; one: lamp"),
        (("lamp", "torch"), (), "the source says lamp and torch; one: none"),
        (("a", "b", "c"), ("c", "a"), "the source says a, b and c; one: c and a"),
        (("lamp", "lamp", "torch"), ("lamp",), "the source says 2 lamp and 1 torch; one: lamp"),
        (3, ("oil, gas", "wax"), 'the source says 3; one: 2 ("oil, gas" and "wax")'),
        (3, ("wick and wax", "oil"), 'the source says 3; one: 2 ("wick and wax" and "oil")'),
    ],
)
def test_names_are_listed_as_people_list_them(
    stated: Value, value: tuple[str, ...], said: str
) -> None:
    """Names where names are stated, counted where a number is, quoted where they would run on."""
    assert check(claim(stated), {"one": value}).sentence.partition(": ")[2] == said


def test_a_finding_says_in_plain_words_what_is_said() -> None:
    """Where the claim has such words, they stand for number and leeway."""
    plain = attrs.evolve(claim(3, Leeway.AT_LEAST), said="several lanterns")

    assert check(claim(3, Leeway.AT_LEAST), {"one": 4}).sentence == (
        "confirmed: the source says at least 3; one: 4"
    )
    assert check(plain, {"one": 4}).sentence == (
        "confirmed: the source says several lanterns; one: 4"
    )


def test_keys_are_told_by_their_labels() -> None:
    """The value keeps the key, the sentence has what people call it."""
    found = check(claim(("lamp",)), {"one": ("lamp", "torch")}, {"lamp": "Oil lamp"})

    assert found.sentence == "contradicted: the source says Oil lamp; one: Oil lamp and torch"
    assert found.shown["one"] == ("lamp", "torch")


@pytest.mark.parametrize(
    ("value", "verdict"),
    [
        (("lamps", "torch"), ClaimVerdict.IN_OTHER_WORDS),
        (("lamp", "torch"), ClaimVerdict.CONFIRMED),
        (("lamps",), ClaimVerdict.CONTRADICTED),
    ],
)
def test_another_wording_is_told_apart(value: tuple[str, ...], verdict: ClaimVerdict) -> None:
    """The same names in other words are neither confirmed to the word nor contradicted."""
    reworded = attrs.evolve(claim(("lamp", "torch")), same=FrozenMap({"lamps": "lamp"}))

    assert check(reworded, {"one": value}).verdict is verdict


def test_a_finding_keeps_the_source_of_the_claim() -> None:
    """The words are printed there; that they were checked is in the caveats."""
    assert [source.locator for source in check(CLAIM, {"one": 3}).sources] == ["p. 1"]


def test_a_tolerance_is_said_to_be_ours() -> None:
    """Beside the two caveats of every finding."""
    loose = attrs.evolve(CLAIM, tolerance="'Some' is three or more.")

    assert check(loose, {"one": 3}).caveats == (
        "A source is checked against what it prints, not against the world.",
        "A blank in a printed table means not described, never absent.",
        "Ours: 'Some' is three or more.",
    )
    assert len(check(CLAIM, {"one": 3}).caveats) == 2


# --- bad input ---


def test_a_claim_without_anything_shown_is_refused() -> None:
    """Nothing shown is a gap, and has a reason."""
    with pytest.raises(FrameworkError) as caught:
        check(CLAIM, {})

    assert caught.value.framework == "three-lanterns"
    assert caught.value.problems == (
        "nothing is shown; give one reading at least, or a gap with its reason",
    )


@pytest.mark.parametrize(
    ("stated", "value", "shown", "kind"),
    [
        (3, Share(1, 3), "Share(part=1, whole=3)", "int"),
        (3, True, "True", "int"),
        (3, 3.0, "3.0", "int"),
        (3, "three", "'three'", "int"),
        (Share(1, 3), 1, "1", "Share"),
        (Share(1, 3), ("a",), "('a',)", "Share"),
        (("a",), 1, "1", "tuple"),
        (("a",), None, "None", "tuple"),
    ],
)
def test_what_cannot_be_compared_is_refused(
    stated: Value, value: Wrong, shown: str, kind: str
) -> None:
    """The reading is named, and what is stated."""
    with pytest.raises(FrameworkError) as caught:
        check(claim(stated), {"one": value})

    assert caught.value.problems == (f"{shown} in 'one' cannot be compared with the {kind} stated",)


def test_all_findings_come_at_once() -> None:
    """A number stated as "around", and two readings that are no numbers."""
    wrong: Wrong = {"one": None, "two": 3, "three": Share(1, 2)}
    with pytest.raises(FrameworkError) as caught:
        check(claim(3, Leeway.AROUND), wrong)

    assert caught.value.problems == (
        "3 is stated as 'around', which only a share can be",
        "None in 'one' cannot be compared with the int stated",
        "Share(part=1, whole=2) in 'three' cannot be compared with the int stated",
    )
