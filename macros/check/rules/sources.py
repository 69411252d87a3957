"""Every source is cited somewhere, and what others republished is no primary source."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.model.source import Source
from macros.problems import Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each source that nothing cites, and each republished text that is said to be primary."""
    dataset = project.dataset
    for name, source in dataset.of(Source).items():
        if source.copy_read and source.kind == "primary":
            yield dataset.problem(
                f"source/{name}", ("kind",), "republished", "a text read on another site counts as secondary",
                "Write kind: secondary. Of the body's own page in an archive say so in a note, without copy_read.",
            )  # fmt: skip
    if dataset.incomplete - {"source"} or dataset.lacking.may_name("source"):
        return  # what cites it may stand where nothing could be read
    for name in dataset.of(Source):
        if f"source/{name}" not in dataset.named_by:
            yield dataset.problem(
                f"source/{name}", (), "unused-source", f"nothing cites source '{name}'",
                "Cite it where it backs a statement, or remove it.",
            )  # fmt: skip
