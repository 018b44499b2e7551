"""`implsupport codebook`."""

from pathlib import Path

import attrs
import pytest

from implsupport import codebook
from implsupport.cli import main
from implsupport.cli.codebook import as_text
from implsupport.frameworks import degrees, success


@pytest.mark.parametrize(
    ("arguments", "write"),
    [
        ([], as_text),
        (["--format", "text"], as_text),
        (["--format", "markdown"], codebook.as_markdown),
        (["--format", "json"], codebook.as_json),
    ],
    ids=["by itself", "text", "markdown", "json"],
)
def test_the_codebook_is_printed(
    arguments: list[str], write: object, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every vocabulary with its terms; text unless another form is asked for."""
    assert main(["codebook", *arguments]) == 0
    assert callable(write)
    assert capsys.readouterr().out == write(codebook.codebook())


@pytest.mark.parametrize(("name", "begins"), [("a.md", "# Codebook\n"), ("a.json", "{\n")])
def test_the_ending_of_the_file_says_the_form(name: str, begins: str, tmp_path: Path) -> None:
    """As for a report."""
    assert main(["codebook", "-o", str(tmp_path / name)]) == 0

    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_as_text_it_can_be_read_on_a_terminal() -> None:
    """No line is wider than 80 columns, and each term of each vocabulary is there."""
    text = as_text(codebook.codebook())
    lines = text.splitlines()
    keys = {line.split()[1].rstrip(":") for line in lines if line.startswith("- ")}

    assert max(map(len, lines)) <= 80
    assert keys == {entry.key for entry in codebook.codebook()}


def test_a_gloss_of_another_status_than_its_word_says_so() -> None:
    """The word is printed and its meaning ours; where both are printed, nothing is said twice."""
    words = [degrees.SpectrumEnd, success.Attainment]
    text = " ".join(as_text(codebook.codebook(words, frameworks=[])).split())

    assert "- failure: absolute non-achievement -" in text
    assert "does not define it [gloss: ours]" in text
    assert "largely not attained [gloss: ours; printed: RELATIVE FAILURE]" in text


def test_a_word_without_a_gloss_has_no_status_of_one() -> None:
    """Nothing is told of what is not there."""
    [bare] = [
        attrs.evolve(one, gloss="", gloss_status="adapted") for one in codebook.codebook()[-1:]
    ]

    assert as_text([bare]).rstrip().endswith(f"- {bare.key}")
