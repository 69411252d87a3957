"""Who does what in making and carrying out the plan."""

from __future__ import annotations

from macros.model.base import DutyId, ItemId, PathId, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Shaped, Stated


class Role(Stated):
    """One role. Tasks and questions are the handbook's own, after the facts that are cited."""

    order: Whole
    """Place in lists, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids."""
    title: Text
    """Of the role."""
    who: Text
    """Who has it in a Chinese city, as a rule."""
    tasks: Texts
    """What the role does for the plan."""
    questions: Texts
    """What it should ask."""
    statements: tuple[Shaped, ...] = ()
    """How places have ordered it."""
    steps: tuple[PathId, ...] = ()
    """Planning steps in which it has a part."""
    duties: tuple[DutyId, ...] = ()
    """Duties that fall to it."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that it should take on."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
