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

from macros.bundle.manifest import ManifestError
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
_NAMED = {"handbook": "{}", "version": "version {}", "data_date": "data of {}", "commit": "commit {}"}


@dataclass(frozen=True)
class Sealed:
    """What a single file says of itself."""

    facts: str
    """In words."""
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
        raise ManifestError(f"{path} cannot be read: {error.strerror or error}") from None
    if size > _MOST:
        raise ManifestError(f"{path} is no bundle: it is larger than {_MOST // 1_000_000} MB")
    try:
        begin, end = _place(data)
        facts = _facts(data[slice(*_manifest(data))])
    except ValueError as error:
        raise ManifestError(f"{path} is no bundle: {error}") from None
    intact = hashlib.sha256(_with(data, (begin, end), _NONE)).hexdigest() == data[begin:end].decode()
    return Sealed(facts, intact, _SAVED in data, policy.is_guarded(data.decode("utf-8", errors="replace")))


def _manifest(data: bytes) -> tuple[int, int]:
    """Return where the manifest begins and ends; ValueError unless there is exactly one."""
    count = data.count(_OPENS)
    if count != 1:
        raise ValueError("there is no manifest in it" if not count else f"there are {count} manifests in it")
    begin = data.index(_OPENS) + len(_OPENS)
    end = data.find(_ENDS, begin, begin + _MOST_FACTS)
    if end < 0:
        raise ValueError("its manifest does not end")
    return begin, end


def _place(data: bytes) -> tuple[int, int]:
    """Return where the hash begins and ends; ValueError unless there is exactly one."""
    begin, end = _manifest(data)
    found = list(_HASH.finditer(data, begin, end))
    if len(found) != 1:
        raise ValueError("its manifest does not have one SHA-256")
    return found[0].span(1)


def _with(data: bytes, place: tuple[int, int], digest: str) -> bytes:
    begin, end = place
    return b"".join((data[:begin], digest.encode(), data[end:]))


def _facts(manifest: bytes) -> str:
    """Word a manifest; ValueError when it says something else than a bundle's."""
    try:
        held = json.loads(manifest)
    except (ValueError, RecursionError):
        raise ValueError("its manifest is not JSON") from None
    for name in _NAMED:
        text = held.get(name) if isinstance(held, dict) else None
        if not isinstance(text, str) or len(text) > 200 or not text.isprintable():
            raise ValueError(f"its manifest has no '{name}'")
    return ", ".join(words.format(held[name]) for name, words in _NAMED.items() if held[name])
