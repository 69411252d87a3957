"""A question that is put to every city."""

from __future__ import annotations

from typing import Literal

from macros.model.base import Model, Text
from macros.model.scalars import Id, Switch

DimensionKind = Literal["text", "date", "number", "list", "references"]


class Dimension(Model):
    """A question that is put to every city."""

    formerly: tuple[Id, ...] = ()
    """Earlier ids, under which the answers are still found."""
    label: Text
    """The question in a few words: head of a row."""
    help: Text
    """What exactly is asked."""
    kind: DimensionKind
    """The form of the answer."""
    caution: Text | None = None
    """What to keep in mind when comparing the answers."""
    compare: Switch = True
    """Whether the comparison table shows it; the city's page always does."""
