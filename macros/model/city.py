"""A city's case study."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from macros.model.base import DomainId, LessonId, Model, ProblemId, Ref, SystemId, Text, Worded
from macros.model.glance import KeyNumber, Stage
from macros.model.scalars import Id, Whole
from macros.model.statement import Fact, OneOrMore, Shaped, Stated, Statements
from macros.model.walk import lists_of_references

Section = Literal[
    "background", "governance", "structure", "open-data", "participation", "inclusion", "privacy",
    "results", "cautions", "aftermath", "takeaways",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
"""In the order of the page."""


class Measure(Model):
    """One thing that the city does, with what is known of it and what it bears on."""

    id: Id
    """Unique in the city; the global id is `<city>.<id>`, the anchor `m-<id>`."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids, which still lead here."""
    title: Text
    """A short name."""
    statements: Statements
    """What is known of it."""
    domains: tuple[DomainId, ...] = ()
    """Domains it bears on; the coverage matrices are computed from these lists."""
    systems: tuple[SystemId, ...] = ()
    """Systems it bears on."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons it bears on."""
    problems: tuple[ProblemId, ...] = ()
    """Problems of cities that it answers."""


BEARS_ON = lists_of_references(Measure)
"""Kind → the list of a measure that names its records: coverage and related measures follow from these."""


class Area(Model):
    """A heading of the plan (mission, pillar, strand) under which measures stand."""

    id: Id
    """Unique in the city; the anchor is `a-<id>`."""
    title: Text
    """The heading, in the meaning of the official words."""
    statements: tuple[Shaped, ...] = ()
    """What holds for the whole area."""
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    """In the order of the plan."""


Tier = Literal["programme", "national", "metropolis", "regional-capital", "prefecture", "county"]


Region = Literal[
    "east-asia", "south-east-asia", "south-asia", "west-central-asia", "europe", "africa", "north-america",
    "latin-america", "oceania",
]  # fmt: skip
REGIONS: tuple[Region, ...] = get_args(Region)
"""In the order of lists."""
SIZES = {"small": 0, "medium": 1_000_000, "large": 5_000_000, "huge": 10_000_000}
"""Size of a city → from how many people."""


def size_of(population: float) -> str:
    """Return the size of a city with so many people."""
    return [name for name, least in SIZES.items() if population >= least][-1]


class Profile(Model):
    """What a planner needs to find cities like her own."""

    tier: Annotated[Tier, Worded("city-tier")]
    """programme: a country's programme for many cities; national: a capital or city state; metropolis: a country's
    other leading cities; regional-capital: of a province or region; prefecture: a city of that level; county: a county
    or district."""
    government: Fact
    """Level of government, and who stands above it."""
    population: Fact
    """A value with its date."""
    area: Fact
    """A value with its date."""

    @property
    def facts(self) -> dict[str, Fact]:
        """Return what is told by facts, by the names of the fields."""
        held = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: fact for name, fact in held.items() if isinstance(fact, Fact)}


class City(Stated):
    """A case study: one file in data/cities, the file name is the id."""

    order: Whole = 1000
    """Place in lists; cities of the same place are sorted by id."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids; each leaves a redirect."""
    name: Text
    """Of the city."""
    country: Text
    """Of the city."""
    region: Annotated[Region | None, Worded("region")] = None
    """The part of the world that it lies in, by which lists narrow; none: it is found under no region."""
    lead: Text
    """One or two sentences: why this case is worth reading."""
    numbers: Annotated[tuple[KeyNumber, ...], Field(max_length=3)] = ()
    """Up to three numbers that stand at the top of its page."""
    succession: tuple[Stage, ...] = ()
    """Its time axis: the plan, what came before and what after, in order of time."""
    profile: Profile | None = None
    """What it can be compared by."""
    layers: dict[Id, Text] = {}
    """Bodies or documents that must be told apart, by id; statements refer to them."""
    facts: dict[Id, OneOrMore] = {}
    """Answers to the questions of dimensions.yml: a fact, a use, or a list of them."""
    areas: tuple[Area, ...] = ()
    """The plan's own structure."""
    sections: dict[Annotated[Section, Worded("section")], Statements] = {}
    """What else there is to say, by closed heading."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
