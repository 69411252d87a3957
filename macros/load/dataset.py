"""Everything in data/, loaded, typed and indexed."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.load import yaml_reader
from macros.model.base import Model
from macros.model.city import Area, City, Measure
from macros.model.conflict import Conflict
from macros.model.context import Context
from macros.model.dimension import Dimension
from macros.model.domain import Domain
from macros.model.guide import Guide
from macros.model.implication import Implication
from macros.model.label import Label
from macros.model.lesson import Lesson
from macros.model.level import Level
from macros.model.path import Path as PlanningPath
from macros.model.relations import Relations
from macros.model.schedule import Schedule
from macros.model.source import Source
from macros.model.system import System
from macros.model.term import Term
from macros.model.toolkit import Toolkit
from macros.model.walk import claims, references
from macros.problems import Problem

SINGLES = ("schedule", "relations", "context")
"""Files that are one record."""
FILE_KINDS = {
    "dimensions": "dimension",
    "sources": "source",
    "glossary": "term",
    "toolkits": "toolkit",
    "conflicts": "conflict",
    "levels": "level",
    "labels": "label",
}
"""Files of many records → their kind."""
REVIEW_AFTER = 18
"""Months after which a claim is due for another look, counted from the newest check in the data, not from the clock."""


class Place(NamedTuple):
    """Where a record stands: its file, and the keys that lead to it inside."""

    document: yaml_reader.Document
    keys: yaml_reader.Keys


class Located(NamedTuple):
    """A measure and what it belongs to."""

    city: str
    area: Area
    measure: Measure


class Download(NamedTuple):
    """A ready-made bundle."""

    name: str
    """Of the file."""
    languages: tuple[str, ...]
    single: bool
    """Whether it is one HTML file, not a zip."""
    size: int
    """In bytes."""
    digest: str
    """SHA-256 in hexadecimal."""


class Reference(NamedTuple):
    """One record naming another."""

    owner: str
    """`<kind>/<id>` of the record that names."""
    keys: yaml_reader.Keys
    """Where in the owner's record."""
    kind: str
    """Of the record that is named."""
    id: str
    """Of the record that is named."""


