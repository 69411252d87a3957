"""Every source is cited somewhere, and what others republished is no primary source."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.model.source import Source
from macros.problems import Problem, Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each source that nothing cites, and each republished text that is said to be primary."""
    dataset = project.dataset
    for name, source in dataset.of(Source).items():
        if source.copy_read and source.kind == "primary":
            yield dataset.problem(
                f"source/{name}", ("kind",), "republished",
                Said("a text read on another site counts as secondary", "在别的网站上读到的文本算二手来源"),
                Said(
                    "Write kind: secondary. Of the body's own page in an archive say so in a note, without copy_read.",
                    "请写“kind: secondary”。读的是该机构自己网页的存档，就在“note”里说明，不写“copy_read”。",
                ),
            )  # fmt: skip
    if dataset.incomplete - {"source"} or dataset.lacking.may_name("source"):
        return  # what cites it may stand where nothing could be read
    for name in dataset.of(Source):
        if f"source/{name}" not in dataset.named_by:
            yield dataset.problem(
                f"source/{name}", (), "unused-source",
                Said(f"nothing cites source '{name}'", f"没有地方引用来源“{name}”"),
                Said(
                    "Cite it where it backs a statement, or remove it.", "请在用到它的陈述里引用，或者删去这个来源。"
                ),
            )  # fmt: skip
