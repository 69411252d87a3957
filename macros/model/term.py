"""A glossary entry."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Model, Ref, SourceId, Text, Worded
from macros.model.scalars import Plain

Basis = Literal["official", "literature", "article", "unverified"]


class Words(Model):
    """Lists of forms, by language."""

    zh: tuple[Plain, ...] = ()
    """Simplified Chinese."""
    en: tuple[Plain, ...] = ()
    """English."""

    def __getitem__(self, language: str) -> tuple[str, ...]:
        """Return the forms in `language`, "zh" or "en"."""
        return self.zh if language == "zh" else self.en


class Term(Model):
    """A glossary entry."""

    term: Text
    """The preferred form."""
    note: Text | None = None
    """What it means here."""
    basis: Annotated[Basis, Worded("basis")]
    """Where the pair of terms comes from."""
    also: Words = Words()
    """Other accepted forms."""
    discouraged: Words = Words()
    """Forms to avoid."""
    searched: Words = Words()
    """Words by which readers look for it, though they mean something else or more; search leads them here."""
    sources: tuple[SourceId, ...] = ()
    """Where the term is defined or used."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
