"""What is wrong with this file, where, and what was meant?"""

import tempfile
from pathlib import Path

from implsupport import DocumentError, documents

STUDY = """\
schema: implsupport/study/1
title: Night visits
policies:
  - key: night-visits
    title: Night visits
positions:
  - policy: night-visit
    ambiguity: hihg
    conflict: low
"""


def main() -> None:
    """Read a file with two slips, show each at its place, mend them, read it again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "study.yaml")
        path.write_text(STUDY, encoding="utf-8")
        try:
            documents.read(path)
        except DocumentError as error:
            for finding in error.findings:
                place = finding.place.removeprefix(f"{folder}/")
                print(place, "|", finding.path, "|", f"meant: {finding.nearest}")
        mended = STUDY.replace("hihg", "high").replace("night-visit\n", "night-visits\n")
        path.write_text(mended, encoding="utf-8")
        print("read:", documents.read(path).title)


if __name__ == "__main__":
    main()
