"""Time the reading and writing of a large study: 1,000 cases, 6 criteria, 3 assessors.

    python benchmarks/documents.py

The peer reads the same bytes with no places, no limits and no check of names given twice: PyYAML
in Python alone and Python's own scanner of JSON, each followed by the records. What is read must
be equal, or nothing is printed.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from implsupport import documents, success
from implsupport.records import Study

CASES = 1000
ASSESSORS = 3


def large() -> Study:
    """Make a study in which every case is rated by every assessor on every criterion."""
    grades = [grade.key for grade in success.Attainment]
    values = {
        "title": "A large study",
        "policies": [
            {"key": f"policy-{case}", "title": f"Policy {case}", "year": 2000 + case % 25}
            for case in range(CASES)
        ],
        "assessments": [
            {
                "policy": f"policy-{case}",
                "object": "support-programme",
                "rubric": "success",
                "ratings": {
                    criterion.key: {"grade": grades[(case + assessor + place) % len(grades)]}
                    for place, criterion in enumerate(success.Criterion)
                },
                "assessor": f"Assessor {assessor}",
                "date": "2014-05",
            }
            for case in range(CASES)
            for assessor in range(ASSESSORS)
        ],
    }
    return Study.model_validate(values)


def by_pyyaml(path: Path) -> Study:
    """Read YAML as most programs do, but for the C loader."""
    return checked(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader))


def by_json(path: Path) -> Study:
    """Read JSON as most programs do."""
    return checked(json.loads(path.read_text(encoding="utf-8")))


def checked(values: dict[str, Any]) -> Study:
    """Let the records take what a file holds."""
    return Study.model_validate({name: part for name, part in values.items() if name != "schema"})


def best(call: Callable[[], Any], times: int) -> tuple[float, Any]:
    """Give the shortest time of several, in seconds of this process, and the result."""
    shortest, result = float("inf"), None
    for _ in range(times):
        start = time.process_time()
        result = call()
        shortest = min(shortest, time.process_time() - start)
    return shortest, result


def main() -> None:
    """Time everything, check that all is equal, and print the table."""
    study = large()
    print("| what | bytes | time | peer | peer / it |")
    print("|---|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        for suffix, peer in ((".yaml", by_pyyaml), (".json", by_json)):
            path = Path(folder) / f"study{suffix}"
            writing, _ = best(partial(documents.write, study, path, overwrite=True), 3)
            reading, ours = best(partial(documents.read, path), 5)
            slow, theirs = best(partial(peer, path), 3)
            if not ours == theirs == study:
                sys.exit(f"the studies differ: {suffix}")
            size = path.stat().st_size
            row = f"{size:,} | {reading:.2f} s | {slow:.2f} s | {slow / reading:.1f}"
            print(f"| documents.read, {suffix} | {row} |")
            print(f"| documents.write, {suffix} | {size:,} | {writing:.2f} s | | |")


if __name__ == "__main__":
    main()
