"""The verbs over the columns of a data frame, of any library and on any engine.

`classify`, `locate`, `score`, `decide` and `place` add columns to a frame, one row a case. What
comes in lazy goes out lazy and stays on its engine. `widen` makes such a frame of a long one, one
row a rating; `panel` and `agreement` read a long one as several assessors' ratings.
"""

from implsupport.frames.long import agreement, panel, widen
from implsupport.frames.verbs import classify, decide, locate, place, score

__all__ = [
    "agreement",
    "classify",
    "decide",
    "locate",
    "panel",
    "place",
    "score",
    "widen",
]
