"""Print the commands of a Markdown file: the lines of the `sh` blocks below a heading.

Usage: python3 commands.py FILE HEADING
"""

import re
import sys
from pathlib import Path


def commands(text: str, heading: str) -> list[str]:
    """Return the lines of the `sh` blocks between a second-level heading and the next."""
    section = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    if section is None:
        message = f"no heading '## {heading}'"
        raise SystemExit(message)
    blocks = re.findall(r"^```sh\n(.*?)^```$", section[1], re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line]


if __name__ == "__main__":
    _, file, heading = sys.argv
    print("\n".join(commands(Path(file).read_text(encoding="utf-8"), heading)))
