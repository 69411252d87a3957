"""Which kind of record a value is most like, by its keys: for one that stands in the wrong place."""

from __future__ import annotations

import functools
from typing import Any

from macros.model.kinds import FILED, Kind

_MOST = 1  # keys too many or too few, with which a record is still like its kind
_LEAST = 3  # from which on it is not


def looks_like(value: Any) -> Kind | None:
    """Return the kind of file that a value makes, if it is like just one."""
    return _nearest({kind.name: (kind, _faults(kind, value)) for kind in FILED if kind.layout != "entries"})


def looks_unlike(kind: Kind, value: Any) -> Kind | None:
    """Return the kind of file that one in the place of another kind was probably meant to be."""
    return looks_like(value) if kind.layout == "entries" or _faults(kind, value) >= _LEAST else None


def looks_unlike_entry(kind: Kind, value: Any) -> Kind | None:
    """Return the kind of record that an entry in a file of many of another kind was probably meant to be."""
    if not isinstance(value, dict) or len(value) < _LEAST or _faults(kind, value) < _LEAST:
        return None
    return _nearest({other.name: (other, _faults(other, value)) for other in FILED if other.layout == "entries"})


def _nearest(faults: dict[str, tuple[Kind, int]]) -> Kind | None:
    least = min(number for _, number in faults.values())
    alike = [kind for kind, number in faults.values() if number == least]
    return alike[0] if least <= _MOST and len(alike) == 1 else None


def _faults(kind: Kind, value: Any) -> int:
    """Return how many keys a record has too many or too few."""
    if not isinstance(value, dict) or len(value) < _LEAST:
        return _LEAST
    fields, due = _keys(kind)
    return len(value.keys() - fields) + len(due - value.keys())


@functools.cache
def _keys(kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of a record, and those that are due."""
    fields = {info.alias or name: info.is_required() for name, info in kind.type.model_fields.items()}
    return frozenset(fields), frozenset(key for key, is_due in fields.items() if is_due)
