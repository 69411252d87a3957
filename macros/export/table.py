"""The table that every export is made from."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True)
class Table:
    """Headed columns, and a row of texts and numbers for each line; a row has as many cells as there are columns."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...] = ()
    """Shares of the width, one a column; equal where there are none. A column of 0 is for programs."""
    keys: tuple[str, ...] = ()
    """Names of the columns for programs, the same in both languages."""
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Name of a column that is filled in → the words that it may hold."""
    about: tuple[str, ...] = ()
    """What is to be known of the file: edition, where the facts are from, how it may be reused."""
