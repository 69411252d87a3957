"""The lines that version control leaves in a text where two changes met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problems import Said

_MARKER = re.compile(r"^(<{7}|={7}|>{7})(?: .*)?\r?$", re.MULTILINE)

MESSAGE = Said(
    "a merge conflict: two versions of these lines, between <<<<<<< and >>>>>>>",
    "合并冲突：<<<<<<<和>>>>>>>之间的几行有两个版本",
)
HINT = Said(
    "Choose one side or join both, then delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    "请选一个版本，或把两个合在一起，再删去以<<<<<<<、=======和>>>>>>>开头的行。",
)


def conflicts(text: str) -> Iterator[int]:
    """Yield the line, from 1, where each conflict begins; a line of ======= alone underlines a heading."""
    opened = False
    for marker in _MARKER.finditer(text) if "<<<<<<<" in text or ">>>>>>>" in text else ():
        begins, ends = marker[1][0] == "<", marker[1][0] == ">"
        if begins or (ends and not opened):
            yield text.count("\n", 0, marker.start()) + 1
        opened = (opened or begins) and not ends
