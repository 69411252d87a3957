"""A span of time ends after it begins, and phases follow each other."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.model.base import Period
from macros.model.schedule import Phase
from macros.problems import Keys, Problem, Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each span that ends before it begins, and each phase that begins before the last one."""
    dataset = project.dataset
    for owner, facts in dataset.facts_in.items():
        for keys, fact in facts:
            if fact.period:
                yield from _order(project, owner, (*keys, "period"), fact.period)
    begun = ""
    for name, phase in dataset.of(Phase).items():
        yield from _order(project, "schedule", ("phases", name, "years"), phase.years)
        if phase.years.start and phase.years.start[: len(begun)] < begun[: len(phase.years.start)]:
            yield dataset.problem(
                "schedule", ("phases", name), "phase-order",
                Said(
                    f"it begins ({phase.years.start}) before the phase above it ({begun})",
                    f"它开始于{phase.years.start}，早于上面一个阶段（{begun}）",
                ),
                Said("Put the phases in order of time.", "请按时间先后排列各阶段。"), level="warning",
            )  # fmt: skip
        begun = phase.years.start or begun


def _order(project: Project, owner: str, keys: Keys, period: Period) -> Iterator[Problem]:
    shorter = min(len(period.start), len(period.end))
    if period.end[:shorter] < period.start[:shorter]:
        yield project.dataset.problem(
            owner, keys, "period", backwards(period.start, period.end),
            Said("Exchange from: and to:.", "请把“from:”和“to:”对调。"),
        )  # fmt: skip


def backwards(start: str, end: str) -> Said:
    """Return what is wrong with a span that ends before it begins."""
    return Said(f"it ends ({end}) before it begins ({start})", f"结束（{end}）早于开始（{start}）")
