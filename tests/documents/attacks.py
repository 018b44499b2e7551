"""Files made to harm whoever reads them, each with what is expected of the reader.

Run as a script with a folder, the number of the first file and how many to go on by, this writes
each file, reads it in a process of its own, which has 512 MB and five seconds, and prints how each
ended.
"""

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from implsupport import documents
from implsupport.errors import DocumentError
from implsupport.records import Study

MEMORY: Final = 512 * 2**20
SECONDS: Final = 5

Y: Final = b"schema: implsupport/study/1\ntitle: T\n"
J: Final = b'{"schema": "implsupport/study/1",\n"title": "T",\n'

POLICY: Final = b"policies: [{key: toll, title: Toll}]\n"
RATED: Final = b"assessments:\n- policy: toll\n  object: policy\n  rubric: success\n  ratings:\n"


class Attack(NamedTuple):
    """A file that is made to harm: its name, its bytes, and the code and line of a finding in it.

    A file that is odd but right is *read*.
    """

    name: str
    data: bytes
    expected: str


def numbered(pattern: str, count: int) -> bytes:
    """Repeat a pattern with a number in it."""
    return "".join(pattern.format(number) for number in range(count)).encode()


def billion_laughs() -> bytes:
    """Name a list, and then lists of lists of it: a few lines, a billion values."""
    names = "abcdefghi"
    lists = [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise(names)]
    return "".join(["a: &a [x, x]\n", *lists]).encode()


def yaml_year(year: str) -> bytes:
    """Write something where YAML has a year."""
    return Y + f"policies: [{{key: a, title: A, year: {year}}}]\n".encode()


def json_year(year: str) -> bytes:
    """Write something where JSON has a year."""
    return J + f'"policies": [{{"key": "a", "title": "A", "year": {year}}}]}}'.encode()


def yaml_title(title: bytes) -> bytes:
    """Write something where YAML has the title, in the second line."""
    return Y.replace(b"T\n", title + b"\n")


def json_title(title: bytes) -> bytes:
    """Write something where JSON has the title, in the second line."""
    return J.replace(b'"T",\n', b'"' + title + b'"}')


def rated(criterion: str, grade: str) -> bytes:
    """Rate one criterion of one policy."""
    return Y + POLICY + RATED + f"    {criterion}: {{grade: {grade}}}\n".encode()


def placed(policy: str) -> bytes:
    """Place one policy."""
    return f"positions: [{{policy: {policy}, ambiguity: low, conflict: low}}]\n".encode()


def dangling(known: str, unknown: str, count: int, policies: int) -> bytes:
    """Name policies that are not there, beside many that are."""
    there = numbered(f'{{{{"key": "{known}{{0}}", "title": "P"}}}},', policies)
    named = numbered(f'"{unknown}{{0}}",', count)
    return b"".join(
        [
            J,
            b'"policies": [',
            there,
            b'{"key": "q", "title": "Q"}],\n',
            b'"approaches": [{"key": "a", "title": "A", "exhibited_in": [',
            named,
            b'"q"]}]}',
        ]
    )


# Letters that look like Latin ones, and are not.
ES: Final = "\N{CYRILLIC SMALL LETTER ES}"
DZE: Final = "\N{CYRILLIC SMALL LETTER DZE}"
OMICRON: Final = "\N{GREEK SMALL LETTER OMICRON}"
WIDE: Final = "".join(map(chr, (0xFF12, 0xFF10, 0xFF11, 0xFF14)))

MERGES: Final = b"a: &a\n" + numbered("  ? k{0}\n  : {{<<: *a}}\n", 9999)
CRITERIA: Final = numbered('"a{0}":{{"grade":"b"}},', 90_000)
GRADES: Final = numbered("    a{0}: {{grade: b}}\n", 20_000)
COLLIDING: Final = b",".join(b'"%d":0' % (number * (2**61 - 1)) for number in range(50_000))


