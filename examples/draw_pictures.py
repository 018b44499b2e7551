"""What do the results look like? Ten pictures, as SVG, into the folder named."""

import sys
import tempfile
from pathlib import Path

from implsupport import cases, governance, graphs, plots
from implsupport.appraisal import Context, appraise

SIX = {"care-act", "hwb", "troubled-families", "vanguards", "ccsf", "sure-start"}


def main(folder: Path) -> None:
    """Draw the sources' cases and, where these are not judged, the invented ones."""
    folder.mkdir(parents=True, exist_ok=True)
    study, context = cases.study(), Context(features=cases.illustration_features())
    read = {one.title: one for one in appraise(cases.illustration(), context=context).cases}
    cards = {name: one.judgements[0].card for name, one in read.items()}
    alone = {f"{n}, {c.assessor}, {c.layer}, {c.date}": c.card for n in read for c in read[n].cards}
    fits = {name: fit for name, one in read.items() if (fit := one.places[0].match)}
    six = {one.key: one.title for one in study.policies if one.key in SIX}
    pictures = {
        "where-cases-stand": plots.positions({name: one.places[0] for name, one in read.items()}),
        "how-cases-moved": plots.moves({name: p for name in read for p in read[name].paths}),
        "how-support-did": plots.traffic_lights(cards),
        "how-often-each-grade": plots.summary(cards),
        "who-acts-where": plots.governance(governance.place(cases.every_child_matters())),
        "which-approach-where": plots.approaches(study.approaches, cases=six),
        "support-for-a-case": plots.match(fits["Quiet Streets Order (invented)"]),
        "support-for-each-case": plots.matches(fits),
        "which-stands-above": plots.hasse(graphs.hasse(alone)),
        "who-is-related": plots.programme(graphs.programme(study.bodies, study.relations)),
    }
    for name, axes in pictures.items():
        (folder / f"{name}.svg").write_text(plots.svg(axes, title=name, prefix=name), "utf-8")
    print(len(pictures), "pictures in", folder)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()))
