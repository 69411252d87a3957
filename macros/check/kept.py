"""Where a check keeps what the next one would find again."""

from __future__ import annotations

from pathlib import Path

from jinja2 import FileSystemBytecodeCache


def folder() -> Path | None:
    """Return the folder of compiled templates, which belongs to this user alone; None where there can be none."""
    try:
        return Path(FileSystemBytecodeCache().directory)
    except (OSError, RuntimeError):
        return None
