"""The list of cities, and how tables of all cities continue."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.city import City
from macros.views import statement
from macros.views.city import country
from macros.views.city_facets import facets, of_city, since
from macros.views.facets import By, Narrowing, narrowing
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
    since: str
    """The earliest date of the plan, as it stands in the data."""
    by: By


@dataclass(frozen=True)
class CityList:
    """One page of the list of cities."""

    cards: tuple[CityCard, ...]
    axis: Axis | None
    """What became of their plans, in time."""
    pages: tuple[Link, ...]
    """All pages of the list, when there is more than one."""
    page: int
    narrowing: Narrowing | None
    """On the first page."""


def city_list(reading: Reading, page: int = 1) -> CityList:
    """Return one page of the list of cities."""
    names = list(reading.dataset.of(City))[(page - 1) * CITIES_A_PAGE : page * CITIES_A_PAGE]
    held = tuple(_card(reading, name) for name in names)
    form = _narrowing(reading) if page == 1 else None
    return CityList(held, axis_of_all(reading, names), page_links(reading, "cities/index.md"), page, form)


def cards(reading: Reading) -> tuple[CityCard, ...]:
    """Return the cards of all pages."""
    return tuple(_card(reading, name) for name in reading.dataset.of(City))


def further(reading: Reading, base: str) -> str:
    """Return the name of the script with the cities of a list's other pages; "" where one page has all."""
    return base if page_count(reading) > 1 else ""


def _narrowing(reading: Reading) -> Narrowing:
    entries = [of_city(reading, city) for city in reading.dataset.of(City).values()]
    labels = reading.labels
    sorts = (
        ("name", labels["sort-name"]), ("-date", labels["sort-newest"]), ("date", labels["sort-oldest"]),
        ("-number", labels["sort-measures"]),
    )  # fmt: skip
    return narrowing(facets(reading, entries), len(entries), sorts, further(reading, "cities"))


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
        since=since(reading, city),
        by=of_city(reading, city),
    )
