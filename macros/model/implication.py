"""What follows for a city that plans today."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import ItemId, LessonId, PathId, Text, Worded
from macros.model.guide import Guide

Tier = Literal["very-large", "provincial", "county"]


class Implication(Guide):
    """What follows for a city that plans today.

    对今天做规划的城市意味着什么。
    """

    lessons: tuple[LessonId, ...] = ()
    """Lessons it draws on.
    依据哪些经验。"""
    paths: tuple[PathId, ...] = ()
    """Planning steps in which it matters.
    在哪些规划步骤里要紧。"""
    tiers: dict[Annotated[Tier, Worded("tier")], Text] = {}
    """For which tier of city it matters, and why: very-large (clusters and their cores), provincial, county.
    对哪类城市要紧，为什么：very-large（城市群和中心城市）、provincial（省会等）、county（县城）。"""
    items: tuple[ItemId, ...] = ()
    """Checklist items that follow from it.
    由此而来的检查项。"""
