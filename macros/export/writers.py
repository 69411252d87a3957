"""Files made from a table: CSV, JSON, Excel, Word. The same table gives the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import xlsxwriter

from macros.export import docx
from macros.export.document import Block, Document, Paragraph
from macros.export.table import Cell, Table

_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r]")
"""How a text begins that a spreadsheet may run, as in `core/sheet.js`."""
_WIDTHS = (6, 60)
"""Of a column in a spreadsheet, in signs: the least and the most."""
_A_SHARE = 9
_MOST = 32_767
"""Signs in a cell of Excel."""
_SHEET = 31
"""Signs in the name of a sheet."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True)
class Made:
    """A table to be written, with what its file says of itself."""

    table: Table
    language: str
    date: str
    """Of the data, as an ISO day."""
    author: str


def as_csv(made: Made) -> bytes:
    """Return CSV in UTF-8 with the mark by which spreadsheets know it; what is to be known stands below the table."""
    table = made.table
    below = ((), *((line,) for line in (table.title, *table.about)))
    return spreadsheet(table.columns, (*table.rows, *below)).encode()


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return CSV with the mark by which spreadsheets know its signs; no cell is a formula."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerows([_guarded(one) for one in row] for row in (columns, *rows))
    return f"\ufeff{held.getvalue()}"


def _guarded(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; numbers are none."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell


def as_json(made: Made) -> bytes:
    """Return JSON: what is to be known, the columns in words, and a mapping for each row."""
    table = made.table
    held = {
        "title": table.title,
        "about": table.about,
        "date": made.date,
        "columns": dict(zip(table.keys, table.columns, strict=True)),
        "choices": dict(table.choices),
        "rows": [dict(zip(table.keys, row, strict=True)) for row in table.rows],
    }
    return (json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def as_xlsx(made: Made) -> bytes:
    """Return a workbook: the table, and a sheet that says what is to be known. No cell is a formula or a link."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {"title": made.table.title, "author": made.author, "created": datetime.fromisoformat(made.date)}
    )
    _fill(book, made.table)
    about = book.add_worksheet(_sheet_name({"zh": "说明", "en": "About"}[made.language]))
    about.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    for number, line in enumerate((made.table.title, *made.table.about)):
        about.write_string(number, 0, line)
    book.close()
    return held.getvalue()


def _fill(book: Any, table: Table) -> None:
    sheet = book.add_worksheet(_sheet_name(table.title))
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for place, (text, share) in enumerate(zip(table.columns, table.widths, strict=True)):
        sheet.set_column(place, place, min(max(share * _A_SHARE, _WIDTHS[0]), _WIDTHS[1]))
        sheet.write_string(0, place, text, head)
    for number, row in enumerate(table.rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, place, cell, body)
            else:
                sheet.write_string(number, place, cell[:_MOST], body)
    for key, words in table.choices:
        place = table.keys.index(key)
        sheet.data_validation(1, place, max(len(table.rows), 1), place, {"validate": "list", "source": list(words)})
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _sheet_name(title: str) -> str:
    return title.translate(_NOT_IN_NAMES).strip()[:_SHEET]


def as_docx(made: Made) -> bytes:
    """Return a Word document on pages that lie on their side."""
    blocks: tuple[Block, ...] = (made.table, *(Paragraph(line) for line in made.table.about))
    return docx.write(
        Document(made.language, made.table.title, made.author, "", blocks, made.date, made.author, is_wide=True)
    )


WRITERS: dict[str, Callable[[Made], bytes]] = {"csv": as_csv, "xlsx": as_xlsx, "docx": as_docx, "json": as_json}
"""Ending → what writes such a file."""
