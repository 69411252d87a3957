"""What the rows of several tables share: statements in words, with their state, support and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from macros.export.table import Cell, Table
from macros.model.source import Source
from macros.model.statement import Fact, Statement, View, sources_of
from macros.views import statement
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.state import answering
from macros.views.support import support
from macros.wording import listing


class Column(NamedTuple):
    """A column of a table."""

    key: str
    """For programs."""
    head: str
    """In words."""
    width: int = 1
    """Its share of the width; 0 for what programs go by, which a word processor does not show."""


def table(title: str, columns: Iterable[Column], rows: Iterable[tuple[Cell, ...]]) -> Table:
    """Return a table."""
    keys, heads, widths = zip(*columns, strict=True)
    return Table(title, heads, tuple(rows), widths, keys)


def several(parts: Iterable[str]) -> str:
    """Join what stands in one cell below each other."""
    return "\n".join(part for part in parts if part)


def said(reading: Reading, one: Statement) -> str:
    """Return a statement in words; of one that names records, their names."""
    if isinstance(one, Fact) and one.refs and not one.text:
        return listing(reading.language, (title(reading, ref) for ref in one.refs))
    return statement.plain(reading, one)


def facts(reading: Reading, held: Iterable[Statement]) -> str:
    """Return facts in words, those that uses show too."""
    return several(said(reading, fact) for fact in answering(reading, held))


def cited(reading: Reading, held: Iterable[Statement]) -> tuple[int, str]:
    """Return how many sources facts have together, and these: title, publisher, date, address."""
    names = list(dict.fromkeys(name for fact in answering(reading, held) for name in sources_of(fact)))
    return len(names), several(source(reading, name) for name in names)


def source(reading: Reading, name: str) -> str:
    """Return a source on one line, so that it is credited wherever the cell goes."""
    held = reading.dataset.whole.of(Source)[name]
    parts = (held.title, held.publisher[reading.language], held.date or "", held.url or "")
    return f"[{name}] " + " · ".join(part for part in parts if part)


def standing(reading: Reading, one: Statement) -> tuple[str, str]:
    """Return how good the evidence of a fact is, or that it is a view: its id and its word."""
    found = "view" if isinstance(one, View) else support(reading.dataset, one) if isinstance(one, Fact) else ""
    return found, reading.labels[f"support-{found}"] if found else ""


def supported(reading: Reading, held: Iterable[Statement]) -> tuple[str, str]:
    """Return how good the evidence of each fact is, in the order of `facts`: ids and words."""
    pairs = [standing(reading, fact) for fact in answering(reading, held)]
    return several(found for found, _ in pairs), several(word for _, word in pairs)


def named(reading: Reading, kind: str, names: Iterable[str]) -> str:
    """Return the titles of records of one kind."""
    return listing(reading.language, (title(reading, f"{kind}/{name}") for name in names))
