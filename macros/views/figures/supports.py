"""Support by record: what share of a record's statements rests on what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from macros.views.figures.scale import percent
from macros.views.figures.text import NARROW, width
from macros.views.places import Link
from macros.views.reading import Reading
from macros.views.support import Count

MOST = 30
"""Records that are drawn; the table has more."""


class Counted(Protocol):
    """A record with its numbers."""

    @property
    def link(self) -> Link:
        """Title and place."""

    @property
    def numbers(self) -> tuple[int, ...]:
        """By support, in the order of the totals."""

    @property
    def total(self) -> int:
        """All of them."""


@dataclass(frozen=True)
class Segment:
    """A part of a bar."""

    support: str
    x: str
    width: str
    middle: str
    text: str
    """The number, "" where it has no room."""


@dataclass(frozen=True)
class SupportBar:
    """A record."""

    link: Link
    total: int
    segments: tuple[Segment, ...]
    said: str


@dataclass(frozen=True)
class Supports:
    """Bars of records, each as wide as the figure."""

    bars: tuple[SupportBar, ...]
    keys: tuple[Count, ...]
    """Supports that there are."""
    caption: str


def support_bars(reading: Reading, rows: Sequence[Counted], totals: Sequence[Count]) -> Supports:
    """Return the bars of records in the order of the table."""
    drawn = [row for row in rows if row.total][:MOST]
    every = sum(one.number for one in totals)
    best = totals[0]
    share = round(100 * best.number / every) if every else 0
    return Supports(
        bars=tuple(_bar(row, totals) for row in drawn),
        keys=tuple(one for one in totals if one.number),
        caption=reading.labels.fill(
            "figure-supports", number=len(drawn), statements=every, share=share, support=best.word
        ),
    )


def _bar(row: Counted, totals: Sequence[Count]) -> SupportBar:
    parts = [(one, number) for one, number in zip(totals, row.numbers, strict=True) if number]
    said = ", ".join(f"{one.word} {number}" for one, number in parts)
    return SupportBar(row.link, row.total, tuple(_segments(parts, row.total)), said)


def _segments(parts: Iterable[tuple[Count, int]], total: int) -> Iterable[Segment]:
    before = 0
    for one, number in parts:
        left, wide = before / total, number / total
        text = str(number) if wide * NARROW > width(str(number)) + 6 else ""
        yield Segment(one.id, percent(left), percent(max(wide - 0.003, 0.002)), percent(left + wide / 2), text)
        before += number
