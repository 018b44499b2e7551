"""Studies as JSON: every value at its place, no name given twice."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases, testing
from implsupport.documents import json_text
from implsupport.documents.files import LIMITS, Limits
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Policy, Position, Study
from tests.documents.costs import calls_of

HEAD = '{"schema": "implsupport/study/1", "title": "T"'

# Just as deep as a study is: so little room makes the file be read token by token.
SLOWLY = Limits(depth=7)


def read(text: str | bytes, limits: Limits = LIMITS) -> Study:
    """Read a study from JSON text."""
    data = text.encode() if isinstance(text, str) else text
    return json_text.study_from(data, "f", frameworks=CATALOGUE, limits=limits)


def told(text: str | bytes, limits: Limits = LIMITS) -> list[str]:
    """Give every finding in JSON text, a line each."""
    with pytest.raises(DocumentError) as caught:
        read(text, limits)
    return str(caught.value).splitlines()


def test_a_study_is_read() -> None:
    """From the smallest file that holds one."""
    assert read(HEAD + "}") == Study(title="T")


@pytest.mark.parametrize("text", ["\ufeff" + HEAD + "}", " \r\n\t" + HEAD + "\r\n}\t\n"])
def test_space_and_a_byte_order_mark_are_passed_over(text: str) -> None:
    """As other programs leave them."""
    assert read(text) == Study(title="T")


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        # what is no value
        ('"year": NaN', "f:2:9: year: 'NaN' is no value of JSON; expected a finite number, text"),
        ('"year": -Infinity', "f:2:9: year: '-Infinity' is no value of JSON; expected a finite"),
        ('"year": 1e999', "f:2:9: year: '1e999' is no value of JSON; expected a finite number"),
        ('"year": 0x1F', "f:2:9: year: '0x1F' is no value of JSON; expected a finite number"),
        ('"year": 010', "f:2:9: year: '010' is no value of JSON; expected a finite number"),
        ("\"note\": 'A'", "f:2:9: note: \"'A'\" is no value of JSON; expected a finite number"),
        ('"year": ' + "9" * 5000, "f:2:9: year: '" + "9" * 78 + "… is no value of JSON"),
        # escapes
        (r'"note": "a\qb"', r"f:2:11: note: '\\q' is no escape of JSON; write a backslash as two"),
        (r'"note": "\u12"', r"f:2:10: note: '\\u' is no escape of JSON; write a backslash as two"),
        (r'"n\ote": 1', r"f:2:3: '\\o' is no escape of JSON; write a backslash as two of them"),
        # what stands in the wrong place
        ('"note" 1', "f:2:8: note: '1' stands where ':' and a value is expected"),
        ('"note": ]', "f:2:9: note: ']' stands where a value is expected"),
        ('"note": ,', "f:2:9: note: ',' stands where a value is expected"),
        ('"note": 1 2', "f:2:11: note: '2' stands where ',' or '}' is expected"),
        ('"note": [1 2]', "f:2:12: note[1]: '2' stands where ',' or ']' is expected"),
        ('"note": {1: 2}', "f:2:10: note: '1' stands where a name in double quotation marks"),
        ('"note": 1, 2', "f:2:12: '2' stands where a name in double quotation marks"),
        # commas
        ('"note": [1,]', "f:2:12: note: a comma stands before ']'; take it out"),
        ('"note": {"a": 1,}', "f:2:17: note: a comma stands before '}'; take it out"),
        ('"note": "a",', "f:3:1: a comma stands before '}'; take it out"),
        # text that does not end
        ('"note": "a\n', "f:2:9: note: this text does not end on its line, or holds a tab; end it"),
        ('"note": "a\tb"', "f:2:9: note: this text does not end on its line, or holds a tab; end"),
        ('"note": "a\\', "f:2:9: note: this text does not end on its line, or holds a tab; end it"),
        # names
        ('"title": "U"', "f:2:1: title: 'title' is given already in line 1; keep one"),
        ('"note": {"a": 1, "a": 2}', "f:2:18: note.a: 'a' is given already in line 2; keep one"),
    ],
)  # fmt: skip
def test_what_is_no_json_is_told_at_its_place(values: str, finding: str) -> None:
    """By line and column, with what is expected."""
    assert [line for line in told(f"{HEAD},\n{values}\n}}") if line.startswith(finding)]


def test_a_near_word_is_named() -> None:
    """As Python or a spreadsheet writes it."""
    (finding,) = told(f'{HEAD}, "policies": [{{"key": "a", "title": "A", "year": None}}]}}')

    assert finding.endswith("true, false or null")
    assert finding.startswith("f:1:97: policies[0].year: 'None' is no value of JSON; expected")
    assert told(HEAD + ', "status": True}')[0].endswith("did you mean true?")


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("", "f:1:1: the end of the file stands where a value is expected"),
        ("{", "f:1:2: the end of the file stands where a name in double quotation marks is "),
        (HEAD, "f:1:47: title: the end of the file stands where ',' or '}' is expected"),
        (HEAD + "}}", "f:1:48: '}' stands where the end of the file is expected"),
        (HEAD + "} {}", "f:1:49: '{' stands where the end of the file is expected"),
        ("]", "f:1:1: ']' stands where a value is expected"),
    ],
)
def test_a_file_that_is_not_whole_is_told_of(text: str, finding: str) -> None:
    """Where it ends too early, or does not end."""
    (line,) = told(text)

    assert line.startswith(finding)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("null", "the file says nothing; expected a study, which begins with schema: impl"),
        ("[]", "[] is not a Study; expected a mapping of title, status, sources"),
        ('"title"', "'title' is not a Study; expected a mapping of title, status, sources"),
        ("true", "True is not a Study; expected a mapping of title, status, sources"),
    ],
)
def test_what_is_no_mapping_is_no_study(text: str, sentence: str) -> None:
    """The finding stands at the beginning."""
    assert told(text)[0].startswith(f"f:1:1: {sentence}")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"title": "T"}', "f:1:1: schema: no 'schema' is given"),
        ('{"title": "T", "schema": null}', "f:1:26: schema: no 'schema' is given"),
        ('{"title": "T", "schema": 2}', "f:1:26: schema: 2 is not the schema of a study"),
        (
            '{"schema": "implsupport/study/2", "title": "T"}',
            "f:1:12: schema: 'implsupport/study/2' is not the schema of a study",
        ),
    ],
)
def test_a_file_says_which_schema_it_keeps_to(text: str, found: str) -> None:
    """So that a later one is not taken for this."""
    assert told(text) == [f"{found}; expected schema: implsupport/study/1"]


def test_every_finding_is_told_at_once() -> None:
    """Of the text and of the records, in the order of the file."""
    text = """{"schema": "implsupport/study/1",
 "titel": "T",
 "policies": [
  {"key": "Toll", "title": "A\u202e", "year": 0, "year": 1},
  {"key": "b", "title": "\\ud800", "note": []}
 ],
 "assessments": [
  {"policy": "c", "object": "policy", "rubric": "success",
   "ratings": {"clarty": {"grade": "relative-sucess", "gap": NaN}}}
 ]}"""

    assert [line.split(": ", maxsplit=2)[:2] for line in told(text)] == [
        ["f:1:1", "title"],
        ["f:2:2", "titel"],
        ["f:4:11", "policies[0].key"],
        ["f:4:30", "policies[0].title"],
        ["f:4:42", "policies[0].year"],
        ["f:4:45", "policies[0].year"],
        ["f:5:25", "policies[1].title"],
        ["f:5:43", "policies[1].note"],
        ["f:8:14", "assessments[0].policy"],
        ["f:9:16", "assessments[0].ratings.clarty"],
        ["f:9:36", "assessments[0].ratings.clarty.grade"],
        ["f:9:62", "assessments[0].ratings.clarty.gap"],
    ]


def test_of_two_values_of_one_name_neither_is_lost_in_silence() -> None:
    """The name is told where it stands again, with the line where it stood first."""
    text = f'{HEAD},\n"policies": [],\n"bodies": [],\n"policies": []}}'

    assert told(text) == ["f:4:1: policies: 'policies' is given already in line 2; keep one"]


def test_lone_surrogates_are_refused() -> None:
    """As an escape and in a name; a pair is one character."""
    policy = '{"key": "a", "title": "%s"}'

    assert told(f'{HEAD}, "policies": [{policy}]}}' % r"\ud83c")[0].endswith(
        "holds the control character U+D83C; take it out"
    )
    assert read(f'{HEAD}, "policies": [{policy}]}}' % r"\ud83c\udfac").policies[0].title == (
        "\N{CLAPPER BOARD}"
    )


def test_a_lone_surrogate_in_a_name_is_told_at_the_name() -> None:
    """A pair there is one character, and the name is told as a whole."""
    sentence = r"the name 'a\ud800' holds half a character; write the whole of it"

    assert told(rf'{HEAD}, "policies": [{{"a\ud800": 1, "key": "b", "title": "B"}}]}}') == [
        f"f:1:63: policies[0]['a\ufffd']: {sentence}"
    ]
    assert told(rf'{HEAD}, "\ud83c\udfac": 1}}')[0].startswith(
        "f:1:49: ['\N{CLAPPER BOARD}']: '\N{CLAPPER BOARD}' is not a field of Study"
    )


@pytest.mark.parametrize(
    ("values", "limits", "finding"),
    [
        ('"note": ' + "[" * 33, LIMITS, "f:1:88: note" + "[0]" * 31 + ": more than 32 lists and"),
        ('"note": ' + "[" * 100_000, LIMITS, "f:1:88: note" + "[0]" * 31 + ": more than 32 lists"),
        ('"note": [1]', Limits(depth=1), "f:1:57: note: more than 1 lists and mappings stand in"),
        ('"note": [1, 2]', Limits(values=5), "f:1:61: note[1]: the file holds more than 5 values"),
    ],
)
def test_limits_are_kept(values: str, limits: Limits, finding: str) -> None:
    """With the place where they are passed."""
    assert told(f"{HEAD}, {values}", limits)[-1].startswith(finding)


def test_limits_may_be_raised() -> None:
    """By whoever knows the file."""
    deep = f'{HEAD}, "note": {"[" * 40}{"]" * 40}}}'

    assert told(deep, Limits(depth=50)) == [
        line for line in told(deep, Limits(depth=50)) if "'note' is not a field" in line
    ]
    assert len(told(deep)) == 1


def test_values_too_deep_for_python_are_refused() -> None:
    """Neither the scanner nor the message of a record overflows."""
    assert "more than 32 lists" in told(f'{HEAD}, "note": {"[" * 900}{"]" * 900}}}')[-1]


def test_a_file_that_holds_as_much_as_is_allowed_is_read() -> None:
    """The count is exact, though the fast way only estimates it."""
    text = f'{HEAD}, "status": "ours", "bodies": []}}'

    assert read(text, Limits(values=5)) == Study(title="T")
    assert "more than 4 values" in told(text, Limits(values=4))[0]


@given(testing.studies())
def test_any_study_reads_back(study: Study) -> None:
    """Both ways, equal, and the same bytes when it is written again."""
    text = json_text.dumped(study)

    assert read(text) == read(text, SLOWLY) == study
    assert json_text.dumped(read(text)) == text


@given(st.text())
def test_any_text_reads_back_or_is_refused_by_the_records(text: str) -> None:
    """What a record takes, a file keeps."""
    title = f"a{''.join(one for one in text if one.isprintable() or one == chr(10))}"
    study = Study(title="T", policies=(Policy(key="a", title=title),))

    assert read(json_text.dumped(study)) == study


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(json_values, st.sampled_from([None, 2]))
def test_the_slow_way_reads_the_same_values_as_the_scanner(
    value: object, indent: int | None
) -> None:
    """Of any JSON, however it is spaced."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)

    assert json_text.tree_of(text, "f", LIMITS, []).root == json.loads(text)


