"""Cities like mine: cases by the problem that they answer, with what is known of their means and age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.model.city import SIZES, City, Measure, size_of
from macros.model.problem import Problem
from macros.model.statement import Fact
from macros.views.amounts import numbers
from macros.views.choices import Choice, choices
from macros.views.places import CITIES_A_PAGE, Link, LinkGroup, data_files, link
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.statement import plain
from macros.views.status import StatusView, status_view

def means(reading: Reading, city: str, measure: Measure) -> MeansView:
    """Return a measure with its age and what it cost."""
    facts = [one for one in measure.statements if isinstance(one, Fact)]
    since = min((day for fact in facts if (day := fact.date or (fact.period.start if fact.period else ""))), default="")
    costs = [fact for fact in facts if fact.money and fact.money.flow == "cost"]
    return MeansView(
        Link(measure.title[reading.language], f"cities/{city}.md#m-{measure.id}"),
        reading.labels.fill("since", date=wording.date(reading.language, since[:4])) if since else "",
        numbers(reading, costs[0]) if costs else "",
    )


def _problem(reading: Reading, name: str, held: Problem) -> ProblemView:
    cases = tuple(_cases(reading, name))
    bearing = frozenset(f"measure/{one}" for one in reading.dataset.bearing("problem", name))
    return ProblemView(
        id=name,
        earlier=held.formerly,
        title=held.title[reading.language],
        lead=held.lead[reading.language],
        cases=cases[:CITIES_A_PAGE],
        more=max(0, len(cases) - CITIES_A_PAGE),
        items=tuple(link(reading, f"item/{item}") for item in held.items if item in reading.dataset["item"]),
        related=related(reading, f"problem/{name}", skip=bearing),
    )


def _cases(reading: Reading, problem: str) -> Iterator[CaseView]:
    found = []
    for name, city in reading.dataset.of(City).items():
        measures = [one for area in city.areas for one in area.measures if problem in one.problems]
        if measures:
            found.append(_case(reading, name, city, measures))
    order = {tier: n for n, tier in enumerate(_TIERS)}
    yield from sorted(found, key=lambda case: order.get(case.tier, len(order)))


def _case(reading: Reading, name: str, city: City, measures: list[Measure]) -> CaseView:
    profile = city.profile
    people = profile.population if profile else None
    return CaseView(
        id=name,
        link=link(reading, f"city/{name}"),
        country=city.country[reading.language],
        tier=profile.tier if profile else "",
        tier_text=reading.labels[f"city-tier-{profile.tier}"] if profile else "",
        size=size_of(people.value) if people and people.value is not None and people.unit == "people" else "",
        population=plain(reading, people) if people else "",
        status=status_view(reading, city),
        measures=tuple(means(reading, name, one) for one in measures),
    )
