"""What was newly checked or changed, for programs that tell of it: by the dates in the data, never by a clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.model.statement import Stated
from macros.views.permanent import published
from macros.views.places import link
from macros.views.reading import Reading

NAME = "atom.xml"
"""Of the file, below the language's folder."""
MOST = 60
"""Entries."""


@dataclass(frozen=True)
class Entry:
    """A record that was looked at on one day."""

    id: str
    """An address, the permanent one with the day, so that it stays whatever becomes of the page."""
    link: str
    title: str
    day: str
    """As an ISO day."""
    found: tuple[str, ...]
    """What was found, a text a review."""


@dataclass(frozen=True)
class Feed:
    """The newest of them in one language, for a site with a known address."""

    home: str
    """The language's first page, ending in a slash."""
    address: str
    lang: str
    updated: str
    """As an ISO day."""
    entries: tuple[Entry, ...]


def feed(reading: Reading, site: str) -> Feed:
    """Return what is newest, the newest first; of one day, what says what was found, then in the order of records."""
    home = f"{site}{reading.language}/"
    held = sorted(_entries(reading, site), key=lambda one: not one.found)
    newest = sorted(held, key=lambda one: one.day, reverse=True)[:MOST]
    updated = newest[0].day if newest else _day(reading.dataset.data_date)
    return Feed(home, home + NAME, wording.HTML_LANG[reading.language], updated, tuple(newest))


def _entries(reading: Reading, site: str) -> Iterator[Entry]:
    for named, record in reading.dataset.named():
        if not isinstance(record, Stated):
            continue
        days = {one.date: [text.found[reading.language] for text in record.reviews if text.date == one.date]
                for one in record.reviews}  # fmt: skip
        if record.checked and record.checked > max(days, default=""):
            days[record.checked] = []
        for day, found in days.items():
            address = published(reading, site, named)
            yield Entry(f"{address}#{_day(day)}", address, link(reading, named).title, _day(day), tuple(found))


def _day(date: str) -> str:
    """Return the first day of a date, since a feed has no other."""
    return "-".join(f"{date}-01-01".split("-")[:3])
