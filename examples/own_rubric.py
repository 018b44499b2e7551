"""How does a rubric of my own work with everything else?"""

from fractions import Fraction

import implsupport as isup


class Aspect(isup.Term):
    """What is judged."""

    REACH = "reach", "whom it reached"
    COST = "cost", "what it cost"
    TRUST = "trust", "whether people trust it"


class Light(isup.Scale):
    """How it looks, least to most."""

    RED = "red", "stop"
    AMBER = "amber", "take care"
    GREEN = "green", "go on"


LIGHTS = isup.Rubric(
    key="lights",
    title="Three lights",
    rows=Aspect,
    cols=Light,
    cells={
        Aspect.REACH: ("few", "some", "most"),
        Aspect.COST: ("over", "near", "within"),
        Aspect.TRUST: ("little", "mixed", "much"),
    },
)

HALF = isup.verdicts.SortingRule(key="half", title="half of it", majority=Fraction(1, 2))

if __name__ == "__main__":
    card = isup.score(LIGHTS, {"reach": "green", "cost": "amber", "trust": "not-assessed"})
    print(*isup.verdicts.decide(card, HALF).reasons, sep="\n")
