"""Cases admitted by a rule over criteria, and cases admitted against it."""

import pickle
from typing import Any, TypeAlias, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases
from implsupport.errors import FrameworkError, UnknownKeyError
from implsupport.evaluation.screening import Screening, screen
from implsupport.terms import FrozenMap, Gap

Wrong: TypeAlias = Any
"""What a type checker refuses, and a user gives all the same."""

REASON = "due to its scale and reach which are very much in line with the Care Act 2014"

CRITERIA = ("scale", "purpose", "reach")

rows = st.fixed_dictionaries(
    dict.fromkeys(CRITERIA, st.booleans() | st.sampled_from([Gap.NOT_STATED, Gap.NOT_ASSESSED]))
)
tables = st.dictionaries(st.sampled_from(["a", "b", "c", "d", "e"]), rows, min_size=1)


@pytest.fixture(name="table_2")
def _table_2() -> Screening:
    """CA Table 2 under the rule "all five", with the override of p. 23."""
    return screen(cases.comparability(), at_least="all", overrides={"troubled-families": REASON})


# --- CA Table 2 ---


def test_all_five_admits_exactly_four_policies(table_2: Screening) -> None:
    """CA p. 23: CCSF, Sure Start, HWB and Vanguards share the five characteristics."""
    assert table_2.by_rule == ("ccsf", "sure-start", "hwb", "vanguards")
    assert table_2.at_least == 5


def test_troubled_families_is_an_override_with_its_reason(table_2: Screening) -> None:
    """CA p. 23: included following discussions; CA Table 2: it fails Significance."""
    assert table_2.by_override == {"troubled-families": REASON}
    assert table_2.fails("troubled-families") == ("significance",)


def test_two_others_meet_four_and_fail_purpose(table_2: Screening) -> None:
    """CA Table 2, p. 21: Health and Social Care Act and Better Care Fund."""
    assert table_2.near_misses == {"hsca": ("purpose",), "better-care-fund": ("purpose",)}


def test_the_report_studied_five(table_2: Screening) -> None:
    """CA p. 23: four by the rule and one by the override, in the order of the table."""
    assert table_2.admitted == ("ccsf", "troubled-families", "sure-start", "hwb", "vanguards")
    assert table_2.unneeded == ()


def test_the_others_fail_two_criteria_or_more(table_2: Screening) -> None:
    """CA Table 2, p. 21: eight policies; the one on discharge meets reach alone."""
    assert len(table_2.others) == 8
    assert table_2.others["older-patients-discharge"] == (
        "scale",
        "purpose",
        "learning",
        "significance",
    )
    assert table_2.undecided == {}


@pytest.mark.parametrize(
    ("at_least", "admitted"), [("all", 4), (5, 4), (4, 7), (3, 8), (2, 12), (1, 15), ("any", 15)]
)
def test_fewer_criteria_admit_more(at_least: Wrong, admitted: int) -> None:
    """CA Table 2, p. 21, counted by hand: 4 policies with five ticks, 3 with four, and so on."""
    assert len(screen(cases.comparability(), at_least=at_least).by_rule) == admitted


def test_a_lower_bar_makes_the_override_unneeded() -> None:
    """It stays on record, and the rule admits the case."""
    found = screen(cases.comparability(), at_least=4, overrides={"troubled-families": REASON})

    assert found.unneeded == ("troubled-families",)
    assert found.by_override == {}
    assert found.overrides == {"troubled-families": REASON}


def test_a_screening_keeps_sources_and_caveats(table_2: Screening) -> None:
    """Where a rule with an override was applied so, and what it does not say."""
    assert [source.citation for source in table_2.sources] == [
        "Care Act report (draft interim report), Table 2, p. 21, and p. 23 [adapted]"
    ]
    assert table_2.caveats == (
        "A screening counts criteria as equals: a rule says what is enough, not what matters.",
        "An override is recorded beside the rule and never changes a criterion.",
    )


def test_a_screening_is_frozen_and_pickles(table_2: Screening) -> None:
    """It hashes by its content and comes back equal."""
    again = pickle.loads(pickle.dumps(table_2))  # noqa: S301 -- made on the line above

    assert (again, hash(again)) == (table_2, hash(table_2))


# --- any table ---


