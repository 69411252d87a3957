"""Word documents: real headings with real numbers, contents, tables, in the look of the language's official papers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from macros.export import docx_look
from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.docx_fields import char, code
from macros.export.docx_look import Look
from macros.export.table import Table

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _File:
    """A document of the library, with the ids of its styles, for which it would look anew at each paragraph."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.held: Any = docx.Document()
        docx_look.styles(self.held, look)
        docx_look.numbering(self.held, look)
        docx_look.page(self.held, look)
        self._styles = {style.name: style.style_id for style in self.held.styles}

    def paragraph(self, text: str, style: str) -> Any:
        """Add a paragraph and return it."""
        made = self.held.add_paragraph(text)
        made._p.style = self._styles[style]  # noqa: SLF001
        return made


def write(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes."""
    document = _writable(document)
    file = _File(docx_look.LOOKS[document.language])
    _properties(file, document)
    file.paragraph(document.title, "Title")
    file.paragraph(document.subtitle, "Subtitle")
    _contents(file, document)
    marks = iter(range(1, len(document.blocks) + 1))
    for block in document.blocks:
        _put(file, block, marks)
    return _stable(file, document.date)


def _writable(value: Any) -> Any:
    """Return a document with a replacement sign for whatever XML has no place for; a file of progress may have it."""
    if isinstance(value, str):
        return _NO_XML.sub("\ufffd", value)
    if isinstance(value, tuple):
        return tuple(map(_writable, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _writable(getattr(value, one.name)) for one in fields(value)})
    return value


def _put(file: _File, block: Block, marks: Iterator[int]) -> None:
    if isinstance(block, Heading):
        style = "Annex" if block.is_annex else f"Heading {block.level}"
        _bookmark(file.paragraph(block.text, style), next(marks))
    elif isinstance(block, Guidance):
        if block.title:
            file.paragraph(block.title, "Guidance title")
        for line in block.lines:
            file.paragraph(line, "Guidance")
    elif isinstance(block, Subtitle):
        file.paragraph(block.text, "Line")
    elif isinstance(block, Paragraph):
        file.paragraph(block.text, "Body Text")
    else:
        _table(file, block)


def _properties(file: _File, document: Document) -> None:
    day = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    held = file.held.core_properties
    held.title, held.author, held.last_modified_by = document.title, document.author, document.author
    held.created = held.modified = day
    held.language, held.comments, held.revision = file.look.lang, "", 1


def _contents(file: _File, document: Document) -> None:
    """Write the contents as a field whose entries are there already, so that nothing has to be updated to read them."""
    file.paragraph(document.contents_title, "Line")
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    for place, heading in enumerate(headings, 1):
        paragraph = file.paragraph("", f"toc {heading.level}")
        if place == 1:
            char(paragraph.add_run(), "begin")
            code(paragraph.add_run(), r' TOC \o "1-2" \h \z \t "Annex,1" ')
            char(paragraph.add_run(), "separate")
        _entry(paragraph, heading, place)
        if place == len(headings):
            char(paragraph.add_run(), "end")


def _entry(paragraph: Any, heading: Heading, place: int) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), f"_Toc{place:06}")
    run = paragraph.add_run(heading.headed)
    link.append(run._r)  # noqa: SLF001  # the library has no links inside a document
    paragraph._p.append(link)  # noqa: SLF001


def _bookmark(paragraph: Any, place: int) -> None:
    for name, where in (("w:bookmarkStart", 1), ("w:bookmarkEnd", None)):
        mark = OxmlElement(name)
        mark.set(qn("w:id"), str(place))
        if where:
            mark.set(qn("w:name"), f"_Toc{place:06}")
            paragraph._p.insert(where, mark)  # noqa: SLF001  # the library has no bookmarks
        else:
            paragraph._p.append(mark)  # noqa: SLF001


def _table(file: _File, table: Table) -> None:
    file.paragraph(table.title, "Line")
    held = file.held.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    held.autofit = False
    shares = table.widths or (1,) * len(table.columns)
    look = file.look
    room = 210 - look.margins[1] - look.margins[3]
    widths = [Mm(room * share / sum(shares)) for share in shares]
    for column, width in zip(held.columns, widths, strict=True):  # which some programs go by, others by the cells
        column.width = width
    for row in (table.columns, *table.rows):
        cells = held.rows[0].cells if row is table.columns else held.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.font.bold = Pt(look.table[1]), row is table.columns
    _head(held.rows[0])
    file.paragraph("", "Guidance")


def _head(row: Any) -> None:
    """Let a row stand again at the top of each page."""
    held = OxmlElement("w:tblHeader")
    held.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(held)  # noqa: SLF001  # the library has no heads of tables


def _stable(file: _File, date: str) -> bytes:
    """Return the file's bytes without the clock in them."""
    made, held = io.BytesIO(), io.BytesIO()
    file.held.save(made)
    year, month, day = (int(part) for part in date.split("-"))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for one in sorted(old.infolist(), key=lambda info: (info.filename != "[Content_Types].xml", info.filename)):
            info = zipfile.ZipInfo(one.filename, (max(year, 1980), month, day, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, old.read(one))
    return held.getvalue()