def test_a_file_is_written_with_an_end_of_line(tmp_path: Path) -> None:
    """As UTF-8, letters as they are."""
    path = tmp_path / "study.json"

    json_text.write(Study(title="Żółć"), path, overwrite=False)

    assert path.read_bytes().endswith('"title": "Żółć"\n}\n'.encode())
    assert json_text.read(path, frameworks=CATALOGUE, limits=LIMITS) == Study(title="Żółć")


@pytest.mark.parametrize("study", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_the_studies_of_this_library_read_back(study: Study) -> None:
    """Every section is filled there."""
    assert read(json_text.dumped(study)) == read(json_text.dumped(study), SLOWLY) == study


@pytest.mark.parametrize(
    ("values", "place"),
    [
        ('"year": NaN', "f:2:9"),
        (r'"note": "a\qb"', "f:2:11"),
        ('"note" 1', "f:2:8"),
        ('"note": [1,]', "f:2:12"),
        ('"note": "a\n', "f:2:9"),
    ],
)
def test_what_is_no_json_is_a_fault_of_syntax(values: str, place: str) -> None:
    """Programs tell findings apart by their codes."""
    with pytest.raises(DocumentError) as caught:
        read(f"{HEAD},\n{values}\n}}")

    assert ("syntax", place) in [(one.code, one.place) for one in caught.value.findings]


@pytest.mark.parametrize(
    ("note", "finding"),
    [
        (r"a\qb\n", r"f:2:11: note: '\\q' is no escape of JSON"),
        (r"a\n\qb", r"f:2:13: note: '\\q' is no escape of JSON"),
        (r"\u\n", r"f:2:10: note: '\\u' is no escape of JSON"),
    ],
)
def test_the_escape_that_is_none_is_told_among_others(note: str, finding: str) -> None:
    """Before it and after it there may be good ones."""
    assert told(f'{HEAD},\n"note": "{note}"}}')[0].startswith(finding)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("[1,]", "f:1:4: a comma stands before ']'; take it out"),
        (f'{HEAD},\n"note": [[1,]]}}', "f:2:13: note[0]: a comma stands before ']'; take it out"),
    ],
)
def test_a_comma_too_many_is_told_in_any_list(text: str, finding: str) -> None:
    """In the outermost as in one in another."""
    assert finding in told(text)


