"""The home page."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.city import City
from macros.model.duty import Duty
from macros.model.indicator import Indicator
from macros.model.source import Source
from macros.views.checklist import checklist_index
from macros.views.cities import CityCard, city_list
from macros.views.guide import GuideView, guides
from macros.views.reading import Reading
from macros.views.support import Count, counted, supports, total


@dataclass(frozen=True)
class Home:
    """What the handbook holds, in numbers and ways in."""

    cards: tuple[CityCard, ...]
    steps: tuple[GuideView, ...]
    lessons: tuple[GuideView, ...]
    cities: int
    supports: tuple[Count, ...]
    """Statements by support, views apart."""
    sources: int
    items: int
    duties: int
    indicators: int
    data_date: str


def home(reading: Reading) -> Home:
    """Return the home page's content."""
    dataset = reading.dataset
    return Home(
        cards=city_list(reading).cards[:6],
        steps=guides(reading, "path"),
        lessons=guides(reading, "lesson"),
        cities=len(dataset.of(City)),
        supports=counted(reading, total(supports(dataset, record) for _, record in dataset.named())),
        sources=len(dataset.of(Source)),
        items=checklist_index(reading).total,
        duties=len(dataset.of(Duty)),
        indicators=len(dataset.of(Indicator)),
        data_date=wording.date(reading.language, dataset.data_date),
    )
