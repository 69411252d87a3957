"""Both languages side by side: what each block of a page says in the other language.

The pages of both languages come from the same templates, so their markup differs in the words alone. A block is text
between two tags of `BLOCKS`; it has its like in the other language's page where it stands below the same anchor, in
the same tag, with the same links, as the same of several. A browser finds a block by its text.
"""

from __future__ import annotations

import html
import json
import re
import zlib
from collections.abc import Sequence
from typing import NamedTuple

from macros.patterns import any_of
from macros.wording import HTML_LANG

BLOCKS = (
    "address", "article", "aside", "blockquote", "button", "caption", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "label", "legend", "li", "nav", "ol",
    "option", "p", "pre", "section", "select", "summary", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
)  # fmt: skip
"""Elements that begin and end a text. Whatever else a page has stands within one."""
PARTS = ("hb-row__q", "hb-row__a", "hb-headline__layer", "hb-headline__words", "hb-prose")
"""Classes of spans that stand beside each other, so that each is a text."""
SCOPES = ("id", "data-ref", "data-row", "data-item", "data-entity")
"""Attributes that are the same in both languages and tell one part of a page from another."""
_TAG = re.compile(rf"(</?(?:{any_of(BLOCKS)})\b[^>]*>|<span class=\"(?:{'|'.join(PARTS)})\"[^>]*>)")
_SCOPE = re.compile(rf' (?:{"|".join(SCOPES)})="([^"]*)"')
_LINK = re.compile(r'<a (?!class="(?:hb-gloss|headerlink)")[^>]*?href="([^"]*)"')
"""Terms of the glossary are linked where a language uses them first."""
_INLINE = re.compile(r'<span class="hb-(?:sr|who)"[^>]*>[^<]*</span>|<a class="headerlink".*?</a>|<[^>]*>', re.DOTALL)
"""What is no text in sight, and what marks text."""
_LETTER = re.compile(r"[^\W\d_]")
_OTHER = re.compile(r"<(?:button|option|legend|pre|svg|summary aria-label|p class=.hb-acts|li id=.r\d+)\b")
"""What is no statement: it acts, is drawn, or names a source, whose title has one language."""


class Block(NamedTuple):
    """A text of a page."""

    scope: str
    place: tuple[object, ...]
    """What its like in the other language has, too."""
    text: str


def script(own: Sequence[Block], other: Sequence[Block], language: str) -> str:
    """Return the script with the words of another page, whose language is given, for the blocks of one page."""
    held = json.dumps(words(own, other), ensure_ascii=False, separators=(",", ":"))
    shown = (*BLOCKS, *(f".{one}" for one in PARTS))
    settings = json.dumps({"lang": HTML_LANG[language], "blocks": shown, "scopes": SCOPES}, separators=(",", ":"))
    return f"handbook.twins({settings},{held});\n"


def words(own: Sequence[Block], other: Sequence[Block]) -> dict[str, str]:
    """Return the key of each block's text in a page → what the other page says; nothing for what says the same.

    A text that the other language words in several ways has the keys of its places before its own.
    """
    twins = {block.place: block.text for block in other}
    said = [(block, key(block.text), _worth(block.text, twins.get(block.place, ""))) for block in own]
    held: dict[str, str] = {}
    several = {name for _, name, twin in said if held.setdefault(name, twin) != twin}
    placed: dict[str, str] = {}
    for block, name, twin in said:
        if name in several:  # of two in one part of a page the first is the one that heads it
            placed.setdefault(key(block.text, block.scope), twin)
    return {name: twin for name, twin in held.items() if twin} | placed


def key(text: str, scope: str = "") -> str:
    """Return the name of a text, whatever space is in it: of all that has it, or of that in one part of a page."""
    return f"{zlib.crc32((scope + ''.join(text.split())).encode()):x}"


def _worth(text: str, twin: str) -> str:
    """Return what a reader of both wants to see: not numbers alone, nor a term and its translation swapped."""
    if text == twin or not (_LETTER.search(text) and _LETTER.search(twin)):
        return ""
    return "" if len(text) == len(twin) and sorted(text) == sorted(twin) else twin


def blocks(page: str) -> list[Block]:
    """Return the texts of a page, in order."""
    scope, seen = "", dict[tuple[object, ...], int]()
    held = []
    parts = _TAG.split(page)
    for tag, inner in zip(parts[1::2], parts[2::2], strict=True):
        if '="' in tag and (found := _SCOPE.search(tag)):
            scope = found[1]
        if not inner or inner.isspace() or _OTHER.match(tag):
            continue
        links = _LINK.findall(inner) if "<a" in inner else ()
        text = _INLINE.sub("", inner.replace("<br", " <br").replace("<small", " <small")) if "<" in inner else inner
        if text := " ".join((html.unescape(text) if "&" in text else text).split()):
            place = (scope, tag, *links)
            number = seen[place] = seen.get(place, 0) + 1
            held.append(Block(scope, (*place, number), text))
    return held
