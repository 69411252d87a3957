"""The words of each page's other language as a script beside the page, loaded when a reader wants both."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from macros.render import links, sides
from macros.render.html import Html
from macros.wording import LANGUAGES


def name(page: str, *, directory: bool) -> str:
    """Return the address of a page's script from its source path: `about.md` → `about/both.js`."""
    address = links.address(page, directory=directory)
    return f"{address}both.js" if directory else f"{address.removesuffix('html')}both.js"


def write(site: Path, made: Mapping[str, Html], *, directory: bool) -> None:
    """Write the scripts of a site; `made` has its pages by their source path with language."""
    one, other = LANGUAGES
    for source, page in made.items():
        path = source.removeprefix(f"{one}/")
        twin = made.get(f"{other}/{path}")
        if path == source or twin is None:
            continue
        file, (held, others) = name(path, directory=directory), map(sides.blocks, (page.text, twin.text))
        for language, text in ((one, sides.script(held, others, other)), (other, sides.script(others, held, one))):
            (site / language / file).write_text(text, encoding="utf-8", newline="\n")
