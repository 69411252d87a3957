"""Word documents, made of lines of the test and read back."""

from __future__ import annotations

import pytest

from macros.export import docx
from macros.export.document import Block, Document, Guidance, Heading, Paragraph, Subtitle
from macros.export.table import Table
from macros.wording import LANGUAGES
from tests.support.some import some
from tests.support.word import Word

HOSTILE = {
    "markup": "<script>alert(1)</script> & </w:t>",
    "template": "{{ 7*7 }} {% include 'x' %}",
    "entity": "&lt;b&gt; &#0; ]]>",
    "right to left": "\u202eabc\u202c \u2067x",
    "two planes": "𠮷 😀",
}
"""Texts that stand as they are."""
FORBIDDEN = "a\x00b\x01c\x0bd\x1fe" + chr(0xD800) + "f" + chr(0xDFFF) + "g" + chr(0xFFFE) + "h" + chr(0xFFFF) + "i"


def document(*blocks: Block, language: str = "en", subtitle: str = "S") -> Document:
    """Return a document with some blocks."""
    return Document(language, "A plan", subtitle, "Contents", blocks, "2026-11-02", "The handbook")


def written(*blocks: Block, language: str = "en", subtitle: str = "S") -> Word:
    """Return such a document, written and read back."""
    return Word(docx.write(document(*blocks, language=language, subtitle=subtitle)))


TWO = tuple(
    block
    for n in range(1, 11)
    for block in (Heading(1, f"Part {n}", f"{n}. Part {n}"), Heading(2, "First", f"{n}.1 First"), Paragraph("Text"),
                  Heading(2, "Second", f"{n}.2 Second"))
)  # fmt: skip
HAN = tuple(
    block
    for n in "一二三四五六七八九十"
    for block in (Heading(1, f"第{n}", f"{n}、第{n}"), Heading(2, "甲", "（一）甲"), Heading(2, "乙", "（二）乙"))
)
ANNEXES = {
    "en": tuple(Heading(1, f"More {n}", f"Annex {n}  More {n}", is_annex=True) for n in (1, 2)),
    "zh": tuple(Heading(1, f"另{n}", f"附件{n}　另{n}", is_annex=True) for n in (1, 2)),
}


@pytest.mark.parametrize(("language", "blocks"), [("en", TWO), ("zh", HAN)])
def test_headings_are_numbered_by_their_styles(language: str, blocks: tuple[Block, ...]) -> None:
    """A word processor gives them the numbers that the contents have; annexes are counted apart."""
    whole = (*blocks, *ANNEXES[language])
    word = written(*whole, language=language)
    headings = some(block for block in whole if isinstance(block, Heading))

    assert word.headings() == [one.headed for one in headings]
    assert word.of("Heading 1", "Heading 2", "Annex") == [one.text for one in headings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_lead_to_each_heading(language: str) -> None:
    """They have an entry for each that can be read before any field is worked out, and the field begins and ends."""
    blocks = (*(TWO if language == "en" else HAN), *ANNEXES[language])
    word = written(*blocks, language=language)
    marks = word.part("word/document.xml")

    assert word.contents() == [(one.headed, one.text) for one in blocks if isinstance(one, Heading)]
    assert [marks.count(f'w:fldCharType="{kind}"') for kind in ("begin", "separate", "end")] == [1, 1, 1]
    assert 'TOC \\o "1-2"' in marks
    assert marks.index("TOC") < marks.index("w:hyperlink") < marks.index('"end"') < marks.index("w:bookmarkStart")


def test_a_document_without_headings_has_no_field() -> None:
    word = written(Paragraph("Text"))

    assert "fldChar" not in word.part("word/document.xml")
    assert "Text" in word.of("Body Text")


def test_tables_repeat_their_heads() -> None:
    """The first row of each, and no other; cells are as wide as their columns' shares."""
    table = Table("Things", ("One", "Two"), (("a", "b"), ("c", "d")), (3, 1))
    word = written(table, Table("Others", ("X",), (("y",),)))

    assert word.tables == [[["One", "Two"], ["a", "b"], ["c", "d"]], [["X"], ["y"]]]
    assert word.of("Line")[1:] == ["Things", "Others"]
    for held in word.file.tables:
        repeated = ["tblHeader" in row._tr.xml for row in held.rows]  # noqa: SLF001  # which it does not know
        assert repeated == [True, *(False for _ in held.rows[1:])]
    for held in (word.file.tables[0].rows[1].cells, word.file.tables[0].columns):
        one, two = (part.width for part in held)
        assert round(one / two, 3) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_its_look(language: str) -> None:
    """Chinese papers have the fonts, pitch and page numbers of their standard; both are on A4."""
    word = written(Paragraph("x"), language=language)
    body, section = word.file.styles["Body Text"], word.file.sections[0]
    fonts = word.part("word/styles.xml")

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert ("仿宋" in fonts, "黑体" in fonts) == (language == "zh", language == "zh")
    assert (body.paragraph_format.line_spacing is not None) == (language == "zh")
    assert word.file.settings.odd_and_even_pages_header_footer == (language == "zh")
    assert "PAGE" in section.footer.paragraphs[0]._p.xml  # noqa: SLF001
    assert word.file.core_properties.language == {"zh": "zh-CN", "en": "en-GB"}[language]


def test_guidance_stands_apart_from_the_text() -> None:
    word = written(Guidance("Mind", ("one", "two")), Guidance("", ("three",)), Subtitle("Above"), Paragraph("Text"))

    assert word.paragraphs[-6:] == [
        ("Guidance title", "Mind"), ("Guidance", "one"), ("Guidance", "two"), ("Guidance", "three"), ("Line", "Above"),
        ("Body Text", "Text"),
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_document_gives_the_same_bytes(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the clock says; only the day of the data is in the file."""
    once = docx.write(document(*TWO, language=language))
    monkeypatch.setattr("time.time", lambda: 86_400.0 * 365 * 40)
    word = Word(once)

    assert docx.write(document(*TWO, language=language)) == once
    assert word.file.core_properties.created.date().isoformat() == "2026-11-02"
    assert word.file.core_properties.modified == word.file.core_properties.created


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stands_as_it_is(name: str) -> None:
    """In each kind of block; nothing of it is read as anything but text."""
    text = HOSTILE[name]
    word = written(
        Heading(1, text, text), Guidance(text, (text,)), Subtitle(text), Paragraph(text),
        Table(text, (text,), ((text,),)), subtitle=text,
    )  # fmt: skip

    assert [style for style, held in word.paragraphs if held == text] == [
        "Subtitle", "toc 1", "Heading 1", "Guidance title", "Guidance", "Line", "Body Text", "Line",
    ]  # fmt: skip
    assert word.tables == [[[text], [text]]]


def test_what_xml_has_no_place_for_is_replaced() -> None:
    """The file opens, and it shows that a sign was there."""
    shown = "a�b�c�d�e�f�g�h�i"
    word = written(Heading(1, FORBIDDEN, FORBIDDEN), Paragraph(FORBIDDEN), Table("t", ("c",), ((FORBIDDEN,),)))

    assert word.of("Heading 1", "Body Text") == [shown, shown]
    assert word.tables == [[["c"], [shown]]]
