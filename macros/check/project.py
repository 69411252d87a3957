"""The project as the rules see it: the data set, the hand-written pages, the words that templates use."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path

from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.load.selection import edition, select
from macros.model.city import BEARS_ON, OUTCOMES, SECTIONS
from macros.model.claim import ASPECTS, STANDINGS
from macros.model.implication import TIERS
from macros.model.kinds import KINDS
from macros.model.source import SOURCE_KINDS
from macros.model.term import BASES
from macros.model.toolkit import FEATURES, OFFERS
from macros.problems import DataProblemsError, Problem
from macros.wording import LANGUAGES

CODE = Path(__file__).parent.parent
STATES = ("sourced", "unsourced", "absent", "unknown")

# Words chosen by a value of the model rather than named in a template.
_FAMILIES = {
    "state": STATES,
    "standing": STANDINGS,
    "source-kind": SOURCE_KINDS,
    "basis": BASES,
    "section": SECTIONS,
    "aspect": ASPECTS,
    "outcome": OUTCOMES,
    "tier": TIERS,
    "feature": FEATURES,
    "offer": OFFERS,
    "language": (*LANGUAGES, "both"),
    "bundle": ("zip", "zip-use", "single", "single-use"),
    "coverage": tuple(BEARS_ON.values()),
    "kind": tuple(kind.name for kind in KINDS if kind.title),
}
_IN_TEMPLATE = re.compile(r"""\bt\.(?:fill\(["']([a-z][a-z0-9-]*)["']|(?!fill\b)([a-z][a-z0-9_]*))""")
_IN_CODE = re.compile(r"""\blabels(?:\.fill\(|\[)\s*["']([a-z][a-z0-9-]*)["']""")


@dataclass(frozen=True)
class Project:
    """What the rules receive."""

    root: Path
    dataset: Dataset
    pages: dict[str, tuple[str, ...]]
    """Language → hand-written pages, as paths below the language's folder, sorted."""
    labels_used: dict[str, str]
    """Label → the first file that uses it, relative to the package."""


def read(root: Path) -> tuple[Project, list[Problem]]:
    """Load the project at `root`; the problems are those of loading, before any rule."""
    dataset, problems = load(root)
    pages = {
        folder.name: tuple(sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.md")))
        for folder in (root / "content" / "zh", root / "content" / "en")
    }
    return Project(root, dataset, pages, labels_used(root)), problems


@functools.cache
def current(root: Path) -> Dataset:
    """Return the data set of a sound project; raise `DataProblemsError` with every problem of a faulty one.

    Where the environment names a selection, only that; SelectionError when it does not fit the data.
    Kept for the life of the process: the adapter drops this module before each build of `mkdocs serve`.
    """
    from macros.check.rules import check

    project, problems = check(root)
    errors = tuple(problem for problem in problems if problem.level == "error")
    if errors:
        raise DataProblemsError(tuple(problems))
    chosen = edition()
    return select(project.dataset, chosen.selection) if chosen else project.dataset


def labels_used(root: Path) -> dict[str, str]:
    """Return every label that templates, views or theme partials use, with a file that uses it."""
    used = {f"{family}-{value}": "macros/check/project.py" for family, values in _FAMILIES.items() for value in values}
    sources = [*sorted((CODE / "templates").rglob("*.j2")), *sorted((root / "overrides").rglob("*.html"))]
    for file in sources:
        for filled, named in _IN_TEMPLATE.findall(file.read_text(encoding="utf-8")):
            used.setdefault(filled or named.replace("_", "-"), file.name)
    for file in sorted(CODE.rglob("*.py")):
        for name in _IN_CODE.findall(file.read_text(encoding="utf-8")):
            used.setdefault(name, file.name)
    return used
