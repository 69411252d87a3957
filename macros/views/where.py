"""Where a statement stands, for those who meet it elsewhere."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from macros.model.base import Text
from macros.model.dimension import Dimension
from macros.problems import Keys
from macros.views.places import Link, href, title
from macros.views.reading import Reading


def where(reading: Reading, ref: str) -> Link:
    """Return the record in which a statement stands, with the part of it that it is about, and its place."""
    held = reading.dataset.whole.statements[ref]
    part = _part(reading, held.owner, held.keys)
    owner = title(reading, held.owner)
    return Link(f"{owner}{reading.labels['colon']}{part}" if part else owner, href(reading, ref))


def _part(reading: Reading, owner: str, keys: Keys) -> str:
    """Return the title of the innermost titled thing around a statement: a measure, a question, a topic."""
    around: Any = reading.dataset.whole.record(owner)
    found = ""
    for key, following in itertools.pairwise(keys):
        around = around[key] if isinstance(key, int) or isinstance(around, Mapping) else getattr(around, key)
        if isinstance(named := getattr(around, "title", None), Text):
            found = named[reading.language]
        elif key == "facts":
            found = reading.dataset.of(Dimension)[str(following)].label[reading.language]
        elif key == "sections":
            found = reading.labels[f"section-{following}"]
    return found
