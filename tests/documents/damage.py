"""Read thousands of damaged documents in a process of its own, and print what came of it."""

import json
import random
import re
import resource
import sys
import time
from collections.abc import Callable
from typing import Final

from implsupport import cases
from implsupport.documents import LIMITS, json_text, yaml_text
from implsupport.errors import DocumentError
from implsupport.frameworks import CATALOGUE
from implsupport.records import Study

HOSTILE: Final = [
    *(b"&a ", b"*a", b"!!python/object:os.system ", b"!<", b"!%zz ", b"<<: *a", b"%TAG ! a\n"),
    *(b"---\n", b"...\n", b"%YAML 9.9\n", b"? ", b": ", b"- - - ", b"|+9\n", b">", b"#", b"@"),
    *(b"{", b"}", b"[", b"]", b"{[", b"]}", b"[" * 40, b"{a: " * 40, b",", b",,", b"'", b'"', b"`"),
    *(b'"\\ud800"', b'"\\UFFFFFFFF"', b'"\\x"', b"\\u12", b"\\", b"\x00", b"\x07", b"\x7f"),
    *(b"\t", b"\r", b"\xff\xfe", b"\xfe", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae"),
    *(b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xd0\xb0", b"NaN", b"-.inf", b"Infinity", b"1e999"),
    *(b"9" * 5000, b"0x1F", b"010", b"null", b"true", b"~", b"\n", b"\n\n", b"  ", b'"key": '),
    *(b"key: ", b"schema: ", b"\n  - "),
]

KINDS: Final = {"yaml": yaml_text, "json": json_text}
PLACE: Final = re.compile(r"file:[1-9][0-9]*:[1-9][0-9]*")


def small_study() -> Study:
    """Take from the illustration what makes about two thousand bytes of YAML."""
    whole = cases.illustration().model_dump(mode="json", exclude_defaults=True)
    few = {
        "title": whole["title"],
        "sources": whole["sources"],
        "policies": whole["policies"][:1],
        "assessments": whole["assessments"][:1],
        "activities": whole["activities"][:1],
        "bodies": whole["bodies"][:1],
    }
    return Study.model_validate(few)


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Flip, cut, repeat and put in: one to three times."""
    document = bytearray(whole)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(document))
        match chance.randrange(4):
            case 0:
                document[place] ^= 1 << chance.randrange(8)
            case 1:
                del document[place : place + chance.randint(1, 20)]
            case 2:
                document[place:place] = document[place : place + chance.randint(1, 200)]
            case _:
                document[place:place] = chance.choice(HOSTILE)
    return bytes(document)


def outcome(read: Callable[..., Study], data: bytes) -> str:
    """Say how a document was taken: read, refused with all its places, or worse."""
    try:
        read(data, "file", frameworks=CATALOGUE, limits=LIMITS)
    except DocumentError as error:
        is_placed = all(PLACE.fullmatch(one.place) for one in error.findings)
        return "refused" if is_placed and error.findings and str(error) else "without a place"
    except Exception as error:  # noqa: BLE001 -- that none escapes is what is asked
        return repr(error)
    return "read"


def memory() -> int:
    """Give the most memory that this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(kind: str, count: int) -> None:
    """Read as many damaged documents of a kind as asked."""
    module = KINDS[kind]
    whole = module.dumped(small_study()).encode()
    chance = random.Random(6)  # noqa: S311 -- no secret
    outcomes: dict[str, int] = {}
    slowest, held = 0.0, 0
    begin = time.process_time()
    for number in range(count):
        data = damaged(whole, chance)
        start = time.process_time()
        how = outcome(module.study_from, data)
        slowest = max(slowest, time.process_time() - start)
        outcomes[how] = outcomes.get(how, 0) + 1
        held = memory() if number < 100 else held
    result = {
        "bytes": len(whole),
        "outcomes": outcomes,
        "slowest": slowest,
        "seconds": time.process_time() - begin,
        "growth": memory() - held,
    }
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
