"""Matland's ambiguity-conflict matrix.

How unclear a policy's goals and means are, crossed with how far the parties disagree, gives
four kinds of implementation, each with its own organising concept. On the kinds hang the
printed characteristics, the support that the Care Act report hypothesises for each, and
questions that help to decide high or low.
"""

from typing import Final

from implsupport import readings
from implsupport.matrix import Matrix, Typology
from implsupport.readings import Classification, Location
from implsupport.sources import cite
from implsupport.terms import FrozenMap, Scale, Term
from implsupport.vocabulary import Need, SupportFeature

__all__ = [
    "CHARACTERISTICS",
    "HYPOTHESISED_SUPPORT",
    "MATLAND",
    "PROMPTS",
    "Ambiguity",
    "Characteristic",
    "Conflict",
    "Implementation",
    "Prompt",
    "classify",
    "locate",
]


class Ambiguity(Scale, source=cite("care-act-report", "Table 1, p. 18, after matland-1995")):
    """How unclear the policy's goals and means are.

    Source:
        care-act-report, Table 1, p. 18, after matland-1995; the glosses are condensed from the
        table's bullets. Status: source.

    >>> Ambiguity.LOW < Ambiguity.HIGH
    True
    """

    LOW = "low", "goals shared and straightforward, means known", "LOW AMBIGUITY"
    HIGH = (
        "high",
        "cause and effect uncertain, or no clarity about what can be achieved",
        "HIGH AMBIGUITY",
    )


class Conflict(Scale, source=cite("care-act-report", "Table 1, p. 18, after matland-1995")):
    """How far the parties disagree over the policy.

    Source:
        care-act-report, Table 1, p. 18, after matland-1995; the glosses are condensed from the
        table's bullets. Status: source.

    >>> Conflict.of("high").printed
    'HIGH CONFLICT'
    """

    LOW = "low", "the objective is generally shared", "LOW CONFLICT"
    HIGH = "high", "the activity is strongly contested", "HIGH CONFLICT"


class Implementation(Term, source=cite("care-act-report", "Table 1, p. 18, after matland-1995")):
    """The four kinds of implementation; the gloss is the kind's key organising concept.

    Source:
        care-act-report, Table 1, p. 18, after matland-1995. Status: source.

    >>> [kind.gloss for kind in Implementation]
    ['resources', 'power', 'context', 'collaborative strength']
    """

    ADMINISTRATIVE = "administrative", "resources", "ADMINISTRATIVE IMPLEMENTATION"
    POLITICAL = "political", "power", "POLITICAL IMPLEMENTATION"
    EXPERIMENTAL = "experimental", "context", "EXPERIMENTAL IMPLEMENTATION"
    SYMBOLIC = "symbolic", "collaborative strength", "SYMBOLIC IMPLEMENTATION"


MATLAND: Final[Typology[Ambiguity, Conflict, Implementation]] = Typology(
    key="matland",
    title="Ambiguity-conflict matrix",
    source=cite("care-act-report", "Table 1, p. 18, after matland-1995"),
    rows=Ambiguity,
    cols=Conflict,
    cells={
        #                Conflict.LOW                   Conflict.HIGH
        Ambiguity.LOW: (Implementation.ADMINISTRATIVE, Implementation.POLITICAL),
        Ambiguity.HIGH: (Implementation.EXPERIMENTAL, Implementation.SYMBOLIC),
    },
    caveats=(
        (
            "Matland's axes are continuous and have no tipping point: high and low are judgements "
            "(matland-1995)."
        ),
        "A placement holds for a part, a date and a layer of a policy, not for its name.",
    ),
)
"""Ambiguity crossed with conflict: the kind of implementation in each cell."""


