"""A fuzz target for each reader: hostile bytes raise `DocumentError` and nothing else.

    python tests/fuzz/target.py yaml|json|csv|xlsx [LIBFUZZER OPTION...]

What is read is written again and reads back equal. The seeds are the illustration in that format.
"""

import contextlib
import functools
import importlib
import io
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path
from typing import Any

atheris: Any = importlib.import_module("atheris")  # it has no types

with atheris.instrument_imports(include=["implsupport.documents", "yaml"]):
    from implsupport import cases, documents

FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
MARK = b"\n--- "  # one CSV file of a folder begins with it and its name


def read_back(file: Path) -> None:
    """Read a file; what is read must be written and read again as the same study."""
    with contextlib.suppress(documents.DocumentError):
        study = documents.read(file)
        again = FOLDER / "again.json"
        documents.write(study, again, overwrite=True)
        if documents.read(again) != study:
            message = "what was read is not what was written"
            raise AssertionError(message)


def of_file(kind: str, data: bytes) -> None:
    """Read the bytes as one file."""
    file = FOLDER / f"study.{kind}"
    file.write_bytes(data)
    read_back(file)


def of_folder(data: bytes) -> None:
    """Read the bytes as a folder of CSV files, each after its name."""
    folder = FOLDER / "study"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for part in data.split(MARK):
        name, _, content = part.partition(b"\n")
        text = name.decode("ascii", "ignore")
        if text.endswith(".csv") and text.removesuffix(".csv").replace(".", "").isidentifier():
            (folder / text).write_bytes(content)
    read_back(folder)


def of_workbook(data: bytes) -> None:
    """Read the bytes as a workbook, or as the parts of one, so that damage reaches their reader."""
    if not data.startswith(b"PK"):
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as parts, warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a name may come twice
            for part in data.split(MARK):
                name, _, content = part.partition(b"\n")
                text = name.partition(b"\0")[0].decode("ascii", "ignore")
                parts.writestr(text or "none", content)
        data = archive.getvalue()
    of_file("xlsx", data)


def packed(parts: dict[str, bytes]) -> bytes:
    """Write named parts as one text."""
    return MARK.join(name.encode() + b"\n" + content for name, content in parts.items())


def parts_of(path: Path) -> dict[str, bytes]:
    """Take a folder of CSV files, or a workbook, into its parts."""
    if path.is_dir():
        return {one.name: one.read_bytes() for one in path.iterdir()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seeds(kind: str) -> Path:
    """Write the illustration, and its first tables alone, as seeds."""
    folder, seeded = FOLDER / "seeds", FOLDER / "seeded"
    folder.mkdir()
    seeded.mkdir()
    whole = cases.illustration()
    small = whole.model_copy(update={"assessments": (), "approaches": (), "relations": ()})
    for name, study in (("whole", whole), ("small", small)):
        file = seeded / (name if kind == "csv" else f"{name}.{kind}")
        documents.write(study, file)
        data = packed(parts_of(file)) if kind in {"csv", "xlsx"} else file.read_bytes()
        (folder / name).write_bytes(data)
    return folder


def main(kind: str, options: list[str]) -> None:
    """Fuzz one reader for as long as the options say."""
    arguments = [sys.argv[0], *options, "-max_len=1000000", "-rss_limit_mb=2048", str(seeds(kind))]
    targets = {"csv": of_folder, "xlsx": of_workbook}
    atheris.Setup(arguments, targets.get(kind, functools.partial(of_file, kind)))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
