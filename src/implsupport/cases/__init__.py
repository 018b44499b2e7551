"""The cases of the sources as data, and an invented illustration.

`study` holds what the sources and other publications state, as far as records can; `comparability`,
`overrides`, `overrides_source`, `citations`, `themes`, `figure_1`, `perceived_success`, `deferral`,
`support_programme` and `work_streams` hold the rest, beside dated events, counts and the policies
named as examples. `illustration` is an invented study with every section filled. All are validated
once and kept.
"""

from implsupport.cases.claims import claims
from implsupport.cases.counts import agencies_in_contact, sample
from implsupport.cases.events import (
    Event,
    central_units,
    duty_to_cooperate,
    every_child_matters_timeline,
    legislative_passage,
)
from implsupport.cases.features import approach_features, illustration_features
from implsupport.cases.named_policies import Example, examples
from implsupport.cases.passages import (
    Deferral,
    Misreading,
    PerceivedSuccess,
    deferral,
    figure_1,
    perceived_success,
)
from implsupport.cases.programme import (
    Passage,
    SupportProgramme,
    WorkStream,
    support_programme,
    work_streams,
)
from implsupport.cases.studies import every_child_matters, illustration, study
from implsupport.cases.tables import (
    citations,
    comparability,
    overrides,
    overrides_source,
    themes,
)

__all__ = [
    "Deferral",
    "Event",
    "Example",
    "Misreading",
    "Passage",
    "PerceivedSuccess",
    "SupportProgramme",
    "WorkStream",
    "agencies_in_contact",
    "approach_features",
    "central_units",
    "citations",
    "claims",
    "comparability",
    "deferral",
    "duty_to_cooperate",
    "every_child_matters",
    "every_child_matters_timeline",
    "examples",
    "figure_1",
    "illustration",
    "illustration_features",
    "legislative_passage",
    "overrides",
    "overrides_source",
    "perceived_success",
    "sample",
    "study",
    "support_programme",
    "themes",
    "work_streams",
]
