"""A way in which plans fail."""

from __future__ import annotations

from macros.model.base import ItemId, LessonId, PathId, Ref, Text
from macros.model.guide import Texts
from macros.model.scalars import Id, Whole
from macros.model.statement import Stated, Statements


class Failure(Stated):
    """One cause of failure, seen in cities. Signs and remedies are the handbook's own unless cited."""

    order: Whole
    """Place in lists, from 1."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids."""
    title: Text
    """The cause in a few words."""
    statements: Statements
    """Where it was seen: uses of facts of cities, and findings."""
    signs: Texts
    """Early signs by which a team can see it coming."""
    remedies: Texts
    """What to do."""
    steps: tuple[PathId, ...] = ()
    """Planning steps in which it can still be mended."""
    lessons: tuple[LessonId, ...] = ()
    """Lessons to which it belongs."""
    items: tuple[ItemId, ...] = ()
    """Items of checklists that guard against it."""
    see: tuple[Ref, ...] = ()
    """Related entities."""
