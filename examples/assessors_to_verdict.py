"""Three people rated four programmes: do they agree, and what do they come to together?"""

import implsupport as isup
from implsupport.evaluation import panels

RATINGS = {  # case: criterion: one grade an assessor, A to C
    "north": {"clarity": "SSS", "politics": "SCS"},
    "south": {"clarity": "CCF", "politics": "FFF"},
    "east": {"clarity": "SCC", "politics": "CCC"},
    "west": {"clarity": "FSF", "politics": "CFC"},
}
GRADES = {"F": "relative-failure", "C": "conflicted-attainment", "S": "relative-success"}


def main() -> None:
    """Build a panel from plain rows, then agreement, consensus and verdicts."""
    rows = [
        {"case": case, "criterion": criterion, "assessor": name, "grade": GRADES[letter]}
        for case, criteria in RATINGS.items()
        for criterion, letters in criteria.items()
        for name, letter in zip("ABC", letters, strict=True)
    ]
    panel = panels.Panel.of(isup.success.SUCCESS, rows)
    agreement = panels.agreement(panel)
    print(f"ordinal alpha {agreement.overall.value:.3f} over {agreement.overall.units} units")

    agreed = panels.consensus(panel)
    for outcome in agreed.discuss:
        print("discuss:", outcome.item.case, outcome.item.criterion.label, dict(outcome.ratings))
    for subject, card in agreed.cards.items():
        verdict = isup.verdicts.decide(card, isup.verdicts.MAJORITY)
        bounds = (verdict.lowest, verdict.highest)
        print(subject.case, "lies between", *(grade.label if grade else "-" for grade in bounds))


if __name__ == "__main__":
    main()
