"""A page or document that was read."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Model, Text, Worded
from macros.model.scalars import Day, Language, Plain, Switch, WebAddress

SourceKind = Literal["primary", "secondary", "weak", "article"]
SOURCE_KINDS: tuple[SourceKind, ...] = ("primary", "secondary", "weak", "article")


class Source(Model):
    """A page or document that was read."""

    title: Plain
    """In its own language."""
    language: Language
    """Of the title: any code of ISO 639, for example zh, en, fr, et."""
    publisher: Text
    """Who answers for it."""
    date: Day | None = None
    """Of publication; none when the page shows none."""
    kind: Annotated[SourceKind, Worded("source-kind")]
    """primary: the body itself; secondary: press or scholarship; weak: blog, tertiary; article: where this began."""
    copy_read: Switch = False
    """True: what was read is a copy on another site."""
    url: WebAddress | None = None
    """Where it was read, http or https."""
    checked: Day
    """When it was read."""
    note: Text | None = None
    """What to keep in mind when using it."""
