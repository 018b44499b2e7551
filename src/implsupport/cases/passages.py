"""What the sources say in words, and no record can hold.

Each passage keeps the words as printed, where they are printed, and a gap wherever the source
gives no judgement.
"""

from functools import cache

import attrs

from implsupport.cases.tables import printed_in, read
from implsupport.frameworks.governance import Level, Locus
from implsupport.sources import Source
from implsupport.terms import FrozenMap, Gap

__all__ = [
    "Deferral",
    "Misreading",
    "PerceivedSuccess",
    "deferral",
    "figure_1",
    "perceived_success",
]


@attrs.frozen
class Misreading:
    """A figure that its own authors print as a warning.

    Attributes:
        key: The printed title in kebab-case.
        title: The title as printed.
        label: What kind of figure it is: a misreading.
        cells: (locus, level) to what the figure writes there, as printed, from the top.
        caution: The authors' warning against reading the framework so.
        source: Where it is printed.

    >>> figure_1().title, figure_1().label
    ('Thinking Linearly about MGF', 'misreading')
    """

    key: str
    title: str
    label: str
    cells: FrozenMap[tuple[Locus, Level], str]
    caution: str
    source: Source


@attrs.frozen
class PerceivedSuccess:
    """How the support for a policy was perceived, in the words of the source.

    Attributes:
        policy: The key of the policy.
        words: The stretches of the page, as printed and in order: within one, the sentences
            follow one another in print; between two, other words stand.
        gap: Why the source draws no conclusion; None where it was viewed as successful.
        source: Where it is printed.

    >>> [one.policy for one in perceived_success().values() if one.gap]
    ['hwb', 'troubled-families']
    """

    policy: str
    words: tuple[str, ...]
    gap: Gap | None
    source: Source


@attrs.frozen
class Deferral:
    """A part of a policy put off, and what the source says this did to its place.

    Attributes:
        key: The key of the passage.
        policy: The key of the policy.
        part: The part put off.
        announced: When that was announced, as YYYY-MM.
        due: When the part was to take effect, as YYYY-MM.
        until: When it was put off to, as YYYY-MM.
        announcement: The sentence that says so.
        words: The sentence on Matland's matrix.
        before: Why no cell is given before.
        after: Why no cell is given after.
        source: Where it is printed.

    >>> deferral().part, deferral().due, deferral().until
    ('Phase 2', '2016-04', '2020-04')
    """

    key: str
    policy: str
    part: str
    announced: str
    due: str
    until: str
    announcement: str
    words: str
    before: Gap
    after: Gap
    source: Source


@cache
def figure_1() -> Misreading:
    """Show how the governance grid is misread as a line.

    Returns:
        The figure with the authors' caution; never a placement.

    Source:
        every-child-matters-study, Figure 1. Status: source.

    >>> figure_1().label, list(figure_1().cells.values())[1]
    ('misreading', 'Joint Planning')
    """
    table = read("every_child_matters_figure_1")
    figure, grid = table["figure"], table["table"]
    cells = {
        (Locus.of(locus), Level.of(level)): words
        for locus, row in grid["rows"].items()
        for level, words in zip(grid["columns"], row, strict=True)
        if words
    }
    return Misreading(
        key=figure["key"],
        title=table["head"]["title"],
        label=figure["label"],
        cells=FrozenMap(cells),
        caution=figure["caution"],
        source=printed_in(table),
    )


@cache
def perceived_success() -> FrozenMap[str, PerceivedSuccess]:
    """Tell how the support for the five comparable policies was perceived.

    Returns:
        Policy key to what is said of it, in the order of the page: two gaps, then three that
        were viewed as successful. Nothing is said of the Care Act.

    Source:
        care-act-report, "Implementation success", p. 29. Status: source.

    >>> perceived_success()["hwb"].gap, perceived_success()["sure-start"].gap
    (Gap.INSUFFICIENT_EVIDENCE, None)
    """
    table = read("care_act_perceived_success")
    return FrozenMap(
        {
            policy: PerceivedSuccess(
                policy=policy,
                words=tuple(case["words"]),
                gap=Gap.of(case["gap"]) if "gap" in case else None,
                source=printed_in(table),
            )
            for policy, case in table["cases"].items()
        }
    )


@cache
def deferral() -> Deferral:
    """Tell of the deferral of the Care Act's second phase.

    Returns:
        The dates, the one sentence on Matland's matrix, and no cell before or after.

    Source:
        care-act-report, "The Nature and Significance of the Care Act 2014", p. 31. Status:
        source.

    >>> deferral().announced, deferral().before, deferral().after
    ('2015-07', Gap.NOT_STATED, Gap.NOT_STATED)
    """
    table = read("care_act_phases")
    passage = table["deferral"]
    return Deferral(
        key=passage["key"],
        policy=table["policy"]["key"],
        part=passage["part"],
        announced=passage["announced"],
        due=passage["due"],
        until=passage["until"],
        announcement=passage["announcement"],
        words=passage["words"],
        before=Gap.of(passage["before"]),
        after=Gap.of(passage["after"]),
        source=printed_in(table),
    )
