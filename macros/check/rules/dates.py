"""A span of time ends after it begins, and phases follow each other."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.model.base import Period
from macros.model.schedule import Phase
from macros.model.walk import facts
from macros.problems import Keys, Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each span that ends before it begins, and each phase that begins before the last one."""
    dataset = project.dataset
    for owner, record in dataset.named():
        for keys, fact in facts(record):
            if fact.period:
                yield from _order(project, owner, (*keys, "period"), fact.period)
    begun = ""
    for name, phase in dataset.of(Phase).items():
        yield from _order(project, "schedule", ("phases", name, "years"), phase.years)
        if phase.years.start and phase.years.start[: len(begun)] < begun[: len(phase.years.start)]:
            yield dataset.problem(
                "schedule", ("phases", name), "phase-order",
                f"it begins ({phase.years.start}) before the phase above it ({begun})",
                "Put the phases in order of time.", level="warning",
            )  # fmt: skip
        begun = phase.years.start or begun


def _order(project: Project, owner: str, keys: Keys, period: Period) -> Iterator[Problem]:
    shorter = min(len(period.start), len(period.end))
    if period.end[:shorter] < period.start[:shorter]:
        message = f"it ends ({period.end}) before it begins ({period.start})"
        yield project.dataset.problem(owner, keys, "period", message, "Exchange from: and to:.")
