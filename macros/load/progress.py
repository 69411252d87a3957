"""Files of progress that browsers save: what a group answered, read by the rules of `core/checking.js`.

What does not fit is left out and named, and takes nothing along. Ids of earlier editions become those of today.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from macros.load.dataset import Dataset

MOST_BYTES = 32 * 1024 * 1024
_MOST_TEXT, _MOST_NAME, _MOST_ENTRIES = 20_000, 200, 5_000
_VERSIONS = (1, 2)
_STATES = ("not-started", "under-way", "done", "not-for-us")


class ProgressError(Exception):
    """Nothing of a file can be read; the message says why."""


def _text(most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and len(value) <= most


def _is_day(value: Any) -> bool:
    if value == "":
        return True
    try:
        return isinstance(value, str) and len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_level(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 9


_WORK: dict[str, Callable[[Any], bool]] = {
    "state": lambda value: value in _STATES,
    "note": _text(_MOST_TEXT),
    "owner": _text(_MOST_NAME),
    "date": _is_day,
    "forEditors": lambda value: isinstance(value, bool),
}
_FIELDS: dict[str, tuple[re.Pattern[str], dict[str, Callable[[Any], bool]]]] = {
    "items": (re.compile(r"[a-z]+(\.[a-z][a-z0-9-]*){2}"), _WORK),
    "ratings": (
        re.compile(r"[a-z]+/[a-z][a-z0-9-]*"),
        {"level": _is_level, "note": _text(_MOST_TEXT), "forEditors": lambda value: isinstance(value, bool)},
    ),
    "own": (
        re.compile(r"own\.[a-z0-9]{8,40}"),
        {"text": _text(_MOST_TEXT), "why": _text(_MOST_TEXT), "place": _text(_MOST_NAME), **_WORK},
    ),
    "dropped": (re.compile(r"[a-z]+(\.[a-z][a-z0-9-]*){2}"), {"reason": _text(_MOST_TEXT)}),
    "targets": (
        re.compile(r"indicator/[a-z][a-z0-9-]*"),
        {
            "baseline": _text(_MOST_NAME), "target": _text(_MOST_NAME), "owner": _text(_MOST_NAME), "date": _is_day,
            "note": _text(_MOST_TEXT), "forEditors": lambda value: isinstance(value, bool),
        },
    ),
}  # fmt: skip
"""Kind of entries → form of their ids, field → what fits into it; those of `core/record.js`."""


@dataclass(frozen=True)
class Progress:
    """What a group answered; entries by id, fields by name, only those that say something."""

    group: str
    language: str
    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    ratings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    dropped: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    targets: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    """What did not fit and was left out, a sentence each."""


def read(content: bytes, dataset: Dataset) -> Progress:
    """Return what a file holds.

    Raises ProgressError for a file that is none of this handbook's.
    """
    if len(content) > MOST_BYTES:
        raise ProgressError(f"it is larger than {MOST_BYTES // 1024 // 1024} MB")
    try:
        held = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ProgressError("it is not in UTF-8; load it in the browser and save it again") from None
    except (ValueError, RecursionError):
        raise ProgressError("its content is not JSON; choose the file that the browser saved") from None
    if not isinstance(held, dict) or held.get("format") != "handbook-progress":
        raise ProgressError("it is not a progress file of this handbook; choose the file that the browser saved")
    if held.get("version") not in _VERSIONS:
        raise ProgressError(f"its format has version {held.get('version')!r}; this copy reads 1 and 2")
    return _Reader(held, formerly(dataset)).progress()


def formerly(dataset: Dataset) -> dict[str, str]:
    """Return earlier id → that of today, for records and items that are worked on."""
    found: dict[str, str] = {}
    for kind, name, record in dataset.guides():
        found |= {f"{kind}/{old}": f"{kind}/{name}" for old in record.formerly}
        for group in record.groups:
            for item in group.items:
                for owner in (name, *record.formerly):
                    for old in (item.id, *item.formerly):
                        found[f"{kind}.{owner}.{old}"] = f"{kind}.{name}.{item.id}"
    for name, one in dataset["indicator"].items():
        found |= {f"indicator/{old}": f"indicator/{name}" for old in one.formerly}
    return found


class _Reader:
    """Reads what is JSON already, and notes what does not fit."""

    def __init__(self, held: dict[str, Any], moved: Mapping[str, str]) -> None:
        self._held = held
        self._moved = moved
        self._faults: list[str] = []

    def progress(self) -> Progress:
        """Return the record."""
        group, language = self._held.get("group", ""), self._held.get("language", "")
        if not _text(_MOST_NAME)(group):
            self._faults.append(f"'group': {_short(group)} is no name and left out")
            group = ""
        entries = {kind: dict(self._entries(kind)) for kind in _FIELDS}
        known = language if language in ("zh", "en") else ""
        return Progress(group=group.strip(), language=known, **entries, faults=tuple(self._faults))

    def _entries(self, kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
        held = self._held.get(kind, {})
        if not isinstance(held, dict):
            self._faults.append(f"'{kind}': {_short(held)} is left out; entries by id are expected")
            return
        if len(held) > _MOST_ENTRIES:
            self._faults.append(f"'{kind}' has too many entries; the first {_MOST_ENTRIES} are read")
        pattern, fields = _FIELDS[kind]
        for name, value in list(held.items())[:_MOST_ENTRIES]:
            if not pattern.fullmatch(name):
                self._faults.append(f"{_short(name)} cannot be an id and is left out")
            elif not isinstance(value, dict):
                self._faults.append(f"{name}: {_short(value)} is left out; fields by name are expected")
            elif entry := dict(self._fields(name, value, fields)):
                yield self._moved.get(name, name), entry

    def _fields(
        self, name: str, entry: dict[str, Any], fields: Mapping[str, Callable[[Any], bool]]
    ) -> Iterator[tuple[str, Any]]:
        """Yield the fields of an entry that say something."""
        for key, value in entry.items():
            if key == "at":
                continue
            if key not in fields:
                self._faults.append(f"{name}: unknown key {_short(key)}, left out")
            elif not fields[key](value):
                self._faults.append(f"{name}: the value {_short(value)} of '{key}' is wrong and left out")
            elif value not in ("", False, 0, _STATES[0]):
                yield key, value


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"{text[:60]}…" if len(text) > 60 else text
