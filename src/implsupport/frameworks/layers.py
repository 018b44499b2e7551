"""What lies outside the cells of the Multiple Governance Framework.

Administrative layers lie across its grid, the set design has no cell in it, and its users leave
questions open. The grid itself is `governance`.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["AdministrativeLayer", "OpenQuestion", "SetDesign"]


class AdministrativeLayer(
    Term,
    source=cite("every-child-matters-study", "Table 1, adapted there from hill-hupe-2009"),
):
    """Formal administrative layers: the examples of the table. Records name layers freely.

    Source:
        every-child-matters-study, Table 1 ("For example"); the glosses are ours. Status: source.

    >>> AdministrativeLayer.of("local").printed
    'Local (State or County)'
    """

    NATIONAL = "national", "the government of the whole country", "National (Federal)"
    LOCAL = "local", "the government of a part of it", "Local (State or County)"


class SetDesign(
    Term, source=cite("every-child-matters-study", "Discussion, Challenges with the Framework")
):
    """Factors, not activities, that helped: where they fit in the grid is an open question.

    Source:
        every-child-matters-study, Discussion, Challenges with the Framework ("some of these");
        the glosses are printed. Status: source.

    >>> [factor.label for factor in SetDesign]
    ['visionary leadership', 'change champions', 'engaged frontline workers']
    """

    VISIONARY_LEADERSHIP = (
        "visionary-leadership",
        ("visionary leadership willing to take risks and reform a large, complicated system"),
    )
    CHANGE_CHAMPIONS = "change-champions", "change champions"
    ENGAGED_FRONTLINE_WORKERS = (
        "engaged-frontline-workers",
        (
            "frontline workers engaged and enthused by a new policy environment within which to "
            "improve their practice"
        ),
    )


class OpenQuestion(
    Term,
    source=cite(
        "every-child-matters-study", "Discussion, New Directions for Strengthening the Framework"
    ),
):
    """What the study leaves open about the framework; the glosses are printed.

    Source:
        every-child-matters-study, Discussion, New Directions for Strengthening the Framework.
        Status: source.

    >>> OpenQuestion.of("levels interact").gloss
    'how do different levels interact with each other?'
    """

    LEVELS_INTERACT = "levels-interact", "how do different levels interact with each other?"
    OVERLAP = (
        "overlap",
        (
            "What does it mean to have an implementation activity overlap between different layers "
            "of formal government or loci of policy actors?"
        ),
    )
    EMPTY_CELLS = (
        "empty-cells",
        (
            "If there are empty cells in the MGF matrix, is there something missing from the "
            "implementation process that identifies success or failure?"
        ),
    )
    INFORM_AND_CRITIQUE = (
        "inform-and-critique",
        ("Are there ways in which using MGF helps to inform and critique policy implementation?"),
    )
