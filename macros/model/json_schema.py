"""The model as JSON schema, for editors' tools: it is to accept what the model accepts, and refuse what it refuses."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema


class Strict(GenerateJsonSchema):
    """Writes mappings so that a key of another form is refused; pydantic would let it pass with any value."""

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        """Return the schema of a mapping."""
        least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
        return {
            "type": "object",
            **least,
            "propertyNames": self.generate_inner(schema["keys_schema"]),
            "additionalProperties": self.generate_inner(schema["values_schema"]),
        }
