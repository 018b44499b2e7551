"""Studies that make hard pages: empty ones, ones with gaps only, and many long names."""

from typing import Any

from implsupport.frameworks.success import Attainment, Criterion
from implsupport.records import Study

NAME = (
    "A policy with a name that takes a line and a half of any page, as {} of them do in the yearly "
    "plans of ministries and councils alike"
)

GRADES = [grade.key for grade in Attainment]


def rated(first: int, step: int) -> dict[str, Any]:
    """Rate every criterion; every fifth is a gap."""
    places = [first + step * place + place for place, _ in enumerate(Criterion)]
    return {
        criterion.key: {"grade": GRADES[place % 3]} if place % 5 else {"gap": "not-stated"}
        for criterion, place in zip(Criterion, places, strict=True)
    }


def many(
    cases: int, assessors: int, name: str = NAME, layers: tuple[str, ...] = ("local",)
) -> Study:
    """Make a study of so many cases, each with so many assessors and a place in the matrix."""
    policies = [{"key": f"p{n}", "title": name.format(n)} for n in range(cases)]
    positions = [
        {"policy": f"p{n}", "ambiguity": ("low", "high")[n % 2], "conflict": "high"}
        for n in range(cases)
    ]
    assessments = [
        {
            "policy": f"p{n}",
            "object": "support-programme",
            "rubric": "success",
            "ratings": rated(n, m + place),
            "assessor": f"Assessor {m}",
            "date": "2024",
            "layer": layer,
        }
        for n in range(cases)
        for m in range(assessors)
        for place, layer in enumerate(layers)
    ]
    return Study.model_validate(
        {
            "title": name.format("all"),
            "policies": policies,
            "positions": positions,
            "assessments": assessments,
        }
    )


def of_gaps(gap: str) -> Study:
    """Make a study of one case of which nothing is known."""
    return Study.model_validate(
        {
            "title": "Gaps",
            "policies": [{"key": "p", "title": "Asked of nobody"}],
            "positions": [{"policy": "p", "ambiguity": "not-stated", "conflict": "not-stated"}],
            "assessments": [
                {
                    "policy": "p",
                    "object": "policy",
                    "rubric": "success",
                    "ratings": {one.key: {"gap": gap} for one in Criterion},
                }
            ],
        }
    )


EMPTY = Study(title="Nothing yet")
ONE = many(1, 1)
FIFTY = many(50, 3)
SHORT_WORDS = many(4, 2, "a b " * 30 + "{}")
WORST = many(20, 3, "a b " * 60 + "{}", ("c d " * 20, "e f " * 20))
GAPS = of_gaps("not-assessed")
