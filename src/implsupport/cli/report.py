"""`implsupport report`: what a study comes to."""

import json
from argparse import Namespace
from collections.abc import Callable, Mapping
from typing import Final

from implsupport import reports
from implsupport.appraisal import Appraisal
from implsupport.cli import streams, studies, targets

__all__ = ["run"]


def run(given: Namespace) -> int:
    """Appraise a study and deliver what was found.

    Args:
        given: The options.

    Returns:
        The exit code.

    Raises:
        DocumentError: If the study cannot be read, or the report cannot be written.
        MissingExtraError: If the form asked for needs a library that is not installed.
    """
    targets.require_free(given.output, overwrite=given.overwrite)
    name: str = given.named or given.study
    shown = streams.named(name)
    with streams.stage(f"reading {shown}"):
        study = studies.read(name, given, judgeable=True)
    with streams.stage(f"appraising {len(study.policies):,} policies of {shown}"):
        appraisal = studies.appraised(name, study, given.rule)
    with streams.stage(f"writing the report of {shown}"):
        rendered = _RENDER[given.format](appraisal)
    return targets.deliver(rendered, given)


def _text(appraisal: Appraisal) -> str:
    return reports.text(reports.content(appraisal))


def _markdown(appraisal: Appraisal) -> str:
    return reports.markdown(reports.content(appraisal))


def _json(appraisal: Appraisal) -> str:
    return json.dumps(appraisal.to_dict(), ensure_ascii=False, indent=2) + "\n"


_RENDER: Final[Mapping[str, Callable[[Appraisal], str]]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
    "html": reports.html,
}
