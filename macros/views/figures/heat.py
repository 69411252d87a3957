"""Coverage as heat: how many measures of each city bear on what, as small tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from macros import wording
from macros.views.places import Link
from macros.views.reading import Reading

SHADES = 4


@dataclass(frozen=True)
class HeatRow:
    """A city."""

    id: str
    name: str
    href: str
    cells: tuple[tuple[str, int, int], ...]
    """Column, number of measures, shade from 0 to 4."""


@dataclass(frozen=True)
class HeatTable:
    """What cities do about all columns of a kind."""

    id: str
    title: str
    columns: tuple[tuple[str, Link], ...]
    rows: tuple[HeatRow, ...]
    said: str
    """Which columns have most and fewest measures."""


@dataclass(frozen=True)
class Heat:
    """All tables of a page, in the same shades."""

    tables: tuple[HeatTable, ...]
    shades: tuple[str, ...]
    """From which number to which, worded, the lightest first."""
    caption: str


@dataclass(frozen=True)
class Numbers:
    """What a table is made of."""

    id: str
    title: str
    columns: tuple[tuple[str, Link], ...]
    rows: tuple[tuple[str, str, str, tuple[int, ...]], ...]
    """Id, name and page of a city, its numbers by column."""


def heat(reading: Reading, tables: Sequence[Numbers]) -> Heat:
    """Return tables of numbers with their shades; the highest number of all has the darkest."""
    most = max((number for table in tables for *_, numbers in table.rows for number in numbers), default=0)
    step = max(1, math.ceil(most / SHADES))
    used = -(-most // step)
    return Heat(
        tables=tuple(_table(reading, table, step) for table in tables),
        shades=tuple(_range(step * n + 1, min(step * (n + 1), most)) for n in range(used)),
        caption=reading.labels.fill("figure-heat", most=most),
    )


def shade(number: int, step: int) -> int:
    """Return the shade of a number: 0 for none, else 1 to 4 by steps."""
    return -(-number // step)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _table(reading: Reading, table: Numbers, step: int) -> HeatTable:
    rows = tuple(
        HeatRow(
            name,
            title,
            href,
            tuple(
                (column, number, shade(number, step))
                for (column, _), number in zip(table.columns, numbers, strict=True)
            ),
        )
        for name, title, href, numbers in table.rows
    )
    sums = [sum(row.cells[n][1] for row in rows) for n in range(len(table.columns))]
    said = ""
    if len(set(sums)) > 1:
        most, fewest = (_named(reading, table, sums, end(sums)) for end in (max, min))
        said = reading.labels.fill(
            "figure-heat-most", most=most, number=max(sums), fewest=fewest, least=min(sums)
        )  # fmt: skip
    return HeatTable(table.id, table.title, table.columns, rows, said)


def _named(reading: Reading, table: Numbers, sums: list[int], number: int) -> str:
    titles = (link.title for (_, link), one in zip(table.columns, sums, strict=True) if one == number)
    return wording.listing(reading.language, titles)
