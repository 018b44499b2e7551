"""What goes wrong with policies, and what stands in the way of implementation.

Policy blunders and their two structural causes; the four broad hindrances, each with what the
Care Act report lists under it; and the faults of policy design. Causes have no order of weight.
"""

from typing import Final

from implsupport.sources import cite
from implsupport.terms import FrozenMap, Term

__all__ = [
    "FACTORS",
    "AccountabilityFault",
    "BlunderFeature",
    "CyclePhase",
    "DesignFault",
    "Hindrance",
    "LongTermArea",
    "LongTermFeature",
    "MissingVoice",
    "OverOptimism",
    "ShunningReason",
    "StructuralCause",
]


class BlunderFeature(Term, source=cite("care-act-report", "p. 8, after king-crewe-2013")):
    """What makes a policy failure a blunder: all four together; the glosses are printed.

    King and Crewe studied twelve government policies that had them.

    Source:
        care-act-report, p. 8, after king-crewe-2013. Status: source.

    >>> len(BlunderFeature)
    4
    """

    FAILED_IN_OBJECTIVES = "failed-in-objectives", "failed in their objectives"
    WASTED_PUBLIC_MONEY = "wasted-public-money", "spent and wasted large amounts of public money"
    WRECKED_LIVES = "wrecked-lives", "‘wrecked the lives of ordinary people’"
    FORESEEABLE = "foreseeable", "were foreseeable"


class StructuralCause(Term, source=cite("care-act-report", "p. 8, after king-crewe-2013")):
    """The two structural causes of blunders; `FACTORS` lists what belongs to each.

    Source:
        care-act-report, p. 8, after king-crewe-2013; the glosses are ours. Status: source.

    >>> StructuralCause.of("deficit of deliberation").printed
    'A Deficit of Deliberation'
    """

    DEFICIT_OF_DELIBERATION = (
        "deficit-of-deliberation",
        "the government did not deliberate with those concerned; bills were rushed",
        "A Deficit of Deliberation",
    )
    DEFICIT_OF_ACCOUNTABILITY = (
        "deficit-of-accountability",
        "ministers tend not to answer for the outcomes of what they start",
        "A Deficit of Accountability",
    )


class MissingVoice(Term, source=cite("care-act-report", "p. 8, after king-crewe-2013")):
    """With whom the government did not deliberate; the glosses are printed.

    Source:
        care-act-report, p. 8, after king-crewe-2013. Status: source.

    >>> MissingVoice.of("independent-experts").gloss
    'independent experts'
    """

    MOST_DIRECTLY_AFFECTED = "most-directly-affected", "the people most directly affected"
    THOSE_WHO_APPLY_IT = "those-who-apply-it", "those whose job it is to apply a policy"
    INDEPENDENT_EXPERTS = "independent-experts", "independent experts"
    THOSE_OPPOSED = "those-opposed", "those opposed to the policy"


class AccountabilityFault(Term, source=cite("care-act-report", "p. 8, after king-crewe-2013")):
    """How the deficit of accountability shows; the glosses are printed.

    Source:
        care-act-report, p. 8, after king-crewe-2013. Status: source.

    >>> [fault.key for fault in AccountabilityFault]
    ['moved-on', 'short-term-results']
    """

    MOVED_ON = "moved-on", "by the time a blunder becomes apparent, they have moved on or out"
    SHORT_TERM_RESULTS = (
        "short-term-results",
        (
            "ministers are attracted to short-term results and to pushing through policies as "
            "quickly as possible"
        ),
    )


