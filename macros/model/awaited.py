"""What is still to come."""

from __future__ import annotations

from macros.model.base import Model, Ref, Text
from macros.model.scalars import Day
from macros.model.statement import OneOrMoreRefs


class Awaited(Model):
    """A report, decision or date that facts announce, so that editors know when to look again."""

    title: Text
    """What is awaited."""
    due: Day
    """When, as announced."""
    because: OneOrMoreRefs
    """The facts that announce it."""
    then: Text
    """What to look up and change when it is there."""
    see: tuple[Ref, ...] = ()
    """Records that it bears on."""
