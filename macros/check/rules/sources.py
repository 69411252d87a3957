"""Every source is cited somewhere and written once, and what others republished is no primary source."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.source import Source
from macros.problems import Problem, Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each source that nothing cites, that is there twice, or that wrongly counts as primary."""
    dataset = project.dataset
    yield from _twice(dataset)
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
    drafted = {word for draft in dataset.drafts.values() for word in draft.words}
    for name, source in dataset.of(Source).items():
        is_cited = f"source/{name}" in dataset.named_by or name in drafted or source.draft
        if not is_cited and not project.gone:
            yield dataset.problem(
                f"source/{name}", (), "unused-source",
                Said(f"nothing cites source '{name}'", f"没有地方引用来源“{name}”"),
                Said(
                    "Cite it where it backs a statement, or remove it.", "请在用到它的陈述里引用，或者删去这个来源。"
                ),
            )  # fmt: skip


def _twice(dataset: Dataset) -> Iterator[Problem]:
    """Yield a warning for each source that leads where an earlier one leads: readers would count one text as two."""
    known: dict[tuple[str, str, str], str] = {}
    for name, source in dataset.of(Source).items():
        if not source.url:
            continue
        parts = urlsplit(source.url)
        other = known.setdefault((parts.netloc.lower(), parts.path.rstrip("/"), parts.query), name)
        if other != name:
            yield dataset.problem(
                f"source/{name}", ("url",), "same-address",
                Said(f"source '{other}' has the same address", f"来源“{other}”是同一个地址"),
                Said(
                    "Cite one of the two everywhere, with the page or section as 'at:', and remove the other.",
                    "引用统一改成其中一个，用“at:”写明页码或章节，再删去另一个。",
                ),
                level="warning",
            )  # fmt: skip
