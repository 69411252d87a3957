"""What guides a city's own work: lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field

from macros.model.base import Id, ItemId, LessonId, MeasureId, Model, PathId, Ref, SourceId, Text
from macros.model.claim import Claim

Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Item(Model):
    """One line of a checklist. Its global id is `<kind>.<owner>.<id>`."""

    id: Id
    """Unique among the items of its owner."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids: saved ticks are carried over."""
    do: Text
    """What to do, as a request that can be ticked off."""
    yields: Text
    """What is there when it is done."""
    learn: tuple[Ref, ...] = ()
    """Cities or measures to learn from."""


class Group(Model):
    """A titled part of a checklist."""

    id: Id
    """Unique among the groups of its owner; the anchor begins with `g-`."""
    title: Text
    """Of the group."""
    minutes: int | None = None
    """Minutes that a workshop of 5 to 40 people needs for it; the handbook's own estimate."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """In working order."""


class Part(Model):
    """A component of a step, system or domain."""

    id: Id
    """Unique in its owner; the anchor begins with `p-`."""
    title: Text
    """Of the part."""
    claims: tuple[Claim, ...] = ()
    """What is stated of it."""


class Guide(Model):
    """What all five kinds share."""

    order: int
    """Place in lists, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids; each leaves a redirect."""
    title: Text
    """A short name."""
    lead: Text
    """One or two sentences for a planner in a hurry."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What is stated, with its standing."""
    parts: tuple[Part, ...] = ()
    """Components, in order."""
    groups: tuple[Group, ...] = ()
    """The checklist."""
    see: tuple[Ref, ...] = ()
    """Related entities."""


Tier = Literal["very-large", "provincial", "county"]
TIERS: tuple[Tier, ...] = get_args(Tier)


class Lesson(Guide):
    """A lesson that several cases teach."""

    cautions: tuple[Claim, ...] = ()
    """Counter-examples and limits."""
    signs: tuple[Text, ...] = ()
    """How to tell that it works."""

    evidence: tuple[MeasureId, ...] = ()
    """Measures that show it, the most telling first; each must name this lesson among its own."""


class Implication(Guide):
    """What follows for a city that plans today."""

    lessons: tuple[LessonId, ...] = ()
    """Lessons it draws on."""
    paths: tuple[PathId, ...] = ()
    """Planning steps in which it matters."""
    tiers: dict[Tier, Text] = {}
    """For which tier of city it matters, and why: very-large (clusters and their cores), provincial, county."""
    items: tuple[ItemId, ...] = ()
    """Checklist items that follow from it."""


class Work(Model):
    """How a team works through a step; the handbook's own guidance."""

    purpose: Text
    """What the step is for."""
    duration: Text
    """How long it typically takes."""
    inputs: Texts
    """What must be at hand."""
    participants: Texts
    """Who takes part."""
    activities: Texts
    """What is done, in order."""
    outputs: Texts
    """What is there at the end."""
    pitfalls: Texts
    """What goes wrong."""
    learn: tuple[Ref, ...] = ()
    """Cities and measures to learn from."""


class Path(Guide):
    """A step of the planning path."""

    work: Work | None = None
    """How a team works through it."""
    questions: tuple[Text, ...] = ()
    """Questions that open the talk in a workshop; the handbook's own."""


class Component(Guide):
    """What systems and domains share."""

    questions: tuple[Text, ...] = ()
    """Questions that guide the work on it; the handbook's own."""
    deliverables: tuple[Text, ...] = ()
    """The least that should be there at the end; the handbook's own."""
    standards: tuple[SourceId, ...] = ()
    """Standards and guidance that bear on it."""


class System(Component):
    """One of the systems that make up the framework (step three)."""


class Domain(Component):
    """One of the domains of the route (step four)."""
