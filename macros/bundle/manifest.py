"""The list of what a bundle holds, with a SHA-256 of every file, and the check of a bundle against it."""

from __future__ import annotations

import hashlib
import json
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from macros.bundle import contents
from macros.bundle.contents import Blocks, Contents
from macros.leftovers import is_left_over
from macros.problems import SILENCE, Said, SaidError, of_system
from macros.render import policy

NAME = "manifest.json"
_MOST = 50_000_000
_PAGES = (".html", ".xhtml")
_UNREADABLE = (OSError, ValueError, RuntimeError, EOFError, zipfile.BadZipFile, zlib.error, struct.error)
"""What zipfile raises for archives that are damaged, encrypted or packed in ways it does not know."""


class ManifestError(SaidError):
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


@dataclass(frozen=True)
class Checked:
    """What a check of a bundle has found."""

    count: int
    """Files that the manifest lists."""
    faults: list[Said]
    """In words."""
    left_over: list[str]
    """Files and folders that systems and editors have added, as they do; no fault of anybody."""


def verify(path: Path) -> Checked:
    """Check a folder or a zip; ManifestError when `path` is neither, or has no manifest that can be read."""
    if not path.is_dir() and not path.is_file():
        raise ManifestError(Said(f"{path} is neither a file nor a folder", f"{path}既不是文件也不是文件夹"))
    with ExitStack() as stack:
        held = _contents(path, stack)
        if NAME not in held.files:
            hint = _elsewhere(path, held.files)
            raise ManifestError(
                Said(
                    f"{path} is no bundle: there is no {NAME} at its top{hint.en}",
                    f"{path}不是离线包：最上层没有{NAME}{hint.zh}",
                )
            )
        listed = _listed(path, held.blocks)
        added = sorted(set(held.files) - set(listed) - {NAME}) + _empty(held, listed)
        left_over = [name for name in added if any(map(is_left_over, name.split("/")))]
        twice = (name for name, count in sorted(Counter(held.files).items()) if count > 1)
        faults = [Said(f"missing: {name}", f"缺少：{name}") for name in sorted(set(listed) - set(held.files))]
        faults += [Said(f"extra: {name}", f"多出：{name}") for name in added if name not in left_over]
        faults += [Said(f"twice: {name}", f"有两份：{name}") for name in twice]
        faults += held.faults
        for name in sorted(set(listed) & set(held.files)):
            if not _same(listed[name], held.blocks, name):
                faults.append(changed(name))
            elif name.endswith(_PAGES) and not _is_guarded(held.blocks(name)):
                faults.append(unguarded(name))
    return Checked(len(listed), faults, left_over)


def changed(name: str) -> Said:
    """Say that a file is not as it was made."""
    return Said(f"changed: {name}", f"被改动：{name}")


def unguarded(name: str) -> Said:
    """Say that a page could ask other hosts for something."""
    return Said(f"without a policy against asking other hosts: {name}", f"没有禁止访问其他主机的声明：{name}")


def _empty(held: Contents, listed: Iterable[str]) -> list[str]:
    """Return the folders in which nothing is, with a slash at their end."""
    full = {str(parent) for name in (*held.files, *listed) for parent in PurePosixPath(name).parents}
    return sorted(f"{name}/" for name in set(held.folders) - full)


def _elsewhere(path: Path, files: Iterable[str]) -> Said:
    """Say where a bundle lies in something that was packed or unpacked with a folder around it; SILENCE for nowhere."""
    inside = [PurePosixPath(name) for name in files if not any(map(is_left_over, name.split("/")))]
    found = [one for one in inside if one.name == NAME or one.suffix.lower() == ".zip"]
    if not found:
        return SILENCE
    nearest = min(found, key=lambda one: (len(one.parts), one.name != NAME, one))
    inner = f"{nearest.parent}/" if nearest.name == NAME else str(nearest)
    if path.is_dir():
        return Said(f", but {inner} in it looks like one; check that", f"；里面的{inner}像是离线包，请核对它")
    return Said(
        f", but {inner} in it looks like one; unpack it and check that", f"；里面的{inner}像是离线包，请解压后核对它"
    )


def is_single(path: Path) -> bool:
    """Whether something is to be checked as one file with everything inside: a file that is no zip, not even a bad one.

    A zip with something before it is one: programs that open zips find it.
    """
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(2) != b"PK" and not zipfile.is_zipfile(file)
    except OSError as error:
        raise unreadable(path, error) from None


def _contents(path: Path, stack: ExitStack) -> Contents:
    try:
        if path.is_dir():
            return contents.folder(path)
        return contents.zipped(path, stack.enter_context(zipfile.ZipFile(path)))
    except _UNREADABLE as error:
        raise ManifestError(
            Said(
                f"{path} is neither a folder nor a zip that can be read: {error}",
                f"{path}既不是文件夹，也不是读得了的zip（{error}）",
            )
        ) from None


def _listed(path: Path, blocks: Blocks) -> dict[str, Any]:
    try:
        files = json.loads(b"".join(_measured(path, blocks(NAME))))["files"]
    except (*_UNREADABLE, KeyError, TypeError) as error:
        raise ManifestError(
            Said(f"{NAME} of {path} cannot be read: {error}", f"{path}里的{NAME}读不了（{error}）")
        ) from None
    if not isinstance(files, dict):
        raise ManifestError(Said(f"{NAME} of {path} lists no files", f"{path}里的{NAME}没有列出文件"))
    return files


def unreadable(path: Path, error: OSError) -> ManifestError:
    """Return what tells of a file that the system does not let read."""
    why = of_system(error)
    return ManifestError(Said(f"{path} cannot be read: {why.en}", f"{path}读不了：{why.zh}"))


def _measured(path: Path, blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the blocks of a manifest; ManifestError for more than any has, which would fill the memory."""
    size = 0
    for block in blocks:
        size += len(block)
        if size > _MOST:
            most = _MOST // 1_000_000
            raise ManifestError(Said(f"{NAME} of {path} is larger than {most} MB", f"{path}里的{NAME}超过{most} MB"))
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
