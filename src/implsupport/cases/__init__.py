"""The cases of the sources as data, and an invented illustration.

`study` holds what the sources and other publications state, as far as records can; `comparability`,
`citations`, `figure_1`, `perceived_success` and `deferral` hold the rest. `illustration` is an
invented study with every section filled. All are validated once and kept.
"""

from implsupport.cases.passages import (
    Deferral,
    Misreading,
    PerceivedSuccess,
    deferral,
    figure_1,
    perceived_success,
)
from implsupport.cases.studies import every_child_matters, illustration, study
from implsupport.cases.tables import citations, comparability

__all__ = [
    "Deferral",
    "Misreading",
    "PerceivedSuccess",
    "citations",
    "comparability",
    "deferral",
    "every_child_matters",
    "figure_1",
    "illustration",
    "perceived_success",
    "study",
]
