"""What a text must not hold before it is parsed: the parser would stumble elsewhere, or speak of tokens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from macros.load import conflict_markers

# What YAML cannot hold, and three line breaks that only YAML takes for such: lines would be counted differently.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile(r"^ *(\t)", re.MULTILINE)
# Whatever looks like a blank and is none to YAML: it would be part of the key.
BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK = re.compile(f"^ *(?:- +)*([{BLANKS}])", re.MULTILINE)
_KEY = "[A-Za-z_][A-Za-z0-9_-]*:"
_AFTER = re.compile(rf"""(?:^ *(?:- +)*(?:{_KEY}|-)|[{{,] *{_KEY}(?=.["“{{\[]))([{BLANKS}])""", re.MULTILINE)
"""Behind a dash or a key; inside { } only before a text in quotes, since texts have commas and colons too."""


class Refused(NamedTuple):
    """A place in a text that cannot be read; line and column from 1."""

    line: int
    column: int
    rule: str
    message: str
    hint: str


def refused(text: str) -> Iterator[Refused]:
    """Yield what stands in the way of reading a text."""
    yield from _conflicts(text)
    if "\t" in text:
        yield from _tabs(text)
    if not text.isascii():
        yield from _blanks(text)
    yield from _unprintable(text)


def _conflicts(text: str) -> Iterator[Refused]:
    for line in conflict_markers.conflicts(text):
        yield Refused(line, 1, "conflict-marker", conflict_markers.MESSAGE, conflict_markers.HINT)


def _tabs(text: str) -> Iterator[Refused]:
    tabs = [indent.start(1) for indent in _TAB.finditer(text)]
    if tabs:
        message = f"a tab in the indentation{_more(len(tabs))}"
        yield Refused(*place(text, tabs[0]), "yaml-tab", message, "Indent with spaces, two a level.")


def _blanks(text: str) -> Iterator[Refused]:
    found = list(_BLANK.finditer(text))
    for character in dict.fromkeys(one[1] for one in found):
        same = [one for one in found if one[1] == character]
        message = f"{named(character)} in the indentation{_more(len(same))}"
        hint = "Indent with the blanks of the space bar, in half width, two a level."
        yield Refused(*place(text, same[0].start(1)), "yaml-blank", message, hint)
    for one in _AFTER.finditer(text):
        message = f"{named(one[1])} where a blank of the space bar belongs"
        yield Refused(*place(text, one.start(1)), "yaml-blank", message, "Replace it by one in half width.")


def _more(lines: int) -> str:
    return f" (of {lines} lines)" if lines > 1 else ""


def _unprintable(text: str) -> Iterator[Refused]:
    told = set()
    for found in _UNPRINTABLE.finditer(text):
        line, column = place(text, found.start())
        if (line, found[0]) not in told:
            told.add((line, found[0]))
            message = f"the invisible character U+{ord(found[0]):04X}, which is not allowed here"
            hint = "Delete it; it usually comes with pasted text."
            yield Refused(line, column, "yaml-character", message, hint)


def named(character: str) -> str:
    """Return a character that looks like another by its name: "an ideographic space (U+3000)"."""
    name = unicodedata.name(character, "character").lower()
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name} (U+{ord(character):04X})"


def place(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of a place in a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
