"""Fields of Word documents, which the library does not know."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn


def field(paragraph: Any, what: str, shown: str) -> None:
    """Add a field to a paragraph, with what it shows until a word processor works it out."""
    for kind, text in (("begin", ""), ("", what), ("separate", ""), ("text", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "text" else "")
        if kind in ("begin", "separate", "end"):
            char(run, kind)
        elif not kind:
            code(run, text)


def char(run: Any, kind: str) -> None:
    """Add a mark at which a field begins, shows or ends."""
    held = OxmlElement("w:fldChar")
    held.set(qn("w:fldCharType"), kind)
    run._r.append(held)  # noqa: SLF001  # the library has no fields


def code(run: Any, what: str) -> None:
    """Add what a field works out."""
    held = OxmlElement("w:instrText")
    held.set(qn("xml:space"), "preserve")
    held.text = what
    run._r.append(held)  # noqa: SLF001  # the library has no fields
