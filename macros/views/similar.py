"""Cities like mine: cases by the problem that they answer, with what is known of their means and age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import city_of
from macros.model.city import City, Measure
from macros.model.problem import Problem
from macros.model.statement import Fact
from macros.views.amounts import numbers
from macros.views.city_facets import TIERS, facets, of_city
from macros.views.facets import By, Narrowing, narrowing, of_kind
from macros.views.places import CITIES_A_PAGE, Link, LinkGroup, data_files, link
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.statement import plain
from macros.views.status import StatusView, status_view


@dataclass(frozen=True)
class MeansView:
    """A measure with its age and what it cost, as far as its facts say so."""

    link: Link
    since: str
    cost: str


@dataclass(frozen=True)
class CaseView:
    """A city among those that answer a problem."""

    id: str
    link: Link
    country: str
    tier: str
    tier_text: str
    by: By
    population: str
    status: StatusView | None
    measures: tuple[MeansView, ...]


@dataclass(frozen=True)
class ProblemView:
    """A problem with the cases and the records that bear on it."""

    id: str
    earlier: tuple[str, ...]
    """Earlier anchors."""
    title: str
    lead: str
    cases: tuple[CaseView, ...]
    more: int
    """How many cities are left out."""
    items: tuple[Link, ...]
    related: tuple[LinkGroup, ...]


@dataclass(frozen=True)
class Similar:
    """All problems, and what their cases can be narrowed by."""

    problems: tuple[ProblemView, ...]
    narrowing: Narrowing
    files: tuple[str, ...]


def similar(reading: Reading) -> Similar:
    """Return the cases by problem."""
    held = sorted(reading.dataset.of(Problem).items(), key=lambda pair: pair[1].order)
    problems = tuple(_problem(reading, name, one) for name, one in held)
    entries = [case.by for one in problems for case in one.cases]
    offered = (of_kind(reading, "problem", entries), *facets(reading, entries))
    return Similar(problems, narrowing(offered, len(entries)), data_files(reading, "problem"))


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
    bearing = reading.dataset.bearing("problem", name)
    shown = frozenset([*(f"measure/{one}" for one in bearing), *(f"city/{city_of(one)}" for one in bearing)])
    return ProblemView(
        id=name,
        earlier=held.formerly,
        title=held.title[reading.language],
        lead=held.lead[reading.language],
        cases=cases[:CITIES_A_PAGE],
        more=max(0, len(cases) - CITIES_A_PAGE),
        items=tuple(link(reading, f"item/{item}") for item in held.items if item in reading.dataset["item"]),
        related=related(reading, f"problem/{name}", skip=shown),
    )


def _cases(reading: Reading, problem: str) -> Iterator[CaseView]:
    found = []
    for name, city in reading.dataset.of(City).items():
        measures = [one for area in city.areas for one in area.measures if problem in one.problems]
        if measures:
            found.append(_case(reading, name, problem, measures))
    order = {tier: n for n, tier in enumerate(TIERS)}
    yield from sorted(found, key=lambda case: order.get(case.tier, len(order)))


def _case(reading: Reading, name: str, problem: str, measures: list[Measure]) -> CaseView:
    city = reading.dataset.of(City)[name]
    profile = city.profile
    return CaseView(
        id=name,
        link=link(reading, f"city/{name}"),
        country=city.country[reading.language],
        tier=profile.tier if profile else "",
        tier_text=reading.labels[f"city-tier-{profile.tier}"] if profile else "",
        by={"problem": (problem,), **of_city(reading, city)},
        population=plain(reading, profile.population) if profile else "",
        status=status_view(reading, city),
        measures=tuple(means(reading, name, one) for one in measures),
    )
