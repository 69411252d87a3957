"""What follows for a city that plans today."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import ItemId, LessonId, PathId, Text, Worded
from macros.model.guide import Guide

Tier = Literal["very-large", "provincial", "county"]


class Implication(Guide):
    """What follows for a city that plans today."""

    lessons: tuple[LessonId, ...] = ()
    """Lessons it draws on."""
    paths: tuple[PathId, ...] = ()
    """Planning steps in which it matters."""
    tiers: dict[Annotated[Tier, Worded("tier")], Text] = {}
    """For which tier of city it matters, and why: very-large (clusters and their cores), provincial, county."""
    items: tuple[ItemId, ...] = ()
    """Checklist items that follow from it."""
