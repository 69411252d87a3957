"""A system of the framework."""

from __future__ import annotations

from macros.model.guide import Component
from macros.model.scalars import Whole


class System(Component):
    """One of the systems that make up the framework (step three).

    构成总体框架的一个体系（第三步）。
    """

    layer: Whole | None = None
    """Its place in the handbook's figure of layers, 1 the lowest; none for what runs through all of them.
    在手册分层图里的位置，1为最底层；贯穿各层的不写。"""
