"""The HTML page of a report, made from its template with everything escaped.

Raises:
    MissingExtraError: When it is imported without jinja2, which the extra *report* brings.
"""

import base64
import hashlib
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import attrs

from implsupport.appraisal import Appraisal
from implsupport.errors import MissingExtraError
from implsupport.reports.blocks import Words
from implsupport.reports.content import content
from implsupport.reports.summary import summary
from implsupport.reports.wording import HOW_TO_READ, clipped

try:
    import jinja2
    from markupsafe import Markup
except ImportError as _error:
    raise MissingExtraError("implsupport.reports.html", "jinja2", "report") from _error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from implsupport.reports.pictures import Picture

__all__ = ["page"]

_LONGEST_TITLE = 12


def page(appraisal: Appraisal, title: str, pictures: "Iterable[tuple[Picture, str]]" = ()) -> str:
    """Fill the template with a report.

    Args:
        appraisal: A study, read.
        title: The title of the page; a long one is cut in the heading and stands whole below.
        pictures: Each picture with its SVG, which is put in as it is.

    Returns:
        The whole page.
    """
    line, report = " ".join(title.split()), content(appraisal)
    blocks = tuple(block for block in report.blocks if block != Words(HOW_TO_READ))
    style = _file("page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _template().render(
        title=line,
        heading=clipped(line, _LONGEST_TITLE),
        summary=summary(appraisal),
        report=attrs.evolve(report, blocks=blocks),  # the first page says how to read it
        pictures=[(picture, Markup(svg)) for picture, svg in pictures],  # noqa: S704 -- by `plots`
        style=Markup(style),  # noqa: S704 -- a file of this package, and no text of a study
        style_source=f"'sha256-{digest}'",
    )


@cache
def _template() -> jinja2.Template:
    """Compile the template once; in it everything is escaped, and nothing may be missing."""
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    return environment.from_string(_file("page.html.jinja"))


@cache
def _file(name: str) -> str:
    return resources.files("implsupport.reports").joinpath(name).read_text(encoding="utf-8")
