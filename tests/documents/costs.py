"""What reading costs, counted rather than timed: the same on any machine."""

import gc
import sys
from collections.abc import Callable

__all__ = ["calls_of"]


def calls_of(action: Callable[[], object]) -> int:
    """Count the calls of Python functions in an action, but for those of a collection between."""
    calls = 0

    def hear(_frame: object, event: str, _about: object) -> None:
        nonlocal calls
        calls += event == "call"

    before, collects = sys.getprofile(), gc.isenabled()
    gc.disable()
    sys.setprofile(hear)
    try:
        action()
    finally:
        sys.setprofile(before)
        if collects:
            gc.enable()
    return calls
