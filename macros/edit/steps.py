"""What a step of a migration did to a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from macros.problems import Keys, Said


@dataclass
class Step:
    """How much was changed, and what a person must decide."""

    changed: int = 0
    """Places."""
    due: list[tuple[Keys, Said]] = field(default_factory=list)
    """Where in the text as it was; what to do."""
