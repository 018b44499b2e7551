"""The command line: read a study and print what was found.

    implsupport [report] [STUDY] [--rule RULE] [--format text|json] [-o FILE]
    implsupport codebook [--format markdown|json] [-o FILE]

STUDY is *built-in* (what the sources state, the default) or *illustration*.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from implsupport import cases
from implsupport.appraisal import Appraisal, Context, appraise
from implsupport.codebook import as_json, as_markdown, codebook
from implsupport.errors import UnknownKeyError, nearest, shown
from implsupport.evaluation.verdicts import RULES
from implsupport.sources import cite

__all__ = ["main"]

_COMMANDS = ("report", "codebook")
_STUDIES = ("built-in", "illustration")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; by default those of the process.

    Returns:
        The exit code: 0 when done, 3 when the output cannot be written. Wrong usage exits with
        2 and says what was expected.

    >>> main(["report", "illustration", "--format", "json", "-o", "/dev/null"])
    0
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    options = parser.parse_args(_with_command(given, parser))
    rendered = _codebook(options) if options.command == "codebook" else _report(options)
    return _written(rendered, options.output) if options.output else _printed(rendered)


def _with_command(given: list[str], parser: argparse.ArgumentParser) -> list[str]:
    """Put the default command in front where none is named, and refuse what is neither."""
    first = given[0] if given else "report"
    known = (*_COMMANDS, *_STUDIES)
    if not first.startswith("-") and first not in known:
        parser.error(
            str(UnknownKeyError(shown(first), "command or study", known, nearest(first, known)))
        )
    return (
        given
        if first in (*_COMMANDS, "-h", "--help", "--version") and given
        else ["report", *given]
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="implsupport",
        description="Place policies, score the programmes that support their implementation.",
    )
    parser.add_argument(
        "--version", action="version", version=f"implsupport {version('implsupport')}"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    report = commands.add_parser(
        "report",
        help="appraise a study and print what was found (the default)",
        description="Appraise a study and print what was found, each line with its source.",
    )
    study = report.add_mutually_exclusive_group()
    study.add_argument("study", nargs="?", choices=_STUDIES, help="built-in is the default")
    study.add_argument("--study", dest="named", choices=_STUDIES, help="the same, by name")
    report.add_argument(
        "--rule",
        choices=[rule.key for rule in RULES],
        help="the rule whose reasons are given; all of them stand side by side either way",
    )
    _output(report, "text", "json")
    terms = commands.add_parser(
        "codebook",
        help="print every vocabulary, term, gloss and source",
        description="Print every vocabulary, term, gloss and source.",
    )
    _output(terms, "markdown", "json")
    return parser


def _output(command: argparse.ArgumentParser, *formats: str) -> None:
    command.add_argument(
        "--format",
        choices=formats,
        help=f"by default as the suffix of FILE says, else {formats[0]}",
    )
    command.add_argument("-o", "--output", metavar="FILE", help="write here instead of printing")


def _is_json(options: argparse.Namespace) -> bool:
    """Take the format asked for, else the one that the suffix of the file says."""
    suffix = Path(options.output or "").suffix
    return bool(options.format == "json" or (options.format is None and suffix == ".json"))


def _codebook(options: argparse.Namespace) -> str:
    entries = codebook()
    return as_json(entries) if _is_json(options) else as_markdown(entries)


def _report(options: argparse.Namespace) -> str:
    appraisal = _appraisal(options.study or options.named, options.rule)
    if _is_json(options):
        return json.dumps(appraisal.to_dict(), ensure_ascii=False, indent=2) + "\n"
    from implsupport import reports

    return reports.text(reports.content(appraisal))


def _appraisal(study: str | None, rule: str | None) -> Appraisal:
    chosen = {one.key: one for one in RULES}.get(rule or "")
    if study == "illustration":
        return appraise(cases.illustration(), rule=chosen, context=_of_the_illustration())
    return appraise(cases.study(), rule=chosen, context=_of_the_sources())


def _of_the_illustration() -> Context:
    return Context(
        features=cases.illustration_features(),
        compared_with="lantern-act",
        centre="national",
        localities="local",
    )


def _of_the_sources() -> Context:
    return Context(
        comparability=cases.comparability(),
        comparability_source=cite("care-act-report", "Table 2, p. 21"),
        overrides=cases.overrides(),
        overrides_source=cases.overrides_source(),
        perceived_success=cases.perceived_success(),
        deferral=cases.deferral(),
        misreading=cases.figure_1(),
        citations=cases.citations(),
        themes=cases.themes(),
        features=cases.approach_features(),
        compared_with="care-act",
        claims=cases.claims(),
        support_programme=cases.support_programme(),
        centre="central government",
        localities="local authority",
    )


def _written(rendered: str, output: str) -> int:
    """Write a file, and say in one line why it cannot be written."""
    try:
        Path(output).write_text(rendered, encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"implsupport: cannot write {output!r}: {error.strerror}\n")
        return 3
    return 0


def _printed(rendered: str) -> int:
    """Print, and end quietly when the reader of a pipe has gone."""
    try:
        sys.stdout.write(rendered)
        sys.stdout.flush()
    except BrokenPipeError:  # what is still to be written goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
