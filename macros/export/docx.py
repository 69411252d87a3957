"""Word documents: real headings with real numbers, contents, tables, in the look of the language's official papers.

Chinese: GB/T 9704-2012 as far as it was read (page, type sizes, levels of headings, line pitch, page numbers); the
fonts are named, not embedded, so a machine without them shows its own.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.table import Table

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_GREY = RGBColor(0x55, 0x55, 0x55)


@dataclass(frozen=True)
class _Look:
    """How a language's document looks; sizes in points, margins in millimetres."""

    body: tuple[str, float]
    """Font and size."""
    title: tuple[str, float]
    levels: tuple[tuple[str, float], tuple[str, float]]
    table: tuple[str, float]
    margins: tuple[int, int, int, int]
    """Top, right, bottom, left."""
    pitch: float
    """Exact line pitch, 0 for that of the font."""
    indent: int
    """Characters before the first line of a paragraph."""
    numbers: tuple[tuple[str, str], tuple[str, str]]
    """Number format and pattern of both levels."""
    annex: str
    """Pattern of the annexes' number."""
    lang: str


_LOOKS = {
    "zh": _Look(
        body=("仿宋", 16),
        title=("方正小标宋简体", 22),
        levels=(("黑体", 16), ("楷体", 16)),
        table=("仿宋", 12),
        margins=(37, 26, 35, 28),
        pitch=28.95,
        indent=2,
        numbers=(("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")),
        annex="附件%1　",
        lang="zh-CN",
    ),
    "en": _Look(
        body=("Calibri", 11),
        title=("Calibri", 22),
        levels=(("Calibri", 16), ("Calibri", 13)),
        table=("Calibri", 9.5),
        margins=(25, 25, 25, 25),
        pitch=0,
        indent=0,
        numbers=(("decimal", "%1."), ("decimal", "%1.%2")),
        annex="Annex %1  ",
        lang="en-GB",
    ),
}
_NUMBERING = 90
"""The number of our list of headings; that of annexes follows."""


def write(document: Document) -> bytes:
    """Return the file; the same document gives the same bytes."""
    look = _LOOKS[document.language]
    file = docx.Document()
    _properties(file, document, look)
    _styles(file, look)
    _numbering(file, look)
    _page(file, look)
    file.add_paragraph(document.title, style="Title")
    file.add_paragraph(document.subtitle, style="Subtitle")
    _contents(file, document)
    marks = iter(range(1, len(document.blocks) + 1))
    for block in document.blocks:
        _put(file, block, look, marks)
    return _stable(file, document.date)


def _put(file: Any, block: Block, look: _Look, marks: Any) -> None:
    if isinstance(block, Heading):
        style = "Annex" if block.is_annex else f"Heading {block.level}"
        _bookmark(file.add_paragraph(block.text, style=style), next(marks))
    elif isinstance(block, Guidance):
        if block.title:
            file.add_paragraph(block.title, style="Guidance title")
        for line in block.lines:
            file.add_paragraph(line, style="Guidance")
    elif isinstance(block, Subtitle):
        file.add_paragraph(block.text, style="Line")
    elif isinstance(block, Paragraph):
        file.add_paragraph(block.text, style="Body Text")
    else:
        _table(file, block, look)


def _properties(file: Any, document: Document, look: _Look) -> None:
    day = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    held = file.core_properties
    held.title, held.author, held.last_modified_by = document.title, document.author, document.author
    held.created = held.modified = day
    held.language, held.comments, held.revision = look.lang, "", 1


def _styles(file: Any, look: _Look) -> None:
    styles = file.styles
    _font(styles["Normal"], look.body, lang=look.lang)
    _font(styles["Title"], look.title)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _plain(styles["Title"])
    _font(styles["Subtitle"], (look.body[0], look.table[1]))
    styles["Subtitle"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for level, font in enumerate(look.levels, 1):
        style = styles[f"Heading {level}"]
        _font(style, font)
        style.font.bold = look.lang != "zh-CN"
        _number(style, _NUMBERING, level - 1)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
    annex = styles.add_style("Annex", WD_STYLE_TYPE.PARAGRAPH)
    annex.base_style = styles["Heading 1"]
    annex.paragraph_format.page_break_before = True
    _number(annex, _NUMBERING + 1, 0)
    body = styles["Body Text"]
    _font(body, look.body)
    _pitch(body, look)
    _first_line(body, look)
    for name, size, base in (("Line", look.body[1], "Normal"), ("Guidance", look.table[1], "Normal")):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles[base]
        _font(style, (look.levels[1][0] if name == "Line" else look.body[0], size))
    styles["Line"].font.bold = styles["Line"].paragraph_format.keep_with_next = True
    styles["Guidance"].font.color.rgb = _GREY
    styles["Guidance"].paragraph_format.left_indent = Mm(6)
    heading = styles.add_style("Guidance title", WD_STYLE_TYPE.PARAGRAPH)
    heading.base_style = styles["Guidance"]
    heading.font.bold = True
    for level in (1, 2):
        style = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.paragraph_format.left_indent, style.paragraph_format.space_after = Mm(8 * (level - 1)), Pt(2)
        _font(style, (look.body[0], look.table[1] + 1))


def _font(style: Any, font: tuple[str, float], *, lang: str = "") -> None:
    name, size = font
    style.font.name, style.font.size = name, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for part in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{part}"), name)
    if lang:
        held = OxmlElement("w:lang")
        held.set(qn("w:val"), lang)
        held.set(qn("w:eastAsia"), lang if lang.startswith("zh") else "zh-CN")
        for old in properties.findall(qn("w:lang")):
            properties.remove(old)
        properties.append(held)


def _plain(style: Any) -> None:
    """Take the line below the template's title away."""
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _pitch(style: Any, look: _Look) -> None:
    held = style.paragraph_format
    if look.pitch:
        held.line_spacing_rule, held.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.pitch)
        held.space_after = Pt(0)


