"""What is wrong in a file, and where."""

import pytest

from implsupport.documents.findings import (
    MOST_SHOWN,
    WORD,
    Found,
    Path,
    Place,
    dotted,
    refusal,
    study_of,
)
from implsupport.errors import DocumentError

RATED = {"policy": "toll", "object": "policy", "rubric": "success"}
POLICIES = [{"key": "toll", "title": "Toll"}]


def at_line(number: int) -> Found:
    """Find something at a line."""
    return Found(Place("f", number), "form", (), f"finding {number}")


def known_at(*paths: Path) -> dict[Path, Place]:
    """Give the beginning of the file and each path a line of its own."""
    return {path: Place("f", number) for number, path in enumerate(((), *paths), start=1)}


def refused(
    values: object, places: dict[Path, Place] | None = None, found: tuple[Found, ...] = ()
) -> DocumentError:
    """Give the error with which values are refused."""
    with pytest.raises(DocumentError) as caught:
        study_of(values, (places or known_at()).get, found=found)
    return caught.value


def refused_after(most: int, values: object) -> DocumentError:
    """Give the error with which values are refused that all stand at lines of their own."""
    lines: dict[Path, int] = {}
    with pytest.raises(DocumentError) as caught:
        study_of(values, lambda way: Place("f", lines.setdefault(way, len(lines))), most=most)
    return caught.value


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("study.yaml"), "study.yaml:1:1"),
        (Place("study.yaml", 12, 14), "study.yaml:12:14"),
        (Place("a.xlsx", 7, 3, sheet="Form A"), "a.xlsx!Form A!C7"),
        (Place("a.xlsx", 1, 26, sheet="S"), "a.xlsx!S!Z1"),
        (Place("a.xlsx", 1, 27, sheet="S"), "a.xlsx!S!AA1"),
        (Place("a.xlsx", 1, 703, sheet="S"), "a.xlsx!S!AAA1"),
        (Place("a\x1b[2J.yaml"), "'a\\x1b[2J.yaml':1:1"),
    ],
)
def test_a_place_is_written_as_editors_and_workbooks_do(place: Place, text: str) -> None:
    """A name that would write to the terminal is quoted."""
    assert str(place) == text


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("title",), "title"),
        (("assessments", 3, "ratings", "clarity", "grade"), "assessments[3].ratings.clarity.grade"),
        (("approaches", 0, "exhibited_in", 1), "approaches[0].exhibited_in[1]"),
        (("ratings", "no-anchor-fits"), "ratings.no-anchor-fits"),
        (("ratings", "a.b"), "ratings['a.b']"),
        (("ratings", "line\nend"), "ratings['line\\nend']"),
        ((0, 1), "[0][1]"),
        (("title", WORD), "title"),
        (("ratings", "clarity", WORD), "ratings.clarity"),
    ],
)
def test_a_path_is_written_as_in_code(path: Path, text: str) -> None:
    """What is no word is quoted, so that a path stays one line and one path."""
    assert dotted(path) == text


def test_findings_stand_in_the_order_of_the_file() -> None:
    """By line and column, whatever found them first."""
    error = refusal([at_line(10), at_line(9), Found(Place("f", 9, 0), "form", ("title",), "first")])

    assert str(error) == "f:9:0: title: first\nf:9:1: finding 9\nf:10:1: finding 10"


def test_at_most_fifty_findings_are_shown() -> None:
    """The rest are counted."""
    error = refusal(map(at_line, range(60, 0, -1)), more=7)

    assert [one.sentence for one in error.findings] == [f"finding {n}" for n in range(1, 51)]
    assert error.more == 10 + 7
    assert str(error).splitlines()[MOST_SHOWN:] == ["and 17 more"]


def test_fifty_findings_are_all_shown() -> None:
    """Nothing is said of a rest that there is not."""
    error = refusal(map(at_line, range(50)))

    assert (len(error.findings), error.more) == (50, 0)
    assert str(error).endswith("finding 49")


def test_a_finding_keeps_its_facts() -> None:
    """Code, path, what was expected and what is nearest."""
    ratings = {"clarity": {"grade": "relative-sucess"}}
    values = {"title": "T", "policies": POLICIES, "assessments": [{**RATED, "ratings": ratings}]}

    (finding,) = refused(values).findings

    assert finding.code == "word"
    assert finding.path == "assessments[0].ratings.clarity.grade"
    assert finding.expected == ("relative-failure", "conflicted-attainment", "relative-success")
    assert finding.nearest == "relative-success"


