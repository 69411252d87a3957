"""What is done to the site that the theme has made: lighter pages and assets, search indexes, lists of items.

Needs no engine, but knows the markup and the files of Material for MkDocs.
"""

from __future__ import annotations

import functools
import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from rcssmin import cssmin

from macros.engine import styles
from macros.load.dataset import Dataset
from macros.render import links, scripts, search, search_index
from macros.views import workshop
from macros.views.reading import Reading

_WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
_COMMENTS = re.compile(r"^[ \t]*(?://.*|/\*(?:(?!\*/)[\s\S])*\*/)\n", re.MULTILINE)
"""Whole lines of comment in a script. That no text of ours has such a line is tested with a compiler."""
_MARGIN = re.compile(r"^[ \t]+", re.MULTILINE)
"""Of a line in a script; that no text of ours spans lines with one is tested in the same way."""
_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_INDENT = re.compile(r"\n\s+")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_HEAD_ALTERNATE = re.compile(r'<link rel="alternate"[^>]*hreflang[^>]*>')
_THEIRS = ("search", "assets/javascripts/workers", "assets/javascripts/lunr")
"""The theme's search index and engine; ours take their place."""


def page(html: str) -> str:
    """Name our search worker.

    The alternates go out of the head, since the theme asks for a sitemap of each.

    Without indentation, of which the theme has much, the site is a tenth smaller.
    """
    head, end, body = html.partition("</head>")
    body, config, tail = body.rpartition('<script id="__config"')
    tail = _WORKER.sub(f"assets/{scripts.FOLDER}/{scripts.WORKER}", tail, count=1)
    whole = "".join([_HEAD_ALTERNATE.sub("", head), end, body, config, tail])
    return "".join(part if part.startswith("<pre") else _INDENT.sub("\n", part) for part in _PRE.split(whole))


def finish(
    site: Path, dataset: Dataset, version: str, own: Mapping[str, Sequence[search.Entry]], *, directory: bool
) -> None:
    """Write below `site` what stands beside the pages.

    `own` holds the search entries of each language's hand-written pages; `directory` tells whether a page is a
    folder with an index, as a server wants it, or a file that opens by double-click.
    """
    for unused in _THEIRS:
        shutil.rmtree(site / unused, ignore_errors=True)
    # The theme's maps, whose files are no longer what they were, and its palettes, of which no page speaks.
    for unused_file in [*site.glob("assets/**/*.map"), *site.glob("assets/stylesheets/palette.*.css")]:
        unused_file.unlink()
    address = functools.partial(links.address, directory=directory)
    for language in dataset.languages:
        reading = Reading(dataset, language)
        _write_index(site, reading, [*search.entries(dataset, language), *own[language]], directory)
        _write(site / "assets" / scripts.ITEMS.format(language=language), workshop.known(reading, version))
        _write(site / "assets" / scripts.TEXTS.format(language=language), workshop.texts(reading, address))
    _lighten(site / "assets")


def _lighten(assets: Path) -> None:
    """Take out of styles and scripts what readers need not load: notes for those who work on them, unused rules."""
    sheets = {file: file.read_text(encoding="utf-8") for file in sorted(assets.glob("stylesheets/*.css"))}
    own = {file: cssmin(css) for file, css in sheets.items() if ".min." not in file.name}
    theme = {file: styles.theme(css, "".join(own.values())) for file, css in sheets.items() if file not in own}
    every = next(file for file in own if file.name == scripts.EVERY_PAGE)
    (main,) = theme
    theme[main] += own.pop(every)  # one sheet of both packs better than two
    every.unlink()
    for file, css in (own | theme).items():
        _write(file, css)
    for file in assets.glob("javascripts/**/*.min.js"):
        _write(file, _MAP.sub("", file.read_text(encoding="utf-8")))
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
        _write(folder / "search_index.json", search_index.SETTINGS)
    else:
        _write(folder / "search_index.js", f"var __index = {search_index.SETTINGS}")


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")
