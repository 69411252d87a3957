"""A domain of the route."""

from __future__ import annotations

from macros.model.guide import Component


class Domain(Component):
    """One of the domains of the route (step four).

    路线里的一个领域（第四步）。
    """
