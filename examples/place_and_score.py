"""What kind of policy is this, and did the support for it succeed?"""

import implsupport as isup
from implsupport import cases


def main() -> None:
    """Place a policy, name the support its kind is thought to call for, score its programme."""
    place = isup.matland.locate(ambiguity=0.7, conflict=0.3)
    for kind, degree in place.memberships.items():
        print(f"{kind.label:15} {degree:.2f}")
    print(
        "placed as",
        place.kind.label if place.kind else "none",
        f"by a margin of {place.margin:.2f}",
    )

    match = isup.matching.match(place, ["guidance", "problem-solving", "context-sensitivity"])
    print("named, not evidenced:", ", ".join(f.label for f in match.named_and_not_evidenced))

    card = isup.success.score(
        {
            "legitimacy": "relative-success",
            "stakeholders": "conflicted-attainment",
            "clarity": "relative-success",
            "complexity": "insufficient-evidence",
            "politics": "relative-success",
            "objectives": "not-assessed",
        }
    )
    for rule in isup.verdicts.RULES:
        verdict = isup.verdicts.decide(card, rule)
        print(f"{rule.key}: {verdict.reasons[0]}")

    trust = isup.governance.place(cases.every_child_matters())
    print("empty cells:", ", ".join(isup.governance.GOVERNANCE[cell].label for cell in trust.empty))


if __name__ == "__main__":
    main()
