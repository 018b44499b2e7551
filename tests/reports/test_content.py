"""What a report says."""

from collections.abc import Iterator

import pytest

from implsupport import cases
from implsupport.appraisal import Context, appraise
from implsupport.records import Study
from implsupport.reports import Items, Section, Table, Words, content, text

BUILT_IN = content(
    appraise(
        cases.study(),
        context=Context(
            comparability=cases.comparability(),
            perceived_success=cases.perceived_success(),
            deferral=cases.deferral(),
            misreading=cases.figure_1(),
            citations=cases.citations(),
        ),
    )
)
ILLUSTRATION = content(appraise(cases.illustration()))


def sections(section: Section) -> Iterator[Section]:
    """Walk a section and all below it."""
    yield section
    for below in section.sections:
        yield from sections(below)


def under(whole: Section, *titles: str) -> str:
    """Give the text below the headings named, joined on one line."""
    for title in titles:
        whole = next(one for one in sections(whole) if one.title == title)
    return " ".join(text(whole).split())


def tables(whole: Section) -> list[Table]:
    """List every table."""
    return [b for one in sections(whole) for b in one.blocks if isinstance(b, Table)]


def test_a_place_by_words_names_the_cell_alone() -> None:
    """Grades have no memberships and no margin."""
    said = under(BUILT_IN, "Smallpox eradication (WHO)")

    assert "Administrative implementation; ambiguity low, conflict low" in said
    assert "margin" not in said


def test_a_place_by_numbers_shows_memberships_and_margin() -> None:
    """All four memberships, then the margin."""
    said = under(ILLUSTRATION, "School Orchard Scheme (invented)")

    assert (
        "administrative implementation by degree (administrative 0.92, political 0.05, "
        "experimental 0.08, symbolic 0.05; margin 0.42)"
    ) in said
    assert "on the crossover, so administrative or experimental" in said


def test_one_gap_shows_the_candidate_kinds() -> None:
    """A gap is shown as a gap, and the kinds that are left as either or."""
    said = under(BUILT_IN, "Pharmacovigilance guideline (Kuwait)")

    assert (
        "experimental or symbolic implementation; ambiguity high, conflict without a grade "
        "(conflicting evidence)"
    ) in said


def test_what_nobody_states_is_said_to_be_not_stated() -> None:
    """The Care Act has no cell and the comparable policies no card."""
    assert (
        "Phase 1: kind unknown; ambiguity without a grade (not stated), conflict without a grade "
        "(not stated)."
    ) in under(BUILT_IN, "Care Act 2014")
    assert "No grade is given." in under(BUILT_IN, "Sure Start")


def test_every_table_and_every_judgement_has_a_source_and_a_status() -> None:
    """Each bracket ends in one of the three statuses."""
    brackets = [table.source for table in (*tables(BUILT_IN)[1:], *tables(ILLUSTRATION)[1:])]

    assert {bracket.rsplit("; ", 1)[-1].rsplit(" is ")[-1] for bracket in brackets} == {
        "source",
        "adapted",
        "ours",
    }


def test_the_grid_shows_empty_cells_and_caveats() -> None:
    """Every Child Matters: an empty cell is a question, and the caveats go with the grid."""
    said = under(BUILT_IN, "Every Child Matters", "Who acts where")

    assert "Empty: system and directive (general rule setting). A question, not an error." in said
    assert "Caveat: The grid has no sequence" in said
    assert "In several cells: Common Assessment framework" in said


def test_the_overview_has_a_row_for_every_case() -> None:
    """Described or not, a case has its row; a gap shows as what is left, not as a kind."""
    rows = {row[0]: row[1:] for row in tables(BUILT_IN)[0].rows}

    assert len(rows) == 25
    assert rows["Care Act 2014"] == ("not stated", "16", "1 card")
    assert rows["Academies programme"] == ("not stated", "none described", "none")
    assert rows["Pharmacovigilance guideline (Kuwait)"][0] == "experimental or symbolic"


def test_a_path_is_shown_as_a_path() -> None:
    """Moves in time are not read as a disagreement."""
    rows = {row[0]: row[1] for row in tables(BUILT_IN)[0].rows}

    assert rows["Trans-regional immediate medical settlement (China)"] == (
        "experimental > symbolic > political > administrative"
    )


LOW, HIGH, OPEN = ("low", "low"), ("high", "low"), ("not-stated", "not-stated")
UNLIKE = ("not-stated", "not-assessed")