def test_a_hidden_character_is_told_where_nothing_else_is_wrong() -> None:
    """The file is not read by the fast way, which would take what stands in for it."""
    assert told('{"schema": "implsupport/study/1", "title": "T\u202e"}') == [
        "f:1:46: title: the character U+202E is not seen, or taken for another; take it out"
    ]


@pytest.mark.parametrize("limits", [LIMITS, SLOWLY])
def test_only_the_frameworks_given_may_be_named(limits: Limits) -> None:
    """Either way of reading."""
    policies = '"policies": [{"key": "a", "title": "A"}]'
    rated = '{"policy": "a", "object": "policy", "rubric": "success", "ratings": {}}'
    text = f'{HEAD}, {policies}, "assessments": [{rated}]}}'

    assert read(text, limits).assessments[0].rubric == "success"
    with pytest.raises(DocumentError, match="no rubric 'success'; there are none"):
        json_text.study_from(text.encode(), "f", frameworks=(), limits=limits)


@pytest.mark.parametrize("depth", [7, 32])
def test_no_more_things_may_be_wrong_than_allowed(depth: int) -> None:
    """Either way of reading."""
    text = f'{HEAD}, "policies": [0, 0, 0, 0]}}'

    assert told(text, Limits(findings=3, depth=depth))[0] == (
        "f:1:1: more than 3 things are wrong; mend those that are told and read it again"
    )


