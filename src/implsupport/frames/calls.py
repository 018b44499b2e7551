"""One call of a verb on one frame: the columns are checked and read, what it says is looked up."""

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

import attrs

from implsupport.errors import UnknownTermError, nearest, shown
from implsupport.frames import columns, engines, findings
from implsupport.frames.columns import Asked, Frame, Native
from implsupport.frames.findings import Findings
from implsupport.frames.plans import Plan
from implsupport.frames.profiles import Verb
from implsupport.terms import FrozenMap

__all__ = ["Call", "OnError", "checked", "looked_up"]

OnError: TypeAlias = Literal["raise", "gap"]
"""What to do about what cannot be read: refuse the frame, or count it as a gap and record it."""

_ON_ERROR: Final = ("raise", "gap")


@attrs.frozen
class Call:
    """What a user asks for.

    Attributes:
        verb: The verb; it records what could not be read, if that counts as a gap.
        columns: What is read to the name of its column, in the order of the verb's marks.
        prefix: What the names of the results begin with.
        on_error: What to do about what cannot be read.
    """

    verb: Verb
    columns: FrozenMap[str, str]
    prefix: str
    on_error: OnError

    @classmethod
    def of(cls, verb: Verb, asked: dict[str, str], prefix: str, on_error: OnError) -> "Call":
        """Check what is asked for, as far as it can be without a frame.

        Args:
            verb: The verb.
            asked: What is read to the name of its column, in the order of the verb's marks.
            prefix: What the names of the results begin with.
            on_error: What to do about what cannot be read.

        Returns:
            The call.

        Raises:
            UnknownTermError: If `on_error` is neither, or the prefix no text; or the rule has
                words of its own.
            FrameworkError: If the framework or the rule is not fit for the verb.
        """
        if on_error not in _ON_ERROR:
            near = nearest(on_error, _ON_ERROR)
            raise UnknownTermError(shown(on_error), "on_error", _ON_ERROR, near)
        if not isinstance(prefix, str):  # pyright: ignore[reportUnnecessaryIsInstance] -- None would be a name
            expected = ("text, or '' for no prefix",)
            raise UnknownTermError(shown(prefix), "prefix", expected, noun="value")
        verb.outcome((0,) * len(verb.marks))  # raises what is wrong with framework and rule
        recording = verb.recording(asked.values()) if on_error == "gap" else verb
        return cls(recording, FrozenMap(asked), prefix, on_error)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of what the verb says."""
        return tuple(f"{self.prefix}{name}" for name, _ in self.verb.results)


def checked(frame: Frame, call: Call, results: Sequence[str]) -> tuple[Findings, list[Asked]]:
    """Find columns that are not there or read twice, and names that are taken.

    Args:
        frame: The frame.
        call: What is asked for.
        results: The names of all results.

    Returns:
        What is wrong so far; and for each column that is there its name, its vocabulary and the
        marks that are told apart.

    Raises:
        FrameError: If the engine cannot be asked for a column by its name.
    """
    engines.require_readable(frame, call.columns.values())
    verb, there = call.verb, columns.names_of(frame)
    found = Findings(is_lenient=bool(verb.reasons))
    found.add_columns(call.columns, there)
    found.add(findings.taken(results, there))
    asked = zip(call.columns.values(), verb.vocabularies, verb.marks, strict=True)
    return found, [one for one in asked if isinstance(one[0], str) and one[0] in there]  # pyright: ignore[reportUnnecessaryIsInstance] -- a user may give anything


def looked_up(df: Native, call: Call) -> Native:
    """Read columns of words, and add what the verb says of each row.

    Args:
        df: The frame, as its own library knows it.
        call: What is asked for.

    Returns:
        The frame with the results, as its own library knows it.

    Raises:
        FrameError: If it cannot be read: all findings.
    """
    frame = engines.opened(df)
    found, asked = checked(frame, call, call.names)
    codes = engines.written(frame, {name: vocabulary for name, vocabulary, _ in asked})
    counts = engines.counted(frame, asked, codes)
    schema = frame.collect_schema()
    read = tuple(
        columns.read(name, schema[name], vocabulary, marks, words, found)
        for (name, vocabulary, marks), words in zip(asked, counts, strict=True)
    )
    found.refuse()
    return engines.attached(frame, Plan(call.verb, read, call.names), codes).to_native()
