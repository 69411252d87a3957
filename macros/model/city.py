"""A city's case study."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field

from macros.model.base import DomainId, LessonId, Model, Ref, SourceId, SystemId, Text, Worded
from macros.model.claim import Claim, Stated
from macros.model.scalars import Day, Id, Whole
from macros.model.walk import lists_of_references

Section = Literal[
    "background", "governance", "structure", "open-data", "participation", "inclusion", "privacy",
    "results", "cautions", "aftermath", "takeaways",
]  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
"""In the order of the page."""
Claims = Annotated[tuple[Claim, ...], Field(min_length=1)]


def _wrap(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


OneOrMore = Annotated[
    Claims,
    # Wrapped before pydantic looks: a union of both shapes would report every fault of a claim twice.
    BeforeValidator(_wrap, json_schema_input_type=Claim | Claims),
]
"""One claim, or a list of claims."""


class Measure(Model):
    """One thing that the city does, with what is known of it and what it bears on."""

    id: Id
    """Unique in the city; the global id is `<city>.<id>`, the anchor `m-<id>`."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids, which still lead here."""
    title: Text
    """A short name."""
    claims: Claims
    """What is known of it."""
    domains: tuple[DomainId, ...] = ()
    """Domains it bears on; the coverage matrices are computed from these three lists."""
    systems: tuple[SystemId, ...] = ()
    """Systems it bears on."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons it bears on."""


BEARS_ON = lists_of_references(Measure)
"""Kind → the list of a measure that names its records: coverage and related measures follow from these."""


class Area(Model):
    """A heading of the plan (mission, pillar, strand) under which measures stand."""

    id: Id
    """Unique in the city; the anchor is `a-<id>`."""
    title: Text
    """The heading, in the meaning of the official words."""
    claims: tuple[Claim, ...] = ()
    """What holds for the whole area."""
    measures: Annotated[tuple[Measure, ...], Field(min_length=1)]
    """In the order of the plan."""


Outcome = Literal["running", "succeeded", "absorbed", "ended", "cancelled"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class Status(Model):
    """What became of the plan, in one line."""

    plan: Text
    """The plan that the case rests on, with its year."""
    outcome: Annotated[Outcome, Worded("outcome")]
    """running: still in force; succeeded: another plan followed; absorbed: its tasks went into other plans."""
    successor: Text | None = None
    """What followed, with its year; none where nothing was found."""
    as_of: Day
    """When this was last looked into."""
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    """What it rests on."""


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
    lead: Text
    """One or two sentences: why this case is worth reading."""
    status: Status | None = None
    """What became of the plan."""
    layers: dict[Id, Text] = {}
    """Bodies or documents that must be told apart, by id; claims refer to them."""
    facts: dict[Id, OneOrMore] = {}
    """Answers to the questions of dimensions.yml: one claim or a list."""
    areas: tuple[Area, ...] = ()
    """The plan's own structure."""
    sections: dict[Annotated[Section, Worded("section")], Claims] = {}
    """What else there is to say, by closed heading."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
