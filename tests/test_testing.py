"""The extra *testing*: what it is without its library."""

import runpy
import subprocess
import sys

import pytest

from implsupport import testing
from implsupport.errors import MissingExtraError

SENTENCE = (
    "implsupport.testing needs hypothesis, which is not installed; install it with: "
    'pip install "implsupport[testing]"'
)

WITHOUT_HYPOTHESIS = """
import sys

class Hiding:
    @staticmethod
    def find_spec(name, path, target=None):
        if name == "hypothesis":
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Hiding)
try:
    import {module}
except ImportError as error:
    print(error)
"""


def printed(script: str) -> str:
    """Run a script in a new interpreter and read what it prints."""
    arguments = [sys.executable, "-I", "-c", script]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("module", ["implsupport.testing", "implsupport.testing.words"])
def test_without_hypothesis_the_error_says_what_to_type(module: str) -> None:
    """In an interpreter that does not find it, whichever module is asked for."""
    assert printed(WITHOUT_HYPOTHESIS.format(module=module)) == SENTENCE


def test_the_error_is_one_of_this_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """It keeps its facts, and what Python said is its cause."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)  # as Python marks what is not there

    with pytest.raises(MissingExtraError) as caught:
        runpy.run_path(testing.__file__)

    assert (caught.value.library, caught.value.extra) == ("hypothesis", "testing")
    assert isinstance(caught.value.__cause__, ModuleNotFoundError)
