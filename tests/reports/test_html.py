"""A report as one HTML file, with its pictures."""

import re
import runpy
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, get_type_hints
from xml.etree.ElementTree import Element

import html5lib
import pytest
from pydantic import ValidationError

from implsupport import cases, records
from implsupport.appraisal import appraise
from implsupport.records import Study
from implsupport.reports import html

HERE = Path(__file__).parent
INJECTION = runpy.run_path(str(HERE.parent / "injection.py"))
STUDIES = runpy.run_path(str(HERE / "studies.py"))


def parsed(text: str) -> Element:
    """Read a page as a browser does, and stop at whatever a browser would have to mend."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(text)
    return document


ILLUSTRATION = parsed(html(INJECTION["appraisal_of"]("word")))
BUILT_IN = parsed(html(appraise(cases.study())))
PAGES = pytest.mark.parametrize("document", [ILLUSTRATION, BUILT_IN], ids=["invented", "built-in"])


@PAGES
def test_every_picture_has_a_name_a_heading_and_a_caption(document: Element) -> None:
    """The picture is an image with a name; the caption says what it rests on."""
    figures = list(document.iter("figure"))
    roles = [one.get("role") for one in document.iter() if str(one.tag).endswith("svg")]

    assert figures
    assert roles == ["img"] * len(figures)
    assert all(one.findtext("h3") for one in figures)
    assert all(one.findtext("figcaption/span") for one in figures)


@PAGES
def test_no_two_places_of_a_page_have_one_name(document: Element) -> None:
    """Nor do two pictures share one."""
    names = Counter(name for one in document.iter() if (name := one.get("id")))

    assert [name for name, times in names.items() if times > 1] == []


@PAGES
def test_the_pictures_bring_nothing_from_elsewhere(document: Element) -> None:
    """No script, no style of the whole page, no picture, and no address but those of the page."""
    attributes = [pair for one in document.iter() for pair in one.attrib.items()]
    tags = Counter(str(one.tag).rpartition("}")[2] for one in document.iter())

    assert tags["style"] == 1
    assert {"script", "image", "img", "foreignObject", "metadata", "a"} & {*tags} <= {"a"}
    assert [v for k, v in attributes if k.endswith("href") and not v.startswith("#")] == []
    assert [v for _, v in attributes if re.search(r"url\((?!#)|javascript:", v)] == []
    assert [k for k, _ in attributes if k.startswith("on")] == []


def test_the_title_may_be_chosen() -> None:
    """In place of that of the study."""
    assert parsed(html(appraise(STUDIES["EMPTY"]), title="Ours")).findtext(".//h1") == "Ours"


@pytest.mark.parametrize("title", ["EMPTY", "ONE", "GAPS", "FIFTY", "SHORT_WORDS"])
def test_every_study_makes_a_whole_page(title: str) -> None:
    """Empty, with gaps only, with one case, with fifty and with long names."""
    document = parsed(html(appraise(STUDIES[title])))

    assert document.find(".//section[@id='findings']") is not None


def test_fifty_cases_with_three_assessors_take_no_five_seconds() -> None:
    """Pictures and all, by the clock of the process."""
    appraisal = appraise(STUDIES["FIFTY"])
    began = time.process_time()
    html(appraisal)

    assert time.process_time() - began < 5


# --- what is put into a study is text ---


def mixed() -> Study:
    """Make a study that has every text somewhere in a picture, on fewer pages than texts."""
    whole = INJECTION["document"]()
    texts = [*INJECTION["TAKEN"]]
    free = [path for path, _ in INJECTION["leaves"](whole) if path[-1] == "title"]
    for number, path in enumerate(free):
        INJECTION["put"](whole, path, f"{texts[number % len(texts)]} {number}")
    return Study.model_validate(whole)


def test_what_is_put_into_a_study_is_text_in_the_pictures_too() -> None:
    """The elements of the page are of the kinds that a harmless study has."""
    document = parsed(html(appraise(mixed())))

    assert {one.tag for one in document.iter()} <= {one.tag for one in ILLUSTRATION.iter()}


def refusal(path: tuple[int | str, ...], text: str) -> list[tuple[int | str, ...]]:
    """Put a text at a path of a study, and give the paths of what is found wrong."""
    whole = INJECTION["document"]()
    INJECTION["put"](whole, path, text)
    with pytest.raises(ValidationError) as caught:
        Study.model_validate(whole)
    return [finding["loc"] for finding in caught.value.errors(include_url=False)]


@pytest.mark.parametrize("text", INJECTION["REFUSED"], ids=ascii)
@pytest.mark.parametrize("path", INJECTION["fields"](), ids=str)
def test_what_cannot_be_read_is_refused_with_its_path(
    path: tuple[int | str, ...], text: str
) -> None:
    """Sequences that command a terminal, marks that turn the text round, halves of characters."""
    assert refusal(path, text) == [path]


WHERE = {
    "Activity": ["activities"],
    "Assessment": ["assessments"],
    "Body": ["bodies"],
    "Decision": ["decisions"],
    "Evidence": ["activities", "assessments", "positions"],
    "Policy": ["policies"],
    "Position": ["positions"],
    "Rating": ["assessments"],
    "Source": ["sources"],
    "SupportApproach": ["approaches"],
}


def texts_of_records() -> set[tuple[str, str]]:
    """List the fields that records read as text, by the section of the study they stand in."""
    return {
        (section, name)
        for record, sections in WHERE.items()
        for name, hint in get_type_hints(getattr(records, record), include_extras=True).items()
        for section in sections
        if "<function _text " in repr(hint)
    }


def test_there_are_forty_texts_for_every_field_that_takes_text() -> None:
    """Whatever the records read as text is tried."""
    tried = {
        (path[0], [step for step in path if isinstance(step, str)][-1])
        for path in INJECTION["fields"]()
    }

    assert len({*INJECTION["TAKEN"], *INJECTION["REFUSED"]}) >= 40
    assert tried == texts_of_records() | {("title", "title")}


# --- the same bytes ---

PRINTING = """
import hashlib, runpy, sys
from implsupport.reports import html
whole = html(runpy.run_path(sys.argv[1])["appraisal_of"]("word"))
print(hashlib.sha256(whole.encode()).hexdigest())
"""


def digest(seed: str) -> str:
    """Make the page in a new interpreter with another seed of its hashes."""
    arguments = [sys.executable, "-c", PRINTING, str(HERE.parent / "injection.py")]
    return subprocess.run(
        arguments, check=True, capture_output=True, text=True, env={"PYTHONHASHSEED": seed}
    ).stdout


def test_the_same_study_gives_the_same_bytes() -> None:
    """Whatever the order in which a set happens to be walked."""
    assert digest("1") == digest("2")


# --- without the extra ---

WITHOUT = """
import sys

class Hiding:
    @staticmethod
    def find_spec(name, path, target=None):
        if name == sys.argv[1]:
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Hiding)
from implsupport.appraisal import appraise
from implsupport.errors import MissingExtraError
from implsupport.records import Study
from implsupport.reports import content, html, markdown, text

empty = appraise(Study(title="T"))
print(len(text(content(empty))) > 0 and len(markdown(content(empty))) > 0)
try:
    html(empty)
except MissingExtraError as error:
    print(error.library, "from", error.extra)
"""


@pytest.mark.parametrize(
    ("library", "said"),
    [("jinja2", "jinja2 from report"), ("matplotlib", "matplotlib from plot")],
)
def test_without_its_libraries_only_the_page_is_missing(library: str, said: str) -> None:
    """Text and Markdown need nothing; the error names the extra."""
    arguments = [sys.executable, "-c", WITHOUT, library]
    done = subprocess.run(arguments, check=True, capture_output=True, text=True)

    assert done.stdout.splitlines() == ["True", said]
