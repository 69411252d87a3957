"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from macros import wording
from macros.model.city import City, Tier
from macros.model.duty import Duty
from macros.model.indicator import Indicator
from macros.model.source import Source
from macros.views.checklist import checklist_index
from macros.views.guide import GuideView, guides
from macros.views.places import CITIES_A_PAGE, LinkGroup, links
from macros.views.reading import Reading
from macros.views.support import Count, counted, supports, total
from macros.views.tally import Tally, tally


@dataclass(frozen=True)
class Home:
    """What the handbook holds, in numbers and ways in."""

    groups: tuple[LinkGroup, ...]
    """The cities by tier; beyond a page's most, the list of cities has the others."""
    steps: tuple[GuideView, ...]
    lessons: tuple[GuideView, ...]
    cities: int
    tallies: tuple[Tally, ...]
    """What the handbook holds of each kind."""
    supports: tuple[Count, ...]
    """Statements by support, views apart."""
    data_date: str


def home(reading: Reading) -> Home:
    """Return the home page's content."""
    dataset = reading.dataset
    return Home(
        groups=_by_tier(reading),
        steps=guides(reading, "path"),
        lessons=guides(reading, "lesson"),
        cities=dataset.count(City),
        supports=counted(reading, total(supports(dataset, owner) for owner, _ in dataset.finished())),
        tallies=tuple(_tallies(reading)),
        data_date=wording.date(reading.language, dataset.data_date),
    )


def _tallies(reading: Reading) -> Iterator[Tally]:
    dataset = reading.dataset
    yield tally(reading.labels["number-cities"], dataset.count(City), "cities/index.md")
    yield tally(reading.labels["number-sources"], dataset.count(Source), "sources.md")
    yield tally(reading.labels["number-items"], checklist_index(reading).total, "checklists/index.md")
    if dataset.of(Duty):
        yield tally(reading.labels["kind-duty"], dataset.count(Duty), "duties.md")
    if dataset.of(Indicator):
        yield tally(reading.labels["kind-indicator"], dataset.count(Indicator), "indicators.md")


def _by_tier(reading: Reading) -> tuple[LinkGroup, ...]:
    """Return the cities of one page of their list by tier, those without one last."""
    cities = dict(list(reading.dataset.of(City).items())[:CITIES_A_PAGE])
    found: dict[str, list[str]] = {tier: [] for tier in (*get_args(Tier), "")}
    for name, city in cities.items():
        found[city.profile.tier if city.profile else ""].append(name)
    return tuple(
        LinkGroup(
            reading.labels[f"city-tier-{tier}"] if tier else reading.labels["tier-not-told"],
            links(reading, "city", names),
            0,
        )
        for tier, names in found.items()
        if names
    )
