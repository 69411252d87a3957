"""Lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from dataclasses import dataclass

from macros.model.guide import Guide, Part
from macros.views import claim
from macros.views.checklist import Checklist, checklist
from macros.views.claim import ClaimView
from macros.views.links import MOST_LINKS, Link, LinkGroup, data_file, href, link
from macros.views.reading import Reading
from macros.views.related import related

_TABLES = {"lesson": "lessons", "system": "systems", "domain": "domains"}


@dataclass(frozen=True)
class PartView:
    """A component with what is stated of it."""

    id: str
    title: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True)
class GuideView:
    """One lesson, implication, step, system or domain."""

    kind: str
    id: str
    ref: str
    number: int
    title: str
    lead: str
    href: str
    claims: tuple[ClaimView, ...]
    parts: tuple[PartView, ...]
    checklist: Checklist
    evidence: tuple[Link, ...]
    """The measures that a lesson names as evidence."""
    measures: tuple[LinkGroup, ...]
    """Further measures that bear on it, by city."""
    measures_more: int
    """How many such measures are left out."""
    cities_covered: int
    related: tuple[LinkGroup, ...]
    data_file: str


def guide(reading: Reading, kind: str, name: str) -> GuideView:
    """Return one record of the five kinds."""
    record: Guide = getattr(reading.dataset, kind)[name]
    ref = f"{kind}/{name}"
    evidence = tuple(getattr(record, "evidence", ()))
    groups, more, cities = _measures(reading, kind, name, frozenset(evidence))
    return GuideView(
        kind=kind,
        id=name,
        ref=ref,
        number=record.order,
        title=record.title[reading.language],
        lead=record.lead[reading.language],
        href=href(reading, ref),
        claims=claim.views(reading, record.claims),
        parts=tuple(_part(reading, part) for part in record.parts),
        checklist=checklist(reading, kind, name),
        evidence=tuple(link(reading, f"measure/{key}") for key in evidence),
        measures=groups,
        measures_more=more,
        cities_covered=cities,
        related=related(reading, ref, skip=_shown(reading, kind, name, evidence)),
        data_file=data_file(reading, ref),
    )


def guides(reading: Reading, kind: str) -> tuple[GuideView, ...]:
    """Return all records of one of the five kinds, in order."""
    return tuple(guide(reading, kind, name) for name in getattr(reading.dataset, kind))


def _part(reading: Reading, part: Part) -> PartView:
    return PartView(part.id, part.title[reading.language], claim.views(reading, part.claims))


def _measures(
    reading: Reading, kind: str, name: str, evidence: frozenset[str]
) -> tuple[tuple[LinkGroup, ...], int, int]:
    """Return measures beyond the evidence by city, how many are left out, and how many cities have any."""
    if kind not in _TABLES:
        return (), 0, 0
    bearing = reading.dataset.bearing(_TABLES[kind], name)
    further = [located for located in bearing if f"{located.city}.{located.measure.id}" not in evidence]
    groups: dict[str, list[Link]] = {}
    for city, _, measure in further[:MOST_LINKS]:
        groups.setdefault(city, []).append(Link(measure.title[reading.language], f"cities/{city}.md#m-{measure.id}"))
    shown = tuple(
        LinkGroup(reading.dataset.city[city].name[reading.language], tuple(held), 0) for city, held in groups.items()
    )
    return shown, max(0, len(further) - MOST_LINKS), reading.dataset.covered(_TABLES[kind], name)


def _shown(reading: Reading, kind: str, name: str, evidence: tuple[str, ...]) -> frozenset[str]:
    """Return what need not be listed as related: measures that are shown anyway, and the cities they belong to."""
    bearing = reading.dataset.bearing(_TABLES[kind], name) if kind in _TABLES else ()
    measures = {f"{located.city}.{located.measure.id}" for located in bearing} | set(evidence)
    return frozenset(f"measure/{key}" for key in measures) | frozenset(f"city/{located.city}" for located in bearing)
