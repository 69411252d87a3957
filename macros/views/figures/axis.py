"""Time axis: cities' plans, what came before them and what after, on one scale."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import get_args

from macros import wording
from macros.model.city import City
from macros.model.glance import How
from macros.views.figures.scale import Scale, moment, percent, steps
from macros.views.figures.text import LINE, Label, Line, above, over, spread
from macros.views.places import href
from macros.views.reading import Reading
from macros.views.status import status_view
from macros.views.succession import StageView, succession

BAR = 9
"""Pixels that a bar is high."""
_LEAST = 0.012
"""Share of the width that a bar takes at least, so that a month is seen."""


@dataclass(frozen=True)
class Bar:
    """A plan or programme."""

    how: str
    x: str
    width: str
    y: int
    open: bool
    """Whether no end is known."""
    stop: str
    """Where it was given up; "" if it was not."""


@dataclass(frozen=True)
class AxisRow:
    """One city."""

    id: str
    name: str
    href: str
    outcome: str
    """What became of the plan, in a word; "" where that is not known."""
    bars: tuple[Bar, ...]
    labels: tuple[Line, ...]
    height: int
    stages: tuple[StageView, ...]
    said: str
    """The same in words."""


@dataclass(frozen=True)
class Axis:
    """Several cities, or one."""

    rows: tuple[AxisRow, ...]
    hows: tuple[tuple[str, str], ...]
    """Kinds of bars that there are, with their words."""
    open: bool
    """Whether any bar has no known end."""
    grid: tuple[str, ...]
    years: tuple[Line, ...]
    now: str
    caption: str


@dataclass(frozen=True)
class _Placed:
    stage: StageView
    left: float
    right: float
    label: Label

    def touches(self, other: _Placed) -> bool:
        mine, others = (
            (min(one.left, one.label.left), max(one.right, one.label.right)) for one in (self, other)
        )  # fmt: skip
        return mine[0] < others[1] + 0.02 and others[0] < mine[1] + 0.02


def axis_of(reading: Reading, name: str) -> Axis | None:
    """Return the time axis of one city; None where its stages are not known."""
    city = reading.dataset.of(City)[name]
    stages = succession(reading, city)
    if not stages:
        return None
    caption = reading.labels.fill("figure-axis-one", number=len(stages), date=_as_of(reading))
    return _axis(reading, [name], caption)


def axis_of_all(reading: Reading, names: Sequence[str]) -> Axis | None:
    """Return the time axis of those of the cities of which stages are known; None where there is none."""
    cities = reading.dataset.of(City)
    known = [name for name in names if cities[name].succession]
    if not known:
        return None
    found = [status.outcome_text for name in known if (status := status_view(reading, cities[name]))]
    counts = (f"{word} {number}" for word, number in Counter(found).most_common())
    outcomes = wording.listing(reading.language, counts)
    caption = reading.labels.fill("figure-axis-all", number=len(known), outcomes=outcomes, date=_as_of(reading))
    return _axis(reading, known, caption)


def _as_of(reading: Reading) -> str:
    return wording.date(reading.language, reading.dataset.data_date)


def _axis(reading: Reading, names: Sequence[str], caption: str) -> Axis:
    held = {name: succession(reading, reading.dataset.of(City)[name]) for name in names}
    stages = [stage for found in held.values() for stage in found]
    now = moment(reading.dataset.data_date)
    scale = Scale(
        math.floor(min(moment(stage.start) for stage in stages)),
        math.ceil(max(now, *(moment(stage.end or stage.start, end=True) for stage in stages))),
    )
    years = steps(scale.low, scale.high, most=6, least=1)
    labels = [over(str(int(year)), scale.share(year)) for year in years]
    hows = {stage.how for stage in stages}
    return Axis(
        rows=tuple(_row(reading, name, found, scale, now) for name, found in held.items()),
        hows=tuple((how, reading.labels[f"stage-how-{how}"]) for how in get_args(How) if how in hows),
        open=any(not stage.end for stage in stages),
        grid=tuple(scale.at(year) for year in years),
        years=tuple(line for label in spread(labels) for line in label.at(12)),
        now=scale.at(now),
        caption=caption,
    )


def _row(reading: Reading, name: str, stages: tuple[StageView, ...], scale: Scale, now: float) -> AxisRow:
    city = reading.dataset.of(City)[name]
    status = status_view(reading, city)
    lanes = _lanes(_placed(stage, stages, scale, now) for stage in stages)
    bars: list[Bar] = []
    labels: list[Line] = []
    top = 0
    for lane in lanes:
        lines = max(len(one.label.lines) for one in lane)
        for one in lane:
            first = top + LINE * (lines - len(one.label.lines) + 1) - 2
            labels += one.label.at(first)
            bars.append(_bar(one, top + LINE * lines + 3))
        top += LINE * lines + BAR + 9
    return AxisRow(
        id=name,
        name=city.name[reading.language],
        href=href(reading, f"city/{name}"),
        outcome=status.outcome_text if status else "",
        bars=tuple(bars),
        labels=tuple(labels),
        height=top,
        stages=stages,
        said=wording.listing(reading.language, (f"{one.how_text} {one.title} {one.span}" for one in stages)),
    )


def _placed(stage: StageView, stages: Sequence[StageView], scale: Scale, now: float) -> _Placed:
    """Return where a stage lies; one without a known end reaches to what came next, or to the date of the data."""
    start = moment(stage.start)
    if stage.end:
        end = moment(stage.end, end=True)
    else:
        end = min((moment(one.start) for one in stages if moment(one.start) > start), default=max(now, start))
    left, right = scale.share(start), scale.share(end)
    left, right = min(left, 1 - _LEAST), max(right, min(left, 1 - _LEAST) + _LEAST)
    year = stage.start[:4]
    text = stage.title if year in stage.title else f"{stage.title} {year}"
    return _Placed(stage, left, right, above(text, left, right))


def _lanes(held: Iterable[_Placed]) -> list[list[_Placed]]:
    """Put stages into as few lanes as they fit in without touching."""
    lanes: list[list[_Placed]] = []
    for one in held:
        lane = next((lane for lane in lanes if not any(one.touches(other) for other in lane)), None)
        if lane is None:
            lanes.append([one])
        else:
            lane.append(one)
    return lanes


def _bar(one: _Placed, y: int) -> Bar:
    return Bar(
        how=one.stage.how,
        x=percent(one.left),
        width=percent(one.right - one.left - 0.003),
        y=y,
        open=not one.stage.end,
        stop=percent(one.right) if one.stage.how == "cancelled" and one.stage.end else "",
    )
