"""A question that is put to every city."""

from __future__ import annotations

from typing import Literal

from macros.model.base import Model, Text
from macros.model.scalars import Id, Switch

DimensionKind = Literal["text", "date", "number", "list", "references"]


class Code(Model):
    """An answer of a codebook."""

    label: Text
    """The answer in a few words, as a cell of the comparison shows it."""
    counts: Text
    """What counts as this answer."""
    excludes: Text | None = None
    """What does not, though one might think so."""
    example: Text
    """One answer that was coded so, and why."""


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
    codes: dict[Id, Code] = {}
    """The codebook: answers that can be compared, by id, in the order in which they are shown."""
    single: Switch = False
    """Whether the answers of a layer have one code at most; otherwise several may hold."""
    prose: Text | None = None
    """Why there is no codebook, where codes would flatten the answers."""
    compare: Switch = True
    """Whether the comparison table shows it; the city's page always does."""