def _first_line(style: Any, look: _Look) -> None:
    if look.indent:
        indent = style.element.get_or_add_pPr().get_or_add_ind()
        indent.set(qn("w:firstLineChars"), str(look.indent * 100))
        indent.set(qn("w:firstLine"), str(int(look.indent * look.body[1] * 20)))


def _number(style: Any, list_number: int, level: int) -> None:
    properties = style.element.get_or_add_pPr()
    held = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>')
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    properties._insert_numPr(held)  # noqa: SLF001  # in the order that the format asks for


def _numbering(file: Any, look: _Look) -> None:
    """Add the lists that number headings and annexes."""
    numbering = file.part.numbering_part.element
    levels = [(form, pattern, f"Heading{n}") for n, (form, pattern) in enumerate(look.numbers, 1)]
    for number, held in ((_NUMBERING, levels), (_NUMBERING + 1, [("decimal", look.annex, "Annex")])):
        numbering.insert(0, parse_xml(_abstract(number, held)))
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )


def _abstract(number: int, levels: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="{"space" if pattern.endswith((".", "2")) else "nothing"}"/><w:lvlText w:val="{pattern}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
        for n, (form, pattern, style) in enumerate(levels)
    )
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{inside}</w:abstractNum>"
    )


def _page(file: Any, look: _Look) -> None:
    section = file.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, right, bottom, left = look.margins
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    if look.lang == "zh-CN":  # odd pages right, even pages left
        file.settings.odd_and_even_pages_header_footer = True
        _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT, look)
        _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT, look)
    else:
        _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.CENTER, look)


def _page_number(paragraph: Any, alignment: Any, look: _Look) -> None:
    paragraph.alignment = alignment
    dash = "—" if look.lang == "zh-CN" else ""
    paragraph.add_run(f"{dash} ".lstrip())
    _field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {dash}".rstrip())
    for run in paragraph.runs:
        run.font.size = Pt(14 if look.lang == "zh-CN" else look.table[1])


def _field(paragraph: Any, code: str, shown: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            _char(run, kind)
        elif not kind:
            _code(run, text)


def _char(run: Any, kind: str) -> None:
    held = OxmlElement("w:fldChar")
    held.set(qn("w:fldCharType"), kind)
    run._r.append(held)  # noqa: SLF001  # the library has no fields


def _code(run: Any, code: str) -> None:
    held = OxmlElement("w:instrText")
    held.set(qn("xml:space"), "preserve")
    held.text = code
    run._r.append(held)  # noqa: SLF001  # the library has no fields


def _contents(file: Any, document: Document) -> None:
    """Write the contents as a field whose entries are there already, so that nothing has to be updated to read them."""
    file.add_paragraph(document.contents_title, style="Line")
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    for place, heading in enumerate(headings, 1):
        paragraph = file.add_paragraph(style=f"toc {heading.level}")
        if place == 1:
            _char(paragraph.add_run(), "begin")
            _code(paragraph.add_run(), r' TOC \o "1-2" \h \z \t "Annex,1" ')
            _char(paragraph.add_run(), "separate")
        _entry(paragraph, heading, place)
        if place == len(headings):
            _char(paragraph.add_run(), "end")


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


def _table(file: Any, table: Table, look: _Look) -> None:
    file.add_paragraph(table.title, style="Line")
    held = file.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    held.autofit = False
    shares = table.widths or (1,) * len(table.columns)
    room = 210 - look.margins[1] - look.margins[3]
    widths = [Mm(room * share / sum(shares)) for share in shares]
    for row in (table.columns, *table.rows):
        cells = held.rows[0].cells if row is table.columns else held.add_row().cells
        for cell, text, width in zip(cells, row, widths, strict=True):
            cell.width = width
            paragraph = cell.paragraphs[0]
            run = paragraph.add_run(text)
            run.font.size, run.font.bold = Pt(look.table[1]), row is table.columns
    _head(held.rows[0])
    file.add_paragraph("", style="Guidance")


def _head(row: Any) -> None:
    """Let a row stand again at the top of each page."""
    held = OxmlElement("w:tblHeader")
    held.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(held)  # noqa: SLF001  # the library has no heads of tables


def _stable(file: Any, date: str) -> bytes:
    """Return the file's bytes without the clock in them."""
    made, held = io.BytesIO(), io.BytesIO()
    file.save(made)
    year, month, day = (int(part) for part in date.split("-"))
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for one in sorted(old.infolist(), key=lambda info: (info.filename != "[Content_Types].xml", info.filename)):
            info = zipfile.ZipInfo(one.filename, (max(year, 1980), month, day, 0, 0, 0))
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(info, old.read(one))
    return held.getvalue()
