"""The example `portfolio.py`: on small invented tables, and on the published ones where they are.

Every rating and every word of commentary in the tables below is invented.
"""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "examples" / "portfolio.py"
PUBLISHED = ROOT.parent / "shared" / "data" / "gmpp"

RATINGS = """\
report_year,scale,gmpp_id,project,department,category,ipa_rating,sro_rating,ipa_rating_raw,\
sro_rating_raw,start,end,wlc_raw
2015,5-point,,Care and Support Implementation Programme,A,,Amber/Red,,Amber/ Red,,,,
2015,5-point,,Rising Bridge,A,,Red,,Red,,,,
2015,5-point,,Old Harbour,A,,Green,,Green,,,,
2015,5-point,,Secret Tunnel,A,,Exempt,,Exempt under Section 0,,,,
2015,5-point,,New Start,A,,Reset,,Reset,,,,
2016,5-point,,Care and Support Implementation Programme,A,,Amber/Green,,Amber/Green,,,,
2016,5-point,,RISING BRIDGE,A,,Amber,,Amber,,,,
2016,5-point,,Old Harbour,A,,Amber/Green,,Amber/green,,,,
2016,5-point,,Secret Tunnel,A,,Amber,,Amber,,,,
2016,5-point,,New Start,A,,NotRated,,No DCA,,,,
2021,5-point,F1,Night Ferry,B,,Amber,,Amber,,,,
2022,3-point,F1,Night Ferry Service,B,,Amber,,Amber,,,,
2022,3-point,F2,Day Ferry,B,,Red,,Red,,,,
2022,3-point,F3,Slow Ferry,B,,,Amber,,Amber,,,
2022,3-point,F4,Fast Ferry,B,,,Green,,Green,,,
2023,3-point,F1,Ferries,B,,Green,,Green,,,,
2023,3-point,F2,Day Ferry,B,,,Amber,,Amber,,,
2023,3-point,F3,Slow Ferry,B,,,Amber,,Amber,,,
2023,3-point,F4,Fast Ferry,B,,,Exempt,,Exempt under Section 00,,,
"""

RECORDS = """\
report_year,project,field,value
2015,Care and Support Implementation Programme,Department,A
2015,Care and Support Implementation Programme,Departmental commentary on actions planned or taken \
on the MPA RAG rating.,"Invented: two phases, much risk."
2016,Care and Support Implementation Programme,Departmental commentary on actions planned or taken \
on the IPA RAG rating.,"Invented: “one phase” was taken out."
2016,Old Harbour,Departmental commentary on actions planned or taken on the IPA RAG rating.,Other.
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the example as a user runs it, with every warning an error."""
    command = [sys.executable, "-W", "error", str(SCRIPT), *arguments]
    return subprocess.run(command, check=False, capture_output=True, encoding="utf-8")


def write(folder: Path, ratings: str) -> str:
    """Write the two tables and name their folder."""
    (folder / "gmpp_dca_long.csv").write_text(ratings, encoding="utf-8")
    (folder / "care_act_programme_records.csv").write_text(RECORDS, encoding="utf-8")
    return str(folder)


