"""The state of an answer: what the best of its facts rests on."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.statement import STATES, Fact, Statement, Use
from macros.views.reading import Reading
from macros.views.support import support


def state(reading: Reading, fact: Fact) -> str:
    """Return sourced, unsourced (only the article says so), absent or not-found."""
    held = support(reading.dataset, fact)
    return held if held in STATES else "unsourced" if held == "article" else "sourced"


def state_of(reading: Reading, held: Iterable[Statement]) -> str:
    """Return the state of several statements together: the best of their facts, of those that they use too."""
    states = {state(reading, fact) for fact in answering(reading, held)}
    return next((best for best in STATES if best in states), "unknown")


def answering(reading: Reading, held: Iterable[Statement]) -> tuple[Fact, ...]:
    """Return the facts among statements, and those that uses show; views answer nothing."""
    found: list[Fact] = []
    for one in held:
        if isinstance(one, Fact):
            found.append(one)
        elif isinstance(one, Use):
            found += (reading.dataset.fact(ref) for ref in one.facts)
    return tuple(found)
