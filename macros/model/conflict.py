"""A question on which sources differ."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Ref, Text
from macros.model.claim import Claim, Stated


class Conflict(Stated):
    """A question on which sources differ."""

    question: Text
    """What the sources differ on."""
    claims: Annotated[tuple[Claim, ...], Field(min_length=2)]
    """What each says."""
    note: Text
    """How the handbook deals with it."""
    see: tuple[Ref, ...] = ()
    """Where it matters."""
