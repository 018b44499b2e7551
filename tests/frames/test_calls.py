"""One call of a verb on one frame."""

import importlib
from typing import Any

import narwhals.stable.v2 as nw
import pytest

from implsupport import matland
from implsupport.errors import FrameError, UnknownTermError
from implsupport.frames import calls, profiles
from implsupport.frames.calls import Call

polars: Any = importlib.import_module("polars")

ASKED = {"the row": "a", "the column": "c"}


def called(on_error: Any = "raise") -> Call:  # noqa: ANN401 -- also what is refused
    """Ask for the kind of two axes."""
    return Call.of(profiles.classifying(matland.MATLAND), ASKED, "p_", on_error)


def test_results_are_named_after_the_prefix() -> None:
    """Those of the verb, and what is recorded."""
    assert called().names == ("p_kind",)
    assert called("gap").names == ("p_kind", "p_unread", "p_reason")


def test_a_call_that_is_not_fit_is_refused() -> None:
    """Before there is a frame."""
    with pytest.raises(UnknownTermError, match="'drop' is not a term of on_error"):
        called("drop")


def test_what_is_there_can_be_read_though_other_columns_are_not() -> None:
    """So that all that is wrong is told at once."""
    frame = nw.from_native(polars.DataFrame({"c": ["low"], "P_KIND": [1]}))
    found, asked = calls.checked(frame, called(), called().names)

    with pytest.raises(FrameError) as caught:
        found.refuse()

    assert [one.code for one in caught.value.findings] == ["missing", "taken"]
    assert [name for name, *_ in asked] == ["c"]


def test_a_lazy_frame_without_any_of_the_columns_is_refused(make_lazy: Any) -> None:  # noqa: ANN401 -- a fixture
    """There is no column then whose words could be counted."""
    with pytest.raises(FrameError) as caught:
        calls.looked_up(make_lazy({"x": [1]}), called())

    assert [one.column for one in caught.value.findings] == ["a", "c"]
