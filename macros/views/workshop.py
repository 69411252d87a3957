"""What groups work on: the self-assessment, and what the scripts know of every item and of everything rated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.load.progress import formerly
from macros.model.base import Text
from macros.model.guide import Guide, Item
from macros.model.indicator import Indicator
from macros.model.label import Label
from macros.model.level import Level
from macros.views.places import data_file, data_files, href, list_page
from macros.views.reading import Reading
from macros.wording import is_of_scripts, script_name

RATED = ("system", "domain", "lesson")
"""Kinds that a group rates."""
SITE = "smart-city-handbook"
"""Under which browsers keep progress: the same in both languages, and in every copy of this handbook."""


@dataclass(frozen=True)
class LevelView:
    """A level of the scale."""

    number: int
    title: str
    text: str


@dataclass(frozen=True)
class Rated:
    """What is rated."""

    ref: str
    title: str
    lead: str
    href: str


@dataclass(frozen=True)
class RatedGroup:
    """Everything of one kind."""

    kind: str
    title: str
    rated: tuple[Rated, ...]


@dataclass(frozen=True)
class Assessment:
    """The scale and what is rated on it."""

    levels: tuple[LevelView, ...]
    groups: tuple[RatedGroup, ...]
    files: tuple[str, ...]
    """Those that hold the scale."""


def assessment(reading: Reading) -> Assessment:
    """Return the self-assessment of systems, domains and lessons."""
    language = reading.language
    levels = tuple(
        LevelView(number, level.title[language], level.text[language])
        for number, level in enumerate(reading.dataset.of(Level).values(), 1)
    )
    groups = tuple(RatedGroup(kind, reading.labels[f"kind-{kind}"], tuple(_rated(reading, kind))) for kind in RATED)
    return Assessment(levels, tuple(group for group in groups if group.rated), data_files(reading, "level"))


def _rated(reading: Reading, kind: str) -> Iterator[Rated]:
    for name, record in reading.dataset[kind].items():
        ref = f"{kind}/{name}"
        yield Rated(ref, record.title[reading.language], record.lead[reading.language], href(reading, ref))


def known(reading: Reading, version: str) -> str:
    """Return the script that tells the browser which items and ratings there are, and the words of all scripts.

    Hashes change with the text of either language and are the same in both, so that a file saved in one can be
    loaded in the other. `formerly` leads from every earlier id to the one of today.
    """
    hashes: dict[str, str] = {}
    for kind, name, record in reading.dataset.guides():
        if kind in RATED:
            hashes[f"{kind}/{name}"] = _hash(record.title, record.lead)
        for item in _items(record):
            hashes[f"{kind}.{name}.{item.id}"] = _hash(item.do, item.yields)
    for name, indicator in reading.dataset.of(Indicator).items():
        hashes[f"indicator/{name}"] = _hash(indicator.title, indicator.definition)
    held = {
        "site": SITE,
        "version": version,
        "dataDate": reading.dataset.data_date,
        "language": reading.language,
        "levels": [level.title[reading.language] for level in reading.dataset.of(Level).values()],
        "words": _words(reading),
        "hashes": hashes,
        "formerly": formerly(reading.dataset),
    }
    return _assignment("handbookItems", held)


def texts(reading: Reading, address: Callable[[str, str], str]) -> str:
    """Return the script with the text of every item and what to show of every record that has some.

    Of a record: title, data file, how the addresses of its items begin, its own address; `address` gives one from
    source path and anchor. Apart from `known`, since most pages need it only when they report what has changed.
    """
    items: dict[str, str] = {}
    owners: dict[str, list[str]] = {}
    for kind, name, record in reading.dataset.guides():
        if kind in RATED or record.groups:
            ref = f"{kind}/{name}"
            begin = address(list_page(reading, kind, name), f"i-{name}-")
            owners[ref] = [record.title[reading.language], data_file(reading, ref), begin, _own(reading, ref, address)]
        items |= {f"{kind}.{name}.{item.id}": item.do[reading.language] for item in _items(record)}
    for name, indicator in reading.dataset.of(Indicator).items():
        ref = f"indicator/{name}"
        owners[ref] = [indicator.title[reading.language], data_file(reading, ref), "", _own(reading, ref, address)]
    return _assignment("handbookTexts", {"owners": owners, "items": items})


def _words(reading: Reading) -> dict[str, str]:
    """Return every word that scripts show, by the name under which they do."""
    labels = (*filter(is_of_scripts, reading.dataset.of(Label)), *(f"kind-{kind}" for kind in (*RATED, "indicator")))
    return {script_name(label): reading.labels[label] for label in labels}


def _own(reading: Reading, ref: str, address: Callable[[str, str], str]) -> str:
    page, _, anchor = href(reading, ref).partition("#")
    return address(page, anchor)


def _items(record: Guide) -> Iterator[Item]:
    return (item for group in record.groups for item in group.items)


def _assignment(name: str, value: object) -> str:
    return f"var {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def _hash(*texts: Text) -> str:
    joined = "\n".join(text[language] for text in texts for language in ("zh", "en"))
    return hashlib.sha256(joined.encode()).hexdigest()[:6]
