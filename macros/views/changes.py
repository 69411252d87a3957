"""What changed in the data from release to release."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from macros import wording
from macros.load.dataset import Dataset
from macros.model.kinds import BY_NAME
from macros.model.release import Altered, How, Release
from macros.model.statement import Fact, View
from macros.views.places import data_files, link
from macros.views.reading import Reading
from macros.views.statement import lines
from macros.views.tally import Tally, tally
from macros.views.where import where

HOWS: tuple[How, ...] = get_args(How)


@dataclass(frozen=True)
class AlteredView:
    """A statement, record or item."""

    how: str
    how_text: str
    title: str
    """Where it stands."""
    href: str
    """"" where it is gone, or another release has changed its name."""
    ref: str
    now: str
    """What it says today; "" of records, and of what is gone."""
    before: str


@dataclass(frozen=True)
class AlteredRecord:
    """What changed of one record."""

    title: str
    changes: tuple[AlteredView, ...]


@dataclass(frozen=True)
class ReleaseView:
    """One release."""

    id: str
    date: str
    day: str
    """As an ISO date."""
    since: str
    version: str
    numbers: tuple[Tally, ...]
    records: tuple[AlteredRecord, ...]


@dataclass(frozen=True)
class Changes:
    """All releases, the newest first."""

    releases: tuple[ReleaseView, ...]
    date: str
    """Of the data today."""
    files: tuple[str, ...]


def changes(reading: Reading) -> Changes:
    """Return all releases; of an edition of some cities, without what is about others."""
    held = sorted(reading.dataset.of(Release).items(), key=lambda one: one[1].date, reverse=True)
    files = data_files(reading, "release") if held else ()
    date = wording.date(reading.language, reading.dataset.data_date)
    return Changes(tuple(_release(reading, name, one) for name, one in held), date, files)


def _release(reading: Reading, name: str, held: Release) -> ReleaseView:
    shown = [one for one in held.changes if _is_here(reading, one)]
    records: dict[str, list[AlteredView]] = {}
    for one in shown:
        records.setdefault(one.title[reading.language], []).append(_altered(reading, one))
    numbers = ((how, sum(one.how == how for one in shown)) for how in HOWS)
    return ReleaseView(
        id=name,
        date=wording.date(reading.language, held.date),
        day=held.date,
        since=wording.date(reading.language, held.since),
        version=held.version or "",
        numbers=tuple(tally(reading.labels[f"release-how-{how}"], number) for how, number in numbers if number),
        records=tuple(AlteredRecord(title, tuple(found)) for title, found in records.items()),
    )


def _is_here(reading: Reading, held: Altered) -> bool:
    """Whether an edition tells of it: not of what stands in a record that it leaves out."""
    owner = held.ref.partition("#")[0]
    return _has(reading.dataset, owner) or not _has(reading.dataset.whole, owner)


def _has(dataset: Dataset, named: str) -> bool:
    kind, _, name = named.partition("/")
    return kind in BY_NAME and name in dataset[kind]


def _altered(reading: Reading, held: Altered) -> AlteredView:
    name, href, now = _today(reading, held)
    return AlteredView(
        how=held.how,
        how_text=reading.labels[f"release-how-{held.how}"],
        title=name or held.title[reading.language],
        href=href,
        ref=held.ref,
        now=now,
        before=held.before[reading.language] if held.before else "",
    )


def _today(reading: Reading, held: Altered) -> tuple[str, str, str]:
    """Return where something stands today, its place and what it says; "" for each that is no more."""
    statement = reading.dataset.statements.get(held.ref)
    if statement:
        said = lines(reading, statement.statement) if isinstance(statement.statement, Fact | View) else ()
        found = where(reading, held.ref)
        return found.title, found.href, reading.labels["list-comma"].join(said)
    if "#" in held.ref or not _has(reading.dataset, held.ref):
        return "", "", ""
    found = link(reading, held.ref)
    return found.title, found.href, ""