def test_lists_and_mappings_are_values_too() -> None:
    """Seven: a schema, a title, a key and another title; the list and the mapping; the whole."""
    text = f'{HEAD}, "policies": [{{"key": "a", "title": "A"}}]}}'

    assert read(text, Limits(values=7)).policies[0].key == "a"
    assert "more than 6 values" in told(text, Limits(values=6))[0]


def test_a_file_is_told_by_its_name_and_refused_by_its_size(tmp_path: Path) -> None:
    """Before anything in it is read."""
    path = tmp_path / "study.json"
    path.write_bytes(b"[]")

    with pytest.raises(DocumentError, match=rf"^{path}:1:1: \[\] is not a Study"):
        json_text.read(path, frameworks=CATALOGUE, limits=LIMITS)
    with pytest.raises(DocumentError, match="larger than the 1 bytes allowed"):
        json_text.read(path, frameworks=CATALOGUE, limits=Limits(size=1))


def test_a_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    """What was there stays until then."""
    path = tmp_path / "study.json"
    json_text.write(Study(title="old"), path, overwrite=False)
    with pytest.raises(DocumentError, match="there already"):
        json_text.write(Study(title="new"), path, overwrite=False)
    kept = json_text.read(path, frameworks=CATALOGUE, limits=LIMITS)
    json_text.write(Study(title="new"), path, overwrite=True)

    assert kept.title == "old"
    assert json_text.read(path, frameworks=CATALOGUE, limits=LIMITS).title == "new"


