"""The registry of kinds: a row for each kind of record. Whatever must know all kinds is derived from it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from pydantic import TypeAdapter

from macros.model.awaited import Awaited
from macros.model.base import Model
from macros.model.chapter import Chapter
from macros.model.city import City, Measure
from macros.model.conflict import Conflict
from macros.model.context import Context, Topic
from macros.model.dimension import Dimension
from macros.model.domain import Domain
from macros.model.duty import Duty
from macros.model.exempt import Exempt
from macros.model.failure import Failure
from macros.model.finding import Finding
from macros.model.first_days import FirstDays, Stage
from macros.model.guide import Guide, Item
from macros.model.implication import Implication
from macros.model.indicator import Indicator
from macros.model.instrument import Instrument
from macros.model.json_schema import Generator, Strict
from macros.model.label import Label
from macros.model.lesson import Lesson
from macros.model.level import Level
from macros.model.path import Path
from macros.model.problem import Problem
from macros.model.relations import Flow, Relations
from macros.model.release import Release
from macros.model.role import Role
from macros.model.scalars import ID_PATTERN, Id
from macros.model.schedule import Phase, Schedule
from macros.model.source import Source
from macros.model.system import System
from macros.model.term import Term
from macros.model.toolkit import Toolkit
from macros.model.usage import Usage

Layout = Literal["files", "entries", "record", "inside"]


class Inside(NamedTuple):
    """How records of a kind stand inside those of other kinds."""

    find: Callable[[str, str, Any], Iterator[tuple[str, Model]]]
    """(kind, id, record) of an owner → global id and record of each that stands in it; none for other owners."""
    owner: Callable[[str], str]
    """Global id → `<kind>/<id>` of the owner."""
    is_prefixed: bool = False
    """Whether the owner's title stands before the record's own, where it is named away from the owner."""


@dataclass(frozen=True)
class Kind:
    """One kind of record."""

    name: str
    """As in `<kind>/<id>`."""
    place: str
    """In data/: a folder of one file a record ("cities"), a file of many by id or of one ("sources.yml")."""
    type: type[Model]
    layout: Layout = "files"
    """files: one a record, its name is the id; entries: many in a file, by id, and in the files of the folder of the
    same name where that grows too large; record: a file that is one record
    and has no id; inside: part of other records."""
    title: str = "title"
    """The field that names a record, of a text in both languages or in its own; "" where readers never meet one by
    name: words of the interface, forms of words, exceptions, releases."""
    inside: Inside | None = None
    """For the layout of that name."""
    is_due: bool = True
    """Whether a file of many has to be there."""
    can_be_named: bool = True
    """Whether any record can name one as `<kind>/<id>`; a field of a fixed kind may name others by their id."""
    is_typed: bool = True
    """Whether editors write the records; no form or template is offered for what a command writes."""
    step: str = ""
    """The planning step on whose page the records stand, if they have none of their own."""

    @property
    def folder(self) -> str:
        """Name of the folder in data/ whose files hold records, for a file of many beside it; "" for none."""
        return {"files": self.place, "entries": self.place.removesuffix(".yml")}.get(self.layout, "")

    @property
    def schema(self) -> str:
        """Name of the schema of the files; "" where others hold them."""
        return {"files": self.name, "inside": ""}.get(self.layout, self.place.removesuffix(".yml"))

    def json_schema(self, generator: Generator = Strict) -> dict[str, Any]:
        """Return the JSON schema of a file."""
        return TypeAdapter(self.file_type).json_schema(by_alias=True, schema_generator=generator)

    @property
    def file_type(self) -> Any:
        """Type of what one file holds."""
        return dict[Id, self.type] if self.layout == "entries" else self.type  # type: ignore[name-defined]


def _measures(_: str, city: str, record: Model) -> Iterator[tuple[str, Model]]:
    for area in record.areas if isinstance(record, City) else ():
        yield from ((f"{city}.{measure.id}", measure) for measure in area.measures)


def _city(measure: str) -> str:
    return f"city/{measure.partition('.')[0]}"


def _guide(item: str) -> str:
    return "/".join(item.split(".")[:2])


def _phases(_: str, __: str, record: Model) -> Iterator[tuple[str, Model]]:
    yield from record.phases.items() if isinstance(record, Schedule) else ()


def _stages(_: str, __: str, record: Model) -> Iterator[tuple[str, Model]]:
    yield from record.stages.items() if isinstance(record, FirstDays) else ()


def _topics(_: str, __: str, record: Model) -> Iterator[tuple[str, Model]]:
    yield from record.topics.items() if isinstance(record, Context) else ()


def _flows(_: str, __: str, record: Model) -> Iterator[tuple[str, Model]]:
    yield from record.flows.items() if isinstance(record, Relations) else ()


def _items(kind: str, owner: str, record: Model) -> Iterator[tuple[str, Model]]:
    for group in record.groups if isinstance(record, Guide) else ():
        yield from ((f"{kind}.{owner}.{item.id}", item) for item in group.items)


KINDS = (
    Kind("city", "cities", City, title="name"),
    Kind("lesson", "lessons", Lesson),
    Kind("implication", "implications", Implication),
    Kind("path", "paths", Path),
    Kind("system", "systems", System, step="framework"),
    Kind("domain", "domains", Domain, step="route"),
    Kind("duty", "duties.yml", Duty, "entries", is_due=False),
    Kind("indicator", "indicators.yml", Indicator, "entries", is_due=False),
    Kind("chapter", "outline.yml", Chapter, "entries", is_due=False),
    Kind("problem", "problems.yml", Problem, "entries", is_due=False),
    Kind("role", "roles.yml", Role, "entries", is_due=False),
    Kind("failure", "failures.yml", Failure, "entries", is_due=False),
    Kind("dimension", "dimensions.yml", Dimension, "entries", title="label", can_be_named=False),
    Kind("source", "sources.yml", Source, "entries"),
    Kind("instrument", "instruments.yml", Instrument, "entries", is_due=False),
    Kind("term", "glossary.yml", Term, "entries", title="term"),
    Kind("toolkit", "toolkits.yml", Toolkit, "entries", title="name"),
    Kind("finding", "findings.yml", Finding, "entries", is_due=False),
    Kind("conflict", "conflicts.yml", Conflict, "entries", title="question"),
    Kind("awaited", "awaited.yml", Awaited, "entries", is_due=False, can_be_named=False),
    Kind("level", "levels.yml", Level, "entries", can_be_named=False),
    Kind("exempt", "exempt.yml", Exempt, "entries", title="", is_due=False, can_be_named=False),
    Kind("release", "history.yml", Release, "entries", title="", is_due=False, can_be_named=False, is_typed=False),
    Kind("usage", "usage.yml", Usage, "entries", title="", is_due=False, can_be_named=False),
    Kind("label", "labels.yml", Label, "entries", title="", can_be_named=False),
    Kind("schedule", "schedule.yml", Schedule, "record", can_be_named=False),
    Kind("relations", "relations.yml", Relations, "record", can_be_named=False, step="route"),
    Kind("first-days", "first-days.yml", FirstDays, "record", is_due=False, can_be_named=False),
    Kind("context", "context.yml", Context, "record", can_be_named=False),
    Kind("measure", "", Measure, "inside", inside=Inside(_measures, _city, is_prefixed=True)),
    Kind("stage", "", Stage, "inside", inside=Inside(_stages, lambda _: "first-days")),
    Kind("phase", "", Phase, "inside", inside=Inside(_phases, lambda _: "schedule")),
    Kind("topic", "", Topic, "inside", inside=Inside(_topics, lambda _: "context")),
    Kind("flow", "", Flow, "inside", inside=Inside(_flows, lambda _: "relations"), step="route"),
    Kind("item", "", Item, "inside", title="do", inside=Inside(_items, _guide), can_be_named=False),
)
"""In the order in which lists of everything show them."""

BY_NAME = {kind.name: kind for kind in KINDS}
FILED = tuple(kind for kind in KINDS if kind.layout != "inside")
"""Kinds with files of their own."""
TYPED = tuple(kind for kind in FILED if kind.is_typed)
"""Of these, the kinds whose records editors write."""
GUIDES = ("path", "system", "domain", "lesson", "implication")
"""Kinds whose records are guides and may hold a checklist, in the order in which they are worked on."""
_ID = ID_PATTERN[1:-1]
_RECORD = rf"({'|'.join(kind.name for kind in KINDS if kind.can_be_named)})/{_ID}(\.{_ID})?"
_SINGLE = "|".join(kind.name for kind in KINDS if kind.layout == "record")
_STATEMENT = rf"#{_ID}(\.{_ID})?"
PATTERNS = {
    "reference": rf"^{_RECORD}$",
    "statement": rf"^({_RECORD}({_STATEMENT})?|({_SINGLE}){_STATEMENT})$",
    "item": rf"^({'|'.join(GUIDES)})(\.[a-z][a-z0-9-]*){{2}}$",
}
"""Forms of references that name their kind."""


@functools.cache
def of_type(record: type[Model]) -> Kind:
    """Return the kind whose records have this type; LookupError for any other."""
    return next(kind for kind in KINDS if kind.type is record)


def ref(kind: str, name: str) -> str:
    """Return how a record is named: `<kind>/<id>`, or the kind alone where one file is one record."""
    return f"{kind}/{name}" if name else kind


def kind_of(named: str) -> Kind:
    """Return the kind of `<kind>/<id>`, or of a bare kind; KeyError for any other."""
    return BY_NAME[named.partition("/")[0]]
