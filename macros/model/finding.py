"""What research says of several cities or of none."""

from __future__ import annotations

from macros.model.base import Ref, Text
from macros.model.statement import Fact


class Finding(Fact):
    """One fact that belongs to no single record; elsewhere it is used as `finding/<id>`."""

    title: Text
    """The finding in a few words."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
