"""A chapter of the plan that a city writes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import DutyId, IndicatorId, ItemId, LessonId, Model, PathId, Ref, SystemId, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Switch, Whole
from macros.model.statement import Shaped, Stated


class Heading(Model):
    """A heading inside a chapter."""

    id: Id
    """Unique in the chapter."""
    title: Text
    """As it stands in the plan."""
    holds: Texts
    """What must stand under it; the handbook's own."""


class Chapter(Stated):
    """One chapter or annex of the outline. Headings, length and questions are the handbook's own unless cited."""

    order: Whole
    """Place in the outline, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids."""
    title: Text
    """As it stands in the plan."""
    lead: Text
    """What the chapter is for."""
    annex: Switch = False
    """Whether it follows the body."""
    headings: Annotated[tuple[Heading, ...], Field(min_length=1)]
    """In order."""
    columns: tuple[Text, ...] = ()
    """Heads of a table that it holds, for whoever fills it in."""
    length: Text
    """How long it typically is."""
    asks: Texts
    """What reviewers ask of it."""
    statements: tuple[Shaped, ...] = ()
    """How plans that were read do it."""
    steps: tuple[PathId, ...] = ()
    """Planning steps whose results it takes up."""
    systems: tuple[SystemId, ...] = ()
    """Systems whose work it takes up."""
    items: tuple[ItemId, ...] = ()
    """Items whose answers feed it."""
    duties: tuple[DutyId, ...] = ()
    """Duties that it must keep or tell of."""
    indicators: tuple[IndicatorId, ...] = ()
    """Indicators that belong in it."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to mind."""
    learn: tuple[Ref, ...] = ()
    """Cities and measures to learn from."""
