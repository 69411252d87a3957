"""The lines that version control leaves in a text where two changes met."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MARKER = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)

MESSAGE = "a merge conflict: two versions of these lines, between <<<<<<< and >>>>>>>"
HINT = "Choose one side or join both, then delete the lines that begin with <<<<<<<, ======= and >>>>>>>."


def conflicts(text: str) -> Iterator[int]:
    """Yield the line, from 1, where each conflict begins; a line of ======= alone underlines a heading."""
    opened = False
    for marker in _MARKER.finditer(text) if "<<<<<<<" in text or ">>>>>>>" in text else ():
        begins, ends = marker[1][0] == "<", marker[1][0] == ">"
        if begins or (ends and not opened):
            yield text.count("\n", 0, marker.start()) + 1
        opened = (opened or begins) and not ends
