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
from macros.problems import Said, SaidError
from macros.wording import LANGUAGES

FORMAT = "handbook-progress"
MOST_BYTES = 32 * 1024 * 1024
_MOST_ENTRIES = 5_000
_VERSIONS = (1, 2)
_HEAD = ("format", "version", "handbook", "ids", "group", "person", "named", "saved", "language", "known")
_DUE = ("group", "saved", "items", "ratings")


_ORIGINAL = Said("choose the file that the browser saved", "请用浏览器存下的原文件")


class ProgressError(SaidError):
    """Nothing of a file can be read; says why."""


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
    faults: tuple[Said, ...] = ()
    """What did not fit and was left out, a sentence each."""


def read(content: bytes, dataset: Dataset) -> Progress:
    """Return what a file holds.

    Raises ProgressError for a file that is none of this handbook's.
    """
    if len(content) > MOST_BYTES:
        most = MOST_BYTES // 1024 // 1024
        raise ProgressError(Said(f"it is larger than {most} MB", f"文件超过{most} MB"))
    text, encoding = _decoded(content)
    try:
        held = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_json)
    except (ValueError, RecursionError):
        raise ProgressError(_original(Said("its content is not JSON", "内容不是JSON"))) from None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise ProgressError(_original(Said("it is not a progress file of this handbook", "不是本手册存出的进度文件")))
    version = held.get("version")
    if isinstance(version, bool) or version not in _VERSIONS:
        found = _short(version)
        raise ProgressError(
            Said(f"its format has version {found}; this copy reads 1 and 2", f"文件格式的版本是{found}，本册只认1和2")
        )
    reader = _Reader(held, formerly(dataset), len(dataset["level"]))
    if encoding != "utf-8":
        name = encoding.upper()
        reader.faults.append(
            Said(
                f"the file is read as {name}, not as UTF-8; see that no sign is damaged",
                f"不是UTF-8编码，按{name}读入，请核对文字",
            )
        )
    return reader.progress()


def _decoded(content: bytes) -> tuple[str, str]:
    """Return text and encoding: an editor may have saved the file in another, and UTF-8 is strict enough to tell."""
    for encoding in ("utf-16",) if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise ProgressError(
        _original(
            Said("its encoding is none of UTF-8, UTF-16 and GB18030", "文字编码既不是UTF-8、UTF-16，也不是GB18030")
        )
    )


def _original(said: Said) -> Said:
    return Said(f"{said.en}; {_ORIGINAL.en}", f"{said.zh}；{_ORIGINAL.zh}")


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
        self.faults: list[Said] = []
        self._held = held
        self._moved = moved
        self._levels = levels
        self._saved = time_of(held.get("saved"))

    def progress(self) -> Progress:
        """Return the record."""
        missing = (key for key in _DUE if key not in self._held)
        self.faults += [Said(f"the key '{key}' is missing", f"缺少字段“{key}”") for key in missing]
        known = (*_HEAD, *KINDS)
        self.faults += [_unknown(key) for key in self._held if key not in known]
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
        found = _short(value)
        self.faults.append(
            Said(f"the value {found} of '{place}' is wrong and left out", f"“{place}”的值{found}不对，略去")
        )

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
            self.faults.append(
                Said(
                    f"'{kind}' has too many entries; the first {_MOST_ENTRIES} are read",
                    f"“{kind}”的条目过多，只读入前{_MOST_ENTRIES}条",
                )
            )
        for name, value in list(held.items())[:_MOST_ENTRIES]:
            if len(name) > MOST_NAME or not re.fullmatch(KINDS[kind][0], name):
                wrong = _short(name)
                self.faults.append(Said(f"{wrong} cannot be an id and is left out", f"{wrong}不能作编号，略去"))
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
                self.faults.append(_unknown(place))
            elif not fields[key].fits(value) or (key == "level" and value > self._levels):
                self._wrong(place, value)
            else:
                if isinstance(value, str) and "\ufffd" in value:
                    found = _short(value)
                    self.faults.append(
                        Said(f"'{place}' holds damaged characters: {found}", f"“{place}”含有损坏的字符：{found}")
                    )
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


def _unknown(place: str) -> Said:
    found = _short(place)
    return Said(f"unknown key {found}, left out", f"有不认识的字段{found}，略去")


def _short(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return f"{text[:60]}…" if len(text) > 60 else text
