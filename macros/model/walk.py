"""Finds references, statements and texts in a model value, led by the types of its fields."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any

from macros.model.base import Model, Target, Text, Worded
from macros.model.statement import Fact, Statement, Use, View
from macros.problems import Keys

_Found = list[tuple[Keys, Any]]
_Visit = Callable[[Any, Keys, _Found], None]
"""Adds what it finds in a value, with the keys that lead to it, to a list: a generator in each of ten storeys would
take twice as long."""


def references(record: Model) -> Iterator[tuple[Keys, str]]:
    """Yield each reference in `record`: where it stands, and `<kind>/<id>` or `<kind>/<id>#<statement>`."""
    for keys, (kind, name) in _found(record, "references"):
        yield keys, f"{kind}/{name}" if kind else name


def lists_of_references(model: type[Model]) -> dict[str, str]:
    """Return kind → name of each field of a model that is a list of references to one kind."""
    found = {}
    for name, info in model.model_fields.items():
        if typing.get_origin(info.annotation) is tuple:
            target = _target(getattr(typing.get_args(info.annotation)[0], "__metadata__", ()))
            if target and target.kind:
                found[target.kind] = name
    return found


def marks(model: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each mark in the types of a model's fields and of all inside them, with the type that it marks."""
    for held in within(model):
        if isinstance(held, type) and issubclass(held, Model):
            for info in held.model_fields.values():
                yield from ((mark, info.annotation) for mark in info.metadata)
        yield from ((mark, held.__origin__) for mark in getattr(held, "__metadata__", ()))


def within(kind: Any) -> Iterator[Any]:
    """Yield a type and every type inside it, those of the fields of models too, each once."""
    seen: set[Any] = set()
    waiting = [kind]
    while waiting:
        held = waiting.pop()
        if held in seen:
            continue
        seen.add(held)
        yield held
        if isinstance(held, type) and issubclass(held, Model):
            waiting += [info.annotation for info in held.model_fields.values()]
        waiting += typing.get_args(held)


@functools.cache
def field_names() -> tuple[str, ...]:
    """Return the names of all fields that editors write, as labels write them, sorted."""
    from macros.model.kinds import TYPED

    held = {one for kind in TYPED for one in within(kind.type) if isinstance(one, type) and issubclass(one, Model)}
    return tuple(sorted({(i.alias or n).replace("_", "-") for one in held for n, i in one.model_fields.items()}))


def worded(model: Any) -> dict[str, tuple[str, ...]]:
    """Return family of labels → values, for each field of a model whose values are shown in words."""
    return {mark.family: tuple(_values(marked)) for mark, marked in marks(model) if isinstance(mark, Worded)}


def _values(annotation: Any) -> Iterator[str]:
    if typing.get_origin(annotation) is typing.Literal:
        yield from typing.get_args(annotation)
    else:
        for part in typing.get_args(annotation):
            yield from _values(part)


def statements(record: Model) -> Iterator[tuple[Keys, Fact | View | Use]]:
    """Yield each statement in `record` and where it stands; a record that is one comes first."""
    if isinstance(record, Fact):
        yield (), record
    yield from _found(record, "statements")


def facts(record: Model) -> Iterator[tuple[Keys, Fact]]:
    """Yield each fact in `record` and where it stands."""
    yield from ((keys, one) for keys, one in statements(record) if isinstance(one, Fact))


def texts(record: Model) -> Iterator[tuple[Keys, Text]]:
    """Yield each bilingual text in `record` and where it stands."""
    yield from _found(record, "texts")


def _found(record: Model, wanted: str) -> _Found:
    found: _Found = []
    _model(type(record), wanted)(record, (), found)
    return found


@functools.cache
def _model(cls: type[Model], wanted: str) -> _Visit:
    """Return the visitor for a model: it looks only into fields that can hold what is wanted."""
    visits: list[tuple[str, str, _Visit]] = []
    for name, info in cls.model_fields.items():
        visit = _marked(info.metadata, wanted) or _visit(info.annotation, wanted)
        if visit:
            visits.append((name, info.alias or name, visit))

    def walk(value: Any, keys: Keys, found: _Found) -> None:
        for name, key, visit in visits:
            held = getattr(value, name)
            if held is not None:
                visit(held, (*keys, key), found)

    return walk


def _visit(annotation: Any, wanted: str) -> _Visit | None:
    """Return the visitor for a type, or None where it can hold nothing that is wanted."""
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _marked(annotation.__metadata__, wanted) or _visit(annotation.__origin__, wanted)
    if isinstance(annotation, type) and issubclass(annotation, Model):
        if issubclass(annotation, {"statements": Statement, "texts": Text}.get(wanted, ())):
            return _leaf
        return _model(annotation, wanted)
    if origin is tuple:
        return _list(_visit(arguments[0], wanted))
    if origin is dict:
        return _mapping(_visit(arguments[0], wanted), _visit(arguments[1], wanted))
    if origin in (typing.Union, types.UnionType):
        visits = {part: visit for part in map(_bare, arguments) if (visit := _visit(part, wanted))}
        return _any_of(visits) if len(visits) > 1 else next(iter(visits.values()), None)
    return None


def _bare(annotation: Any) -> Any:
    """Return a type without the mark by which it is told from the other shapes of a statement."""
    is_marked = typing.get_origin(annotation) is typing.Annotated and not _target(annotation.__metadata__)
    return annotation.__origin__ if is_marked else annotation


def _any_of(visits: dict[Any, _Visit]) -> _Visit:
    """Return the visitor for a value of one of several models."""

    def walk(value: Any, keys: Keys, found: _Found) -> None:
        visit = visits.get(type(value))
        if visit:
            visit(value, keys, found)

    return walk


def _leaf(value: Any, keys: Keys, found: _Found) -> None:
    found.append((keys, value))


def _list(visit: _Visit | None) -> _Visit | None:
    if visit is None:
        return None

    def walk(value: Any, keys: Keys, found: _Found) -> None:
        for place, held in enumerate(value):
            visit(held, (*keys, place), found)

    return walk


def _mapping(visit_key: _Visit | None, visit: _Visit | None) -> _Visit | None:
    """Return the visitor for a mapping, whose keys may be references too; they stand where their values do."""
    if visit_key is None and visit is None:
        return None

    def walk(value: Any, keys: Keys, found: _Found) -> None:
        for key, held in value.items():
            if visit_key:
                visit_key(key, (*keys, key), found)
            if visit:
                visit(held, (*keys, key), found)

    return walk


def _marked(metadata: Any, wanted: str) -> _Visit | None:
    target = _target(metadata)
    if target is None or wanted != "references":
        return None
    kind = target.kind

    def walk(value: Any, keys: Keys, found: _Found) -> None:
        if value:  # it is empty where it could not be read
            found.append((keys, (kind, value)))

    return walk


def _target(metadata: Any) -> Target | None:
    return next((mark for mark in metadata if isinstance(mark, Target)), None)
