"""A law, rule or policy paper that binds a city."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Ref, Text, Worded
from macros.model.scalars import Day
from macros.model.statement import Fact

Force = Literal["law", "rule", "guidance", "local"]
Depth = Literal["whole", "articles", "excerpt"]


class Instrument(Fact):
    """What it is and what it replaces, as one fact; its duties are records of their own."""

    title: Text
    """The official name, and a translation."""
    number: Text | None = None
    """Of the document."""
    issuer: Text
    """Who passed or issued it."""
    force: Annotated[Force, Worded("force")]
    """law: law or administrative regulation; rule: departmental rule or binding document; guidance: binds through
    supervision alone; local: binds only in one place, here as an example."""
    issued: Day | None = None
    """When it was passed, issued or last amended."""
    in_force: Day | None = None
    """Since when it holds, in this version."""
    until: Day | None = None
    """When its term ends, where it has one."""
    read: Annotated[Depth, Worded("read")]
    """How much of it was read: the whole text, the articles named here, or an excerpt."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
