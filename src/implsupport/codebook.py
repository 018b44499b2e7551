"""Every word of every vocabulary, with its gloss and its source: what coders work from."""

import inspect
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from types import ModuleType
from typing import Any, Final

import attrs

from implsupport import frameworks as shipped
from implsupport import terms, vocabulary
from implsupport.evaluation import claims, coefficients, expectations, orders, panels, ratings
from implsupport.frameworks import CATALOGUE
from implsupport.matrix import Matrix
from implsupport.sources import Source, Status
from implsupport.terms import Scale, Term

__all__ = ["FRAMEWORK", "SCHEMA", "VOCABULARIES", "Entry", "as_json", "as_markdown", "codebook"]

SCHEMA: Final = "implsupport/codebook/1"
"""The name of the JSON form."""

FRAMEWORK: Final = "framework"
"""What stands in place of a vocabulary's name where an entry is a framework."""


@attrs.frozen
class Entry:
    """One line of the codebook: a term of a vocabulary, or a framework.

    Attributes:
        vocabulary: The name of the vocabulary, or *framework*.
        about: What the vocabulary holds, in a sentence; empty where it does not say.
        ordered: Whether its terms stand in order, least to most.
        key: The key that files hold.
        label: The key as people read it; the title of a framework.
        gloss: What the term means; the two vocabularies that a framework crosses.
        printed: The source's own heading, where it differs from the label.
        source: The citation with page or table; empty where the words are of no source.
        status: Whether the source has the terms: *source* (printed there), *adapted*, or *ours*.
        gloss_status: Whose words the gloss is in: *source* (printed there), *adapted* (condensed
            from what is printed there), or *ours*. A source may print a list of terms that it
            does not define.

    >>> from implsupport import success
    >>> entry = codebook([success.Attainment], frameworks=[])[0]
    >>> entry.printed, entry.status, entry.gloss, entry.gloss_status
    ('RELATIVE FAILURE', 'source', 'the criterion is largely not attained', 'ours')
    """

    vocabulary: str
    about: str
    ordered: bool
    key: str
    label: str
    gloss: str
    printed: str
    source: str
    status: Status
    gloss_status: Status = "ours"


def _modules() -> Iterator[ModuleType]:
    yield from (terms, vocabulary)
    named = (vars(shipped)[name] for name in shipped.__all__)
    yield from (value for value in named if inspect.ismodule(value))
    yield from (claims, coefficients, expectations, orders, panels, ratings)


def _declared(module: ModuleType) -> list[type[Term]]:
    """List the vocabularies that a module makes public, in the order of its text."""
    return [
        value
        for name, value in vars(module).items()
        if name in module.__all__ and inspect.isclass(value)
        if issubclass(value, Term) and len(value) > 0 and value.__module__ == module.__name__
    ]


VOCABULARIES: Final[tuple[type[Term], ...]] = tuple(
    words for module in _modules() for words in _declared(module)
)
"""Every public vocabulary of kernel, frameworks and evaluation: found there, not listed here."""