def test_a_finding_stands_where_its_value_does() -> None:
    """And neither where its name does, nor where what it is part of begins."""
    year = ("policies", 0, "year")
    places = known_at(("policies",), ("policies", 0), year, (*year, WORD))
    values = {"title": "T", "policies": [{"key": "a", "title": "A", "year": "old"}]}

    assert refused(values, places).findings[0].place == "f:4:1"


def test_what_is_missing_is_told_at_the_nearest_thing_that_is_there() -> None:
    """At the record that lacks it, or where that would be."""
    places = known_at(("policies",), ("policies", 0))

    assert refused({"title": "T", "policies": [{"key": "a"}]}, places).findings[0].place == "f:3:1"
    assert refused({}, places).findings[0].place == "f:1:1"


def test_a_name_that_is_no_field_is_told_at_the_name() -> None:
    """The value after it is not what is wrong."""
    places = known_at(("yeer",), ("yeer", WORD))

    assert refused({"title": "T", "yeer": 2014}, places).findings[0].place == "f:3:1"


def test_a_word_that_is_no_criterion_is_told_at_the_word() -> None:
    """The rating after it is not what is wrong."""
    path = ("assessments", 0, "ratings", "clarty")
    values = {
        "title": "T",
        "policies": POLICIES,
        "assessments": [{**RATED, "ratings": {"clarty": {"gap": "not-stated"}}}],
    }

    assert refused(values, known_at(path, (*path, WORD))).findings[0].place == "f:3:1"


def test_what_was_found_before_is_told_beside_what_the_records_find() -> None:
    """Together, in the order of the file."""
    before = Found(Place("f", 9), "repeated", ("title", WORD), "'title' is given already")

    assert [one.code for one in refused({"title": 7}, found=(before,)).findings] == [
        "form",
        "repeated",
    ]


def test_a_study_with_nothing_wrong_but_what_was_found_before_is_refused() -> None:
    """A file is not read in part."""
    before = Found(Place("f", 9), "repeated", ("title", WORD), "'title' is given already")

    assert len(refused({"title": "T"}, found=(before,)).findings) == 1


def test_of_a_value_that_could_not_be_read_nothing_more_is_told() -> None:
    """What stands in its place is not what is wrong."""
    before = Found(Place("f", 2), "construct", ("title",), "'*a' is an alias")

    assert [one.code for one in refused({"title": None}, found=(before,)).findings] == ["construct"]


def test_only_exact_keys_are_taken() -> None:
    """A label is near, but no key."""
    values = {"title": "T", "status": "Ours"}

    assert refused(values).findings[0].sentence == (
        "'Ours' is not an exact key; did you mean 'ours'?"
    )


def test_other_frameworks_may_be_named() -> None:
    """A rubric that is not among them is one more finding."""
    rated: dict[str, object] = {**RATED, "ratings": {}}
    values = {"title": "T", "policies": POLICIES, "assessments": [rated]}

    with pytest.raises(DocumentError, match="no rubric 'success'; there are none"):
        study_of(values, known_at().get, frameworks=())


def test_what_is_said_again_of_one_place_is_told_once() -> None:
    """All rows of a table may lack the same column."""
    error = refused({"title": "T", "policies": [{"key": "a"}, {"key": "b"}]})

    assert [one.path for one in error.findings] == ["policies[0].title"]
    assert error.more == 0


def test_keys_that_lead_nowhere_are_counted_up_to_a_limit() -> None:
    """The first of them are told, and that there are more."""
    activities = [{"key": str(n), "title": "A", "policy": f"no-{n}"} for n in range(300)]

    error = refused_after(200, {"title": "T", "activities": activities})

    assert error.findings[0].sentence.startswith("no policy 'no-0'")
    assert error.more == 200 + 1 - 50


def test_only_the_first_keys_that_lead_nowhere_are_searched_for() -> None:
    """A study of thousands is not searched from end to end for each of thousands."""
    policies = [{"key": f"policy-{n}", "title": "P"} for n in range(3000)]
    activities = [{"key": str(n), "title": "A", "policy": f"polcy-{n}"} for n in range(3000)]

    error = refused_after(10_000, {"title": "T", "policies": policies, "activities": activities})

    assert error.more == 3000 - 50
    assert error.findings[0].nearest is not None
    assert len(error.findings[0].sentence) < 300


def test_a_file_in_which_nearly_all_is_wrong_is_told_of_from_its_beginning() -> None:
    """The first hundred of each section, and that there are more."""
    error = refused_after(1000, {"title": "T", "policies": [0] * 3000, "bodies": [0] * 3000})

    assert error.findings[0].sentence == (
        "more than 1,000 things are wrong; mend those that are told and read it again"
    )
    assert error.findings[1].path == "policies[0]"
    assert error.more == 1 + 100 + 100 - 50