class Characteristic(Term, source=cite("care-act-report", "Table 1, p. 18")):
    """The bullets of the matrix, in the order of the page; the gloss is the printed wording.

    One bullet is garbled in print: there `printed` holds the page's words and the gloss ours.

    Source:
        care-act-report, Table 1, p. 18; the keys are ours. Status: source.

    >>> Characteristic.of("no-strong-coalition").gloss
    'no strong coalition to create progress'
    """

    LOW_AMBIGUITY_AND_LOW_CONFLICT = (
        "low-ambiguity-and-low-conflict",
        "low ambiguity and low conflict",
    )
    RATIONAL_DECISION_PROCESS = (
        "rational-decision-process",
        "the pre-requisite conditions for a rational decision process are in place",
    )
    SHARED_OBJECTIVE = (
        "shared-objective",
        "an activity associated with a generally shared and straightforward objective",
    )
    SUITABLE_FOR_TOP_DOWN = (
        "suitable-for-top-down",
        "suitable for the application of a top-down approach",
    )
    CONCEPT_RESOURCES = "concept-resources", "key organising concept: resources"

    LOW_AMBIGUITY_BUT_HIGH_CONFLICT = (
        "low-ambiguity-but-high-conflict",
        "low ambiguity but high conflict",
    )
    STRONGLY_CONTESTED = (
        "strongly-contested",
        "a straightforward but strongly contested activity",
    )
    AMENABLE_TO_INTERACTION = (
        "amenable-to-interaction",
        "amenable to interaction and feedback",
    )
    LOCATION_OF_AUTHORITY = (
        "location-of-authority",
        "implementation outcomes determined by the location of authority",
    )
    CONCEPT_POWER = "concept-power", "key organising concept: power"

    HIGH_AMBIGUITY_BUT_LOW_CONFLICT = (
        "high-ambiguity-but-low-conflict",
        "high ambiguity but low conflict",
    )
    UNCERTAIN_MECHANISMS = (
        "uncertain-mechanisms",
        "a complex policy domain where cause-effect mechanisms are uncertain",
    )
    ENVIRONMENTAL_INFLUENCES = (
        "environmental-influences",
        (
            "environmental influences likely to be important; different organisations implement "
            "different policies"
        ),
    )
    BOTTOM_UP_LIKELY = (
        "bottom-up-likely",
        "bottom-up approaches likely to be important",
    )
    CONCEPT_CONTEXT = "concept-context", "key organising concept: context"

    HIGH_CONFLICT_AND_HIGH_AMBIGUITY = (
        "high-conflict-and-high-ambiguity",
        "high conflict and high ambiguity",
    )
    ABSENCE_OF_CLARITY = (
        "absence-of-clarity",
        "an absence of clarity about what can be achieved",
        "an absence of clarity about what can be achieved conflict and ambiguity",
    )
    NO_STRONG_COALITION = "no-strong-coalition", "no strong coalition to create progress"
    PROFESSIONAL_VALUES = (
        "professional-values",
        "significant professional values and allegiances",
    )
    NEITHER_COMMITTED = (
        "neither-committed",
        "neither top nor bottom stakeholders committed",
    )
    CONCEPT_COLLABORATIVE_STRENGTH = (
        "concept-collaborative-strength",
        "key organising concept: collaborative strength",
    )


CHARACTERISTICS: Final[FrozenMap[Implementation, tuple[Characteristic, ...]]] = FrozenMap(
    {
        Implementation.ADMINISTRATIVE: (
            Characteristic.LOW_AMBIGUITY_AND_LOW_CONFLICT,
            Characteristic.RATIONAL_DECISION_PROCESS,
            Characteristic.SHARED_OBJECTIVE,
            Characteristic.SUITABLE_FOR_TOP_DOWN,
            Characteristic.CONCEPT_RESOURCES,
        ),
        Implementation.POLITICAL: (
            Characteristic.LOW_AMBIGUITY_BUT_HIGH_CONFLICT,
            Characteristic.STRONGLY_CONTESTED,
            Characteristic.AMENABLE_TO_INTERACTION,
            Characteristic.LOCATION_OF_AUTHORITY,
            Characteristic.CONCEPT_POWER,
        ),
        Implementation.EXPERIMENTAL: (
            Characteristic.HIGH_AMBIGUITY_BUT_LOW_CONFLICT,
            Characteristic.UNCERTAIN_MECHANISMS,
            Characteristic.ENVIRONMENTAL_INFLUENCES,
            Characteristic.BOTTOM_UP_LIKELY,
            Characteristic.CONCEPT_CONTEXT,
        ),
        Implementation.SYMBOLIC: (
            Characteristic.HIGH_CONFLICT_AND_HIGH_AMBIGUITY,
            Characteristic.ABSENCE_OF_CLARITY,
            Characteristic.NO_STRONG_COALITION,
            Characteristic.PROFESSIONAL_VALUES,
            Characteristic.NEITHER_COMMITTED,
            Characteristic.CONCEPT_COLLABORATIVE_STRENGTH,
        ),
    }
)
"""Kind to its printed characteristics, in the order of the page (Table 1, p. 18)."""


