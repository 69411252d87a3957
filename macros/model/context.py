"""The policy in force where the reader plans."""

from __future__ import annotations

from macros.model.base import Model, Text
from macros.model.scalars import Day, Id
from macros.model.statement import Stated, Statements


class Topic(Model):
    """A part of the context."""

    title: Text
    """Of the part."""
    statements: Statements
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
