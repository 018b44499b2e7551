"""Without any extra: what needs one says what to type, and everything else works.

Run by the session `bare` of noxfile.py, where the wheel is installed alone.
"""

import importlib
import tempfile
from collections.abc import Callable
from pathlib import Path

from implsupport import cases, cli, documents
from implsupport.appraisal import appraise
from implsupport.errors import MissingExtraError


def refused(feature: Callable[[], object]) -> str:
    """Return what a feature says that lacks its extra."""
    try:
        feature()
    except MissingExtraError as error:
        return str(error)
    message = "a feature of an extra worked without the extra"
    raise SystemExit(message)


def says_what_to_type(words: str, extra: str) -> None:
    """Require the command that puts it right."""
    if f'pip install "implsupport[{extra}]"' not in words:
        message = f"no word of what to type for {extra!r}: {words}"
        raise SystemExit(message)
    print(words)


def main(folder: Path) -> None:
    """Try each feature of an extra, then one of each kind of the rest."""
    study = cases.illustration()
    (folder / "study.xlsx").write_bytes(b"PK\x05\x06" + bytes(18))
    features: dict[str, tuple[Callable[[], object], ...]] = {
        "excel": (
            lambda: documents.write(study, folder / "new.xlsx"),
            lambda: documents.read(folder / "study.xlsx"),
        ),
        "plot": (lambda: importlib.import_module("implsupport.plots"),),
        "report": (lambda: importlib.import_module("implsupport.reports").html(appraise(study)),),
        "testing": (lambda: importlib.import_module("implsupport.testing"),),
    }
    for extra, tried in features.items():
        for feature in tried:
            says_what_to_type(refused(feature), extra)
    for name in ("study.yaml", "study.json", "study"):
        documents.write(study, folder / name)
        if documents.read(folder / name) != study:
            message = f"{name} does not read back as it was written"
            raise SystemExit(message)
    for name in ("report.txt", "report.md", "report.json"):
        if cli.main(["report", str(folder / "study.yaml"), "-o", str(folder / name)]):
            message = f"no {name}"
            raise SystemExit(message)
    print("without extras: files in YAML, JSON and CSV, and reports in text, Markdown and JSON")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        main(Path(name))
