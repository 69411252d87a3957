"""A law, rule or policy paper that binds a city."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Ref, Text, Worded
from macros.model.scalars import Day
from macros.model.statement import Fact
from macros.model.term import Words

Force = Literal["law", "regulation", "rule", "standard", "guidance", "local"]
BINDING: tuple[Force, ...] = ("law", "regulation", "rule")
"""What a city must obey; standards bind where a rule says so."""
Depth = Literal["whole", "articles", "excerpt"]


class Instrument(Fact):
    """What it is and what it replaces, as one fact; its duties are records of their own."""

    title: Text
    """The official name, and a translation."""
    known_as: Words = Words()
    """Words by which planners look for it, where its title has others; search leads them here."""
    number: Text | None = None
    """Of the document."""
    issuer: Text
    """Who passed or issued it."""
    force: Annotated[Force, Worded("force")]
    """law: of the National People's Congress; regulation: of the State Council; rule: departmental rule or binding
    document; standard: national standard; guidance: policy paper or plan that binds through supervision alone; local:
    binds only in one place, here as an example."""
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
