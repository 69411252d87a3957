"""Which units of the data differ between two states: records, statements, measures and items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.edit.units import Fields, units
from macros.load.dataset import Dataset
from macros.model.kinds import BY_NAME
from macros.views.places import PLACES, title
from macros.views.reading import Reading


@dataclass(frozen=True)
class Field:
    """A field that differs; "" where there is none."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Change:
    """A unit that was added, went, or differs."""

    ref: str
    """`<kind>/<id>`, or with `#<statement>`; `label/<id>` for words of the interface."""
    owner: str
    """Title of the record."""
    how: str
    """added, removed, changed or renamed."""
    fields: tuple[Field, ...]
    formerly: str = ""
    """Of what was renamed, the earlier name."""


def changes(earlier: Dataset, later: Dataset, before: Reading, after: Reading) -> Iterator[Change]:
    """Yield what differs, in the order of the data and then what went; `before` and `after` word what the two hold.

    What may stand in a file that could not be read is neither new nor gone.
    """
    old, new = units(earlier), units(later)
    gone = [name for name in old if name not in new and not _is_unread(later, name)]
    come = [name for name in new if name not in old and not _is_unread(earlier, name)]
    renamed = _renamed(old, new, gone, come)
    for name in new:
        if name in renamed:
            yield Change(
                name, _title(after, name), "renamed", tuple(_fields(old[renamed[name]], new[name])), renamed[name]
            )
        elif name in come:
            yield Change(name, _title(after, name), "added", tuple(_fields({}, new[name])))
        elif name in old and (fields := tuple(_fields(old[name], new[name]))):
            yield Change(name, _title(after, name), "changed", fields)
    for name in gone:
        if name not in renamed.values():
            yield Change(name, _title(before, name), "removed", tuple(_fields(old[name], {})))


def _is_unread(dataset: Dataset, name: str) -> bool:
    """Whether a unit may stand in a file that could not be read."""
    kind, _, own = name.partition("#")[0].partition("/")
    inside = BY_NAME[kind].inside
    return (inside.owner(own).partition("/")[0] if inside else kind) in dataset.incomplete


def _fields(old: Fields, new: Fields) -> Iterator[Field]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name, "") != new.get(name, ""):
            yield Field(name, old.get(name, ""), new.get(name, ""))


def _renamed(old: Mapping[str, Fields], new: Mapping[str, Fields], gone: list[str], come: list[str]) -> dict[str, str]:
    """Return new name → earlier name: of what says so, and of what says the same under another name."""
    found = {}
    left = dict.fromkeys(gone)
    for name in come:
        kind = re.split("[/#]", name)[0]
        formerly = new[name].get("formerly", "").split(", ")
        same = [
            one for one in left
            if re.split("[/#]", one)[0] == kind and ("#" in one) == ("#" in name)
            and (own_name(one) in formerly or _told(old[one]) == _told(new[name]) != ())
        ]  # fmt: skip
        if same:
            found[name] = same[0]
            del left[same[0]]
    return found


def own_name(name: str) -> str:
    """Return the innermost name in the name of a unit: `measure/london.loti` → `loti`."""
    return re.split("[/.]", name)[-1]


def _told(fields: Fields) -> tuple[str, ...]:
    """Return the texts of a unit, by which it is known whatever its name."""
    return tuple(value for name, value in fields.items() if name.endswith((".zh", ".en")))


def _title(reading: Reading, name: str) -> str:
    owner = name.partition("#")[0]
    return title(reading, owner) if owner.partition("/")[0] in PLACES else owner
