"""What is still to be written: notes to oneself that stand in a text or in the place of a value."""

from __future__ import annotations

import re

_PAIRS = ("（）", "()", "《》", "“”", "‘’", "「」", "『』", "[]")
# What stands in brackets or quotes may be in another language. No repetition is without bounds, or a text of opening
# brackets alone would be looked through from each of them to its end.
ASIDE = re.compile("|".join(rf"\{opens}[^\{closes}]{{0,400}}\{closes}" for opens, closes in map(tuple, _PAIRS)))
_TO_WRITE = re.compile(r"\b(?:TODO|FIXME|TBD)\b")
_NOTHING = re.compile(r"待补充?|待写|待译|待定|[.。…?？-]{1,20}")


def unwritten(text: str) -> str:
    """Return the note to oneself that stands in a text or in place of it, in whatever language; "" for none."""
    found = _NOTHING.fullmatch(text) or (_TO_WRITE.search(text) and _TO_WRITE.search(ASIDE.sub("", text)))
    return found[0] if found else ""
