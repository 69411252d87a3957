"""An edit as an editor makes it: other words in one text of a file of data."""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"([a-z]{4,})\.(?=[\"']?[,}\n])")


def edited(text: str, number: int) -> str:
    """Return a file of data with a number in its first English sentence."""
    found = _ENGLISH.sub(rf"\1 ({number}).", text, count=1)
    assert found != text
    return found
