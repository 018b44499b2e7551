"""`implsupport template`: a study to fill in."""

import re
import sys
import textwrap
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from implsupport import documents
from implsupport.cli import streams, studies, targets
from implsupport.cli.options import RUBRICS, refuse
from implsupport.cli.schema import published
from implsupport.documents import json_text, yaml_text
from implsupport.documents.files import write_bytes
from implsupport.documents.findings import dotted
from implsupport.errors import shown
from implsupport.matrix import Rubric
from implsupport.records import Assessment, Policy, Position, Rating, Study
from implsupport.terms import Gap, Term, is_key

__all__ = ["SCHEMA_FILE", "as_json", "as_yaml", "run", "unfilled"]

SCHEMA_FILE: Final = ".study-1.schema.json"
"""Where the schema lies that a template names: beside it, and out of the way of `*`."""


def run(given: Namespace) -> int:
    """Write a study to fill in.

    Args:
        given: The options.

    Returns:
        The exit code.

    Raises:
        DocumentError: If the study whose policies are asked for cannot be read, or the template
            cannot be written.
        MissingExtraError: If it is a workbook, and what writes workbooks is not installed.
    """
    rubric = RUBRICS[given.rubric]
    try:
        study = unfilled(tuple(_policies(given)), rubric, _assessors(given))
    except ValidationError as error:
        refuse(given, _sentence(error))
    _write(study, rubric, given)
    if streams.is_watched(sys.stderr):
        file = streams.named(given.path)
        streams.say(f"{file} is there to fill in; then: implsupport check {file}\n")
    return 0


def _sentence(error: ValidationError) -> str:
    lines = error.errors(include_url=False)
    return "; ".join(f"{dotted(line['loc'])}: {line['msg']}" for line in lines)


# --- what is asked for ---


def _policies(given: Namespace) -> Iterator[Policy]:
    """List the policies of another study, then those named; without either one to be named."""
    titles: list[str] = given.cases
    if given.cases_of:
        with streams.stage(f"reading {streams.named(given.cases_of)}"):
            yield from studies.read(given.cases_of, given).policies
    elif not titles:
        titles = ["First policy"]
    for text in titles:
        key, title = _key_and_title(text)
        if not is_key(key):
            refuse(given, f"{shown(text)} gives no key; write one before it: --case key={title}")
        yield Policy(key=key, title=title)


def _key_and_title(text: str) -> tuple[str, str]:
    """Take the key that stands before a title, or make one of the title."""
    key, sign, title = text.partition("=")
    if sign and is_key(key):
        return key, title
    return "-".join(re.findall(r"[^\W_]+", text.casefold())), text


def _assessors(given: Namespace) -> Sequence[str]:
    names: list[str] = given.assessors
    twice = next((name for at, name in enumerate(names) if name in names[:at]), None)
    if twice is not None:
        refuse(given, f"the assessor {twice!r} is named twice; name each once")
    return names


def unfilled(
    policies: Sequence[Policy], rubric: Rubric[Any, Any, Any], assessors: Sequence[str]
) -> Study:
    """Make a study in which nothing is judged yet.

    Args:
        policies: The policies to judge.
        rubric: The rubric to judge by.
        assessors: Who judges, each every policy; if nobody is named, one without a name does.

    Returns:
        The study: each policy without a place, and each criterion not assessed.

    Raises:
        pydantic.ValidationError: If two policies have one key, or a name cannot be read.

    >>> from implsupport import success
    >>> study = unfilled([Policy(key="toll", title="Toll")], success.SUCCESS, ["Ann", "Ben"])
    >>> [(one.assessor, one.ratings["clarity"].gap) for one in study.assessments]
    [('Ann', Gap.NOT_ASSESSED), ('Ben', Gap.NOT_ASSESSED)]
    """
    gap = Gap.NOT_ASSESSED
    criteria: type[Term] = rubric.rows
    return Study(
        title="Untitled study",
        policies=tuple(policies),
        positions=tuple(
            Position(policy=policy.key, ambiguity=gap, conflict=gap) for policy in policies
        ),
        assessments=tuple(
            Assessment(
                policy=policy.key,
                object="support-programme",
                rubric=rubric.key,
                ratings={criterion.key: Rating(gap=gap) for criterion in criteria},
                assessor=name,
            )
            for name in assessors or (None,)
            for policy in policies
        ),
    )


# --- what is written ---


def _write(study: Study, rubric: Rubric[Any, Any, Any], given: Namespace) -> None:
    path, overwrite = Path(given.path), given.overwrite
    match path.suffix.lower():
        case ".xlsx":
            from implsupport.documents.templates import (  # noqa: PLC0415 -- it needs an extra
                template,
            )

            names = given.assessors or ("",)
            template(
                path, rubric=rubric, cases=study.policies, assessors=names, overwrite=overwrite
            )
        case ".yaml" | ".yml" | ".json" as kind:
            targets.require_free(given.path, overwrite=overwrite)
            _put_schema(path.with_name(SCHEMA_FILE), overwrite=overwrite)
            text = as_json(study) if kind == ".json" else as_yaml(study, rubric)
            write_bytes(path, text.encode(), overwrite=overwrite)
        case _:
            documents.write(study, path, overwrite=overwrite)


def _put_schema(path: Path, *, overwrite: bool) -> None:
    """Put the schema beside the template, unless it lies there already."""
    schema = published("study").encode()
    if not (path.is_file() and path.read_bytes() == schema):
        write_bytes(path, schema, overwrite=overwrite)


def as_yaml(study: Study, rubric: Rubric[Any, Any, Any]) -> str:
    """Write a study as YAML, with comments that say how it is filled in.

    Args:
        study: The study.
        rubric: The rubric that is judged by.

    Returns:
        The text. Its first line lets editors complete and check what is written.

    >>> from implsupport import success
    >>> as_yaml(Study(title="Ours"), success.SUCCESS).splitlines()[0]
    '# yaml-language-server: $schema=.study-1.schema.json'
    """
    lines = (f"# yaml-language-server: $schema={SCHEMA_FILE}", *_comments(rubric))
    return "".join(f"{line}\n" for line in lines) + yaml_text.dumped(study)


def as_json(study: Study) -> str:
    """Write a study as JSON that says where its schema lies.

    Args:
        study: The study.

    Returns:
        The text. Its first field lets editors complete and check what is written.

    >>> as_json(Study(title="Ours")).splitlines()[1]
    '  "$schema": ".study-1.schema.json",'
    """
    opening = f'{{\n  "$schema": "{SCHEMA_FILE}",'
    return opening + json_text.dumped(study).removeprefix("{")


def _comments(rubric: Rubric[Any, Any, Any]) -> Iterator[str]:
    scale: type[Term] = rubric.cols
    grades, gaps = (", ".join(term.key for term in words) for words in (scale, Gap))
    texts = (
        "Change what stands here, then check it: implsupport check, and the name of this file.",
        "See what it comes to: implsupport report, and the name.",
        "ambiguity and conflict are low or high, or a number from 0 to 1 with its basis, or a gap.",
        "object is policy, or support-programme: what is judged.",
        f"A rating is a grade or a gap. grade: {grades}.",
        f"gap: {gaps}.",
        "What the words mean: implsupport codebook.",
        "A whole study to look at: implsupport convert illustration illustration.yaml",
    )
    for text in texts:
        yield from textwrap.wrap(
            text,
            78,
            initial_indent="# ",
            subsequent_indent="#   ",
            break_long_words=False,
            break_on_hyphens=False,
        )
