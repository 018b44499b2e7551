"""What a verb says of a profile."""

import itertools
import pickle

import pytest

from implsupport import matland, readings, success, verdicts
from implsupport.errors import FrameworkError
from implsupport.frames import profiles
from implsupport.frames.profiles import Table
from implsupport.frameworks.governance import GOVERNANCE
from implsupport.frameworks.success import Attainment
from implsupport.matrix import Grid
from implsupport.terms import Gap

HIGH = Attainment.RELATIVE_SUCCESS


def test_every_gap_but_not_applicable_is_one_mark_to_a_verdict() -> None:
    """That is why there are 15,625 profiles, and not half a million."""
    verb = profiles.deciding(success.SUCCESS, verdicts.MAJORITY)

    assert verb.marks == ((*Attainment, Gap.NOT_APPLICABLE, Gap.NOT_ASSESSED),) * 6


def test_the_gaps_that_share_a_mark_are_judged_alike() -> None:
    """Which of them stands there makes no difference to a card's bounds or to a verdict."""
    others = [gap for gap in Gap if gap is not Gap.NOT_APPLICABLE]
    rest = [row.key for row in success.Criterion if row is not success.Criterion.POLITICS]
    cards = [success.score({"politics": gap, **dict.fromkeys(rest, HIGH)}) for gap in others]
    decided = [verdicts.decide(card, verdicts.WEAKEST) for card in cards]

    assert len(others) == 5
    assert {(one.lowest, one.highest) for one in decided} == {(Attainment.RELATIVE_FAILURE, HIGH)}
    assert {(card.lowest, card.highest, len(card.gaps)) for card in cards} == {(HIGH, HIGH, 1)}


def test_a_word_that_was_not_read_counts_as_missing_and_is_recorded() -> None:
    """Its digit is the one after the last mark."""
    verb = profiles.classifying(matland.MATLAND).recording(["a", "c"])

    assert [name for name, _ in verb.results] == ["kind", "unread", "reason"]
    assert verb.outcome((1, 0)) == ("experimental", 0, None)
    assert verb.outcome((3, 0)) == (None, 1, "a: not a term of Ambiguity")
    assert verb.outcome((3, 3))[1:] == (
        2,
        "a: not a term of Ambiguity; c: not a term of Conflict",
    )


def test_a_table_of_every_profile_is_made_once() -> None:
    """A verb of the same framework and rule finds it there."""
    verb = profiles.deciding(success.SUCCESS, verdicts.MAJORITY)
    again = profiles.deciding(success.SUCCESS, verdicts.MAJORITY)

    assert profiles.every(verb, (5,) * 6) is profiles.every(again, (5,) * 6)


def test_a_table_holds_each_outcome_once() -> None:
    """And says of each profile which it is."""
    verb = profiles.scoring(success.SUCCESS)
    table = profiles.every(verb, (4,) * 6)
    told = [table.outcomes[place] for place in table.places]

    assert len(set(table.outcomes)) == len(table.outcomes)
    assert told == [verb.outcome(profile) for profile in itertools.product(range(4), repeat=6)]


def test_the_sides_of_the_crossover_speak_for_all_degrees() -> None:
    """Kind and borderline depend on nothing else."""
    verb = profiles.locating(matland.MATLAND)
    digits = {0.0: 0, 0.4: 0, 0.5: 1, 0.6: 2, 1.0: 2, None: 3}

    pairs = [*itertools.product(digits, repeat=2)]
    places = [readings.locate(matland.MATLAND, *pair) for pair in pairs]

    assert [verb.outcome((digits[row], digits[col])) for row, col in pairs] == [
        (place.kind.key if place.kind else None, place.borderline) for place in places
    ]


def test_a_verb_can_be_sent_to_a_worker() -> None:
    """It pickles, and arrives as the same."""
    verb = profiles.deciding(success.SUCCESS, verdicts.MAJORITY).recording("abcdef")

    assert pickle.loads(pickle.dumps(verb)) == verb  # noqa: S301 -- our own bytes


def test_what_is_no_framework_of_the_kind_is_refused() -> None:
    """And what is, is not."""
    profiles.require(GOVERNANCE, Grid)

    with pytest.raises(FrameworkError, match=r"Grid\('governance'\) is not a typology"):
        profiles.classifying(GOVERNANCE)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType] -- what is refused


def test_a_table_of_nothing_is_empty() -> None:
    """A frame may have no rows."""
    assert profiles.tabulated(profiles.scoring(success.SUCCESS), []) == Table((), ())
