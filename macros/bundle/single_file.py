"""The handbook as one HTML file: article bodies in a light shell, nothing asked for from anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import markdown

from macros.load.dataset import Dataset
from macros.load.selection import Edition
from macros.render import headings, links, scripts, search, site_map, templates
from macros.render.macros import BLOCKS
from macros.render.navigation import Entry, navigation
from macros.render.templates import render
from macros.render.terms import Glosses, glosses, link_terms
from macros.views import shell, workshop
from macros.views.edition import stamp
from macros.views.reading import Reading
from macros.wording import HTML_LANG

HANDWRITTEN = ("about.md", "workshop.md")
"""Hand-written pages that a single file holds too."""
LEFT_OUT = ("the contributors' page", "START-HERE with its checks")
"""What the folder has and a single file has not, in words."""
_STYLE = "handbook.css"
"""The sheet of every page."""
_WORDS = re.compile(r"<script type=\"application/json\" data-words>(.*?)</script>", re.DOTALL)
_TO_ITSELF = re.compile(r'<a class="headerlink".*?</a>')
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_TITLE = re.compile(r"^title: *(.+)$", re.MULTILINE)
_CALL = re.compile(r'^\{\{ ([a-z_]+)\((?:"([a-z0-9-]+)")?\) \}\}$', re.MULTILINE)
_SHELVED = re.compile(r"(?:<p>)?(<!--hb:\d+-->)(?:</p>)?")
_HERE = re.compile(r'\b(href="#|id="|aria-labelledby=")([a-z0-9-]+)"')
_PLACE = re.compile(r'href="#([a-z0-9-]+?)--#?([a-z0-9-]*)"')
_WORKER = "/* search-worker.js */"
"""Where single/pages.js takes the search in."""


class PageError(Exception):
    """A hand-written page has something that the single file cannot hold; the message names page and place."""


def page(root: Path, dataset: Dataset, edition: Edition, manifest: str) -> str:
    """Return the text of the file for the data set of an edition in one language; the manifest is JSON."""
    (language,) = dataset.languages
    reading = Reading(dataset, language)
    sections = {path: shell.Section(key(path), title, html) for path, title, html in _bodies(root, reading)}
    resolved = tuple(
        shell.Section(one.key, one.title, _resolve(reading, path, one.html, sections)) for path, one in sections.items()
    )
    view = shell.Shell(
        reading.labels["site-name"], HTML_LANG[language], shell.inert(manifest),
        stamp(reading, edition.version, edition.commit), resolved,
        _contents(navigation(dataset, language), sections), shell.inert(_index(reading, sections)), _words(sections),
        tuple(_asset(root, f"stylesheets/{name}") for name in _styles(reading)),
        tuple(map(shell.script, _scripts(root, reading, edition))),
    )  # fmt: skip
    return render("single.html.j2", view, reading.labels) + "\n"


def key(path: str) -> str:
    """Return the anchor of a page, which begins those of all that stands on it: `cities/london.md` → cities-london."""
    return path.removesuffix(".md").replace("/", "-")


def _bodies(root: Path, reading: Reading) -> Iterator[tuple[str, str, str]]:
    """Yield source path, title and HTML of every page, links unresolved."""
    terms = glosses(reading.dataset, reading.language)
    yield "index.md", reading.labels["site-name"], _html(reading, "home", None, None)
    for one in site_map.pages(reading.dataset, reading.language):
        yield one.path, one.title, _html(reading, one.macro, one.argument, terms)
    for path in HANDWRITTEN:
        file = root / "content" / reading.language / path
        if file.is_file():
            text = file.read_text(encoding="utf-8")
            front = _FRONT.match(text)
            title = _TITLE.search(front[1]) if front else None
            body = _handwritten(reading, path, text[front.end() if front else 0 :])
            yield path, title[1] if title else path, body


def _html(reading: Reading, macro: str, argument: str | int | None, terms: Glosses | None) -> str:
    body = BLOCKS[macro](reading, *(() if argument is None else (argument,)))
    if macro == "home":  # its heading is hand-written, in a page of the engine's
        body = f"# {templates.markdown_text(reading.labels['site-name'])} {{: #top }}\n\n{body}"
    html, _ = headings.to_html(body.replace(' markdown="1"', ""), reading.labels["link-here"])
    return link_terms(html, terms) if terms and macro != "glossary" else html


def _handwritten(reading: Reading, path: str, text: str) -> str:
    """Return the HTML of a hand-written page; what its macros give never passes through Markdown."""
    shelf: dict[str, str] = {}

    def shelve(found: re.Match[str]) -> str:
        mark = f"<!--hb:{len(shelf)}-->"
        try:
            shelf[mark] = _html(reading, found[1], found[2], None)
        except (KeyError, TypeError):
            raise PageError(f"content/{reading.language}/{path}: {found[0]} cannot be evaluated") from None
        return mark

    text = _CALL.sub(shelve, text)
    if "{{" in text:
        line = text[text.index("{{") :].split("\n")[0]
        expected = 'a line of its own such as {{ home() }} or {{ city("london") }}'
        raise PageError(f"content/{reading.language}/{path}: found '{line}', expected {expected}")
    html = markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables", "admonition", "fenced_code"])
    html = headings.join_lines(html) if reading.language == "zh" else html
    return _SHELVED.sub(lambda found: shelf.get(found[1], ""), html)


def _resolve(reading: Reading, path: str, html: str, held: dict[str, shell.Section]) -> str:
    """Lead every link to its place in the file; what has none is shown as left out."""
    prefix = f"{key(path)}--"
    html = _TO_ITSELF.sub("", _WORDS.sub("", html))  # the words of all pages stand in the shell
    html = _HERE.sub(lambda found: f'{found[1]}{prefix}{found[2]}"', html)
    html = links.cut(html, {page for page, _ in links.targets(html)} - set(held), templates.left_out(reading.labels))
    html = links.resolve(html, lambda target: f"#{key(target)}--", edit_base=None)
    return _PLACE.sub(lambda found: f'href="#{found[1]}{"--" if found[2] else ""}{found[2]}"', html)


def _contents(entries: tuple[Entry, ...], held: dict[str, shell.Section]) -> tuple[shell.Part, ...]:
    parts = []
    for entry in entries:
        children = tuple(one for one in entry.children if one.page in held)
        if entry.page in held or children:
            inside = tuple(shell.Line(one.title, key(one.page)) for one in children)
            parts.append(shell.Part(entry.title, inside or (shell.Line(entry.title, key(entry.page)),)))
    return tuple(parts)


def _index(reading: Reading, held: dict[str, shell.Section]) -> str:
    entries = [entry for entry in search.entries(reading.dataset, reading.language) if entry.page in held]
    for path in HANDWRITTEN:
        if path in held:
            entries += search.from_html(path, held[path].title, held[path].html)
    return search.index(entries, _location)


def _address(page: str, anchor: str) -> str:
    return f"#{key(page)}--{anchor}" if anchor else f"#{key(page)}"


def _location(entry: search.Entry) -> str:
    """Return page and anchor, so that the worker tells a page from its parts by the '#', as everywhere."""
    return f"{key(entry.page)}#{entry.anchor}" if entry.anchor else key(entry.page)


def _words(sections: dict[str, shell.Section]) -> str:
    """Return as JSON what any page hands to its scripts; all of them stand on one page here."""
    held: dict[str, str] = {}
    for one in sections.values():
        for found in _WORDS.finditer(one.html):
            held |= json.loads(found[1])
    return shell.inert(json.dumps(held, ensure_ascii=False, sort_keys=True))


def _styles(reading: Reading) -> tuple[str, ...]:
    return (_STYLE, *scripts.styles(scripts.single(leads=reading.dataset.facilitator)))


def _scripts(root: Path, reading: Reading, edition: Edition) -> Iterator[str]:
    """Yield the scripts of the file, in order; the first stands before all that is seen."""
    worker = _asset(root, f"{scripts.FOLDER}/{scripts.WORKER}")
    first, *others = (
        _asset(root, f"{scripts.FOLDER}/{one.path}").replace(_WORKER, worker)
        for one in scripts.single(leads=reading.dataset.facilitator)
    )
    yield first
    yield shell.inert(workshop.known(reading, edition.version))
    yield shell.inert(workshop.texts(reading, _address))
    yield from others


def _asset(root: Path, name: str) -> str:
    return (root / "overrides" / "assets" / name).read_text(encoding="utf-8")
