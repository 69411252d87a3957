"""Which texts were last held to say the same in both languages: digests in a file that nobody types."""

from __future__ import annotations

import binascii
import functools
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

FILE = "translations.txt"
"""In data/."""
_HEAD = """\
# Which texts say the same in both languages. Written by `handbook fix` and `handbook translations`; nobody types here.
# A line a text: its name, digests of the Chinese and the English when both were last held to say the same, and which
# language has been seen to lag since. In no order that a reader would know, so that what two people add seldom touches.
# If git finds a conflict here, keep both sides.
"""
_SAME = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(" \t\r\n\xa0\u2009\u202f\u3000", "")
    | {"。": ".", "、": ",", "“": '"', "”": '"', "‘": "'", "’": "'"}
)
_FOR_NAMES = bytes.maketrans(b"+/", b"-_")
_SENTENCE = re.compile(r".+?(?:[。！？；;!?]+[”’」』）)]*|\.(?=\s|$)|$)\s*", re.DOTALL)
_LINE = re.compile(r"^([^\s#]\S*) ([\w.-]+) ([\w.-]+)(?: (zh|en))?$", re.MULTILINE)
_WHOLE, _PART = 8, 3
"""Characters of the digests of a text and of each of its sentences."""


class Line(NamedTuple):
    """What is remembered of a text."""

    name: str
    """`<kind>/<id>` or `<kind>/<id>#<statement>`, a colon, and what leads to the text from there."""
    zh: str
    """Digests of both when they were last held to say the same."""
    en: str
    lagged: str = ""
    """The language that has been seen to lag since; "" for none."""


@dataclass(frozen=True)
class Translations:
    """Everything that is remembered; a text may have several lines, where git put two sides together."""

    lines: tuple[Line, ...] = field(default=(), repr=False)

    @functools.cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the digests of all texts that say the same, wherever they stood, without those of sentences."""
        return frozenset((whole_of(line.zh), whole_of(line.en)) for line in self.lines)

    @functools.cached_property
    def by_name(self) -> dict[str, tuple[Line, ...]]:
        """Return name → lines."""
        found: dict[str, tuple[Line, ...]] = {}
        for line in self.lines:
            found[line.name] = (*found.get(line.name, ()), line)
        return found


def path(root: Path) -> Path:
    """Return where a project keeps them."""
    return root / "data" / FILE


def read(root: Path) -> Translations:
    """Return what a project remembers; lines that are none, such as git's marks of a conflict, count for nothing."""
    try:
        text = path(root).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Translations()
    return Translations(tuple(map(Line._make, _LINE.findall(text))))


def written(lines: Iterable[Line]) -> str:
    """Return the text of the file."""
    held = sorted(set(lines), key=lambda line: (_digest(line.name, _WHOLE), line))
    return _HEAD + "".join(f"{' '.join(filter(None, line))}\n" for line in held)


def digest(text: str) -> str:
    """Return the digest of a text and those of its sentences; blanks and the width of signs do not count."""
    sentences = sentences_of(text)
    parts = "".join(_digest(normal(one), _PART) for one in sentences) if len(sentences) > 1 else ""
    return f"{whole(text)}.{parts}" if parts else whole(text)


def whole(text: str) -> str:
    """Return the digest of a text alone."""
    return _digest(normal(text), _WHOLE)


def whole_of(held: str) -> str:
    """Return the part of a digest that is of the whole text."""
    return held.partition(".")[0]


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, which together are the text; a semicolon ends one too."""
    return _SENTENCE.findall(text)


def new_sentences(text: str, earlier: str) -> tuple[bool, ...]:
    """Return of each sentence of a text whether it was not in that of an earlier digest."""
    _, _, parts = earlier.partition(".")
    known = {parts[place : place + _PART] for place in range(0, len(parts), _PART)}
    return tuple(_digest(normal(one), _PART) not in known for one in sentences_of(text))


def normal(text: str) -> str:
    """Return a text without what does not count."""
    return "".join(text.split()) if text.isascii() else text.translate(_SAME)


def _digest(text: str, length: int) -> str:
    held = hashlib.blake2b(text.encode(), digest_size=6).digest()
    return binascii.b2a_base64(held, newline=False).translate(_FOR_NAMES)[:length].decode()
