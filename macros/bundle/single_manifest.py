"""The manifest inside a single file: what the file is, and a SHA-256 of it with the hash's own place as zeros.

Like that of a folder it shows damage and not forgery: who changes a file on purpose can count anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.bundle.manifest import ManifestError, unreadable
from macros.problems import Said, SaidError
from macros.render import policy

_OPENS = b'<script type="application/json" id="hb-manifest">'
_ENDS = b"</script>"
_HASH = re.compile(rb'"sha256": "([0-9a-f]{64})"')
_NONE = "0" * 64
_SAVED = b'id="hb-saved"'
"""What a copy with a group's answers has and the file itself has not."""
_MOST = 100_000_000
"""Bytes; more would only fill the memory."""
_MOST_FACTS = 100_000
_NAMED = {
    "handbook": Said("{}", "{}"), "version": Said("version {}", "版本{}"),
    "data_date": Said("data of {}", "数据截至{}"), "commit": Said("commit {}", "提交{}"),
}  # fmt: skip


class _UnfitError(SaidError):
    """A manifest is not that of a single file; says why."""


@dataclass(frozen=True)
class Sealed:
    """What a single file says of itself."""

    facts: Said
    intact: bool
    """Whether each byte is as it was made."""
    is_copy: bool
    """Whether it was saved from a browser, with a group's answers inside."""
    is_guarded: bool
    """Whether its policy keeps it from asking other hosts for anything."""


def unsealed(facts: dict[str, Any]) -> str:
    """Return the manifest as JSON, its hash still zeros."""
    return json.dumps({**facts, "sha256": _NONE}, ensure_ascii=False)


def sealed(text: str) -> bytes:
    """Return the bytes of a file in which `unsealed` stands, the hash filled in."""
    data = text.encode()
    place = _place(data)
    return _with(data, place, hashlib.sha256(data).hexdigest())


def verify(path: Path) -> Sealed:
    """Check a single file against its own manifest; ManifestError, in words, when there is none that can be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MOST else b""
    except OSError as error:
        raise unreadable(path, error) from None
    if size > _MOST:
        most = _MOST // 1_000_000
        raise ManifestError(
            Said(f"{path} is no bundle: it is larger than {most} MB", f"{path}不是离线包：超过{most} MB")
        )
    try:
        begin, end = _place(data)
        facts = _facts(data[slice(*_manifest(data))])
    except _UnfitError as error:
        why = error.said
        raise ManifestError(Said(f"{path} is no bundle: {why.en}", f"{path}不是离线包：{why.zh}")) from None
    intact = hashlib.sha256(_with(data, (begin, end), _NONE)).hexdigest() == data[begin:end].decode()
    return Sealed(facts, intact, _SAVED in data, policy.is_guarded(data.decode("utf-8", errors="replace")))


def _manifest(data: bytes) -> tuple[int, int]:
    """Return where the manifest begins and ends; _UnfitError unless there is exactly one."""
    count = data.count(_OPENS)
    if not count:
        raise _UnfitError(Said("there is no manifest in it", "里面没有清单"))
    if count > 1:
        raise _UnfitError(Said(f"there are {count} manifests in it", f"里面有{count}份清单"))
    begin = data.index(_OPENS) + len(_OPENS)
    end = data.find(_ENDS, begin, begin + _MOST_FACTS)
    if end < 0:
        raise _UnfitError(Said("its manifest does not end", "清单不完整"))
    return begin, end


def _place(data: bytes) -> tuple[int, int]:
    """Return where the hash begins and ends; _UnfitError unless there is exactly one."""
    begin, end = _manifest(data)
    found = list(_HASH.finditer(data, begin, end))
    if len(found) != 1:
        raise _UnfitError(Said("its manifest does not have one SHA-256", "清单里应有且只有一个SHA-256"))
    return found[0].span(1)


def _with(data: bytes, place: tuple[int, int], digest: str) -> bytes:
    begin, end = place
    return b"".join((data[:begin], digest.encode(), data[end:]))


def _facts(manifest: bytes) -> Said:
    """Word a manifest; _UnfitError when it says something else than a bundle's."""
    try:
        held = json.loads(manifest)
    except (ValueError, RecursionError):
        raise _UnfitError(Said("its manifest is not JSON", "清单不是JSON")) from None
    for name in _NAMED:
        text = held.get(name) if isinstance(held, dict) else None
        if not isinstance(text, str) or len(text) > 200 or not text.isprintable():
            raise _UnfitError(Said(f"its manifest has no '{name}'", f"清单里没有“{name}”"))
    named = [(words, held[name]) for name, words in _NAMED.items() if held[name]]
    return Said(
        ", ".join(words.en.format(value) for words, value in named),
        "，".join(words.zh.format(value) for words, value in named),
    )
