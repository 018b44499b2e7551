"""What a report is made of."""

import pytest
from attrs.exceptions import FrozenInstanceError

from implsupport.reports import Items, Section, Table, Words

WHOLE = Section("T", (Words("a", "ours"), Items((Words("b"),)), Table(("c",), (("d",),), "ours")))


def test_a_report_is_a_value() -> None:
    """Equal parts make equal reports, which hash alike."""
    again = Section(WHOLE.title, WHOLE.blocks, WHOLE.sections)

    assert again == WHOLE
    assert hash(again) == hash(WHOLE)


def test_a_report_cannot_be_changed() -> None:
    """What is rendered in several forms stays the same in all of them."""
    with pytest.raises(FrozenInstanceError):
        WHOLE.title = "U"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
