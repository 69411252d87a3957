"""What research says of several cities or of none."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.finding import Finding
from macros.views.places import Link, data_files, link
from macros.views.reading import Reading
from macros.views.related import conflicts
from macros.views.statement import StatementView, view


@dataclass(frozen=True)
class FindingView:
    """One finding."""

    id: str
    title: str
    fact: StatementView
    see: tuple[Link, ...]
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class Findings:
    """All findings."""

    findings: tuple[FindingView, ...]
    files: tuple[str, ...]


def findings(reading: Reading) -> Findings:
    """Return all findings, in the order of the data."""
    held = tuple(_finding(reading, name, one) for name, one in reading.dataset.of(Finding).items())
    return Findings(held, data_files(reading, "finding"))


def _finding(reading: Reading, name: str, held: Finding) -> FindingView:
    fact = view(reading, held)
    see = tuple(link(reading, ref) for ref in held.see)
    return FindingView(name, held.title[reading.language], fact, see, conflicts(reading, f"finding/{name}"))
