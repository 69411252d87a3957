"""The state of an answer: what the best of its facts rests on."""

from __future__ import annotations

from collections.abc import Iterable

from macros.model.source import Source
from macros.model.statement import STATES, Fact, Statement, Use, sources_of
from macros.views.reading import Reading


def state(reading: Reading, fact: Fact) -> str:
    """Return sourced, unsourced (only the article says so), absent or not-found."""
    if fact.not_found:
        return "not-found"
    if fact.absent:
        return "absent"
    kinds = {reading.dataset.whole.of(Source)[name].kind for name in sources_of(fact)}
    return "sourced" if kinds - {"article"} else "unsourced"


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
