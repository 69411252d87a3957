"""A city's page, and the list of cities."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.city import BEARS_ON, SECTIONS, City, Profile
from macros.model.dimension import Dimension
from macros.model.statement import Fact, Statement, Use
from macros.views import statement
from macros.views.advice import ADVICE, Advice, advice_view
from macros.views.figures.axis import Axis, axis_of
from macros.views.key_numbers import KeyNumberView, key_numbers
from macros.views.measure import AreaView, area_view
from macros.views.places import LinkGroup, RecordFile, record_file, title
from macros.views.reading import Reading
from macros.views.related import related
from macros.views.state import answering, state_of
from macros.views.statement import StatementView
from macros.views.status import StatusView, status_view
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
    short: tuple[str, ...]
    """The answer in a line: its codes, or its words where it has none."""
    statements: tuple[StatementView, ...]
    state: str
    """Of all of them together."""


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
    kicker: str
    """Its country, where it is not one itself, and what kind of city it is."""
    lead: str
    status: StatusView | None
    advice: Advice
    numbers: tuple[KeyNumberView, ...]
    axis: Axis | None
    """What came before and after the plan."""
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
        kicker=_kicker(reading, city),
        lead=city.lead[reading.language],
        status=status_view(reading, city),
        advice=advice_view(reading, name, layers),
        numbers=key_numbers(reading, city),
        axis=axis_of(reading, name),
        profile=_profile(reading, city.profile) if city.profile else None,
        facts=_facts(reading, name, layers),
        areas=tuple(area_view(reading, name, area, layers) for area in city.areas),
        sections=tuple(
            SectionView(key, reading.labels[f"section-{key}"], statement.views(reading, held, layers))
            for key, held in _in_order(city)
        ),
        supports=counted(reading, supports(reading.dataset, f"city/{name}")),
        related=related(
            reading, f"city/{name}", inside=_own(name, city), skip=_shown(name, city), without=_NOT_RELATED
        ),
        data_file=record_file(reading, f"city/{name}"),
    )


def _kicker(reading: Reading, city: City) -> str:
    tier = reading.labels[f"city-tier-{city.profile.tier}"] if city.profile else ""
    return " · ".join(filter(None, [country(reading, city), tier]))


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


def _facts(reading: Reading, owner: str, layers: dict[str, str]) -> tuple[Answers, ...]:
    city = reading.dataset.of(City)[owner]
    return tuple(
        _answers(reading, name, dimension, city.facts.get(name, ()), layers)
        for name, dimension in reading.dataset.of(Dimension).items()
    )


def _answers(
    reading: Reading, name: str, dimension: Dimension, held: tuple[Statement, ...], layers: dict[str, str]
) -> Answers:
    codes = {code: one.label[reading.language] for code, one in dimension.codes.items()}
    given = {code for one in held if isinstance(one, Fact | Use) for code in one.code}
    state = state_of(reading, held)
    coded = tuple(word for code, word in codes.items() if code in given)
    return Answers(
        id=name,
        earlier=tuple(f"f-{old}" for old in dimension.formerly),
        label=dimension.label[reading.language],
        short=coded or (_in_words(reading, held, state),),
        statements=statement.views(reading, held, layers, codes),
        state=state,
    )


def _in_words(reading: Reading, held: tuple[Statement, ...], state: str) -> str:
    if state in ("absent", "not-found", "unknown"):
        return reading.labels[f"state-{state}"]
    words = (
        statement.plain(reading, fact) or wording.listing(reading.language, (title(reading, ref) for ref in fact.refs))
        for fact in answering(reading, held)
    )
    return next(filter(None, words), "")


def _in_order(city: City) -> list[tuple[str, tuple[Statement, ...]]]:
    return [(key, city.sections[key]) for key in SECTIONS if key in city.sections and key != ADVICE]


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
