"""START-HERE: the first page of a bundle, in each of its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import Dataset
from macros.model.city import City
from macros.model.label import Label
from macros.model.path import Path as PlanningPath
from macros.model.source import Source
from macros.views.browsers import supported
from macros.views.checklist import checklist_index
from macros.views.edition import Share, shares, stamp
from macros.views.places import Link
from macros.views.reading import Reading
from macros.views.takeaway import ReuseView, reuse
from macros.wording import Labels


@dataclass(frozen=True)
class StartPart:
    """What is said in one language."""

    language: str
    html_language: str
    name: str
    """Of the language, in itself."""
    labels: Labels
    stamp: str
    date: str
    """Of the data, worded."""
    shares: tuple[Share, ...]
    items: int
    sources: int
    word: str
    """Something that search must find: the name of a record."""
    browsers: str
    """Those in which everything works, in words."""
    reuse: ReuseView
    agendas: tuple[Link, ...]
    """The facilitator's pages, where the edition has them."""


@dataclass(frozen=True)
class Start:
    """The whole page."""

    parts: tuple[StartPart, ...]
    title: str
    version: str
    commit: str
    scripts: tuple[str, ...]
    """Those of the page, below `assets/`, in order."""
    tried: tuple[str, ...]
    """Those of the other pages, likewise."""


def view(dataset: Dataset, version: str, commit: str, scripts: Iterable[str], tried: Iterable[str]) -> Start:
    """Return START-HERE of an edition."""
    readings = [Reading(dataset, language) for language in dataset.languages]
    parts = tuple(_part(reading, version, commit) for reading in readings)
    return Start(parts, names(dataset), version, commit, tuple(scripts), tuple(tried))


def names(dataset: Dataset) -> str:
    """Return the handbook's name in the languages of the edition."""
    return " · ".join(Labels(dataset.of(Label), language)["site-name"] for language in dataset.languages)


def _part(reading: Reading, version: str, commit: str) -> StartPart:
    return StartPart(
        language=reading.language,
        html_language=wording.HTML_LANG[reading.language],
        name=wording.NAMES[reading.language],
        labels=reading.labels,
        stamp=stamp(reading, version, commit),
        date=wording.date(reading.language, reading.dataset.data_date),
        shares=shares(reading),
        items=checklist_index(reading).total,
        sources=len(reading.dataset.of(Source)),
        word=_word(reading),
        browsers=supported(reading.labels),
        reuse=reuse(reading),
        agendas=tuple(_agendas(reading)),
    )


def _agendas(reading: Reading) -> Iterator[Link]:
    for name, step in reading.dataset.of(PlanningPath).items() if reading.dataset.facilitator else ():
        title = reading.labels.fill("facilitator-title", title=step.title[reading.language])
        yield Link(title, f"facilitator/{name}.html")


def _word(reading: Reading) -> str:
    """Return the shortest name of a city, or title of a step, as somebody would type it."""
    dataset = reading.dataset
    names = [record.name[reading.language] for record in dataset.of(City).values()]
    return min(names or [record.title[reading.language] for record in dataset.of(PlanningPath).values()], key=len)
