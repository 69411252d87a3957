"""Conflicts between numbers, derived: two of one record that say how much of the same there was on the same day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.base import Text
from macros.model.statement import Fact, caption_of
from macros.problems import Keys
from macros.views import statement
from macros.views.reading import Reading
from macros.views.statement import StatementView

_Measured = tuple[object, ...]
"""What a number counts: where it stands, caption, unit, scope, layer, date; of money also flow and basis."""


@dataclass(frozen=True)
class Differing:
    """Facts whose numbers do not agree."""

    statements: tuple[StatementView, ...]


def differing(reading: Reading) -> tuple[Differing, ...]:
    """Return the groups of facts with different numbers for the same, in the order of records."""
    found = []
    for owner, facts in reading.dataset.facts_in.items():
        groups: dict[_Measured, dict[float, Fact]] = {}
        for keys, fact in facts:
            for measured, number in _numbers(owner, keys, fact):
                groups.setdefault(measured, {}).setdefault(number, fact)
        for numbers in groups.values():
            if len(numbers) > 1:
                refs = dict.fromkeys(map(reading.dataset.ref_of, numbers.values()))
                found.append(Differing(tuple(statement.used(reading, ref, with_note=True) for ref in refs)))
    return tuple(found)


def _numbers(owner: str, keys: Keys, fact: Fact) -> Iterator[tuple[_Measured, float]]:
    if fact.not_found:
        return
    held = (owner, _around(keys), fact.layer, caption_of(fact))
    if fact.money:
        money = fact.money
        yield (*held, money.currency, _text(money.scope), money.year, money.flow, money.basis), money.amount
    if fact.value is not None:
        yield (*held, fact.unit, _text(fact.scope), fact.as_of), fact.value
    for point in fact.series:
        yield (*held, fact.unit, _text(fact.scope), point.as_of), point.value


def _around(keys: Keys) -> Keys:
    """Return where the list stands in which a fact is: a measure, a section, a question."""
    return keys[:-1] if keys and isinstance(keys[-1], int) else keys


def _text(scope: Text | None) -> str:
    return scope.en if scope else ""
