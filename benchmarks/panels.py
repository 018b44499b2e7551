"""Ordinal alpha on a built panel against the `krippendorff` package, and the bootstrap.

Run: python benchmarks/panels.py [LARGEST]

Ten assessors rate 1,000, 100,000 and 1,000,000 units, one in five ratings missing. Both sides start
from data that lie ready: a `Panel` here, an array of numbers there; what it takes to build them is
told apart. The ratio is that of the best times of one run, taken in turn. It should be 1 or more
at 1,000 units and 20 or more at 1,000,000. Ten thousand replicates at 100,000 units should take
less than 2 seconds, whether a case is one unit or six.
"""

import sys
import time
from collections.abc import Callable, Iterator

import krippendorff
import numpy as np
import numpy.typing as npt

from implsupport import success
from implsupport.evaluation import panels

ASSESSORS = 10
UNITS = (1_000, 100_000, 1_000_000)
BOOTSTRAP_UNITS = 100_000
MISSING = 0.2

NAMES = [f"assessor-{number}" for number in range(ASSESSORS)]
GRADES = tuple(success.Attainment)
CRITERIA = tuple(success.Criterion)


def drawn(units: int) -> npt.NDArray[np.uint8]:
    """Draw for each assessor and unit a grade from 1 to 3, near to the unit's own, or 0."""
    numbers = np.random.default_rng(units)
    own = numbers.integers(1, 4, size=units)
    shift = numbers.choice([-1, 0, 0, 0, 1], size=(ASSESSORS, units))
    given = np.clip(own + shift, 1, 3)
    given[numbers.random((ASSESSORS, units)) < MISSING] = 0
    return np.asarray(given, dtype=np.uint8)


def rows(given: npt.NDArray[np.uint8], units_a_case: int) -> Iterator[tuple[object, ...]]:
    """Write the ratings as long rows, unit by unit."""
    for unit, grades in enumerate(given.T.tolist()):
        case, criterion = f"case-{unit // units_a_case}", CRITERIA[unit % units_a_case]
        for name, grade in zip(NAMES, grades, strict=True):
            if grade:
                yield case, None, None, criterion, name, None, None, GRADES[grade - 1]


def built(
    given: npt.NDArray[np.uint8], units_a_case: int = 1
) -> panels.Panel[success.Criterion, success.Attainment]:
    """Build a panel of the ratings."""
    return panels.Panel.of(success.SUCCESS, rows(given, units_a_case))


def timed(function: Callable[[], object]) -> float:
    """Time one call, in seconds."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def compare_alpha(units: int) -> None:
    """Tell how long both take for alpha, and what building the panel takes."""
    given = drawn(units)
    start = time.perf_counter()
    panel = built(given)
    building = time.perf_counter() - start
    numbers = np.where(given == 0, np.nan, given.astype(np.float64))

    def ours() -> float | None:
        return panels.agreement(panel, "ordinal-alpha").overall.value

    def theirs() -> float:
        return krippendorff.alpha(numbers, value_domain=[1, 2, 3], level_of_measurement="ordinal")

    rounds = max(5, min(200, 2_000_000 // units))
    times = [(timed(ours), timed(theirs)) for _ in range(rounds)]
    mine, other = (min(side) for side in zip(*times, strict=True))
    size = sum(map(sys.getsizeof, panel.items)) + sys.getsizeof(panel.items)
    print(
        f"{units:>9,} units: alpha {mine * 1e3:8.3f} ms, krippendorff {other * 1e3:8.3f} ms, "
        f"ratio {other / mine:5.1f}; differ by {abs((ours() or 0) - theirs()):.0e}"
    )
    print(
        f"{'':>16} building {building:.2f} s from {np.count_nonzero(given):,} rows; codes "
        f"{len(panel.codes) / 1e6:.2f} MB, items {size / 1e6:.1f} MB"
    )


def time_bootstrap(units_a_case: int) -> None:
    """Tell how long ten thousand replicates take."""
    panel = built(drawn(BOOTSTRAP_UNITS), units_a_case)
    took = min(timed(lambda: panels.agreement(panel, "ordinal-alpha").interval) for _ in range(3))
    interval = panels.agreement(panel, "ordinal-alpha").interval
    print(
        f"{BOOTSTRAP_UNITS:>9,} units, {units_a_case} a case: 10,000 replicates of "
        f"{interval.cases:,} cases {took:.2f} s; {interval.lowest:.4f} to {interval.highest:.4f}"
    )


if __name__ == "__main__":
    largest = int(sys.argv[1]) if len(sys.argv) > 1 else UNITS[-1]
    for number in UNITS:
        if number <= largest:
            compare_alpha(number)
    for units_of_one in (1, len(CRITERIA)):
        time_bootstrap(units_of_one)
