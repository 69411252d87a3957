"""Slips that can be seen in a line of YAML itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from macros.problems import Said

_KEY = r"(?:^\s*(?:- +)*|[{,]\s*)([A-Za-z_][\w-]*)"
_NO_BLANK = re.compile(_KEY + r":(?=[^\s/:])", re.ASCII)
_FULL_WIDTH = re.compile(_KEY + "：", re.ASCII)
_CURLY = re.compile(r"(?:: +|- +|[\[{,]\s*)([“”‘’])")
_CLOSED = re.compile(r"""(?<![^\s\[{,])"(?:[^"\\]|\\.)*"(?=\s*[^\s#,\]}:])""")
_QUOTE = re.compile(r"""(?<!\\)(?:\\\\)*(")""")
_CLOSE_DASH = re.compile(r"""^\s*(?:- +)*(-)(?=[{\["'“A-Za-z])""")
_OTHER_DASH = re.compile(r"""^\s*([－—–―•·●]|[*+](?=\s))\s*(?=[{\["'“A-Za-z])""")
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')
_WIDE_COMMA = re.compile(
    r'"\s*(?P<after>[，、；])|(?P<before>[，、；])\s*[A-Za-z_][\w-]*[:：]|[\]}]\s*(?P<mapping>[，、；])'
)
_WIDE_BRACKET = re.compile(
    r"""(?:: +|- +|[\[{,]\s*)(?P<open>[｛［【])\s*["“A-Za-z\[{]|["”\w\]}]\s*(?P<close>[｝］】])\s*[,}\]]*\s*$"""
)
_NO_COMMA = re.compile(r"""[{,][^{}]*?"(?P<none>\s+)[A-Za-z_][\w-]*: """)
_SQUARE = str.maketrans("【】", "[]")

_BLANK_HINT = Said(
    'After a key comes a half-width colon and a blank, for example zh: "…".',
    '键后面是半角冒号和一个空格，例如zh: "…"。',
)
_INNER_HINT = Said('Quotes inside the text are written “…” or \\".', '文字里面的引号写“…”或者\\"。')
_ENDING_HINT = Said(f'{_INNER_HINT.en} The text ends with a ".', f'{_INNER_HINT.zh}文字以"结尾。')
QUOTES_HINT = Said('Put the text between half-width double quotes: "…".', '请把文字放在半角双引号之间："…"。')
NO_COMMA_AT_THE_END = Said(
    "Remove it: what stands on a line of its own needs none.", "请删去：各占一行的内容不用逗号隔开。"
)
_WIDE_COMMA_AT_THE_END = Said("a full-width comma at the end", "末尾多了一个全角逗号")

_Found = tuple[int, Said, Said] | None
"""Column from 0, message and hint of a slip in a line."""


def in_key(key: str) -> tuple[Said, Said] | None:
    """Return message and hint for a key that only a slip can have made, else None."""
    for pattern, message, hint in ((_FULL_WIDTH, _full_width, _BLANK_HINT), (_NO_BLANK, _no_blank, _BLANK_HINT)):
        found = pattern.match(key)
        if found:
            return message(found[1]), hint
    return None


def _full_width(key: str) -> Said:
    return Said(f"a full-width colon after '{key}'", f"“{key}”后面是全角冒号")


def _no_blank(key: str) -> Said:
    return Said(f"no blank after the colon of '{key}'", f"“{key}:”后面缺一个空格")


def _colon(line: str) -> _Found:
    for pattern, message in ((_FULL_WIDTH, _full_width), (_NO_BLANK, _no_blank)):
        found = pattern.search(line)
        if found:
            return found.end(1), message(found[1]), _BLANK_HINT
    return None


def with_colon(line: str, column: int) -> str:
    """Return a line with what is meant by the slip that `LINE` finds at a column after a key; "" for another slip."""
    found = _colon(line)
    return f"{line[:column]}: {line[column + 1 :].lstrip(' ')}" if found and found[0] == column else ""


def _dash(line: str) -> _Found:
    if found := _CLOSE_DASH.search(line):
        message = Said("no blank after the dash", "短横后面缺一个空格")
        hint = Said(
            "Each entry of a list begins with '- ', a dash and a blank.", "列表的每一项都以“- ”开头：短横加一个空格。"
        )
        return found.start(1), message, hint
    if found := _OTHER_DASH.search(line):
        message = Said(f"{found[1]} in place of a dash", f"该用短横的地方用了{found[1]}")
        hint = Said("Each entry of a list begins with '- ', in half width.", "列表的每一项都以“- ”开头，用半角。")
        return found.start(1), message, hint
    return None


def _between(line: str) -> _Found:
    """Find a comma or a bracket in full width between entries; texts in quotes may have them."""
    bare = _TEXT.sub(lambda text: f'"{"·" * (len(text[0]) - 2)}"', line)
    if found := _WIDE_COMMA.search(bare):
        place = found.start(found.lastgroup or 0)
        if not bare[found.end() :].strip() and not re.search(r"[\[{]", bare):
            return place, _WIDE_COMMA_AT_THE_END, NO_COMMA_AT_THE_END
        message = Said("a full-width comma between the entries", "各项之间用了全角逗号")
        return place, message, Said("Write ', ', in half width.", "请改用半角的“, ”。")
    closed = _CLOSED.search(line)
    is_broken_off = closed and not line[closed.end()].isspace()  # a quote inside a text, of which _quotes tells
    if not is_broken_off and (found := _NO_COMMA.search(bare)):
        message = Said("a comma is missing between the entries", "各项之间缺逗号")
        return found.start("none"), message, Said("Write ', ' between them.", "请在中间写半角的“, ”。")
    if found := _WIDE_BRACKET.search(bare):
        mark = found[found.lastgroup or 0]
        half = unicodedata.normalize("NFKC", mark).translate(_SQUARE)
        message = Said(f"a full-width bracket, {mark}", f"全角括号{mark}")
        return found.start(found.lastgroup or 0), message, Said(f"Write {half}.", f"请改用{half}。")
    return None


def _quotes(line: str) -> _Found:
    closed = _CLOSED.search(line)
    marks = [found.start(1) for found in _QUOTE.finditer(line)]
    if len(marks) % 2:
        opened = closed.start() if closed else marks[-1]
        return opened, Said("a double quote opens here and is not closed", "这里的双引号没有配对"), _ENDING_HINT
    if closed:
        message = Said("the quoted text ends here, but more follows on the line", "引号到这里就结束了，后面却还有内容")
        return closed.end() - 1, message, _INNER_HINT
    return None


def _curly(line: str) -> _Found:
    found = _CURLY.search(line)
    if not found:
        return None
    message = Said(f"the value begins with {found[1]}, which does not quote", f"内容以{found[1]}开头，它在这里不算引号")
    return found.start(1), message, QUOTES_HINT


LINE: tuple[Callable[[str], _Found], ...] = (_colon, _dash, _between, _quotes, _curly)
