"""The works that an appraisal rests on, in the order in which it cites them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from implsupport.appraisal.results import Agreed, Appraisal, Case, Cited, Context, Judgement, Place
from implsupport.evaluation.verdicts import SortingRule
from implsupport.frameworks import matland
from implsupport.matrix import Matrix
from implsupport.sources import BIBLIOGRAPHY, Source, cite
from implsupport.terms import FrozenMap

__all__ = ["works"]

_ALPHA: Final = cite("krippendorff-2011")
_INTERVAL: Final = cite("efron-tibshirani-1993")
_SHARES: Final = cite("tervonen-2009")
_KNOWN: Final = {work.key: work for work in BIBLIOGRAPHY}


def works(
    appraisal: Appraisal, own: Iterable[Source], rules: Iterable[SortingRule]
) -> tuple[Source, ...]:
    """List the works that an appraisal rests on, each once, as it first cites them.

    Args:
        appraisal: What was read, but for its works.
        own: The sources of the study, whose keys come before those of the bibliography.
        rules: The rules that make its verdicts.

    Returns:
        The works behind the frameworks and methods used, and those that the study's evidence
        names: case by case, then those across cases, then those of the context. A work that is
        named in the place of another, such as *after matland-1995*, follows it.
    """
    known = {**_KNOWN, **{work.key: work for work in own}}
    found: dict[str, Source] = {}
    for cited in dict.fromkeys(_citations(appraisal, tuple(rules))):
        work = Source(cited.source, cited.source) if isinstance(cited, Cited) else cited
        place = cited.locator or ""
        keys = (work.key, *(key for key in _WORD.findall(place) if key in _KNOWN))
        for key in keys:
            found.setdefault(key, known.get(key, work))
    return tuple(attrs.evolve(work, locator="", status="source") for work in found.values())


_WORD: Final = re.compile(r"[\w-]+")


def _citations(appraisal: Appraisal, rules: tuple[SortingRule, ...]) -> Iterator[Source | Cited]:
    context = appraisal.context
    for case in appraisal.cases:
        yield from _of_case(case, rules, context)
    for one in appraisal.agreement:
        yield from _of_agreement(one)
    for crossing in appraisal.crosses:
        yield from crossing.cross.sources
    for compared in (appraisal.screening, appraisal.likeness):
        yield from compared.sources if compared else ()
    yield from _of_programme(appraisal)
    yield from _of_context(context)


def _of_case(
    case: Case, rules: tuple[SortingRule, ...], context: Context
) -> Iterator[Source | Cited]:
    for place in case.places:
        yield from _of_place(place)
    for path in case.paths:
        yield from path.sources
    if case.hypothesised:
        yield from _behind(matland.HYPOTHESISED_SUPPORT)
    printed = context.citations or FrozenMap[str, Source]()
    yield from (printed[one.key] for one in case.approaches if one.key in printed)
    yield from case.profile.sources if case.profile else ()
    for card in case.cards:
        yield from _behind(card.card.rubric)
        yield from _all(card.evidence)
    for judgement in case.judgements:
        yield from _of_judgement(judgement, rules)
    if case.governance:
        yield from _behind(case.governance.placement.grid)
        yield from _all(case.governance.evidence)


def _of_place(place: Place) -> Iterator[Source | Cited]:
    yield from _behind(matland.MATLAND)
    yield from place.evidence
    yield from place.match.sources if place.match else ()


def _of_judgement(judgement: Judgement, rules: tuple[SortingRule, ...]) -> Iterator[Source]:
    """Cite the rules, and where shares come from if the weights make a difference anywhere."""
    yield from (rule.source for rule in rules)
    shares = [pair for one in judgement.rulings for pair in (one.shares or {}).values()]
    if {bound for pair in shares for bound in pair} - {0, 1}:
        yield _SHARES


def _of_agreement(one: Agreed) -> Iterator[Source]:
    yield _ALPHA
    if one.interval.lowest is not None:
        yield _INTERVAL


def _of_programme(appraisal: Appraisal) -> Iterator[Source]:
    """Cite the passages about the bodies and relations that the study has, then the tensions."""
    found, known = appraisal.programme, appraisal.context.support_programme
    if found is None:
        return
    if known:
        bodies = (passage for key in found.titles for passage in known.bodies.get(key, ()))
        ends = ((link.source, link.target, link.kind) for link in found.links)
        links = (passage for end in ends for passage in known.relations.get(end, ()))
        yield from (passage.source for passage in (*bodies, *links))
    yield from (tension.source for tensions in found.mixed.values() for tension in tensions)


def _of_context(context: Context) -> Iterator[Source]:
    passages = (*(context.perceived_success or {}).values(), context.deferral, context.misreading)
    claims = (finding.claim.source for finding in context.claims or ())
    tables = (context.comparability_source, context.overrides_source)
    cited = (*tables, *(one.source for one in passages if one), *claims)
    yield from (source for source in cited if source)


def _behind(framework: Matrix[Any, Any, Any]) -> tuple[Source, ...]:
    return (framework.source,) if framework.source else ()


def _all(evidence: FrozenMap[str, tuple[Cited, ...]]) -> Iterator[Cited]:
    return (piece for pieces in evidence.values() for piece in pieces)
