"""A level of the scale of the self-assessment."""

from __future__ import annotations

from macros.model.base import Model, Text


class Level(Model):
    """A level of the scale on which groups rate what they find; the scale is the handbook's own proposal."""

    title: Text
    """One or two words."""
    text: Text
    """How a group tells that it stands there."""
