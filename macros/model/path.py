"""A step of the planning path."""

from __future__ import annotations

from macros.model.base import Model, Ref, Text
from macros.model.guide import Guide, Texts


class Work(Model):
    """How a team works through a step; the handbook's own guidance."""

    purpose: Text
    """What the step is for."""
    duration: Text
    """How long it typically takes."""
    inputs: Texts
    """What must be at hand."""
    participants: Texts
    """Who takes part."""
    activities: Texts
    """What is done, in order."""
    outputs: Texts
    """What is there at the end."""
    pitfalls: Texts
    """What goes wrong."""
    learn: tuple[Ref, ...] = ()
    """Cities and measures to learn from."""


class Path(Guide):
    """A step of the planning path."""

    work: Work | None = None
    """How a team works through it."""
    questions: tuple[Text, ...] = ()
    """Questions that open the talk in a workshop; the handbook's own."""
