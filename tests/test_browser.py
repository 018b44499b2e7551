"""Reports and notebook tables in a browser, judged by axe-core.

The browser is Debian's Chromium; axe-core comes with `npm ci --prefix tests/browser`. Run as a
script, this file takes the pictures of the documentation again.
"""

import base64
import io
import json
import re
import runpy
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from selenium.common.exceptions import UnexpectedAlertPresentException
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

from implsupport import cases, cli
from implsupport.appraisal import appraise
from implsupport.reports import html
from implsupport.reports.page import page as without_pictures

pytestmark = pytest.mark.long

HERE = Path(__file__).parent
PICTURES = HERE.parent / "docs" / "pictures"
INJECTION = runpy.run_path(str(HERE / "injection.py"))
NOTEBOOKS = runpy.run_path(str(HERE / "test_notebooks.py"))
STUDIES = runpy.run_path(str(HERE / "reports" / "studies.py"))

CHROMIUM = "/usr/bin/chromium"
DRIVER = "/usr/bin/chromedriver"
OPTIONS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--headless=new",
    "--no-first-run",
    "--no-sandbox",
)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

PHONE, DESK = 360, 1280
PAPER = 680
"""What the margins leave of a sheet of A4, in the pixels of a style sheet."""


# --- the browser ---


def start(profile: str) -> Chrome:
    """Start Chromium with a profile of its own; it keeps a log of what it asks for."""
    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for option in (*OPTIONS, f"--user-data-dir={profile}"):
        options.add_argument(option)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return Chrome(options, Service(DRIVER))


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chrome]:
    """One browser for all tests."""
    with start(str(tmp_path_factory.mktemp("profile"))) as driver:
        driver.set_script_timeout(120)
        yield driver


def show(driver: Chrome, file: Path, width: int = DESK, media: str = "") -> None:
    """Open a page at a width, on a screen or as if on paper."""
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    send(driver, "Emulation.setDeviceMetricsOverride", **size)
    send(driver, "Emulation.setEmulatedMedia", media=media)
    driver.get(file.as_uri())


def send(driver: Any, command: str, **values: object) -> Any:  # noqa: ANN401 -- half untyped
    """Send a command to the tools of the browser."""
    return driver.execute_cdp_cmd(command, values)


def run(driver: Any, script: str, *arguments: object) -> Any:  # noqa: ANN401 -- half untyped
    """Run a script in the page, past its policy, as the tools of the browser do."""
    return driver.execute_script(script, *arguments)


def logged(driver: Any, kind: str) -> list[str]:  # noqa: ANN401 -- half untyped
    """List what one of the logs of the browser says since it was last looked at."""
    return [one["message"] for one in driver.get_log(kind)]


@cache
def beside(name: str) -> str:
    """Read a script of the tests."""
    return (HERE / "browser" / name).read_text(encoding="utf-8")


def judged(driver: Chrome) -> dict[str, list[str]]:
    """Let axe-core judge the page: faults, what it leaves open, and the rules that pass."""
    run(driver, beside("node_modules/axe-core/axe.min.js"))
    patient: Any = driver
    found: dict[str, list[str]] = patient.execute_async_script(beside("axe.js"), RULES)
    return found


