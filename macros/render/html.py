"""A page's text, put together in one place for every output: site, offline build, single file, Markdown on disk."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from macros.render import headings, links, pages, templates
from macros.render.further import further
from macros.render.macros import MACROS
from macros.render.terms import Glosses, glosses, link_terms
from macros.views.places import records_of_pages
from macros.views.reading import Reading
from macros.views.takeaway import take_away

_UNLINKED = "glossary"
"""The macro whose terms are not linked to themselves."""
_SHELVED = re.compile(r"(?:<p>)?(<!--hb:\d+-->)(?:</p>)?")


@dataclass(frozen=True)
class Outlet:
    """How an output writes the addresses on one of its pages."""

    address: Callable[[str], str]
    """Source path → address of a page."""
    edit: Callable[[str], str] | None = None
    """Path of a file in the project → address at which it is edited; None where there is no repository."""
    downloads: str = ""
    """Address of the folder with the ready-made bundles."""
    feed: str = ""
    """Address of what was newly checked; "" where there is none."""
    headings_link: bool = False
    """Whether each heading has a link to itself."""
    page: str = ""
    """Source path of the page, if links on it to its own anchors are written as these alone."""
    whole: str = ""
    """The page's address with its host, where the site is published."""


@dataclass(frozen=True)
class Html:
    """The HTML of a page's own part, and what is in it."""

    text: str
    headings: list[dict[str, Any]]
    """Table of contents, nested (level, id, name, children); none of hand-written pages, whose parser has it."""
    anchors: tuple[str, ...]
    """Every id, in order, duplicates included."""
    targets: frozenset[tuple[str, str]]
    """Source path and anchor ("" for none) of every link of our own."""


class Composer:
    """Puts the pages of one language together."""

    def __init__(self, reading: Reading, left_out: Collection[str] = (), known: Known | None = None) -> None:
        """Links to pages that are `left_out` become plain text, besides those that the selection leaves out.

        What is `known` need not be made.
        """
        self.reading = reading
        self.known = known or {}
        self.left_out = pages.left_out(reading.dataset, reading.language).union(left_out)

    @functools.cached_property
    def _terms(self) -> Glosses:
        return glosses(self.reading.dataset, self.reading.language)

    @functools.cached_property
    def _mark(self) -> Callable[[str], str]:
        return templates.left_out(self.reading.labels)

    @functools.cached_property
    def records_of_pages(self) -> dict[str, str]:
        """Source path → `<kind>/<id>` of the record that a page is."""
        return records_of_pages(self.reading)

    def prepare(self) -> None:
        """Work out what every page needs, before processes that would each do so share the pages."""
        self.reading.dataset.prepare_for_pages()
        _ = self._terms, self._mark, self.records_of_pages

    def html(self, page: pages.Page, outlet: Outlet) -> Html:
        """Return a generated page."""
        return self.text(self._body(page, outlet), outlet)

    def called(self, macro: str) -> str:
        """Return the text of a macro without arguments that a page written by hand calls."""
        text = self.known.get(("text", self.reading.language, macro))
        return MACROS[macro](self.reading) if text is None else str(text)

    def further(self, name: str) -> dict[str, str]:
        """Return what a list has on its further pages, by container."""
        held: dict[str, str] | None = self.known.get(("further", self.reading.language, name))
        return further(self.reading, name) if held is None else held

    def text(self, markdown: str, outlet: Outlet) -> Html:
        """Return the text of macros as HTML, without links to terms."""
        text, tokens = headings.to_html(markdown)
        return self._resolved(text, outlet, tokens)

    def markdown(self, page: pages.Page, outlet: Outlet) -> str:
        """Return a generated page with its headings as Markdown, for another engine."""
        return self._addressed(self._cut(self._body(page, outlet)), outlet)

    def handwritten(self, text: str, outlet: Outlet) -> Html:
        """Return a page written by hand, from what a Markdown parser has made of it."""
        text = headings.with_captions(text)
        return self._resolved(headings.join_lines(text) if self.reading.language == "zh" else text, outlet, [])

    def _body(self, page: pages.Page, outlet: Outlet) -> str:
        text = self.known.get(("body", self.reading.language, page.row.macro, page.argument))
        if text is None:
            text = body(self.reading, self._terms, page.row.macro, page.argument)
        held = take_away(self.reading, page.row.macro, page.argument, page.title, page.path, outlet.whole)
        return f"{text}\n\n{templates.render('take-away.md.j2', held, self.reading.labels)}"

    def _resolved(self, text: str, outlet: Outlet, tokens: list[dict[str, Any]]) -> Html:
        title = self.reading.labels["link-to-heading"] if outlet.headings_link else ""
        text = headings.complete(self._cut(text), self.reading.language, title)
        targets = frozenset(links.targets(text))
        return Html(self._addressed(text, outlet), tokens, tuple(links.anchors(text)), targets)

    def _cut(self, text: str) -> str:
        return links.cut(text, self.left_out, self._mark)

    def _addressed(self, text: str, outlet: Outlet) -> str:
        text = links.feed(links.downloads(text, outlet.downloads), outlet.feed)
        return links.resolve(text, outlet.address, outlet.edit, outlet.page)


Known = Mapping[tuple[Any, ...], Any]
"""What was made already for several editions, by what it is, its language, its name: see `common`."""


def body(reading: Reading, terms: Glosses, macro: str, argument: str | int | None) -> str:
    """Return the text of a generated page, with its terms linked."""
    text = MACROS[macro](reading, *(() if argument is None else (argument,)))
    return text if macro == _UNLINKED else link_terms(text, terms)


class Shelf:
    """Keeps blocks of HTML away from a Markdown parser, which would only copy them, slowly."""

    def __init__(self) -> None:
        self._numbers = itertools.count()
        self._held: dict[str, str] = {}

    def put(self, markdown: str) -> str:
        """Return a macro's text with a mark in the place of each block of HTML; headings stay for the parser."""
        return "\n\n".join(text if heading else self._mark(text) for heading, text in templates.split(markdown))

    def restore(self, html: str) -> str:
        """Return what the parser has made of a page with the blocks in their places."""
        return _SHELVED.sub(lambda found: self._held.pop(found[1], ""), html)

    def _mark(self, text: str) -> str:
        mark = f"<!--hb:{next(self._numbers)}-->"
        self._held[mark] = text
        return mark
