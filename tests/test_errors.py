"""The errors: one tree, facts as fields, the sentence on demand."""

import pickle

import pytest

from implsupport import errors
from implsupport.errors import (
    DocumentError,
    DocumentFinding,
    FrameError,
    FrameFinding,
    FrameworkError,
    ImplSupportError,
    IncompleteError,
    MissingExtraError,
    UnknownKeyError,
    UnknownTermError,
    nearest,
    shown,
)

UNKNOWN_TERM = UnknownTermError("'hihg'", "Ambiguity", ("low", "high"), "high")
FRAMEWORK = FrameworkError("crops", ("no row for 'wet'", "'arid' is not a row"))
INCOMPLETE = IncompleteError("success", ("clarity", "politics"))
UNKNOWN_KEY = UnknownKeyError("'matland'", "source", ("gold-2014", "matland-1995"), "matland-1995")
NO_YEAR = DocumentFinding("form", "study.yaml:3:9", "policies[0].year", "'old' is not a year")
NO_FILE = DocumentFinding("file", "study.yaml:1:1", "", "the file cannot be read")
DOCUMENT = DocumentError((NO_YEAR, NO_FILE), more=1200)
NO_TEXT = FrameFinding("type", "clarity", "holds Int64, not text or categories")
NO_ENGINE = FrameFinding("engine", None, "lazy frames of ibis are not read")
FRAME = FrameError((NO_TEXT, NO_ENGINE), more=1200)
MISSING_EXTRA = MissingExtraError("implsupport.plots", "matplotlib", "plot")

ONE_OF_EACH = [UNKNOWN_TERM, FRAMEWORK, INCOMPLETE, UNKNOWN_KEY, DOCUMENT, FRAME, MISSING_EXTRA]

SENTENCES = [
    (
        UNKNOWN_TERM,
        "'hihg' is not a term of Ambiguity; expected one of 'low', 'high'; did you mean 'high'?",
    ),
    (
        UnknownTermError("7", "Ambiguity", ("low", "high")),
        "7 is not a term of Ambiguity; expected one of 'low', 'high'",
    ),
    (
        UnknownTermError("7", "Ambiguity", ("low", "high"), where="clarity"),
        "clarity: 7 is not a term of Ambiguity; expected one of 'low', 'high'",
    ),
    (
        UnknownTermError("2", "Conflict", ("a number from 0 to 1",), noun="degree"),
        "2 is not a degree of Conflict; expected a number from 0 to 1",
    ),
    (
        UnknownTermError("7", "Extent", ("no", "yes"), also=("first more", "second more")),
        (
            "7 is not a term of Extent; expected one of 'no', 'yes'; also: first more; "
            "also: second more"
        ),
    ),
    (
        DOCUMENT,
        (
            "study.yaml:3:9: policies[0].year: 'old' is not a year\n"
            "study.yaml:1:1: the file cannot be read\n"
            "and 1,200 more"
        ),
    ),
    (DocumentError((NO_FILE,)), "study.yaml:1:1: the file cannot be read"),
    (
        FRAME,
        (
            "column 'clarity': holds Int64, not text or categories\n"
            "lazy frames of ibis are not read\n"
            "and 1,200 more"
        ),
    ),
    (FrameError((NO_ENGINE,)), "lazy frames of ibis are not read"),
    (FRAMEWORK, "'crops' cannot be used: no row for 'wet'; 'arid' is not a row"),
    (
        INCOMPLETE,
        (
            "no rating for 'clarity', 'politics' of rubric 'success'; rate them, give a gap with "
            "its reason, or pass partial=True"
        ),
    ),
    (
        IncompleteError("success", repeated=("clarity",)),
        "'clarity' given twice to 'success'; keep one of each",
    ),
    (
        IncompleteError("success", ("politics",), ("clarity",)),
        (
            "no rating for 'politics' of rubric 'success'; rate them, give a gap with its reason, "
            "or pass partial=True; 'clarity' given twice to 'success'; keep one of each"
        ),
    ),
    (
        UNKNOWN_KEY,
        "no source 'matland'; there are 'gold-2014', 'matland-1995'; did you mean 'matland-1995'?",
    ),
    (UnknownKeyError("'x'", "policy", ("hwb",)), "no policy 'x'; there are 'hwb'"),
    (UnknownKeyError("'x'", "policy", ()), "no policy 'x'; there are none"),
    (
        UnknownKeyError("'x'", "policy", ("hwb",), also=("one more", "two more"), where="row 3"),
        "row 3: no policy 'x'; there are 'hwb'; also: one more; also: two more",
    ),
    (
        UnknownKeyError("'x'", "case", tuple("abcdefghijkl"), "l"),
        (
            "no case 'x'; there are 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'; "
            "did you mean 'l'?"
        ),
    ),
    (
        UnknownKeyError("'x'", "case", tuple("abcdefghijklmn"), "n"),
        (
            "no case 'x'; there are 'n', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k' "
            "and 2 more; did you mean 'n'?"
        ),
    ),
    (
        MISSING_EXTRA,
        (
            "implsupport.plots needs matplotlib, which is not installed; install it with: "
            'pip install "implsupport[plot]"'
        ),
    ),
]


