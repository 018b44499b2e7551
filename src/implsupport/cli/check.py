"""`implsupport check`: everything that is wrong in studies, and what they hold."""

import textwrap
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from implsupport.cli import streams, studies
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Assessment, Rating, Study
from implsupport.terms import Gap, Term

__all__ = ["run", "summary"]


def run(given: Namespace) -> int:
    """Print what is wrong in each study, or what it holds.

    Args:
        given: The options.

    Returns:
        The exit code: the highest of all studies.

    Raises:
        MissingExtraError: If one is a workbook, and what reads workbooks is not installed.
    """
    names: list[str] = given.studies
    codes = [_checked(name, f"{at} of {len(names)}", given) for at, name in enumerate(names, 1)]
    if len(codes) > 1:
        is_ok = codes.count(0)
        streams.put(f"{len(codes)} studies: {is_ok} ok, {len(codes) - is_ok} not ok\n")
    return max(codes)


def _checked(name: str, which: str, given: Namespace) -> int:
    try:
        with streams.stage(f"checking {streams.named(name)} ({which})"):
            study = studies.read(name, given, judgeable=True)
            studies.require_judgeable(name, study)
    except DocumentError as error:
        count = len(error.findings) + error.more
        verdict = f"{streams.painted('not ok', 'red')}: {_count(count, 'finding')}"
        streams.put(f"{streams.told(error)}{streams.named(name)}: {verdict}\n")
        return streams.code_of(error)
    lines = (f"  {line}\n" for line in summary(study))
    streams.put(f"{streams.named(name)}: {streams.painted('ok', 'green')}\n{''.join(lines)}")
    return 0


_ONE_OF: Final = {
    "sources": "source",
    "policies": "policy",
    "positions": "position",
    "assessments": "assessment",
    "decisions": "decision",
    "activities": "activity",
    "approaches": "approach",
    "bodies": "body",
    "relations": "relation",
}
_WIDTH: Final = 78


def summary(study: Study) -> tuple[str, ...]:
    r"""Say what a study holds.

    Args:
        study: The study.

    Returns:
        Lines of at most 78 characters: its title and status; how many records of each kind, and
        how many assessors; how many grades, and the gaps by their reasons; how many ratings are
        left out.

    >>> from implsupport import cases
    >>> print(*summary(cases.illustration()), sep="\n")
    Illustration, not evidence (ours)
    3 sources, 5 policies, 10 positions, 16 assessments, 4 decisions, 7
    activities, 7 approaches, 8 bodies, 14 relations
    96 ratings by 3 named assessors: 85 grades, 11 gaps (2 not assessed, 1 not
    stated, 2 insufficient evidence, 2 conflicting evidence, 1 no anchor fits, 3
    not applicable)
    """
    held = {one: getattr(study, many) for many, one in _ONE_OF.items()}
    counts = [_count(len(records), one) for one, records in held.items() if records]
    said = (f"{study.title} ({study.status})", ", ".join(counts) or "no records", *_judged(study))
    return tuple(line for text in said for line in textwrap.wrap(text, _WIDTH))


def _judged(study: Study) -> Iterator[str]:
    """Say who judged, and how many ratings are grades."""
    ratings = [one for given in study.assessments for one in given.ratings.values()]
    if ratings:
        grades = sum(rating.grade is not None for rating in ratings)
        said = f"{_count(grades, 'grade')}{_gaps(ratings)}"
        yield f"{_count(len(ratings), 'rating')}{_by(study.assessments)}: {said}"
    if left_out := sum(map(_left_out, study.assessments)):
        yield f"{_count(left_out, 'rating')} left out, read as {Gap.NOT_ASSESSED.label}"


def _by(assessments: Iterable[Assessment]) -> str:
    """Say who rated: how many are named, and how many of the ratings are theirs."""
    rated = [given for given in assessments if given.ratings]
    named = [given for given in rated if given.assessor]
    if not named:
        return ""
    whose = _count(len({given.assessor for given in named}), "named assessor")
    theirs = sum(len(given.ratings) for given in named)
    return f" by {whose}" if len(named) == len(rated) else f", {theirs:,} of them by {whose}"


def _left_out(given: Assessment) -> int:
    """Count the criteria of a rubric that an assessment says nothing of."""
    rows: list[type[Term]] = [one.rows for one in CATALOGUE if one.key == given.rubric]
    return sum(row.key not in given.ratings for vocabulary in rows for row in vocabulary)


def _gaps(ratings: Iterable[Rating]) -> str:
    """Count the gaps by their reasons, in the order of the vocabulary."""
    found = Counter(rating.gap for rating in ratings if rating.gap)
    reasons = ", ".join(f"{found[gap]:,} {gap.label}" for gap in Gap if gap in found)
    return f", {_count(found.total(), 'gap')} ({reasons})" if found else ""


def _count(number: int, one: str) -> str:
    """Count things; the words that stand here form their plural in one of three ways."""
    many = f"{one[:-1]}ies" if one.endswith("y") else f"{one}es" if one[-2:] == "ch" else f"{one}s"
    return f"{number:,} {one if number == 1 else many}"
