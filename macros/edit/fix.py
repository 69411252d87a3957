"""Mends in the files of data/ what has one remedy alone; all else stays as it was, byte for byte."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.edit.mend_keys import once, ordered
from macros.edit.mend_signs import readable
from macros.edit.mend_words import worded
from macros.load.files import find
from macros.load.yaml_builder import Builder
from macros.load.yaml_nodes import nodes
from macros.load.yaml_reader import MAX_BYTES
from macros.model.kinds import FILED

_TRAILING = re.compile(r"[ \t\u3000\xa0]+(?=\r?$)", re.MULTILINE)
_SAME = str.maketrans({"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'"})


@dataclass(frozen=True)
class Fixed:
    """A file that can be mended."""

    file: Path
    path: str
    """Relative to the project, forward slashes."""
    before: str
    after: str

    @property
    def places(self) -> int:
        """How many runs of lines differ."""
        pairs = difflib.SequenceMatcher(None, *self._both(), autojunk=False).get_opcodes()
        return sum(tag != "equal" for tag, *_ in pairs)

    @property
    def diff(self) -> str:
        """What changes, as a unified diff."""
        before, after = self._both()
        lines = difflib.unified_diff(before, after, f"a/{self.path}", f"b/{self.path}")
        return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)

    def _both(self) -> tuple[list[str], list[str]]:
        return _lines(self.before), _lines(self.after)


def fixed(root: Path, wanted: Callable[[str], bool] | None = None) -> Iterator[Fixed]:
    """Yield every data file of a project that can be mended, of those whose path is wanted.

    One that is no text, or too long to be read, cannot.
    """
    found = find(root)
    for kind in FILED:
        for file in found.files[kind.name]:
            path = file.relative_to(root).as_posix()
            if (wanted is None or wanted(path)) and file.is_file() and (before := _text(file)):
                after = mended(before, keeps_edges=kind.name == "label")
                if after != before:
                    yield Fixed(file, path, before, after)


def texts(held: list[Fixed]) -> Mapping[Path, str]:
    """Return what is to be written."""
    return {one.file: one.after for one in held}


def mended(text: str, *, keeps_edges: bool = False) -> str:
    """Return a text in which what has one remedy is mended.

    A text that nobody can read as YAML is mended as far as that helps to read it. Each later step is taken only if the
    values stay what they were, but for width, blanks and quotation marks.
    """
    text = readable(text)
    for step in (_whole, once, lambda held: worded(held, keeps_edges=keeps_edges), ordered):
        if not _sound(text):
            return text
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        better = mark + step(text.removeprefix(mark))
        if better != text and _sound(better) and _plain(better) == _plain(text):
            text = better
    return text


def _whole(text: str) -> str:
    """End each line where its last sign stands, and the last line with a line break; texts of several lines stay."""
    newline = "\r\n" if "\r\n" in text else "\n"
    kept = [
        range(one.start, one.end + 1)
        for _, one in nodes(text).walk()
        if one.scalar and "\n" in text[one.start : one.end]
    ]
    held = _TRAILING.sub(lambda found: found[0] if any(found.start() in one for one in kept) else "", text)
    return held if kept and kept[-1].stop > len(held) else f"{held.rstrip(chr(10) + chr(13))}{newline}"


def _sound(text: str) -> bool:
    """Whether a text can be read; a key that stands twice does no harm here."""
    builder = Builder("")
    builder.build(text.removeprefix("\ufeff"))
    return all(one.rule in ("yaml-duplicate", "yaml-number") for one in builder.problems)


def _plain(text: str) -> Any:
    """Return what a text holds, without what mending may change."""
    return _bare(nodes(text.removeprefix("\ufeff")).plain)


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(held) for key, held in value.items()}
    if isinstance(value, list):
        held = [_bare(one) for one in value]
        return [one for place, one in enumerate(held) if one not in held[:place] or not isinstance(one, str)]
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value)).translate(_SAME))


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends, as an editor counts them."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _text(file: Path) -> str:
    """Return the text of a file; "" for one that is none, which `check` tells."""
    data = file.read_bytes()
    try:
        return data.decode("utf-8") if len(data) <= MAX_BYTES else ""
    except UnicodeDecodeError:
        return ""
