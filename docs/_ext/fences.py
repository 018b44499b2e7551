"""Run every block of a page when the documentation is built, and by the tests.

A block that is fenced by three backticks is one of these, and anything else is a fault:

- Python with prompts, run by doctest; all blocks of a page are one session;
- commands of `implsupport`, run in the folder of the session. If the next block is plain text, it
  is all that they print, however they end; if not, they must end well;
- `<!-- file: NAME -->` above it: written to that folder, for the blocks below it to read;
- `<!-- output of: COMMAND -->` above it: a passage of what the command prints, however it ends;
- `<!-- run by: WHO -->` above it: not run here, but there.

Each page has an empty folder of its own. A picture that it leaves there as *.svg* can be shown on
it, from `reference/_generated/pictures`. Directives are fenced by colons.
"""

# ruff: noqa: INP001 -- Sphinx finds this by its path; it is no package

import contextlib
import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__all__ = ["Fence", "failures", "fences", "setup", "standing"]

_OPTIONS: Final = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
_FENCE: Final = re.compile(
    r"^(?:<!-- (?P<tag>[^\n]+) -->\n)?^```(?P<language>[^\n]*)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_PICTURES: Final = Path(__file__).parents[1] / "reference" / "_generated" / "pictures"
_TAGS: Final = {"file: ": "file", "output of: ": "output", "run by: ": "elsewhere"}
_COMMANDS: Final = ("implsupport", "python -m implsupport", "sed ")


@dataclass(frozen=True)
class Fence:
    """A fenced block of a page.

    Attributes:
        tag: What the comment above it says; empty where there is none.
        language: The language that it names.
        code: What it holds.
        line: The line of the page that its code starts on.
        before: The language of the block before it, if that has no tag.
        after: The language of the block after it, if that has no tag.
    """

    tag: str
    language: str
    code: str
    line: int
    before: str = ""
    after: str = ""

    @property
    def argument(self) -> str:
        """What the tag names: a file, a command, or who runs the block."""
        return self.tag.partition(": ")[2]


def fences(page: str) -> list[Fence]:
    """List the fenced blocks of a page.

    Args:
        page: The text of the page, in Markdown.

    Returns:
        The blocks, in order.
    """
    found = list(_FENCE.finditer(page))
    plain = ["" if one["tag"] else one["language"] for one in found]
    return [
        Fence(
            tag=one["tag"] or "",
            language=one["language"],
            code=one["code"],
            line=page.count("\n", 0, one.start("code")) + 1,
            before=before,
            after=after,
        )
        for one, before, after in zip(found, ["", *plain], [*plain[1:], ""], strict=False)
    ]


def standing(fence: Fence) -> str:
    """Say what becomes of a block.

    Args:
        fence: The block.

    Returns:
        *session* (Python), *shell*, *file*, *output* (of a command named), *told* (by the commands
        before it), *elsewhere*, or *silent* for what none of these is.
    """
    for tag, what in _TAGS.items():
        if fence.tag.startswith(tag):
            return what
    lines = fence.code.splitlines()
    kinds = {
        "session": fence.language == "python" and fence.code.startswith(">>> "),
        "shell": fence.language == "sh" and all(line.startswith(_COMMANDS) for line in lines),
        "told": fence.language == "text" and fence.before == "sh",
    }
    return next((what for what, holds in kinds.items() if holds), "silent")


def failures(page: str, name: str, pictures: Path | None = None) -> list[str]:
    """Run the blocks of a page in an empty folder.

    Args:
        page: The text of the page.
        name: What to call it where something fails.
        pictures: Where to put the pictures that the page makes, ending in *.svg*; None to let them
            go with the folder.

    Returns:
        What failed, one text a failure; empty where everything is as the page says.
    """
    session = _Session(name)
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), _importable(folder):
        found = [
            f"{name}:{fence.line}: {failure}"
            for fence in fences(page)
            for failure in session.run(fence)
        ]
        if pictures:
            for picture in Path(folder).glob("*.svg"):
                shutil.copy(picture, pictures)
        return found


@contextlib.contextmanager
def _importable(folder: str) -> Generator[None]:
    """Let the page import the modules that it writes, and forget them afterwards."""
    loaded = set(sys.modules)
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)
        for name in set(sys.modules) - loaded:
            if (getattr(sys.modules[name], "__file__", None) or "").startswith(folder):
                del sys.modules[name]


@dataclass
class _Session:
    """The blocks of one page, run one after the other.

    Attributes:
        name: What to call the page.
        names: What the Python of the page has defined so far.
        printed: What the last commands printed.
    """

    name: str
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    printed: str = ""

    def run(self, fence: Fence) -> list[str]:
        """Run a block and say what failed."""
        what = standing(fence)
        if what == "session":
            return self._python(fence)
        if what == "shell":
            self.printed, ends_well = _shell(fence.code)
            return [] if ends_well or fence.after == "text" else [self.printed]
        if what == "file":
            Path(fence.argument).write_text(fence.code, encoding="utf-8")
        if what in {"told", "output"}:
            printed = self.printed if what == "told" else _shell(fence.argument)[0]
            right = fence.code == printed if what == "told" else fence.code in printed
            return [] if right else [f"printed is: {printed}"]
        return ["the block is neither run nor output"] if what == "silent" else []

    def _python(self, fence: Fence) -> list[str]:
        """Run a block of Python on from the blocks before it."""
        said: list[str] = []
        parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(optionflags=_OPTIONS)
        test = parser.get_doctest(fence.code, {}, self.name, self.name, fence.line - 1)
        test.globs = self.names
        runner.run(test, out=said.append, clear_globs=False)
        return ["".join(said)] if said else []


def _shell(commands: str) -> tuple[str, bool]:
    """Run commands, this interpreter's programs first: what they print, and if they end well."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 -- the commands of these pages
        ["bash", "-euo", "pipefail", "-c", commands],  # noqa: S607 -- wherever bash is
        check=False,
        encoding="utf-8",
        env=os.environ | {"PATH": path},
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
    )
    return done.stdout, done.returncode == 0


def _run_page(_: "Sphinx", page: str, source: list[str]) -> None:
    """Run the blocks of a page that people wrote when Sphinx reads it."""
    from sphinx.util import logging  # noqa: PLC0415 -- the tests run the blocks without Sphinx

    if not page.startswith("reference/_generated"):
        _PICTURES.mkdir(parents=True, exist_ok=True)
        for failure in failures(source[0], page, _PICTURES):
            logging.getLogger(__name__).warning(failure, type="fences", location=page)


def setup(app: "Sphinx") -> dict[str, bool]:
    """Tell Sphinx to run the blocks of each page that it reads.

    Args:
        app: The application.

    Returns:
        That pages can be read side by side.
    """
    app.connect("source-read", _run_page)
    return {"parallel_read_safe": True}
