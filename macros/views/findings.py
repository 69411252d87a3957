"""What research says of several cities or of none."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.finding import Finding
from macros.model.source import Source
from macros.model.statement import SUPPORTS, sources_of
from macros.views.facets import By, Narrowing, facet, narrowing, of_kind, years
from macros.views.places import Link, data_files, link
from macros.views.reading import Reading
from macros.views.related import conflicts
from macros.views.statement import StatementView, view
from macros.views.support import support

_ABOUT = ("city", "lesson", "implication", "system", "domain")
"""Kinds by whose records findings are found."""


@dataclass(frozen=True)
class FindingView:
    """One finding."""

    id: str
    title: str
    fact: StatementView
    see: tuple[Link, ...]
    conflicts: tuple[Link, ...]
    by: By
    date: str
    """Of the newest of its sources, as it stands in the data."""


@dataclass(frozen=True)
class Findings:
    """All findings."""

    findings: tuple[FindingView, ...]
    narrowing: Narrowing
    files: tuple[str, ...]


def findings(reading: Reading) -> Findings:
    """Return all findings, in the order of the data."""
    held = tuple(_finding(reading, name, one) for name, one in reading.dataset.of(Finding).items())
    return Findings(held, _narrowing(reading, [one.by for one in held]), data_files(reading, "finding"))


def _narrowing(reading: Reading, entries: list[By]) -> Narrowing:
    labels = reading.labels
    words = ((one, labels[f"support-{one}"]) for one in SUPPORTS)
    offered = (
        facet("support", labels["facet-support"], words, entries),
        years(reading, entries),
        *(of_kind(reading, kind, entries) for kind in _ABOUT),
    )
    sorts = (("name", labels["sort-name"]), ("-date", labels["sort-newest"]), ("date", labels["sort-oldest"]))
    return narrowing(offered, len(entries), sorts)


def _finding(reading: Reading, name: str, held: Finding) -> FindingView:
    fact = view(reading, held)
    see = tuple(link(reading, ref) for ref in held.see)
    sources = reading.dataset.whole.of(Source)
    date = max((day for one in sources_of(held) if (day := sources[one].date)), default="")
    by = {
        "support": (support(reading.dataset, held),),
        "year": (date[:4],) if date else (),
        **{kind: tuple(ref.partition("/")[2] for ref in held.see if ref.startswith(f"{kind}/")) for kind in _ABOUT},
    }
    return FindingView(name, held.title[reading.language], fact, see, conflicts(reading, f"finding/{name}"), by, date)
