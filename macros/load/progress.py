"""Files of progress that browsers save: what a group answered, read by the rules of `core/checking.js`.

What does not fit is left out and named, and takes nothing along. Ids of earlier editions become those of today.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from macros.load.dataset import Dataset
from macros.load.progress_fields import KINDS, MOST_NAME, NAME, time_of
from macros.wording import LANGUAGES

FORMAT = "handbook-progress"
MOST_BYTES = 32 * 1024 * 1024
_MOST_ENTRIES = 5_000
_VERSIONS = (1, 2)
_HEAD = ("format", "version", "handbook", "ids", "group", "person", "named", "saved", "language", "known")
_DUE = ("group", "saved", "items", "ratings")


class ProgressError(Exception):
    """Nothing of a file can be read; the message says why."""


Entry = Mapping[str, Any]
_Answers = dict[str, tuple[str, Any]]
"""Field → when it was answered, and what."""


@dataclass(frozen=True)
class Progress:
    """What a group answered; entries by id, fields by name, only those that say something."""

    group: str = ""
    person: str = ""
    """Whose answers they are, where they are those of one person."""
    language: str = ""
    items: Mapping[str, Entry] = field(default_factory=dict)
    ratings: Mapping[str, Entry] = field(default_factory=dict)
    own: Mapping[str, Entry] = field(default_factory=dict)
    dropped: Mapping[str, Entry] = field(default_factory=dict)
    targets: Mapping[str, Entry] = field(default_factory=dict)
    faults: tuple[str, ...] = ()
    """What did not fit and was left out, a sentence each."""


def read(content: bytes, dataset: Dataset) -> Progress:
    """Return what a file holds.

    Raises ProgressError for a file that is none of this handbook's.
    """
    if len(content) > MOST_BYTES:
        raise ProgressError(f"it is larger than {MOST_BYTES // 1024 // 1024} MB")
    text, encoding = _decoded(content)
    try:
        held = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_json)
    except (ValueError, RecursionError):
        raise ProgressError("its content is not JSON; choose the file that the browser saved") from None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise ProgressError("it is not a progress file of this handbook; choose the file that the browser saved")
    version = held.get("version")
    if isinstance(version, bool) or version not in _VERSIONS:
        raise ProgressError(f"its format has version {_short(version)}; this copy reads 1 and 2")
    reader = _Reader(held, formerly(dataset), len(dataset["level"]))
    if encoding != "utf-8":
        reader.faults.append(f"the file is read as {encoding.upper()}, not as UTF-8; see that no sign is damaged")
    return reader.progress()


def _decoded(content: bytes) -> tuple[str, str]:
    """Return text and encoding: an editor may have saved the file in another, and UTF-8 is strict enough to tell."""
    for encoding in ("utf-16",) if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise ProgressError("its encoding is none of UTF-8, UTF-16 and GB18030; choose the file that the browser saved")


def _no_json(name: str) -> None:
    raise ValueError(name)


def formerly(dataset: Dataset) -> dict[str, str]:
    """Return earlier id → that of today, for records and items that are worked on."""
    found: dict[str, str] = {}
    for kind, name, record in dataset.guides():
        found |= {f"{kind}/{old}": f"{kind}/{name}" for old in record.formerly}
        for group in record.groups:
            for item in group.items:
                now = f"{kind}.{name}.{item.id}"
                earlier = product((name, *record.formerly), (item.id, *item.formerly))
                found |= {old: now for pair in earlier if (old := ".".join((kind, *pair))) != now}
    for name, one in dataset["indicator"].items():
        found |= {f"indicator/{old}": f"indicator/{name}" for old in one.formerly}
    return found


class _Reader:
    """Reads what is JSON already, and notes what does not fit."""

    def __init__(self, held: dict[str, Any], moved: Mapping[str, str], levels: int) -> None:
        self.faults: list[str] = []
        self._held = held
        self._moved = moved
        self._levels = levels
        self._saved = time_of(held.get("saved"))

    def progress(self) -> Progress:
        """Return the record."""
        self.faults += [f"the key '{key}' is missing" for key in _DUE if key not in self._held]
        known = (*_HEAD, *KINDS)
        self.faults += [f"unknown key {_short(key)}, left out" for key in self._held if key not in known]
        if "saved" in self._held and not self._saved:
            self._wrong("saved", self._held["saved"])
        return Progress(
            group=self._head("group", NAME.fits),
            person=self._head("person", NAME.fits),
            language=self._head("language", lambda value: value in LANGUAGES),
            **{kind: self._said(kind) for kind in KINDS},
            faults=tuple(self.faults),
        )

    def _wrong(self, place: str, value: Any) -> None:
        self.faults.append(f"the value {_short(value)} of '{place}' is wrong and left out")

    def _head(self, key: str, fits: Callable[[Any], bool]) -> str:
        value = self._held.get(key, "")
        if fits(value):
            return str(value).strip()
        if key in self._held:
            self._wrong(key, value)
        return ""

    def _said(self, kind: str) -> dict[str, dict[str, Any]]:
        """Return the entries of a kind under their ids of today, without what was emptied."""
        fields = KINDS[kind][1]
        found: dict[str, _Answers] = {}
        for name, answers in self._entries(kind):
            there = found.setdefault(self._moved.get(name, name), {})
            for key, answer in answers.items():
                there[key] = max(answer, there.get(key, answer), key=lambda one: _age(one, fields[key].empty))
        said = {
            name: {key: value for key, (_, value) in answers.items() if value != fields[key].empty}
            for name, answers in found.items()
        }
        return {name: entry for name, entry in said.items() if entry}

    def _entries(self, kind: str) -> Iterator[tuple[str, _Answers]]:
        held = self._held.get(kind, {})
        if not isinstance(held, dict):
            self._wrong(kind, held)
            return
        if len(held) > _MOST_ENTRIES:
            self.faults.append(f"'{kind}' has too many entries; the first {_MOST_ENTRIES} are read")
        for name, value in list(held.items())[:_MOST_ENTRIES]:
            if len(name) > MOST_NAME or not re.fullmatch(KINDS[kind][0], name):
                self.faults.append(f"{_short(name)} cannot be an id and is left out")
            elif not isinstance(value, dict):
                self._wrong(name, value)
            else:
                yield name, dict(self._fields(kind, name, value))

    def _fields(self, kind: str, name: str, entry: dict[str, Any]) -> Iterator[tuple[str, tuple[str, Any]]]:
        """Yield the fields of an entry that fit, each with its time."""
        fields = KINDS[kind][1]
        times = entry.get("at", {})
        if not isinstance(times, dict):
            self._wrong(f"{name}: at", times)
            times = {}
        for key, value in entry.items():
            place = f"{name}: {key}"
            if key == "at":
                continue
            if key not in fields:
                self.faults.append(f"unknown key {_short(place)}, left out")
            elif not fields[key].fits(value) or (key == "level" and value > self._levels):
                self._wrong(place, value)
            else:
                if isinstance(value, str) and "\ufffd" in value:
                    self.faults.append(f"'{place}' holds damaged characters: {_short(value)}")
                if key in times and not time_of(times[key]):
                    self._wrong(f"{place}: at", times[key])
                yield key, (time_of(times.get(key)) or self._saved, self._placed(value) if key == "place" else value)

    def _placed(self, place: str) -> str:
        """Return a part of a checklist under its owner's id of today: `system.data.inventory`."""
        kind, _, rest = place.partition(".")
        owner, *part = rest.split(".")
        now = self._moved.get(f"{kind}/{owner}", f"{kind}/{owner}")
        return ".".join((*now.split("/"), *part)) if place else ""


def _age(answer: tuple[str, Any], empty: Any) -> tuple[str, bool, str]:
    """Return what two answers to one question are compared by, as in `core/join.js`; the later is larger."""
    time, value = answer
    return time, value != empty, json.dumps(value, ensure_ascii=False)


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"{text[:60]}…" if len(text) > 60 else text
