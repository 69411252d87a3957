"""The project as the rules see it: the data set, the hand-written pages, the words that templates use."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

from macros.check.labels_used import labels_used
from macros.check.missing import Gone, gone
from macros.check.shown import shown
from macros.check.templates import Shown
from macros.leftovers import is_left_over
from macros.load.dataset import Dataset
from macros.load.kept import Kept
from macros.load.loader import load
from macros.problems import Problem


@dataclass(frozen=True)
class Project:
    """What the rules receive."""

    root: Path
    dataset: Dataset
    pages: dict[str, tuple[str, ...]]
    """Language → hand-written pages, as paths below the language's folder, sorted."""

    def prepare(self) -> None:
        """Work out what several rules look at, before processes that would each do so share the rules."""
        self.dataset.prepare_for_rules()
        _ = self.shown

    @functools.cached_property
    def gone(self) -> Gone:
        """What seems to have been taken out, and is named all the same; asked only where something is not there."""
        return gone(self.dataset)

    @functools.cached_property
    def labels_used(self) -> dict[str, str]:
        """Label → the first file that uses it, by its name."""
        return labels_used(self.shown)

    @functools.cached_property
    def shown(self) -> dict[Path, Shown]:
        """Template, script or file of code → the words of the interface that it shows."""
        return shown(self.root)


def read(root: Path, kept: Kept | None = None) -> tuple[Project, list[Problem]]:
    """Load the project at `root`; the problems are those of loading, before any rule."""
    dataset, problems = load(root, kept)
    pages = {
        folder.name: tuple(
            sorted(page.relative_to(folder).as_posix() for page in folder.rglob("*.md") if not is_left_over(page.name))
        )
        for folder in (root / "content" / "zh", root / "content" / "en")
    }
    return Project(root, dataset, pages), problems
