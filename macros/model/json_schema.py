"""The model as JSON schema, for editors' tools: it is to accept what the model accepts, and refuse what it refuses."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from macros.model.described import described


class Strict(GenerateJsonSchema):
    """Writes mappings so that a key of another form is refused; pydantic would let it pass with any value."""

    def generate(self, schema: core_schema.CoreSchema, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
        """Return the schema of a type, its descriptions in both languages."""
        made = super().generate(schema, mode)
        _describe(made)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Return the schema of a mapping."""
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        return {
            "type": "object",
            **least,
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }


def _describe(held: Any) -> None:
    """Put the paragraphs of both languages in the place of each docstring."""
    for one in held.values() if isinstance(held, dict) else held if isinstance(held, list) else ():
        _describe(one)
    if isinstance(held, dict) and isinstance(held.get("description"), str):
        held["description"] = str(described(held["description"]))
