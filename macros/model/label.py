"""A word or phrase of the interface."""

from __future__ import annotations

from macros.model.base import Model
from macros.model.scalars import Phrase


class Label(Model):
    """A word or phrase of the interface; blanks at its edges are kept, since phrases are put together from it.

    界面上的一个词或短语；首尾的空格会保留，因为短语要拼接。
    """

    zh: Phrase
    """Simplified Chinese.
    简体中文。"""
    en: Phrase
    """British English.
    英式英语。"""
    one: Phrase | None = None
    """Of a unit, the British English for one of it.
    单位的英语单数形式。"""

    def __getitem__(self, language: str) -> str:
        """Return the word in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en
