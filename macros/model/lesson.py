"""A lesson that several cases teach."""

from __future__ import annotations

from macros.model.base import MeasureId, Text
from macros.model.claim import Claim
from macros.model.guide import Guide


class Lesson(Guide):
    """A lesson that several cases teach."""

    cautions: tuple[Claim, ...] = ()
    """Counter-examples and limits."""
    signs: tuple[Text, ...] = ()
    """How to tell that it works."""

    evidence: tuple[MeasureId, ...] = ()
    """Measures that show it, the most telling first; each must name this lesson among its own."""
