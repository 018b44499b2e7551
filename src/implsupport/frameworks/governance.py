"""The Multiple Governance Framework.

The locus that acts (system, organisation, individual), crossed with the level of governance
(constitutive, directive, operational), gives nine types of activity. Administrative layers lie
across the grid: an activity may span several of them, and several cells.
"""

from collections.abc import Iterable
from typing import Final

from implsupport import readings
from implsupport.matrix import Grid
from implsupport.readings import Placed, Placement
from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["GOVERNANCE", "ActivityType", "Level", "Locus", "place"]

_TABLE_1: Final = cite("every-child-matters-study", "Table 1, adapted there from hill-hupe-2009")


class Locus(Term, source=_TABLE_1):
    """The scale at which somebody acts; the loci have no order.

    Source:
        every-child-matters-study, Table 1 and the text around it. Status: source.

    >>> Locus.ORGANISATION.printed
    'Organizational'
    """

    SYSTEM = "system", "action of or between systems", "System"
    ORGANISATION = "organisation", "action of or between organisations", "Organizational"
    INDIVIDUAL = "individual", "action of or between individuals", "Individual"


class Level(Term, source=_TABLE_1):
    """The broad set of activities that an action belongs to; the levels have no order.

    Source:
        every-child-matters-study, Table 1. Status: source.

    >>> Level.of("directive").gloss
    'content/ substance'
    """

    CONSTITUTIVE = "constitutive", "structures/ institutions", "Constitutive"
    DIRECTIVE = "directive", "content/ substance", "Directive"
    OPERATIONAL = "operational", "managing of policy", "Operational"


class ActivityType(Term, source=_TABLE_1):
    """What activity stands in a cell of the grid, as its heading says.

    Source:
        every-child-matters-study, Table 1; the glosses only name the cell. Status: source.

    >>> ActivityType.of("managing contacts").printed
    '[Managing contacts]'
    """

    INSTITUTIONAL_DESIGN = (
        "institutional-design",
        "constitutive governance at the system locus",
        "[Institutional design]",
    )
    GENERAL_RULE_SETTING = (
        "general-rule-setting",
        "directive governance at the system locus",
        "[General rule setting]",
    )
    MANAGING_TRAJECTORIES = (
        "managing-trajectories",
        "operational governance at the system locus",
        "[Managing trajectories]",
    )
    DESIGNING_CONTEXTUAL_RELATIONS = (
        "designing-contextual-relations",
        "constitutive governance at the organisational locus",
        "[Designing contextual relations]",
    )
    CONTEXT_MAINTENANCE = (
        "context-maintenance",
        "directive governance at the organisational locus",
        "[Context maintenance]",
    )
    MANAGING_RELATIONS = (
        "managing-relations",
        "operational governance at the organisational locus",
        "[Managing relations]",
    )
    DEVELOPING_PROFESSIONAL_NORMS = (
        "developing-professional-norms",
        "constitutive governance at the individual locus",
        "[Developing professional norms]",
    )
    SITUATION_BOUND_RULE_APPLICATION = (
        "situation-bound-rule-application",
        "directive governance at the individual locus",
        "[Situation-bound rule application]",
    )
    MANAGING_CONTACTS = (
        "managing-contacts",
        "operational governance at the individual locus",
        "[Managing contacts]",
    )


GOVERNANCE: Final[Grid[Locus, Level, ActivityType]] = Grid(
    key="governance",
    title="Multiple Governance Framework",
    source=_TABLE_1,
    rows=Locus,
    cols=Level,
    cells={  # each: constitutive, directive, operational
        Locus.SYSTEM: (
            ActivityType.INSTITUTIONAL_DESIGN,
            ActivityType.GENERAL_RULE_SETTING,
            ActivityType.MANAGING_TRAJECTORIES,
        ),
        Locus.ORGANISATION: (
            ActivityType.DESIGNING_CONTEXTUAL_RELATIONS,
            ActivityType.CONTEXT_MAINTENANCE,
            ActivityType.MANAGING_RELATIONS,
        ),
        Locus.INDIVIDUAL: (
            ActivityType.DEVELOPING_PROFESSIONAL_NORMS,
            ActivityType.SITUATION_BOUND_RULE_APPLICATION,
            ActivityType.MANAGING_CONTACTS,
        ),
    },
    caveats=(
        "The grid has no sequence: reading it as one is what the study warns of (Figure 1).",
        (
            "The study could not cleanly tell constitutive from directive governance, and kept "
            "only the part of constitutive governance that concerns organisational arrangements."
        ),
        "Loci and layers did not separate strongly in the study's data.",
        "Factors that are not activities, the set design, have no cell in the framework.",
        "Whether an empty cell means that something is missing is an open question in the study.",
    ),
)
"""Locus crossed with level: the type of activity in each cell."""


def place(activities: Iterable[Placed]) -> Placement[Locus, Level, ActivityType]:
    """Put activities into the cells of the governance grid.

    Args:
        activities: Each with its key, its (locus, level) cells, and the layers it spans.

    Returns:
        The activities of every cell, the empty cells, and what has no cell.

    Raises:
        UnknownTermError: If a cell names a locus or a level that does not exist.
        IncompleteError: If two activities share a key.
        FrameworkError: If what is given is no list of activities: every thing that is none.

    Source:
        every-child-matters-study, Tables 1 and 2. Status: source.

    >>> from implsupport import cases
    >>> [
    ...     activity_type.key
    ...     for cell, activity_type in GOVERNANCE.items()
    ...     if cell in place(cases.every_child_matters()).empty
    ... ]
    ['general-rule-setting', 'developing-professional-norms', 'situation-bound-rule-application']
    """
    return readings.place(GOVERNANCE, activities)
