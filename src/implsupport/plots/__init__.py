"""Pictures for people who will not read code: what a result says, and what nobody has judged.

Every function takes results, draws on the Axes given or on a new Figure, and returns the Axes. None
shows anything, reads or sets matplotlib's settings, or keeps a figure open. A colour never
stands alone: a symbol and a word say the same. On a new Figure a picture takes the room that its
text needs; on Axes given it is wrapped and shrunk until it fits.

Raises:
    MissingExtraError: When it is imported without matplotlib, which the extra *plot* brings.

>>> from implsupport import matland, plots
>>> axes = plots.positions({"Night visits": matland.locate(ambiguity=0.7, conflict=0.3)})
>>> "Night visits" in plots.svg(axes, title="Where it stands")
True
"""

import importlib

from implsupport.errors import MissingExtraError

try:
    importlib.import_module("matplotlib")
except ImportError as _error:
    raise MissingExtraError("implsupport.plots", "matplotlib", "plot") from _error

from implsupport.plots.cards import summary, traffic_lights
from implsupport.plots.cells import governance
from implsupport.plots.describing import approaches
from implsupport.plots.diagrams import hasse, programme
from implsupport.plots.markup import svg
from implsupport.plots.needs import match, matches
from implsupport.plots.places import moves, positions

__all__ = [
    "approaches",
    "governance",
    "hasse",
    "match",
    "matches",
    "moves",
    "positions",
    "programme",
    "summary",
    "svg",
    "traffic_lights",
]