class Hindrance(Term, source=cite("care-act-report", "p. 8, headings pp. 9-11")):
    """The four broad hindrances to implementation; `FACTORS` has what is listed under each.

    Source:
        care-act-report, p. 8, headings pp. 9-11; the glosses are ours. Status: source.

    >>> [len(FACTORS[hindrance]) for hindrance in Hindrance]
    [2, 0, 0, 2]
    """

    OVERLY_OPTIMISTIC_EXPECTATIONS = (
        "overly-optimistic-expectations",
        "time, costs and risks are underestimated, and benefits overestimated",
        "Overly Optimistic Expectations",
    )
    IMPLEMENTATION_IN_DISPERSED_GOVERNANCE = (
        "implementation-in-dispersed-governance",
        "a national policy is delivered by bodies that have some authority of their own",
        "Implementation in Dispersed Governance",
    )
    INADEQUATE_COLLABORATIVE_POLICYMAKING = (
        "inadequate-collaborative-policymaking",
        "the policy is designed without those who will implement it",
        "Inadequate Collaborative Policymaking",
    )
    VAGARIES_OF_THE_POLITICAL_CYCLE = (
        "vagaries-of-the-political-cycle",
        "the political will that a change over a long time needs dissipates",
        "Vagaries of the Political Cycle",
    )


class LongTermFeature(Term, source=cite("care-act-report", "p. 9, after ilott-2016")):
    """What the four long-term policy areas share that complicated delivery.

    Source:
        care-act-report, p. 9, after ilott-2016; the glosses are printed. Status: source.

    >>> LongTermFeature.of("spans-siloes").gloss
    'the causes and effects span government siloes'
    """

    UNEVEN_COSTS_AND_BENEFITS = (
        "uneven-costs-and-benefits",
        (
            "costs and benefits are distributed unevenly over time – there is a long-time lag "
            "between implementation and positive outcomes"
        ),
    )
    CONTESTED_AND_HARD_TO_DELIVER = (
        "contested-and-hard-to-deliver",
        "they are intellectually contested, politically contentious and hard to deliver",
    )
    SPANS_SILOES = "spans-siloes", "the causes and effects span government siloes"


class LongTermArea(Term, source=cite("care-act-report", "p. 9, after ilott-2016")):
    """The policy areas in which the features of long-term policy were found.

    Source:
        care-act-report, p. 9, after ilott-2016; the glosses are ours. Status: source.

    >>> LongTermArea.of("rough sleepers in England").gloss
    'England'
    """

    UK_CLIMATE_CHANGE = "uk-climate-change", "United Kingdom", "UK climate change"
    UK_INTERNATIONAL_DEVELOPMENT = (
        "uk-international-development",
        "United Kingdom",
        "UK international development",
    )
    IRISH_ANTI_POVERTY_STRATEGIES = (
        "irish-anti-poverty-strategies",
        "Ireland",
        "Irish anti-poverty strategies",
    )
    ROUGH_SLEEPERS_IN_ENGLAND = (
        "rough-sleepers-in-england",
        "England",
        "rough sleepers in England",
    )


class OverOptimism(
    Term, source=cite("care-act-report", "pp. 9-10, after national-audit-office-2013")
):
    """The five interacting factors that contribute to over-optimism.

    Source:
        care-act-report, pp. 9-10, after national-audit-office-2013; the glosses are ours.
        Status: source.

    >>> OverOptimism.of("Evidence Base").printed
    'Evidence Base'
    """

    COMPLEXITY = (
        "complexity",
        "delivery is harder than thought: a solution is chosen before the context is understood",
        "Complexity",
    )
    EVIDENCE_BASE = (
        "evidence-base",
        "plans rest on poorly thought through data and modelling",
        "Evidence Base",
    )
    STAKEHOLDERS = (
        "stakeholders",
        "government thinks it can align the differing views of those who must work together",
        "Stakeholders",
    )
    BEHAVIOUR_AND_INCENTIVES = (
        "behaviour-and-incentives",
        "‘strategic misrepresentation’: people boost their own prospects by winning investment",
        "Behaviour and Incentives",
    )
    CHALLENGE_AND_ACCOUNTABILITY = (
        "challenge-and-accountability",
        "decision-makers seek quick recognition, and have moved on when problems emerge",
        "Challenge and Accountability",
    )


