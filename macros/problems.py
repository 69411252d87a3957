"""A fault is a value: found anywhere, collected, sorted, and shown by `macros.check.reporters` alone."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
Keys = tuple[str | int, ...]
"""Where something stands in a record: the keys and places in lists that lead to it."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One thing that is wrong, at one place, with the remedy.

    Sorted by path, line and column, so that a report reads in file order.
    """

    path: str
    """Relative to the project, forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    rule: str
    """Identifier of the rule, in kebab-case; `contribute/` lists them."""
    message: str
    """What was found and what was expected."""
    hint: str = ""
    """What to do about it."""
    level: Severity = "error"


class DataProblemsError(Exception):
    """Raised by whoever cannot go on with faulty data; carries every problem, never just the first."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the data")
        self.problems = problems


def nearest(word: str, known: Sequence[str]) -> str:
    """Return the known word most like `word`, which was probably meant, or ""."""
    return next(iter(difflib.get_close_matches(word, list(known), 1, 0.6)), "")
