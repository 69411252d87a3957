"""A file → what it holds: its document, the records in it as their types, and what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.load.drafts import is_draft
from macros.load.lacking import Lack
from macros.load.likeness import looks_unlike
from macros.load.model_errors import Fault, explain
from macros.load.model_hints import as_id
from macros.load.parts import Parts
from macros.load.valid_parts import ValidParts, adapter
from macros.load.yaml_reader import Document, read
from macros.load.yaml_scalars import UNREAD
from macros.model.base import Model
from macros.model.kinds import Kind, ref
from macros.model.scalars import Id, is_id
from macros.problems import Keys, Problem

Read = tuple[Document, list[Problem]]
Typed = tuple[Any, list[Problem], Lack]


class Made(NamedTuple):
    """What was made of one file."""

    read: Read
    records: Mapping[Keys, Typed]
    """Keys of each record in the file → what was made of it; of one that is not finished the whole project decides."""
    parts: Mapping[str, Parts]
    """Owner → what is found in its record, once it is asked for."""


def make(kind: Kind, file: Path, path: str) -> Made:
    """Read a file of a kind, named by its path in the project; what is nothing of that kind has no records."""
    document, problems = read(file, path)
    records: dict[Keys, Typed] = {}
    parts: dict[str, Parts] = {}
    if document.value is not None and not looks_unlike(kind, document.value):
        for name, keys, value, model in entries(kind, file, document):
            if not is_draft(value):
                records[keys] = record, *_ = typed(model, value, document, keys)
                if isinstance(record, Model):
                    owner = ref(kind.name, name)
                    parts[owner] = Parts(owner, record)
    return Made((document, problems), records, parts)


def entries(kind: Kind, file: Path, document: Document) -> Iterator[tuple[str, Keys, Any, Any]]:
    """Yield id, keys, plain value and type of each record in a file; a file of many that is none is one, faulty."""
    if kind.layout == "entries" and isinstance(document.value, dict):
        for key, value in document.value.items():
            if key is not UNREAD:
                yield key, (key,), value, kind.type
    else:
        yield _named(file) if kind.layout == "files" else "", (), document.value, kind.file_type


def typed(kind: Any, value: Any, document: Document, keys: Keys, spared: Callable[[Keys], bool] | None = None) -> Typed:
    """Return a record, what is wrong with it, and what may stand in the parts of it that could not be read.

    Faults at places that are spared are none.
    """
    parts, faults = ValidParts(kind), list[Fault]()
    try:
        made = adapter(kind).validate_python(value)
    except ValidationError as error:
        made = parts.record(value)
        told = [*error.errors(include_url=False), *parts.errors]
        errors = [one for one in told if not (spared and spared(one["loc"]))]
        faults = list(explain(kind, errors, lambda loc: document.written((*keys, *loc))))
    problems = [
        document.problem((*keys, *fault.keys), fault.rule, fault.message, fault.hint)
        for fault in (*faults, *(_key(str(keys[0])) if keys else ()))
    ]
    return made, problems, parts.lack


def _named(file: Path) -> str:
    """Return the id of the record in a file; of a name that is none what it should be, as whatever names it has it."""
    return file.stem if is_id(file.stem) else as_id(file.stem) or file.stem


def _key(name: str) -> list[Fault]:
    """Return what is wrong with the id of a record in a file of many."""
    try:
        adapter(Id).validate_python(name)
    except ValidationError as error:
        return list(explain(Id, error.errors(include_url=False)))
    return []
