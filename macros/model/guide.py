"""What guides a city's own work: lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, Ref, SourceId, Text
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated, Statements
from macros.model.term import Words

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
    minutes: Whole | None = None
    """Minutes that a workshop of 5 to 40 people needs for it; the handbook's own estimate."""
    items: Annotated[tuple[Item, ...], Field(min_length=1)]
    """In working order."""


class Part(Model):
    """A component of a step, system or domain."""

    id: Id
    """Unique in its owner; the anchor begins with `p-`."""
    title: Text
    """Of the part."""
    statements: tuple[Shaped, ...] = ()
    """What is stated of it."""


class Guide(Stated):
    """What all five kinds share."""

    order: Whole
    """Place in lists, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids; each leaves a redirect."""
    title: Text
    """A short name."""
    searched: Words = Words()
    """Words by which planners look for it, where its title has others; search leads them here."""
    lead: Text
    """One or two sentences for a planner in a hurry."""
    statements: Statements
    """What is stated of it and what follows for planners."""
    parts: tuple[Part, ...] = ()
    """Components, in order."""
    groups: tuple[Group, ...] = ()
    """The checklist."""
    see: tuple[Ref, ...] = ()
    """Related entities."""


class Component(Guide):
    """What systems and domains share."""

    questions: tuple[Text, ...] = ()
    """Questions that guide the work on it; the handbook's own."""
    deliverables: tuple[Text, ...] = ()
    """The least that should be there at the end; the handbook's own."""
    standards: tuple[SourceId, ...] = ()
    """Standards and guidance that bear on it."""