@dataclass(frozen=True)
class Dataset:
    """All records by id, in the order of lists. Records with faults are left out, but their ids are `known`."""

    city: Mapping[str, City]
    lesson: Mapping[str, Lesson]
    implication: Mapping[str, Implication]
    path: Mapping[str, PlanningPath]
    system: Mapping[str, System]
    domain: Mapping[str, Domain]
    schedule: Schedule | None
    relations: Relations | None
    dimensions: Mapping[str, Dimension]
    sources: Mapping[str, Source]
    glossary: Mapping[str, Term]
    toolkits: Mapping[str, Toolkit]
    conflicts: Mapping[str, Conflict]
    context: Context | None
    levels: Mapping[str, Level]
    labels: Mapping[str, Label]
    known: Mapping[str, frozenset[str]]
    """Kind → every id of that kind, those of faulty records too."""
    places: Mapping[str, Place] = field(repr=False)
    """`<kind>/<id>` (or the bare name of a file that is one record) → where the record stands."""
    incomplete: frozenset[str] = frozenset()
    """Names of shapes of which some file could not be read."""
    languages: tuple[str, ...] = ("zh", "en")
    """Those in which pages are made."""
    facilitator: bool = False
    """Whether there are pages for who leads a workshop."""
    downloads: tuple[Download, ...] = ()
    """The bundles that the site offers."""
    cut_from: Dataset | None = field(default=None, repr=False)
    """The data set that this one is a selection of."""

    @property
    def whole(self) -> Dataset:
        """The data set with everything that a selection leaves out, for titles of what is not in it."""
        return self.cut_from or self

    @functools.cached_property
    def measures(self) -> dict[str, Located]:
        """Return every measure by its global id `<city>.<measure>`."""
        return {
            f"{city_id}.{measure.id}": Located(city_id, area, measure)
            for city_id, city in self.city.items()
            for area in city.areas
            for measure in area.measures
        }

    def bearing(self, table: str, column: str) -> tuple[Located, ...]:
        """Return the measures that name `column` among their lessons, domains or systems (`table`)."""
        return self._bearing.get((table, column), ())

    def covered(self, table: str, column: str) -> int:
        """Return how many cities have a measure that names `column` among their `table`."""
        return self._covered.get((table, column), 0)

    @functools.cached_property
    def _covered(self) -> dict[tuple[str, str], int]:
        return {key: len({located.city for located in held}) for key, held in self._bearing.items()}

    @functools.cached_property
    def _bearing(self) -> dict[tuple[str, str], tuple[Located, ...]]:
        found: dict[tuple[str, str], list[Located]] = {}
        for located in self.measures.values():
            for table in ("lessons", "domains", "systems"):
                for column in getattr(located.measure, table):
                    found.setdefault((table, column), []).append(located)
        return {key: tuple(held) for key, held in found.items()}

    @functools.cached_property
    def references(self) -> tuple[Reference, ...]:
        """Return every reference of every record."""
        return tuple(
            Reference(owner, keys, kind, name)
            for owner, record in self.records()
            for keys, kind, name in references(record)
        )

    @functools.cached_property
    def named_by(self) -> dict[str, tuple[str, ...]]:
        """Return `<kind>/<id>` → the owners that name it, each once, in the order of records."""
        found: dict[str, dict[str, None]] = {}
        for reference in self.references:
            found.setdefault(f"{reference.kind}/{reference.id}", {})[reference.owner] = None
        return {name: tuple(owners) for name, owners in found.items()}

    @functools.cached_property
    def source_numbers(self) -> dict[str, int]:
        """Return each source's place in the list, from 0."""
        return {name: n for n, name in enumerate(self.sources)}

    @functools.cached_property
    def data_date(self) -> str:
        """Return the newest date on which a source was read: the date of the data, of a selection too."""
        if self.cut_from:
            return self.cut_from.data_date
        checked = [held.checked for _, record in self.records() for _, held in claims(record) if held.checked]
        sources = (held.checked for held in self.sources.values())
        toolkits = (held.checked for held in self.toolkits.values())
        return max([*checked, *sources, *toolkits], default="1970")

    def names(self, owner: str) -> tuple[str, ...]:
        """Return `<kind>/<id>` of everything that a record names, each once."""
        return self._names.get(owner, ())

    @functools.cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = {}
        for reference in self.references:
            found.setdefault(reference.owner, {})[f"{reference.kind}/{reference.id}"] = None
        return {owner: tuple(names) for owner, names in found.items()}

    def records(self) -> Iterator[tuple[str, Model]]:
        """Yield every record with its `<kind>/<id>`; those that have a file to themselves by its bare name."""
        for kind in ("city", "lesson", "implication", "path", "system", "domain"):
            for name, record in getattr(self, kind).items():
                yield f"{kind}/{name}", record
        for shape, kind in FILE_KINDS.items():
            if kind == "label":
                continue
            for name, record in getattr(self, shape).items():
                yield f"{kind}/{name}", record
        for single in SINGLES:
            if record := getattr(self, single):
                yield single, record

    def guides(self) -> Iterator[tuple[str, str, Guide]]:
        """Yield kind, id and record of everything that may hold a checklist, in the order of lists."""
        for kind in ("path", "system", "domain", "lesson", "implication"):
            for name, record in getattr(self, kind).items():
                yield kind, name, record

    def problem(self, owner: str, keys: yaml_reader.Keys, rule: str, message: str, hint: str, **more: Any) -> Problem:
        """Make a problem at `keys` inside the record of `owner`."""
        place = self.places[owner]
        line, column = place.document.at((*place.keys, *keys))
        return Problem(place.document.path, line, column, rule, message, hint, **more)
