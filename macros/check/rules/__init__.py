"""The rules: each receives the project and yields problems."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator
from pathlib import Path

from macros.check.project import Project, read
from macros.check.rules import age, claims, dates, evidence, identifiers, labels, pages, references, sources, text
from macros.problems import Problem

RULES = (
    references.check,
    identifiers.check,
    claims.check,
    dates.check,
    evidence.check,
    sources.check,
    text.check,
    age.check,
    labels.check,
    pages.check,
)


def check(root: Path) -> tuple[Project, list[Problem]]:
    """Load the project and apply every rule; problems come sorted by path and line."""
    with _without_collection():
        project, problems = read(root)
        for rule in RULES:
            problems.extend(rule(project))
    return project, sorted(set(problems))


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
