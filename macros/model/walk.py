"""Finds references, claims and texts in a model value, led by the types of its fields."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

from macros.model.base import Model, Target, Text
from macros.model.claim import Claim

Keys = tuple[str | int, ...]
_Found = tuple[Keys, Any]
_Visit = Callable[[Any, Keys], Iterator[_Found]]


def references(record: Model) -> Iterator[tuple[Keys, str, str]]:
    """Yield each reference in `record`: where it stands, the kind and the id it names."""
    for keys, (kind, name) in _model(type(record), "references")(record, ()):
        if kind:
            yield keys, kind, name
        else:
            yield keys, *name.split("/", 1)


def claims(record: Model) -> Iterator[tuple[Keys, Claim]]:
    """Yield each claim in `record` and where it stands."""
    yield from _model(type(record), "claims")(record, ())


def texts(record: Model) -> Iterator[tuple[Keys, Text]]:
    """Yield each bilingual text in `record` and where it stands."""
    yield from _model(type(record), "texts")(record, ())


@functools.cache
def _model(cls: type[Model], wanted: str) -> _Visit:
    """Return the visitor for a model: it looks only into fields that can hold what is wanted."""
    visits: list[tuple[str, str, _Visit]] = []
    for name, info in cls.model_fields.items():
        visit = _marked(info.metadata, wanted) or _visit(info.annotation, wanted)
        if visit:
            visits.append((name, info.alias or name, visit))

    def walk(value: Any, keys: Keys) -> Iterator[_Found]:
        for name, key, visit in visits:
            held = getattr(value, name)
            if held is not None:
                yield from visit(held, (*keys, key))

    return walk


def _visit(annotation: Any, wanted: str) -> _Visit | None:
    """Return the visitor for a type, or None where it can hold nothing that is wanted."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _marked(annotation.__metadata__, wanted) or _visit(annotation.__origin__, wanted)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if (wanted, annotation) in (("claims", Claim), ("texts", Text)):
            return _leaf
        return _model(annotation, wanted)
    if origin is tuple:
        return _each(_visit(arguments[0], wanted), enumerate)
    if origin is dict:
        return _each(_visit(arguments[1], wanted), lambda mapping: mapping.items())
    if origin in (typing.Union, types.UnionType):
        return next((visit for part in arguments if (visit := _visit(part, wanted))), None)
    return None


def _leaf(value: Any, keys: Keys) -> Iterator[_Found]:
    yield keys, value


def _each(visit: _Visit | None, pairs: Callable[[Any], Any]) -> _Visit | None:
    if visit is None:
        return None

    def walk(value: Any, keys: Keys) -> Iterator[_Found]:
        for key, held in pairs(value):
            yield from visit(held, (*keys, key))

    return walk


def _marked(metadata: Any, wanted: str) -> _Visit | None:
    target = next((mark for mark in metadata if isinstance(mark, Target)), None)
    if target is None or wanted != "references":
        return None
    kind = target.kind

    def walk(value: Any, keys: Keys) -> Iterator[_Found]:
        yield keys, (kind, value)

    return walk
