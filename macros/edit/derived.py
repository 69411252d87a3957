"""What is made from the data and lies beside them: brought up to date when a command has written data."""

from __future__ import annotations

from pathlib import Path

from macros.edit import files, ids, translations
from macros.load.loader import load


def renew(root: Path) -> tuple[Path, ...]:
    """Write what editors are offered and which texts say the same, where these changed; return the files.

    Raises OSError, and then none is changed.
    """
    loaded = load(root)
    texts = {**translations.noted(root, loaded), **ids.renewed(root, *loaded)}
    files.write(texts)
    return tuple(texts)


def renew_offers(root: Path) -> None:
    """Write what editors are offered, where that changed; OSError where it cannot be."""
    files.write(ids.renewed(root, *load(root)))
