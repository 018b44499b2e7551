"""Public keys are stable: other people's files hold them.

`tests/keys.txt` lists every public key. To change it, run `python tests/test_keys.py`, then say in
the changelog which keys changed and put there the line that the script prints.
"""

import hashlib
import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import implsupport
from implsupport import CATALOGUE, Term, cases
from implsupport.sources import BIBLIOGRAPHY

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "tests" / "keys.txt"


def modules() -> Iterator[ModuleType]:
    """Import every module but the script, and the one that makes vocabularies up."""
    found = pkgutil.walk_packages(implsupport.__path__, "implsupport.")
    return (
        importlib.import_module(one.name)
        for one in found
        if "__main__" not in one.name and ".testing" not in one.name
    )


def vocabularies() -> list[type[Term]]:
    """Find every vocabulary, each in the module that declares it."""
    return [
        value
        for module in modules()
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Term)
        if value.__module__ == module.__name__
    ]


def public_keys() -> list[str]:
    """List every public key, its kind before it."""
    study = cases.study()
    keys: dict[str, list[str]] = {
        "activity": [activity.key for activity in study.activities],
        "approach": [approach.key for approach in study.approaches],
        "body": [body.key for body in study.bodies],
        "framework": [framework.key for framework in CATALOGUE],
        "policy": [policy.key for policy in study.policies],
        "source": [work.key for work in BIBLIOGRAPHY] + [source.key for source in study.sources],
        "theme": [approach.theme for approach in study.approaches if approach.theme],
        **{words.__name__: [word.key for word in words] for words in vocabularies()},
    }
    return sorted({f"{kind} {key}" for kind, of_kind in keys.items() for key in of_kind})


def signed(keys: str) -> str:
    """Say how many keys there are, and sign them."""
    digest = hashlib.sha256(keys.encode()).hexdigest()[:12]
    return f"{len(keys.splitlines())} public keys (tests/keys.txt, sha256 {digest})"


def test_no_public_key_changes_unnoticed() -> None:
    """The keys of the code are those kept in `tests/keys.txt`."""
    kept = KEPT.read_text(encoding="utf-8").splitlines()

    assert public_keys() == kept, "run: python tests/test_keys.py"


def test_the_changelog_tells_of_every_change_of_keys() -> None:
    """`tests/keys.txt` is signed in the changelog, so that neither changes alone."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    signature = signed(KEPT.read_text(encoding="utf-8"))

    assert signature in changelog, "say in CHANGELOG.md which keys changed, then: " + signature


if __name__ == "__main__":
    KEPT.write_text("\n".join(public_keys()) + "\n", encoding="utf-8")
    sys.stdout.write(signed(KEPT.read_text(encoding="utf-8")) + "\n")
