"""What workshops write for the editors in their files of progress, with the places that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.load.progress import Progress, read
from macros.model.guide import Guide
from macros.problems import Keys, Said

_NONE = Said("no notes for the editors", "没有写给编者的意见")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


def notes(root: Path, content: bytes, language: str) -> str:
    """Return the notes of a file as lines: place, what it is about, what was written; ProgressError for no such file.

    As in the report of the site: notes that are meant for the editors, and all items that a group has added.
    """
    dataset, _ = load(root)
    held = read(content, dataset)
    found = list(_notes(dataset, held))
    whose = " · ".join(filter(None, (held.group, held.person)))
    return "\n".join([whose or "?", *(found or [_NONE[language]]), *(fault[language] for fault in held.faults)])


def _notes(dataset: Dataset, held: Progress) -> Iterator[str]:
    for entries in (held.items, held.ratings, held.targets):
        for name, entry in entries.items():
            if entry.get("forEditors") and entry.get("note"):
                yield f"{_where(dataset, name)}: {_line(entry['note'])}"
    for entry in held.own.values():
        note = entry.get("note", "") if entry.get("forEditors") else ""
        said = [_line(one) for one in (entry.get("text", ""), entry.get("why", ""), note) if one]
        yield f"{_where(dataset, entry.get('place', ''))}: {' · '.join(said)}"


def _line(text: str) -> str:
    """Return what somebody typed on one line, without what a terminal would obey."""
    return _CONTROL.sub(" ", text).strip()


def _where(dataset: Dataset, name: str) -> str:
    """Return where the record, checklist item or group of items stands that a note is about."""
    kind, owner, *part = re.split(r"[./]", name) if name else ("", "")
    record = f"{kind}/{owner}"
    if record not in dataset.locations:
        return name or "-"
    document, keys = dataset.locations[record]
    held = dataset[kind].get(owner)
    inside = _inside(held, part[0]) if part and isinstance(held, Guide) else ()
    return f"{document.path}:{document.at((*keys, *inside))[0]}: {name}"


def _inside(guide: Guide, name: str) -> Keys:
    """Return where an item or a group of a checklist stands in its record; nowhere for one that is gone."""
    for place, group in enumerate(guide.groups):
        if group.id == name:
            return ("groups", place)
        for number, item in enumerate(group.items):
            if item.id == name:
                return ("groups", place, "items", number)
    return ()
