"""Files of changes that the form of the site saves: which values somebody wants to be others.

They come from anybody's machine. All of a file is read, or nothing: each thing that does not fit is named.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from macros.model.kinds import BY_NAME
from macros.model.scalars import ID_PATTERN, is_id
from macros.problems import Said, SaidError

FORMAT, VERSION = "handbook-change", 1
MOST_BYTES = 2_000_000
_MOST_EDITS, _MOST_DEPTH, _MOST_TEXT, _MOST_HEAD = 2_000, 12, 20_000, 2_000
_HEAD = ("format", "version", "data", "saved", "by", "why", "changes")
_TEXTS = ("data", "saved", "by", "why")
_EDIT = ("record", "at", "old", "new")
_ITEM = "#"
"""What an id begins with that stands for the item of a list."""
_KEY = re.compile(rf"([a-z][a-z0-9_]{{0,59}}|{ID_PATTERN[1:-1]}|[a-z]+/{ID_PATTERN[1:-1]}(\.{ID_PATTERN[1:-1]})?)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


_ORIGINAL = Said("take the file as the browser saved it", "请用浏览器存下的原文件")
_NO_CHANGE = Said(f"it is no change of this handbook; {_ORIGINAL.en}", f"不是本手册的修改文件；{_ORIGINAL.zh}")


class ChangeError(SaidError):
    """A file is no change that can be made; says why, a line for each fault."""

    def __init__(self, *faults: Said) -> None:
        """Take the faults, a sentence each."""
        super().__init__(Said("\n".join(one.en for one in faults), "\n".join(one.zh for one in faults)))


class _Nothing:
    """In the place of a value that is not there."""

    def __repr__(self) -> str:
        return "nothing"


NOTHING = _Nothing()


@dataclass(frozen=True)
class Edit:
    """A value that is to be another."""

    record: str
    """`<kind>/<id>`, or the kind alone where one file is one record."""
    at: tuple[str, ...]
    """Keys that lead to it inside; `#<id>` for the item of a list that has this id. None for the whole record."""
    old: Any = NOTHING
    """What it was when the change was made; nothing for what is to be added."""
    new: Any = NOTHING
    """What it is to be; nothing for what is to be taken out."""


@dataclass(frozen=True)
class Change:
    """What a file wants."""

    edits: tuple[Edit, ...]
    by: str = ""
    why: str = ""
    data: str = ""
    """The date of the data that it was made from."""


def parsed(content: bytes, most: int = MOST_BYTES) -> dict[str, Any]:
    """Return what a JSON file holds; ChangeError for one that is no mapping, too large, or not UTF-8."""
    if len(content) > most:
        raise ChangeError(
            Said(
                f"it has {len(content):,} bytes; at most {most:,} are read",
                f"文件有{len(content):,}字节，最多读{most:,}字节",
            )
        )
    try:
        held = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number, object_pairs_hook=_once)
    except ChangeError:
        raise
    except UnicodeDecodeError:
        raise ChangeError(Said(f"it is not UTF-8; {_ORIGINAL.en}", f"不是UTF-8编码；{_ORIGINAL.zh}")) from None
    except (ValueError, RecursionError):
        raise ChangeError(Said(f"it is not JSON; {_ORIGINAL.en}", f"内容不是JSON；{_ORIGINAL.zh}")) from None
    if not isinstance(held, dict):
        raise ChangeError(_NO_CHANGE)
    return held


def read(held: dict[str, Any]) -> Change:
    """Return the change that a file holds; ChangeError with all that does not fit."""
    if held.get("format") != FORMAT:
        raise ChangeError(_NO_CHANGE)
    if held.get("version") != VERSION or isinstance(held["version"], bool):
        version = _short(held.get("version"))
        raise ChangeError(
            Said(
                f"its format has version {version}; this copy reads {VERSION}",
                f"文件格式的版本是{version}，本册只认{VERSION}",
            )
        )
    faults = [_unknown(key) for key in held if key not in _HEAD]
    faults += (_no_text(key, held[key]) for key in _TEXTS if key in held and not _is_text(held[key], _MOST_HEAD))
    edits = held.get("changes")
    if not isinstance(edits, list) or not 0 < len(edits) <= _MOST_EDITS:
        faults.append(
            Said(f"'changes' is no list of 1 to {_MOST_EDITS} changes", f"“changes”应是1至{_MOST_EDITS}处修改的列表")
        )
        edits = []
    for place, one in enumerate(edits, 1):
        faults += (Said(f"change {place}: {fault.en}", f"第{place}处修改：{fault.zh}") for fault in _faults(one))
    if not faults:
        found = [Edit(**{**one, "at": tuple(one["at"])}) for one in edits]
        faults = list(_overlapping(found))
    if faults:
        raise ChangeError(*faults)
    return Change(tuple(found), *(held.get(key, "") for key in ("by", "why", "data")))


def _unknown(key: str) -> Said:
    found = _short(key)
    return Said(f"unknown key {found}", f"有不认识的键{found}")


def _no_text(key: str, value: Any) -> Said:
    found = _short(value)
    return Said(
        f"'{key}' is no text of at most {_MOST_HEAD} characters: {found}",
        f"“{key}”应是不超过{_MOST_HEAD}字的文字：{found}",
    )


def _faults(edit: Any) -> Iterator[Said]:
    """Yield what is wrong with one change."""
    if not isinstance(edit, dict):
        found = _short(edit)
        yield Said(f"it is {found}, no mapping", f"写成了{found}，应是一组键和值")
        return
    yield from (_unknown(key) for key in edit if key not in _EDIT)
    if not _is_record(edit.get("record")):
        record = _short(edit.get("record"))
        yield Said(f"'record' is {record}, no record of this handbook", f"“record”是{record}，本手册没有这样的记录")
    keys = edit.get("at")
    if not isinstance(keys, list) or len(keys) > _MOST_DEPTH or not all(map(_is_step, keys)):
        place = _short(keys)
        yield Said(f"'at' is {place}, no list of keys", f"“at”是{place}，应是键的列表")
    elif not keys and ("old" in edit or not isinstance(edit.get("new"), dict)):
        yield Said("a whole record can only be added", "整条记录只能新增")
    if "old" not in edit and "new" not in edit:
        yield Said("it has neither 'old' nor 'new'", "“old”和“new”都没有")
    for key in ("old", "new"):
        if key in edit:
            held = _unfit(edit[key], _MOST_DEPTH)
            yield from (Said(f"'{key}': {fault.en}", f"“{key}”：{fault.zh}") for fault in held)
    if "old" in edit and "new" in edit and canonical(edit["old"]) == canonical(edit["new"]):
        yield Said("'old' and 'new' are the same", "“old”和“new”相同")


def _is_record(value: Any) -> bool:
    kind, slash, name = value.partition("/") if isinstance(value, str) else ("", "", "")
    layout = BY_NAME[kind].layout if kind in BY_NAME else "inside"
    return not slash if layout == "record" else layout != "inside" and is_id(name)


def _is_step(key: Any) -> bool:
    return isinstance(key, str) and len(key) < 150 and bool(_KEY.fullmatch(key.removeprefix(_ITEM)))


def _is_text(value: Any, most: int) -> bool:
    return isinstance(value, str) and len(value) <= most and not _CONTROL.search(value.replace("\n", ""))


def _unfit(value: Any, depth: int) -> Iterator[Said]:
    """Yield what in a value can stand in no record."""
    if depth == 0:
        yield Said("too deep", "层次太深")
    elif isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else ():
            if len(key) > 150 or not _KEY.fullmatch(key):
                name = _short(key)
                yield Said(f"{name} can be no key", f"{name}不能作键")
        for one in value.values() if isinstance(value, dict) else value:
            yield from _unfit(one, depth - 1)
    elif isinstance(value, str):
        if len(value) > _MOST_TEXT or _CONTROL.search(value):
            found = _short(value)
            yield Said(
                f"a text that is too long or has control characters: {found}", f"文字太长，或者含有控制字符：{found}"
            )
    elif value is None or (isinstance(value, int | float) and not math.isfinite(value)) or _is_huge(value):
        found = _short(value)
        yield Said(f"{found} can be no value", f"{found}不能作值")


def _is_huge(value: Any) -> bool:
    return not isinstance(value, bool) and abs(value) >= 10**15


def _overlapping(edits: list[Edit]) -> Iterator[Said]:
    """Yield a sentence for each place that is changed twice, in whole and in part too."""
    places = {(one.record, one.at) for one in edits}
    if len(places) < len(edits):
        yield Said("a place is changed twice", "同一处改了两次")
    for one in edits:
        if any((one.record, one.at[:length]) in places for length in range(len(one.at))):
            place = f"{one.record}: {' '.join(one.at)}"
            yield Said(
                f"{place} is changed by itself and with what it stands in",
                f"{place}单独改了一次，又随它所在的内容改了一次",
            )


def canonical(value: Any) -> str:
    """Return a value as a text that equal values share; whole numbers are the same with and without a point."""
    return json.dumps(_whole(value), ensure_ascii=False, sort_keys=True) if value is not NOTHING else ""


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _whole(held) for key, held in value.items()}
    if isinstance(value, list):
        return [_whole(one) for one in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ChangeError(
            Said(f"a key stands twice in one mapping; {_ORIGINAL.en}", f"同一组里有一个键写了两次；{_ORIGINAL.zh}")
        )
    return found


def _no_number(name: str) -> None:
    raise ValueError(name)


def _short(value: Any) -> str:
    text = json.dumps(value)
    return f"{text[:60]}…" if len(text) > 60 else text