class CyclePhase(Term, source=cite("care-act-report", "p. 11, after ilott-2016")):
    """The three phases of the political cycle, in their sequence; the glosses are printed.

    Source:
        care-act-report, p. 11, after ilott-2016. Status: source.

    >>> [phase.printed for phase in CyclePhase]
    ['Rising Salience', 'Building Blocks', 'Embedding']
    """

    RISING_SALIENCE = (
        "rising-salience",
        "an issue becomes politicised, gaining the attention of ministers",
        "Rising Salience",
    )
    BUILDING_BLOCKS = (
        "building-blocks",
        (
            "politicians and officials put in place the policies, institutions and targets aimed "
            "at resolving the problem"
        ),
        "Building Blocks",
    )
    EMBEDDING = (
        "embedding",
        (
            "the period at risk of diminishing political interest during which the ‘building "
            "blocks’ nevertheless need to deliver some evidence of success"
        ),
        "Embedding",
    )


class ShunningReason(Term, source=cite("care-act-report", "p. 12, after ansell-2017")):
    """Why politicians might shun engagement with implementation; the glosses are printed.

    Source:
        care-act-report, p. 12, after ansell-2017. Status: source.

    >>> ShunningReason.of("undue-ties").gloss
    'undue ties to partisan interest groups'
    """

    POPULAR_SENTIMENT = (
        "popular-sentiment",
        (
            "policies have been adopted with high popular sentiment but little prospect of "
            "successful implementation"
        ),
    )
    UNWILLINGNESS_TO_SHARE_AUTHORITY = (
        "unwillingness-to-share-authority",
        "an unwillingness to share authority with others deemed less politically important",
    )
    IDEOLOGICAL_FERVOUR = (
        "ideological-fervour",
        "possession of an ideological fervour unsuited to collaborative governance",
    )
    UNDUE_TIES = "undue-ties", "undue ties to partisan interest groups"
    UNDULY_QUICK_SOLUTIONS = (
        "unduly-quick-solutions",
        "the perceived need to deliver unduly quick solutions to complex issues",
    )


class DesignFault(Term, source=cite("care-act-report", "p. 12")):
    """What faulty policy design can stem from: four of many causes; the glosses are printed.

    Source:
        care-act-report, p. 12 ("amongst them"). Status: source.

    >>> DesignFault.of("unclear-goals").gloss
    'unclear and even contradictory goals'
    """

    POOR_UNDERSTANDING = "poor-understanding", "a poor understanding of the problem"
    INSUFFICIENT_KNOWLEDGE = (
        "insufficient-knowledge",
        "insufficient knowledge of the implementation context",
    )
    UNCLEAR_GOALS = "unclear-goals", "unclear and even contradictory goals"
    NO_POLITICAL_BACKING = "no-political-backing", "absence of political backing"


FACTORS: Final[FrozenMap[StructuralCause | Hindrance, tuple[type[Term], ...]]] = FrozenMap(
    {
        StructuralCause.DEFICIT_OF_DELIBERATION: (MissingVoice,),
        StructuralCause.DEFICIT_OF_ACCOUNTABILITY: (AccountabilityFault,),
        Hindrance.OVERLY_OPTIMISTIC_EXPECTATIONS: (LongTermFeature, OverOptimism),
        Hindrance.IMPLEMENTATION_IN_DISPERSED_GOVERNANCE: (),
        Hindrance.INADEQUATE_COLLABORATIVE_POLICYMAKING: (),
        Hindrance.VAGARIES_OF_THE_POLITICAL_CYCLE: (CyclePhase, ShunningReason),
    }
)
"""Structural cause or hindrance to the lists printed under it (care-act-report, pp. 8-12).

Under dispersed governance and collaborative policymaking the report gives prose and no list of
factors; what it defines there is in `perspectives`.
"""
