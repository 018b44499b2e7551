"""Kill a process again and again while it writes a file, and look at the file each time.

Run as a script with the path of a file, this prints how often the file held what, how many
temporary files the killed processes left behind, and which of those are taken for a study.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import Final, NoReturn

from implsupport import cases, documents
from implsupport.errors import DocumentError
from implsupport.records import Study

KILLS: Final = 100
STUDIES: Final = {"first": cases.illustration(), "second": cases.study()}


def write_on(path: Path) -> NoReturn:
    """Write the one study and the other, for ever."""
    while True:
        for study in STUDIES.values():
            documents.write(study, path, overwrite=True)


def kill_one(path: Path, seconds: float, *, is_inside: bool) -> None:
    """Let a process write for a while, and kill it; inside a write, once its file is there."""
    files = len(os.listdir(path.parent))  # noqa: PTH208 -- often, while another process writes
    child = os.fork()
    if not child:
        write_on(path)
    time.sleep(seconds)
    while is_inside and len(os.listdir(path.parent)) == files:  # noqa: PTH208 -- as above
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def held(path: Path, whole: dict[bytes, str]) -> str:
    """Name what a file holds."""
    return whole.get(path.read_bytes(), "torn")


def is_read(path: Path) -> bool:
    """Tell whether a file is taken for a study."""
    try:
        documents.read(path)
    except DocumentError:
        return False
    return True


def written(study: Study, path: Path) -> bytes:
    """Give the bytes that a study is written as."""
    documents.write(study, path, overwrite=True)
    return path.read_bytes()


def main(path: Path) -> None:
    """Kill as often as asked, early and late, anywhere and inside a write, and count.

    Most of a write makes up what is written, before there is a file; killed anywhere, few processes
    would leave one.
    """
    written(STUDIES["first"], path)  # which loads what writes it
    start = time.perf_counter()
    whole = {written(study, path): name for name, study in STUDIES.items()}
    latest = max(0.05, 1.5 * (time.perf_counter() - start))
    chance = random.Random(6)  # noqa: S311 -- no secret
    counts: dict[str, int] = {}
    for number in range(KILLS):
        kill_one(path, chance.uniform(0.005, latest), is_inside=number % 2 == 0)
        name = held(path, whole)
        counts[name] = counts.get(name, 0) + 1
    left = [one for one in path.parent.iterdir() if one != path]
    mistaken = [one.name for one in left if is_read(one)]
    sys.stdout.write(json.dumps({"held": counts, "left": len(left), "mistaken": mistaken}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
