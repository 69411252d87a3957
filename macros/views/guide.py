"""Lessons, implications, planning steps, systems and domains."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from macros.load.dataset import city_of
from macros.model.base import Text
from macros.model.city import City
from macros.model.guide import Guide, Part
from macros.model.kinds import BY_NAME
from macros.model.path import Work
from macros.model.statement import named_in
from macros.model.walk import statements
from macros.views.checklist import Checklist, checklist, checklist_page
from macros.views.ours import Ours, ours
from macros.views.places import (
    MOST_LINKS,
    PLACES,
    Link,
    LinkGroup,
    RecordFile,
    href,
    link,
    links,
    list_page,
    record_file,
    title,
)
from macros.views.points import PointView, points
from macros.views.reading import Reading
from macros.views.related import related


@dataclass(frozen=True)
class PartView:
    """A component with what is stated of it."""

    id: str
    title: str
    points: tuple[PointView, ...]


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
    points: tuple[PointView, ...]
    ours: Ours
    """What the handbook makes of it, in a few lines."""
    parts: tuple[PartView, ...]
    work: WorkView | None
    """How a team works through a step."""
    standards: tuple[Link, ...]
    cautions: tuple[PointView, ...]
    signs: tuple[str, ...]
    tiers: tuple[tuple[str, str], ...]
    """Tier of city, worded; why it matters there."""
    items: tuple[Link, ...]
    """Checklist items that follow."""
    checklist: Checklist
    to_list: tuple[str, int]
    """Where the list begins and how many items it has: that of a step with those of its systems or domains."""
    evidence: tuple[Link, ...]
    """The measures that a lesson names as evidence."""
    measures: tuple[LinkGroup, ...]
    """Further measures that bear on it, by city."""
    measures_more: int
    """How many such measures are left out."""
    cities_covered: int
    cities: int
    """Of the handbook."""
    related: tuple[LinkGroup, ...]
    data_file: RecordFile


def guide(reading: Reading, kind: str, name: str) -> GuideView:
    """Return one record of the five kinds."""
    record: Guide = reading.dataset[kind][name]
    ref = f"{kind}/{name}"
    evidence = tuple(getattr(record, "evidence", ()))
    own = checklist(reading, kind, name)
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
        points=points(reading, record.statements),
        ours=ours(reading, record.statements),
        parts=tuple(_part(reading, part) for part in record.parts),
        work=_work(reading, getattr(record, "work", None)),
        standards=links(reading, "source", getattr(record, "standards", ())),
        cautions=points(reading, getattr(record, "cautions", ())),
        signs=_texts(reading, getattr(record, "signs", ())),
        tiers=tuple(
            (reading.labels[f"tier-{tier}"], why[reading.language])
            for tier, why in getattr(record, "tiers", {}).items()
        ),
        items=tuple(link(reading, f"item/{item}") for item in getattr(record, "items", ())),
        checklist=own,
        to_list=(list_page(reading, kind, name), checklist_page(reading, name).total)
        if kind == "path"
        else (own.href, own.total),
        evidence=tuple(link(reading, f"measure/{key}") for key in evidence),
        measures=groups,
        measures_more=more,
        cities_covered=cities,
        cities=reading.dataset.count(City),
        related=related(
            reading, ref, skip=_shown(reading, kind, name, evidence), most=_most(kind), without=_without(kind)
        ),
        data_file=record_file(reading, ref),
    )


def guides(reading: Reading, kind: str) -> tuple[GuideView, ...]:
    """Return all records of one of the five kinds, in order."""
    return tuple(guide(reading, kind, name) for name in reading.dataset[kind])


def _most(kind: str) -> int:
    """Return how many links of one kind a record shows; those that share a page share its room."""
    if _shares(kind):
        return MOST_LINKS // 6
    return MOST_LINKS // 2 if kind == "path" else MOST_LINKS


def _without(kind: str) -> tuple[str, ...]:
    """Return what those that share a page leave to the pages of the kinds themselves."""
    return tuple(one for one, place in PLACES.items() if not place.is_beside) if _shares(kind) else ()


def _shares(kind: str) -> bool:
    """Whether all records of a kind stand on one page."""
    return bool(BY_NAME[kind].step) or not PLACES[kind].has_page


def _texts(reading: Reading, held: Iterable[Text]) -> tuple[str, ...]:
    return tuple(text[reading.language] for text in held)


def _work(reading: Reading, work: Work | None) -> WorkView | None:
    if work is None:
        return None
    labels = reading.labels
    lists = (
        (labels["step-inputs"], work.inputs),
        (labels["step-participants"], work.participants),
        (labels["step-activities"], work.activities),
        (labels["step-outputs"], work.outputs),
        (labels["step-pitfalls"], work.pitfalls),
    )
    return WorkView(
        work.purpose[reading.language],
        work.duration[reading.language],
        tuple((heading, _texts(reading, held)) for heading, held in lists),
        tuple(link(reading, ref) for ref in work.learn),
    )


def _part(reading: Reading, part: Part) -> PartView:
    return PartView(part.id, part.title[reading.language], points(reading, part.statements))


def _measures(
    reading: Reading, kind: str, name: str, evidence: frozenset[str]
) -> tuple[tuple[LinkGroup, ...], int, int]:
    """Return measures beyond the evidence by city, how many are left out, and how many cities have any."""
    bearing = reading.dataset.bearing(kind, name)
    further = [measure for measure in bearing if measure not in evidence]
    most = 0 if _shares(kind) else _most(kind)  # a page that many share only says how many there are
    groups: dict[str, list[Link]] = {}
    for measure in further[:most]:
        text = bearing[measure].title[reading.language]
        groups.setdefault(city_of(measure), []).append(Link(text, href(reading, f"measure/{measure}")))
    shown = tuple(LinkGroup(title(reading, f"city/{city}"), tuple(held), 0) for city, held in groups.items())
    return shown, max(0, len(further) - most), reading.dataset.covered(kind, name)


def _shown(reading: Reading, kind: str, name: str, evidence: tuple[str, ...]) -> frozenset[str]:
    """Return what need not be listed as related: measures shown anyway with their cities, and owners of shown facts."""
    bearing = reading.dataset.bearing(kind, name)
    shown = {f"measure/{key}" for key in (*bearing, *evidence)} | {f"city/{city_of(key)}" for key in bearing}
    named = (ref for _, one in statements(reading.dataset[kind][name]) for ref in named_in(one))
    return frozenset(shown.union(ref.partition("#")[0] for ref in named))
