"""How did the delivery confidence of major projects move, year on year?

Usage: python examples/portfolio.py FOLDER, with the tables that docs/how-to/portfolio.md names.
"""

import sys
from pathlib import Path

from gmpp.markdown import GAPS, reasons, show, tally
from gmpp.movements import KEY, MOVES, movements
from gmpp.ratings import commentary, ratings
from gmpp.scales import RUBRICS

from implsupport import frames


def main(folder: Path) -> None:
    """Print what was rated, why a grade is missing, how ratings moved, and where scope changed."""
    rated = ratings(folder)
    for scale, rubric in RUBRICS.items():
        cards = frames.widen(rated.filter(scale=scale), rubric)
        words = [word.key for word in (*rubric.cols, *GAPS)]
        show(f"Ratings on the {scale} scale", tally(cards, "delivery-confidence", words))
    show("Why there is no grade", reasons(rated))

    moved = movements(rated)
    show("Movements from the report named to the next year's", tally(moved, "movement", MOVES))
    print(KEY)
    for move in moved.filter(movement="scope changed").iter_rows(named=True):
        print(f"\n## {move['project']}")
        for one in commentary(folder, rated.filter(case=move["case"])).iter_rows(named=True):
            print(f"\n{one['report_year']}: {one['word']}\n\n> {one['value']}")
        print("\nOur reading: scope changed between the ratings, not read as improvement.")
    print("\nContains public sector information licensed under the Open Government Licence v3.0.")


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
