"""The sources that a page cites, numbered as they first appear on it (GB/T 7714, sequential)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros import wording
from macros.model.source import Source
from macros.views.places import href
from macros.views.reading import Reading
from macros.wording import HTML_LANG

_ARCHIVE = "https://web.archive.org/web/"


@dataclass(frozen=True)
class CitedSource:
    """A source in the list of a page."""

    id: str
    title: str
    lang: str
    """Of the title, where it is not that of the page."""
    publisher: str
    date: str
    day: str
    """The date as an ISO date."""
    read: str
    """On which day it was read, as an ISO date."""
    checked: str
    """The same, worded."""
    is_copy: bool
    weak: bool
    url: str
    """Where it was read; "" for one without an address."""
    archived: str
    """Its copy in an archive; "" for none."""
    href: str
    """Its entry on the sources page."""


@dataclass(frozen=True)
class CitedPage:
    """The list of a page."""

    sources: tuple[CitedSource, ...]
    archive: str
    """What stands before the address of a source where a copy of it is looked for, as it was when it was read."""


def cited_sources(reading: Reading, names: Iterable[str]) -> CitedPage:
    """Return sources by their ids, in the same order."""
    return CitedPage(
        tuple(_cited(reading, name) for name in names), f"{_ARCHIVE}{reading.dataset.data_date.replace('-', '')}/"
    )


def _cited(reading: Reading, name: str) -> CitedSource:
    source = reading.dataset.whole.of(Source)[name]
    is_article = source.kind == "article"
    lang = "" if is_article or source.language == reading.language else source.language
    return CitedSource(
        id=name,
        title=reading.labels["the-article"] if is_article else source.title,
        lang=HTML_LANG.get(lang, lang),
        publisher=source.publisher[reading.language],
        date=wording.date(reading.language, source.date) if source.date else "",
        day=source.date or "",
        read=source.checked,
        checked=reading.labels.fill("checked-on", date=wording.date(reading.language, source.checked)),
        is_copy=source.copy_read,
        weak=source.kind == "weak",
        url=source.url or "",
        archived=source.archived or "",
        href=href(reading, f"source/{name}"),
    )
