"""What people, industry and government give each other."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, Text
from macros.model.scalars import Id
from macros.model.statement import Shaped, Stated


class Actor(Model):
    """A corner of the triangle."""

    title: Text
    """Its name."""
    members: tuple[Text, ...]
    """Who belongs to it."""


class Flow(Model):
    """What one actor gives another."""

    title: Text
    """What flows, in a few words."""
    giver: Id = Field(alias="from")
    """An actor."""
    taker: Id | None = Field(default=None, alias="to")
    """An actor; none where the article names no receiver."""
    statement: Shaped
    """What flows."""


class Relations(Stated):
    """data/relations.yml: people, industry, government."""

    title: Text
    """Of the figure."""
    lead: Text
    """How to read it."""
    actors: Annotated[dict[Id, Actor], Field(min_length=1)]
    """Corners, by id."""
    flows: Annotated[dict[Id, Flow], Field(min_length=1)]
    """Arrows, by id."""
    statements: tuple[Shaped, ...] = ()
    """What the figure leaves open."""