ATTACKS: Final = [
    # bombs
    Attack("laughs.yaml", Y + billion_laughs(), "construct 3"),
    Attack("merges.yaml", Y + b"a: &a {b: c}\nd: {<<: [*a, *a, *a]}\n", "construct 3"),
    Attack("merge-bomb.yaml", Y + MERGES, "construct 3"),
    Attack("cycle.yaml", Y + b"note: &a [*a]\n", "construct 3"),
    Attack("cycle-of-names.yaml", Y + b"note: &a\n  b: *a\n", "construct 3"),
    Attack("anchors.yaml", Y + b"policies:\n" + b"- &a 0\n" * 190_000, "construct 4"),
    Attack("aliases.yaml", Y + b"policies:\n" + b"- *a\n" * 190_000, "construct 4"),
    Attack("tags.yaml", Y + b"policies:\n" + b"- !a 0\n" * 190_000, "construct 4"),
    Attack("code.yaml", Y + b"note: !!python/object/apply:os.system [exit]\n", "field 3"),
    Attack("documents.yaml", Y + b"--- {}\n" * 100_000, "construct 3"),
    Attack("directives.yaml", b"%A b\n" * 100_000 + b"---\n" + Y, "read"),
    # brackets
    Attack("brackets.yaml", b"[" * 100_000, "limit 1"),
    Attack("bracket-lines.yaml", b"[\n" * 100_000, "limit 33"),
    Attack("braces.yaml", b"{" * 100_000, "construct 1"),
    Attack("brace-names.yaml", b"{a: " * 100_000, "limit 1"),
    Attack("hyphens.yaml", b"- " * 100_000, "limit 1"),
    Attack("questions.yaml", b"? " * 100_000, "construct 1"),
    Attack("stairs.yaml", b"".join(b" " * n + b"a:\n" for n in range(2500)), "limit 33"),
    Attack("closing.yaml", b"]" * 100_000, "syntax 1"),
    Attack("brackets.json", b"[" * 100_000, "limit 1"),
    Attack("bracket-pairs.json", b"[" * 100_000 + b"]" * 100_000, "limit 1"),
    Attack("braces.json", b'{"a":' * 100_000, "limit 1"),
    Attack("deep-enough.json", J + b'"note": ' + b"[" * 900 + b"]" * 900 + b"}", "limit 3"),
    Attack("closing.json", b"]" * 100_000, "syntax 1"),
    # numbers
    Attack("digits.yaml", yaml_year("9" * 4_000_000), "form 3"),
    Attack("digits.json", json_year("9" * 4_000_000), "syntax 3"),
    Attack("exponent.json", json_year("1e999999999"), "syntax 3"),
    Attack("not-a-number.json", json_year("NaN"), "syntax 3"),
    Attack("infinite.yaml", yaml_year(".inf"), "form 3"),
    Attack("version.yaml", b"%YAML 1." + b"9" * 100_000 + b"\n---\n" + Y, "syntax 1"),
    Attack("sixties.yaml", yaml_year("1:1:1"), "form 3"),
    # many
    Attack("names.json", J + numbered('"a{0}":0,', 190_000) + b'"b":0}', "limit 1"),
    Attack("names.yaml", Y + numbered("a{0}: 0\n", 60_000), "limit 1"),
    Attack("one-name.json", J + b'"a":0,' * 190_000 + b'"a":0}', "repeated 3"),
    Attack("one-name.yaml", Y + b"a: 0\n" * 60_000, "repeated 4"),
    Attack("items.json", J + b'"policies": [' + b"0," * 190_000 + b"0]}", "limit 1"),
    Attack("items.yaml", Y + b"policies:\n" + b"- 0\n" * 100_000, "limit 1"),
    Attack("too-many.json", J + b'"policies": [' + b"0," * 1_000_000 + b"0]}", "limit 3"),
    Attack("too-many.yaml", Y + b"policies: [" + b"0," * 1_000_000 + b"0]\n", "limit 3"),
    Attack("records.json", J + b'"policies": [' + b"{}," * 190_000 + b"{}]}", "limit 1"),
    Attack(
        "criteria.json", J + b'"assessments": [{"ratings": {' + CRITERIA + b'"c":0}}]}', "field 3"
    ),
    Attack("criteria.yaml", Y + POLICY + RATED + GRADES, "limit 1"),
    Attack("keys.json", dangling("p", "q", 60_000, 30_000), "limit 1"),
    Attack("alike.json", dangling("a" * 80, "b" * 80, 9_000, 9_000), "key 4"),
    Attack("near.json", dangling("a" * 80, "a" * 79 + "b", 9_000, 9_000), "key 4"),
    Attack("colliding-hashes.json", J + COLLIDING + b"}", "limit 1"),
    # long
    Attack("text.json", J + b'"note": "' + b"x" * 4_000_000 + b'"}', "field 3"),
    Attack("escapes.json", J + b'"note": "' + b"\\u0041" * 600_000 + b'"}', "field 3"),
    Attack("backslashes.json", J + b'"note": "' + b"\\" * 4_000_000, "syntax 3"),
    Attack("quotes.json", J + b'"' * 1_000_000, "syntax 3"),
    Attack("spaces.json", J + b" " * 4_000_000 + b"}", "syntax 3"),
    Attack("text.yaml", Y + b'note: "' + b"a " * 2_000_000 + b'"\n', "field 3"),
    Attack("escapes.yaml", Y + b'note: "' + b"\\x41" * 500_000 + b'"\n', "field 3"),
    Attack("doubled.yaml", Y + b"note: '" + b"''" * 2_000_000 + b"'\n", "field 3"),
    Attack("comment.yaml", Y + b"#" * 4_000_000, "read"),
    Attack("comments.yaml", Y + b"#\n" * 2_000_000, "read"),
    Attack("empty-lines.yaml", Y + b"\n" * 4_000_000, "read"),
    Attack("spaces.yaml", Y + b" " * 4_000_000, "read"),
    Attack("long-name.yaml", Y + b"a" * 100_000 + b": b\n", "syntax 3"),
    Attack("lines.yaml", Y + b"note: a\n" + b"  a\n" * 300_000, "field 3"),
    Attack("block.yaml", Y + b"note: |\n" + b"  a\n" * 300_000, "field 3"),
    Attack("block-sign.yaml", Y + b"note: |9999999999\n  a\n", "syntax 3"),
    Attack("too-large.yaml", Y + b"#" * 2**22, "limit 1"),
    # encodings
    Attack("utf-16.yaml", (Y + POLICY).decode().encode("utf-16"), "encoding 1"),
    Attack("utf-16.json", '{"title": "T"}'.encode("utf-16-le"), "encoding 1"),
    Attack("utf-32.yaml", Y.decode().encode("utf-32"), "encoding 1"),
    Attack("utf-7.yaml", yaml_title(b"+ADw-"), "read"),
    Attack("latin.yaml", yaml_title(b"Caf\xe9"), "encoding 2"),
    Attack("overlong.json", J + b'"note": "\xc0\xaf"}', "encoding 3"),
    Attack("beyond.yaml", Y + b"note: \xf4\x90\x80\x80\n", "encoding 3"),
    Attack("surrogates.json", J + b'"note": "\xed\xa0\x80"}', "encoding 3"),
    Attack("lone.json", json_title(b"\\ud800"), "form 2"),
    Attack("lone.yaml", yaml_title(b'"\\ud800"'), "form 2"),
    Attack("no-character.yaml", Y + b'note: "\\U00110000"\n', "syntax 3"),
    Attack("larger-than-any.yaml", Y + b'note: "\\UFFFFFFFF"\n', "syntax 3"),
    Attack("binary.yaml", bytes(range(128, 256)) * 30_000, "encoding 1"),
    Attack("nulls.json", b"\x00" * 4_000_000, "encoding 1"),
    # what is not seen, or taken for another
    Attack("right-to-left.yaml", yaml_title("a\u202eb".encode()), "character 2"),
    Attack("escaped-right-to-left.json", json_title(b"a\\u202eb"), "form 2"),
    Attack("terminal.yaml", yaml_title(b"a\x1b[2J"), "character 2"),
    Attack("bell.json", json_title(b"a\\u0007"), "form 2"),
    Attack("look-alike-field.yaml", Y + f"p{OMICRON}licies: []\n".encode(), "field 3"),
    Attack("look-alike-criterion.yaml", rated(f"{ES}larity", "relative-success"), "word 9"),
    Attack("look-alike-grade.yaml", rated("clarity", f"relative-{DZE}uccess"), "word 9"),
    Attack("look-alike-key.yaml", Y + POLICY + placed(f"t{OMICRON}ll"), "key 4"),
    Attack("full-width.yaml", yaml_year(WIDE), "form 3"),
    Attack("line-separator.yaml", Y + "note: a\u2028title: U\n".encode(), "character 3"),
    Attack("next-line.yaml", Y + "note: a\x85title: U\n".encode(), "character 3"),
    Attack("inner-mark.yaml", Y + "\ufefftitle: U\n".encode(), "field 3"),
    # odd, but not wrong
    Attack("empty.yaml", b"", "field 1"),
    Attack("empty.json", b"", "syntax 1"),
    Attack("right.yaml", b"\xef\xbb\xbf" + Y + POLICY, "read"),
    Attack("right.json", b"\xef\xbb\xbf" + J + b'"policies": []}', "read"),
]


