"""What a city's page shows at a glance: some of its numbers, and what came before and after its plan."""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.base import Model, StatementRef, Text, Worded
from macros.model.scalars import Day
from macros.model.statement import OneOrMoreRefs


class KeyNumber(Model):
    """A number of the city that tells most about it."""

    fact: StatementRef
    """A fact of this city that is a number: `value`, `series` or `money`."""
    label: Text
    """What is counted, in a few words: it stands under the number, without the number and its date."""


How = Literal["before", "plan", "after", "cancelled"]


class Stage(Model):
    """A plan or programme on the city's time axis."""

    title: Text
    """A short name, without its year."""
    start: Day
    """When it was published or begun, as the facts have it."""
    end: Day | None = None
    """When it ended or was to end, as the facts have it; without it no end is known."""
    how: Annotated[How, Worded("stage-how")]
    """before: what the plan grew from; plan: the plan that the case is about; after: what took over, whole or in part;
    cancelled: the plan, where it was given up."""
    facts: OneOrMoreRefs
    """Facts of this city that name it and its dates."""