_PRINTED: Final[frozenset[type[Term]]] = frozenset(
    {
        shipped.care_act.CareActDuty,
        shipped.care_act.NationalProduct,
        shipped.care_act.SupportPriority,
        shipped.care_act.SupportReason,
        shipped.care_act_boards.BoardPurpose,
        shipped.care_act_boards.DeliveryBoardTask,
        shipped.care_act_boards.OfficeRemit,
        shipped.care_act_boards.RegionalFunction,
        shipped.care_act_findings.InterviewSupport,
        shipped.care_act_findings.MinutesSupport,
        shipped.care_act_study.ExploredQuestion,
        shipped.care_act_study.InterviewTopic,
        shipped.care_act_study.NextStep,
        shipped.care_act_study.ResearchObjective,
        shipped.comparability.ComparabilityCriterion,
        shipped.comparability.ExtractionField,
        shipped.comparability.SelectionCriterion,
        shipped.definitions.SuccessDefinition,
        shipped.degrees.FailureDegree,
        shipped.degrees.SpectrumEnd,
        shipped.delivery_units.DeliveryFunction,
        shipped.delivery_units.DeliveryLesson,
        shipped.every_child_matters.AssessmentStage,
        shipped.every_child_matters.ChildTheme,
        shipped.every_child_matters.CommissioningStep,
        shipped.every_child_matters.PlanContent,
        shipped.governance.Level,
        shipped.governance.Locus,
        shipped.hindrances.AccountabilityFault,
        shipped.hindrances.BlunderFeature,
        shipped.hindrances.CyclePhase,
        shipped.hindrances.DesignFault,
        shipped.hindrances.LongTermFeature,
        shipped.hindrances.MissingVoice,
        shipped.hindrances.ShunningReason,
        shipped.layers.OpenQuestion,
        shipped.layers.SetDesign,
        shipped.matland.Characteristic,
        shipped.matland.Implementation,
        shipped.perspectives.LinearRational,
        shipped.perspectives.LocalUniversality,
        shipped.perspectives.TopDownAssumption,
        shipped.planning.SignificanceTrigger,
        shipped.process.StagesCriticism,
        shipped.support.CapacityQuestion,
        shipped.support.ModelElement,
        shipped.transparency.TransparencyQuestion,
    }
)
"""The vocabularies whose glosses stand in the source: each was looked up there."""

_OURS_AMONG_PRINTED: Final[frozenset[Term]] = frozenset(
    {shipped.definitions.SuccessDefinition.AGENCIES_COMPLY, shipped.degrees.SpectrumEnd.SUCCESS}
)

_CONDENSED: Final[frozenset[type[Term]]] = frozenset(
    {
        shipped.care_act.SupportArea,
        shipped.care_act.SupportPrinciple,
        shipped.care_act_findings.CampaignPhase,
        shipped.care_act_findings.EffectivenessStrand,
        shipped.care_act_findings.MinuteTheme,
        shipped.care_act_study.ResearchLevel,
        shipped.every_child_matters.AssessmentRole,
        shipped.matland.Ambiguity,
        shipped.matland.Conflict,
        shipped.process.ImplementationPoint,
        vocabulary.Purpose,
        vocabulary.SupportModel,
    }
)
"""The vocabularies whose glosses say in fewer words what stands in the source."""


def codebook(
    vocabularies: Iterable[type[Term]] = VOCABULARIES,
    *,
    frameworks: Iterable[Matrix[Any, Any, Any]] = CATALOGUE,
) -> tuple[Entry, ...]:
    """List every term of the vocabularies, and of those that the frameworks use.

    Args:
        vocabularies: The vocabularies to list; by default every public one.
        frameworks: The frameworks to list; by default every one shipped.

    Returns:
        The frameworks in the order given; then the terms, vocabulary by vocabulary, in the order
        of each. A vocabulary of a framework that is not among those given comes after them.

    Glosses of vocabularies that are not of this library are taken to be nobody's but the
    vocabulary's: *ours*.

    Source:
        Each vocabulary names its own; listing them is ours. Status: ours.

    >>> from implsupport import success
    >>> [entry.key for entry in codebook([], frameworks=[success.SUCCESS])][:3]
    ['success', 'legitimacy', 'stakeholders']
    """
    given = tuple(frameworks)
    used = (words for framework in given for words in _used(framework))
    listed = dict.fromkeys((*vocabularies, *used))
    return (
        *(_framework_entry(framework) for framework in given),
        *(_entry(words, term) for words in listed for term in words),
    )


def _used(framework: Matrix[Any, Any, Any]) -> tuple[type[Term], ...]:
    in_cells = (type(cell) for _, cell in framework.items() if isinstance(cell, Term))
    return (framework.rows, framework.cols, *in_cells)


def _framework_entry(framework: Matrix[Any, Any, Any]) -> Entry:
    citation, status = _cited(framework.source)
    return Entry(
        vocabulary=FRAMEWORK,
        about="Two vocabularies crossed, with something in every cell.",
        ordered=False,
        key=framework.key,
        label=framework.title,
        gloss=f"{framework.rows.__name__} × {framework.cols.__name__}",
        printed="",
        source=citation,
        status=status,
    )


