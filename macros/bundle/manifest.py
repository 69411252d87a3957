"""The list of what a bundle holds, with a SHA-256 of every file, and the check of a bundle against it."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from macros.render import policy

NAME = "manifest.json"
_BLOCK = 1 << 20
_MOST = 50_000_000
_PAGES = (".html", ".xhtml")
_UNREADABLE = (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error)
"""What zipfile raises for archives that are damaged, encrypted or packed in ways it does not know."""


class ManifestError(Exception):
    """What was to be checked is no bundle."""


def write(folder: Path, facts: dict[str, Any]) -> None:
    """Write the manifest of all files below `folder`: the facts, then the files by name."""
    files = {
        name: {"sha256": _digest([data]), "size": len(data)}
        for name, data in ((name, (folder / name).read_bytes()) for name in names(folder))
    }
    text = json.dumps({**facts, "files": files}, ensure_ascii=False, indent=1)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def names(folder: Path) -> list[str]:
    """Return the relative path of every file below `folder` but the manifest, sorted, forward slashes."""
    found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return sorted(name for name in found if name != NAME)


def verify(path: Path) -> tuple[int, list[str]]:
    """Check a folder or a zip; return how many files its manifest lists, and every fault in words.

    Raises ManifestError when `path` is neither, or has no manifest that can be read.
    """
    if not path.is_dir() and not path.is_file():
        raise ManifestError(f"{path} is neither a file nor a folder")
    with ExitStack() as stack:
        found, blocks = _folder(path) if path.is_dir() else _archive(path, stack)
        if NAME not in found:
            raise ManifestError(f"{path} is no bundle: there is no {NAME} at its top")
        listed = _listed(path, blocks)
        faults = [f"missing: {name}" for name in sorted(set(listed) - set(found))]
        faults += [f"extra: {name}" for name in sorted(set(found) - set(listed) - {NAME})]
        faults += [f"twice: {name}" for name in sorted({name for name in found if found.count(name) > 1})]
        for name in sorted(set(listed) & set(found)):
            if not _same(listed[name], blocks, name):
                faults.append(f"changed: {name}")
            elif name.endswith(_PAGES) and not _is_guarded(blocks(name)):
                faults.append(f"without a policy against asking other hosts: {name}")
    return len(listed), faults


def is_single(path: Path) -> bool:
    """Whether something is to be checked as one file with everything inside: a file that does not begin like a zip."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(2) != b"PK"
    except OSError as error:
        raise ManifestError(f"{path} cannot be read: {error.strerror or error}") from None


Blocks = Callable[[str], Iterable[bytes]]


def _folder(path: Path) -> tuple[list[str], Blocks]:
    found = names(path) + ([NAME] if (path / NAME).is_file() else [])
    return found, lambda name: [(path / name).read_bytes()]


def _archive(path: Path, stack: ExitStack) -> tuple[list[str], Blocks]:
    try:
        archive = stack.enter_context(zipfile.ZipFile(path))
    except _UNREADABLE as error:
        raise ManifestError(f"{path} is neither a folder nor a zip that can be read: {error}") from None

    def blocks(name: str) -> Iterable[bytes]:
        with archive.open(name) as file:
            yield from iter(lambda: file.read(_BLOCK), b"")

    return [name for name in archive.namelist() if not name.endswith("/")], blocks


def _listed(path: Path, blocks: Blocks) -> dict[str, Any]:
    try:
        files = json.loads(b"".join(_measured(blocks(NAME))))["files"]
    except (*_UNREADABLE, KeyError, TypeError) as error:
        raise ManifestError(f"{NAME} of {path} cannot be read: {error}") from None
    if not isinstance(files, dict):
        raise ManifestError(f"{NAME} of {path} lists no files")
    return files


def _measured(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks of a manifest; ValueError for more than any has, which would fill the memory."""
    size = 0
    for block in blocks:
        size += len(block)
        if size > _MOST:
            raise ValueError(f"it is larger than {_MOST // 1_000_000} MB")
        yield block


def _same(listed: Any, blocks: Blocks, name: str) -> bool:
    """Whether a file is the listed one; what a damaged zip cannot give back is not."""
    try:
        return isinstance(listed, dict) and _digest(blocks(name)) == listed.get("sha256")
    except _UNREADABLE:
        return False


def _is_guarded(blocks: Iterable[bytes]) -> bool:
    """Whether a page has its content-security policy, which stands at its beginning."""
    return policy.is_guarded(next(iter(blocks), b"").decode("utf-8", errors="replace"))


def _digest(blocks: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()
