"""The types of all records in a compact form, from which the form for editors makes its fields.

A type is a mapping: `t` tells which it is (text, line, id, day, number, whole, switch, url, language, one, ref, list,
map, model, shapes, cited, item), the rest what that needs.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from typing import Any

from macros.model import scalars
from macros.model.base import Model, Target, Text, Worded
from macros.model.citation import Citation
from macros.model.city import City
from macros.model.described import described
from macros.model.kinds import TYPED
from macros.model.label import Label
from macros.model.statement import Fact, Use, View
from macros.model.walk import within
from macros.wording import Labels

Type = dict[str, Any]
_PLAIN: tuple[tuple[Any, str], ...] = (
    (scalars.Id, "id"),
    (scalars.Day, "day"),
    (scalars.Number, "number"),
    (scalars.Whole, "whole"),
    (scalars.Switch, "switch"),
    (scalars.WebAddress, "url"),
    (scalars.Language, "language"),
)
_BARE = (Fact, View, Use, Citation, Label, City)
"""Models that the script of the form knows by their names."""
_BY_NAME = {"code": "code", "layer": "layer"}
"""Fields whose values the record, or the question that it answers, offers."""


def name_of(model: type[Model]) -> str:
    """Return how the form calls a model: by its name, which two share only if their modules differ."""
    return model.__name__ if model in _BARE else f"{model.__module__.rpartition('.')[2]}.{model.__name__}"


class Types:
    """Describes types with the words of one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels

    def models(self) -> dict[str, list[dict[str, Any]]]:
        """Return the fields of each model by its name, in order."""
        held = {
            one
            for kind in TYPED
            for one in within(kind.type)
            if isinstance(one, type) and issubclass(one, Model) and one is not Text
        }
        return {name_of(one): list(self._fields(one)) for one in sorted(held, key=name_of)}

    def _fields(self, model: type[Model]) -> Iterator[dict[str, Any]]:
        for name, info in model.model_fields.items():
            key = info.alias or name
            word = self.labels[f"field-{key.replace('_', '-')}"]
            told = described(info.description or "")
            found = {
                "key": key,
                "label": word,
                "help": (getattr(told, self.labels.language) or told.en).replace("`", ""),
            }
            due = {"due": 1} if info.is_required() else {}
            by_name = key in _BY_NAME and issubclass(model, Fact | View | Use)
            kind = {"t": _BY_NAME[key]} if by_name else self.of(info.annotation, tuple(info.metadata))
            if issubclass(model, Citation) and key == "id":
                kind = {"t": "ref", "kind": "source"}
            yield {**found, **due, **kind}

    def of(self, annotation: Any, marks: tuple[Any, ...] = ()) -> Type:
        """Return what a type is, `marks` being those of the field that has it."""
        while typing.get_origin(annotation) is typing.Annotated:
            marks = (*marks, *annotation.__metadata__)
            if marked := self._marked(annotation, marks):
                return marked
            annotation = annotation.__origin__
        return self._marked(annotation, marks) or self._bare(annotation, marks)

    def _marked(self, annotation: Any, marks: tuple[Any, ...]) -> Type | None:
        for mark in marks:
            if isinstance(mark, Target):
                is_deep = any(getattr(one, "form", "") == "statement" for one in marks)
                return {"t": "ref", "kind": mark.kind or "", **({"deep": 1} if is_deep else {})}
            if isinstance(mark, Worded) and mark.family == "unit":
                return {"t": "one", "words": self._words("unit-")}
        for kind, name in _PLAIN:  # of a field, pydantic takes the type and its marks apart
            if annotation == kind or all(any(mark is one for one in marks) for mark in kind.__metadata__):
                return {"t": name}
        return None

    def _bare(self, annotation: Any, marks: tuple[Any, ...]) -> Type:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin in (typing.Union, types.UnionType):
            given = [one for one in arguments if one is not type(None)]
            return self.of(given[0], marks) if len(given) == 1 else {"t": "shapes"}
        if origin is typing.Literal:
            family = next((mark.family for mark in marks if isinstance(mark, Worded)), "")
            return {"t": "one", "words": [[one, self._word(family, one)] for one in arguments]}
        if origin is tuple:
            return {"t": "list", "of": self.of(arguments[0]), **_bounds(marks)}
        if origin is dict:
            return {"t": "map", "keys": self.of(arguments[0]), "of": self.of(arguments[1]), **_bounds(marks)}
        if annotation is Text:
            return {"t": "text"}
        if isinstance(annotation, type) and issubclass(annotation, Model):
            return {"t": "cited" if annotation is Citation else "model", "is": name_of(annotation)}
        return {"t": {bool: "switch", int: "whole", float: "number"}.get(annotation, "line")}

    def _word(self, family: str, value: str) -> str:
        name = f"{family}-{value}"
        return self.labels[name] if name in self.labels.texts else value

    def _words(self, start: str) -> list[list[str]]:
        return [[one.removeprefix(start), self.labels[one]] for one in self.labels.texts if one.startswith(start)]


def _bounds(marks: tuple[Any, ...]) -> Type:
    """Return how many a list has at least and at most, and whether one may stand without the list."""
    found: Type = {}
    for mark in marks:
        for inner in (mark, *getattr(mark, "metadata", ())):
            if getattr(inner, "min_length", None):
                found["least"] = inner.min_length
            if getattr(inner, "max_length", None):
                found["most"] = inner.max_length
        if type(mark).__name__ == "BeforeValidator":
            found["bare"] = 1
    return found