@given(tables, st.integers(1, 2))
def test_screening_is_monotone(table: Wrong, at_least: int) -> None:
    """Whoever meets one criterion more is admitted by the lower bar too."""
    lower, higher = (screen(table, at_least=k) for k in (at_least, at_least + 1))

    assert set(higher.by_rule) <= set(lower.by_rule)
    assert set(higher.admitted) <= set(lower.admitted)


@given(tables, st.integers(1, 3), st.booleans())
def test_every_case_stands_in_one_place(table: Wrong, at_least: int, overrides: Wrong) -> None:
    """By rule, by override, a near miss, another or undecided; an override names a case."""
    reasons = dict.fromkeys(list(table)[: int(overrides)], "because")
    found = screen(table, at_least=at_least, overrides=reasons)
    places = (
        *found.by_rule,
        *found.by_override,
        *found.near_misses,
        *found.others,
        *found.undecided,
    )

    assert sorted(places) == sorted(table)


@given(tables, st.integers(1, 3), st.sampled_from([True, False]))
def test_no_answer_to_a_gap_takes_a_case_out_again(
    table: dict[str, dict[str, bool | Gap]], at_least: int, answer: Wrong
) -> None:
    """Admitted stays admitted, and refused stays refused, however the gaps are filled."""
    filled = {
        case: {key: answer if isinstance(met, Gap) else met for key, met in row.items()}
        for case, row in table.items()
    }
    before, after = screen(table, at_least=at_least), screen(filled, at_least=at_least)

    assert set(before.by_rule) <= set(after.by_rule)
    assert {*before.near_misses, *before.others}.isdisjoint(after.by_rule)
    assert after.undecided == {}


def test_a_gap_leaves_open_only_what_it_could_decide() -> None:
    """One answer short is undecided; two short with one gap is not."""
    table: dict[str, dict[str, bool | Gap]] = {
        "open": {"scale": True, "reach": Gap.NOT_STATED, "learning": True},
        "short": {"scale": False, "reach": Gap.NOT_STATED, "learning": True},
        "enough": {"scale": True, "reach": True, "learning": True},
    }
    found = screen(table, at_least="all")

    assert found.by_rule == ("enough",)
    assert found.undecided == {"open": FrozenMap({"reach": Gap.NOT_STATED})}
    assert found.others == {"short": ("scale",)}


def test_the_order_of_input_only_orders_the_result() -> None:
    """Cases and criteria backwards give an equal screening, listed backwards."""
    table = cases.comparability()
    backwards = {
        case: dict(reversed(list(row.items()))) for case, row in reversed(list(table.items()))
    }
    found = screen(backwards, at_least=4)

    assert found == screen(table, at_least=4)
    assert found.by_rule == screen(table, at_least=4).by_rule[::-1]
    assert found.near_misses == {"academies": ("reach", "purpose")}


# --- words, numbers and keys ---


@pytest.mark.parametrize("gap", [Gap.NOT_STATED, "not-stated", "Not stated"])
def test_a_gap_is_given_by_its_word(gap: Gap | str) -> None:
    """And kept as the gap that it names."""
    found = screen({"hwb": {"scale": True, "reach": gap}}, at_least="all")

    assert found.undecided == {"hwb": {"reach": Gap.NOT_STATED}}


@pytest.mark.parametrize(
    ("at_least", "number"), [("All", 2), (" any", 1), (np.int64(2), 2), (np.array(1), 1)]
)
def test_the_rule_is_read_as_words_and_numbers_are(at_least: Wrong, number: int) -> None:
    """Folded, and from an array library as Python's own."""
    found = screen({"hwb": {"scale": True, "reach": True}}, at_least=at_least)

    assert (found.at_least, type(found.at_least)) == (number, int)


def test_answers_of_an_array_library_are_answers() -> None:
    """What a row of a data frame holds."""
    table: Wrong = {"hwb": {"scale": np.True_, "reach": np.False_}}
    found = screen(table, at_least="all")

    assert found.near_misses == {"hwb": ("reach",)}
    assert found.table["hwb"] == {"scale": True, "reach": False}


def test_cases_may_be_numbered() -> None:
    """A number is near to no word, and is named all the same."""
    found = screen(cast("Wrong", {101: {"scale": True}}), at_least="all")
    with pytest.raises(UnknownKeyError) as caught:
        found.fails("101")

    assert str(caught.value) == "no case '101'; there are 101"


# --- bad input ---


