"""A problem that brings a city to plan."""

from __future__ import annotations

from macros.model.base import DomainId, ItemId, LessonId, Model, Ref, SystemId, Text
from macros.model.scalars import Id, Whole


class Problem(Model):
    """What a planner names when she looks for cases; measures say which problems they answer."""

    order: Whole
    """Place in lists, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids."""
    title: Text
    """In a few words."""
    lead: Text
    """How it shows, so that a planner recognises her own; the handbook's own."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons that bear on it."""
    domains: tuple[DomainId, ...] = ()
    """Domains that bear on it."""
    systems: tuple[SystemId, ...] = ()
    """Systems that bear on it."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists to begin with."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
