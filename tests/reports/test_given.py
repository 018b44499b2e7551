"""What the functions of reports take, and what they say of anything else."""

from collections.abc import Callable
from typing import Any

import pytest

from implsupport import cases
from implsupport.appraisal import Appraisal, appraise
from implsupport.errors import ImplSupportError, UnknownTermError
from implsupport.records import Study
from implsupport.reports import content, html, markdown, text

NOTHING = appraise(Study(title="Nothing"))
FUNCTIONS: dict[str, Callable[[Any], object]] = {
    "content": content,
    "html": html,
    "markdown": markdown,
    "text": text,
}
TAKEN: dict[str, str] = {
    "content": "appraisal; expected an Appraisal, which implsupport.appraisal.appraise(study)",
    "html": "appraisal; expected an Appraisal, which implsupport.appraisal.appraise(study)",
    "markdown": "section; expected a Section, which implsupport.reports.content(appraisal)",
    "text": "section; expected a Section, which implsupport.reports.content(appraisal)",
}
STRANGERS: list[object] = [None, "report.html", 3, [], {}, Appraisal, cases.illustration()]


@pytest.mark.parametrize("name", FUNCTIONS)
@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda one: type(one).__name__)
def test_what_no_function_takes_is_refused_by_name(name: str, stranger: object) -> None:
    """Nothing, text, a number, a study, a class: with what is expected and what makes it."""
    with pytest.raises(UnknownTermError) as caught:
        FUNCTIONS[name](stranger)

    assert str(caught.value).startswith(f"reports.{name}: {caught.value.given} is not a value of")
    assert f"is not a value of {TAKEN[name]} gives" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("content", content(NOTHING)),
        ("html", content(NOTHING)),
        ("markdown", NOTHING),
        ("text", NOTHING),
    ],
)
def test_what_another_function_takes_is_refused_too(name: str, given: object) -> None:
    """A section where an appraisal is taken, and the other way round."""
    with pytest.raises(UnknownTermError, match=r"^reports\.\w+: (Section|Appraisal)\("):
        FUNCTIONS[name](given)


def test_the_sentence_is_whole() -> None:
    """What was given, of what, what is expected and what makes it."""
    with pytest.raises(ImplSupportError) as caught:
        FUNCTIONS["html"]("study.yaml")

    assert str(caught.value) == (
        "reports.html: 'study.yaml' is not a value of appraisal; expected an Appraisal, which "
        "implsupport.appraisal.appraise(study) gives"
    )


@pytest.mark.parametrize("title", [3, b"Ours", ["Ours"], content])
def test_a_title_is_text(title: Any) -> None:  # noqa: ANN401 -- whatever a caller may give
    """Or left out."""
    with pytest.raises(UnknownTermError) as caught:
        html(NOTHING, title=title)

    assert "is not a value of title; expected text, or None for the title of the study" in str(
        caught.value
    )