def ended(path: Path) -> str:
    """Read a file, and say how that ended: the code and the line of each finding, or *read*."""
    try:
        documents.read(path)
    except DocumentError as error:
        found = [f"{one.code} {one.place.split(':')[-2]}" for one in error.findings]
        return "; ".join(dict.fromkeys(found))
    return "read"


def alone(work: Callable[[], str]) -> str:
    """Do something in a process of its own, which has little memory and little time."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        try:
            answer = work()
        except BaseException as error:  # noqa: BLE001 -- whatever it is, it is told
            answer = repr(error)
        os.write(writing, answer.encode()[:1000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        answer = told.read().decode()
    _, status = os.waitpid(child, 0)
    return answer if os.waitstatus_to_exitcode(status) == 0 else f"ended by {status}"


def outcomes(folder: Path, attacks: list[Attack]) -> Iterator[tuple[str, str]]:
    """Give the name of each attack, and how it ended."""
    for attack in attacks:
        path = folder / attack.name
        path.write_bytes(attack.data)
        yield attack.name, alone(partial(ended, path))
        path.unlink()


def main(folder: Path, first: int, every: int) -> None:
    """Let some of the attacks be read; what reads them is loaded once."""
    for suffix in (".yaml", ".json"):
        path = folder / f"{first}{suffix}"
        documents.write(Study(title="T"), path)
        documents.read(path)
    sys.stdout.write(json.dumps(dict(outcomes(folder, ATTACKS[first::every]))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
