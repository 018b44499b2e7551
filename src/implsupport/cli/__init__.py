"""The command line: check studies, appraise them, and print what was found.

    implsupport [report] [STUDY]    what a study comes to; the default
    implsupport check STUDY...      everything that is wrong in files
    implsupport template FILE       a study to fill in
    implsupport convert STUDY FILE  a study in another kind of file
    implsupport codebook            every word and what it means
    implsupport schema              the JSON Schema of a study

What a command is asked for goes to standard output, everything else to standard error. Each
command is a module of its own, loaded when it is asked for.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from implsupport.cli import options, streams
from implsupport.errors import DocumentError, MissingExtraError

__all__ = ["main"]


class _Command(Protocol):
    """A module that does what one command asks for."""

    def run(self, given: Namespace) -> int: ...


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The words after the program's name; by default those of the process.

    Returns:
        The exit code: 0 when done, 1 when something in a study is wrong, 3 when a file cannot be
        read or written or a library is missing, 130 when interrupted. Wrong usage exits with 2
        and says what was expected.

    >>> main(["report", "illustration", "--format", "json", "-o", "/dev/null"])
    0
    """
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130
    finally:
        streams.settle()


def _run(arguments: Sequence[str]) -> int:
    try:
        given = options.parsed(arguments)
        command = cast("_Command", import_module(f"{__name__}.{given.command}"))
        return command.run(given)
    except MissingExtraError as error:
        streams.say(f"implsupport: {error}\n")
        return 3
    except DocumentError as error:
        streams.say(streams.told(error))
        return streams.code_of(error)
