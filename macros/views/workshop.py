"""What groups work on: the self-assessment, and what the scripts know of every item and of everything rated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.model.base import Text
from macros.model.guide import Guide, Item
from macros.model.level import Level
from macros.views.checklist import earlier
from macros.views.places import data_file, data_files, href, list_page
from macros.views.reading import Reading
from macros.wording import word

RATED = ("system", "domain", "lesson")
"""Kinds that a group rates."""
SITE = "smart-city-handbook"
"""Under which browsers keep progress: the same in both languages, and in every copy of this handbook."""
LATE_WORDS = {
    "preview": word("work-preview"),
    "preview_text": word("work-preview-text"),
    "preview_wait": word("work-preview-wait"),
    "preview_added": word("work-preview-added"),
    "preview_replaced": word("work-preview-replaced"),
    "preview_kept": word("work-preview-kept"),
    "same_text": word("work-same-text"),
    "namesake_text": word("work-namesake-text"),
    "nameless_text": word("work-nameless-text"),
    "join": word("work-join"),
    "apart": word("work-apart"),
    "leave": word("work-leave"),
    "left": word("work-left"),
    "too_much": word("work-too-much"),
    "loaded": word("work-loaded"),
    "joined": word("work-joined"),
    "text_out": word("work-text-out"),
    "text_in": word("work-text-in"),
    "text_copy": word("work-text-copy"),
    "text_copied": word("work-text-copied"),
    "text_by_hand": word("work-text-by-hand"),
    "text_read": word("work-text-read"),
    "text_name": word("work-text-name"),
    "close": word("work-close"),
    "nothing": word("work-nothing"),
    "not": word("work-not"),
    "text": word("work-own-text"),
    "why": word("work-own-why"),
    "place": word("work-own-place"),
    "reason": word("work-dropped-reason"),
    "changes": word("work-changes"),
    "changes_added": word("work-changes-added"),
    "changes_changed": word("work-changes-changed"),
    "changes_gone": word("work-changes-gone"),
}
"""Words of the scripts that load late, by the names under which they are shown."""


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
    """Return the script that tells the browser which items and ratings there are, as one assignment.

    Hashes change with the text of either language and are the same in both, so that a file saved in one can be
    loaded in the other. `formerly` leads from every earlier id to the one of today.
    """
    hashes: dict[str, str] = {}
    formerly: dict[str, str] = {}
    for kind, name, record in reading.dataset.guides():
        if kind in RATED:
            hashes[f"{kind}/{name}"] = _hash(record.title, record.lead)
            formerly |= {f"{kind}/{old}": f"{kind}/{name}" for old in record.formerly}
        for item in _items(record):
            hashes[f"{kind}.{name}.{item.id}"] = _hash(item.do, item.yields)
            formerly |= _earlier(kind, name, record, item)
    held = {
        "site": SITE,
        "version": version,
        "dataDate": reading.dataset.data_date,
        "language": reading.language,
        "levels": [level.title[reading.language] for level in reading.dataset.of(Level).values()],
        "hashes": hashes,
        "formerly": formerly,
    }
    return _assignment("handbookItems", held)


def texts(reading: Reading, address: Callable[[str, str], str]) -> str:
    """Return the script with the text of every item, what to show of every record that has some, and late words.

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
    words = {name: reading.labels[one] for name, one in LATE_WORDS.items()}
    return _assignment("handbookTexts", {"owners": owners, "items": items, "words": words})


def _own(reading: Reading, ref: str, address: Callable[[str, str], str]) -> str:
    page, _, anchor = href(reading, ref).partition("#")
    return address(page, anchor)


def _items(record: Guide) -> Iterator[Item]:
    return (item for group in record.groups for item in group.items)


def _assignment(name: str, value: object) -> str:
    return f"var {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def _earlier(kind: str, name: str, record: Guide, item: Item) -> dict[str, str]:
    """Return the ids that an item had, its owner's earlier names included."""
    now = f"{kind}.{name}.{item.id}"
    return {f"{kind}.{owner}.{one}": now for owner, one in earlier(name, record.formerly, item)}


def _hash(*texts: Text) -> str:
    joined = "\n".join(text[language] for text in texts for language in ("zh", "en"))
    return hashlib.sha256(joined.encode()).hexdigest()[:6]
