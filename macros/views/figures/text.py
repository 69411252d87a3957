"""Text in a figure: how much room it takes, guessed, since nothing can be measured before a page is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.views.figures.scale import percent

NARROW = 288
"""Pixels that a figure is wide on the narrowest screen; what fits there fits everywhere."""
LINE = 14
"""Pixels from one line of text to the next."""
_WIDE, _SLIM = 12.5, 7.2
"""Pixels that a sign of Chinese and one of another script take, rather too many than too few."""
_CHUNK = re.compile(r"[\u2010-\uffff]|[^\s\u2010-\uffff]+\s*|\s+")
"""Where a line may break: at blanks, and beside each Chinese sign."""


@dataclass(frozen=True)
class Line:
    """A line of text; its y is that of the baseline, in pixels."""

    text: str
    x: str
    y: int
    anchor: str
    """start, middle or end: what of the text lies at x."""


@dataclass(frozen=True)
class Label:
    """Lines beside each other's beginnings or ends, and the room that they take on the narrowest screen."""

    lines: tuple[str, ...]
    x: str
    anchor: str
    left: float
    """Share of the width."""
    right: float

    def at(self, y: int) -> tuple[Line, ...]:
        """Return the lines from the baseline of the first."""
        return tuple(Line(text, self.x, y + LINE * n, self.anchor) for n, text in enumerate(self.lines))


def width(text: str) -> float:
    """Return about how many pixels a line of 12 px takes."""
    return sum(_WIDE if sign > "\u200f" else _SLIM for sign in text)


def folded(text: str, room: float) -> tuple[str, ...]:
    """Return a text in lines no wider than `room` pixels."""
    lines = [""]
    for chunk in _CHUNK.findall(text):
        if lines[-1] and width(lines[-1] + chunk.rstrip()) > room:
            lines.append("")
        for sign in chunk if width(chunk.rstrip()) > room else (chunk,):
            if lines[-1] and width(lines[-1] + sign.rstrip()) > room:
                lines.append("")
            lines[-1] += sign
    return tuple(line.strip() for line in lines)


def above(text: str, left: float, right: float, room: int = NARROW) -> Label:
    """Return the label of a bar from `left` to `right`: from its beginning, else to its end."""
    lines = folded(text, room)
    share = min(1.0, max(map(width, lines)) / room)
    if left + share <= 1:
        return Label(lines, percent(left), "start", left, left + share)
    if right >= share:
        return Label(lines, percent(right), "end", right - share, right)
    if left + share - 1 < share - right:  # as near to the bar as the narrowest screen lets it be
        return Label(lines, percent(1 - share), "start", 1 - share, 1.0)
    return Label(lines, percent(share), "end", 0.0, share)


def over(text: str, place: float, room: int = NARROW) -> Label:
    """Return a label in the middle of a place, or at the edge where it would leave the figure."""
    half = width(text) / room / 2
    if place < half:
        return Label((text,), "0", "start", 0.0, 2 * half)
    if place > 1 - half:
        return Label((text,), "100%", "end", 1 - 2 * half, 1.0)
    return Label((text,), percent(place), "middle", place - half, place + half)


def spread(labels: list[Label], gap: float = 0.02) -> list[Label]:
    """Return as many labels of one line as do not touch, the first of those that do."""
    kept: list[Label] = []
    for one in labels:
        if all(one.left >= other.right + gap or one.right <= other.left - gap for other in kept):
            kept.append(one)
    return kept
