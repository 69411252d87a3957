"""A lesson that several cases teach."""

from __future__ import annotations

from macros.model.base import MeasureId, Text
from macros.model.guide import Guide
from macros.model.statement import Shaped


class Lesson(Guide):
    """A lesson that several cases teach."""

    cautions: tuple[Shaped, ...] = ()
    """Counter-examples and limits."""
    signs: tuple[Text, ...] = ()
    """How to tell that it works."""

    evidence: tuple[MeasureId, ...] = ()
    """Measures that show it, the most telling first; each must name this lesson among its own."""
