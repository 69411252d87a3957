"""The first hundred days of who leads the work."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import ItemId, Model, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id
from macros.model.statement import Shaped, Stated, Statements


class Stage(Model):
    """A stretch of days."""

    days: Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]+(-[0-9]+)?$")]
    """Counted from the first: `1-30`, `100`."""
    title: Text
    """Of the stage."""
    tasks: Texts
    """What is done; the handbook's own."""
    yields: Texts
    """What is there at the end; the handbook's own."""
    statements: tuple[Shaped, ...] = ()
    """What others did."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that belong here."""


class FirstDays(Stated):
    """data/first-days.yml."""

    title: Text
    """Of the page."""
    lead: Text
    """What it is for."""
    statements: Statements
    """What the frame rests on."""
    stages: Annotated[dict[Id, Stage], Field(min_length=1)]
    """In order of time."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
