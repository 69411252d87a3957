"""How good the evidence of a statement is: derived from its best source, never typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.load.dataset import Dataset
from macros.model.source import SOURCE_KINDS, Source
from macros.model.statement import SUPPORTS, VIEW, Fact, View, sources_of
from macros.views.reading import Reading


@dataclass(frozen=True)
class Count:
    """How many statements have a support."""

    id: str
    word: str
    help: str
    number: int


def support(dataset: Dataset, fact: Fact) -> str:
    """Return how good the evidence is: one of `SUPPORTS`. Pages ask ten times for each fact."""
    known = dataset.whole.supports
    if id(fact) not in known:
        known[id(fact)] = fact, _support(dataset, fact)
    return known[id(fact)][1]


def _support(dataset: Dataset, fact: Fact) -> str:
    if fact.not_found:
        return "not-found"
    if fact.absent:
        return "absent"
    sources = dataset.whole.of(Source)
    kinds = {sources[name].kind for name in sources_of(fact)}
    return next((kind for kind in SOURCE_KINDS if kind in kinds), "article")


def supports(dataset: Dataset, owner: str) -> Counter[str]:
    """Return how many facts of a record have which support, and how many views it has; uses count nowhere."""
    return Counter(
        VIEW if isinstance(held, View) else support(dataset, held)
        for _, held in dataset.statements_in[owner]
        if isinstance(held, Fact | View)
    )


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
