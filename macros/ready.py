"""Ready-made bundles, which a publishing build puts beside the pages for those who have no Python."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from macros import bundle
from macros.dataset import Dataset, Download
from macros.selection import Selection
from macros.wording import LANGUAGES

FOLDER = "bundles"
"""Where they lie below the site's root."""
SUMS = "SHA256SUMS"
"""The file that `sha256sum --check` reads."""
_BLOCK = 1 << 20


def make(root: Path, dataset: Dataset, folder: Path, say: Callable[[str], None]) -> tuple[Download, ...]:
    """Make all of them below `folder`, which exists; BundleError when one fails.

    Who takes a zip away leads a workshop, so it has the facilitator's pages; the single file goes to the groups.
    """
    zips = [Selection(languages, facilitator=True) for languages in (*((one,) for one in LANGUAGES), LANGUAGES)]
    files = [Selection((language,)) for language in LANGUAGES]
    made = tuple(_make(root, dataset, folder, selection, say) for selection in (*zips, *files))
    lines = "".join(f"{one.digest}  {one.name}\n" for one in made)
    (folder / SUMS).write_text(lines, encoding="utf-8", newline="\n")
    return made


def _make(root: Path, dataset: Dataset, folder: Path, selection: Selection, say: Callable[[str], None]) -> Download:
    single = not selection.facilitator
    file = folder / f"handbook-{'-'.join(selection.languages)}{'.html' if single else '.zip'}"
    say(f"making {FOLDER}/{file.name} …")
    bundle.make(bundle.Order(root, dataset, selection, file, single), lambda _: None)
    return Download(file.name, selection.languages, single, file.stat().st_size, _digest(file))


def _digest(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
