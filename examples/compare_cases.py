"""Which cases compare with the Care Act, how like it are they, and do the tables bear it out?"""

import implsupport as isup
from implsupport import cases


def main() -> None:
    """Screen by five criteria, compare the support described, check what the report says."""
    screening = isup.screening.screen(
        cases.comparability(), at_least="all", overrides=cases.overrides()
    )
    print("meet all five:", ", ".join(screening.by_rule))
    for case, reason in screening.by_override.items():
        print("by override:", case, "because:", reason[:60], "...")

    likeness = isup.matching.likeness(cases.study().approaches, to="care-act")
    for other in likeness.others:
        print(f"{other.case:18} shares {len(other.shared):2}  Jaccard {other.jaccard}")
    print(likeness.caveats[-1])

    for finding in cases.claims():
        if finding.verdict is isup.claims.ClaimVerdict.CONTRADICTED:
            print(finding.claim.source.locator, "|", finding.claim.key)


if __name__ == "__main__":
    main()
