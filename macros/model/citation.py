"""How a statement cites a source."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from macros.model.base import Model, SourceId, Worded
from macros.model.scalars import Plain

Position = Literal["page", "article", "section", "chapter"]


class Citation(Model):
    """A source, and where in it the statement stands.

    一个来源，以及陈述出自它的哪一处。
    """

    id: SourceId
    """Of the source.
    来源的编号。"""
    at: Annotated[
        dict[Annotated[Position, Worded("at")], Plain], Field(max_length=1, json_schema_extra={"maxProperties": 1})
    ] = {}
    """Where in it: one of page, article, section and chapter, with its number as text.
    出自哪一处：page（页）、article（条）、section（节）、chapter（章）选一个，号码加引号。"""


def _citation(value: Any) -> Any:
    return value if isinstance(value, dict | Citation) else {"id": value}


Cited = Annotated[Citation, BeforeValidator(_citation, json_schema_input_type=SourceId | Citation)]
"""The id of a source, or a mapping with where in it."""
