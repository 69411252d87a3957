"""How good the evidence of a statement is: derived from its best source, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.source import SOURCE_KINDS, Source
from macros.model.statement import SUPPORTS, VIEW, Fact
from macros.model.walk import statements
from macros.views.reading import Reading

OWN = ("sections", "takeaways")
"""Where a record holds what the handbook itself thinks; the sources there are of what it thinks about."""


@dataclass(frozen=True)
class Count:
    """How many statements have a support."""

    id: str
    word: str
    help: str
    number: int


def support(dataset: Dataset, statement: Fact) -> str:
    """Return how good the evidence is: one of `SUPPORTS`."""
    if statement.standing == "not-found":
        return "not-found"
    if statement.absent:
        return "absent"
    kinds = {dataset.of(Source)[name].kind for name in statement.sources}
    return next((kind for kind in SOURCE_KINDS if kind in kinds), "article")


def supports(dataset: Dataset, record: Model) -> Counter[str]:
    """Return how many statements of a record have which support, views among them."""
    return Counter(VIEW if loc[:2] == OWN else support(dataset, statement) for loc, statement in statements(record))


def counted(reading: Reading, numbers: Counter[str], every: bool = False) -> tuple[Count, ...]:
    """Return numbers by support with its word, the best first; those of none only if asked for."""
    return tuple(
        Count(one, reading.labels[f"support-{one}"], reading.labels[f"support-{one}-help"], numbers[one])
        for one in (*SUPPORTS, VIEW)
        if every or numbers[one]
    )


def total(numbers: Iterable[Counter[str]]) -> Counter[str]:
    """Return the sum of several."""
    return sum(numbers, Counter())
