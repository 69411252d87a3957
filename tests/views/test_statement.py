"""The state of statements, alone and together."""

from __future__ import annotations

import itertools

from macros.load.dataset import Dataset
from macros.model.walk import facts
from macros.views.reading import Reading
from macros.views.state import state, state_of

BEST_FIRST = ("sourced", "unsourced", "absent", "not-found")


def test_the_best_of_several_counts(dataset: Dataset) -> None:
    """Whatever their order; no statement at all is unknown."""
    reading = Reading(dataset, "en")
    held = {state(reading, fact): fact for _, record in dataset.named() for _, fact in facts(record)}
    pairs = list(itertools.permutations(BEST_FIRST, 2))

    assert sorted(held) == sorted(BEST_FIRST)
    assert [state_of(reading, [held[one], held[other]]) for one, other in pairs] == [
        min(pair, key=BEST_FIRST.index) for pair in pairs
    ]
    assert state_of(reading, []) == "unknown"
