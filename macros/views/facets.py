"""What a list narrows by and how it can be sorted: the form that the browser shows above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros import wording
from macros.views.places import title
from macros.views.reading import Reading

By = Mapping[str, Sequence[str]]
"""Facet → the values of an entry, which carries them as `data-by-<facet>`."""
MOST = 30
"""Values of one facet that a form offers, the most frequent, so that a page does not grow with the data."""


@dataclass(frozen=True)
class Option:
    """A value of a facet."""

    id: str
    title: str
    count: int
    """Entries of the whole list that have it."""


@dataclass(frozen=True)
class Facet:
    """One thing that a list narrows by."""

    id: str
    title: str
    options: tuple[Option, ...]
    """Only those that some entry has."""


@dataclass(frozen=True)
class Narrowing:
    """What the form above a list offers."""

    facets: tuple[Facet, ...]
    """Only those that tell entries apart."""
    total: int
    """Entries of the whole list, on however many pages."""
    sorts: tuple[tuple[str, str], ...] = ()
    """What entries can be sorted by, from the greatest with `-` before it; words."""
    further: str = ""
    """The list whose script has the entries of its other pages; "" where one page has all."""


def facet(name: str, heading: str, words: Iterable[tuple[str, str]], entries: Sequence[By]) -> Facet:
    """Return a facet; `words` are all its values in the order in which they are offered, each with its word."""
    counts = Counter(value for one in entries for value in set(one.get(name, ())))
    held = tuple(Option(value, word, counts[value]) for value, word in words if counts[value])
    least = sorted((one.count for one in held), reverse=True)[MOST:][:1]
    return Facet(name, heading, tuple(one for one in held if one.count > least[0])[:MOST] if least else held)


def of_kind(reading: Reading, kind: str, entries: Sequence[By]) -> Facet:
    """Return a facet whose values are records of a kind, in their order."""
    words = ((name, title(reading, f"{kind}/{name}")) for name in reading.dataset[kind])
    return facet(kind, reading.labels[f"kind-{kind}"], words, entries)


def years(reading: Reading, entries: Sequence[By]) -> Facet:
    """Return the facet of the years of sources, the newest first."""
    held = sorted({year for one in entries for year in one.get("year", ())}, reverse=True)
    words = ((one, wording.date(reading.language, one)) for one in held)
    return facet("year", reading.labels["facet-year"], words, entries)


def narrowing(
    facets: Iterable[Facet], total: int, sorts: Iterable[tuple[str, str]] = (), further: str = ""
) -> Narrowing:
    """Return what a form offers, without facets of which all entries have the same."""
    held = tuple(one for one in facets if len(one.options) > 1)
    return Narrowing(held, total, tuple(sorts), further)
