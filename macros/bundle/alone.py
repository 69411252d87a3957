"""What a page has inside that is one file: its styles, and the scripts that its own policy knows by their hashes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.render import scripts

_ASSETS = Path(__file__).resolve().parents[2] / "overrides" / "assets"


def styles(names: Iterable[str]) -> tuple[str, ...]:
    """Return the texts of sheets."""
    return tuple((_ASSETS / "stylesheets" / name).read_text(encoding="utf-8") for name in names)


def texts(held: Iterable[scripts.Script]) -> tuple[str, ...]:
    """Return the texts of scripts, in order."""
    return tuple(scripts.text(_ASSETS / scripts.FOLDER, one.path) for one in held)
