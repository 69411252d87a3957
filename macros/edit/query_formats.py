"""Shows rows of a query as a table in the terminal, as CSV for spreadsheets and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from macros.edit.query import Row, value, values
from macros.export.writers import spreadsheet
from macros.wording import columns

_WIDTH = 72
"""Columns of the terminal for one field; what is longer is cut."""


def table(rows: Sequence[Row], fields: Sequence[str], language: str) -> str:
    """Return lines of columns, each as wide as its widest value; a Chinese character takes two places."""
    lines = [list(fields), *([_cut(one) for one in _cells(row, fields, language)] for row in rows)]
    widths = [max(columns(line[n]) for line in lines) for n in range(len(fields))]
    padded = (
        "  ".join(one + " " * (width - columns(one)) for one, width in zip(line, widths, strict=True)) for line in lines
    )
    return "\n".join(line.rstrip() for line in padded) + "\n"


def as_csv(rows: Sequence[Row], fields: Sequence[str], language: str) -> str:
    """Return CSV with the mark by which spreadsheets know its signs; no cell is a formula."""
    return spreadsheet(tuple(fields), [tuple(_cells(row, fields, language)) for row in rows])


def as_json(rows: Sequence[Row], fields: Sequence[str], language: str) -> str:
    """Return a list of objects, numbers and lists as they are; a field without a value is null."""
    held = [{field: value(row, field, language) for field in fields} for row in rows]
    return json.dumps(held, ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Row], Sequence[str], str], str]] = {
    "table": table,
    "csv": as_csv,
    "json": as_json,
}


def _cells(row: Row, fields: Sequence[str], language: str) -> list[str]:
    return ["; ".join(values(row, field, language)) for field in fields]


def _cut(text: str) -> str:
    if columns(text) <= _WIDTH:
        return text
    while columns(text) > _WIDTH - 1:
        text = text[:-1]
    return f"{text}…"
