"""What is valid of a faulty record: read field by field, so that rules see it and all faults are told in one run."""

from __future__ import annotations

import contextlib
import functools
import types
import typing
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Discriminator, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from macros.load.lacking import STATEMENT, Lack
from macros.load.model_fields import shape_of
from macros.load.yaml_scalars import UNREAD
from macros.model.base import Model, Target
from macros.model.kinds import KINDS
from macros.model.scalars import Held
from macros.model.statement import Statement
from macros.model.walk import marks, within
from macros.problems import Keys, nearest

_EMPTY: dict[Any, Any] = {int: 0, float: 0.0, bool: False, tuple: (), dict: {}}
_Read = tuple[Any, bool]
"""What was read of a value, and whether all of it was: that a record inside lacks something, it says itself."""


@functools.cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return what validates values of a type."""
    return TypeAdapter(kind)


class ValidParts:
    """Reads the valid parts of a value, and notes what may stand in the others."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind
        self._names: set[str] = set()
        self._holds: set[str] = set()
        self.errors: list[dict[str, Any]] = []
        """What is wrong with records as wholes, of which pydantic only speaks when all their fields are valid."""

    @property
    def lack(self) -> Lack:
        """Return what may stand in the parts that could not be read."""
        return Lack(frozenset(self._names), frozenset(self._holds))

    def record(self, value: Any) -> Any:
        """Return what is valid of a value of the type; something empty where nothing is."""
        return self._read(self._kind, value, ())[0]

    def _read(self, kind: Any, value: Any, keys: Keys) -> _Read:
        try:
            return adapter(kind).validate_python(value), True
        except ValidationError:
            pass
        bare, value = _bare(kind, value)
        origin, arguments = typing.get_origin(bare), typing.get_args(bare)
        if isinstance(value, dict) and isinstance(bare, type) and issubclass(bare, Model):
            return self._model(bare, value, keys), True
        if isinstance(value, list) and origin is tuple:
            return self._list(arguments[0], value, keys)
        if isinstance(value, dict) and origin is dict:
            return self._mapping(arguments, value, keys)
        if isinstance(value, str) and (mended := _mended(kind, value)):
            return mended, False
        self._note(_may_stand_in(kind))
        return _empty(kind), False

    def _model(self, cls: type[Model], value: dict[Any, Any], keys: Keys) -> Model:
        fields, lacks = {}, set()
        for name, info in cls.model_fields.items():
            key = info.alias or name
            if key not in value and not info.is_required():
                fields[name] = info.get_default(call_default_factory=True)
                continue
            fields[name], is_whole = self._read(_annotated(info), value.get(key), (*keys, key))
            if not is_whole:
                lacks.add(name)
                if not fields[name] and not info.is_required():
                    fields[name] = info.get_default(call_default_factory=True)
        if "id" in lacks:
            self._holds |= {kind.name for kind in KINDS if kind.type is cls}
        if issubclass(cls, Statement) and {"id", "layer"} & lacks:
            self._holds.add(STATEMENT)
        lacks |= self._misspelt(cls, value)
        made = cls.of_parts(fields, frozenset(lacks))
        if UNREAD not in value:
            self.errors += _as_a_whole(made, value, keys)
        return made

    def _misspelt(self, cls: type[Model], value: dict[Any, Any]) -> set[str]:
        """Return the fields that are absent because of a key that nobody knows, as far as can be guessed."""
        absent = {info.alias or name: name for name, info in cls.model_fields.items()}
        unknown = [key for key in value if absent.pop(key, None) is None]
        if unknown:
            self._note(_may_stand_in(self._kind))  # of whatever level it was meant to be
        if UNREAD in unknown:
            return set(absent.values())
        return {absent[meant] for key in unknown if (meant := nearest(key, list(absent)))}

    def _list(self, kind: Any, value: list[Any], keys: Keys) -> _Read:
        read = [self._read(kind, held, (*keys, place)) for place, held in enumerate(value)]
        return tuple(held for held, _ in read), all(is_whole for _, is_whole in read)

    def _mapping(self, types: tuple[Any, ...], value: dict[Any, Any], keys: Keys) -> _Read:
        key, kind = types
        read = {name: self._read(kind, held, (*keys, name)) for name, held in value.items()}
        is_whole = all([*(whole for _, whole in read.values()), *(_is_valid(key, name) for name in value)])
        return {name: held for name, (held, _) in read.items() if name is not UNREAD}, is_whole

    def _note(self, lack: Lack) -> None:
        self._names |= lack.names
        self._holds |= lack.holds


def _mended(kind: Any, text: str) -> str:
    """Return a text that is refused for its edges or what nobody sees in it without these, else ""."""
    for mark in _marks(kind):
        if isinstance(mark, Held) and mark.mend:
            text = mark.mend(text)
    return text if _is_valid(kind, text) else ""


def _marks(kind: Any) -> Iterator[Any]:
    """Yield the constraints of a type, None or not, the innermost first."""
    if typing.get_origin(kind) in (Annotated, typing.Union, types.UnionType):
        yield from _marks(typing.get_args(kind)[0])
        yield from getattr(kind, "__metadata__", ())


def _annotated(info: FieldInfo) -> Any:
    """Return the type of a field with its constraints."""
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def _bare(kind: Any, value: Any) -> tuple[Any, Any]:
    """Return a type without its constraints and without None, and the value as the type's own validators give it."""
    while typing.get_origin(kind) in (Annotated, typing.Union, types.UnionType):
        chosen = kind
        for mark in getattr(kind, "__metadata__", ()):
            if isinstance(mark, BeforeValidator):
                with contextlib.suppress(PydanticCustomError):
                    value = mark.func(value)  # type: ignore[call-arg]
            elif isinstance(mark, Discriminator):
                chosen = shape_of(kind, str(mark.discriminator(value)))  # type: ignore[operator]
        kind = typing.get_args(chosen)[0]
    return kind, value


def _is_valid(kind: Any, value: Any) -> bool:
    try:
        adapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _empty(kind: Any) -> Any:
    """Return something empty in place of a value of a type; text where the type knows only some values."""
    if type(None) in typing.get_args(kind):
        return None
    bare, _ = _bare(kind, None)
    if isinstance(bare, type) and issubclass(bare, Model):
        fields = {name: _empty(info.annotation) for name, info in bare.model_fields.items()}
        return bare.of_parts(fields, frozenset(fields))
    return _EMPTY.get(typing.get_origin(bare) or bare, "")


@functools.cache
def _may_stand_in(kind: Any) -> Lack:
    """Return what may stand in a value of a type."""
    held = list(within(kind))
    return Lack(
        frozenset(mark.kind or "" for mark, _ in marks(kind) if isinstance(mark, Target)),
        frozenset(one.name for one in KINDS if one.inside and one.type in held)
        | frozenset(STATEMENT for one in held if isinstance(one, type) and issubclass(one, Statement)),
    )


def _as_a_whole(record: Model, value: Any, keys: Keys) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with a record of which fields may be lacking, as pydantic would say it."""
    for name, validator in type(record).__pydantic_decorators__.model_validators.items():
        if validator.info.mode == "after":
            try:
                getattr(record, name)()
            except PydanticCustomError as error:
                yield {
                    "type": error.type, "loc": keys, "msg": error.message(), "input": value, "ctx": error.context or {}
                }  # fmt: skip
