"""What lists and tables have on their further pages, for the form on the first that narrows and sorts all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from macros.model.city import City
from macros.render.templates import render
from macros.views import cities, coverage, reference
from macros.views.places import CITIES_A_PAGE, SOURCES_A_PAGE
from macros.views.reading import Reading


@dataclass(frozen=True)
class Entries:
    """Some entries of a list, as they stand outside of their own page."""

    list: str
    entries: tuple[Any, ...]


def _cities(reading: Reading) -> dict[str, Sequence[Any]]:
    return {"cities": cities.cards(reading)}


def _coverage(reading: Reading) -> dict[str, Sequence[Any]]:
    names = list(reading.dataset.of(City))
    return {f"coverage-{one.id}": one.rows for one in coverage.matrices(reading, names)}


def _sources(reading: Reading) -> dict[str, Sequence[Any]]:
    return {"sources": reference.every_source(reading)}


LISTS: dict[str, tuple[str, int, Callable[[Reading], dict[str, Sequence[Any]]]]] = {
    "cities": ("cities/index.md", CITIES_A_PAGE, _cities),
    "coverage": ("coverage.md", CITIES_A_PAGE, _coverage),
    "sources": ("sources.md", SOURCES_A_PAGE, _sources),
}
"""Name → first page, entries of a page, and what gives the entries of all pages by the container they stand in."""


def further(reading: Reading, name: str) -> dict[str, str]:
    """Return, by the mark `data-list` of a container, the text of its entries beyond the first page; {} for none."""
    _, most, entries = LISTS[name]
    held = {container: tuple(every[most:]) for container, every in entries(reading).items()}
    return {
        container: render("further.html.j2", Entries(container, rest), reading.labels)
        for container, rest in held.items()
        if rest
    }
