"""A number by which a city can follow its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import DomainId, ItemId, LessonId, ProblemId, Ref, SystemId, Text, Worded
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated

Direction = Literal["up", "down", "hold"]
Pace = Literal["real-time", "monthly", "quarterly", "half-yearly", "yearly", "two-yearly", "once"]
Shows = Literal["means", "use", "result"]


class Indicator(Stated):
    """One indicator. Definition, formula, baseline, owner and pitfalls are the handbook's own proposal."""

    order: Whole = 1000
    """Place in lists; indicators of the same place are sorted by id."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids: saved worksheets are carried over."""
    title: Text
    """A short name."""
    definition: Text
    """What is counted, and what is not."""
    unit: Annotated[Id, Worded("unit")]
    """What the number counts or measures: a word of labels.yml, `unit-<id>`."""
    formula: Text
    """How it is worked out."""
    baseline: Text
    """How the value at the start is set."""
    direction: Annotated[Direction, Worded("direction")]
    """Whether it is to rise, to fall or to be held."""
    pace: Annotated[Pace, Worded("pace")]
    """How often it is taken."""
    owner: Text
    """Whose data it is."""
    shows: Annotated[Shows, Worded("shows")]
    """means: what was built; use: whether it is used; result: what changed for people."""
    pitfalls: Texts
    """What misleads."""
    standards: tuple[Shaped, ...] = ()
    """Its place in standards and other sets, as far as sources show."""
    values: tuple[Shaped, ...] = ()
    """Values seen in cities: uses of facts, or facts about places that have no record."""
    domains: Annotated[tuple[DomainId, ...], Field(min_length=1)]
    """Domains whose progress it shows; it stands with the first."""
    systems: tuple[SystemId, ...] = ()
    """Systems whose progress it shows."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to which it belongs."""
    problems: tuple[ProblemId, ...] = ()
    """Problems of cities that it measures."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that set or use it."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
