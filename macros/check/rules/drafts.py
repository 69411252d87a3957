"""Unfinished records: what there is to do, and what cannot be done with them yet."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.load.drafts import DRAFT, Due
from macros.load.model_fields import field_at
from macros.model.described import Described, described
from macros.model.kinds import kind_of
from macros.problems import SILENCE, Problem, Said, record_path, sentences
from macros.wording import LANGUAGES

_MAY = Said("Or delete it: it may be left out.", "可以不写，也可以删掉。")


def check(project: Project) -> Iterator[Problem]:
    """Yield a warning for each thing to do, and for a draft without any; an error where one is named too early."""
    dataset = project.dataset
    for owner, draft in dataset.drafts.items():
        yield from (_due(dataset, owner, one) for one in draft.due)
        if not draft.due:
            yield dataset.problem(
                owner, (DRAFT,), "draft",
                Said("nothing is left to do in this draft", "这条草稿已经没有待写的内容"),
                Said("Remove 'draft: true'; then the record counts.", "请删去“draft: true”，这条记录就计入总数。"),
                level="warning",
            )  # fmt: skip
    for reference in dataset.references:
        named = f"{reference.kind}/{reference.id}"
        if named in dataset.drafts and not dataset.drafts[named].is_shown:
            yield dataset.problem(
                reference.owner, reference.keys, "draft-too-early",
                Said(f"{named} is begun, but not far enough to be shown", f"{named}刚起头，写得太少，还不能显示"),
                Said("Write there first what such a record must have.", "请先在那里写上这类记录必须有的内容。"),
            )  # fmt: skip


def _due(dataset: Dataset, owner: str, due: Due) -> Problem:
    """Return what is to be written at a place, and what it is for."""
    keys = due.keys[:-1] if due.keys[-1] in LANGUAGES else due.keys
    field, at = field_at(kind_of(owner).type, keys), record_path(keys)
    told = described(field.description or "") if field else Described("", "")
    may = SILENCE if field and field.is_required() else _MAY
    return Problem(
        dataset.locations[owner].document.path, due.line, due.column, "to-do",
        Said(f"{at} is still to be written", f"{at}待写"), sentences(Said(told.en, told.zh), may),
        level="warning", at=record_path((*dataset.locations[owner].keys, *keys)),
    )  # fmt: skip
