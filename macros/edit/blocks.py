"""Statements, items, records and cells as the pages of two states show them, to be told apart by eye."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from macros.edit.diff import CellChange, Differences, Sides
from macros.model.kinds import ref as named
from macros.render.html import Composer, Outlet
from macros.render.pages import Page, pages
from macros.views.places import PLACES, href, records_of_pages
from macros.views.reading import Reading

_MOST = 12_000
"""Characters of a block's HTML: what is longer is a page of its own, of which its parts are told."""
_OWN = re.compile(r' (?:id|aria-labelledby|aria-describedby|tabindex)="[^"]*"| href="(?!https?:)[^"]*"')
"""What a block has for the page that it stands on: it stands here twice, and away from there."""
_FOR_READERS = re.compile(r'<p class="hb-(?:acts|edit|more-there)">.*?</p>\n?')
"""What leads on, from a page alone."""
_SOURCE = re.compile(r'(<li>)?<a href="#r(\d+)">\[\d+\]</a>')
_FOLDED = re.compile(r"<details\b")
_NUMBER = re.compile(r"\[\d+\]")
_TAG = re.compile(r"<([a-z][a-z0-9-]*)")


@dataclass(frozen=True)
class Seen:
    """A block as a page shows it."""

    html: str = ""
    """"" where there is none."""
    sources: tuple[tuple[str, str], ...] = ()
    """Number and HTML of each source that it cites in passing."""

    @property
    def tag(self) -> str:
        """The element that it is."""
        found = _TAG.match(self.html)
        return found[1] if found else ""


@dataclass(frozen=True)
class Shown:
    """A block in one language, as the pages before and after show it."""

    language: str
    before: Seen
    after: Seen

    @property
    def is_same(self) -> bool:
        """Whether readers of the language see no difference but in the numbers of sources."""
        old, new = (_NUMBER.sub("", one.html) for one in (self.before, self.after))
        return (old, self.before.sources) == (new, self.after.sources)


Blocks = dict[str | CellChange, tuple[Shown, ...]]
"""Name of a unit, or a cell → how it is shown in each language; none of what no page shows as such."""


def blocks(states: Sides, held: Differences) -> Blocks:
    """Return the blocks of what differs between two sound states."""
    sides = {one: tuple(_Pages(Reading(state, one)) for state in states.shown) for one in states.after.languages}
    found: Blocks = {}
    for change in held.changes:
        names = change.formerly or change.ref, change.ref
        found[change.ref] = tuple(
            Shown(language, *(side.of_unit(name) for side, name in zip(both, names, strict=True)))
            for language, both in sides.items()
        )
    for cell in held.cells:
        found[cell] = tuple(
            Shown(language, *(side.of_cell(*cell.at) for side in both)) for language, both in sides.items()
        )
    return {key: both for key, both in found.items() if any(one.before.html or one.after.html for one in both)}


class _Pages:
    """The pages of one language, each made when it is first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._composer = Composer(reading)
        self._pages: dict[str, Page] = {page.path: page for page in pages(reading.dataset, reading.language)}
        self._whole = set(records_of_pages(reading).values())
        self._html = functools.cache(self._made)

    def _made(self, path: str) -> str:
        return self._composer.html(self._pages[path], Outlet(lambda _: "", page=path)).text

    def of_unit(self, name: str) -> Seen:
        """Return the block of a record, statement, measure or item; nothing of what is a page of its own."""
        record = name.partition("#")[0]
        if record.partition("/")[0] not in PLACES or name in self._whole or not self._has(name):
            return Seen()
        page, _, anchor = href(self.reading, name).partition("#")
        marks = [f'id="{anchor}"'] if "#" in name or name.startswith("item/") else [f'data-entity="{name}"']
        return self._seen(page, marks) if page in self._pages else Seen()

    def of_cell(self, table: str, row: str, column: str) -> Seen:
        """Return a cell, from the page of a long table on which its row or column stands."""
        marks = [f'data-table="{table}"', f'data-row="{row}"', f'data-column="{column}"']
        macro = table.partition("-")[0]
        paths = (path for path, page in self._pages.items() if page.row.macro == macro)
        return next((seen for path in paths if (seen := self._seen(path, marks)).html), Seen())

    def _has(self, name: str) -> bool:
        return name in self.reading.dataset.statements if "#" in name else name in self._units

    @functools.cached_property
    def _units(self) -> set[str]:
        return {named(kind, name) for kind in PLACES for name in self.reading.dataset[kind]}

    def _seen(self, path: str, marks: list[str]) -> Seen:
        page = self._html(path)
        block = element(page, *marks)
        if not block or len(block) > _MOST:
            return Seen()
        passing: dict[str, str] = {}

        def told(found: re.Match[str]) -> str:
            inside, number = found.groups()
            source = element(page, f'id="r{number}"').partition(">")[2].rpartition("<")[0]
            if not inside:
                passing[number] = _alone(source)
            return f"{found[0]} {source}" if inside else found[0]

        return Seen(_alone(_SOURCE.sub(told, block)), tuple(passing.items()))


def _alone(html: str) -> str:
    """Return a block as it stands away from its page, opened."""
    return _FOLDED.sub(r"\g<0> open", _OWN.sub("", _FOR_READERS.sub("", html)))


def element(html: str, *marks: str) -> str:
    """Return the first element with an attribute, such as `id="x"`, in it that with the next; "" if there is none."""
    for mark in marks:
        place = html.find(f" {mark}")
        if place < 0:
            return ""
        html = _whole(html, html.rindex("<", 0, place))
    return html


def _whole(html: str, start: int) -> str:
    """Return the element that begins at a place."""
    name = _TAG.match(html, start)
    depth = 0
    for tag in re.compile(rf"<(/?){name[1] if name else ''}\b[^>]*>").finditer(html, start):
        depth += -1 if tag[1] else 1
        if not depth:
            return html[start : tag.end()]
    return ""
