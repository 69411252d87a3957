"""Pages that are one file, and the one that holds the whole handbook: sections, contents, styles and scripts."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class PageSection:
    """A page of the handbook."""

    key: str
    """Its anchor; those of all that stands on it begin with it."""
    title: str
    html: str


@dataclass(frozen=True)
class Line:
    """A line of the contents."""

    title: str
    key: str


@dataclass(frozen=True)
class ContentsPart:
    """A heading of the contents."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Script:
    """A script, and the hash by which the file's own policy lets it run, and no other."""

    text: str
    hash: str


@dataclass(frozen=True)
class Alone:
    """What every page has that is one file."""

    title: str
    html_language: str
    styles: tuple[str, ...]
    top: tuple[Script, ...]
    """Scripts that stand before all that is seen."""
    scripts: tuple[Script, ...]
    """The others, in order."""


@dataclass(frozen=True)
class Shell(Alone):
    """All that the file with the whole handbook holds."""

    manifest: str
    """JSON that may stand inside a script element."""
    stamp: str
    sections: tuple[PageSection, ...]
    contents: tuple[ContentsPart, ...]
    index: str
    """The search index, likewise."""
    browsers: str
    """Those in which its scripts work, in words."""


def script(text: str) -> Script:
    """Return a script with its hash, as a content-security policy wants it."""
    whole = f"\n{text}"
    return Script(whole, base64.b64encode(hashlib.sha256(whole.encode()).digest()).decode())


def inert(json_text: str) -> str:
    """Return JSON, or an assignment of it, that cannot end the script element that it stands in."""
    return json_text.replace("<", "\\u003c")
