"""Systems as layers: those with a place stand on each other, the others run through all."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.city import City
from macros.model.system import System
from macros.views.figures.scale import percent
from macros.views.figures.text import LINE, NARROW, folded
from macros.views.reading import Reading

_ACROSS = 0.13
"""Share of the width that a system takes which runs through all."""
_MOST_ACROSS = 4
"""Beyond, they would leave no room for the others."""


@dataclass(frozen=True)
class Layer:
    """A system that stands on others."""

    title: tuple[tuple[str, int], ...]
    """Lines and baselines."""
    said: str
    """How many cities have measures for it."""
    y: int
    height: int


@dataclass(frozen=True)
class Layers:
    """All systems."""

    layers: tuple[Layer, ...]
    """The highest first."""
    across: tuple[tuple[str, str, str, str], ...]
    """Of those that run through all: title, left edge, width, middle."""
    width: str
    """Of the layers."""
    middle: str
    height: int
    rows: tuple[tuple[str, str, str], ...]
    """Title, place and cities of each, the lowest first."""
    said: str
    caption: str


def layers(reading: Reading) -> Layers | None:
    """Return the figure of the systems; None where fewer than two have a place in it."""
    systems = reading.dataset.of(System)
    places = {name: one.layer for name, one in systems.items() if one.layer is not None}
    placed = sorted(places, key=lambda name: -places[name])
    if len(placed) < 2:
        return None
    across = [name for name in systems if name not in placed][:_MOST_ACROSS]
    share = 1 - _ACROSS * len(across)
    found: list[Layer] = []
    top = 0
    for name in placed:
        lines = folded(systems[name].title[reading.language], NARROW * share - 16)
        height = LINE * (len(lines) + 1) + 16
        said = _covered(reading, name)
        title = tuple((text, top + 20 + LINE * n) for n, text in enumerate(lines))
        found.append(Layer(title, said, top, height))
        top += height + 6
    names = [systems[name].title[reading.language] for name in (*placed[::-1], *across)]
    return Layers(
        layers=tuple(found),
        across=tuple(
            (
                systems[name].title[reading.language],
                percent(share + _ACROSS * n + 0.015),
                percent(_ACROSS - 0.015),
                percent(share + _ACROSS * n + 0.0075 + _ACROSS / 2),
            )
            for n, name in enumerate(across)
        ),
        width=percent(share),
        middle=percent(share / 2),
        height=top - 6,
        rows=tuple(
            (
                systems[name].title[reading.language],
                str(places.get(name, "")) or reading.labels["figure-layers-across"],
                _covered(reading, name),
            )
            for name in (*placed[::-1], *across)
        ),
        said="; ".join(names),
        caption=reading.labels.fill("figure-layers", layers=len(placed), across=len(across)),
    )


def _covered(reading: Reading, name: str) -> str:
    number = reading.dataset.covered("system", name)
    return reading.labels.fill("figure-layers-cities", number=number, all=reading.dataset.count(City))
