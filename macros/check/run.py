"""Checks a project: everything is loaded, every rule is applied, every problem is told."""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros import workers
from macros.check import verdict
from macros.check.kept import folder, of_code
from macros.check.project import Project, read
from macros.check.rules import RULES
from macros.load.dataset import Dataset
from macros.load.kept import Kept
from macros.load.selection import edition, select
from macros.load.store import Store
from macros.load.stubs import marked
from macros.problems import DataProblemsError, Problem

_FEW = 2000
"""Records, among them the words of the interface; to share the rules out among processes takes longer than to apply
them."""


def check(root: Path, kept: Kept | None = None) -> tuple[Project, list[Problem]]:
    """Load the project and apply every rule; problems come sorted by path and line.

    Of what is `kept` from a check before only what has changed is read.
    """
    with _without_collection():
        project, problems = read(root, kept)
        return project, apply(project, problems)


def apply(project: Project, problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems of loading and those that the rules find, sorted by path and line."""
    is_large = sum(map(len, project.dataset.records.values())) > _FEW
    if is_large:
        project.prepare()
    shared = workers.each if is_large else map
    return sorted(set(problems).union(*shared(lambda rule: list(rule(project)), RULES)))


def of_disk() -> Kept:
    """Return what processes before this one have left of the files that they read."""
    place = folder()
    return Kept(store=Store(place / "handbook-read", of_code()) if place else None)


@functools.cache
def sound(root: Path) -> Dataset:
    """Return what `sound_now` does, of a project that stays as it is for the life of the process.

    The adapter drops this module before each build of `mkdocs serve`. Where the rules have spoken of the project as it
    is, they are not asked again.
    """
    before = verdict.key(root)
    with _without_collection():
        project, problems = read(root, of_disk())
        told = verdict.told(root, before, lambda: apply(project, problems))
        gc.freeze()  # they live to the end; the collector, let loose, would look through all of them at once
    stop_at_errors(told)
    return shown(project)


def sound_now(root: Path, kept: Kept | None = None) -> Dataset:
    """Return the data set of a sound project; raise `DataProblemsError` with every problem of a faulty one."""
    project, problems = check(root, kept)
    stop_at_errors(problems)
    return shown(project)


def stop_at_errors(problems: Iterable[Problem]) -> None:
    """Raise `DataProblemsError` with all problems if one of them is an error."""
    held = tuple(problems)
    if any(problem.level == "error" for problem in held):
        raise DataProblemsError(held)


def shown(project: Project) -> Dataset:
    """Return the data set as pages show it: what is unfinished is marked.

    Where the environment names a selection, only that; SelectionError when it does not fit the data.
    """
    chosen, dataset = edition(), marked(project.dataset)
    return select(dataset, chosen.selection) if chosen else dataset


@contextlib.contextmanager
def _without_collection() -> Iterator[None]:
    """Hold back the garbage collector: a hundred thousand records are made, none is garbage, and it looks at all."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
