"""Places on a scale, in per cent of a figure's width: bars stretch with the page while text keeps its size."""

from __future__ import annotations

import math
from dataclasses import dataclass

_NICE = (1, 2, 5)


def percent(share: float) -> str:
    """Word a share of the width for SVG: 0.5 → "50%"."""
    return f"{round(100 * share, 2):g}%"


@dataclass(frozen=True)
class Scale:
    """A span of numbers that is as wide as the figure."""

    low: float
    high: float

    def share(self, value: float) -> float:
        """Return where a number lies, from 0 to 1; at the beginning if the span has no length."""
        span = self.high - self.low
        return min(1.0, max(0.0, (value - self.low) / span)) if span > 0 else 0.0

    def at(self, value: float) -> str:
        """Return where a number lies, in per cent."""
        return percent(self.share(value))


def moment(day: str, *, end: bool = False) -> float:
    """Return a year, month or day as years: where it begins, or where it ends."""
    parts = [int(part) for part in day.split("-")]
    parts[-1] += end  # where it ends is where the next one begins
    year, month, date = [*parts, 1, 1][:3]
    return year + (month - 1) / 12 + (date - 1) / 372


def middle(day: str) -> float:
    """Return the middle of a year, month or day as years."""
    return (moment(day) + moment(day, end=True)) / 2


def steps(low: float, high: float, most: int = 5, least: float = 0.0) -> tuple[float, ...]:
    """Return round numbers between two others, evenly apart by `least` or more; `most` of them and one more at most."""
    if high <= low:
        return (low,)
    rough = max((high - low) / most, least)
    tens = 10.0 ** math.floor(math.log10(rough))
    step = next((nice * tens for nice in _NICE if nice * tens >= rough * (1 - 1e-9)), 10 * tens)
    first = math.ceil(low / step - 1e-9)
    return tuple(n * step for n in range(first, math.floor(high / step + 1e-9) + 1))
