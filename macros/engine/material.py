"""What is done to the site that the theme has made: lighter pages and assets, search indexes, lists of items.

Needs no engine, but knows the markup and the files of Material for MkDocs.
"""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from rcssmin import cssmin

from macros.engine import styles
from macros.render import links, scripts, search, search_index
from macros.views import dossier, workshop
from macros.views.reading import Reading

_COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)\n", re.MULTILINE)
"""Whole lines of comment in a script. That no text of ours has such a line is tested with a compiler."""
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
"""Of a line in a script; that no text of ours spans lines with one is tested in the same way."""
_INDENT = re.compile(r"\n\s+")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_THEIRS = ("**/*.map", "stylesheets/palette.*.css", "javascripts/*.js", "javascripts/workers", "javascripts/lunr")
"""Files and folders of the theme that no page asks for: its palettes, its scripts, their search."""


def page(html: str) -> str:
    """Return a page without indentation, of which the theme has much: the site is a tenth smaller."""
    return "".join(part if part.startswith("<pre") else _INDENT.sub("\n", part) for part in _PRE.split(html))


def write(site: Path, reading: Reading, version: str, own: Sequence[search.Entry], *, directory: bool) -> None:
    """Write below `site` what stands beside the pages of a language.

    `own` holds the search entries of its hand-written pages; `directory` tells whether a page is a folder with an
    index, as a server wants it, or a file that opens by double-click.
    """
    address = functools.partial(links.address, directory=directory)
    dataset, language = reading.dataset, reading.language
    _write_index(site, reading, [*search.entries(dataset, language), *own], directory)
    texts = workshop.known(reading, version), workshop.texts(reading, address), dossier.marks(reading, address)
    for name, text in zip(names(language), texts, strict=True):
        _write(site / name, text)


def names(language: str) -> tuple[str, ...]:
    """Return the paths below the site of what scripts know: items of checklists, their texts, marks of entries."""
    return tuple(f"assets/{name.format(language=language)}" for name in (scripts.ITEMS, scripts.TEXTS, scripts.MARKS))


def lighten(assets: Path) -> None:
    """Take away what readers need not load: files of the theme, notes for those who work on ours, unused rules."""
    for pattern in _THEIRS:
        for unused in assets.glob(pattern):
            shutil.rmtree(unused) if unused.is_dir() else unused.unlink()
    sheets = {file: file.read_text(encoding="utf-8") for file in sorted(assets.glob("stylesheets/*.css"))}
    own = {file: cssmin(css) for file, css in sheets.items() if ".min." not in file.name}
    (main,) = (file for file in sheets if file not in own)
    theme = styles.theme(sheets[main], "".join(own.values()))
    frame = next(file for file in own if file.name == scripts.FRAME)
    theme += own.pop(frame)
    for file, css in own.items():
        _write(file, theme + css if file.name == scripts.EVERY_PAGE else css)
    for merged in (main, frame):
        merged.unlink()
    _finish_scripts(assets / scripts.FOLDER)


def _finish_scripts(folder: Path) -> None:
    """Put together what each script takes in, and leave out what others have taken in."""
    texts = {one.path: scripts.text(folder, one.path) for one in scripts.TABLE if (folder / one.path).exists()}
    for path, text in texts.items():
        _write(folder / path, script(text))
    for one in scripts.used(scripts.Use.PART):
        (folder / one.path).unlink(missing_ok=True)


def script(text: str) -> str:
    """Return one of our scripts without the lines and margins that only those who work on it need."""
    return _MARGIN.sub("", _COMMENTS.sub("", text))


def _write_index(site: Path, reading: Reading, entries: Sequence[search.Entry], directory: bool) -> None:
    address = functools.partial(links.address, directory=directory)
    text = search_index.index(entries, reading, lambda entry: address(entry.page, entry.anchor))
    folder = site / reading.language / "search"
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "entries.js", f"var __index = {text}")  # a script loads from disk, too
    if directory:
        pages = [[address(entry.page), entry.title] for entry in entries if not entry.anchor]
        _write(folder / "pages.js", f"var __pages = {json.dumps(pages, ensure_ascii=False, separators=(',', ':'))}")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
