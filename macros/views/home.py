"""The home page."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.city import City
from macros.model.source import Source
from macros.model.walk import claims
from macros.views.checklist import checklist_index
from macros.views.cities import CityCard, city_list
from macros.views.claim import state
from macros.views.guide import GuideView, guides
from macros.views.reading import Reading


@dataclass(frozen=True)
class Home:
    """What the handbook holds, in numbers and ways in."""

    cards: tuple[CityCard, ...]
    steps: tuple[GuideView, ...]
    lessons: tuple[GuideView, ...]
    cities: int
    claims: int
    sourced: int
    """Claims with a source other than the article."""
    corrected: int
    """Claims that correct the article."""
    sources: int
    items: int
    data_date: str


def home(reading: Reading) -> Home:
    """Return the home page's content."""
    held = [claim for _, record in reading.dataset.named() for _, claim in claims(record)]
    return Home(
        cards=city_list(reading).cards[:6],
        steps=guides(reading, "path"),
        lessons=guides(reading, "lesson"),
        cities=len(reading.dataset.of(City)),
        claims=len(held),
        sourced=sum(state(reading, claim) == "sourced" for claim in held),
        corrected=sum(claim.standing == "contradicts" for claim in held),
        sources=len(reading.dataset.of(Source)),
        items=checklist_index(reading).total,
        data_date=wording.date(reading.language, reading.dataset.data_date),
    )
