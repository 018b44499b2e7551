"""What can be asked of the command line, and what is said where it is asked for wrongly."""

import argparse
import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NoReturn

from implsupport.cli import streams
from implsupport.errors import UnknownKeyError, nearest, shown
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Rubric

__all__ = ["COMMANDS", "FORMS", "RUBRICS", "RULES", "STUDIES", "parsed", "refuse"]

COMMANDS: Final = ("report", "check", "template", "convert", "codebook", "schema")
"""The commands; the first is meant where none is named."""

STUDIES: Final = ("built-in", "illustration")
"""The studies that have a name; any other is a file or a folder."""

RULES: Final = ("weakest", "majority", "majority-with-veto")
"""The keys of the named rules, as `evaluation.verdicts` has them: to load it takes time."""

RUBRICS: Final[Mapping[str, Rubric[Any, Any, Any]]] = {
    one.key: one for one in CATALOGUE if isinstance(one, Rubric)
}
"""The rubrics that a template can be made for, by key."""

FORMS: Final[Mapping[str, tuple[str, ...]]] = {
    "text": ("", ".txt"),
    "markdown": (".md", ".markdown"),
    "json": (".json",),
    "html": (".html", ".htm"),
}
"""The forms of what is printed, each with the endings of files that ask for it."""

_SCHEMAS: Final = ("study", "appraisal")

_OUTLINE: Final = """\
What a command is asked for goes to standard output, or to the file that -o names;
everything else goes to standard error. `check` is asked for findings: it prints them
to standard output. Nothing that is there already is replaced without --overwrite.

exit codes:
  0    done
  1    something in a study is wrong; each finding says where, as file:line:column
  2    wrong usage
  3    a file cannot be read or written, or a library is not installed
  130  interrupted

Colour and progress are shown on a terminal only; NO_COLOR and TERM=dumb are respected.
"""

_STUDY: Final = (
    "a file that ends in .yaml, .yml, .json or .xlsx, a folder of CSV files, or "
    "'built-in' (what the sources state) or 'illustration' (invented)"
)


