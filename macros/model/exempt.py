"""Where a rule of `check` is right not to be followed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Model, StatementRef
from macros.model.scalars import Plain

ExemptRule = Literal["same-text", "opinion"]


class Exempt(Model):
    """One exception to a rule."""

    rule: ExemptRule
    """The warning that is not to be given."""
    facts: Annotated[tuple[StatementRef, ...], Field(min_length=1)]
    """For which facts, as `<kind>/<id>#<fact>`; for the same text, those that share it."""
    reason: Plain
    """Why, for the next editor."""
