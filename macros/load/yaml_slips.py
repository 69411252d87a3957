"""Slips that can be seen in a line of YAML itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

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

_BLANK_HINT = 'After a key comes a half-width colon and a blank, for example zh: "…".'
_INNER_HINT = 'Quotes inside the text are written “…” or \\".'
QUOTES_HINT = 'Put the text between half-width double quotes: "…".'

_Found = tuple[int, str, str] | None
"""Column from 0, message and hint of a slip in a line."""


def in_key(key: str) -> tuple[str, str] | None:
    """Return message and hint for a key that only a slip can have made, else None."""
    for pattern, message, hint in ((_FULL_WIDTH, _full_width, _BLANK_HINT), (_NO_BLANK, _no_blank, _BLANK_HINT)):
        found = pattern.match(key)
        if found:
            return message(found[1]), hint
    return None


def _full_width(key: str) -> str:
    return f"a full-width colon after '{key}'"


def _no_blank(key: str) -> str:
    return f"no blank after the colon of '{key}'"


def _colon(line: str) -> _Found:
    for pattern, message in ((_FULL_WIDTH, _full_width), (_NO_BLANK, _no_blank)):
        found = pattern.search(line)
        if found:
            return found.end(1), message(found[1]), _BLANK_HINT
    return None


def _dash(line: str) -> _Found:
    if found := _CLOSE_DASH.search(line):
        return found.start(1), "no blank after the dash", "Each entry of a list begins with '- ', a dash and a blank."
    if found := _OTHER_DASH.search(line):
        return found.start(1), f"{found[1]} in place of a dash", "Each entry of a list begins with '- ', in half width."
    return None


def _between(line: str) -> _Found:
    """Find a comma or a bracket in full width between entries; texts in quotes may have them."""
    bare = _TEXT.sub(lambda text: f'"{"·" * (len(text[0]) - 2)}"', line)
    if found := _WIDE_COMMA.search(bare):
        place = found.start(found.lastgroup or 0)
        if not bare[found.end() :].strip() and not re.search(r"[\[{]", bare):
            return place, "a full-width comma at the end", "Remove it: what stands on a line of its own needs none."
        return place, "a full-width comma between the entries", "Write ', ', in half width."
    if found := _NO_COMMA.search(bare):
        return found.start("none"), "a comma is missing between the entries", "Write ', ' between them."
    if found := _WIDE_BRACKET.search(bare):
        mark = found[found.lastgroup or 0]
        half = unicodedata.normalize("NFKC", mark).translate(_SQUARE)
        return found.start(found.lastgroup or 0), f"a full-width bracket, {mark}", f"Write {half}."
    return None


def _quotes(line: str) -> _Found:
    closed = _CLOSED.search(line)
    marks = [found.start(1) for found in _QUOTE.finditer(line)]
    if len(marks) % 2:
        opened = closed.start() if closed else marks[-1]
        return opened, "a double quote opens here and is not closed", f'{_INNER_HINT} The text ends with a ".'
    if closed:
        return closed.end() - 1, "the quoted text ends here, but more follows on the line", _INNER_HINT
    return None


def _curly(line: str) -> _Found:
    found = _CURLY.search(line)
    return (found.start(1), f"the value begins with {found[1]}, which does not quote", QUOTES_HINT) if found else None


LINE: tuple[Callable[[str], _Found], ...] = (_colon, _dash, _between, _quotes, _curly)
