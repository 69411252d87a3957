"""The handbook as one HTML file: article bodies in a light shell, nothing asked for from anywhere."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import markdown

from macros.bundle import alone
from macros.load.dataset import Dataset
from macros.load.selection import Edition
from macros.problems import Said, SaidError
from macros.render import links, scripts, search, search_index, templates
from macros.render.html import Composer, Known, Outlet, Shelf
from macros.render.macros import MACROS
from macros.render.pages import NavItem, every_page, navigation
from macros.render.templates import render
from macros.views import dossier, shell, workshop
from macros.views.browsers import supported
from macros.views.edition import stamp
from macros.views.reading import Reading
from macros.wording import HTML_LANG

LEFT_OUT = (Said("the contributors' page", "参与编辑的页面"), Said("START-HERE with its checks", "START-HERE及其检查"))
"""What the folder has and a single file has not, in words."""
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
_CALL = re.compile(r'^\{\{ ([a-z_]+)\((?:"([a-z0-9-]+)")?\) \}\}$', re.MULTILINE)
_HERE = re.compile(r' (href="#|id="|aria-labelledby=")([a-z0-9-]+)"')
"""Begins with a blank, which is quickly found, where an edge of a word is looked for at each of millions of places."""
_OF_NO_USE = re.compile(
    r'<p class="hb-acts"><a href="[^"]+">[^<]*</a></p>\n| data-read="[^"]*"| <small>· [^<]*</small>(?=</span>)'
)
"""Thousands of links from a statement to itself, while everybody has a file of their own; what citing needs; and when
each source was read, which the list of all sources says."""
_PLACE = re.compile(r'href="page:([a-z0-9-]+)(?:#([a-z0-9-]+))?"')


class PageError(SaidError):
    """A hand-written page has something that the single file cannot hold; names page and place."""


def page(root: Path, dataset: Dataset, edition: Edition, manifest: str, known: Known | None = None) -> str:
    """Return the text of the file for the data set of an edition in one language; the manifest is JSON.

    What is `known` need not be made.
    """
    (language,) = dataset.languages
    reading = Reading(dataset, language)
    held = _pages(root, reading, known)
    sections = {path: shell.PageSection(key(path), title, _own(path, html)) for path, title, html in held}
    view = shell.Shell(
        reading.labels["site-name"], HTML_LANG[language], alone.styles(_styles(reading)),
        tuple(map(shell.script, alone.texts(scripts.used(scripts.Use.TOP)))),
        tuple(map(shell.script, _scripts(reading, edition))), shell.inert(manifest),
        stamp(reading, edition.version, edition.commit), tuple(sections.values()),
        _contents(navigation(reading), sections), shell.inert(_index(reading, sections)), supported(reading.labels),
    )  # fmt: skip
    return render("single.html.j2", view, reading.labels) + "\n"


def key(path: str) -> str:
    """Return the anchor of a page, which begins those of all that stands on it: `cities/london.md` → cities-london."""
    return path.removesuffix(".md").replace("/", "-")


def _pages(root: Path, reading: Reading, known: Known | None) -> Iterator[tuple[str, str, str]]:
    """Yield source path, title and HTML of every page that the file holds; links have the form page:key#anchor."""
    rows = tuple(every_page(reading))
    composer = Composer(reading, {one.path for one in rows if one.row.is_for_editors}, known)
    outlet = Outlet(lambda target: f"page:{key(target)}")
    for one in rows:
        file = root / "content" / reading.language / one.path
        if one.row.macro:
            yield one.path, one.title, composer.html(one, outlet).text
        elif one.path == "index.md":  # what is written by hand there is for the theme
            heading = f"# {templates.markdown_text(one.title)} {{: #top }}"
            yield one.path, one.title, composer.text(f"{heading}\n\n{composer.called('home')}", outlet).text
        elif not one.row.is_for_editors and file.is_file():
            text = file.read_text(encoding="utf-8")
            front = _FRONT.match(text)
            title = _TITLE.search(front[1]) if front else None
            parsed = _parsed(reading, one.path, text[front.end() if front else 0 :])
            yield one.path, title[1] if title else one.path, composer.handwritten(parsed, outlet).text


