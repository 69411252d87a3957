"""A lesson that several cases teach."""

from __future__ import annotations

from macros.model.base import MeasureId, Text
from macros.model.guide import Guide
from macros.model.statement import Shaped


class Lesson(Guide):
    """A lesson that several cases teach.

    由几个案例得出的共性经验。
    """

    cautions: tuple[Shaped, ...] = ()
    """Counter-examples and limits.
    反例和局限。"""
    signs: tuple[Text, ...] = ()
    """How to tell that it works.
    怎样看出做到了。"""

    evidence: tuple[MeasureId, ...] = ()
    """Measures that show it, the most telling first; each must name this lesson among its own.
    能说明它的措施，最有说服力的排在前面；这些措施也要在lessons里写明这条经验。"""
