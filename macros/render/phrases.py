"""Where a Chinese heading may turn to its next line: between phrases, never inside a word.

A browser breaks Chinese after any character; with `word-break: keep-all` it breaks where a `<wbr>` stands.
"""

from __future__ import annotations

import functools
import re
from itertools import pairwise

_TAG_OR_ENTITY = re.compile(r"(<[^>]+>|&#?\w+;)")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z0-9&;/.\-]")
_OPENING = frozenset("（《〈“‘【[(")
_CLOSING = frozenset("）》〉”’】])")
_PAUSES = frozenset("，、：；。！？")
_JOINS_NEXT = frozenset("与和及或在对为把由从向以不") | _OPENING
"""Words of one character that begin a phrase; any other single character ends one."""


def with_breaks(html: str) -> str:
    """Return a line of Chinese HTML with `<wbr>` between its phrases."""
    return "".join(
        part if _TAG_OR_ENTITY.fullmatch(part) else "<wbr>".join(phrases(part)) for part in _TAG_OR_ENTITY.split(html)
    )


@functools.cache
def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which together are the text."""
    import rjieba  # loads its dictionary, which commands that show nothing do not need

    words = rjieba.cut(text)
    held = words[:1]
    for previous, word in pairwise(words):
        if _may_break(previous, word, held[-1]):
            held.append(word)
        else:
            held[-1] += word
    return tuple(held)


def _may_break(previous: str, word: str, phrase: str) -> bool:
    """Tell whether a line may end between two words; `phrase` is what stands before the second."""
    if previous in _JOINS_NEXT or previous[-1] in _OPENING or word.isspace() or previous.isspace():
        return False
    if previous[-1] in _PAUSES:
        return word[0] not in _CLOSING
    if len(phrase) == 1 and _HAN.match(phrase):
        return False
    if _LATIN.match(previous[-1]) and _LATIN.match(word[0]):
        return False
    if not _HAN.match(word[0]):  # a sign that ends, or the first of a Latin word
        return word[0] in _OPENING or bool(_LATIN.match(word[0]) and _HAN.match(previous[-1]))
    return len(word) > 1 or word in _JOINS_NEXT
