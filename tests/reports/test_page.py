"""The HTML page, without its pictures, read back by a parser."""

import base64
import hashlib
import re
import runpy
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, appraise
from implsupport.errors import MissingExtraError
from implsupport.reports import Items, Section, Table, Words, content
from implsupport.reports import page as module
from implsupport.reports.page import page
from implsupport.reports.summary import summary
from implsupport.reports.wording import HOW_TO_READ

HERE = Path(__file__).parent
INJECTION = runpy.run_path(str(HERE.parent / "injection.py"))
STUDIES = runpy.run_path(str(HERE / "studies.py"))
STYLE = (Path(module.__file__).parent / "page.css").read_text(encoding="utf-8")

ILLUSTRATION = appraise(cases.illustration())
SAID = {"h1", "h2", "h3", "h4", "p", "li", "caption", "th", "td"}


def parsed(text: str) -> Element:
    """Read a page as a browser does, and stop at whatever a browser would have to mend."""
    parser: Any = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document: Element = parser.parse(text)
    return document


def shown(study: str | Appraisal) -> Element:
    """Read the page of a study."""
    appraisal = appraise(STUDIES[study]) if isinstance(study, str) else study
    return parsed(page(appraisal, appraisal.title))


def squeezed(*texts: str) -> list[str]:
    """Draw blanks together, and leave out what is empty."""
    return [one for text in texts if (one := " ".join(text.split()))]


def words_of(element: Element | None) -> list[str]:
    """List the words of an element and of all in it."""
    return [] if element is None else " ".join(element.itertext()).split()


def bracketed(words: Words) -> str:
    """Give a statement as it stands in a report."""
    return f"{words.text} [{words.source}]" if words.source else words.text


def blocks(section: Section, name: str) -> Iterator[str]:
    """List what stands in the blocks of a section, text by text."""
    for block in section.blocks:
        if isinstance(block, Table):
            yield f"{block.caption or name} [{block.source}]"
            yield from (*block.head, *(cell for row in block.rows for cell in row))
        elif isinstance(block, Items):
            yield from map(bracketed, block.words)
        else:
            yield bracketed(block)


def below(section: Section) -> Iterator[str]:
    """List what a section says, with its heading and all below it."""
    yield section.title
    yield from blocks(section, section.title)
    for one in section.sections:
        yield from below(one)


def expected(appraisal: Appraisal) -> list[str]:
    """List every text that the page of an appraisal should hold, in order."""
    first, whole = summary(appraisal), content(appraisal)
    titles = [section.title for section in whole.sections]
    words = appraisal.title.split()
    is_cut = len(words) > 12
    heading = " ".join([*words[:12], "…"]) if is_cut else appraisal.title
    own = [appraisal.title] if is_cut else []
    return squeezed(
        *(heading, *below(first), "Contents", "All cases", *titles, "All cases", *own),
        *(text for text in blocks(whole, "All cases") if text != HOW_TO_READ),
        *(text for section in whole.sections for text in below(section)),
    )


def read(document: Element) -> list[str]:
    """List every text that a page holds, in order."""
    return squeezed(*("".join(one.itertext()) for one in document.iter() if one.tag in SAID))


def skeleton(document: Element) -> Counter[Any]:
    """Count the elements of each kind with the names of their attributes."""
    return Counter((one.tag, *sorted(one.keys())) for one in document.iter())


HARMLESS = skeleton(shown(INJECTION["appraisal_of"]("word")))


@pytest.mark.parametrize("text", INJECTION["TAKEN"])
def test_what_is_put_into_a_study_is_text(text: str) -> None:
    """The page says what it should, in the elements that a harmless word has."""
    appraisal = INJECTION["appraisal_of"](text)
    document = shown(appraisal)

    assert read(document) == expected(appraisal)
    assert skeleton(document) == HARMLESS


@pytest.mark.parametrize("title", ["EMPTY", "ONE", "GAPS", "FIFTY", "SHORT_WORDS"])
def test_every_study_makes_a_page(title: str) -> None:
    """Empty, with gaps only, with one case, with fifty and with long names."""
    document = shown(title)

    assert read(document) == expected(appraise(STUDIES[title]))


def first_page(document: Element) -> list[str]:
    """List the words of the first page: the link to the findings, the heading, the summary."""
    (link, *_), (heading,) = document.iter("a"), document.iter("h1")
    at_a_glance = document.find(".//section[@id='summary']")
    assert at_a_glance is not None
    return words_of(link) + words_of(heading) + words_of(at_a_glance)


FIRST_PAGES = ["EMPTY", "ONE", "GAPS", "FIFTY", "SHORT_WORDS", "WORST"]


@pytest.mark.parametrize("title", FIRST_PAGES)
def test_the_first_page_is_short(title: str) -> None:
    """At most 250 words, whatever the names."""
    assert len(first_page(shown(title))) <= 250


@pytest.mark.parametrize("title", FIRST_PAGES[1:])
def test_the_first_verdict_is_among_the_first_sixty_words(title: str) -> None:
    """It ends where its rule is named."""
    assert "(rule" in first_page(shown(title))[:60]


def test_without_a_verdict_the_page_says_so_at_once() -> None:
    """In place of the verdict, behind the link, the title and the heading."""
    words = " ".join(first_page(shown("EMPTY")))

    assert words.startswith(
        "Skip to the findings Nothing yet At a glance No verdict: nobody gives a grade. [ours]"
    )


def test_how_to_read_the_page_is_said_once() -> None:
    """On the first page, and not again above the table of all cases."""
    words = " ".join(words_of(shown(ILLUSTRATION)))

    assert words.count(HOW_TO_READ) == 1


