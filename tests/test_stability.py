"""What STABILITY.md promises: names, verdicts, coefficients and files stay what they were.

`tests/stable/` keeps what a release made. `python tests/test_stability.py VERSION` adds what is
new there: a name, a rule, a coefficient, the documents of that version. It changes nothing else.
"""

import hashlib
import importlib
import inspect
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import implsupport as isup
from implsupport import cases, documents
from implsupport.appraisal import appraise
from implsupport.records import Study

KEPT = Path(__file__).parent / "stable"
PUBLIC = KEPT / "public.txt"
RULES = KEPT / "rules.json"
COEFFICIENTS = KEPT / "coefficients.json"
DOCUMENTS = KEPT / "documents"
STUDY, KINDS = "illustration", ("", ".json", ".xlsx", ".yaml")

ILLUSTRATION = cases.illustration()

# The modules whose `__all__` is public, beside the facade and the modules that it names.
MODULES: Final = (
    "implsupport.appraisal",
    "implsupport.cases",
    "implsupport.codebook",
    "implsupport.documents",
    "implsupport.errors",
    "implsupport.frames",
    "implsupport.graphs",
    "implsupport.matrix",
    "implsupport.plots",
    "implsupport.readings",
    "implsupport.records",
    "implsupport.reports",
    "implsupport.sources",
    "implsupport.terms",
    "implsupport.testing",
    "implsupport.vocabulary",
)


# --- names ---


def called(name: str, value: object) -> str:
    """Write a public name, a function's with the names of what it takes."""
    if not inspect.isfunction(value):
        return name
    parts: list[str] = []
    star = False
    for one in inspect.signature(value).parameters.values():
        if one.kind is one.KEYWORD_ONLY and not star:
            parts.append("*")
        star = star or one.kind in {one.KEYWORD_ONLY, one.VAR_POSITIONAL}
        parts.append(one.name if one.default is one.empty else f"{one.name}=")
    return f"{name}({', '.join(parts)})"


def public_names() -> list[str]:
    """List every public name, with the names of the arguments of a function."""
    facade = [getattr(isup, name) for name in isup.__all__]
    modules = [one for one in facade if inspect.ismodule(one)]
    modules += [isup, *(importlib.import_module(name) for name in MODULES)]
    return sorted(
        called(f"{module.__name__}.{name}", getattr(module, name))
        for module in modules
        for name in module.__all__
    )


def test_no_public_name_goes_or_changes_its_arguments() -> None:
    """What a release had, this one has; what is new is kept from now on."""
    kept = PUBLIC.read_text(encoding="utf-8").splitlines()

    assert public_names() == kept, "if nothing went: python tests/test_stability.py"


# --- verdicts and coefficients ---


def marks() -> Iterator[dict[isup.success.Criterion, isup.success.Attainment | isup.Gap]]:
    """Give every profile of the six criteria: three grades, a gap, or not applicable."""
    words = (*isup.success.Attainment, isup.Gap.NOT_ASSESSED, isup.Gap.NOT_APPLICABLE)
    for profile in itertools.product(words, repeat=len(isup.success.Criterion)):
        yield dict(zip(isup.success.Criterion, profile, strict=True))


def digest(rule: isup.verdicts.SortingRule) -> str:
    """Sign the verdicts of a rule on every profile, in order."""
    lines = (
        f"{verdict.lowest.key if verdict.lowest else None} "
        f"{verdict.highest.key if verdict.highest else None}"
        for ratings in marks()
        for verdict in (isup.verdicts.decide(isup.success.score(ratings), rule),)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def test_a_rule_gives_the_same_verdicts_for_ever() -> None:
    """Each named rule decides all 15,625 profiles as it did in the release that brought it."""
    kept = json.loads(RULES.read_text(encoding="utf-8"))

    assert {rule.key: digest(rule) for rule in isup.verdicts.RULES} == kept


# Two assessors of eight cases, each grade in its place in the scale.
FIRST, SECOND = (0, 0, 1, 1, 2, 2, 2, 0), (0, 1, 1, 1, 2, 1, 2, 2)


def values() -> dict[str, float | None]:
    """Compute every coefficient on two assessors who graded everything."""
    scale = list(isup.success.Attainment)
    rows = [
        (f"case-{number}", None, None, "clarity", name, None, None, scale[grade])
        for name, grades in (("Ann", FIRST), ("Ben", SECOND))
        for number, grade in enumerate(grades)
    ]
    panel = isup.panels.Panel.of(isup.success.SUCCESS, rows)
    return {
        one.key: isup.panels.agreement(panel, one, replicates=1).overall.value
        for one in isup.panels.Coefficient
    }


def test_a_coefficient_gives_the_same_value_for_ever() -> None:
    """Each coefficient of agreement is what it was in the release that brought it."""
    kept = json.loads(COEFFICIENTS.read_text(encoding="utf-8"))

    assert values() == pytest.approx(kept, rel=1e-12)


# --- documents ---


def judged(study: Study) -> dict[str, object]:
    """Appraise a study, and keep what it says of its cases."""
    plain = appraise(study).to_dict()
    return {"title": plain["title"], "schema": plain["schema"], "cases": plain["cases"]}


FILES = sorted(one for one in DOCUMENTS.glob("*/*") if one.name != "cases.json")


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_every_document_ever_written_is_read(file: Path) -> None:
    """A document of an earlier release is read as the same study, and judged the same."""
    kept = json.loads((file.parent / "cases.json").read_text(encoding="utf-8"))

    assert json.loads(json.dumps(judged(documents.read(file)))) == kept[file.stem]


def test_every_release_left_its_documents() -> None:
    """Each folder of kept documents holds every format."""
    folders = [sorted(one.name for one in folder.iterdir()) for folder in DOCUMENTS.iterdir()]
    one_each = sorted(["cases.json", *(f"{STUDY}{kind}" for kind in KINDS)])

    assert folders
    assert folders == [one_each] * len(folders)


# --- what keeps them ---


def keep_documents(version: str) -> None:
    """Write a study in every format, and what is made of it, for this release."""
    folder = DOCUMENTS / version
    folder.mkdir(parents=True)
    for kind in KINDS:
        documents.write(ILLUSTRATION, folder / f"{STUDY}{kind}")
    text = json.dumps({STUDY: judged(ILLUSTRATION)}, indent=1, ensure_ascii=False) + "\n"
    (folder / "cases.json").write_text(text, encoding="utf-8")


def keep(file: Path, found: dict[str, object]) -> None:
    """Add what is new, and leave what is there."""
    old: dict[str, object] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    file.write_text(json.dumps({**found, **old}, indent=1) + "\n", encoding="utf-8")


def main(version: str) -> None:
    """Keep what this release adds."""
    KEPT.mkdir(exist_ok=True)
    old = PUBLIC.read_text(encoding="utf-8").splitlines() if PUBLIC.exists() else []
    gone = sorted(set(old) - set(public_names()))
    if gone and version.partition(".")[0] != "0":
        raise SystemExit("\n".join(["gone or changed, which only a major release may:", *gone]))
    PUBLIC.write_text("\n".join(public_names()) + "\n", encoding="utf-8")
    keep(RULES, {rule.key: digest(rule) for rule in isup.verdicts.RULES})
    keep(COEFFICIENTS, dict(values()))
    if not (DOCUMENTS / version).exists():
        keep_documents(version)


if __name__ == "__main__":
    main(sys.argv[1])
