"""Cities like mine: cases by the problem that they answer, with what is known of their means and age."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import city_of
from macros.model.city import SIZES, City, Measure, size_of
from macros.model.dimension import Dimension
from macros.model.problem import Problem
from macros.model.statement import Fact, Use
from macros.views.amounts import numbers
from macros.views.choices import Choice, choices
from macros.views.places import CITIES_A_PAGE, Link, LinkGroup, data_files, link
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.statement import plain
from macros.views.status import StatusView, status_view

_LEVEL = "level"
"""The question whose answer says which tier of government made the plan."""
_TIERS = ("county", "prefecture", "regional-capital", "metropolis", "national", "programme")
"""Those nearest to most readers first."""


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
    size: str
    """One of `SIZES`, "" where the population is not known."""
    levels: tuple[str, ...]
    """Codes of the tier of government that made the plan."""
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
    choices: tuple[Choice, ...]
    files: tuple[str, ...]


def similar(reading: Reading) -> Similar:
    """Return the cases by problem."""
    held = sorted(reading.dataset.of(Problem).items(), key=lambda pair: pair[1].order)
    problems = tuple(_problem(reading, name, one) for name, one in held)
    cases = [case for one in problems for case in one.cases]
    return Similar(problems, tuple(_choices(reading, problems, cases)), data_files(reading, "problem"))


def _choices(reading: Reading, problems: tuple[ProblemView, ...], cases: list[CaseView]) -> Iterator[Choice]:
    labels = reading.labels
    yield choices(reading, "problem", {one.id for one in problems if one.cases})
    tiers, sizes = {one.tier for one in cases}, {one.size for one in cases}
    words = ((one, labels[f"city-tier-{one}"]) for one in _TIERS if one in tiers)
    yield Choice("tier", labels["profile-tier"], tuple(words))
    yield Choice("size", labels["profile-size"], tuple((one, labels[f"size-{one}"]) for one in SIZES if one in sizes))
    question = reading.dataset.of(Dimension).get(_LEVEL)
    levels = {level for one in cases for level in one.levels}
    if question:
        held = ((code, one.label[reading.language]) for code, one in question.codes.items() if code in levels)
        yield Choice(_LEVEL, labels["profile-level"], tuple(held))


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
        levels=tuple(code for one in city.facts.get(_LEVEL, ()) if isinstance(one, Fact | Use) for code in one.code),
        population=plain(reading, people) if people else "",
        status=status_view(reading, city),
        measures=tuple(means(reading, name, one) for one in measures),
    )
