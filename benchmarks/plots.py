"""How long a picture takes: to draw, to write as SVG and to write as pixels.

Every picture of the tests, with 15 cases and with 50, their names of 120 characters, and the
programme of the sources. The seconds are those of the processor, for a machine that is shared; a
picture is drawn twice and the shorter time kept. It ends with an error if a picture takes more than
1.5 seconds to draw and write as SVG; as pixels each letter is drawn, and there are up to 17,000. It
takes about a minute:

    python benchmarks/plots.py
"""

import io
import runpy
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

from matplotlib.figure import Figure

from implsupport import cases, graphs, plots

LIMIT: Final = 1.5
TESTS: Final = runpy.run_path(str(Path(__file__).parents[1] / "tests" / "test_plots.py"))


def seconds(call: Callable[[], Any]) -> tuple[float, Any]:
    """Time a call: the shorter of two, and what it returned."""
    times: list[float] = []
    found = None
    for _ in range(2):
        start = time.process_time()
        found = call()
        times.append(time.process_time() - start)
    return min(times), found


def timed(draw: Callable[[Any], Any], *, is_small: bool) -> tuple[float, float, float]:
    """Time drawing, SVG and pixels, on a figure of its own size or of four by three inches."""

    def axes() -> Any:  # noqa: ANN401 -- either
        figure: Any = Figure(figsize=(4, 3), dpi=144)
        return figure.add_axes((0, 0, 1, 1)) if is_small else None

    drawing, drawn = seconds(lambda: draw(axes()))
    writing, _ = seconds(lambda: plots.svg(drawn, title="Cases"))
    pixels, _ = seconds(lambda: drawn.figure.savefig(io.BytesIO(), format="png"))
    return drawing, writing, pixels


def pictures() -> dict[str, Callable[[Any], Any]]:
    """Name every picture, with how many cases it has."""
    found: dict[str, Callable[[Any], Any]] = {
        f"{name}, {count}": partial(draw, TESTS["Given"](TESTS["names"](count)))
        for name, draw in TESTS["PICTURES"].items()
        for count in (15, 50)
    }
    study = cases.study()
    graph = graphs.programme(study.bodies, study.relations)
    found["programme, the sources'"] = lambda ax: plots.programme(graph, ax=ax)
    return found


def main() -> None:
    """Time every picture, and say which takes too long."""
    slow: list[str] = []
    print("| picture, cases | draw | SVG | pixels | draw on 4 x 3 in |\n|---|--:|--:|--:|--:|")
    for name, draw in pictures().items():
        drawing, writing, pixels = timed(draw, is_small=False)
        small, small_writing, _ = timed(draw, is_small=True)
        row = (drawing, writing, pixels, small)
        print(f"| {name} |", " | ".join(f"{one:.2f} s" for one in row), "|")
        if max(drawing + writing, small + small_writing) > LIMIT:
            slow.append(name)
    if slow:
        sys.exit(f"over {LIMIT} s: {'; '.join(slow)}")


if __name__ == "__main__":
    main()
