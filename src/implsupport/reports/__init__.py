"""What a committee reads: an appraisal as sections, and those as text, Markdown or a page."""

from implsupport.reports.blocks import Items, Section, Table, Words
from implsupport.reports.content import content
from implsupport.reports.html import html
from implsupport.reports.markdown import markdown
from implsupport.reports.text import text

__all__ = ["Items", "Section", "Table", "Words", "content", "html", "markdown", "text"]
