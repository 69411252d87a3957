"""Texts and words in the form that their language asks for: width of signs, blanks, quotes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from macros.load.yaml_nodes import Node, nodes
from macros.load.yaml_scalars import is_prose
from macros.problems import Keys

_HAN = "\u3400-\u9fff"
_CLOSE, _OPEN = "，。；：、！？）》”", "（《“"
_TITLE = re.compile("(《[^》]{0,400}》|「[^」]{0,400}」|『[^』]{0,400}』)")
"""Inside a title a blank parts its lines."""
_BLANK = re.compile(rf"([{_HAN}{_CLOSE}])[ \u3000\xa0]+(?=[{_HAN}{_OPEN}])")
_SIGN = re.compile(rf"(?<=[{_HAN}）》”])([,;:?!])[ ]?(?=[{_HAN}（《“])|(?<=[{_HAN}）》”])([,;:?!.])$")
_BRACKETS = re.compile(rf"\(([^(){_HAN}]{{0,200}}[{_HAN}][^()]{{0,200}})\)")
_ROUND = re.compile(f"([^ ]?)（([^（）{_HAN}]*)）(?=(.?))")
_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_FULL = str.maketrans(",;:?!.", "，；：？！。")
_PLAIN_WORD = re.compile("[A-Za-z0-9][A-Za-z0-9/#.-]*")
_BLANKS = " \u3000\xa0"
_ONE_LINE = re.compile(r"[^\r\n]*")


def worded(text: str, *, keeps_edges: bool = False) -> str:
    """Return a sound YAML text with the words of its values mended; comments and all else stay.

    Words of the interface may begin or end with a blank, which is kept if `keeps_edges`.
    """
    splices = [(node, new) for keys, node in nodes(text).walk() for new in _scalar(text, keys, node, keeps_edges)]
    for node, new in sorted(splices, key=lambda one: one[0].start, reverse=True):
        text = text[: node.start] + new + text[node.end :]
    return text


def _scalar(text: str, keys: Keys, node: Node, keeps_edges: bool) -> Iterator[str]:
    """Yield what takes the place of a scalar on one line, if something does."""
    raw = text[node.start : node.end]
    if node.scalar is None or not _ONE_LINE.fullmatch(raw) or raw[:1] in ("|", ">", ""):
        return
    quote = raw[0] if raw[0] in "\"'" and raw[-1] == raw[0] and len(raw) > 1 else ""
    held = raw[1:-1] if quote else raw
    language = keys[-1] if keys and keys[-1] in LANGUAGES else ""
    better = LANGUAGES[language](held) if language else _word(held) if not quote else held
    if language and not keeps_edges:
        better = better.strip(_BLANKS)
    if language and not quote and is_prose(better):
        quote, better = '"', better.replace("\\", "\\\\").replace('"', '\\"')
    if (new := f"{quote}{better}{quote}") != raw:
        yield new


def _either(text: str) -> str:
    text = _WIDE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return re.sub("  +", " ", text)


def _chinese(text: str) -> str:
    """Write what stands between Chinese characters in full width, and take blanks from between them."""
    text = _BRACKETS.sub(r"（\1）", _either(text))
    text = _SIGN.sub(lambda found: found[0].strip().translate(_FULL), text)
    parts = _TITLE.split(text)
    parts[::2] = [_BLANK.sub(r"\1", part) for part in parts[::2]]
    return "".join(parts)


def _english(text: str) -> str:
    """Write brackets in half width, with the blanks around them that English has."""

    def narrow(found: re.Match[str]) -> str:
        before, held, after = found.groups()
        return (
            f"{before}{' ' if before and before not in '(“‘' else ''}({held.strip()}){' ' if after.isalnum() else ''}"
        )

    return _ROUND.sub(narrow, _either(text))


def _word(word: str) -> str:
    """Write a date, an id or a number in half width."""
    narrow = unicodedata.normalize("NFKC", word)
    return narrow if _PLAIN_WORD.fullmatch(narrow) else word


LANGUAGES = {"zh": _chinese, "en": _english}
"""Language → a text of it, without its quotes, as it is to be written."""