def test_where_even_the_beginning_is_too_much_less_of_it_is_told() -> None:
    """Ten of each section."""
    error = refused_after(50, {"title": "T", "policies": [0] * 3000, "bodies": [0] * 3000})

    assert [one.path for one in error.findings[1:]] == [
        *(f"policies[{n}]" for n in range(10)),
        *(f"bodies[{n}]" for n in range(10)),
    ]
    assert error.more == 0


def test_at_the_least_it_is_told_that_there_is_too_much() -> None:
    """Where nothing may be wrong, nothing else is told."""
    error = refused_after(0, {"title": 1, "policies": [0] * 10})

    assert [one.code for one in error.findings] == ["limit"]


def test_no_more_than_the_first_names_are_looked_at() -> None:
    """Of a hundred thousand names that are no field, a hundred are told."""
    error = refused_after(10_000, {f"name-{n}": 0 for n in range(20_000)})

    assert error.more == 1 + 1 + 100 - 50


def test_of_a_file_in_which_too_much_is_wrong_no_key_is_told() -> None:
    """It may lead to what is not looked at any more."""
    policies = [{"key": f"policy-{n}", "title": "P"} for n in range(200)]
    activities = [{"key": f"{n}", "title": "A", "policy": "policy-199"} for n in range(5)]
    values = {"title": "T", "policies": policies, "activities": activities, "bodies": [0] * 101}

    assert {one.code for one in refused_after(100, values).findings} == {"limit", "field"}


def test_of_lists_in_lists_the_beginning_is_looked_at_too() -> None:
    """Ten layers of ten activities each, where a hundred of fifty are too many."""
    layers = [0] * 1000
    activities = [
        {"key": f"{n}", "title": "A", "policy": "toll", "layers": layers} for n in range(50)
    ]

    error = refused_after(1000, {"title": "T", "policies": POLICIES, "activities": activities})

    assert [one.path for one in error.findings[1:]] == [
        f"activities[{n}].layers[{m}]" for n in range(5) for m in range(10)
    ][:49]
    assert error.more == 1 + 10 * 10 - 50


def test_where_a_study_is_deepest_the_beginning_is_looked_at_too() -> None:
    """Of two thousand names in the evidence of a rating a hundred are told."""
    evidence = {"source": "matland-1995", **{f"name-{n}": 0 for n in range(2000)}}
    ratings = {"clarity": {"gap": "not-stated", "evidence": [evidence]}}
    assessments = [{**RATED, "ratings": ratings}]

    error = refused_after(1000, {"title": "T", "policies": POLICIES, "assessments": assessments})

    assert error.findings[-1].path == "assessments[0].ratings.clarity.evidence[0].name-48"
    assert error.more == 1 + 99 - 50


def nested(*kinds: str) -> object:
    """Put lists and mappings in one another, the outermost first."""
    value: object = 0
    for kind in reversed(kinds):
        value = [value] if kind == "list" else {"a": value}
    return value


@pytest.mark.parametrize(
    "kinds",
    [["list"] * 5000, ["mapping"] * 5000, ["list"] * 5 + ["mapping"] * 5000],
    ids=["lists", "mappings", "mappings in lists"],
)
def test_of_values_deep_in_one_another_only_the_outermost_are_looked_at(kinds: list[str]) -> None:
    """However deep they go, what is wrong is told."""
    error = refused_after(5, {"title": "T", "policies": [0] * 10, "note": nested(*kinds)})

    assert [one.code for one in error.findings] == ["limit"]


def test_ten_thousand_things_wrong_are_told_to_be_too_many() -> None:
    """That is how many may be wrong if nothing else is said; it is told beside them."""
    lines: dict[Path, int] = {}
    with pytest.raises(DocumentError) as caught:
        study_of(
            {"title": "T", "policies": [0] * 10_000},
            lambda way: Place("f", lines.setdefault(way, len(lines) + 1)),
        )

    assert caught.value.more == 10_000 + 1 - MOST_SHOWN


def test_of_a_key_that_leads_to_a_misspelt_one_nothing_is_said() -> None:
    """That one is told; it leads nowhere only because of that."""
    values = {
        "title": "T",
        "policies": [{"key": "toll ", "title": "Toll"}],
        "positions": [
            {"policy": "toll", "ambiguity": "low", "conflict": "low"},
            {"policy": "tax", "ambiguity": "low", "conflict": "low"},
        ],
    }
    with pytest.raises(DocumentError) as caught:
        study_of(values, lambda _: Place("f"))

    assert [one.path for one in caught.value.findings] == ["policies[0].key", "positions[1].policy"]
