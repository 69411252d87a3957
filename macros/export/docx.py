"""Word documents: real headings with real numbers, contents, tables, in the look of the language's official papers."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from macros.export import docx_look
from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.docx_fields import char, code
from macros.export.docx_look import Look
from macros.export.table import Cell, Table

_TWENTIETH = 635
"""Of a point, the unit of widths, in the library's units."""
_SIGN = re.compile(rb'<w:tbl n="([0-9]+)"/>')
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _File:
    """A document of the library, with the ids of its styles, for which it would look anew at each paragraph."""

    def __init__(self, look: Look, *, is_wide: bool) -> None:
        self.look = look
        self.held: Any = docx.Document()
        docx_look.styles(self.held, look)
        docx_look.numbering(self.held, look)
        docx_look.page(self.held, look, is_wide=is_wide)
        self._styles = {style.name: style.style_id for style in self.held.styles}
        self._tables: list[str] = []

    def style(self, name: str) -> str:
        """Return the id of a style."""
        return str(self._styles[name])

    def paragraph(self, text: str, style: str) -> Any:
        """Add a paragraph and return it."""
        made = self.held.add_paragraph(text)
        made._p.style = self._styles[style]  # noqa: SLF001
        return made

    def table(self, text: str) -> None:
        """Add a table that is XML already: as a sign for it, since to move a long one into a document takes seconds."""
        sign = OxmlElement("w:tbl")
        sign.set("n", str(len(self._tables)))
        self._tables.append(text)
        self.held.element.body._insert_tbl(sign)  # noqa: SLF001  # the library's own way, for a table of its own

    def with_tables(self, document: bytes) -> bytes:
        """Return the document's part of the file with each table in the place of its sign."""
        return _SIGN.sub(lambda found: self._tables[int(found[1])].encode(), document)


def write(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes."""
    document = _writable(document)
    file = _File(docx_look.LOOKS[document.language], is_wide=document.is_wide)
    _properties(file, document)
    file.paragraph(document.title, "Title")
    file.paragraph(document.subtitle, "Subtitle")
    if document.contents_title:
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
    """Add a table, written as XML at once: cell by cell, the library takes a minute for what is long.

    Its head stands again at the top of each page; columns that programs go by are left out.
    """
    file.paragraph(table.title, "Line")
    shares = table.widths or (1,) * len(table.columns)
    shown = [place for place, share in enumerate(shares) if share]
    section = file.held.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / _TWENTIETH
    widths = [int(room * shares[place] / sum(shares)) for place in shown]
    size = f'<w:sz w:val="{int(file.look.table[1] * 2)}"/><w:szCs w:val="{int(file.look.table[1] * 2)}"/>'
    rows = [_row(table.columns, shown, widths, f"<w:b/>{size}", "<w:trPr><w:tblHeader/></w:trPr>")]
    rows += (_row(row, shown, widths, size) for row in table.rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    text = (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{file.style("Table Grid")}"/>'
        f'<w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
    file.table(text)
    file.paragraph("", "Guidance")


def _row(cells: Sequence[Cell], shown: list[int], widths: list[int], look: str, properties: str = "") -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{_run(str(cells[place]), look)}</w:p></w:tc>'
        for place, width in zip(shown, widths, strict=True)
    )
    return f"<w:tr>{properties}{inside}</w:tr>"


def _run(text: str, look: str) -> str:
    """Return a run with a break for each end of a line."""
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r><w:rPr>{look}</w:rPr>{lines}</w:r>"


def _stable(file: _File, date: str) -> bytes:
    """Return the file's bytes without the clock in them."""
    made, held = io.BytesIO(), io.BytesIO()
    file.held.save(made)
    year, month, day = (int(part) for part in date.split("-"))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for one in sorted(old.infolist(), key=lambda info: (info.filename != "[Content_Types].xml", info.filename)):
            info = zipfile.ZipInfo(one.filename, (max(year, 1980), month, day, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            content = old.read(one)
            new.writestr(info, file.with_tables(content) if one.filename == "word/document.xml" else content)
    return held.getvalue()
