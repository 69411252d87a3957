"""What could not be read, so that no rule takes it for something that is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

STATEMENT = "statement"
"""Stands for statements, of which no kind has its own."""


@dataclass(frozen=True)
class Lack:
    """What may stand in the parts of one record that could not be read."""

    names: frozenset[str] = frozenset()
    """Kinds of records that these parts may name; "" for any kind."""
    holds: frozenset[str] = frozenset()
    """Kinds of records that may stand inside them, `STATEMENT` among them; "" for any kind."""


ANYTHING = Lack(frozenset([""]), frozenset([""]))
"""Of a part that nobody knows what to make of."""


@dataclass(frozen=True)
class Lacking:
    """What may stand in the parts of all records that could not be read."""

    records: Mapping[str, Lack] = field(default_factory=dict)
    """`<kind>/<id>` of each record that could be read only in part → what may stand in the rest."""

    def may_name(self, kind: str) -> bool:
        """Return whether a record of a kind may be named where nothing could be read."""
        return any({kind, ""} & lack.names for lack in self.records.values())

    def may_hold(self, owner: str, kind: str) -> bool:
        """Return whether a record of a kind may stand inside another where nothing could be read."""
        return owner in self.records and bool({kind, ""} & self.records[owner].holds)