def test_an_editor_may_be_told_where_the_schema_lies() -> None:
    """As `$schema`, which is no part of the study."""
    assert read(HEAD + ', "$schema": "study.schema.json"}') == Study(title="T")
    assert read(HEAD + ', "$schema": "study.schema.json"}', SLOWLY) == Study(title="T")


def test_what_is_told_to_an_editor_is_text() -> None:
    """A list there is a finding at its place."""
    place, _, sentence = told(HEAD + ', "$schema": [1]}')[0].partition(" ")

    assert place.startswith("f:1:")
    assert sentence == (
        "['$schema']: '$schema' is for editors; write where the schema lies, or leave it out"
    )


def test_a_study_is_written_as_people_write_one() -> None:
    """Nested by two spaces; nothing that is left at its default."""
    policy = Policy(key="a", title="A", year=2014)

    assert json_text.dumped(Study(title="T", policies=(policy,))) == (
        """\
{
  "schema": "implsupport/study/1",
  "title": "T",
  "policies": [
    {
      "key": "a",
      "title": "A",
      "year": 2014
    }
  ]
}
"""
    )


def test_a_schema_that_is_none_is_told_with_the_one_there_is() -> None:
    """As what was expected and as what is nearest, for programs to read."""
    with pytest.raises(DocumentError) as caught:
        read('{"schema": 2, "title": "T"}')
    [finding] = caught.value.findings

    assert finding.code == "schema"
    assert (finding.expected, finding.nearest) == (("implsupport/study/1",), "implsupport/study/1")


def test_a_file_in_which_nothing_is_wrong_is_read_the_fast_way() -> None:
    """With half as many calls at most: none for a token, and none for a place."""
    policies = ", ".join(f'{{"key": "a{n}", "title": "A", "year": 2014}}' for n in range(50))
    text = f'{HEAD}, "policies": [{policies}]}}'
    slow = calls_of(lambda: read(text, SLOWLY))

    assert calls_of(lambda: read(text)) < slow / 2


def test_as_many_values_as_are_allowed_are_read_the_fast_way_too() -> None:
    """The count is not one too high where no text holds a comma or a bracket."""
    text = f'{HEAD}, "policies": [{{"key": "a", "title": "A"}}]}}'
    exact = Limits(values=7)
    read(text)

    assert calls_of(lambda: read(text, exact)) == calls_of(lambda: read(text))


def test_a_number_that_is_none_is_not_written() -> None:
    """Not even of a study whose records were made without looking at them."""
    position = Position.model_construct(policy="a", ambiguity=math.nan, conflict=0.5, basis="b")
    study = Study.model_construct(title="T", positions=(position,))

    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text.dumped(study)


@pytest.mark.parametrize("text", ['{"note": {"abc\n', '{"note": {'])
def test_what_is_wrong_before_the_first_name_is_part_of_the_mapping(text: str) -> None:
    """And not of a name that nobody wrote."""
    assert told(text)[0].startswith("f:1:11: note: ")
