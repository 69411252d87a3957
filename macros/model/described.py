"""What a model, or a field of one, is for: the English of its docstring, and the Chinese that follows there."""

from __future__ import annotations

import inspect
import re
from typing import NamedTuple

_CHINESE = re.compile("[\u3400-\u9fff]")


class Described(NamedTuple):
    """A description in both languages, each on one line."""

    zh: str
    en: str

    def __str__(self) -> str:
        """Return both as paragraphs, as editors show them."""
        return f"{self.zh}\n\n{self.en}"


def described(docstring: str) -> Described:
    """Return both languages of a docstring; the Chinese begins with the first line that has some, and may be ""."""
    lines = [line.strip() for line in inspect.cleandoc(docstring).splitlines()]
    start = next((place for place, line in enumerate(lines) if _CHINESE.search(line)), len(lines))
    return Described("".join(lines[start:]), " ".join(filter(None, lines[:start])))
