"""What a folder or a zip holds that is to be checked: its files, and whatever in it is none."""

from __future__ import annotations

import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Said

_LINK = Said("a link", "是链接")
_NEITHER = Said("neither a file nor a folder", "既不是文件也不是文件夹")
_BEFORE = Said("bytes before the zip", "zip前面有多余的字节")
_BETWEEN = Said("bytes between the files of the zip", "zip里的文件之间有多余的字节")
Blocks = Callable[[str], Iterable[bytes]]
_BLOCK = 1 << 20
_LOCAL = struct.Struct("<6xH18xHH")
"""What stands before a file in a zip: of it, the flags and the lengths of its name and of what is added."""
_END = struct.Struct("<4s8xIIH")
"""The last bytes of a zip: a sign, size and place of its list of files, the length of a comment."""
_DESCRIBED = 8
"""The flag of a file whose size stands behind it …"""
_DESCRIPTORS = (12, 16, 20, 24)
"""… in so many bytes."""
_NO_MORE = (0, 76)
"""Bytes between the list of files and the end: none, or those of a zip that is too large for the older form."""


@dataclass(frozen=True)
class Contents:
    """What was found; names are relative, with forward slashes."""

    files: list[str]
    """A name stands twice where a zip has two files of it."""
    folders: list[str]
    blocks: Blocks
    """Name → the file's bytes."""
    faults: list[Said]
    """In words: what no bundle has, whatever its manifest lists."""


def folder(path: Path) -> Contents:
    """Look through a folder; OSError when that fails. Links are not followed: they may lead anywhere."""
    files: list[str] = []
    folders: list[str] = []
    faults: list[Said] = []
    for place, inner, outer in os.walk(path):
        for one in (Path(place, name) for name in (*inner, *outer)):
            name, mode = one.relative_to(path).as_posix(), one.lstat().st_mode
            if stat.S_ISREG(mode):
                files.append(name)
            elif stat.S_ISDIR(mode):
                folders.append(name)
            else:
                what = _LINK if stat.S_ISLNK(mode) else _NEITHER
                faults.append(Said(f"{what.en}: {name}", f"{what.zh}：{name}"))
    return Contents(files, folders, lambda name: [(path / name).read_bytes()], sorted(faults))


def zipped(path: Path, archive: zipfile.ZipFile) -> Contents:
    """Look through a zip that has been opened; OSError or struct.error for one that cannot be read."""

    def blocks(name: str) -> Iterable[bytes]:
        with archive.open(name) as file:
            yield from iter(lambda: file.read(_BLOCK), b"")

    files = [name for name in archive.namelist() if not name.endswith("/")]
    folders = [name.removesuffix("/") for name in archive.namelist() if name.endswith("/")]
    return Contents(files, folders, blocks, list(_stray(path, archive)))


def _stray(path: Path, archive: zipfile.ZipFile) -> Iterator[Said]:
    """Say where bytes stand that belong to no file: another program may take the whole for something else."""
    with path.open("rb") as file:
        file.seek(-_END.size, os.SEEK_END)
        end = file.tell()
        sign, size, _, comment = _END.unpack(file.read())
        reached = 0
        slack: tuple[int, ...] = (0,)
        for entry in sorted(archive.infolist(), key=lambda entry: entry.header_offset):
            if entry.header_offset - reached not in slack:
                yield _BETWEEN if reached else _BEFORE
            file.seek(entry.header_offset)
            flags, name, more = _LOCAL.unpack(file.read(_LOCAL.size))
            reached = entry.header_offset + _LOCAL.size + name + more + entry.compress_size
            slack = _DESCRIPTORS if flags & _DESCRIBED else (0,)
    if archive.start_dir - reached not in slack:
        yield Said("bytes between the files of the zip and their list", "zip里的文件与目录之间有多余的字节")
    if sign != b"PK\5\6" or comment or end - archive.start_dir - size not in _NO_MORE:
        yield Said("bytes after the zip", "zip后面有多余的字节")
