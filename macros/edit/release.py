"""What a release tells of the data: the differences from the state before, as a record of data/history/."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.edit.earlier_words import with_words
from macros.edit.unit_changes import Change
from macros.edit.unit_changes import changes as unit_changes
from macros.load.dataset import Dataset
from macros.model.guide import Item
from macros.model.release import How
from macros.model.statement import Fact, View, sources_of
from macros.views.places import PLACES, title
from macros.views.reading import Reading
from macros.views.statement import lines
from macros.wording import LANGUAGES

FOLDER = "data/history"
_SILENT = ("source", "dimension", "level")
"""Kinds of which readers are told nothing when one is added: statements tell which sources they rest on."""
_BETWEEN = {"zh": "；", "en": "; "}


def file_of(date: str) -> str:
    """Return the path of a release's file, relative to the project."""
    return f"{FOLDER}/{date}.yml"


def release(before: Dataset, after: Dataset, version: str) -> str:
    """Return the text of a release's file; "" where nothing differs that readers are told of."""
    changes = list(_altered(with_words(before, after), after))
    if not changes:
        return ""
    head = [
        "# yaml-language-server: $schema=../schema/history.json",
        f"r{after.data_date}:",
        f"  date: {after.data_date}",
        f"  since: {before.data_date}",
    ]
    head += [f"  version: {_quoted(version)}"] if version else []
    return "\n".join([*head, "  changes:", *(line for one in changes for line in _entry(one))]) + "\n"


def _entry(fields: dict[str, Any]) -> Iterator[str]:
    for number, (name, value) in enumerate(fields.items()):
        words = [f"{key}: {_quoted(text)}" for key, text in value.items()] if isinstance(value, dict) else []
        told = f"{{{', '.join(words)}}}" if words else value
        yield f"    {'-' if not number else ' '} {name}: {told}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _altered(before: Dataset, after: Dataset) -> Iterator[dict[str, Any]]:
    """Yield what readers are told of; of a record that is new or gone, not each statement too."""
    changes = list(unit_changes(before, after, Reading(before, LANGUAGES[0]), Reading(after, LANGUAGES[0])))
    whole = {one.ref for one in changes if one.how in ("added", "removed") and "#" not in one.ref}
    for one in changes:
        owner, _, statement = one.ref.partition("#")
        told = owner.partition("/")[0] in PLACES and owner.partition("/")[0] not in _SILENT
        if told and not (statement and owner in whole) and (how := _how(before, after, one)):
            side, name = (before, one.ref) if how == "removed" else (after, one.ref)
            entry: dict[str, Any] = {"ref": name, "how": how, "title": _both(side, owner, title)}
            if how in ("changed", "removed"):
                was, now = (
                    _both(held, name, _said) for held, name in ((before, one.formerly or one.ref), (after, one.ref))
                )
                if said := {language: text for language, text in was.items() if text != now[language]}:
                    entry["before"] = said
            yield entry


def _how(before: Dataset, after: Dataset, change: Change) -> How | None:
    """Return what readers are told of a change: nothing, if a page says the same on the same grounds."""
    if change.how in ("added", "removed"):
        return "added" if change.how == "added" else "removed"
    earlier = change.formerly or change.ref
    if _both(before, earlier, _said) != _both(after, change.ref, _said):
        return "changed"
    return "sources" if _grounds(before, earlier) != _grounds(after, change.ref) else None


def _both(dataset: Dataset, name: str, tell: Any) -> dict[str, str]:
    return {language: tell(Reading(dataset, language), name) for language in LANGUAGES}


def _said(reading: Reading, name: str) -> str:
    """Return what a statement or an item says; "" of other records."""
    if held := reading.dataset.statements.get(name):
        told = lines(reading, held.statement) if isinstance(held.statement, Fact | View) else ()
        return _BETWEEN[reading.language].join(told)
    kind, _, own = name.partition("/")
    item = reading.dataset["item"].get(own) if kind == "item" else None
    return item.do[reading.language] if isinstance(item, Item) else ""


def _grounds(dataset: Dataset, name: str) -> set[str]:
    held = dataset.statements.get(name)
    return set(sources_of(held.statement)) if held and isinstance(held.statement, Fact) else set()
