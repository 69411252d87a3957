"""A file → plain values, each with its place."""

from __future__ import annotations

import functools
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.load.yaml_builder import Builder, Place
from macros.problems import Keys, Problem, Said, Severity, record_path

MAX_BYTES = 1_000_000


@dataclass(frozen=True)
class Document:
    """One file as plain values: dict, list, str, int, float, bool, None, and `UNREAD` where something was refused."""

    path: str
    """Relative to the project, forward slashes."""
    value: Any
    """What the file holds; None for an empty or unreadable one."""
    file: Path
    """Where it was read."""
    is_whole: bool = True
    """Whether nothing in it was refused."""
    lines: Mapping[Keys, int] = field(default_factory=dict, repr=False)
    """Keys → line, from 1, of each list and mapping."""

    def at(self, keys: Keys) -> tuple[int, int]:
        """Return line and column, from 1, of the value under `keys`; of the nearest one above where it has none.

        Keys that cannot be followed (the index that wraps a single statement, say) are skipped.
        """
        found = self._place(keys)
        return found.line, found.column

    def written(self, keys: Keys) -> str:
        """Return the word that stands under `keys` as it was typed, "" where there is none."""
        return self._place(keys).text

    def line(self, keys: Keys) -> int:
        """Return the line, from 1, of the list or mapping under `keys`, skipping keys as `at` does."""
        return self.lines[followed(keys, self.lines)]

    def problem(self, keys: Keys, rule: str, message: Said, hint: Said, level: Severity = "error") -> Problem:
        """Make a problem at the value under `keys`, or at the nearest one above."""
        return Problem(self.path, *self.at(keys), rule, message, hint, level, record_path(followed(keys, self._places)))

    def _place(self, keys: Keys) -> Place:
        return self._places.get(followed(keys, self._places), Place(1, 1, ""))

    @functools.cached_property
    def _places(self) -> dict[Keys, Place]:
        places: dict[Keys, Place] = {}
        Builder(self.path, places).build(self.file.read_bytes().decode("utf-8-sig"))
        return places


def followed(keys: Keys, held: Container[Keys]) -> Keys:
    """Return keys without those that cannot be followed."""
    here: Keys = ()
    for key in keys:
        if (*here, key) in held:
            here = (*here, key)
    return here


def read(file: Path, path: str) -> tuple[Document, list[Problem]]:
    """Read one file; faults come back as problems, and all else is read as far as the parser comes."""

    def failed(line: int, column: int, rule: str, message: Said, hint: Said) -> tuple[Document, list[Problem]]:
        return Document(path, None, file, is_whole=False), [Problem(path, line, column, rule, message, hint)]

    try:
        data = file.read_bytes()
    except OSError as error:
        return failed(
            1, 1, "yaml-unreadable",
            Said(f"the file cannot be read: {error.strerror}", f"文件打不开：{error.strerror}"),
            Said("Is it a file, and may you open it?", "它是不是文件？您有没有权限打开？"),
        )  # fmt: skip
    if len(data) > MAX_BYTES:
        return failed(
            1, 1, "yaml-size",
            Said(
                f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read",
                f"文件有{len(data):,}字节，最多只读{MAX_BYTES:,}字节",
            ),
            Said(
                "Split it, or look for text that was pasted by mistake.",
                "请拆成几个文件，或者看看是不是误粘了大段文字。",
            ),
        )  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        return failed(
            before.count(b"\n") + 1, len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1, "yaml-encoding",
            Said(
                f"the file is not saved as UTF-8, but {_encoding(data).en} (byte 0x{data[error.start]:02X})",
                f"文件没有存为UTF-8，{_encoding(data).zh}（字节0x{data[error.start]:02X}）",
            ),
            Said(
                "Open it, choose “Save as” and the encoding UTF-8; nothing else need be changed.",
                "请打开文件，选“另存为”，编码选UTF-8；内容不用改。",
            ),
        )  # fmt: skip
    builder = Builder(path)
    value = builder.build(text)
    return Document(path, value, file, not builder.problems, builder.lines), builder.problems


def _encoding(data: bytes) -> Said:
    """Return in which encoding a file that is no UTF-8 was probably saved."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        return Said("as UTF-16", "而是UTF-16")
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return Said("in another encoding", "而是别的编码")
    return Said("probably as GBK (ANSI)", "多半是GBK（ANSI）")
