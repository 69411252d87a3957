"""A city's page, and the list of cities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.city import BEARS_ON, SECTIONS, Area, City, Measure, Profile
from macros.model.dimension import Dimension
from macros.model.statement import Statement
from macros.views import statement
from macros.views.places import LinkGroup, RecordFile, links, record_file
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.state import state_of
from macros.views.statement import StatementView
from macros.views.status import StatusView, status_view
from macros.views.succession import StageView, succession
from macros.views.support import Count, counted, supports

_NOT_RELATED = ("chapter", "role", "first-days", "stage", "problem", "term")
"""What names cities as examples: the longest pages have no room for it, and it is reached from the planning path."""


@dataclass(frozen=True)
class Answers:
    """One answered question."""

    id: str
    earlier: tuple[str, ...]
    """Earlier anchors."""
    label: str
    statements: tuple[StatementView, ...]
    state: str
    """Of all of them together."""


@dataclass(frozen=True)
class MeasureView:
    """One measure with its statements and what it bears on."""

    id: str
    ref: str
    formerly: tuple[str, ...]
    """Earlier anchors."""
    title: str
    statements: tuple[StatementView, ...]
    bears_on: tuple[LinkGroup, ...]


@dataclass(frozen=True)
class AreaView:
    """A heading of the plan with its measures."""

    id: str
    title: str
    statements: tuple[StatementView, ...]
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True)
class SectionView:
    """Statements under one of the closed headings."""

    id: str
    title: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True)
class ProfileView:
    """What a city can be compared by."""

    tier: str
    tier_text: str
    rows: tuple[tuple[str, StatementView], ...]
    """What it is, worded; the fact."""


@dataclass(frozen=True)
class CityView:
    """All of a city's page."""

    id: str
    name: str
    country: str
    """"" for a city that is its own country."""
    lead: str
    status: StatusView | None
    succession: tuple[StageView, ...]
    profile: ProfileView | None
    facts: tuple[Answers, ...]
    areas: tuple[AreaView, ...]
    sections: tuple[SectionView, ...]
    supports: tuple[Count, ...]
    related: tuple[LinkGroup, ...]
    data_file: RecordFile


def city_view(reading: Reading, name: str) -> CityView:
    """Return the page of city `name`."""
    city = reading.dataset.of(City)[name]
    layers = {layer: text[reading.language] for layer, text in city.layers.items()}
    return CityView(
        id=name,
        name=city.name[reading.language],
        country=country(reading, city),
        lead=city.lead[reading.language],
        status=status_view(reading, city),
        succession=succession(reading, city),
        profile=_profile(reading, city.profile) if city.profile else None,
        facts=_facts(reading, name, layers),
        areas=tuple(_area(reading, name, area, layers) for area in city.areas),
        sections=tuple(
            SectionView(key, reading.labels[f"section-{key}"], statement.views(reading, held, layers))
            for key, held in _in_order(city)
        ),
        supports=counted(reading, supports(reading.dataset, city)),
        related=related(
            reading, f"city/{name}", inside=_own(name, city), skip=_shown(name, city), without=_NOT_RELATED
        ),
        data_file=record_file(reading, f"city/{name}"),
    )


def country(reading: Reading, city: City) -> str:
    """Return where a city lies, "" for one that is its own country."""
    name = city.country[reading.language]
    return "" if name == city.name[reading.language] else name


def _profile(reading: Reading, profile: Profile) -> ProfileView:
    return ProfileView(
        profile.tier,
        reading.labels[f"city-tier-{profile.tier}"],
        tuple(
            (reading.labels[f"profile-{name}"], statement.view(reading, fact)) for name, fact in profile.facts.items()
        ),
    )


def _facts(reading: Reading, owner: str, layers: Mapping[str, str]) -> tuple[Answers, ...]:
    city = reading.dataset.of(City)[owner]
    return tuple(
        Answers(
            name,
            tuple(f"f-{old}" for old in dimension.formerly),
            dimension.label[reading.language],
            statement.views(
                reading,
                city.facts.get(name, ()),
                dict(layers),
                {code: held.label[reading.language] for code, held in dimension.codes.items()},
            ),
            state_of(reading, city.facts.get(name, ())),
        )
        for name, dimension in reading.dataset.of(Dimension).items()
    )


def _area(reading: Reading, city: str, area: Area, layers: dict[str, str]) -> AreaView:
    return AreaView(
        area.id,
        area.title[reading.language],
        statement.views(reading, area.statements, layers),
        tuple(_measure(reading, city, measure, layers) for measure in area.measures),
    )


def _measure(reading: Reading, city: str, measure: Measure, layers: dict[str, str]) -> MeasureView:
    lists = ((kind, getattr(measure, name)) for kind, name in BEARS_ON.items())
    return MeasureView(
        measure.id,
        f"measure/{city}.{measure.id}",
        tuple(f"m-{old}" for old in measure.formerly),
        measure.title[reading.language],
        statement.views(reading, measure.statements, layers),
        tuple(
            LinkGroup(reading.labels[f"kind-{kind}"], links(reading, kind, names), 0) for kind, names in lists if names
        ),
    )


def _in_order(city: City) -> list[tuple[str, tuple[Statement, ...]]]:
    return [(key, city.sections[key]) for key in SECTIONS if key in city.sections]


def _own(name: str, city: City) -> tuple[str, ...]:
    return tuple(f"measure/{name}.{measure.id}" for area in city.areas for measure in area.measures)


def _shown(name: str, city: City) -> frozenset[str]:
    """Return the city's own measures, which stand on the page itself, and all that they link to."""
    linked = {
        f"{kind}/{other}"
        for area in city.areas
        for measure in area.measures
        for kind, field in BEARS_ON.items()
        for other in getattr(measure, field)
    }
    return frozenset(linked.union(_own(name, city)))
