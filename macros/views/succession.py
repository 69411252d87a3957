"""What came before and after a city's plan, for its time axis."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.city import City
from macros.views.places import href
from macros.views.reading import Reading


@dataclass(frozen=True)
class StageView:
    """A plan or programme in time."""

    title: str
    how: str
    """before, plan, after or cancelled."""
    how_text: str
    start: str
    """As written in the data: `2018`, `2018-06`."""
    end: str
    """"" where no end is known."""
    span: str
    """Both, worded."""
    from_text: str
    to_text: str
    """"" where no end is known."""
    href: str
    """The first of the facts that it rests on."""


def succession(reading: Reading, city: City) -> tuple[StageView, ...]:
    """Return the stages of a city in the order of the data."""
    return tuple(
        StageView(
            title=one.title[reading.language],
            how=one.how,
            how_text=reading.labels[f"stage-how-{one.how}"],
            start=one.start,
            end=one.end or "",
            span=wording.period(reading.language, one.start, one.end)
            if one.end
            else wording.date(reading.language, one.start),
            from_text=wording.date(reading.language, one.start),
            to_text=wording.date(reading.language, one.end) if one.end else "",
            href=href(reading, one.facts[0]),
        )
        for one in city.succession
    )