class Prompt(Term, source=cite("matland-1995", status="ours")):
    """What to ask when deciding high or low; the gloss is the question.

    Goals and means decide ambiguity: either suffices. Interdependence, incompatibility and
    stakes decide conflict: it needs all three. `calibration.ambiguity_degree` and
    `calibration.conflict_degree` combine the answers where they are graded.

    Source:
        The questions are this library's wording, after matland-1995. Status: ours.

    >>> PROMPTS[Conflict][-1].gloss
    'How much is at stake for the parties?'
    """

    GOALS = "goals", "Do the parties state the policy's goals differently, or not at all?"
    MEANS = "means", "Is it uncertain what would have to be done, by whom, with which tools?"
    INTERDEPENDENCE = "interdependence", "How far do the parties depend on each other to act?"
    INCOMPATIBILITY = "incompatibility", "How far do their aims for the policy exclude each other?"
    STAKES = "stakes", "How much is at stake for the parties?"


PROMPTS: Final[FrozenMap[type[Scale], tuple[Prompt, ...]]] = FrozenMap(
    {
        Ambiguity: (Prompt.GOALS, Prompt.MEANS),
        Conflict: (Prompt.INTERDEPENDENCE, Prompt.INCOMPATIBILITY, Prompt.STAKES),
    }
)
"""Axis to the questions that help to decide it. Status: ours, after matland-1995."""


_NO, _AS, _RE, _MB = Need.NOT_NAMED, Need.ASSOCIATED, Need.REQUIRED, Need.MAY_BE_REQUIRED

HYPOTHESISED_SUPPORT: Final[Matrix[Implementation, SupportFeature, Need]] = Matrix(
    key="hypothesised-support",
    title="Support hypothesised for each kind of implementation",
    source=cite("care-act-report", "pp. 18-19", status="adapted"),
    rows=Implementation,
    cols=SupportFeature,
    cells={
        # In the order of the features: guidance, regulation, performance management;
        # flexibility, collaborative working; bottom-up, context, problem-solving; capacity.
        Implementation.ADMINISTRATIVE: (_AS, _AS, _AS, _NO, _NO, _NO, _NO, _NO, _NO),
        Implementation.POLITICAL: (_AS, _AS, _AS, _RE, _RE, _NO, _NO, _NO, _NO),
        Implementation.EXPERIMENTAL: (_NO, _NO, _NO, _NO, _NO, _AS, _AS, _AS, _NO),
        Implementation.SYMBOLIC: (_NO, _NO, _NO, _NO, _NO, _AS, _AS, _AS, _MB),
    },
    caveats=(
        "The Care Act report hypothesises which support suits which kind; it has not tested it.",
        "That conflict adds features and ambiguity replaces them is this library's reading.",
        (
            "The report says top-down performance management for administrative implementation and "
            "performance management for political; one feature stands for both here."
        ),
    ),
)
"""Kind crossed with feature of support: what the Care Act report hypothesises."""


def classify(
    *, ambiguity: Ambiguity | str, conflict: Conflict | str
) -> Classification[Ambiguity, Conflict, Implementation]:
    """Place a policy in Matland's matrix.

    Args:
        ambiguity: How unclear the policy's goals and means are: low or high.
        conflict: How far the parties disagree over it: low or high.

    Returns:
        The cell that the policy falls in; `kind` is the kind of implementation.

    Raises:
        UnknownTermError: If either is not "low" or "high".

    Source:
        care-act-report, Table 1, p. 18, after matland-1995. Status: source.

    >>> classify(ambiguity="high", conflict="low").kind
    Implementation.EXPERIMENTAL
    """
    return readings.classify(MATLAND, ambiguity, conflict)


def locate(
    *, ambiguity: float | None, conflict: float | None
) -> Location[Ambiguity, Conflict, Implementation]:
    """Place a policy in Matland's matrix by degree.

    Args:
        ambiguity: How far ambiguity is high, from 0 to 1; None if it is not known.
        conflict: How far conflict is high, from 0 to 1; None if it is not known.

    Returns:
        The membership of all four kinds first, then the kind above 0.5 or the candidates.

    Raises:
        UnknownTermError: If a degree is not a number from 0 to 1.

    Source:
        matland-1995 for the axes; fuzzy-set ideal types after kvist-2007 and ragin-2008. The
        minimum, the crossover at 0.5 and the margin are a choice of this library. Status: ours.

    >>> place = locate(ambiguity=0.75, conflict=0.25)
    >>> place.kind, place.margin
    (Implementation.EXPERIMENTAL, 0.25)
    """
    return readings.locate(MATLAND, ambiguity, conflict)
