"""A fault is a value: found anywhere, collected, sorted, and shown by `macros.check.reporters` alone.

What is said of it stands in both languages where it is found, one beside the other, so that neither can be forgotten.
"""

from __future__ import annotations

import difflib
import errno
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Keys = tuple[str | int, ...]
"""Where something stands in a record: the keys and places in lists that lead to it."""


@dataclass(frozen=True, order=True, slots=True)
class Said:
    """The same words in both languages, for those who edit data: `Said("the file is empty", "文件是空的")`."""

    en: str
    zh: str

    def __getitem__(self, language: str) -> str:
        """Return the words in `language`, "zh" or "en"; KeyError for any other."""
        return {"zh": self.zh, "en": self.en}[language]

    def __bool__(self) -> bool:
        return bool(self.en)


SILENCE = Said("", "")


class SaidError(Exception):
    """An error whose words are for the person that asked, in both languages."""

    def __init__(self, said: Said) -> None:
        """Take the words, which go along where the error passes from one process to another."""
        super().__init__(said)
        self.said = said

    def __str__(self) -> str:
        return self.said.en


_OF_SYSTEMS = {
    errno.EACCES: "没有权限", errno.EPERM: "没有权限", errno.EROFS: "这里只能读", errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "空间配额用完了", errno.ENOENT: "没有这个文件或文件夹", errno.EEXIST: "已经有了",
    errno.EISDIR: "它是文件夹", errno.ENOTDIR: "路径里有一段不是文件夹", errno.ENAMETOOLONG: "名称太长",
    errno.EBUSY: "正被占用", errno.EINVAL: "名称或内容不合要求",
}  # fmt: skip


def of_system(error: OSError) -> Said:
    """Return why a system did not do what was asked: in English as it says it, in Chinese where that is known."""
    told = error.strerror or str(error)
    return Said(told, _OF_SYSTEMS.get(error.errno or 0, told))


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, at one place, with the remedy.

    Sorted by path, line and column, so that a report reads in file order.
    """

    path: str
    """Relative to the project, forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    rule: str
    """Identifier of the rule, in kebab-case; the page of rules tells of each."""
    message: Said
    """What was found and what was expected."""
    hint: Said = SILENCE
    """What to do about it."""
    level: Severity = "error"
    at: str = ""
    """Where in the record: `areas[0].measures[2].id`; "" of the whole file and of what is no record."""


class DataProblemsError(Exception):
    """Raised by whoever cannot go on with faulty data; carries every problem, never just the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the data")
        self.problems = problems


def record_path(keys: Keys) -> str:
    """Return keys as a report writes them: `areas[0].measures[2].id`, places in lists counted from 0."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys).removeprefix(".")


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word most like `word`, which was probably meant, or ""."""
    return next(iter(difflib.get_close_matches(word, list(known), 1, 0.6)), "")


def meant(match: str) -> Said:
    """Ask whether a known word was meant."""
    return Said(f"Did you mean '{match}'?", f"是不是“{match}”？")


def meant_or(match: str, otherwise: Said) -> Said:
    """Ask whether a known word was meant, if there is one like it; else say something else."""
    return meant(match) if match else otherwise


def several(names: Iterable[str]) -> Said:
    """Return names one after the other, as each language parts them."""
    held = list(names)
    return Said(", ".join(held), "、".join(held))


def sentences(*parts: Said) -> Said:
    """Return sentences one after the other; English has a blank between them."""
    return Said(" ".join(one.en for one in parts if one), "".join(one.zh for one in parts))
