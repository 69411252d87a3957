"""Lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.model.base import Text
from macros.model.guide import Guide, Part
from macros.model.path import Work
from macros.views import claim
from macros.views.checklist import Checklist, checklist, item_link
from macros.views.claim import ClaimView
from macros.views.places import MOST_LINKS, Link, LinkGroup, data_file, href, link, links
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
class WorkView:
    """How a team works through a step: headings with lines below them."""

    purpose: str
    duration: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    learn: tuple[Link, ...]


@dataclass(frozen=True)
class GuideView:
    """One lesson, implication, step, system or domain."""

    kind: str
    id: str
    ref: str
    formerly: tuple[str, ...]
    """Earlier ids: anchors where the record shares a page."""
    number: int
    title: str
    lead: str
    href: str
    claims: tuple[ClaimView, ...]
    parts: tuple[PartView, ...]
    work: WorkView | None
    """How a team works through a step."""
    standards: tuple[Link, ...]
    cautions: tuple[ClaimView, ...]
    signs: tuple[str, ...]
    tiers: tuple[tuple[str, str], ...]
    """Tier of city, worded; why it matters there."""
    items: tuple[Link, ...]
    """Checklist items that follow."""
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
        formerly=record.formerly,
        number=record.order,
        title=record.title[reading.language],
        lead=record.lead[reading.language],
        href=href(reading, ref),
        claims=claim.views(reading, record.claims),
        parts=tuple(_part(reading, part) for part in record.parts),
        work=_work(reading, getattr(record, "work", None)),
        standards=links(reading, "source", getattr(record, "standards", ())),
        cautions=claim.views(reading, getattr(record, "cautions", ())),
        signs=_texts(reading, getattr(record, "signs", ())),
        tiers=tuple(
            (reading.labels[f"tier-{tier}"], why[reading.language])
            for tier, why in getattr(record, "tiers", {}).items()
        ),
        items=tuple(item_link(reading, item) for item in getattr(record, "items", ())),
        checklist=checklist(reading, kind, name),
        evidence=tuple(link(reading, f"measure/{key}") for key in evidence),
        measures=groups,
        measures_more=more,
        cities_covered=cities,
        related=related(reading, ref, skip=_shown(reading, kind, name, evidence), most=_most(kind)),
        data_file=data_file(reading, ref),
    )


def guides(reading: Reading, kind: str) -> tuple[GuideView, ...]:
    """Return all records of one of the five kinds, in order."""
    return tuple(guide(reading, kind, name) for name in getattr(reading.dataset, kind))


def _most(kind: str) -> int:
    """Return how many links of one kind a record shows; systems and domains share a page."""
    return MOST_LINKS // 3 if kind in ("system", "domain") else MOST_LINKS


def _texts(reading: Reading, held: Iterable[Text]) -> tuple[str, ...]:
    return tuple(text[reading.language] for text in held)


def _work(reading: Reading, work: Work | None) -> WorkView | None:
    if work is None:
        return None
    labels = reading.labels
    lists = (
        (labels["work-inputs"], work.inputs),
        (labels["work-participants"], work.participants),
        (labels["work-activities"], work.activities),
        (labels["work-outputs"], work.outputs),
        (labels["work-pitfalls"], work.pitfalls),
    )
    return WorkView(
        work.purpose[reading.language],
        work.duration[reading.language],
        tuple((heading, _texts(reading, held)) for heading, held in lists),
        tuple(link(reading, ref) for ref in work.learn),
    )


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
    most = _most(kind)
    groups: dict[str, list[Link]] = {}
    for city, _, measure in further[:most]:
        groups.setdefault(city, []).append(Link(measure.title[reading.language], f"cities/{city}.md#m-{measure.id}"))
    shown = tuple(
        LinkGroup(reading.dataset.city[city].name[reading.language], tuple(held), 0) for city, held in groups.items()
    )
    return shown, max(0, len(further) - most), reading.dataset.covered(_TABLES[kind], name)


def _shown(reading: Reading, kind: str, name: str, evidence: tuple[str, ...]) -> frozenset[str]:
    """Return what need not be listed as related: measures that are shown anyway, and the cities they belong to."""
    bearing = reading.dataset.bearing(_TABLES[kind], name) if kind in _TABLES else ()
    measures = {f"{located.city}.{located.measure.id}" for located in bearing} | set(evidence)
    return frozenset(f"measure/{key}" for key in measures) | frozenset(f"city/{located.city}" for located in bearing)
