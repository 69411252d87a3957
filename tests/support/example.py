"""The example project of the tests: tests/data/valid with the words of the shipped interface.

Nothing in it is shipped content, so that a fact can change without a test changing.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.check import reporters
from macros.check.run import check
from macros.load.dataset import Dataset
from macros.render.macros import MACROS
from macros.views.reading import Reading
from macros.wording import LANGUAGES

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
VALID = TESTS / "data" / "valid"
REMOVED = "removed.txt"
"""In an overlay: the files that it takes away, one a line."""


def make(root: Path, overlay: Path | None = None) -> Path:
    """Make `root` the example project, with the files of `overlay` laid over it."""
    shutil.copytree(VALID, root, dirs_exist_ok=True)
    shutil.copy(ROOT / "data" / "labels.yml", root / "data")
    # The theme's partials use labels too; without them some labels would count as unused.
    shutil.copytree(ROOT / "overrides", root / "overrides", ignore=shutil.ignore_patterns("assets"))
    if overlay:
        shutil.copytree(overlay, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected*.txt", REMOVED))
        for name in (overlay / REMOVED).read_text(encoding="utf-8").split() if (overlay / REMOVED).exists() else ():
            (root / name).unlink()
    return root


def reports(root: Path) -> dict[str, str]:
    """Return what `handbook check` prints for the project at `root`, by language."""
    problems = check(root)[1]
    return {language: reporters.text(problems, language) + "\n" for language in LANGUAGES}


def reported(root: Path) -> str:
    """Return what `handbook check` prints for the project at `root`, in English."""
    return reports(root)["en"]


def load(root: Path) -> Dataset:
    """Return the data set of a project that must be sound; warnings stop nothing."""
    project, problems = check(root)
    assert not [problem for problem in problems if problem.level == "error"], reporters.text(problems, "en")
    return project.dataset


def block(dataset: Dataset, language: str, name: str, argument: str | int | None = None) -> str:
    """Return the text of a block."""
    return MACROS[name](Reading(dataset, language), *(() if argument is None else (argument,)))
