"""The policy in force where the reader plans."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, Text
from macros.model.claim import Claim, Stated
from macros.model.scalars import Day, Id


class Topic(Model):
    """A part of the context."""

    title: Text
    """Of the part."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """What holds."""


class Context(Stated):
    """data/context.yml: the policy in force where the reader plans."""

    title: Text
    """Of the section."""
    lead: Text
    """How to use it."""
    as_of: Day
    """When it was last looked into."""
    topics: dict[Id, Topic]
    """By id, in order."""
