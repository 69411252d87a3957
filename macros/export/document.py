"""The document that a word processor's file is made from: blocks in order, without any look."""

from __future__ import annotations

from dataclasses import dataclass

from macros.export.table import Table


@dataclass(frozen=True)
class Heading:
    """A heading that the contents list; numbered by the word processor."""

    level: int
    """1 or 2; those of annexes are always 1."""
    text: str
    headed: str
    """With its number, for the contents, whose entries are written already."""
    is_annex: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the text."""

    text: str


@dataclass(frozen=True)
class Guidance:
    """What the handbook says to who writes; it is taken out when the text is there."""

    title: str
    """"" for none."""
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Subtitle:
    """A line above something, which the contents do not list."""

    text: str


Block = Heading | Paragraph | Guidance | Subtitle | Table


@dataclass(frozen=True)
class Document:
    """A document in one language."""

    language: str
    title: str
    subtitle: str
    contents_title: str
    """"" for a document without headings, which has no contents."""
    blocks: tuple[Block, ...]
    date: str
    """Of the data, as an ISO day: what is written twice from the same data is the same."""
    author: str
    is_wide: bool = False
    """Whether its pages lie on their side, for tables of many columns."""