def printed(folder: str) -> list[str]:
    """List the lines that the example prints, the padding of its tables taken out."""
    done = run(folder)
    return [" ".join(line.split()) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the example prints of the invented tables."""
    return printed(write(tmp_path_factory.mktemp("invented"), RATINGS))


def test_each_scale_has_its_own_table_with_its_own_grades(invented: list[str]) -> None:
    """The words that both scales share are counted apart."""
    five = "| rater | report | red | amber-red | amber | amber-green | green | not-stated "
    three = "| rater | report | red | amber | green | not-stated "

    assert f"{five}| not-applicable | not-assessed |" in invented
    assert "| ipa | 2016 | 0 | 0 | 2 | 2 | 0 | 0 | 0 | 1 |" in invented
    assert f"{three}| not-applicable | not-assessed |" in invented


def test_the_raters_are_kept_apart(invented: list[str]) -> None:
    """A project that one of them rated is a gap of the other; neither lends a grade."""
    ipa = "| ipa | 2022 | 1 | 1 | 0 | 0 | 0 | 2 |"
    sro = "| sro | 2022 | 0 | 1 | 1 | 0 | 0 | 2 |"

    assert {ipa, sro} <= set(invented)


@pytest.mark.parametrize(
    "line",
    [
        "| ipa | not-stated | Exempt | 1 | Exempt under Section 0 |",
        "| ipa | not-applicable | Reset | 1 | Reset |",
        "| ipa | not-assessed | NotRated | 1 | No DCA |",
        "| ipa | not-assessed | (blank) | 5 | (blank) |",
        "| sro | not-stated | Exempt | 1 | Exempt under Section 00 |",
    ],
)
def test_a_gap_keeps_its_reason_and_the_words_printed(invented: list[str], line: str) -> None:
    """Exempt, Reset, NotRated and blank are four things, each with its raw word."""
    assert line in invented


def test_ratings_of_one_scale_and_rater_are_compared(invented: list[str]) -> None:
    """One rose, one fell, two have a gap; a change of capitals is no other project."""
    head = "| rater | report | rose | fell | held | unclear | not comparable | scope changed |"
    start = invented.index(head) + 2

    assert invented[start] == "| ipa | 2015 | 1 | 1 | 0 | 2 | 0 | 1 |"


def test_what_was_rated_on_two_scales_is_not_comparable(invented: list[str]) -> None:
    """Amber in 2021 and amber in 2022 are not the same grade, so nothing held."""
    assert "| ipa | 2021 | 0 | 0 | 0 | 0 | 1 | 0 |" in invented


def test_a_project_is_followed_through_a_change_of_name(invented: list[str]) -> None:
    """Its identifier tells that it rose; one that changed its rater is unclear for both."""
    ipa = "| ipa | 2022 | 1 | 0 | 0 | 1 | 0 | 0 |"
    sro = "| sro | 2022 | 0 | 0 | 1 | 2 | 0 | 0 |"

    assert {ipa, sro} <= set(invented)


def test_a_programme_that_was_rescoped_is_not_read_as_improved(invented: list[str]) -> None:
    """Its ratings and the official words come first, then what we make of them."""
    start = invented.index("## Care and Support Implementation Programme")

    assert invented[start + 2 : start + 11 : 2] == [
        "2015: Amber/Red",
        "> Invented: two phases, much risk.",
        "2016: Amber/Green",
        "> Invented: “one phase” was taken out.",
        "Our reading: scope changed between the ratings, not read as improvement.",
    ]


def test_a_word_that_nobody_declared_is_refused(tmp_path: Path) -> None:
    """A five-grade word in a three-grade report is no grade, and stops the run."""
    folder = write(tmp_path, RATINGS.replace("F2,Day Ferry,B,,Red", "F2,Day Ferry,B,,Amber/Red"))
    done = run(folder)

    assert done.returncode == 1
    assert "'amber-red' in 1 row is not a term of ThreeGrades" in done.stderr


def test_a_rating_given_twice_is_refused(tmp_path: Path) -> None:
    """Two lines for one project and year are a finding, not two ratings."""
    twice = "2022,3-point,F2,Day Ferry,B,,Amber,,Amber,,,,\n"
    done = run(write(tmp_path, RATINGS + twice))

    assert done.returncode == 1
    assert "several rows agree in 'case', 'assessor', 'date', 'criterion'" in done.stderr


def test_without_a_folder_it_says_how_it_is_run() -> None:
    """The usage, and no traceback."""
    assert "Usage: python examples/portfolio.py FOLDER" in run().stderr


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published tables are not beside the copy")
def test_the_published_tables_come_out_as_counted_by_hand() -> None:
    """The movements as counted once without this library, and the commentary word for word."""
    lines = printed(str(PUBLISHED))
    start = lines.index("## Movements from the report named to the next year's") + 4

    assert lines[start : start + 10] == [
        "| ipa | 2014 | 48 | 19 | 45 | 15 | 0 | 0 |",
        "| ipa | 2015 | 18 | 14 | 32 | 4 | 0 | 1 |",
        "| ipa | 2016 | 31 | 17 | 51 | 6 | 0 | 0 |",
        "| ipa | 2017 | 22 | 19 | 44 | 4 | 0 | 0 |",
        "| ipa | 2018 | 28 | 16 | 49 | 4 | 0 | 0 |",
        "| ipa | 2019 | 26 | 23 | 51 | 3 | 0 | 0 |",
        "| ipa | 2020 | 30 | 10 | 41 | 4 | 0 | 0 |",
        "| ipa | 2021 | 0 | 0 | 0 | 0 | 159 | 0 |",
        "| ipa | 2022 | 10 | 10 | 59 | 80 | 0 | 0 |",
        "| sro | 2022 | 7 | 6 | 34 | 80 | 0 | 0 |",
    ]
    assert lines[-5] == (
        "> This reflects the progress made by local authorities on implementation of Phase 1 and "
        "the decision to close the programme in March 2016. There are robust closure plans in "
        "place for the programme and the Programme has been replanned and rescoped to remove "
        "Phase 2 of the reforms from the programme. The change in programme scope removed much of "
        "the risk which contributed to an A/R assessment in the IPA Review in April 2015."
    )
    assert lines[-3].endswith("scope changed between the ratings, not read as improvement.")
