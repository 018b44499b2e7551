"""What no report can put together, though each record by itself is right.

Somebody rates one thing twice, a name is written in two ways, a decision is about what nobody
rated, or one thing is decided twice. A study may hold that; who judges by it wants to know where.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from implsupport.errors import UnknownKeyError, shown
from implsupport.evaluation.panels import Item, Panel, decided_items
from implsupport.evaluation.ratings import Names
from implsupport.matrix import Matrix, Rubric
from implsupport.records import Assessment, Decision, Study

__all__ = ["Clash", "clashes"]

_Path: TypeAlias = tuple[int | str, ...]
_Numbered: TypeAlias = tuple[int, Assessment]
_At: TypeAlias = Callable[["Clash"], object]


class Clash(NamedTuple):
    """Something that cannot be judged by.

    Attributes:
        path: What it is part of.
        sentence: What was found, and the way out.
        is_word: Whether it stands at the word of a mapping, and not at the value.
        code: What kind of thing it is, as `DocumentFinding` lists them.
    """

    path: _Path
    sentence: str = ""
    is_word: bool = False
    code: str = "clash"


def clashes(study: Study, frameworks: Iterable[Matrix[Any, Any, Any]], at: _At) -> Iterator[Clash]:
    """Find what no report can put together.

    Args:
        study: The study.
        frameworks: The frameworks whose rubrics it names.
        at: Tells where something stands in the file.

    Returns:
        All of it: names that are written in two ways, then the rest by rubric.

    >>> from implsupport import cases
    >>> list(clashes(cases.illustration(), (), lambda there: there.path))
    []
    """
    yield from _names_alike(study, at)
    for rubric in (one for one in frameworks if isinstance(one, Rubric)):
        given = [
            (number, one)
            for number, one in enumerate(study.assessments)
            if one.rubric == rubric.key and one.ratings
        ]
        yield from _rated_twice(given, at)
        yield from _misdecided(rubric, given, study.decisions, at)


def _names_alike(study: Study, at: _At) -> Iterator[Clash]:
    """Find names that differ in no more than capitals and outer space: one assessor, or two?"""
    names = Names[Clash]()
    for path, name in _names(study):
        what, here = str(path[-1]), Clash(path)
        if before := names.before(what, name, here):
            first, there = before
            written = f"{shown(name)} is written {shown(first)} at {at(there)}"
            way_out = f"write a name alike everywhere, and give two {what}s different names"
            yield here._replace(sentence=f"{written}; {way_out}")


def _names(study: Study) -> Iterator[tuple[_Path, str]]:
    """Read what is told apart by its name, each with its path; what rates nothing is passed over.

    A decision is not read here: its layer must be that of ratings, and the rest says if it is.
    """
    fields: list[tuple[_Path, str | None]] = []
    for number, placed in enumerate(study.positions):
        at = "positions", number
        fields += [((*at, "part"), placed.part), ((*at, "layer"), placed.layer)]
        fields += [((*at, "assessor"), placed.assessor)]
    for number, judged in enumerate(study.assessments):
        if judged.ratings:
            at = "assessments", number
            fields += [((*at, "layer"), judged.layer), ((*at, "assessor"), judged.assessor)]
    yield from ((path, name) for path, name in fields if name is not None)


def _rated_twice(given: Iterable[_Numbered], at: _At) -> Iterator[Clash]:
    """Find what an assessor rates again; those without a name are told apart by a number."""
    first: dict[tuple[str | None, ...], int] = {}
    for number, one in given:
        if one.assessor is None:
            continue
        about = (one.policy, one.object, one.layer, one.date, one.assessor)
        again: dict[int, list[str]] = {}
        for criterion in one.ratings:
            there = first.setdefault((*about, criterion), number)
            if there != number:
                again.setdefault(there, []).append(criterion)
        for there, criteria in again.items():
            before = at(Clash(("assessments", there, "ratings", criteria[0]), is_word=True))
            what = f"{one.assessor!r} rates {', '.join(map(repr, criteria))} at {before} already"
            way_out = "keep one, or give the two assessments different dates or layers"
            path = ("assessments", number, "ratings", criteria[0])
            yield Clash(path, f"{what}; {way_out}", is_word=True)


def _misdecided(
    rubric: Rubric[Any, Any, Any],
    given: Iterable[_Numbered],
    decisions: Sequence[Decision],
    at: _At,
) -> Iterator[Clash]:
    """Find decisions about what nobody rated, and those that come after another."""
    mine = [(number, one) for number, one in enumerate(decisions) if one.rubric == rubric.key]
    first: dict[Item[Any], Clash] = {}
    for (number, one), item in zip(mine, _items(rubric, given, mine), strict=True):
        if isinstance(item, UnknownKeyError):
            yield Clash(("decisions", number, "policy"), str(item), code="key")
            continue
        here = Clash(("decisions", number, "criterion"))
        there = first.setdefault(item, here)
        if there != here:
            what = f"{one.criterion!r} of this is decided at {at(there)} already"
            yield here._replace(sentence=f"{what}; keep one")


def _items(
    rubric: Rubric[Any, Any, Any],
    given: Iterable[_Numbered],
    decisions: Sequence[tuple[int, Decision]],
) -> list[Item[Any] | UnknownKeyError]:
    """Find what each decision is about, or why there is nothing."""
    panels: Mapping[str, Panel[Any, Any]] = _panels(rubric, given) if decisions else {}
    by_policy: dict[str, list[Decision]] = {}
    for _, one in decisions:
        by_policy.setdefault(one.policy, []).append(one)
    found = {
        policy: iter(decided_items(panels[policy], ones))
        for policy, ones in by_policy.items()
        if policy in panels
    }
    return [
        next(found[one.policy]) if one.policy in found else _unrated(one, panels)
        for _, one in decisions
    ]


def _unrated(one: Decision, panels: Iterable[str]) -> UnknownKeyError:
    return UnknownKeyError(shown(one.policy), f"ratings by {one.rubric!r} of", tuple(panels))


def _panels(
    rubric: Rubric[Any, Any, Any], given: Iterable[_Numbered]
) -> Mapping[str, Panel[Any, Any]]:
    """Read what is rated of each policy, once: by whom does not count for decisions."""
    together: dict[tuple[str | None, ...], Assessment] = {}
    for _, one in given:
        about = (one.policy, one.object, one.layer, one.date)
        ratings = {**together.get(about, one).ratings, **one.ratings}
        together[about] = one.model_copy(update={"assessor": None, "ratings": ratings})
    by_policy: dict[str, list[Assessment]] = {}
    for one in together.values():
        by_policy.setdefault(one.policy, []).append(one)
    return {
        policy: Panel.of_assessments(rubric, assessments)
        for policy, assessments in by_policy.items()
    }