def _entry(words: type[Term], term: Term) -> Entry:
    citation, status = _cited(words.source)
    return Entry(
        vocabulary=words.__name__,
        about=(words.__doc__ or "").strip().partition("\n")[0],
        ordered=issubclass(words, Scale),
        key=term.key,
        label=term.label,
        gloss=term.gloss,
        printed=term.printed,
        source=citation,
        status=status,
        gloss_status=_gloss_status(term),
    )


def _gloss_status(term: Term) -> Status:
    words = type(term)
    if words in _PRINTED and term not in _OURS_AMONG_PRINTED:
        return "source"
    return "adapted" if words in _CONDENSED else "ours"


def _cited(source: Source | None) -> tuple[str, Status]:
    """Take the status out of the citation, for it has a place of its own."""
    if source is None:
        return "", "ours"
    return attrs.evolve(source, status="source").citation, source.status


def as_json(entries: Iterable[Entry]) -> str:
    """Write entries as JSON.

    Args:
        entries: What `codebook` returns, or some of it.

    Returns:
        An object with *schema* and *entries*, one object an entry with its fields in order; the
        last line ends in a newline.

    Source:
        This library. Status: ours.

    >>> as_json([]).split()
    ['{', '"schema":', '"implsupport/codebook/1",', '"entries":', '[]', '}']
    """
    form = {"schema": SCHEMA, "entries": [attrs.asdict(entry) for entry in entries]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def as_markdown(entries: Iterable[Entry]) -> str:
    """Write entries as Markdown: a section for each vocabulary, and in it a table.

    Args:
        entries: What `codebook` returns, or some of it.

    Returns:
        The document; the last line ends in a newline.

    Source:
        This library. Status: ours.

    >>> from implsupport.terms import Gap
    >>> print(as_markdown(codebook([Gap], frameworks=[])[:1]))
    # Codebook
    <BLANKLINE>
    ## Gap
    <BLANKLINE>
    Why there is no grade. A gap keeps its reason and never becomes a grade. (ours)
    <BLANKLINE>
    | key | gloss | gloss is | printed |
    |---|---|---|---|
    | not-assessed | nobody has judged it yet | ours |  |
    <BLANKLINE>
    """
    groups = groupby(entries, key=lambda entry: (entry.vocabulary, entry.about, entry.ordered))
    sections = [_section(name, list(group)) for (name, _, _), group in groups]
    return "\n\n".join(["# Codebook", *sections]) + "\n"


def _section(name: str, entries: list[Entry]) -> str:
    return _frameworks(entries) if name == FRAMEWORK else _vocabulary(name, entries)


def _frameworks(entries: list[Entry]) -> str:
    rows = [(entry.key, entry.label, entry.gloss, _stated(entry)) for entry in entries]
    return "\n\n".join(["## Frameworks", _table(("key", "title", "crosses", "source"), rows)])


def _vocabulary(name: str, entries: list[Entry]) -> str:
    first = entries[0]
    order = "In order, least to most." if first.ordered else ""
    head = " ".join(part for part in (_inline(first.about), order, _stated(first)) if part)
    heading = ("key", "gloss", "gloss is", "printed")
    rows = [(entry.key, entry.gloss, entry.gloss_status, entry.printed) for entry in entries]
    return "\n\n".join([f"## {name}", head, _table(heading, rows)])


def _stated(entry: Entry) -> str:
    return " ".join(part for part in (_inline(entry.source), f"({entry.status})") if part)


def _table(heading: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    first, *rest = (f"| {' | '.join(map(_cell, row))} |" for row in (heading, *rows))
    return "\n".join([first, "|" + "---|" * len(heading), *rest])


def _cell(text: str) -> str:
    return _inline(text).replace("|", "\\|")


def _inline(text: str) -> str:
    """Keep text on one line, and keep it text where it holds a tag."""
    return " ".join(text.split()).replace("<", "&lt;")
