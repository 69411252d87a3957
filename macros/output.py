"""Where may be written, which is not among what the handbook is made from, and how: whole or not at all."""

from __future__ import annotations

from pathlib import Path

from macros.problems import Said

SOURCES = ("content", "data", "macros", "overrides", "tests")
"""Folders of the project in which a file that is not its own would break it, or be lost."""
FORMATS = ("csv", "xlsx", "docx", "json")
"""Endings of the files of a table, in the order in which pages offer them."""
IN_BUNDLES = ("xlsx",)
"""Each table once: what every office program opens."""
BUILT = "site"
"""The folder that each build empties first."""


def within(root: Path, target: Path) -> str:
    """Return the first folder on the way from the project to a path inside it, "" for a path elsewhere or at its top.

    Case does not count, since on some disks it does not.
    """
    try:
        parts = target.resolve().relative_to(root.resolve()).parts
    except ValueError:
        return ""
    return parts[0].casefold() if len(parts) > 1 or (parts and parts[0].casefold() in (*SOURCES, BUILT)) else ""


def among(target: Path, folder: str) -> Said:
    """Return what refuses a place where the project has its own files."""
    return Said(
        f"{target} would lie among the project's own files, in {folder}/; name another place",
        f"{target}会落在项目自己的文件里（{folder}/）；请换个地方",
    )


def write(target: Path, content: bytes) -> None:
    """Write a file whole or not at all, its folder too; OSError where that cannot be."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
