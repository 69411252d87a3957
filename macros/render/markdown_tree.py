"""Every generated page as Markdown on disk, for another engine: macros evaluated, links resolved."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from macros.load.dataset import Dataset
from macros.render import links, pages
from macros.render.html import Composer, Outlet
from macros.views.reading import Reading


def write(dataset: Dataset, folder: Path) -> int:
    """Write all pages below `folder`, which is new or empty, or nothing at all; return how many.

    Raises OSError when they cannot be written.
    """
    made = list(tree(dataset))  # what cannot be made is known before anything is written
    folder = folder.resolve()
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=".handbook-", dir=folder))
    moved: list[Path] = []
    try:
        for path, text in made:
            file = draft / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        moved.extend(part.rename(folder / part.name) for part in sorted(draft.iterdir()))
        draft.rmdir()
    except BaseException:
        for left in (draft, *moved):
            shutil.rmtree(left, ignore_errors=True)
        for one in new:  # the innermost first
            one.rmdir()
        raise
    return len(made)


def tree(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield path and text of every generated page."""
    for language in dataset.languages:
        composer = Composer(Reading(dataset, language))
        for page in pages.pages(dataset, language):
            text = composer.markdown(page, Outlet(functools.partial(links.relative, page.path), page=page.path))
            yield f"{language}/{page.path}", f"{pages.front_matter(page, render_macros=False)}{text}\n"
