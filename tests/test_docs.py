"""The documentation: every Python block in it runs and prints what it says it prints."""

import doctest
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LANGUAGES = {"python", "sh", "text", "toml", "yaml"}
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path) -> list[tuple[str, str]]:
    """List the fenced blocks of a page, each with its language."""
    return FENCE.findall(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_of_a_page_run(page: Path) -> None:
    """All blocks of a page are one session."""
    session = "\n".join(code for language, code in blocks(page) if language == "python")
    example = doctest.DocTestParser().get_doctest(session, {}, page.name, str(page), 0)
    result = doctest.DocTestRunner(optionflags=OPTIONS).run(example)

    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_block_of_a_page_is_skipped_in_silence(page: Path) -> None:
    """A block is Python with a prompt, a shell command, data, or output that says so."""
    unnamed = [code for language, code in blocks(page) if language not in LANGUAGES]
    silent = [c for language, c in blocks(page) if language == "python" and c[:4] != ">>> "]

    assert unnamed + silent == []
