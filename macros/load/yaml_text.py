"""What a text must not hold before it is parsed: the parser would stumble elsewhere, or speak of tokens."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from macros.load import conflict_markers
from macros.problems import SILENCE, Said

# What YAML cannot hold, and three line breaks that only YAML takes for such: lines would be counted differently.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAB = re.compile(r"^ *(\t)", re.MULTILINE)
# Whatever looks like a blank and is none to YAML: it would be part of the key.
BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK = re.compile(f"^ *(?:- +)*([{BLANKS}])", re.MULTILINE)
_KEY = "[A-Za-z_][A-Za-z0-9_-]*:"
_AFTER = re.compile(rf"""(?:^ *(?:- +)*(?:{_KEY}|-)|[{{,] *{_KEY}(?=.["“{{\[]))([{BLANKS}])""", re.MULTILINE)
"""Behind a dash or a key; inside { } only before a text in quotes, since texts have commas and colons too."""
_BLANK_NAMES = {"\u3000": "全角空格", "\xa0": "不换行空格", "\u202f": "窄不换行空格"}


class Refused(NamedTuple):
    """A place in a text that cannot be read; line and column from 1."""

    line: int
    column: int
    rule: str
    message: Said
    hint: Said


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
        more = _more(len(tabs))
        message = Said(f"a tab in the indentation{more.en}", f"行首用了制表符（Tab）{more.zh}")
        hint = Said("Indent with spaces, two a level.", "请用空格缩进，每级两个。")
        yield Refused(*place(text, tabs[0]), "yaml-tab", message, hint)


def _blanks(text: str) -> Iterator[Refused]:
    found = list(_BLANK.finditer(text))
    for character in dict.fromkeys(one[1] for one in found):
        same = [one for one in found if one[1] == character]
        name, more = named(character), _more(len(same))
        message = Said(f"{name.en} in the indentation{more.en}", f"行首用了{name.zh}{more.zh}")
        hint = Said(
            "Indent with the blanks of the space bar, in half width, two a level.",
            "请用半角空格缩进，每级两个。",
        )
        yield Refused(*place(text, same[0].start(1)), "yaml-blank", message, hint)
    for one in _AFTER.finditer(text):
        name = named(one[1])
        message = Said(f"{name.en} where a blank of the space bar belongs", f"该用半角空格的地方用了{name.zh}")
        hint = Said("Replace it by one in half width.", "请换成半角空格。")
        yield Refused(*place(text, one.start(1)), "yaml-blank", message, hint)


def _more(lines: int) -> Said:
    return Said(f" (of {lines} lines)", f"（共{lines}行）") if lines > 1 else SILENCE


def _unprintable(text: str) -> Iterator[Refused]:
    told = set()
    for found in _UNPRINTABLE.finditer(text):
        line, column = place(text, found.start())
        if (line, found[0]) not in told:
            told.add((line, found[0]))
            code = f"U+{ord(found[0]):04X}"
            message = Said(
                f"the invisible character {code}, which is not allowed here", f"看不见的字符{code}，这里不能有"
            )
            hint = Said("Delete it; it usually comes with pasted text.", "请删去；它多半是粘贴时带进来的。")
            yield Refused(line, column, "yaml-character", message, hint)


def named(character: str) -> Said:
    """Return a character that looks like another by its name: "an ideographic space (U+3000)"."""
    name, code = unicodedata.name(character, "character").lower(), f"U+{ord(character):04X}"
    en, zh = f"{'an' if name[0] in 'aeiou' else 'a'} {name}", _BLANK_NAMES.get(character, "特殊空格")
    return Said(f"{en} ({code})", f"{zh}（{code}）")


def place(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of a place in a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)
