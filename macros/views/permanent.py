"""Permanent links: an address for each record that stays whatever becomes of its page, `go/<kind>.<id>/`.

They stand below the folder of a language, beside its pages, and lead to where the record stands today.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from macros.load.dataset import Dataset
from macros.model.kinds import BY_NAME, ref
from macros.views.places import PLACES
from macros.views.reading import Reading

FOLDER = "go"


def go(named: str) -> str:
    """Return the address of `<kind>/<id>`, or of a bare kind, below the language's folder: `go/city.london/`.

    Statements have none. Scripts may write it so from `data-entity`.
    """
    return f"{FOLDER}/{named.replace('/', '.', 1)}/"


def published(reading: Reading, site: str, named: str) -> str:
    """Return the whole permanent address of a record on a site with the address `site`, which ends in a slash."""
    return f"{site}{reading.language}/{go(named)}"


def everything(dataset: Dataset) -> dict[str, str]:
    """Return permanent address → `<kind>/<id>` of the record, for earlier ids of each too."""
    today = (ref(kind, name) for kind in PLACES for name in dataset[kind])
    return {go(old): named for old, named in earlier(dataset).items()} | {go(named): named for named in today}


def earlier(dataset: Dataset) -> dict[str, str]:
    """Return the earlier `<kind>/<id>` of records → the one of today."""
    named = {ref(kind, name): (kind, name) for kind in PLACES for name in dataset[kind]}
    found = {ref(one[0], old): today for today, one in named.items() for old in _earlier(dataset, *one)}
    return {old: today for old, today in found.items() if old not in named}


def _earlier(dataset: Dataset, kind: str, name: str) -> Iterator[str]:
    """Yield the earlier ids of a record; one that stands inside another has also those with the owner's earlier ids."""
    inside, (head, dot, last) = BY_NAME[kind].inside, name.rpartition(".")
    heads = [head]
    if dot and inside:
        owner = inside.owner(name)
        begin = head.removesuffix(owner.partition("/")[2])
        heads += [f"{begin}{old}" for old in _formerly(dataset.record(owner))]
    for pair in product(heads, (last, *_formerly(dataset[kind][name]))):
        if pair != (head, last):
            yield dot.join(pair) if dot else pair[1]


def _formerly(record: Any) -> tuple[str, ...]:
    return getattr(record, "formerly", ())
