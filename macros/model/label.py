"""A word or phrase of the interface."""

from __future__ import annotations

from macros.model.base import Model
from macros.model.scalars import Phrase


class Label(Model):
    """A word or phrase of the interface; blanks at its edges are kept, since phrases are put together from it."""

    zh: Phrase
    """Simplified Chinese."""
    en: Phrase
    """British English."""
    one: Phrase | None = None
    """Of a unit, the British English for one of it."""

    def __getitem__(self, language: str) -> str:
        """Return the word in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en
