"""The exceptions that editors have written down: each names a rule, facts that there are, and why."""

from __future__ import annotations

from collections.abc import Callable

from macros.load.dataset import Dataset
from macros.model.exempt import Exempt


def excepted(dataset: Dataset, rule: str) -> Callable[..., bool]:
    """Return whether some facts stand together in one exception to a rule."""
    groups = [frozenset(held.facts) for held in dataset.of(Exempt).values() if held.rule == rule]
    return lambda *refs: any(group.issuperset(refs) for group in groups)
