"""Strategies for records. Their fields are drawn as people write them; then the record reads them.

So the records are imported only where one is drawn: they need pydantic, and importing that takes
longer than importing all the rest.
"""

import datetime as dt
import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias, TypeVar

from hypothesis import strategies as st

from implsupport.frameworks import CATALOGUE
from implsupport.frameworks.governance import Level, Locus
from implsupport.frameworks.matland import Ambiguity, Conflict
from implsupport.matrix import Matrix, Rubric
from implsupport.sources import BIBLIOGRAPHY
from implsupport.terms import Gap, Scale, Term
from implsupport.testing.words import keys, marks, terms, texts
from implsupport.vocabulary import Extent, Purpose, RelationKind, SupportModel

if TYPE_CHECKING:
    from implsupport.records import Position, Study

__all__ = ["RECORDS", "positions", "recorded", "studies"]

R = TypeVar("R", bound=Term)
S = TypeVar("S", bound=Scale)

_Form: TypeAlias = dict[str, Any]
"""The fields of a record."""

_Forms: TypeAlias = st.SearchStrategy[_Form]


def positions(*, policies: st.SearchStrategy[str] | None = None) -> "st.SearchStrategy[Position]":
    """Draw positions in Matland's matrix: by grades, by degrees, or with gaps.

    Args:
        policies: The keys of the policies; by default any of `keys`.

    Returns:
        Positions; shrinks to low ambiguity and low conflict, and nothing said beside.

    >>> from hypothesis import given
    >>> @given(positions(policies=st.just("care-act")))
    ... def check(position: "Position") -> None:
    ...     assert position.policy == "care-act"
    >>> check()
    """
    from implsupport.records import Position  # noqa: PLC0415 -- see above

    known = _anything()
    known = known if policies is None else known._replace(policies=policies)
    return _position(known).map(Position.model_validate)


def studies(
    *, frameworks: Sequence[Matrix[Any, Any, Any]] = CATALOGUE
) -> "st.SearchStrategy[Study]":
    """Draw small studies: each section is empty or has a few records, and they name each other.

    Every key leads somewhere, every word is of its vocabulary, nobody judges or decides the same
    thing twice, and what is decided was judged.

    Args:
        frameworks: The frameworks whose rubrics are used, as in the validation context of a study.

    Returns:
        Studies; shrinks to a title and nothing else.

    >>> from hypothesis import given
    >>> @given(studies())
    ... def check(study: "Study") -> None:
    ...     assert study == type(study).model_validate_json(study.model_dump_json())
    >>> check()
    """
    from implsupport.records import Study  # noqa: PLC0415 -- see above

    context = {"frameworks": tuple(frameworks)}
    read = functools.partial(Study.model_validate, context=context)
    return _study(frameworks).map(read)


