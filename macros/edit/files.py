"""Writes the files of an edit: all of them, or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write(texts: Mapping[Path, str]) -> None:
    """Write files, new ones too, all or none; OSError where that cannot be, and then none is changed."""
    beside = {file: file.with_name(f".{file.name}.new") for file in texts}
    kept = {file: file.with_name(f".{file.name}.old") for file in texts if file.exists()}
    try:
        for file, new in beside.items():
            file.parent.mkdir(exist_ok=True)
            new.write_bytes(texts[file].encode())
        for file, new in beside.items():
            if file in kept:
                file.replace(kept[file])
            new.replace(file)
    except OSError:
        for file, new in beside.items():
            if file not in kept and not new.exists():
                file.unlink(missing_ok=True)
        for file, old in kept.items():
            if old.exists():
                old.replace(file)
        raise
    finally:
        for left in (*beside.values(), *kept.values()):
            left.unlink(missing_ok=True)
