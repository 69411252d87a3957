"""The model as JSON schema, for editors' tools: it is to accept what the model accepts, and refuse what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from macros.model.base import OFFERED
from macros.model.described import described

IDS = "ids.json"
"""Beside the schemas: what an editor offers for references, questions and codes. It refuses nothing, so that a new id
is never red because the file is older."""


class Strict(GenerateJsonSchema):
    """Writes mappings so that a key of another form is refused; pydantic would let it pass with any value."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """Return the schema of a type, its descriptions in both languages."""
        made = super().generate(schema, mode)
        _describe(made)
        self.finish(made)
        return made

    def finish(self, made: dict[str, Any]) -> None:
        """Take away what only an editor is told."""
        _unmark(made)

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Return the schema of a mapping."""
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        return {
            "type": "object",
            **least,
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }


class Offering(Strict):
    """Writes schemas for editors, which offer the ids that there are."""

    def finish(self, made: dict[str, Any]) -> None:
        """Point to these ids, and leave out what an editor would write of its own accord."""
        _leave_out_empty(made)
        _offer(made)


Generator = type[Strict]


def _describe(made: dict[str, Any]) -> None:
    """Put the paragraphs of both languages in the place of each docstring."""
    for held in _parts(made):
        if isinstance(held.get("description"), str):
            held["description"] = str(described(held["description"]))


def _parts(held: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a schema, each before those inside it."""
    if isinstance(held, dict):
        yield held
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        yield from _parts(one)


def _unmark(made: dict[str, Any]) -> None:
    for held in _parts(made):
        held.pop(OFFERED, None)


def _offer(made: dict[str, Any]) -> None:
    """Point to the ids in `IDS` wherever a type names some.

    They come first, what else the type asks for after them: of two descriptions an editor shows the first, and that of
    a single id says more than that of the field.
    """
    for held in _parts(made):
        if isinstance(name := held.pop(OFFERED, None), str):
            others = {key: held.pop(key) for key in ("enum", "additionalProperties") if key in held}
            held["allOf"] = [{"$ref": f"{IDS}#/$defs/{name}"}, *filter(None, [others])]


def _leave_out_empty(made: dict[str, Any]) -> None:
    """Take away what a field is where nobody writes it, if that is nothing: an editor would write `[]` or `null`."""
    for held in _parts(made):
        if "default" in held and held["default"] in (None, [], {}):
            del held["default"]