def recorded(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Draw records of a class, on their own: what they name need not be anywhere.

    Args:
        kind: A class whose name is one of `RECORDS`.

    Returns:
        Records; shrinks to what has to be given.

    >>> from hypothesis import given
    >>> from implsupport.records import Policy
    >>> @given(recorded(Policy))
    ... def check(policy: Policy) -> None:
    ...     assert policy.title.strip()
    >>> check()
    """
    return _FORMS[kind.__name__]().map(kind.model_validate)


# --- what a record names ---


_WORKS: Final = {work.key: work for work in BIBLIOGRAPHY}


class _Known(NamedTuple):
    """What a record may name."""

    policies: st.SearchStrategy[str]
    bodies: st.SearchStrategy[str]
    sources: st.SearchStrategy[str]
    rubrics: tuple[Rubric[Any, Any, Any], ...]


def _anything() -> _Known:
    return _Known(keys(), keys(), keys(), _rubrics(CATALOGUE))


def _few(frameworks: Sequence[Matrix[Any, Any, Any]]) -> _Known:
    """Know so few that several records name the same one."""
    few = st.sampled_from(("a", "b-2", "éя"))
    return _Known(few, few, few | st.sampled_from(tuple(_WORKS)), _rubrics(frameworks))


def _rubrics(frameworks: Sequence[Matrix[Any, Any, Any]]) -> tuple[Rubric[Any, Any, Any], ...]:
    return tuple(one for one in frameworks if isinstance(one, Rubric))


# --- a study ---


def _study(frameworks: Sequence[Matrix[Any, Any, Any]]) -> _Forms:
    """Draw every section on its own, then add what is named and not there."""
    known = _few(frameworks)
    sections = {
        "sources": _section(_source(known), "key"),
        "policies": _section(_policy(known), "key"),
        "positions": _section(_position(known), "policy part layer date step assessor"),
        "activities": _section(_activity(known), "key"),
        "approaches": _section(_approach(known), "key"),
        "bodies": _section(_body(known), "key"),
        "relations": _section(_relation(known), "source target kind"),
    }
    judgements = {
        "assessments": _section(_assessment(known), f"{_ABOUT} date assessor"),
        "decisions": _section(_decision(known), f"{_ABOUT} criterion"),
    }
    sections |= judgements if known.rubrics else {}
    return _form({"title": texts(), **sections}, status=_statuses()).map(_completed)


def _section(form: _Forms, identity: str) -> st.SearchStrategy[list[_Form]]:
    """List up to two records that differ in one of these fields."""
    names = identity.split()
    return st.lists(form, unique_by=lambda one: tuple(map(one.get, names)), max_size=2)


def _completed(study: _Form) -> _Form:
    """Add a rating of what is decided, then what is named, each with its key for a title."""
    whole = dict(study)
    for decision in study.get("decisions", ()):
        if not any(_settles(decision, one) for one in whole["assessments"]):
            whole["assessments"] = [*whole["assessments"], _rated(decision)]
    named = {"policies": _policies(whole), "bodies": _bodies(whole), "sources": _sources(whole)}
    for section, names in named.items():
        there = {one["key"] for one in study[section]}
        added = [{"key": key, "title": key} for key in dict.fromkeys(names) if key not in there]
        whole[section] = [*study[section], *added]
    return whole


_ABOUT: Final = "policy object rubric layer"


def _settles(decision: _Form, assessment: _Form) -> bool:
    """Tell whether a decision is on what an assessment judged, and surely not before it."""
    same = all(decision.get(name) == assessment.get(name) for name in _ABOUT.split())
    return same and "date" not in assessment and bool(assessment["ratings"])


def _rated(decision: _Form) -> _Form:
    about = {name: decision[name] for name in _ABOUT.split() if name in decision}
    return {**about, "ratings": {decision["criterion"]: {"grade": decision["grade"]}}}


def _policies(study: _Form) -> Iterator[str]:
    for section in ("positions", "assessments", "decisions", "activities"):
        yield from (one["policy"] for one in study.get(section, ()))
    for approach in study["approaches"]:
        yield from approach.get("exhibited_in", ())


def _bodies(study: _Form) -> Iterator[str]:
    for relation in study["relations"]:
        yield from (relation["source"], relation["target"])


def _sources(study: _Form) -> Iterator[str]:
    """List the sources of evidence that are not in the bibliography."""
    ratings = (one["ratings"].values() for one in study.get("assessments", ()))
    resting = (*study["positions"], *study["activities"], *itertools.chain(*ratings))
    for one in resting:
        named = (evidence["source"] for evidence in one.get("evidence", ()))
        yield from (source for source in named if source not in _WORKS)


# --- the fields of each record ---


def _form(
    required: Mapping[str, st.SearchStrategy[Any]], **optional: st.SearchStrategy[Any]
) -> _Forms:
    return st.fixed_dictionaries(dict(required), optional=optional)


def _statuses() -> st.SearchStrategy[str]:
    return st.sampled_from(("ours", "adapted", "source"))


def _names() -> st.SearchStrategy[str]:
    return st.sampled_from(("A", "B", "C")) | texts()


def _layers() -> st.SearchStrategy[str]:
    return st.sampled_from(("national", "local")) | texts()


def _dates() -> st.SearchStrategy[str]:
    """Draw years, months and days."""
    return st.builds(_cut, st.dates(), st.sampled_from((4, 7, 10)))


def _cut(day: dt.date, length: int) -> str:
    return day.isoformat()[:length]


def _source(known: _Known) -> _Forms:
    authors, year = st.lists(texts(), max_size=2), st.integers(1, 9999)
    required = {"key": known.sources, "title": texts()}
    form = _form(required, authors=authors, year=year, doi=texts(), url=texts())
    return form.map(_as_printed)


def _as_printed(source: _Form) -> _Form:
    """Give a work of the bibliography its own title and year: another work may not have its key."""
    work = _WORKS.get(source["key"])
    if work is None:
        return source
    year = {"year": work.year} if "year" in source and work.year else {}
    return {**source, "title": work.title, **year}


def _policy(known: _Known) -> _Forms:
    required, year = {"key": known.policies, "title": texts()}, st.integers(1, 9999)
    return _form(required, year=year, jurisdiction=texts(), note=texts())


def _evidence(known: _Known) -> _Forms:
    return _form({"source": known.sources}, locator=texts(), quotation=texts(), date=_dates())


def _some_evidence(known: _Known) -> st.SearchStrategy[list[_Form]]:
    return st.lists(_evidence(known), max_size=1)


def _rating(known: _Known) -> _Forms:
    return st.one_of(*(_rating_by(rubric, known) for rubric in known.rubrics))


def _rating_by(rubric: Rubric[Any, S, Any], known: _Known) -> _Forms:
    said = {"note": texts(), "evidence": _some_evidence(known)}
    return _form({"grade": terms(rubric.cols)}, **said) | _form({"gap": terms(Gap)}, **said)


def _position(known: _Known) -> _Forms:
    degrees = st.floats(0, 1) | terms(Gap)
    by_grades = {"ambiguity": marks(Ambiguity), "conflict": marks(Conflict)}
    by_degrees = {"ambiguity": degrees, "conflict": degrees, "basis": texts()}
    said = {
        "part": texts(),
        "date": _dates(),
        "step": st.integers(1, 9),
        "layer": _layers(),
        "assessor": _names(),
        "note": texts(),
        "evidence": _some_evidence(known),
        "status": _statuses(),
    }
    policy = {"policy": known.policies}
    return _form(policy | by_grades, basis=texts(), **said) | _form(policy | by_degrees, **said)


def _assessment(known: _Known) -> _Forms:
    return st.one_of(*(_assessment_by(rubric, known) for rubric in known.rubrics))


def _assessment_by(rubric: Rubric[R, S, Any], known: _Known) -> _Forms:
    ratings = dict.fromkeys(rubric.rows, _rating_by(rubric, known))
    required = {**_judged(rubric, known), "ratings": st.fixed_dictionaries({}, optional=ratings)}
    return _form(required, assessor=_names(), date=_dates(), layer=_layers(), status=_statuses())


def _decision(known: _Known) -> _Forms:
    return st.one_of(*(_decision_by(rubric, known) for rubric in known.rubrics))


def _decision_by(rubric: Rubric[R, S, Any], known: _Known) -> _Forms:
    decided = {"criterion": terms(rubric.rows), "grade": terms(rubric.cols)}
    assessors = st.lists(_names(), unique=True, max_size=2)
    said = {"reason": texts(), "date": _dates(), "layer": _layers()}
    return _form({**_judged(rubric, known), **decided}, assessors=assessors, **said)


def _judged(rubric: Rubric[R, S, Any], known: _Known) -> dict[str, st.SearchStrategy[Any]]:
    what = st.sampled_from(("policy", "support-programme"))
    return {"policy": known.policies, "object": what, "rubric": st.just(rubric.key)}


def _activity(known: _Known) -> _Forms:
    return _form(
        {"key": keys(), "title": texts(), "policy": known.policies},
        cells=st.lists(st.tuples(terms(Locus), terms(Level)), unique=True, max_size=2),
        layers=st.lists(_layers(), unique=True, max_size=2),
        evidence=_some_evidence(known),
        status=_statuses(),
    )


def _approach(known: _Known) -> _Forms:
    return _form(
        {"key": keys(), "title": texts()},
        theme=keys(),
        description=texts(),
        exhibited_in=st.lists(known.policies, unique=True),
        models=st.dictionaries(terms(SupportModel), terms(Extent)),
        status=_statuses(),
    )


def _body(known: _Known) -> _Forms:
    return _form(
        {"key": known.bodies, "title": texts()},
        kind=texts(),
        functions=st.lists(texts(), max_size=2),
        purposes=st.lists(terms(Purpose), unique=True),
        status=_statuses(),
    )


def _relation(known: _Known) -> _Forms:
    required = {"source": known.bodies, "target": known.bodies, "kind": terms(RelationKind)}
    return _form(required, status=_statuses())


_FORMS: Final[Mapping[str, Callable[[], _Forms]]] = {
    "Activity": lambda: _activity(_anything()),
    "Assessment": lambda: _assessment(_anything()),
    "Body": lambda: _body(_anything()),
    "Decision": lambda: _decision(_anything()),
    "Evidence": lambda: _evidence(_anything()),
    "Policy": lambda: _policy(_anything()),
    "Position": lambda: _position(_anything()),
    "Rating": lambda: _rating(_anything()),
    "Relation": lambda: _relation(_anything()),
    "Source": lambda: _source(_anything()),
    "Study": lambda: _study(CATALOGUE),
    "SupportApproach": lambda: _approach(_anything()),
}

RECORDS: Final = tuple(_FORMS)
"""The names of the classes of records."""
