"""What an engine may do in its own way, and what holds for those that do not."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from implsupport.frames import columns, plans
from implsupport.frames.columns import (
    AnyFrame,
    Asked,
    Coded,
    Counts,
    Native,
    free,
    keys_of,
    names_of,
    vocabularies_of,
)
from implsupport.frames.plans import LookUp, Plan, Type
from implsupport.terms import Term

__all__ = [
    "FEW_WORDS",
    "Attach",
    "Count",
    "Engine",
    "Keys",
    "Take",
    "keyed",
    "keys_asked",
    "others_counted",
    "replaced",
    "taken",
    "told",
]

Keys: TypeAlias = Mapping[str, Sequence[str]]
"""The name of each column of words to the keys that are expected there."""

Count: TypeAlias = Callable[[AnyFrame, Sequence[Asked]], list[Counts]]
"""How the words of columns are counted."""

Attach: TypeAlias = Callable[[AnyFrame, Plan], AnyFrame]
"""How what a verb says of each row is added."""

Take: TypeAlias = Callable[[nw.Series[Any], Native], nw.Series[Any]]
"""How values of a column are taken by place."""

FEW_WORDS: Final = 127
"""So many words have codes of one byte each; wider codes take more memory than their column."""


# --- words counted ---


def keys_asked(asked: Sequence[Asked]) -> list[tuple[str, ...]]:
    """List the keys that are expected.

    Args:
        asked: The columns.

    Returns:
        For each column the keys of its vocabulary, and those of gaps where they are read.

    >>> from implsupport import matland
    >>> keys_asked([("a", matland.Conflict, (*matland.Conflict, None))])
    [('low', 'high')]
    """
    return [keys_of(*vocabularies_of(vocabulary, marks)) for _, vocabulary, marks in asked]


def others_counted(frame: AnyFrame, asked: Sequence[Asked]) -> list[Counts]:
    """Count the words of columns that are no keys.

    Args:
        frame: The frame.
        asked: The columns.

    Returns:
        For each column its words and the number of their rows.
    """
    return columns.counted(frame, [name for name, *_ in asked], keys_asked(asked))


# --- looking up ---


def keyed(frame: AnyFrame, plan: Plan) -> tuple[AnyFrame, LookUp, str]:
    """Add the key of the look-up to each row, under a name that is free.

    Args:
        frame: The frame.
        plan: The verb, and the columns that it reads.

    Returns:
        The frame with the keys, the look-up, and the name of the keys.
    """
    look_up, name = plan.look_up(frame), free("key", (*names_of(frame), *plan.names))
    return frame.with_columns(look_up.key.alias(name)), look_up, name


def told(plan: Plan, look_up: LookUp) -> list[tuple[str, Type, list[Any]]]:
    """List what a verb says, profile by profile.

    Args:
        plan: The verb, and the names of its results.
        look_up: The look-up.

    Returns:
        The name and the type of each result, and a value for each key of the look-up.
    """
    places, results = look_up.table.places, plan.results(look_up.table)
    return [(name, dtype, [values[place] for place in places]) for name, dtype, values in results]


def replaced(frame: AnyFrame, plan: Plan) -> AnyFrame:
    """Replace the key by the place of the outcome, and that by each result, row by row.

    Args:
        frame: The frame.
        plan: The verb, and the columns that it reads.

    Returns:
        The frame with the results.
    """
    with_keys, look_up, name = keyed(frame, plan)
    places = nw.col(name).replace_strict(
        [*look_up.keys], [*look_up.table.places], default=None, return_dtype=nw.Int64
    )
    results = [
        nw.col(name)
        .replace_strict([*range(len(values))], values, default=None, return_dtype=dtype)
        .alias(result)
        for result, dtype, values in plan.results(look_up.table)
    ]
    return with_keys.with_columns(places.alias(name)).with_columns(*results).drop(name)


def taken(series: nw.Series[Any], places: Native) -> nw.Series[Any]:
    """Take values of an eager column.

    Args:
        series: The column.
        places: For each row the place of its value, as an array of numpy.

    Returns:
        A column as long as the places.
    """
    found: nw.Series[Any] = series[places]
    return found


# --- the ways of an engine ---


@attrs.frozen
class Engine:
    """What an engine does in its own way; where it says nothing, it does as all do.

    Attributes:
        coded: How it writes columns of words of an eager frame as codes; None if it does not.
        counted: How it counts words where there are no codes.
        taken: How it takes values by place where there are codes.
        attached: How it looks up where there are no codes.
        categories: How keys are written where every column that is read is of categories.
        is_lazy: Whether its lazy frames are read.
        allows_several: Whether narwhals takes its frames with several columns of one name.
        marks: The characters that keep a column from being asked for by its name.
    """

    coded: Callable[[Native, Keys], list[Coded]] | None = None
    counted: Count = others_counted
    taken: Take = taken
    attached: Attach = replaced
    categories: Callable[[type[Term]], Type] = plans.as_text
    is_lazy: bool = False
    allows_several: bool = False
    marks: frozenset[str] = frozenset()
