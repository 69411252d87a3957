"""Series: a number at three dates or more as a small chart beside its statement."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.model.statement import Fact
from macros.views.amounts import bounded
from macros.views.figures.scale import Scale, middle, percent, steps
from macros.views.figures.text import Label, Line, over, spread
from macros.views.reading import Reading

LEAST = 3
"""Points from which on a chart shows more than the sentence."""
_ROOM = 200
"""Pixels that a chart is wide at least: a statement may stand in a column of a card."""
_TOP, _BASE, HEIGHT = 40, 118, 136
"""Pixels from above to the highest number, to the base, and to the end of the years."""


@dataclass(frozen=True)
class Series:
    """A chart with its table."""

    title: str
    unit: str
    dots: tuple[tuple[str, float], ...]
    """In per cent and pixels."""
    path: str
    """Of the line, in a box of 100 by the chart's height."""
    values: tuple[Line, ...]
    """As many as have room; all stand in the table."""
    years: tuple[Line, ...]
    top: str
    """The number at the highest line."""
    rows: tuple[tuple[str, str], ...]
    """Date and number of each point, worded."""
    said: str
    caption: str


def series_of(reading: Reading, fact: Fact) -> Series | None:
    """Return the chart of a fact that is a series; None for shorter ones."""
    if len(fact.series) < LEAST:
        return None
    labels, language = reading.labels, reading.language
    unit = labels[f"unit-{fact.unit}"]
    points = sorted(fact.series, key=lambda point: middle(point.as_of))
    times = [middle(point.as_of) for point in points]
    numbers = [float(point.value) for point in points]
    high = _above(max(*numbers, 0.0))
    across, up = Scale(int(min(times)), int(max(times)) + 1), Scale(min(*numbers, 0.0), high)
    worded = [
        bounded(reading, wording.quantity(language, one.value, labels.unit(fact.unit or "", one.value)), one.bound)
        for one in points
    ]
    dots = [(across.share(time), _height(up, number)) for time, number in zip(times, numbers, strict=True)]
    rows = tuple((wording.date(language, point.as_of), text) for point, text in zip(points, worded, strict=True))
    years = steps(across.low, across.high - 1, most=4, least=1)
    marks = spread([over(str(int(year)), across.share(year + 0.5), _ROOM) for year in years])
    return Series(
        title=fact.text[language].rstrip("。.") if fact.text else unit,
        unit=unit,
        dots=tuple((percent(x), y) for x, y in dots),
        path="M" + " ".join(f"{100 * x:.4g},{y:g}" for x, y in dots),
        values=_values([wording.large(language, point.value) for point in points], dots),
        years=tuple(line for mark in marks for line in mark.at(HEIGHT - 4)),
        top=wording.large(language, high),
        rows=rows,
        said=wording.listing(language, (f"{date} {text}" for date, text in rows)),
        caption=reading.labels.fill("figure-series", number=len(points), first=worded[0], last=worded[-1]),
    )


def _above(number: float) -> float:
    """Return a round number that is no smaller; 1 for 0."""
    if number <= 0:
        return 1.0
    step = steps(0, number, most=4)[1] if len(steps(0, number, most=4)) > 1 else number
    return step * -(-number // step)


def _height(up: Scale, number: float) -> float:
    return round(_BASE - (_BASE - _TOP) * up.share(number), 1)


def _values(texts: list[str], dots: list[tuple[float, float]]) -> tuple[Line, ...]:
    """Return the numbers above their dots: the last and the first, then as many others as have room."""
    labels: list[Label] = [over(text, x, _ROOM) for text, (x, _) in zip(texts, dots, strict=True)]
    kept = spread([labels[-1], *labels[:-1]])
    return tuple(
        line
        for label, (_, y) in zip(labels, dots, strict=True)
        if any(label is one for one in kept)
        for line in label.at(int(y) - 9)
    )
