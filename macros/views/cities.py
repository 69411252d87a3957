"""The list of cities, and how tables of all cities continue."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.city import City
from macros.views import statement
from macros.views.city import country
from macros.views.figures.axis import Axis, axis_of_all
from macros.views.places import CITIES_A_PAGE, Link, href, paged
from macros.views.reading import Reading
from macros.views.status import StatusView, status_view


@dataclass(frozen=True)
class CityCard:
    """A city in a list."""

    id: str
    name: str
    country: str
    """"" for a city that is its own country."""
    lead: str
    plan: str
    status: StatusView | None
    href: str
    measures: int


@dataclass(frozen=True)
class CityList:
    """One page of the list of cities."""

    cards: tuple[CityCard, ...]
    axis: Axis | None
    """What became of their plans, in time."""
    pages: tuple[Link, ...]
    """All pages of the list, when there is more than one."""
    page: int


def city_list(reading: Reading, page: int = 1) -> CityList:
    """Return one page of the list of cities."""
    names = list(reading.dataset.of(City))[(page - 1) * CITIES_A_PAGE : page * CITIES_A_PAGE]
    cards = tuple(_card(reading, name) for name in names)
    return CityList(cards, axis_of_all(reading, names), page_links(reading, "cities/index.md"), page)


def page_count(reading: Reading, most: int = CITIES_A_PAGE) -> int:
    """Return how many pages a table or list of all cities takes, with at most so many on each."""
    return max(1, -(-len(reading.dataset.of(City)) // most))


def page_links(reading: Reading, base: str, most: int = CITIES_A_PAGE) -> tuple[Link, ...]:
    """Return links to all pages of a continued table; none when it fits one page."""
    count = page_count(reading, most)
    numbers = range(1, count + 1) if count > 1 else ()
    return tuple(Link(reading.labels.fill("page-number", number=n), paged(base, n)) for n in numbers)


def _card(reading: Reading, name: str) -> CityCard:
    city = reading.dataset.of(City)[name]
    plans = city.facts.get("plan", ())
    return CityCard(
        id=name,
        name=city.name[reading.language],
        country=country(reading, city),
        lead=city.lead[reading.language],
        plan=statement.plain(reading, plans[0]) if plans else "",
        status=status_view(reading, city),
        href=href(reading, f"city/{name}"),
        measures=sum(len(area.measures) for area in city.areas),
    )
