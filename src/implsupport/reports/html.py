"""A report as one HTML file."""

from implsupport.appraisal import Appraisal
from implsupport.reports.given import require, require_title

__all__ = ["html"]


def html(appraisal: Appraisal, *, title: str | None = None) -> str:
    """Write a report as one HTML file that needs nothing else: no script, no font, no network.

    Args:
        appraisal: A study, read.
        title: The title of the page; by default that of the study.

    Returns:
        A page: the first verdict and a summary of at most 250 words, a list of contents, pictures,
        and every statement with its source and status. Whatever the study holds is text in it. The
        same appraisal gives the same bytes.

    Raises:
        UnknownTermError: If it is given anything but an appraisal, or a title that is no text.
        MissingExtraError: If jinja2 or matplotlib is not installed, which the extra *report*
            brings.

    >>> from implsupport import cases
    >>> from implsupport.appraisal import appraise
    >>> html(appraise(cases.illustration())).splitlines()[0]
    '<!DOCTYPE html>'
    """
    require(appraisal, Appraisal, "html")
    require_title(title, "html")
    from implsupport.reports import page, pictures  # noqa: PLC0415 -- which need an extra

    return page.page(appraisal, title or appraisal.title, pictures.drawn(appraisal))
