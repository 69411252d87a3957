"""How a language's Word documents look: styles, numbers of headings, pages.

Chinese: GB/T 9704-2012 as far as it was read (page, type sizes, levels of headings, line pitch, page numbers); the
fonts are named, not embedded, so a machine without them shows its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from macros.export.docx_fields import field

_GREY = RGBColor(0x55, 0x55, 0x55)


@dataclass(frozen=True)
class Look:
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


LOOKS = {
    "zh": Look(
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
    "en": Look(
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
_WIDE = (15, 12, 15, 12)
"""Margins of wide pages."""
_NUMBERING = 90
"""The number of our list of headings; that of annexes follows."""


def styles(file: Any, look: Look) -> None:
    """Give the template's styles this look, and add ours."""
    held = file.styles
    _font(held["Normal"], look.body, lang=look.lang)
    _titles(held, look)
    _headings(held, look)
    _font(held["Body Text"], look.body)
    _pitch(held["Body Text"], look)
    _first_line(held["Body Text"], look)
    _guidance(held, look)
    for level in (1, 2):
        style = _own(held, f"toc {level}", "Normal")
        style.paragraph_format.left_indent, style.paragraph_format.space_after = Mm(8 * (level - 1)), Pt(2)
        _font(style, (look.body[0], look.table[1] + 1))


def _own(held: Any, name: str, base: str) -> Any:
    style = held.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = held[base]
    return style


def _titles(held: Any, look: Look) -> None:
    for name, font in (("Title", look.title), ("Subtitle", (look.body[0], look.table[1]))):
        _font(held[name], font)
        held[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
        held[name].font.italic = False
    _plain(held["Title"])


def _headings(held: Any, look: Look) -> None:
    for level, font in enumerate(look.levels, 1):
        style = held[f"Heading {level}"]
        _font(style, font)
        style.font.bold = look.lang != "zh-CN"
        _number(style, _NUMBERING, level - 1)
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(6)
    annex = _own(held, "Annex", "Heading 1")
    annex.paragraph_format.page_break_before = True
    _number(annex, _NUMBERING + 1, 0)


def _guidance(held: Any, look: Look) -> None:
    line, guidance = _own(held, "Line", "Normal"), _own(held, "Guidance", "Normal")
    _font(line, (look.levels[1][0], look.body[1]))
    line.font.bold = line.paragraph_format.keep_with_next = True
    _font(guidance, (look.body[0], look.table[1]))
    guidance.font.color.rgb = _GREY
    guidance.paragraph_format.left_indent = Mm(6)
    _own(held, "Guidance title", "Guidance").font.bold = True


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


def _pitch(style: Any, look: Look) -> None:
    held = style.paragraph_format
    if look.pitch:
        held.line_spacing_rule, held.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.pitch)
        held.space_after = Pt(0)


def _first_line(style: Any, look: Look) -> None:
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


def numbering(file: Any, look: Look) -> None:
    """Add the lists that number headings and annexes."""
    part = file.part.numbering_part.element
    levels = [(form, pattern, f"Heading{n}") for n, (form, pattern) in enumerate(look.numbers, 1)]
    for number, held in ((_NUMBERING, levels), (_NUMBERING + 1, [("decimal", look.annex, "Annex")])):
        part.insert(0, parse_xml(_abstract(number, held)))
        part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


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


def page(file: Any, look: Look, *, is_wide: bool) -> None:
    """Set the paper, its margins and the page numbers; wide paper lies on its side, with narrow margins."""
    section = file.sections[0]
    section.start_type = WD_SECTION.NEW_PAGE
    short, long = Mm(210), Mm(297)
    section.page_width, section.page_height = (long, short) if is_wide else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    top, right, bottom, left = _WIDE if is_wide else look.margins
    section.top_margin, section.right_margin = Mm(top), Mm(right)
    section.bottom_margin, section.left_margin = Mm(bottom), Mm(left)
    if look.lang == "zh-CN":  # odd pages right, even pages left
        file.settings.odd_and_even_pages_header_footer = True
        _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.RIGHT, look)
        _page_number(section.even_page_footer.paragraphs[0], WD_ALIGN_PARAGRAPH.LEFT, look)
    else:
        _page_number(section.footer.paragraphs[0], WD_ALIGN_PARAGRAPH.CENTER, look)


def _page_number(paragraph: Any, alignment: Any, look: Look) -> None:
    paragraph.alignment = alignment
    dash = "—" if look.lang == "zh-CN" else ""
    paragraph.add_run(f"{dash} ".lstrip())
    field(paragraph, "PAGE", "1")
    paragraph.add_run(f" {dash}".rstrip())
    for run in paragraph.runs:
        run.font.size = Pt(14 if look.lang == "zh-CN" else look.table[1])
