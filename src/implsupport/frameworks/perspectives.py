"""How implementation is seen: from the top, from the bottom, as local, as shared work.

Definitions that the Care Act report gives of the ways to look at implementation, each taken
apart into what it says.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = [
    "CollaborativeDesign",
    "CollaborativeResult",
    "Direction",
    "DownstreamActor",
    "LinearRational",
    "LocalUniversality",
    "TopDownAssumption",
]


class Direction(Term, source=cite("care-act-report", "p. 10, bottom-up after lipsky-1980")):
    """The two models of implementation, by where the policy is made.

    Source:
        care-act-report, p. 10, bottom-up after lipsky-1980; the glosses are ours. Status: source.

    >>> Direction.of("bottom-up").printed
    'The bottom-up explanation'
    """

    TOP_DOWN = (
        "top-down",
        "the policy is communicated to lower administrators, who are then responsible for it",
        "The top-down model",
    )
    BOTTOM_UP = (
        "bottom-up",
        "front-line actors can have discretion enough to influence implementation significantly",
        "The bottom-up explanation",
    )


class TopDownAssumption(Term, source=cite("care-act-report", "p. 7, after hupe-hill-2015")):
    """The three questionable assumptions of the top-down view.

    Source:
        care-act-report, p. 7, after hupe-hill-2015; the glosses are printed. Status: source.

    >>> TopDownAssumption.of("hierarchy").gloss
    'policy formation is more important than policy implementation'
    """

    CHRONOLOGICAL_ORDER = (
        "chronological-order",
        "expressed intentions precede action",
        "a chronological order",
    )
    LINEAR_CAUSAL_LOGIC = (
        "linear-causal-logic",
        "goals determine instruments and instruments determine results",
        "a linear causal logic",
    )
    HIERARCHY = (
        "hierarchy",
        "policy formation is more important than policy implementation",
        "a hierarchy",
    )


class LinearRational(Term, source=cite("care-act-report", "p. 15", status="adapted")):
    """What the linear-rational model of decision-making holds, in the positivist tradition.

    Source:
        care-act-report, p. 15, in its words; splitting them into three is ours. Status: adapted.

    >>> LinearRational.of("outcomes-monitored").gloss
    'outcomes are monitored against them'
    """

    OBJECTIVES_ESTABLISHED = (
        "objectives-established",
        "unambiguous objectives are established",
    )
    ACTION_FLOWS = (
        "action-flows",
        (
            "action upon them flows in predictable ways through established implementation "
            "structures"
        ),
    )
    OUTCOMES_MONITORED = "outcomes-monitored", "outcomes are monitored against them"


class LocalUniversality(
    Term, source=cite("care-act-report", "p. 10, after sausman-2016", status="adapted")
):
    """What local universality means: the general becomes local, in two steps.

    Source:
        care-act-report, p. 10, after sausman-2016, in the report's words; splitting them into two
        is ours. Status: adapted.

    >>> [step.label for step in LocalUniversality]
    ['tailored', 'enacted']
    """

    TAILORED = (
        "tailored",
        (
            "general rules, products or guidelines are shaped and tailored to fit into local "
            "contexts"
        ),
    )
    ENACTED = "enacted", "enacted within practices"


class CollaborativeDesign(
    Term, source=cite("care-act-report", "p. 11, after ansell-2017", status="adapted")
):
    """What collaborative policy design does.

    Source:
        care-act-report, p. 11, after ansell-2017: policies are to be designed in a way that
        ‘connects actors vertically and horizontally in a process of collaboration and joint
        deliberation’. Splitting it into three, and the glosses, are ours. Status: adapted.

    >>> [part.key for part in CollaborativeDesign]
    ['connects-vertically', 'connects-horizontally', 'joint-deliberation']
    """

    CONNECTS_VERTICALLY = (
        "connects-vertically",
        "actors at different levels are connected",
    )
    CONNECTS_HORIZONTALLY = (
        "connects-horizontally",
        "actors at the same level are connected",
    )
    JOINT_DELIBERATION = (
        "joint-deliberation",
        "they work together and deliberate jointly; dissent keeps its place",
    )


class CollaborativeResult(
    Term, source=cite("care-act-report", "p. 11, after ansell-2017", status="adapted")
):
    """What collaborative policy design is argued to lead to.

    Source:
        care-act-report, p. 11, after ansell-2017: "a joint commitment to, and responsibility for,
        the implementation of innovative policy design". Splitting it in two, and the glosses, are
        ours. Status: adapted.

    >>> len(CollaborativeResult)
    2
    """

    JOINT_COMMITMENT = "joint-commitment", "all parties are committed to the implementation"
    JOINT_RESPONSIBILITY = "joint-responsibility", "all parties are responsible for it"


class DownstreamActor(Term, source=cite("care-act-report", "p. 11")):
    """Local implementation actors with whom policy design should collaborate: examples.

    Source:
        care-act-report, p. 11 ("such as"); the glosses are ours. Status: source.

    >>> DownstreamActor.of("local service agencies").printed
    'a range of local service agencies'
    """

    END_USERS = "end-users", "those whom the policy is for"
    FRONTLINE_STAFF = "frontline-staff", "those who carry it out"
    LOCAL_SERVICE_AGENCIES = (
        "local-service-agencies",
        "the local bodies that they work with or for",
        "a range of local service agencies",
    )
