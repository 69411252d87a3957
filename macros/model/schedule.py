"""The schedule and its phases."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import Model, Period, Text
from macros.model.scalars import Id
from macros.model.statement import Stated, Statements


class Phase(Model):
    """A stage of the schedule."""

    years: Period
    """As the article proposed."""
    offset: Annotated[str, StringConstraints(strict=True, pattern=r"^[0-9]+(-[0-9]+)?$")]
    """The same in years from the start: `0`, `1-2`."""
    title: Text
    """Of the phase."""
    statements: Statements
    """The state to reach."""


class Schedule(Stated):
    """data/schedule.yml."""

    title: Text
    """Of the schedule."""
    lead: Text
    """What it is and how to read it today."""
    statements: Statements
    """What holds for the whole schedule."""
    phases: Annotated[dict[Id, Phase], Field(min_length=1)]
    """In order of time."""
