"""The studies that the command line reads: those with a name, and files."""

from argparse import Namespace
from pathlib import Path
from typing import Final

from implsupport import cases, documents
from implsupport.appraisal import Appraisal, Context, appraise
from implsupport.appraisal.judging import Judging
from implsupport.cli import streams
from implsupport.cli.options import RUBRICS, STUDIES, refuse
from implsupport.errors import (
    DocumentError,
    DocumentFinding,
    ImplSupportError,
    UnknownKeyError,
    nearest,
    shown,
)
from implsupport.records import Study
from implsupport.sources import cite

__all__ = ["appraised", "read", "require_judgeable"]

_VALUES_PER_MIB: Final = 50_000


def read(study: str, given: Namespace, *, judgeable: bool = False) -> Study:
    """Read a study.

    Args:
        study: Its name, or its file or folder.
        given: The options of the command, with `size` and `refuse`.
        judgeable: Whether what no report can put together is refused too, at its place.

    Returns:
        The study.

    Raises:
        DocumentError: If it cannot be read, or anything in it is wrong.
        MissingExtraError: If it is a workbook, and what reads workbooks is not installed.

    >>> read("illustration", Namespace(size=4)).title
    'Illustration, not evidence'
    """
    if study == "built-in":
        return cases.study()
    if study == "illustration":
        return cases.illustration()
    near = nearest(study, STUDIES)
    if near and not Path(study).suffix and not _is_there(study):
        refuse(given, str(UnknownKeyError(shown(study), "study or file", STUDIES, near)))
    return documents.read(study, limits=_limits(given.size), judgeable=judgeable)


def _is_there(study: str) -> bool:
    return Path(study).exists()


def _limits(size: int) -> documents.Limits:
    return documents.Limits(size=size * 2**20, values=size * _VALUES_PER_MIB)


def require_judgeable(name: str, study: Study) -> None:
    """Refuse a study whose ratings and decisions cannot stand together.

    Args:
        name: The file that it was read from.
        study: The study.

    Raises:
        DocumentError: If an assessor judged one thing twice, or a decision is about what nobody
            rated.
    """
    judged = [one.rubric for one in study.assessments] + [one.rubric for one in study.decisions]
    try:
        for key in dict.fromkeys(judged):
            Judging.of(RUBRICS[key], study.assessments, study.decisions, None)
    except ImplSupportError as error:
        raise _clash(name, error) from error


def appraised(name: str, study: Study, rule: str | None) -> Appraisal:
    """Appraise a study, one with a name together with what no study can hold.

    Args:
        name: Its name, or its file or folder.
        study: The study.
        rule: The key of the rule whose reasons are given, or None.

    Returns:
        The appraisal.

    Raises:
        DocumentError: As `require_judgeable` does.
    """
    context = _CONTEXTS.get(name, Context)()
    try:
        return appraise(study, rule=rule, context=context)
    except ImplSupportError as error:
        raise _clash(name, error) from error


def _clash(name: str, error: ImplSupportError) -> DocumentError:
    place = f"{streams.named(name)}:1:1"
    return DocumentError((DocumentFinding("clash", place, "", str(error)),))


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


_CONTEXTS: Final = {"built-in": _of_the_sources, "illustration": _of_the_illustration}