# --- what a page needs to be read by everybody ---

DOCUMENT = shown(ILLUSTRATION)


def test_the_language_is_named() -> None:
    """British English."""
    assert DOCUMENT.get("lang") == "en-GB"


def test_the_title_of_the_page_is_that_asked_for() -> None:
    """In the head, and above the page."""
    document = parsed(page(ILLUSTRATION, "For the board"))

    assert document.findtext("head/title") == "For the board"
    assert document.findtext(".//h1") == "For the board"


def test_headings_are_in_order() -> None:
    """One first heading, and none that is two levels below the one before."""
    levels = [int(one.tag[1]) for one in DOCUMENT.iter() if re.fullmatch("h[1-6]", str(one.tag))]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert max(now - was for was, now in pairwise(levels)) == 1


def test_the_page_has_landmarks() -> None:
    """A header, a main part, and in it a list of contents with a name."""
    assert [one.tag for one in DOCUMENT.findall("body/*")] == ["a", "header", "main"]
    assert [one.get("aria-labelledby") for one in DOCUMENT.iter("nav")] == ["contents"]


def test_the_first_link_skips_to_the_findings() -> None:
    """It is the first thing of the page, and what it leads to takes the focus."""
    (first, *_) = DOCUMENT.iter("a")
    findings = DOCUMENT.find(".//section[@id='findings']")

    assert (first.get("href"), first.text) == ("#findings", "Skip to the findings")
    assert findings is not None
    assert findings.get("tabindex") == "-1"


def test_every_link_leads_to_a_place_on_the_page() -> None:
    """And no two places have one name."""
    names = [name for one in DOCUMENT.iter() if (name := one.get("id"))]
    targets = [one.get("href", "") for one in DOCUMENT.iter("a")]

    assert len(names) == len(set(names))
    assert {target.removeprefix("#") for target in targets} <= set(names)
    assert {target[:1] for target in targets} == {"#"}


def test_every_section_is_in_the_contents() -> None:
    """By its title, in order."""
    nav = DOCUMENT.find(".//nav")
    assert nav is not None

    assert [one.text for one in nav.iter("a")] == [
        "All cases",
        *(section.title for section in content(ILLUSTRATION).sections),
    ]


def test_every_table_has_a_caption_and_headers_of_columns_and_rows() -> None:
    """Each column and each row is named."""
    tables = list(DOCUMENT.iter("table"))

    assert tables
    assert all(words_of(one.find("caption")) for one in tables)
    assert {one.get("scope") for one in DOCUMENT.findall(".//thead//th")} == {"col"}
    assert {one.get("scope") for one in DOCUMENT.findall(".//tbody//th")} == {"row"}
    assert {row[0].tag for row in DOCUMENT.findall(".//tbody/tr")} == {"th"}


def test_what_may_be_wider_than_the_page_scrolls_by_keyboard() -> None:
    """Each table stands in a group with a name, which takes the focus."""
    groups = DOCUMENT.findall(".//div[@class='wide']")

    assert {(one.get("role"), one.get("tabindex")) for one in groups} == {("group", "0")}
    assert all(one.get("aria-label") for one in groups)
    assert len(groups) == len(list(DOCUMENT.iter("table")))


# --- what a page must not do ---


def test_the_policy_allows_nothing_but_the_style_of_the_page() -> None:
    """No script, no font, no picture, no network; the style is named by its digest."""
    digest = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = DOCUMENT.find("head/meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None

    assert policy.get("content") == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert DOCUMENT.findtext("head/style") == STYLE


def test_the_page_asks_for_nothing_else() -> None:
    """There is no script, no handler, no frame, and no address but those of the page."""
    attributes = {name for one in DOCUMENT.iter() for name in one.attrib}

    assert {"script", "link", "img", "iframe", "object", "form"}.isdisjoint(
        {one.tag for one in DOCUMENT.iter()}
    )
    assert not [name for name in attributes if name.startswith("on") or name == "src"]
    assert "url(" not in STYLE
    assert "@import" not in STYLE


def luminance(colour: str) -> float:
    """Work out the relative luminance of a colour as WCAG 2 defines it."""
    full = colour if len(colour) == 6 else "".join(one * 2 for one in colour)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(ink: str, paper: str) -> float:
    """Work out the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(ink), luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ink", sorted(set(re.findall(r"[ {;]color: #(\w+)", STYLE))))
@pytest.mark.parametrize("paper", sorted(set(re.findall(r"background: #(\w+)", STYLE))))
def test_every_text_stands_out(ink: str, paper: str) -> None:
    """Any colour of text on any ground has the contrast that WCAG 2 AA asks for."""
    assert contrast(ink, paper) >= 4.5


def test_the_page_is_made_for_paper_too() -> None:
    """The first page stays by itself, rows stay whole, heads of tables come again."""
    paper = STYLE.partition("@media print")[2]

    assert "#summary { break-after: page; }" in paper
    assert "tr, li, figure { break-inside: avoid; }" in paper
    assert "thead { display: table-header-group; }" in paper


# --- without its library ---


def test_without_jinja2_the_error_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the extra that brings it."""
    monkeypatch.setitem(sys.modules, "jinja2", None)  # as Python marks what is not there

    with pytest.raises(MissingExtraError) as caught:
        runpy.run_path(module.__file__)

    assert str(caught.value) == (
        "implsupport.reports.html needs jinja2, which is not installed; install it with: "
        'pip install "implsupport[report]"'
    )
