"""The codebook: every word with its gloss and source."""

import json
import pickle
import pkgutil
import re
from importlib import import_module

import attrs
import pytest

from implsupport import evaluation, frameworks, matland, success, terms, vocabulary
from implsupport.codebook import (
    FRAMEWORK,
    SCHEMA,
    VOCABULARIES,
    Entry,
    as_json,
    as_markdown,
    codebook,
)
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Matrix
from implsupport.sources import BIBLIOGRAPHY, cite
from implsupport.terms import Gap, Scale, Term

MODULES = [
    import_module(f"{frameworks.__name__}.{one.name}")
    for one in pkgutil.iter_modules(frameworks.__path__)
]


class Colour(Scale):
    """How dark a thing is."""

    LIGHT = "light", "lets <b>light</b> through"
    DARK = "dark", "stops it | all\nof it", "DARK"


class Size(Term, source=cite("matland-1995", "p. 1", status="adapted")):  # noqa: D101 -- the subject of a test
    SMALL = "small", "not large"


FLAG: Matrix[Colour, Size, str] = Matrix(
    key="flag",
    title="Flags",
    rows=Colour,
    cols=Size,
    cells={Colour.LIGHT: ("a",), Colour.DARK: ("b",)},
)


def entry(key: str, vocabulary: str) -> Entry:
    """Find one entry of the whole codebook."""
    return next(one for one in codebook() if (one.key, one.vocabulary) == (key, vocabulary))


EVALUATION = [
    import_module(f"implsupport.evaluation.{found.name}")
    for found in pkgutil.iter_modules(evaluation.__path__)
]


def test_every_framework_module_is_walked() -> None:
    """A module of frameworks is in the list of its package, and so found."""
    listed = {name for name in frameworks.__all__ if name != "CATALOGUE"}

    assert {module.__name__.rpartition(".")[2] for module in MODULES} == listed


def test_every_public_vocabulary_is_found() -> None:
    """Those of the kernel, of every framework module and of every module of evaluation."""
    declared = {
        value
        for module in [terms, vocabulary, *MODULES, *EVALUATION]
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Term) and len(value)
    }

    assert set(VOCABULARIES) == declared
    assert len(VOCABULARIES) == len(declared)


def test_no_two_vocabularies_share_a_name() -> None:
    """Keys are kept under the name of their vocabulary."""
    names = [words.__name__ for words in VOCABULARIES]

    assert len(set(names)) == len(names)


def test_the_codebook_has_every_framework_and_every_term() -> None:
    """Frameworks first, then term by term in the order of each vocabulary."""
    expected = [(FRAMEWORK, framework.key) for framework in CATALOGUE]
    expected += [(words.__name__, term.key) for words in VOCABULARIES for term in words]

    assert [(one.vocabulary, one.key) for one in codebook()] == expected


def test_a_term_is_entered_with_all_that_it_says() -> None:
    """The status has a place of its own, outside the citation."""
    assert entry("may-be-required", "Need") == Entry(
        vocabulary="Need",
        about=(
            "How strongly a hypothesis calls for a feature of support, in the report's own verbs."
        ),
        ordered=False,
        key="may-be-required",
        label="may be required",
        gloss="the model may also require the feature",
        printed="may also require",
        source="Care Act report (draft interim report), pp. 18-19",
        status="adapted",
    )


def test_a_framework_is_entered_with_what_it_crosses() -> None:
    """Its title is what people read."""
    found = entry("success", FRAMEWORK)

    assert (found.label, found.gloss) == (success.SUCCESS.title, "Criterion × Attainment")
    assert found.source.endswith("Table 7, p. 46, adapted there from mcconnell-2015")
    assert (found.ordered, found.status) == (False, "source")


@pytest.mark.parametrize(
    ("key", "name", "ordered"),
    [("relative-success", "Attainment", True), ("legitimacy", "Criterion", False)],
)
def test_the_words_of_a_scale_stand_in_order(key: str, name: str, ordered: bool) -> None:  # noqa: FBT001 -- a value expected, not a switch
    """Those of any other vocabulary do not."""
    assert entry(key, name).ordered is ordered


def test_words_without_a_source_are_ours() -> None:
    """They have no citation."""
    found = entry("not-assessed", "Gap")

    assert (found.source, found.status) == ("", "ours")


def test_a_framework_brings_its_own_vocabularies() -> None:
    """One that is not in the catalogue is entered with its rows and columns."""
    entries = codebook([], frameworks=[FLAG])

    assert [(one.vocabulary, one.key) for one in entries] == [
        ("framework", "flag"),
        ("Colour", "light"),
        ("Colour", "dark"),
        ("Size", "small"),
    ]
    assert (entries[0].source, entries[0].status) == ("", "ours")


def test_a_framework_brings_the_vocabulary_of_its_cells() -> None:
    """Once, however many cells it fills."""
    entries = codebook([], frameworks=[matland.MATLAND])

    assert [one.key for one in entries if one.vocabulary == "Implementation"] == [
        "administrative",
        "political",
        "experimental",
        "symbolic",
    ]


def test_a_vocabulary_is_entered_once() -> None:
    """At the place where it is first named."""
    entries = codebook([Size, Colour, Size], frameworks=[FLAG])

    assert [one.key for one in entries] == ["flag", "small", "light", "dark"]


