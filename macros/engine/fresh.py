"""A served site after an edit of data alone: only what changed is read, and a page is made again when asked for."""

from __future__ import annotations

import contextlib
import fnmatch
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.check import run
from macros.check.project import Project, read
from macros.engine import navigation
from macros.engine.beside import Part
from macros.engine.making import Making
from macros.leftovers import is_left_over
from macros.load.dataset import Dataset
from macros.model.kinds import of_type
from macros.model.label import Label
from macros.problems import Problem
from macros.render import pages

if TYPE_CHECKING:
    from macros.engine.site import Site

_Read = tuple[Project, list[Problem]]
_Stamps = dict[Path, tuple[int, int]]
"""File → when it was last written, in nanoseconds, and its size in bytes."""


class Fresh:
    """Knows what a site was built from, and which of it is out of date."""

    def __init__(self, site: Site, config: Any) -> None:
        """Look at the files before anything is read: who writes meanwhile is then late, not lost."""
        self._site, self._config = site, config
        self._root = Path(config.config_file_path).resolve().parent
        self._seen = self._stamps()
        self._kept = run.of_disk()
        self._shape: tuple[Any, ...] = ()
        self._late: list[Part] = []
        self._unchecked: _Read | None = None
        self._is_faulty = False
        self.making: Making | None = None
        """What makes the pages; None until a build has come to its end."""

    def read(self) -> Dataset:
        """Return the data as they are, and remember which pages they make; DataProblemsError when they have faults."""
        dataset = run.sound_now(self._root, self._kept)
        self._shape = _shape(dataset)
        return dataset

    def again(self) -> bool:
        """Take over what was edited since; False where only a build can. Faults that reading finds raise an error.

        The rules, which take longer than all else together, have their say when `check` is called: who edits sees
        the page meanwhile. After faults they speak first, or the list of them would come and go with each edit.
        """
        if not self.making:
            return False
        now = self._stamps()
        changed = [path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)]
        if not changed or not all(map(self._is_data, changed)):
            return False
        project, problems = read(self._root, self._kept)
        if self._is_faulty or any(problem.level == "error" for problem in problems):
            self._is_faulty = True
            run.stop_at_errors(run.apply(project, problems))
        dataset = run.shown(project)
        if _shape(dataset) != self._shape:
            return False
        self._unchecked = None if self._is_faulty else (project, problems)
        self._seen, self._is_faulty = now, False
        self._site.take(dataset)
        self.making.forget()
        self._late = list(self._site.beside(self._config))
        return True

    def check(self) -> Callable[[], None]:
        """Apply the rules to what was taken over last, which takes its time, and return what settles the result.

        That raises DataProblemsError for faults, unless there is something newer by then.
        """
        held = self._unchecked
        found = run.apply(*held) if held else []
        return lambda: self._settle(found) if held is self._unchecked else None

    def _settle(self, found: list[Problem]) -> None:
        self._unchecked, self._is_faulty = None, any(problem.level == "error" for problem in found)
        run.stop_at_errors(found)

    def ask(self, path: str) -> None:
        """Make the file at a path below the site, if it is out of date."""
        if self.making:
            self.making.again(path)
        due = [part for part in self._late if any(fnmatch.fnmatch(path, pattern) for pattern in part.files)]
        for part in due:
            part.write()
            self._late.remove(part)

    def _is_data(self, path: Path) -> bool:
        """Whether a file holds data that stand on pages alone, not in the navigation and the theme as well."""
        labels = of_type(Label)
        data = self._root / "data"
        return path.is_relative_to(data) and path not in (data / labels.place, data / labels.folder / path.name)

    def _stamps(self) -> _Stamps:
        stamps = {}
        for place in map(Path, (self._config.config_file_path, self._config.docs_dir, *self._config.watch)):
            for file in [place] if place.is_file() else place.rglob("*"):
                with contextlib.suppress(OSError):  # what an editor writes for a moment may be gone again
                    told = file.stat()
                    if stat.S_ISREG(told.st_mode) and not is_left_over(file.name) and "__pycache__" not in file.parts:
                        stamps[file] = told.st_mtime_ns, told.st_size
        return stamps


def _shape(dataset: Dataset) -> tuple[Any, ...]:
    """Return what the engine was told of the pages: which there are, their titles, their order."""
    held = [
        (language, replace(page, headline="", description=""))
        for language in dataset.languages
        for page in pages.pages(dataset, language)
    ]
    return navigation.configured(dataset), held
