"""Studies as YAML: the part of YAML that says what it looks like."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from implsupport import cases, testing
from implsupport.documents import json_text, yaml_text
from implsupport.documents.files import LIMITS, Limits
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Activity, Policy, Study

HEAD = "schema: implsupport/study/1\ntitle: T\n"
POSITION = "positions: [{policy: a, step: 1, ambiguity: %s, conflict: low, basis: b}]\n"


def read(text: str | bytes, limits: Limits = LIMITS) -> Study:
    """Read a study from YAML text."""
    data = text.encode() if isinstance(text, str) else text
    return yaml_text.study_from(data, "f", frameworks=CATALOGUE, limits=limits)


def told(text: str | bytes, limits: Limits = LIMITS) -> list[str]:
    """Give every finding in YAML text, a line each."""
    with pytest.raises(DocumentError) as caught:
        read(text, limits)
    return str(caught.value).splitlines()


def title_of(scalar: str) -> str:
    """Read a scalar as the title of a policy."""
    return read(f"{HEAD}policies:\n- {{key: a, title: {scalar}}}\n").policies[0].title


def with_title(text: str) -> Study:
    """Make a study that holds a text: a policy has it for a title and an activity in a list."""
    policy = Policy(key="a", title=text)
    activity = Activity(key="b", title=text, policy="a", layers=(text, text))
    return Study(title="T", policies=(policy,), activities=(activity,))


def test_a_study_is_read() -> None:
    """From the smallest file that holds one."""
    assert read(HEAD) == Study(title="T")


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff" + HEAD,
        HEAD.replace("\n", "\r\n"),
        "# a comment\n---\n" + HEAD + "...\n",
        "%YAML 1.2\n---\n" + HEAD,
        "{schema: implsupport/study/1, title: T}",
        '{"schema": "implsupport/study/1", "title": "T"}',
        "? schema\n: implsupport/study/1\n? title\n: T\n",
        "schema: >-\n  implsupport/study/1\ntitle: |-\n  T",
    ],
)
def test_what_says_the_same_is_read_alike(text: str) -> None:
    """Comments, marks, brackets and quotation marks are a matter of taste."""
    assert read(text) == Study(title="T")


@pytest.mark.parametrize(
    "scalar",
    [
        *("no", "on", "yes", "off", "y", "n", "true", "False", "NULL", "Null", "null", "~"),
        *("1.10", "010", "0x1F", "0o17", "1_000", "12:30", "1e3", ".5", "-1", "2014", "2014-05-06"),
        *("2001-12-14t21:59:43.10-05:00", ".inf", ".nan", "=", "a: b"[:1], "a:b", "a#b", "<<"),
    ],
)
def test_text_stays_what_it_says(scalar: str) -> None:
    """Whatever else YAML might take it for, plain or in quotation marks."""
    assert title_of(scalar) == scalar
    assert title_of(f"'{scalar}'") == scalar
    assert title_of(f'"{scalar}"') == scalar


def test_a_date_stays_text() -> None:
    """A year, a month and a day, plain or in quotation marks."""
    text = f"{HEAD}policies: [{{key: a, title: A}}]\n{POSITION % 'low'}".replace(
        "step: 1", "date: 2014-05-06"
    )

    assert read(text).positions[0].date == "2014-05-06"


@pytest.mark.parametrize(
    ("scalar", "degree"), [("0.70", 0.7), ("1", 1.0), ("0", 0.0), ("2e-1", 0.2), ("-0", 0.0)]
)
def test_a_field_that_takes_numbers_makes_them(scalar: str, degree: float) -> None:
    """Of plain scalars, as JSON writes numbers."""
    position = POSITION.replace("low", "0.5") % scalar
    (read_back,) = read(f"{HEAD}policies: [{{key: a, title: A, year: 2014}}]\n{position}").positions

    assert (read_back.ambiguity, read_back.step) == (degree, 1)


@pytest.mark.parametrize(
    ("year", "sentence"),
    [
        ("'2014'", "'2014' is not a year; expected a whole number from 1 to 9999"),
        ("0x7DE", "'0x7DE' is not a year; expected a whole number from 1 to 9999"),
        ("02014", "'02014' is not a year; expected a whole number from 1 to 9999"),
        ("2_014", "'2_014' is not a year; expected a whole number from 1 to 9999"),
        ("2014.0", "2014.0 is not a year; expected a whole number from 1 to 9999"),
        ("1e999", "'1e999' is not a year; expected a whole number from 1 to 9999"),
        ("true", "'true' is not a year; expected a whole number from 1 to 9999"),
        (".nan", "'.nan' is not a year; expected a whole number from 1 to 9999"),
        ("9" * 5000, f"'{'9' * 78}… is not a year; expected a whole number from 1 to 9999"),
    ],
)
def test_what_is_no_number_is_not_made_one(year: str, sentence: str) -> None:
    """Nor is what stands in quotation marks, as in JSON."""
    (finding,) = told(f"{HEAD}policies:\n- key: a\n  title: A\n  year: {year}\n")

    assert finding.startswith(f"f:6:9: policies[0].year: {sentence}")


@pytest.mark.parametrize("scalar", ["", "~", "null"])
def test_a_field_that_may_be_empty_is_none(scalar: str) -> None:
    """Where nothing stands, or what says nothing."""
    (policy,) = read(f"{HEAD}policies:\n- key: a\n  title: A\n  note: {scalar}\n").policies

    assert policy.note is None


@pytest.mark.parametrize("scalar", ["''", "'null'", "Null", "none", "nil"])
def test_text_is_not_taken_for_nothing(scalar: str) -> None:
    """An assessor may be called Null."""
    text = f"{HEAD}policies:\n- key: a\n  title: A\n  note: {scalar}\n  jurisdiction: x\n"
    policy = yaml_text.tree_of(text, "f", LIMITS, []).root

    assert policy == {
        "schema": "implsupport/study/1",
        "title": "T",
        "policies": [
            {"key": "a", "title": "A", "note": scalar.strip("'"), "jurisdiction": "x"},
        ],
    }


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_list_is_not_guessed(nothing: str) -> None:
    """What stands there is told, with the way out."""
    (finding,) = told(f"{HEAD}policies: {nothing}\n")

    assert finding.endswith(
        ": policies: nothing is listed here; leave the name out, or write [] or {} for nothing"
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("note: &a x\n", "f:3:7: note: the anchor '&a' is not allowed; take it out"),
        ("note: *a\n", "f:3:7: note: '*a' is an alias; write out what it stands for"),
        ("note: !!str x\n", "f:3:7: note: the tag 'tag:yaml.org,2002:str' is not allowed; take it"),
        ("note: ! x\n", "f:3:7: note: the tag '!' is not allowed; take it out, and put text that"),
        ("note: !a {b: c}\n", "f:3:7: note: the tag '!a' is not allowed; take it out"),
        ("&a note: x\n", "f:3:1: the anchor '&a' is not allowed; take it out"),
        ("note: {<<: {a: b}}\n", "f:3:8: note['<<']: '<<' merges a mapping into this one; write"),
        ("<<: {status: ours}\n", "f:3:1: ['<<']: '<<' merges a mapping into this one; write out"),
        ("title: U\n", "f:3:1: title: 'title' is given already in line 2; keep one"),
        ("note: {a: 1, 'a': 2}\n", "f:3:14: note.a: 'a' is given already in line 3; keep one"),
        ("? [a]\n: b\n", "f:3:3: a name is text on one line, no list, mapping or alias"),
        ("? {a: b}\n: c\n", "f:3:3: a name is text on one line, no list, mapping or alias"),
        ("*a : b\n", "f:3:1: a name is text on one line, no list, mapping or alias"),
        ("---\ntitle: U\n", "f:3:1: a second document begins here; keep each study in a file of"),
        ("...\n---\n", "f:4:1: a second document begins here; keep each study in a file of its"),
        ("note: [a, b\n", "f:3:7: note[2]: this is no YAML: expected ',' or ']', but got '<stream"),
        ("note: 'a\n", "f:3:7: note: this is no YAML: this quotation mark has no other; put"),
        ("note:\n\tb: c\n", "f:4:1: this is no YAML: a tab stands here; write spaces, not tabs"),
        ("title: 'a' b\n", "f:3:12: title: this is no YAML: text stands after a quotation mark"),
        ("note: - b\n", "f:3:7: note: this is no YAML: a list begins in the line of its name; b"),
        ("note\n", "f:3:1: this is no YAML: no ': ' stands after this name; write ': '"),
        ("note: a: b\n", "f:3:8: note: this is no YAML: a ': ' stands here, where a text goes on"),
        ('note: "\\q"\n', "f:3:9: note: this is no YAML: found unknown escape character 'q' while"),
        ('note: "\\UFFFFFFFF"\n', "f:3:10: note: this is no YAML: a number or an escape is larger"),
        ('note: "\\U00110000"\n', "f:3:10: note: this is no YAML: a number or an escape is larger"),
        ("note: !b!c d\n", "f:3:7: note: this is no YAML: found undefined tag handle '!b!' while"),
        ("note: a\u2028b\n", "f:3:8: note: the character U+2028 is not seen, or taken for"),
        ("note: a\uffffb\n", "f:3:8: note: the character U+FFFF is not seen, or taken for"),
        ('"a\\uD800": b\n', "f:3:1: ['a\ufffd']: the name 'a\\ud800' holds half a character; wr"),
        ("note: a\x00b\n", "f:3:8: note: the character U+0000 is not seen, or taken for"),
    ],
)  # fmt: skip
def test_what_is_not_allowed_is_told_at_its_place(text: str, finding: str) -> None:
    """By line and column, with what to do instead."""
    assert [line for line in told(HEAD + text) if line.startswith(finding)]


@pytest.mark.parametrize(
    ("text", "way_out"),
    [
        ("note: a: b\n", "; put a text with ': ' in it in quotation marks"),
        ("note\n", "; write ': ' after each name, and indent what goes on below"),
        ("note: 'a' b\n", "; in single ones, write ' as two of them"),
        ("note: [a] b\n", "; in single ones, write ' as two of them"),
        (
            "note:\n    a: b\n  c: d\n",
            "; indent what belongs together alike, and close quotation marks",
        ),
        ("note: > b\n", "; put a text that begins so in quotation marks"),
        ("note: ? b\n", "; put a text that begins with '? ' in quotation marks"),
        ("note: 'b\n", "; put one at the end of the text"),
        ("note b\nstatus: ours\n", "; write ': ' after each name, and indent what goes on below"),
        (
            "note: a\n  status: b\n",
            "; indent both alike, and write ': ' after each name and '- ' before each item",
        ),
        ("note: - b\n", "; begin a list on the line below its name"),
        ("note:\n\tb: c\n", "; write spaces, not tabs"),
        ("note: @b\n", "; put a text that begins with it in quotation marks"),
        ('note: "\\q"\n', "; write a backslash as two of them, or use single quotation marks"),
        ("note: [a, b\n", "; part what stands in brackets with commas, and close each bracket"),
        ("note: &\n", "but found '\\n' while scanning an anchor"),
    ],
)
def test_what_people_do_most_often_is_told_with_a_way_out(text: str, way_out: str) -> None:
    """After what PyYAML says of it; of the rest that is all."""
    assert told(HEAD + text)[-1].endswith(way_out)


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("%TAG !a! tag:a,2020:\n---\n" + HEAD, "f:1:1: a %TAG line is not allowed; take it out"),
        ("%YAML 2.0\n---\n" + HEAD, "f:1:1: this is no YAML: found incompatible YAML document"),
        ("%YAML 1." + "9" * 5000 + "\n---\n" + HEAD, "f:1:9: this is no YAML: a number or an es"),
        ("", "f:1:1: the file says nothing; expected a study, which begins with schema: impl"),
        ("# nothing\n", "f:1:1: the file says nothing; expected a study, which begins with sch"),
        ("title\n", "f:1:1: 'title' is not a Study; expected a mapping of title, status"),
        ("- title\n", "f:1:1: ['title'] is not a Study; expected a mapping of title, status"),
        ("title: T\n", "f:1:1: schema: no 'schema' is given; expected schema: implsupport/study/1"),
        ("schema: 1\ntitle: T\n", "f:1:9: schema: '1' is not the schema of a study; expected sc"),
    ],
)
def test_a_file_that_is_no_study_is_told_of(text: str, finding: str) -> None:
    """At its beginning."""
    assert told(text)[0].startswith(finding)


def test_every_finding_is_told_at_once() -> None:
    """Of the text and of the records, in the order of the file."""
    text = """\
