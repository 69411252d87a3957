"""The data set as JSON: each kind of record and all of them, with their schemas, in both languages at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros.export.tables import about
from macros.load.dataset import Dataset
from macros.model.kinds import Kind
from macros.views.reading import Reading
from macros.views.takeaway import KINDS_OF_DATA, WHOLE
from macros.wording import LANGUAGES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def files(dataset: Dataset) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file."""
    held = {kind.name: _records(dataset, kind) for kind in KINDS_OF_DATA}
    schemas = {kind.name: _schema(kind) for kind in KINDS_OF_DATA}
    told = {language: about(Reading(dataset, language)) for language in LANGUAGES}
    for name, records in ((WHOLE, held), *held.items()):
        head = {"$schema": f"{name}.schema.json", "about": told, "date": dataset.data_date, "kind": name}
        yield f"{name}.json", _text({**head, "records": records})
    for name, schema in schemas.items():
        yield f"{name}.schema.json", _text(_file_schema(name, schema))
    parts = {"properties": {name: {"$ref": f"{name}.schema.json#/properties/records"} for name in schemas}}
    yield f"{WHOLE}.schema.json", _text(_file_schema(WHOLE, {"type": "object", **parts, "additionalProperties": False}))


def _records(dataset: Dataset, kind: Kind) -> Any:
    """Return the records of a kind by id as they were read; of a kind that is one record, that."""
    held = {name: _value(dataset, kind, name) for name in dataset[kind.name]}
    return held.get("", {}) if kind.layout == "record" else held


def _value(dataset: Dataset, kind: Kind, name: str) -> Any:
    document, keys = dataset.locations[f"{kind.name}/{name}" if name else kind.name]
    value = document.value
    for key in keys:
        value = value[key]
    return value


def _schema(kind: Kind) -> dict[str, Any]:
    """Return the schema of all records of a kind."""
    one = kind.json_schema()
    if kind.layout != "files":
        return one
    parts = one.pop("$defs", {})
    return {"$defs": parts, "type": "object", "additionalProperties": one}


def _file_schema(name: str, records: dict[str, Any]) -> dict[str, Any]:
    parts = records.pop("$defs", {})
    texts = {"type": "array", "items": {"type": "string"}}
    properties = {
        "$schema": {"type": "string"},
        "about": {"type": "object", "properties": dict.fromkeys(LANGUAGES, texts)},
        "date": {"type": "string"},
        "kind": {"const": name},
        "records": records,
    }
    whole = {"$schema": _DIALECT, "title": name, "type": "object", "properties": properties, "required": ["records"]}
    return {**whole, "$defs": parts} if parts else whole


def _text(held: Any) -> bytes:
    return (json.dumps(held, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