@pytest.mark.parametrize(
    ("refined", "builtin"),
    [
        (UnknownTermError, ValueError),
        (FrameworkError, ValueError),
        (IncompleteError, ValueError),
        (UnknownKeyError, LookupError),
        (DocumentError, ValueError),
        (FrameError, ValueError),
        (MissingExtraError, ImportError),
    ],
)
def test_every_error_refines_a_builtin(refined: type[Exception], builtin: type[Exception]) -> None:
    """One `except ImplSupportError` is enough, and so is the builtin."""
    assert issubclass(refined, ImplSupportError)
    assert issubclass(refined, builtin)


@pytest.mark.parametrize(("error", "sentence"), SENTENCES)
def test_an_error_says_its_facts_in_one_sentence(error: ImplSupportError, sentence: str) -> None:
    """What was given, of what, what was expected, the nearest match, the way out."""
    assert str(error) == sentence


@pytest.mark.parametrize("error", ONE_OF_EACH)
def test_an_error_survives_pickling(error: ImplSupportError) -> None:
    """An error raised in another process arrives with its facts and its sentence."""
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes

    assert type(copy) is type(error)
    assert copy.args == error.args
    assert str(copy) == str(error)


def test_several_findings_make_one_error() -> None:
    """The first finding stays an error with its facts, the others follow as sentences."""
    high = UnknownTermError("'hihg'", "Ambiguity", ("low", "high"), "high", where="ambiguity")
    seven = UnknownTermError("7", "Conflict", ("low", "high"), where="conflict")

    together = UnknownTermError.together([high, seven])

    assert (together.given, together.where, together.nearest) == ("'hihg'", "ambiguity", "high")
    assert str(together) == (
        "ambiguity: 'hihg' is not a term of Ambiguity; expected one of 'low', 'high'; did you mean "
        "'high'?; also: conflict: 7 is not a term of Conflict; expected one of 'low', 'high'"
    )


def test_an_error_takes_a_note_and_a_cause() -> None:
    """An error can be raised from another and annotated on its way up."""
    cause = KeyError("x")

    with pytest.raises(UnknownKeyError) as caught:
        raise UnknownKeyError("'x'", "policy", ()) from cause
    caught.value.add_note("in row 3")

    assert caught.value.__cause__ is cause
    assert caught.value.__notes__ == ["in row 3"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("hihg", "'hihg'"),
        (0.5, "0.5"),
        (None, "None"),
        ("line\nbreak", "'line\\nbreak'"),
        ("x" * 78, "'" + "x" * 78 + "'"),
        ("x" * 79, "'" + "x" * 78 + "…"),
        (list(range(100)), repr(list(range(100)))[:79] + "…"),
    ],
)
def test_a_value_is_shown_as_its_repr_cut_at_80_characters(value: object, text: str) -> None:
    """A message stays one line however large the value is."""
    assert shown(value) == text


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("hihg", "high"),
        ("HIGH!", "high"),
        ("lo", "low"),
        ("zzz", None),
        ("", None),
        (7, None),
        (None, None),
        (b"high", None),
    ],
)
def test_the_nearest_word_is_found_for_text_alone(given: object, near: str | None) -> None:
    """A misspelling finds its word; what is no text, or like nothing, finds none."""
    assert nearest(given, ["low", "high"]) == near


def test_among_many_words_the_nearest_is_found_fast() -> None:
    """Words that share most with the given one are compared letter by letter, and no others."""
    words = [f"policy-of-{number}" for number in range(1000)]

    assert nearest("polciy-of-717", words) == "policy-of-717"
    assert nearest("a" * 80, ["a" * 79 + chr(0x4E00 + number) for number in range(1000)])


def test_a_long_text_is_compared_by_its_beginning() -> None:
    """A word pasted with a page of text behind it does not stall the message."""
    assert nearest("relative-success" + " " * 1_000_000, ["relative-success"]) is None
    assert nearest("relative-success and so on", ["relative-success"]) == "relative-success"


def test_every_error_of_the_module_has_a_sentence_tested_here() -> None:
    """An error added to the module is added to this file."""
    classes = {one for one in vars(errors).values() if isinstance(one, type)}
    refined = {one for one in classes if issubclass(one, ImplSupportError)} - {ImplSupportError}

    assert {type(error) for error in ONE_OF_EACH} == refined


def test_a_value_is_shown_on_one_line() -> None:
    """Line breaks in a `repr` become spaces."""

    class Wide:
        def __repr__(self) -> str:
            return "a\n  b"

    assert shown(Wide()) == "a b"


def test_a_number_that_python_does_not_print_is_still_shown() -> None:
    """What cannot be printed is named by its type."""
    assert shown(10**5000) == "<int too long to print>"


def test_the_nearest_of_many_words_is_found() -> None:
    """Among hundreds only the likeliest are compared letter by letter."""
    words = [f"policy-{number}" for number in range(500)] + ["sure-start"]

    assert nearest("sure-strat", words) == "sure-start"


def test_keys_that_are_numbers_are_near_to_no_word() -> None:
    """The numbers of cases stand beside words, and only words are compared."""
    assert nearest("101", [101, 102]) is None
    assert nearest("cas-a", [101, "case-a"]) == "case-a"
