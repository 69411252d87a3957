"""Handbooks and tools of others."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.toolkit import FEATURES, Toolkit
from macros.views.places import Link, data_files
from macros.views.reading import Reading
from macros.views.related import conflicts


@dataclass(frozen=True)
class ToolkitView:
    """A handbook or tool of somebody else's."""

    id: str
    name: str
    publisher: str
    offers: str
    features: tuple[tuple[str, str, str], ...]
    """Feature, offer, offer worded."""
    languages: str
    cost: str
    gap: str
    url: str
    checked: str
    note: str
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class Toolkits:
    """The table of toolkits."""

    features: tuple[tuple[str, str], ...]
    """Feature, worded."""
    rows: tuple[ToolkitView, ...]
    files: tuple[str, ...]
    """Those that hold them."""


def toolkits(reading: Reading) -> Toolkits:
    """Return the table of toolkits."""
    features = tuple((feature, reading.labels[f"feature-{feature}"]) for feature in FEATURES)
    rows = tuple(_toolkit(reading, name, kit) for name, kit in reading.dataset.of(Toolkit).items())
    return Toolkits(features, rows, data_files(reading, "toolkit"))


def _toolkit(reading: Reading, name: str, kit: Toolkit) -> ToolkitView:
    offers = ((feature, kit.features.get(feature, "unknown")) for feature in FEATURES)
    return ToolkitView(
        id=name,
        name=kit.name[reading.language],
        publisher=kit.publisher[reading.language],
        offers=kit.offers[reading.language],
        features=tuple((feature, offer, reading.labels[f"offer-{offer}"]) for feature, offer in offers),
        languages=kit.languages[reading.language],
        cost=kit.cost[reading.language],
        gap=kit.gap[reading.language],
        url=kit.url or "",
        checked=wording.date(reading.language, kit.checked),
        note=kit.note[reading.language] if kit.note else "",
        conflicts=conflicts(reading, f"toolkit/{name}"),
    )