def kinds(*moments: tuple[object, object, dict[str, object]]) -> str:
    """Give what the overview says of the kind of a case with such places."""
    positions = [
        {"policy": "p", "ambiguity": ambiguity, "conflict": conflict, **when}
        for ambiguity, conflict, when in moments
    ]
    study = {"title": "One", "policies": [{"key": "p", "title": "P"}], "positions": positions}
    return tables(content(appraise(Study.model_validate(study))))[0].rows[0][1]


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        ([(*HIGH, {"step": 2}), (*LOW, {"step": 1})], "administrative > experimental"),
        ([(*HIGH, {"date": "2022"}), (*LOW, {"date": "2019"})], "administrative > experimental"),
        (
            [(*HIGH, {"step": 1}), (*LOW, {"step": 2}), (*HIGH, {"step": 3})],
            "experimental > administrative > experimental",
        ),
        (
            [(*HIGH, {"step": 1}), (*OPEN, {"step": 2}), (*LOW, {"step": 3})],
            "experimental > not stated > administrative",
        ),
        (
            [(*HIGH, {"step": 1}), (*UNLIKE, {"step": 2}), (*LOW, {"step": 3})],
            "experimental > unknown > administrative",
        ),
        (
            [(*HIGH, {"step": 1}), (*HIGH, {"step": 2}), (*LOW, {"step": 3})],
            "experimental > administrative",
        ),
        (
            [(*LOW, {"date": "2019"}), (*HIGH, {"date": "2020"}), (*LOW, {"date": "2020-05"})],
            "administrative > experimental and administrative (order not known)",
        ),
    ],
)
def test_a_path_is_told_in_its_order(
    moments: list[tuple[object, object, dict[str, object]]], said: str
) -> None:
    """By step or date, not as it was written; with returns, and with what is not known."""
    assert kinds(*moments) == said


@pytest.mark.parametrize(
    ("moments", "said"),
    [
        ([(*HIGH, {"part": "a"}), (*LOW, {"part": "b"})], "experimental, administrative"),
        ([(*HIGH, {"part": "a"}), (*HIGH, {"part": "b"})], "experimental"),
        ([(*HIGH, {"part": "a"}), (*OPEN, {"part": "b"})], "experimental, not stated"),
        (
            [(*HIGH, {"step": 1}), (*LOW, {"step": 2}), (*OPEN, {"part": "b"})],
            "experimental, administrative, not stated",
        ),
    ],
)
def test_what_is_no_path_has_no_order(
    moments: list[tuple[object, object, dict[str, object]]], said: str
) -> None:
    """Parts stand beside one another."""
    assert kinds(*moments) == said


def test_every_work_that_a_bracket_names_is_cited() -> None:
    """Also those that the study itself does not declare."""
    said = under(ILLUSTRATION, "Works cited")

    assert "ossaria-minutes:" in said
    assert "leroy-mousseau-pirlot-2011:" in said
    assert "care-act-report:" in said


def test_each_rule_says_what_it_asks_for() -> None:
    """A majority is two thirds here, not more than half."""
    said = under(ILLUSTRATION, "Rules that make a verdict of a card")

    assert "majority: two thirds of the criteria must reach a grade." in said


def test_a_case_that_is_only_named_has_no_section_of_its_own() -> None:
    """Ten policies of CA Table 2 are neither placed, supported nor graded."""
    titles = [section.title for section in BUILT_IN.sections]

    assert "Sure Start" in titles
    assert "Academies programme" not in titles


def test_assessors_of_one_layer_and_date_stand_side_by_side() -> None:
    """Three columns for the three assessors, one for the other layer."""
    headings = [table.head for table in tables(ILLUSTRATION)]

    assert ("criterion", "Assessor A", "Assessor B", "Assessor C") in headings
    assert ("criterion", "Assessor A") in headings


def test_tables_and_passages_come_from_the_context() -> None:
    """Comparability, perceived success, the deferral and the misreading have their sections."""
    titles = [section.title for section in BUILT_IN.sections]

    assert {"Comparability", "Perceived success", "Deferral", "A misreading of the grid"} <= {
        *titles
    }
    assert "Comparability" not in [section.title for section in ILLUSTRATION.sections]


def test_an_empty_study_makes_a_sensible_page() -> None:
    """A title and what there is: nothing."""
    whole = content(appraise(Study(title="Empty")))

    assert whole.sections == ()
    assert isinstance(whole.blocks[0], Words)
    assert whole.blocks[0].text == "No case."


def test_a_card_of_gaps_says_that_no_grade_is_given() -> None:
    """A card without a grade has no lowest and no highest."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P", "note": "A note"}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "ratings": {"clarity": {"gap": "not-assessed"}},
                }
            ],
        }
    )
    said = under(content(appraise(study)), "P")

    assert "Policy, rubric success No grade; 6 gaps. [ours]" in said
    assert "A note." in said


def test_approaches_without_theme_or_rating_are_still_shown() -> None:
    """What an approach was not rated on is said to be not rated."""
    study = Study.model_validate(
        {
            "title": "One",
            "policies": [{"key": "p", "title": "P"}],
            "approaches": [{"key": "a", "title": "Advice", "exhibited_in": ["p"]}],
        }
    )
    _, table = tables(content(appraise(study)))

    assert table.caption == "No theme"
    assert table.rows == (("Advice", "not rated", "not rated", "not rated"),)


def test_items_hold_statements() -> None:
    """The works cited stand one below the other."""
    works = next(one for one in BUILT_IN.sections if one.title == "Works cited")

    assert isinstance(works.blocks[0], Items)
