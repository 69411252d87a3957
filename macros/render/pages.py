"""What follows from the map of the site: every page, the navigation, what a selection leaves out."""

from __future__ import annotations

import functools
import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.load.dataset import Dataset
from macros.model.kinds import FILED, ref
from macros.render.site_map import SITE_MAP, Row, Tab
from macros.views.places import data_file, data_files, paged
from macros.views.places import title as title_of
from macros.views.reading import Reading

MOST_CHILDREN = 30
"""Navigation lists all records of a row up to here …"""
FIRST_CHILDREN = 10
"""… and beyond only the first few: the rest is on their index page, and every page carries the list."""


@dataclass(frozen=True)
class Page:
    """A page of the map."""

    path: str
    """Source path below the language's folder."""
    title: str
    row: Row = field(repr=False)
    index: str
    """Source path of the first page of its tab."""
    headline: str = ""
    """What the page answers, where its title is a mere name."""
    description: str = ""
    argument: str | int | None = None
    """Of the macro."""
    data_file: str = ""
    """What is edited to change the page, relative to the project."""
    formerly: tuple[str, ...] = ()
    """Earlier paths, which redirect here."""

    @property
    def call(self) -> str:
        """The macro call that makes the page."""
        return f"{{{{ {self.row.macro}({'' if self.argument is None else json.dumps(self.argument)}) }}}}"


@dataclass(frozen=True)
class NavItem:
    """A page or a section of the navigation; a section's first child is its index page."""

    title: str
    page: str
    """Source path below the language's folder; "" for a section."""
    children: tuple[NavItem, ...] = ()


def every_page(reading: Reading) -> Iterator[Page]:
    """Yield every page of a language, hand-written ones too, in the order of the map; the same paths in both."""
    for tab in SITE_MAP:
        for row in tab.rows:
            if _has(reading, row):
                yield from _pages(reading, row, tab.rows[0].path)


def pages(dataset: Dataset, language: str) -> tuple[Page, ...]:
    """Return every generated page of a language."""
    return tuple(page for page in every_page(Reading(dataset, language)) if page.row.macro)


def left_out(dataset: Dataset, language: str) -> frozenset[str]:
    """Return the source path of every page that the whole handbook has and a selection has not."""
    if dataset.cut_from is None:
        return frozenset()
    whole, part = ({page.path for page in pages(one, language)} for one in (dataset.whole, dataset))
    return frozenset(whole - part)


def navigation(reading: Reading) -> tuple[NavItem, ...]:
    """Return the tabs of a language. A page does not grow with the number of records."""
    return tuple(_tab(reading, tab) for tab in SITE_MAP)


TOLD = ("title", "headline", "description")
"""What the theme is told of a page."""


def told(page: Page) -> dict[str, object]:
    """Return what the theme is told of a page. It shows titles unescaped, so they are escaped here."""
    return {key: escape_title(text) for key in TOLD if (text := getattr(page, key)) or key != "headline"}


def front_matter(page: Page, **more: object) -> str:
    """Return a page's YAML front matter."""
    values = {**told(page), **more}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "\n".join(["---", *lines, "---", "", ""])


def escape_title(text: str) -> str:
    """Escape text that the theme and the macros plugin would otherwise read as HTML or Jinja."""
    return re.sub("[{}%]", lambda found: f"&#{ord(found[0])};", html.escape(text))


def _has(reading: Reading, row: Row) -> bool:
    """Whether an edition has a row of the map."""
    is_whole = reading.dataset.cut_from is None
    return reading.dataset.facilitator >= row.is_for_facilitator and is_whole >= row.is_for_whole


def _pages(reading: Reading, row: Row, index: str) -> Iterator[Page]:
    make = functools.partial(Page, row=row, index=index)
    if row.kind:
        for name in row.names(reading) if row.names else reading.dataset[row.kind]:
            record = reading.dataset.whole[row.kind][name]
            yield make(
                row.path.format(name),
                _title(reading, row.title, row, name),
                headline=_title(reading, row.headline, row, name) if row.headline else "",
                description=reading.labels[row.lead] if row.lead else record.lead[reading.language],
                argument=name or None,
                data_file=data_file(reading, ref(row.kind, name)),
                formerly=tuple(row.path.format(old) for old in getattr(record, "formerly", ())),
            )
        return
    lead = reading.labels[row.lead] if row.lead else ""
    for number in range(1, row.pages(reading) + 1 if row.pages else 2):
        argument = None if number == 1 else number
        path = paged(row.path, number)
        file = _data_file(reading, row.data_file)
        yield make(path, reading.labels[row.title], description=lead, argument=argument, data_file=file)


def _data_file(reading: Reading, named: str) -> str:
    """Return a file of many where it holds all of its kind, otherwise the folder of its kind; others as they are."""
    kind = next((kind for kind in FILED if kind.layout == "entries" and f"data/{kind.place}" == named), None)
    files = data_files(reading, kind.name) if kind else (named,)
    return files[0] if len(files) == 1 or kind is None else f"data/{kind.folder}"


def _tab(reading: Reading, tab: Tab) -> NavItem:
    held = tuple(item for row in tab.rows for item in _listed(reading, row))
    title = reading.labels[tab.title]
    return NavItem(title, "", held) if len(tab.rows) > 1 else NavItem(title, tab.rows[0].path)


def _listed(reading: Reading, row: Row) -> Iterator[NavItem]:
    if not row.is_listed or not _has(reading, row):
        return
    label = row.title if row.listed_as is None else row.listed_as
    if not row.kind:
        yield NavItem(reading.labels[label], row.path)
        return
    names = list(reading.dataset[row.kind])
    for name in names if len(names) <= MOST_CHILDREN else names[:FIRST_CHILDREN]:
        yield NavItem(_title(reading, label, row, name), row.path.format(name))


def _title(reading: Reading, label: str, row: Row, name: str) -> Any:
    own = title_of(reading, ref(row.kind, name))
    return reading.labels.fill(label, title=own) if label else own
