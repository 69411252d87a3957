"""Relations: actors as corners, what they give each other as numbered arrows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from macros import wording
from macros.model.relations import Flow, Relations
from macros.views.figures.text import LINE, folded, width
from macros.views.reading import Reading

_WIDTH = 288
_RADIUS = 104
"""From the middle of the figure to the middle of a corner."""
_MOST = 100
"""Pixels that a line in a corner is wide at most."""
_BESIDE = 24
"""Pixels between two arrows of the same two actors."""
_STUB = 46
"""Pixels that an arrow is long that leads to nobody."""
_NEARER = 0.4
"""Share of an arrow after which its number stands: nearer to the giver, so that numbers of crossing arrows differ."""


@dataclass(frozen=True)
class Corner:
    """An actor, in pixels."""

    x: int
    y: int
    width: int
    height: int
    lines: tuple[tuple[str, int], ...]
    """Text and baseline."""


@dataclass(frozen=True)
class Arrow:
    """What one gives another, in pixels."""

    number: int
    x1: int
    y1: int
    x2: int
    y2: int
    head: str
    """Path of its head."""
    open: bool
    """Whether it leads to nobody."""
    x: int
    y: int
    """Where its number stands."""


@dataclass(frozen=True)
class Triangle:
    """All actors and flows."""

    corners: tuple[Corner, ...]
    arrows: tuple[Arrow, ...]
    top: int
    height: int
    said: str
    caption: str


def triangle(reading: Reading, held: Relations) -> Triangle:
    """Return the actors on a circle, the first on top, with their arrows in the order of the data."""
    corners = dict(zip(held.actors, _corners(reading, held), strict=True))
    arrows = tuple(_arrows(list(held.flows.values()), corners))
    ends = [y for one in arrows for y in (one.y1, one.y2)]
    edges = [y for one in corners.values() for y in (one.y, one.y + one.height)]
    names = {key: actor.title[reading.language] for key, actor in held.actors.items()}
    open_ends = sum(one.taker is None for one in held.flows.values())
    top = min(*ends, *edges) - 4
    caption = reading.labels.fill("figure-triangle", actors=len(corners), flows=len(arrows))
    left_open = reading.labels.fill("figure-triangle-open", number=open_ends) if open_ends else ""
    return Triangle(
        corners=tuple(corners.values()),
        arrows=arrows,
        top=top,
        height=max(*ends, *edges) + 4 - top,
        said="; ".join(
            f"{n}: {names[flow.giver]} → {names[flow.taker] if flow.taker else reading.labels['receiver-not-named']}"
            for n, flow in enumerate(held.flows.values(), 1)
        ),
        caption=wording.sentence(reading.language, caption, left_open),
    )


def _corners(reading: Reading, held: Relations) -> Iterator[Corner]:
    for n, actor in enumerate(held.actors.values()):
        angle = 2 * math.pi * n / len(held.actors) - math.pi / 2
        lines = folded(actor.title[reading.language], _MOST)
        wide, high = round(max(map(width, lines))) + 16, LINE * len(lines) + 16
        middle = min(max(_WIDTH / 2 + _RADIUS * math.cos(angle), wide / 2 + 2), _WIDTH - wide / 2 - 2)
        x, y = round(middle - wide / 2), round(_RADIUS * math.sin(angle) - high / 2)
        yield Corner(x, y, wide, high, tuple((text, y + 20 + LINE * k) for k, text in enumerate(lines)))


def _arrows(flows: list[Flow], corners: dict[str, Corner]) -> Iterator[Arrow]:
    every = Counter(_ends(flow) for flow in flows)
    drawn = Counter[frozenset[str]]()
    for number, flow in enumerate(flows, 1):
        ends = _ends(flow)
        beside = (drawn[ends] - (every[ends] - 1) / 2) * _BESIDE
        drawn[ends] += 1
        giver = corners[flow.giver]
        if flow.taker is None or flow.taker == flow.giver:
            yield _stub(number, giver, beside)
        else:
            # Which side is beside must not depend on who gives.
            side = beside if flow.giver == min(ends) else -beside
            yield _between(number, giver, corners[flow.taker], side)


def _ends(flow: Flow) -> frozenset[str]:
    return frozenset((flow.giver, flow.taker or flow.giver))


def _stub(number: int, giver: Corner, beside: float) -> Arrow:
    """Return an arrow away from all others."""
    down = giver.y + giver.height / 2 > 0
    x, y = giver.x + giver.width / 2 + beside, giver.y + giver.height if down else giver.y
    return _arrow(number, (x, y), (x, y + (_STUB if down else -_STUB)), is_open=True)


def _between(number: int, giver: Corner, taker: Corner, beside: float) -> Arrow:
    (ax, ay), (bx, by) = ((one.x + one.width / 2, one.y + one.height / 2) for one in (giver, taker))
    long = math.hypot(bx - ax, by - ay) or 1
    ox, oy = -(by - ay) / long * beside, (bx - ax) / long * beside
    start, end = _edge(giver, (ox, oy), (bx - ax, by - ay)), _edge(taker, (ox, oy), (ax - bx, ay - by))
    return _arrow(number, start, end)


def _edge(corner: Corner, off: tuple[float, float], way: tuple[float, float]) -> tuple[float, float]:
    """Return where a line leaves a corner's box that passes beside its middle."""
    halves = (corner.width / 2, corner.height / 2)
    far = min(
        (half - math.copysign(1, along) * beside) / abs(along)
        for half, beside, along in zip(halves, off, way, strict=True)
        if abs(along) > 1e-9
    )
    middle = (corner.x + halves[0], corner.y + halves[1])
    x, y = (at + beside + max(0.0, far) * along for at, beside, along in zip(middle, off, way, strict=True))
    return x, y


def _arrow(number: int, start: tuple[float, float], end: tuple[float, float], *, is_open: bool = False) -> Arrow:
    (x1, y1), (x2, y2) = start, end
    long = math.hypot(x2 - x1, y2 - y1) or 1
    ux, uy = (x2 - x1) / long, (y2 - y1) / long
    points = ((x2, y2), (x2 - 9 * ux - 4 * uy, y2 - 9 * uy + 4 * ux), (x2 - 9 * ux + 4 * uy, y2 - 9 * uy - 4 * ux))
    share = 0.45 if is_open else _NEARER
    return Arrow(
        number=number,
        x1=round(x1),
        y1=round(y1),
        x2=round(x2),
        y2=round(y2),
        head="M" + " ".join(f"{x:.0f},{y:.0f}" for x, y in points) + "Z",
        open=is_open,
        x=round(x1 + share * (x2 - x1)),
        y=round(y1 + share * (y2 - y1)),
    )
