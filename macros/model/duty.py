"""What the law asks of a city."""

from __future__ import annotations

from macros.model.base import DomainId, InstrumentId, ItemId, PathId, Ref, SystemId, Text
from macros.model.scalars import Id, Plain
from macros.model.statement import Fact


class Duty(Fact):
    """One duty, as one fact: `text` says what must be done. Where it bears on is the handbook's own judgement."""

    formerly: tuple[Id, ...] = ()
    """Earlier ids."""
    title: Text
    """The duty in a few words."""
    instrument: InstrumentId
    """Where it stands."""
    articles: Plain | None = None
    """The articles, as `31` or `14-15`; none where the text read does not show them."""
    who: Text
    """Whose duty it is."""
    due: Text | None = None
    """When, how often, how long or how much."""
    sanction: Text | None = None
    """What follows a breach, as far as was read."""
    steps: tuple[PathId, ...] = ()
    """Planning steps on which it bears."""
    systems: tuple[SystemId, ...] = ()
    """Systems on which it bears."""
    domains: tuple[DomainId, ...] = ()
    """Domains on which it bears."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that it asks for, limits or changes."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
