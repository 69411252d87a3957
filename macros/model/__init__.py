"""The registry: which file or folder of data/ holds which model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from macros.model.base import Id
from macros.model.city import City
from macros.model.conflict import Conflict
from macros.model.context import Context
from macros.model.dimension import Dimension
from macros.model.domain import Domain
from macros.model.implication import Implication
from macros.model.label import Label
from macros.model.lesson import Lesson
from macros.model.level import Level
from macros.model.path import Path
from macros.model.relations import Relations
from macros.model.schedule import Schedule
from macros.model.source import Source
from macros.model.system import System
from macros.model.term import Term
from macros.model.toolkit import Toolkit


@dataclass(frozen=True)
class Shape:
    """One kind of file: its place in data/ and the type of what it holds."""

    name: str
    """Of the schema, and of the field of the data set."""
    place: str
    """A folder of one file an entity ("cities"), or a single file ("sources.yml")."""
    type: Any
    """Model or mapping of models."""

    @property
    def is_folder(self) -> bool:
        """Whether the place holds one file an entity."""
        return not self.place.endswith(".yml")

    @property
    def adapter(self) -> TypeAdapter[Any]:
        """Validates plain values of this shape."""
        return TypeAdapter(self.type)


SHAPES = (
    Shape("city", "cities", City),
    Shape("lesson", "lessons", Lesson),
    Shape("implication", "implications", Implication),
    Shape("path", "paths", Path),
    Shape("system", "systems", System),
    Shape("domain", "domains", Domain),
    Shape("schedule", "schedule.yml", Schedule),
    Shape("relations", "relations.yml", Relations),
    Shape("dimensions", "dimensions.yml", dict[Id, Dimension]),
    Shape("sources", "sources.yml", dict[Id, Source]),
    Shape("glossary", "glossary.yml", dict[Id, Term]),
    Shape("toolkits", "toolkits.yml", dict[Id, Toolkit]),
    Shape("conflicts", "conflicts.yml", dict[Id, Conflict]),
    Shape("context", "context.yml", Context),
    Shape("levels", "levels.yml", dict[Id, Level]),
    Shape("labels", "labels.yml", dict[Id, Label]),
)