def test_a_vocabulary_may_say_nothing_of_itself() -> None:
    """Then nothing is made up."""
    assert [one.about for one in codebook([Size], frameworks=[])] == [""]


def statuses(words: type[Term]) -> set[str]:
    """Say whose words the glosses of a vocabulary are in."""
    return {one.gloss_status for one in codebook([words], frameworks=[])}


@pytest.mark.parametrize(
    ("key", "vocabulary", "status", "gloss_status"),
    [
        ("conflicted-attainment", "Attainment", "source", "ours"),
        ("capacity-building", "Purpose", "source", "adapted"),
        ("required", "Need", "adapted", "ours"),
        ("enacted", "LocalUniversality", "adapted", "source"),
        ("failure", "SpectrumEnd", "source", "source"),
        ("success", "SpectrumEnd", "source", "ours"),
        ("agencies-comply", "SuccessDefinition", "source", "ours"),
        ("matland", "framework", "source", "ours"),
        ("not-stated", "Gap", "ours", "ours"),
    ],
)
def test_a_gloss_has_a_status_of_its_own(
    key: str, vocabulary: str, status: str, gloss_status: str
) -> None:
    """A source may print a word that it does not define."""
    found = entry(key, vocabulary)

    assert (found.status, found.gloss_status) == (status, gloss_status)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("the glosses are ours", "ours"),
        ("so are the glosses", "ours"),
        ("the glosses are printed", "source"),
        ("the glosses are condensed", "adapted"),
    ],
)
def test_the_codebook_says_of_glosses_what_their_vocabulary_says(words: str, status: str) -> None:
    """The docstring of a vocabulary tells whose words it has."""
    saying = [one for one in VOCABULARIES if words in " ".join((one.__doc__ or "").split())]

    assert saying
    assert set().union(*map(statuses, saying)) == {status}


def test_what_no_page_prints_is_never_said_to_be_printed() -> None:
    """A vocabulary without a source has no glosses of one."""
    own = [one for one in VOCABULARIES if one.source is None or one.source.status == "ours"]

    assert set().union(*map(statuses, own)) == {"ours"}


def test_every_work_that_a_citation_names_is_in_the_bibliography() -> None:
    """A place such as "p. 8, after king-crewe-2013" leads on to a work."""
    named = {key for one in codebook() for key in re.findall(r"[a-z-]+-\d{4}", one.source)}

    assert "king-crewe-2013" in named
    assert named - {work.key for work in BIBLIOGRAPHY} == set()


def test_an_entry_cannot_be_changed_hashes_and_pickles() -> None:
    """An entry is a value."""
    found = entry("low", "Ambiguity")

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 -- our own bytes
    assert hash(found) == hash(entry("low", "Ambiguity"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(found, "gloss", "")  # noqa: B010 -- the type checkers refuse it as written


def test_json_holds_every_entry_with_its_fields_in_order() -> None:
    """The form has a name, so that programs can tell one form from the next."""
    read = json.loads(as_json(codebook([Colour], frameworks=[])))

    assert list(read) == ["schema", "entries"]
    assert read["schema"] == SCHEMA
    assert list(read["entries"][1].items()) == [
        ("vocabulary", "Colour"),
        ("about", "How dark a thing is."),
        ("ordered", True),
        ("key", "dark"),
        ("label", "dark"),
        ("gloss", "stops it | all\nof it"),
        ("printed", "DARK"),
        ("source", ""),
        ("status", "ours"),
        ("gloss_status", "ours"),
    ]


def test_json_keeps_letters_as_they_are() -> None:
    """What the page prints can be read in the file."""
    assert "‘wrecked the lives of ordinary people’" in as_json(codebook())


def test_markdown_has_a_section_a_vocabulary_and_a_row_a_term() -> None:
    """What would break a table or be taken for a tag is written so that it does not."""
    assert as_markdown(codebook([Colour, Size], frameworks=[FLAG])) == (
        "# Codebook\n"
        "\n"
        "## Frameworks\n"
        "\n"
        "| key | title | crosses | source |\n"
        "|---|---|---|---|\n"
        "| flag | Flags | Colour × Size | (ours) |\n"
        "\n"
        "## Colour\n"
        "\n"
        "How dark a thing is. In order, least to most. (ours)\n"
        "\n"
        "| key | gloss | gloss is | printed |\n"
        "|---|---|---|---|\n"
        "| light | lets &lt;b>light&lt;/b> through | ours |  |\n"
        "| dark | stops it \\| all of it | ours | DARK |\n"
        "\n"
        "## Size\n"
        "\n"
        "Matland (1995), p. 1 (adapted)\n"
        "\n"
        "| key | gloss | gloss is | printed |\n"
        "|---|---|---|---|\n"
        "| small | not large | ours |  |\n"
    )


def test_markdown_has_every_term_of_the_codebook() -> None:
    """One row each."""
    text = as_markdown(codebook())
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    headings = [row for row in rows if row.startswith("| key |")]

    assert len(rows) - len(headings) == len(codebook())


def test_the_gaps_are_words_of_the_codebook() -> None:
    """A coder may give one in place of any grade."""
    found = [one.key for one in codebook() if one.vocabulary == "Gap"]

    assert found == [gap.key for gap in Gap]