titel: T
policies:
- key: Toll
  title: &a "A\u202e"
  year: 0
  year: 1
- key: b
  title: "\\uD800"
  note: []
assessments:
- policy: c
  object: policy
  rubric: success
  ratings:
    clarty:
      grade: relative-sucess
      gap: *a
    politics: relative-success
"""

    assert [line.split(": ", maxsplit=2)[:2] for line in told(text)] == [
        ["f:1:1", "schema"],
        ["f:1:1", "title"],
        ["f:1:1", "titel"],
        ["f:3:8", "policies[0].key"],
        ["f:4:10", "policies[0].title"],
        ["f:4:15", "policies[0].title"],
        ["f:5:9", "policies[0].year"],
        ["f:6:3", "policies[0].year"],
        ["f:8:10", "policies[1].title"],
        ["f:9:9", "policies[1].note"],
        ["f:11:11", "assessments[0].policy"],
        ["f:15:5", "assessments[0].ratings.clarty"],
        ["f:16:14", "assessments[0].ratings.clarty.grade"],
        ["f:17:12", "assessments[0].ratings.clarty.gap"],
        ["f:18:5", "assessments[0].ratings.politics"],
    ]


def test_a_term_deep_in_the_document_is_told_at_its_place() -> None:
    """With what is allowed and the nearest match."""
    text = f"""{HEAD}policies:
- key: toll
  title: Toll
assessments:
- policy: toll
  object: policy
  rubric: success
  ratings:
    clarity:
      grade: relative-sucess
"""

    assert "\n".join(told(text)) == (
        "f:12:14: assessments[0].ratings.clarity.grade: 'relative-sucess' is not a term of "
        "Attainment; expected one of 'relative-failure', 'conflicted-attainment', "
        "'relative-success'; did you mean 'relative-success'?"
    )


@pytest.mark.parametrize(
    ("values", "limits", "finding"),
    [
        ("note: " + "[" * 33, LIMITS, "f:3:38: note" + "[0]" * 31 + ": more than 32 lists and"),
        ("note: " + "[" * 100_000, LIMITS, "f:3:38: note" + "[0]" * 31 + ": more than 32 lists"),
        ("note: " + "- " * 100_000, LIMITS, "f:3:7: note: this is no YAML: a list begins in the"),
        ("note:\n- " + "- " * 100_000, LIMITS, "f:4:63: note" + "[0]" * 31 + ": more than 32 li"),
        ("note: [1]", Limits(depth=1), "f:3:7: note: more than 1 lists and mappings stand in"),
        ("note: [1, 2]", Limits(values=5), "f:3:11: note[1]: the file holds more than 5 values"),
    ],
)
def test_limits_are_kept(values: str, limits: Limits, finding: str) -> None:
    """With the place where they are passed."""
    assert told(HEAD + values, limits)[-1].startswith(finding)


def test_limits_may_be_raised() -> None:
    """By whoever knows the file."""
    deep = f"{HEAD}note: {'[' * 40}{']' * 40}\n"

    assert told(deep, Limits(depth=50))[0].startswith("f:3:1: note: 'note' is not a field of Study")
    assert told(deep)[0].startswith("f:3:38: ")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Care Act 2014", "Care Act 2014"),
        ("Żółć – 政策", "Żółć – 政策"),
        ("a:b c#d", "a:b c#d"),
        ("12 councils", "12 councils"),
        ("no", "'no'"),
        ("Null", "'Null'"),
        ("2014", "'2014'"),
        ("2014-05", "'2014-05'"),
        ("0xCAFE", "'0xCAFE'"),
        ("2001-12-14 21:59:43.10 -5", "'2001-12-14 21:59:43.10 -5'"),
        ("Title: more", "'Title: more'"),
        ("it's #1", "'it''s #1'"),
        ("- a", "'- a'"),
        ("<<", "'<<'"),
        ("~", "'~'"),
        ("a ", "'a '"),
        ("a\u2028b", '"a\\u2028b"'),
        ("\ufeffa", '"\\ufeffa"'),
        (" a\nb", '" a\\nb"'),
        ("a\nb", "|-\n      a\n      b"),
        ("a\n\n  b\n", "|\n      a\n\n        b"),
        ("a\nb\n\n", "|+\n      a\n      b\n"),
    ],
)
def test_text_is_quoted_only_where_it_must(text: str, written: str) -> None:
    """Where any reader of YAML would take it for something else."""
    study = with_title(text)

    assert f"\n  - key: a\n    title: {written}\nactivities:\n" in yaml_text.dumped(study)
    assert read(yaml_text.dumped(study)) == study


def test_a_study_is_written_as_people_write_one() -> None:
    """Nested by two spaces; pairs on a line; nothing that is left at its default."""
    study = Study.model_validate(
        {
            "title": "T",
            "policies": [{"key": "a", "title": "A", "year": 2014}],
            "positions": [
                {"policy": "a", "ambiguity": 0.7, "conflict": "not-stated", "basis": "minutes"}
            ],
            "assessments": [
                {"policy": "a", "object": "policy", "rubric": "success", "ratings": {}}
            ],
            "activities": [
                {"key": "b", "title": "B", "policy": "a", "cells": [["system", "directive"]]}
            ],
            "approaches": [{"key": "c", "title": "C", "models": {"problem-solving": "no"}}],
        }
    )

    assert yaml_text.dumped(study) == (
        """\
