"""Word documents as the tests read them: by python-docx, and in the file itself what that knows nothing of."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

HAN = "一二三四五六七八九十"


class Word:
    """A document read back."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file: Any = docx.Document(io.BytesIO(content))
        self.paragraphs: list[tuple[str, str]] = [(one.style.name, one.text) for one in self.file.paragraphs]
        self.tables: list[list[list[str]]] = [
            [[cell.text for cell in row.cells] for row in table.rows] for table in self.file.tables
        ]

    @property
    def text(self) -> str:
        """All text, in order of paragraphs, then of tables."""
        return "\n".join([*(text for _, text in self.paragraphs), *(c for t in self.tables for r in t for c in r)])

    def of(self, *styles: str) -> list[str]:
        """Return the texts of the paragraphs in some styles."""
        return [text for style, text in self.paragraphs if style in styles]

    def part(self, name: str) -> str:
        """Return one of the parts of the file."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as held:
            return held.read(name).decode()

    def headings(self) -> list[str]:
        """Return the headings with the numbers that a word processor gives them by their styles."""
        counts: dict[tuple[str, int], int] = {}
        return [self._numbered(one, counts) for one in self.file.paragraphs if self._numbers(one.style) is not None]

    def contents(self) -> list[tuple[str, str]]:
        """Return the entries of the contents, with the text of the paragraph to which each leads."""
        marks = {
            mark.get(qn("w:name")): "".join(run.text or "" for run in mark.getparent().iter(qn("w:t")))
            for mark in self.file.element.body.iter(qn("w:bookmarkStart"))
        }
        return [
            ("".join(run.text or "" for run in link.iter(qn("w:t"))), marks[link.get(qn("w:anchor"))])
            for link in self.file.element.body.iter(qn("w:hyperlink"))
        ]

    def after(self, heading: str) -> list[str]:
        """Return the texts between a heading and the next, those of tables cell by cell."""
        found: list[str] = []
        inside = False
        for block in self.file.element.body:
            text = ["".join(run.text or "" for run in one.iter(qn("w:t"))) for one in block.iter(qn("w:p"))]
            style = next(block.iter(qn("w:pStyle")), None) if block.tag == qn("w:p") else None
            name = style.get(qn("w:val")) if style is not None else ""
            if name in ("Heading1", "Annex"):
                inside = text == [heading]
            elif inside:
                found += text
        return found

    def _numbered(self, paragraph: Any, counts: dict[tuple[str, int], int]) -> str:
        number, level = self._numbers(paragraph.style) or ("", 0)
        counts[number, level] = counts.get((number, level), 0) + 1
        for key in [key for key in counts if key[0] == number and key[1] > level]:
            del counts[key]
        pattern = ""
        for n, (form, text, after) in enumerate(self._levels(number)):
            if n == level:
                pattern = text + {"space": " ", "nothing": ""}[after]
            value = counts.get((number, n), 0)
            shown = HAN[value - 1] if form == "chineseCountingThousand" else str(value)
            pattern = pattern.replace(f"%{n + 1}", shown) if n == level else pattern
        for n in range(level):
            pattern = pattern.replace(f"%{n + 1}", str(counts[number, n]))
        return pattern + paragraph.text

    @staticmethod
    def _numbers(style: Any) -> tuple[str, int] | None:
        """Return list and level by which a style numbers, also one that it is based on."""
        while style is not None:
            held = style.element.find(f".//{qn('w:numPr')}")
            if held is not None and style.name.startswith(("Heading", "Annex")):
                return held.find(qn("w:numId")).get(qn("w:val")), int(held.find(qn("w:ilvl")).get(qn("w:val")))
            style = style.base_style
        return None

    def _levels(self, number: str) -> Iterator[tuple[str, str, str]]:
        part = self.file.part.numbering_part.element
        held = next(one for one in part.iter(qn("w:num")) if one.get(qn("w:numId")) == number)
        wanted = held.find(qn("w:abstractNumId")).get(qn("w:val"))
        abstract = next(one for one in part.iter(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == wanted)
        for level in abstract.iter(qn("w:lvl")):
            yield tuple(level.find(qn(f"w:{name}")).get(qn("w:val")) for name in ("numFmt", "lvlText", "suff"))  # type: ignore[misc]