def _parsed(reading: Reading, path: str, text: str) -> str:
    """Return the HTML of a hand-written page; blocks that its macros give never pass through Markdown."""
    shelf = Shelf()

    def shelve(found: re.Match[str]) -> str:
        try:
            return shelf.put(MACROS[found[1]](reading, *(() if found[2] is None else (found[2],))))
        except (KeyError, TypeError):
            place = f"content/{reading.language}/{path}"
            raise PageError(
                Said(f"{place}: {found[0]} cannot be evaluated", f"{place}：{found[0]}得不出内容")
            ) from None

    text = _CALL.sub(shelve, text)
    if "{{" in text:
        line = text[text.index("{{") :].split("\n")[0]
        place, expected = f"content/{reading.language}/{path}", '{{ home() }}, {{ city("london") }}'
        raise PageError(
            Said(
                f"{place}: found '{line}', expected a line of its own such as {expected}",
                f"{place}：“{line}”应独占一行，例如{expected}",
            )
        )
    html = markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "admonition", "fenced_code"])
    return shelf.restore(html)


def _own(path: str, html: str) -> str:
    """Return a page as a part of the file: anchors begin with its key."""
    html = _HERE.sub(rf' \1{key(path)}--\2"', _OF_NO_USE.sub("", html))
    return _PLACE.sub(lambda found: f'href="#{found[1]}{f"--{found[2]}" if found[2] else ""}"', html)


def _contents(entries: tuple[NavItem, ...], held: dict[str, shell.PageSection]) -> tuple[shell.ContentsPart, ...]:
    parts = []
    for entry in entries:
        children = tuple(one for one in entry.children if one.page in held)
        if entry.page in held or children:
            inside = tuple(shell.Line(one.title, key(one.page)) for one in children)
            parts.append(shell.ContentsPart(entry.title, inside or (shell.Line(entry.title, key(entry.page)),)))
    return tuple(parts)


def _index(reading: Reading, held: dict[str, shell.PageSection]) -> str:
    entries = [entry for entry in search.entries(reading.dataset, reading.language) if entry.page in held]
    for one in every_page(reading):
        if one.path in held and not one.row.macro and one.path != "index.md":
            entries += _own_entries(one.path, held[one.path])
    return search_index.index(entries, reading, _location)


def _own_entries(path: str, section: shell.PageSection) -> list[search.Entry]:
    """Return the entries of a hand-written page, whose anchors begin with its key."""
    begin = f"{section.key}--"
    found = search.from_html(path, section.title, section.html)
    return [replace(entry, anchor=entry.anchor.removeprefix(begin)) for entry in found]


def _address(page: str, anchor: str) -> str:
    return f"#{key(page)}--{anchor}" if anchor else f"#{key(page)}"


def _location(entry: search.Entry) -> str:
    """Return page and anchor, so that the worker tells a page from its parts by the '#', as everywhere."""
    return f"{key(entry.page)}#{entry.anchor}" if entry.anchor else key(entry.page)


def _styles(reading: Reading) -> tuple[str, ...]:
    own = scripts.styles(scripts.single(facilitator=reading.dataset.facilitator))
    pages = dict.fromkeys(sheet for held in scripts.STYLES.values() for sheet in held)
    return (scripts.EVERY_PAGE, *pages, *own)


def _scripts(reading: Reading, edition: Edition) -> Iterator[str]:
    """Yield the scripts of the file that follow its pages, in order."""
    yield shell.inert(workshop.known(reading, edition.version))
    yield shell.inert(workshop.texts(reading, _address))
    yield shell.inert(dossier.marks(reading, functools.partial(links.address, directory=True)))
    yield from alone.texts(scripts.single(facilitator=reading.dataset.facilitator))
