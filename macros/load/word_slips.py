"""Slips inside a single word that people do not see: signs in full width, a blank that is none, a dash too close."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from macros.load.yaml_text import BLANKS, named

_OPEN = {"【": "]", "［": "]", "〔": "]", "（": "]", "(": "]", "「": "]", "｛": "}"}
_PARTED = re.compile(r"\s*[，、；]\s*")
_JOINED = re.compile(r"(?=.*[a-z])[a-z0-9.-]+(?:\s*[,;]\s*[a-z0-9.-]+)+")
_BLANK = re.compile(f"[{BLANKS}]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_DASH = re.compile(r"^-(?=[A-Za-z\"'{\[])|(?<= )-(?=[A-Za-z])")


class Slip(NamedTuple):
    """What it is, and what to do."""

    what: str
    hint: str


def slip(word: str, *, is_list: bool) -> Slip | None:
    """Return the slip in a word that stands where an id, a number, a date or a list of them belongs."""
    half = _half(word)
    if word[:1] in _OPEN:
        inner = half[1:-1] if len(half) > 1 else ""
        opening, closing = ("{", "}") if _OPEN[word[0]] == "}" else ("[", "]")
        what = "round brackets hold no list" if word[0] == "(" else "the brackets are full-width"
        return Slip(what, f"Write {opening}{inner.strip()}{closing}.")
    if _PARTED.search(word):
        return Slip(
            "a full-width comma parts nothing", f"Write {f'[{half}]' if is_list else half}, with half-width commas."
        )
    if _JOINED.fullmatch(word):
        parts = re.split(r"\s*[,;]\s*", word)
        written = f"[{', '.join(parts)}]" if is_list else ", ".join(parts)
        return Slip("several stand here as one", f"Write {written}, without quotes around all.")
    if found := _BLANK.search(word):
        return Slip(f"{named(found[0])} is in it", f"Write {' '.join(half.split())}.")
    if _FULL_WIDTH.search(word):
        return Slip("letters, digits or signs are full-width", f"Write {half}.")
    if _DASH.search(word):
        return Slip("a hyphen without a blank begins no entry", "Write '- ' before each entry.")
    return None


def _half(word: str) -> str:
    """Return a word in half width, with a comma and a blank between its parts."""
    return unicodedata.normalize("NFKC", _PARTED.sub(", ", word))
