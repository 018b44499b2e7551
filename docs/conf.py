"""How the documentation is built: `sphinx-build -n -W -b html docs docs/_build`.

Nothing is fetched: there is no intersphinx, and the theme brings its own fonts and scripts.
"""

# ruff: noqa: INP001 -- Sphinx reads this file; it is no package

import sys
from importlib.metadata import version as installed
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "implsupport"
author = "The implsupport contributors"
release = version = installed("implsupport")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "docstrings", "fences"]
exclude_patterns = ["_build", "_ext", "reference/_generated/examples.md"]  # examples.md includes it
root_doc = "index"

# Furo is MIT, a sixth of the size of the pydata theme, and shows a page without a script.
html_theme = "furo"
html_title = "implsupport"
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_permalinks_icon = "#"

# Directives are fenced by colons, so that three backticks are always a block that is run.
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

default_role = "code"  # single backticks are code in the docstrings, as in Markdown
highlight_language = "python"
pygments_style = "friendly"

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
add_module_names = False
python_maximum_signature_line_length = 88
napoleon_custom_sections = [("Source", "Source")]
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = False  # the signature has the types

# What a signature names and these pages do not hold, for nothing is fetched to link to it.
nitpick_ignore_regex = [
    (r"py:class", r"(implsupport\..*\.)?_?[A-Z](_co)?"),  # type variables: a letter each
    (r"py:class", r"Cases"),  # an alias of graphs, which Sphinx before 9 does not find
    (r"py:class", r"(collections\.abc|fractions|os)\..*"),  # Python's own
    (r"py:class", r"implsupport\.plots\..*"),  # what pictures read: protocols that records fulfil
    (r"py:class", r"hypothesis\..*|st\..*"),
    (r"py:class", r"matplotlib\..*"),
    (r"py:class", r"narwhals\..*"),
    (r"py:class", r"(nx|networkx)\..*"),
    (r"py:exc", r"pydantic\..*"),
]