@pytest.mark.parametrize(
    ("at_least", "shown"),
    [
        (0, "0"),
        (6, "6"),
        (-1, "-1"),
        (True, "True"),
        (2.5, "2.5"),
        ("most", "'most'"),
        (None, "None"),
    ],
)
def test_a_rule_that_no_case_or_every_case_meets_is_refused(at_least: Wrong, shown: str) -> None:
    """The number is named, and what would have done."""
    with pytest.raises(FrameworkError) as caught:
        screen(cases.comparability(), at_least=at_least)

    assert str(caught.value) == (
        f"'at_least' cannot be used: {shown} is no number of criteria; expected 'all', 'any' "
        "or a whole number from 1 to 5"
    )


@pytest.mark.parametrize("table", [{}, {"a": {}}])
def test_an_empty_table_is_refused(table: Wrong) -> None:
    """There is nothing to admit."""
    with pytest.raises(FrameworkError) as caught:
        screen(table, at_least="any")

    assert str(caught.value) == "'table' cannot be used: it has no case with a criterion"


def test_every_missing_or_foreign_answer_is_named() -> None:
    """A blank is not read as no, and a word is not read as yes."""
    table: Wrong = {"a": {"scale": True, "reach": "no"}, "b": {"scale": None}}
    with pytest.raises(FrameworkError) as caught:
        screen(table, at_least="any")

    assert str(caught.value) == (
        "'table' cannot be used: no answer on 'reach' for 'b'; give True, False or a gap; "
        "'no' on 'reach' for 'a' is neither True nor False nor a gap such as 'not-assessed'; "
        "None on 'scale' for 'b' is neither True nor False nor a gap such as 'not-assessed'"
    )


def test_a_misspelt_gap_or_number_is_told_the_nearest() -> None:
    """As a word is elsewhere."""
    with pytest.raises(FrameworkError) as gap:
        screen({"a": {"scale": "not sated"}}, at_least="any")
    with pytest.raises(FrameworkError) as rule:
        screen({"a": {"scale": True}}, at_least=cast("Wrong", "al"))

    assert gap.value.problems[0].endswith("such as 'not-assessed'; did you mean 'not-stated'?")
    assert rule.value.problems[0].endswith("number from 1 to 1; did you mean 'all'?")


@pytest.mark.parametrize(
    ("table", "at_least", "overrides", "sentence"),
    [
        (
            ["hwb"],
            "all",
            None,
            (
                "'table' cannot be used: ['hwb'] is not a mapping of cases to criteria and their "
                "answers"
            ),
        ),
        (
            {"hwb": [True], "hsca": None},
            "all",
            None,
            (
                "'table' cannot be used: [True] for 'hwb' is not a mapping of criteria to answers; "
                "None for 'hsca' is not a mapping of criteria to answers"
            ),
        ),
        (
            {"hwb": {"scale": True}},
            "all",
            ["hwb"],
            "'overrides' cannot be used: ['hwb'] is not a mapping of cases to reasons",
        ),
    ],
)
def test_what_is_no_mapping_is_refused(
    table: Wrong, at_least: Wrong, overrides: Wrong, sentence: str
) -> None:
    """The table, a row of it, or the overrides."""
    with pytest.raises(FrameworkError) as caught:
        screen(table, at_least=at_least, overrides=overrides)

    assert str(caught.value) == sentence


@pytest.mark.parametrize(("reason", "shown"), [("", "''"), ("  ", "'  '"), (None, "None")])
def test_an_override_without_a_reason_is_refused(reason: Wrong, shown: str) -> None:
    """Blank is no reason."""
    with pytest.raises(FrameworkError) as caught:
        screen(cases.comparability(), at_least="all", overrides={"hsca": reason})

    assert str(caught.value) == (
        f"'overrides' cannot be used: no reason for 'hsca', but {shown}; say in words why it "
        "is admitted"
    )


def test_an_override_of_an_unknown_case_is_refused() -> None:
    """With the nearest match."""
    with pytest.raises(UnknownKeyError) as caught:
        screen({"hwb": {"scale": True}}, at_least="all", overrides={"hvb": REASON})

    assert str(caught.value) == "no case 'hvb'; there are 'hwb'; did you mean 'hwb'?"


def test_the_failures_of_an_unknown_case_are_refused(table_2: Screening) -> None:
    """A case that was not screened fails nothing, and is no empty answer either."""
    with pytest.raises(UnknownKeyError) as caught:
        table_2.fails("care-act")

    assert caught.value.given == "'care-act'"
