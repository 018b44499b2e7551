"""`python -m implsupport`."""

import runpy
import sys

import pytest


def test_the_module_runs_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It exits with the command line's code and prints the report."""
    monkeypatch.setattr(sys, "argv", ["implsupport", "illustration"])
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("implsupport", run_name="__main__")

    assert capsys.readouterr().out.startswith("Illustration, not evidence\n")