schema: implsupport/study/1
title: T
policies:
  - key: a
    title: A
    year: 2014
positions:
  - policy: a
    ambiguity: 0.7
    conflict: not-stated
    basis: minutes
assessments:
  - policy: a
    object: policy
    rubric: success
    ratings: {}
activities:
  - key: b
    title: B
    policy: a
    cells:
      - [system, directive]
approaches:
  - key: c
    title: C
    models:
      problem-solving: 'no'
"""
    )


@given(testing.studies())
def test_any_study_reads_back(study: Study) -> None:
    """Equal, and the same bytes when it is written again; and as JSON reads it."""
    text = yaml_text.dumped(study)

    assert read(text) == study
    assert yaml_text.dumped(read(text)) == text
    assert yaml_text.dumped(read(json_text.dumped(study))) == text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")) | st.sampled_from(" \n'\"#:-|>[]{}")))
def test_any_text_reads_back(text: str) -> None:
    """Here and with other readers, which know no study."""
    hidden = set(map(chr, (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
    study = with_title("".join(one for one in text if one not in hidden) + "a")
    written = yaml_text.dumped(study)

    assert read(written) == study
    assert yaml.safe_load(written)["policies"][0]["title"] == study.policies[0].title


@pytest.mark.parametrize("study", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_the_studies_of_this_library_read_back(study: Study) -> None:
    """Every section is filled there."""
    assert read(yaml_text.dumped(study)) == study


def test_a_file_is_written_as_utf_8(tmp_path: Path) -> None:
    """Letters as they are."""
    path = tmp_path / "study.yaml"

    yaml_text.write(Study(title="Żółć"), path, overwrite=False)

    assert path.read_bytes() == "schema: implsupport/study/1\ntitle: Żółć\n".encode()
    assert yaml_text.read(path, frameworks=CATALOGUE, limits=LIMITS) == Study(title="Żółć")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("note: *a\n", "construct", "f:3:7"),
        ("note: &a x\n", "construct", "f:3:7"),
        ("<<: {status: ours}\n", "construct", "f:3:1"),
        ("? [a]\n: b\n", "construct", "f:3:3"),
        ("---\ntitle: U\n", "construct", "f:3:1"),
        ("note: 'a' b\n", "syntax", "f:3:11"),
        ("policies: ~\n", "form", "f:3:11"),
        ("policies:\n- key: a\n  title: # b\n", "form", "f:5:9"),
    ],
)
def test_what_is_not_allowed_has_a_code(text: str, code: str, place: str) -> None:
    """Programs tell findings apart by it."""
    with pytest.raises(DocumentError) as caught:
        read(HEAD + text)

    assert (code, place) in [(one.code, one.place) for one in caught.value.findings]


def test_what_is_hidden_behind_an_alias_is_told_at_its_place() -> None:
    """The alias has a place, as any value has."""
    assert [line.split(": ")[:2] for line in told(f"{HEAD}note: *a\nstatus: o\u202e\n")] == [
        ["f:3:7", "note"],
        ["f:4:10", "status"],
    ]
    assert told(f"{HEAD}policies: [*a, o\u202e]\n")[1].startswith("f:3:17: policies[1]: ")


@pytest.mark.parametrize("text", ["X\nb", "a\nb"])
def test_lines_are_written_as_a_block_whatever_they_begin_with(text: str) -> None:
    """But for a space or an empty line, by which a block could not be told."""
    assert f"    title: |-\n      {text[0]}\n      b\n" in yaml_text.dumped(with_title(text))


def test_a_file_is_told_by_its_name_and_refused_by_its_size(tmp_path: Path) -> None:
    """Before anything in it is read."""
    path = tmp_path / "study.yaml"
    path.write_bytes(b"[]")

    with pytest.raises(DocumentError, match=rf"^{path}:1:1: \[\] is not a Study"):
        yaml_text.read(path, frameworks=CATALOGUE, limits=LIMITS)
    with pytest.raises(DocumentError, match="larger than the 1 bytes allowed"):
        yaml_text.read(path, frameworks=CATALOGUE, limits=Limits(size=1))


def test_a_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    """What was there stays until then."""
    path = tmp_path / "study.yaml"
    yaml_text.write(Study(title="old"), path, overwrite=False)
    with pytest.raises(DocumentError, match="there already"):
        yaml_text.write(Study(title="new"), path, overwrite=False)
    kept = yaml_text.read(path, frameworks=CATALOGUE, limits=LIMITS)
    yaml_text.write(Study(title="new"), path, overwrite=True)

    assert kept.title == "old"
    assert yaml_text.read(path, frameworks=CATALOGUE, limits=LIMITS).title == "new"


def test_letters_stay_as_they_are_in_quotation_marks() -> None:
    """Only what is not seen is escaped there."""
    assert '    title: "ż\\u2028\\nb"\n' in yaml_text.dumped(with_title("ż\u2028\nb"))


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("note: {@a: b}\n", "f:3:8: note: this is no YAML: found character '@' that cannot"),
        ("note: {\n", "f:4:1: note: this is no YAML: expected the node content, but found '<stre"),
        ("note: [{@a: b}]\n", "f:3:9: note[0]: this is no YAML: found character '@' that cannot"),
    ],
)
def test_what_is_wrong_before_the_first_name_is_part_of_the_mapping(
    text: str, finding: str
) -> None:
    """And not of a name that nobody wrote."""
    assert told(HEAD + text)[-1].startswith(finding)


def test_an_empty_name_that_is_given_twice_is_told_by_its_path() -> None:
    """As any other name is."""
    assert "f:3:15: note['']: '' is given already in line 3; keep one" in told(
        HEAD + "note: {'': 1, '': 2}\n"
    )


@pytest.mark.parametrize(
    ("below", "finding"),
    [
        ("    title:\n    year 2014\n", "f:5:5: policies[0]: "),
        ("    title: A\n    year 2014\n    note: b\n", "f:5:5: policies[0]: "),
        ("    title:\n    @year: 2014\n", "f:5:5: policies[0]: "),
        ("    title:\n      @A\n", "f:5:7: policies[0].title: "),
        ("    title: 'A\n    year: 2014\n", "f:4:12: policies[0].title: "),
        ("    title:\n   year: 2014\n", "f:5:4: policies[0]: "),
        ("    title:\n  - key: b\n    @c: d\n", "f:6:5: policies[1]: "),
        ("    title: A\n  - key b\n    title: B\n", "f:6:10: policies[1]: "),
        ("    title: A\n  -\tkey: b\n", "f:5:4: policies[1]: "),
        ("    title:\n    note:\n    & b\n", "f:6:6: policies[0]: "),
        ("    title:\nstatus ours\n", "f:5:1: this is no YAML"),
        ("    title:\n - key: b\n", "f:5:2: this is no YAML"),
        ("    title: A\nbodies:\n- key: b\nstatus ours\n", "f:7:1: this is no YAML"),
        ("    title: A\nbodies:\n- key: b\n- key:\n  title B\n", "f:8:3: bodies[1]: "),
        ("    title: {a: [b,\n@c]}\n", "f:5:1: policies[0].title.a[1]: "),
    ],
)
def test_what_is_no_yaml_is_part_of_what_its_indent_says(below: str, finding: str) -> None:
    """Not of the name that was read last; in brackets the indent says nothing."""
    (line,) = told(f"{HEAD}policies:\n  - key: a\n{below}".replace("title: T\n", "", 1))

    assert line.startswith(finding)


def test_a_list_before_its_first_item_is_part_of_its_name() -> None:
    """There is nothing yet whose indent would count."""
    assert told(HEAD + "bodies:\n  - @a\n")[0].startswith("f:4:5: bodies[0]: this is no YAML")


def test_a_text_that_is_a_comment_is_told() -> None:
    """It would be blank, and nobody would see why; after an empty list a comment is welcome."""
    sentence = "a '#' begins a comment here; put a text with ' #' in it in quotation marks"

    assert told("schema: implsupport/study/1\ntitle: #1 study\n") == [f"f:2:7: title: {sentence}"]
    assert told(HEAD + "bodies: # none\n")[0].startswith("f:3:8: bodies: nothing is listed here")
