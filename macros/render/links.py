"""Links inside blocks of HTML: `href="cities/london.md#m-open-data"`, from the language's root, and `edit:` links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from html import escape

_PAGE = re.compile(r'href="([a-z0-9/-]+\.md)(#[a-z0-9-]+)?"')
_LINK = re.compile(r'<a(?: class="[^"]*")? href="([a-z0-9/-]+\.md)(?:#[a-z0-9-]+)?"[^>]*>(.*?)</a>', re.DOTALL)
_EDIT = re.compile(r'(<a href=")edit:([^"#]+)(#L\d+)?"')
_DOWNLOAD = re.compile(r'<a href="download:([A-Za-z0-9./-]+)"[^>]*>(.*?)</a>')
_EDIT_BLOCK = re.compile(r'<p class="hb-edit">.*?</p>\n?')
_EDIT_LINK = re.compile(r' <a href="edit:[^"]+" rel="edit">[^<]*</a>')
_FEED_BLOCK = re.compile(r'<p class="hb-feed">.*?</p>\n?')
_HREF = re.compile(r'href="([^":#?]*)[#?"]')
_ID = re.compile(r' id="([^"]+)"')


def downloads(html: str, folder: str) -> str:
    """Lead links to files beside the pages into the folder, given from the page, in which they lie.

    Where there is none, as in a single file, what was a link is its text.
    """
    if not folder:
        return _DOWNLOAD.sub(lambda found: found[2], html)
    return _DOWNLOAD.sub(lambda found: found[0].replace("download:", f"{folder}/", 1), html)


def feed(html: str, address: str) -> str:
    """Lead links to the feed to its address; where there is none, they are taken out."""
    return html.replace('href="feed:"', f'href="{address}"') if address else _FEED_BLOCK.sub("", html)


def resolve(html: str, url: Callable[[str], str], edit: Callable[[str], str] | None, own: str = "") -> str:
    """Turn every link of our own into one that a browser follows.

    `url` gives the relative link to a page from its source path, `edit` the address at which a file of the project is
    edited; without it edit links are taken out. A link to an anchor of the page itself, `own`, is the anchor alone.
    """

    def link(found: re.Match[str]) -> str:
        page = "" if found[1] == own and found[2] else url(found[1])
        return f'href="{page}{found[2] or ""}"'

    html = _PAGE.sub(link, html)
    if edit is None:
        return _EDIT_LINK.sub("", _EDIT_BLOCK.sub("", html))  # each begins with a sign that is found fast

    def at_line(found: re.Match[str]) -> str:
        file = edit(found[2])
        return f'{found[1]}{escape(file)}{found[3] or "" if "#" not in file else ""}"'

    return _EDIT.sub(at_line, html)


def cut(html: str, left_out: Collection[str], mark: Callable[[str], str]) -> str:
    """Turn every link to a page that a selection leaves out into the text of the link, as `mark` shows it."""
    return _LINK.sub(lambda found: mark(found[2]) if found[1] in left_out else found[0], html) if left_out else html


def targets(html: str) -> set[tuple[str, str]]:
    """Return page and anchor ("" for none) of every link of our own."""
    return {(found[1], (found[2] or "#")[1:]) for found in _PAGE.finditer(html)}


def anchors(html: str) -> list[str]:
    """Return every id in the HTML, in order, duplicates included."""
    return _ID.findall(html)


def followed(html: str, base: str, pages: Mapping[str, str]) -> set[str]:
    """Return the pages that the links of a finished page lead to, from its own address and from address → page."""
    paths = {posixpath.normpath(posixpath.join(base, path)) for path in _HREF.findall(html)}
    return {page for address, page in pages.items() if posixpath.normpath(address) in paths}


def unreached(starts: Iterable[str], leads: Mapping[str, Collection[str]]) -> list[str]:
    """Return the pages to which no chain of links comes from `starts`; `leads` has what each page leads to."""
    reached: set[str] = set()
    waiting = list(starts)
    while waiting:
        page = waiting.pop()
        if page not in reached:
            reached.add(page)
            waiting += leads.get(page, ())
    return sorted(leads.keys() - reached)


def address(page: str, anchor: str = "", *, directory: bool) -> str:
    """Return the address of a page below the language's folder.

    `directory` tells whether a page is a folder with an index, as a server wants it, or a file that opens by
    double-click.
    """
    stem = page.removesuffix(".md")
    folder = stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"
    url = folder if directory else f"{stem}.html"
    return f"{url}#{anchor}" if anchor else url


def relative(page: str, target: str) -> str:
    """Return the relative address of one page on another, each a folder of its own."""
    shortest = posixpath.relpath(_folder(target), _folder(page))
    return "./" if shortest == "." else f"{shortest}/"


def _folder(page: str) -> str:
    return address(page, directory=True).removesuffix("/") or "."
