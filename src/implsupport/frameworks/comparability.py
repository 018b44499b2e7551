"""Whether another policy can be compared to the Care Act.

The criteria by which policies entered the mapping review, what was noted of each, and the five
criteria by which some of them were chosen for comparison. Which policy meets which is a case.
"""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = ["ComparabilityCriterion", "ExtractionField", "SelectionCriterion"]


class SelectionCriterion(Term, source=cite("care-act-report", "p. 20")):
    """What a policy had to meet to enter the mapping review; the glosses are printed.

    Source:
        care-act-report, p. 20. Status: source.

    >>> SelectionCriterion.of("national-reach").gloss
    'national reach (England)'
    """

    NATIONAL_REACH = "national-reach", "national reach (England)"
    HEALTH_AND_SOCIAL_CARE = "health-and-social-care", "related to health and social care"
    LOCAL_SERVICES = "local-services", "bringing together services at the local level"
    SUFFICIENT_INFORMATION = (
        "sufficient-information",
        "policy has sufficient information available to catalogue",
    )


class ExtractionField(Term, source=cite("care-act-report", "p. 20")):
    """What was noted of each policy in the mapping review; the glosses are printed.

    Source:
        care-act-report, p. 20. Status: source.

    >>> ExtractionField.of("support").gloss
    'support provided for implementation'
    """

    IMPLEMENTATION = "implementation", "how the approach was implemented"
    ROLE_OF_GOVERNMENT = (
        "role-of-government",
        "the role of the government with respect to implementation",
    )
    SUPPORT = "support", "support provided for implementation"
    CONTEXTUAL_FACTORS = (
        "contextual-factors",
        "key contextual factors influencing implementation",
    )
    EVALUATION = "evaluation", "whether or not the implementation approach had been evaluated"


class ComparabilityCriterion(Term, source=cite("care-act-report", "pp. 20-21")):
    """The five criteria for comparison with the Care Act; the glosses are the printed questions.

    `cases.comparability` says which of fifteen policies meets which (Table 2). Five were studied:
    four that meet all, and one that does not meet Significance (p. 23).

    Source:
        care-act-report, pp. 20-21. Status: source.

    >>> ComparabilityCriterion.REACH.gloss
    'was support extended to every locality nationwide?'
    """

    SCALE = (
        "scale",
        "was this a national policy applicable to all relevant localities across the country?",
        "Scale",
    )
    PURPOSE = (
        "purpose",
        (
            "was the focus on implementation support rather than monitoring, inspection or "
            "performance management?"
        ),
        "Purpose",
    )
    REACH = "reach", "was support extended to every locality nationwide?", "Reach"
    LEARNING = "learning", "is there an evaluation or other evidence base?", "Learning"
    SIGNIFICANCE = (
        "significance",
        "does this policy have a statutory underpinning and guidance?",
        "Significance",
    )
