"""What went wrong with a text on its way into its file, in data and in hand-written pages alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from macros.check.project import Project
from macros.leftovers import is_left_over
from macros.load import conflict_markers
from macros.problems import Problem, Said

_NAMES = {
    "\ufffd": Said("a sign for what could not be read", "表示“读不出来”的符号"),
    "\xad": Said("a soft hyphen", "软连字符"),
}
_FILLERS = "\u115f\u1160\u3164\uffa0"
_BROKEN = re.compile(f"[\ufffd\xad\ue000-\uf8ff{_FILLERS}\u2e80-\u2fdf]")
# UTF-8 that was read as a Western code page, or as GBK, and written again.
_MOJIBAKE = re.compile("Ã[\x80-\xbfƒ‚„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x80-\x9d™œ“”˜¦“]|Â[\xa0-\xbf]|锟斤拷|烫烫烫|屯屯屯")


class _Fault(NamedTuple):
    start: int
    rule: str
    message: Said
    hint: Said


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
            Said("a character that cannot be seen", "看不见的字符") if found[0] in _FILLERS
            else Said("a radical of a dictionary, no character of a text", "字典部首，不是正文用的汉字")
            if found[0] < "\u2fe0"
            else Said("a character of one font alone", "只有某一种字体才有的字符")
        )  # fmt: skip
        code = f"U+{ord(found[0]):04X}"
        yield _Fault(
            found.start(), "broken-character", Said(f"{name.en}: {code}", f"{name.zh}：{code}"),
            Said(
                "Delete it and type the word again; it usually comes with text from a PDF file.",
                "请删去，重新输入这个词；它多半是从PDF文件复制来的。",
            ),
        )  # fmt: skip
    for found in _MOJIBAKE.finditer(text):
        yield _Fault(
            found.start(), "mojibake",
            Said(f"a text that was read in the wrong encoding: “{found[0]}”", f"乱码（编码读错了）：“{found[0]}”"),
            Said(
                "Copy it again from where it is sound, and save the file as UTF-8.",
                "请从正常显示的地方重新复制，并把文件存为UTF-8。",
            ),
        )  # fmt: skip


def _conflicts(text: str) -> Iterator[_Fault]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    for line in conflict_markers.conflicts(text):
        yield _Fault(starts[line - 1], "conflict-marker", conflict_markers.MESSAGE, conflict_markers.HINT)
