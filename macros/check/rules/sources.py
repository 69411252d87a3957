"""Every source is cited somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.model.source import Source
from macros.problems import Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each source that nothing cites."""
    dataset = project.dataset
    if dataset.incomplete - {"source"} or dataset.lacking.may_name("source"):
        return  # what cites it may stand where nothing could be read
    for name in dataset.of(Source):
        if f"source/{name}" not in dataset.named_by:
            yield dataset.problem(
                f"source/{name}", (), "unused-source", f"nothing cites source '{name}'",
                "Cite it where it backs a statement, or remove it.",
            )  # fmt: skip
