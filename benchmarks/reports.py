"""Time the reports of a study of 50 cases with 3 assessors, every section of it filled.

    python benchmarks/reports.py

The peer of the page is its own text: the same content without markup and without pictures. The
first page made in a process also loads jinja2 and matplotlib, which is timed apart. Seconds are
those of the processor, so that what else the machine does counts little.
"""

import time
from collections.abc import Callable

from implsupport import reports, success
from implsupport.appraisal import Appraisal, Context, appraise
from implsupport.frameworks.governance import Level, Locus
from implsupport.records import Study
from implsupport.terms import FrozenMap
from implsupport.vocabulary import SupportFeature, SupportModel

CASES = 50
ASSESSORS = 3
APPROACHES = 10
BODIES = 12
RUNS = 3


def large() -> Study:
    """Make a study in which every case is placed, supported, rated by everybody and governed."""
    grades = [grade.key for grade in success.Attainment]
    cells = [(locus.key, level.key) for locus in Locus for level in Level]
    extents = ("no", "in-part", "yes")
    cases = range(CASES)
    return Study.model_validate(
        {
            "title": "A large study",
            "policies": [
                {
                    "key": f"policy-{case}",
                    "title": f"Policy number {case}, whose name goes on for as long as the names "
                    "of policies do when a ministry gives them to a bill itself",
                    "year": 2000 + case % 25,
                }
                for case in cases
            ],
            "positions": [
                {
                    "policy": f"policy-{case}",
                    "ambiguity": (case % 11) / 10,
                    "conflict": (case % 7) / 6,
                    "basis": "reading of the minutes",
                    "date": f"{2010 + later}",
                }
                for case in cases
                for later in range(2)
            ],
            "assessments": [
                {
                    "policy": f"policy-{case}",
                    "object": "support-programme",
                    "rubric": "success",
                    "ratings": {
                        criterion.key: {
                            "grade": grades[(case + assessor * place + place) % len(grades)],
                            "note": "What was seen, and what was said of it at the time.",
                        }
                        for place, criterion in enumerate(success.Criterion)
                    },
                    "assessor": f"Assessor {assessor}",
                    "date": "2014-05",
                }
                for case in cases
                for assessor in range(ASSESSORS)
            ],
            "activities": [
                {
                    "key": f"activity-{case}-{number}",
                    "title": f"Activity {number} of policy number {case}",
                    "policy": f"policy-{case}",
                    "cells": [cells[(case + 2 * number) % len(cells)]],
                    "layers": ["national", "local"],
                }
                for case in cases
                for number in range(4)
            ],
            "approaches": [
                {
                    "key": f"approach-{number}",
                    "title": f"Approach number {number}",
                    "exhibited_in": [f"policy-{case}" for case in cases[:: number + 1]],
                    "models": {
                        model.key: extents[(number + place) % len(extents)]
                        for place, model in enumerate(SupportModel)
                    },
                }
                for number in range(APPROACHES)
            ],
            "bodies": [
                {
                    "key": f"body-{number}",
                    "title": f"Body number {number}",
                    "kind": ("national", "regional", "local")[number * 3 // BODIES],
                }
                for number in range(BODIES)
            ],
            "relations": [
                {
                    "source": f"body-{number}",
                    "target": f"body-{(number - 1) // 3}",
                    "kind": "accountable-to",
                }
                for number in range(1, BODIES)
            ],
        }
    )


def appraised() -> Appraisal:
    """Appraise the study with all that a context adds."""
    features = {
        f"approach-{number}": FrozenMap({[*SupportFeature][number % 9]: "as it says"})
        for number in range(APPROACHES)
    }
    context = Context(
        features=FrozenMap(features),
        compared_with="policy-0",
        centre="national",
        localities="local",
    )
    return appraise(large(), context=context)


def seconds(run: Callable[[], object]) -> float:
    """Take the best of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        run()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print how long each form takes, and how long it is."""
    began = time.process_time()
    appraisal = appraised()
    print(f"appraise: {time.process_time() - began:.2f} s")
    began = time.process_time()
    page = reports.html(appraisal)
    print(f"first HTML page: {time.process_time() - began:.2f} s, {len(page):,} characters")
    forms: dict[str, Callable[[], object]] = {
        "text": lambda: reports.text(reports.content(appraisal)),
        "Markdown": lambda: reports.markdown(reports.content(appraisal)),
        "HTML": lambda: reports.html(appraisal),
    }
    for name, run in forms.items():
        print(f"{name}: {seconds(run):.2f} s")


if __name__ == "__main__":
    main()
