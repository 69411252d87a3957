"""A data set as flat texts: every record, statement, measure and item is a unit with named fields."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.kinds import KINDS, kind_of
from macros.model.kinds import ref as named

Fields = Mapping[str, str]
"""Name of a field, with dots between what leads to it, `.zh` or `.en` at the end of a bilingual text → its value."""


def units(dataset: Dataset) -> dict[str, Fields]:
    """Return `<kind>/<id>` or `<kind>/<id>#<statement>` → fields, in the order of the data.

    What is a unit of its own is no field of the record that it stands in. Words of the interface are units too; what
    a command writes is none.
    """
    inside = {
        named(kind.name, name): held for kind in KINDS if kind.inside for name, held in dataset[kind.name].items()
    }
    records = (held for held in dataset.named() if kind_of(held[0]).is_typed)
    statements = {name: held.statement for name, held in dataset.statements.items()}
    apart = {id(held) for held in (*inside.values(), *statements.values())}
    return {name: dict(_fields(held, "", apart)) for name, held in (*records, *inside.items(), *statements.items())}


def _fields(value: Any, name: str, apart: Container[int]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a value that belong to its unit; what is empty is none."""
    parts = _parts(value)
    if names := _names(value):
        yield name, ", ".join(names)
    elif parts is not None:
        for key, held in parts:
            if id(held) not in apart:
                yield from _fields(held, f"{name}.{key}" if name else str(key), apart)
    elif isinstance(value, tuple):
        if value:
            yield name, ", ".join(map(str, value))
    elif value is not None and value is not False and value != "":
        yield name, "yes" if value is True else str(value)


def _names(value: Any) -> list[str]:
    """Return the ids of a list whose entries have nothing else, such as most lists of sources."""
    if not isinstance(value, tuple) or not all(isinstance(held, Model) and hasattr(held, "id") for held in value):
        return []
    told = [dict(_fields(held, "", ())) for held in value]
    return [one["id"] for one in told] if all(one.keys() == {"id"} for one in told) else []


def _parts(value: Any) -> Iterable[tuple[str | int, Any]] | None:
    """Return what a value is made of, with its names; None for what is told in one text."""
    if isinstance(value, Model):
        fields = type(value).model_fields.items()
        return [(info.alias or key, getattr(value, key)) for key, info in fields]
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, tuple) and any(isinstance(held, Model) for held in value):
        return [(getattr(held, "id", None) or place, held) for place, held in enumerate(value, 1)]
    return None
