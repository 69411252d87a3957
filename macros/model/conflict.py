"""A question on which sources differ."""

from __future__ import annotations

from macros.model.base import Ref, Text
from macros.model.statement import Stated, Statements


class Conflict(Stated):
    """A question on which sources differ."""

    question: Text
    """What the sources differ on."""
    statements: Statements
    """What each says: facts that stand with their records, and those that stand only here."""
    note: Text
    """How the handbook deals with it."""
    see: tuple[Ref, ...] = ()
    """Where it matters."""
