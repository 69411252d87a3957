"""Schedule: the phases as bars over years from a start."""

from __future__ import annotations

import math
from dataclasses import dataclass

from macros.model.schedule import Phase, Schedule
from macros.views.figures.scale import percent
from macros.views.figures.text import LINE, NARROW, Line, above, width
from macros.views.reading import Reading

_HEAD = 42
"""Pixels that the two rows of years take."""
_BAR = 12


@dataclass(frozen=True)
class GanttBar:
    """A phase."""

    x: str
    width: str
    y: int


@dataclass(frozen=True)
class Gantt:
    """All phases."""

    bars: tuple[GanttBar, ...]
    labels: tuple[Line, ...]
    offsets: tuple[Line, ...]
    """Years from the start, over the columns."""
    years: tuple[Line, ...]
    """The same as the article has them."""
    grid: tuple[str, ...]
    height: int
    said: str
    caption: str


def gantt(reading: Reading, held: Schedule) -> Gantt:
    """Return the phases, each on a lane of its own under its title."""
    spans = [_span(phase) for phase in held.phases.values()]
    count = max(last for _, last in spans) + 1
    bars: list[GanttBar] = []
    labels: list[Line] = []
    top = _HEAD
    for phase, (first, last) in zip(held.phases.values(), spans, strict=True):
        left, right = first / count, (last + 1) / count
        label = above(phase.title[reading.language], left, right)
        labels += label.at(top + LINE)
        top += LINE * len(label.lines) + 5
        bars.append(GanttBar(percent(left + 0.002), percent(right - left - 0.004), top))
        top += _BAR + 8
    starts = {first: phase.years.start for phase, (first, _) in zip(held.phases.values(), spans, strict=True)}
    phases = [(phase.title[reading.language], phase.offset) for phase in held.phases.values()]
    return Gantt(
        bars=tuple(bars),
        labels=tuple(labels),
        offsets=_heads([reading.labels.fill("figure-year", year=n) for n in range(count)], 14),
        years=_heads([_year(starts, n) for n in range(count)], 14 + LINE + 2),
        grid=tuple(percent(n / count) for n in range(count + 1)),
        height=top,
        said="; ".join(f"{title}: {offset}" for title, offset in phases),
        caption=reading.labels.fill("figure-gantt", number=len(phases), start=min(starts.values())[:4], last=count - 1),
    )


def _span(phase: Phase) -> tuple[int, int]:
    """Return the first and the last year from the start."""
    first, *last = map(int, phase.offset.split("-"))
    return first, max(first, *last) if last else first


def _year(starts: dict[int, str], year: int) -> str:
    """Return which year the article means, reckoned from the phase that began last."""
    before = [first for first in starts if first <= year]
    return str(int(starts[max(before)][:4]) + year - max(before)) if before else ""


def _heads(texts: list[str], y: int) -> tuple[Line, ...]:
    """Return the heads of columns, as many as have room."""
    every = math.ceil((max(map(width, texts)) + 4) / (NARROW / len(texts)))
    return tuple(
        Line(text, percent((n + 0.5) / len(texts)), y, "middle")
        for n, text in enumerate(texts)
        if text and n % every == 0
    )
