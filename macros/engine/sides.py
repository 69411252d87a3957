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


def write(site: Path, path: str, made: Mapping[str, Html], *, directory: bool) -> None:
    """Write the scripts of the pages at one path, which `made` has by their source path with language."""
    one, other = LANGUAGES
    pages = [made.get(f"{language}/{path}") for language in LANGUAGES]
    if not all(pages):
        return
    held, others = (sides.blocks(page.text) for page in pages if page)
    for language, text in ((one, sides.script(held, others, other)), (other, sides.script(others, held, one))):
        (site / language / name(path, directory=directory)).write_text(text, encoding="utf-8", newline="\n")
