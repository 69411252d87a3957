"""What a list can be narrowed by: fields of a form that the browser shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from macros.views.places import title
from macros.views.reading import Reading


@dataclass(frozen=True)
class Choice:
    """A field and what it offers."""

    name: str
    """The kind whose records are chosen from, or what else is chosen; entries carry it as `data-<name>`."""
    title: str
    options: tuple[tuple[str, str], ...]
    """Id, title."""


def choices(reading: Reading, kind: str, named: Collection[str]) -> Choice:
    """Return the records of a kind that entries of a list name, in their order."""
    held = tuple((name, title(reading, f"{kind}/{name}")) for name in reading.dataset[kind] if name in named)
    return Choice(kind, reading.labels[f"kind-{kind}"], held)
