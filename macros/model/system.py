"""A system of the framework."""

from __future__ import annotations

from macros.model.guide import Component


class System(Component):
    """One of the systems that make up the framework (step three)."""
