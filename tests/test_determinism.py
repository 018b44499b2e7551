"""The same input gives the same bytes, wherever and whenever it is run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FORMATS = ("txt", "md", "json", "html")
STUDIES = ("built-in", "illustration")

HERE: dict[str, str] = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
ELSEWHERE: dict[str, dict[str, str]] = {
    "another hash seed": {"PYTHONHASHSEED": "4242"},
    "an ASCII locale": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "a locale that is not installed": {"LC_ALL": "tr_TR.ISO-8859-9", "PYTHONUTF8": "0"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "a terminal of another width": {"COLUMNS": "37", "LINES": "5", "TERM": "dumb"},
}


def written(folder: Path, study: str, kind: str, environment: dict[str, str]) -> bytes:
    """Write a report in a process of its own, and read it back."""
    file = folder / f"report.{kind}"
    arguments = [sys.executable, "-m", "implsupport", "report", study, "-o", str(file)]
    done = subprocess.run(
        arguments, env={**os.environ, **HERE, **environment}, check=True, capture_output=True
    )

    assert done.stderr == b""
    content = file.read_bytes()
    file.unlink()
    return content


@pytest.mark.long
@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("study", STUDIES)
def test_a_report_is_the_same_bytes_everywhere(tmp_path: Path, study: str, kind: str) -> None:
    """Hash seed, locale, time zone and terminal leave no trace in a report."""
    here = written(tmp_path, study, kind, {})
    elsewhere = {name: written(tmp_path, study, kind, how) for name, how in ELSEWHERE.items()}

    assert elsewhere == dict.fromkeys(ELSEWHERE, here)


def test_a_report_is_printed_alike_in_any_locale() -> None:
    """Standard output is UTF-8 whatever the locale says, so that no word is lost in a pipe."""
    arguments = [sys.executable, "-m", "implsupport", "report", "illustration"]
    outputs = {
        subprocess.run(
            arguments, env={**os.environ, **HERE, **how}, check=True, capture_output=True
        ).stdout
        for how in ({}, *ELSEWHERE.values())
    }

    assert len(outputs) == 1
