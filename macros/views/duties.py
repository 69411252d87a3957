"""Legal duties: the list of all, and a page for each law, rule or policy paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from macros import wording
from macros.model.duty import Duty
from macros.model.instrument import BINDING, Force, Instrument
from macros.model.source import Source
from macros.model.statement import sources_of
from macros.views import statement
from macros.views.facets import By, Narrowing, facet, narrowing, of_kind
from macros.views.places import Link, LinkGroup, data_files, link, links
from macros.views.reading import Reading
from macros.views.related import conflicts, related
from macros.views.statement import StatementView

_BEARS_ON = {"path": "steps", "system": "systems", "domain": "domains"}
"""Kind → the list of a duty that names its records: the list of all narrows by these."""


@dataclass(frozen=True)
class DutyRow:
    """A duty in the list of all."""

    link: Link
    place: str
    """The articles, worded."""
    who: str
    due: str
    by: By


@dataclass(frozen=True)
class InstrumentRow:
    """A law, rule or paper in the list of all, with its duties."""

    id: str
    link: Link
    force: str
    force_text: str
    in_force: str
    duties: tuple[DutyRow, ...]


@dataclass(frozen=True)
class DutyIndex:
    """All duties, by where they stand."""

    instruments: tuple[InstrumentRow, ...]
    narrowing: Narrowing
    total: int
    binding: int
    """How many stand in what binds a city."""
    as_of: str
    """When the newest of the texts was read."""
    files: tuple[str, ...]


@dataclass(frozen=True)
class DutyView:
    """One duty, whole."""

    id: str
    earlier: tuple[str, ...]
    """Earlier anchors."""
    title: str
    place: str
    fact: StatementView
    who: str
    due: str
    sanction: str
    bears_on: tuple[LinkGroup, ...]
    items: tuple[Link, ...]
    """What it asks for, limits or changes in checklists."""
    conflicts: tuple[Link, ...]


@dataclass(frozen=True)
class InstrumentPage:
    """A law, rule or policy paper with its duties."""

    id: str
    title: str
    fact: StatementView
    rows: tuple[tuple[str, str], ...]
    """Number, issuer, dates, how much of it was read; worded."""
    texts: tuple[Link, ...]
    """Where the text is, beyond the handbook."""
    duties: tuple[DutyView, ...]
    related: tuple[LinkGroup, ...]
    files: tuple[str, ...]


def duty_index(reading: Reading) -> DutyIndex:
    """Return all duties, by the instruments in which they stand."""
    instruments, duties = reading.dataset.of(Instrument), reading.dataset.of(Duty)
    held = tuple(_row(reading, name) for name in instruments)
    dates = [one.checked for one in (*instruments.values(), *duties.values()) if one.checked]
    return DutyIndex(
        instruments=held,
        narrowing=_narrowing(reading, [duty.by for one in held for duty in one.duties]),
        total=sum(len(one.duties) for one in held),
        binding=sum(len(one.duties) for one in held if one.force in BINDING),
        as_of=wording.date(reading.language, max(dates)) if dates else "",
        files=data_files(reading, "instrument"),
    )


def _narrowing(reading: Reading, entries: list[By]) -> Narrowing:
    labels = reading.labels
    words = ((one, labels[f"force-{one}"]) for one in get_args(Force))
    offered = (*(of_kind(reading, kind, entries) for kind in _BEARS_ON),
               facet("force", labels["instrument-force"], words, entries))  # fmt: skip
    return narrowing(offered, len(entries))


def instrument_page(reading: Reading, name: str) -> InstrumentPage:
    """Return the page of a law, rule or policy paper."""
    held = reading.dataset.of(Instrument)[name]
    duties = _duties(reading, name)
    inside = frozenset(f"duty/{duty}" for duty in duties)
    return InstrumentPage(
        id=name,
        title=held.title[reading.language],
        fact=statement.view(reading, held),
        rows=tuple(_rows(reading, held)),
        texts=tuple(_texts(reading, held)),
        duties=tuple(_duty(reading, duty, one) for duty, one in duties.items()),
        related=related(reading, f"instrument/{name}", skip=inside),
        files=tuple(dict.fromkeys([*data_files(reading, "instrument", [name]), *_files(reading, duties)])),
    )


def articles(reading: Reading, duty: Duty) -> str:
    """Return where in its text a duty stands, worded."""
    return reading.labels.fill("at-article", number=duty.articles) if duty.articles else ""


def _files(reading: Reading, duties: dict[str, Duty]) -> tuple[str, ...]:
    return data_files(reading, "duty", duties) if duties else ()


def _duties(reading: Reading, instrument: str) -> dict[str, Duty]:
    return {name: duty for name, duty in reading.dataset.of(Duty).items() if duty.instrument == instrument}


def _row(reading: Reading, name: str) -> InstrumentRow:
    held = reading.dataset.of(Instrument)[name]
    return InstrumentRow(
        id=name,
        link=link(reading, f"instrument/{name}"),
        force=held.force,
        force_text=reading.labels[f"force-{held.force}"],
        in_force=wording.date(reading.language, held.in_force) if held.in_force else "",
        duties=tuple(
            DutyRow(
                link=link(reading, f"duty/{duty}"),
                place=articles(reading, one),
                who=one.who[reading.language],
                due=one.due[reading.language] if one.due else "",
                by={"force": (held.force,), **{kind: getattr(one, field) for kind, field in _BEARS_ON.items()}},
            )
            for duty, one in _duties(reading, name).items()
        ),
    )


def _rows(reading: Reading, held: Instrument) -> Iterator[tuple[str, str]]:
    labels, language = reading.labels, reading.language
    yield labels["instrument-force"], labels[f"force-{held.force}"]
    if held.number:
        yield labels["instrument-number"], held.number[language]
    yield labels["instrument-issuer"], held.issuer[language]
    if held.issued:
        yield labels["instrument-issued"], wording.date(language, held.issued)
    if held.in_force:
        yield labels["instrument-in-force"], wording.date(language, held.in_force)
    if held.until:
        yield labels["instrument-until"], wording.date(language, held.until)
    yield labels["instrument-read"], labels[f"read-{held.read}"]


def _texts(reading: Reading, held: Instrument) -> Iterator[Link]:
    sources = reading.dataset.whole.of(Source)
    for name in sources_of(held):
        if url := sources[name].url:
            yield link(reading, f"source/{name}")._replace(href=url)


def _duty(reading: Reading, name: str, duty: Duty) -> DutyView:
    return DutyView(
        id=name,
        earlier=duty.formerly,
        title=duty.title[reading.language],
        place=articles(reading, duty),
        fact=statement.view(reading, duty),
        who=duty.who[reading.language],
        due=duty.due[reading.language] if duty.due else "",
        sanction=duty.sanction[reading.language] if duty.sanction else "",
        bears_on=tuple(
            LinkGroup(reading.labels[f"kind-{kind}"], links(reading, kind, named), 0)
            for kind, field in _BEARS_ON.items()
            if (named := [one for one in getattr(duty, field) if one in reading.dataset[kind]])
        ),
        items=tuple(link(reading, f"item/{item}") for item in duty.items if item in reading.dataset["item"]),
        conflicts=conflicts(reading, f"duty/{name}"),
    )
