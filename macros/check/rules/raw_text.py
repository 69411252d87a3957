"""What went wrong with a text on its way into its file, in data and in hand-written pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from macros.check.project import Project
from macros.leftovers import is_left_over
from macros.load import conflict_markers
from macros.problems import Problem

_NAMES = {"\ufffd": "a sign for what could not be read", "\xad": "a soft hyphen"}
_FILLERS = "\u115f\u1160\u3164\uffa0"
_BROKEN = re.compile(f"[\ufffd\xad\ue000-\uf8ff{_FILLERS}\u2e80-\u2fdf]")
# UTF-8 that was read as a Western code page, or as GBK, and written again.
_MOJIBAKE = re.compile("Ã[\x80-\xbfƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\x9d™œ“”˜¦“]|Â[\xa0-\xbf]|锟斤拷|烫烫烫|屯屯屯")


class _Fault(NamedTuple):
    start: int
    rule: str
    message: str
    hint: str


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each place of a file where its text is broken."""
    for file in _files(project.root):
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            continue  # the reader tells of data; MkDocs of pages
        faults = [*_broken(text), *(_conflicts(text) if file.suffix == ".md" else ())]
        for fault in sorted(faults):
            line, column = text.count("\n", 0, fault.start) + 1, fault.start - text.rfind("\n", 0, fault.start)
            path = file.relative_to(project.root).as_posix()
            yield Problem(path, line, column, fault.rule, fault.message, fault.hint)


def _files(root: Path) -> Iterator[Path]:
    for pattern in ("data/**/*.yml", "content/**/*.md"):
        yield from (file for file in sorted(root.glob(pattern)) if not is_left_over(file.name))


def _broken(text: str) -> Iterator[_Fault]:
    for found in _BROKEN.finditer(text):
        name = _NAMES.get(found[0]) or (
            "a character that cannot be seen" if found[0] in _FILLERS
            else "a radical of a dictionary, no character of a text" if found[0] < "\u2fe0"
            else "a character of one font alone"
        )  # fmt: skip
        yield _Fault(
            found.start(), "broken-character", f"{name}: U+{ord(found[0]):04X}",
            "Delete it and type the word again; it usually comes with text from a PDF file.",
        )  # fmt: skip
    for found in _MOJIBAKE.finditer(text):
        yield _Fault(
            found.start(), "mojibake", f"a text that was read in the wrong encoding: “{found[0]}”",
            "Copy it again from where it is sound, and save the file as UTF-8.",
        )  # fmt: skip


def _conflicts(text: str) -> Iterator[_Fault]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for line in conflict_markers.conflicts(text):
        yield _Fault(starts[line - 1], "conflict-marker", conflict_markers.MESSAGE, conflict_markers.HINT)
