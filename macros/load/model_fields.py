"""The keys of a record's type, wherever in it a fault lies."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, Tag
from pydantic.fields import FieldInfo

from macros.model.described import described
from macros.model.statement import shape
from macros.problems import Keys, Said

Field = FieldInfo
"""A field of a model, for those who know no library."""


def fields_at(kind: Any, loc: Keys) -> dict[str, Said]:
    """Return the keys of the record that belongs at `loc`, with what they are for; none where no record belongs."""
    kind = bare(_at(kind, loc))
    if not (isinstance(kind, type) and issubclass(kind, BaseModel)):
        return {}
    held = {info.alias or name: described(info.description or "") for name, info in kind.model_fields.items()}
    return {key: Said(what.en, what.zh) for key, what in held.items()}


def field_at(kind: Any, keys: Keys) -> FieldInfo | None:
    """Return the field of a record to which keys of a value lead, a fact's where it may be of several shapes."""
    found = None
    for key in keys:
        held = bare(kind)
        if isinstance(key, str) and typing.get_origin(held) is tuple:  # one in the place of a list of one
            held = bare(typing.get_args(held)[0])
        if isinstance(held, type) and issubclass(held, BaseModel):
            found = next((one for name, one in held.model_fields.items() if key in (name, one.alias)), None)
        kind = _inner(held, key)
    return found


def takes_words(kind: Any, loc: Keys) -> bool:
    """Return whether what belongs at `loc` may be given as a word alone, which its type then completes."""
    return any(isinstance(mark, BeforeValidator) for mark in getattr(_at(kind, loc), "__metadata__", ()))


def in_order(kind: Any, value: Any, keys: Keys) -> list[str]:
    """Return the keys that the mapping under some keys of a record may have, in the order of its type.

    `value` is the record as it is written, in which a list of one may stand without its brackets.
    """
    loc: Keys = ()
    for key in (*keys, None):
        if isinstance(value, dict):
            is_bare = typing.get_origin(bare(_at(kind, loc))) in (tuple, list)
            loc = (*loc, *((0,) if is_bare else ()), shape(value))
        if key is not None and not (isinstance(value, dict) and isinstance(key, int)):
            value, loc = value[key], (*loc, key)
    return list(fields_at(kind, loc))


def _at(kind: Any, loc: Keys) -> Any:
    """Return the type of what belongs at `loc`."""
    for key in loc:
        kind = shape_of(kind, key) if is_shape(key) else _inner(bare(kind), key)
    return kind


def is_shape(key: str | int) -> bool:
    """Return whether a key is none, but the mark of the shape that a value has."""
    return isinstance(key, str) and key.startswith("~")


def shape_of(kind: Any, mark: str | int) -> Any:
    """Return the alternative of a type that bears a mark; the type itself where none does."""
    waiting = [kind]
    while waiting:
        held = waiting.pop()
        if any(isinstance(one, Tag) and one.tag == mark for one in getattr(held, "__metadata__", ())):
            return held
        if typing.get_origin(held) in (Annotated, typing.Union, types.UnionType):
            waiting += typing.get_args(held)
    return kind


def bare(kind: Any) -> Any:
    """Return a type without its constraints, without the alternative None."""
    while typing.get_origin(kind) in (Annotated, typing.Union, types.UnionType):
        kind = typing.get_args(kind)[0]
    return kind


def _inner(kind: Any, key: str | int) -> Any:
    """Return the type below `key`, or None."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return next((info.annotation for name, info in kind.model_fields.items() if key in (name, info.alias)), None)
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (tuple, list):
        return arguments[0]
    return arguments[1] if origin is dict else None