def asked(driver: Chrome) -> list[str]:
    """List the addresses that the browser asked for since it was last looked at."""
    messages = [json.loads(one)["message"] for one in logged(driver, "performance")]
    sent = [one["params"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    return [one["request"]["url"] for one in sent]


def complaints(driver: Chrome) -> list[str]:
    """List what the console says since it was last looked at."""
    return logged(driver, "browser")


# --- the pages ---

REPORTS = ("built-in", "illustration", "FIFTY", "EMPTY", "GAPS")
WITH_PICTURES = ("built-in", "illustration", "FIFTY")


@cache
def written(name: str, folder: Path) -> Path:
    """Write the report of a study that has a name, once: on the command line, or here."""
    file = folder / f"{name}.html"
    if name in STUDIES:
        file.write_text(html(appraise(STUDIES[name])), encoding="utf-8")
    else:
        cli.main(["report", name, "-o", str(file)])
    return file


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all pages."""
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="session", params=REPORTS)
def report(request: pytest.FixtureRequest, folder: Path) -> Path:
    """One report after the other."""
    return written(request.param, folder)


# --- what the tests would notice ---

BAD = """<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy"
content="default-src 'none'"><title></title></head><body><img src="elsewhere.png">
<table width="3000"><tr><td>wide</td></tr></table><script>alert(1)</script>
<svg><rect width="200" height="99"/><text y="50" fill="#333">faint</text></svg></body></html>"""


def bad(folder: Path, text: str = BAD) -> Path:
    """Write a page with faults."""
    file = folder / "bad.html"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_bad_page_would_be_noticed(browser: Chrome, folder: Path) -> None:
    """By axe-core, by the width, by the console and by the letters of its picture."""
    complaints(browser)
    show(browser, bad(folder), PHONE)
    told = complaints(browser)
    faults = {one.partition(":")[0] for one in judged(browser)["faults"]}

    assert {"image-alt", "html-has-lang", "document-title"} <= faults
    assert len([one for one in told if "Content Security Policy" in one]) >= 2
    assert widths(browser)[0] > widths(browser)[1]
    assert [one[5:] for one in run(browser, beside("contrast.js"))["weak"]] == [" faint"]


def test_a_dialog_would_be_noticed(browser: Chrome, folder: Path) -> None:
    """If there were no policy to keep the script from running."""
    show(browser, bad(folder, "<script>alert(1)</script>"))

    with pytest.raises(UnexpectedAlertPresentException):
        run(browser, "return 1")


def test_what_a_page_asks_for_would_be_noticed(browser: Chrome, folder: Path) -> None:
    """If there were no policy to keep it from asking."""
    file = bad(folder, '<img src="elsewhere.png">')
    asked(browser)
    show(browser, file)

    assert asked(browser) == [file.as_uri(), (folder / "elsewhere.png").as_uri()]
    assert complaints(browser)


# --- everybody can read it ---


def test_axe_finds_no_fault_on_a_telephone(browser: Chrome, report: Path) -> None:
    """Where tables and pictures are wider than the screen."""
    show(browser, report, PHONE)
    found = judged(browser)

    assert found["faults"] == []
    assert len(found["passed"]) > 25


def test_axe_finds_no_fault_on_a_desk_and_leaves_nothing_open(
    browser: Chrome, report: Path
) -> None:
    """But for the letters in pictures, which another test looks at."""
    show(browser, report)
    found = judged(browser)

    assert found["faults"] == []
    assert found["open"] == []
    assert len(found["passed"]) > 25


def test_axe_finds_no_fault_on_paper(browser: Chrome, report: Path) -> None:
    """As it is printed."""
    show(browser, report, PAPER, "print")
    found = judged(browser)

    assert found["faults"] == []
    assert len(found["passed"]) > 25


@pytest.mark.parametrize("name", WITH_PICTURES)
def test_the_letters_of_pictures_stand_out(browser: Chrome, folder: Path, name: str) -> None:
    """By 4.5 to 1 from what is painted behind them."""
    show(browser, written(name, folder))
    found = run(browser, beside("contrast.js"))

    assert found["weak"] == []
    assert found["judged"] > 100


def levels(driver: Chrome) -> list[int]:
    """List the levels of the headings, as the browser tells them to a screen reader."""
    root = send(driver, "DOM.getDocument", depth=0)["root"]["nodeId"]
    headings = send(driver, "Accessibility.queryAXTree", nodeId=root, role="heading")["nodes"]
    return [
        item["value"]["value"]
        for heading in headings
        for item in heading["properties"]
        if item["name"] == "level"
    ]


def test_headings_are_in_order(browser: Chrome, report: Path) -> None:
    """One first heading, and none two levels below the one before."""
    show(browser, report)
    found = levels(browser)

    assert found.count(1) == 1
    assert found[0] == 1
    assert {now - was for was, now in pairwise(found) if now > was} == {1}


# --- it fits ---


def widths(driver: Chrome) -> tuple[int, int]:
    """Measure what the page takes and what there is."""
    taken, there = run(
        driver,
        "const {scrollWidth, clientWidth} = document.documentElement;"
        "return [scrollWidth, clientWidth]",
    )
    return taken, there


@pytest.mark.parametrize("width", [320, PHONE])
def test_the_page_does_not_scroll_sideways(browser: Chrome, report: Path, width: int) -> None:
    """Only tables and pictures do, each for itself."""
    show(browser, report, width)
    taken, there = widths(browser)

    assert there <= width
    assert taken <= there


BEYOND = """
const edge = document.documentElement.clientWidth + 1;
return [...document.querySelectorAll("table, svg, h1, h2, h3, h4, p, li")]
  .filter((one) => one.getBoundingClientRect().right > edge)
  .map((one) => one.outerHTML.slice(0, 80));
"""


def test_nothing_is_cut_off_on_paper(browser: Chrome, report: Path) -> None:
    """Where nothing scrolls."""
    show(browser, report, PAPER, "print")

    assert run(browser, BEYOND) == []


def printed(driver: Chrome) -> bytes:
    """Print the page as a PDF, on the paper that the page names."""
    return base64.b64decode(send(driver, "Page.printToPDF", preferCSSPageSize=True)["data"])


def test_the_page_prints_on_sheets_of_a4(browser: Chrome, report: Path) -> None:
    """As many as it takes, each of one size."""
    show(browser, report)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", printed(browser))

    assert len(boxes) > 1
    assert {(round(float(x)), round(float(y))) for x, y in boxes} == {(595, 842)}


# --- it works by keyboard ---

STOPS = """
window.stops = [];
addEventListener("focusin", (event) => window.stops.push(event.target));
return document.querySelectorAll("a, .wide").length;
"""
MISSED = """
const all = [...document.querySelectorAll("a, .wide")];
return all
  .filter((one, place) => window.stops[place] !== one || !(one.ariaLabel ?? one.textContent).trim())
  .map((one) => one.outerHTML);
"""


def press(driver: Chrome, keys: str) -> None:
    """Press keys, wherever the focus is."""
    driver.switch_to.active_element.send_keys(keys)


def test_the_first_stop_skips_to_the_findings(browser: Chrome, report: Path) -> None:
    """The link comes into sight, and then the findings have the focus."""
    show(browser, report)
    press(browser, Keys.TAB)
    text = browser.switch_to.active_element.text
    place = run(browser, "return document.activeElement.getBoundingClientRect().top")
    press(browser, Keys.ENTER)

    assert text == "Skip to the findings"
    assert place >= 0
    assert browser.switch_to.active_element.get_attribute("id") == "findings"


def test_every_link_and_every_table_is_a_stop(browser: Chrome, report: Path) -> None:
    """In the order of the page, each with a name."""
    show(browser, report, PHONE)
    press(browser, Keys.TAB * run(browser, STOPS))

    assert run(browser, MISSED) == []


OVERFLOWING = """
const wide = [...document.querySelectorAll(".wide")];
const found = wide.find((one) => one.scrollWidth > one.clientWidth);
found.focus();
return found;
"""


def test_what_is_wider_than_the_page_scrolls_by_keyboard(browser: Chrome, folder: Path) -> None:
    """By the arrow keys, once it has the focus."""
    show(browser, written("GAPS", folder), PHONE)
    region = run(browser, OVERFLOWING)
    press(browser, Keys.ARROW_RIGHT * 3)
    wait = WebDriverWait(browser, 5)

    assert wait.until(lambda _: region.get_property("scrollLeft"))


# --- it keeps to itself ---


def test_a_page_asks_for_nothing_but_itself(browser: Chrome, report: Path) -> None:
    """And nothing in it is against its own policy."""
    asked(browser)
    complaints(browser)
    show(browser, report)

    assert asked(browser) == [report.as_uri()]
    assert complaints(browser) == []


# --- what is put into a study is text ---

ELEMENTS = """
return [...document.querySelectorAll("*")]
  .map((one) => [one.localName, ...one.getAttributeNames().sort()].join(" "));
"""


def squeezed(text: str) -> str:
    """Draw blanks together."""
    return " ".join(text.split())


def read(driver: Chrome) -> str:
    """Give the text of the page."""
    return squeezed(run(driver, "return document.body.textContent"))


def opened(driver: Chrome, folder: Path, text: str) -> tuple[Counter[str], str]:
    """Open the page of a study that has a text everywhere: its elements, and what it says."""
    appraisal = INJECTION["appraisal_of"](text)
    file = folder / "text.html"
    file.write_text(without_pictures(appraisal, appraisal.title), encoding="utf-8")
    show(driver, file)
    return Counter(run(driver, ELEMENTS)), read(driver)


@pytest.fixture(scope="session")
def harmless(browser: Chrome, folder: Path) -> Counter[str]:
    """Count the elements of a page with a word everywhere."""
    return opened(browser, folder, "word")[0]


@pytest.mark.parametrize("text", INJECTION["TAKEN"])
def test_what_is_put_into_a_study_is_text(
    browser: Chrome, folder: Path, harmless: Counter[str], text: str
) -> None:
    """It is read, and the page has the elements of one with a harmless word; nothing else opens."""
    complaints(browser)
    elements, said = opened(browser, folder, text)

    assert elements == harmless
    assert said.count(squeezed(text)) > 50
    assert complaints(browser) == []


def test_what_is_put_into_a_study_is_text_in_pictures(browser: Chrome, folder: Path) -> None:
    """All texts one after the other, in every field: no element that is not in every report."""
    file = folder / "texts.html"
    appraisal = INJECTION["appraisal_of"](" ".join(INJECTION["TAKEN"]))
    file.write_text(html(appraisal), encoding="utf-8")
    show(browser, written("illustration", folder))
    usual = {*run(browser, ELEMENTS)}
    complaints(browser)
    show(browser, file)

    assert {*run(browser, ELEMENTS)} <= usual
    assert complaints(browser) == []


# --- notebooks ---


def notebook(*parts: str) -> str:
    """Put what a notebook shows into a page that has nothing else."""
    return (
        '<!DOCTYPE html><html lang="en"><head><title>Notebook</title></head>'
        f"<body><main><h1>Notebook</h1>{''.join(parts)}</main></body></html>"
    )


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_no_fault_in_what_notebooks_show(
    browser: Chrome, folder: Path, width: int
) -> None:
    """Every result of the illustration, one below the other."""
    file = folder / "notebook.html"
    tables = [*NOTEBOOKS["shown"](appraise(cases.illustration()))]
    file.write_text(notebook(*tables), encoding="utf-8")
    show(browser, file, width)
    found = judged(browser)

    assert len(tables) > 30
    assert (found["faults"], found["open"]) == ([], [])


def test_what_notebooks_show_is_text(browser: Chrome, folder: Path) -> None:
    """Each text as title, grade, anchor and gloss."""
    file = folder / "notebook.html"
    tables = [NOTEBOOKS["own_card"](text)._repr_html_() for text in INJECTION["TAKEN"]]
    file.write_text(notebook(*tables), encoding="utf-8")
    show(browser, file)
    names = {one.partition(" ")[0] for one in run(browser, ELEMENTS)}
    said = read(browser)

    assert names - NOTEBOOKS["TAGS"] == {"html", "head", "title", "body", "main", "h1"}
    assert [text for text in INJECTION["TAKEN"] if squeezed(text) not in said] == []


# --- the pictures of the documentation ---

SHOTS = {
    "report-first-page": "header, #summary",
    "report-grades": "#pictures figure:nth-of-type(5)",
}
FRAME = """
const parts = [...document.querySelectorAll(arguments[0])];
const boxes = parts.map((one) => one.getBoundingClientRect());
const top = Math.min(...boxes.map((box) => box.top));
return [top, Math.max(...boxes.map((box) => box.bottom)) - top];
"""


def shot(driver: Chrome, parts: str, width: int) -> bytes:
    """Take a picture of some parts of a page, over its whole width, in few colours."""
    top, height = run(driver, FRAME, parts)
    clip = {"x": 0, "y": top - 16, "width": width, "height": height + 32, "scale": 1}
    taken = send(driver, "Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
    picture = Image.open(io.BytesIO(base64.b64decode(taken))).convert("RGB").quantize(48)
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def pictures(driver: Chrome, folder: Path, width: int = 1000) -> dict[str, bytes]:
    """Take the pictures of the illustration."""
    show(driver, written("illustration", folder), width)
    return {name: shot(driver, parts, width) for name, parts in SHOTS.items()}


def test_the_pictures_of_the_documentation_can_be_taken_again(
    browser: Chrome, folder: Path
) -> None:
    """They are kept, and small."""
    taken = pictures(browser, folder)
    kept = {name: (PICTURES / f"{name}.png").read_bytes() for name in SHOTS}

    assert {one[:4] for one in (*taken.values(), *kept.values())} == {b"\x89PNG"}
    assert max(map(len, kept.values())) < 100_000


def main() -> None:
    """Take the pictures of the documentation."""
    with tempfile.TemporaryDirectory() as place, start(f"{place}/profile") as driver:
        for name, content in pictures(driver, Path(place)).items():
            (PICTURES / f"{name}.png").write_bytes(content)


if __name__ == "__main__":
    main()