def parsed(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the words after the program's name.

    Args:
        arguments: The words.

    Returns:
        What is asked for, as the options of the command are called; `command` is its name, and
        `refuse` ends the program with exit code 2 and a sentence.

    >>> given = parsed(["study.yaml", "-o", "report.md"])
    >>> given.command, given.study, given.format
    ('report', 'study.yaml', 'markdown')
    """
    parser = _parser()
    given = parser.parse_args(_with_command(list(arguments), parser))
    if "forms" in given:
        given.format = given.format or _form_of(given)
    return given


def refuse(given: argparse.Namespace, sentence: str) -> NoReturn:
    """End the program with exit code 2, because of how it was asked.

    Args:
        given: The options of the command.
        sentence: What was given and what was expected.
    """
    end: Callable[[str], NoReturn] = given.refuse
    end(sentence)


def _with_command(arguments: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """Put the default command in front where none is named, and refuse what is no study either."""
    first = arguments[0] if arguments else COMMANDS[0]
    if arguments and first in {*COMMANDS, "-h", "--help", "--version"}:
        return arguments
    known = (*COMMANDS, *STUDIES)
    is_path = "." in first or os.sep in first or os.path.lexists(first)
    if not (first.startswith("-") or first in known or is_path):
        no_word = UnknownKeyError(shown(first), "command or study", known, nearest(first, known))
        parser.error(str(no_word))
    return [COMMANDS[0], *arguments]


def _form_of(given: argparse.Namespace) -> str:
    """Take the form that the ending of the file asks for; without a file it is text."""
    forms: Sequence[str] = given.forms
    by_suffix = {suffix: form for form in forms for suffix in FORMS[form]}
    suffix = Path(given.output or "").suffix.lower()
    if suffix not in by_suffix:
        endings = tuple(filter(None, by_suffix))
        no_form = UnknownKeyError(shown(suffix), "form ends in", endings, nearest(suffix, endings))
        refuse(given, f"{no_form}; name the form with --format")
    return by_suffix[suffix]


class _Version(argparse.Action):
    """Prints the version, which is looked up only then: that takes time."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 -- as said above

        streams.put(f"implsupport {version('implsupport')}\n")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="implsupport",
        description="Place policies, score the programmes that support their implementation.",
        epilog=_OUTLINE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(
        dest="command", required=True, metavar="COMMAND", title="commands"
    )
    for name in COMMANDS:
        summary, about, fill = _ABOUT[name]
        command = commands.add_parser(
            name, help=summary, description=about, epilog=_CODES, allow_abbrev=False
        )
        command.set_defaults(refuse=command.error)
        fill(command)
    return parser


_CODES: Final = "Exit codes and what goes where: implsupport --help."


def _one_of(what: str, words: Sequence[str]) -> dict[str, Any]:
    """Take one of some words, and name the nearest to any other."""

    def known(word: str) -> str:
        if word not in words:
            no_word = UnknownKeyError(shown(word), what, tuple(words), nearest(word, words))
            raise argparse.ArgumentTypeError(str(no_word))
        return word

    return {"type": known, "metavar": f"{{{','.join(words)}}}"}


def _size(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,5}", text):
        what = f"{shown(text)} is no size; expected a whole number of MiB, from 1 to 999999"
        raise argparse.ArgumentTypeError(what)
    return int(text)


def _limit(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--size",
        type=_size,
        default=4,
        metavar="MIB",
        help="the largest file that is read, in MiB, and 50,000 values for each; 4 is the default",
    )


def _overwrite(command: argparse.ArgumentParser) -> None:
    command.add_argument("--overwrite", action="store_true", help="replace what is there already")


def _output(command: argparse.ArgumentParser, forms: Sequence[str] = ()) -> None:
    if forms:
        command.set_defaults(forms=forms)
        command.add_argument(
            "--format",
            **_one_of("format", forms),
            help="by default as the ending of FILE says, else text",
        )
    command.add_argument(
        "-o", "--output", metavar="FILE", help="write here instead of printing; - is to print"
    )
    _overwrite(command)


def _report(command: argparse.ArgumentParser) -> None:
    study = command.add_mutually_exclusive_group()
    study.add_argument("study", nargs="?", default=STUDIES[0], metavar="STUDY", help=_STUDY)
    study.add_argument("--study", dest="named", metavar="STUDY", help="the same, by name")
    command.add_argument(
        "--rule",
        **_one_of("rule", RULES),
        help="the rule whose reasons are given; all of them stand side by side either way",
    )
    _output(command, tuple(FORMS))
    _limit(command)


def _check(command: argparse.ArgumentParser) -> None:
    command.add_argument("studies", nargs="+", metavar="STUDY", help=_STUDY)
    _limit(command)


def _template(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path",
        metavar="FILE",
        help="a name that ends in .xlsx for a workbook with a form for each assessor; in .yaml, "
        ".yml or .json for text; a name without an ending for a folder of CSV files",
    )
    command.add_argument(
        "--case",
        dest="cases",
        action="append",
        default=[],
        metavar="[KEY=]TITLE",
        help="a policy to judge; give it once for each policy",
    )
    command.add_argument(
        "--cases-of", metavar="STUDY", help="judge the policies that another study lists"
    )
    command.add_argument(
        "--assessor",
        dest="assessors",
        action="append",
        default=[],
        metavar="NAME",
        help="who judges; give it once for each assessor",
    )
    command.add_argument(
        "--rubric",
        **_one_of("rubric", tuple(RUBRICS)),
        default="success",
        help="what is judged by; 'success' is the default",
    )
    _overwrite(command)
    _limit(command)


def _convert(command: argparse.ArgumentParser) -> None:
    command.add_argument("study", metavar="STUDY", help=_STUDY)
    command.add_argument(
        "path",
        metavar="FILE",
        help="a name that ends in .yaml, .yml, .json or .xlsx; a name without an ending for a "
        "folder of CSV files",
    )
    _overwrite(command)
    _limit(command)


def _codebook(command: argparse.ArgumentParser) -> None:
    _output(command, ("text", "markdown", "json"))


def _schema(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "of",
        nargs="?",
        **_one_of("schema", _SCHEMAS),
        default=_SCHEMAS[0],
        help="of a study in YAML or JSON (the default), or of what `report --format json` prints",
    )
    _output(command)


_ABOUT: Final[Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]]] = {
    "report": (
        "appraise a study and print what was found (the default)",
        "Appraise a study and print what was found, each line with its source.",
        _report,
    ),
    "check": (
        "print everything that is wrong in studies, and what they hold",
        (
            "Print everything that is wrong in studies, each thing at its place, to standard "
            "output. Of a study in which nothing is wrong, what it holds is printed."
        ),
        _check,
    ),
    "template": (
        "write a study to fill in",
        "Write a study to fill in, which can be checked and reported at any time.",
        _template,
    ),
    "convert": (
        "write a study as another kind of file",
        "Write a study as another kind of file; it holds the same, and reads back equal.",
        _convert,
    ),
    "codebook": (
        "print every vocabulary, term, gloss and source",
        "Print every vocabulary, term, gloss and source.",
        _codebook,
    ),
    "schema": (
        "print the JSON Schema of a study or an appraisal",
        "Print the JSON Schema of a study or an appraisal, for editors and other programs.",
        _schema,
    ),
}
