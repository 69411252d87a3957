"""Slips inside a single word that people do not see: signs in full width, a blank that is none, a dash too close."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from macros.load.yaml_text import BLANKS, named
from macros.problems import Said

_OPEN = {"【": "]", "［": "]", "〔": "]", "（": "]", "(": "]", "「": "]", "｛": "}"}
_PARTED = re.compile(r"\s*[，、；]\s*")
_JOINED = re.compile(r"(?=.*[a-z])[a-z0-9.-]+(?:\s*[,;]\s*[a-z0-9.-]+)+")
_BLANK = re.compile(f"[{BLANKS}]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_DASH = re.compile(r"^-(?=[A-Za-z\"'{\[])|(?<= )-(?=[A-Za-z])")


class Slip(NamedTuple):
    """What it is, and what to do."""

    what: Said
    hint: Said


def slip(word: str, *, is_list: bool) -> Slip | None:
    """Return the slip in a word that stands where an id, a number, a date or a list of them belongs."""
    half = _half(word)
    if word[:1] in _OPEN:
        inner = half[1:-1] if len(half) > 1 else ""
        opening, closing = ("{", "}") if _OPEN[word[0]] == "}" else ("[", "]")
        is_round = word[0] == "("
        what = Said(
            "round brackets hold no list" if is_round else "the brackets are full-width",
            "圆括号不表示列表" if is_round else "括号是全角的",
        )
        return Slip(what, _write(f"{opening}{inner.strip()}{closing}"))
    if _PARTED.search(word):
        better = f"[{half}]" if is_list else half
        hint = Said(f"Write {better}, with half-width commas.", f"请写{better}，用半角逗号。")
        return Slip(Said("a full-width comma parts nothing", "全角逗号不起分隔作用"), hint)
    if _JOINED.fullmatch(word):
        parts = re.split(r"\s*[,;]\s*", word)
        written = f"[{', '.join(parts)}]" if is_list else ", ".join(parts)
        hint = Said(f"Write {written}, without quotes around all.", f"请写{written}，外面不加引号。")
        return Slip(Said("several stand here as one", "几项写成了一项"), hint)
    if found := _BLANK.search(word):
        name = named(found[0])
        return Slip(Said(f"{name.en} is in it", f"里面有{name.zh}"), _write(" ".join(half.split())))
    if _FULL_WIDTH.search(word):
        return Slip(Said("letters, digits or signs are full-width", "字母、数字或符号是全角的"), _write(half))
    if _DASH.search(word):
        what = Said("a hyphen without a blank begins no entry", "短横后面没有空格，不算列表的一项")
        return Slip(what, Said("Write '- ' before each entry.", "每一项前面都写“- ”。"))
    return None


def _write(better: str) -> Said:
    return Said(f"Write {better}.", f"请写{better}。")


def _half(word: str) -> str:
    """Return a word in half width, with a comma and a blank between its parts."""
    return unicodedata.normalize("NFKC", _PARTED.sub(", ", word))
